// Order days, gaps, and when silence means something (domain.md 5).
#include "plugin/rules/rhythm.hpp"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

using rules::order_days;
using rules::rhythm_of;

const Date as_of = on("2026-11-23");

/// Order days at these ages, in days before as_of.
std::vector<Date> at_ages(std::vector<int> ages) {
  std::vector<Date> result;
  for (const int age : ages) result.push_back(as_of - days{age});
  std::sort(result.begin(), result.end());
  return result;
}
RhythmState state(const std::vector<Date>& days_of_order, std::optional<Date> contract = {}) {
  return rhythm_of(days_of_order, contract, as_of).state;
}

TEST_CASE("an order day is a date with a positive net of orders less their own credit notes") {
  SnapshotBuilder book("A", "2026-11-23");
  book.order("2026-05-01", 10'00)
      .order("2026-05-01", 5'00)
      .order("2026-05-02", -1'00)
      .order("2026-05-03", 10'00);
  book.order("2026-12-01", 10'00);  // after as_of
  CHECK(order_days(book.build(), as_of) == std::vector{on("2026-05-01"), on("2026-05-03")});
  book.credit_note("2026-05-03", 10'00, [](CreditNote& n) { n.order_id = "of another host"; });
  CHECK(order_days(book.build(), as_of) == std::vector{on("2026-05-01"), on("2026-05-03")});
  book.credit_note("2026-05-03", 10'00);  // names no order: of that date
  CHECK(order_days(book.build(), as_of) == std::vector{on("2026-05-01")});
  book.credit_note("2026-05-01", 100'00, [](CreditNote& n) { n.order_id = "order-4"; });  // of another date
  CHECK(order_days(book.build(), as_of) == std::vector{on("2026-05-01")});
  book.credit_note("2026-05-01", 15'00, [](CreditNote& n) { n.order_id = "order-2"; });
  CHECK(order_days(book.build(), as_of).empty());
}

TEST_CASE("the median is over the last twelve gaps, of an even number the mean of the middle two") {
  CHECK(rhythm_of(at_ages({10, 20, 45}), {}, as_of).median_gap_halves == 35);
  CHECK(rhythm_of(at_ages({10, 20, 45, 145}), {}, as_of).median_gap_halves == 50);
  std::vector<int> ages{1500, 2500};
  for (int i = 0; i <= 12; ++i) ages.push_back(10 + 7 * i);
  CHECK(rhythm_of(at_ages(ages), {}, as_of).median_gap_halves == 14);
}

TEST_CASE("three order days: slipping beyond 1.5 medians and 30 days, dormant beyond 2 medians and 90") {
  CHECK(state(at_ages({150, 250, 350})) == RhythmState::active);  // 150 = 1.5 × 100
  CHECK(state(at_ages({151, 251, 351})) == RhythmState::slipping);
  CHECK(state(at_ages({200, 300, 400})) == RhythmState::slipping);
  CHECK(state(at_ages({201, 301, 401})) == RhythmState::dormant);
  CHECK(state(at_ages({30, 37, 44})) == RhythmState::active);
  CHECK(state(at_ages({31, 38, 45})) == RhythmState::slipping);
  CHECK(state(at_ages({90, 97, 104})) == RhythmState::slipping);
  CHECK(state(at_ages({91, 98, 105})) == RhythmState::dormant);
  CHECK(state(at_ages({32, 53, 75})) == RhythmState::active);  // median 21.5: 32 < 32.25
  CHECK(state(at_ages({33, 54, 76})) == RhythmState::slipping);
}

TEST_CASE("two order days: dormant beyond a year and two gaps; one: beyond a year") {
  CHECK(state(at_ages({365, 400})) == RhythmState::active);
  CHECK(state(at_ages({366, 400})) == RhythmState::dormant);
  CHECK(state(at_ages({400, 600})) == RhythmState::active);  // 400 = 2 × 200
  CHECK(state(at_ages({401, 601})) == RhythmState::dormant);
  CHECK(state(at_ages({365})) == RhythmState::new_);
  CHECK(state(at_ages({366})) == RhythmState::dormant);
  CHECK(state({}) == RhythmState::none);
}

TEST_CASE("a customer who was as quiet a year ago is out of season") {
  // Buys weekly in one season of eight weeks, each year; last order 100 days ago.
  std::vector<int> ages;
  for (int week = 0; week < 8; ++week) {
    ages.push_back(100 + 7 * week);
    ages.push_back(465 + 7 * week);
  }
  CHECK(state(at_ages(ages)) == RhythmState::seasonal);
  ages.push_back(100 + 344);  // it ordered in the quiet part then
  CHECK(state(at_ages(ages)) == RhythmState::dormant);
  ages.back() = 100 + 345;
  CHECK(state(at_ages(ages)) == RhythmState::seasonal);
  ages.back() = 386;
  CHECK(state(at_ages(ages)) == RhythmState::dormant);
  ages.back() = 385;
  CHECK(state(at_ages(ages)) == RhythmState::seasonal);
}

TEST_CASE("the seasonal guard needs 56 days of silence and a year of orders") {
  CHECK(state(at_ages({55, 62, 69, 420})) == RhythmState::slipping);
  CHECK(state(at_ages({56, 63, 70, 421})) == RhythmState::seasonal);
  CHECK(state(at_ages({56, 63, 70, 420})) == RhythmState::slipping);  // 364 days apart
}

TEST_CASE("a contract that runs on holds both flags back until its last day") {
  const auto silent = at_ages({200, 207, 214});
  CHECK(state(silent, as_of + days{1}) == RhythmState::contract);
  CHECK(state(silent, as_of) == RhythmState::dormant);
  CHECK(state(at_ages({1, 8, 15}), as_of + days{1}) == RhythmState::active);
}

TEST_CASE("the states to come are those of each day, without gaps") {
  rc::prop("spans against single days", [] {
    const auto ages = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 900));
    auto order_days_of = at_ages(ages);
    order_days_of.erase(std::unique(order_days_of.begin(), order_days_of.end()), order_days_of.end());
    std::optional<Date> contract;
    if (*rc::gen::arbitrary<bool>()) contract = as_of + days{*rc::gen::inRange(-50, 500)};
    const auto spans = rules::rhythm_spans(order_days_of, contract, as_of);
    RC_ASSERT(spans.front().from == as_of);
    RC_ASSERT(!spans.back().until);
    for (std::size_t i = 1; i < spans.size(); ++i) {
      RC_ASSERT(spans[i - 1].until == spans[i].from);
      RC_ASSERT(spans[i - 1].state != spans[i].state);
    }
    std::size_t at = 0;
    for (int ahead = 0; ahead < 2200; ++ahead) {
      const Date day = as_of + days{ahead};
      while (spans[at].until && day >= *spans[at].until) ++at;
      RC_ASSERT(rhythm_of(order_days_of, contract, day).state == spans[at].state);
    }
  });
}

}  // namespace
}  // namespace rendabel::test
