// An agent's day through the contract: the next call, a customer on the line, and what came of it.
#include "contract_desk.hpp"

#include <catch2/catch.hpp>

TEST_CASE("the next call is leased with its card, again to the same agent and to nobody else") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "040 123 45 67")).status == RENDABEL_OK);
  const Answer first = next(host, "10:00", "jan");
  INFO(first.body << first.message);
  REQUIRE(first.status == RENDABEL_OK);
  CHECK(first.has(R"("account_id":"C1")"));
  CHECK(first.has(R"("state":"leased")"));
  CHECK(first.has(R"("lease_until":"2026-11-23T10:20:00+01:00")"));
  CHECK(first.has(R"("link":"tel:+31401234567")"));
  CHECK(first.has("Offerte Q1 van"));
  CHECK(first.has(R"("rule":"NL5")"));
  CHECK(first.has("Laatste order 01-10-2026"));
  CHECK(next(host, "10:05", "jan").body == first.body);
  CHECK(next(host, "10:05", "piet").has(R"({"call":null,"next_due":)"));
  CHECK(listed(host).has(R"("state":"leased")"));
  SECTION("a lease that ended returns by itself") {
    CHECK(next(host, "10:19", "piet").has(R"("call":null)"));
    CHECK(next(host, "10:20", "piet").has(R"("account_id":"C1")"));
    CHECK(next(host, "10:21", "jan").has(R"("call":null)"));
  }
}

TEST_CASE("two accounts with one number are never called at once") {
  Host host;
  REQUIRE(host.save(with_inquiry("C1", "0401234567")).status == RENDABEL_OK);
  REQUIRE(host.save(with_quote("C2", "+31 40 123 4567")).status == RENDABEL_OK);
  REQUIRE(host.save(with_inquiry("C3", "0401234567")).status == RENDABEL_OK);
  const Answer first = next(host, "10:00", "jan");
  REQUIRE(first.has(R"("lane":"now")"));
  CHECK(next(host, "10:01", "piet").has(R"("call":null)"));
  REQUIRE(report(host, outcome("R1", call_id(first), "10:05", "spoke", "jan")).status == RENDABEL_OK);
  CHECK(next(host, "10:06", "piet").has(R"("lane":"now")"));
}

TEST_CASE("nothing is leased that the law denies at that very moment") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  CHECK(next(host, "08:59", "jan").has(R"({"call":null,"next_due":"2026-11-23T09:00:00+01:00"})"));
  CHECK(next(host, "17:30", "jan").has(R"({"call":null,"next_due":"2026-11-24T09:00:00+01:00"})"));
  CHECK(next(host, "09:00", "jan").has(R"("account_id":"C1")"));
  SECTION("nor kept when it changes its mind") {
    const std::string objection =
        R"({"account_id":"C1","kind":"objection","at":"2026-11-23T09:05:00+01:00","record":{}})";
    REQUIRE(Answer(rendabel_events_record(host.engine, objection.data(), -1, nullptr, 0)).status ==
            RENDABEL_OK);
    CHECK(next(host, "09:06", "jan").has(R"("call":null)"));
  }
}

TEST_CASE("an agent who is not in the settings is refused, and one who takes no now-lane gets none of it") {
  Host host;
  REQUIRE(host.set(R"({"calls":{"agents":{"jan":{},"piet":{"now":false}}}})").status == RENDABEL_OK);
  REQUIRE(host.save(with_inquiry("C1", "0401234567")).status == RENDABEL_OK);
  CHECK(next(host, "10:00", "kees").status == RENDABEL_INVALID_ARGUMENT);
  CHECK(next(host, "10:00", "piet").has(R"("call":null)"));
  CHECK(next(host, "10:00", "jan").has(R"("account_id":"C1")"));
}

TEST_CASE("what is told while the list stands is called as soon as an agent asks") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  REQUIRE(host.save(snapshot_with("C2", "0307654321", "")).status == RENDABEL_OK);
  REQUIRE(listed(host).has("C1"));
  const std::string inquiry =
      R"({"account_id":"C2","kind":"inquiry","at":"2026-11-23T09:55:00+01:00","record":)"
      R"({"id":"I9","at":"2026-11-23T09:55:00+01:00","kind":"information","subject":"staal"}})";
  REQUIRE(Answer(rendabel_events_record(host.engine, inquiry.data(), -1, nullptr, 0)).status == RENDABEL_OK);
  const Answer first = next(host, "10:00", "jan");
  CHECK(first.has(R"("account_id":"C2")"));
  CHECK(first.has(R"("deadline":"2026-11-23T10:55:00+01:00")"));
  CHECK(listed(host).has(R"("source_id":"I9")"));
}

TEST_CASE("a busy line comes back after half an hour, and is no attempt") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto call = call_id(next(host, "10:00", "jan"));
  const Answer told = report(host, outcome("R1", call, "10:01", "busy", "jan"));
  INFO(told.body << told.message);
  CHECK(told.has(
      R"("next_step":{"kind":"call_again","on":"2026-11-23","at":"2026-11-23T10:31:00+01:00","why":"busy")"));
  CHECK(told.has(R"("attempts":0)"));
  CHECK(next(host, "10:30", "jan").has(R"({"call":null,"next_due":"2026-11-23T10:31:00+01:00"})"));
  CHECK(next(host, "10:31", "piet").has(R"("account_id":"C1")"));
}

