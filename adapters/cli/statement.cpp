#include "adapters/cli/statement.hpp"

#include <algorithm>

namespace rendabel::cli {
namespace {

constexpr const char* lines_above[] = {"list_revenue", "discount",      "credit_notes",
                                       "net_revenue",  "cost_of_goods", "gross_margin"};
constexpr const char* lines_below[] = {"contributions", "net_result"};

const Json& cost_line(const Json& result, const std::string& code) {
  static const Json none;
  for (const Json& line : result["cost_lines"].items) {
    if (line["code"].text == code) return line;
  }
  return none;
}

/// Cost lines of either year, in the order of the first year that has them.
std::vector<std::string> cost_codes(const Json& result, const Json& previous) {
  std::vector<std::string> codes;
  for (const Json* year : {&result, &previous}) {
    for (const Json& line : (*year)["cost_lines"].items) {
      const std::string& code = line["code"].text;
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
  }
  return codes;
}

}  // namespace

std::string result_text(const Host& host, const Json& result, const Json& previous) {
  using Kind = Column::Kind;
  Table table({{host.say(words::line)},
               {host.say(words::quantity), Kind::number},
               {host.say(words::this_year), Kind::number},
               {host.say(words::year_before), Kind::number}});
  const auto plain = [&](const char* code) {
    table.row({host.label("line", code), "", host.number(result[code]), host.number(previous[code])});
  };
  for (const char* code : lines_above) plain(code);
  for (const std::string& code : cost_codes(result, previous)) {
    const Json& line = cost_line(result, code);
    table.row({"  " + host.label("line", code), host.number(line["quantity"]), host.number(line["amount"]),
               host.number(cost_line(previous, code)["amount"])});
  }
  for (const char* code : lines_below) plain(code);
  table.row({host.say(words::net_margin), "", host.percent(result["net_margin_bp"]),
             host.percent(previous["net_margin_bp"])});
  if (result["freight_charged"].known()) {
    table.row({host.say(words::freight_charged), "", host.number(result["freight_charged"]),
               host.number(previous["freight_charged"])});
  }
  return table.text(screen_width());
}

std::string coverage_text(const Host& host, const Json& coverage) {
  // The library's sentence names the line, its state and how much of it is known.
  Table table({{host.say(words::coverage), Column::Kind::wrapped}});
  for (const Json& row : coverage.items) {
    if (row["state"].text != "known") table.row({row["why"].text});
  }
  return table.empty() ? "" : table.text(screen_width());
}

void add_result_rows(CsvOut& csv, const Json& result, const Json& previous) {
  const auto plain = [&](const char* code) {
    csv.row({{"result"}, {code}, {}, {result[code].text, true}, {previous[code].text, true}, {}});
  };
  for (const char* code : lines_above) plain(code);
  for (const std::string& code : cost_codes(result, previous)) {
    const Json& line = cost_line(result, code);
    csv.row({{"cost_line"},
             {code},
             {line["quantity"].text, true},
             {line["amount"].text, true},
             {cost_line(previous, code)["amount"].text, true},
             {}});
  }
  for (const char* code : lines_below) plain(code);
  plain("net_margin_bp");
  plain("freight_charged");
}

void add_coverage_rows(CsvOut& csv, const Json& coverage) {
  for (const Json& row : coverage.items) {
    csv.row({{"coverage"},
             {row["line"].text},
             {row["known"].text, true},
             {row["of"].text, true},
             {},
             {row["state"].text + ": " + row["why"].text}});
  }
}

}  // namespace rendabel::cli
