// remedy_code.hpp — the eight remedies by name: what can be done about a cost.
// Plain data that the rules, the store and the answers share.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "plugin/base/describe.hpp"

namespace rendabel {

/// What to do about a cost [M1 'Wat kunt u doen'], in the source's order.
enum class RemedyCode : std::uint8_t {
  reset_discount,
  raise_order_size,
  enforce_terms,
  charge_shipping,
  charge_small_order,
  shift_channel,
  shift_invoice,
  replace_visits,
};
template <>
struct Names<RemedyCode> {
  static constexpr std::array<std::string_view, 8> values{
      "reset_discount",     "raise_order_size", "enforce_terms", "charge_shipping",
      "charge_small_order", "shift_channel",    "shift_invoice", "replace_visits"};
};

}  // namespace rendabel
