#include "plugin/rules/drivers.hpp"

#include <algorithm>

#include "plugin/rules/late_payment.hpp"
#include "plugin/rules/order_finder.hpp"

namespace rendabel::rules {
namespace {

class Collector {
 public:
  Collector(const Snapshot& snapshot, const Settings& settings, const Rates& rates, Date as_of)
      : snapshot_(snapshot), settings_(settings), rates_(rates), as_of_(as_of), finder_(snapshot.orders) {}

  AccountDrivers collect() {
    prepare();
    add_all();
    return std::move(result_);
  }

  Drivers collect(const Window& only) {
    only_ = only;
    prepare();
    result_.windows[0].window = only;
    result_.windows[0].complete =
        !snapshot_.account.history_from || only.first >= *snapshot_.account.history_from;
    add_all();
    return std::move(result_.windows[0]);
  }

 private:
  void add_all() {
    for (const Order& order : snapshot_.orders) add_order(order);
    for (const CreditNote& note : snapshot_.credit_notes)
      if (Drivers* window = window_of(*note.date)) add_credit_note(*window, note);
    for (const Invoice& invoice : snapshot_.invoices) add_invoice(invoice);
    for (const Activity& activity : snapshot_.activities) {
      Drivers* window = activity.planned.value_or(false) ? nullptr : window_of(*activity.date);
      if (window != nullptr) add_activity(*window, activity);
    }
    finish();
  }

  void prepare() {
    const auto& history_from = snapshot_.account.history_from;
    result_.truncated = history_from.has_value();
    for (int k = 0; k < 3; ++k) {
      Drivers& drivers = result_.windows[static_cast<std::size_t>(k)];
      drivers.window = window(as_of_, k);
      drivers.complete = !history_from || drivers.window.first >= *history_from;
      drivers.orders_known = snapshot_.orders.known;
      drivers.credit_notes_known = snapshot_.credit_notes.known;
      drivers.invoices_known = snapshot_.invoices.known;
      drivers.activities_known = snapshot_.activities.known;
      drivers.orders_by_channel.resize(rates_.order.size());
      drivers.lines_by_channel.resize(rates_.order_line.size());
      drivers.invoices_by_delivery.resize(rates_.invoice.size());
      drivers.own.resize(rates_.own.size());
    }
    earliest_ = snapshot_.account.since;
  }

  Drivers* window_of(Date day) {
    if (only_) return only_->contains(day) ? result_.windows.data() : nullptr;
    if (day > as_of_) return nullptr;
    const auto k = (as_of_ - day).count() / 365;
    return k < 3 ? &result_.windows[static_cast<std::size_t>(k)] : nullptr;
  }

  void seen(Date day) {
    if (!earliest_ || day < *earliest_) earliest_ = day;
  }

  void add_order(const Order& order) {
    if (*order.date > as_of_) return;
    seen(*order.date);
    result_.ever_ordered = true;
    if (!result_.first_order_on || *order.date < *result_.first_order_on) result_.first_order_on = order.date;
    Drivers* window = window_of(*order.date);
    if (window == nullptr) return;
    rules::add_order(*window, order, rates_);
  }

  void add_credit_note(Drivers& to, const CreditNote& note) {
    ++to.credit_notes;
    to.credited += *note.amount;
    if (note.kind == CreditKind::bonus) to.bonus += *note.amount;
    if (note.kind == CreditKind::bonus || note.kind == CreditKind::correction) return;
    ++to.returns;
    if (note.items)
      to.return_items += note.items->millionths;
    else
      ++to.return_items_unknown;
    give_back(to.goods, note);
  }

  // So that an order and its full return leave no margin over the two periods together (domain.md 2).
  void give_back(Goods& goods, const CreditNote& note) {
    if (note.cost_of_goods) {
      ++goods.back_with_cost;
      goods.cost_back += *note.cost_of_goods;
      return;
    }
    const Order* order = note.order_id.empty() ? nullptr : finder_.find(note.order_id);
    const auto net = order != nullptr ? complete(*order).net : std::nullopt;
    if (net && *net > 0 && order->cost_of_goods) {
      ++goods.back_with_cost;
      goods.cost_back_share.add(Int128{*note.amount} * *order->cost_of_goods, *net);
      return;
    }
    ++goods.back_without_cost;
    goods.back_net_without_cost += *note.amount;
  }

