#include "plugin/pipeline/outcome_checks.hpp"

#include <string>
#include <utility>

#include "plugin/base/findings.hpp"

namespace rendabel::pipeline {

namespace {

void check_times(const Outcome& outcome, const Settings& settings, Findings& findings) {
  const bool callback = outcome.outcome == OutcomeCode::callback;
  if (!callback && outcome.callback_at)
    findings.add(1, "callback_at", "belongs to the outcome callback only");
  if (callback && !outcome.callback_at) findings.add(1, "callback_at", "is required with callback");
  if (!callback || !outcome.callback_at) return;
  if (*outcome.callback_at <= *outcome.at) findings.add(1, "callback_at", "is not after the call");
  const auto most = settings.calls.callback_days_max;
  const auto ahead =
      local_day(*outcome.callback_at, settings.country) - local_day(*outcome.at, settings.country);
  if (ahead > days{most})
    findings.add(1, "callback_at", "lies more than " + std::to_string(most) + " days ahead");
}

}  // namespace

void check_outcome(const Outcome& outcome, const Settings& settings) {
  Findings findings;
  if (outcome.call_id.empty() && outcome.account_id.empty())
    findings.add(1, "call_id", "or account_id is needed");
  if (!outcome.call_id.empty() && !outcome.account_id.empty())
    findings.add(1, "account_id", "has no place beside call_id: the call tells the account");
  const auto& agents = settings.calls.agents;
  if (!outcome.agent.empty() && !agents.empty() && !agents.contains(outcome.agent))
    findings.add(1, "agent", "is no agent of the settings");
  const bool skipped = outcome.outcome == OutcomeCode::skipped;
  if (skipped && outcome.skip_reason == SkipReason::none)
    findings.add(1, "skip_reason", "is required with skipped");
  if (!skipped && outcome.skip_reason != SkipReason::none)
    findings.add(1, "skip_reason", "belongs to the outcome skipped only");
  if (outcome.amount && !successful(outcome.outcome))
    findings.add(1, "amount", "belongs to order, quote and meeting only");
  check_times(outcome, settings, findings);
  if (!findings.empty()) throw BadInput(std::move(findings));
}

}  // namespace rendabel::pipeline
