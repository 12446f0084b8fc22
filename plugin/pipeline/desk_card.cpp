#include <algorithm>
#include <array>
#include <utility>

#include "plugin/pipeline/desk_account.hpp"
#include "plugin/rules/channels.hpp"

namespace rendabel::pipeline {
namespace {

constexpr std::array<std::string_view, 5> needs_to_ask{"upgrade", "add_on", "custom", "budget", "profile"};

/// The last time somebody was spoken to or tried: the host's activities and our own outcomes, the later one.
std::optional<LastContact> last_contact_of(const Snapshot& facts,
                                           const std::optional<store::LoggedOutcome>& ours, Date day) {
  std::optional<LastContact> out;
  for (const auto& activity : facts.activities) {
    if (!activity.date || *activity.date > day || activity.planned.value_or(false)) continue;
    if (out && out->on > *activity.date) continue;
    out = LastContact{*activity.date, std::string(activity.kind), {}, std::string(activity.contact_id), {}};
  }
  if (!ours || ours->date > day || (out && out->on > ours->date)) return out;
  return LastContact{ours->date, "call", std::string(name_of(ours->told.outcome)), ours->told.contact_id,
                     ours->told.note};
}

const Order* last_order(const Snapshot& facts, Date day) {
  const Order* out = nullptr;
  for (const auto& order : facts.orders)
    if (order.date && *order.date <= day && (out == nullptr || *out->date <= *order.date)) out = &order;
  return out;
}

/// A complaint or problem is solved first; sales hints come once it is marked solved.
bool open_trouble(const Snapshot& facts) {
  return std::ranges::any_of(facts.inquiries, [](const Inquiry& one) {
    const bool trouble = one.kind == InquiryKind::problem || one.kind == InquiryKind::complaint;
    return trouble && !one.solved_at;
  });
}

/// Whether the customer knows, or we know, where to find him beside the telephone.
bool has_profile(const rules::Person& whom) {
  return whom.contact != nullptr && std::ranges::any_of(whom.contact->channels, [](const Channel& one) {
           return one.kind != "whatsapp" && !one.handle.empty();
         });
}

}  // namespace

void DeskAccount::add_contact(Card& card) const {
  const auto* whom = person(card.call.contact_id);
  if (whom == nullptr || whom->contact == nullptr) return;
  card.contact_name = whom->contact->name;
  card.contact_role = whom->contact->role;
  card.contact_language = whom->contact->language;
}

/// The chance at this moment, with what was learnt that makes it so.
void DeskAccount::add_chance(Card& card) const {
  if (card.call.reasons.empty()) return;
  const auto& lead = card.call.reasons.front();
  const auto* found = candidate(lead);
  const auto* about = case_of(lead.code, lead.source_id);
  if (found == nullptr || about == nullptr) return;
  if (auto said = maker_.chance(*found, facts_, *about)) {
    card.call.p_success = said->p_success;
    card.call.value_at_stake = found->reason.value_at_stake;
    card.chance_reasons = std::move(said->reasons);
  }
}

void DeskAccount::add_history(Card& card, const Assessment& made) const {
  const Date day = time_.local.day;
  card.last_contact = last_contact_of(facts_, store::last_outcome(store_, row_.account), day);
  if (card.last_contact) {
    const auto& last = *card.last_contact;
    card.history.push_back(
        {HistoryKind::last_contact, last.on, {}, {}, {}, last.outcome.empty() ? last.kind : last.outcome});
  }
  if (const auto* order = last_order(facts_, day))
    card.history.push_back({HistoryKind::last_order,
                            order->date,
                            order->net_amount,
                            {},
                            made.rhythm.median_gap_halves,
                            std::string(name_of(made.rhythm.state))});
  if (made.result.net_revenue)
    card.history.push_back(
        {HistoryKind::result, {}, made.result.net_result, made.result.net_revenue, {}, {}});
}

void DeskAccount::add_channels(Card& card, const rules::Person& whom, const Case* about) const {
  for (auto& known : rules::channels_of(whom, query_now(whom, about))) {
    // What is denied is not offered, not even by name; on the line the telephone is what we speak through.
    if (known.link.empty() || known.permission.allowed != Allowed::allowed) continue;
    card.channels.push_back({std::move(known.kind), std::move(known.link), known.channel,
                             std::move(known.permission), known.preferred});
  }
}

void DeskAccount::add_hints(Card& card, const rules::Person& whom, const Case* about) const {
  const bool inbound = card.direction == CallDirection::in;
  const auto hints = rules::hints_of(query_now(whom, inbound ? nullptr : about), inbound);
  card.solve_first = open_trouble(facts_);
  card.sales = hints.sales && !card.solve_first;
  if (hints.offer_objection) card.ask.emplace_back("offer_objection");
  if (hints.opt_in && !card.solve_first) card.ask.emplace_back("opt_in");
  if (!card.sales) return;
  for (auto& need : store::needs(store_, row_.account))
    if (!need.closed_on) card.needs.push_back(std::move(need));
  for (const auto code : needs_to_ask) {
    if (std::ranges::find(card.needs, code, &Need::code) != card.needs.end()) continue;
    if (code == "profile" && (has_profile(whom) || whom.contact == nullptr)) continue;
    card.ask.emplace_back(code);
  }
}

Card DeskAccount::card(const Call& call, const Ask& ask) const {
  Card card;
  card.call = call;
  card.day = time_.local.day;
  card.direction = ask.direction;
  const auto& account = facts_.account;
  card.name = account.name;
  card.owner = account.owner;
  card.segment = account.segment;
  card.country = country();
  card.person_kind = account.person_kind;
  if (const auto agent = settings_.calls.agents.find(std::string(ask.agent));
      agent != settings_.calls.agents.end()) {
    card.agent_name = agent->second.name;
    card.agent_profile_url = agent->second.profile_url;
  }
  const auto made = Assessor(settings_).assess(facts_, ask.book, time_.local.day);
  card.layer = made.layer;
  card.verdict = made.verdict;
  for (const auto why : made.verdict_reasons) card.verdict_reasons.emplace_back(why);
  add_contact(card);
  add_chance(card);
  add_history(card, made);
  const auto* whom = person(call.contact_id);
  if (whom == nullptr) return card;
  const auto* about =
      call.reasons.empty() ? nullptr : case_of(call.reasons.front().code, call.reasons.front().source_id);
  add_channels(card, *whom, about);
  add_hints(card, *whom, about);
  const bool about_terms = about != nullptr && about->reason == Reason::renegotiate;
  if (card.sales || about_terms)
    for (const auto& remedy : made.remedies)
      if (remedy.in_plan && remedy.status != "refused") card.remedies.push_back(remedy);
  if (card.sales) card.cross_sell = made.cross_sell;
  return card;
}

Card without_amounts(Card card) {
  card.amounts = false;
  card.verdict.reset();
  card.verdict_reasons.clear();
  for (auto& reason : card.call.reasons) {
    reason.margin_from.clear();
    reason.amount.reset();
  }
  std::erase_if(card.history, [](const HistoryLine& line) { return line.kind == HistoryKind::result; });
  for (auto& line : card.history) line.amount.reset();
  return card;
}

}  // namespace rendabel::pipeline
