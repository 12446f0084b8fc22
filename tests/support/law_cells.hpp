// law_cells.hpp — the law a second time, as cells of a page: who | purpose | when | telephone | written.
// In: a query.  Out: "NL5 allowed", read from the top of its country's cells.
// Kept apart from rules/permission: other tables, holidays written out, hours spelt as text, so that a slip
// in one shows in the other.
#pragma once
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/rules/permission.hpp"

namespace rendabel::test {

/// An empty `when` is always; words joined by a blank must all hold, `!` in front of one denies it.
struct Cells {
  const char *id, *who, *purpose, *when, *voice, *written;
};

// clang-format off
inline constexpr std::array law_cells{
    Cells{"NL1",  "any",     "any",       "refused",                "no",      "no"},
    Cells{"NL2",  "any",     "any",       "closed",                 "not_now", "-"},
    Cells{"NL3",  "any",     "service",   "",                       "allowed", "allowed"},
    Cells{"NL4",  "any",     "asked",     "",                       "allowed", "allowed"},
    Cells{"NL5",  "legal",   "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"NL5",  "legal",   "marketing", "own_customer similar",   "allowed", "allowed"},
    Cells{"NL5",  "legal",   "marketing", "",                       "allowed", "no"},
    Cells{"NL6a", "natural", "marketing", "cap_1_3_4",              "not_now", "-"},
    Cells{"NL6",  "natural", "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"NL7",  "natural", "marketing", "three_years similar offered !after_2026_07_01", "allowed", "allowed"},
    Cells{"NL8",  "natural", "marketing", "three_years similar offered", "no", "allowed"},
    Cells{"NL9",  "natural", "marketing", "",                       "no",      "no"},

    Cells{"BE1",  "any",     "any",       "refused",                "no",      "no"},
    Cells{"BE2",  "any",     "any",       "closed",                 "not_now", "-"},
    Cells{"BE3",  "any",     "service",   "",                       "allowed", "allowed"},
    Cells{"BE4",  "any",     "asked",     "",                       "allowed", "allowed"},
    Cells{"BE5",  "any",     "marketing", "!list_30_days",          "no",      "-"},
    Cells{"BE6",  "legal",   "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"BE6",  "legal",   "marketing", "own_customer similar",   "allowed", "allowed"},
    Cells{"BE6",  "legal",   "marketing", "",                       "allowed", "-"},
    Cells{"BE7",  "natural", "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"BE8",  "natural", "marketing", "three_years similar offered", "allowed", "allowed"},
    Cells{"BE8",  "natural", "marketing", "three_years similar",    "allowed", "-"},
    Cells{"BE9",  "any",     "marketing", "",                       "no",      "no"},

    Cells{"DE1",  "any",     "any",       "refused",                "no",      "no"},
    Cells{"DE2",  "any",     "any",       "closed",                 "not_now", "-"},
    Cells{"DE3",  "any",     "service",   "",                       "allowed", "allowed"},
    Cells{"DE4",  "any",     "asked",     "",                       "allowed", "allowed"},
    Cells{"DE5",  "legal",   "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"DE6",  "legal",   "marketing", "three_years similar",    "allowed", "allowed"},
    Cells{"DE7",  "natural", "marketing", "opted_in on_paper five_years", "allowed", "allowed"},
    Cells{"DE8",  "any",     "marketing", "",                       "no",      "no"},

    Cells{"AT1",  "any",     "any",       "refused",                "no",      "no"},
    Cells{"AT2",  "any",     "any",       "closed",                 "not_now", "-"},
    Cells{"AT3",  "any",     "service",   "",                       "allowed", "allowed"},
    Cells{"AT4",  "any",     "asked",     "",                       "allowed", "allowed"},
    Cells{"AT5",  "any",     "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"AT6",  "any",     "marketing", "",                       "no",      "no"},

    Cells{"UK1",  "any",     "any",       "refused",                "no",      "no"},
    Cells{"UK2",  "any",     "any",       "closed",                 "not_now", "-"},
    Cells{"UK3",  "any",     "service",   "",                       "allowed", "allowed"},
    Cells{"UK4",  "any",     "asked",     "",                       "allowed", "allowed"},
    Cells{"UK5",  "any",     "marketing", "!tps_28_days",           "no",      "-"},
    Cells{"UK6",  "any",     "marketing", "tps_28_days",            "allowed", "-"},
    Cells{"UK7",  "any",     "marketing", "opted_in",               "-",       "allowed"},
    Cells{"UK7",  "legal",   "marketing", "own_customer similar",   "-",       "allowed"},
    Cells{"UK7",  "natural", "marketing", "three_years similar offered", "-",  "allowed"},
    Cells{"UK8",  "any",     "marketing", "",                       "-",       "no"},

    Cells{"FR1",  "any",     "any",       "refused",                "no",      "no"},
    Cells{"FR2",  "any",     "any",       "closed",                 "not_now", "-"},
    Cells{"FR3",  "any",     "service",   "",                       "allowed", "allowed"},
    Cells{"FR4",  "any",     "asked",     "",                       "allowed", "allowed"},
    Cells{"FR5",  "legal",   "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"FR5",  "legal",   "marketing", "own_customer similar",   "allowed", "allowed"},
    Cells{"FR5",  "legal",   "marketing", "",                       "allowed", "-"},
    Cells{"FR6",  "natural", "marketing", "rests_60",               "not_now", "-"},
    Cells{"FR6a", "natural", "marketing", "cap_4",                  "not_now", "-"},
    Cells{"FR7",  "natural", "marketing", "opted_in",               "allowed", "allowed"},
    Cells{"FR8",  "natural", "marketing", "three_years similar offered", "-",  "allowed"},
    Cells{"FR8",  "natural", "marketing", "contract similar",       "allowed", "-"},
    Cells{"FR9",  "natural", "marketing", "list_30_days !after_2026_08_11", "allowed", "-"},
    Cells{"FR10", "any",     "marketing", "",                       "no",      "no"},

    Cells{"XX1",  "any",     "any",       "refused",                "no",      "no"},
    Cells{"XX4",  "any",     "any",       "closed",                 "not_now", "-"},
    Cells{"XX2",  "legal",   "any",       "three_years",            "allowed", "allowed"},
    Cells{"XX3",  "any",     "any",       "",                       "no",      "no"}};

/// Holidays of 2026 as printed calendars have them.
inline const std::map<std::string, std::set<std::string>> free_days_2026{
    {"NL", {"01-01", "04-03", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25", "12-25", "12-26"}},
    {"BE", {"01-01", "04-06", "05-01", "05-14", "05-25", "07-21", "08-15", "11-01", "11-11", "12-25"}},
    {"DE", {"01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"}},
    {"AT", {"01-01", "01-06", "04-06", "05-01", "05-14", "05-25", "06-04", "08-15", "10-26", "11-01", "12-08", "12-25", "12-26"}},
    {"UK", {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-26", "12-28"}},
    {"FR", {"01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"}},
    {"JP", {"01-01", "12-25", "12-26"}}};
// clang-format on

/// Whether the law is closed at a minute of a day in 2026; the office is open Monday to Friday 9:00–17:30.
inline bool closed_2026(const rules::PermissionQuery& q, int minute) {
  const std::string country(q.country), date = to_text(q.day).substr(5);
  const auto weekday = std::chrono::weekday{q.day}.iso_encoding();
  if (weekday == 7 || free_days_2026.at(country).contains(date)) return true;
  const bool company = q.person == PersonKind::legal;
  int opens = weekday == 6 ? 1000 : 900, closes = weekday == 6 ? 1600 : 2200;
  const bool lunch = country == "FR" && !company && minute / 60 == 13;
  if (country == "BE") closes = 1900;
  if (country == "FR" && !company) opens = 1000, closes = 2000;
  if (weekday == 6 && (country == "BE" || (country == "FR" && !company))) return true;
  if (country == "NL" && (date == "05-04" || date == "12-05" || date == "12-24"))
    closes = std::min(closes, 1830);
  if (!q.agreed_time) {
    if (weekday == 6) return true;
    closes = std::min(closes, 1730);
  }
  const int clock = minute / 60 * 100 + minute % 60;
  return lunch || clock < opens || clock >= closes;
}

using Facts = std::vector<std::pair<std::string_view, bool>>;

inline Facts facts_of(const rules::PermissionQuery& q) {
  Facts out;
  out.reserve(20);
  const auto say = [&](std::string_view word, bool holds) { out.emplace_back(word, holds); };
  const auto ago = [&](const std::optional<Date>& day) { return day ? (q.day - *day).count() : 99'999; };
  const bool opted_in = q.consent_on && (!q.consent_until || q.day <= *q.consent_until);
  const bool objected = q.objected_on && !(opted_in && *q.consent_on > *q.objected_on);
  const bool silent = q.do_not_call && q.channel == LawChannel::voice;
  const bool asked_since_objection = !objected || (q.asked_on && *q.asked_on > *q.objected_on);
  const bool asked_since_silence =
      !silent || (q.asked_on && q.do_not_call_on && *q.asked_on > *q.do_not_call_on);
  const bool excused = q.purpose == Purpose::service ||
                       (q.purpose == Purpose::asked && asked_since_objection && asked_since_silence);
  say("refused", (objected || silent) && !excused);
  bool closed = true;
  if (q.at) {
    closed = closed_2026(q, local_time(*q.at, q.country).minute);
  } else {
    for (int minute = 600; minute < 1440 && closed; minute += 30) closed = closed_2026(q, minute);
  }
  say("closed", closed);
  say("opted_in", opted_in);
  say("on_paper", q.documented_on.has_value());
  say("five_years", std::min(ago(q.documented_on), ago(q.consent_used_on)) <= 5 * 365 + 1);
  say("own_customer", q.relation != Relation::none);
  say("three_years", q.relation == Relation::customer);
  say("similar", q.similar_goods);
  say("offered", q.opt_out_offered_on.has_value());
  say("after_2026_07_01", to_text(q.day) >= "2026-07-01");
  say("after_2026_08_11", to_text(q.day) >= "2026-08-11");
  say("list_30_days", ago(q.dnc_checked_on) <= 30);
  say("tps_28_days", ago(q.tps_checked_on) <= 28);
  say("contract", q.contract_until && *q.contract_until >= q.day);
  say("rests_60", ago(q.not_interested_on) <= 60);
  int today = 0, week = 0, month = 0;
  for (const Date each : q.marketing_calls)
    today += ago(each) < 1, week += ago(each) < 7, month += ago(each) < 30;
  say("cap_1_3_4", today >= 1 || week >= 3 || month >= 4);
  say("cap_4", month >= 4);
  return out;
}

inline bool all_hold(std::string_view when, const Facts& facts) {
  while (!when.empty()) {
    std::string_view word = when.substr(0, when.find(' '));
    when.remove_prefix(std::min(when.size(), word.size() + 1));
    const bool wanted = word.front() != '!';
    if (!wanted) word.remove_prefix(1);
    const auto found = std::ranges::find(facts, word, &Facts::value_type::first);
    if (found == facts.end() || found->second != wanted) return false;
  }
  return true;
}

inline std::string by_cells(const rules::PermissionQuery& q) {
  const auto facts = facts_of(q);
  const std::string_view pack = q.country == "JP" ? "XX" : q.country;
  const std::string_view who = q.person == PersonKind::legal ? "legal" : "natural";
  for (const auto& row : law_cells) {
    const std::string_view row_who = row.who, row_purpose = row.purpose;
    if (!std::string_view(row.id).starts_with(pack) || (row_who != "any" && row_who != who)) continue;
    if (row_purpose != "any" && row_purpose != name_of(q.purpose)) continue;
    const std::string_view says = q.channel == LawChannel::voice ? row.voice : row.written;
    if (says == "-" || !all_hold(row.when, facts)) continue;
    return std::string(row.id) + " " + std::string(says);
  }
  return "no cell";
}

}  // namespace rendabel::test
