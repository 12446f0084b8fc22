#include "plugin/rules/account_statistic.hpp"

#include <algorithm>
#include <iterator>

#include "plugin/base/cross_sell.hpp"
#include "plugin/base/exact.hpp"
#include "plugin/rules/buying_model_statistics.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/order_finder.hpp"
#include "plugin/rules/rhythm.hpp"

namespace rendabel::rules {
namespace {

/// What the goods of an order cost, as far as they are known.
struct Cost {
  std::optional<Int128> amount;
  bool assumed = false;
};

/// The margins of an account's order days, added up order by order and note by note.
class MarginDays {
 public:
  MarginDays(const std::vector<Date>& order_days, const Settings& settings)
      : order_days_(order_days), settings_(settings), days_(order_days.size()) {}

  void add(const Order& order) {
    Day* day = find(*order.date);
    if (day == nullptr) return;
    const auto net = complete(order).net;
    const Cost cost = net ? cost_of(order, *net) : Cost{};
    if (!cost.amount) return void(day->unknown = true);
    day->margin = checked_add(day->margin, *net - *cost.amount);
    day->assumed = day->assumed || cost.assumed;
  }
  /// A note takes from the day of the order it names, whenever it was written: what came back brought
  /// nothing. One that names none takes from its own day.
  void take_off(const CreditNote& note, const Order* named) {
    Day* day = find(named != nullptr ? *named->date : *note.date);
    if (day == nullptr) return;
    day->margin = checked_add(day->margin, -Int128{*note.amount});
    if (note.kind != CreditKind::none && note.kind != CreditKind::return_) return;
    const Cost back = cost_back(note, named);
    if (!back.amount) return void(day->unknown = true);
    day->margin = checked_add(day->margin, *back.amount);
    day->assumed = day->assumed || back.assumed;
  }
  void into(BuyerStatistic& buyer) const {
    Int128 sum = 0;
    for (const Day& day : days_) {
      if (day.unknown) continue;
      buyer.margin_known = true;
      if (day.margin <= 0) continue;
      ++buyer.margin_days;
      sum = checked_add(sum, day.margin);
      buyer.margin_assumed = buyer.margin_assumed || day.assumed;
    }
    buyer.margin = to_cents(sum);
  }

 private:
  struct Day {
    Int128 margin = 0;
    bool unknown = false, assumed = false;
  };

  Day* find(Date date) {
    const auto found = std::lower_bound(order_days_.begin(), order_days_.end(), date);
    if (found == order_days_.end() || *found != date) return nullptr;
    return &days_[static_cast<std::size_t>(found - order_days_.begin())];
  }
  Cost assumed_cost(Int128 net) const {
    if (!settings_.gross_margin_assumed) return {};
    return {round_half_away(net * (micro - settings_.gross_margin_assumed->millionths), micro), true};
  }
  Cost cost_of(const Order& order, Cents net) const {
    if (order.cost_of_goods) return {Int128{*order.cost_of_goods}};
    return assumed_cost(net);
  }
  Cost cost_back(const CreditNote& note, const Order* named) const {
    if (note.cost_of_goods) return {Int128{*note.cost_of_goods}};
    const auto net = named != nullptr ? complete(*named).net : std::nullopt;
    if (net && *net > 0 && named->cost_of_goods)
      return {round_half_away(Int128{*note.amount} * *named->cost_of_goods, *net)};
    return assumed_cost(*note.amount);
  }

  const std::vector<Date>& order_days_;
  const Settings& settings_;
  std::vector<Day> days_;
};

bool bought(const Order& order) { return complete(order).net.value_or(1) > 0; }

}  // namespace

std::optional<BuyerStatistic> buyer_statistic_of(const Snapshot& snapshot, const std::vector<Date>& days,
                                                 const Settings& settings, Date as_of) {
  if (days.empty()) return std::nullopt;
  BuyerStatistic buyer = buyer_statistic(days);
  MarginDays margins(days, settings);
  for (const Order& order : snapshot.orders)
    if (*order.date <= as_of) margins.add(order);
  OrderFinder finder(snapshot.orders);
  for (const CreditNote& note : snapshot.credit_notes)
    if (*note.date <= as_of)
      margins.take_off(note, note.order_id.empty() ? nullptr : finder.find(note.order_id));
  margins.into(buyer);
  return buyer;
}

std::vector<std::string_view> product_groups_of(const Snapshot& snapshot, Date as_of) {
  const Date from = window(as_of, 2).first;
  std::vector<std::string_view> groups;
  for (const Order& order : snapshot.orders)
    if (*order.date >= from && *order.date <= as_of && bought(order))
      std::copy(order.product_groups.begin(), order.product_groups.end(), std::back_inserter(groups));
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  if (groups.size() > account_groups_max) groups.resize(account_groups_max);
  return groups;
}

AccountStatistic statistic_of(const Snapshot& snapshot, const Settings& settings, Date as_of) {
  AccountStatistic statistic;
  if (snapshot.account.unassigned.value_or(false)) return statistic;
  // Whose history is cut off has no known age, and its first order day is none.
  if (!snapshot.account.history_from)
    statistic.buyer = buyer_statistic_of(snapshot, order_days(snapshot, as_of), settings, as_of);
  statistic.product_groups = product_groups_of(snapshot, as_of);
  return statistic;
}

}  // namespace rendabel::rules
