#include "plugin/rules/learning.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>

#include "plugin/pipeline/learning.hpp"
#include "plugin/rules/learning_features.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using namespace rendabel::rules;
using rendabel::test::on;

namespace {

const Date start = *parse_date("2026-01-05");

LearningCall call(Reason reason, std::int64_t attempt = 1) {
  LearningCall out;
  out.reason = reason;
  out.attempt = attempt;
  return out;
}
double said(const LearningState& state, const LearningCall& of, const Calls& settings = {}) {
  return static_cast<double>(predict(state, of, settings).p_success.millionths) / 1e6;
}

/// Outcomes of a known process: quotes succeed in 6 of 10 calls, dormant ones in 2 of 100.
LearningState taught(int calls, const Calls& settings = {}) {
  std::mt19937 chance(7);
  LearningState state = new_learner();
  for (int i = 0; i < calls; ++i) {
    const bool quote = chance() % 2 == 0;
    const bool success = chance() % 100 < (quote ? 60U : 2U);
    learn(state, call(quote ? Reason::quote : Reason::dormant), settings, success, start + days{i / 8});
  }
  return state;
}

}  // namespace

TEST_CASE("Before any outcome the chance is the reason's prior, to the digit") {
  const Calls settings;
  for (const auto& [reason, prior] : settings.priors)
    for (std::size_t i = 0; i < Names<Reason>::values.size(); ++i)
      if (Names<Reason>::values[i] == reason) {
        const auto answer = predict(new_learner(), call(static_cast<Reason>(i), 3), settings);
        CHECK(answer.p_success == prior);
        CHECK(answer.reasons.empty());
      }
}

TEST_CASE("Success raises a chance, failure lowers it, and likewise calls move more than others") {
  auto state = new_learner();
  const auto before = said(state, call(Reason::quote)), other = said(state, call(Reason::dormant));
  learn(state, call(Reason::quote), {}, true, start);
  CHECK(said(state, call(Reason::quote)) > before);
  CHECK(said(state, call(Reason::dormant)) > other);
  const auto odds = [](double chance) { return std::log(chance / (1 - chance)); };
  const auto quote_moved = odds(said(state, call(Reason::quote))) - odds(before);
  const auto dormant_moved = odds(said(state, call(Reason::dormant, 4))) - odds(other);
  CHECK(quote_moved > dormant_moved);
  auto lower = new_learner();
  learn(lower, call(Reason::quote), {}, false, start);
  CHECK(said(lower, call(Reason::quote)) < before);
}

