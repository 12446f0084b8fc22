// book.hpp — what we say of the whole book: totals, pyramid, pareto, tail, headlines, coverage,
// reconciliation, and the parts of book_parts.hpp. Plain data that the rules fill and the border puts into
// JSON. Absent optionals are unknown, never zero.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/book_parts.hpp"
#include "plugin/base/buying_model.hpp"
#include "plugin/base/cross_sell.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel {

/// The lowest net revenue of window 0 that each layer took in the last finished refresh; absent: no
/// customers. A layer that nobody is in has the one above it.
struct LayerThresholds {
  std::optional<Cents> top, large, medium;
  /// Of accounts with exactly that revenue those with ids from this text on are a layer lower, as ties are
  /// cut by id; empty: no tie is cut.
  std::string top_tie = {}, large_tie = {}, medium_tie = {};
  bool operator==(const LayerThresholds&) const = default;
};

/// What an account's assessment needs of the whole book; as of the last finished refresh, empty before one.
struct BookContext {
  std::optional<Date> as_of;
  LayerThresholds layers;
  std::optional<Cents> order_margin_median = std::nullopt;  ///< Book's
  std::optional<BuyingModel> model = std::nullopt;          ///< Book's
  CrossSell cross_sell = {};                                ///< Book's
  std::vector<DiscountStep> inferred_scale = {};            ///< empty: none could be inferred
};

/// Accounts by what they are; those whose revenue is unknown stand in `all` and `not_assessable` only.
struct BookAccounts {
  std::int64_t all = 0;
  std::int64_t customers = 0;       ///< net revenue of window 0 above 0: the first four layers of the pyramid
  std::int64_t inactive = 0;        ///< ordered once, no net revenue in window 0
  std::int64_t prospects = 0;       ///< never ordered
  std::int64_t unassigned = 0;      ///< revenue without a customer
  std::int64_t assessable = 0;      ///< customers with a net result
  std::int64_t not_assessable = 0;  ///< customers without one, and accounts whose revenue is unknown
  bool operator==(const BookAccounts&) const = default;
};

/// One layer of the pyramid. Results are over the assessable accounts only; the bp is their Σ result / Σ
/// revenue.
struct BookLayer {
  Layer layer{};
  std::int64_t accounts = 0;
  Cents revenue = 0;
  std::optional<std::int32_t> revenue_share_bp;  ///< of all customers' revenue; none when that is ≤ 0
  std::optional<Cents> net_result;               ///< none: nobody assessable
  std::optional<std::int32_t> net_margin_bp;     ///< none when their revenue is ≤ 0
  std::int64_t assessable = 0;
  std::vector<CostLine> cost_lines = {};  ///< Σ of all its accounts, in the order of the statement
  bool operator==(const BookLayer&) const = default;
};

/// The first ceil 20 % of the customers and their share of the revenue.
struct Pareto {
  std::int64_t customers = 0;
  std::int64_t of = 0;
  std::optional<std::int32_t> revenue_share_bp;
  bool operator==(const Pareto&) const = default;
};

/// The customers after the one that reaches 80 % of the revenue. [M1] says they lose 15 %: measured here.
struct Tail {
  std::int64_t customers = 0;
  Cents revenue = 0;
  std::optional<Cents> net_result;
  std::optional<std::int32_t> net_margin_bp;
  std::int64_t assessable = 0;
  std::optional<std::int32_t> revenue_share_bp = {};  ///< of all customers'; [M1] says 20 %
  bool operator==(const Tail&) const = default;
};

/// What [M1] says of the tail: shown beside the measured figure, never assumed.
inline constexpr std::int32_t tail_claim_revenue_share_bp = 2000, tail_claim_net_margin_bp = -1500;

/// [M1: 'als men dit van al die relaties bij elkaar optelt']. Never summed across codes: amounts overlap.
struct FlagHeadline {
  FlagCode code{};
  std::int64_t accounts = 0;
  std::optional<Cents> amount;  ///< none: the flag only informs
  bool operator==(const FlagHeadline&) const = default;
};

/// Accounts per state of one line.
struct BookCoverage {
  std::string line;
  std::array<std::int64_t, 4> accounts{};  ///< by CoverageState
  bool operator==(const BookCoverage&) const = default;
};

/// Σ net revenue of the accounts + the unassigned against the facts added up by themselves; window 0.
struct Reconciliation {
  Cents accounts = 0, unassigned = 0;
  Cents book = 0;        ///< order net − credit notes of every account, straight from the facts
  Cents difference = 0;  ///< book − accounts − unassigned; not 0 only where a statement's revenue is unknown
  std::vector<LedgerCheck> ledger = {};  ///< periods that the host sent totals of, the latest first
  bool operator==(const Reconciliation&) const = default;
};

/// The whole book of one day. `result` and `previous` include the unassigned revenue; their lines are sums
/// over the accounts where the line is known, and net_margin_bp is over the accounts with a net result.
struct Book {
  Date as_of{};
  std::int32_t rules_version = 0;
  std::string currency;
  BookAccounts accounts;
  WindowResult result, previous;
  WindowResult unassigned_result, unassigned_previous;
  std::vector<BookLayer> pyramid;  ///< every layer, top first
  Pareto pareto;
  Tail tail;
  std::vector<FlagHeadline> flags;  ///< codes that somebody has, in the order of FlagCode
  std::vector<BookCoverage> coverage;
  Reconciliation reconciliation;
  LayerThresholds thresholds;
  /// Lower median of the accounts' mean gross margin per order: what an order is assumed to bring where
  /// nothing of an account is known. None: nobody's is.
  std::optional<Cents> order_margin_median = std::nullopt;
  WhaleCurve whale;
  std::vector<WaterfallStep> waterfall;
  VisitProgramme visit_programme;
  std::vector<RemedyHeadline> remedies;  ///< codes that somebody has, in the order of RemedyCode
  BookTrend trend;
  std::vector<WorstAccount> worst;      ///< customers with a result below 0, lowest first, at most 50
  std::vector<CapacityCheck> capacity;  ///< one per pool of settings.capacity
  BookModel model;
  BookScale scale;
};

/// How far a refresh is. Phases in order: gather, fit, accounts, changed, book, finished.
struct RefreshProgress {
  Date as_of{};
  std::int64_t done = 0, total = 0;  ///< accounts; each is half done when gathered, done when judged
  std::string phase;
  bool finished = false;
};

}  // namespace rendabel
