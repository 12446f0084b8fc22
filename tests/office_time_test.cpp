// Minutes of office time: the hour in which the now-lane is due.
#include "plugin/rules/office_time.hpp"

#include <catch2/catch.hpp>

using namespace rendabel;
using rules::after_office_minutes;

namespace {

std::string due(const char* at, const Settings& settings = {}) {
  return to_text(after_office_minutes(*parse_moment(at), 60, settings));
}

}  // namespace

TEST_CASE("an hour within the day is an hour") {
  CHECK(due("2026-11-23T10:05:00+01:00") == "2026-11-23T11:05:00+01:00");
  CHECK(due("2026-11-23T16:30:00+01:00") == "2026-11-23T17:30:00+01:00");
}

TEST_CASE("what comes in before opening or over closing time goes on at the next opening") {
  CHECK(due("2026-11-23T03:00:00+01:00") == "2026-11-23T10:00:00+01:00");
  CHECK(due("2026-11-23T17:00:00+01:00") == "2026-11-24T09:30:00+01:00");
  CHECK(due("2026-11-20T18:00:00+01:00") == "2026-11-23T10:00:00+01:00");  // Friday evening
}

TEST_CASE("holidays and the change of clocks do not count") {
  CHECK(due("2026-12-24T17:00:00+01:00") == "2026-12-28T09:30:00+01:00");
  CHECK(due("2026-03-27T17:00:00+01:00") == "2026-03-30T09:30:00+02:00");
}

TEST_CASE("an office that is never open counts plain minutes") {
  Settings settings;
  settings.calls.office_days.clear();
  CHECK(due("2026-11-21T10:00:00+01:00", settings).substr(0, 16) == "2026-11-21T11:00");
}

TEST_CASE("a moment is shown on the clocks of the country") {
  const Moment utc = *parse_moment("2026-07-01T10:00:30Z");
  CHECK(to_text(rules::on_clocks_of(utc, "NL")) == "2026-07-01T12:00:30+02:00");
  CHECK(to_text(rules::on_clocks_of(utc, "GB")) == "2026-07-01T11:00:30+01:00");
}
