// Doubling all money, rates and thresholds in money with it, doubles all money and changes no advice.
#include <rapidcheck/catch.h>

#include <memory>

#include "tests/support/losing_account.hpp"

namespace rendabel::test {
namespace {

/// The same account for the same number: where a result is a cent from a threshold, one rounding decides.
std::shared_ptr<Losing> account_of(std::uint64_t seed) {
  return rc::gen::exec([] { return std::make_shared<Losing>(); })(rc::Random(seed), 50).value();
}

void double_all(Losing& account) {
  Settings& settings = account.settings;
  double_money(account.book, settings);
  settings.loss_min *= 2;
  settings.small_order_fee *= 2;
  settings.thresholds.late_interest_min *= 2;
  if (settings.carriage_paid_from) *settings.carriage_paid_from *= 2;
  for (DiscountStep& step : settings.discount_scale) step.from_revenue *= 2;
}

/// A sum of lines, each rounded once, may be this far from the double of the other.
constexpr Cents slack = 12;

void check_double(std::optional<Cents> once, std::optional<Cents> twice) {
  REQUIRE(once.has_value() == twice.has_value());
  if (once) CHECK(std::abs(*twice - 2 * *once) <= slack);
}

TEST_CASE("doubling all money doubles result, flags, effects and what was agreed, and no verdict changes") {
  int repairs = 0, goodbyes = 0, lost = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const auto account = account_of(seed);
    std::vector<Remedy> told{{"R", "shift_channel", as_of - days{190}, RemedyStatus::refused},
                             {"S", "shift_invoice", as_of - days{190}, RemedyStatus::accepted}};
    if (seed % 2 == 0) told.clear();
    const auto judged = [&] {
      Snapshot snapshot = account->book.build();
      snapshot.remedies = {told, true};
      return assessed(snapshot, account->settings);
    };
    const Assessment once = judged();
    double_all(*account);
    const Assessment twice = judged();
    CHECK(once.verdict == twice.verdict);
    CHECK(once.verdict_reasons == twice.verdict_reasons);
    check_double(once.result.net_result, twice.result.net_result);
    check_double(once.potential.amount, twice.potential.amount);
    REQUIRE(once.flags.size() == twice.flags.size());
    for (std::size_t i = 0; i < once.flags.size(); ++i) {
      CHECK(once.flags[i].code == twice.flags[i].code);
      check_double(once.flags[i].amount, twice.flags[i].amount);
    }
    REQUIRE(once.remedies.size() == twice.remedies.size());
    for (std::size_t i = 0; i < once.remedies.size(); ++i) {
      const RemedyAdvice &one = once.remedies[i], &two = twice.remedies[i];
      CHECK(one.code == two.code);
      CHECK(one.in_plan == two.in_plan);
      if (one.unit == Unit::money) check_double(one.to, two.to);
      if (one.unit != Unit::money) CHECK(one.to == two.to);
      check_double(one.effect, two.effect);
      check_double(one.result_after, two.result_after);
    }
    REQUIRE(once.agreed.size() == twice.agreed.size());
    for (std::size_t i = 0; i < once.agreed.size(); ++i) {
      check_double(once.agreed[i].predicted, twice.agreed[i].predicted);
      check_double(once.agreed[i].realised, twice.agreed[i].realised);
    }
    repairs += once.verdict == Verdict::repair ? 1 : 0;
    goodbyes += once.verdict == Verdict::goodbye ? 1 : 0;
    lost += once.verdict == Verdict::hold ? 1 : 0;
  }
  CHECK(repairs > 30);
  CHECK(lost + goodbyes > 0);
}

}  // namespace
}  // namespace rendabel::test
