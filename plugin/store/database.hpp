// database.hpp — SQLite with owners: a connection, its prepared statements, and failures with the right
// status. In: a path, SQL.  Out: rows; every SQLite error as Failure{busy, io, corrupt, too_new, …}. Never:
// signals, threads, environment; no other handle on the file, for closing one drops the locks of all (POSIX
// locks belong to a process).  Method: prepared once per connection, found again by the text's address.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "plugin/base/date.hpp"
#include "plugin/base/status.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace rendabel::store {

/// Bytes to be stored as they are; a string_view is stored as text.
struct Blob {
  std::string_view bytes;
};

/// One run of a prepared statement; reset when it goes. Texts and blobs hold until the next step.
class Rows {
 public:
  template <class... Values>
  Rows(sqlite3* connection, sqlite3_stmt* statement, const Values&... values)
      : connection_(connection), statement_(statement) {
    int at = 0;
    (bind(++at, values), ...);
  }
  ~Rows();
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  /// To the next row; false at the end. Throws Failure.
  bool next();

  bool null(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  std::optional<std::int64_t> maybe_integer(int column) const;
  Date date(int column) const { return Date{days{integer(column)}}; }
  std::optional<Date> maybe_date(int column) const;
  /// Moments are kept as seconds since 1970 in UTC, without the offset they were written with.
  std::optional<Moment> maybe_moment(int column) const;

 private:
  void require_memory() const;
  void bind(int at, std::int64_t value);
  void bind(int at, int value) { bind(at, std::int64_t{value}); }
  void bind(int at, bool value) { bind(at, std::int64_t{value}); }
  void bind(int at, std::string_view value);
  void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }
  void bind(int at, const char* value) { bind(at, std::string_view(value)); }
  void bind(int at, Date value) { bind(at, std::int64_t{value.time_since_epoch().count()}); }
  void bind(int at, Moment value) { bind(at, value.utc_seconds); }
  void bind(int at, std::nullopt_t);
  void bind(int at, const Blob& value);
  template <class T>
  void bind(int at, const std::optional<T>& value) {
    if (value)
      bind(at, *value);
    else
      bind(at, std::nullopt);
  }

  sqlite3* connection_;
  sqlite3_stmt* statement_;
};

/// A connection to one database file. Not for two threads at once, but for interrupt().
class Database {
 public:
  /// Opens a file that is there. Failure: io.
  Database(const std::string& path, std::int64_t busy_timeout_ms);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Binds and starts a statement. `sql` must be a literal: it is known again by its address.
  template <class... Values>
  Rows rows(const char* sql, const Values&... values) {
    return Rows(connection_, prepared(sql), values...);
  }
  /// Runs a statement that answers nothing; the number of rows it changed.
  template <class... Values>
  std::int64_t run(const char* sql, const Values&... values) {
    auto rows = this->rows(sql, values...);
    rows.next();
    return changes();
  }
  /// The first column of the first row; Failure{internal} without one.
  template <class... Values>
  std::int64_t number(const char* sql, const Values&... values) {
    auto rows = this->rows(sql, values...);
    return rows.next() ? rows.integer(0) : no_row(sql);
  }
  /// Makes a statement beforehand, so that it runs even when there is no memory left.
  void make_ready(const char* sql) { prepared(sql); }
  /// Runs several statements of a script, not kept.
  void script(const std::string& sql);

  std::int64_t changes() const;
  std::int64_t last_key() const;
  bool in_transaction() const;
  bool read_only() const;
  /// Makes the running statement of another thread end with Failure{cancelled}.
  void interrupt() noexcept;
  /// Puts everything committed so far on the disk (the write-ahead log, whatever `synchronous` says).
  void sync();
  /// Copies the whole database over the file `path`, which must be there and be nobody's. Failure: io, busy.
  void copy_to(const std::string& path);

  sqlite3* connection() { return connection_; }

 private:
  sqlite3_stmt* prepared(const char* sql);
  [[noreturn]] static std::int64_t no_row(const char* sql);
  void close() noexcept;

  sqlite3* connection_ = nullptr;
  std::unordered_map<const void*, sqlite3_stmt*> statements_;
};

/// Throws what an SQLite result code means: busy, io (also a full disk and read-only files), corrupt,
/// cancelled, no_memory, internal. The message says what SQLite says, which names no data.
[[noreturn]] void fail(sqlite3* connection, int code, const char* doing);

}  // namespace rendabel::store
