#include "adapters/cli/order_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/cli/failure.hpp"

namespace rendabel::cli {
namespace {

LineField field_named(std::string_view name) {
  const auto* found = std::find(line_field_names.begin(), line_field_names.end(), name);
  if (found != line_field_names.end()) return static_cast<LineField>(found - line_field_names.begin());
  throw Failure(Exit::usage,
                fmt::format("--map: no field {}; fields are {}", name, fmt::join(line_field_names, ", ")));
}

}  // namespace

std::string upper(std::string_view text) {
  std::string big(text);
  std::transform(big.begin(), big.end(), big.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return big;
}

Layout preset_layout(std::string_view name) {
  if (name != "online_retail")
    throw Failure(Exit::usage, fmt::format("--preset: no preset {}; there is online_retail", name));
  // UCI Online Retail (D. Chen 2015). Postage and carriage are freight; manual entries, discounts, bank and
  // marketplace fees, samples, charity and bad debt are corrections.
  Layout layout;
  layout.columns = {{LineField::order, "InvoiceNo"},  {LineField::account, "CustomerID"},
                    {LineField::date, "InvoiceDate"}, {LineField::quantity, "Quantity"},
                    {LineField::price, "UnitPrice"},  {LineField::item, "StockCode"},
                    {LineField::country, "Country"}};
  layout.credit_prefix = "C";
  layout.freight_items = {"POST", "DOT", "C2"};
  layout.correction_items = {"M", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK"};
  layout.ids_lost_to_decimals = true;
  return layout;
}

void add_columns(Layout& layout, std::string_view map) {
  while (!map.empty()) {
    const std::string_view pair = map.substr(0, map.find(','));
    map.remove_prefix(std::min(pair.size() + 1, map.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals + 1 == pair.size()) {
      throw Failure(Exit::usage, fmt::format("--map: {} is not FIELD=COLUMN", pair));
    }
    layout.columns[field_named(pair.substr(0, equals))] = pair.substr(equals + 1);
  }
}

void require_columns(const Layout& layout) {
  const auto has = [&](LineField field) { return layout.columns.contains(field); };
  for (const LineField field : {LineField::order, LineField::account, LineField::date}) {
    if (has(field)) continue;
    throw Failure(Exit::usage,
                  fmt::format("--map: {} is missing", line_field_names[static_cast<std::size_t>(field)]));
  }
  if (!has(LineField::amount) && !(has(LineField::quantity) && has(LineField::price))) {
    throw Failure(Exit::usage, "--map: name amount, or quantity and price");
  }
}

void find_columns(Layout& layout, const std::vector<std::string_view>& titles, const std::string& file) {
  layout.places.fill(-1);
  Findings missing;
  for (const auto& [field, title] : layout.columns) {
    const auto found = std::find(titles.begin(), titles.end(), title);
    if (found != titles.end()) {
      layout.places[static_cast<std::size_t>(field)] = static_cast<int>(found - titles.begin());
    } else {
      missing.items.push_back({1, title, "no such column in the title row"});
    }
  }
  missing.total = static_cast<std::int64_t>(missing.items.size());
  if (missing.total > 0) throw BadInput(file, std::move(missing), "columns are missing");
}

}  // namespace rendabel::cli
