// options_fields.hpp — the fields of the config and of every call's options, one line each (contract.md 1–3).
// The reader checks with it and the schemas are written from it; which call takes which key stands in
// abi/rendabel.h.
#pragma once
#include "plugin/base/describe.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/settings_fields.hpp"

namespace rendabel {

// clang-format off
template <> struct Description<Config> {
  static constexpr std::string_view name = "config";
  static constexpr auto fields = std::tuple{
      required(Text{4000}, "store", &Config::store, "Directory of the store, made if absent; one store is one company's book"),
      field(Count{0, 600'000}, "busy_timeout_ms", &Config::busy_timeout_ms, "How long to wait for another process, milliseconds; 250 on a host's save path"),
      field(Choice<Durability>{}, "durability", &Config::durability, "full: facts survive a power cut too; own state always does")};
};

template <> struct Description<Present> {
  static constexpr std::string_view name = "present";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Present::id, "The agent's id in settings"),
      field(Count{0, 1440}, "minutes", &Present::minutes, "Minutes of calling today; unset: as in settings")};
};

template <> struct Description<WhatIf> {
  static constexpr std::string_view name = "what_if";
  static constexpr auto fields = std::tuple{
      field(Decimal{0, 100}, "discount_percent", &WhatIf::discount_percent, "Discount in percent points on every order of the year"),
      field(Count{1, 100'000}, "orders", &WhatIf::orders, "The same goods in that many orders"),
      field(Amount{true}, "order_value", &WhatIf::order_value, "The same goods in orders of that mean value; goes before `orders`"),
      field(Decimal{0, 3650}, "days_late", &WhatIf::days_late, "Mean days after the due date"),
      field(YesNo{}, "charge_shipping", &WhatIf::charge_shipping, "Freight below carriage_paid_from is charged"),
      field(Amount{true}, "small_order_fee", &WhatIf::small_order_fee, "Fee for every order below break-even"),
      field(Text{64}, "channel", &WhatIf::channel, "All orders, with their lines, come in by this channel"),
      field(Text{64}, "delivery", &WhatIf::delivery, "All invoices are delivered so: paper, pdf, einvoice"),
      field(Decimal{0, 1000}, "visits", &WhatIf::visits, "Visits a year"),
      field(Decimal{0, 10'000}, "calls", &WhatIf::calls, "Calls a year")};
};

template <> struct Description<Options> {
  static constexpr std::string_view name = "options";
  static constexpr auto fields = std::tuple{
      field(OneOf{language_names}, "language", &Options::language, "Every call: language of sentences; default: the first of settings"),
      field(YesNo{}, "text", &Options::text, "Every call: false leaves out all sentences"),
      field(Text{128}, "after", &Options::after, "accounts_get: only accounts with a greater id, bytewise"),
      field(Count{0, 100'000}, "limit", &Options::limit, "accounts_get: accounts a page, 1 to 5,000, default 500; calls_plan: calls and rows at most"),
      field(Count{0, INT64_MAX}, "changed_since", &Options::changed_since, "accounts_get: only accounts saved after this sequence"),
      field(Choice<FieldSet>{}, "fields", &Options::fields, "accounts_get: full or summary"),
      field(Id{}, "contact_id", &Options::contact_id, "account_erase: this person only"),
      field(YesNo{}, "quick", &Options::quick, "store_check: a fast look only"),
      field(ListOf{}, "present", &Options::present, "calls_plan: the agents who are here"),
      field(YesNo{}, "replan", &Options::replan, "calls_plan: plan the rest of the day anew"),
      field(Id{}, "agent", &Options::agent, "calls_plan: only calls of this agent"),
      field(Choice<Lane>{}, "lane", &Options::lane, "calls_plan: only calls of this lane"),
      field(Nested{}, "what_if", &Options::what_if, "account_preview: what the result would be with another discount, number of visits and the like"),
      field(Choice<ReportFormat>{}, "format", &Options::format, "report_get: html (default) the whole page, svg one chart, csv one table"),
      field(Text{64}, "part", &Options::part, "report_get: the chart or table of an svg or csv"),
      field(Id{}, "account_id", &Options::account_id, "report_get: this account's page instead of the book's; call_open: the account"),
      field(Text{64}, "phone", &Options::phone, "call_open: the number on the line, as the telephone shows it"),
      field(Choice<CallDirection>{}, "direction", &Options::direction, "call_open: in when the customer calls, out (default) when the agent does"),
      field(YesNo{}, "amounts", &Options::amounts, "calls_next, call_open: false for agents who may not see results and margins")};
};
// clang-format on

}  // namespace rendabel
