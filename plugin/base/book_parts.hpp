// book_parts.hpp — what the book says beyond its sums: whale curve, visit programme, remedies, trend, worst
// accounts, capacity, ledger, waterfall, model and scale (domain.md 6). Plain data that rules/book* fill.
// Rows of accounts are bounded; counts and sums beside them are of all. Absent optionals are unknown.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel {

/// After the best `accounts` accounts: Σ net result, and its share of WhaleCurve's whole.
struct WhalePoint {
  std::int64_t accounts = 0;
  Cents amount = 0;
  std::optional<std::int32_t> share_bp;
  bool operator==(const WhalePoint&) const = default;
};

/// Accounts with a net result by that result, descending; unassigned revenue is nobody's. Shares are of the
/// total; where that is ≤ 0 they are of the peak, and none where nobody earns anything.
struct WhaleCurve {
  std::int64_t accounts = 0;
  Cents total = 0;
  bool of_peak = false;            ///< total ≤ 0
  WhalePoint peak;                 ///< after the last account with a positive result
  std::vector<WhalePoint> points;  ///< from 0 accounts to all; at most 202, the peak among them
  bool operator==(const WhaleCurve&) const = default;
};

/// A customer with his potential per visit: potential / max(1, visits done).
struct VisitAccount {
  std::string account_id, name, owner;
  std::optional<Micro> done;
  std::optional<std::int64_t> carried, advised;
  std::optional<Cents> potential;
  Cents potential_per_visit = 0;
  bool operator==(const VisitAccount&) const = default;
};

/// Customers with an order in the window; visits known of `known` of them, and sums are over those.
struct VisitSums {
  std::int64_t customers = 0, known = 0;
  Micro done, hours;                      ///< in the window; hours as logged
  std::int64_t carried = 0, advised = 0;  ///< next year
  Micro calls;            ///< the rest by phone: Σ max(0, done − advised), as many as are freed
  Micro hours_freed;      ///< logged hours of the visits that become calls
  Cents money_freed = 0;  ///< their part of the visits line, less the calls
  bool operator==(const VisitSums&) const = default;
};

struct VisitOwner {
  std::string owner;  ///< empty: nobody's
  VisitSums sums;
  std::vector<VisitAccount> best;  ///< most potential per visit first, at most 5
  bool operator==(const VisitOwner&) const = default;
};

struct VisitProgramme {
  VisitSums total;
  std::vector<VisitAccount> best;  ///< of all owners, at most 20
  std::vector<VisitOwner> owners;  ///< by name; at most 100, those with most customers
  std::int64_t owners_left_out = 0;
  bool operator==(const VisitProgramme&) const = default;
};

/// One remedy over the whole book. `advised`: in the plan of loss-making customers. The others are what the
/// host reported last of each account; amounts are of the agreed ones whose effect is known.
struct RemedyHeadline {
  RemedyCode code{};
  std::int64_t advised = 0;
  Cents advised_effect = 0;  ///< Σ a year
  std::int64_t offered = 0, agreed = 0, refused = 0;
  std::optional<Cents> predicted;         ///< Σ a year of the agreed ones
  std::optional<Cents> predicted_so_far;  ///< in proportion to the days since
  std::optional<Cents> realised;          ///< collected in those days
  bool operator==(const RemedyHeadline&) const = default;
};

/// An account then and now.
struct TrendAccount {
  std::string account_id, name;
  std::optional<Cents> before, now;  ///< net result
  bool operator==(const TrendAccount&) const = default;
};

/// Against the last finished refresh of an earlier day.
struct BookTrend {
  std::optional<Date> since;                        ///< its day; none: there was none, all below is empty
  std::int64_t became_loss_making = 0;              ///< flag loss_making now, not then
  std::int64_t repaired = 0;                        ///< not any more, though still buying
  std::int64_t left = 0;                            ///< not any more, for the window has no order
  std::vector<TrendAccount> became_rows;            ///< lowest result first, at most 50
  std::vector<TrendAccount> repaired_rows;          ///< highest result first, at most 50
  std::optional<Cents> predicted_so_far, realised;  ///< Σ RemedyHeadline
  bool operator==(const BookTrend&) const = default;
};

/// The lowest net results. `plan`: remedies of the plan in order; none where none helps or is needed.
struct WorstAccount {
  std::string account_id, name;
  std::optional<Layer> layer;
  std::optional<Cents> net_revenue;
  Cents net_result = 0;
  std::optional<Verdict> verdict;
  std::vector<RemedyCode> plan;
  std::optional<Cents> result_after;  ///< with the plan
  bool operator==(const WorstAccount&) const = default;
};

/// A pool of people of settings.capacity: what the window's drivers were charged against what is paid for.
struct CapacityCheck {
  std::vector<std::string> drivers;
  Cents cost = 0;
  Micro minutes;
  Micro used_minutes, unused_minutes;  ///< unused below 0: more was charged than is paid for
  Cents used_cost = 0, unused_cost = 0;
  std::optional<std::int32_t> utilisation_bp;  ///< none: no minutes
  std::vector<std::string> without_minutes;    ///< drivers that were used at a rate without minutes
  /// Pools with visits: hours logged at visits, and hours paid for that no other driver of the pool took.
  std::optional<Micro> visit_hours_logged, visit_hours_paid;
  bool operator==(const CapacityCheck&) const = default;
};

/// What the host's ledger says it sold, excl. tax, from its first to its last day (event book_total).
struct LedgerTotal {
  Date from{}, to{};
  Cents net_revenue = 0;
  bool operator==(const LedgerTotal&) const = default;
};

/// The ledger's net revenue of a period (event book_total) beside ours, straight from the facts.
struct LedgerCheck {
  Date from{}, to{};
  Cents ledger = 0, book = 0;
  Cents difference = 0;  ///< book − ledger
  bool operator==(const LedgerCheck&) const = default;
};

/// A step from list revenue to net result, over the accounts with a net result: totals stand, changes add.
struct WaterfallStep {
  std::string code;  ///< a line of the statement
  Cents amount = 0;  ///< signed as it changes the sum
  bool total = false;
  bool operator==(const WaterfallStep&) const = default;
};

/// A fit in numbers: parameters by name, in millionths.
struct BookFit {
  std::string state;                    ///< identified, or why not
  std::int64_t buyers = 0, events = 0;  ///< events: repeat orders, or order days with a margin
  struct Parameter {
    std::string name;
    Micro value;
    std::optional<Micro> prior, spread;  ///< median of the prior; standard deviation of the logarithm
    bool operator==(const Parameter&) const = default;
  };
  std::vector<Parameter> parameters;  ///< empty unless fitted
  std::optional<Micro> log_likelihood;
  bool operator==(const BookFit&) const = default;
};
struct BookModel {
  BookFit timing;                 ///< r, alpha (weeks), a, b
  std::optional<std::int64_t> k;  ///< regularity of the timing
  BookFit spend;                  ///< p, q, gamma (money)
  bool operator==(const BookModel&) const = default;
};

/// The scale that discounts were judged by.
struct BookScale {
  DiscountScale kind = DiscountScale::none;
  std::vector<DiscountStep> steps;  ///< empty: none could be inferred
  bool operator==(const BookScale&) const = default;
};

}  // namespace rendabel
