// build_snapshot.hpp — small hand-written snapshots for tests: name what matters, leave the rest unknown.
// In: changes to plain structs.  Out: a Snapshot whose lists live in the builder.  Never: JSON.
//   SnapshotBuilder book("A1", "2026-11-23");
//   book.order("2026-05-01", 100'00, [](Order& o) { o.cost_of_goods = 60'00; }).no_invoices().build();
#pragma once
#include <deque>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "plugin/base/snapshot.hpp"

namespace rendabel::test {

/// A day of the calendar; a wrong date in a test is an exception.
inline Date on(std::string_view text) {
  const auto day = parse_date(text);
  if (!day) throw std::invalid_argument("no date: " + std::string(text));
  return *day;
}

/// Money as whole units: 12 = 12.00.
constexpr Cents euros(std::int64_t whole) { return whole * 100; }
constexpr Micro whole(std::int64_t units) { return {units * micro}; }

/// Lists that nothing was said of are unknown; `no_*()` makes them known to be empty. The builder owns the
/// lists: it outlives its snapshots, and a snapshot holds until the next change.
class SnapshotBuilder {
 public:
  SnapshotBuilder(std::string_view id, std::string_view as_of) {
    snapshot_.account.id = keep(id);
    snapshot_.as_of = on(as_of);
  }
  // A copy would look into the lists of the one it was made from; a move takes them along.
  SnapshotBuilder(SnapshotBuilder&&) = default;
  SnapshotBuilder(const SnapshotBuilder&) = delete;
  SnapshotBuilder& operator=(const SnapshotBuilder&) = delete;

  Account& account() { return snapshot_.account; }
  template <class Change>
  SnapshotBuilder& account(Change change) {
    change(snapshot_.account);
    return *this;
  }
  SnapshotBuilder& as_of(std::string_view day) {
    snapshot_.as_of = on(day);
    return *this;
  }

  /// An order of `net` minor units; ids count up: order-1, order-2, …
  template <class Change = void (*)(Order&)>
  SnapshotBuilder& order(
      Date day, Cents net, Change change = [](Order&) {}) {
    Order& added = add(orders_, "order-");
    added.date = day;
    added.net_amount = net;
    change(added);
    return *this;
  }
  template <class Change = void (*)(Order&)>
  SnapshotBuilder& order(
      std::string_view day, Cents net, Change change = [](Order&) {}) {
    return order(on(day), net, change);
  }
  template <class Change = void (*)(CreditNote&)>
  SnapshotBuilder& credit_note(
      Date day, Cents amount, Change change = [](CreditNote&) {}) {
    CreditNote& added = add(credit_notes_, "credit-");
    added.date = day;
    added.amount = amount;
    change(added);
    return *this;
  }
  template <class Change = void (*)(CreditNote&)>
  SnapshotBuilder& credit_note(
      std::string_view day, Cents amount, Change change = [](CreditNote&) {}) {
    return credit_note(on(day), amount, change);
  }
  template <class Change = void (*)(Invoice&)>
  SnapshotBuilder& invoice(
      Date day, Cents amount_incl_tax, Change change = [](Invoice&) {}) {
    Invoice& added = add(invoices_, "invoice-");
    added.date = day;
    added.amount_incl_tax = amount_incl_tax;
    change(added);
    return *this;
  }
  template <class Change = void (*)(Invoice&)>
  SnapshotBuilder& invoice(
      std::string_view day, Cents amount_incl_tax, Change change = [](Invoice&) {}) {
    return invoice(on(day), amount_incl_tax, change);
  }
  template <class Change = void (*)(Quote&)>
  SnapshotBuilder& quote(
      std::string_view sent_on, Cents amount, Change change = [](Quote&) {}) {
    Quote& added = add(quotes_, "quote-");
    added.sent_on = on(sent_on);
    added.amount = amount;
    change(added);
    return *this;
  }
  template <class Change = void (*)(Inquiry&)>
  SnapshotBuilder& inquiry(
      std::string_view at, Change change = [](Inquiry&) {}) {
    Inquiry& added = add(inquiries_, "inquiry-");
    added.at = parse_moment(at);
    if (!added.at) throw std::invalid_argument("no moment: " + std::string(at));
    change(added);
    return *this;
  }
  template <class Change = void (*)(Activity&)>
  SnapshotBuilder& activity(
      Date day, std::string_view kind, Change change = [](Activity&) {}) {
    Activity& added = add(activities_, "activity-");
    added.date = day;
    added.kind = keep(kind);
    change(added);
    return *this;
  }
  template <class Change = void (*)(Activity&)>
  SnapshotBuilder& activity(
      std::string_view day, std::string_view kind, Change change = [](Activity&) {}) {
    return activity(on(day), kind, change);
  }
  template <class Change = void (*)(Contact&)>
  SnapshotBuilder& contact(
      std::string_view id, Change change = [](Contact&) {}) {
    Contact& added = add(contacts_, "contact-");
    added.id = keep(id);
    change(added);
    return *this;
  }

