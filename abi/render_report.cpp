#include "abi/render_report.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "plugin/base/findings.hpp"
#include "plugin/report/account_page.hpp"
#include "plugin/report/book_page.hpp"

namespace rendabel::abi {
namespace {

std::vector<std::string_view> parts_of(const Options& options) {
  const bool account = !options.account_id.empty();
  switch (options.format) {
    case ReportFormat::html: return {};
    case ReportFormat::svg: return account ? report::account_svg_parts() : report::book_svg_parts();
    case ReportFormat::csv: return account ? report::account_csv_parts() : report::book_csv_parts();
  }
  return {};
}

[[noreturn]] void refuse(std::string why) {
  Findings findings;
  findings.add(1, "options.part", std::move(why));
  throw BadInput(std::move(findings));
}

Result answer(std::optional<std::string> body, const char* media_type) {
  if (!body) throw Failure(Status::internal, "a part of the report went away");
  return {Status::ok, {}, std::move(*body), media_type};
}

}  // namespace

void check_report_part(const Options& options) {
  const auto parts = parts_of(options);
  if (parts.empty() && !options.part.empty()) refuse("goes with svg and csv; html is the whole page");
  if (parts.empty() || std::ranges::find(parts, options.part) != parts.end()) return;
  std::string names;
  for (const auto part : parts) names += (names.empty() ? "" : ", ") + std::string(part);
  refuse(std::string(name_of(options.format)) + " has these parts: " + names);
}

Result render_report(const BookReport& report, const Options& options, const Words& words) {
  switch (options.format) {
    case ReportFormat::html:
      return answer(report::book_html(report, words.settings, words.language), media_html);
    case ReportFormat::svg:
      return answer(report::book_svg(report, words.settings, words.language, options.part), media_svg);
    case ReportFormat::csv:
      return answer(report::book_csv(report, words.settings, words.language, options.part), media_csv);
  }
  return answer(std::nullopt, "");
}

Result render_report(const AccountReport& report, const Options& options, const Words& words) {
  switch (options.format) {
    case ReportFormat::html:
      return answer(report::account_html(report, words.settings, words.language), media_html);
    case ReportFormat::svg:
      return answer(report::account_svg(report, words.settings, words.language, options.part), media_svg);
    case ReportFormat::csv:
      return answer(report::account_csv(report, words.settings, words.language, options.part), media_csv);
  }
  return answer(std::nullopt, "");
}

}  // namespace rendabel::abi
