// card_sentences.hpp — a card in words: three lines of history, what to say, a message where the phone
// failed. In: a card, the settings' currency, a language (nl, en).  Out: text an agent can say or send.
// Never: a hint that is not on the card.  Method: the words a Dutch sales office uses.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/card.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::report {

/// One line of history: 'Laatste order 02-10-2026: € 240,00; bestelt elke 35 dagen'.
std::string history_text(const HistoryLine& line, const Card& card, const Settings& settings,
                         std::string_view language);

/// A short message to send by a written channel, about the subject of the call and nothing else.
std::string message_text(const Card& card, std::string_view language);

/// What follows from an outcome, and why: 'Opnieuw bellen: geen gehoor'.
std::string step_text(StepKind kind, std::string_view why, std::string_view language);

/// The card in a few lines: why now, what first, what may be raised, what to ask.
std::string card_text(const Card& card, const Settings& settings, std::string_view language);

}  // namespace rendabel::report
