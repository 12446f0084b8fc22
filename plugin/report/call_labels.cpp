#include <array>

#include "plugin/report/call_sentences.hpp"

namespace rendabel::report {

namespace {

// clang-format off
constexpr std::array left_out{
    CallWords{"not_due", "Nog niet aan de beurt", "Not due yet"},
    CallWords{"planned_activity", "Er staat binnenkort al een afspraak", "An activity is planned soon"},
    CallWords{"not_worth", "Levert minder op dan het gesprek kost", "Worth less than the call costs"},
    CallWords{"no_phone", "Geen bruikbaar telefoonnummer", "No telephone number that works"},
    CallWords{"denied", "Bellen mag niet", "The law does not allow the call"},
    CallWords{"not_now", "Vandaag niet bellen: buiten de beltijden of al vaak genoeg gebeld", "No call today: outside calling hours or called often enough"},
    CallWords{"held_out", "Blijft ongebeld om te meten wat bellen oplevert", "Left uncalled to measure what calling brings"},
    CallWords{"capacity", "Geen plaats meer vandaag", "No place left today"},
    CallWords{"same_number", "Dit nummer wordt vandaag al gebeld", "This number is already called today"},
    CallWords{"other_contact", "Mag niet ter sprake komen bij wie vandaag gebeld wordt", "May not be raised with the person called today"},
    CallWords{"parked", "Geparkeerd: de pogingen zijn op of de teamleider beslist", "Parked: all tries were made, or the team leader decides"},
    CallWords{"resting", "Even rust na het laatste gesprek", "At rest after the last conversation"},
    CallWords{"removed", "Door de teamleider van de bellijst gehaald", "Taken off the list by the team leader"},
    CallWords{"goodbye", "Van deze klant is afscheid genomen", "This account was said goodbye to"},
    CallWords{"disputed", "Het oordeel over deze klant wordt betwist", "The verdict on this account is disputed"},
    CallWords{"pilot", "Hoort niet bij de proef: alleen offertes en aanvragen", "Not part of the pilot: quotes and inquiries only"},
    CallWords{"no_language", "Niemand aanwezig die de taal van het contact spreekt", "Nobody here speaks the contact's language"},
    CallWords{"held_out", "Blijft ongebeld om te zien wat bellen oplevert", "Left uncalled to see what calling brings"},
    CallWords{"less_worth", "Anderen zijn vandaag meer waard", "Others are worth more today"},
    CallWords{"called_today", "Vandaag al gebeld", "Already called today"}};

constexpr std::array withdrawn{
    CallWords{"denied", "Bellen mag niet meer", "The law no longer allows the call"},
    CallWords{"not_now", "Vandaag niet meer bellen", "No more calls today"},
    CallWords{"held_out", "Blijft ongebeld om te meten wat bellen oplevert", "Left uncalled to measure what calling brings"},
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
    CallWords{"objection", "Heeft bezwaar gemaakt", "Has objected"},
    CallWords{"merged", "Samengevoegd met een andere klant", "Merged with another account"},
    CallWords{"parked", "Geparkeerd", "Parked"},
    CallWords{"resting", "Even rust na het laatste gesprek", "At rest after the last conversation"},
    CallWords{"removed", "Door de teamleider van de bellijst gehaald", "Taken off the list by the team leader"},
    CallWords{"goodbye", "Van deze klant is afscheid genomen", "This account was said goodbye to"},
    CallWords{"disputed", "Het oordeel over deze klant wordt betwist", "The verdict on this account is disputed"},
    CallWords{"pilot", "Hoort niet bij de proef", "Not part of the pilot"},
    CallWords{"no_language", "Niemand aanwezig die de taal van het contact spreekt", "Nobody here speaks the contact's language"},
    CallWords{"erased", "Gegevens verwijderd", "Data erased"}};

constexpr std::array places{
    CallWords{"value", "op waarde", "by value"},
    CallWords{"now", "gaat voor", "goes first"},
    CallWords{"pinned", "vastgezet door de teamleider", "pinned by the team leader"},
    CallWords{"reserved", "vrijgehouden plaats", "reserved place"},
    CallWords{"added", "vandaag erbij gekomen", "added during the day"}};

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

std::span<const CallWords> left_out_labels() { return left_out; }
std::span<const CallWords> withdrawn_labels() { return withdrawn; }
std::span<const CallWords> place_labels() { return places; }
std::span<const CallWords> margin_labels() { return margins; }

}  // namespace rendabel::report
