#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "adapters/cli/csv_out.hpp"
#include "adapters/cli/decimal.hpp"
#include "adapters/cli/failure.hpp"
#include "adapters/cli/json.hpp"
#include "adapters/cli/numbers.hpp"
#include "adapters/cli/settings_patch.hpp"
#include "adapters/cli/table.hpp"

using namespace rendabel::cli;

TEST_CASE("numbers are grouped as each language does") {
  CHECK(grouped("-1234567.50", Language::nl) == "-1.234.567,50");
  CHECK(grouped("1234567.50", Language::en) == "1,234,567.50");
  CHECK(grouped("999", Language::en) == "999");
  CHECK(grouped("", Language::en).empty());
  CHECK(percent("1234", Language::nl) == "12,34 %");
  CHECK(percent("-5", Language::en) == "-0.05 %");
  CHECK(percent("", Language::en).empty());
}

TEST_CASE("widths are counted as a terminal shows them") {
  CHECK(display_width("één") == 3);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("\xff") == 1);
}

TEST_CASE("a table aligns numbers right and wraps its long column") {
  Table table({{"id"}, {"why", Column::Kind::wrapped}, {"amount", Column::Kind::number}});
  table.row({"1", "a reason that is much too long for so small a screen", "7"});
  table.row({"2\x1b[31m", "short", "1,000"});
  const std::string text = table.text(44);
  std::size_t from = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
    CHECK(display_width(std::string_view(text).substr(from, end - from)) <= 44);
    from = end + 1;
  }
  CHECK(text.find("\x1b") == std::string::npos);
  CHECK(text.find("      7\n") != std::string::npos);
}

TEST_CASE("a text that a spreadsheet would run is guarded, a number is not") {
  CsvOut csv({"name", "amount"});
  for (const char* text : {"=1+1", "+31", "-5", "@x", "\tx", "\rx"}) csv.row({{text}, {"-5.00", true}});
  csv.row({{"say \"hi\", all"}, {"", true}});
  CHECK(csv.text() ==
        "name,amount\r\n\"'=1+1\",-5.00\r\n\"'+31\",-5.00\r\n\"'-5\",-5.00\r\n\"'@x\",-5.00\r\n\"'\tx\",-5."
        "00\r\n"
        "\"'\rx\",-5.00\r\n\"say \"\"hi\"\", all\",\r\n");
}

TEST_CASE("decimals are exact and what is none is refused") {
  CHECK(parse_decimal("-12.5") == -12'500'000);
  CHECK(parse_decimal("1,5", ',') == 1'500'000);
  CHECK(parse_decimal(".5") == 500'000);
  for (const char* none :
       {"", "-", ".", "1e3", "1.2345678", "1.2.3", "1 000", "nan", "9999999999999", "0x1"}) {
    INFO(none);
    CHECK_FALSE(parse_decimal(none));
  }
}

TEST_CASE("an amount written and read again is the same") {
  rc::prop("amount_text and parse_decimal agree", [] {
    const auto cents = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
    const auto read = parse_decimal(amount_text(cents, 2));
    RC_ASSERT(read.has_value());
    RC_ASSERT(rounded(Int128{*read} * 1'000'000, 2) == cents);
  });
}

TEST_CASE("answers keep their numbers as they were written") {
  const Json json = parse_json(R"({"amount":1234567890123.40,"id":"a\"b","list":[1,null,true]})");
  CHECK(json["amount"].text == "1234567890123.40");
  CHECK(json["id"].text == "a\"b");
  CHECK(json["list"].items.size() == 3);
  CHECK_FALSE(json["absent"]["deeper"].known());
  CHECK(parse_json(json_text("tab\there")).kind == Json::Kind::text);
  CHECK_THROWS_AS(parse_json("{oops"), Failure);
}

TEST_CASE("keys of the shell become a merge patch") {
  CHECK(settings_patch({"currency=GBP", "loss_min=50", "funding_rate=null"}) ==
        R"({"currency":"GBP","loss_min":50,"funding_rate":null})");
  CHECK(settings_patch({"activity_rates.order.web=2.00", "activity_rates.order.minutes=5"}) ==
        R"({"activity_rates":{"order.web":2.00,"order":{"minutes":5}}})");
  CHECK(settings_patch({R"(calls.agents."j.doe".days=["mon","tue"])"}) ==
        R"({"calls":{"agents":{"j.doe":{"days":["mon","tue"]}}}})");
  CHECK(settings_patch({"country=008"}) == R"({"country":"008"})");
  CHECK(settings_patch({"calls.preset="}) == R"({"calls":{"preset":""}})");
  for (const char* wrong : {"novalue", "=1", "a..b=1", "\"a=1"}) {
    INFO(wrong);
    CHECK_THROWS_AS(settings_patch({wrong}), Failure);
  }
  CHECK_THROWS_AS(settings_patch({"a=1", "a.b=2"}), Failure);
}

TEST_CASE("settings are shown with the keys that set them") {
  const auto flat = flat_settings(
      parse_json(R"({"currency":"EUR","activity_rates":{"order.web":2.00},"calls":{"reserve":{}}})"));
  REQUIRE(flat.size() == 3);
  CHECK(flat[1].first == "activity_rates.order.web");
  CHECK(flat[1].second == "2.00");
  CHECK(flat[2].second == "{}");
}
