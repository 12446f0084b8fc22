// Remedies in words: what to agree with the customer, what it brings, where it breaks even; in both
// languages.
#include <catch2/catch.hpp>

#include "plugin/report/sentences.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

struct Said {
  RemedyCode code;
  Unit unit;
  std::int64_t from, to, break_even;
  Unit break_even_unit;
  const char *nl, *en;
};

RemedyAdvice row_of(const Said& said) {
  RemedyAdvice row;
  row.code = said.code, row.unit = said.unit, row.from = said.from, row.to = said.to;
  row.effect = 412'50, row.result_after = 37'25;
  row.break_even = said.break_even, row.break_even_unit = said.break_even_unit;
  return row;
}

const Said all[] = {
    {RemedyCode::reset_discount, Unit::basis_points, 1500, 500, 725, Unit::basis_points,
     "Breng de korting terug van 15 % naar 5 %. Dat scheelt € 412,50 per jaar; de klant komt dan € "
     "37,25 boven "
     "break-even uit. Break-even ligt bij een korting van 7,25 %.",
     "Bring the discount down from 15% to 5%. That is €412.50 a year; the account is then €37.25 above "
     "break-even. Break-even is at a discount of 7.25%."},
    {RemedyCode::raise_order_size, Unit::count, 52, 30, 64'87, Unit::money,
     "Laat de klant hetzelfde in 30 in plaats van 52 orders bestellen. Dat scheelt € 412,50 per jaar; de "
     "klant komt dan "
     "€ 37,25 boven break-even uit. Break-even ligt bij orders van gemiddeld € 64,87.",
     "Have the customer order the same in 30 orders instead of 52. That is €412.50 a year; the account is "
     "then €37.25 "
     "above break-even. Break-even is at orders of €64.87 on average."},
    {RemedyCode::enforce_terms, Unit::decimal, 32'400'000, 0, 12'300'000, Unit::decimal,
     "Houd de klant aan de betaaltermijn: nu betaalt hij gemiddeld 32,4 dagen te laat. Dat scheelt € 412,50 "
     "per jaar; de "
     "klant komt dan € 37,25 boven break-even uit. Break-even ligt bij betaling gemiddeld 12,3 dagen te "
     "laat.",
     "Hold the customer to the terms: now payment is 32.4 days late on average. That is €412.50 a year; the "
     "account is "
     "then €37.25 above break-even. Break-even is at payment 12.3 days late on average."},
    {RemedyCode::charge_shipping, Unit::money, 0, 413'40, 375'25, Unit::money,
     "Breng € 413,40 aan verzendkosten in rekening. Dat scheelt € 412,50 per jaar; de klant komt dan € 37,25 "
     "boven "
     "break-even uit. Break-even ligt bij € 375,25 aan doorberekende verzendkosten.",
     "Charge €413.40 of freight. That is €412.50 a year; the account is then €37.25 above break-even. "
     "Break-even is at "
     "€375.25 of freight charged."},
    {RemedyCode::charge_small_order, Unit::money, 20'00, 410'00, 14'20, Unit::money,
     "Vraag een toeslag voor kleine orders: de bijdragen gaan van € 20,00 naar € 410,00. Dat scheelt € "
     "412,50 per jaar; "
     "de klant komt dan € 37,25 boven break-even uit. Break-even ligt bij een toeslag van € 14,20 per kleine "
     "order.",
     "Ask a fee for small orders: contributions go from €20.00 to €410.00. That is €412.50 a year; the "
     "account is then "
     "€37.25 above break-even. Break-even is at a fee of €14.20 per small order."},
    {RemedyCode::shift_channel, Unit::count, 40, 0, 31, Unit::count,
     "Laat de 40 orders per telefoon, e-mail of bezoek via de webwinkel lopen. Dat scheelt € 412,50 per "
     "jaar; de klant "
     "komt dan € 37,25 boven break-even uit. Break-even ligt bij 31 orders via de webwinkel.",
     "Take the 40 orders by phone, email or visit through the web shop. That is €412.50 a year; the account "
     "is then "
     "€37.25 above break-even. Break-even is at 31 orders through the web shop."},
    {RemedyCode::shift_invoice, Unit::count, 40, 0, 31, Unit::count,
     "Stuur e-facturen in plaats van 40 facturen op papier. Dat scheelt € 412,50 per jaar; de klant komt dan "
     "€ 37,25 "
     "boven break-even uit. Break-even ligt bij 31 e-facturen.",
     "Send e-invoices instead of 40 invoices on paper. That is €412.50 a year; the account is then €37.25 "
     "above "
     "break-even. Break-even is at 31 e-invoices."},
    {RemedyCode::replace_visits, Unit::decimal, 9 * micro, 6 * micro, 6, Unit::count,
     "Ga van 9 naar 6 bezoeken per jaar en bel in plaats van de overige. Dat scheelt € 412,50 per jaar; de "
     "klant komt "
     "dan € 37,25 boven break-even uit. Break-even ligt bij 6 bezoeken per jaar.",
     "Go from 9 to 6 visits a year and call instead of the others. That is €412.50 a year; the account is "
     "then €37.25 "
     "above break-even. Break-even is at 6 visits a year."},
};

