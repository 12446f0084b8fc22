#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "plugin/rules/permission.hpp"

using namespace rendabel;
using namespace rendabel::rules;

namespace {

constexpr Date on(int y, unsigned m, unsigned d) {
  return Date{std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d)};
}
constexpr Date today = on(2026, 11, 23);
constexpr Date exception_end = on(2026, 7, 1);

PermissionQuery query() {
  PermissionQuery q;
  q.country = "NL";
  q.person = PersonKind::natural;
  q.day = today;
  q.nl_customer_exception_end = exception_end;
  return q;
}
std::string told(const PermissionQuery& q) {
  const auto found = permission_of(q);
  return found.rule + " " + std::string(name_of(found.allowed));
}

// The law once more, written as the page has it: a table of cells, read from the top. Kept apart from the
// rows in the rule, so that a slip in one shows in the other.
enum class Cell { yes, no, any };
bool fits(Cell cell, bool fact) { return cell == Cell::any || (cell == Cell::yes) == fact; }

struct Facts {
  bool refused_stands, legal, service, asked, consent, customer, relation, similar, offered, before_end;
};
Facts facts_of(const PermissionQuery& q) {
  Facts f{};
  const bool consent_after = q.consent_on && q.objected_on && *q.consent_on > *q.objected_on;
  const bool objected = q.objected_on && !consent_after;
  const bool silent = q.do_not_call && q.channel == LawChannel::voice;
  const bool asked_after_objection = !objected || (q.asked_on && *q.asked_on > *q.objected_on);
  const bool asked_after_silence =
      !silent || (q.asked_on && q.do_not_call_on && *q.asked_on > *q.do_not_call_on);
  f.service = q.purpose == Purpose::service;
  f.asked = q.purpose == Purpose::asked;
  f.refused_stands =
      (objected || silent) && !f.service && !(f.asked && asked_after_objection && asked_after_silence);
  f.legal = q.person == PersonKind::legal;
  f.consent = q.consent_on.has_value();
  f.customer = q.relation == Relation::customer;
  f.relation = q.relation != Relation::none;
  f.similar = q.similar_goods;
  f.offered = q.opt_out_offered_on && *q.opt_out_offered_on <= q.day;
  f.before_end = q.day < q.nl_customer_exception_end;
  return f;
}

struct TableRow {
  const char* country;
  const char* id;
  Cell refused, legal, service, asked, consent, customer, relation, similar, offered, before_end;
  const char *voice, *mail;
};
constexpr auto Y = Cell::yes, N = Cell::no, o = Cell::any;
// clang-format off
constexpr std::array law{
    //        country id     refused legal service asked consent customer relation similar offered before voice     mail
    TableRow{"NL", "NL1",    Y,      o,    o,      o,    o,      o,       o,       o,      o,      o,     "no",      "no"},
    TableRow{"NL", "NL3",    N,      o,    Y,      o,    o,      o,       o,       o,      o,      o,     "allowed", "allowed"},
    TableRow{"NL", "NL4",    N,      o,    o,      Y,    o,      o,       o,       o,      o,      o,     "allowed", "allowed"},
    TableRow{"NL", "NL5",    N,      Y,    N,      N,    Y,      o,       o,       o,      o,      o,     "allowed", "allowed"},
    TableRow{"NL", "NL5",    N,      Y,    N,      N,    o,      o,       Y,       Y,      o,      o,     "allowed", "allowed"},
    TableRow{"NL", "NL5",    N,      Y,    N,      N,    o,      o,       o,       o,      o,      o,     "allowed", "no"},
    TableRow{"NL", "NL6",    N,      N,    N,      N,    Y,      o,       o,       o,      o,      o,     "allowed", "allowed"},
    TableRow{"NL", "NL7",    N,      N,    N,      N,    o,      Y,       o,       Y,      Y,      Y,     "allowed", "allowed"},
    TableRow{"NL", "NL8",    N,      N,    N,      N,    o,      Y,       o,       Y,      Y,      N,     "no",      "allowed"},
    TableRow{"NL", "NL9",    N,      N,    N,      N,    o,      o,       o,       o,      o,      o,     "no",      "no"},
    TableRow{"JP", "XX1",    Y,      o,    o,      o,    o,      o,       o,       o,      o,      o,     "no",      "no"},
    TableRow{"JP", "XX2",    N,      Y,    o,      o,    o,      Y,       o,       o,      o,      o,     "allowed", "allowed"},
    TableRow{"JP", "XX3",    N,      o,    o,      o,    o,      o,       o,       o,      o,      o,     "no",      "no"}};
