// pyramid.hpp — customers by revenue: layers, the first fifth, the tail (domain.md 6) [Curry].
// In: one narrow row per account.  Out: the book's pyramid, pareto, tail, counts and thresholds.
// Never: unassigned revenue.  Method: sorted by revenue, ties by id; cut at ceil 1 %, 5 %, 20 % of the
// customers.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "plugin/base/book.hpp"
#include "plugin/rules/book.hpp"

namespace rendabel::rules {

class Pyramid {
 public:
  void add(const BookRow& row);
  /// Reads the ids of `rows` only when a tie stands on an edge.
  void fill(Book& book, const BookRows& rows);

 private:
  /// 24 bytes a customer, so that a book of a million fits in a corner of memory.
  struct Customer {
    Cents revenue = 0;
    Cents net_result = unknown;
    std::int64_t place = 0;  ///< in the order of the rows
  };
  static constexpr Cents unknown = INT64_MIN;

  void sort(const BookRows& rows);
  void break_ties(const BookRows& rows);
  std::size_t tail_start() const;

  BookAccounts accounts_;
  std::vector<Customer> customers_;
  struct Sum {
    std::int64_t accounts = 0, assessable = 0;
    Int128 revenue = 0, judged_revenue = 0, net_result = 0;
    void add(Cents one_revenue, std::optional<Cents> one_result);
    std::optional<Cents> result() const;
    std::optional<std::int32_t> margin_bp() const;
  };
  Sum inactive_, prospects_;
  Sum sum(std::size_t first, std::size_t last) const;
  BookLayer layer(Layer name, const Sum& sum, Int128 whole) const;
};

}  // namespace rendabel::rules
