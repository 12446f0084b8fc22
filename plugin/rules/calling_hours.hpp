// calling_hours.hpp — step 7: on which days and between which hours a person may be called (law.md NL2).
// In: the called country, the kind of person, a day or a moment, the office window.  Out: windows, or closed.
// Never: clock; a purpose or consent.  Method: a table of hours per country; Sundays and holidays have none.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/holidays.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// Minutes of a local day, `to` not included.
struct MinuteWindow {
  std::int32_t from = 0, to = 0;
  bool contains(std::int32_t minute) const { return from <= minute && minute < to; }
  bool operator==(const MinuteWindow&) const = default;
};

/// When we call, by our own choice; the default is law.md's: Monday to Friday, 09:00–17:30.
struct OfficeWindow {
  std::array<bool, 7> days{true, true, true, true, true, false, false};  ///< Monday first
  MinuteWindow minutes{9 * 60, 17 * 60 + 30};
  std::string_view country = {};  ///< whose clocks it goes by; empty: the called country's
};
OfficeWindow office_window(const Settings& settings);

/// The hours that law and code leave open on `day` in `country`, in order; none on Sundays and holidays.
std::vector<MinuteWindow> legal_windows(std::string_view country, PersonKind person, Date day,
                                        const HolidayCustoms& customs);

/// The same, cut down to our office window. Both are taken by the called country's clocks here.
std::vector<MinuteWindow> calling_windows(std::string_view country, PersonKind person, Date day,
                                          const HolidayCustoms& customs, const OfficeWindow& office);

/// Whether `at` falls outside the legal hours, or, where `office` is given, outside the office window.
bool closed_at(std::string_view country, PersonKind person, Moment at, const HolidayCustoms& customs,
               const OfficeWindow* office);

}  // namespace rendabel::rules
