// call_sentences.hpp — calls in words: why to call, what the law said, why somebody is not on the list.
// In: a call's plain data and a language (nl, en).  Out: a sentence an agent can say.  Never: computes a
// rule.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "plugin/base/calls.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/report/labels.hpp"

namespace rendabel::report {

/// Why to call: 'Offerte Q-17 van € 2.400,00 staat 9 dagen open, geldig tot 30-11-2026'. `today` is the
/// plan's day.
std::string why_call(const CallReason& reason, Date today, const Settings& settings,
                     std::string_view language);

/// What a rule of the law says, such as NL5; empty for a rule we do not know.
std::string_view rule_words(std::string_view rule, std::string_view language);

/// A code with its Dutch and English words, for labels_get.
using CallWords = Label;
std::span<const CallWords> rule_labels();       ///< rules of the law
std::span<const CallWords> left_out_labels();   ///< why somebody is not on the list
std::span<const CallWords> withdrawn_labels();  ///< why a call was taken off it
std::span<const CallWords> place_labels();      ///< what gave a call its place
std::span<const CallWords> margin_labels();     ///< where the margin at stake came from

}  // namespace rendabel::report
