// What came of calls, through the contract: once each, on every path, and what follows from it.
#include <catch2/catch.hpp>

#include "contract_desk.hpp"

namespace {

std::string of_account(const std::string& id, const std::string& account, const std::string& code,
                       const std::string& more = "") {
  return R"({"id":")" + id + R"(","account_id":")" + account +
         R"(","at":"2026-11-23T10:05:00+01:00","outcome":")" + code + "\"" + more + "}";
}

/// A company without a single order or number left out, silent since a year: dormant.
std::string sleeper(const std::string& id, const std::string& phone, const std::string& more = "") {
  std::string orders;
  for (const auto* day : {"2024-10-01", "2024-11-01", "2024-12-01", "2025-01-05", "2025-02-03"})
    orders += std::string(orders.empty() ? "" : ",") + R"({"id":"O)" + day + R"(","date":")" + day +
              R"(","net_amount":4000.00,"cost_of_goods":2000.00})";
  return R"({"account":{"id":")" + id + R"(","phone":")" + phone +
         R"(","person_kind":"legal"},"as_of":"2026-11-23","orders":[)" + orders + "]" + more + "}";
}

}  // namespace

TEST_CASE("the same id again gives the same answer and changes nothing") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto document = outcome("R1", call_id(next(host, "10:00", "jan")), "10:05", "no_answer", "jan");
  const Answer first = report(host, document);
  const auto before = host.exported("C1").body;
  const Answer again = report(host, document);
  CHECK(first.body == again.body);
  // Also with other contents: the id is taken.
  CHECK(report(host, of_account("R1", "C1", "objection")).body == first.body);
  CHECK(host.exported("C1").body == before);
  CHECK(first.has(R"("attempts":1)"));
}

TEST_CASE("an outcome of a case that ended meanwhile, or a second one of a call, counts as contact only") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto call = call_id(next(host, "10:00", "jan"));
  SECTION("the quote was won while they spoke") {
    REQUIRE(host.save(with_quote("C1", "0401234567", "won")).status == RENDABEL_OK);
    const Answer told = report(host, outcome("R1", call, "10:05", "spoke", "jan"));
    INFO(told.body << told.message);
    CHECK(told.has(R"("late":true)"));
    CHECK(told.has(R"("kind":"none","on":null,"at":null,"why":"ended_before")"));
    CHECK(host.exported("C1").has(R"("closed_why":"won")"));
  }
  SECTION("two outcomes of one call") {
    REQUIRE(report(host, outcome("R1", call, "10:05", "not_interested", "jan")).has(R"("late":false)"));
    const Answer second = report(host, outcome("R2", call, "10:06", "no_answer", "jan"));
    CHECK(second.has(R"("late":true)"));
    CHECK(second.has(R"("attempts":0)"));
  }
  SECTION("a late report is taken after the lease has ended") {
    const Answer late = report(host, outcome("R1", call, "11:00", "no_answer", "jan"));
    CHECK(late.status == RENDABEL_OK);
    CHECK(late.has(R"("late":false)"));
  }
  SECTION("but not while the call is leased again") {
    REQUIRE(next(host, "10:30", "piet").has("C1"));
    CHECK(report(host, outcome("R1", call, "10:31", "no_answer", "jan")).status == RENDABEL_STATE);
  }
}

TEST_CASE("an objection ends marketing at once on every path, and stays") {
  Host host;
  REQUIRE(host.save(sleeper("C1", "0401234567")).status == RENDABEL_OK);
  REQUIRE(host.save(sleeper("C2", "0401234567")).status == RENDABEL_OK);
  const Answer card = next(host, "10:00", "jan");
  INFO(card.body);
  REQUIRE(card.has(R"("code":"dormant")"));
  const Answer told = report(host, outcome("R1", call_id(card), "10:05", "objection", "jan"));
  INFO(told.body << told.message);
  CHECK(
      told.has(R"("reason":"dormant","source_id":null,"state":"closed","step":"closed","why":"objection")"));
  CHECK(host.exported("C1").has(R"("objected_on":"2026-11-23")"));
  // The other account has the same line: its person said no as well.
  for (const auto* day : {"2026-11-23", "2026-11-24", "2027-03-01"})
    CHECK(next(host, "11:00", "piet", day).has(R"("call":null)"));
  REQUIRE(host.save(sleeper("C1", "0401234567")).status == RENDABEL_OK);
  CHECK(next(host, "11:00", "piet", "2026-11-25").has(R"("call":null)"));
}

