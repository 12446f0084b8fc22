#include "abi/render_advice.hpp"

#include <optional>

#include "abi/render_assessment.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::abi {

void write_value(Writer& out, const Evidence& evidence) {
  if (!evidence.value) {
    out.null();
    return;
  }
  switch (evidence.unit) {
    case Unit::money: out.money(evidence.value); break;
    case Unit::decimal:
    case Unit::hours:
    case Unit::percent: out.decimal(Micro{*evidence.value}); break;
    case Unit::date: out.date(Date{days{static_cast<int>(*evidence.value)}}); break;
    case Unit::yes_no: out.yes_no(*evidence.value != 0); break;
    case Unit::basis_points:
    case Unit::whole_days:
    case Unit::count: out.integer(evidence.value); break;
  }
}

void write_remedies(Writer& out, const std::vector<RemedyAdvice>& remedies, const Words& words) {
  out.key("remedies").begin_array();
  for (const RemedyAdvice& remedy : remedies) {
    out.begin_object().key("code").text(name_of(remedy.code)).key("from");
    write_value(out, {"from", remedy.unit, remedy.from});
    out.key("to");
    write_value(out, {"to", remedy.unit, remedy.to});
    out.key("effect").money(remedy.effect).key("result_after").money(remedy.result_after);
    out.key("break_even");
    write_value(out, {"break_even", remedy.break_even_unit, remedy.break_even});
    if (remedy.code == RemedyCode::enforce_terms)
      out.key("statutory_rate").decimal(remedy.statutory_rate).key("claimable").money(remedy.claimable);
    out.key("in_plan").yes_no(remedy.in_plan).key("status").text_or_null(remedy.status);
    if (words.text) out.key("text").text(report::remedy_text(remedy, words.settings, words.language));
    out.end_object();
  }
  out.end_array();
}

void write_agreed(Writer& out, const std::vector<AgreedRemedy>& agreed, const Words& words) {
  out.key("agreed").begin_array();
  for (const AgreedRemedy& remedy : agreed) {
    out.begin_object().key("code").text(name_of(remedy.code)).key("accepted_on").date(remedy.accepted_on);
    out.key("days").integer(remedy.days).key("predicted").money(remedy.predicted);
    out.key("predicted_so_far").money(remedy.predicted_so_far).key("realised").money(remedy.realised);
    if (words.text) out.key("text").text(report::agreed_text(remedy, words.settings, words.language));
    out.end_object();
  }
  out.end_array();
}

void write_cross_sell(Writer& out, const std::vector<CrossSellAdvice>& found, const Words& words) {
  out.key("cross_sell").begin_array();
  for (const CrossSellAdvice& advice : found) {
    out.begin_object().key("group").text(advice.group).key("from").text(advice.from);
    out.key("buyers").integer(advice.buyers).key("also").integer(advice.also);
    out.key("score_bp").integer(advice.score_bp);
    if (words.text) out.key("text").text(report::cross_sell_text(advice, words.language));
    out.end_object();
  }
  out.end_array();
}

void write_what_if(Writer& out, const WhatIfResult& found, const Words& words) {
  const auto after = found.result.net_result;
  out.key("what_if").begin_object().key("before").money(found.before).key("after").money(after);
  out.key("difference").money(found.before && after ? std::optional(*after - *found.before) : std::nullopt);
  out.key("result");
  write_window(out, found.result);
  out.key("changes").begin_array();
  for (const WhatIfChange& change : found.changes) {
    out.begin_object().key("name").text(change.name).key("from");
    write_value(out, {"from", change.unit, change.from});
    out.key("to");
    write_value(out, {"to", change.unit, change.to});
    out.key("break_even");
    write_value(out, {"break_even", change.unit, change.break_even});
    out.end_object();
  }
  out.end_array();
  if (words.text) out.key("text").text(report::what_if_text(found, words.settings, words.language));
  out.end_object();
}

}  // namespace rendabel::abi
