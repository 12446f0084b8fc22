#include "plugin/pipeline/privacy.hpp"

#include <algorithm>
#include <string>

#include "plugin/pipeline/finished_book.hpp"

namespace rendabel::pipeline {
namespace {

/// Leaves the records that name the person; a list that was left out stays so.
template <class Record, class Whose>
bool keep_his(List<Record>& records, std::string_view contact_id, const Whose& whose) {
  const auto his = std::remove_if(records.begin(), records.end(),
                                  [&](const Record& one) { return one.*whose != contact_id; });
  records.items = records.items.first(static_cast<std::size_t>(his - records.begin()));
  return !records.empty();
}

bool keep_his(Snapshot& facts, std::string_view contact_id) {
  bool found = keep_his(facts.contacts, contact_id, &Contact::id);
  found |= keep_his(facts.quotes, contact_id, &Quote::contact_id);
  found |= keep_his(facts.inquiries, contact_id, &Inquiry::contact_id);
  found |= keep_his(facts.activities, contact_id, &Activity::contact_id);
  Account only;
  only.id = facts.account.id;
  if (contact_id == only.id) {
    only.phone = facts.account.phone, only.mobile = facts.account.mobile, only.email = facts.account.email;
    found |= !only.phone.empty() || !only.mobile.empty() || !only.email.empty();
  }
  facts.account = only;
  facts.orders = {}, facts.credit_notes = {}, facts.invoices = {}, facts.remedies = {};
  return found;
}

/// Of an account's export what is one person's. Failure{not_found}: nothing.
void keep_contact(Export& all, std::string_view contact_id,
                  const std::vector<store::ContactNumber>& numbers) {
  const std::string account_id(all.facts.account.id);
  const auto others = [&](const auto& row) { return row.contact_id != contact_id; };
  all.contact_id = contact_id;
  bool found = keep_his(all.facts, contact_id);
  std::erase_if(all.events, [&](store::ToldFact& fact) { return !keep_his(fact.record, contact_id); });
  std::erase_if(all.own_state.contacts, [&](const store::ContactState& row) {
    return others(row) && !(row.contact_id.empty() && contact_id == account_id);
  });
  std::erase_if(all.own_state.consents, others);
  all.own_state.remedies.clear();
  std::erase_if(all.needs, others);
  std::erase_if(all.cases, [&](const StoredCase& one) { return others(one.facts); });
  std::erase_if(all.calls, [&](const auto& one) { return others(one.second); });
  std::erase_if(all.outcomes, [&](const store::LoggedOutcome& one) { return others(one.told); });
  std::erase_if(all.wrong_numbers, [&](std::int64_t number) {
    return !std::ranges::binary_search(numbers, store::ContactNumber{number, std::string(contact_id)});
  });
  all.desk = {};
  all.rests.clear();
  all.left_out.clear();
  found |= !all.events.empty() || !all.own_state.contacts.empty() || !all.own_state.consents.empty() ||
           !all.needs.empty() || !all.cases.empty() || !all.calls.empty() || !all.outcomes.empty();
  if (!found)
    throw Failure(Status::not_found, "no contact " + std::string(contact_id) + " in account " + account_id);
}

}  // namespace

void erase(store::Store& store, std::string_view account_id, std::string_view contact_id) {
  store::Change change(store);
  const bool whole = contact_id.empty();
  if (whole) forget_in_book(store, account_id);
  const bool found =
      whole ? store::erase_account(store, account_id) : store::erase_contact(store, account_id, contact_id);
  if (!found) {
    const auto whom = "account " + std::string(account_id);
    throw Failure(Status::not_found,
                  whole ? "no " + whom : "no contact " + std::string(contact_id) + " in " + whom);
  }
  change.keeps_own_state();
  change.commit();
  store::wipe_log(store);
}

Export export_account(store::Store& store, const Settings& settings, const BookContext& book,
                      std::string_view account_id, std::string_view contact_id, Arena& arena) {
  const store::Reading reading(store);
  const auto row = store::find_account(store, account_id);
  if (!row) throw Failure(Status::not_found, "no account " + std::string(account_id));
  auto facts = store::load_facts(store, *row, arena);
  if (!facts) throw Failure(Status::corrupt, "account " + row->account_id + " has lost its facts");
  const auto account = row->account;
  Export out;
  out.facts = *facts;
  out.events = store::told_facts(store, account, arena);
  out.own_state = store::own_state(store, account);
  out.desk = store::desk_state(store, account);
  out.rests = store::rests(store, account);
  out.needs = store::needs(store, account);
  out.cases = store::cases(store, account);
  out.calls = store::calls_of(store, account_id);
  out.left_out = store::left_out_of(store, account_id);
  out.outcomes = store::outcomes_of(store, account);
  out.wrong_numbers = store::wrong_numbers(store, account);
  if (contact_id.empty())
    out.assessment = judge(store, settings, book, *row, row->as_of, arena);
  else
    keep_contact(out, contact_id, store::numbers(store, account));
  return out;
}

}  // namespace rendabel::pipeline
