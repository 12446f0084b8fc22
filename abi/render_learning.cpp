#include "abi/render_learning.hpp"

#include "abi/documents/writer.hpp"
#include "plugin/base/assessment.hpp"
#include "plugin/report/learning_sentences.hpp"
#include "plugin/rules/learning.hpp"

namespace rendabel::abi {
namespace {

void write_calibration(Writer& out, const LearningReport& report) {
  const auto tenth_of = [](std::size_t i) { return Micro{static_cast<std::int64_t>(i) * micro / 10}; };
  out.key("calibration").begin_array();
  for (std::size_t i = 0; i < report.deciles.size(); ++i) {
    const auto& row = report.deciles[i];
    out.begin_object().key("from").decimal(tenth_of(i)).key("to").decimal(tenth_of(i + 1));
    out.key("outcomes").integer(row.calls).key("successes").integer(row.successes);
    out.key("predicted").decimal(row.predicted).key("observed").decimal(row.observed).end_object();
  }
  out.end_array();
}

void write_weights(Writer& out, const LearningReport& report, const Words& words) {
  out.key("weights").begin_array();
  for (const LearningReason& weight : report.weights) {
    out.begin_object().key("feature").text(name_of(weight.feature)).key("code").text_or_null(weight.code);
    out.key("effect").decimal(weight.effect).key("odds").decimal(weight.odds);
    if (words.text) out.key("text").text(report::learning_text(weight, words.language));
    out.end_object();
  }
  out.end_array();
}

void write_priors(Writer& out, const Calls& settings) {
  out.key("priors").begin_object();
  for (const auto reason : Names<Reason>::values) {
    const auto found = settings.priors.find(std::string(reason));
    out.key(reason).decimal(found == settings.priors.end() ? std::nullopt : std::optional(found->second));
  }
  out.end_object().key("learn_attributes").begin_array();
  for (const auto& name : settings.learn_attributes) out.text(name);
  out.end_array();
}

}  // namespace

std::string render_learning(const LearningReport& report, const Words& words) {
  Writer out;
  out.begin_object().key("rules_version").integer(rules_version);
  out.key("outcomes").integer(report.calls).key("successes").integer(report.successes);
  out.key("learnt_to").date(report.day).key("log_loss").decimal(report.log_loss);
  out.key("base_log_loss").decimal(report.base_log_loss);
  out.key("calibration_error").decimal(report.calibration_error);
  write_calibration(out, report);
  write_weights(out, report, words);
  write_priors(out, words.settings.calls);
  out.key("drift").begin_object().key("level").decimal(rules::learning_level_drift);
  out.key("weights").decimal(rules::learning_weight_drift).end_object();
  return out.end_object().text_copy();
}

std::string render_learning_reset(std::int64_t outcomes) {
  Writer out;
  out.begin_object().key("reset").yes_no(true).key("outcomes").integer(outcomes);
  return out.end_object().text_copy();
}

}  // namespace rendabel::abi
