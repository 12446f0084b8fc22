// The store: private files, settings, numbers, cases, plans, results, backup and check.
#include "plugin/store/store.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "plugin/store/suppression.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::on;
using test::TempStore;

namespace {

int mode_of(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 ? static_cast<int>(found.st_mode & 0777) : -1;
}

Status status_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.status();
  }
  return Status::ok;
}

store::Put put(store::Store& store, const Snapshot& snapshot) {
  store::Change change(store);
  const auto done = store::put_account(store, snapshot);
  change.commit();
  return done;
}

store::AccountKey add(store::Store& store, std::string_view id) {
  test::SnapshotBuilder book(id, "2026-11-23");
  return put(store, book.build()).row.account;
}

void no_check(const store::SettingsText&, std::string_view, bool) {}

Call some_call(std::string_view id, std::int64_t rank) {
  Call call;
  call.call_id = id;
  call.account_id = "A1";
  call.contact_id = "C1";
  call.rank = rank;
  call.reasons.push_back({});
  call.reasons.back().code = Reason::quote;
  call.reasons.back().source_id = "Q1";
  call.reasons.back().margin_from = "quote";
  call.reasons.back().since = on("2026-11-01");
  call.phone = "020 1234567";
  call.permission = {Allowed::allowed, "NL5"};
  return call;
}

}  // namespace

TEST_CASE("a new store is made with its directories, private to its user") {
  TempStore temp;
  temp.config.store = temp.directory.path + "/deep/store";
  auto store = temp.open();
  add(store, "A1");
  REQUIRE(mode_of(temp.directory.path + "/deep") == 0700);
  REQUIRE(mode_of(temp.config.store) == 0700);
  for (const char* file : {"", "-wal", "-shm"}) REQUIRE(mode_of(temp.file() + file) == 0600);
}

TEST_CASE("an open umask or open files make a store no less private") {
  const auto before = ::umask(0);
  TempStore temp;
  temp.open();
  ::umask(before);
  REQUIRE(mode_of(temp.file()) == 0600);
  ::chmod(temp.file().c_str(), 0644);
  temp.open();
  REQUIRE(mode_of(temp.file()) == 0600);
}

TEST_CASE("a store carries our application id, version and write-ahead log") {
  TempStore temp;
  auto store = temp.open();
  REQUIRE(store.database().number("PRAGMA application_id") == store::application_id);
  REQUIRE(store.database().number("PRAGMA user_version") == store::schema_version);
  REQUIRE(store.database().number("PRAGMA secure_delete") == 1);
  auto rows = store.database().rows("PRAGMA journal_mode");
  REQUIRE(rows.next());
  REQUIRE(rows.text(0) == "wal");
}

TEST_CASE("accounts are found by id, bytewise, and paged by id and change number") {
  TempStore temp;
  auto store = temp.open();
  for (const char* id : {"b", "a", "B", "aa"}) add(store, id);
  const auto all = store::page_accounts(store, "", 10, 0);
  REQUIRE(all.size() == 4);
  REQUIRE(all[0].account_id == "B");
  REQUIRE(all[1].account_id == "a");
  REQUIRE(all[2].account_id == "aa");
  REQUIRE(store::page_accounts(store, "a", 1, 0).at(0).account_id == "aa");
  const auto since = store::find_account(store, "a")->sequence;
  REQUIRE(store::page_accounts(store, "", 10, since).size() == 2);
  REQUIRE(store::changed_accounts(store, since).size() == 2);
  REQUIRE_FALSE(store::find_account(store, "A"));
}

