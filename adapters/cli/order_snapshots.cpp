#include "adapters/cli/order_snapshots.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "adapters/cli/json.hpp"

namespace rendabel::cli {
namespace {

Parts split_credit(const OrderSum& order) {
  Parts parts;
  std::int64_t rest = -(order.corrections + order.freight);
  if (order.goods_lines > 0 && order.goods <= 0) {
    parts.credits.push_back({true, -order.goods});
  } else {
    rest -= order.goods;
  }
  // A credit note's amount is positive; what a credit takes from the customer is an order without goods.
  if (rest > 0) parts.credits.push_back({false, rest});
  if (rest < 0) parts.order = OrderPart{-rest, 0};
  return parts;
}

Parts split_order(const OrderSum& order) {
  Parts parts;
  const std::int64_t net = order.goods + order.corrections;
  const bool only_taken_off = order.goods_lines == 0 && net < 0;
  if (only_taken_off) parts.credits.push_back({false, -net});
  if (order.freight < 0) parts.credits.push_back({false, -order.freight});
  const std::int64_t freight = order.freight > 0 ? order.freight : 0;
  if (!only_taken_off || freight > 0) parts.order = OrderPart{only_taken_off ? 0 : net, freight};
  return parts;
}

void append_order(std::string& out, const OrderSum& order, const OrderPart& part, int decimals) {
  const auto money = [&](std::int64_t minor) { return amount_text(minor, decimals); };
  out += fmt::format(R"({{"id":{},"date":"{}","net_amount":{})", json_text(order.id), order.date,
                     money(part.net));
  if (order.goods_lines > 0 && order.discount_known)
    out += fmt::format(R"(,"discount_amount":{})", money(order.discount));
  if (order.goods_lines > 0 && order.cost_known)
    out += fmt::format(R"(,"cost_of_goods":{})", money(order.cost));
  if (order.freight_lines > 0) out += fmt::format(R"(,"freight_charged":{})", money(part.freight_charged));
  out += fmt::format(R"(,"lines":{})", order.goods_lines);
  if (order.items >= 0) out += fmt::format(R"(,"items":{})", exact_text(Int128{order.items} * 1'000'000, 0));
  if (!order.channel.empty()) out += fmt::format(R"(,"channel":{})", json_text(order.channel));
  for (std::size_t i = 0; i < order.product_groups.size(); ++i) {
    out += (i == 0 ? R"(,"product_groups":[)" : ",") + json_text(order.product_groups[i]);
  }
  out += order.product_groups.empty() ? "}" : "]}";
}

void append_credit(std::string& out, const OrderSum& order, const CreditPart& part, std::size_t number,
                   int decimals) {
  // One credit of the file may give two notes; the first keeps its id.
  const std::string id = number == 0 ? order.id : fmt::format("{}/{}", order.id, number + 1);
  out += fmt::format(R"({{"id":{},"date":"{}","kind":"{}","amount":{})", json_text(id), order.date,
                     part.goods ? "return" : "correction", amount_text(part.amount, decimals));
  if (part.goods && order.cost_known)
    out += fmt::format(R"(,"cost_of_goods":{})", amount_text(std::abs(order.cost), decimals));
  if (part.goods)
    out += fmt::format(R"(,"items":{})", exact_text(Int128{std::abs(order.items)} * 1'000'000, 0));
  out += '}';
}

std::string account_text(const AccountSum& account, const SnapshotOptions& options) {
  std::string out = fmt::format(R"({{"id":{})", json_text(account.id));
  if (account.unassigned) out += R"(,"unassigned":true)";
  if (!account.name.empty()) out += fmt::format(R"(,"name":{})", json_text(account.name));
  if (!account.country.empty()) out += fmt::format(R"(,"country":"{}")", account.country);
  if (!options.history_from.empty()) out += fmt::format(R"(,"history_from":"{}")", options.history_from);
  if (!options.currency.empty()) out += fmt::format(R"(,"currency":{})", json_text(options.currency));
  return out + '}';
}

}  // namespace

bool is_stock_movement(const AccountSum& account, const OrderSum& order) {
  return account.unassigned && !order.worth_something;
}

Parts split(const OrderSum& order, const std::string& credit_prefix) {
  const bool credit =
      credit_prefix.empty() ? order.goods + order.corrections < 0 : order.id.starts_with(credit_prefix);
  return credit ? split_credit(order) : split_order(order);
}

std::string snapshot_text(const AccountSum& account, const SnapshotOptions& options) {
  std::string orders;
  std::string credits;
  for (const OrderSum& order : account.orders) {
    if (is_stock_movement(account, order)) continue;
    const Parts parts = split(order, options.credit_prefix);
    if (parts.order) {
      if (!orders.empty()) orders += ',';
      append_order(orders, order, *parts.order, options.decimals);
    }
    for (std::size_t i = 0; i < parts.credits.size(); ++i) {
      if (!credits.empty()) credits += ',';
      append_credit(credits, order, parts.credits[i], i, options.decimals);
    }
  }
  return fmt::format(R"({{"account":{},"as_of":"{}","orders":[{}],"credit_notes":[{}]}})",
                     account_text(account, options), options.as_of, orders, credits);
}

}  // namespace rendabel::cli
