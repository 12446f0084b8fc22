// book_page.hpp — the book as a page, a chart or a table.
// In: the book with the day's calls, the settings' currency, a language.  Out: HTML, SVG or CSV.
// Never: a computed figure, a request to anywhere, a script.
// Method: templates (report/templates) show tables and drawings made from the same figures.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/report.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::report {

/// The whole page, complete in itself. `language`: nl or en.
std::string book_html(const BookReport& report, const Settings& settings, std::string_view language);
/// One chart as an SVG file; nothing for a part that has none.
std::optional<std::string> book_svg(const BookReport& report, const Settings& settings,
                                    std::string_view language, std::string_view part);
/// One table as CSV; nothing for a part that has none.
std::optional<std::string> book_csv(const BookReport& report, const Settings& settings,
                                    std::string_view language, std::string_view part);
/// The parts that book_svg and book_csv know.
std::vector<std::string_view> book_svg_parts();
std::vector<std::string_view> book_csv_parts();

}  // namespace rendabel::report
