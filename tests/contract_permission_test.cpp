// May we call, explained through the contract: each outcome with its rule, the person, and when it may be.
#include <catch2/catch.hpp>

#include "contract_desk.hpp"

namespace {

Answer permission(const Host& host, const std::string& more, const std::string& time = "10:00",
                  const char* options = R"({"language":"nl"})", const std::string& day = desk_day) {
  const std::string query = R"({"account_id":"C1","at":")" + clock_of(time, day) + "\"" + more + "}";
  return Answer(rendabel_permission_get(host.engine, query.data(), static_cast<std::int64_t>(query.size()),
                                        options, -1));
}
Answer asked(const Host& host, const std::string& query) {
  return Answer(rendabel_permission_get(host.engine, query.data(), static_cast<std::int64_t>(query.size()),
                                        nullptr, 0));
}

/// A customer of one person, P1, with a number and a mail address; `kind` as in person_kind.
std::string with_person(const std::string& kind, const std::string& person = "",
                        const std::string& account = "") {
  return R"({"account":{"id":"C1","person_kind":")" + kind + "\"" + account +
         R"(},"as_of":"2026-11-23","contacts":[{"id":"P1","name":"Eva","phone":"0401234567",)" +
         R"("email":"eva@example.nl")" + person + R"(}],"orders":[{"id":"O1","date":"2026-10-01",)" +
         R"("net_amount":100.00,"cost_of_goods":60.00}])";
}

}  // namespace

TEST_CASE("a company may be called for marketing within the hours, and the answer says all it looked at") {
  Host host;
  REQUIRE(host.save(with_person("legal") + "}").status == RENDABEL_OK);
  const Answer told = permission(host, "");
  INFO(told.body << told.message);
  CHECK(told.body ==
        R"({"account_id":"C1","contact_id":"P1","at":"2026-11-23T10:00:00+01:00","purpose":"marketing",)"
        R"("judged_as":"marketing","reason":null,"source_id":null,"channel":"voice","allowed":"allowed",)"
        R"("rule":"NL5","text":"Rechtspersoon: bellen mag; schrijven aan eigen klanten of met toestemming",)"
        R"("country":"NL","person_kind":"legal","relation":"customer","address":"0401234567",)"
        R"("phone_e164":"31401234567","next_allowed":"2026-11-23T10:00:00+01:00"})");
  CHECK(permission(host, "", "10:00", R"({"language":"en"})").has(R"("text":"Legal person: may be called)"));
  CHECK_FALSE(permission(host, "", "10:00", R"({"text":false})").has(R"("text":)"));
}

TEST_CASE("outside the hours it is not now, with the first moment that is") {
  Host host;
  REQUIRE(host.save(with_person("legal") + "}").status == RENDABEL_OK);
  const Answer early = permission(host, "", "08:59");
  INFO(early.body);
  CHECK(early.has(R"("allowed":"not_now","rule":"NL2")"));
  CHECK(early.has(R"("next_allowed":"2026-11-23T09:00:00+01:00")"));
  CHECK(permission(host, "", "09:00").has(R"("allowed":"allowed")"));
  CHECK(permission(host, "", "17:29").has(R"("allowed":"allowed")"));
  CHECK(permission(host, "", "17:30").has(R"("next_allowed":"2026-11-24T09:00:00+01:00")"));
  // The Saturday after: the office is closed until Monday.
  const Answer saturday = permission(host, "", "11:00", nullptr, "2026-11-28");
  CHECK(saturday.has(R"("next_allowed":"2026-11-30T09:00:00+01:00")"));
  CHECK(permission(host, R"(,"channel":"email")", "03:00").has(R"("allowed":"allowed")"));
}

TEST_CASE("a natural person is called with an opt-in only, and one of unknown kind counts as natural") {
  Host host;
  for (const std::string kind : {"natural", "unknown"}) {
    REQUIRE(host.save(with_person(kind) + "}").status == RENDABEL_OK);
    const Answer told = permission(host, "");
    INFO(told.body);
    CHECK(told.has(R"("allowed":"no")"));
    CHECK(told.has(R"("person_kind":")" + kind + "\""));
    CHECK(told.has(R"("next_allowed":null)"));
  }
  REQUIRE(host.save(with_person("natural", R"(,"consents":[{"purpose":"marketing","channel":"voice",)"
                                           R"("given_on":"2026-11-01"}])") +
                    "}")
              .status == RENDABEL_OK);
  CHECK(permission(host, "").has(R"("allowed":"allowed","rule":"NL6")"));
  CHECK(permission(host, R"(,"channel":"whatsapp")").has(R"("allowed":"no")"));
}

