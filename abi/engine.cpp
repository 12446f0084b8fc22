#include "abi/engine.hpp"

#include <utility>

#include "plugin/pipeline/refresh.hpp"

namespace rendabel::abi {
namespace {

constinit Handles<Engine> engines{0x45, AfterFork::forbidden};

static_assert(sizeof(rendabel_engine*) == sizeof(std::uint64_t), "handles need 64-bit pointers");

}  // namespace

rendabel_engine* new_engine() {
  return reinterpret_cast<rendabel_engine*>(engines.put(std::make_unique<Engine>()));
}

Pin<Engine> engine_of(const rendabel_engine* engine) {
  Lookup lookup{};
  Pin<Engine> found = engines.find(reinterpret_cast<std::uint64_t>(engine), lookup);
  if (lookup == Lookup::inherited)
    throw Failure(Status::forked, "the engine belongs to the parent process; make a new one in this process");
  if (!found) throw Failure(Status::invalid_handle, "no such engine: NULL, freed or never handed out");
  return found;
}

void free_engine(rendabel_engine* engine) noexcept { engines.free(reinterpret_cast<std::uint64_t>(engine)); }

void Engine::cancel() {
  const std::uint64_t newest = entered_.load();
  std::uint64_t marked = cancelled_.load();
  while (marked < newest && !cancelled_.compare_exchange_weak(marked, newest)) {
  }
  // Under turn_, so that a later call cannot get the store between the question and the interrupt.
  const std::scoped_lock turn(turn_);
  if (whose_turn_ != 0 && whose_turn_ <= newest && store_ != nullptr) store_->interrupt();
}

Session::Session(Engine& engine, Wants wants)
    : engine_(engine),
      ticket_(engine.entered_.fetch_add(1) + 1),
      cancel_(engine.cancelled_, ticket_),
      lock_(engine.call_),
      turn_(engine, ticket_) {
  cancel_.check();
  const bool is_open = engine_.store_ != nullptr;
  if (wants == Wants::no_store && is_open) throw Failure(Status::state, "the engine is open already");
  if (wants == Wants::open_store && !is_open) throw Failure(Status::state, "the engine is not open");
  if (is_open) refresh_values(store());
}

Session::~Session() { engine_.arena_.reset(); }

void Session::put_store(std::unique_ptr<store::Store> store) {
  const std::scoped_lock turn(engine_.turn_);
  engine_.store_.swap(store);
}

void Session::open(const Config& config) {
  auto store = std::make_unique<store::Store>(config);
  refresh_values(*store);
  put_store(std::move(store));
}

void Session::refresh_values(store::Store& store) {
  const store::Versions now = store::versions(store);
  if (now.settings != engine_.seen_.settings) {
    Findings findings;
    Settings settings = reader().settings(store::settings_text(store).text, findings);
    if (!findings.empty())
      throw Failure(Status::corrupt, "the stored settings: " + findings.kept().front().why);
    engine_.settings_ = std::move(settings);
  }
  if (now.book != engine_.seen_.book) engine_.book_ = pipeline::book_context(store);
  engine_.seen_ = now;
}

}  // namespace rendabel::abi
