// render_card.hpp — the desk's answers: a card, the choice of accounts, what follows from an outcome.
// In: what the pipeline found, the language.  Out: JSON (contract.md 3).  Never: decides or adds a hint.
#pragma once
#include <string>

#include "abi/words.hpp"
#include "plugin/base/card.hpp"
#include "plugin/store/outcomes.hpp"

namespace rendabel::abi {

std::string render_next_call(const NextCall& next, const Words& words);
std::string render_opened_call(const OpenedCall& opened, const Words& words);
std::string render_reported(const store::LoggedOutcome& outcome, const Words& words);

}  // namespace rendabel::abi