TEST_CASE("an objection denies marketing on every channel, and neither service nor a later request") {
  Host host;
  REQUIRE(host.save(with_person("legal", R"(,"objected_on":"2026-11-20")") + "}").status == RENDABEL_OK);
  for (const std::string channel :
       {"voice", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "message"})
    CHECK(permission(host, R"(,"channel":")" + channel + "\"").has(R"("allowed":"no","rule":"NL1")"));
  CHECK(permission(host, R"(,"purpose":"service")").has(R"("allowed":"allowed","rule":"NL3")"));
  // Nobody asked for anything: a claim that somebody did is worth nothing.
  const Answer claimed = permission(host, R"(,"purpose":"asked")");
  CHECK(claimed.has(R"("purpose":"asked","judged_as":"marketing","reason":null)"));
  CHECK(claimed.has(R"("allowed":"no","rule":"NL1")"));
  const std::string inquiry = R"(,"inquiries":[{"id":"I1","at":"2026-11-23T09:30:00+01:00",)"
                              R"("kind":"information","contact_id":"P1"}]})";
  REQUIRE(host.save(with_person("legal", R"(,"objected_on":"2026-11-20")") + inquiry).status == RENDABEL_OK);
  const Answer later = permission(host, R"(,"purpose":"asked")");
  INFO(later.body);
  CHECK(later.has(R"("judged_as":"asked","reason":"inquiry","source_id":"I1")"));
  CHECK(later.has(R"("allowed":"allowed","rule":"NL4")"));
  CHECK(permission(host, "").has(R"("allowed":"no","rule":"NL1")"));
}

TEST_CASE("do-not-call binds the telephone alone") {
  Host host;
  REQUIRE(host.save(with_person("legal", R"(,"do_not_call":true)") + "}").status == RENDABEL_OK);
  CHECK(permission(host, "").has(R"("allowed":"no","rule":"NL1")"));
  CHECK(permission(host, R"(,"channel":"email")").has(R"("allowed":"allowed")"));
  CHECK(permission(host, R"(,"channel":"email")").has(R"("address":"eva@example.nl","phone_e164":null)"));
}

TEST_CASE("a country without rules allows known business customers only") {
  Host host;
  REQUIRE(host.save(with_person("legal", "", R"(,"country":"SE")") + "}").status == RENDABEL_OK);
  CHECK(permission(host, "").has(R"("allowed":"allowed","rule":"XX2")"));
  REQUIRE(host.save(with_person("natural", "", R"(,"country":"SE")") + "}").status == RENDABEL_OK);
  const Answer told = permission(host, "");
  CHECK(told.has(R"("allowed":"no","rule":"XX3")"));
  CHECK(told.has(R"("country":"SE")"));
}

TEST_CASE("without a contact it is whoever may be reached first, with one it is that one") {
  Host host;
  const std::string two =
      R"({"account":{"id":"C1","person_kind":"legal","phone":"0407654321"},"as_of":"2026-11-23","contacts":[)"
      R"({"id":"P1","role":"inkoop","phone":"0401234567","objected_on":"2026-11-01"},)"
      R"({"id":"P2","role":"verkoop","phone":"0401234568"},{"id":"P3","active":false}],)"
      R"("orders":[{"id":"O1","date":"2026-10-01","net_amount":100.00,"cost_of_goods":60.00}]})";
  REQUIRE(host.save(two).status == RENDABEL_OK);
  CHECK(permission(host, "").has(R"("contact_id":"P2")"));
  CHECK(permission(host, R"(,"contact_id":"P1")").has(R"("allowed":"no","rule":"NL1")"));
  CHECK(permission(host, R"(,"contact_id":"C1")").has(R"("address":"0407654321")"));
  CHECK(permission(host, R"(,"contact_id":"P3")").status == RENDABEL_NOT_FOUND);
  CHECK(permission(host, R"(,"contact_id":"P9")").status == RENDABEL_NOT_FOUND);
  CHECK(permission(host, R"(,"contact_id":"P1","channel":"sms")").has(R"("address":null)"));
}

TEST_CASE("it says what the card says, and leases nothing") {
  Host host;
  REQUIRE(host.save(with_inquiry("C1", "0401234567")).status == RENDABEL_OK);
  const Answer told = permission(host, R"(,"purpose":"asked")");
  const Answer again = permission(host, R"(,"purpose":"asked")");
  CHECK(told.body == again.body);
  const Answer card = next(host, "10:00", "jan");
  INFO(told.body << card.body);
  CHECK(told.has(R"("allowed":"allowed","rule":"NL4","text":")"));
  CHECK(card.has(R"("permission":{"allowed":"allowed","rule":"NL4","text":")"));
}

TEST_CASE("a bad query is findings by field, all of them, and an unknown account is not found") {
  Host host;
  REQUIRE(host.save(with_person("legal") + "}").status == RENDABEL_OK);
  const Answer bad =
      asked(host, R"({"account_id":"C1","at":"2026-11-23T10:00:00","purpose":"fun","channel":"fax"})");
  INFO(bad.body);
  CHECK(bad.status == RENDABEL_BAD_INPUT);
  for (const std::string field : {"at", "purpose", "channel"}) CHECK(bad.has(R"("field":")" + field + "\""));
  CHECK(asked(host, R"({"account_id":"C1"})").has(R"("field":"at")"));
  CHECK(asked(host, R"({"at":"2026-11-23T10:00:00+01:00"})").has(R"("field":"account_id")"));
  CHECK(asked(host, R"({"account_id":"C1","at":"2026-11-23T10:00:00+01:00","who":"P1"})")
            .has(R"("field":"who")"));
  CHECK(asked(host, "[]").status == RENDABEL_BAD_INPUT);
  CHECK(asked(host, R"({"account_id":"C9","at":"2026-11-23T10:00:00+01:00"})").status == RENDABEL_NOT_FOUND);
}