TEST_CASE("the same facts again write nothing, a new day only the narrow row") {
  TempStore temp;
  auto store = temp.open();
  test::SnapshotBuilder book("A1", "2026-11-23");
  book.order("2026-05-01", 100'00);
  const auto first = put(store, book.build());
  REQUIRE(first.added);
  const auto changes = sqlite3_total_changes(store.database().connection());
  const auto again = put(store, book.build());
  REQUIRE_FALSE(again.touched);
  REQUIRE(again.row.sequence == first.row.sequence);
  REQUIRE(sqlite3_total_changes(store.database().connection()) == changes);
  book.as_of("2026-11-24");
  const auto later = put(store, book.build());
  REQUIRE(later.touched);
  REQUIRE_FALSE(later.changed);
  REQUIRE(later.row.sequence > first.row.sequence);
}

TEST_CASE("a lower revision is stale, an equal or absent one is stored") {
  TempStore temp;
  auto store = temp.open();
  test::SnapshotBuilder book("A1", "2026-11-23");
  auto snapshot = book.build();
  snapshot.revision = 5;
  put(store, snapshot);
  snapshot.revision = 4;
  REQUIRE(put(store, snapshot).stale);
  snapshot.revision = 5;
  REQUIRE_FALSE(put(store, snapshot).stale);
  snapshot.revision.reset();
  REQUIRE_FALSE(put(store, snapshot).stale);
  snapshot.revision = 4;  // absent did not forget the 5
  REQUIRE(put(store, snapshot).stale);
}

TEST_CASE("settings are merged key by key, null takes a key out") {
  TempStore temp;
  auto store = temp.open();
  REQUIRE(store::settings_text(store).text == "{}");
  store::change_settings(store, R"({"country":"NL","activity_rates":{"km":0.3,"visit":350}})", no_check);
  const auto after = store::change_settings(store, R"({"activity_rates":{"visit":null}})", no_check);
  REQUIRE(after.text == R"({"country":"NL","activity_rates":{"km":0.3}})");
  REQUIRE(after.version == 2);
  auto other = temp.open();
  REQUIRE(store::versions(other).settings == 2);
  REQUIRE(store::settings_text(other).text == after.text);
}

TEST_CASE("settings that the check refuses are not stored") {
  TempStore temp;
  auto store = temp.open();
  bool with_accounts = true;
  const auto refuse = [&](const store::SettingsText&, std::string_view merged, bool accounts_stored) {
    REQUIRE(merged == R"({"currency":"USD"})");
    with_accounts = accounts_stored;
    throw Failure(Status::bad_input, "no");
  };
  REQUIRE(status_of([&] { store::change_settings(store, R"({"currency":"USD"})", refuse); }) ==
          Status::bad_input);
  REQUIRE_FALSE(with_accounts);
  REQUIRE(store::versions(store).settings == 0);
  add(store, "A1");
  REQUIRE(status_of([&] { store::change_settings(store, R"({"currency":"USD"})", refuse); }) ==
          Status::bad_input);
  REQUIRE(with_accounts);
}

TEST_CASE("numbers find their owners and are rewritten only where they differ") {
  REQUIRE(store::number_key("31201234567") == 31201234567);
  for (const char* no_number : {"", "+3120", "12a", "1234567890123456", "0"})
    REQUIRE_FALSE(store::number_key(no_number));
  TempStore temp;
  auto store = temp.open();
  const auto a = add(store, "A1"), b = add(store, "B1");
  store::Change change(store);
  REQUIRE(store::put_numbers(store, a, {{31201111111, "A1"}, {31202222222, "C1"}}));
  REQUIRE(store::put_numbers(store, b, {{31202222222, "C9"}}));
  REQUIRE_FALSE(store::put_numbers(store, a, {{31201111111, "A1"}, {31202222222, "C1"}}));
  REQUIRE(store::owners_of(store, 31202222222).size() == 2);
  REQUIRE(store::put_numbers(store, a, {{31203333333, "C1"}}));
  REQUIRE(store::owners_of(store, 31202222222).size() == 1);
  REQUIRE(store::owners_of(store, 31201111111).empty());
}

TEST_CASE("a refusal is found by number in whatever account it was told") {
  TempStore temp;
  auto store = temp.open();
  const auto account = add(store, "A1");
  store::Change change(store);
  store::put_numbers(store, account, {{31201111111, "A1"}, {31202222222, "C1"}});
  store::OwnState known;
  store::merge_refusal(known, "C1", on("2026-01-01"), std::nullopt, store::Learnt::event);
  store::merge_refusal(known, "", std::nullopt, on("2026-01-02"), store::Learnt::event);
  store::put_own_state(store, account, {}, known);
  REQUIRE(store::refusal_of(store, 31202222222)->objected_on == on("2026-01-01"));
  REQUIRE_FALSE(store::refusal_of(store, 31202222222)->do_not_call);
  REQUIRE(store::refusal_of(store, 31201111111)->do_not_call);
  REQUIRE_FALSE(store::refusal_of(store, 31209999999));
}

TEST_CASE("own state comes back as it was put, and only what differs is written") {
  TempStore temp;
  auto store = temp.open();
  const auto account = add(store, "A1");
  store::OwnState known;
  store::merge_refusal(known, "C1", on("2026-01-01"), on("2026-01-03"), store::Learnt::outcome);
  known.consents.push_back(
      {"C1", "marketing", "", "voice", "", "form", on("2026-02-01"), std::nullopt, std::nullopt});
  known.remedies.push_back({"R1", "reset_discount", on("2026-03-01"), RemedyStatus::refused});
  store::Change change(store);
  REQUIRE(store::put_own_state(store, account, {}, known));
  REQUIRE(store::own_state(store, account) == known);
  REQUIRE_FALSE(store::put_own_state(store, account, known, known));
  REQUIRE(store::put_own_state(store, account, known, {}));
  REQUIRE(store::own_state(store, account) == store::OwnState{});
}

TEST_CASE("cases are opened, re-dated, closed and dropped by key") {
  TempStore temp;
  auto store = temp.open();
  const auto account = add(store, "A1");
  StoredCase quote;
  quote.facts.reason = Reason::quote;
  quote.facts.source_id = "Q1";
  quote.facts.amount = 100'00;
  store::Change change(store);
  REQUIRE(store::put_cases(store, account, {}, {quote}));
  REQUIRE(store::accounts_with_open_cases(store) == std::vector<store::AccountKey>{account});
  auto closed = quote;
  closed.state = CaseState::closed;
  closed.closed_why = "won";
  closed.closed_on = on("2026-11-23");
  REQUIRE(store::put_cases(store, account, {quote}, {closed}));
  REQUIRE(store::accounts_with_open_cases(store).empty());
  const auto found = store::cases(store, account);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].facts == quote.facts);
  REQUIRE(found[0].closed_why == "won");
  REQUIRE_FALSE(store::put_cases(store, account, found, found));
  REQUIRE(store::put_cases(store, account, found, {}));
  REQUIRE(store::cases(store, account).empty());
}

