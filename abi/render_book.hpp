// render_book.hpp — the whole book and the steps of its refresh as documents.
// In: what the pipeline found.  Out: JSON.  Never: computes.
#pragma once
#include <string>

#include "abi/words.hpp"
#include "plugin/base/book.hpp"

namespace rendabel::abi {

std::string render_book(const Book& book, const Words& words);
std::string render_progress(const RefreshProgress& progress);

}  // namespace rendabel::abi