TEST_CASE("Chances go to where the outcomes are, and the report says so") {
  const auto state = taught(2000);
  CHECK(said(state, call(Reason::quote)) == Approx(0.60).margin(0.08));
  CHECK(said(state, call(Reason::dormant)) == Approx(0.02).margin(0.02));
  const auto report = report_of(state);
  CHECK(report.calls == 2000);
  CHECK(report.log_loss->millionths < report.base_log_loss->millionths);
  CHECK(report.calibration_error->millionths < 60'000);
  std::int64_t calls = 0, successes = 0;
  for (const auto& tenth : report.deciles) calls += tenth.calls, successes += tenth.successes;
  CHECK(calls == report.calls);
  CHECK(successes == report.successes);
  REQUIRE_FALSE(report.weights.empty());
}

TEST_CASE("The score is of what was said before the outcome was learnt") {
  auto state = new_learner();
  learn(state, call(Reason::quote), {}, true, start);
  CHECK(report_of(state).log_loss->millionths == std::llround(-std::log(0.3) * 1e6));
  CHECK(report_of(state).deciles[3].calls == 1);
  CHECK(report_of(state).base_log_loss == report_of(state).log_loss);
}

TEST_CASE("Without outcomes the report knows nothing but the counts") {
  const auto report = report_of(new_learner());
  CHECK(report.calls == 0);
  CHECK_FALSE(report.log_loss);
  CHECK_FALSE(report.day);
  CHECK(report.weights.empty());
}

TEST_CASE("What was learnt ages: the same outcome teaches more after a year of silence") {
  const auto state = taught(2000);
  auto soon = state, late = state;
  learn(soon, call(Reason::quote), {}, false, state.day);
  learn(late, call(Reason::quote), {}, false, state.day + days{365});
  CHECK(said(late, call(Reason::quote)) < said(soon, call(Reason::quote)));
  // An earlier day than the last counts as the last.
  auto back = state;
  learn(back, call(Reason::quote), {}, false, state.day - days{99});
  CHECK(back == soon);
  for (const auto& weight : late.weights) CHECK(weight.variance <= 1);
}

TEST_CASE("After a step in the chance of quotes it is three quarters of the way within 500 outcomes") {
  auto state = taught(5000);
  std::mt19937 chance(8);
  int outcomes = 0;
  for (; outcomes <= 500 && said(state, call(Reason::quote)) > 0.20; ++outcomes) {
    const bool quote = chance() % 2 == 0, success = chance() % 100 < (quote ? 7U : 2U);
    const auto day = start + days{5000 / 8 + outcomes / 48};
    learn(state, call(quote ? Reason::quote : Reason::dormant), {}, success, day);
  }
  CHECK(outcomes <= 500);
}

TEST_CASE("Only attributes that are named are read, numbers by their size") {
  std::vector<Attribute> known{{"sector", "food", Attribute::Kind::text},
                               {"secret", "x", Attribute::Kind::text},
                               {"staff", "1000", Attribute::Kind::number}};
  auto of = call(Reason::quote);
  of.attributes = {known, true};
  const auto count = [&](std::vector<std::string> names) { return features_of(of, names).size(); };
  CHECK(count({}) + 2 == count({"sector", "staff", "nowhere"}));
  const auto place = [&](std::string_view value) {
    known[2].value = value;
    return features_of(of, {"staff"}).back().weight;
  };
  CHECK(place("1000") == place("900"));
  CHECK(place("1000") != place("100"));
  Calls settings;
  settings.learn_attributes = {"sector"};
  auto state = new_learner();
  for (int i = 0; i < 50; ++i) {
    known[0].value = i % 2 == 0 ? "food" : "metal";
    learn(state, of, settings, i % 2 == 0, start + days{i});
  }
  const auto metal = predict(state, of, settings, 9);
  known[0].value = "food";
  const auto food = predict(state, of, settings, 9);
  CHECK(food.p_success > metal.p_success);
  const auto why = std::find_if(food.reasons.begin(), food.reasons.end(),
                                [](const auto& each) { return each.feature == LearningFeature::attribute; });
  REQUIRE(why != food.reasons.end());
  CHECK(why->name == "sector");
  CHECK(why->code == "food");
  CHECK(why->effect.millionths > 0);
}

TEST_CASE("Reasons come by size, and their effects are the score less the prior's") {
  const auto answer = predict(taught(500), call(Reason::dormant), {}, 99);
  double sum = std::log(0.07 / 0.93);
  for (std::size_t i = 0; i < answer.reasons.size(); ++i) {
    if (i > 0)
      CHECK(std::abs(answer.reasons[i - 1].effect.millionths) >=
            std::abs(answer.reasons[i].effect.millionths));
    sum += static_cast<double>(answer.reasons[i].effect.millionths) / 1e6;
  }
  CHECK(1 / (1 + std::exp(-sum)) ==
        Approx(static_cast<double>(answer.p_success.millionths) / 1e6).margin(1e-5));
  CHECK(predict(taught(500), call(Reason::dormant), {}, 2).reasons.size() == 2);
}

TEST_CASE("Nothing overflows, whatever comes in") {
  CHECK(rc::check([] {
    Calls settings;
    settings.priors["quote"] = {*rc::gen::element<std::int64_t>(0, 1, 500'000, 999'999, 1'000'000)};
    auto state = new_learner();
    const bool always = *rc::gen::arbitrary<bool>();
    for (int i = 0; i < 300; ++i) {
      auto of = call(Reason::quote, *rc::gen::element<std::int64_t>(INT64_MIN, 0, 1, 7, INT64_MAX));
      of.days_waiting = *rc::gen::element<std::int64_t>(INT64_MIN, -1, 0, 14, INT64_MAX);
      learn(state, of, settings, always, start + days{i * 100});
    }
    RC_ASSERT(std::isfinite(state.loss));
    for (const auto& weight : state.weights) {
      RC_ASSERT(std::isfinite(weight.mean));
      RC_ASSERT(weight.variance > 0);
    }
    const auto chance = predict(state, call(Reason::quote), settings).p_success.millionths;
    RC_ASSERT(chance >= 0 && chance <= micro);
  }));
}

TEST_CASE("The same outcomes give the same bits") {
  CHECK(taught(700) == taught(700));
  // The same number with clang++ and g++, optimised or not.
  std::uint64_t bits = 0;
  for (const auto& weight : taught(700).weights) {
    std::uint64_t mean = 0, variance = 0;
    std::memcpy(&mean, &weight.mean, sizeof mean);
    std::memcpy(&variance, &weight.variance, sizeof variance);
    bits = bits * 31 + mean;
    bits = bits * 31 + variance;
  }
  CHECK(bits == 16158895834797837658ULL);
}

TEST_CASE("Outcomes teach by their code") {
  for (const auto* code : {"order", "quote", "meeting"}) CHECK(success_of(code) == true);
  for (const auto* code : {"no_answer", "voicemail", "callback", "spoke", "not_interested", "objection"})
    CHECK(success_of(code) == false);
  for (const auto* code : {"busy", "skipped", "wrong_number", "", "unheard"}) CHECK_FALSE(success_of(code));
}

TEST_CASE("What was learnt is there after a restart, and gone after a reset") {
  test::TempStore place;
  const Settings settings;
  LearningAnswer before;
  {
    auto store = place.open();
    store::Change change(store);
    CHECK(pipeline::learn(store, settings, call(Reason::quote), "order", start));
    CHECK_FALSE(pipeline::learn(store, settings, call(Reason::quote), "busy", start));
    before = pipeline::Learner(store, settings).predict(call(Reason::quote));
    change.commit();
  }
  auto store = place.open();
  const auto after = pipeline::Learner(store, settings).predict(call(Reason::quote));
  CHECK(after.p_success == before.p_success);
  CHECK(after.p_success.millionths > 300'000);
  CHECK(pipeline::learning_report(store).calls == 1);
  CHECK(pipeline::reset_learning(store) == 1);
  CHECK(pipeline::reset_learning(store) == 0);
  CHECK(pipeline::learning_report(store).calls == 0);
  CHECK(pipeline::Learner(store, settings).predict(call(Reason::quote)).p_success.millionths == 300'000);
}

TEST_CASE("What was learnt in a transaction that was rolled back is not learnt") {
  test::TempStore place;
  auto store = place.open();
  {
    const store::Change change(store);
    pipeline::learn(store, {}, call(Reason::quote), "order", start);
  }
  CHECK(pipeline::learning_report(store).calls == 0);
}
