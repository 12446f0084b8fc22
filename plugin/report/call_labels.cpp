#include <array>

#include "plugin/report/call_sentences.hpp"

namespace rendabel::report {

namespace {

// clang-format off
constexpr std::array rules{
    CallWords{"NL1", "Bezwaar gemaakt of bel-me-niet: niet bellen", "Objected or do not call: no call"},
    CallWords{"NL3", "Service: bellen mag, zonder verkoop", "Service: may be called, without selling"},
    CallWords{"NL4", "Zelf gevraagd: terugbellen mag, over dit onderwerp", "Asked for: may be called back, on this subject"},
    CallWords{"NL5", "Rechtspersoon: bellen mag", "Legal person: may be called"},
    CallWords{"NL6", "Toestemming gegeven: bellen mag", "Consent given: may be called"},
    CallWords{"NL7", "Klant met eigen gelijksoortige goederen, verzet aangeboden: bellen mocht tot 1 juli 2026",
              "Customer for similar goods, opt-out offered: may be called until 1 July 2026"},
    CallWords{"NL8", "Uitzondering voor klanten is vervallen: natuurlijk persoon alleen bellen met toestemming, mailen mag",
              "The exception for customers has ended: a natural person only with consent, mail is allowed"},
    CallWords{"NL9", "Natuurlijk persoon zonder toestemming: niet bellen", "Natural person without consent: no call"},
    CallWords{"NL10", "Soort persoon onbekend: telt als natuurlijk persoon", "Kind of person unknown: counts as a natural person"},
    CallWords{"XX1", "Bezwaar gemaakt of bel-me-niet: niet bellen", "Objected or do not call: no call"},
    CallWords{"XX2", "Land zonder eigen regels hier: bestaande zakelijke klant mag gebeld worden",
              "Country without rules here: an existing business customer may be called"},
    CallWords{"XX3", "Land zonder eigen regels hier: alleen bestaande zakelijke klanten, dus niet bellen",
              "Country without rules here: existing business customers only, so no call"}};

constexpr std::array left_out{
    CallWords{"not_due", "Nog niet aan de beurt", "Not due yet"},
    CallWords{"planned_activity", "Er staat binnenkort al een afspraak", "An activity is planned soon"},
    CallWords{"not_worth", "Levert minder op dan het gesprek kost", "Worth less than the call costs"},
    CallWords{"no_phone", "Geen bruikbaar telefoonnummer", "No telephone number that works"},
    CallWords{"denied", "Bellen mag niet", "The law does not allow the call"},
    CallWords{"capacity", "Geen plaats meer vandaag", "No place left today"},
    CallWords{"same_number", "Dit nummer wordt vandaag al gebeld", "This number is already called today"},
    CallWords{"other_contact", "Mag niet ter sprake komen bij wie vandaag gebeld wordt", "May not be raised with the person called today"},
    CallWords{"called_today", "Vandaag al gebeld", "Already called today"}};

constexpr std::array withdrawn{
    CallWords{"denied", "Bellen mag niet meer", "The law no longer allows the call"},
    CallWords{"no_phone", "Geen bruikbaar telefoonnummer meer", "No telephone number that works any more"},
    CallWords{"planned_activity", "Er staat nu een afspraak", "An activity is planned now"},
    CallWords{"bought", "Heeft weer besteld", "Has ordered again"},
    CallWords{"won", "Offerte gewonnen", "Quote won"},
    CallWords{"lost", "Offerte verloren", "Quote lost"},
    CallWords{"expired", "Offerte verlopen", "Quote expired"},
    CallWords{"steps_done", "Vaak genoeg nagebeld", "Followed up often enough"},
    CallWords{"answered", "Al beantwoord", "Already answered"},
    CallWords{"solved", "Al opgelost", "Already solved"},
    CallWords{"too_old", "Te lang geleden", "Too long ago"},
    CallWords{"reached", "Is al gesproken", "Has been spoken to"},
    CallWords{"inactive", "Klant is niet meer actief", "Account is no longer active"},
    CallWords{"gone", "Staat niet meer in het bronsysteem", "No longer in the host system"},
    CallWords{"settled", "De aanleiding is er niet meer", "The reason is no longer there"},
    CallWords{"erased", "Gegevens verwijderd", "Data erased"}};

constexpr std::array margins{
    CallWords{"quote", "marge van de offerte", "the quote's own margin"},
    CallWords{"own_ratio", "eigen marge van de klant", "the account's own margin ratio"},
    CallWords{"assumed_ratio", "aangenomen marge", "the assumed margin"},
    CallWords{"order_mean", "gemiddelde ordermarge van de klant", "the account's mean order margin"},
    CallWords{"book_median", "mediaan van alle klanten, aangenomen", "the book's median, assumed"},
    CallWords{"potential", "potentieel van de klant", "the account's potential"},
    CallWords{"unknown", "marge onbekend", "margin unknown"}};
// clang-format on

}  // namespace

std::span<const CallWords> rule_labels() { return rules; }
std::span<const CallWords> left_out_labels() { return left_out; }
std::span<const CallWords> withdrawn_labels() { return withdrawn; }
std::span<const CallWords> margin_labels() { return margins; }

}  // namespace rendabel::report
