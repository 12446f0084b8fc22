#include "plugin/pipeline/events.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "plugin/base/findings.hpp"
#include "plugin/pipeline/follow_store.hpp"
#include "plugin/pipeline/merge_accounts.hpp"
#include "plugin/store/book_totals.hpp"

namespace rendabel::pipeline {
namespace {

class Taker {
 public:
  Taker(store::Store& store, const Settings& settings, Findings& findings)
      : store_(store), settings_(settings), findings_(findings) {}

  void take(const Event& event) {
    event_ = &event;
    on_ = local_day(event.at, settings_.country);
    if (event.kind == EventKind::book_total) {
      const auto& total = std::get<BookTotal>(event.record);
      store::put_book_total(store_, {*total.from, *total.to, *total.net_revenue});
      return;
    }
    const auto row = store::find_account(store_, event.account_id);
    if (!row) return fault("account_id", "is no account of this store; save its snapshot first");
    row_ = *row;
    auto& as_of = touched_.try_emplace(row->account_id, row->as_of).first->second;
    as_of = std::max(as_of, on_);
    std::visit([this](const auto& record) { apply(record); }, event.record);
  }
  /// Accounts that events of this call touched, with the day on which they are judged again.
  const std::map<std::string, Date>& touched() const { return touched_; }

 private:
  void fault(const char* field, const char* why) { findings_.add(event_->line, field, why); }

  // Facts told early.
  template <class Record>
  void tell(const Record& record, List<Record> Snapshot::*list) {
    Arena arena;
    const auto facts = store::load_facts(store_, row_, arena);
    const auto& known = (*facts).*list;
    // A snapshot of a later day that has the record knows better.
    if (on_ < row_.as_of && std::ranges::find(known, record.id, &Record::id) != known.end()) return;
    Record own = record;
    store::ToldFact fact{event_->kind, record.id, std::max(on_, row_.as_of), {}};
    (fact.record.*list) = {{&own, 1}, true};
    store::put_told_fact(store_, row_.account, fact);
  }
  void apply(const Inquiry& record) { tell(record, &Snapshot::inquiries); }
  void apply(const Quote& record) { tell(record, &Snapshot::quotes); }
  void apply(const Activity& record) { tell(record, &Snapshot::activities); }

  // Own state: merged as a snapshot's would be, so that the next one brings the same.
  void merge(const Snapshot& said) {
    const auto before = store::own_state(store_, row_.account);
    store::put_own_state(store_, row_.account, before, store::merged(before, said));
  }
  Snapshot said() const {
    Snapshot out;
    out.account.id = row_.account_id;
    out.as_of = on_;
    return out;
  }
  void apply(const Remedy& record) {
    Remedy own = record;
    auto all = said();
    all.remedies = {{&own, 1}, true};
    merge(all);
  }
  void apply(const GivenConsent& record) {
    Consent consent = record;
    Contact contact;
    contact.id = record.contact_id.empty() ? std::string_view(row_.account_id) : record.contact_id;
    contact.consents = {{&consent, 1}, true};
    auto all = said();
    all.contacts = {{&contact, 1}, true};
    merge(all);
  }
  void refuse(std::string_view contact_id, std::optional<Date> objected_on,
              std::optional<Date> do_not_call_on) {
    const auto before = store::own_state(store_, row_.account);
    auto after = before;
    store::merge_refusal(after, contact_id, objected_on, do_not_call_on, store::Learnt::event);
    store::put_own_state(store_, row_.account, before, after);
  }
  void apply(const Objection& record) {
    // What the account itself objects to binds everybody there: its own number is a contact with its id.
    const auto whom = record.contact_id.empty() ? std::string_view(row_.account_id) : record.contact_id;
    refuse(whom, record.date.value_or(on_), std::nullopt);
  }
  void apply(const DoNotCall& record) {
    refuse(record.contact_id == row_.account_id ? std::string_view{} : record.contact_id, std::nullopt,
           record.date.value_or(on_));
  }

  void apply(const AccountMerged& record) {
    const auto from = store::find_account(store_, record.from_account_id);
    if (!from) return fault("from_account_id", "is no account of this store");
    touched_.erase(from->account_id);
    merge_accounts(store_, settings_, *from, row_);
  }

  // The desk.
  template <class Change>
  void desk(Change&& change) {
    auto state = store::desk_state(store_, row_.account);
    change(state);
    if (store::put_desk_state(store_, row_.account, state)) store::next_sequence(store_, row_.account);
  }
  void apply(const Pinned& record) {
    desk([&](DeskState& state) { state.pinned_until = record.until; });
  }
  void apply(const Remove& record) {
    desk([&](DeskState& state) {
      state.removed_until = record.until;
      state.removed_why = record.until ? record.why : std::string_view{};
    });
  }
  void apply(const Assign& record) {
    const auto& agents = settings_.calls.agents;
    if (!record.agent.empty() && !agents.empty() && !agents.contains(std::string(record.agent)))
      return fault("record.agent", "is no agent of the settings");
    desk([&](DeskState& state) { state.assigned_to = record.agent; });
  }
  void apply(const VerdictDisputed& record) {
    desk([&](DeskState& state) {
      state.disputed_on = record.reason.empty() ? std::nullopt : std::optional(on_);
      state.disputed_why = record.reason;
    });
  }
  void apply(const Decision& record) {
    desk([&](DeskState& state) {
      state.decided_on = record.date;
      state.decided_by = event_->by;
      state.decided_why = record.reason;
    });
  }
  void apply(const BookTotal&) {}

  store::Store& store_;
  const Settings& settings_;
  Findings& findings_;
  const Event* event_ = nullptr;
  store::AccountRow row_;
  Date on_{};
  std::map<std::string, Date> touched_;
};

}  // namespace

Recorded record_events(store::Store& store, const Settings& settings, const BookContext& book,
                       std::span<const Event> events, const Cancel& cancel) {
  Recorded out;
  Findings findings;
  store::Change change(store);
  Taker taker(store, settings, findings);
  for (const auto& event : events) {
    cancel.check();
    taker.take(event);
    ++out.recorded;
  }
  if (!findings.empty()) throw BadInput(std::move(findings));
  const Assessor assessor(settings);
  for (const auto& [account_id, as_of] : taker.touched()) {
    cancel.check();
    const auto row = store::find_account(store, account_id);
    if (!row) continue;  // merged into another by a later event
    store::next_sequence(store, row->account);
    follow_again(store, settings, assessor, book, *row, as_of);
    out.accounts.push_back(account_id);
  }
  change.keeps_own_state();
  cancel.check();
  change.commit();
  return out;
}

}  // namespace rendabel::pipeline
