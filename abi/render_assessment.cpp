#include "abi/render_assessment.hpp"

#include "abi/render_advice.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::abi {
namespace {

void write_flag(Writer& out, const Flag& flag, const Assessment& assessment, const Words& words) {
  out.begin_object().key("code").text(name_of(flag.code));
  out.key("amount").money(flag.amount);
  out.key("evidence").begin_object();
  for (const Evidence& evidence : flag.evidence) {
    out.key(evidence.name);
    write_value(out, evidence);
  }
  out.end_object();
  if (words.text) out.key("text").text(report::flag_text(flag, assessment, words.settings, words.language));
  out.end_object();
}

void write_flags(Writer& out, const Assessment& assessment, const Words& words) {
  out.key("flags").begin_array();
  for (const Flag& flag : assessment.flags) write_flag(out, flag, assessment, words);
  out.end_array();
}

void write_verdict(Writer& out, const Assessment& assessment) {
  out.key("verdict").text_or_null(assessment.verdict ? name_of(*assessment.verdict) : std::string_view());
}

void write_rhythm(Writer& out, const Rhythm& rhythm) {
  out.key("rhythm").begin_object().key("state").text(name_of(rhythm.state));
  out.key("order_days").integer(rhythm.order_days);
  out.key("median_gap_days").halves(rhythm.median_gap_halves);
  out.key("silent_days").integer(rhythm.silent_days);
  out.key("p_active").decimal(rhythm.p_active).key("expected_orders").decimal(rhythm.expected_orders);
  out.key("expected_margin").money(rhythm.expected_margin).end_object();
}

void write_visits(Writer& out, const Visits& visits) {
  out.key("visits").begin_object().key("done").decimal(visits.done);
  out.key("carried").integer(visits.carried).key("advised").integer(visits.advised).end_object();
}

void write_coverage(Writer& out, const std::vector<Coverage>& coverage, const Words& words) {
  out.key("coverage").begin_array();
  for (const Coverage& row : coverage) {
    out.begin_object().key("line").text(row.line).key("state").text(name_of(row.state));
    out.key("known").integer(row.known).key("of").integer(row.of);
    out.key("reason").text_or_null(row.reason);
    if (words.text) out.key("why").text_or_null(report::coverage_text(row, words.settings, words.language));
    out.end_object();
  }
  out.end_array();
}

void write_layer(Writer& out, std::optional<Layer> layer) {
  out.key("layer").text_or_null(layer ? name_of(*layer) : std::string_view());
}

// What every form of an assessment begins with.
void write_head(Writer& out, const Assessment& assessment) {
  out.key("account_id").text(assessment.account_id).key("as_of").date(assessment.as_of);
  out.key("book_as_of").date(assessment.book_as_of).key("rules_version").integer(rules_version);
}

void write_body(Writer& out, const pipeline::Judged& judged, const Words& words) {
  const Assessment& assessment = judged.assessment;
  write_verdict(out, assessment);
  out.key("verdict_reasons").begin_array();
  for (const auto reason : assessment.verdict_reasons) out.text(reason);
  out.end_array();
  write_flags(out, assessment, words);
  out.key("result");
  write_window(out, assessment.result);
  out.key("previous");
  write_window(out, assessment.previous);
  write_remedies(out, assessment.remedies, words);
  write_agreed(out, assessment.agreed, words);
  if (assessment.what_if) write_what_if(out, *assessment.what_if, words);
  write_rhythm(out, assessment.rhythm);
  out.key("potential").money(assessment.potential.amount);
  out.key("potential_method").text_or_null(assessment.potential.method);
  write_layer(out, assessment.layer);
  write_visits(out, assessment.visits);
  write_cross_sell(out, assessment.cross_sell, words);
  write_coverage(out, assessment.coverage, words);
  out.key("calls").begin_array();
  for (const Case& found : judged.cases) {
    out.begin_object();
    write_case_facts(out, found);
    out.end_object();
  }
  out.end_array();
  if (words.text) out.key("text").text(report::assessment_text(assessment, words.settings, words.language));
}

void write_summary(Writer& out, const Assessment& assessment) {
  write_verdict(out, assessment);
  out.key("flags").begin_array();
  for (const Flag& flag : assessment.flags)
    out.begin_object().key("code").text(name_of(flag.code)).key("amount").money(flag.amount).end_object();
  out.end_array();
  const WindowResult& result = assessment.result;
  out.key("net_revenue").money(result.net_revenue).key("gross_margin").money(result.gross_margin);
  out.key("net_result").money(result.net_result).key("net_margin_bp").integer(result.net_margin_bp);
  write_layer(out, assessment.layer);
  out.key("rhythm").begin_object().key("state").text(name_of(assessment.rhythm.state)).end_object();
  out.key("potential").money(assessment.potential.amount);
}

}  // namespace

void write_cost_lines(Writer& out, const std::vector<CostLine>& lines) {
  out.begin_array();
  for (const CostLine& line : lines) {
    out.begin_object().key("code").text(line.code).key("quantity").decimal(line.quantity);
    out.key("amount").money(line.amount).end_object();
  }
  out.end_array();
}

void write_window(Writer& out, const WindowResult& result) {
  out.begin_object().key("list_revenue").money(result.list_revenue).key("discount").money(result.discount);
  out.key("credit_notes").money(result.credit_notes).key("net_revenue").money(result.net_revenue);
  out.key("cost_of_goods").money(result.cost_of_goods).key("gross_margin").money(result.gross_margin);
  out.key("cost_lines");
  write_cost_lines(out, result.cost_lines);
  out.key("contributions").money(result.contributions).key("freight_charged").money(result.freight_charged);
  out.key("net_result").money(result.net_result).key("net_margin_bp").integer(result.net_margin_bp);
  out.end_object();
}

void write_case_facts(Writer& out, const Case& found) {
  out.key("code").text(name_of(found.reason)).key("source_id").text_or_null(found.source_id);
  out.key("purpose").text(name_of(found.purpose)).key("lane").text(name_of(found.lane));
  out.key("contact_id").text_or_null(found.contact_id).key("since").date(found.since);
  out.key("due_from").date(found.due_from).key("due_to").date(found.due_to);
  out.key("amount").money(found.amount);
}

std::string render_assessment(const pipeline::Judged& judged, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object();
  write_head(out, judged.assessment);
  write_body(out, judged, words);
  out.end_object();
  return out.text_copy();
}

void write_page_line(Writer& out, const pipeline::Judged& judged, FieldSet fields, const Words& words) {
  out.begin_object();
  write_head(out, judged.assessment);
  out.key("sequence").integer(judged.sequence);
  if (fields == FieldSet::summary) {
    write_summary(out, judged.assessment);
  } else {
    write_body(out, judged, words);
  }
  out.end_object().new_line();
}

}  // namespace rendabel::abi
