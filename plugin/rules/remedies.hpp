// remedies.hpp — step remedies: which remedies are offered, and the plan that reaches the target.
// In: the account judged, its flags, what was put to the customer before.  Out: plan and further remedies.
// Never: a remedy without a positive effect; a sum of effects.  Method: domain.md 4, 'The plan'.
#pragma once
#include <optional>
#include <vector>

#include "plugin/rules/remedy_answers.hpp"

namespace rendabel::rules {

struct Advice {
  std::vector<RemedyAdvice> remedies;  ///< in the order of RemedyCode, those of the plan marked
  bool reaches_target = false;         ///< with the plan, or without any
  bool agreed = false;                 ///< one was accepted less than 180 days ago
  bool not_tried = false;  ///< one that needs the customer's yes was not put to him, or too short ago
  Cents best_result = 0;   ///< with all remedies that are not refused; where the target is out of reach
};

/// How much of it is wanted: `verdict` leaves out further remedies and break-evens.
enum class Thoroughness : std::uint8_t { full, verdict };

/// The account has a net result. Own state counts up to the day of judgement.
Advice advise(const Judged& account, const std::vector<Flag>& flags, const Answers& answers,
              Thoroughness thoroughness = Thoroughness::full);

}  // namespace rendabel::rules
