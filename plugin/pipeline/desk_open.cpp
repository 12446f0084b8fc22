#include <algorithm>
#include <tuple>
#include <utility>

#include "plugin/base/phone.hpp"
#include "plugin/pipeline/desk_work.hpp"

namespace rendabel::pipeline {

namespace {

/// Whom a number belongs to, by account, then contact.
std::vector<store::NumberOwner> owners(store::Store& store, const Settings& settings,
                                       std::string_view phone) {
  const auto normal = normal_number(phone, settings.country);
  const auto number = normal ? store::number_key(*normal) : std::nullopt;
  if (!number) throw Failure(Status::invalid_argument, "phone: is no telephone number");
  auto found = store::owners_of(store, *number);
  std::ranges::sort(found, {}, [](const auto& one) { return std::tie(one.account, one.contact_id); });
  return found;
}

CardChoice choice_of(store::Store& store, const store::AccountRow& row, std::string_view contact_id) {
  Arena arena;
  CardChoice out{row.account_id, {}, std::string(contact_id), {}};
  const auto facts = store::load_facts(store, row, arena);
  if (!facts) return out;
  out.name = facts->account.name;
  const auto contact = std::ranges::find(facts->contacts, contact_id, &Contact::id);
  if (contact != facts->contacts.end()) out.contact_name = contact->name;
  return out;
}

/// Opening one account, within one Change.
class Opening {
 public:
  Opening(store::Store& store, const Settings& settings, const BookContext& book, const DeskTime& time,
          const Who& who, std::set<std::string> present)
      : store_(store),
        settings_(settings),
        book_(book),
        time_(time),
        who_(who),
        maker_(store, settings, book, time.local.day, std::move(present), time.now) {}

  Card run(const store::AccountRow& row, std::string_view contact_id, const Cancel& cancel) {
    store::end_leases(store_, time_.now);
    const bool inbound = who_.direction == CallDirection::in;
    const auto held = store::lease_of(store_, row.account);
    if (held && held->agent != who_.agent) {
      if (!inbound) throw Failure(Status::state, "another agent has this account");
      store::give_back(store_, row.account);
    }
    const DeskAccount account(store_, settings_, maker_, row, time_);
    list_new_calls(store_, settings_, maker_, time_.local.day, cancel);
    auto calls = store::account_calls(store_, time_.local.day, row.account_id);
    std::erase_if(calls, [](const Call& call) {
      return call.state != CallState::open && call.state != CallState::leased;
    });
    if (inbound) return take_in(account, row, contact_id, calls);
    for (auto& call : calls) {
      store::load_reasons(store_, time_.local.day, call);
      if (account.fit(call) == DeskAccount::Fit::yes) return leased(account, row, call);
    }
    auto call = account.open_call(who_.direction, contact_id);
    // What the law denies now is shown without a lease and without hints.
    if (call.permission.allowed != Allowed::allowed)
      return account.card(call, {who_.agent, who_.direction, book_});
    append_call(store_, time_.local.day, call);
    return leased(account, row, call);
  }

 private:
  /// The customer calls: today's planned calls are done with that, and the rest after speaking begins.
  Card take_in(const DeskAccount& account, const store::AccountRow& row, std::string_view contact_id,
               const std::vector<Call>& planned) {
    const Date day = time_.local.day;
    auto call = account.open_call(CallDirection::in, contact_id);
    for (const auto& one : planned) store::put_call_state(store_, day, one.call_id, CallState::done, {});
    append_call(store_, day, call);
    auto card = leased(account, row, call);
    store::put_rest(store_, row.account, {"", day + days{settings_.calls.spoke_rest_days}, "spoke"});
    auto desk = store::desk_state(store_, row.account);
    desk.reached_on = std::max(desk.reached_on, std::optional(day));
    store::put_desk_state(store_, row.account, desk);
    store::next_sequence(store_, row.account);
    return card;
  }

  Card leased(const DeskAccount& account, const store::AccountRow& row, Call& call) {
    const auto until = lease_call(store_, settings_, account, row.account, call, time_, who_);
    if (!until) throw Failure(Status::state, "another agent calls this number");
    call.state = CallState::leased;
    auto card = account.card(call, {who_.agent, who_.direction, book_});
    card.lease_until = until;
    return card;
  }

  store::Store& store_;
  const Settings& settings_;
  const BookContext& book_;
  const DeskTime& time_;
  const Who who_;
  const CandidateMaker maker_;
};

}  // namespace

OpenedCall call_open(store::Store& store, const Settings& settings, const BookContext& book, Moment now,
                     std::string_view agent, const Options& options, const Cancel& cancel) {
  require_agent(settings, agent);
  if (options.account_id.empty() == options.phone.empty())
    throw Failure(Status::invalid_argument, "either account_id or phone is needed");
  const DeskTime time{now, settings};
  auto present = need_plan(store, settings, time.local.day, cancel);
  OpenedCall out;
  store::Change change(store);
  std::optional<store::AccountRow> row;
  std::string contact_id;
  if (!options.phone.empty()) {
    std::vector<CardChoice> found;
    for (const auto& owner : owners(store, settings, options.phone)) {
      const auto one = store::find_account(store, owner.account);
      if (!one) continue;
      found.push_back(choice_of(store, *one, owner.contact_id));
      if (!row) row = one, contact_id = owner.contact_id;
    }
    const bool one_account = std::ranges::all_of(
        found, [&](const CardChoice& each) { return each.account_id == found.front().account_id; });
    if (!one_account) {
      std::ranges::sort(found, {},
                        [](const CardChoice& each) { return std::tie(each.account_id, each.contact_id); });
      out.choices = std::move(found);
      return out;
    }
  } else {
    row = store::find_account(store, options.account_id);
  }
  if (!row) throw Failure(Status::not_found, "no such account");
  out.card = Opening(store, settings, book, time, {agent, options.direction}, std::move(present))
                 .run(*row, contact_id, cancel);
  change.keeps_own_state();
  change.commit();
  return out;
}

}  // namespace rendabel::pipeline
