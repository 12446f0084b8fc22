// render_learning.hpp — what was learnt from outcomes, as the documents learning and learning_reset.
// In: the learner's report, the settings it starts from, the language.  Out: JSON.  Never: computes.
#pragma once
#include <string>

#include "abi/words.hpp"
#include "plugin/base/learning.hpp"

namespace rendabel::abi {

std::string render_learning(const LearningReport& report, const Words& words);
std::string render_learning_reset(std::int64_t outcomes);

}  // namespace rendabel::abi
