#include "plugin/report/labels.hpp"

#include <array>

#include "plugin/report/verdict_labels.hpp"

namespace rendabel::report {
namespace {

// clang-format off
constexpr std::array flag_labels{
    Label{"loss_making", "Verliesgevend", "Loss-making"},
    Label{"stale_discount", "Achterhaalde korting", "Stale discount"},
    Label{"costly_orders", "Dure orderafhandeling", "Costly orders"},
    Label{"late_payer", "Late betaler", "Late payer"},
    Label{"free_shipping", "Franco zonder tegenprestatie", "Free shipping"},
    Label{"over_visited", "Te vaak bezocht", "Over-visited"},
    Label{"returns", "Veel retouren", "Many returns"},
    Label{"declining", "Krimpend", "Declining"},
    Label{"eroding", "Afkalvende marge", "Eroding margin"},
    Label{"stagnant", "Zonder groei", "Stagnant"},
    Label{"slipping", "Wegglijdend", "Slipping"},
    Label{"dormant", "Staat op nul", "Dormant"},
    Label{"never_bought", "Nooit gekocht", "Never bought"},
    Label{"goodbye", "Afscheid nemen", "Goodbye"},
};

constexpr std::array reason_labels{
    Label{"callback", "Terugbelafspraak", "Callback"},
    Label{"inquiry", "Informatieaanvraag", "Inquiry"},
    Label{"problem", "Probleem of klacht", "Problem or complaint"},
    Label{"quote", "Offerte nabellen", "Open quote"},
    Label{"renegotiate", "Voorwaarden bespreken", "Renegotiate"},
    Label{"dormant", "Staat op nul", "Dormant"},
    Label{"slipping", "Wegglijdend", "Slipping"},
    Label{"cross_sell", "Aanvullende verkoop", "Cross-sell"},
    Label{"keep_in_touch", "Contact houden", "Keep in touch"},
};

constexpr std::array coverage_state_labels{
    Label{"known", "bekend", "known"},
    Label{"partial", "deels bekend", "partly known"},
    Label{"assumed", "aangenomen", "assumed"},
    Label{"not_assessable", "niet te beoordelen", "not assessable"},
};

constexpr std::array coverage_reason_labels{
    Label{"activities_left_out", "bezoeken en andere activiteiten zijn niet aangeleverd", "visits and other activities were not handed over"},
    Label{"age_unknown", "de historie begint later: hoe lang dit al een klant is, is niet bekend; de vaste regel geldt", "the history starts later: how long this has been a customer is unknown; the rule applies"},
    Label{"before_history", "de historie begint later dan de periode", "the history starts after the period does"},
    Label{"carriage_unknown", "van orders is niet bekend of ze franco zijn geleverd", "for some orders it is unknown who pays the freight"},
    Label{"channel_unknown", "van orders is het kanaal niet bekend; het algemene tarief geldt", "the channel of some orders is unknown; the general rate applies"},
    Label{"contribution_unknown", "van orders is geen bijdrage opgegeven; die telt als nul", "no contribution was given for some orders; it counts as nil"},
    Label{"cost_assumed_margin", "zonder inkoopwaarde geldt de brutomarge uit de instellingen", "without a cost of goods the gross margin of the settings applies"},
    Label{"cost_own_ratio", "zonder inkoopwaarde geldt de verhouding van de eigen orders", "without a cost of goods the ratio of the account's own orders applies"},
    Label{"cost_unknown", "de inkoopwaarde is niet bekend en er is geen brutomarge ingesteld", "the cost of goods is unknown and no gross margin is set"},
    Label{"coverage_differs", "beide jaren zijn niet even volledig bekend", "the two years are not equally well known"},
    Label{"credit_notes_left_out", "creditnota's zijn niet aangeleverd en tellen als geen", "credit notes were not handed over and count as none"},
    Label{"delivery_unknown", "van facturen is de verzendwijze niet bekend; het algemene tarief geldt", "how some invoices were sent is unknown; the general rate applies"},
    Label{"discount_assumed", "orders met alleen een lijstprijs tellen zonder korting", "orders with a list price alone count without discount"},
    Label{"due_date_unknown", "van facturen is de vervaldatum niet bekend", "the due date of some invoices is unknown"},
    Label{"first_order_unknown", "of dit de eerste order was, valt buiten de historie", "whether this was the first order lies outside the history"},
    Label{"freight_assumed", "waar de vracht niet bekend is, geldt het tarief per zending", "where the freight is unknown the rate per shipment applies"},
    Label{"groups_too_few", "geen productgroep heeft genoeg kopers", "no product group has enough buyers"},
    Label{"groups_unknown", "van orders zijn geen productgroepen bekend", "the product groups of orders are unknown"},
    Label{"inquiries_left_out", "informatieaanvragen zijn niet aangeleverd en tellen als geen", "inquiries were not handed over and count as none"},
    Label{"invoices_left_out", "facturen zijn niet aangeleverd", "invoices were not handed over"},
    Label{"items_unknown", "het aantal artikelen is niet overal bekend", "the number of items is not known everywhere"},
    Label{"lines_unknown", "orders zonder aantal regels tellen als één regel", "orders without a number of lines count as one line"},
    Label{"list_unknown", "van orders is de lijstprijs niet bekend", "the list price of some orders is unknown"},
    Label{"margin_model_unknown", "het boek zegt te weinig over de marge per orderdag; het beste van de laatste drie jaren geldt", "the book says too little of the margin of an order day; the best of the last three years applies"},
    Label{"margin_not_positive", "geen orderdag liet marge over; het beste van de laatste drie jaren geldt", "no order day left a margin; the best of the last three years applies"},
    Label{"margin_of_book", "zonder bekende marge geldt het gemiddelde van het boek per orderdag", "without a known margin the book's mean per order day applies"},
    Label{"minutes_unknown", "zonder minuten is een uurtarief niet te rekenen", "a rate per hour cannot be charged without minutes"},
    Label{"model_flat", "de orderdagen van het boek zeggen te weinig over wie nog koopt; de vaste regel geldt", "the order days of the book say too little about who still buys; the rule applies"},
    Label{"model_no_repeats", "niemand in het boek bestelde op twee dagen; de vaste regel geldt", "nobody in the book ordered on two days; the rule applies"},
    Label{"model_not_converged", "het model van het boek kwam niet tot een uitkomst; de vaste regel geldt", "the model of the book found no answer; the rule applies"},
    Label{"model_runaway", "het model van het boek loopt weg; de vaste regel geldt", "the model of the book runs away; the rule applies"},
    Label{"model_too_few", "het boek heeft te weinig kopers voor een model; de vaste regel geldt", "the book has too few buyers for a model; the rule applies"},
    Label{"net_unknown", "van orders is het bedrag niet bekend", "the amount of some orders is unknown"},
    Label{"no_model", "er is nog geen model van het boek; het beste van de laatste drie jaren geldt", "there is no model of the book yet; the best of the last three years applies"},
    Label{"no_order_days", "er is nog geen dag met een order", "there is no day with an order yet"},
    Label{"no_rate", "voor deze activiteit is geen tarief ingesteld", "no rate is set for this activity"},
    Label{"no_refresh", "het boek is nog niet doorgerekend", "the book has not been refreshed yet"},
    Label{"no_scale", "er is geen kortingsstaffel ingesteld", "no discount scale is set"},
    Label{"not_yet_inferred", "de afgeleide kortingsstaffel is er pas na de eerste doorrekening van het klantenbestand", "the inferred discount scale is there after the first refresh of the book"},
    Label{"orders_from_invoices", "orders zijn afgeleid van facturen", "orders were derived from invoices"},
    Label{"orders_left_out", "orders zijn niet aangeleverd", "orders were not handed over"},
    Label{"payments_unknown", "van facturen zijn de betalingen niet bekend", "the payments of some invoices are unknown"},
    Label{"quotes_left_out", "offertes zijn niet aangeleverd en tellen als geen", "quotes were not handed over and count as none"},
    Label{"remedies_left_out", "maatregelen zijn niet aangeleverd en tellen als geen", "remedies were not handed over and count as none"},
    Label{"reminders_unknown", "facturen zonder aantal aanmaningen tellen als geen aanmaning", "invoices without a number of reminders count as none"},
    Label{"standing_discount", "zonder lijstprijzen geldt de vaste korting van de klant", "without list prices the account's standing discount applies"},
    Label{"too_few_to_infer", "minder dan honderd klanten met bekende lijstprijzen: daaruit is geen kortingsstaffel af te leiden", "fewer than a hundred accounts with known list prices: no discount scale can be inferred from them"},
};

constexpr std::array line_labels{
    Label{"list_revenue", "Omzet tegen lijstprijs", "List revenue"},
    Label{"discount", "Korting", "Discount"},
    Label{"credit_notes", "Creditnota's", "Credit notes"},
    Label{"net_revenue", "Netto-omzet", "Net revenue"},
    Label{"cost_of_goods", "Inkoopwaarde", "Cost of goods"},
    Label{"gross_margin", "Brutomarge", "Gross margin"},
    Label{"order_handling", "Orderafhandeling", "Order handling"},
    Label{"invoicing", "Facturering", "Invoicing"},
    Label{"shipping", "Verzending", "Shipping"},
    Label{"late_payment", "Late betaling", "Late payment"},
    Label{"visits", "Bezoeken", "Visits"},
    Label{"calls", "Telefoongesprekken", "Calls"},
    Label{"returns", "Retouren", "Returns"},
    Label{"account", "Klantbeheer", "Account"},
    Label{"contributions", "Bijdragen van de klant", "Contributions"},
    Label{"net_result", "Nettoresultaat", "Net result"},
    Label{"net_margin_bp", "Nettomarge", "Net margin"},
    Label{"freight_charged", "Doorberekende vracht", "Freight charged"},
    Label{"previous", "Vorig jaar", "Previous year"},
    Label{"potential", "Potentieel", "Potential"},
    Label{"layer", "Laag in de klantenpiramide", "Layer of the pyramid"},
    Label{"rhythm", "Bestelritme", "Rhythm"},
    Label{"cross_sell", "Wat vergelijkbare klanten kopen", "What comparable customers buy"},
    Label{"expected_margin", "Verwachte brutomarge", "Expected gross margin"},
    Label{"p_active", "Kans dat de klant nog koopt", "Probability of being active"},
    Label{"expected_orders", "Verwachte orders", "Expected orders"},
    Label{"quotes", "Offertes", "Quotes"},
    Label{"inquiries", "Informatieaanvragen", "Inquiries"},
    Label{"remedies", "Maatregelen", "Remedies"},
};

constexpr std::array layer_labels{
    Label{"top", "Top", "Top"},
    Label{"large", "Groot", "Large"},
    Label{"medium", "Middelgroot", "Medium"},
    Label{"small", "Klein", "Small"},
    Label{"inactive", "Niet actief", "Inactive"},
    Label{"prospect", "Prospect", "Prospect"},
};

constexpr std::array rhythm_labels{
    Label{"none", "geen orders", "no orders"},
    Label{"new", "nieuw", "new"},
    Label{"active", "actief", "active"},
    Label{"slipping", "wegglijdend", "slipping"},
    Label{"dormant", "staat op nul", "dormant"},
    Label{"seasonal", "buiten het seizoen", "out of season"},
    Label{"contract", "onder contract", "under contract"},
};

constexpr std::array purpose_labels{
    Label{"asked", "op verzoek van de klant", "asked for by the customer"},
    Label{"service", "service", "service"},
    Label{"marketing", "verkoop", "marketing"},
};

constexpr std::array lane_labels{
    Label{"now", "Nu bellen", "Now"},
    Label{"today", "Vandaag", "Today"},
};

constexpr std::array call_state_labels{
    Label{"open", "open", "open"},
    Label{"leased", "in behandeling", "being called"},
    Label{"done", "gebeld", "done"},
    Label{"withdrawn", "ingetrokken", "withdrawn"},
};

constexpr std::array evidence_labels{
    Label{"amount_due", "Vervallen facturen", "Invoices due, amount"},
    Label{"average_order_value", "Gemiddelde orderwaarde", "Average order value"},
    Label{"break_even_order_value", "Orderwaarde waarbij de kosten gedekt zijn", "Break-even order value"},
    Label{"change_bp", "Verandering", "Change"},
    Label{"drop_bp", "Daling", "Drop"},
    Label{"due_discount_bp", "Verdiende korting", "Discount due"},
    Label{"effective_discount_bp", "Gegeven korting", "Effective discount"},
    Label{"freight_charged", "Doorberekende vracht", "Freight charged"},
    Label{"gross_margin", "Brutomarge", "Gross margin"},
    Label{"inquiries", "Informatieaanvragen", "Inquiries"},
    Label{"invoices_due", "Vervallen facturen, aantal", "Invoices due"},
    Label{"inferred_scale", "Afgeleide staffel", "Inferred scale"},
    Label{"last_deserved_window", "Laatst verdiend, jaren geleden", "Last deserved, years ago"},
    Label{"last_order_on", "Laatste order", "Last order"},
    Label{"late_interest", "Rente na de vervaldatum", "Interest after the due date"},
    Label{"list_revenue", "Omzet tegen lijstprijs", "List revenue"},
    Label{"mean_days_late", "Gemiddeld aantal dagen te laat", "Mean days late"},
    Label{"median_gap_days", "Gewone tussentijd in dagen", "Usual gap in days"},
    Label{"money_saved", "Uitgaven die wegvallen", "Spending saved"},
    Label{"net_margin_bp", "Nettomarge", "Net margin"},
    Label{"net_margin_previous_bp", "Nettomarge vorig jaar", "Net margin previous year"},
    Label{"net_result", "Nettoresultaat", "Net result"},
    Label{"net_revenue", "Netto-omzet", "Net revenue"},
    Label{"net_revenue_before_previous", "Netto-omzet twee jaar geleden", "Net revenue two years ago"},
    Label{"net_revenue_previous", "Netto-omzet vorig jaar", "Net revenue previous year"},
    Label{"open_quotes", "Open offertes", "Open quotes"},
    Label{"open_quotes_margin", "Marge op open offertes", "Margin on open quotes"},
    Label{"order_costs", "Kosten van de orderafhandeling", "Cost of orders"},
    Label{"order_days", "Besteldagen", "Order days"},
    Label{"orders", "Orders", "Orders"},
    Label{"potential", "Potentieel", "Potential"},
    Label{"quotes", "Offertes", "Quotes"},
    Label{"return_notes", "Retouren, aantal", "Number of returns"},
    Label{"returns", "Kosten van retouren", "Cost of returns"},
    Label{"share_bp", "Deel van de brutomarge", "Share of gross margin"},
    Label{"shipping", "Verzendkosten", "Cost of shipping"},
    Label{"silent_days", "Dagen stil", "Days silent"},
    Label{"visit_hours", "Uren op bezoek", "Hours visited"},
    Label{"visits", "Kosten van bezoeken", "Cost of visits"},
    Label{"visits_carried", "Bezoeken die de marge draagt", "Visits the margin carries"},
    Label{"visits_done", "Bezoeken gedaan", "Visits done"},
    Label{"work_freed", "Werk dat vrijkomt", "Work freed"},
};

constexpr std::array status_labels{
    Label{"ok", "Gelukt", "Done"},
    Label{"no_memory", "Onvoldoende geheugen", "Out of memory"},
    Label{"invalid_handle", "Ongeldige verwijzing", "Invalid handle"},
    Label{"invalid_argument", "Ongeldige opgave", "Invalid argument"},
    Label{"bad_input", "De gegevens kloppen niet", "The data is not right"},
    Label{"state", "Dat kan nu nog niet", "Not possible yet"},
    Label{"unsupported", "Wordt niet ondersteund", "Not supported"},
    Label{"too_new", "Het bestand is van een nieuwere versie", "The store is of a newer version"},
    Label{"busy", "Bezet, probeer het later opnieuw", "Busy, try again later"},
    Label{"io", "Lezen of schrijven is mislukt", "Reading or writing failed"},
    Label{"corrupt", "Het bestand is beschadigd", "The store is damaged"},
    Label{"forked", "De verbinding hoort bij een ander proces", "The engine belongs to another process"},
    Label{"cancelled", "Afgebroken", "Cancelled"},
    Label{"not_found", "Niet gevonden", "Not found"},
    Label{"stale", "Er is al een nieuwere versie", "A newer version is already there"},
    Label{"internal", "Interne fout", "Internal error"},
};

constexpr std::array groups{
    LabelGroup{"flag", flag_labels},
    LabelGroup{"verdict", verdict_labels},
    LabelGroup{"verdict_reason", verdict_reason_labels},
    LabelGroup{"remedy", remedy_labels},
    LabelGroup{"reason", reason_labels},
    LabelGroup{"coverage_state", coverage_state_labels},
    LabelGroup{"coverage_reason", coverage_reason_labels},
    LabelGroup{"line", line_labels},
    LabelGroup{"layer", layer_labels},
    LabelGroup{"rhythm", rhythm_labels},
    LabelGroup{"purpose", purpose_labels},
    LabelGroup{"lane", lane_labels},
    LabelGroup{"call_state", call_state_labels},
    LabelGroup{"evidence", evidence_labels},
    LabelGroup{"status", status_labels},
};
// clang-format on

}  // namespace

std::span<const LabelGroup> label_groups() { return groups; }

std::string_view label(std::string_view group, std::string_view code, Language language) {
  for (const LabelGroup& family : groups)
    if (family.name == group)
      for (const Label& words : family.labels)
        if (words.code == code) return words.in(language);
  return code;
}

}  // namespace rendabel::report
