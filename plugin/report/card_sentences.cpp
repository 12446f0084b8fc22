#include "plugin/report/card_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plugin/report/call_sentences.hpp"
#include "plugin/report/desk_labels.hpp"
#include "plugin/report/money_text.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::report {

namespace {

struct Speaker {
  const Card& card;
  const Settings& settings;
  Language language;

  std::string_view say(std::string_view nl, std::string_view en) const { return pick(language, nl, en); }
  std::string money(Cents amount) const { return money_text(amount, settings.currency, language); }
};

Speaker speaker(const Card& card, const Settings& settings, std::string_view language) {
  return {card, settings, parse_language(language).value_or(Language::en)};
}

std::string contact_kind(const Speaker& s, std::string_view what) {
  if (what == "visit") return std::string(s.say("bezoek", "visit"));
  if (what == "call") return std::string(s.say("telefoongesprek", "telephone call"));
  return std::string(desk_label(outcome_labels, what, s.language));
}

std::string rhythm(const Speaker& s, std::int64_t halves) {
  const auto days = decimal_text(halves * 500'000, 1, s.language);
  return fmt::format(fmt::runtime(s.say("; bestelt om de {} dagen", "; orders every {} days")), days);
}

/// What the message is about, without anything that would be a sales talk.
std::string subject(const Card& card, Language language) {
  if (card.call.reasons.empty()) return std::string(pick(language, "uw vraag", "your question"));
  const auto& reason = card.call.reasons.front();
  switch (reason.code) {
    case Reason::quote:
      return fmt::format("{} {}", pick(language, "onze offerte", "our quote"), reason.source_id);
    case Reason::inquiry:
      return std::string(pick(language, "uw informatieaanvraag", "your request for information"));
    case Reason::problem: return std::string(pick(language, "uw vraag of melding", "what you reported"));
    case Reason::callback: return std::string(pick(language, "onze belafspraak", "the call we agreed on"));
    default: return std::string(pick(language, "onze samenwerking", "our working together"));
  }
}

void add_line(std::string& out, std::string_view line) {
  if (!out.empty()) out += '\n';
  out += line;
}

void add_reasons(std::string& out, const Speaker& s) {
  for (const auto& reason : s.card.call.reasons)
    add_line(out, why_call(reason, s.card.day, s.settings, s.language == Language::nl ? "nl" : "en") + ".");
}

void add_advice(std::string& out, const Speaker& s) {
  const std::string_view language = s.language == Language::nl ? "nl" : "en";
  if (s.card.solve_first)
    add_line(out, s.say("Los eerst het probleem of de klacht op; daarna pas iets anders.",
                        "Solve the problem or complaint first; only then anything else."));
  for (const auto& need : s.card.needs)
    add_line(out, fmt::format("{}: {}", s.say("Eerder genoemd", "Mentioned before"),
                              need.note.empty() ? desk_label(ask_labels, need.code, s.language)
                                                : std::string_view(need.note)));
  if (s.card.amounts)
    for (const auto& remedy : s.card.remedies) add_line(out, remedy_text(remedy, s.settings, language));
  for (const auto& hint : s.card.cross_sell) add_line(out, cross_sell_text(hint, language));
  const auto& ask = s.card.ask;
  for (const auto code : {"offer_objection", "opt_in"})
    if (std::ranges::find(ask, code) != ask.end())
      add_line(out, std::string(desk_label(ask_labels, code, s.language)) + ".");
}

}  // namespace

std::string history_text(const HistoryLine& line, const Card& card, const Settings& settings,
                         std::string_view language) {
  const auto s = speaker(card, settings, language);
  std::string out;
  switch (line.kind) {
    case HistoryKind::last_contact:
      return fmt::format("{} {}: {}", s.say("Laatste contact", "Last contact"),
                         date_text(*line.on, s.language), contact_kind(s, line.what));
    case HistoryKind::last_order:
      out = fmt::format("{} {}", s.say("Laatste order", "Last order"), date_text(*line.on, s.language));
      if (line.amount && card.amounts) out += ": " + s.money(*line.amount);
      if (line.median_gap_halves) out += rhythm(s, *line.median_gap_halves);
      return out;
    case HistoryKind::result:
      out = fmt::format("{} {}", s.say("Afgelopen jaar omzet", "Revenue of the past year"),
                        s.money(*line.revenue));
      if (line.amount)
        out += fmt::format(", {} {}", s.say("nettoresultaat", "net result"), s.money(*line.amount));
      return out;
  }
  return out;
}

std::string message_text(const Card& card, std::string_view language) {
  const auto spoken = parse_language(language).value_or(Language::en);
  const auto greeting = card.contact_name.empty()
                            ? std::string(pick(spoken, "Goedendag,", "Hello,"))
                            : fmt::format("{} {},", pick(spoken, "Goedendag", "Hello"), card.contact_name);
  const auto body = fmt::format(
      fmt::runtime(pick(spoken, "Ik probeerde u te bellen over {}. Wanneer komt het u uit dat ik bel?",
                        "I tried to call you about {}. When would it suit you that I call?")),
      subject(card, spoken));
  auto out =
      greeting + "\n" + body + "\n" + std::string(pick(spoken, "Met vriendelijke groet", "Kind regards"));
  if (!card.agent_name.empty()) out += ",\n" + card.agent_name;
  if (!card.agent_profile_url.empty()) out += "\n" + card.agent_profile_url;
  return out;
}

std::string step_text(StepKind kind, std::string_view why, std::string_view language) {
  const auto spoken = parse_language(language).value_or(Language::en);
  return fmt::format("{} ({})", desk_label(step_labels, name_of(kind), spoken),
                     desk_label(step_why_labels, why, spoken));
}

std::string card_text(const Card& card, const Settings& settings, std::string_view language) {
  const auto s = speaker(card, settings, language);
  std::string out;
  if (card.direction == CallDirection::in)
    add_line(out, s.say("De klant belt: beantwoord eerst zijn vraag.",
                        "The customer calls: answer his question first."));
  add_reasons(out, s);
  add_advice(out, s);
  if (out.empty()) out = s.say("Geen openstaande aanleiding.", "No reason is open.");
  return out;
}

}  // namespace rendabel::report
