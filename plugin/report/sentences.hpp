// sentences.hpp — one account in words: a sentence per flag and coverage row, and the whole in a few lines.
// In: an Assessment.  Out: Dutch or English text, never empty.  Never: names of people, a computation.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/assessment.hpp"
#include "plugin/report/language.hpp"

namespace rendabel::report {

/// One sentence with the flag's evidence and amount.
std::string flag_sentence(const Flag& flag, std::string_view currency, Language language);

/// Why a line is not wholly known, with n of m; 'known' gets a sentence as well.
std::string coverage_sentence(const Coverage& row, Language language);

/// The account as a whole: result, what stands out, what is not known.
std::string assessment_text(const Assessment& assessment, std::string_view currency, Language language);

}  // namespace rendabel::report
