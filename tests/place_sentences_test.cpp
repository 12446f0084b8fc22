#include "plugin/report/place_sentences.hpp"

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using test::on;

namespace {

Call a_call(Place place) {
  Call call;
  call.place = place;
  CallReason& lead = call.reasons.emplace_back();
  lead.code = Reason::quote;
  lead.p_success = Micro{300'000};
  lead.margin = 800'00;
  lead.margin_from = "quote";
  lead.decay = Micro{707'107};
  lead.cost = 6'00;
  lead.value_at_stake = 163'71;
  lead.since = on("2026-11-16");
  return call;
}
std::string said(const Call& call, std::string_view language) {
  return report::why_place(call, on("2026-11-23"), {}, language);
}

}  // namespace

TEST_CASE("a place by value shows what the value is made of") {
  CHECK(said(a_call(Place::value), "nl") ==
        "Op waarde: kans 30 % × marge € 800,00 × 70,7 % over na 7 dagen − gesprek € 6,00 = € 163,71");
  CHECK(said(a_call(Place::value), "en") ==
        "By value: chance 30% × margin €800.00 × 70.7% left after 7 days − call €6.00 = €163.71");
}

TEST_CASE("a place that something else gave says so first") {
  auto reserved = a_call(Place::reserved);
  reserved.reserved_for = Reason::quote;
  reserved.reasons[0].decay = Micro{micro};
  CHECK(said(reserved, "nl") ==
        "Vrijgehouden plaats: Offerte nabellen: kans 30 % × marge € 800,00 − gesprek € 6,00 = € 163,71");
  CHECK(said(a_call(Place::pinned), "nl").starts_with("Vastgezet door de teamleider: kans"));
  CHECK(said(a_call(Place::added), "en").starts_with("Came up today, and there was room: chance"));
  CHECK(said(a_call(Place::now), "nl") == "Nu bellen: gaat voor, buiten de plaatsen van vandaag");
}

TEST_CASE("an unknown margin is said, not reckoned with") {
  auto call = a_call(Place::value);
  call.reasons[0].margin_from = "unknown";
  CHECK(said(call, "nl") == "Op waarde: marge onbekend, daarom achteraan");
  call.reasons.clear();
  CHECK(said(call, "en") == "By value");
}
