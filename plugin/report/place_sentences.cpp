#include "plugin/report/place_sentences.hpp"

#include <fmt/format.h>

#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {

namespace {

/// P × margin × what is left of it − cost, as the leading reason was reckoned.
std::string reckoned(const CallReason& lead, Date today, const Settings& settings, Language language) {
  const auto say = [&](std::string_view nl, std::string_view en) { return pick(language, nl, en); };
  if (lead.margin_from == "unknown")
    return std::string(say("marge onbekend, daarom achteraan", "margin unknown, so behind the others"));
  const auto money = [&](Cents amount) { return money_text(amount, settings.currency, language); };
  const auto share = [&](Micro part) {
    return decimal_text(part.millionths * 100, 1, language) + say(" %", "%").data();
  };
  std::string out = fmt::format("{} {} × {} {}", say("kans", "chance"), share(lead.p_success),
                                say("marge", "margin"), money(lead.margin));
  if (lead.decay.millionths != micro)
    out += fmt::format(" × {} {} {} {}", share(lead.decay), say("over na", "left after"),
                       (today - lead.since).count(), say("dagen", "days"));
  return out +
         fmt::format(" − {} {} = {}", say("gesprek", "call"), money(lead.cost), money(lead.value_at_stake));
}

}  // namespace

std::string why_place(const Call& call, Date today, const Settings& settings, std::string_view language) {
  const auto spoken = parse_language(language).value_or(Language::en);
  const auto say = [&](std::string_view nl, std::string_view en) {
    return std::string(pick(spoken, nl, en));
  };
  std::string first;
  switch (call.place) {
    case Place::now:
      return say("Nu bellen: gaat voor, buiten de plaatsen van vandaag",
                 "Call now: goes first, outside today's places");
    case Place::pinned: first = say("Vastgezet door de teamleider", "Pinned by the team leader"); break;
    case Place::reserved:
      first = say("Vrijgehouden plaats: ", "Place kept for: ");
      if (call.reserved_for) first += label("reason", name_of(*call.reserved_for), spoken);
      break;
    case Place::added:
      first = say("Kwam vandaag op, en er was nog plaats", "Came up today, and there was room");
      break;
    case Place::value: first = say("Op waarde", "By value"); break;
  }
  if (call.reasons.empty()) return first;
  return first + ": " + reckoned(call.reasons.front(), today, settings, spoken);
}

}  // namespace rendabel::report
