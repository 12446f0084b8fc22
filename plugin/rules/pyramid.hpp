// pyramid.hpp — customers by revenue: layers, the first fifth, the tail (domain.md 6) [Curry].
// In: revenues, later one narrow row per account with its layer.  Out: the thresholds that layer an account
// on any later save, and the book's pyramid, pareto, tail and counts. Never: unassigned revenue.  Method:
// sorted by revenue, ties by id; cut at ceil 1 %, 5 %, 20 % of the customers.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/book.hpp"
#include "plugin/rules/book.hpp"
#include "plugin/rules/book_sums.hpp"

namespace rendabel::rules {

/// A customer: net revenue of window 0 above 0, and where the id is found when a tie asks for it.
struct Customer {
  Cents revenue = 0;
  std::int64_t place = 0;
};
using IdOf = std::function<std::string(std::int64_t place)>;

/// The cuts of a book's customers, given in any order.
LayerThresholds layer_thresholds(std::vector<Customer> customers, const IdOf& id_of);

/// The layer of an account. `ever_ordered` decides between inactive and prospect.
Layer layer_of(const LayerThresholds& thresholds, Cents net_revenue, bool ever_ordered,
               std::string_view account_id);

class Pyramid {
 public:
  void add(const BookRow& row);
  /// Asks for ids only when a tie stands where the tail begins.
  void fill(Book& book, const IdOf& id_of);

 private:
  struct Sum {
    std::int64_t accounts = 0, assessable = 0;
    Int128 revenue = 0, judged_revenue = 0, net_result = 0;
    void add(Cents one_revenue, std::optional<Cents> one_result);
    std::optional<Cents> result() const;
    std::optional<std::int32_t> margin_bp() const;
  };
  /// 24 bytes a customer, so that a book of a million fits in a corner of memory.
  struct Tailed : Customer {
    Cents net_result = unknown;
  };
  static constexpr Cents unknown = INT64_MIN;

  Tail tail(const IdOf& id_of, Int128 whole);

  BookAccounts accounts_;
  std::array<Sum, Names<Layer>::values.size()> layers_;
  std::array<CostLineSums, Names<Layer>::values.size()> cost_lines_;
  std::vector<Tailed> customers_;
};

}  // namespace rendabel::rules
