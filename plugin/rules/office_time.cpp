#include "plugin/rules/office_time.hpp"

#include <algorithm>

#include "plugin/base/holidays.hpp"
#include "plugin/rules/calling_hours.hpp"

namespace rendabel::rules {

namespace {

/// Further than any closing of an office; then the settings have no office days.
constexpr int days_max = 60;

}  // namespace

Moment after_office_minutes(Moment from, std::int64_t minutes, const Settings& settings) {
  const auto office = office_window(settings);
  const auto start = local_time(from, settings.country);
  auto left = minutes;
  std::int32_t minute = start.minute;
  for (int ahead = 0; ahead <= days_max; ++ahead, minute = 0) {
    const Date day = start.day + days{ahead};
    const bool open =
        office.days[std::chrono::weekday{day}.iso_encoding() - 1] && !is_holiday(day, settings.country, {});
    const auto opens = std::max(minute, office.minutes.from);
    if (!open || opens >= office.minutes.to) continue;
    if (opens + left <= office.minutes.to)
      return moment_at(day, static_cast<std::int32_t>(opens + left), settings.country);
    left -= office.minutes.to - opens;
  }
  return Moment{from.utc_seconds + minutes * 60, from.offset_minutes};
}

Moment on_clocks_of(Moment moment, std::string_view country) {
  constexpr std::int64_t day_minutes = 24 * 60;
  const auto local = local_time(moment, country);
  const auto shown = local.day.time_since_epoch().count() * day_minutes + local.minute;
  const auto utc = std::chrono::floor<std::chrono::minutes>(std::chrono::seconds{moment.utc_seconds}).count();
  return {moment.utc_seconds, static_cast<std::int32_t>(shown - utc)};
}

}  // namespace rendabel::rules
