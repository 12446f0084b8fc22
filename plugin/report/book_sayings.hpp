// book_sayings.hpp — what a book's page says beside its tables and charts: headline figures and sentences.
// In: the book.  Out: values of book.html.  Never: a computation.
#pragma once
#include "plugin/report/book_tables.hpp"

namespace rendabel::report {

void add_book_sayings(Values& page, const BookView& view);

/// A headline figure; `note` stands small below it, `loss` marks it. `name` is the figure's in words.
Values tile(const std::string& name, std::string_view code, const Cell& cell, bool loss);

}  // namespace rendabel::report
