#include "plugin/report/account_page.hpp"

#include <algorithm>

#include "plugin/report/account_tables.hpp"
#include "plugin/report/book_sayings.hpp"
#include "plugin/report/call_sentences.hpp"
#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::report {
namespace {

constexpr std::string_view chart_part = "waterfall";

std::string labelled(const AccountView& view, std::string_view group, std::string_view code) {
  return std::string(label(group, code, view.speech.language()));
}

Values tiles(const AccountView& view) {
  const Speech& speech = view.speech;
  const Assessment& made = view.report.assessment;
  Values list{Values::type::list};
  const auto money = [&](std::string_view code, std::optional<Cents> amount) {
    Cell cell = speech.cells.money(amount);
    cell.shown = amount ? speech.money(*amount) : speech.pages.phrase("unknown");
    list << tile(speech.line(code), code, cell, amount.value_or(0) < 0);
  };
  money("net_revenue", made.result.net_revenue);
  money("gross_margin", made.result.gross_margin);
  money("net_result", made.result.net_result);
  list << tile(speech.line("net_margin_bp"), "net_margin_bp", speech.cells.percent(made.result.net_margin_bp),
               made.result.net_margin_bp.value_or(0) < 0);
  return list;
}

Values flags(const AccountView& view) {
  Values list{Values::type::list};
  for (const Flag& flag : view.report.assessment.flags) {
    Values item;
    item.set("code", std::string(name_of(flag.code)));
    item.set("name", labelled(view, "flag", name_of(flag.code)));
    item.set("amount", flag.amount ? Values(view.speech.money(*flag.amount)) : Values(false));
    item.set("text", flag_text(flag, view.report.assessment, view.settings, view.language()));
    list << item;
  }
  return list;
}

Values remedies(const AccountView& view, bool in_plan) {
  Values list{Values::type::list};
  for (const RemedyAdvice& remedy : view.report.assessment.remedies) {
    if (remedy.in_plan != in_plan) continue;
    Values item;
    item.set("code", std::string(name_of(remedy.code)));
    item.set("name", labelled(view, "remedy", name_of(remedy.code)));
    item.set("effect", view.speech.money(remedy.effect));
    item.set("text", remedy_text(remedy, view.settings, view.language()));
    item.set("status", remedy.status.empty()
                           ? Values(false)
                           : Values(view.speech.pages.phrase("status_" + std::string(remedy.status))));
    list << item;
  }
  return list;
}

Values cases(const AccountView& view) {
  Values list{Values::type::list};
  for (const ReportCase& found : view.report.cases) {
    Values due, item;
    due.set("date", date_text(found.due_to, view.speech.language()));
    item.set("code", std::string(name_of(found.reason.code)));
    item.set("name", labelled(view, "reason", name_of(found.reason.code)));
    item.set("lane", labelled(view, "lane", name_of(found.lane)));
    item.set("why", why_call(found.reason, view.report.assessment.as_of, view.settings, view.language()));
    item.set("due", view.speech.pages.phrase("due_by", due));
    list << item;
  }
  return list;
}

/// A chance of 0 to 1: as a percentage for people, as a decimal in data.
Cell chance(std::optional<Micro> p, const AccountView& view) {
  Cell cell = view.speech.cells.decimal(p);
  if (p)
    cell.shown = percent_text(static_cast<std::int64_t>(round_half_away(p->millionths, 10'000)) * 100,
                              view.speech.language());
  return cell;
}

Values facts(const AccountView& view) {
  const Assessment& made = view.report.assessment;
  const Cells& cells = view.speech.cells;
  Values list{Values::type::list};
  const auto fact = [&](const std::string& name, std::string_view code, const Cell& cell) {
    if (!cell.shown.empty()) list << tile(name, code, cell, false);
  };
  const auto evidence = [&](std::string_view code) { return labelled(view, "evidence", code); };
  fact(view.speech.line("rhythm"), "rhythm",
       Cells::code(name_of(made.rhythm.state), labelled(view, "rhythm", name_of(made.rhythm.state))));
  fact(evidence("order_days"), "order_days", cells.count(made.rhythm.order_days));
  if (made.rhythm.median_gap_halves)
    fact(evidence("median_gap_days"), "median_gap_days",
         cells.decimal(Micro{*made.rhythm.median_gap_halves * micro / 2}));
  fact(evidence("silent_days"), "silent_days", cells.count(made.rhythm.silent_days));
  fact(view.speech.line("p_active"), "p_active", chance(made.rhythm.p_active, view));
  fact(view.speech.line("expected_orders"), "expected_orders", cells.decimal(made.rhythm.expected_orders));
  Cell potential = cells.money(made.potential.amount);
  if (made.potential.amount)
    potential.shown = view.speech.money(*made.potential.amount) + " (" +
                      view.speech.pages.phrase("potential_" + std::string(made.potential.method)) + ")";
  fact(view.speech.line("potential"), "potential", potential);
  if (made.layer)
    fact(view.speech.line("layer"), "layer",
         Cells::code(name_of(*made.layer), labelled(view, "layer", name_of(*made.layer))));
  fact(evidence("visits_done"), "visits_done", cells.decimal(made.visits.done));
  fact(evidence("visits_carried"), "visits_carried", cells.count(made.visits.carried));
  fact(view.speech.pages.phrase("visits_advised_next"), "visits_advised", cells.count(made.visits.advised));
  return list;
}

void add_coverage(Values& page, const AccountView& view) {
  Values list{Values::type::list};
  std::string known;
  for (const Coverage& row : view.report.assessment.coverage) {
    if (row.state == CoverageState::known) {
      known += (known.empty() ? "" : ", ") + view.speech.line(row.line);
      continue;
    }
    Values item;
    item.set("code", row.line);
    item.set("state", std::string(name_of(row.state)));
    item.set("text", coverage_text(row, view.settings, view.language()));
    list << item;
  }
  page.set("coverage_sayings", list);
  page.set("known_lines", known.empty() ? Values(false) : Values(known));
}

void add_verdict(Values& page, const AccountView& view) {
  const auto& verdict = view.report.assessment.verdict;
  page.set("verdict_code", verdict ? std::string(name_of(*verdict)) : "");
  page.set("verdict", verdict ? labelled(view, "verdict", name_of(*verdict))
                              : view.speech.pages.phrase("account_unassigned"));
  Values reasons{Values::type::list};
  for (const auto reason : view.report.assessment.verdict_reasons)
    reasons << labelled(view, "verdict_reason", reason);
  page.set("verdict_reasons", reasons);
}

void add_list(Values& page, const std::string& name, const Values& list, const std::string& has) {
  page.set(name, list);
  page.set(has, list.is_non_empty_list());
}

void add_head(Values& page, const AccountView& view) {
  const AccountReport& report = view.report;
  page.set("page_css", std::string(template_text("page.css")));
  page.set("chart_css", std::string(template_text("chart.css")));
  page.set("name", report.name.empty() ? report.assessment.account_id : report.name);
  page.set("account_id", report.assessment.account_id);
  page.set("id_too", !report.name.empty());
  page.set("owner", report.owner.empty() ? Values(false) : Values(report.owner));
  page.set("as_of", date_text(report.assessment.as_of, view.speech.language()));
  page.set("text", assessment_text(report.assessment, view.settings, view.language()));
}

Speech speech_of(const Settings& settings, std::string_view language) {
  return {parse_language(language).value_or(Language::en), settings.currency};
}

}  // namespace

std::vector<std::string_view> account_svg_parts() { return {chart_part}; }

std::vector<std::string_view> account_csv_parts() {
  std::vector<std::string_view> names;
  for (const AccountPart& part : account_parts()) names.push_back(part.name);
  return names;
}

std::string account_html(const AccountReport& report, const Settings& settings, std::string_view language) {
  const Speech speech = speech_of(settings, language);
  const AccountView view{report, settings, speech};
  Values page;
  add_head(page, view);
  add_verdict(page, view);
  page.set("tiles", tiles(view));
  add_list(page, "flags", flags(view), "has_flags");
  add_list(page, "plan_remedies", remedies(view, true), "has_plan");
  add_list(page, "further_remedies", remedies(view, false), "has_further");
  add_list(page, "cases", cases(view), "has_cases");
  const auto steps = statement_steps(report.assessment.result);
  page.set("waterfall_chart",
           steps.empty() ? Values(false) : drawing_values(waterfall_drawing(steps, speech), false));
  for (const AccountPart& part : account_parts()) {
    const Table table = part.make(view);
    page.set(std::string(part.name) + "_table", table.rows.empty() ? Values(false) : table_values(table));
  }
  page.set("facts", facts(view));
  add_coverage(page, view);
  return speech.pages.render("account.html", std::move(page));
}

std::optional<std::string> account_svg(const AccountReport& report, const Settings& settings,
                                       std::string_view language, std::string_view part) {
  if (part != chart_part) return std::nullopt;
  const Speech speech = speech_of(settings, language);
  const auto steps = statement_steps(report.assessment.result);
  return speech.pages.render("drawing.svg", drawing_values(waterfall_drawing(steps, speech), true));
}

std::optional<std::string> account_csv(const AccountReport& report, const Settings& settings,
                                       std::string_view language, std::string_view part) {
  const auto found = std::ranges::find(account_parts(), part, &AccountPart::name);
  if (found == account_parts().end()) return std::nullopt;
  const Speech speech = speech_of(settings, language);
  return table_csv(found->make({report, settings, speech}));
}

}  // namespace rendabel::report
