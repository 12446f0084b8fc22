#include "adapters/cli/book_parts.hpp"

#include <map>
#include <vector>

#include "adapters/cli/book_basis.hpp"
#include "adapters/cli/table.hpp"
#include "adapters/cli/words.hpp"

namespace rendabel::cli {
namespace {

using Kind = Column::Kind;

constexpr std::size_t rows_shown = 10;
constexpr std::size_t layers_with_customers = 4;

std::string who(const Json& row) {
  const std::string& name = row["name"].text;
  return name.empty() ? row["account_id"].text : row["account_id"].text + "  " + name;
}

/// A line of the statement or the host's own driver: one row, one column a layer.
std::string layer_costs_text(const Host& host, const Json& pyramid) {
  std::vector<Column> columns{{host.say(words::layer_costs)}};
  std::vector<std::string> order;
  std::map<std::string, std::vector<std::string>> rows;
  for (std::size_t at = 0; at < layers_with_customers && at < pyramid.items.size(); ++at) {
    const Json& layer = pyramid.items[at];
    columns.push_back({host.label("layer", layer["layer"].text), Kind::number});
    for (const Json& line : layer["cost_lines"].items) {
      auto& cells = rows[line["code"].text];
      if (cells.empty()) order.push_back(line["code"].text);
      cells.resize(at);
      cells.push_back(host.number(line["amount"]));
    }
  }
  Table table(columns);
  for (const auto& code : order) {
    std::vector<std::string> cells{host.label("line", code)};
    rows[code].resize(columns.size() - 1);
    for (auto& cell : rows[code]) cells.push_back(cell);
    table.row(std::move(cells));
  }
  return table.empty() ? std::string() : table.text(screen_width()) + "\n";
}

std::string worst_text(const Host& host, const Json& worst) {
  Table table({{host.say(words::worst)},
               {host.say(words::net_result), Kind::number},
               {host.say(words::verdict)},
               {host.say(words::plan), Kind::wrapped},
               {host.say(words::result_after), Kind::number}});
  for (std::size_t at = 0; at < worst.items.size() && at < rows_shown; ++at) {
    const Json& row = worst.items[at];
    std::string plan;
    for (const Json& code : row["plan"].items)
      plan += (plan.empty() ? "" : ", ") + host.label("remedy", code.text);
    table.row({who(row), host.number(row["net_result"]), host.label("verdict", row["verdict"].text), plan,
               host.number(row["result_after"])});
  }
  return table.empty() ? std::string() : table.text(screen_width()) + "\n";
}

std::string remedies_text(const Host& host, const Json& remedies) {
  Table table({{host.say(words::remedies)},
               {host.say(words::advised), Kind::number},
               {host.say(words::effect_a_year), Kind::number},
               {host.say(words::offered), Kind::number},
               {host.say(words::agreed), Kind::number},
               {host.say(words::refused), Kind::number},
               {host.say(words::predicted), Kind::number},
               {host.say(words::realised), Kind::number}});
  for (const Json& row : remedies.items)
    table.row({host.label("remedy", row["code"].text), host.number(row["advised"]),
               host.number(row["advised_effect"]), host.number(row["offered"]), host.number(row["agreed"]),
               host.number(row["refused"]), host.number(row["predicted_so_far"]),
               host.number(row["realised"])});
  return table.empty() ? std::string() : table.text(screen_width()) + "\n";
}

std::string trend_rows(const Host& host, const Words& title, const Json& rows) {
  Table table(
      {{host.say(title)}, {host.say(words::before), Kind::number}, {host.say(words::now), Kind::number}});
  for (std::size_t at = 0; at < rows.items.size() && at < rows_shown; ++at) {
    const Json& row = rows.items[at];
    table.row({who(row), host.number(row["before"]), host.number(row["now"])});
  }
  return table.empty() ? std::string() : table.text(screen_width());
}

std::string trend_text(const Host& host, const Json& trend) {
  if (!trend["since"].known()) return host.say(words::no_trend) + "\n\n";
  const Json &became = trend["became_loss_making"], &repaired = trend["repaired"];
  std::string text = host.say(words::trend, trend["since"].text, host.number(became["accounts"]),
                              host.number(repaired["accounts"]), host.number(trend["left"])) +
                     "\n";
  if (trend["predicted_so_far"].known() || trend["realised"].known())
    text +=
        host.say(words::collected, host.number(trend["predicted_so_far"]), host.number(trend["realised"])) +
        "\n";
  text += trend_rows(host, words::became_loss_making, became["rows"]);
  return text + trend_rows(host, words::repaired, repaired["rows"]) + "\n";
}

std::vector<std::string> visit_cells(const Host& host, std::string first, const Json& sums) {
  return {std::move(first),
          host.number(sums["customers"]),
          host.number(sums["done"]),
          host.number(sums["carried"]),
          host.number(sums["advised"]),
          host.number(sums["calls"]),
          host.number(sums["hours_freed"]),
          host.number(sums["money_freed"])};
}

std::string visits_text(const Host& host, const Json& visits) {
  if (visits["total"]["customers"].whole() == 0) return {};
  Table table({{host.say(words::visit_programme)},
               {host.say(words::accounts), Kind::number},
               {host.say(words::visits_done), Kind::number},
               {host.say(words::visits_carried), Kind::number},
               {host.say(words::visits_advised), Kind::number},
               {host.say(words::by_phone), Kind::number},
               {host.say(words::hours_freed), Kind::number},
               {host.say(words::money_freed), Kind::number}});
  for (const Json& owner : visits["owners"].items)
    table.row(
        visit_cells(host, owner["owner"].known() ? owner["owner"].text : host.say(words::no_owner), owner));
  table.row(visit_cells(host, host.say(words::total), visits["total"]));
  Table best({{host.say(words::visit_best)},
              {host.say(words::visits_done), Kind::number},
              {host.say(words::visits_advised), Kind::number},
              {host.say(words::potential), Kind::number},
              {host.say(words::per_visit), Kind::number}});
  const Json& rows = visits["total"]["best"];
  for (std::size_t at = 0; at < rows.items.size() && at < rows_shown; ++at) {
    const Json& row = rows.items[at];
    best.row({who(row), host.number(row["done"]), host.number(row["advised"]), host.number(row["potential"]),
              host.number(row["potential_per_visit"])});
  }
  std::string text = table.text(screen_width());
  if (visits["owners_left_out"].whole() > 0)
    text += host.say(words::owners_left_out, host.number(visits["owners_left_out"])) + "\n";
  return text + "\n" + (best.empty() ? "" : best.text(screen_width()) + "\n");
}

}  // namespace

std::string curve_text(const Host& host, const Json& book) {
  const Json& claim = book["tail"]["claim"];
  std::string text;
  if (book["tail"]["net_margin_bp"].known())
    text += host.say(words::tail_claim, host.percent(claim["revenue_share_bp"]),
                     host.percent(claim["net_margin_bp"])) +
            "\n";
  const Json& whale = book["whale"];
  const Json& peak = whale["peak"];
  if (peak["share_bp"].known())
    text += host.say(words::whale, host.number(peak["accounts"]), host.number(whale["accounts"]),
                     host.number(peak["amount"]), host.number(whale["net_result"]),
                     host.percent(peak["share_bp"]), host.label("share_of", whale["share_of"].text)) +
            "\n";
  return text;
}

std::string parts_text(const Host& host, const Json& book) {
  return layer_costs_text(host, book["pyramid"]) + worst_text(host, book["worst"]) +
         remedies_text(host, book["remedies"]) + trend_text(host, book["trend"]) +
         visits_text(host, book["visit_programme"]) + basis_text(host, book);
}

}  // namespace rendabel::cli
