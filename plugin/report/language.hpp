// language.hpp — the languages that people are spoken to in.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace rendabel::report {

enum class Language : std::uint8_t { nl, en };

/// "nl", "en" and regional forms such as "nl-BE" and "en_GB"; nothing for a language we have no words in.
constexpr std::optional<Language> parse_language(std::string_view text) {
  const bool alone = text.size() == 2 || (text.size() > 2 && (text[2] == '-' || text[2] == '_'));
  if (!alone) return std::nullopt;
  const auto code = text.substr(0, 2);
  if (code == "nl") return Language::nl;
  if (code == "en") return Language::en;
  return std::nullopt;
}

/// The one of the two texts that is in `language`.
constexpr std::string_view pick(Language language, std::string_view nl, std::string_view en) {
  return language == Language::nl ? nl : en;
}

}  // namespace rendabel::report
