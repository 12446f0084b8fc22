#include "plugin/base/phone.hpp"

#include <algorithm>
#include <array>

namespace rendabel {

namespace {

/// How a country writes numbers: its code, the trunk prefix that goes before it, digits without either.
struct Numbering {
  std::string_view country, code, trunk;
  std::size_t digits_min, digits_max;
};

// ITU-T E.164 assignments and the national numbering plans; lengths are kept wide where plans are open.
// Italy, San Marino and the Vatican dial their 0 as part of the number: no trunk prefix.
// clang-format off
constexpr std::array plans{
    Numbering{"AD", "376", "", 6, 9},   Numbering{"AL", "355", "0", 6, 9},  Numbering{"AT", "43", "0", 4, 13},
    Numbering{"AU", "61", "0", 6, 10},  Numbering{"AX", "358", "0", 5, 12}, Numbering{"BA", "387", "0", 8, 9},
    Numbering{"BE", "32", "0", 7, 9},   Numbering{"BG", "359", "0", 6, 9},  Numbering{"CA", "1", "1", 10, 10},
    Numbering{"CH", "41", "0", 9, 12},  Numbering{"CY", "357", "", 8, 8},   Numbering{"CZ", "420", "", 9, 12},
    Numbering{"DE", "49", "0", 5, 13},  Numbering{"DK", "45", "", 8, 8},    Numbering{"EE", "372", "", 7, 10},
    Numbering{"ES", "34", "", 9, 9},    Numbering{"FI", "358", "0", 5, 12}, Numbering{"FO", "298", "", 6, 6},
    Numbering{"FR", "33", "0", 9, 9},   Numbering{"GB", "44", "0", 7, 10},  Numbering{"GG", "44", "0", 7, 10},
    Numbering{"GI", "350", "", 8, 8},   Numbering{"GR", "30", "", 10, 10},  Numbering{"HR", "385", "0", 6, 9},
    Numbering{"HU", "36", "06", 8, 9},  Numbering{"IE", "353", "0", 7, 10}, Numbering{"IM", "44", "0", 7, 10},
    Numbering{"IS", "354", "", 7, 9},   Numbering{"IT", "39", "", 6, 12},   Numbering{"JE", "44", "0", 7, 10},
    Numbering{"LI", "423", "", 7, 9},   Numbering{"LT", "370", "0", 8, 8},  Numbering{"LU", "352", "", 5, 11},
    Numbering{"LV", "371", "", 8, 8},   Numbering{"MC", "377", "", 8, 9},   Numbering{"MD", "373", "0", 8, 8},
    Numbering{"ME", "382", "0", 6, 9},  Numbering{"MK", "389", "0", 8, 8},  Numbering{"MT", "356", "", 8, 8},
    Numbering{"NL", "31", "0", 7, 11},  Numbering{"NO", "47", "", 8, 12},   Numbering{"NZ", "64", "0", 7, 10},
    Numbering{"PL", "48", "", 9, 9},    Numbering{"PT", "351", "", 9, 9},   Numbering{"RO", "40", "0", 9, 9},
    Numbering{"RS", "381", "0", 6, 10}, Numbering{"SE", "46", "0", 7, 13},  Numbering{"SI", "386", "0", 7, 8},
    Numbering{"SJ", "47", "", 8, 12},   Numbering{"SK", "421", "0", 7, 9},  Numbering{"SM", "378", "", 6, 10},
    Numbering{"TR", "90", "0", 10, 10}, Numbering{"UA", "380", "0", 9, 9},  Numbering{"UK", "44", "0", 7, 10},
    Numbering{"US", "1", "1", 10, 10},  Numbering{"VA", "39", "", 6, 12},   Numbering{"XK", "383", "0", 8, 8}};
// clang-format on
static_assert(std::ranges::is_sorted(plans, {}, &Numbering::country));

constexpr std::size_t e164_min = 8, e164_max = 15;

const Numbering* plan_of_country(std::string_view country) {
  const auto found = std::ranges::lower_bound(plans, country, {}, &Numbering::country);
  return found != plans.end() && found->country == country ? &*found : nullptr;
}

/// Country calling codes are prefix-free, so at most one fits; countries that share one share its rules.
const Numbering* plan_of_number(std::string_view digits) {
  const auto found =
      std::ranges::find_if(plans, [&](const Numbering& plan) { return digits.starts_with(plan.code); });
  return found != plans.end() ? &*found : nullptr;
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` opens with the word of an extension, such as `tst 12`, `ext.12`, `x12`, `;ext=12`, `#12`.
bool opens_extension(std::string_view text) {
  if (text.front() == '#' || text.front() == ';') return true;
  std::string word;
  for (std::size_t i = 0; i < text.size() && is_letter(text[i]); ++i) word += lower(text[i]);
  static constexpr std::array<std::string_view, 11> words{
      "ext", "extension", "x", "tst", "toestel", "poste", "dw", "durchwahl", "wew", "int", "interno"};
  return std::ranges::find(words, word) != words.end();
}

/// The bytes of a space or dash at `at` that typesetting puts between digits; 0 if there is none.
std::size_t separator_size(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 12> separators{" ",
                                                               "-",
                                                               ".",
                                                               "/",
                                                               "\t",
                                                               "\xC2\xA0",
                                                               "\xE2\x80\x90",
                                                               "\xE2\x80\x91",
                                                               "\xE2\x80\x93",
                                                               "\xE2\x80\xAF",
                                                               "\xE2\x80\x89",
                                                               "\xE2\x88\x92"};
  for (const auto separator : separators)
    if (text.substr(at).starts_with(separator)) return separator.size();
  return 0;
}

/// The number as written: its digits, whether a plus stood in front, and where a `(0)` stood among them.
struct Written {
  std::string digits;
  bool plus = false;
  std::size_t bracketed_zero = std::string::npos;
};

std::optional<Written> written(std::string_view text) {
  Written out;
  bool bracket = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_digit(c)) {
      out.digits += c;
    } else if (c == '+') {
      if (out.plus || !out.digits.empty()) return std::nullopt;
      out.plus = true;
    } else if (c == '(') {
      if (bracket) return std::nullopt;
      bracket = true;
      if (text.substr(i).starts_with("(0)")) out.bracketed_zero = out.digits.size();
    } else if (c == ')') {
      if (!bracket) return std::nullopt;
      bracket = false;
    } else if (!out.digits.empty() && (is_letter(c) || c == '#' || c == ';')) {
      if (!opens_extension(text.substr(i))) return std::nullopt;
      break;
    } else if (const auto size = separator_size(text, i); size > 0) {
      i += size;
      continue;
    } else {
      return std::nullopt;
    }
    ++i;
  }
  return out;
}

std::optional<std::string> checked(std::string_view code, std::string_view national, std::size_t digits_min,
                                   std::size_t digits_max) {
  const auto size = code.size() + national.size();
  if (national.size() < digits_min || national.size() > digits_max) return std::nullopt;
  if (size < e164_min || size > e164_max) return std::nullopt;
  return std::string(code) + std::string(national);
}

/// `digits` open with a country calling code.
std::optional<std::string> international(std::string_view digits) {
  if (digits.empty() || digits.front() == '0') return std::nullopt;
  const Numbering* plan = plan_of_number(digits);
  if (plan == nullptr) return checked({}, digits, e164_min, e164_max);
  auto national = digits.substr(plan->code.size());
  // Also without brackets the trunk 0 is often left in: +31 020 …
  if (plan->trunk.starts_with('0') && national.starts_with('0'))
    national.remove_prefix(national.starts_with(plan->trunk) ? plan->trunk.size() : 1);
  return checked(plan->code, national, plan->digits_min, plan->digits_max);
}

/// `digits` as they are dialled inside the country.
std::optional<std::string> inside(std::string_view digits, const Numbering& plan) {
  if (!plan.trunk.empty() && digits.starts_with(plan.trunk)) {
    const auto national = digits.substr(plan.trunk.size());
    return checked(plan.code, national, plan.digits_min, plan.digits_max);
  }
  // No trunk prefix where the country uses 0, or more digits than it has: the code is there, the plus went
  // lost.
  const bool code_written =
      digits.starts_with(plan.code) && (plan.trunk.starts_with('0') || digits.size() > plan.digits_max);
  if (code_written)
    if (auto number = international(digits)) return number;
  return checked(plan.code, digits, plan.digits_min, plan.digits_max);
}

}  // namespace

