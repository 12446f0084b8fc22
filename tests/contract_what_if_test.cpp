// what_if through the contract: the answer beside the assessment, and a finding for all that cannot be asked.
#include <catch2/catch.hpp>

#include "contract_host.hpp"

namespace {

const std::string facts =
    R"({"account":{"id":"C1","since":"2019-01-01"},"as_of":"2026-11-23","orders":[{"id":"O1","date":"2026-10-01",)"
    R"("list_amount":1000,"net_amount":900,"cost_of_goods":600,"channel":"phone","lines":1,"carriage_paid":false,)"
    R"("contribution":0}],"credit_notes":[],"invoices":[],"activities":[{"id":"V1","date":"2026-10-01",)"
    R"("kind":"visit"}],"quotes":[],"inquiries":[]})";

Answer preview(const Host& host, const std::string& options) {
  return Answer(rendabel_account_preview(host.engine, facts.data(), static_cast<std::int64_t>(facts.size()),
                                         options.data(), static_cast<std::int64_t>(options.size())));
}
std::string what_if(const std::string& asked) { return R"({"text":false,"what_if":)" + asked + "}"; }

}  // namespace

TEST_CASE("the supposition stands beside the facts, with what it changes and where that breaks even") {
  Host host;
  const Answer plain = preview(host, R"({"text":false})");
  const Answer asked = preview(host, what_if(R"({"discount_percent":40,"visits":0})"));
  INFO(asked.body << asked.message);
  REQUIRE(asked.status == RENDABEL_OK);
  CHECK_FALSE(plain.has("\"what_if\""));
  // 900 − 600 − 3.75 − 2.25 − 11.25 − 400; without 300.00 of the price and without the visit.
  CHECK(asked.has(R"("what_if":{"before":-117.25,"after":-17.25,"difference":100.00)"));
  CHECK(asked.has(R"({"name":"discount_percent","from":10,"to":40,"break_even":38.27})"));
  CHECK(asked.has(R"({"name":"visits","from":1,"to":0,"break_even":null})"));
  const auto at = asked.body.find(",\"what_if\":");
  CHECK(plain.body.compare(0, at, asked.body, 0, at) == 0);
}

TEST_CASE("nothing asked answers nothing") {
  Host host;
  CHECK_FALSE(preview(host, what_if("{}")).has("\"what_if\""));
}

TEST_CASE("what cannot be asked is a finding by its key") {
  Host host;
  const std::pair<const char*, const char*> bad[] = {
      {R"({"discount_percent":100.1})", "discount_percent"},
      {R"({"discount_percent":-1})", "discount_percent"},
      {R"({"discount_percent":"ten"})", "discount_percent"},
      {R"({"orders":0})", "orders"},
      {R"({"orders":100001})", "orders"},
      {R"({"orders":1.5})", "orders"},
      {R"({"order_value":-0.01})", "order_value"},
      {R"({"order_value":1.005})", "order_value"},
      {R"({"days_late":3650.1})", "days_late"},
      {R"({"days_late":-1})", "days_late"},
      {R"({"charge_shipping":"yes"})", "charge_shipping"},
      {R"({"charge_shipping":1})", "charge_shipping"},
      {R"({"small_order_fee":-1})", "small_order_fee"},
      {R"({"channel":7})", "channel"},
      {R"({"delivery":[]})", "delivery"},
      {R"({"visits":1000.5})", "visits"},
      {R"({"visits":-1})", "visits"},
      {R"({"calls":10001})", "calls"},
      {R"({"margin":5})", "margin"},
  };
  for (const auto& [asked, field] : bad) {
    const Answer answer = preview(host, what_if(asked));
    INFO(asked << answer.body);
    CHECK(answer.name() == "bad_input");
    CHECK(answer.has(std::string(R"("field":"options.what_if.)") + field + "\""));
  }
  const auto long_channel = R"({"channel":")" + std::string(65, 'x') + "\"}";
  CHECK(preview(host, what_if(long_channel)).has(R"("field":"options.what_if.channel")"));
  CHECK(preview(host, what_if("7")).has(R"("field":"options.what_if")"));
  const Answer both = preview(host, what_if(R"({"orders":0,"visits":-1})"));
  CHECK(both.has(R"("field":"options.what_if.orders")"));
  CHECK(both.has(R"("field":"options.what_if.visits")"));
}

TEST_CASE("only a preview takes what_if: a save with it stores nothing") {
  Host host;
  const std::string options = what_if(R"({"visits":0})");
  const Answer saved(rendabel_account_save(host.engine, facts.data(), static_cast<std::int64_t>(facts.size()),
                                           options.data(), static_cast<std::int64_t>(options.size())));
  CHECK(saved.name() == "bad_input");
  CHECK(saved.has(R"("field":"options.what_if")"));
  CHECK(Answer(rendabel_account_get(host.engine, "C1", "2026-11-23", nullptr, 0)).name() == "not_found");
}
