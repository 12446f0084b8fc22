// The team leader's page and tables: the same figures as calls_board, nobody's without agreement, and
// whatever a host or an agent wrote is text.
#include "plugin/report/board_page.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "tests/support/report_book.hpp"

namespace rendabel::test {
namespace {

using namespace report;

Board filled_board() {
  Board board;
  board.date = *parse_date("2026-11-23");
  board.from = *parse_date("2026-10-27");
  board.list = {8, 7, 3, 1, 2, 1, 5000};
  board.today = {4, 3, 2, 1, 1, {{"not_mine", 1}}};
  board.period = {1'240, 1'130, 420, 60, 9, {{"not_mine", 5}, {"other", 4}}};
  board.hours = {{*parse_date("2026-11-20"), 0, 0, std::nullopt, {}, false},
                 {board.date, 7, 8, 9 * 60 + 5, board.today, true}};
  board.streak_days = 1;
  board.overdue_callbacks = 2;
  board.cases_open = 31;
  board.reception = {8, 0, 1, 8889};
  board.disputed = {{hostile, std::nullopt, "", board.date, hostile, hostile}};
  board.data_tasks = {{"C2", std::nullopt, "", board.date, "wrong_number", "Bakker & Zn"}};
  board.skipped_thrice = {{"C3", Reason::quote, hostile, std::nullopt, "team_leader", ""}};
  return board;
}

std::string csv(const Board& board, std::string_view part, std::string_view language = "nl") {
  return board_csv(board, Settings{}, language, part).value();
}

TEST_CASE("the board's page has its figures in both languages and asks nobody for anything") {
  const auto nl = board_html(filled_board(), Settings{}, "nl"),
             en = board_html(filled_board(), Settings{}, "en");
  CHECK(nl.find("<html lang=\"nl\">") != std::string::npos);
  CHECK(nl.find("Op de lijst van vandaag: 7 gesprekken; er is plaats voor 8. Gedaan: 3, nog open: 2.") !=
        std::string::npos);
  CHECK(nl.find("is 9 keer genoteerd; welkom was 88,89 %") != std::string::npos);
  CHECK(nl.find("1.130") != std::string::npos);
  CHECK(en.find("1,130") != std::string::npos);
  CHECK(en.find("Callbacks missed") != std::string::npos);
  CHECK(en.find("data-code=\"overdue_callbacks\" data-value=\"2\"") != std::string::npos);
  for (const auto& page : {nl, en}) {
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("http://") == std::string::npos);
    CHECK(page.find("{{>") == std::string::npos);
    CHECK(page.find("\u202e") == std::string::npos);
    CHECK(page.find("&lt;script&gt;alert(1)") != std::string::npos);
    CHECK(page.find("</html>") != std::string::npos);
  }
}

TEST_CASE("the board's tables say what the board says, a row a fact") {
  const auto board = filled_board();
  CHECK(csv(board, "board") ==
        "line,today,period\r\nstarted,4,1240\r\nattempted,3,1130\r\nreached,2,420\r\nresults,1,60\r\n"
        "skipped,1,9\r\nskipped.not_mine,1,5\r\nskipped.other,0,4\r\n");
  CHECK(csv(board, "board_hours") ==
        "date,capacity,planned,started_at,started,attempted,reached,results,skipped,held\r\n"
        "2026-11-20,0,0,,0,0,0,0,0,false\r\n2026-11-23,8,7,09:05,4,3,2,1,1,true\r\n");
  const auto state = csv(board, "board_state");
  for (const auto* line :
       {"capacity,8\r\n", "covered_bp,5000\r\n", "overdue_callbacks,2\r\n", "cases_open,31\r\n",
        "cases_without_step,0\r\n", "welcome,8\r\n", "welcome_bp,8889\r\n", "column_bp,9000\r\n"})
    CHECK(state.find(line) != std::string::npos);
  const auto waiting = csv(board, "board_waiting");
  CHECK(waiting.find("data_tasks,C2,Bakker & Zn,,,2026-11-23,wrong_number\r\n") != std::string::npos);
  CHECK(waiting.find("skipped_thrice,C3,,quote,") != std::string::npos);
  CHECK(board_html(board, Settings{}, "nl").find("Bakker &amp; Zn") != std::string::npos);
}

TEST_CASE("the page has the days with a list, the latest first, and says of how many there was none") {
  auto board = filled_board();
  board.hours.insert(board.hours.begin(), {*parse_date("2026-11-19"), 7, 8, std::nullopt, {}, false});
  const auto page = board_html(board, Settings{}, "nl");
  const auto latest = page.find("data-value=\"2026-11-23\""), first = page.find("data-value=\"2026-11-19\"");
  CHECK(latest < first);
  CHECK(first != std::string::npos);
  CHECK(page.find("data-value=\"2026-11-20\"") == std::string::npos);
  CHECK(page.find("Op één geplande dag was er geen bellijst.") != std::string::npos);
  board.hours.clear();
  CHECK(board_html(board, Settings{}, "nl").find("staat geen beluur gepland") != std::string::npos);
}

TEST_CASE("codes stand in words, also those of the desk") {
  const auto nl = board_html(filled_board(), Settings{}, "nl"),
             en = board_html(filled_board(), Settings{}, "en");
  for (const auto* word : {">Overgeslagen: Niet mijn klant<", ">Welkom<", ">Verkeerd nummer<",
                           ">Drie keer overgeslagen<", ">Offerte nabellen<"})
    CHECK(nl.find(word) != std::string::npos);
  for (const auto* word :
       {">Skipped: Not my account<", ">Welcome<", ">Wrong number<", ">Skipped three times<"})
    CHECK(en.find(word) != std::string::npos);
}

TEST_CASE("no cell of the board is a formula, and codes and numbers are the same in every language") {
  auto board = filled_board();
  board.agents = {{hostile, board.today, board.period}};
  for (const auto part : board_csv_parts()) {
    INFO(part);
    CHECK_FALSE(std::regex_search(csv(board, part), std::regex("(^|,|\n)\"?=1")));
    CHECK(csv(board, part, "nl") == csv(board, part, "en"));
  }
  CHECK_FALSE(board_csv(board, Settings{}, "nl", "calls"));
}

TEST_CASE("rows per agent are there only when the board has them") {
  auto board = filled_board();
  CHECK(board_html(board, Settings{}, "nl").find("daarover is geen afspraak gemaakt") != std::string::npos);
  CHECK(csv(board, "board_agents") == "agent,when,started,attempted,reached,results,skipped\r\n");
  board.agents = {{"jan", board.today, board.period}};
  const auto page = board_html(board, Settings{}, "nl");
  CHECK(page.find("daarover is geen afspraak gemaakt") == std::string::npos);
  CHECK(page.find("<bdi>jan</bdi>") != std::string::npos);
  CHECK(csv(board, "board_agents").find("jan,today,4,3,2,1,1\r\njan,period,1240,1130,420,60,9\r\n") !=
        std::string::npos);
}

TEST_CASE("what calling brings stands with its bounds, or why it does not") {
  auto board = filled_board();
  CHECK(board_html(board, Settings{}, "nl").find("Er blijft niemand ongebeld") != std::string::npos);
  board.holdout = BoardHoldout{2, 1, {}, {}, {}};
  CHECK(board_html(board, Settings{}, "nl").find("nog te weinig klanten") != std::string::npos);
  board.holdout = BoardHoldout{
      120,
      40,
      BoardDifference<Micro>{Micro{400'000}, Micro{250'000}, Micro{150'000}, Micro{-10'000}, Micro{290'000}},
      {},
      BoardDifference<Cents>{120'00, 90'50, 29'50, -5'00, 64'00}};
  CHECK(board_html(board, Settings{}, "nl").find("Op de lijst kwamen 120 klanten; 40 bleven ongebeld") !=
        std::string::npos);
  CHECK(board_html(board, Settings{}, "nl").find("<bdi>15 %</bdi>") != std::string::npos);
  CHECK(csv(board, "board_holdout") ==
        "measure,called,held_out,difference,low,high\r\nbuyers,0.4,0.25,0.15,-0.01,0.29\r\n"
        "margin,120.00,90.50,29.50,-5.00,64.00\r\n");
}

TEST_CASE("an empty board still makes a whole page, and the same board the same bytes") {
  Board empty;
  empty.date = *parse_date("2026-11-23");
  const auto page = board_html(empty, Settings{}, "nl");
  CHECK(page.find("</html>") != std::string::npos);
  CHECK(page.find("Voor vandaag is geen bellijst gemaakt") != std::string::npos);
  CHECK(page.find("Er wacht niets op de teamleider") != std::string::npos);
  CHECK(page.find("nog niet genoteerd") != std::string::npos);
  CHECK(page == board_html(empty, Settings{}, "nl"));
}

}  // namespace
}  // namespace rendabel::test
