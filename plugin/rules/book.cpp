#include "plugin/rules/book.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "plugin/base/exact.hpp"
#include "plugin/rules/pyramid.hpp"

namespace rendabel::rules {
namespace {

using Line = std::pair<std::optional<Cents> BookStatement::*, std::optional<Cents> WindowResult::*>;
constexpr std::array<Line, 8> lines{{{&BookStatement::list_revenue, &WindowResult::list_revenue},
                                     {&BookStatement::discount, &WindowResult::discount},
                                     {&BookStatement::credit_notes, &WindowResult::credit_notes},
                                     {&BookStatement::net_revenue, &WindowResult::net_revenue},
                                     {&BookStatement::cost_of_goods, &WindowResult::cost_of_goods},
                                     {&BookStatement::gross_margin, &WindowResult::gross_margin},
                                     {&BookStatement::contributions, &WindowResult::contributions},
                                     {&BookStatement::net_result, &WindowResult::net_result}}};

/// Lines in the order of the statement, a host's own drivers after them by name.
std::pair<std::size_t, std::string_view> place_of(std::string_view line) {
  static constexpr std::array<std::string_view, 20> order{
      "history",     "orders",        "list_revenue", "discount",       "credit_notes",
      "net_revenue", "cost_of_goods", "gross_margin", "order_handling", "invoicing",
      "shipping",    "late_payment",  "visits",       "calls",          "returns",
      "account",     "contributions", "net_result",   "rhythm",         "potential"};
  const auto found = std::find(order.begin(), order.end(), line);
  return {static_cast<std::size_t>(found - order.begin()), line};
}

/// One T a line. Rows name their lines in nearly the same order, so the next one is mostly where it was last
/// time.
template <class T>
class ByLine {
 public:
  void first() { next_ = 0; }
  T& at(std::string_view line) {
    if (next_ == items_.size() || items_[next_].first != line) {
      const auto found =
          std::find_if(items_.begin(), items_.end(), [&](const auto& item) { return item.first == line; });
      next_ = static_cast<std::size_t>(found - items_.begin());
      if (found == items_.end()) items_.emplace_back(line, T{});
    }
    return items_[next_++].second;
  }
  std::vector<std::pair<std::string, T>> in_order() const {
    auto sorted = items_;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return place_of(a.first) < place_of(b.first); });
    return sorted;
  }

 private:
  std::vector<std::pair<std::string, T>> items_;
  std::size_t next_ = 0;
};

class OptionalSum {
 public:
  void add(const std::optional<std::int64_t>& value) {
    (value ? any_ : gap_) = true;
    sum_ += value.value_or(0);
  }
  /// None when somebody might have had a value and nobody did.
  std::optional<std::int64_t> value(bool asked) const {
    if (asked && !any_) return std::nullopt;
    return to_cents(sum_);
  }
  std::optional<std::int64_t> value() const { return value(true); }
  /// None when anybody's is unknown.
  std::optional<std::int64_t> complete() const {
    if (gap_) return std::nullopt;
    return to_cents(sum_);
  }

 private:
  Int128 sum_ = 0;
  bool any_ = false, gap_ = false;
};

struct LineSum {
  OptionalSum quantity, amount;
};

class StatementSum {
 public:
  void add(const BookStatement& one) {
    asked_ = true;
    for (std::size_t i = 0; i < lines.size(); ++i) sums_[i].add(one.*lines[i].first);
    freight_charged_ += one.freight_charged;
    cost_lines_.first();
    for (const auto& line : one.cost_lines) {
      auto& sum = cost_lines_.at(line.code);
      sum.amount.add(line.amount);
      if (line.quantity) sum.quantity.add(line.quantity->millionths);
    }
    if (one.net_result && one.net_revenue) {
      judged_result_ += *one.net_result;
      judged_revenue_ += *one.net_revenue;
    }
  }
  WindowResult sum(Window span) const {
    WindowResult whole;
    whole.window = span;
    for (std::size_t i = 0; i < lines.size(); ++i) whole.*lines[i].second = sums_[i].value(asked_);
    // Like an account's own: without somebody's list price there is no list revenue to take a discount from.
    whole.list_revenue = sums_[0].complete();
    whole.discount = sums_[1].complete();
    whole.freight_charged = to_cents(freight_charged_);
    for (const auto& [code, line] : cost_lines_.in_order()) {
      const auto quantity = line.quantity.value();
      whole.cost_lines.push_back(
          {code, quantity ? std::optional(Micro{*quantity}) : std::nullopt, line.amount.value()});
    }
    if (judged_revenue_ > 0)
      whole.net_margin_bp = basis_points(to_cents(judged_result_), to_cents(judged_revenue_));
    return whole;
  }

 private:
  std::array<OptionalSum, lines.size()> sums_;
  ByLine<LineSum> cost_lines_;
  Int128 freight_charged_ = 0, judged_result_ = 0, judged_revenue_ = 0;
  bool asked_ = false;
};

struct Totals {
  StatementSum result, previous, unassigned_result, unassigned_previous;
  std::array<FlagHeadline, Names<FlagCode>::values.size()> flags{};
  std::array<OptionalSum, Names<FlagCode>::values.size()> flag_amounts;
  ByLine<std::array<std::int64_t, 4>> coverage;
  std::vector<Cents> order_margins;
  Int128 accounts = 0, unassigned = 0, booked = 0;

  void add(const BookRow& row) {
    result.add(row.result);
    previous.add(row.previous);
    if (row.unassigned) {
      unassigned_result.add(row.result);
      unassigned_previous.add(row.previous);
    }
    (row.unassigned ? unassigned : accounts) += row.result.net_revenue.value_or(0);
    booked += row.booked;
    if (row.order_margin) order_margins.push_back(*row.order_margin);
    for (const auto& flag : row.flags) {
      const auto code = static_cast<std::size_t>(flag.code);
      ++flags[code].accounts;
      flag_amounts[code].add(flag.amount);
    }
    coverage.first();
    for (const auto& [line, state] : row.coverage) ++coverage.at(line)[static_cast<std::size_t>(state)];
  }
  std::optional<Cents> order_margin_median() {
    if (order_margins.empty()) return std::nullopt;
    const auto middle = order_margins.begin() + static_cast<std::ptrdiff_t>((order_margins.size() - 1) / 2);
    std::nth_element(order_margins.begin(), middle, order_margins.end());
    return *middle;
  }
  void fill(Book& book) const {
    book.result = result.sum(window(book.as_of, 0));
    book.previous = previous.sum(window(book.as_of, 1));
    book.unassigned_result = unassigned_result.sum(window(book.as_of, 0));
    book.unassigned_previous = unassigned_previous.sum(window(book.as_of, 1));
    for (std::size_t code = 0; code < flags.size(); ++code)
      if (flags[code].accounts > 0)
        book.flags.push_back({static_cast<FlagCode>(code), flags[code].accounts, flag_amounts[code].value()});
    for (const auto& [line, states] : coverage.in_order()) book.coverage.push_back({line, states});
    book.reconciliation = {to_cents(accounts), to_cents(unassigned), to_cents(booked),
                           to_cents(booked - accounts - unassigned)};
  }
};

}  // namespace

Book draw_up(const BookRows& rows, Date as_of) {
  Totals totals;
  Pyramid pyramid;
  rows.each([&](const BookRow& row) {
    totals.add(row);
    pyramid.add(row);
  });
  Book book;
  book.as_of = as_of;
  totals.fill(book);
  book.order_margin_median = totals.order_margin_median();
  pyramid.fill(book, rows);
  return book;
}

}  // namespace rendabel::rules
