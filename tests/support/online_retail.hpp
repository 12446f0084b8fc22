// online_retail.hpp — the customers of UCI Online Retail (D. Chen 2015, CC BY 4.0) as snapshots.
// In: ../shared/data/online_retail/online_retail.csv.gz.  Out: per customer a snapshot with his invoices as
// orders and his cancellations as credit notes; none where the file is not.  Never: lines without a customer.
// Method: goods as the importer's preset has them; freight, fees and corrections are no goods.
#pragma once
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/support/build_snapshot.hpp"
#include "tests/support/shared_path.hpp"

namespace rendabel::test {

inline const char* const online_retail = "data/online_retail/online_retail.csv.gz";

struct RetailInvoice {
  Date day{};
  Cents goods = 0;
};
/// Customer → invoice number → its day and goods, below zero for a cancellation.
using RetailBook = std::map<std::string, std::map<std::string, RetailInvoice>>;

inline std::vector<std::string> retail_cells(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r' && c != '\n')
      cells.back() += c;
  }
  return cells;
}

inline void add_retail_line(const std::vector<std::string>& cells, bool goods_only, RetailBook& book) {
  static const std::set<std::string, std::less<>> no_goods{
      "POST", "DOT", "C2", "M", "m", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK"};
  if (cells.size() < 8 || cells[6].empty() || (goods_only && no_goods.contains(cells[1]))) return;
  const auto thousandths = static_cast<std::int64_t>(std::strtod(cells[5].c_str(), nullptr) * 1000 + 0.5);
  RetailInvoice& invoice = book[cells[6].substr(0, cells[6].find('.'))][cells[0]];
  invoice.day = on(cells[4].substr(0, 10));
  invoice.goods += static_cast<Cents>(
      round_half_away(Int128{std::strtoll(cells[3].c_str(), nullptr, 10)} * thousandths, 10));
}

/// `goods_only`: without freight, fees and corrections.
inline RetailBook read_online_retail(bool goods_only = true) {
  RetailBook book;
  const std::string command = "gzip -dc '" + shared_path(online_retail) + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> lines(popen(command.c_str(), "r"), &pclose);
  std::array<char, 4096> line;
  bool title = true;
  while (lines && std::fgets(line.data(), static_cast<int>(line.size()), lines.get()) != nullptr) {
    if (!title) add_retail_line(retail_cells(line.data()), goods_only, book);
    title = false;
  }
  return book;
}

inline Snapshot retail_snapshot(SnapshotBuilder& builder,
                                const std::map<std::string, RetailInvoice>& invoices) {
  for (const auto& [number, invoice] : invoices)
    if (number.starts_with('C'))
      builder.credit_note(invoice.day, -invoice.goods);
    else
      builder.order(invoice.day, invoice.goods);
  return builder.build();
}

}  // namespace rendabel::test
