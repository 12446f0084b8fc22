#include "plugin/rules/remedies.hpp"

#include <algorithm>
#include <array>

#include "plugin/rules/remedy_changes.hpp"

namespace rendabel::rules {
namespace {

constexpr std::size_t count = Names<RemedyCode>::values.size();
constexpr std::int64_t closed_days = 365;   ///< accepted or refused: no offer for so long
constexpr std::int64_t working_days = 180;  ///< what an accepted remedy gets to do its work
using Extent = RemedyBench::Extent;
using Chosen = std::array<bool, count>;

/// What the host last reported of one remedy.
struct Answer {
  RemedyStatus status = RemedyStatus::none;
  std::int64_t days_ago = 0;

  bool closed() const {
    return (status == RemedyStatus::accepted || status == RemedyStatus::refused) && days_ago < closed_days;
  }
  bool refused_now() const { return status == RemedyStatus::refused && closed(); }
  bool agreed() const { return status == RemedyStatus::accepted && days_ago < working_days; }
  bool tried() const {
    return status == RemedyStatus::refused || (status == RemedyStatus::accepted && days_ago >= working_days);
  }
};

// The later date wins, on equal dates the stricter.
std::array<Answer, count> answers(const Judged& account) {
  std::array<Answer, count> last;
  for (const Remedy& told : account.snapshot.remedies) {
    const auto code = std::ranges::find(Names<RemedyCode>::values, told.code);
    if (code == Names<RemedyCode>::values.end() || !told.date || *told.date > account.as_of) continue;
    Answer& known = last[static_cast<std::size_t>(code - Names<RemedyCode>::values.begin())];
    const std::int64_t days_ago = (account.as_of - *told.date).count();
    const bool first = known.status == RemedyStatus::none;
    if (first || days_ago < known.days_ago || (days_ago == known.days_ago && told.status > known.status))
      known = {told.status, days_ago};
  }
  return last;
}

class Planner {
 public:
  Planner(const Judged& account, const std::vector<Flag>& flags)
      : bench_(account, flags), answers_(answers(account)) {
    for (std::size_t i = 0; i < count; ++i) helps_[i] = has_effect(i);
  }

  Advice advise() {
    Advice advice;
    Chosen offered{};
    for (std::size_t i = 0; i < count; ++i) {
      offered[i] = helps_[i] && !answers_[i].closed();
      advice.agreed = advice.agreed || answers_[i].agreed();
      const bool needs_yes = static_cast<RemedyCode>(i) != RemedyCode::replace_visits;
      advice.not_tried = advice.not_tried || (helps_[i] && needs_yes && !answers_[i].tried());
    }
    const Drivers planned = plan(offered, advice);
    advice.reaches_target = bench_.reaches_target(planned);
    if (!advice.reaches_target) advice.best_result = best_result();  // only a goodbye asks for it
    further(offered, planned, advice);
    std::ranges::sort(advice.remedies, {}, &RemedyAdvice::code);
    return advice;
  }

 private:
  bool has_effect(std::size_t i) const {
    const auto code = static_cast<RemedyCode>(i);
    if (!bench_.applies(code)) return false;
    Drivers alone = bench_.unchanged();
    return step(code, Extent::limit, alone).effect > 0;
  }

  /// One remedy on drivers; what brings nothing is not done.
  RemedyAdvice step(RemedyCode code, Extent extent, Drivers& drivers) const {
    Drivers changed = drivers;
    RemedyAdvice row;
    bench_.apply(code, extent, changed, row);
    row.result_after = bench_.result(changed);
    row.effect = to_cents(Int128{row.result_after} - bench_.result(drivers));
    row.status = name_of(answers_[static_cast<std::size_t>(code)].status);
    if (row.effect > 0) drivers = std::move(changed);
    return row;
  }

  /// Applies the chosen ones in order, each as far as the target asks.
  Drivers apply(const Chosen& chosen, std::vector<RemedyAdvice>* rows) const {
    Drivers drivers = bench_.unchanged();
    for (std::size_t i = 0; i < count; ++i) {
      if (!chosen[i]) continue;
      RemedyAdvice row = step(static_cast<RemedyCode>(i), Extent::target, drivers);
      row.in_plan = true;
      if (rows != nullptr && row.effect > 0) rows->push_back(row);
    }
    return drivers;
  }

  // In order until the target is reached; then out with each one that the rest can do without.
  Drivers plan(const Chosen& offered, Advice& advice) const {
    Chosen chosen{};
    if (bench_.reaches_target(bench_.unchanged())) return bench_.unchanged();
    for (std::size_t i = 0; i < count && !bench_.reaches_target(apply(chosen, nullptr)); ++i)
      chosen[i] = offered[i];
    if (bench_.reaches_target(apply(chosen, nullptr))) {
      for (std::size_t i = 0; i < count; ++i) {
        if (!chosen[i]) continue;
        Chosen rest = chosen;
        rest[i] = false;
        if (bench_.reaches_target(apply(rest, nullptr))) chosen = rest;
      }
    }
    return apply(chosen, &advice.remedies);
  }

  void further(const Chosen& offered, const Drivers& planned, Advice& advice) const {
    const std::vector<RemedyAdvice> in_plan = advice.remedies;
    for (std::size_t i = 0; i < count; ++i) {
      const auto code = static_cast<RemedyCode>(i);
      if (!offered[i] || std::ranges::find(in_plan, code, &RemedyAdvice::code) != in_plan.end()) continue;
      Drivers alone = planned;
      const RemedyAdvice row = step(code, Extent::limit, alone);
      if (row.effect > 0) advice.remedies.push_back(row);
    }
  }

  // As far as remedies can go; visits as far as the target asks, for their limit is not the least.
  Cents best_result() const {
    Chosen all{};
    for (std::size_t i = 0; i < count; ++i) all[i] = helps_[i] && !answers_[i].refused_now();
    return bench_.result(apply(all, nullptr));
  }

  RemedyBench bench_;
  std::array<Answer, count> answers_;
  Chosen helps_{};
};

}  // namespace

Advice advise(const Judged& account, const std::vector<Flag>& flags) {
  return Planner(account, flags).advise();
}

}  // namespace rendabel::rules
