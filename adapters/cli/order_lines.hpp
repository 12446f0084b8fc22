// order_lines.hpp — adds order lines up to orders per account; each line is rounded once.
// In: rows of a CSV.  Out: sums per order, counts of what came by, findings by row.
// Never: a double, a line that is dropped in silence.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/cli/decimal.hpp"
#include "adapters/cli/failure.hpp"
#include "adapters/cli/order_layout.hpp"

namespace rendabel::cli {

/// One order (or credit note) of an account. Money in minor units, signed as in the file.
struct OrderSum {
  std::string id, date, channel;
  std::int64_t goods = 0, corrections = 0, freight = 0;
  std::int64_t discount = 0, cost = 0;
  Millionths items = 0;
  std::int64_t goods_lines = 0, freight_lines = 0;
  bool discount_known = true, cost_known = true;
  bool worth_something = false;  ///< a line of it has an amount
  std::vector<std::string> product_groups;
};

struct AccountSum {
  std::string id, name, country, country_date;
  std::int64_t first_record = 0;
  bool unassigned = false;
  std::vector<OrderSum> orders;
};

/// What came by; the importer prints it.
struct LineCounts {
  std::int64_t lines = 0, invoices = 0, customers = 0, unassigned_lines = 0, cancellation_lines = 0,
               duplicates = 0;
  std::int64_t stock_movements = 0;  ///< orders without amount and customer
  Int128 exact = 0;                  ///< Σ of the lines before rounding
  Int128 rounded = 0;                ///< Σ of the rounded lines, minor units
};

class OrderLines {
 public:
  /// `decimals`: of the book's currency.
  OrderLines(Layout layout, int decimals) : layout_(std::move(layout)), decimals_(decimals) {}
  /// One row; what is wrong with it goes to findings() and it counts for nothing.
  void add(std::int64_t record, const std::vector<std::string_view>& cells);
  /// Once, after the last row.
  LineCounts finish();

  const Layout& layout() const { return layout_; }
  const std::vector<AccountSum>& accounts() const { return accounts_; }
  const Findings& findings() const { return findings_; }

 private:
  struct Line;
  bool read(Line& line, std::int64_t record, const std::vector<std::string_view>& cells);
  std::string_view cell(LineField field, const std::vector<std::string_view>& cells) const;
  void fault(std::int64_t record, LineField field, std::string why);
  AccountSum& account_of(const Line& line, std::int64_t record);
  OrderSum& order_of(const Line& line, AccountSum& account);
  void put(const Line& line, OrderSum& order);

  Layout layout_;
  int decimals_;
  LineCounts counts_;
  std::vector<AccountSum> accounts_;
  std::unordered_map<std::string, std::size_t> account_places_;
  std::unordered_map<std::string, std::size_t> order_places_;  // account, NUL, order → place in the account
  std::vector<std::uint64_t> fingerprints_;                    // one a row, to count exact duplicates
  std::string country_name_, country_;                         // of the row before: countries come in runs
  Findings findings_;
};

}  // namespace rendabel::cli