TEST_CASE("sleepers are those whose span holds on the day, seasonal ones apart") {
  TempStore temp;
  auto store = temp.open();
  const auto account = add(store, "A1"), seasonal = add(store, "S1");
  store::Change change(store);
  REQUIRE(store::put_sleep_spans(store, account,
                                 {{store::Sleep::slipping, on("2026-03-01"), on("2026-05-01")},
                                  {store::Sleep::dormant, on("2026-05-01"), std::nullopt}}));
  REQUIRE(
      store::put_sleep_spans(store, seasonal, {{store::Sleep::seasonal, on("2026-01-01"), std::nullopt}}));
  REQUIRE(store::sleepers(store, on("2026-02-28")).empty());
  REQUIRE(store::sleepers(store, on("2026-03-01")).at(0).state == store::Sleep::slipping);
  REQUIRE(store::sleepers(store, on("2026-04-30")).at(0).state == store::Sleep::slipping);
  REQUIRE(store::sleepers(store, on("2026-05-01")).at(0).state == store::Sleep::dormant);
  REQUIRE(store::sleepers(store, on("2030-01-01")).size() == 1);
  REQUIRE_FALSE(
      store::put_sleep_spans(store, seasonal, {{store::Sleep::seasonal, on("2026-01-01"), std::nullopt}}));
}

TEST_CASE("a plan comes back as it was made; a call's state changes alone") {
  TempStore temp;
  auto store = temp.open();
  store::Plan plan;
  plan.date = on("2026-11-23");
  plan.capacity = 8;
  plan.calls = {some_call("1", 1), some_call("2", 2)};
  plan.left_out_counts = {{"no_phone", 3}};
  plan.left_out = {{"B1", Reason::dormant, "denied", "NL9"}};
  store::Change change(store);
  REQUIRE_FALSE(store::load_plan(store, plan.date));
  store::save_plan(store, plan);
  store::put_call_state(store, plan.date, "1", CallState::withdrawn, "won");
  store::append_calls(store, plan.date, {some_call("3", 3)});
  const auto found = store::load_plan(store, plan.date);
  REQUIRE(found->capacity == 8);
  REQUIRE(found->calls.size() == 3);
  REQUIRE(found->calls[0].state == CallState::withdrawn);
  REQUIRE(found->calls[0].withdrawn_why == "won");
  REQUIRE(found->calls[1].reasons.at(0).margin_from == "quote");
  REQUIRE(found->calls[1].permission == Permission{Allowed::allowed, "NL5"});
  REQUIRE(found->left_out_counts.at("no_phone") == 3);
  REQUIRE(found->left_out.at(0).rule == "NL9");
  REQUIRE(store::calls_of(store, "A1").size() == 3);
  store::save_plan(store, plan);
  REQUIRE(store::load_plan(store, plan.date)->calls.size() == 2);
}

