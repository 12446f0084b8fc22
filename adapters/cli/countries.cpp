#include "adapters/cli/countries.hpp"

#include <algorithm>

#include "adapters/cli/order_layout.hpp"

namespace rendabel::cli {
namespace {

struct Name {
  std::string_view name, code;
};
// clang-format off
constexpr Name names[] = {
    {"AUSTRALIA", "AU"}, {"AUSTRIA", "AT"}, {"BAHRAIN", "BH"}, {"BELGIE", "BE"}, {"BELGIUM", "BE"}, {"BELGIë", "BE"},
    {"BRAZIL", "BR"}, {"BULGARIA", "BG"}, {"CANADA", "CA"}, {"CROATIA", "HR"}, {"CYPRUS", "CY"}, {"CZECH REPUBLIC", "CZ"},
    {"CZECHIA", "CZ"}, {"DENEMARKEN", "DK"}, {"DENMARK", "DK"}, {"DUITSLAND", "DE"}, {"EIRE", "IE"}, {"ESTONIA", "EE"},
    {"FINLAND", "FI"}, {"FRANCE", "FR"}, {"FRANKRIJK", "FR"}, {"GERMANY", "DE"}, {"GREAT BRITAIN", "GB"}, {"GREECE", "GR"},
    {"HONG KONG", "HK"}, {"HUNGARY", "HU"}, {"ICELAND", "IS"}, {"IERLAND", "IE"}, {"IRELAND", "IE"}, {"ISRAEL", "IL"},
    {"ITALIE", "IT"}, {"ITALIë", "IT"}, {"ITALY", "IT"}, {"JAPAN", "JP"}, {"LATVIA", "LV"}, {"LEBANON", "LB"},
    {"LITHUANIA", "LT"}, {"LUXEMBOURG", "LU"}, {"LUXEMBURG", "LU"}, {"MALTA", "MT"}, {"NEDERLAND", "NL"},
    {"NETHERLANDS", "NL"}, {"NORWAY", "NO"}, {"OOSTENRIJK", "AT"}, {"POLAND", "PL"}, {"POLEN", "PL"}, {"PORTUGAL", "PT"},
    {"ROMANIA", "RO"}, {"RSA", "ZA"}, {"SAUDI ARABIA", "SA"}, {"SINGAPORE", "SG"}, {"SLOVAKIA", "SK"}, {"SLOVENIA", "SI"},
    {"SOUTH AFRICA", "ZA"}, {"SPAIN", "ES"}, {"SPANJE", "ES"}, {"SWEDEN", "SE"}, {"SWITZERLAND", "CH"}, {"THE NETHERLANDS", "NL"},
    {"UNITED ARAB EMIRATES", "AE"}, {"UNITED KINGDOM", "GB"}, {"UNITED STATES", "US"}, {"USA", "US"},
    {"VERENIGD KONINKRIJK", "GB"}, {"ZWEDEN", "SE"}, {"ZWITSERLAND", "CH"},
};
// clang-format on

}  // namespace

std::string country_code(std::string_view name) {
  const std::string big = upper(name);
  const auto is_letter = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
  if (big.size() == 2 && is_letter(big[0]) && is_letter(big[1])) return big == "UK" ? "GB" : big;
  const auto* found =
      std::find_if(std::begin(names), std::end(names), [&](const Name& known) { return known.name == big; });
  return found == std::end(names) ? "" : std::string(found->code);
}

}  // namespace rendabel::cli
