// verdict_labels.hpp — the words of verdicts, of what speaks for or against them, and of remedies.
// In: nothing.  Out: tables for report/labels.  Never: a sentence about one account.
#pragma once
#include <array>

#include "plugin/report/labels.hpp"

namespace rendabel::report {

// clang-format off
inline constexpr std::array verdict_labels{
    Label{"prospect", "Prospect", "Prospect"},
    Label{"inactive", "Niet actief", "Inactive"},
    Label{"unknown", "Niet te beoordelen", "Cannot be judged"},
    Label{"healthy", "Gezond", "Healthy"},
    Label{"watch", "In de gaten houden", "Watch"},
    Label{"repair", "Herstellen", "Repair"},
    Label{"hold", "Aanhouden", "Hold"},
    Label{"goodbye", "Afscheid nemen", "Goodbye"},
};

inline constexpr std::array verdict_reason_labels{
    Label{"agreed", "er is een maatregel afgesproken", "a remedy was agreed"},
    Label{"not_tried", "nog niet alles is geprobeerd", "not all was tried yet"},
    Label{"young", "nog te kort klant", "a customer too recently"},
    Label{"strategic", "strategische klant", "a strategic account"},
    Label{"unavoidable", "de kosten vallen niet weg met de klant", "the costs would not go with the customer"},
    Label{"potential", "er is genoeg te verwachten", "there is enough to expect"},
};

inline constexpr std::array remedy_labels{
    Label{"reset_discount", "Korting herzien", "Reset the discount"},
    Label{"raise_order_size", "Grotere orders", "Larger orders"},
    Label{"enforce_terms", "Betaaltermijn handhaven", "Enforce the terms"},
    Label{"charge_shipping", "Verzendkosten doorberekenen", "Charge the freight"},
    Label{"charge_small_order", "Toeslag voor kleine orders", "Fee for small orders"},
    Label{"shift_channel", "Bestellen via de webwinkel", "Order on the web"},
    Label{"shift_invoice", "E-facturen", "E-invoices"},
    Label{"replace_visits", "Bellen in plaats van bezoeken", "Calls instead of visits"},
};

// The keys of a preview's what_if.
inline constexpr std::array what_if_labels{
    Label{"discount_percent", "Korting", "Discount"},
    Label{"orders", "Orders per jaar", "Orders a year"},
    Label{"order_value", "Gemiddelde orderwaarde", "Mean order value"},
    Label{"days_late", "Dagen te laat betaald", "Days paid late"},
    Label{"charge_shipping", "Verzendkosten doorberekenen", "Charge the freight"},
    Label{"small_order_fee", "Toeslag voor kleine orders", "Fee for small orders"},
    Label{"channel", "Alle orders via een ander kanaal", "All orders by another channel"},
    Label{"delivery", "Alle facturen op een andere manier", "All invoices delivered otherwise"},
    Label{"visits", "Bezoeken per jaar", "Visits a year"},
    Label{"calls", "Telefoontjes per jaar", "Calls a year"},
};
// clang-format on

}  // namespace rendabel::report
