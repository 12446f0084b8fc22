#include "abi/documents/writer.hpp"

#include <catch2/catch.hpp>

using namespace rendabel;
using namespace rendabel::abi;

TEST_CASE("Money has exactly the currency's decimals") {
  CHECK(money_text(0, 2) == "0.00");
  CHECK(money_text(-5, 2) == "-0.05");
  CHECK(money_text(123456, 2) == "1234.56");
  CHECK(money_text(123456, 0) == "123456");
  CHECK(money_text(-1, 3) == "-0.001");
  CHECK(money_text(INT64_MIN, 2) == "-92233720368547758.08");
}

TEST_CASE("A decimal has no more digits than it needs") {
  CHECK(decimal_text({750'000}) == "0.75");
  CHECK(decimal_text({12'000'000}) == "12");
  CHECK(decimal_text({-1}) == "-0.000001");
  CHECK(decimal_text({0}) == "0");
}

TEST_CASE("Commas stand between values and nowhere else, and the unknown is null") {
  Writer out;
  out.begin_object().key("a").begin_array().integer(1).begin_object().end_object().begin_array().end_array();
  out.end_array().key("b").money(std::nullopt).key("c").yes_no(false).key("d").date(parse_date("2026-11-23"));
  out.key("e").halves(21).key("f").text_or_null("").key_text("g\"").null().end_object();
  CHECK(out.view() == R"({"a":[1,{},[]],"b":null,"c":false,"d":"2026-11-23","e":10.5,"f":null,"g\"":null})");
  out.new_line().begin_array().end_array();
  CHECK(out.view().ends_with("}\n[]"));
}

TEST_CASE("A text is escaped where JSON demands it and left alone elsewhere") {
  Writer out;
  out.text(std::string_view("a\"\\\n\r\t\x01\0é", 10));
  CHECK(out.view() == "\"a\\\"\\\\\\n\\r\\t\\u0001\\u0000é\"");
}
