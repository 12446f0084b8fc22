#include "abi/documents/number.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "abi/documents/writer.hpp"

using namespace rendabel;
using namespace rendabel::abi;

namespace {
constexpr std::int64_t limit = 10'000'000'000'000;
NumberFault fault(std::string_view text, int places = 2) {
  std::int64_t out = 0;
  return parse_fixed(text, places, limit, out);
}
std::int64_t cents(std::string_view text, int places = 2) {
  std::int64_t out = 0;
  REQUIRE(parse_fixed(text, places, limit, out) == NumberFault::none);
  return out;
}
}  // namespace

TEST_CASE("An amount is read to the cent, however many decimals it has") {
  CHECK(cents("0") == 0);
  CHECK(cents("-0.00") == 0);
  CHECK(cents("12") == 1200);
  CHECK(cents("12.5") == 1250);
  CHECK(cents("-12.34") == -1234);
  CHECK(cents("0.29") == 29);  // 0.29 × 100 is 28.999… as a double
  CHECK(cents("1234", 0) == 1234);
  CHECK(cents("1.234", 3) == 1234);
  CHECK(cents("100000000000.00") == limit);
}

TEST_CASE("What is no plain decimal is refused with its reason") {
  for (const auto* text : {"", "-", ".5", "5.", "01", "-01.5", "+5", "1,5", "1 000", " 1", "1 ", "NaN",
                           "Infinity", "0x10", "1e", "1.2.3", "--1"})
    CHECK(fault(text) == NumberFault::no_number);
  for (const auto* text : {"1e3", "1E+3", "1.5e-2", "0e0"}) CHECK(fault(text) == NumberFault::exponent);
  for (const auto* text : {"1.005", "0.001", "10.000"}) CHECK(fault(text) == NumberFault::too_many_places);
  CHECK(fault("1.5", 0) == NumberFault::too_many_places);
  for (const auto* text :
       {"100000000000.01", "-100000000000.01", "99999999999999999999", "999999999999999999999999999999.5"})
    CHECK(fault(text) == NumberFault::too_large);
}

TEST_CASE("A whole number may end in a fraction of zeros and in nothing else") {
  std::int64_t out = 0;
  CHECK(parse_whole("5.0", out) == NumberFault::none);
  CHECK(out == 5);
  CHECK(parse_whole("9223372036854775807", out) == NumberFault::none);
  CHECK(out == INT64_MAX);
  CHECK(parse_whole("9223372036854775808", out) == NumberFault::too_large);
  CHECK(parse_whole("5.5", out) == NumberFault::too_many_places);
  CHECK(parse_whole("5e0", out) == NumberFault::exponent);
  CHECK(parse_whole("true", out) == NumberFault::no_number);
}

TEST_CASE("A number nobody keeps is checked all the same") {
  CHECK(check_number("-1.5e300") == NumberFault::none);
  CHECK(check_number("1e-400") == NumberFault::none);
  CHECK(check_number("1e400") == NumberFault::too_large);
  CHECK(check_number("1e+") == NumberFault::no_number);
  CHECK(check_number("tru") == NumberFault::no_number);
}

TEST_CASE("Every amount comes back from its text, in every currency") {
  CHECK(rc::check([] {
    const int places = *rc::gen::inRange(0, 5);
    const auto amount = *rc::gen::inRange<std::int64_t>(-limit, limit + 1);
    RC_ASSERT(cents(money_text(amount, places), places) == amount);
    const auto millionths = *rc::gen::inRange<std::int64_t>(-limit, limit + 1);
    RC_ASSERT(cents(decimal_text(Micro{millionths}), 6) == millionths);
  }));
}
