#include "plugin/rules/holdout.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace rendabel;
using namespace rendabel::rules;

namespace {

double value(Micro of) { return static_cast<double>(of.millionths) / 1e6; }

HoldoutGroup group(std::int64_t accounts, std::int64_t buyers) {
  HoldoutGroup out;
  for (std::int64_t i = 0; i < accounts; ++i) out.add(i < buyers ? 1 : 0, i < buyers ? 100'00 : 0);
  return out;
}

}  // namespace

TEST_CASE("Who is held out at a share is so at every greater one, and all are at 1") {
  std::int64_t tenth = 0, half = 0;
  for (int i = 0; i < 20'000; ++i) {
    const auto id = "C" + std::to_string(i);
    bool before = false;
    for (std::int64_t share : {0, 50'000, 100'000, 500'000, 999'999, 1'000'000}) {
      const bool held = is_held_out(id, 1, {share});
      if (before && !held) FAIL("a greater share let go of " + id);
      before = held;
      if (share == 0) CHECK_FALSE(held);
      if (share == 100'000) tenth += held;
      if (share == 500'000) half += held;
    }
    if (!before) FAIL("not all are held out at 1");
  }
  CHECK(tenth == Approx(2'000).margin(130));  // three standard deviations
  CHECK(half == Approx(10'000).margin(213));
}

TEST_CASE("Another seed draws others") {
  int both = 0, first = 0;
  for (int i = 0; i < 10'000; ++i) {
    const auto id = "C" + std::to_string(i);
    const bool one = is_held_out(id, 1, {200'000}), two = is_held_out(id, 2, {200'000});
    first += one, both += one && two;
  }
  CHECK(both == Approx(400).margin(60));
  CHECK(first == Approx(2'000).margin(120));
  CHECK(is_held_out("C1", 7, {500'000}) == is_held_out("C1", 7, {500'000}));
}

TEST_CASE("Only what nobody asked for is held out") {
  Calls settings;
  settings.holdout_share = {micro};
  for (auto reason : {Reason::dormant, Reason::slipping, Reason::cross_sell, Reason::keep_in_touch}) {
    CHECK(is_held_out("C1", reason, Purpose::marketing, settings));
    CHECK_FALSE(is_held_out("C1", reason, Purpose::asked, settings));
  }
  for (auto reason : {Reason::callback, Reason::inquiry, Reason::problem, Reason::quote, Reason::renegotiate})
    CHECK_FALSE(is_held_out("C1", reason, Purpose::marketing, settings));
  settings.holdout_share = {0};
  CHECK_FALSE(is_held_out("C1", Reason::dormant, Purpose::marketing, settings));
}

TEST_CASE("Shares are compared with Newcombe's interval") {
  // Newcombe 1998, table II, method 10: 56/70 − 48/80 = 0.2000 (0.0524 to 0.3339); 9/10 − 3/10 (0.1705 to
  // 0.8090); 0/10 − 0/20 (−0.1611 to 0.2775); 10/10 − 0/10 (0.6075 to 1.0000).
  const auto interval = [](std::int64_t a, std::int64_t m, std::int64_t b, std::int64_t n) {
    return *compare(group(m, a), group(n, b)).buyers;
  };
  CHECK(value(interval(56, 70, 48, 80).difference) == Approx(0.2));
  CHECK(value(interval(56, 70, 48, 80).low) == Approx(0.0524).margin(5e-5));
  CHECK(value(interval(56, 70, 48, 80).high) == Approx(0.3339).margin(5e-5));
  CHECK(value(interval(9, 10, 3, 10).low) == Approx(0.1705).margin(5e-5));
  CHECK(value(interval(9, 10, 3, 10).high) == Approx(0.8090).margin(5e-5));
  CHECK(value(interval(0, 10, 0, 20).low) == Approx(-0.1611).margin(5e-5));
  CHECK(value(interval(0, 10, 0, 20).high) == Approx(0.2775).margin(5e-5));
  CHECK(value(interval(10, 10, 0, 10).low) == Approx(0.6075).margin(5e-5));
  CHECK(value(interval(10, 10, 0, 10).high) == Approx(1.0).margin(5e-5));
}

TEST_CASE("Means are compared with Welch's interval") {
  // Two small samples, reckoned by hand: means 4 and 2, variances 2.5 and 1, n = 5 and 3; standard error
  // 0.912871, freedom 5.8824 (exactly 0.694444² / (0.25/4 + 0.111111/2)), t = 2.458859.
  HoldoutGroup called, kept;
  for (Cents margin : {200, 300, 400, 500, 600}) called.add(margin / 100, margin);
  for (Cents margin : {100, 200, 300}) kept.add(margin / 100, margin);
  const auto found = compare(called, kept);
  REQUIRE(found.margin);
  CHECK(found.margin->called == 400);
  CHECK(found.margin->held_out == 200);
  CHECK(found.margin->difference == 200);
  CHECK(value(found.orders->difference) == Approx(2.0));
  CHECK(found.margin->high - found.margin->difference == found.margin->difference - found.margin->low);
  CHECK(value(found.orders->high) * 100 == Approx(static_cast<double>(found.margin->high)).margin(0.51));
}

TEST_CASE("A group too small to say anything leaves its line unknown") {
  CHECK_FALSE(compare(group(0, 0), group(10, 1)).buyers);
  CHECK(compare(group(1, 1), group(10, 1)).buyers);
  CHECK_FALSE(compare(group(1, 1), group(10, 1)).margin);
  CHECK(compare(group(2, 1), group(2, 1)).margin);
  // Nobody differs from anybody: the interval is the difference itself.
  const auto same = compare(group(5, 5), group(5, 5));
  CHECK(same.margin->low == 0);
  CHECK(same.margin->high == 0);
}

TEST_CASE("An account whose margin is not known has orders, and no margin of nought") {
  auto called = group(3, 3);
  called.add(1, std::nullopt);
  const auto found = compare(called, group(4, 1));
  CHECK(found.called_accounts == 4);
  CHECK(value(found.orders->called) == Approx(1.0));
  CHECK(found.margin->called == 100'00);
  HoldoutGroup unknown;
  for (int i = 0; i < 5; ++i) unknown.add(1, std::nullopt);
  CHECK_FALSE(compare(unknown, group(4, 1)).margin);
  CHECK(compare(unknown, group(4, 1)).orders);
}

TEST_CASE("Exchanging the groups turns every sign") {
  const auto there = compare(group(70, 56), group(80, 48)), back = compare(group(80, 48), group(70, 56));
  CHECK(there.buyers->low.millionths == -back.buyers->high.millionths);
  CHECK(there.margin->high == -back.margin->low);
}