std::string_view calling_code(std::string_view country) {
  const Numbering* plan = plan_of_country(country);
  return plan != nullptr ? plan->code : std::string_view{};
}

std::optional<std::string> normal_number(std::string_view text, std::string_view country) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (text.size() > 4 && lower(text[0]) == 't' && lower(text[1]) == 'e' && lower(text[2]) == 'l' &&
      (text[3] == ':' || text[3] == '.'))
    text.remove_prefix(4);
  auto number = written(text);
  if (!number) return std::nullopt;
  const Numbering* plan = plan_of_country(country);
  std::string_view digits = number->digits;
  const bool north_american = plan != nullptr && plan->code == "1";
  std::size_t prefix = 0;
  if (!number->plus) {
    if (digits.starts_with("00"))
      prefix = 2;
    else if (north_american && digits.starts_with("011"))
      prefix = 3;
    else
      return plan != nullptr ? inside(digits, *plan) : std::nullopt;
  }
  // +39 (0)6: Italy dials that 0, everybody else drops it.
  const auto zero = number->bracketed_zero;
  const bool keeps_zero = digits.substr(prefix).starts_with("39") || digits.substr(prefix).starts_with("378");
  if (zero != std::string::npos && zero > prefix && !keeps_zero) number->digits.erase(zero, 1);
  return international(std::string_view(number->digits).substr(prefix));
}

}  // namespace rendabel
