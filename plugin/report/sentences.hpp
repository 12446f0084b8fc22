// sentences.hpp — one account in words: a sentence per flag and coverage row, and the whole in a few lines.
// In: an Assessment, the settings' currency, a language (nl, en).  Out: text, never empty.
// Never: names of people, a computation.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/assessment.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::report {

/// One sentence with the flag's evidence and amount.
std::string flag_text(const Flag& flag, const Assessment& assessment, const Settings& settings,
                      std::string_view language);

/// What a remedy changes, what it brings a year, and how far the account then is from break-even.
std::string remedy_text(const RemedyAdvice& remedy, const Settings& settings, std::string_view language);

/// What an accepted remedy was to bring and what it brought.
std::string agreed_text(const AgreedRemedy& remedy, const Settings& settings, std::string_view language);

/// What was asked, the result that would give, and where each thing asked breaks even.
std::string what_if_text(const WhatIfResult& found, const Settings& settings, std::string_view language);

/// Why a line is not wholly known, with n of m; a known line gets a sentence as well.
std::string coverage_text(const Coverage& row, const Settings& settings, std::string_view language);

/// Why a product group is proposed, with its numbers: 'Of 84 comparable customers that buy A, 61 also buy B.'
std::string cross_sell_text(const CrossSellAdvice& advice, std::string_view language);

/// The account as a whole: the result, what stands out, what is not known.
std::string assessment_text(const Assessment& assessment, const Settings& settings,
                            std::string_view language);

}  // namespace rendabel::report
