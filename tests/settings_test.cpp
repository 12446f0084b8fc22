#include "plugin/base/settings.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "abi/documents/reader.hpp"
#include "plugin/base/currency.hpp"

using namespace rendabel;
using namespace rendabel::abi;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {
Settings good(std::string_view json) {
  Findings findings;
  Settings settings = read_settings(json, findings);
  INFO(json);
  REQUIRE(findings.kept() == std::vector<Finding>{});
  return settings;
}
std::string bad(std::string_view json) {
  Findings findings;
  read_settings(json, findings);
  if (findings.total() != 1) return std::to_string(findings.total()) + " findings";
  return findings.kept().front().field + ": " + findings.kept().front().why;
}
}  // namespace

TEST_CASE("Without an owner's word everything has its default") {
  const Settings settings = good("{}");
  CHECK(settings.currency == "EUR");
  CHECK(settings.minute_rate == Micro{750'000});
  CHECK(settings.activity_rates.at("visit") == Rate{Rate::Kind::money, {400 * micro}});
  CHECK(settings.activity_rates.at("order") == Rate{Rate::Kind::minutes, {5 * micro}});
  CHECK(settings.activity_rates.at("order.web") == Rate{Rate::Kind::money, {2 * micro}});
  CHECK_FALSE(settings.gross_margin_assumed);
  CHECK(settings.loss_min == 2500);
  CHECK(settings.scale == DiscountScale::none);
  CHECK(settings.calls.priors.at("dormant") == Micro{70'000});
  CHECK(settings_json(settings) == settings_json(Settings{}));
}

TEST_CASE("An owner's word goes before the default, null goes back to it") {
  const Settings settings =
      good(R"({"country":"BE","languages":["en","nl"],"minute_rate":1,"gross_margin_assumed":"0.3",
    "activity_rates":{"visit":250,"order":null,"km":0.3,"training":{"per_hour":60},"order.app":{"minutes":1.5}},
    "discount_scale":[{"from_revenue":0,"percent":0},{"from_revenue":10000,"percent":5.5}],"carriage_paid_from":150,"loss_min":null,
    "avoidable":{"visits":0.25,"other":0.4},"thresholds":{"late_days":10,"young_days":null},"late_payment_mode":"full_credit",
    "statutory_rates":[{"from":"2026-01-01","rate":0.1015}],"capacity":[{"drivers":["order","inquiry"],"cost":567000,"minutes":630000}],
    "calls":{"agents":{"jan":{"name":"Jan","minutes":90,"days":["mon"],"absent":[{"from":"2026-12-24","to":"2026-12-31"}],"now":false}},
      "hour":{"from":"10:00"},"office_hours":{"to":"17:00"},"steps":{"quote_next_days":[2,4]},"caps":{"per_day":2},
      "reserve":{"inquiry":0.2},"half_life_days":{"quote":7},"preset":"pilot","learn_attributes":["tier"]},
    "law":{"nl_customer_exception_end":"2026-10-01"},"board":{"per_agent_agreed_on":"2026-02-01"},"retention":{"notes_months":6}})");
  CHECK(settings.languages == std::vector<std::string>{"en", "nl"});
  CHECK(settings.gross_margin_assumed == Micro{300'000});
  CHECK(settings.activity_rates.at("visit").value == Micro{250 * micro});
  CHECK(settings.activity_rates.at("order") == Rate{Rate::Kind::minutes, {5 * micro}});
  CHECK(settings.activity_rates.at("training") == Rate{Rate::Kind::per_hour, {60 * micro}});
  CHECK(settings.activity_rates.at("order.app") == Rate{Rate::Kind::minutes, {1'500'000}});
  CHECK(settings.activity_rates.at("call") == Rate{Rate::Kind::money, {6 * micro}});
  CHECK(settings.scale == DiscountScale::steps);
  CHECK(settings.discount_scale.at(1).from_revenue == 1'000'000);
  CHECK(settings.carriage_paid_from == 15'000);
  CHECK(settings.loss_min == 2500);
  CHECK(settings.avoidable_other == Micro{400'000});
  CHECK(settings.avoidable.at("visits") == Micro{250'000});
  CHECK(settings.avoidable.at("shipping") == Micro{micro});
  CHECK_FALSE(settings.avoidable.contains("other"));
  CHECK(settings.thresholds.late_days == Micro{10 * micro});
  CHECK(settings.thresholds.young_days == 90);
  CHECK(settings.late_payment_mode == LatePaymentMode::full_credit);
  CHECK(settings.capacity.at(0).cost == 56'700'000);
  const Calls& calls = settings.calls;
  CHECK(calls.agents.at("jan").minutes == 90);
  CHECK_FALSE(calls.agents.at("jan").now);
  CHECK(calls.hour_from == "10:00");
  CHECK(calls.office_from == "09:00");
  CHECK(calls.office_to == "17:00");
  CHECK(calls.quote_next_days == std::vector<std::int64_t>{2, 4});
  CHECK(calls.reserve.at("quote") == Micro{500'000});
  CHECK(calls.half_life_days.at("quote") == Micro{7 * micro});
  CHECK(calls.preset == "pilot");
  CHECK(to_text(settings.nl_customer_exception_end) == "2026-10-01");
  CHECK(settings.per_agent_agreed_on);
  CHECK(settings.notes_months == 6);
}

TEST_CASE("All effective values are a document that reads as the same values") {
  for (const auto* json :
       {"{}", R"({"discount_scale":"inferred","avoidable":{"other":0.1},"calls":{"agents":{"a\"b":{}}}})",
        R"({"discount_scale":[{"from_revenue":1.5,"percent":2}],"currency":"KWD","loss_min":1.005})"}) {
    const std::string once = settings_json(good(json));
    CHECK(settings_json(good(once)) == once);
  }
}

TEST_CASE("Amounts of the defaults are the same number in every currency") {
  CHECK(good(R"({"currency":"JPY"})").loss_min == 25);
  CHECK(good(R"({"loss_min":1.005,"currency":"KWD"})").loss_min == 1005);
  CHECK(good(R"({"currency":"KWD"})").small_order_fee == 15'000);
  CHECK_THAT(bad(R"({"currency":"JPY","loss_min":0.5})"), StartsWith("loss_min: has more than 0 decimals"));
}

TEST_CASE("A scale without steps is no scale") {
  CHECK(good(R"({"discount_scale":[]})").scale == DiscountScale::none);
  CHECK(good(R"({"discount_scale":null})").scale == DiscountScale::none);
  CHECK(good(R"({"discount_scale":"inferred"})").scale == DiscountScale::inferred);
}

TEST_CASE("What settings do not have, or cannot be, is found with its path") {
  CHECK_THAT(bad(R"({"minuterate":1})"), StartsWith("minuterate: is no key"));
  CHECK_THAT(bad(R"({"calls":{"agent":{}}})"), StartsWith("calls.agent: is no key"));
  CHECK_THAT(bad(R"({"calls":{"priors":{"hope":0.5}}})"), StartsWith("calls.priors.hope: is no key"));
  CHECK_THAT(bad(R"({"calls":{"priors":{"quote":1.5}}})"),
             StartsWith("calls.priors.quote: must lie between 0 and 1"));
  CHECK_THAT(bad(R"({"languages":["de"]})"), StartsWith("languages[0]: is none of nl, en"));
  CHECK_THAT(bad(R"({"languages":[]})"), StartsWith("languages: needs at least 1"));
  CHECK_THAT(bad(R"({"languages":["nl","nl"]})"), StartsWith("languages[1]: stands here twice"));
  CHECK_THAT(bad(R"({"currency":"XYZ"})"), StartsWith("currency: is no currency"));
  CHECK_THAT(bad(R"({"activity_rates":{"visit":-1}})"), StartsWith("activity_rates.visit: is negative"));
  CHECK_THAT(bad(R"({"activity_rates":{"visit":{}}})"), StartsWith("activity_rates.visit: needs either"));
  CHECK_THAT(bad(R"({"activity_rates":{"visit":{"minutes":1,"per_hour":2}}})"),
             StartsWith("activity_rates.visit: needs either"));
  CHECK_THAT(bad(R"({"activity_rates":{"visit":{"hours":1,"minutes":1}}})"),
             StartsWith("activity_rates.visit.hours: is no key"));
  CHECK_THAT(bad(R"({"activity_rates":{"visit":0.0000001}})"),
             StartsWith("activity_rates.visit: has more than 6"));
  CHECK_THAT(bad(R"({"discount_scale":[{"from_revenue":10,"percent":5},{"from_revenue":5,"percent":6}]})"),
             StartsWith("discount_scale[1]: must start"));
  CHECK_THAT(bad(R"({"discount_scale":"guessed"})"), StartsWith("discount_scale: is no scale"));
  CHECK_THAT(bad(R"({"calls":{"office_hours":{"from":"18:00"}}})"),
             StartsWith("calls.office_hours.to: must be later"));
  CHECK_THAT(bad(R"({"calls":{"hour":{"from":"24:00"}}})"), StartsWith("calls.hour.from: is no time of day"));
  CHECK_THAT(bad(R"({"calls":{"steps":{"no_answer_days":[2,1]}}})"),
             StartsWith("calls.steps.no_answer_days[1]: must be more"));
  CHECK_THAT(bad(R"({"calls":{"agents":{"jan":{"absent":[{"from":"2026-02-02","to":"2026-02-01"}]}}}})"),
             StartsWith("calls.agents.jan.absent[0].to"));
  CHECK_THAT(
      bad(R"({"statutory_rates":[{"from":"2026-07-01","rate":0.1},{"from":"2026-01-01","rate":0.1}]})"),
      StartsWith("statutory_rates[1].from"));
  CHECK_THAT(bad(R"({"late_payment_mode":"never"})"),
             StartsWith("late_payment_mode: is none of late, full_credit"));
  CHECK_THAT(bad(R"({"visits_max":12,"visits_max":12})"), StartsWith("visits_max: stands here twice"));
  CHECK_THAT(bad("[]"), StartsWith(": the document is not an object"));
}

TEST_CASE("Config wants a store and knows its limits") {
  Findings findings;
  const Config config =
      read_config(R"({"store":"/tmp/x","busy_timeout_ms":250,"durability":"full"})", findings);
  CHECK(findings.empty());
  CHECK(config.store == "/tmp/x");
  CHECK(config.busy_timeout_ms == 250);
  CHECK(config.durability == Durability::full);
  for (const auto* json :
       {"{}", R"({"store":""})", R"({"store":null})", R"({"store":"x","durability":"none"})",
        R"({"store":"x","busy_timeout_ms":-1})", R"({"store":"x","path":"y"})", ""}) {
    Findings found;
    read_config(json, found);
    CHECK(found.total() == 1);
  }
}

TEST_CASE("Each call takes its own options, and every call takes language and text") {
  Findings findings;
  CHECK(read_options("", {}, findings).text);
  const Options options = read_options(
      R"({"language":"en","text":false,"after":"K1","limit":10,"changed_since":5,"fields":"summary"})",
      {"after", "limit", "changed_since", "fields"}, findings);
  CHECK(options.language == "en");
  CHECK_FALSE(options.text);
  CHECK(options.limit == 10);
  CHECK(options.changed_since == 5);
  CHECK(options.fields == FieldSet::summary);
  const Options plan = read_options(
      R"({"present":[{"id":"jan","minutes":30},{"id":"eva"}],"replan":true,"agent":"jan","lane":"now","limit":5})",
      {"present", "replan", "agent", "lane", "limit"}, findings);
  CHECK(plan.present->size() == 2);
  CHECK_FALSE(plan.present->at(1).minutes);
  CHECK(plan.lane == Lane::now);
  CHECK(findings.empty());
  for (const auto* json :
       {R"({"after":"K1"})", R"({"language":"de"})", R"({"text":1})", R"({"present":[]})", "[]", "x"}) {
    Findings found;
    read_options(json, {}, found);
    CHECK(found.total() == 1);
  }
}

TEST_CASE("Settings of any bytes are good or have findings, and nothing worse") {
  const std::string document = settings_json(Settings{});
  CHECK(rc::check([&document] {
    std::string text = document;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text.replace(
        at, *rc::gen::inRange<std::size_t>(0, 30),
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("{}[]\",:0123456789.truefalsn"))));
    Findings findings;
    const Settings settings = read_settings(text, findings);
    if (findings.empty()) RC_ASSERT(!settings_json(settings).empty());
  }));
}

TEST_CASE("Currencies have the decimals of ISO 4217") {
  CHECK(currency_decimals("EUR") == 2);
  CHECK(currency_decimals("JPY") == 0);
  CHECK(currency_decimals("KWD") == 3);
  CHECK_FALSE(currency_decimals("XAU"));
  CHECK_FALSE(currency_decimals(""));
}
