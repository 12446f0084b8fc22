#include "adapters/cli/order_lines.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>

#include "adapters/cli/countries.hpp"
#include "adapters/cli/days.hpp"
#include "adapters/cli/line_reader.hpp"

namespace rendabel::cli {
namespace {

constexpr std::size_t id_bytes_max = 128;

bool is_id(std::string_view text) {
  const bool control = std::any_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
  });
  return !text.empty() && text.size() <= id_bytes_max && !control;
}

std::uint64_t fingerprint_of(const std::vector<std::string_view>& cells) {
  Fingerprint row;
  for (const std::string_view cell : cells) {
    row.add(cell.data(), cell.size());
    row.add("\x1f", 1);  // so that ab,c and a,bc differ
  }
  return row.value();
}

}  // namespace

/// A row, read.
struct OrderLines::Line {
  std::string_view order, account, channel, group, name, item;
  std::string date, country;
  Millionths quantity = 0;
  Int128 exact = 0;
  std::int64_t net = 0;
  std::optional<Millionths> discount, cost;
};

std::string_view OrderLines::cell(LineField field, const std::vector<std::string_view>& cells) const {
  const int place = layout_.place_of(field);
  return place < 0 || static_cast<std::size_t>(place) >= cells.size()
             ? std::string_view{}
             : cells[static_cast<std::size_t>(place)];
}

void OrderLines::fault(std::int64_t record, LineField field, std::string why) {
  findings_.items.push_back({record, layout_.columns[field], std::move(why)});
  ++findings_.total;
}

bool OrderLines::read(Line& line, std::int64_t record, const std::vector<std::string_view>& cells) {
  const std::int64_t before = findings_.total;
  const auto number = [&](LineField field) -> std::optional<Millionths> {
    const std::string_view text = cell(field, cells);
    if (text.empty()) return {};
    const auto value = parse_decimal(text, layout_.point);
    if (!value) fault(record, field, fmt::format("no decimal number: {}", text));
    return value;
  };
  const auto needed = [&](LineField field) {
    const auto value = number(field);
    if (cell(field, cells).empty()) fault(record, field, "is empty");
    return value.value_or(0);
  };
  const auto text = [&](LineField field) {
    const std::string_view value = cell(field, cells);
    if (!simdjson::validate_utf8(value.data(), value.size())) fault(record, field, "no UTF-8");
    return value;
  };
  line.order = text(LineField::order);
  line.account = text(LineField::account);
  if (layout_.ids_lost_to_decimals && line.account.ends_with(".0")) line.account.remove_suffix(2);
  if (!is_id(line.order)) fault(record, LineField::order, "no id: 1 to 128 bytes without control characters");
  if (!line.account.empty() && !is_id(line.account))
    fault(record, LineField::account, "no id: at most 128 bytes without control characters");
  line.date = day_of(cell(LineField::date, cells), layout_.date_order);
  if (line.date.empty())
    fault(record, LineField::date,
          fmt::format("no day ({}): {}", layout_.date_order, cell(LineField::date, cells)));
  line.channel = text(LineField::channel);
  line.group = text(LineField::product_group);
  line.name = text(LineField::name);
  line.item = text(LineField::item);
  if (const std::string_view name = cell(LineField::country, cells); name != country_name_) {
    country_name_ = name;
    country_ = country_code(name);
  }
  line.country = country_;
  line.discount = number(LineField::discount);
  line.cost = number(LineField::cost);
  line.quantity = layout_.place_of(LineField::quantity) < 0 ? 0 : needed(LineField::quantity);
  constexpr Int128 one = 1'000'000;
  if (layout_.place_of(LineField::amount) >= 0) {
    line.exact = needed(LineField::amount) * one;
  } else {
    line.exact = Int128{line.quantity} * needed(LineField::price) - line.discount.value_or(0) * one;
  }
  constexpr Int128 limit = Int128{1'000'000'000'000} * exact_unit;  // past any amount that a book may hold
  if (line.exact > limit || line.exact < -limit)
    fault(record, LineField::order, "the line's amount is too large");
  if (findings_.total > before) return false;
  line.net = rounded(line.exact, decimals_);
  return true;
}

AccountSum& OrderLines::account_of(const Line& line, std::int64_t record) {
  const std::string id(line.account.empty() ? layout_.unassigned : line.account);
  const auto [place, added] = account_places_.try_emplace(id, accounts_.size());
  if (added) {
    accounts_.emplace_back();
    accounts_.back().id = id;
    accounts_.back().first_record = record;
    accounts_.back().unassigned = id == layout_.unassigned;
  }
  AccountSum& account = accounts_[place->second];
  if (!line.name.empty()) account.name = line.name;
  // The country of the latest line: customers move.
  if (!line.country.empty() && !account.unassigned && line.date >= account.country_date) {
    account.country = line.country;
    account.country_date = line.date;
  }
  return account;
}

OrderSum& OrderLines::order_of(const Line& line, AccountSum& account) {
  // Lines of an order mostly follow each other.
  if (!account.orders.empty() && account.orders.back().id == line.order) return account.orders.back();
  const auto [place, added] =
      order_places_.try_emplace((account.id + '\0').append(line.order), account.orders.size());
  if (added) {
    account.orders.emplace_back();
    account.orders.back().id = line.order;
    account.orders.back().date = line.date;
  }
  return account.orders[place->second];
}

void OrderLines::put(const Line& line, OrderSum& order) {
  order.date = std::min(order.date, line.date);
  order.worth_something = order.worth_something || line.exact != 0;
  const std::string item = upper(line.item);
  if (layout_.freight_items.contains(item)) {
    order.freight += line.net;
    ++order.freight_lines;
    return;
  }
  if (layout_.correction_items.contains(item)) {
    order.corrections += line.net;
    return;
  }
  order.goods += line.net;
  ++order.goods_lines;
  order.items += line.quantity;
  constexpr Int128 one = 1'000'000;
  order.discount_known = order.discount_known && line.discount.has_value();
  order.discount += rounded(line.discount.value_or(0) * one, decimals_);
  order.cost_known = order.cost_known && line.cost.has_value();
  order.cost += rounded(line.cost.value_or(0) * one, decimals_);
  if (order.channel.empty()) order.channel = line.channel;
  auto& groups = order.product_groups;
  if (!line.group.empty() && std::find(groups.begin(), groups.end(), line.group) == groups.end())
    groups.emplace_back(line.group);
}

void OrderLines::add(std::int64_t record, const std::vector<std::string_view>& cells) {
  Line line;
  if (!read(line, record, cells)) return;
  fingerprints_.push_back(fingerprint_of(cells));
  ++counts_.lines;
  if (line.account.empty()) ++counts_.unassigned_lines;
  if (!layout_.credit_prefix.empty() && line.order.starts_with(layout_.credit_prefix))
    ++counts_.cancellation_lines;
  counts_.exact += line.exact;
  counts_.rounded += line.net;
  put(line, order_of(line, account_of(line, record)));
}

LineCounts OrderLines::finish() {
  std::sort(fingerprints_.begin(), fingerprints_.end());
  counts_.duplicates =
      counts_.lines - (std::unique(fingerprints_.begin(), fingerprints_.end()) - fingerprints_.begin());
  fingerprints_ = {};
  for (const AccountSum& account : accounts_) {
    counts_.invoices += static_cast<std::int64_t>(account.orders.size());
    if (!account.unassigned) ++counts_.customers;
  }
  return counts_;
}

}  // namespace rendabel::cli