// clang-format on

std::string by_table(const PermissionQuery& q) {
  const Facts f = facts_of(q);
  for (const auto& row : law)
    if (row.country == q.country && fits(row.refused, f.refused_stands) && fits(row.legal, f.legal) &&
        fits(row.service, f.service) && fits(row.asked, f.asked) && fits(row.consent, f.consent) &&
        fits(row.customer, f.customer) && fits(row.relation, f.relation) && fits(row.similar, f.similar) &&
        fits(row.offered, f.offered) && fits(row.before_end, f.before_end))
      return std::string(row.id) + " " + (q.channel == LawChannel::voice ? row.voice : row.mail);
  return "no row";
}

const std::vector<std::optional<Date>> some_days{std::nullopt, on(2026, 5, 1), on(2026, 6, 1)};

/// Every combination of the facts, on both sides of the date.
template <class Visit>
void full_product(const Visit& visit) {
  PermissionQuery q = query();
  for (const auto* country : {"NL", "JP"})
    for (auto person : {PersonKind::unknown, PersonKind::legal, PersonKind::natural})
      for (auto relation : {Relation::none, Relation::past, Relation::customer})
        for (auto purpose : {Purpose::asked, Purpose::service, Purpose::marketing})
          for (auto channel : {LawChannel::voice, LawChannel::mail})
            for (auto day : {on(2026, 6, 30), on(2026, 7, 1), today})
              for (auto objected : some_days)
                for (auto consent : some_days)
                  for (auto asked : some_days)
                    for (auto silent_on : some_days)
                      for (bool silent : {false, true})
                        for (auto offer :
                             {std::optional<Date>{}, std::optional{on(2026, 6, 30)}, std::optional{today}})
                          for (bool similar : {false, true}) {
                            q.country = country;
                            q.person = person;
                            q.relation = relation;
                            q.purpose = purpose;
                            q.channel = channel;
                            q.day = day;
                            q.objected_on = objected;
                            q.consent_on = consent;
                            q.asked_on = asked;
                            q.do_not_call = silent;
                            q.do_not_call_on = silent_on;
                            q.opt_out_offered_on = offer;
                            q.similar_goods = similar;
                            visit(q);
                          }
}

}  // namespace

TEST_CASE("An objection wins over every marketing path") {
  full_product([&](const PermissionQuery& q) {
    const bool lifted = q.consent_on && q.objected_on && *q.consent_on > *q.objected_on;
    if (q.objected_on && !lifted && q.purpose == Purpose::marketing &&
        permission_of(q).allowed != Allowed::no)
      FAIL("allowed after an objection");
  });
}

TEST_CASE("An unknown person is never allowed what a natural person is not") {
  full_product([&](PermissionQuery q) {
    if (q.person != PersonKind::unknown) return;
    const auto as_unknown = told(q);
    q.person = PersonKind::natural;
    if (told(q) != as_unknown) FAIL("an unknown person differs from a natural one");
  });
}

TEST_CASE(
    "Rule and table agree on the full product of person, relation, purpose, channel, consent and date") {
  long combinations = 0, different = 0;
  full_product([&](const PermissionQuery& q) {
    ++combinations;
    if (told(q) != by_table(q)) ++different;
  });
  CHECK(combinations > 200'000);
  CHECK(different == 0);
}
