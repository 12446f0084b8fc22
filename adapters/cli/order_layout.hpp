// order_layout.hpp — how a CSV of order lines is laid out: which column holds what, and which rows are no
// goods. In: --map, --preset and the like.  Out: Layout, then the place of each field in a title row.
#pragma once
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rendabel::cli {

/// What a column may hold. Amounts are in the book's currency, excl. tax.
enum class LineField {
  order,
  account,
  date,  // required
  quantity,
  price,   // price a unit; the line's amount is quantity × price − discount
  amount,  // the line's net amount, where the file has it
  discount,
  cost,  // of the whole line
  item,
  product_group,
  channel,
  name,
  country,
};
inline constexpr std::array<std::string_view, 13> line_field_names{
    "order", "account", "date",          "quantity", "price", "amount", "discount",
    "cost",  "item",    "product_group", "channel",  "name",  "country"};

struct Layout {
  std::map<LineField, std::string> columns;  ///< field → the column's title
  std::string date_order = "ymd";            ///< or dmy, mdy
  char delimiter = ',';
  char point = '.';
  std::string credit_prefix;  ///< order numbers that begin so are credit notes; empty: negative orders are
  std::set<std::string, std::less<>> freight_items, correction_items;  ///< upper case
  std::string unassigned = "unassigned";
  bool ids_lost_to_decimals = false;  ///< a spreadsheet made 17850 into 17850.0

  int place_of(LineField field) const { return places[static_cast<std::size_t>(field)]; }
  std::array<int, line_field_names.size()>
      places{};  ///< index in a row, -1 = not there; filled by find_columns
};

/// The layout of a known file. Throws Failure (usage) for another name.
Layout preset_layout(std::string_view name);

/// Adds `FIELD=COLUMN,…`. Throws Failure (usage) for an unknown field.
void add_columns(Layout& layout, std::string_view map);

/// Throws Failure (usage) when too few columns are named.
void require_columns(const Layout& layout);

/// Looks the columns up in the title row; throws BadInput when one is missing.
void find_columns(Layout& layout, const std::vector<std::string_view>& titles, const std::string& file);

/// `text` in upper case (ASCII): item codes are compared so.
std::string upper(std::string_view text);

}  // namespace rendabel::cli
