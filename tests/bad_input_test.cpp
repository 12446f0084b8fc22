#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "tests/support/documents.hpp"

using namespace rendabel;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using rendabel::test::findings_of;
using rendabel::test::only_finding;
using rendabel::test::snapshot_with;

namespace {
std::string order(std::string_view members) {
  return snapshot_with(R"("orders":[{"id":"S1","date":"2026-05-01"},{"id":"S2","date":"2026-05-01",)" +
                       std::string(members) + "}]");
}
std::string account(std::string_view members) {
  return R"({"account":{"id":"K1",)" + std::string(members) + R"(},"as_of":"2026-11-23"})";
}
std::string nested(int levels) {
  std::string text;
  for (int i = 0; i < levels; ++i) text += "[";
  for (int i = 0; i < levels; ++i) text += "]";
  return text;
}
}  // namespace

TEST_CASE("A wrong type is found with its path and both types") {
  CHECK_THAT(only_finding(order(R"("net_amount":true)")),
             StartsWith("orders[1].net_amount: true or false stands where an amount"));
  CHECK_THAT(only_finding(order(R"("net_amount":[1])")), StartsWith("orders[1].net_amount: an array"));
  CHECK_THAT(only_finding(order(R"("rush":1)")), StartsWith("orders[1].rush: a number"));
  CHECK_THAT(only_finding(order(R"("date2":1)")), StartsWith("orders[1].date2: is no key"));
  CHECK_THAT(only_finding(snapshot_with(R"("orders":{})")),
             StartsWith("orders: an object stands where an array"));
  CHECK_THAT(only_finding(snapshot_with(R"("orders":[null])")), StartsWith("orders[0]: null"));
  CHECK_THAT(only_finding(snapshot_with(R"("revision":1.5)")), StartsWith("revision: is not a whole number"));
  CHECK_THAT(only_finding("[]"), StartsWith(": the document is not an object"));
  CHECK_THAT(only_finding("null"), StartsWith(": the document is not an object"));
}

TEST_CASE("An impossible date and a time without an offset are found") {
  CHECK_THAT(only_finding(R"({"account":{"id":"K1"},"as_of":"2026-02-30"})"), StartsWith("as_of: is no day"));
  CHECK_THAT(only_finding(snapshot_with(R"("inquiries":[{"id":"V1","at":"2026-11-20T10:00:00"}])")),
             StartsWith("inquiries[0].at: is a time without an offset"));
  CHECK_THAT(only_finding(snapshot_with(R"("inquiries":[{"id":"V1","at":"2026-11-20"}])")),
             StartsWith("inquiries[0].at: is no time"));
  CHECK_THAT(
      only_finding(snapshot_with(
          R"("invoices":[{"id":"F1","date":"2026-01-01","amount_incl_tax":1,"payments":[{"date":"20260101","amount":1}]}])")),
      StartsWith("invoices[0].payments[0].date: is no day"));
}

TEST_CASE("Overflow, NaN, exponents and too many decimals are found, as numbers and as texts") {
  for (const auto* amount :
       {"100000000000.01", "1e3", "NaN", "Infinity", "-Infinity", "1.005", "1e999", "012", "0x1", "\"1,50\"",
        "\"1e3\"", "\"NaN\"", "\"\"", "\" 1\"", "99999999999999999999999"})
    CHECK_THAT(only_finding(order(R"("net_amount":)" + std::string(amount))),
               StartsWith("orders[1].net_amount: "));
  CHECK(findings_of(order(R"("net_amount":-100000000000.00)")).empty());
  CHECK_THAT(only_finding(order(R"("lines":1.1234567)")),
             StartsWith("orders[1].lines: has more than 6 decimals"));
  CHECK_THAT(only_finding(snapshot_with(R"("revision":9223372036854775808)")),
             StartsWith("revision: is too large"));
  CHECK_THAT(only_finding(account(R"("attributes":{"size":1e999})")),
             StartsWith("account.attributes.size: is too large"));
  CHECK_THAT(only_finding(account(R"("attributes":{"size":NaN})")), StartsWith("account.attributes.size: "));
}

TEST_CASE("A negative value where only a positive one can be, and a value out of range, are found") {
  CHECK_THAT(only_finding(order(R"("freight_paid":-0.01)")),
             StartsWith("orders[1].freight_paid: is negative"));
  CHECK_THAT(only_finding(order(R"("lines":-1)")), StartsWith("orders[1].lines: must lie between"));
  CHECK_THAT(only_finding(account(R"("standing_discount_percent":100.000001)")),
             StartsWith("account.standing_discount_percent: must"));
  CHECK_THAT(only_finding(snapshot_with(R"("credit_notes":[{"id":"N1","date":"2026-01-01","amount":-1}])")),
             StartsWith("credit_notes[0].amount: is negative"));
}

