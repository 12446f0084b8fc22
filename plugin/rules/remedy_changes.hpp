// remedy_changes.hpp — step remedies: the eight remedies, each a pure change of drivers [M1 'Wat kunt u
// doen']. In: the bench, drivers as they stand.  Out: changed drivers, from and to, and where each breaks
// even. Never: a remedy of a flag that is not raised.  Method: domain.md 4, the table's rows.
#pragma once
#include <optional>

#include "plugin/rules/remedy_bench.hpp"

namespace rendabel::rules {

/// How far a remedy goes: as little as reaches the target (plan), its limit (further), or all it can.
enum class Extent : std::uint8_t { target, limit, most };

/// Whether domain.md 4 lets the remedy be offered, its effect aside.
bool applies(const RemedyBench& bench, RemedyCode code);

/// Changes `trial`; code, unit, from and to of the row are filled in. The remedy applies.
void carry_out(const RemedyBench& bench, RemedyCode code, Extent extent, Trial& trial, RemedyAdvice& row);

/// Fills in the loosest value at which `trial`, in which the remedy was carried out, still reaches the
/// target: a discount in bp, a mean order value, days late, freight to charge, an order value below which a
/// fee is asked, orders or invoices to shift, visits the margin carries. None where even the remedy does not
/// reach it.
/// Method: all else stays as in `trial`. Where one value stands for the remedy (discount, number of orders,
/// days late, visits) each candidate is a whole result, its lines rounded as in a statement; a looser value
/// never brings more, so the last one that reaches is found by halving the range, in steps of what is shown
/// (bp, order, tenth of a day, visit). Where the remedy adds an amount (freight, a fee) or moves like pieces
/// (orders, invoices) no search is needed: what is lacking without it, as the part of what it brings, rounded
/// up.
void find_break_even(const RemedyBench& bench, const Trial& trial, RemedyAdvice& row);

}  // namespace rendabel::rules
