// labels.hpp — every code with its words in Dutch and English, so that no host translates them again.
// In: a code.  Out: words a sales office uses.  Never: numbers, sentences about one account
// (report/sentences).
#pragma once
#include <span>
#include <string_view>

#include "plugin/report/language.hpp"

namespace rendabel::report {

/// One code. Texts are literals.
struct Label {
  std::string_view code, nl, en;
  constexpr std::string_view in(Language language) const { return pick(language, nl, en); }
};

/// A family of codes, such as flag or coverage_reason.
struct LabelGroup {
  std::string_view name;
  std::span<const Label> labels;
};

/// The families but those of calls (report/call_sentences.hpp), the desk and learning: flag, verdict,
/// verdict_reason, remedy, reason, coverage_state, coverage_reason, line, layer, rhythm, purpose, lane,
/// call_state, evidence, phase, fit_state, scale_kind, share_of, status.
std::span<const LabelGroup> label_groups();

/// The words of a code; the code itself when we have no words, such as a host's own driver.
std::string_view label(std::string_view group, std::string_view code, Language language);

}  // namespace rendabel::report
