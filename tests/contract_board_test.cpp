// The board's numbers through the contract: what agents and customers did stands there, once, and goes again.
#include <catch2/catch.hpp>

#include "contract_desk.hpp"

namespace {

Answer board(const Host& host, const char* day = desk_day, const char* options = nullptr) {
  return Answer(rendabel_calls_board(host.engine, day, options, options != nullptr ? -1 : 0));
}

void skip(const Host& host, const std::string& id, const std::string& time, const char* agent) {
  const Answer card = next(host, time, agent);
  INFO(agent << card.body);
  REQUIRE(card.has(R"("account_id":"C1")"));
  REQUIRE(report(host, outcome(id, call_id(card), time, "skipped", agent, R"(,"skip_reason":"not_mine")"))
              .status == RENDABEL_OK);
}

Answer dispute(const Host& host, const std::string& reason, const std::string& at) {
  const std::string event = R"({"account_id":"C1","kind":"verdict_disputed","at":")" + at +
                            R"(","by":"an","record":{"reason":)" + reason + "}}";
  return Answer(
      rendabel_events_record(host.engine, event.data(), static_cast<std::int64_t>(event.size()), nullptr, 0));
}

/// Ordered for a year every four weeks, then no more.
std::string sleeper(int number, const std::string& more = "") {
  std::string orders;
  for (const auto* date : {"2025-03-03", "2025-03-31", "2025-04-28", "2025-05-26", "2025-06-23", "2025-07-21",
                           "2025-08-18", "2025-09-15", "2025-10-13", "2025-11-10"})
    orders += std::string(orders.empty() ? "" : ",") + R"({"id":")" + date + R"(","date":")" + date +
              R"(","net_amount":9000.00,"cost_of_goods":4000.00})";
  return R"({"account":{"id":"C)" + std::to_string(number) + R"(","phone":"04012345)" +
         std::to_string(number + 10) + R"(","person_kind":"legal"},"as_of":"2026-11-23","orders":[)" +
         orders + more + "]}";
}

}  // namespace

TEST_CASE("a callback that was promised is overdue from the next day on, until it is made") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  REQUIRE(report(host, outcome("R1", call_id(next(host, "10:00", "jan")), "10:05", "callback", "jan",
                               R"(,"callback_at":"2026-11-24T14:00:00+01:00")"))
              .status == RENDABEL_OK);
  CHECK(board(host).has(R"("overdue_callbacks":0)"));
  CHECK(board(host, "2026-11-24").has(R"("overdue_callbacks":0)"));
  CHECK(board(host, "2026-11-25").has(R"("overdue_callbacks":1)"));
  const Answer put_off = next(host, "09:00", "jan", "2026-11-25");
  INFO(put_off.body);
  REQUIRE(put_off.has(R"("account_id":"C1")"));
  REQUIRE(report(host, outcome("R3", call_id(put_off), "09:01", "skipped", "jan",
                               R"(,"skip_reason":"wrong_time")", "2026-11-25"))
              .status == RENDABEL_OK);
  CHECK(board(host, "2026-11-25").has(R"("overdue_callbacks":1)"));  // skipping puts no promise off
  const Answer card = next(host, "10:00", "jan", "2026-11-25");
  INFO(card.body);
  REQUIRE(card.has(R"("account_id":"C1")"));
  REQUIRE(report(host, outcome("R2", call_id(card), "10:05", "spoke", "jan", "", "2026-11-25")).status ==
          RENDABEL_OK);
  const Answer after = board(host, "2026-11-25");
  CHECK(after.has(R"("overdue_callbacks":0)"));
  CHECK(after.has(R"("cases_without_step":0)"));
  CHECK(after.has(R"("today":{"started":2,"attempted":1,"reached":1,"results":0,"skipped":1)"));
}

TEST_CASE("a verdict in dispute stands with the words of whoever disputes it, until it is settled") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  CHECK(board(host).has(R"("disputed":[])"));
  REQUIRE(dispute(host, R"("bezoeken zijn van een ander")", clock_of("11:00")).status == RENDABEL_OK);
  const Answer told = board(host);
  INFO(told.body);
  CHECK(told.has(
      R"("disputed":[{"account_id":"C1","name":"Firma C1","reason":null,"source_id":null,"since":"2026-11-23",)"
      R"("why":"bezoeken zijn van een ander"}])"));
  REQUIRE(dispute(host, "null", clock_of("12:00")).status == RENDABEL_OK);
  CHECK(board(host).has(R"("disputed":[])"));
}

TEST_CASE("a wrong number is a task for the data, and the skips of three agents one for the team leader") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  SECTION("a wrong number") {
    REQUIRE(report(host, outcome("R1", call_id(next(host, "10:00", "jan")), "10:05", "wrong_number", "jan"))
                .status == RENDABEL_OK);
    const Answer told = board(host);
    INFO(told.body);
    CHECK(told.has(
        R"("data_tasks":[{"account_id":"C1","name":"Firma C1","reason":null,"source_id":null,"since":"2026-11-23",)"
        R"("why":"wrong_number"}])"));
    CHECK(told.has(R"("skipped_thrice":[])"));
  }
  SECTION("two skips are not enough, the third is") {
    skip(host, "R1", "10:00", "jan");
    skip(host, "R2", "10:10", "piet");
    CHECK(board(host).has(R"("skipped_thrice":[])"));
    skip(host, "R3", "10:20", "els");
    const Answer told = board(host);
    INFO(told.body);
    CHECK(told.has(
        R"("skipped_thrice":[{"account_id":"C1","name":"Firma C1","reason":"quote","source_id":"Q1",)"));
    CHECK(told.has(R"("skip_reasons":{"not_mine":3})"));
    CHECK(told.has(R"("data_tasks":[])"));
  }
}

TEST_CASE("what calling brings is compared between those on the list and those held out of it") {
  Host host;
  REQUIRE(host.set(R"({"calls":{"holdout_share":0.5,"agents":{"jan":{"minutes":480}}}})").status ==
          RENDABEL_OK);
  constexpr int accounts = 24;
  for (int i = 0; i < accounts; ++i) REQUIRE(host.save(sleeper(i)).status == RENDABEL_OK);
  CHECK(board(host).has(R"("holdout":{"called_accounts":0,"held_out_accounts":0,"buyers":null)"));
  const Answer list = listed(host);
  INFO(list.body);
  int called = 0;
  for (int i = 0; i < accounts; ++i) {
    const auto id = R"("account_id":"C)" + std::to_string(i) + "\"";
    const auto at = list.body.find(id);
    const bool on_list = at != std::string::npos && at < list.body.find(R"("left_out":)");
    called += on_list ? 1 : 0;
    // Those called order again on the day after, the others do not.
    if (on_list)
      REQUIRE(
          host.save(sleeper(i,
                            R"(,{"id":"N1","date":"2026-11-24","net_amount":500.00,"cost_of_goods":300.00})"))
              .status == RENDABEL_OK);
  }
  REQUIRE(called > 4);
  REQUIRE(called < accounts - 4);
  const Answer told = board(host, "2026-11-24");
  INFO(told.body);
  CHECK(told.has(R"("holdout":{"called_accounts":)" + std::to_string(called) + R"(,"held_out_accounts":)" +
                 std::to_string(accounts - called) +
                 R"(,"buyers":{"called":1,"held_out":0,"difference":1,)"));
  CHECK(told.has(R"("margin":{"called":200.00,"held_out":0.00,"difference":200.00,)"));
  REQUIRE(host.set(R"({"calls":{"holdout_share":0}})").status == RENDABEL_OK);
  CHECK(board(host, "2026-11-24").has(R"("holdout":null)"));
}
