#include "plugin/report/sentences.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

Language spoken(std::string_view language) { return parse_language(language).value_or(Language::en); }

std::string known_of(const Coverage& row, Language language) {
  if (!row.known || !row.of) return {};
  return language == Language::nl ? fmt::format(" ({} van {} bekend)", *row.known, *row.of)
                                  : fmt::format(" ({} of {} known)", *row.known, *row.of);
}

// A line that is also a flag is spoken of as the flag: a line of costs always has the first word.
std::string_view words_of_line(const Coverage& row, Language language) {
  const auto line = label("line", row.line, language);
  return line == row.line ? label("flag", row.line, language) : line;
}

/// A sentence about amounts, in one language.
class Statement {
 public:
  Statement(const WindowResult& result, const Settings& settings, Language language)
      : result_(result), settings_(settings), language_(language) {}

  std::string text() const {
    const auto& net = result_.net_revenue;
    if (!net)
      return said("De omzet van het afgelopen jaar is niet bekend.",
                  "The revenue of the past year is unknown.");
    if (!result_.net_result) return without_margin();
    if (*net == 0) return without_revenue();
    return *result_.net_result < 0 ? lost() : earned();
  }

 private:
  std::string said(std::string_view nl, std::string_view en) const {
    return std::string(pick(language_, nl, en));
  }
  std::string money(Cents amount) const { return money_text(amount, settings_.currency, language_); }
  std::string margin() const {
    return result_.net_margin_bp ? fmt::format(" ({})", percent_text(*result_.net_margin_bp, language_)) : "";
  }

  std::string without_margin() const {
    return fmt::format(
        fmt::runtime(said("De omzet was {}; zonder brutomarge is het resultaat niet te beoordelen.",
                          "Revenue was {}; without a gross margin the result cannot be judged.")),
        money(*result_.net_revenue));
  }
  std::string without_revenue() const {
    if (*result_.net_result == 0)
      return said("Het afgelopen jaar was er geen omzet.", "There was no revenue over the past year.");
    return fmt::format(fmt::runtime(said("Het afgelopen jaar was er geen omzet; het nettoresultaat was {}.",
                                         "There was no revenue over the past year; the net result was {}.")),
                       money(*result_.net_result));
  }
  std::string lost() const {
    return fmt::format(
        fmt::runtime(said("Op {} omzet en {} brutomarge ging het afgelopen jaar {} verloren{}.",
                          "On {} revenue and {} gross margin, {} was lost over the past year{}.")),
        money(*result_.net_revenue), money(*result_.gross_margin), money(-*result_.net_result), margin());
  }
  std::string earned() const {
    return fmt::format(
        fmt::runtime(said("Van {} omzet en {} brutomarge bleef het afgelopen jaar {} over{}.",
                          "Of {} revenue and {} gross margin, {} remained over the past year{}.")),
        money(*result_.net_revenue), money(*result_.gross_margin), money(*result_.net_result), margin());
  }

  const WindowResult& result_;
  const Settings& settings_;
  Language language_;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string lowered(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
    text.front() = static_cast<char>(text.front() + 32);
  return text;
}

std::string flags_sentence(const Assessment& assessment, const Settings& settings, Language language) {
  std::vector<std::string> parts;
  for (const Flag& flag : assessment.flags) {
    std::string part = lowered(label("flag", name_of(flag.code), language));
    if (flag.amount.value_or(0) > 0)
      part += fmt::format(" ({})", money_text(*flag.amount, settings.currency, language));
    parts.push_back(std::move(part));
  }
  const bool nl = language == Language::nl;
  if (parts.empty()) return nl ? "Er zijn geen signalen." : "There are no flags.";
  return (nl ? "Signalen: " : "Flags: ") + joined(parts) + ".";
}

// The lines whose figure would change if more were known; what only waits for a refresh is no news.
std::string coverage_summary(const Assessment& assessment, Language language) {
  std::vector<std::string> parts;
  for (const Coverage& row : assessment.coverage) {
    const bool waits = row.reason == "no_model" || row.reason == "no_refresh" || row.line == "p_active" ||
                       row.line == "expected_orders" || row.line == "cross_sell";
    const bool worse = row.state == CoverageState::partial || row.state == CoverageState::not_assessable;
    const bool is_flag =
        label("line", row.line, language) == row.line && label("flag", row.line, language) != row.line;
    if (worse && !waits && !is_flag) parts.push_back(lowered(words_of_line(row, language)));
  }
  if (parts.empty()) return {};
  return (language == Language::nl ? " Niet of niet geheel bekend: " : " Not or not wholly known: ") +
         joined(parts) + ".";
}

}  // namespace

std::string coverage_text(const Coverage& row, const Settings&, std::string_view language) {
  const Language in = spoken(language);
  const auto line = words_of_line(row, in);
  const auto state = label("coverage_state", name_of(row.state), in);
  if (row.state == CoverageState::known) return fmt::format("{}: {}.", line, state);
  return fmt::format("{}: {}, {}{}.", line, state, label("coverage_reason", row.reason, in),
                     known_of(row, in));
}

std::string cross_sell_text(const CrossSellAdvice& advice, std::string_view language) {
  return spoken(language) == Language::nl
             ? fmt::format("Van de {} vergelijkbare klanten die {} kopen, kopen er {} ook {}.", advice.buyers,
                           advice.from, advice.also, advice.group)
             : fmt::format("Of {} comparable customers that buy {}, {} also buy {}.", advice.buyers,
                           advice.from, advice.also, advice.group);
}

std::string assessment_text(const Assessment& assessment, const Settings& settings,
                            std::string_view language) {
  const Language in = spoken(language);
  return Statement(assessment.result, settings, in).text() + " " + flags_sentence(assessment, settings, in) +
         coverage_summary(assessment, in);
}

}  // namespace rendabel::report
