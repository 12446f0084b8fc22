#include "plugin/store/store.hpp"

#include "plugin/store/directory.hpp"
#include "plugin/store/migrations.hpp"

namespace rendabel::store {
namespace {

// Ends a transaction; known by their address.
constexpr char end_reading[] = "COMMIT", take_back[] = "ROLLBACK";

/// A new store is made whole under another name, so two processes that start at once cannot disturb each
/// other.
void make_store(const std::string& path) {
  make_file(path, [](const std::string& draft) {
    Database database(draft, 0);
    database.script("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
    migrate(database);
    // Closing would move the log into the file too, but tell nobody when the disk is full.
    database.script("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

[[noreturn]] void not_ours(const std::string& why) {
  throw Failure(Status::corrupt, "this is no store of rendabel: " + why);
}

/// Checks whose file it is and brings an older one up to date. Takes no write lock when it is ours already.
void check_origin(Database& database) {
  std::int64_t origin = 0;
  try {
    origin = database.number("PRAGMA application_id");
  } catch (const Failure& failure) {
    if (failure.status() == Status::corrupt) not_ours("the file is no SQLite database");
    throw;
  }
  if (origin != application_id) not_ours("the database belongs to another application");
  const auto version = version_of(database);
  if (version == schema_version) return;
  if (version > schema_version) require_own_version(database);
  database.script("BEGIN IMMEDIATE");
  migrate(database);
  database.script("COMMIT");
}

}  // namespace

Store::Store(const Config& config)
    : directory_(private_directory(config.store)), durability_(config.durability) {
  const auto path = directory_ + "/" + file_name;
  if (!private_file(path)) {
    make_store(path);
    private_file(path);
  }
  database_ = std::make_unique<Database>(path, config.busy_timeout_ms);
  check_origin(*database_);
  if (database_->read_only()) throw Failure(Status::io, "the store is read-only: " + directory_);
  // Who runs out of memory must still get out of his transaction.
  database_->make_ready(take_back);
  database_->make_ready(end_reading);
  // NORMAL syncs at checkpoints only; a Change that keeps own state syncs the log itself (Change::commit).
  database_->script(
      synced_always() ? "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL"
                      : "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL");
}

Store::~Store() = default;

Change::Change(Store& store) : store_(store) {
  store_.database().run("BEGIN IMMEDIATE");
  try {
    require_own_version(store_.database());
  } catch (...) {
    store_.database().run(take_back);
    throw;
  }
}

Change::~Change() {
  // SQLite has rolled back by itself after some failures, such as a full disk.
  if (!open_ || !store_.database().in_transaction()) return;
  try {
    store_.database().run(take_back);
  } catch (...) {
  }
}

void Change::commit() {
  store_.database().run("COMMIT");
  open_ = false;
  if (own_state_ && !store_.synced_always()) store_.database().sync();
}

Reading::Reading(Store& store) : store_(store) { store_.database().run("BEGIN"); }

Reading::~Reading() {
  if (!store_.database().in_transaction()) return;
  try {
    store_.database().run(end_reading);
  } catch (...) {
  }
}

Versions versions(Store& store) {
  auto rows = store.database().rows("SELECT sequence, settings, book, suppressed FROM counters");
  if (!rows.next()) throw Failure(Status::corrupt, "the store has lost its counters");
  return {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3)};
}

SettingsText settings_text(Store& store) {
  auto rows = store.database().rows(
      "SELECT counters.settings, settings.settings FROM counters JOIN settings USING (only)");
  if (!rows.next()) throw Failure(Status::corrupt, "the store has lost its settings");
  return {rows.integer(0), std::string(rows.text(1))};
}

SettingsText change_settings(Store& store, std::string_view patch, const SettingsCheck& check) {
  Change change(store);
  auto& database = store.database();
  const auto before = settings_text(store);
  SettingsText after{before.version + 1, {}};
  {
    auto rows = database.rows("SELECT json_patch(?, ?)", before.text, patch);
    rows.next();
    after.text = rows.text(0);
  }
  check(before, after.text, any_account(store));
  if (after.text == before.text) return before;
  database.run("UPDATE settings SET settings = ?", after.text);
  database.run("UPDATE counters SET settings = ?", after.version);
  change.keeps_own_state();
  change.commit();
  return after;
}

std::optional<std::string> book_value(Store& store, std::string_view name) {
  auto rows = store.database().rows("SELECT value FROM book WHERE name = ?", name);
  if (!rows.next()) return std::nullopt;
  return std::string(rows.blob(0));
}

void put_book(Store& store, std::string_view name, std::string_view value) {
  store.database().run("INSERT INTO book VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", name,
                       Blob{value});
  store.database().run("UPDATE counters SET book = book + 1");
}

void drop_book(Store& store, std::string_view name) {
  store.database().run("DELETE FROM book WHERE name = ?", name);
  store.database().run("UPDATE counters SET book = book + 1");
}

}  // namespace rendabel::store
