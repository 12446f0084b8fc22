// desk_card.hpp — a card as an agent's terminal shows it.
// In: the library's card, its words.  Out: text for people.  Never: a word that the card does not have.
#pragma once
#include <string>

#include "adapters/cli/host.hpp"

namespace rendabel::cli {

std::string card_text(const Host& host, const Json& card);

}  // namespace rendabel::cli