TEST_CASE("Bad UTF-8 is found where it stands, and everything else with it") {
  CHECK_THAT(only_finding(account("\"name\":\"Caf\xE9\"")),
             StartsWith("account.name: the text is not UTF-8"));
  const auto found = findings_of(
      order("\"channel\":\"\xC0\xAF\",\"net_amount\":1.005,\"product_groups\":[\"ok\",\"\xED\xA0\x80\"]"));
  REQUIRE(found.size() == 3);
  CHECK(found[0].field == "orders[1].channel");
  CHECK(found[1].field == "orders[1].net_amount");
  CHECK(found[2].field == "orders[1].product_groups[1]");
  CHECK_FALSE(findings_of("\xFF\xFE{").empty());
  const auto key = findings_of(account("\"na\xFFme\":1"));
  REQUIRE(key.size() == 2);  // no key of ours either
  CHECK(key[0].field == "account.na?me");
  CHECK_THAT(key[0].why, Contains("UTF-8"));
  CHECK_THAT(only_finding(account(R"("name":"\ud800")")), StartsWith("account.name: a text holds an escape"));
  CHECK_THAT(only_finding(account("\"name\":\"a\nb\"")), StartsWith("account.name: a control character"));
}

TEST_CASE("A key that stands twice is found, also where nobody reads it") {
  CHECK_THAT(only_finding(order(R"("net_amount":1,"net_amount":2)")),
             StartsWith("orders[1].net_amount: stands here twice"));
  CHECK_THAT(only_finding(order(R"("net_amount":1,"net\u005famount":2)")),
             StartsWith("orders[1].net_amount: stands here twice"));
  CHECK_THAT(only_finding(account(R"("attributes":{"a":1,"b":2,"a":3})")),
             StartsWith("account.attributes.a: stands here twice"));
  CHECK(findings_of(account(R"("own":{"a":{"x":1,"x":2}})")).size() == 2);  // unknown key, and x twice in it
}

TEST_CASE(
    "An id that stands twice in its array is found, in rising order or not; elsewhere it may stand again") {
  CHECK_THAT(
      only_finding(snapshot_with(
          R"("orders":[{"id":"S2","date":"2026-05-01"},{"id":"S1","date":"2026-05-01"},{"id":"S2","date":"2026-05-01"}])")),
      StartsWith("orders[2].id: is the id of an earlier one"));
  CHECK_THAT(only_finding(snapshot_with(
                 R"("orders":[{"id":"S1","date":"2026-05-01"},{"id":"S1","date":"2026-05-01"}])")),
             StartsWith("orders[1].id"));
  CHECK(
      findings_of(
          snapshot_with(
              R"("orders":[{"id":"1","date":"2026-05-01"}],"invoices":[{"id":"1","date":"2026-05-01","amount_incl_tax":1}])"))
          .empty());
}

TEST_CASE("An id is a text of 1 to 128 bytes without control characters") {
  CHECK_THAT(only_finding(R"({"account":{"id":17},"as_of":"2026-11-23"})"),
             StartsWith("account.id: a number stands where an id"));
  CHECK_THAT(only_finding(R"({"account":{"id":""},"as_of":"2026-11-23"})"),
             StartsWith("account.id: is an empty id"));
  for (const auto* bad : {"a\\tb", "a\\u0000b", "a\\u007fb", "a\\u0085b"})
    CHECK_THAT(only_finding(R"({"account":{"id":")" + std::string(bad) + R"("},"as_of":"2026-11-23"})"),
               StartsWith("account.id: is an id with a control character"));
  CHECK(findings_of(R"({"account":{"id":")" + std::string(128, 'x') + R"("},"as_of":"2026-11-23"})").empty());
  CHECK_THAT(only_finding(R"({"account":{"id":")" + std::string(129, 'x') + R"("},"as_of":"2026-11-23"})"),
             StartsWith("account.id: is an id of more"));
  CHECK_THAT(only_finding(order(R"("id":"S3")")), Contains("stands here twice"));
}

TEST_CASE("What is required is asked for, null being nothing") {
  CHECK_THAT(only_finding(R"({"account":{"id":"K1"}})"), StartsWith("as_of: is required"));
  CHECK_THAT(only_finding(R"({"account":{"id":null},"as_of":"2026-11-23"})"),
             StartsWith("account.id: is required"));
  CHECK_THAT(only_finding(R"({"as_of":"2026-11-23"})"), StartsWith("account: is required"));
  CHECK_THAT(only_finding(snapshot_with(R"("orders":[{"id":"S1"}])")),
             StartsWith("orders[0].date: is required"));
}

TEST_CASE("Another currency than the book's is found") {
  CHECK_THAT(only_finding(account(R"("currency":"USD")")),
             StartsWith("account.currency: is not the currency of the book, EUR"));
  CHECK_THAT(only_finding(account(R"("currency":"ABC")")), StartsWith("account.currency: is no currency"));
  CHECK_THAT(only_finding(account(R"("currency":"eur")")), StartsWith("account.currency: is no currency"));
  CHECK_THAT(only_finding(account(R"("country":"Netherlands")")),
             StartsWith("account.country: is no country"));
}

TEST_CASE("Amounts that do not add up are found at the order") {
  CHECK_THAT(only_finding(order(R"("list_amount":100,"discount_amount":10,"net_amount":90.01)")),
             StartsWith("orders[1].net_amount: does not add up"));
  CHECK(findings_of(order(R"("list_amount":100,"discount_amount":10,"net_amount":90)")).empty());
  CHECK(findings_of(order(R"("list_amount":100,"net_amount":120)")).empty());
}

