// call_book.hpp — a book with a store of its own for tests of the day's list, and the list as one line of
// text.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "plugin/pipeline/plan.hpp"
#include "plugin/pipeline/save.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

namespace rendabel::test {

inline constexpr std::string_view today = "2026-11-23";  // a Monday

/// A book with a store of its own, and the day's list.
struct CallBook {
  TempStore place;
  store::Store store = place.open();
  Settings settings;

  /// A company with orders every 30 days up to `last_order`, and one number.
  void company(
      std::string_view id, std::string_view last_order, Cents margin = 400'00,
      const std::function<void(SnapshotBuilder&)>& more = [](SnapshotBuilder&) {}) {
    SnapshotBuilder book(id, today);
    book.account().person_kind = PersonKind::legal;
    book.account().phone = book.keep("020-12345" + std::string(id.substr(id.size() - 2)));
    if (!last_order.empty())
      for (int i = 5; i >= 0; --i)
        book.order(on(last_order) - days{30 * i}, 1000'00,
                   [&](Order& order) { order.cost_of_goods = 1000'00 - margin; });
    book.nothing_else();
    more(book);
    pipeline::save(store, settings, {}, book.build());
  }
  pipeline::CallList plan(const Options& options = {}, std::string_view day = today) {
    return pipeline::calls_plan(store, settings, on(day), options, {});
  }
};

inline std::string calls(const pipeline::CallList& list) {
  std::string out;
  for (const auto& call : list.calls) {
    out += call.account_id + ":";
    for (const auto& reason : call.reasons) out += std::string(name_of(reason.code)) + ",";
    out += call.state == CallState::open ? " "
                                         : std::string(name_of(call.state)) + "=" + call.withdrawn_why + " ";
  }
  return out;
}
inline std::string left_out(const pipeline::CallList& list) {
  std::string out;
  for (const auto& row : list.left_out_rows)
    out += row.account_id + ":" + row.why + (row.rule.empty() ? "" : "/" + row.rule) + " ";
  return out;
}

inline void open_quote(SnapshotBuilder& book) {
  book.quote("2026-11-16", 2400'00, [](Quote& quote) { quote.margin = 800'00; });
}
inline void inquiry_today(SnapshotBuilder& book) { book.inquiry("2026-11-23T09:00:00+01:00"); }

}  // namespace rendabel::test
