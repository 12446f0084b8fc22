// book_parts.hpp — what `book` shows beyond sums: whale curve, costs per layer, worst accounts, trend,
// visits, remedies, capacity, ledger, model and scale.  In: the book's document.  Out: tables and sentences
// for people.  Never: computes.
#pragma once
#include <string>

#include "adapters/cli/host.hpp"

namespace rendabel::cli {

/// Where the tail stands beside what the column says of it, and where the whale curve turns.
std::string curve_text(const Host& host, const Json& book);
/// The rest, a blank line after each part; parts that have nothing to say are left out.
std::string parts_text(const Host& host, const Json& book);

}  // namespace rendabel::cli
