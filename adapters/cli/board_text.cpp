#include "adapters/cli/board_text.hpp"

#include <array>

#include "adapters/cli/board_words.hpp"

namespace rendabel::cli {
namespace {

using Kind = Column::Kind;

struct Count {
  const char* code;
  const Words& words;
};
const std::array<Count, 5> counts{{{"started", words::board_started},
                                   {"attempted", words::board_attempted},
                                   {"reached", words::board_reached},
                                   {"results", words::board_results},
                                   {"skipped", words::board_skipped}}};

std::string block(const Table& table) { return table.empty() ? "" : "\n" + table.text(screen_width()); }

/// Each count of today beside that of the period, the reasons for skipping below.
std::string counts_text(const Host& host, const Json& board) {
  Table table(
      {{""}, {host.say(words::board_today), Kind::number}, {host.say(words::board_period), Kind::number}});
  const Json &today = board["today"], &period = board["period"];
  for (const Count& count : counts)
    table.row({host.say(count.words), host.number(today[count.code]), host.number(period[count.code])});
  const Json& reasons = period["skip_reasons"];
  for (std::size_t i = 0; i < reasons.keys.size(); ++i) {
    const Json& now = today["skip_reasons"][reasons.keys[i]];
    table.row({"  " + host.label("skip_reason", reasons.keys[i]), now.known() ? host.number(now) : "0",
               host.number(reasons.items[i])});
  }
  return block(table);
}

std::string hours_text(const Host& host, const Json& hours) {
  std::vector<Column> columns{{host.say(words::board_day)},
                              {host.say(words::board_capacity), Kind::number},
                              {host.say(words::board_planned), Kind::number},
                              {host.say(words::board_started_at)}};
  for (const Count& count : counts) columns.push_back({host.say(count.words), Kind::number});
  columns.push_back({host.say(words::board_held)});
  Table table(std::move(columns));
  for (const Json& hour : hours.items) {
    std::vector<std::string> row{hour["date"].text, host.number(hour["capacity"]),
                                 host.number(hour["planned"]), hour["started_at"].text};
    for (const Count& count : counts) row.push_back(host.number(hour["counts"][count.code]));
    row.push_back(host.say(hour["held"].yes() ? words::yes : words::no));
    table.row(std::move(row));
  }
  return block(table);
}

std::string who(const Json& row) {
  const Json& name = row["name"];
  return row["account_id"].text + (name.known() ? "  " + name.text : "");
}

std::string waiting_text(const Host& host, const Json& board) {
  Table table({{host.say(words::board_waiting)},
               {host.say(words::account)},
               {host.say(words::board_reason)},
               {host.say(words::board_since)},
               {host.say(words::why), Kind::wrapped}});
  const auto add = [&](const char* list, const Words& what, bool told) {
    for (const Json& row : board[list].items)
      table.row({host.say(what), who(row),
                 row["reason"].known() ? host.label("reason", row["reason"].text) : "", row["since"].text,
                 told ? row["why"].text : ""});
  };
  // Only a dispute has words of its own; the other two say why by what they are.
  add("disputed", words::board_disputed, true);
  add("data_tasks", words::board_data_task, false);
  add("skipped_thrice", words::board_skipped_thrice, false);
  return block(table);
}

std::string holdout_text(const Host& host, const Json& holdout) {
  if (!holdout.known()) return "";
  Table table({{host.say(words::board_measure)},
               {host.say(words::board_called), Kind::number},
               {host.say(words::board_held_out), Kind::number},
               {host.say(words::difference), Kind::number},
               {host.say(words::board_between)}});
  const auto add = [&](const char* name, const Words& measure) {
    const Json& found = holdout[name];
    if (!found.known()) return table.row({host.say(measure), "", "", "", host.say(words::board_too_few)});
    table.row({host.say(measure), host.number(found["called"]), host.number(found["held_out"]),
               host.number(found["difference"]),
               host.number(found["low"]) + " … " + host.number(found["high"])});
  };
  add("buyers", words::board_buyers);
  add("orders", words::board_orders);
  add("margin", words::board_margin);
  return "\n" +
         host.say(words::board_holdout, holdout["called_accounts"].text, holdout["held_out_accounts"].text) +
         "\n" + block(table);
}

std::string agents_text(const Host& host, const Json& agents) {
  if (!agents.known()) return "\n" + host.say(words::board_no_agents) + "\n";
  std::vector<Column> columns{{host.say(words::board_agent)}, {""}};
  for (const Count& count : counts) columns.push_back({host.say(count.words), Kind::number});
  Table table(std::move(columns));
  for (const Json& agent : agents.items) {
    const auto add = [&](const Words& when, const Json& of) {
      std::vector<std::string> row{agent["agent"].text, host.say(when)};
      for (const Count& count : counts) row.push_back(host.number(of[count.code]));
      table.row(std::move(row));
    };
    add(words::board_today, agent["today"]);
    add(words::board_period, agent["period"]);
  }
  return block(table);
}

std::string share_text(const Host& host, const Json& basis_points) {
  return basis_points.known() ? host.percent(basis_points) : "–";
}

}  // namespace

std::string board_text(const Host& host, const Json& board) {
  const Json &list = board["list"], &reception = board["reception"];
  std::string text = host.say(words::board_title, board["date"].text, board["period_from"].text) + "\n" +
                     (board["preset"].known() ? host.say(words::board_pilot) + "\n" : "") +
                     counts_text(host, board) + "\n";
  text += host.say(words::board_list, list["capacity"].text, list["planned"].text, list["done"].text,
                   list["leased"].text, list["open"].text, list["withdrawn"].text,
                   share_text(host, list["covered_bp"])) +
          "\n";
  text += host.say(words::board_streak, board["streak_days"].text) + "\n";
  text += host.say(words::board_open, board["overdue_callbacks"].text, board["cases_open"].text,
                   board["cases_without_step"].text) +
          "\n";
  text += host.say(words::board_reception, reception["welcome"].text, reception["neutral"].text,
                   reception["unwelcome"].text, share_text(host, reception["welcome_bp"]),
                   host.percent(reception["column_bp"])) +
          "\n";
  return text + hours_text(host, board["hours"]) + waiting_text(host, board) +
         holdout_text(host, board["holdout"]) + agents_text(host, board["agents"]);
}

}  // namespace rendabel::cli
