// learning.hpp — the learner's state on disk: one row, learnt anew with every outcome.
// In: the state after an outcome.  Out: the state as last committed.  Never: a row per outcome or account:
// the weights are sums over many calls, so an erasure finds nothing here to erase. Method: the packed struct
// behind its version; own state, for the outcomes behind it may be gone.
#pragma once
#include <optional>

#include "plugin/base/learning.hpp"

namespace rendabel::store {

class Store;

/// Nothing before the first outcome, after a reset, and where another version of the learner wrote it.
std::optional<LearningState> learning_state(Store& store);
/// Within a Change, which then should keep own state.
void put_learning_state(Store& store, const LearningState& state);
/// Forgets all that was learnt; true when there was anything. Within a Change.
bool drop_learning_state(Store& store);

}  // namespace rendabel::store
