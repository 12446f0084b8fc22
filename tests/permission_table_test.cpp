#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "plugin/rules/permission.hpp"
#include "tests/support/law_cells.hpp"

using namespace rendabel;
using namespace rendabel::rules;
using rendabel::test::by_cells;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

constexpr std::array countries{"NL", "BE", "DE", "AT", "UK", "FR", "JP"};
// Both sides of the dates of the law, a Saturday, a Sunday, holidays and days that end early.
constexpr std::array dates{"2026-04-03", "2026-04-27", "2026-05-01", "2026-05-04", "2026-06-30",
                           "2026-07-01", "2026-07-14", "2026-08-10", "2026-08-11", "2026-10-26",
                           "2026-11-23", "2026-11-28", "2026-11-29", "2026-12-24", "2026-12-25"};
constexpr std::array minutes{-1,   539,  540,  599,  600,  779,  780,  839,  840,  959, 960,
                             1049, 1050, 1109, 1110, 1139, 1140, 1199, 1200, 1319, 1320};

std::string told(const PermissionQuery& q) {
  const auto found = permission_of(q);
  return found.rule + " " + std::string(name_of(found.allowed));
}

struct Score {
  long combinations = 0, different = 0;
  std::set<std::string> rules;  ///< that decided at least once
  std::string first;

  void compare(const PermissionQuery& q) {
    ++combinations;
    const auto rule = told(q), cells = by_cells(q);
    rules.insert(rule.substr(0, rule.find(' ')));
    if (rule == cells) return;
    if (different++ == 0)
      first = std::string(q.country) + " on " + to_text(q.day) + ": rule " + rule + ", cells " + cells;
  }
};

PermissionQuery basic() {
  PermissionQuery q;
  q.day = day("2026-11-23");
  q.nl_customer_exception_end = day("2026-07-01");
  return q;
}

/// kind × relation × purpose × channel for every country.
template <class Visit>
void who_and_what(const Visit& visit) {
  auto q = basic();
  for (const auto* country : countries)
    for (auto person : {PersonKind::unknown, PersonKind::legal, PersonKind::natural})
      for (auto relation : {Relation::none, Relation::past, Relation::customer})
        for (auto purpose : {Purpose::asked, Purpose::service, Purpose::marketing})
          for (auto channel : {LawChannel::voice, LawChannel::mail, LawChannel::linkedin}) {
            q.country = country;
            q.person = person;
            q.relation = relation;
            q.purpose = purpose;
            q.channel = channel;
            visit(q);
          }
}

void give_consent(PermissionQuery& q, int kind) {
  q.consent_on = q.documented_on = q.consent_used_on = q.consent_until = std::nullopt;
  if (kind > 0) q.consent_on = day("2021-03-01");
  if (kind > 1) q.documented_on = q.consent_on;
  if (kind > 2) q.consent_used_on = day("2025-03-01");
  if (kind == 4) q.consent_until = q.day - days{1};
}

}  // namespace

TEST_CASE(
    "Rules and cells agree on kind × relation × consent × purpose × channel × date × hour in every pack") {
  Score score;
  who_and_what([&](PermissionQuery q) {
    for (const auto* date : dates) {
      q.day = day(date);
      q.dnc_checked_on = q.day - days{30};
      q.tps_checked_on = q.day - days{28};
      for (int consent : {0, 1, 3}) {
        give_consent(q, consent);
        for (int minute : minutes) {
          // Written channels have no hours: one of them and none at all will do.
          if (q.channel != LawChannel::voice && minute != -1 && minute != 1050) continue;
          for (bool agreed : {false, true}) {
            q.at.reset();
            if (minute >= 0) q.at = moment_at(q.day, minute, q.country);
            q.agreed_time = agreed;
            score.compare(q);
          }
        }
      }
    }
  });
  INFO(score.first);
  CHECK(score.combinations == 7 * 27 * 15 * 3 * (21 + 2 * 2) * 2);
  CHECK(score.different == 0);
}

