// order_finder.hpp — the order that a credit note names.
// In: the orders of a snapshot.  Out: an order by id.  Method: an index is made only for many look-ups, so
// that a usual account costs nothing and a hostile one no square.
#pragma once
#include <string_view>
#include <unordered_map>

#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

class OrderFinder {
 public:
  explicit OrderFinder(const List<Order>& orders) : orders_(orders) {}

  /// The order, or nullptr when the snapshot has none of that id.
  const Order* find(std::string_view id) {
    if (++asked_ <= 4 || orders_.size() <= 16) return scan(id);
    if (index_.empty()) {
      index_.reserve(orders_.size());
      for (const Order& order : orders_) index_.emplace(order.id, &order);
    }
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : found->second;
  }

 private:
  const Order* scan(std::string_view id) const {
    for (const Order& order : orders_)
      if (order.id == id) return &order;
    return nullptr;
  }

  const List<Order>& orders_;
  std::unordered_map<std::string_view, const Order*> index_;
  int asked_ = 0;
};

}  // namespace rendabel::rules
