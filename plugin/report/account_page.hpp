// account_page.hpp — one account as a page for a CRM's form, as a chart or as tables.
// In: the assessment with the open calls, the settings, a language.  Out: HTML, SVG or CSV.
// Never: a computed figure, a request to anywhere, a script.
// Method: narrow and short, so that a host shows it beside its own fields; readable from 320 pixels on.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/report.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::report {

/// The whole page, complete in itself. `language`: nl or en.
std::string account_html(const AccountReport& report, const Settings& settings, std::string_view language);
/// One chart as an SVG file; nothing for a part that has none.
std::optional<std::string> account_svg(const AccountReport& report, const Settings& settings,
                                       std::string_view language, std::string_view part);
/// One table as CSV; nothing for a part that has none.
std::optional<std::string> account_csv(const AccountReport& report, const Settings& settings,
                                       std::string_view language, std::string_view part);
/// The parts that account_svg and account_csv know.
std::vector<std::string_view> account_svg_parts();
std::vector<std::string_view> account_csv_parts();

}  // namespace rendabel::report