TEST_CASE("Rules and cells agree on every consent, refusal, check, offer and number of calls in every pack") {
  Score score;
  const std::vector<std::vector<int>> calls{{}, {0}, {1, 3, 6}, {1, 9, 20, 29}, {7, 8, 9}};
  who_and_what([&](PermissionQuery q) {
    for (const auto* date : {"2026-06-30", "2026-07-01", "2026-08-10", "2026-08-11"}) {
      q.day = day(date);
      for (int consent = 0; consent < 5; ++consent)
        for (int refused = 0; refused < 6; ++refused)
          for (int checked : {0, 28, 29, 31})
            for (bool offered : {false, true})
              for (const auto& history : calls) {
                const bool counts = q.channel == LawChannel::voice && q.purpose == Purpose::marketing &&
                                    q.person != PersonKind::legal;
                if (!counts && !history.empty()) continue;
                give_consent(q, consent);
                q.objected_on = q.asked_on = q.do_not_call_on = q.not_interested_on = std::nullopt;
                q.do_not_call = refused == 4 || refused == 5;
                if (refused == 1 || refused == 2) q.objected_on = day("2021-03-01");
                if (refused == 3) q.objected_on = day("2020-01-01");
                if (refused == 2 || refused == 5) q.asked_on = day("2021-03-02");
                if (refused == 5) q.do_not_call_on = day("2021-03-01");
                if (refused == 3) q.not_interested_on = q.day - days{60 + (offered ? 1 : 0)};
                q.dnc_checked_on = q.tps_checked_on = q.opt_out_offered_on = q.contract_until = std::nullopt;
                if (checked > 0) q.dnc_checked_on = q.tps_checked_on = q.day - days{checked};
                if (offered) q.opt_out_offered_on = q.day;
                if (checked == 29) q.contract_until = q.day - days{offered ? 0 : 1};
                q.similar_goods = checked != 31;
                q.marketing_calls.clear();
                for (int ago : history) q.marketing_calls.push_back(q.day - days{ago});
                score.compare(q);
              }
    }
  });
  INFO(score.first);
  CHECK(score.combinations == (42 * 5 + 525) * 4 * 5 * 6 * 4 * 2);
  CHECK(score.different == 0);
  // Every rule of every pack decides somewhere in here, but those of hours.
  const std::set<std::string> all{"NL1", "NL3",  "NL4", "NL5", "NL6a", "NL6",  "NL7", "NL8", "NL9", "BE1",
                                  "BE3", "BE4",  "BE5", "BE6", "BE7",  "BE8",  "BE9", "DE1", "DE3", "DE4",
                                  "DE5", "DE6",  "DE7", "DE8", "AT1",  "AT3",  "AT4", "AT5", "AT6", "UK1",
                                  "UK3", "UK4",  "UK5", "UK6", "UK7",  "UK8",  "FR1", "FR3", "FR4", "FR5",
                                  "FR6", "FR6a", "FR7", "FR8", "FR9",  "FR10", "XX1", "XX2", "XX3"};
  CHECK(score.rules == all);
}

TEST_CASE("An objection wins over every marketing path in every country") {
  who_and_what([&](PermissionQuery q) {
    q.purpose = Purpose::marketing;
    q.objected_on = day("2026-11-01");
    q.dnc_checked_on = q.tps_checked_on = q.opt_out_offered_on = q.contract_until = q.day;
    for (int consent = 0; consent < 5; ++consent) {
      give_consent(q, consent);
      if (permission_of(q).allowed != Allowed::no) FAIL("allowed after an objection");
      if (hints_of(q, true) != CallHints{} || hints_of(q, false) != CallHints{})
        FAIL("hints after an objection");
    }
  });
}

TEST_CASE("An unknown person is never allowed what a natural person is not") {
  who_and_what([&](PermissionQuery q) {
    if (q.person != PersonKind::unknown) return;
    for (int consent = 0; consent < 5; ++consent) {
      give_consent(q, consent);
      const auto as_unknown = told(q);
      auto natural = q;
      natural.person = PersonKind::natural;
      if (told(natural) != as_unknown) FAIL("an unknown person differs from a natural one");
    }
  });
}

TEST_CASE("A natural person never gets more than a company does, but for what he agreed to himself") {
  who_and_what([&](PermissionQuery q) {
    q.person = PersonKind::natural;
    q.dnc_checked_on = q.tps_checked_on = q.day;
    const auto natural = permission_of(q).allowed;
    q.person = PersonKind::legal;
    if (natural == Allowed::allowed && permission_of(q).allowed != Allowed::allowed) FAIL(told(q));
  });
}
