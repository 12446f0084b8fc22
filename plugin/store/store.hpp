// store.hpp — one company's book on disk: accounts with their facts, and our own state beside them.
// In: structs of plugin/base.  Out: the same, as they were last committed.  Never: rules, JSON of documents.
// Method: SQLite in WAL mode in a private directory; writers queue up in BEGIN IMMEDIATE, readers never wait.
// This file is the whole of it: the store, its transactions and settings; the rest by subject in the headers
// below. Functions that write (put_, drop_, save_, merge_) want a running Change; those that read, none.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "plugin/base/options.hpp"
#include "plugin/store/database.hpp"

namespace rendabel::store {

/// Key of an account in every table; never leaves the library and may be used again after an erasure.
using AccountKey = std::int64_t;

inline constexpr std::int32_t application_id = 0x52454E44;  ///< "REND"
inline constexpr const char* file_name = "store.sqlite";    ///< in the store's directory
inline constexpr std::int32_t schema_version = 2;           ///< user_version; grows with every migration

/// An open store. One thread at a time (the engine has the lock), except interrupt().
class Store {
 public:
  /// Opens the store in `config.store`, makes it if absent and migrates it if older. Failure: io (not ours to
  /// use, read-only, full), corrupt (no store), too_new, busy.
  explicit Store(const Config& config);
  ~Store();

  const std::string& directory() const { return directory_; }
  Database& database() { return *database_; }
  bool synced_always() const { return durability_ == Durability::full; }
  /// From any thread: what SQLite is doing now ends with Failure{cancelled}; nothing later is touched.
  void interrupt() noexcept { database_->interrupt(); }

 private:
  std::string directory_;
  Durability durability_;
  std::unique_ptr<Database> database_;
};

/// A write transaction, rolled back unless committed. Begins with the write lock and with the check that
/// nobody migrated the store beside us. Failure: busy, too_new.
class Change {
 public:
  explicit Change(Store& store);
  ~Change();
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;

  /// What cannot be sent again was written: the commit is then on the disk before it returns.
  void keeps_own_state() { own_state_ = true; }
  void commit();

 private:
  Store& store_;
  bool own_state_ = false, open_ = true;
};

/// One consistent view for several reads; takes no write lock and makes no writer wait.
class Reading {
 public:
  explicit Reading(Store& store);
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  Store& store_;
};

/// Numbers that tell whether something moved since one looked; one cheap read.
struct Versions {
  std::int64_t sequence = 0;    ///< change number of accounts
  std::int64_t settings = 0;    ///< grows with every change of settings
  std::int64_t book = 0;        ///< grows with every put_book
  std::int64_t suppressed = 0;  ///< numbers kept after erasures
  bool operator==(const Versions&) const = default;
};
Versions versions(Store& store);

/// The owner's settings: a sparse JSON object, "{}" when nothing was set.
struct SettingsText {
  std::int64_t version = 0;
  std::string text;
};
SettingsText settings_text(Store& store);
using SettingsCheck =
    std::function<void(const SettingsText& before, std::string_view merged, bool accounts_stored)>;
/// Merges `patch` (RFC 7396; valid JSON) and stores the outcome when `check` lets it pass; `check` throws
/// what is wrong with the merged text. `accounts_stored` is true from the first account on: then the currency
/// must stay.
SettingsText change_settings(Store& store, std::string_view patch, const SettingsCheck& check);

/// Small named values of the book refresh (cursor, finished document, context). put_book: within a Change.
std::optional<std::string> book_value(Store& store, std::string_view name);
void put_book(Store& store, std::string_view name, std::string_view value);
void drop_book(Store& store, std::string_view name);

}  // namespace rendabel::store

#include "plugin/store/accounts.hpp"       // IWYU pragma: export
#include "plugin/store/cases.hpp"          // IWYU pragma: export
#include "plugin/store/desk.hpp"           // IWYU pragma: export
#include "plugin/store/erase.hpp"          // IWYU pragma: export
#include "plugin/store/event_records.hpp"  // IWYU pragma: export
#include "plugin/store/learning.hpp"       // IWYU pragma: export
#include "plugin/store/leases.hpp"         // IWYU pragma: export
#include "plugin/store/maintenance.hpp"    // IWYU pragma: export
#include "plugin/store/numbers.hpp"        // IWYU pragma: export
#include "plugin/store/outcomes.hpp"       // IWYU pragma: export
#include "plugin/store/own_state.hpp"      // IWYU pragma: export
#include "plugin/store/plans.hpp"          // IWYU pragma: export
#include "plugin/store/results.hpp"        // IWYU pragma: export
#include "plugin/store/touch.hpp"          // IWYU pragma: export
