// plan.hpp — step 7 on the store: the day's call list (contract.md 2, calls_plan).
// In: the store, the settings, a day.  Out: the list of that day, made once and kept.
// Never: a refresh of the book; the list comes from open cases and today's sleepers.
// Method: derive candidates, plan (rules/plan), store; later calls re-judge what was planned and add what is
// new.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::store {
class Store;
}

namespace rendabel::pipeline {

/// A call list as it is answered. Counts are complete; rows are the first of them by account id.
struct CallList {
  Date date{};
  std::int64_t capacity = 0;
  std::vector<Call> calls;  ///< filtered by lane, agent and limit
  std::map<std::string, std::int64_t> left_out_counts;
  std::vector<LeftOut> left_out_rows;
};

/// The first call for a date fixes the today lane; later calls give the same calls in the same order with
/// their present state. `options.limit` bounds calls and left_out rows (unset: all calls, 100 rows).
CallList calls_plan(store::Store& store, const Settings& settings, Date as_of, const Options& options,
                    const Cancel& cancel);

}  // namespace rendabel::pipeline
