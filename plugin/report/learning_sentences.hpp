// learning_sentences.hpp — what was learnt, in words: one weight and how it moves the odds of success.
// In: a reason of the learner, a language (nl, en).  Out: one line.  Never: computes.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/learning.hpp"

namespace rendabel::report {

/// 'Aanleiding Offerte nabellen: kansverhouding × 1,42'; of an unknown language in English.
std::string learning_text(const LearningReason& reason, std::string_view language);

}  // namespace rendabel::report
