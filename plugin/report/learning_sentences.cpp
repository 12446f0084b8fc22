#include "plugin/report/learning_sentences.hpp"

#include <fmt/format.h>

#include "plugin/report/learning_labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {

namespace {

std::string_view word(std::span<const Label> labels, std::string_view code, Language language) {
  for (const Label& one : labels)
    if (one.code == code) return one.in(language);
  return code;
}

/// Which of its kind: the reason's word, a range of days, an attribute with its value.
std::string which(const LearningReason& reason, Language language) {
  switch (reason.feature) {
    case LearningFeature::level: return {};
    case LearningFeature::reason: return std::string(label("reason", reason.code, language));
    case LearningFeature::part: return std::string(word(day_part_labels, reason.code, language));
    case LearningFeature::channel: return std::string(label("channel", reason.code, language));
    case LearningFeature::attribute: return fmt::format("{} = {}", reason.name, reason.code);
    case LearningFeature::attempt:
    case LearningFeature::waiting: break;
  }
  return reason.code;
}

}  // namespace

std::string learning_text(const LearningReason& reason, std::string_view language) {
  const auto spoken = parse_language(language).value_or(Language::en);
  const auto kind = word(learning_feature_labels, name_of(reason.feature), spoken);
  const auto one = which(reason, spoken);
  return fmt::format("{}{}{}: {} × {}", kind, one.empty() ? "" : " ", one,
                     pick(spoken, "kansverhouding", "odds"), decimal_text(reason.odds.millionths, 2, spoken));
}

}  // namespace rendabel::report
