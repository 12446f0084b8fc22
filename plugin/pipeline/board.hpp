// board.hpp — step 9 on the store: the team leader's view (contract.md 2, calls_board), and what is kept of
// an agent. In: the store, the settings, a day.  Out: team totals; an agent's own figures to himself,
// everybody's where that was agreed. Never: a ranking, a write by looking.  Method: narrow reads, counted by
// rules/board.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/board.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// `agent`: his own figures too; empty: nobody's but where agreed.
Board calls_board(store::Store& store, const Settings& settings, Date as_of, std::string_view agent,
                  const Cancel& cancel);

/// agent_export: what is kept of an agent.
struct AgentExport {
  std::string agent;
  std::vector<store::LoggedOutcome> outcomes;
  std::vector<store::LeaseStart> starts;
  std::vector<std::string> assigned;  ///< account ids
};
/// An agent of whom nothing is kept has empty lists.
AgentExport export_agent(store::Store& store, std::string_view agent);
/// agent_erase: his name goes from outcomes, leases, calls, promises and the desk; what came of calls stays.
/// Answers the number of outcomes that were his. He stays in settings until the owner takes him out.
std::int64_t erase_agent(store::Store& store, std::string_view agent);

}  // namespace rendabel::pipeline
