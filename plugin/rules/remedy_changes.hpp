// remedy_changes.hpp — step remedies: what each of the eight remedies changes in a window's drivers [M1].
// In: the unchanged account, drivers as they stand.  Out: changed drivers, and the net result recomputed.
// Never: an effect that is added up; a change of the snapshot.  Method: domain.md 4, the table's rows.
#pragma once
#include <optional>
#include <vector>

#include "plugin/rules/flags.hpp"

namespace rendabel::rules {

/// The bench on which remedies are tried: the account as it is, and what every trial needs of it.
class RemedyBench {
 public:
  /// `account` and `flags` outlive the bench. The gross margin is known.
  RemedyBench(const Judged& account, const std::vector<Flag>& flags);

  /// The unchanged window; its cost of goods is held, for no remedy changes what the goods cost.
  const Drivers& unchanged() const { return start_; }
  /// The net result on these drivers; each line rounded once, as in a statement.
  Cents result(const Drivers& drivers) const;
  /// Whether that result reaches `target_margin_bp`.
  bool reaches_target(const Drivers& drivers) const;
  /// Whether domain.md 4 lets the remedy be offered, its effect aside.
  bool applies(RemedyCode code) const;

  /// How far a remedy goes: as little as reaches the target (plan), or its limit (further).
  enum class Extent : std::uint8_t { target, limit };
  /// Changes `drivers`; `from` and `to` of the row are filled in.
  void apply(RemedyCode code, Extent extent, Drivers& drivers, RemedyAdvice& row) const;

 private:
  const Flag* flag(FlagCode code) const;
  void raise_order_size(Extent extent, Drivers& drivers, RemedyAdvice& row) const;
  void charge_small_order(Drivers& drivers, RemedyAdvice& row) const;
  void replace_visits(Extent extent, Drivers& drivers, RemedyAdvice& row) const;
  void visit_only(Int128 visits, Drivers& drivers) const;
  std::int64_t orders_below(Cents value) const;

  const Judged& account_;
  const std::vector<Flag>& flags_;
  Drivers start_;
  Int128 fixed_ = 0;  ///< lines that no remedy touches
};

}  // namespace rendabel::rules
