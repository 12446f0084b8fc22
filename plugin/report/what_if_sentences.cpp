// What was agreed and what is asked, in words.
#include <fmt/format.h>

#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::report {
namespace {

class Asked {
 public:
  Asked(const WhatIfResult& found, const Settings& settings, Language language)
      : found_(found), settings_(settings), language_(language) {}

  std::string text() const {
    std::string text;
    for (const WhatIfChange& change : found_.changes) text += changed(change);
    return text + outcome();
  }

 private:
  std::string money(Cents amount) const { return money_text(amount, settings_.currency, language_); }
  std::string spelt(std::int64_t number, Unit unit) const {
    switch (unit) {
      case Unit::money: return money(number);
      case Unit::percent:
        return decimal_text(number, 2, language_) + (language_ == Language::nl ? " %" : "%");
      case Unit::yes_no:
        return std::string(number != 0 ? pick(language_, "ja", "yes") : pick(language_, "nee", "no"));
      case Unit::decimal: return decimal_text(number, 1, language_);
      default: return count_text(number, language_);
    }
  }
  std::string spelt(std::optional<std::int64_t> number, Unit unit) const {
    return number ? spelt(*number, unit) : std::string(pick(language_, "onbekend", "unknown"));
  }

  std::string changed(const WhatIfChange& change) const {
    std::string text(label("what_if", change.name, language_));
    if (change.to)
      text += fmt::format(fmt::runtime(pick(language_, " van {} naar {}", " from {} to {}")),
                          spelt(change.from, change.unit), spelt(change.to, change.unit));
    if (change.break_even) text += fmt::format(" (break-even {})", spelt(*change.break_even, change.unit));
    return text + ". ";
  }

  std::string outcome() const {
    const auto& after = found_.result.net_result;
    if (!found_.before || !after)
      return std::string(
          pick(language_, "Het resultaat is niet te bepalen.", "The result is not assessable."));
    const Cents difference = *after - *found_.before;
    const auto form = difference < 0 ? pick(language_, "Het resultaat gaat van {} naar {}: {} minder.",
                                            "The result goes from {} to {}: {} less.")
                                     : pick(language_, "Het resultaat gaat van {} naar {}: {} meer.",
                                            "The result goes from {} to {}: {} more.");
    return fmt::format(fmt::runtime(form), money(*found_.before), money(*after),
                       money(difference < 0 ? -difference : difference));
  }

  const WhatIfResult& found_;
  const Settings& settings_;
  Language language_;
};

}  // namespace

std::string what_if_text(const WhatIfResult& found, const Settings& settings, std::string_view language) {
  return Asked(found, settings, parse_language(language).value_or(Language::en)).text();
}

std::string agreed_text(const AgreedRemedy& remedy, const Settings& settings, std::string_view code) {
  const Language language = parse_language(code).value_or(Language::en);
  const auto say = [&](std::string_view nl, std::string_view en, const auto&... values) {
    return fmt::format(fmt::runtime(pick(language, nl, en)), values...);
  };
  const auto money = [&](Cents amount) { return money_text(amount, settings.currency, language); };
  std::string text =
      say("{}: afgesproken op {}.", "{}: agreed on {}.", label("remedy", name_of(remedy.code), language),
          date_text(remedy.accepted_on, language));
  if (remedy.days == 0) {
    if (!remedy.predicted)
      return text +
             say(" Wat het zou opbrengen was niet te zeggen.", " What it would bring could not be told.");
    return text + say(" Verwacht wordt {} per jaar.", " {} a year is expected.", money(*remedy.predicted));
  }
  text += remedy.days == 1 ? say(" In 1 dag", " In 1 day") : say(" In {} dagen", " In {} days", remedy.days);
  const auto& expected = remedy.predicted_so_far;
  const auto& realised = remedy.realised;
  if (expected && realised)
    return text + say(" werd {} verwacht en {} gehaald.", " {} was expected and {} was realised.",
                      money(*expected), money(*realised));
  if (expected)
    return text + say(" werd {} verwacht; wat het opbracht is niet bekend.",
                      " {} was expected; what it brought is not known.", money(*expected));
  if (realised)
    return text + say(" werd {} gehaald; wat te verwachten was, is niet bekend.",
                      " {} was realised; what to expect was not known.", money(*realised));
  return text + say(" is niet te zeggen wat het opbracht.", " nothing can be told of what it brought.");
}

}  // namespace rendabel::report