TEST_CASE("each remedy says what to agree, what it brings and where it breaks even") {
  const Settings settings;
  for (const Said& said : all) {
    CHECK(report::remedy_text(row_of(said), settings, "nl") == said.nl);
    CHECK(report::remedy_text(row_of(said), settings, "en") == said.en);
  }
}

TEST_CASE(
    "what is missing is said, a target is no break-even, and where nothing is asked for it is not said") {
  Settings settings;
  RemedyAdvice row = row_of(all[3]);
  row.result_after = -48'90;
  row.break_even.reset();
  CHECK(report::remedy_text(row, settings, "en") ==
        "Charge €413.40 of freight. That is €412.50 a year; €48.90 is then still missing to break even.");
  settings.target_margin_bp = 300;
  CHECK(report::remedy_text(row_of(all[0]), settings, "nl")
            .ends_with(" De doelmarge wordt gehaald bij een korting van 7,25 %."));
  for (const Said& said : all) {
    row = row_of(said);
    row.break_even = 0;
    const bool aim = said.code == RemedyCode::reset_discount || said.code == RemedyCode::enforce_terms ||
                     said.code == RemedyCode::replace_visits;
    if (said.code == RemedyCode::raise_order_size) continue;
    // No freight, fee or shift is needed beside the plan: that is no aim for a talk.
    CHECK((report::remedy_text(row, settings, "en").find("target margin is met") != std::string::npos) ==
          aim);
  }
}

TEST_CASE("the law's interest is said apart") {
  RemedyAdvice row = row_of(all[2]);
  row.statutory_rate = Micro{115'000};
  row.claimable = 29'62;
  CHECK(report::remedy_text(row, Settings{}, "nl")
            .ends_with(" De wettelijke rente (nu 11,5 %) geeft recht op € 29,62."));
  CHECK(report::remedy_text(row, Settings{}, "en")
            .ends_with(" Statutory interest (now 11.5%) lets you claim €29.62."));
}

TEST_CASE("an agreed remedy: what was expected in those days, and what came of it") {
  AgreedRemedy row{RemedyCode::shift_channel, on("2026-03-02"), 130, 85'00, 30'27, 34'00};
  CHECK(report::agreed_text(row, Settings{}, "nl") ==
        "Bestellen via de webwinkel: afgesproken op 02-03-2026. In 130 dagen werd € 30,27 verwacht en € "
        "34,00 gehaald.");
  CHECK(report::agreed_text(row, Settings{}, "en")
            .ends_with(" In 130 days €30.27 was expected and €34.00 was realised."));
  row.days = 1;
  row.realised.reset();
  CHECK(report::agreed_text(row, Settings{}, "nl")
            .ends_with(" In 1 dag werd € 30,27 verwacht; wat het opbracht is niet bekend."));
  CHECK(report::agreed_text(row, Settings{}, "en")
            .ends_with(" In 1 day €30.27 was expected; what it brought is not known."));
  row.days = 0;
  CHECK(report::agreed_text(row, Settings{}, "nl").ends_with(" Verwacht wordt € 85,00 per jaar."));
  CHECK(report::agreed_text(row, Settings{}, "en").ends_with(" €85.00 a year is expected."));
  row.predicted.reset(), row.predicted_so_far.reset();
  CHECK(report::agreed_text(row, Settings{}, "en").ends_with(" What it would bring could not be told."));
  row.days = 10, row.realised = 5'00;
  CHECK(report::agreed_text(row, Settings{}, "nl")
            .ends_with(" In 10 dagen werd € 5,00 gehaald; wat te verwachten was, is niet bekend."));
  CHECK(report::agreed_text(row, Settings{}, "en")
            .ends_with(" In 10 days €5.00 was realised; what to expect was not known."));
}

}  // namespace
}  // namespace rendabel::test
