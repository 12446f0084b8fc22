// verdict.hpp — step verdict: what we advise to do with an account, and what speaks against goodbye [M1].
// In: the account judged, its flags and remedies.  Out: one verdict with its reasons, and the flag goodbye.
// Never: an action; a goodbye while anything is untried.  Method: domain.md 4, the first that holds.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/rules/remedies.hpp"

namespace rendabel::rules {

struct Ruling {
  Verdict verdict{};
  std::vector<std::string_view> reasons;  ///< literals
};

/// `advice` is needed only where the result is below −loss_min; without it such an account is `hold`.
Ruling verdict_of(const Judged& account, const std::vector<Flag>& flags, const Advice* advice);

/// The flag of a goodbye: its amount is −result; money saved stands apart from work that is freed.
Flag goodbye_flag(const Judged& account);

}  // namespace rendabel::rules
