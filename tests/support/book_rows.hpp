// book_rows.hpp — narrow rows of a made-up book, layered as a refresh would, and the book drawn up from them.
#pragma once
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "plugin/rules/book.hpp"
#include "plugin/rules/pyramid.hpp"

namespace rendabel::test {

struct BookTable {
  static inline const Date day{std::chrono::year{2026} / 11 / 23};
  std::deque<std::string> ids;
  std::deque<bool> ordered;
  std::vector<rules::BookRow> rows;
  Settings settings;
  std::vector<LedgerTotal> ledger;
  std::optional<Date> since;

  /// Revenue other than 0 was ordered in the window; who has none never ordered, unless told so.
  rules::BookRow& add(const std::string& id, std::optional<Cents> revenue,
                      std::optional<Cents> result = std::nullopt, bool ever = false) {
    auto& row = rows.emplace_back();
    row.account_id = ids.emplace_back(id);
    ordered.push_back(ever || revenue.value_or(0) != 0);
    row.bought = revenue.value_or(0) != 0;
    row.booked = revenue.value_or(0);
    row.result.net_revenue = revenue;
    row.result.net_result = result;
    return row;
  }
  std::string id_of(std::int64_t place) const { return ids[static_cast<std::size_t>(place)]; }

  LayerThresholds thresholds() const {
    std::vector<rules::Customer> customers;
    for (std::size_t n = 0; n < rows.size(); ++n)
      if (!rows[n].unassigned && rows[n].result.net_revenue.value_or(0) > 0)
        customers.push_back({*rows[n].result.net_revenue, static_cast<std::int64_t>(n)});
    return rules::layer_thresholds(customers, [this](std::int64_t place) { return id_of(place); });
  }
  /// The rows come in order, or from the last to the first.
  Book book(bool backwards = false) const {
    auto layered = rows;
    const auto cuts = thresholds();
    for (std::size_t n = 0; n < layered.size(); ++n) {
      auto& row = layered[n];
      row.place = static_cast<std::int64_t>(n);
      const auto& revenue = row.result.net_revenue;
      if (revenue && !row.unassigned) row.layer = rules::layer_of(cuts, *revenue, ordered[n], row.account_id);
    }
    if (backwards) std::reverse(layered.begin(), layered.end());
    const auto each = [&](const std::function<void(const rules::BookRow&)>& take) {
      for (const auto& row : layered) take(row);
    };
    return rules::draw_up({each, [this](std::int64_t place) { return id_of(place); }},
                          {day, settings, ledger, cuts, since});
  }
};

}  // namespace rendabel::test
