// The published cost-to-serve cases (../shared/vectors/published_cases.json), each by its name, to the cent.
#include <filesystem>

#include "plugin/pipeline/assess.hpp"
#include "plugin/rules/cost_to_serve.hpp"
#include "tests/support/published_account.hpp"

namespace rendabel::test {
namespace {

Cents cost_to_serve(const WindowResult& result) {
  Cents sum = 0;
  for (const CostLine& line : result.cost_lines) sum += line.amount.value();
  return sum;
}

void check(element account, const Settings& published_settings) {
  std::string_view id;
  REQUIRE(account["id"].get(id) == simdjson::SUCCESS);
  INFO("account " << id);
  Settings settings = published_settings;
  PublishedAccount builder(account, settings);
  const Snapshot snapshot = builder.build();
  const Assessment made = pipeline::assess(snapshot, settings, {}, *snapshot.as_of);
  const element expected = account["expected"].value();
  for (const auto field : simdjson::dom::object(expected)) {
    INFO("expected " << field.key);
    const double value = number(expected, field.key);
    if (field.key == "gross_margin")
      CHECK(made.result.gross_margin == cents(value));
    else if (field.key == "cost_to_serve")
      CHECK(cost_to_serve(made.result) == cents(value));
    else if (field.key == "net_result")
      CHECK(made.result.net_result == cents(value));
    else if (field.key == "net_margin_bp")
      CHECK(made.result.net_margin_bp == whole_number(value));
    else
      CHECK(rules::line_amount(made.result, field.key) == cents(value));
  }
}

void check_case(std::string_view name) {
  if (!std::filesystem::exists(vectors_path())) {
    WARN("skipped: no " << vectors_path());
    return;
  }
  simdjson::dom::parser parser;
  const element cases = parser.load(vectors_path()).value();
  bool found = false;
  for (const element published : simdjson::dom::array(cases)) {
    std::string_view its_name;
    REQUIRE(published["name"].get(its_name) == simdjson::SUCCESS);
    if (its_name != name) continue;
    found = true;
    const Settings settings = settings_of(published);
    for (const element account : simdjson::dom::array(published["accounts"].value()))
      check(account, settings);
  }
  CHECK(found);
}

TEST_CASE("friends_co: every account agrees with the published answers", "[published]") {
  check_case("friends_co");
}
TEST_CASE("darwin: every account agrees with the published answers", "[published]") { check_case("darwin"); }
TEST_CASE("spring_distribution: every account agrees with the published answers", "[published]") {
  check_case("spring_distribution");
}
TEST_CASE("chester: the account agrees with the published answers", "[published]") { check_case("chester"); }
TEST_CASE("grover_small_order: both orders agree with the published answers", "[published]") {
  check_case("grover_small_order");
}
TEST_CASE("meijer_constructed: every account agrees with the column's example", "[published]") {
  check_case("meijer_constructed");
}

const Evidence& evidence(const Flag& flag, std::string_view name) {
  return *std::find_if(flag.evidence.begin(), flag.evidence.end(),
                       [&](const Evidence& e) { return e.name == name; });
}

TEST_CASE("meijer_constructed: the base account has the flags of the column's example", "[published]") {
  if (!std::filesystem::exists(vectors_path())) return;
  simdjson::dom::parser parser;
  for (const element published : simdjson::dom::array(parser.load(vectors_path()).value())) {
    std::string_view name;
    if (published["name"].get(name) != simdjson::SUCCESS || name != "meijer_constructed") continue;
    Settings settings = settings_of(published);
    settings.scale = DiscountScale::steps;
    for (const element step : simdjson::dom::array(published["discount_scale"].value()))
      settings.discount_scale.push_back(
          {cents(number(step, "from_revenue")), {millionths(number(step, "percent"))}});
    settings.thresholds.costly_orders_percent = {29 *
                                                 micro};  // 29.8 %: at the default of 33 it is not raised
    PublishedAccount builder(simdjson::dom::array(published["accounts"].value()).at(0).value(), settings);
    const Snapshot snapshot = builder.build();
    const Assessment made = pipeline::assess(snapshot, settings, {}, *snapshot.as_of);
    REQUIRE(made.flags.size() >= 4);
    CHECK(made.flags[0].code == FlagCode::loss_making);
    CHECK(made.flags[0].amount == 225'44);
    CHECK(made.flags[1].code == FlagCode::stale_discount);
    CHECK(made.flags[1].amount == 2400'00);
    CHECK(made.flags[2].code == FlagCode::costly_orders);
    CHECK(evidence(made.flags[2], "average_order_value").value == 425'00);
    CHECK(evidence(made.flags[2], "break_even_order_value").value == 121'96);
    CHECK(made.visits.carried == 9);
    settings.thresholds.costly_orders_percent = {33 * micro};
    for (const Flag& flag : pipeline::assess(snapshot, settings, {}, *snapshot.as_of).flags)
      CHECK(flag.code != FlagCode::costly_orders);
  }
}

}  // namespace
}  // namespace rendabel::test
