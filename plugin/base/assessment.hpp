// assessment.hpp — what we say of one account: the result, its lines, flags with evidence, rhythm, coverage.
// Plain data that the rules fill and the report puts into words. Absent optionals are unknown, never zero.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/cross_sell.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/describe.hpp"
#include "plugin/base/money.hpp"
#include "plugin/base/remedy_code.hpp"

namespace rendabel {

enum class FlagCode : std::uint8_t {
  loss_making,
  stale_discount,
  costly_orders,
  late_payer,
  free_shipping,
  over_visited,
  returns,
  declining,
  eroding,
  stagnant,
  slipping,
  dormant,
  never_bought,
  goodbye,
};
template <>
struct Names<FlagCode> {
  static constexpr std::array<std::string_view, 14> values{
      "loss_making",  "stale_discount", "costly_orders", "late_payer", "free_shipping",
      "over_visited", "returns",        "declining",     "eroding",    "stagnant",
      "slipping",     "dormant",        "never_bought",  "goodbye"};
};

/// How a number behind a flag is spelt in documents and sentences.
enum class Unit : std::uint8_t {
  money,
  basis_points,
  whole_days,
  count,
  hours,
  percent,
  date,
  yes_no,
  decimal
};

/// One number behind a flag. `value`: minor units, bp, days, units, millionths (hours, percent, decimal) or a
/// day number.
struct Evidence {
  std::string_view name;  // a literal
  Unit unit = Unit::count;
  std::optional<std::int64_t> value;
  bool operator==(const Evidence&) const = default;
};

struct Flag {
  FlagCode code{};
  std::optional<Cents> amount;  ///< a year; none: the flag only informs
  std::vector<Evidence> evidence;
  bool operator==(const Flag&) const = default;
};

/// A cost line. `quantity` counts the line's first driver (orders, invoices, visits, …), in millionths.
struct CostLine {
  std::string code;
  std::optional<Micro> quantity;
  std::optional<Cents> amount;
  bool operator==(const CostLine&) const = default;
};

/// The statement of one window (domain.md 2). list − discount − credit notes = net revenue; − cost of goods =
/// gross margin; − Σ lines + contributions = net result. Each line is rounded once.
struct WindowResult {
  Window window{};
  std::optional<Cents> list_revenue, discount, credit_notes, net_revenue, cost_of_goods, gross_margin;
  std::vector<CostLine> cost_lines;
  std::optional<Cents> contributions, net_result;
  Cents freight_charged =
      0;  ///< what customers were charged for freight; part of the shipping line, no revenue
  std::optional<std::int32_t> net_margin_bp;  ///< none when net revenue ≤ 0
  bool operator==(const WindowResult& other) const {
    return list_revenue == other.list_revenue && discount == other.discount &&
           credit_notes == other.credit_notes && net_revenue == other.net_revenue &&
           cost_of_goods == other.cost_of_goods && gross_margin == other.gross_margin &&
           cost_lines == other.cost_lines && contributions == other.contributions &&
           freight_charged == other.freight_charged && net_result == other.net_result &&
           net_margin_bp == other.net_margin_bp;
  }
};

enum class CoverageState : std::uint8_t { known, partial, assumed, not_assessable };
template <>
struct Names<CoverageState> {
  static constexpr std::array<std::string_view, 4> values{"known", "partial", "assumed", "not_assessable"};
};

/// How much of a line is known. `reason` is a stable code that report/labels puts into words; empty when
/// known.
struct Coverage {
  std::string line;
  CoverageState state = CoverageState::known;
  std::optional<std::int64_t> known, of;
  std::string_view reason;  // a literal
  bool operator==(const Coverage&) const = default;
};

enum class RhythmState : std::uint8_t { none, new_, active, slipping, dormant, seasonal, contract };
template <>
struct Names<RhythmState> {
  static constexpr std::array<std::string_view, 7> values{"none",    "new",      "active",  "slipping",
                                                          "dormant", "seasonal", "contract"};
};

/// Order days of an account (domain.md 5). median_gap_halves counts half days, so that a median stays whole.
/// What the book's model adds is none without a model that identifies its parameters.
struct Rhythm {
  RhythmState state = RhythmState::none;
  std::int64_t order_days = 0;
  std::optional<std::int64_t> median_gap_halves;
  std::optional<std::int64_t> silent_days;
  std::optional<Micro> p_active = std::nullopt;         ///< chance that the account still buys
  std::optional<Micro> expected_orders = std::nullopt;  ///< order days in the next 365 days
  std::optional<Cents> expected_margin = std::nullopt;  ///< gross margin of them
  bool operator==(const Rhythm&) const = default;
};

/// Gross margin to expect in the next 365 days; of a dormant account: if it is won back. Without a model: the
/// best of windows 0–2.
struct Potential {
  std::optional<Cents> amount;
  std::string_view method;  // "best_window" or "model"
  bool operator==(const Potential&) const = default;
};

struct Visits {
  std::optional<Micro> done;
  std::optional<std::int64_t> carried, advised;
  bool operator==(const Visits&) const = default;
};

enum class Layer : std::uint8_t { top, large, medium, small, inactive, prospect };
template <>
struct Names<Layer> {
  static constexpr std::array<std::string_view, 6> values{"top",   "large",    "medium",
                                                          "small", "inactive", "prospect"};
};

enum class Verdict : std::uint8_t { prospect, inactive, unknown, healthy, watch, hold, repair, goodbye };
template <>
struct Names<Verdict> {
  static constexpr std::array<std::string_view, 8> values{"prospect", "inactive", "unknown", "healthy",
                                                          "watch",    "hold",     "repair",  "goodbye"};
};

/// A remedy that is offered. In the plan its effect is on top of those before it; else on top of the plan.
struct RemedyAdvice {
  RemedyCode code{};
  Unit unit = Unit::count;
  std::int64_t from = 0, to = 0;  ///< spelt as `unit` says
  Cents effect = 0;               ///< a year, above 0
  Cents result_after = 0;         ///< the net result with it
  /// Where this alone would have to stand for the target to be reached, beside the rest of the plan; spelt as
  /// `break_even_unit` says. None: nowhere.
  std::optional<std::int64_t> break_even;
  Unit break_even_unit = Unit::count;
  bool in_plan = false;
  std::string_view status;  ///< what the host last reported; empty: never put to the customer
  /// enforce_terms: the statutory rate on the day of judgement, and the interest that those rates let us
  /// claim on the late days of the window; no part of the effect. None: settings have no such rate.
  std::optional<Micro> statutory_rate;
  std::optional<Cents> claimable;
  bool operator==(const RemedyAdvice&) const = default;
};

/// An accepted remedy: what was predicted for it when that was learnt, and what it brought since. A year
/// counts: from 365 days after the acceptance on `days` and `realised` stand still.
struct AgreedRemedy {
  RemedyCode code{};
  Date accepted_on{};
  std::int64_t days = 0;                  ///< since then, 0–365
  std::optional<Cents> predicted;         ///< its effect a year as foretold then; none: nothing was foretold
  std::optional<Cents> predicted_so_far;  ///< `predicted` in proportion to `days`
  std::optional<Cents> realised;          ///< in those days; none: cannot be told
  bool operator==(const AgreedRemedy&) const = default;
};

/// One thing that `what_if` changes; amounts spelt as `unit` says. Channels and the like have no break-even.
struct WhatIfChange {
  std::string_view name;  // a literal: the option's
  Unit unit = Unit::count;
  std::optional<std::int64_t> from, to;
  std::optional<std::int64_t> break_even;  ///< where the target is just reached, all else as asked
  bool operator==(const WhatIfChange&) const = default;
};

/// What `what_if` would do to the window: the statement as it would have been. No advice is changed by it.
struct WhatIfResult {
  std::optional<Cents> before;  ///< the net result as it is; none: not assessable
  WindowResult result;
  std::vector<WhatIfChange> changes;  ///< those that were asked, in the order of the option's fields
  bool operator==(const WhatIfResult&) const = default;
};

struct Assessment {
  std::string account_id;
  Date as_of{};
  std::optional<Date> book_as_of;
  std::vector<Flag> flags;
  WindowResult result, previous;
  Rhythm rhythm;
  Potential potential;
  std::optional<Layer> layer;
  Visits visits;
  std::vector<Coverage> coverage;
  std::vector<CrossSellAdvice> cross_sell;        ///< the likeliest first
  std::optional<Verdict> verdict;                 ///< none: revenue without a customer
  std::vector<std::string_view> verdict_reasons;  ///< literals: agreed, not_tried, young, …
  std::vector<RemedyAdvice> remedies;             ///< the plan's and the further ones, in order
  std::vector<AgreedRemedy> agreed;               ///< accepted ones, in order
  std::optional<WhatIfResult> what_if;            ///< none: nothing was asked
  /// Σ (discount + bonus) / Σ list of window 0 where list prices are known and its revenue is above 0: the
  /// account's point for an inferred scale, which the refresh gathers. In no document.
  std::optional<std::int32_t> effective_discount_bp;
};

/// Grows with every change of a rule or a default; in every answer (contract.md 1.9).
inline constexpr std::int32_t rules_version = 1;

}  // namespace rendabel
