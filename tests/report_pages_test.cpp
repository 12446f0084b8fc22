// Pages: whatever a host calls its accounts, contacts, owners, lines and subjects, the page stays ours.
#include <catch2/catch.hpp>
#include <regex>

#include "plugin/report/account_page.hpp"
#include "plugin/report/book_page.hpp"
#include "tests/support/report_book.hpp"

namespace rendabel::test {
namespace {

using namespace report;

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

void check_clean(const std::string& page) {
  CHECK(count_of(page, "<script") == 0);
  CHECK(count_of(page, "]]>") == 0);
  CHECK(count_of(page, "\u202e") == 0);
  CHECK(count_of(page, "\u2066") == 0);
  CHECK(count_of(page, "{{>") == 0);
  CHECK_FALSE(std::regex_search(page, std::regex("\"'><")));
  CHECK(count_of(page, "&lt;script&gt;alert(1)") > 0);
}

TEST_CASE("hostile names, ids, owners, lines and subjects are text on the book's page, in both languages") {
  const std::string nl = book_html(hostile_book(), Settings{}, "nl"),
                    en = book_html(hostile_book(), Settings{}, "en");
  check_clean(nl);
  check_clean(en);
  CHECK(nl.find("<html lang=\"nl\">") != std::string::npos);
  CHECK(en.find("<html lang=\"en\">") != std::string::npos);
  CHECK(nl.find("1.000,00") != std::string::npos);
  CHECK(en.find("1,000.00") != std::string::npos);
}

TEST_CASE("hostile texts are text on an account's page and in its files") {
  check_clean(account_html(hostile_account(), Settings{}, "nl"));
  check_clean(account_html(hostile_account(), Settings{}, "en"));
  check_clean(account_svg(hostile_account(), Settings{}, "en", "waterfall").value());
}

TEST_CASE("every chart is an SVG with a name and a description, alone and in the page") {
  const BookReport report = hostile_book();
  for (const auto part : book_svg_parts()) {
    INFO(part);
    const std::string svg = book_svg(report, Settings{}, "en", part).value();
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(count_of(svg, "<title id=\"" + std::string(part) + "-title\">") == 1);
    CHECK(count_of(svg, "role=\"img\"") == 1);
    CHECK(count_of(svg, "<style>") == 1);
  }
  CHECK_FALSE(book_svg(report, Settings{}, "en", "worst"));
  CHECK_FALSE(book_svg(report, Settings{}, "en", ""));
}

TEST_CASE("every table is a CSV whose rows have as many cells as its header, and no cell is a formula") {
  const BookReport report = hostile_book();
  for (const auto part : book_csv_parts()) {
    INFO(part);
    const std::string csv = book_csv(report, Settings{}, "en", part).value();
    CHECK(csv.ends_with("\r\n"));
    CHECK_FALSE(std::regex_search(csv, std::regex("(^|,|\n)\"?=1")));
  }
  CHECK_FALSE(book_csv(report, Settings{}, "en", "summary"));
  for (const auto part : account_csv_parts()) {
    const std::string csv = account_csv(hostile_account(), Settings{}, "nl", part).value();
    CHECK_FALSE(std::regex_search(csv, std::regex("(^|,|\n)\"?=1")));
  }
}

TEST_CASE("codes and numbers of a CSV are the same in every language") {
  for (const auto part : {"pyramid", "tail", "flags", "result", "whale", "worst", "visits"})
    CHECK(book_csv(hostile_book(), Settings{}, "nl", part) ==
          book_csv(hostile_book(), Settings{}, "en", part));
}

TEST_CASE("a day without a list says so instead of showing an empty one") {
  BookReport report = hostile_book();
  report.planned = false;
  report.calls.clear();
  const std::string page = book_html(report, Settings{}, "en");
  CHECK(page.find("No call list was made for this day yet") != std::string::npos);
  CHECK(page.find("id=\"calls-table\"") == std::string::npos);
}

TEST_CASE("what belongs to no customer is named beside the whale curve that leaves it out") {
  BookReport report = hostile_book();
  report.book.unassigned_result.net_result = 5'259'00;
  CHECK(book_html(report, Settings{}, "en").find("that has a net result of €5,259.00.") != std::string::npos);
  report.book.unassigned_result.net_result.reset();
  CHECK(book_html(report, Settings{}, "en").find("Revenue without a customer is left out") ==
        std::string::npos);
}

TEST_CASE("an empty book and an account of which nothing is known still make whole pages") {
  BookReport empty;
  empty.book.currency = "EUR";
  const std::string page = book_html(empty, Settings{}, "en");
  CHECK(page.find("</html>") != std::string::npos);
  CHECK(page.find("There is no account with a net result yet.") != std::string::npos);
  AccountReport unknown;
  unknown.assessment.account_id = "C1";
  const std::string account = account_html(unknown, Settings{}, "en");
  CHECK(account.find("</html>") != std::string::npos);
  CHECK(account.find("<bdi>C1</bdi>") != std::string::npos);
  CHECK(account.find("id=\"waterfall-title\"") == std::string::npos);
}

TEST_CASE("what is in the plan and what is further stand apart, each with what the host last reported") {
  AccountReport report = hostile_account();
  report.assessment.remedies.push_back(remedy_of(RemedyCode::shift_invoice, false, ""));
  const std::string page = account_html(report, Settings{}, "en");
  const auto plan = page.find("plan-heading"), further = page.find("further-heading");
  CHECK(page.find("data-code=\"replace_visits\"") > plan);
  CHECK(page.find("data-code=\"replace_visits\"") < further);
  CHECK(page.find("data-code=\"shift_invoice\"") > further);
  CHECK(page.find("Offered.") != std::string::npos);
}

TEST_CASE("the same figures give the same bytes") {
  CHECK(book_html(hostile_book(), Settings{}, "nl") == book_html(hostile_book(), Settings{}, "nl"));
  CHECK(account_html(hostile_account(), Settings{}, "nl") ==
        account_html(hostile_account(), Settings{}, "nl"));
}

}  // namespace
}  // namespace rendabel::test