TEST_CASE("nobody answers: the call is done for today and tried again on the next working day") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto call = call_id(next(host, "10:00", "jan"));
  const Answer told = report(host, outcome("R1", call, "10:01", "no_answer", "jan"));
  CHECK(told.has(R"("kind":"call_again","on":"2026-11-24","at":null,"why":"no_answer")"));
  CHECK(next(host, "11:00", "jan").has(R"("call":null)"));
  CHECK(listed(host).has(R"("state":"done")"));
  const Answer again = next(host, "10:00", "jan", "2026-11-24");
  CHECK(again.has(R"("attempt":2)"));
  CHECK(again.has(R"("part":"afternoon")"));
  CHECK(again.has(R"("outcome":"no_answer")"));
}

TEST_CASE("a callback is the agent's at its time and a quarter of an hour longer, then anybody's") {
  Host host;
  REQUIRE(host.set(R"({"calls":{"agents":{"jan":{},"piet":{}}}})").status == RENDABEL_OK);
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto call = call_id(next(host, "10:00", "jan"));
  const auto promise = [&](const std::string& id, const std::string& at) {
    return report(host, outcome(id, call, "10:05", "callback", "jan", R"(,"callback_at":")" + at + "\""));
  };
  CHECK(promise("R0", "2026-11-29T14:00:00+01:00").has("the next allowed time is 2026-11-30T"));
  CHECK(promise("R0", "2027-01-04T14:00:00+01:00").has("more than 30 days ahead"));
  CHECK(promise("R0", "2026-11-23T10:00:00+01:00").has("is not after the call"));
  const Answer told = promise("R1", "2026-11-23T14:00:00+01:00");
  INFO(told.body << told.message);
  REQUIRE(told.has(R"("kind":"callback","on":"2026-11-23","at":"2026-11-23T14:00:00+01:00","why":"agreed")"));
  CHECK(next(host, "13:59", "jan").has(R"("next_due":"2026-11-23T14:00:00+01:00")"));
  CHECK(next(host, "14:14", "piet").has(R"("next_due":"2026-11-23T14:15:00+01:00")"));
  SECTION("his at its time") {
    const Answer mine = next(host, "14:00", "jan");
    CHECK(mine.has(R"("code":"callback")"));
    CHECK(mine.has(R"("purpose":"asked")"));
    CHECK(mine.has(R"("sales":false)"));
  }
  SECTION("anybody's after that") { CHECK(next(host, "14:15", "piet").has(R"("code":"callback")")); }
  CHECK(listed(host).has(R"("code":"callback")"));
}

TEST_CASE("a callback that nobody answered is tried another day, within the office's first hour") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto promise = R"(,"callback_at":"2026-11-23T14:00:00+01:00")";
  const auto call = call_id(next(host, "10:00", "jan"));
  REQUIRE(report(host, outcome("R1", call, "10:05", "callback", "jan", promise)).status == RENDABEL_OK);
  const auto back = call_id(next(host, "14:00", "jan"));
  REQUIRE(report(host, outcome("R2", back, "14:01", "no_answer", "jan")).has(R"("on":"2026-11-24")"));
  const Answer list = listed(host, "2026-11-24");
  INFO(list.body);
  CHECK(list.has(R"("lane":"now")"));
  CHECK(list.has(R"("not_before":null,"deadline":"2026-11-24T10:00:00+01:00")"));
}

TEST_CASE("a time agreed before an objection ends with it") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto call = call_id(next(host, "10:00", "jan"));
  const auto promise = R"(,"callback_at":"2026-11-25T14:00:00+01:00")";
  REQUIRE(report(host, outcome("R1", call, "10:05", "callback", "jan", promise)).status == RENDABEL_OK);
  REQUIRE(listed(host, "2026-11-25").has(R"("code":"callback")"));
  const std::string objection =
      R"({"account_id":"C1","kind":"objection","at":"2026-11-24T09:00:00+01:00","record":{}})";
  REQUIRE(Answer(rendabel_events_record(host.engine, objection.data(),
                                        static_cast<std::int64_t>(objection.size()), nullptr, 0))
              .status == RENDABEL_OK);
  const Answer kept = host.exported("C1");
  INFO(kept.body);
  CHECK_FALSE(kept.has(R"("state":"open","closed_why":null)"));
  CHECK(listed(host, "2026-11-25").has(R"("withdrawn_why":"objection")"));
}

TEST_CASE("the third skip goes to the team leader, and who skipped a call does not get it again") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const std::string why = R"(,"skip_reason":"knows_better")";
  int number = 0;
  Answer told(nullptr);
  for (const auto* agent : {"jan", "piet", "kees"}) {
    const auto call = call_id(next(host, "10:00", agent));
    told = report(host, outcome("R" + std::to_string(++number), call, "10:01", "skipped", agent, why));
    REQUIRE(told.status == RENDABEL_OK);
    CHECK(next(host, "10:02", agent).has(R"("call":null)"));
  }
  CHECK(told.has(R"("kind":"team_leader")"));
  CHECK(next(host, "10:03", "joris").has(R"("call":null)"));
  CHECK(host.exported("C1").has(R"("state":"parked","closed_why":"team_leader")"));
}