  SnapshotBuilder& no_orders() { return known(orders_); }
  SnapshotBuilder& no_credit_notes() { return known(credit_notes_); }
  SnapshotBuilder& no_invoices() { return known(invoices_); }
  SnapshotBuilder& no_quotes() { return known(quotes_); }
  SnapshotBuilder& no_inquiries() { return known(inquiries_); }
  SnapshotBuilder& no_activities() { return known(activities_); }
  /// Everything that was not named is known to be none.
  SnapshotBuilder& nothing_else() {
    return no_orders().no_credit_notes().no_invoices().no_quotes().no_inquiries().no_activities();
  }

  /// Payments of an invoice under construction: {day, minor units} each; {} = known to be unpaid.
  List<Payment> payments(const std::vector<std::pair<Date, Cents>>& paid) {
    auto& kept = payments_.emplace_back();
    for (const auto& [day, amount] : paid) kept.push_back({day, amount, PaymentKind::money});
    return {std::span<Payment>(kept), true};
  }
  /// A text that lives as long as the builder.
  std::string_view keep(std::string_view text) { return texts_.emplace_back(text); }

  std::vector<Order>& orders() { return orders_.items; }
  std::vector<CreditNote>& credit_notes() { return credit_notes_.items; }
  std::vector<Invoice>& invoices() { return invoices_.items; }
  std::vector<Activity>& activities() { return activities_.items; }

  Snapshot build() {
    snapshot_.orders = list(orders_);
    snapshot_.credit_notes = list(credit_notes_);
    snapshot_.invoices = list(invoices_);
    snapshot_.quotes = list(quotes_);
    snapshot_.inquiries = list(inquiries_);
    snapshot_.activities = list(activities_);
    snapshot_.contacts = list(contacts_);
    return snapshot_;
  }

 private:
  template <class T>
  struct Kept {
    std::vector<T> items;
    bool known = false;
  };
  template <class T>
  T& add(Kept<T>& to, const char* prefix) {
    to.known = true;
    T& added = to.items.emplace_back();
    added.id = keep(prefix + std::to_string(to.items.size()));
    return added;
  }
  template <class T>
  SnapshotBuilder& known(Kept<T>& list_of) {
    list_of.known = true;
    return *this;
  }
  template <class T>
  static List<T> list(Kept<T>& kept) {
    return {std::span<T>(kept.items), kept.known};
  }

  Snapshot snapshot_;
  Kept<Order> orders_;
  Kept<CreditNote> credit_notes_;
  Kept<Invoice> invoices_;
  Kept<Quote> quotes_;
  Kept<Inquiry> inquiries_;
  Kept<Activity> activities_;
  Kept<Contact> contacts_;
  std::deque<std::vector<Payment>> payments_;
  std::deque<std::string> texts_;
};

}  // namespace rendabel::test
