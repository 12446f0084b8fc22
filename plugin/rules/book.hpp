// book.hpp — the whole book: totals, pyramid, pareto, tail, headlines, coverage, reconciliation (domain.md
// 6). In: one narrow row per account.  Out: a Book.  Never: facts, store, clock. Method: exact sums,
// percentages as sum / sum; 24 bytes a customer, ids only where a layer's edge cuts a tie.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

struct BookLine {
  std::string_view code;
  std::optional<Micro> quantity;
  std::optional<Cents> amount;
};

/// What the book adds up of one window of one account.
struct BookStatement {
  std::optional<Cents> list_revenue, discount, credit_notes, net_revenue, cost_of_goods, gross_margin,
      contributions, net_result;
  Cents freight_charged = 0;
  std::vector<BookLine> cost_lines;
};

struct BookFlag {
  FlagCode code{};
  std::optional<Cents> amount;
};

struct BookLineState {
  std::string_view line;
  CoverageState state{};
};

/// One account in the book; the texts are views into whatever the row was made from.
struct BookRow {
  std::string_view account_id;
  bool unassigned = false;
  std::optional<bool> ordered;  ///< ever; none: unknown
  Cents booked = 0;             ///< revenue of window 0 straight from the facts
  BookStatement result, previous;
  std::vector<BookFlag> flags;
  std::vector<BookLineState> coverage;
  std::optional<Cents> order_margin;  ///< mean gross margin of an order (rules/order_margin.hpp)
};

/// The row of an account that was judged; views into `assessment` and `snapshot`.
void book_row(const Assessment& assessment, const Snapshot& snapshot, BookRow& row);

/// Σ order net − credit notes dated in `span`, added up without the statement's rules; unknown amounts count
/// as 0.
Cents booked_revenue(const Snapshot& snapshot, Window span);

/// The rows of a book, and their ids alone, each time in the same order.
struct BookRows {
  std::function<void(const std::function<void(const BookRow&)>&)> each;
  std::function<void(const std::function<void(std::string_view)>&)> each_id;
};

/// rules_version and currency are the caller's to fill. Failure{bad_input}: a sum too large for an amount.
Book draw_up(const BookRows& rows, Date as_of);

}  // namespace rendabel::rules
