#include "plugin/store/database.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>

namespace rendabel::store {
namespace {

Status status_of(int code) {
  if (code == SQLITE_IOERR_NOMEM) return Status::no_memory;
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return Status::busy;
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return Status::io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Status::corrupt;
    case SQLITE_NOMEM: return Status::no_memory;
    case SQLITE_INTERRUPT: return Status::cancelled;
    default: return Status::internal;
  }
}

/// A writer asks again soon and often, for a write takes a millisecond or two: 20 times after 250 µs, 80
/// times after 1 ms, then after 5 ms each. SQLite's own handler sleeps longer each time, up to 100 ms, and so
/// lets an agent wait for nothing.
constexpr std::intptr_t quick_tries = 20, quick_us = 250, short_tries = 100, short_us = 1'000,
                        long_us = 5'000;

std::intptr_t waited_us(std::intptr_t tries) {
  const auto quick = std::min(tries, quick_tries);
  const auto brief = std::min(tries, short_tries) - quick;
  return quick * quick_us + brief * short_us + (tries - quick - brief) * long_us;
}

/// SQLite's busy handler; `patience` is the time allowed in µs, no address.
int wait_for_lock(void* patience, int tries) {
  const auto waited = waited_us(tries);
  if (waited >= reinterpret_cast<std::intptr_t>(patience)) return 0;
  auto* system = sqlite3_vfs_find(nullptr);
  system->xSleep(system, static_cast<int>(waited_us(std::intptr_t{tries} + 1) - waited));
  return 1;
}

}  // namespace

void fail(sqlite3* connection, int code, const char* doing) {
  std::string message = doing;
  message += ": ";
  message += connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  throw Failure(status_of(code), message);
}

Rows::~Rows() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Rows::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail(connection_, code, "store");
}

bool Rows::null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }

// SQLite gives NULL for a value that it found no memory for, as it does for NULL.
void Rows::require_memory() const {
  if (sqlite3_errcode(connection_) == SQLITE_NOMEM) fail(connection_, SQLITE_NOMEM, "store");
}

std::string_view Rows::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (text == nullptr) require_memory();
  return text == nullptr
             ? std::string_view{}
             : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::string_view Rows::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) require_memory();
  return bytes == nullptr
             ? std::string_view{}
             : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::optional<std::int64_t> Rows::maybe_integer(int column) const {
  if (null(column)) return std::nullopt;
  return integer(column);
}

std::optional<Moment> Rows::maybe_moment(int column) const {
  if (null(column)) return std::nullopt;
  return Moment{integer(column), 0};
}
std::optional<Date> Rows::maybe_date(int column) const {
  if (null(column)) return std::nullopt;
  return date(column);
}

void Rows::bind(int at, std::int64_t value) {
  if (const int code = sqlite3_bind_int64(statement_, at, value)) fail(connection_, code, "store");
}
void Rows::bind(int at, std::nullopt_t) {
  if (const int code = sqlite3_bind_null(statement_, at)) fail(connection_, code, "store");
}
// Bound by copy: a run may outlive the values it was given.
void Rows::bind(int at, std::string_view value) {
  const char* text = value.data() == nullptr ? "" : value.data();
  if (const int code = sqlite3_bind_text64(statement_, at, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8))
    fail(connection_, code, "store");
}
void Rows::bind(int at, const Blob& value) {
  const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  if (const int code = sqlite3_bind_blob64(statement_, at, bytes, value.bytes.size(), SQLITE_TRANSIENT))
    fail(connection_, code, "store");
}

Database::Database(const std::string& path, std::int64_t busy_timeout_ms) {
  // A private cache whatever the host set for its own connections; no mutex, for the engine has one lock.
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &connection_, flags, nullptr);
  try {
    if (code != SQLITE_OK) fail(connection_, code, "cannot open the store");
    sqlite3_busy_handler(connection_, wait_for_lock, reinterpret_cast<void*>(busy_timeout_ms * 1'000));
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  } catch (...) {
    close();
    throw;
  }
}

Database::~Database() { close(); }

void Database::close() noexcept {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  statements_.clear();
  sqlite3_close_v2(connection_);
  connection_ = nullptr;
}

sqlite3_stmt* Database::prepared(const char* sql) {
  auto& statement = statements_[sql];
  if (statement == nullptr) {
    const int code = sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail(connection_, code, "store");
  }
  if (sqlite3_stmt_busy(statement) != 0)
    throw Failure(Status::internal, "a statement of the store runs inside itself");
  return statement;
}

std::int64_t Database::no_row(const char* sql) {
  throw Failure(Status::corrupt, std::string("the store lacks a row that is always there: ") + sql);
}

void Database::script(const std::string& sql) {
  if (const int code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr))
    fail(connection_, code, "store");
}

std::int64_t Database::changes() const { return sqlite3_changes64(connection_); }
std::int64_t Database::last_key() const { return sqlite3_last_insert_rowid(connection_); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_) == 0; }
bool Database::read_only() const { return sqlite3_db_readonly(connection_, "main") == 1; }
void Database::interrupt() noexcept { sqlite3_interrupt(connection_); }

void Database::sync() {
  sqlite3_file* log = nullptr;
  int code = sqlite3_file_control(connection_, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (code == SQLITE_OK && log != nullptr && log->pMethods != nullptr)
    code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
  if (code != SQLITE_OK) fail(nullptr, code, "cannot put the store on the disk");
}

void Database::copy_to(const std::string& path) {
  Database copy(path, 0);
  sqlite3_backup* work = sqlite3_backup_init(copy.connection_, "main", connection_, "main");
  if (work == nullptr) fail(copy.connection_, sqlite3_extended_errcode(copy.connection_), "cannot back up");
  const int step = sqlite3_backup_step(work, -1);  // all at once: readers and writers of the store go on
  const int done = sqlite3_backup_finish(work);
  if (step != SQLITE_DONE) fail(nullptr, step, "cannot back up");
  if (done != SQLITE_OK) fail(nullptr, done, "cannot back up");
}

}  // namespace rendabel::store
