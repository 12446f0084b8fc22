#include "adapters/cli/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rendabel::cli {

std::string grouped(std::string_view number, Language language) {
  const char separator = language == Language::nl ? '.' : ',';
  const char point = language == Language::nl ? ',' : '.';
  const bool negative = !number.empty() && number.front() == '-';
  if (negative) number.remove_prefix(1);
  const std::size_t whole = std::min(number.find('.'), number.size());
  std::string text = negative ? "-" : "";
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) text += separator;
    text += number[i];
  }
  if (whole < number.size()) {
    text += point;
    text += number.substr(whole + 1);
  }
  return text;
}

std::string percent(std::string_view basis_points, Language language) {
  if (basis_points.empty()) return {};
  const bool negative = basis_points.front() == '-';
  if (negative) basis_points.remove_prefix(1);
  std::string digits(basis_points.size() < 3 ? 3 - basis_points.size() : 0, '0');
  digits += basis_points;
  const std::size_t whole = digits.size() - 2;
  return grouped(fmt::format("{}{}.{}", negative ? "-" : "", digits.substr(0, whole), digits.substr(whole)),
                 language) +
         " %";
}

}  // namespace rendabel::cli
