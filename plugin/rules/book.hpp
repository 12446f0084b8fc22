// book.hpp — the whole book: totals, pyramid, tail, whale curve, visits, trend, … (domain.md 6).
// In: one narrow row per account.  Out: a Book.  Never: facts, store, clock. Method: exact sums, percentages
// as sum / sum, rows of accounts bounded; 32 bytes a customer, ids only where an edge cuts a tie.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/rates.hpp"

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

/// Visits of one account and what the advice frees (rules/visit_programme.hpp).
struct BookVisits {
  std::optional<Micro> done;
  std::optional<std::int64_t> carried, advised;
  Micro hours;  ///< logged in the window
  Micro calls;  ///< max(0, done − advised)
  Micro hours_freed;
  Cents money_freed = 0;
};

/// A remedy of the plan.
struct BookPlanStep {
  RemedyCode code{};
  Cents effect = 0;  ///< a year
};

/// What was last reported of a remedy; amounts of an accepted one.
struct BookRemedy {
  RemedyCode code{};
  RemedyStatus status{};
  std::optional<Cents> predicted, predicted_so_far, realised;
};

/// What one account's window was charged of a pool of people (rules/capacity_check.hpp).
struct BookPool {
  Micro minutes;
  Micro visit_minutes, visit_charged;  ///< logged at visits; those of `minutes` that are visits'
  std::uint32_t without = 0;           ///< bit n: driver n was used at a rate without minutes
};

/// What was found of the account at the refresh that the trend looks back to.
struct BookBefore {
  std::optional<Cents> net_result;
  std::uint32_t flags = 0;  ///< bit n = FlagCode n
};

/// One account in the book; the texts are views into whatever the row was made from.
struct BookRow {
  std::string_view account_id, owner;
  std::int64_t place = 0;  ///< whoever reads the rows finds the id again by it
  bool unassigned = false;
  bool bought = false;        ///< an order in window 0
  Cents booked = 0;           ///< revenue of window 0 straight from the facts
  std::vector<Cents> ledger;  ///< the same of each of the ledger's periods
  BookStatement result, previous;
  std::optional<Layer> layer;
  std::optional<Verdict> verdict;
  std::optional<Cents> potential;
  std::vector<BookFlag> flags;
  std::vector<BookLineState> coverage;
  std::optional<Cents> order_margin;  ///< mean gross margin of an order (rules/order_margin.hpp)
  BookVisits visits;
  std::vector<BookPlanStep> plan;
  std::optional<Cents> plan_result;  ///< net result with the plan
  std::vector<BookRemedy> remedies;
  std::vector<BookPool> pools;       ///< one per pool of settings.capacity
  std::optional<BookBefore> before;  ///< none: it was not there
};

/// What the rows of a book are made with: all of one run. Everything outlives the call.
struct BookTerms {
  const Settings& settings;
  const Rates& rates;
  const std::vector<LedgerTotal>& ledger;
};

/// The row of an account that was judged; views into `assessment` and `snapshot`. `place` and `before` are
/// the caller's to fill.
void book_row(const Assessment& assessment, const Snapshot& snapshot, const BookTerms& terms, BookRow& row);

/// Σ order net − credit notes dated in `span`, added up without the statement's rules; unknown amounts count
/// as 0.
Cents booked_revenue(const Snapshot& snapshot, Window span);

/// The rows of a book in any order, and the id of an account by its place.
struct BookRows {
  std::function<void(const std::function<void(const BookRow&)>&)> each;
  std::function<std::string(std::int64_t place)> id_of;
};

/// The day and what the rows were judged by.
struct BookFrame {
  Date as_of{};
  const Settings& settings;
  const std::vector<LedgerTotal>& ledger;
  LayerThresholds thresholds;
  std::optional<Date> since;  ///< day of the refresh that `before` is of
};

/// model and the names of accounts are the caller's to fill. Failure{bad_input}: a sum too large for an
/// amount.
Book draw_up(const BookRows& rows, const BookFrame& frame);

}  // namespace rendabel::rules
