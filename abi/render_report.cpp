#include "abi/render_report.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "plugin/base/findings.hpp"
#include "plugin/report/account_page.hpp"
#include "plugin/report/board_page.hpp"
#include "plugin/report/book_page.hpp"

namespace rendabel::abi {
namespace {

/// The page of the team leader's board; html has no other part.
constexpr std::string_view board_page = "board";

std::vector<std::string_view> parts_of(const Options& options) {
  const bool account = !options.account_id.empty();
  switch (options.format) {
    case ReportFormat::html: return account ? std::vector<std::string_view>{} : std::vector{board_page};
    case ReportFormat::svg: return account ? report::account_svg_parts() : report::book_svg_parts();
    case ReportFormat::csv: {
      if (account) return report::account_csv_parts();
      auto parts = report::book_csv_parts();
      for (const auto part : report::board_csv_parts()) parts.push_back(part);
      return parts;
    }
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
  if (options.format == ReportFormat::html && options.part.empty()) return;
  if (std::ranges::find(parts, options.part) != parts.end()) return;
  if (parts.empty()) refuse("goes with svg and csv; html is the whole page");
  std::string names;
  for (const auto part : parts) names += (names.empty() ? "" : ", ") + std::string(part);
  refuse(std::string(name_of(options.format)) + " has these parts: " + names);
}

bool is_board_part(const Options& options) {
  if (!options.account_id.empty()) return false;
  const auto parts = report::board_csv_parts();
  return options.part == board_page || std::ranges::find(parts, options.part) != parts.end();
}

Result render_report(const Board& board, const Options& options, const Words& words) {
  switch (options.format) {
    case ReportFormat::html:
      return answer(report::board_html(board, words.settings, words.language), media_html);
    case ReportFormat::csv:
      return answer(report::board_csv(board, words.settings, words.language, options.part), media_csv);
    case ReportFormat::svg: break;
  }
  return answer(std::nullopt, "");
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