  void add_invoice(const Invoice& invoice) {
    if (*invoice.date > as_of_) return;
    seen(*invoice.date);
    if (Drivers* window = window_of(*invoice.date)) {
      ++window->invoices;
      ++window->invoices_by_delivery[rates_.invoice.place(invoice.delivery)];
      if (invoice.delivery.empty()) ++window->delivery_unknown;
      window->reminders += invoice.reminders.value_or(0);
      if (!invoice.reminders) ++window->reminders_unknown;
    }
    if (*invoice.amount_incl_tax <= 0) return;
    for (std::size_t k = 0; k < (only_ ? 1U : 2U); ++k)
      if (*invoice.date <= result_.windows[k].window.last) add_receivable(result_.windows[k], invoice);
  }

  void add_receivable(Drivers& to, const Invoice& invoice) const {
    const Lateness late = lateness(invoice, snapshot_.account, settings_.late_payment_mode, to.window);
    if (!late.counts) return;
    ++to.receivables;
    if (late.known) ++to.receivables_known;
    if (!late.known && invoice.payments.known) ++to.due_date_unknown;
    to.cent_days = checked_add(to.cent_days, late.cent_days);
    to.cent_days_late = checked_add(to.cent_days_late, late.cent_days_late);
    if (!late.due_in_window || !late.late_known) return;
    ++to.due_invoices;
    to.due_amount += *invoice.amount_incl_tax;
    to.due_cent_days = checked_add(to.due_cent_days, late.cent_days_late);
  }

  void add_activity(Drivers& to, const Activity& activity) const {
    if (activity.kind == "visit") return add_done(to.visits, activity, &rates_.visit);
    if (activity.kind == "call") return add_done(to.calls, activity, &rates_.call);
    if (const auto place = rates_.own_place(activity.kind))
      return add_done(to.own[*place], activity, &rates_.own[*place].cost);
    add_done(to.unrated[activity.kind], activity, nullptr);
  }

  static void add_done(Done& to, const Activity& activity, const UnitCost* rate) {
    const std::int64_t quantity = activity.quantity.value_or(Micro{micro}).millionths;
    ++to.count;
    to.quantity += quantity;
    if (activity.minutes) to.minutes += activity.minutes->millionths;
    if (activity.cost) {
      ++to.costed;
      to.own_cost += *activity.cost;
    } else if (rate != nullptr && !rate->per_hour) {
      ++to.costed;
      to.at_rate += quantity;
    } else if (rate != nullptr && activity.minutes) {
      ++to.costed;
      to.minutes_at_rate += activity.minutes->millionths;
    }
  }

  void finish() {
    if (earliest_) result_.age_days = (as_of_ - *earliest_).count();
    if (!result_.first_order_on) return;
    if (Drivers* window = window_of(*result_.first_order_on))
      (result_.truncated ? window->first_order_unknown : window->first_order) = true;
  }

  const Snapshot& snapshot_;
  const Settings& settings_;
  const Rates& rates_;
  Date as_of_;
  OrderFinder finder_;
  std::optional<Window> only_;  ///< this window instead of windows 0–2
  std::optional<Date> earliest_;
  AccountDrivers result_;
};

}  // namespace

AccountDrivers collect_drivers(const Snapshot& snapshot, const Settings& settings, const Rates& rates,
                               Date as_of) {
  return Collector(snapshot, settings, rates, as_of).collect();
}

Drivers collect_window(const Snapshot& snapshot, const Settings& settings, const Rates& rates,
                       const Window& window) {
  return Collector(snapshot, settings, rates, window.last).collect(window);
}

}  // namespace rendabel::rules
