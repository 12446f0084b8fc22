#include "plugin/report/labels.hpp"

#include <array>

#include "plugin/report/book_labels.hpp"
#include "plugin/report/coverage_labels.hpp"
#include "plugin/report/desk_labels.hpp"
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
    LabelGroup{"what_if", what_if_labels},
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
    LabelGroup{"phase", phase_labels},
    LabelGroup{"fit_state", fit_state_labels},
    LabelGroup{"scale_kind", scale_kind_labels},
    LabelGroup{"share_of", share_of_labels},
    LabelGroup{"status", status_labels},
};
// clang-format on

}  // namespace

std::span<const LabelGroup> label_groups() { return groups; }

std::string_view label(std::string_view group, std::string_view code, Language language) {
  for (const std::span<const LabelGroup> all :
       {std::span<const LabelGroup>(groups), std::span<const LabelGroup>(desk_groups)})
    for (const LabelGroup& family : all)
      if (family.name == group)
        for (const Label& words : family.labels)
          if (words.code == code) return words.in(language);
  return code;
}

}  // namespace rendabel::report
