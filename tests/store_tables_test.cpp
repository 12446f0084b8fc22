// The store's narrow tables: numbers, own state, cases, sleep, plans and results.
#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::on;
using test::TempStore;

namespace {

store::AccountKey add(store::Store& store, std::string_view id) {
  test::SnapshotBuilder book(id, "2026-11-23");
  store::Change change(store);
  const auto done = store::put_account(store, book.build());
  change.commit();
  return done.row.account;
}

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

TEST_CASE("numbers find their owners and are rewritten only where they differ") {
  REQUIRE(store::number_key("31201234567") == 31201234567);
  for (const char* no_number : {"", "+3120", "12a", "1234567890123456", "0"})
    REQUIRE_FALSE(store::number_key(no_number));
  TempStore home;
  auto store = home.open();
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
  TempStore home;
  auto store = home.open();
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
  TempStore home;
  auto store = home.open();
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
  TempStore home;
  auto store = home.open();
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
  TempStore home;
  auto store = home.open();
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
  TempStore home;
  auto store = home.open();
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

TEST_CASE("results of a refresh are kept per account and rewritten only where they differ") {
  TempStore home;
  auto store = home.open();
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

TEST_CASE("a result keeps what it held at the run looked back to, whatever comes between") {
  TempStore home;
  auto store = home.open();
  store::ResultRow row;
  row.account = add(store, "A1");
  const auto put = [&](std::int64_t run, Cents result, std::uint32_t flags, std::int64_t baseline) {
    row.run = run;
    row.net_result = result;
    row.flags = flags;
    store::Change change(store);
    store::put_result(store, row, baseline);
    change.commit();
    std::optional<store::ResultRow> found;
    store::scan_results(store, [&](const store::ResultRow& one) { found = one; });
    return *found;
  };
  REQUIRE_FALSE(put(1, -5, 1, 0).before_flags);
  auto second = put(2, 7, 0, 1);
  REQUIRE(second.before_net_result == -5);
  REQUIRE(second.before_flags == 1);
  // The same day again, other numbers: still against run 1.
  second = put(3, 8, 2, 1);
  REQUIRE(second.before_net_result == -5);
  REQUIRE(second.run == 3);
  // The next day looks back to run 3; nothing differs, nothing is written.
  REQUIRE(put(4, 8, 2, 3).run == 3);
  REQUIRE(put(5, 9, 2, 3).before_net_result == 8);
}
