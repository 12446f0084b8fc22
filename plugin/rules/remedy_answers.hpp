// remedy_answers.hpp — step remedies: what was put to the customer before, and what he said.
// In: the remedies of a snapshot with own state in it.  Out: the last word per remedy.
// Never: a word of after the day.  Method: the later date wins, on equal dates the stricter.
#pragma once
#include <array>

#include "plugin/rules/flags.hpp"

namespace rendabel::rules {

inline constexpr std::size_t remedies_count = Names<RemedyCode>::values.size();
inline constexpr std::int64_t answer_holds_days =
    365;  ///< accepted or refused: no offer for so long [domain 4]
inline constexpr std::int64_t tried_after_days = 180;  ///< an accepted remedy gets so long [domain 4]

/// What the host last reported of one remedy.
struct Answer {
  RemedyStatus status = RemedyStatus::none;
  std::int64_t days_ago = 0;
  const Remedy* told = nullptr;

  bool accepted() const { return status == RemedyStatus::accepted; }
  bool refused() const { return status == RemedyStatus::refused; }
  /// Not offered now.
  bool closed() const { return (accepted() || refused()) && days_ago < answer_holds_days; }
  bool refused_now() const { return refused() && closed(); }
  /// Accepted, and still given time to work.
  bool agreed() const { return accepted() && days_ago < tried_after_days; }
  /// It was put to the customer: refused, or accepted long enough ago.
  bool tried() const { return refused() || (accepted() && !agreed()); }
};

using Answers = std::array<Answer, remedies_count>;

/// By RemedyCode; codes that we do not know are left out.
Answers answers_of(const Snapshot& snapshot, Date as_of);

}  // namespace rendabel::rules
