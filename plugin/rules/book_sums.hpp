// book_sums.hpp — sums over accounts of what each of them may or may not know (domain.md 6).
// In: narrow rows.  Out: a statement's lines, each the sum over the accounts where it is known.
// Never: a silent 0; a sum that wraps (Failure{bad_input}).  Method: exact, so the order does not matter.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/base/exact.hpp"
#include "plugin/rules/book.hpp"

namespace rendabel::rules {

/// Lines of a statement in its order; a host's own drivers come after them by name.
inline constexpr std::array<std::string_view, 20> statement_order{
    "history",     "orders",        "list_revenue", "discount",       "credit_notes",
    "net_revenue", "cost_of_goods", "gross_margin", "order_handling", "invoicing",
    "shipping",    "late_payment",  "visits",       "calls",          "returns",
    "account",     "contributions", "net_result",   "rhythm",         "potential"};

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
    const auto place = [](std::string_view line) {
      return std::pair(std::find(statement_order.begin(), statement_order.end(), line), line);
    };
    auto sorted = items_;
    std::sort(sorted.begin(), sorted.end(),
              [&](const auto& a, const auto& b) { return place(a.first) < place(b.first); });
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

/// Cost lines of many accounts.
class CostLineSums {
 public:
  void add(const std::vector<BookLine>& lines) {
    lines_.first();
    for (const auto& line : lines) {
      auto& sum = lines_.at(line.code);
      sum.amount.add(line.amount);
      if (line.quantity) sum.quantity.add(line.quantity->millionths);
    }
  }
  /// In the order of the statement.
  std::vector<CostLine> sums() const;

 private:
  struct Sum {
    OptionalSum amount, quantity;
  };
  ByLine<Sum> lines_;
};

/// Statements of one window of many accounts.
class StatementSum {
 public:
  void add(const BookStatement& one);
  WindowResult sum(Window span) const;

 private:
  std::array<OptionalSum, 8> sums_;
  CostLineSums cost_lines_;
  Int128 freight_charged_ = 0, judged_result_ = 0, judged_revenue_ = 0;
  bool asked_ = false;
};

/// From list revenue (where everybody's is known, else from net revenue) to net result, in steps that add up.
std::vector<WaterfallStep> waterfall(const WindowResult& sum);

}  // namespace rendabel::rules
