#include "plugin/base/phone.hpp"

#include <catch2/catch.hpp>

using rendabel::calling_code;
using rendabel::normal_number;

namespace {
std::string norm(std::string_view text, std::string_view country = "NL") {
  return normal_number(text, country).value_or("none");
}
}  // namespace

TEST_CASE("One Dutch line has one normal form, however it is written") {
  for (const auto* text : {"020-1234567", "(020) 123 45 67", "+31 20 1234567", "+31(0)20-1234567",
                           "0031 20 123 4567", "0031(0)201234567", "+31 020 1234567", "tel:+31-20-1234567",
                           "Tel. 020 1234567", "31201234567", "201234567", "020.123.45.67", "020/1234567",
                           "+31\xC2\xA0"
                           "20\xC2\xA0"
                           "1234567",
                           "  020 1234567  ", "(+31) 20 1234567"})
    CHECK(norm(text) == "31201234567");
}

TEST_CASE("An extension is left off and does not make another line") {
  for (const auto* text :
       {"020-1234567 tst 12", "020-1234567 ext. 12", "020-1234567x12", "020-1234567 toestel 12",
        "020-1234567 #12", "+31201234567;ext=12", "020-1234567 EXT12"})
    CHECK(norm(text) == "31201234567");
}

TEST_CASE("What is no number has no normal form") {
  for (const auto* text : {"",
                           "   ",
                           "bel mij",
                           "0800-FLOWERS",
                           "020-12 of 020-13",
                           "12345",
                           "112",
                           "020+1234567",
                           "++31201234567",
                           "020123456789012",
                           "+3120123456789012345",
                           "((020)1234567",
                           "020)1234567",
                           "+",
                           "00",
                           "+0201234567",
                           "tst 12",
                           "020*1234567",
                           "info@example.nl",
                           "geen"})
    CHECK(norm(text) == "none");
}

TEST_CASE("A leading trunk 0 is resolved by the country of the number") {
  CHECK(norm("030 123456", "DE") == "4930123456");
  CHECK(norm("+49 (0)30 123456", "NL") == "4930123456");
  CHECK(norm("0471 12 34 56", "BE") == "32471123456");
  CHECK(norm("01 23 45 67 89", "FR") == "33123456789");
  CHECK(norm("020 7946 0958", "GB") == "442079460958");
  CHECK(norm("020 7946 0958", "UK") == "442079460958");
  CHECK(norm("044 668 18 00", "CH") == "41446681800");
  CHECK(norm("01 234567", "AT") == "431234567");
  CHECK(norm("06 1 234 5678", "HU") == "3612345678");
  CHECK(norm("08-123 456 78", "SE") == "46812345678");
}

TEST_CASE("Italy keeps its 0, with or without the country code") {
  CHECK(norm("06 1234 5678", "IT") == "390612345678");
  CHECK(norm("+39 06 1234 5678", "NL") == "390612345678");
  CHECK(norm("+39 (0)6 1234 5678", "NL") == "390612345678");
  CHECK(norm("333 1234567", "IT") == "393331234567");
  CHECK(norm("393 1234567", "IT") == "393931234567");
}

TEST_CASE("Countries without a trunk prefix take their digits as they are") {
  CHECK(norm("12 34 56 78", "DK") == "4512345678");
  CHECK(norm("45 12 34 56", "DK") == "4545123456");
  CHECK(norm("45 12 34 56 78", "DK") == "4512345678");
  CHECK(norm("912 345 678", "ES") == "34912345678");
  CHECK(norm("22 12 34 56", "NO") == "4722123456");
  CHECK(norm("27 12 34 56", "LU") == "35227123456");
}

TEST_CASE("North American numbers know 1 and 011") {
  CHECK(norm("(212) 555-0123", "US") == "12125550123");
  CHECK(norm("1-212-555-0123", "CA") == "12125550123");
  CHECK(norm("011 31 20 1234567", "US") == "31201234567");
  CHECK(norm("+1 212 555 0123", "NL") == "12125550123");
  CHECK(norm("555-0123", "US") == "none");
}

TEST_CASE("A number of a country that we do not know counts only when written internationally") {
  CHECK(norm("03-1234-5678", "JP") == "none");
  CHECK(norm("+81 3 1234 5678", "JP") == "81312345678");
  CHECK(norm("020-1234567", "") == "none");
  CHECK(calling_code("JP").empty());
}

TEST_CASE("Every country of the EU and EEA, the UK, Switzerland and North America has a calling code") {
  for (const auto* country : {"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR",
                              "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK",
                              "SI", "ES", "SE", "IS", "LI", "NO", "GB", "UK", "CH", "US", "CA"})
    CHECK_FALSE(calling_code(country).empty());
  CHECK(calling_code("NL") == "31");
}

TEST_CASE("A normal form is its own normal form") {
  for (const auto* text :
       {"020-1234567", "06 12345678", "+49 30 123456", "+39 06 1234 5678", "+1 212 555 0123"}) {
    const auto first = norm(text);
    CHECK(norm("+" + first) == first);
    CHECK(norm("00" + first) == first);
  }
}
