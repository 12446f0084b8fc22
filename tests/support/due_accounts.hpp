// due_accounts.hpp — who is due to be kept in touch with, by a look at every row: the long way that the index
// and the count of store/touch are held against.
#pragma once
#include <algorithm>
#include <random>
#include <vector>

#include "plugin/store/store.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {

struct Chance {
  std::mt19937 source;
  int below(int n) { return static_cast<int>(source() % static_cast<unsigned>(n)); }
  bool one_in(int n) { return below(n) == 0; }
};

/// Everybody due, by worth: every row is read, and judged here.
inline std::vector<store::AccountKey> all_due(store::Store& store, Date day,
                                              const std::vector<store::TouchLayer>& layers) {
  std::vector<store::Quiet> found;
  auto rows = store.database().rows("SELECT account, since, revenue, worth, days FROM account_touch");
  while (rows.next()) {
    const auto revenue = rows.maybe_integer(2);
    auto wait = rows.maybe_integer(4);
    const auto layer = std::ranges::find_if(layers, [&](const store::TouchLayer& each) {
      return each.revenue_from ? revenue && *revenue > 0 && *revenue >= *each.revenue_from : !revenue;
    });
    if (layer != layers.end()) wait = std::min(wait.value_or(layer->days), layer->days);
    if (wait && rows.date(1) + days{*wait} < day) found.push_back({rows.integer(3), rows.integer(0)});
  }
  std::ranges::sort(found, [](const store::Quiet& left, const store::Quiet& right) { return right < left; });
  std::vector<store::AccountKey> out;
  for (const auto& one : found) out.push_back(one.account);
  return out;
}

}  // namespace rendabel::test
