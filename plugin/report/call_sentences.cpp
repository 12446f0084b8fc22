#include "plugin/report/call_sentences.hpp"

#include <fmt/format.h>

#include "plugin/report/money_text.hpp"

namespace rendabel::report {

namespace {

/// What a sentence is made of: the reason, the day, and a choice between the two languages.
struct Speaker {
  const CallReason& reason;
  Date today;
  const Settings& settings;
  Language language;

  std::string_view say(std::string_view nl, std::string_view en) const { return pick(language, nl, en); }
  std::string day(Date day) const { return date_text(day, language); }
  std::string waited() const {
    const auto count = (today - reason.since).count();
    return count_text(count, language) +
           std::string(count == 1 ? say(" dag", " day") : say(" dagen", " days"));
  }
};

std::string quote(const Speaker& s) {
  std::string out = fmt::format("{} {}", s.say("Offerte", "Quote"), s.reason.source_id);
  if (s.reason.amount)
    out += fmt::format(" {} {}", s.say("van", "for"),
                       money_text(*s.reason.amount, s.settings.currency, s.language));
  if (s.reason.until && *s.reason.until < s.today)
    return out + fmt::format(fmt::runtime(s.say(" is verlopen op {}: vraag of het nog speelt",
                                                " expired on {}: ask whether it still matters")),
                             s.day(*s.reason.until));
  if (s.reason.since >= s.today) {
    out += s.say(" is vandaag verstuurd", " was sent today");
  } else {
    out += fmt::format(fmt::runtime(s.say(" staat {} open", " has been open for {}")), s.waited());
  }
  if (s.reason.until)
    out += fmt::format(fmt::runtime(s.say(", geldig tot {}", ", valid until {}")), s.day(*s.reason.until));
  return out;
}

std::string inquiry(const Speaker& s) {
  const std::string_view kind = s.reason.kind;
  const bool complaint = kind == "complaint", problem = kind == "problem";
  std::string_view what = s.say("Informatieaanvraag", "Request for information");
  if (complaint)
    what = s.say("Klacht", "Complaint");
  else if (problem)
    what = s.say("Probleem", "Problem");
  else if (kind == "question")
    what = s.say("Vraag", "Question");
  std::string out = fmt::format("{} {} {}", what, s.say("van", "of"), s.day(s.reason.since));
  if (!s.reason.subject.empty()) out += fmt::format(" {} '{}'", s.say("over", "about"), s.reason.subject);
  if (complaint || problem) return out + std::string(s.say(" is nog niet opgelost", " is not solved yet"));
  return out + std::string(s.say(" is nog niet beantwoord", " is not answered yet"));
}

std::string silent(const Speaker& s, std::string_view nl, std::string_view en) {
  return fmt::format(fmt::runtime(s.say(nl, en)), s.waited(), s.day(s.reason.since));
}

/// The five needs of an outcome; what a host calls otherwise is said as it is.
std::string need_words(const Speaker& s) {
  const std::string_view code = s.reason.subject;
  if (code == "upgrade") return std::string(s.say("iets beters of groters", "something better or larger"));
  if (code == "add_on") return std::string(s.say("een aanvulling", "an addition"));
  if (code == "custom") return std::string(s.say("maatwerk", "something made to measure"));
  if (code == "budget") return std::string(s.say("het budget", "the budget"));
  if (code == "profile") return std::string(s.say("het profiel", "the profile"));
  return std::string(code);
}

std::string cross_sell(const Speaker& s) {
  if (s.reason.kind == "proposal")
    return fmt::format(
        fmt::runtime(s.say("Vergelijkbare klanten kopen ook '{}'", "Comparable customers also buy '{}'")),
        s.reason.subject);
  return fmt::format(fmt::runtime(s.say("Kwam ter sprake op {} en is nu aan de orde: {}",
                                        "Came up on {} and is due now: {}")),
                     s.day(s.reason.since), need_words(s));
}

std::string keep_in_touch(const Speaker& s) {
  if (s.reason.kind == "reached")
    return fmt::format(fmt::runtime(s.say("Houd contact: het laatste gesprek was op {}",
                                          "Keep in touch: the last conversation was on {}")),
                       s.day(s.reason.since));
  return std::string(
      s.say("Houd contact: er is nog geen gesprek bekend", "Keep in touch: no conversation is known yet"));
}

}  // namespace

std::string why_call(const CallReason& reason, Date today, const Settings& settings,
                     std::string_view language) {
  const Speaker s{reason, today, settings, parse_language(language).value_or(Language::en)};
  switch (reason.code) {
    case Reason::quote: return quote(s);
    case Reason::inquiry:
    case Reason::problem: return inquiry(s);
    case Reason::dormant:
      return silent(s, "Staat op nul: al {} niets besteld, laatste order op {}",
                    "Dormant: nothing ordered for {}, last order on {}");
    case Reason::slipping:
      return silent(s, "Glijdt weg: al {} niets besteld, langer dan gewoonlijk; laatste order op {}",
                    "Slipping: nothing ordered for {}, longer than usual; last order on {}");
    case Reason::callback: return std::string(s.say("Terugbelafspraak", "Call back as agreed"));
    case Reason::renegotiate:
      return std::string(s.say("Bespreek een maatregel: deze klant kost geld",
                               "Discuss a remedy: this account costs money"));
    case Reason::cross_sell: return cross_sell(s);
    case Reason::keep_in_touch: return keep_in_touch(s);
  }
  return {};
}

std::string_view rule_words(std::string_view rule, std::string_view language) {
  for (const auto& row : rule_labels())
    if (row.code == rule) return row.in(parse_language(language).value_or(Language::en));
  return {};
}

}  // namespace rendabel::report
