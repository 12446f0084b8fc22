// report_book.hpp — a small book and an account for tests of the report, each part filled, every text
// hostile.
#pragma once
#include <string>

#include "plugin/base/report.hpp"

namespace rendabel::test {

/// Closes attributes, elements and CDATA, turns the direction of writing, and begins like a formula.
inline const std::string hostile =
    "=1+1\"'><script>alert(1)</script>]]>&amp;\u202e\u2066{{name}}{{{page_css}}}";

inline WhaleCurve whale_of(std::initializer_list<WhalePoint> points) {
  WhaleCurve whale;
  whale.points = points;
  whale.accounts = whale.points.back().accounts;
  whale.total = whale.points.back().amount;
  whale.peak = whale.points.front();
  for (const WhalePoint& point : whale.points)
    if (point.amount > whale.peak.amount) whale.peak = point;
  return whale;
}

inline ReportCall hostile_call() {
  ReportCall row;
  row.account_name = row.contact_name = hostile;
  row.call.account_id = row.call.contact_id = row.call.phone = hostile;
  row.call.rank = 1;
  row.call.permission = {Allowed::allowed, "NL4"};
  CallReason reason;
  reason.code = Reason::inquiry;
  reason.subject = hostile;
  row.call.reasons = {reason};
  return row;
}

inline BookReport hostile_book() {
  BookReport report;
  Book& book = report.book;
  book.as_of = *parse_date("2026-11-23");
  book.currency = "EUR";
  book.result.net_revenue = 1'000'00;
  book.result.cost_lines = {{hostile, Micro{micro}, 12'34}};
  book.pyramid = {{Layer::top, 1, 800'00, 8000, 90'00, 1125, 1, {{hostile, {}, 12'34}}},
                  {Layer::small, 4, 200'00, 2000, -30'00, -1500, 4, {}}};
  book.pareto = {1, 5, 8000};
  book.tail = {4, 200'00, -30'00, -1500, 4};
  book.flags = {{FlagCode::loss_making, 2, 60'00}};
  book.coverage = {{hostile, {1, 2, 3, 4}}};
  book.whale = whale_of({{0, 0, 0}, {3, 100'00, 16667}, {5, 60'00, 10000}});
  book.waterfall = {{"list_revenue", 1'000'00, true},
                    {"discount", -100'00, false},
                    {"gross_margin", 900'00, true},
                    {hostile, -850'00, false},
                    {"net_result", 50'00, true}};
  VisitOwner owner{hostile, {}, {}};
  owner.sums.customers = 3;
  book.visit_programme.owners = {owner};
  book.visit_programme.best = {{hostile, hostile, hostile, Micro{micro}, 1, 1, 100'00, 100'00}};
  book.trend.since = *parse_date("2026-10-23");
  book.trend.became_rows = {{hostile, hostile, 10'00, -10'00}};
  book.worst = {{hostile,
                 hostile,
                 Layer::small,
                 100'00,
                 -30'00,
                 Verdict::repair,
                 {RemedyCode::reset_discount, RemedyCode::shift_channel},
                 5'00}};
  book.capacity = {{{hostile}, 100'00, {}, {}, {}, 0, 0, {}, {hostile}, {}, {}}};
  book.model.timing.parameters = {{hostile, Micro{micro}, {}, {}}};
  report.planned = true;
  report.capacity = 12;
  report.calls = {hostile_call()};
  return report;
}

inline RemedyAdvice remedy_of(RemedyCode code, bool in_plan, std::string_view status) {
  RemedyAdvice remedy;
  remedy.code = code;
  remedy.from = 2, remedy.to = 1;
  remedy.effect = 394'00, remedy.result_after = 5'00;
  remedy.in_plan = in_plan;
  remedy.status = status;
  return remedy;
}

inline AccountReport hostile_account() {
  AccountReport report;
  report.name = report.owner = hostile;
  Assessment& made = report.assessment;
  made.account_id = hostile;
  made.as_of = *parse_date("2026-11-23");
  made.verdict = Verdict::repair;
  made.result.net_revenue = 100'00;
  made.result.gross_margin = 40'00;
  made.result.cost_lines = {{hostile, Micro{micro}, 50'00}};
  made.result.net_result = -10'00;
  made.coverage = {{hostile, CoverageState::partial, 1, 2, "freight_assumed"}};
  made.remedies = {remedy_of(RemedyCode::replace_visits, true, "offered")};
  made.agreed = {{RemedyCode::shift_channel, *parse_date("2026-05-01"), 206, 100'00, 56'44, 60'00}};
  made.cross_sell = {{hostile, hostile, 84, 61, 7000}};
  ReportCase found;
  found.reason = hostile_call().call.reasons.front();
  report.cases = {found};
  return report;
}

}  // namespace rendabel::test
