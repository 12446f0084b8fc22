// office_time.hpp — step 7: minutes of office time, in which the now-lane is due.
// In: a moment, minutes, the office window of the settings.  Out: the moment by which they have passed.
// Never: clock.  Method: day by day on the office's own clocks; closed days and holidays have no minutes
// [domain 7; HBR 2011: an answer within the hour is worth seven later ones].
#pragma once
#include "plugin/base/date.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// When `minutes` of office time after `from` have passed. Without any office day it is `from` + minutes.
Moment after_office_minutes(Moment from, std::int64_t minutes, const Settings& settings);

/// `moment` as the clocks of `country` show it: the same, with the offset there.
Moment on_clocks_of(Moment moment, std::string_view country);

}  // namespace rendabel::rules
