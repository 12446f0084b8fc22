#include "plugin/rules/book.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "plugin/base/exact.hpp"
#include "plugin/rules/book_sums.hpp"
#include "plugin/rules/book_trend.hpp"
#include "plugin/rules/capacity_check.hpp"
#include "plugin/rules/pyramid.hpp"
#include "plugin/rules/visit_programme.hpp"
#include "plugin/rules/whale_curve.hpp"

namespace rendabel::rules {
namespace {

/// Sums over every account, unassigned revenue among them.
class Totals {
 public:
  explicit Totals(const BookFrame& frame) : frame_(frame), ledger_(frame.ledger.size()) {}

  void add(const BookRow& row) {
    result_.add(row.result);
    previous_.add(row.previous);
    if (row.result.net_result) judged_.add(row.result);
    if (row.unassigned) {
      unassigned_result_.add(row.result);
      unassigned_previous_.add(row.previous);
    } else if (row.result.net_result) {
      results_.push_back(*row.result.net_result);
    }
    (row.unassigned ? unassigned_ : accounts_) += row.result.net_revenue.value_or(0);
    booked_ += row.booked;
    for (std::size_t i = 0; i < std::min(ledger_.size(), row.ledger.size()); ++i) ledger_[i] += row.ledger[i];
    if (row.order_margin) order_margins_.push_back(*row.order_margin);
    for (const auto& flag : row.flags) {
      const auto code = static_cast<std::size_t>(flag.code);
      ++flags_[code].accounts;
      flag_amounts_[code].add(flag.amount);
    }
    coverage_.first();
    for (const auto& [line, state] : row.coverage) ++coverage_.at(line)[static_cast<std::size_t>(state)];
  }

  void fill(Book& book) {
    const Window now = window(book.as_of, 0), before = window(book.as_of, 1);
    book.result = result_.sum(now);
    book.previous = previous_.sum(before);
    book.unassigned_result = unassigned_result_.sum(now);
    book.unassigned_previous = unassigned_previous_.sum(before);
    book.waterfall = waterfall(judged_.sum(now));
    book.whale = whale_curve(std::move(results_));
    for (std::size_t code = 0; code < flags_.size(); ++code)
      if (flags_[code].accounts > 0)
        book.flags.push_back(
            {static_cast<FlagCode>(code), flags_[code].accounts, flag_amounts_[code].value()});
    for (const auto& [line, states] : coverage_.in_order()) book.coverage.push_back({line, states});
    book.order_margin_median = order_margin_median();
    reconcile(book.reconciliation);
  }

 private:
  std::optional<Cents> order_margin_median() {
    if (order_margins_.empty()) return std::nullopt;
    const auto middle = order_margins_.begin() + static_cast<std::ptrdiff_t>((order_margins_.size() - 1) / 2);
    std::nth_element(order_margins_.begin(), middle, order_margins_.end());
    return *middle;
  }
  void reconcile(Reconciliation& sums) const {
    sums.accounts = to_cents(accounts_);
    sums.unassigned = to_cents(unassigned_);
    sums.book = to_cents(booked_);
    sums.difference = to_cents(booked_ - accounts_ - unassigned_);
    for (std::size_t i = 0; i < ledger_.size(); ++i) {
      const auto& total = frame_.ledger[i];
      sums.ledger.push_back({total.from, total.to, total.net_revenue, to_cents(ledger_[i]),
                             to_cents(ledger_[i] - total.net_revenue)});
    }
  }

  const BookFrame& frame_;
  StatementSum result_, previous_, judged_, unassigned_result_, unassigned_previous_;
  std::array<FlagHeadline, Names<FlagCode>::values.size()> flags_{};
  std::array<OptionalSum, Names<FlagCode>::values.size()> flag_amounts_;
  ByLine<std::array<std::int64_t, 4>> coverage_;
  std::vector<Cents> order_margins_, results_;
  std::vector<Int128> ledger_;
  Int128 accounts_ = 0, unassigned_ = 0, booked_ = 0;
};

}  // namespace

Book draw_up(const BookRows& rows, const BookFrame& frame) {
  Totals totals(frame);
  Pyramid pyramid;
  VisitBook visits;
  TrendBook trend;
  CapacityBook capacity(frame.settings.capacity);
  rows.each([&](const BookRow& row) {
    totals.add(row);
    pyramid.add(row);
    visits.add(row);
    trend.add(row);
    capacity.add(row);
  });
  Book book;
  book.as_of = frame.as_of;
  book.rules_version = rules_version;
  book.currency = frame.settings.currency;
  book.thresholds = frame.thresholds;
  totals.fill(book);
  pyramid.fill(book, rows.id_of);
  book.visit_programme = visits.programme();
  trend.fill(book, frame.since);
  book.capacity = capacity.checks();
  return book;
}

}  // namespace rendabel::rules
