#include "plugin/rules/calling_hours.hpp"

#include <algorithm>
#include <span>

namespace rendabel::rules {

namespace {

using std::chrono::month_day;
using std::chrono::year_month_day;

enum class Days : std::uint8_t { working, saturday };

/// Hours of a country; `natural_only` rows hold for everybody but legal persons and go before the rest.
struct Hours {
  std::string_view country;
  bool natural_only;
  Days days;
  MinuteWindow window;
};

constexpr std::int32_t at(int hour, int minute = 0) { return hour * 60 + minute; }

// Code Telemarketing (NL; by default for everybody); WER VI.111 (BE); décret 2022-1313 (FR). Countries that
// name no hours, and those without a pack, get the Dutch ones.
constexpr std::array hours{
    Hours{"BE", false, Days::working, {at(9), at(19)}}, Hours{"FR", true, Days::working, {at(10), at(13)}},
    Hours{"FR", true, Days::working, {at(14), at(20)}}, Hours{"", false, Days::working, {at(9), at(22)}},
    Hours{"", false, Days::saturday, {at(10), at(16)}}};

/// Dutch days that end early.
constexpr std::array early_days{month_day{std::chrono::May, std::chrono::day{4}},
                                month_day{std::chrono::December, std::chrono::day{5}},
                                month_day{std::chrono::December, std::chrono::day{24}}};
constexpr std::int32_t early_close = at(18, 30);

std::size_t weekday_index(Date day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

bool ends_early(std::string_view country, Date day) {
  const year_month_day civil{day};
  return country == "NL" &&
         std::ranges::find(early_days, month_day{civil.month(), civil.day()}) != early_days.end();
}

/// Which rows speak for this person: the country's own, else the general ones.
bool speaks(const Hours& row, std::string_view country, bool natural) {
  const auto own = [&](const Hours& each) {
    return each.country == country && (natural || !each.natural_only);
  };
  if (std::ranges::any_of(hours, own)) return own(row);
  return row.country.empty();
}

std::vector<MinuteWindow> cut(std::vector<MinuteWindow> windows, MinuteWindow limits) {
  for (auto& window : windows) window = {std::max(window.from, limits.from), std::min(window.to, limits.to)};
  std::erase_if(windows, [](const MinuteWindow& window) { return window.from >= window.to; });
  return windows;
}

std::int32_t minute_of(std::string_view clock) {
  const auto digit = [&](std::size_t place) { return clock[place] - '0'; };
  return clock.size() == 5 ? at(digit(0) * 10 + digit(1), digit(3) * 10 + digit(4)) : 0;
}

}  // namespace

OfficeWindow office_window(const Settings& settings) {
  static constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  OfficeWindow out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.days[i] = std::ranges::find(settings.calls.office_days, names[i]) != settings.calls.office_days.end();
  out.minutes = {minute_of(settings.calls.office_from), minute_of(settings.calls.office_to)};
  out.country = settings.country;
  return out;
}

std::vector<MinuteWindow> legal_windows(std::string_view country, PersonKind person, Date day,
                                        const HolidayCustoms& customs) {
  std::vector<MinuteWindow> out;
  const auto weekday = weekday_index(day);
  if (weekday == 6 || is_holiday(day, country, customs)) return out;
  const auto wanted = weekday == 5 ? Days::saturday : Days::working;
  for (const auto& row : hours)
    if (row.days == wanted && speaks(row, country, person != PersonKind::legal)) out.push_back(row.window);
  if (ends_early(country, day)) out = cut(std::move(out), {0, early_close});
  return out;
}

std::vector<MinuteWindow> calling_windows(std::string_view country, PersonKind person, Date day,
                                          const HolidayCustoms& customs, const OfficeWindow& office) {
  if (!office.days[weekday_index(day)]) return {};
  return cut(legal_windows(country, person, day, customs), office.minutes);
}

bool closed_at(std::string_view country, PersonKind person, Moment at, const HolidayCustoms& customs,
               const OfficeWindow* office) {
  const auto here = local_time(at, country);
  const auto windows = legal_windows(country, person, here.day, customs);
  if (std::ranges::none_of(windows, [&](const MinuteWindow& each) { return each.contains(here.minute); }))
    return true;
  if (office == nullptr) return false;
  const auto home = local_time(at, office->country.empty() ? country : office->country);
  return !office->days[weekday_index(home.day)] || !office->minutes.contains(home.minute);
}

}  // namespace rendabel::rules