TEST_CASE("a backup is private, opens as a store and never overwrites") {
  TempStore temp;
  auto store = temp.open();
  add(store, "A1");
  const auto path = temp.directory.path + "/copy/store.sqlite";
  std::filesystem::create_directory(temp.directory.path + "/copy");
  REQUIRE(store::backup(store, path) > 0);
  REQUIRE(mode_of(path) == 0600);
  REQUIRE(status_of([&] { store::backup(store, path); }) == Status::invalid_argument);
  REQUIRE(status_of([&] { store::backup(store, temp.directory.path); }) == Status::invalid_argument);
  REQUIRE(status_of([&] { store::backup(store, temp.directory.path + "/none/x"); }) == Status::io);
  add(store, "A2");
  store::Store copy(Config{temp.directory.path + "/copy", 1000, Durability::normal});
  REQUIRE(store::count_accounts(copy) == 1);
  REQUIRE(store::check(copy, false).empty());
  add(copy, "A3");
}

TEST_CASE("a check finds broken facts and rows without their account") {
  TempStore temp;
  auto store = temp.open();
  const auto account = add(store, "A1");
  add(store, "A2");
  REQUIRE(store::check(store, false).empty());
  store.database().run("UPDATE facts SET facts = x'0163' WHERE account = ?", account);
  REQUIRE(store::check(store, false).size() == 1);
  REQUIRE(store::check(store, true).empty());
  store.database().run("DELETE FROM facts WHERE account = ?", account);
  store.database().run("INSERT INTO number VALUES (31201234567, 99, 'C1')");
  const auto problems = store::check(store, true);
  REQUIRE(problems.size() == 2);
  for (const auto& problem : problems) REQUIRE(problem.find("31201234567") == std::string::npos);
}

TEST_CASE("results of a refresh are kept per account and rewritten only where they differ") {
  TempStore temp;
  auto store = temp.open();
  const auto account = add(store, "A1");
  store::ResultRow row;
  row.account = account;
  row.net_revenue = 100'00;
  row.net_result = -5'00;
  row.flags = 1;
  row.detail = std::string_view("\0x", 2);
  store::Change change(store);
  store::put_result(store, row);
  int seen = 0;
  store::scan_results(store, [&](const store::ResultRow& found) {
    ++seen;
    REQUIRE(found.net_result == -5'00);
    REQUIRE_FALSE(found.gross_margin);
    REQUIRE(found.detail.size() == 2);
  });
  REQUIRE(seen == 1);
}

TEST_CASE("own state is on the disk before a commit returns, facts with durability full only") {
  // Counts the syncs of the log by standing between SQLite and its file.
  static int syncs = 0;
  static sqlite3_io_methods counted;
  static const sqlite3_io_methods* real = nullptr;
  TempStore temp;
  const auto syncs_of = [&](bool own_state) {
    auto store = temp.open();
    add(store,
        "warm" + std::to_string(own_state) + std::to_string(temp.config.durability == Durability::full));
    sqlite3_file* log = nullptr;
    sqlite3_file_control(store.database().connection(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    real = log->pMethods;
    counted = *real;
    counted.xSync = [](sqlite3_file* file, int flags) { return ++syncs, real->xSync(file, flags); };
    log->pMethods = &counted;
    syncs = 0;
    store::Change change(store);
    store.database().run("UPDATE counters SET book = book + 1");
    if (own_state) change.keeps_own_state();
    change.commit();
    log->pMethods = real;
    return syncs;
  };
  REQUIRE(syncs_of(false) == 0);
  REQUIRE(syncs_of(true) > 0);
  temp.config.durability = Durability::full;
  REQUIRE(syncs_of(false) > 0);
}
