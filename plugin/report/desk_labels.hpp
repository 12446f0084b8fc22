// desk_labels.hpp — the codes of the desk with their words, for labels_get and the card.
// In: nothing.  Out: outcomes, skip reasons, receptions, needs and other things to ask, steps and why, ends.
// Never: sentences about one account (report/card_sentences).
#pragma once
#include <array>

#include "plugin/report/labels.hpp"

namespace rendabel::report {

// clang-format off
inline constexpr std::array outcome_labels{
    Label{"no_answer", "Geen gehoor", "No answer"},
    Label{"voicemail", "Voicemail", "Voicemail"},
    Label{"busy", "In gesprek", "Busy"},
    Label{"callback", "Terugbelafspraak", "Call back"},
    Label{"spoke", "Gesproken, blijft open", "Spoke, still open"},
    Label{"order", "Order", "Order"},
    Label{"quote", "Offerte gevraagd", "Quote asked for"},
    Label{"meeting", "Afspraak gemaakt", "Meeting agreed"},
    Label{"not_interested", "Geen interesse", "Not interested"},
    Label{"objection", "Bezwaar: niet meer bellen", "Objection: no more calls"},
    Label{"wrong_number", "Verkeerd nummer", "Wrong number"},
    Label{"skipped", "Overgeslagen", "Skipped"}};

inline constexpr std::array skip_reason_labels{
    Label{"not_mine", "Niet mijn klant", "Not my account"},
    Label{"knows_better", "Ik weet iets wat hier niet staat", "I know something that is not here"},
    Label{"wrong_time", "Nu niet het moment", "Not the moment"},
    Label{"disagree", "Niet mee eens", "I disagree"},
    Label{"other", "Anders", "Other"}};

inline constexpr std::array allowed_labels{
    Label{"allowed", "Mag", "Allowed"},
    Label{"not_now", "Nu niet", "Not now"},
    Label{"no", "Mag niet", "Not allowed"}};

inline constexpr std::array relation_labels{
    Label{"none", "Nooit klant geweest", "Never a customer"},
    Label{"past", "Langer dan drie jaar geen klant", "No customer for more than three years"},
    Label{"customer", "Klant, of korter dan drie jaar geleden", "A customer, or less than three years ago"}};

inline constexpr std::array person_kind_labels{
    Label{"unknown", "Onbekend, telt als natuurlijk persoon", "Unknown, counts as a natural person"},
    Label{"legal", "Rechtspersoon", "Legal person"},
    Label{"natural", "Natuurlijk persoon", "Natural person"}};

inline constexpr std::array channel_labels{
    Label{"voice", "Telefoon", "Telephone"},
    Label{"email", "E-mail", "E-mail"},
    Label{"sms", "Sms", "Text message"},
    Label{"whatsapp", "WhatsApp", "WhatsApp"},
    Label{"linkedin", "LinkedIn", "LinkedIn"},
    Label{"facebook", "Facebook", "Facebook"},
    Label{"x", "X", "X"},
    Label{"message", "Ander bericht", "Another message"}};

inline constexpr std::array reception_labels{
    Label{"welcome", "Welkom", "Welcome"},
    Label{"neutral", "Neutraal", "Neutral"},
    Label{"unwelcome", "Niet welkom", "Unwelcome"}};

inline constexpr std::array ask_labels{
    Label{"upgrade", "Is wat u heeft nog groot of goed genoeg?", "Is what you have still large or good enough?"},
    Label{"add_on", "Wat hoort er nog bij?", "What goes with it?"},
    Label{"custom", "Is er maatwerk nodig?", "Is anything made to measure needed?"},
    Label{"budget", "Wanneer is er budget, en wie beslist?", "When is there a budget, and who decides?"},
    Label{"profile", "Op welk netwerk is deze contactpersoon te vinden?", "On which network can this contact be found?"},
    Label{"offer_objection", "Zeg dat hij bezwaar mag maken tegen volgende gesprekken", "Say that he may object to further calls"},
    Label{"opt_in", "Vraag of u voortaan mag bellen", "Ask whether you may call in future"}};

inline constexpr std::array step_labels{
    Label{"call_again", "Opnieuw bellen", "Call again"},
    Label{"callback", "Terugbellen zoals afgesproken", "Call back as agreed"},
    Label{"wait", "Met rust laten", "Leave in peace"},
    Label{"fix_number", "Nummer uitzoeken", "Find the right number"},
    Label{"team_leader", "Naar de teamleider", "To the team leader"},
    Label{"parked", "Geparkeerd", "Parked"},
    Label{"closed", "Afgesloten", "Closed"},
    Label{"none", "Geen vervolg", "Nothing follows"}};

inline constexpr std::array step_why_labels{
    Label{"no_answer", "Geen gehoor", "No answer"},
    Label{"voicemail", "Voicemail", "Voicemail"},
    Label{"busy", "In gesprek", "Busy"},
    Label{"agreed", "Zo afgesproken", "As agreed"},
    Label{"kept", "Afspraak nagekomen", "Kept as agreed"},
    Label{"spoke", "Pas gesproken", "Spoken to lately"},
    Label{"callbacks_used", "Vaak genoeg teruggebeld", "Called back often enough"},
    Label{"order", "Order", "Order"},
    Label{"quote", "Offerte gevraagd", "Quote asked for"},
    Label{"meeting", "Afspraak gemaakt", "Meeting agreed"},
    Label{"not_interested", "Geen interesse", "Not interested"},
    Label{"objection", "Bezwaar tegen verkoopgesprekken", "Objection to sales calls"},
    Label{"wrong_number", "Verkeerd nummer", "Wrong number"},
    Label{"tried_out", "Vaak genoeg geprobeerd", "Tried often enough"},
    Label{"team_leader", "Drie keer overgeslagen", "Skipped three times"},
    Label{"not_mine", "Niet mijn klant", "Not my account"},
    Label{"knows_better", "De medewerker weet meer", "The agent knows more"},
    Label{"wrong_time", "Nu niet het moment", "Not the moment"},
    Label{"disagree", "Niet mee eens", "Disagreed"},
    Label{"other", "Anders", "Other"},
    Label{"ended_before", "De aanleiding was er al niet meer", "The reason had ended before"},
    Label{"no_case", "Geen aanleiding om te bellen", "No reason to call"}};

/// Why a case ended, or was parked.
inline constexpr std::array closed_why_labels{
    Label{"won", "Offerte gewonnen", "Quote won"},
    Label{"lost", "Offerte verloren", "Quote lost"},
    Label{"expired", "Offerte verlopen", "Quote expired"},
    Label{"steps_done", "Vaak genoeg nagebeld", "Followed up often enough"},
    Label{"answered", "Al beantwoord", "Already answered"},
    Label{"solved", "Al opgelost", "Already solved"},
    Label{"too_old", "Te lang geleden", "Too long ago"},
    Label{"inactive", "Klant is niet meer actief", "Account is no longer active"},
    Label{"gone", "Staat niet meer in het bronsysteem", "No longer in the host system"},
    Label{"settled", "De aanleiding is er niet meer", "The reason is no longer there"},
    Label{"merged", "Samengevoegd met een andere klant", "Merged with another account"},
    Label{"do_not_call", "Wil niet gebeld worden", "Does not want to be called"},
    Label{"objection", "Bezwaar tegen verkoopgesprekken", "Objection to sales calls"},
    Label{"kept", "Terugbelafspraak nagekomen", "Called back as agreed"},
    Label{"order", "Order", "Order"},
    Label{"quote", "Offerte gevraagd", "Quote asked for"},
    Label{"meeting", "Afspraak gemaakt", "Meeting agreed"},
    Label{"tried_out", "Vaak genoeg geprobeerd", "Tried often enough"},
    Label{"team_leader", "Drie keer overgeslagen", "Skipped three times"}};

inline constexpr std::array desk_groups{
    LabelGroup{"outcome", outcome_labels}, LabelGroup{"skip_reason", skip_reason_labels},
    LabelGroup{"reception", reception_labels}, LabelGroup{"ask", ask_labels},
    LabelGroup{"allowed", allowed_labels}, LabelGroup{"relation", relation_labels},
    LabelGroup{"person_kind", person_kind_labels}, LabelGroup{"channel", channel_labels},
    LabelGroup{"step", step_labels}, LabelGroup{"step_why", step_why_labels},
    LabelGroup{"closed_why", closed_why_labels}};
// clang-format on

/// The words of a desk's code; the code itself where there are none.
constexpr std::string_view desk_label(std::span<const Label> labels, std::string_view code,
                                      Language language) {
  for (const auto& one : labels)
    if (one.code == code) return one.in(language);
  return code;
}

}  // namespace rendabel::report
