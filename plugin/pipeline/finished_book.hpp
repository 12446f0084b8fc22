// finished_book.hpp — the book of the last finished refresh and the values that saves are judged by.
// In: what a refresh drew up.  Out: the same, until the next one is published; both come in force together.
// Never: a row of an account that was erased, whenever that was.
#pragma once
#include <string_view>

#include "plugin/base/book.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// The book of the last finished refresh. Throws Failure{state} before one, and for another day than its own.
Book book_get(store::Store& store, const Settings& settings, Date as_of);

/// What an assessment needs of the last finished refresh; empty before one.
BookContext book_context(store::Store& store);

/// Puts both in force, without rows of accounts that are gone by now. Within a Change.
void publish(store::Store& store, Book book, const BookContext& context);

/// Takes the rows of one account out of the finished book: an erasure or a merge must reach it. Its sums
/// stay. Within a Change.
void forget_in_book(store::Store& store, std::string_view account_id);

}  // namespace rendabel::pipeline
