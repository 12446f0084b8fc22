// engine.hpp — one open store with its settings, and one call at a time on it.
// In: a handle, a config.  Out: a Session: the lock, the store, settings and book values as they are now.
// Never: touches a store that a parent process opened.  Method: each call takes a ticket when it enters; a
// cancel marks all tickets given so far and interrupts the store only while one of them has it.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>

#include "abi/documents/reader.hpp"
#include "abi/handles.hpp"
#include "plugin/base/arena.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

struct rendabel_engine;

namespace rendabel::abi {

class Engine {
 public:
  /// Every call that has entered stops at its next check; returns at once, from any thread.
  void cancel();

 private:
  friend class Session;

  std::atomic<std::uint64_t> entered_{0};    // the newest ticket
  std::atomic<std::uint64_t> cancelled_{0};  // tickets up to this one are cancelled
  std::mutex call_;                          // held by the call that has the store
  std::mutex turn_;                          // guards whose_turn_ and the making of store_
  std::uint64_t whose_turn_ = 0;

  // Below: only for who holds call_.
  std::unique_ptr<store::Store> store_;
  Settings settings_;
  BookContext book_;
  store::Versions seen_{-1, -1, -1, -1};
  Reader reader_;
  Arena arena_;
};

/// A new engine's handle; bad_alloc.
rendabel_engine* new_engine();
/// The engine behind a handle. Failure: invalid_handle, forked.
Pin<Engine> engine_of(const rendabel_engine* engine);
void free_engine(rendabel_engine* engine) noexcept;

/// One call: from its turn on the engine to its answer.
class Session {
 public:
  enum class Wants : std::uint8_t { open_store, no_store };

  /// Waits for its turn. Failure: cancelled; state, when the store is not open (or, for no_store, is open).
  explicit Session(Engine& engine, Wants wants = Wants::open_store);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Opens the store for this engine and those after.
  void open(const Config& config);

  store::Store& store() { return *engine_.store_; }
  const Settings& settings() const { return engine_.settings_; }
  const BookContext& book() const { return engine_.book_; }
  const Cancel& cancel() const { return cancel_; }
  Reader& reader() { return engine_.reader_; }
  /// Empty at the start of every call.
  Arena& arena() { return engine_.arena_; }
  /// Reads settings and book values again when those in `store` have changed.
  void refresh_values(store::Store& store);

 private:
  /// While it lives, a cancel may interrupt the store.
  class Turn {
   public:
    Turn(Engine& engine, std::uint64_t ticket) : engine_(engine) { set(ticket); }
    ~Turn() { set(0); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    void set(std::uint64_t ticket) {
      const std::scoped_lock turn(engine_.turn_);
      engine_.whose_turn_ = ticket;
    }
    Engine& engine_;
  };
  void put_store(std::unique_ptr<store::Store> store);

  Engine& engine_;
  std::uint64_t ticket_;
  Cancel cancel_;
  std::unique_lock<std::mutex> lock_;
  Turn turn_;
};

}  // namespace rendabel::abi
