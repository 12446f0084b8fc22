// The customer is on the line, or an agent opens an account himself, through the contract.
#include <catch2/catch.hpp>

#include "contract_desk.hpp"

TEST_CASE("a customer who calls is found by his number, and today's planned call is done with that") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "040 123 45 67")).status == RENDABEL_OK);
  REQUIRE(listed(host).has(R"("state":"open")"));
  const Answer card = open_call(host, "10:00", "jan", R"({"phone":"+31401234567","direction":"in"})");
  INFO(card.body << card.message);
  REQUIRE(card.status == RENDABEL_OK);
  CHECK(card.has(R"("account_id":"C1")"));
  CHECK(card.has(R"("direction":"in")"));
  CHECK(card.has(R"("code":"quote","source_id":"Q1")"));
  CHECK(card.has(R"("lease_until":"2026-11-23T10:20:00+01:00")"));
  CHECK(card.has(R"("sales":true)"));
  const Answer list = listed(host);
  CHECK(list.has(R"("lane":"today","state":"done")"));
  CHECK(list.has(R"("lane":"now","state":"leased")"));
  CHECK(next(host, "10:05", "jan").body.substr(0, 200) == card.body.substr(0, 200));
  CHECK(next(host, "10:05", "piet").has(R"("call":null)"));
  SECTION("its outcome is reported like any other") {
    const Answer told =
        report(host, outcome("R1", call_id(card), "10:10", "order", "jan", R"(,"amount":5000.00)"));
    INFO(told.body << told.message);
    CHECK(told.has(R"("state":"closed","step":"closed","why":"order")"));
    CHECK(next(host, "10:11", "jan").has(R"("call":null)"));
  }
  SECTION("after a conversation that nobody reported the account rests, and its case comes back") {
    CHECK(next(host, "10:20", "piet").has(R"("call":null)"));
    CHECK(next(host, "10:20", "piet", "2026-11-27").has(R"("call":null)"));
    CHECK(next(host, "10:20", "piet", "2026-11-30").has(R"("account_id":"C1")"));
  }
}

TEST_CASE("several accounts with the number are a choice, and nothing is leased") {
  Host host;
  REQUIRE(host.save(snapshot_with("C2", "0401234567", "")).status == RENDABEL_OK);
  REQUIRE(host.save(snapshot_with("C1", "0401234567", "")).status == RENDABEL_OK);
  const Answer choice = open_call(host, "10:00", "jan", R"({"phone":"0401234567"})");
  INFO(choice.body << choice.message);
  CHECK(choice.has(R"({"call":null,"choices":[{"account_id":"C1","name":"Firma C1")"));
  CHECK(choice.has(R"({"account_id":"C2")"));
  CHECK(
      open_call(host, "10:00", "piet", R"({"account_id":"C2","direction":"in"})").has(R"("state":"leased")"));
}

TEST_CASE("an inbound call takes the account over; the late report of who had it is refused") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const auto call = call_id(next(host, "10:00", "jan"));
  CHECK(open_call(host, "10:01", "piet", R"({"account_id":"C1"})").status == RENDABEL_STATE);
  const Answer taken = open_call(host, "10:02", "piet", R"({"account_id":"C1","direction":"in"})");
  REQUIRE(taken.status == RENDABEL_OK);
  CHECK(report(host, outcome("R1", call, "10:03", "spoke", "jan")).status == RENDABEL_STATE);
  CHECK(report(host, outcome("R2", call_id(taken), "10:04", "spoke", "piet")).status == RENDABEL_OK);
  // Nobody has it any more: now the late one is taken, as a contact.
  CHECK(report(host, outcome("R1", call, "10:05", "spoke", "jan")).status == RENDABEL_OK);
}

TEST_CASE("a complaint is solved first; sales hints come once it is marked solved") {
  Host host;
  REQUIRE(host.save(with_inquiry("C1", "0401234567", "complaint")).status == RENDABEL_OK);
  const Answer card = open_call(host, "10:00", "jan", R"({"account_id":"C1","direction":"in"})");
  INFO(card.body << card.message);
  CHECK(card.has(R"("sales":false,"solve_first":true)"));
  CHECK(card.has(R"("cross_sell":[],"needs":[],"ask":[])"));
  REQUIRE(host.save(snapshot_with("C1", "0401234567",
                                  R"(,"inquiries":[{"id":"I1","at":"2026-11-23T09:30:00+01:00",)"
                                  R"("kind":"complaint","solved_at":"2026-11-23T10:05:00+01:00"}])"))
              .status == RENDABEL_OK);
  const Answer later = next(host, "10:06", "jan");
  CHECK(later.has(R"("sales":true,"solve_first":false)"));
  CHECK(later.has(R"("ask":["upgrade")"));
}

TEST_CASE(
    "an agent may open an account himself, as service; outside the hours he gets a card without a lease") {
  Host host;
  REQUIRE(host.save(snapshot_with("C1", "0401234567", "")).status == RENDABEL_OK);
  const Answer early = open_call(host, "08:00", "jan", R"({"account_id":"C1"})");
  INFO(early.body << early.message);
  CHECK(early.has(R"("lease_until":null)"));
  CHECK(early.has(R"("allowed":"not_now")"));
  CHECK(early.has(R"("channels":[])"));
  const Answer card = open_call(host, "10:00", "jan", R"({"account_id":"C1"})");
  CHECK(card.has(R"("purpose":"service")"));
  CHECK(card.has(R"("sales":false)"));
  CHECK(card.has(R"("rule":"NL3")"));
  CHECK(open_call(host, "10:01", "piet", R"({"account_id":"C1"})").status == RENDABEL_STATE);
}

TEST_CASE("who may not see amounts gets none: no result, no margin, no quote's sum") {
  Host host;
  REQUIRE(host.save(with_quote("C1", "0401234567")).status == RENDABEL_OK);
  const Answer whole = next(host, "10:00", "jan");
  CHECK(whole.has("2000.00"));
  const Answer bare = next(host, "10:01", "jan", desk_day, R"({"amounts":false,"language":"nl"})");
  INFO(bare.body);
  for (const auto* amount : {"2000", "5000", "5.000", "nettoresultaat", "100,00"})
    CHECK_FALSE(bare.has(amount));
  CHECK(bare.has(R"("verdict":null)"));
  CHECK(bare.has("Laatste order 01-10-2026"));
}

TEST_CASE("a sole trader who never agreed is on no list, but may be helped when he calls") {
  Host host;
  const std::string trader =
      R"({"account":{"id":"Z1","phone":"0612345678","person_kind":"natural"},"as_of":"2026-11-23",)"
      R"("orders":[{"id":"O1","date":"2024-10-01","net_amount":900.00,"cost_of_goods":500.00},)"
      R"({"id":"O2","date":"2024-11-01","net_amount":900.00,"cost_of_goods":500.00},)"
      R"({"id":"O3","date":"2024-12-01","net_amount":900.00,"cost_of_goods":500.00}]})";
  REQUIRE(host.save(trader).status == RENDABEL_OK);
  CHECK(next(host, "10:00", "jan").has(R"("call":null)"));
  const Answer card = open_call(host, "10:00", "jan", R"({"phone":"0612345678","direction":"in"})");
  INFO(card.body << card.message);
  CHECK(card.has(R"("reasons":[])"));
  CHECK(card.has(R"("opt_in")"));
}
