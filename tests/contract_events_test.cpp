// What happens between snapshots, told through the contract: at once in the cases, once in the facts.
#include <catch2/catch.hpp>

#include "contract_host.hpp"

namespace {

constexpr const char* today = "2026-11-23";

Answer tell(const Host& host, const std::string& lines) {
  return Answer(
      rendabel_events_record(host.engine, lines.data(), static_cast<std::int64_t>(lines.size()), nullptr, 0));
}
Answer plan(const Host& host, const char* day = today, const char* options = R"({"text":false})") {
  return Answer(rendabel_calls_plan(host.engine, day, options, -1));
}
std::string event(const std::string& kind, const std::string& record, const std::string& account = "C1",
                  const std::string& at = "2026-11-23T10:00:00+01:00") {
  return R"({"account_id":")" + account + R"(","kind":")" + kind + R"(","at":")" + at +
         R"(","by":"jan","record":)" + record + "}";
}
const std::string question =
    R"({"id":"I1","at":"2026-11-23T10:00:00+01:00","kind":"question","subject":"levertijd"})";

std::string with_inquiries(const std::string& day, const std::string& list) {
  return R"({"account":{"id":"C1","phone":"0401234567","person_kind":"legal"},"as_of":")" + day +
         R"(","orders":[{"id":"O1","date":"2026-10-01","net_amount":100.00,"cost_of_goods":60.00}],"inquiries":)" +
         list + "}";
}

}  // namespace

