// book_csv.hpp — the whole book as rows for programs and spreadsheets.
// In: the book's document.  Out: CSV `part,code,quantity,amount,previous,text`; every figure of the book in
// one row.  Never: computes.
#pragma once
#include <string>

#include "adapters/cli/json.hpp"

namespace rendabel::cli {

std::string book_csv(const Json& book);

}  // namespace rendabel::cli