TEST_CASE("not interested: the reason rests for 90 days, everything of the day's list for 30") {
  Host host;
  REQUIRE(host.save(sleeper("C1", "0401234567")).status == RENDABEL_OK);
  const Answer told =
      report(host, outcome("R1", call_id(next(host, "10:00", "jan")), "10:05", "not_interested", "jan"));
  CHECK(told.has(R"("kind":"wait","on":"2027-02-21","at":null,"why":"not_interested")"));
  CHECK(next(host, "10:00", "jan", "2027-02-19").has(R"("call":null)"));
  CHECK(next(host, "10:00", "jan", "2027-02-22").has(R"("code":"dormant")"));
}

TEST_CASE("a need that was noted comes back when it is due, and is met by the call about it") {
  Host host;
  const std::string large =
      R"({"account":{"id":"C1","phone":"0401234567","person_kind":"legal"},"as_of":"2026-11-23","orders":[)"
      R"({"id":"O1","date":"2026-10-01","net_amount":20000.00,"cost_of_goods":8000.00}],)"
      R"("quotes":[{"id":"Q1","sent_on":"2026-11-10","amount":5000.00}]})";
  REQUIRE(host.save(large).status == RENDABEL_OK);
  REQUIRE(report(host, outcome("R1", call_id(next(host, "10:00", "jan")), "10:05", "order", "jan",
                               R"(,"needs":[{"code":"upgrade","due_on":"2027-01-05","note":"nieuwe pers"}])"))
              .status == RENDABEL_OK);
  CHECK(next(host, "10:00", "jan", "2027-01-04").has(R"("call":null)"));
  const Answer card = next(host, "10:00", "jan", "2027-01-05");
  INFO(card.body);
  REQUIRE(card.has(R"("code":"cross_sell","source_id":"R1:0")"));
  CHECK(card.has("nieuwe pers"));
  REQUIRE(report(host, outcome("R2", call_id(card), "10:05", "order", "jan", "", "2027-01-05")).status ==
          RENDABEL_OK);
  CHECK(next(host, "10:00", "jan", "2027-01-20").has(R"("call":null)"));
}

TEST_CASE("a wrong number is not dialled again; another number of the same person is") {
  Host host;
  const std::string mobile = R"(,"contacts":[{"id":"P1","phone":"0401234567","mobile":"0612345678"}])";
  REQUIRE(host.save(sleeper("C1", "", mobile)).status == RENDABEL_OK);
  const Answer card = next(host, "10:00", "jan");
  REQUIRE(card.has(R"("phone_e164":"31401234567")"));
  const Answer told = report(host, outcome("R1", call_id(card), "10:05", "wrong_number", "jan"));
  CHECK(told.has(R"("kind":"fix_number","on":"2026-11-24")"));
  const Answer again = next(host, "10:00", "jan", "2026-11-24");
  INFO(again.body);
  REQUIRE(again.has(R"("phone_e164":"31612345678")"));
  REQUIRE(
      report(host, outcome("R2", call_id(again), "10:05", "wrong_number", "jan", "", "2026-11-24")).status ==
      RENDABEL_OK);
  CHECK(next(host, "10:00", "jan", "2026-11-25").has(R"("call":null)"));
  CHECK(listed(host, "2026-11-25").has(R"("why":"no_phone")"));
}

