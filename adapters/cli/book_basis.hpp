// book_basis.hpp — what the book's figures rest on: capacity paid for and used, the ledger's totals, the
// fitted models and the discount scale.  In: the book's document.  Out: tables and sentences.  Never:
// computes.
#pragma once
#include <string>

#include "adapters/cli/host.hpp"

namespace rendabel::cli {

/// A blank line after each part; parts that have nothing to say are left out.
std::string basis_text(const Host& host, const Json& book);

}  // namespace rendabel::cli
