#include "plugin/store/learning.hpp"

#include "plugin/base/packing.hpp"
#include "plugin/store/store.hpp"

namespace rendabel {

template <class Io>
void fields(Io& io, LearningWeight& weight) {
  io(weight.mean, weight.variance);
}
template <class Io>
void fields(Io& io, LearningDecile& decile) {
  io(decile.calls, decile.successes, decile.predicted);
}
template <class Io>
void fields(Io& io, LearningState& state) {
  io(state.calls, state.successes, state.day, state.loss, state.base_loss, state.base_rate, state.deciles,
     state.weights);
}

namespace store {
namespace {

/// Of the features and their places; a state of another version says nothing about ours.
constexpr std::int64_t version = 1;

}  // namespace

std::optional<LearningState> learning_state(Store& store) {
  auto rows = store.database().rows("SELECT state FROM learning WHERE version = ?", version);
  if (!rows.next()) return std::nullopt;
  LearningState out;
  unpack(rows.blob(0), out);
  return out;
}

void put_learning_state(Store& store, const LearningState& state) {
  std::string packed;
  pack(state, packed);
  store.database().run("INSERT OR REPLACE INTO learning(only, version, state) VALUES (1, ?, ?)", version,
                       Blob{packed});
}

bool drop_learning_state(Store& store) { return store.database().run("DELETE FROM learning") > 0; }

}  // namespace store
}  // namespace rendabel