TEST_CASE("one person is not called for marketing more often than the law's caps; the case waits") {
  Host host;
  REQUIRE(host.set(R"({"calls":{"steps":{"no_answer_days":[1,2,3,4,5,6,7]}}})").status == RENDABEL_OK);
  auto person =
      sleeper("C1", "",
              R"(,"contacts":[{"id":"P1","phone":"0612345678","consents":)"
              R"([{"purpose":"marketing","channel":"voice","given_on":"2026-01-10","source":"web"}]}])");
  person.replace(person.find("legal"), 5, "natural");
  REQUIRE(host.save(person).status == RENDABEL_OK);
  int number = 0;
  // 1, 2 and 3 working days later; the fourth call of 30 days is the last.
  for (const auto* day : {"2026-11-23", "2026-11-24", "2026-11-26", "2026-12-01"}) {
    const Answer card = next(host, "10:00", "jan", day);
    INFO(day << card.body);
    REQUIRE(card.has(R"("rule":"NL6")"));
    CHECK(card.has(R"("offer_objection")"));
    REQUIRE(report(host, outcome("R" + std::to_string(++number), call_id(card), "10:05", "no_answer", "jan",
                                 "", day))
                .status == RENDABEL_OK);
  }
  CHECK(next(host, "10:00", "jan", "2026-12-07").has(R"("call":null)"));
  CHECK(listed(host, "2026-12-07").has(R"("rule":"NL6a")"));
  CHECK(next(host, "10:00", "jan", "2026-12-28").has(R"("rule":"NL6")"));
}

TEST_CASE("a call costs once: what was reported and what the host then sends are one") {
  Host host;
  REQUIRE(host.save(snapshot_with("C1", "0401234567",
                                  R"(,"activities":[],"quotes":[{"id":"Q1","sent_on":"2026-11-10",)"
                                  R"("amount":5000.00,"margin":2000.00}])"))
              .status == RENDABEL_OK);
  const auto get = [&] { return Answer(rendabel_account_get(host.engine, "C1", "2026-11-23", nullptr, 0)); };
  REQUIRE_FALSE(get().has(R"({"code":"calls","quantity":1)"));
  const auto call = call_id(next(host, "10:00", "jan"));
  REQUIRE(report(host, outcome("R1", call, "10:05", "no_answer", "jan")).status == RENDABEL_OK);
  const Answer told = get();
  INFO(told.body);
  CHECK(told.has(R"({"code":"calls","quantity":1,"amount":6.00})"));
  const std::string sent = snapshot_with(
      "C1", "0401234567",
      R"(,"activities":[{"id":"A7","date":"2026-11-23","kind":"call","call_id":")" + call + R"("}])");
  REQUIRE(host.save(sent).status == RENDABEL_OK);
  CHECK(get().has(R"({"code":"calls","quantity":1,"amount":6.00})"));
}

TEST_CASE("what does not fit together is refused by field, and the store stays as it was") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto before = host.exported("C1").body;
  const auto refused = [&](const std::string& document, const std::string& field) {
    const Answer answer = report(host, document);
    INFO(document << answer.body << answer.message);
    CHECK(answer.status == RENDABEL_BAD_INPUT);
    CHECK(answer.has(R"("field":")" + field + "\""));
    CHECK(host.exported("C1").body == before);
  };
  refused(of_account("R1", "C1", "skipped"), "skip_reason");
  refused(of_account("R1", "C1", "spoke", R"(,"skip_reason":"other")"), "skip_reason");
  refused(of_account("R1", "C1", "callback"), "callback_at");
  refused(of_account("R1", "C1", "spoke", R"(,"callback_at":"2026-11-24T10:00:00+01:00")"), "callback_at");
  refused(of_account("R1", "C1", "spoke", R"(,"amount":5.00)"), "amount");
  refused(of_account("R1", "C1", "spoke", R"(,"needs":[{"due_on":"2027-01-01"}])"), "needs[0].code");
  refused(of_account("R1", "C1", "spoke", R"(,"own":1)"), "own");
  refused(R"({"id":"R1","at":"2026-11-23T10:05:00+01:00","outcome":"spoke"})", "call_id");
  REQUIRE(host.set(R"({"calls":{"agents":{"jan":{}}}})").status == RENDABEL_OK);
  refused(of_account("R1", "C1", "spoke", R"(,"agent":"kees")"), "agent");
}
