#include "plugin/pipeline/merge_accounts.hpp"

#include <algorithm>

#include "plugin/pipeline/finished_book.hpp"
#include "plugin/pipeline/follow.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/merge.hpp"

namespace rendabel::pipeline {
namespace {

/// Records of both; with the same id the one that stays.
template <class Record>
List<Record> joined(const List<Record>& kept, const List<Record>& more, Arena& arena) {
  List<Record> out{arena.room<Record>(kept.size() + more.size()), kept.known || more.known};
  auto* end = std::ranges::copy(kept, out.items.data()).out;
  end = std::ranges::copy_if(more, end, [&](const Record& record) {
          return std::ranges::find(kept, record.id, &Record::id) == kept.end();
        }).out;
  out.items = out.items.first(static_cast<std::size_t>(end - out.items.data()));
  return out;
}

/// The own number of the account that went is that of the one that stays.
template <class Record>
void rename_contact(List<Record>& records, std::string_view from, std::string_view into) {
  for (auto& record : records)
    if (record.contact_id == from) record.contact_id = into;
}

Snapshot joined(Snapshot kept, Snapshot more, Arena& arena) {
  const auto from = more.account.id, into = kept.account.id;
  for (auto& contact : more.contacts)
    if (contact.id == from) contact.id = into;
  rename_contact(more.quotes, from, into);
  rename_contact(more.inquiries, from, into);
  rename_contact(more.activities, from, into);
  kept.contacts = joined(kept.contacts, more.contacts, arena);
  kept.orders = joined(kept.orders, more.orders, arena);
  kept.credit_notes = joined(kept.credit_notes, more.credit_notes, arena);
  kept.invoices = joined(kept.invoices, more.invoices, arena);
  kept.quotes = joined(kept.quotes, more.quotes, arena);
  kept.inquiries = joined(kept.inquiries, more.inquiries, arena);
  kept.activities = joined(kept.activities, more.activities, arena);
  kept.remedies = joined(kept.remedies, more.remedies, arena);
  return kept;
}

/// Refusals and checks: the later day of each; what was refused stays refused.
void join_contact(store::OwnState& kept, const store::ContactState& told) {
  const auto later = [](auto& mine, const auto& other) {
    if (other && (!mine || *other > *mine)) mine = other;
  };
  store::merge_refusal(kept, told.contact_id, told.objected_on, std::nullopt, told.do_not_call_source);
  const auto mine = std::ranges::find(kept.contacts, told.contact_id, &store::ContactState::contact_id);
  later(mine->opt_out_offered_on, told.opt_out_offered_on);
  later(mine->dnc_checked_on, told.dnc_checked_on);
  later(mine->tps_checked_on, told.tps_checked_on);
  if (!told.do_not_call) return;
  mine->do_not_call = true;
  later(mine->do_not_call_on, told.do_not_call_on);
  if (mine->do_not_call_source == store::Learnt::snapshot) mine->do_not_call_source = told.do_not_call_source;
}

store::OwnState joined(store::OwnState kept, const store::OwnState& more, std::string_view from,
                       std::string_view into) {
  const auto whose = [&](std::string_view contact_id) { return contact_id == from ? into : contact_id; };
  for (auto told : more.contacts) {
    told.contact_id = whose(told.contact_id);
    join_contact(kept, told);
  }
  // Consents and remedies go the way of a snapshot's, so that the later one holds.
  for (const auto& told : more.consents) {
    Consent consent{told.purpose, told.subject,  told.channel,    told.party,
                    told.source,  told.given_on, told.expires_on, told.withdrawn_on};
    Contact contact;
    contact.id = whose(told.contact_id);
    contact.consents = {{&consent, 1}, true};
    Snapshot said;
    said.as_of = Date{};
    said.contacts = {{&contact, 1}, true};
    kept = store::merged(std::move(kept), said);
  }
  for (const auto& told : more.remedies) {
    Remedy remedy{told.id, told.code, told.date, told.status, told.foretold, told.predicted};
    Snapshot said;
    said.as_of = Date{};
    said.remedies = {{&remedy, 1}, true};
    kept = store::merged(std::move(kept), said);
  }
  return kept;
}

DeskState joined(DeskState kept, const DeskState& more) {
  const auto later = [](std::optional<Date>& mine, std::optional<Date> other) {
    if (other && (!mine || *other > *mine)) mine = other;
  };
  later(kept.pinned_until, more.pinned_until);
  later(kept.reached_on, more.reached_on);
  if (!kept.removed_until) kept.removed_until = more.removed_until, kept.removed_why = more.removed_why;
  if (!kept.disputed_on) kept.disputed_on = more.disputed_on, kept.disputed_why = more.disputed_why;
  if (kept.assigned_to.empty()) kept.assigned_to = more.assigned_to;
  return kept;
}

}  // namespace

void merge_accounts(store::Store& store, const Settings& settings, const store::AccountRow& from,
                    const store::AccountRow& into) {
  Arena arena;
  auto kept = store::load_facts(store, into, arena);
  auto more = store::load_facts(store, from, arena);
  if (!kept || !more) throw Failure(Status::corrupt, "account " + into.account_id + " has lost its facts");
  const auto facts = joined(*kept, *more, arena);
  const auto own = store::own_state(store, into.account);
  store::put_own_state(store, into.account, own,
                       joined(own, store::own_state(store, from.account), from.account_id, into.account_id));
  store::put_desk_state(
      store, into.account,
      joined(store::desk_state(store, into.account), store::desk_state(store, from.account)));
  std::string blob;
  store::encode_facts(facts, blob);
  forget_in_book(store, from.account_id);
  store::move_account(store, from, into, blob);
  store::put_numbers(store, into.account, numbers_of(facts, settings));
  store::put_sleep_spans(store, into.account, sleep_of(facts, into.as_of));
}

}  // namespace rendabel::pipeline
