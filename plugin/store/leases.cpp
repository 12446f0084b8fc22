#include "plugin/store/leases.hpp"

#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

std::optional<Lease> first(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return Lease{rows.integer(0),           rows.date(1),          std::string(rows.text(2)),
               std::string(rows.text(3)), *rows.maybe_moment(4), *rows.maybe_moment(5),
               rows.integer(6) != 0};
}

void open_again(Database& database, const Lease& lease) {
  database.run("UPDATE plan_call SET state = 'open' WHERE date = ? AND call_id = ? AND state = 'leased'",
               lease.date, lease.call_id);
}

}  // namespace

void end_leases(Store& store, Moment now) {
  auto& database = store.database();
  while (
      const auto over = first(database.rows(
          "SELECT account, date, call_id, agent, since, until, inbound FROM lease WHERE until <= ? LIMIT 1",
          now))) {
    open_again(database, *over);
    give_back(store, over->account);
  }
}

std::optional<Lease> lease_of(Store& store, AccountKey account) {
  return first(store.database().rows(
      "SELECT account, date, call_id, agent, since, until, inbound FROM lease WHERE account = ?", account));
}

std::optional<Lease> lease_by(Store& store, std::string_view agent) {
  return first(
      store.database().rows("SELECT account, date, call_id, agent, since, until, inbound FROM lease WHERE "
                            "agent = ? ORDER BY since, account "
                            "LIMIT 1",
                            agent));
}

bool take_lease(Store& store, const Lease& lease, const std::vector<std::int64_t>& numbers) {
  auto& database = store.database();
  if (const auto held = lease_of(store, lease.account)) {
    if (held->agent != lease.agent) return false;
    if (held->call_id != lease.call_id) open_again(database, *held);
    give_back(store, lease.account);
  }
  for (const auto number : numbers)
    if (database.number("SELECT EXISTS (SELECT 1 FROM lease_number WHERE number = ?)", number) != 0)
      return false;
  database.run(
      "INSERT INTO lease(account, date, call_id, agent, since, until, inbound) VALUES (?, ?, ?, ?, ?, ?, ?)",
      lease.account, lease.date, lease.call_id, lease.agent, lease.since, lease.until, lease.inbound);
  for (const auto number : numbers)
    database.run("INSERT INTO lease_number(number, account) VALUES (?, ?)", number, lease.account);
  return true;
}

void give_back(Store& store, AccountKey account) {
  store.database().run("DELETE FROM lease_number WHERE account = ?", account);
  store.database().run("DELETE FROM lease WHERE account = ?", account);
}

void note_start(Store& store, const LeaseStart& start) {
  store.database().run(
      "INSERT OR IGNORE INTO lease_start(date, minute, agent, call_id, in_hour) VALUES (?, ?, ?, ?, ?)",
      start.date, start.minute, start.agent, start.call_id, start.in_hour);
}

std::vector<LeaseStart> starts_between(Store& store, Date from, Date to) {
  std::vector<LeaseStart> out;
  auto rows = store.database().rows(
      "SELECT date, minute, agent, call_id, in_hour FROM lease_start WHERE date BETWEEN ? AND ? "
      "ORDER BY date, minute, agent, call_id",
      from, to);
  while (rows.next())
    out.push_back({rows.date(0), rows.integer(1), std::string(rows.text(2)), std::string(rows.text(3)),
                   rows.integer(4) != 0});
  return out;
}

std::int64_t desk_sequence(Store& store, Date date) {
  auto rows = store.database().rows("SELECT sequence FROM desk WHERE date = ?", date);
  return rows.next() ? rows.integer(0) : 0;
}

void put_desk_sequence(Store& store, Date date, std::int64_t sequence) {
  store.database().run("INSERT OR REPLACE INTO desk(date, sequence) VALUES (?, ?)", date, sequence);
}

}  // namespace rendabel::store
