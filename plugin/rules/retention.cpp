#include "plugin/rules/retention.hpp"

#include <algorithm>

#include "plugin/rules/drivers.hpp"

namespace rendabel::rules {
namespace {

Date day_of(const Moment& moment) {
  return Date{std::chrono::floor<days>(
      std::chrono::sys_seconds{std::chrono::seconds{moment.utc_seconds + 60 * moment.offset_minutes}})};
}

void keep_latest(std::optional<Date>& latest, const std::optional<Date>& day) {
  if (day) latest = std::max(latest.value_or(*day), *day);
}

/// The list without what `gone` names, in its place.
template <class Record, class Gone>
bool drop(List<Record>& list, const Gone& gone) {
  const auto kept = std::remove_if(list.begin(), list.end(), gone);
  if (kept == list.end()) return false;
  list.items = list.items.first(static_cast<std::size_t>(kept - list.begin()));
  return true;
}

/// `record` becomes `bare`; true when it was more.
template <class Record>
bool keep_only(Record& record, const Record& bare, bool more) {
  if (more) record = bare;
  return more;
}

bool forget(Order& order) {
  const bool more = order.list_amount || order.discount_amount || order.cost_of_goods || order.freight_paid ||
                    order.freight_charged || order.contribution || order.lines || order.items || order.rush ||
                    order.carriage_paid || order.product_groups.known || !order.channel.empty();
  Order bare;
  bare.id = order.id;
  bare.date = order.date;
  bare.derived_from = order.derived_from;
  bare.net_amount = complete(order).net;
  return keep_only(order, bare, more);
}

bool forget(CreditNote& note) {
  const bool more = note.cost_of_goods || note.items;
  note.cost_of_goods.reset();
  note.items.reset();
  return more;
}

bool forget(Activity& activity) {
  const bool more = !activity.contact_id.empty() || !activity.call_id.empty() || activity.minutes ||
                    activity.quantity || activity.cost;
  Activity bare;
  bare.id = activity.id;
  bare.kind = activity.kind;
  bare.date = activity.date;
  bare.direction = activity.direction;
  bare.planned = activity.planned;
  bare.reached = activity.reached;
  return keep_only(activity, bare, more);
}

/// Paid in full before `from`: nothing of it lies in a window any more.
bool settled_before(const Invoice& invoice, Date from) {
  if (!invoice.date || *invoice.date >= from || !invoice.amount_incl_tax) return false;
  Int128 open = *invoice.amount_incl_tax;
  for (const Payment& payment : invoice.payments) {
    if (!payment.date || *payment.date >= from) return false;
    open -= payment.amount.value_or(0);
  }
  return open == 0;
}

template <class Record>
bool forget_each(List<Record>& list, Date from) {
  bool any = false;
  for (Record& record : list)
    if (record.date && *record.date < from) any |= forget(record);
  return any;
}

/// The last day on which this contact did anything, as far as it was told.
std::optional<Date> last_sign(const Snapshot& facts, const Contact& contact) {
  std::optional<Date> last;
  keep_latest(last, contact.objected_on);
  keep_latest(last, contact.opt_out_offered_on);
  for (const Consent& consent : contact.consents) {
    keep_latest(last, consent.given_on);
    keep_latest(last, consent.withdrawn_on);
  }
  for (const Activity& activity : facts.activities)
    if (activity.contact_id == contact.id) keep_latest(last, activity.date);
  for (const Quote& quote : facts.quotes)
    if (quote.contact_id == contact.id) keep_latest(last, quote.sent_on);
  for (const Inquiry& inquiry : facts.inquiries)
    if (inquiry.contact_id == contact.id && inquiry.at) keep_latest(last, day_of(*inquiry.at));
  return last;
}

}  // namespace

Date months_before(Date day, std::int64_t months) {
  const auto then = std::chrono::year_month_day{day} - std::chrono::months{months};
  return then.ok() ? Date{then} : Date{then.year() / then.month() / std::chrono::last};
}

Date facts_kept_from(const Settings& settings, Date as_of) {
  return std::min(months_before(as_of, settings.facts_months), window(as_of, 2).first);
}

bool has_outdated(const Snapshot& facts, Date from) {
  const auto old = [&](const std::optional<Date>& day) { return day && *day < from; };
  return std::ranges::any_of(facts.orders, [&](const Order& one) { return old(one.date); }) ||
         std::ranges::any_of(facts.credit_notes, [&](const CreditNote& one) { return old(one.date); }) ||
         std::ranges::any_of(facts.activities, [&](const Activity& one) { return old(one.date); }) ||
         std::ranges::any_of(facts.invoices, [&](const Invoice& one) { return old(one.date); }) ||
         std::ranges::any_of(facts.quotes, [&](const Quote& one) { return old(one.sent_on); }) ||
         std::ranges::any_of(facts.inquiries,
                             [&](const Inquiry& one) { return one.at && day_of(*one.at) < from; });
}

bool forget_details(Snapshot& facts, Date from) {
  bool any = forget_each(facts.orders, from);
  any |= forget_each(facts.credit_notes, from);
  any |= forget_each(facts.activities, from);
  any |= drop(facts.invoices, [&](const Invoice& invoice) { return settled_before(invoice, from); });
  any |= drop(facts.quotes, [&](const Quote& quote) {
    return quote.sent_on && *quote.sent_on < from && quote.status != QuoteStatus::none &&
           quote.status != QuoteStatus::open;
  });
  any |=
      drop(facts.inquiries, [&](const Inquiry& inquiry) { return inquiry.at && day_of(*inquiry.at) < from; });
  return any;
}

std::vector<std::string_view> silent_contacts(const Snapshot& facts, Date from) {
  std::vector<std::string_view> silent;
  if (facts.contacts.empty()) return silent;
  std::optional<Date> account = facts.account.since;
  for (const Order& order : facts.orders) keep_latest(account, order.date);
  for (const Invoice& invoice : facts.invoices) keep_latest(account, invoice.date);
  if (account && *account >= from) return silent;
  for (const Contact& contact : facts.contacts) {
    auto last = last_sign(facts, contact);
    keep_latest(last, account);
    if (last && *last < from && contact.id != facts.account.id) silent.push_back(contact.id);
  }
  return silent;
}

}  // namespace rendabel::rules
