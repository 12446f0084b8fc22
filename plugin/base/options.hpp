// options.hpp — what a host may ask with a call: the config of an engine and the options of every entry
// point. Names, limits and meanings for the host stand in options_fields.hpp.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/describe.hpp"

namespace rendabel {

enum class Durability : std::uint8_t { normal, full };
template <>
struct Names<Durability> {
  static constexpr std::array<std::string_view, 2> values{"normal", "full"};
};

/// engine_open's document (contract.md 3).
struct Config {
  std::string store;                    ///< directory, made if absent
  std::int64_t busy_timeout_ms = 5000;  ///< 0–600,000
  Durability durability = Durability::normal;
};

enum class FieldSet : std::uint8_t { full, summary };
template <>
struct Names<FieldSet> {
  static constexpr std::array<std::string_view, 2> values{"full", "summary"};
};

/// What a report is put into.
enum class ReportFormat : std::uint8_t { html, svg, csv };
template <>
struct Names<ReportFormat> {
  static constexpr std::array<std::string_view, 3> values{"html", "svg", "csv"};
};

/// Who called whom.
enum class CallDirection : std::uint8_t { out, in };
template <>
struct Names<CallDirection> {
  static constexpr std::array<std::string_view, 2> values{"out", "in"};
};

/// An agent who is here today and for how long.
struct Present {
  std::string id;
  std::optional<std::int64_t> minutes;  ///< left out: as in settings
};

/// `what_if` of a preview: the account as its last 365 days would have been.
struct WhatIf {
  std::optional<Micro>
      discount_percent;                ///< points; discount = percent × list, interest moves with the price
  std::optional<std::int64_t> orders;  ///< the same goods in that many orders
  std::optional<Cents> order_value;    ///< mean value of an order: as many orders as that takes
  std::optional<Micro> days_late;      ///< mean days after the due date
  std::optional<bool>
      charge_shipping;  ///< what orders that may be charged their freight cost more is charged
  std::optional<Cents> small_order_fee;  ///< asked for every order below break-even
  std::string channel;                   ///< all orders, with their lines, go through it
  std::string delivery;                  ///< all invoices are delivered so
  std::optional<Micro> visits;           ///< visits line × visits / visits done
  std::optional<Micro> calls;            ///< likewise

  bool operator==(const WhatIf&) const = default;
};

/// The options of every call in one struct; read_options says which of them a call takes.
struct Options {
  std::string language;  ///< empty: the first of settings' languages
  bool text = true;      ///< false: no sentences
  std::string after;     ///< accounts_get: only ids after it, bytewise
  std::optional<std::int64_t> limit;
  std::optional<std::int64_t> changed_since;  ///< accounts_get: only accounts saved after this sequence
  FieldSet fields = FieldSet::full;
  std::string contact_id;                       ///< account_erase: this person only
  bool quick = false;                           ///< store_check
  std::optional<std::vector<Present>> present;  ///< calls_plan: who is here
  bool replan = false;
  std::string agent;
  std::optional<Lane> lane;
  WhatIf what_if;  ///< account_preview
  ReportFormat format = ReportFormat::html;
  std::string part;        ///< report_get: the chart or table wanted
  std::string account_id;  ///< report_get: this account instead of the book; call_open: the account
  std::string phone;       ///< call_open: the number on the line, as the telephone shows it
  CallDirection direction = CallDirection::out;  ///< call_open
  bool amounts = true;  ///< calls_next, call_open: false for agents who may not see results
};

}  // namespace rendabel
