// What the model says of one account: figures rounded once, or why there are none.
#include "plugin/rules/buying_model_outlook.hpp"

#include <cmath>
#include <limits>

#include "plugin/pipeline/assess.hpp"
#include "plugin/rules/buying_model.hpp"
#include "plugin/rules/coverage.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

using namespace rules;

const Date today = on("2026-11-23");

BuyingModel model(FitState timing = FitState::identified, FitState spend = FitState::identified) {
  BuyingModel model;
  model.timing.parameters = {1.3, 2.8, .6, 1.4, 2, Dropout::after_every_order};
  model.timing.state = timing;
  model.spend.parameters = {4, 4, 30'00};
  model.spend.state = spend;
  return model;
}
BuyerStatistic buyer(std::int64_t order_days = 9) {
  BuyerStatistic found{on("2025-11-23"), on("2026-10-30"), order_days, 20};
  found.margin_days = order_days;
  found.margin = order_days * 50'00;
  found.margin_known = true;
  return found;
}

TEST_CASE("an active account's potential is the margin of the orders expected of it") {
  const Outlook found = outlook_of(model(), buyer(), RhythmState::active, today);
  CHECK(found.why.empty());
  CHECK(found.margin_why.empty());
  const BuyingForecast forecast_of =
      forecast(model(), buyer_times(buyer(), today), buyer_margins(buyer()), 365.0 / 7);
  CHECK(std::abs(static_cast<double>(found.p_active->millionths) - 1e6 * forecast_of.active) <= 50);
  CHECK(std::abs(static_cast<double>(found.expected_orders->millionths) - 1e6 * forecast_of.orders) <= 50);
  CHECK(found.expected_margin == std::llround(forecast_of.orders * forecast_of.margin_per_order));
  CHECK(found.potential == found.expected_margin);
}

TEST_CASE("a dormant account's potential is what it brings if it is won back") {
  const Outlook active = outlook_of(model(), buyer(), RhythmState::slipping, today);
  const Outlook dormant = outlook_of(model(), buyer(), RhythmState::dormant, today);
  CHECK(dormant.expected_margin == active.expected_margin);
  const double won_back =
      static_cast<double>(*active.expected_margin) * 1e6 / static_cast<double>(active.p_active->millionths);
  CHECK(static_cast<double>(*dormant.potential) == Approx(won_back).epsilon(1e-3));
  CHECK(*dormant.potential > *dormant.expected_margin);
}

TEST_CASE("without a model that tells its parameters apart nothing is forecast, and why is said") {
  const std::pair<FitState, std::string_view> states[] = {
      {FitState::too_few, why::model_too_few},
      {FitState::no_repeats, why::model_no_repeats},
      {FitState::runaway, why::model_runaway},
      {FitState::flat, why::model_flat},
      {FitState::not_converged, why::model_not_converged}};
  for (const auto& [state, reason] : states) {
    const Outlook found = outlook_of(model(state), buyer(), RhythmState::active, today);
    CHECK(found.why == reason);
    CHECK_FALSE(found.p_active);
    CHECK_FALSE(found.expected_orders);
    CHECK_FALSE(found.expected_margin);
    CHECK_FALSE(found.potential);
  }
  CHECK(outlook_of(std::nullopt, buyer(), RhythmState::active, today).why == why::no_model);
  CHECK(outlook_of(model(), std::nullopt, RhythmState::none, today).why == why::no_order_days);
}

TEST_CASE("a margin that is unknown, assumed or never above zero is said, and the last has no potential") {
  const Outlook no_spend =
      outlook_of(model(FitState::identified, FitState::flat), buyer(), RhythmState::active, today);
  CHECK(no_spend.p_active);
  CHECK_FALSE(no_spend.potential);
  CHECK(no_spend.margin_why == why::margin_model_unknown);

  BuyerStatistic unknown = buyer();
  unknown.margin_days = unknown.margin = 0;
  unknown.margin_known = false;
  const Outlook of_book = outlook_of(model(), unknown, RhythmState::active, today);
  CHECK(of_book.potential);
  CHECK(of_book.margin_why == why::margin_of_book);

  BuyerStatistic losing = unknown;
  losing.margin_known = true;
  const Outlook loss = outlook_of(model(), losing, RhythmState::active, today);
  CHECK(loss.expected_orders);
  CHECK_FALSE(loss.potential);
  CHECK(loss.margin_why == why::margin_not_positive);

  BuyerStatistic assumed = buyer();
  assumed.margin_assumed = true;
  CHECK(outlook_of(model(), assumed, RhythmState::active, today).margin_why == why::cost_assumed_margin);
}

TEST_CASE("no figure is ever more than a number: the first order today, a century, a day apart") {
  const auto sound = [](const Outlook& found) {
    if (!found.p_active) return !found.why.empty();
    return found.p_active->millionths >= 0 && found.p_active->millionths <= micro &&
           found.expected_orders->millionths >= 0 && found.expected_margin.value_or(0) >= 0 &&
           found.potential.value_or(0) >= 0;
  };
  for (const double r : {1e-5, .5, 1e5})
    for (const double alpha : {1e-5, 10.0, 1e5})
      for (const double a : {1e-5, 1.0, 1e5})
        for (const int k : {1, 12}) {
          BuyingModel extreme = model();
          extreme.timing.parameters = {r, alpha, a, 2.5, k, Dropout::after_every_order};
          INFO("r " << r << " alpha " << alpha << " a " << a << " k " << k);
          BuyerStatistic newcomer{today, today, 1, 0};
          CHECK(sound(outlook_of(extreme, newcomer, RhythmState::new_, today)));
          BuyerStatistic old{on("1900-01-01"), on("1900-01-02"), 2, 0};
          CHECK(sound(outlook_of(extreme, old, RhythmState::dormant, today)));
          BuyerStatistic daily{today - days{364}, today, 365, 0};
          CHECK(sound(outlook_of(extreme, daily, RhythmState::active, today)));
        }
  BuyingModel broken = model();
  broken.timing.parameters.alpha = std::numeric_limits<double>::quiet_NaN();
  CHECK(outlook_of(broken, buyer(), RhythmState::active, today).why == why::model_not_converged);
}

std::vector<SnapshotBuilder> monthly() {
  std::vector<SnapshotBuilder> result;
  SnapshotBuilder& account = result.emplace_back("A1", "2026-11-23");
  for (int month = 1; month <= 11; ++month)
    account.order(on("2026-01-05") + days{30 * (month - 1)}, 100'00,
                  [](Order& o) { o.cost_of_goods = 60'00; });
  account.no_credit_notes();
  return result;
}
std::string_view reason(const Assessment& assessment, std::string_view line) {
  for (const Coverage& row : assessment.coverage)
    if (row.line == line) return row.reason;
  return "no row";
}

TEST_CASE("an assessment takes its potential from the book's model, and says when it does not") {
  auto accounts = monthly();
  const Snapshot snapshot = accounts[0].build();
  BookContext book;
  const Assessment before = pipeline::assess(snapshot, Settings{}, book, today);
  CHECK(before.potential.method == "best_window");
  CHECK(before.potential.amount == 11 * 40'00);
  CHECK_FALSE(before.rhythm.p_active);
  CHECK(reason(before, "p_active") == "no_model");

  book.as_of = today;
  book.model = model();
  const Assessment with = pipeline::assess(snapshot, Settings{}, book, today);
  CHECK(with.potential.method == "model");
  CHECK(with.potential.amount == with.rhythm.expected_margin);
  CHECK(with.rhythm.p_active->millionths > 500'000);
  CHECK(reason(with, "p_active") == "no row");
  CHECK(reason(with, "potential").empty());

  book.model = model(FitState::flat);
  const Assessment flat = pipeline::assess(snapshot, Settings{}, book, today);
  CHECK(flat.potential == before.potential);
  CHECK(reason(flat, "potential") == "model_flat");
  CHECK(reason(flat, "expected_orders") == "model_flat");
}

TEST_CASE("whose history is cut off is judged by the rule alone") {
  auto accounts = monthly();
  accounts[0].account().history_from = on("2025-06-01");
  BookContext book;
  book.as_of = today;
  book.model = model();
  const Assessment found = pipeline::assess(accounts[0].build(), Settings{}, book, today);
  CHECK(found.potential.method == "best_window");
  CHECK_FALSE(found.rhythm.p_active);
  CHECK(reason(found, "p_active") == "age_unknown");
  CHECK(found.rhythm.state == RhythmState::active);
}

}  // namespace
}  // namespace rendabel::test
