#include "plugin/pipeline/finished_book.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "plugin/pipeline/book_packing.hpp"
#include "plugin/pipeline/book_values.hpp"

namespace rendabel::pipeline {
namespace {

constexpr const char* book_name = "book_2";
constexpr const char* context_name = "book_context_2";

/// Drops the rows of accounts that are `gone`; true when there were any.
template <class Gone>
bool drop_rows(Book& book, Gone gone) {
  bool found = false;
  const auto drop = [&](auto& rows) {
    found |= std::erase_if(rows, [&](const auto& row) { return gone(row.account_id); }) > 0;
  };
  drop(book.worst);
  drop(book.trend.became_rows);
  drop(book.trend.repaired_rows);
  drop(book.visit_programme.best);
  for (auto& owner : book.visit_programme.owners) drop(owner.best);
  return found;
}

}  // namespace

Book book_get(store::Store& store, const Settings&, Date as_of) {
  auto book = value_of<Book>(store, book_name);
  if (!book) throw Failure(Status::state, "the book was never refreshed");
  if (book->as_of != as_of)
    throw Failure(Status::state,
                  "the book is of " + to_text(book->as_of) + "; it was not refreshed for " + to_text(as_of));
  return std::move(*book);
}

BookContext book_context(store::Store& store) {
  return value_of<BookContext>(store, context_name).value_or(BookContext{});
}

void publish(store::Store& store, Book book, const BookContext& context) {
  // Erased after the rows were read, and the erasure found them in no book yet.
  drop_rows(book, [&](const std::string& account_id) { return !store::find_account(store, account_id); });
  put_value(store, book_name, book);
  put_value(store, context_name, context);
}

void forget_in_book(store::Store& store, std::string_view account_id) {
  auto book = value_of<Book>(store, book_name);
  if (book && drop_rows(*book, [&](const std::string& id) { return id == account_id; }))
    put_value(store, book_name, *book);
}

}  // namespace rendabel::pipeline