TEST_CASE("an inquiry is in the now-lane the moment the call returns") {
  Host host;
  REQUIRE(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  REQUIRE_FALSE(plan(host).has("problem"));
  const Answer told = tell(host, event("inquiry", question));
  INFO(told.body << told.message);
  REQUIRE(told.status == RENDABEL_OK);
  REQUIRE(told.body == R"({"recorded":1,"accounts":["C1"]})");
  const Answer listed = plan(host);
  INFO(listed.body);
  REQUIRE(listed.has(R"("lane":"now","state":"open")"));
  REQUIRE(listed.has(R"("code":"problem","source_id":"I1")"));
}

TEST_CASE("the same event twice is one fact, and the next snapshot brings the same one") {
  Host told, sent;
  for (Host* host : {&told, &sent}) REQUIRE(host->save(snapshot_of("C1")).status == RENDABEL_OK);
  REQUIRE(tell(told, event("inquiry", question) + "\n" + event("inquiry", question)).status == RENDABEL_OK);
  const auto whole = with_inquiries("2026-11-23", "[" + question + "]");
  for (Host* host : {&told, &sent}) REQUIRE(host->save(whole).status == RENDABEL_OK);
  REQUIRE(plan(told).body == plan(sent).body);
  const Answer first = told.exported("C1");
  REQUIRE(first.body == sent.exported("C1").body);
  REQUIRE(first.has("\"source_id\":\"I1\""));
}

TEST_CASE("a snapshot without the record keeps it on the event's day and takes it back on a later one") {
  Host host;
  REQUIRE(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  REQUIRE(tell(host, event("inquiry", question)).status == RENDABEL_OK);
  REQUIRE(host.save(with_inquiries("2026-11-23", "[]")).status == RENDABEL_OK);
  REQUIRE(plan(host).has("\"source_id\":\"I1\""));
  SECTION("the list is left out: the host does not know of inquiries") {
    REQUIRE(
        host.save(
                R"({"account":{"id":"C1","phone":"0401234567","person_kind":"legal"},"as_of":"2026-11-24"})")
            .status == RENDABEL_OK);
    REQUIRE(plan(host, "2026-11-24").has("\"source_id\":\"I1\""));
  }
  SECTION("the list is there and of a later day") {
    REQUIRE(host.save(with_inquiries("2026-11-24", "[]")).status == RENDABEL_OK);
    REQUIRE_FALSE(plan(host, "2026-11-24").has("\"source_id\":\"I1\""));
    REQUIRE(host.exported("C1").has(R"("closed_why":"gone")"));
  }
}

TEST_CASE("an answered inquiry that comes as an event ends the call at once") {
  Host host;
  REQUIRE(host.save(with_inquiries("2026-11-23", "[" + question + "]")).status == RENDABEL_OK);
  REQUIRE(plan(host).has(R"("state":"open")"));
  const std::string answered =
      R"({"id":"I1","at":"2026-11-23T10:00:00+01:00","kind":"question","solved_at":"2026-11-23T11:00:00+01:00"})";
  REQUIRE(tell(host, event("inquiry", answered)).status == RENDABEL_OK);
  REQUIRE(plan(host).has(R"("state":"withdrawn","withdrawn_why":"solved")"));
  SECTION("an older one that arrives late changes nothing") {
    REQUIRE(host.save(with_inquiries("2026-11-24", "[" + answered + "]")).status == RENDABEL_OK);
    REQUIRE(tell(host, event("inquiry", question)).status == RENDABEL_OK);
    REQUIRE_FALSE(plan(host, "2026-11-24").has("\"source_id\":\"I1\""));
  }
}

TEST_CASE("an objection ends marketing at once, and no later snapshot brings it back") {
  Host host;
  const std::string quote =
      R"(,"quotes":[{"id":"Q1","sent_on":"2026-11-10","amount":5000.00,"margin":2000.00}])";
  REQUIRE(host.save(snapshot_of("C1", quote)).status == RENDABEL_OK);
  REQUIRE(plan(host).has(R"("code":"quote","source_id":"Q1")"));
  REQUIRE(tell(host, event("objection", "{}")).status == RENDABEL_OK);
  REQUIRE(plan(host).has(R"("state":"withdrawn")"));
  REQUIRE(host.exported("C1").has(R"("closed_why":"objection")"));
  REQUIRE(host.save(snapshot_of("C1", quote)).status == RENDABEL_OK);
  const Answer later = plan(host, "2026-11-24");
  REQUIRE(later.has(R"("calls":[])"));
  REQUIRE(host.exported("C1").has(R"("objected_on":"2026-11-23")"));
}

TEST_CASE("a do_not_call by event is not lifted by a snapshot that says false") {
  Host host;
  REQUIRE(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  REQUIRE(tell(host, event("do_not_call", R"({"date":"2026-11-22"})")).status == RENDABEL_OK);
  REQUIRE(host.save(R"({"account":{"id":"C1","do_not_call":false},"as_of":"2026-11-24"})").status ==
          RENDABEL_OK);
  const Answer all = host.exported("C1");
  REQUIRE(all.has(R"("do_not_call":true,"date":"2026-11-22","learnt":"event")"));
}

TEST_CASE("consents and remedies by event are own state, as a snapshot's are") {
  Host told, sent;
  for (Host* host : {&told, &sent}) REQUIRE(host->save(snapshot_of("C1")).status == RENDABEL_OK);
  REQUIRE(
      tell(told,
           event("consent",
                 R"({"contact_id":"P1","purpose":"marketing","channel":"voice","given_on":"2026-11-20"})") +
               "\n" +
               event("remedy",
                     R"({"id":"R1","code":"reset_discount","date":"2026-11-20","status":"refused"})"))
          .status == RENDABEL_OK);
  const auto whole = snapshot_of(
      "C1",
      R"(,"contacts":[{"id":"P1","consents":[{"purpose":"marketing","channel":"voice","given_on":"2026-11-20"}]}],)"
      R"("remedies":[{"id":"R1","code":"reset_discount","date":"2026-11-20","status":"refused"}])");
  for (Host* host : {&told, &sent}) REQUIRE(host->save(whole).status == RENDABEL_OK);
  REQUIRE(told.exported("C1").body == sent.exported("C1").body);
}

TEST_CASE("all or nothing: every fault is named by line and field, and the store is as it was") {
  Host host;
  REQUIRE(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  const std::string before = host.exported("C1").body;
  const auto good = event("inquiry", question);
  const auto refused = [&](const std::string& bad, const std::string& field) {
    const Answer answer = tell(host, good + "\n" + bad);
    INFO(answer.body << answer.message);
    CHECK(answer.status == RENDABEL_BAD_INPUT);
    CHECK(answer.has(R"({"record":2,"field":")" + field + "\""));
    CHECK(host.exported("C1").body == before);
  };
  refused(event("inquiry", question, "NOBODY"), "account_id");
  refused(event("inquiry", R"({"id":"I2"})"), "record.at");
  refused(event("inquiry", R"({"id":"I2","at":"2026-11-23T10:00:00+01:00","own":1})"), "record.own");
  refused(event("call", "{}"), "kind");
  refused(event("account_merged", "{}"), "from_account_id");
  refused(event("account_merged", R"({"from_account_id":"C9"})"), "from_account_id");
  refused(event("account_merged", R"({"from_account_id":"C1"})"), "from_account_id");
  refused(event("consent", R"({"purpose":"marketing"})"), "record.given_on");
  refused(event("objection", R"({"date":"2026-13-01"})"), "record.date");
  refused(R"({"kind":"pin","at":"2026-11-23T10:00:00+01:00","record":{}})", "account_id");
  refused(R"({"account_id":"C1","kind":"pin","record":{}})", "at");
  refused(R"({"account_id":"C1","kind":"pin","at":"2026-11-23T10:00:00","record":{}})", "at");
  refused(event("book_total", R"({"from":"2026-01-01","to":"2026-01-31","net_revenue":1})"), "account_id");
  refused("{", "");
  REQUIRE(host.set(R"({"calls":{"agents":{"jan":{}}}})").status == RENDABEL_OK);
  refused(event("assign", R"({"agent":"piet"})"), "record.agent");
}

TEST_CASE("a book total is of no account") {
  Host host;
  REQUIRE(tell(host, R"({"kind":"book_total","at":"2026-11-23T10:00:00+01:00","record":)"
                     R"({"from":"2026-01-01","to":"2026-01-31","net_revenue":"1234.56"}})")
              .body == R"({"recorded":1,"accounts":[]})");
}

TEST_CASE("a merged account leaves its refusals, cases and facts to the one that stays") {
  Host host;
  REQUIRE(host.save(snapshot_of("C1")).status == RENDABEL_OK);
  REQUIRE(
      host.save(snapshot_of(
                    "C2", R"(,"quotes":[{"id":"Q7","sent_on":"2026-11-10","amount":900.00,"margin":400.00}],)"
                          R"("contacts":[{"id":"P2","objected_on":"2026-05-01"}])"))
          .status == RENDABEL_OK);
  REQUIRE(plan(host).has("Q7"));
  const Answer merged = tell(host, event("account_merged", R"({"from_account_id":"C2"})"));
  INFO(merged.body << merged.message);
  REQUIRE(merged.body == R"({"recorded":1,"accounts":["C1"]})");
  REQUIRE(host.exported("C2").status == RENDABEL_NOT_FOUND);
  const Answer all = host.exported("C1");
  REQUIRE(all.has("\"source_id\":\"Q7\""));
  REQUIRE(all.has(R"({"contact_id":"P2","objected_on":"2026-05-01"})"));
  const Answer listed = plan(host);
  INFO(listed.body);
  REQUIRE_FALSE(listed.has(R"("account_id":"C2")"));
  REQUIRE(listed.has(R"("withdrawn_why":"merged")"));
  REQUIRE(listed.has("Q7"));
  REQUIRE(Answer(rendabel_store_check(host.engine, nullptr, 0)).has(R"("ok":true)"));
}
