// What a remedy was to bring is foretold when its acceptance is learnt, and kept: a later save holds it
// against what came of it.
#include <catch2/catch.hpp>

#include "contract_host.hpp"

namespace {

std::string orders(const std::string& more) {
  std::string list;
  // By phone, in three lines: 3.75 + 3 × 2.25 = 10.50 an order; on the web 2.00.
  for (const char* day : {"2025-04-01", "2025-05-01", "2025-06-01", "2025-08-01", "2025-09-01", "2025-10-01",
                          "2025-11-01", "2025-12-01", "2026-01-05", "2026-02-02"})
    list += std::string(list.empty() ? "" : ",") + R"({"id":"O)" + day + R"(","date":")" + day +
            R"(","net_amount":1000,"cost_of_goods":600,"channel":"phone","lines":3,"carriage_paid":false})";
  return list + more;
}
std::string web_orders() {
  std::string list;
  for (const char* day : {"2026-03-10", "2026-04-10", "2026-05-10", "2026-06-10"})
    list += std::string(R"(,{"id":"O)") + day + R"(","date":")" + day +
            R"(","net_amount":1000,"cost_of_goods":600,"channel":"web","lines":3,"carriage_paid":false})";
  return list;
}
std::string snapshot(const std::string& as_of, const std::string& more_orders = "",
                     const std::string& members = "") {
  return R"({"account":{"id":"C1","since":"2019-01-01","person_kind":"legal"},"as_of":")" + as_of +
         R"(","orders":[)" + orders(more_orders) +
         R"(],"credit_notes":[],"invoices":[],"activities":[],"quotes":[],"inquiries":[])" + members + "}";
}
std::string remedies(const std::string& status, const std::string& day) {
  return R"(,"remedies":[{"id":"R1","code":"shift_channel","date":")" + day + R"(","status":")" + status +
         "\"}]";
}
Answer tell(const Host& host, const std::string& status, const std::string& day) {
  const std::string line =
      R"({"account_id":"C1","kind":"remedy","at":")" + day +
      R"(T10:00:00+01:00","by":"jan","record":{"id":"R1","code":"shift_channel","date":")" + day +
      R"(","status":")" + status + "\"}}";
  return Answer(
      rendabel_events_record(host.engine, line.data(), static_cast<std::int64_t>(line.size()), nullptr, 0));
}
Answer get(rendabel_engine* engine, const char* as_of) {
  return Answer(rendabel_account_get(engine, "C1", as_of, R"({"text":false})", -1));
}

/// Ten orders of 8.50 were foretold; since 2026-03-02 there were four on the web.
const std::string after_130_days =
    R"("agreed":[{"code":"shift_channel","accepted_on":"2026-03-02","days":130,)"
    R"("predicted":85.00,"predicted_so_far":30.27,"realised":34.00}])";

void check_later(const Host& host) {
  // By then three of the ten have left the window: what would be foretold now is not what was.
  const Answer later = host.save(snapshot("2026-07-10", web_orders()));
  INFO(later.body << later.message);
  REQUIRE(later.status == RENDABEL_OK);
  // The sentence stands between: the answer without texts is compared.
  const Answer found = get(host.engine, "2026-07-10");
  INFO(found.body);
  CHECK(found.has(after_130_days));
  auto* again = opened(host.directory.file("store"));
  CHECK(get(again, "2026-07-10").has(after_130_days));
  rendabel_engine_free(again);
  const auto untold = R"(,"remedies":[])";
  REQUIRE(host.save(snapshot("2026-07-11", web_orders(), untold)).status == RENDABEL_OK);
  CHECK(get(host.engine, "2026-07-10").has(after_130_days));
}

}  // namespace

TEST_CASE("accepted by event: a later save shows what was foretold that day beside what came of it") {
  Host host;
  const Answer first = host.save(snapshot("2026-03-01"));
  REQUIRE(first.has(R"("effect":85.00)"));
  REQUIRE(tell(host, "accepted", "2026-03-02").status == RENDABEL_OK);
  const Answer agreed = get(host.engine, "2026-03-02");
  INFO(agreed.body);
  CHECK(agreed.has(
      R"("accepted_on":"2026-03-02","days":0,"predicted":85.00,"predicted_so_far":0.00,"realised":null)"));
  CHECK_FALSE(agreed.has(R"("remedies":[{"code":"shift_channel")"));
  check_later(host);
}

TEST_CASE("accepted by snapshot, alone or among many: likewise") {
  for (const bool many : {false, true}) {
    Host host;
    const auto said = snapshot("2026-03-02", "", remedies("accepted", "2026-03-02"));
    REQUIRE((many ? host.save_many(said) : host.save(said)).status == RENDABEL_OK);
    check_later(host);
  }
}

TEST_CASE("offered first, then accepted: what is foretold is that of the acceptance") {
  Host host;
  REQUIRE(host.save(snapshot("2026-02-01", "", remedies("offered", "2026-01-20"))).status == RENDABEL_OK);
  CHECK(get(host.engine, "2026-02-01").has(R"("agreed":[])"));
  REQUIRE(tell(host, "accepted", "2026-03-02").status == RENDABEL_OK);
  check_later(host);
}

TEST_CASE("a refusal after the acceptance ends it, and a new acceptance is foretold anew") {
  Host host;
  REQUIRE(host.save(snapshot("2026-03-01")).status == RENDABEL_OK);
  REQUIRE(tell(host, "accepted", "2026-03-02").status == RENDABEL_OK);
  REQUIRE(tell(host, "refused", "2026-03-09").status == RENDABEL_OK);
  CHECK(get(host.engine, "2026-03-09").has(R"("agreed":[])"));
  REQUIRE(tell(host, "accepted", "2026-07-10").status == RENDABEL_OK);
  REQUIRE(host.save(snapshot("2026-07-11", web_orders())).status == RENDABEL_OK);
  const Answer found = get(host.engine, "2026-07-11");
  INFO(found.body);
  // On 2026-07-10 seven phone orders are left in the window: 7 × 8.50.
  CHECK(found.has(R"("accepted_on":"2026-07-10","days":1,"predicted":59.50)"));
}

TEST_CASE("an acceptance of a day to come is foretold when it comes") {
  Host host;
  REQUIRE(host.save(snapshot("2026-03-01", "", remedies("accepted", "2026-03-02"))).status == RENDABEL_OK);
  CHECK(get(host.engine, "2026-03-01").has(R"("agreed":[])"));
  REQUIRE(host.save(snapshot("2026-03-02", "", remedies("accepted", "2026-03-02"))).status == RENDABEL_OK);
  check_later(host);
}
