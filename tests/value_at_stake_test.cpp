#include "plugin/rules/value_at_stake.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cmath>

using namespace rendabel;
using namespace rendabel::rules;

namespace {

const Date today = parse_date("2026-11-23").value();

Case a_case(Reason reason, int days_ago = 0) {
  Case out;
  out.reason = reason;
  out.since = today - days{days_ago};
  return out;
}
Case a_quote(std::optional<Cents> amount, int days_ago = 0) {
  Case out = a_case(Reason::quote, days_ago);
  out.amount = amount;
  return out;
}
const Settings defaults;

ValueAtStake stake(const Case& found, const MarginFacts& facts, std::optional<Cents> quote_margin = {},
                   const Settings& settings = defaults) {
  return value_at_stake(found, quote_margin, facts, settings, call_cost(settings), today);
}

}  // namespace

TEST_CASE(
    "A quote's own margin goes first, then the account's ratio, the assumed one, the mean order, the "
    "median") {
  Settings settings;
  settings.gross_margin_assumed = Micro{250'000};
  MarginFacts facts;
  facts.ratio_margin = 40'00, facts.ratio_revenue = 100'00;
  facts.order_mean = 90'00, facts.book_median = 70'00, facts.potential = 9'999'00;

  auto found = stake(a_quote(1000'00), facts, 300'00, settings);
  CHECK(found.margin_from == "quote");
  CHECK(found.margin == 300'00);
  CHECK(found.value == 84'00);  // 0.30 × 300.00 − 6.00

  found = stake(a_quote(1000'00), facts, {}, settings);
  CHECK(found.margin_from == "own_ratio");
  CHECK(found.margin == 400'00);

  facts.ratio_revenue.reset();
  found = stake(a_quote(1000'00), facts, {}, settings);
  CHECK(found.margin_from == "assumed_ratio");
  CHECK(found.margin == 250'00);

  found = stake(a_quote({}), facts, {}, settings);
  CHECK(found.margin_from == "order_mean");
  CHECK(stake(a_quote(1000'00), facts).margin_from == "order_mean");

  facts.order_mean.reset();
  found = stake(a_quote({}), facts, {}, settings);
  CHECK(found.margin_from == "book_median");
  CHECK(found.margin == 70'00);

  found = stake(a_quote({}), {}, {}, settings);
  CHECK(found.margin_from == "unknown");
  CHECK_FALSE(found.value);
}

TEST_CASE("Other reasons put the potential of the next 90 days at stake") {
  MarginFacts facts;
  facts.potential = 3650'00;
  auto found = stake(a_case(Reason::slipping), facts);
  CHECK(found.margin_from == "potential");
  CHECK(found.margin == 900'00);
  CHECK(found.value == 219'00);  // 0.25 × 900.00 − 6.00
  found = stake(a_case(Reason::dormant, 200), facts);
  CHECK(found.value == 57'00);  // 0.07 × 900.00 − 6.00, and sleep does not decay
  CHECK(stake(a_case(Reason::callback), facts).value == 354'00);
  CHECK(stake(a_case(Reason::keep_in_touch), facts).value == 39'00);
}

TEST_CASE("A quote loses half its value in 14 days, an inquiry and a problem in one") {
  CHECK(stake(a_quote({}, 0), {}, 1000'00).value == 294'00);
  CHECK(stake(a_quote({}, 14), {}, 1000'00).value == 144'00);
  CHECK(stake(a_quote({}, 28), {}, 1000'00).value == 69'00);
  CHECK(stake(a_quote({}, 7), {}, 1000'00).value == 206'13);  // 300 / √2 = 212.132…
  MarginFacts facts;
  facts.potential = 3650'00;
  CHECK(stake(a_case(Reason::inquiry, 1), facts).value == 106'50);
  CHECK(stake(a_case(Reason::problem, 2), facts).value == 50'25);
  CHECK(stake(a_quote({}, -3), {}, 1000'00).value == 294'00);
}

TEST_CASE("Half a cent goes away from zero, once") {
  Settings settings;
  settings.calls.priors["quote"] = Micro{500'000};
  CHECK(stake(a_quote({}), {}, 1'01, settings).value == 51 - 600);
  CHECK(stake(a_quote({}), {}, 1'03, settings).value == 52 - 600);
  CHECK(stake(a_quote({}), {}, -1'01, settings).value == -51 - 600);
}

TEST_CASE("A call costs its rate: money, minutes, or the time between two dials") {
  Settings settings;
  CHECK(call_cost(settings) == 6'00);
  settings.activity_rates["call"] = {Rate::Kind::minutes, {5 * micro}};
  CHECK(call_cost(settings) == 3'75);
  settings.activity_rates["call"] = {Rate::Kind::per_hour, {60 * micro}};
  CHECK(call_cost(settings) == 7'50);
}

TEST_CASE("Nothing to win is left out, but never in the now-lane or when it was asked for") {
  const auto found = stake(a_quote({}), {}, 20'00);  // 0.30 × 20.00 = the cost
  CHECK(found.value == 0);
  CHECK(not_worth(found, Reason::quote, Purpose::marketing, Lane::today));
  CHECK(not_worth(found, Reason::renegotiate, Purpose::service, Lane::today));
  CHECK_FALSE(not_worth(found, Reason::problem, Purpose::service, Lane::today));
  CHECK_FALSE(not_worth(found, Reason::quote, Purpose::asked, Lane::today));
  CHECK_FALSE(not_worth(found, Reason::renegotiate, Purpose::service, Lane::now));
  CHECK_FALSE(not_worth(stake(a_quote({}), {}, 20'04), Reason::quote, Purpose::marketing, Lane::today));
  CHECK_FALSE(not_worth(stake(a_quote({}), {}), Reason::quote, Purpose::marketing, Lane::today));
}

TEST_CASE("The value agrees with a computation in long double, to the cent") {
  rc::check([] {
    const auto margin = *rc::gen::inRange<Cents>(-1'000'000'00, 1'000'000'000'00);
    const auto ratio_margin = *rc::gen::inRange<Cents>(1, 1'000'000'00);
    const auto ratio_revenue = *rc::gen::inRange<Cents>(ratio_margin, 2'000'000'00);
    const auto waited = *rc::gen::inRange(0, 400);
    const auto reason = *rc::gen::element(Reason::quote, Reason::inquiry, Reason::dormant, Reason::callback);
    const bool own = *rc::gen::arbitrary<bool>();
    MarginFacts facts;
    facts.potential = margin;
    facts.ratio_margin = ratio_margin, facts.ratio_revenue = ratio_revenue;
    Case found = a_case(reason, waited);
    found.amount = margin;
    const bool quote = reason == Reason::quote;
    const auto result = stake(found, facts, quote && own ? std::optional(margin) : std::nullopt);

    long double at_stake = static_cast<long double>(margin);
    if (quote && !own)
      at_stake *= static_cast<long double>(ratio_margin) / static_cast<long double>(ratio_revenue);
    if (!quote) at_stake *= 90.0L / 365.0L;
    const long double p = quote                       ? 0.30L
                          : reason == Reason::inquiry ? 0.25L
                          : reason == Reason::dormant ? 0.07L
                                                      : 0.40L;
    const long double half_life = quote ? 14.0L : reason == Reason::inquiry ? 1.0L : 0.0L;
    const long double decay =
        half_life > 0 ? std::pow(2.0L, -static_cast<long double>(waited) / half_life) : 1.0L;
    const long double exact = at_stake * p * decay;
    // Within a hair of half a cent either side is right.
    RC_ASSERT(std::fabs(static_cast<long double>(*result.value + 600) - exact) < 0.5001L);
  });
}

TEST_CASE("Doubling all money doubles the value before the cost, within a cent") {
  rc::check([] {
    const auto margin = *rc::gen::inRange<Cents>(0, 1'000'000'00);
    const auto waited = *rc::gen::inRange(0, 60);
    const auto once = stake(a_quote({}, waited), {}, margin).value.value() + 600;
    const auto twice = stake(a_quote({}, waited), {}, 2 * margin).value.value() + 600;
    RC_ASSERT(std::abs(twice - 2 * once) <= 1);
  });
}
