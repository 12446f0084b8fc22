// render_advice.hpp — what we advise about an account: members of its assessment and of a card.
// In: remedies, what was agreed, what comparable customers buy, a what_if.  Out: JSON.  Never: computes.
#pragma once
#include <vector>

#include "abi/documents/writer.hpp"
#include "abi/words.hpp"
#include "plugin/base/assessment.hpp"

namespace rendabel::abi {

/// A figure as its unit says.
void write_value(Writer& out, const Evidence& evidence);
void write_remedies(Writer& out, const std::vector<RemedyAdvice>& remedies, const Words& words);
void write_agreed(Writer& out, const std::vector<AgreedRemedy>& agreed, const Words& words);
void write_cross_sell(Writer& out, const std::vector<CrossSellAdvice>& found, const Words& words);
void write_what_if(Writer& out, const WhatIfResult& found, const Words& words);

}  // namespace rendabel::abi
