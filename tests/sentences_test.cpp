// Words: money as people write it, every code with its label, sentences that say what the numbers say.
#include "plugin/report/sentences.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "plugin/base/calls.hpp"
#include "plugin/report/desk_labels.hpp"
#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::test {
namespace {

using namespace report;

TEST_CASE("money is written with the marks of its language, and other currencies by their code") {
  CHECK(money_text(1'234'56, "EUR", Language::nl) == "€ 1.234,56");
  CHECK(money_text(1'234'56, "EUR", Language::en) == "€1,234.56");
  CHECK(money_text(-5, "EUR", Language::nl) == "€ -0,05");
  CHECK(money_text(-1'000'000'00, "EUR", Language::en) == "-€1,000,000.00");
  CHECK(money_text(1'234'56, "USD", Language::en) == "USD 1,234.56");
  CHECK(money_text(1'234, "JPY", Language::en) == "JPY 1,234");
  CHECK(money_text(1'234'567, "KWD", Language::nl) == "KWD 1.234,567");
  CHECK(money_text(INT64_MIN, "EUR", Language::en) == "-€92,233,720,368,547,758.08");
}

TEST_CASE("percents, decimals and dates follow the language") {
  CHECK(percent_text(1234, Language::nl) == "12,34 %");
  CHECK(percent_text(-1500, Language::en) == "-15%");
  CHECK(decimal_text(7'250'000, 1, Language::nl) == "7,3");
  CHECK(decimal_text(7'000'000, 1, Language::nl) == "7");
  CHECK(decimal_text(-40'000, 1, Language::en) == "0");
  CHECK(decimal_text(1'234'500'000, 1, Language::en) == "1,234.5");
  CHECK(date_text(*parse_date("2026-03-09"), Language::nl) == "09-03-2026");
  CHECK(date_text(*parse_date("2026-03-09"), Language::en) == "9 March 2026");
}

TEST_CASE("languages are known by their first two letters") {
  CHECK(parse_language("nl") == Language::nl);
  CHECK(parse_language("nl-BE") == Language::nl);
  CHECK(parse_language("en_GB") == Language::en);
  CHECK_FALSE(parse_language("de"));
  CHECK_FALSE(parse_language("english"));
  CHECK_FALSE(parse_language(""));
}

template <class Enum>
void check_all(std::string_view group) {
  for (const auto code : Names<Enum>::values) {
    INFO(group << " " << code);
    bool found = false;
    for (const LabelGroup& family : label_groups())
      for (const Label& words : family.labels) found = found || (family.name == group && words.code == code);
    CHECK(found);
  }
}

TEST_CASE("every code has words in both languages, once") {
  check_all<FlagCode>("flag");
  check_all<CoverageState>("coverage_state");
  check_all<RhythmState>("rhythm");
  check_all<Layer>("layer");
  check_all<Reason>("reason");
  check_all<Purpose>("purpose");
  check_all<Lane>("lane");
  check_all<CallState>("call_state");
  std::vector<LabelGroup> groups(label_groups().begin(), label_groups().end());
  groups.insert(groups.end(), desk_groups.begin(), desk_groups.end());
  for (const LabelGroup& group : groups) {
    std::set<std::string_view> codes;
    for (const Label& words : group.labels) {
      INFO(group.name << " " << words.code);
      CHECK_FALSE(words.nl.empty());
      CHECK_FALSE(words.en.empty());
      CHECK(codes.insert(words.code).second);
      CHECK(label(group.name, words.code, Language::nl) == words.nl);
    }
  }
  CHECK(label("line", "km", Language::nl) == "km");
}

std::string said(const Flag& flag, std::string_view language) { return flag_text(flag, {}, {}, language); }

TEST_CASE("a flag's sentence says its numbers and its amount") {
  const Flag loss{FlagCode::loss_making, 225'44, {{"gross_margin", Unit::money, 5520'00}}};
  CHECK(said(loss, "nl") ==
        "Deze klant kostte het afgelopen jaar € 225,44: de kosten waren hoger dan de brutomarge van € "
        "5.520,00.");
  CHECK(said(loss, "en") ==
        "This account cost €225.44 over the past year: its costs exceeded its gross margin of €5,520.00.");
  const Flag late{FlagCode::late_payer, 101'44, {{"mean_days_late", Unit::decimal, 25 * micro}}};
  CHECK(said(late, "nl") == "Betaalt gemiddeld 25 dagen te laat; dat kost € 101,44 rente per jaar.");
}

TEST_CASE("a discount that was never earned is above the scale, not stale") {
  Flag flag{FlagCode::stale_discount,
            2400'00,
            {{"effective_discount_bp", Unit::basis_points, 1500},
             {"due_discount_bp", Unit::basis_points, 500},
             {"last_deserved_window", Unit::count, std::nullopt}}};
  CHECK(said(flag, "nl").find("boven de staffel") != std::string::npos);
  CHECK(said(flag, "en").find("above the scale") != std::string::npos);
  flag.evidence[2].value = 1;
  CHECK(said(flag, "nl").find("achterhaald") != std::string::npos);
  CHECK(said(flag, "nl").find("vorig jaar") != std::string::npos);
  CHECK(said(flag, "en").find("stale") != std::string::npos);
}

TEST_CASE("coverage says what is missing and how much is known") {
  const Coverage row{"shipping", CoverageState::partial, 3, 4, "carriage_unknown"};
  CHECK(coverage_text(row, {}, "nl") ==
        "Verzending: deels bekend, van orders is niet bekend of ze franco zijn geleverd (3 van 4 bekend).");
  CHECK(coverage_text({"km", CoverageState::not_assessable, 0, 2, "no_rate"}, {}, "en") ==
        "km: not assessable, no rate is set for this activity (0 of 2 known).");
  CHECK(coverage_text({"visits", CoverageState::known, {}, {}, {}}, {}, "nl") == "Bezoeken: bekend.");
}

TEST_CASE("an account in words names its result, its flags and what is not known") {
  Assessment made;
  CHECK(assessment_text(made, {}, "nl") ==
        "De omzet van het afgelopen jaar is niet bekend. Er zijn geen signalen.");
  made.result.net_revenue = 1000'00;
  CHECK(assessment_text(made, {}, "en").starts_with("Revenue was €1,000.00; without a gross margin"));
  made.result.gross_margin = 300'00;
  made.result.net_result = -50'00;
  made.result.net_margin_bp = -500;
  made.flags.push_back({FlagCode::loss_making, 50'00, {}});
  made.coverage.push_back({"shipping", CoverageState::partial, 3, 4, "carriage_unknown"});
  CHECK(
      assessment_text(made, {}, "nl") ==
      "Op € 1.000,00 omzet en € 300,00 brutomarge ging het afgelopen jaar € 50,00 verloren (-5 %). Signalen: "
      "verliesgevend (€ 50,00). Niet of niet geheel bekend: verzending.");
}

TEST_CASE("a customer that never bought is told by what it asked for") {
  Flag flag{FlagCode::never_bought,
            0,
            {{"quotes", Unit::count, 0}, {"inquiries", Unit::count, 2}, {"open_quotes", Unit::count, 0}}};
  CHECK(said(flag, "nl") == "Vroeg 2 keer informatie aan, maar kocht nooit.");
  flag.evidence[0].value = 1;
  flag.evidence[2].value = 1;
  flag.amount = 250'00;
  CHECK(said(flag, "nl") ==
        "Vroeg 1 offerte en 2 keer informatie aan, maar kocht nooit. Op open offertes staat € 250,00 marge.");
  CHECK(said(flag, "en").starts_with("Asked for 1 quote and 2 pieces of information, but never bought."));
}

TEST_CASE("a year without revenue is said as that") {
  Assessment made;
  made.result.net_revenue = made.result.gross_margin = made.result.net_result = 0;
  CHECK(assessment_text(made, {}, "nl").starts_with("Het afgelopen jaar was er geen omzet."));
  made.result.net_result = -400'00;
  CHECK(assessment_text(made, {}, "en")
            .starts_with("There was no revenue over the past year; the net result was -€400.00."));
}

}  // namespace
}  // namespace rendabel::test
