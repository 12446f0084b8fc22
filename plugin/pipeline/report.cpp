#include "plugin/pipeline/report.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "plugin/base/arena.hpp"
#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/plan_update.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/store/accounts.hpp"
#include "plugin/store/plans.hpp"

namespace rendabel::pipeline {
namespace {

/// A call with the names of its account and contact, as far as the host gave them.
ReportCall named(store::Store& store, Call call, Arena& arena) {
  arena.reset();
  ReportCall named{std::move(call), {}, {}};
  const auto row = store::find_account(store, named.call.account_id);
  const auto facts = row ? store::load_facts(store, *row, arena) : std::nullopt;
  if (!facts) return named;
  named.account_name = facts->account.name;
  for (const Contact& contact : facts->contacts)
    if (contact.id == named.call.contact_id) named.contact_name = contact.name;
  return named;
}

}  // namespace

BookReport book_report(store::Store& store, const Settings& settings, Date as_of, const Cancel& cancel) {
  BookReport report;
  report.book = book_get(store, settings, as_of);
  const store::Reading reading(store);
  auto plan = store::load_plan(store, as_of);
  if (!plan) return report;
  update_plan(store, settings, *plan, cancel);
  report.planned = true;
  report.capacity = plan->capacity;
  std::erase_if(plan->calls, [](const Call& call) { return call.state == CallState::withdrawn; });
  std::ranges::stable_sort(plan->calls, {}, [](const Call& call) { return std::tie(call.lane, call.rank); });
  Arena arena;
  for (Call& call : plan->calls) {
    cancel.check();
    report.calls.push_back(named(store, std::move(call), arena));
  }
  return report;
}

AccountReport account_report(store::Store& store, const Settings& settings, const BookContext& book,
                             std::string_view account_id, Date as_of) {
  Judged judged = get(store, settings, book, account_id, as_of);
  AccountReport report;
  report.assessment = std::move(judged.assessment);
  Arena arena;
  const store::Reading reading(store);
  const auto row = store::find_account(store, account_id);
  const auto facts = row ? store::load_facts(store, *row, arena) : std::nullopt;
  if (!facts) throw Failure(Status::not_found, "no account " + std::string(account_id));
  report.name = facts->account.name;
  report.owner = facts->account.owner;
  const auto needs = store::needs(store, row->account);
  for (const Case& found : judged.cases) {
    ReportCase& shown = report.cases.emplace_back();
    shown.lane = found.lane;
    shown.due_from = found.due_from;
    shown.due_to = found.due_to;
    shown.reason = reason_of(*facts, found, needs);
  }
  return report;
}

}  // namespace rendabel::pipeline
