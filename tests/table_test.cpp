// Tables as CSV: what a spreadsheet would run is text, what is a number stays one.
#include "plugin/report/table.hpp"

#include <catch2/catch.hpp>

namespace rendabel::test {
namespace {

using namespace report;

std::string csv_of(const std::string& text) {
  Table table{"t", "", {{"name", "Name", false, false}}, {{Cells::text(text)}}, false};
  return table_csv(table).substr(std::string("name\r\n").size());
}

TEST_CASE("rows end in CR LF, and cells with commas, quotes or lines are quoted") {
  CHECK(csv_of("plain") == "plain\r\n");
  CHECK(csv_of("a,b") == "\"a,b\"\r\n");
  CHECK(csv_of("a;b") == "\"a;b\"\r\n");
  CHECK(csv_of("say \"a\"") == "\"say \"\"a\"\"\"\r\n");
  CHECK(csv_of("a\r\nb") == "\"a\r\nb\"\r\n");
  CHECK(csv_of("") == "\r\n");
  CHECK(csv_of("caf\u00e9") == "caf\u00e9\r\n");
}

TEST_CASE(
    "text that a spreadsheet takes for a formula gets an apostrophe, also behind spaces and full width") {
  for (const std::string sign :
       {"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "\u00a0 ="})
    CHECK(csv_of(sign + "1+1") == "\"'" + sign + "1+1\"\r\n");
  CHECK(csv_of("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
  CHECK(csv_of("'=1") == "'=1\r\n");
  CHECK(csv_of("a=1") == "a=1\r\n");
  CHECK(csv_of("") == "\r\n");
}

TEST_CASE("negative numbers stay numbers, with a point and the currency's decimals") {
  const Cells cells(Language::nl, "EUR");
  Table table{"t", "", {{"a", "A", true, false}, {"b", "B", true, false}}, {}, false};
  table.rows = {{cells.money(-1'234'56), cells.decimal(Micro{-2'500'000})},
                {cells.money(std::nullopt), cells.count(-7)}};
  CHECK(table_csv(table) == "a,b\r\n-1234.56,-2.5\r\n,-7\r\n");
  CHECK(cells.money(-1'234'56).shown == "-1.234,56");
  CHECK(cells.percent(-1234).data == "-1234");
  CHECK(cells.percent(-1234).shown == "-12,34 %");
  CHECK(Cells(Language::en, "JPY").money(-1234).data == "-1234");
  CHECK(Cells(Language::en, "KWD").money(-5).data == "-0.005");
  CHECK(cells.money(INT64_MIN).data == "-92233720368547758.08");
  CHECK(cells.decimal(Micro{0}).data == "0");
  CHECK(cells.decimal(Micro{-400'000}).data == "-0.4");
}

TEST_CASE("what is unknown is an empty cell in CSV and a dash on the page, never 0") {
  const Cells cells(Language::en, "EUR");
  Table table{"t", "", {{"a", "A", true, false}}, {{cells.money(std::nullopt)}, {cells.money(0)}}, false};
  CHECK(table_csv(table) == "a\r\n\r\n0.00\r\n");
  const Values values = table_values(table);
  const auto shown = [&](std::size_t row) {
    return values.get("rows")->list_value()[row].get("cells")->list_value()[0].get("shown")->string_value();
  };
  CHECK(shown(0) == "\u2013");
  CHECK(shown(1) == "0.00");
}

TEST_CASE("a column for CSV alone is not on the page, and the first one shown names the row") {
  Table table{"t",
              "",
              {{"id", "Id", false, true}, {"name", "Name", false, false}},
              {{Cells::text("7"), Cells::text("x")}},
              false};
  CHECK(table_csv(table) == "id,name\r\n7,x\r\n");
  const Values values = table_values(table);
  CHECK(values.get("columns")->list_value().size() == 1);
  const auto& cell = values.get("rows")->list_value()[0].get("cells")->list_value()[0];
  CHECK(cell.get("code")->string_value() == "name");
  CHECK(cell.get("names_row")->is_true());
}

}  // namespace
}  // namespace rendabel::test
