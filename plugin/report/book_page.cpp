#include "plugin/report/book_page.hpp"

#include <algorithm>
#include <array>

#include "plugin/report/book_sayings.hpp"
#include "plugin/report/book_tables.hpp"

namespace rendabel::report {
namespace {

struct BookChart {
  std::string_view name;
  Drawing (*make)(const BookView&);
};
constexpr std::array charts{
    BookChart{"whale",
              [](const BookView& view) { return whale_drawing(view.report.book.whale, view.speech); }},
    BookChart{"pyramid",
              [](const BookView& view) { return pyramid_drawing(view.report.book.pyramid, view.speech); }},
    BookChart{
        "waterfall",
        [](const BookView& view) { return waterfall_drawing(view.report.book.waterfall, view.speech); }},
    BookChart{"tail", [](const BookView& view) { return tail_drawing(view.report.book.tail, view.speech); }},
};

Speech speech_of(const BookReport& report, std::string_view language) {
  return {parse_language(language).value_or(Language::en), report.book.currency};
}

template <class Parts>
std::vector<std::string_view> names_of(const Parts& parts) {
  std::vector<std::string_view> names;
  for (const auto& part : parts) names.push_back(part.name);
  return names;
}

}  // namespace

std::vector<std::string_view> book_svg_parts() { return names_of(charts); }
std::vector<std::string_view> book_csv_parts() { return names_of(book_parts()); }

std::string book_html(const BookReport& report, const Settings& settings, std::string_view language) {
  const Speech speech = speech_of(report, language);
  const BookView view{report, settings, speech};
  Values page;
  page.set("page_css", std::string(template_text("page.css")));
  page.set("chart_css", std::string(template_text("chart.css")));
  add_book_sayings(page, view);
  for (const BookChart& chart : charts)
    page.set(std::string(chart.name) + "_chart", drawing_values(chart.make(view), false));
  for (const BookPart& part : book_parts()) {
    const Table table = part.make(view);
    page.set(std::string(part.name) + "_table", table.rows.empty() ? Values(false) : table_values(table));
  }
  return speech.pages.render("book.html", std::move(page));
}

std::optional<std::string> book_svg(const BookReport& report, const Settings& settings,
                                    std::string_view language, std::string_view part) {
  const auto chart = std::ranges::find(charts, part, &BookChart::name);
  if (chart == charts.end()) return std::nullopt;
  const Speech speech = speech_of(report, language);
  return speech.pages.render("drawing.svg", drawing_values(chart->make({report, settings, speech}), true));
}

std::optional<std::string> book_csv(const BookReport& report, const Settings& settings,
                                    std::string_view language, std::string_view part) {
  const auto found = std::ranges::find(book_parts(), part, &BookPart::name);
  if (found == book_parts().end()) return std::nullopt;
  const Speech speech = speech_of(report, language);
  return table_csv(found->make({report, settings, speech}));
}

}  // namespace rendabel::report
