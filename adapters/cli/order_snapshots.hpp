// order_snapshots.hpp — an account's order sums as a snapshot document.
// In: sums per order.  Out: one line of JSON; Σ net + freight charged − credit notes = Σ of the lines, to the
// cent. Method: goods of a credit are a return; what is no goods there is a correction (domain.md 2).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "adapters/cli/order_lines.hpp"

namespace rendabel::cli {

/// What an order of the file becomes. Money in minor units, not negative but for `net`.
struct OrderPart {
  std::int64_t net = 0, freight_charged = 0;
};
struct CreditPart {
  bool goods = false;  ///< kind return; otherwise a correction
  std::int64_t amount = 0;
};
struct Parts {
  std::optional<OrderPart> order;
  std::vector<CreditPart> credits;
};

/// Splits an order's sums. `credit_prefix` empty: an order below zero is a credit.
Parts split(const OrderSum& order, const std::string& credit_prefix);

/// Neither an amount nor a customer: goods written off or found, no order of anybody.
bool is_stock_movement(const AccountSum& account, const OrderSum& order);

struct SnapshotOptions {
  std::string as_of, history_from, currency;  ///< the last two empty: not sent
  std::string credit_prefix;
  int decimals = 2;
};

/// The snapshot, without a line end.
std::string snapshot_text(const AccountSum& account, const SnapshotOptions& options);

}  // namespace rendabel::cli
