#include "plugin/pipeline/retention.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "plugin/rules/retention.hpp"
#include "plugin/store/accounts.hpp"
#include "plugin/store/erase.hpp"
#include "plugin/store/event_records.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/own_state.hpp"
#include "plugin/store/retention.hpp"

namespace rendabel::pipeline {
namespace {

/// Rows of each kind a step: some milliseconds of writing.
constexpr std::int64_t outdated_max = 500;

void forget_facts(store::Store& store, const store::AccountRow& row, Date from) {
  Arena arena;
  auto facts = store::load_facts(store, row, arena);
  if (facts && rules::forget_details(*facts, from)) store::replace_facts(store, row.account, *facts);
  for (auto& fact : store::told_facts(store, row.account, arena)) {
    if (!rules::forget_details(fact.record, from)) continue;
    store::drop_told_fact(store, row.account, fact);
    const Snapshot& left = fact.record;
    if (!left.quotes.empty() || !left.inquiries.empty() || !left.activities.empty())
      store::put_told_fact(store, row.account, fact);
  }
}

/// Whether a consent or refusal of his that an event told is of `from` or later.
bool heard_of_since(const store::OwnState& known, std::string_view contact_id, Date from) {
  const auto since = [&](const std::optional<Date>& day) { return day && *day >= from; };
  return std::ranges::any_of(known.consents,
                             [&](const store::KnownConsent& one) {
                               return one.contact_id == contact_id &&
                                      (since(one.given_on) || since(one.withdrawn_on));
                             }) ||
         std::ranges::any_of(known.contacts, [&](const store::ContactState& one) {
           return one.contact_id == contact_id && (since(one.objected_on) || since(one.opt_out_offered_on));
         });
}

std::vector<std::string> silent_contacts(store::Store& store, const store::AccountRow& row, Date from) {
  Arena arena;
  std::vector<std::string> out;
  const auto facts = store::load_judged(store, row, arena);
  if (!facts) return out;
  const auto silent = rules::silent_contacts(*facts, from);
  if (silent.empty()) return out;
  const auto known = store::own_state(store, row.account);
  for (const auto contact_id : silent)
    if (!heard_of_since(known, contact_id, from) &&
        !store::reported_since(store, row.account, contact_id, from))
      out.emplace_back(contact_id);
  return out;
}

}  // namespace

bool forget_outdated(store::Store& store, const Settings& settings, Date as_of) {
  const auto outdated =
      store::find_outdated(store, rules::months_before(as_of, settings.closed_cases_months),
                           rules::months_before(as_of, settings.notes_months), outdated_max);
  if (outdated.cases.empty() && outdated.outcomes.empty() && outdated.needs.empty()) return false;
  store::Change change(store);
  store::drop_outdated(store, outdated);
  change.keeps_own_state();
  change.commit();
  return true;
}

bool forget_outdated(store::Store& store, const Settings& settings, store::AccountKey account, Date as_of) {
  const auto row = store::find_account(store, account);
  if (!row) return false;
  forget_facts(store, *row, rules::facts_kept_from(settings, as_of));
  const Date from = rules::months_before(as_of, settings.silent_contacts_months);
  bool any = false;
  for (const auto& contact_id : silent_contacts(store, *row, from))
    any |= store::erase_contact(store, row->account_id, contact_id);
  return any;
}

void encode_kept(const Snapshot& snapshot, const Settings& settings, std::string& out) {
  out.clear();
  store::encode_facts(snapshot, out);
  const Date from = rules::facts_kept_from(settings, *snapshot.as_of);
  if (!rules::has_outdated(snapshot, from)) return;
  Arena arena;
  const std::string whole = std::exchange(out, {});
  auto facts = store::decode_facts(whole, arena);  // a copy: the caller's lists stay as they are
  rules::forget_details(facts, from);
  store::encode_facts(facts, out);
}

}  // namespace rendabel::pipeline
