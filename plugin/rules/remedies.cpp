#include "plugin/rules/remedies.hpp"

#include <algorithm>

#include "plugin/rules/remedy_changes.hpp"
#include "plugin/rules/statutory_claim.hpp"

namespace rendabel::rules {
namespace {

using Chosen = std::array<bool, remedies_count>;

class Planner {
 public:
  Planner(const Judged& account, const std::vector<Flag>& flags, const Answers& answers)
      : bench_(account, flags), answers_(answers) {
    for (std::size_t i = 0; i < remedies_count; ++i) helps_[i] = has_effect(i);
  }

  Advice advise(Thoroughness thoroughness) {
    Advice advice;
    Chosen offered{};
    for (std::size_t i = 0; i < remedies_count; ++i) {
      offered[i] = helps_[i] && !answers_[i].closed();
      advice.agreed = advice.agreed || answers_[i].agreed();
      const bool needs_yes = static_cast<RemedyCode>(i) != RemedyCode::replace_visits;
      advice.not_tried = advice.not_tried || (helps_[i] && needs_yes && !answers_[i].tried());
    }
    const Trial planned = plan(offered, advice.remedies);
    advice.reaches_target = bench_.reaches_target(planned);
    if (!advice.reaches_target) advice.best_result = best_result();  // only a goodbye asks for it
    if (thoroughness == Thoroughness::verdict) return advice;
    for (RemedyAdvice& row : advice.remedies) find_break_even(bench_, planned, row);
    further(offered, planned, advice.remedies);
    for (RemedyAdvice& row : advice.remedies)
      if (row.code == RemedyCode::enforce_terms) add_claim(bench_.account(), row);
    std::ranges::sort(advice.remedies, {}, &RemedyAdvice::code);
    return advice;
  }

 private:
  bool has_effect(std::size_t i) const {
    const auto code = static_cast<RemedyCode>(i);
    if (!applies(bench_, code)) return false;
    Trial alone = bench_.unchanged();
    return step(code, Extent::most, alone).effect > 0;
  }

  /// One remedy on a trial; what brings nothing is not done.
  RemedyAdvice step(RemedyCode code, Extent extent, Trial& trial) const {
    Trial changed = trial;
    RemedyAdvice row;
    carry_out(bench_, code, extent, changed, row);
    row.result_after = bench_.result(changed);
    row.effect = to_cents(Int128{row.result_after} - bench_.result(trial));
    row.status = name_of(answers_[static_cast<std::size_t>(code)].status);
    if (row.effect > 0) trial = changed;
    return row;
  }

  Trial apply(const Chosen& chosen, Extent extent, std::vector<RemedyAdvice>* rows = nullptr) const {
    Trial trial = bench_.unchanged();
    for (std::size_t i = 0; i < remedies_count; ++i) {
      if (!chosen[i]) continue;
      RemedyAdvice row = step(static_cast<RemedyCode>(i), extent, trial);
      row.in_plan = true;
      if (rows != nullptr && row.effect > 0) rows->push_back(row);
    }
    return trial;
  }

  // In order until the target is reached; then out with each one that the rest can do without.
  Trial plan(const Chosen& offered, std::vector<RemedyAdvice>& rows) const {
    Chosen chosen{};
    Trial trial = bench_.unchanged();
    if (bench_.reaches_target(trial)) return trial;
    for (std::size_t i = 0; i < remedies_count && !bench_.reaches_target(trial); ++i) {
      chosen[i] = offered[i];
      if (chosen[i]) step(static_cast<RemedyCode>(i), Extent::target, trial);
    }
    if (bench_.reaches_target(trial)) {
      for (std::size_t i = 0; i < remedies_count; ++i) {
        if (!chosen[i]) continue;
        Chosen rest = chosen;
        rest[i] = false;
        if (bench_.reaches_target(apply(rest, Extent::target))) chosen = rest;
      }
    }
    return apply(chosen, Extent::target, &rows);
  }

  void further(const Chosen& offered, const Trial& planned, std::vector<RemedyAdvice>& rows) const {
    const auto in_plan = rows.size();
    for (std::size_t i = 0; i < remedies_count; ++i) {
      const auto code = static_cast<RemedyCode>(i);
      const auto last = rows.begin() + static_cast<std::ptrdiff_t>(in_plan);
      if (!offered[i] || std::ranges::find(rows.begin(), last, code, &RemedyAdvice::code) != last) continue;
      Trial alone = planned;
      RemedyAdvice row = step(code, Extent::limit, alone);
      if (row.effect <= 0) continue;
      find_break_even(bench_, alone, row);
      rows.push_back(row);
    }
  }

  // As far as remedies can go.
  Cents best_result() const {
    Chosen all{};
    for (std::size_t i = 0; i < remedies_count; ++i) all[i] = helps_[i] && !answers_[i].refused_now();
    return bench_.result(apply(all, Extent::most));
  }

  RemedyBench bench_;
  const Answers& answers_;
  Chosen helps_{};
};

}  // namespace

Advice advise(const Judged& account, const std::vector<Flag>& flags, const Answers& answers,
              Thoroughness thoroughness) {
  return Planner(account, flags, answers).advise(thoroughness);
}

}  // namespace rendabel::rules
