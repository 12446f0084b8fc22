// place_sentences.hpp — why a call has its place on the list, and what its value is made of, in words.
// In: a planned call, the day, a language (nl, en).  Out: one sentence.  Never: computes a rule.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/calls.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::report {

/// 'Kans 25 % × marge € 1.479,45 − gesprek € 6,00 = € 363,86', after what else gave the place: the now-lane,
/// a pin, a reserved share, room during the day. `today` is the plan's day.
std::string why_place(const Call& call, Date today, const Settings& settings, std::string_view language);

}  // namespace rendabel::report
