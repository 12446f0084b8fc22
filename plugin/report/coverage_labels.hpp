// coverage_labels.hpp — the words of why a line is not wholly known.
// In: nothing.  Out: a table for report/labels.  Never: a sentence of its own, a number.
#pragma once
#include <array>

#include "plugin/report/labels.hpp"

namespace rendabel::report {

// clang-format off
inline constexpr std::array coverage_reason_labels{
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
// clang-format on

}  // namespace rendabel::report
