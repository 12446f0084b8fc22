// flag_bench.hpp — one account on the bench: orders with a known margin, no costs but those a test adds.
// In: changes to snapshot and settings.  Out: whether a flag is raised, its numbers, or why it cannot be
// judged.
#pragma once
#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string_view>

#include "plugin/pipeline/assess.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {

inline const Date as_of = on("2026-11-23");

struct Bench {
  SnapshotBuilder book{"A", "2026-11-23"};
  Settings settings;

  /// An old customer; the costs of orders are nil, so that a test sees what it adds.
  Bench() {
    for (const auto driver : {"order", "order_line", "first_order"})
      settings.activity_rates[driver] = {Rate::Kind::money, {0}};
    book.account().since = on("2020-01-01");
    book.no_orders().no_credit_notes().no_invoices().no_activities().no_quotes().no_inquiries();
  }
  /// One order on a day with a net and a gross margin.
  Bench& order(Date day, Cents net, Cents margin) {
    book.order(day, net, [&](Order& o) {
      o.cost_of_goods = net - margin;
      o.carriage_paid = false;
      o.channel = "phone";
      o.lines = whole(1);
      o.contribution = 0;
    });
    return *this;
  }
  Bench& order(Cents net, Cents margin) { return order(as_of - days{10}, net, margin); }
  /// Net revenue of windows 0, 1, 2 at a margin of half.
  Bench& years(Cents r0, Cents r1, Cents r2) {
    order(as_of - days{20}, r0, r0 / 2);
    order(as_of - days{380}, r1, r1 / 2);
    return order(as_of - days{740}, r2, r2 / 2);
  }
  Assessment assess() { return pipeline::assess(book.build(), settings, {}, as_of); }
  std::optional<Flag> flag(FlagCode code) {
    const Assessment made = assess();
    const auto found =
        std::find_if(made.flags.begin(), made.flags.end(), [&](const Flag& f) { return f.code == code; });
    return found == made.flags.end() ? std::nullopt : std::optional(*found);
  }
  bool raised(FlagCode code) { return flag(code).has_value(); }
  /// The reason why the flag cannot be judged; empty when it can.
  std::string_view not_judged(FlagCode code) {
    for (const Coverage& row : assess().coverage)
      if (row.line == name_of(code) && row.state == CoverageState::not_assessable) return row.reason;
    return {};
  }
};

inline std::optional<std::int64_t> number(const Flag& flag, std::string_view name) {
  for (const Evidence& evidence : flag.evidence)
    if (evidence.name == name) return evidence.value;
  FAIL("no evidence " << name);
  return {};
}

}  // namespace rendabel::test