TEST_CASE("A word that is none of the known ones and a text too long are found") {
  CHECK_THAT(only_finding(account(R"("person_kind":"company")")),
             StartsWith("account.person_kind: is none of unknown, legal, natural"));
  CHECK_THAT(only_finding(order(R"("derived_from":"")")),
             StartsWith("orders[1].derived_from: is none of invoice"));
  CHECK_THAT(only_finding(account(R"("name":")" + std::string(201, 'x') + "\"")),
             StartsWith("account.name: is longer than 200 bytes"));
  CHECK_THAT(only_finding(account(R"("name":"a\u0000b")")), StartsWith("account.name: holds a zero byte"));
}

TEST_CASE("A document over its limits is found: 16 MiB, 64 levels") {
  CHECK_THAT(only_finding(std::string(abi::document_bytes_max + 1, ' ')),
             StartsWith(": is over the limit of 16 MiB"));
  CHECK(findings_of(snapshot_with("\"own\":" + nested(63))).size() ==
        1);  // no key of this document, but not too deep
  CHECK(findings_of(snapshot_with("\"own\":" + nested(64))).size() == 2);
  CHECK(findings_of(snapshot_with("\"own\":" + nested(100'000))).size() == 2);
  CHECK_THAT(only_finding(account("\"attributes\":{\"a\":" + nested(2) + "}")),
             StartsWith("account.attributes.a: an array"));
}

TEST_CASE("Text that is no JSON is found where it breaks off") {
  CHECK_THAT(only_finding(""), StartsWith(": the document is empty"));
  CHECK_THAT(only_finding("   \n"), StartsWith(": the document is empty"));
  CHECK_THAT(only_finding(R"({"account":{"id":"K1"},"as_of":"2026-11-23"} x)"),
             Contains("something follows"));
  CHECK_THAT(only_finding(R"({"account":{"id":"K1"},"as_of":"2026-11-23"}{})"),
             StartsWith(": something follows"));
  for (const auto* text :
       {R"({"account":{"id":"K1"},"as_of":"2026-11-23")", R"({"account":{"id":"K1"},"as_of":"2026-11-23",})",
        R"({"account":{"id":"K1"} "as_of":"2026-11-23"})", R"({"account":{"id":"K1"},"as_of":"2026-11-23)",
        R"({"account":{"id":"K1"],"as_of":"2026-11-23"})", "{", "}", "\"", "{]", "{\"a\"", "{\"a\":}",
        "{1:2}", R"({"account":{"id":"K1":"x"},"as_of":"2026-11-23"})",
        R"({"account":{"id":"K1"},"as_of":"2026-11-23","own":tru})",
        R"({"account":{"id":"K1"},"as_of":"2026-11-23","own":[1 2]})",
        R"({"account":{"id":"K1"},"as_of":"2026-11-23","own":"a"b})"})
    CHECK_FALSE(findings_of(text).empty());
}

TEST_CASE("Values in keys that nobody knows are checked as well") {
  CHECK(findings_of(snapshot_with(R"("own":{"ok":[1,2.5,"x",null,true]})")).size() == 1);
  for (const auto* value : {"NaN", "01", "[1,NaN]", "{\"a\":nul}", "\"\\x\"", "{\"a\":1e999}", "\"\\ud800\""})
    CHECK(findings_of(snapshot_with(R"("own":)" + std::string(value))).size() == 2);
}

TEST_CASE("All findings come at once, by record and field; the first thousand are kept and all are counted") {
  Arena arena;
  Snapshot snapshot;
  Findings findings;
  abi::read_snapshot(
      R"({"account":{"id":1,"x":2,"since":"never"},"as_of":3,"orders":[{"id":"S1","net_amount":"a"}]})", 17,
      "EUR", arena, snapshot, findings);
  std::vector<std::string> fields;
  for (const auto& finding : findings.kept()) {
    CHECK(finding.record == 17);
    fields.push_back(finding.field);
  }
  CHECK(fields == std::vector<std::string>{"account.id", "account.x", "account.since", "as_of",
                                           "orders[0].net_amount", "orders[0].date"});
  std::string many;
  for (int i = 0; i < 1500; ++i) many += "\"k" + std::to_string(i) + "\":1,";
  Findings counted;
  abi::read_snapshot(account(many + "\"name\":\"x\""), 1, "EUR", arena, snapshot, counted);
  CHECK(counted.kept().size() == 1000);
  CHECK(counted.total() == 1500);
}

TEST_CASE("A finding tells fields and reasons, never a value of the host") {
  for (const auto& finding : findings_of(account(
           R"("name":17,"phone":["+31 20 1234567"],"email":{"a":"jan@example.nl"},"person_kind":"Jan")"))) {
    CHECK(finding.why.find("31 20") == std::string::npos);
    CHECK(finding.why.find("Jan") == std::string::npos);
    CHECK(finding.why.find("example") == std::string::npos);
  }
}
