#include "abi/render_board.hpp"

#include <fmt/format.h>

#include "abi/documents/writer.hpp"
#include "abi/render_export.hpp"
#include "plugin/base/assessment.hpp"

namespace rendabel::abi {
namespace {

void write_counts(Writer& out, const BoardCounts& counts) {
  out.begin_object().key("started").integer(counts.started).key("attempted").integer(counts.attempted);
  out.key("reached").integer(counts.reached).key("results").integer(counts.results);
  out.key("skipped").integer(counts.skipped).key("skip_reasons").begin_object();
  for (const auto& [why, count] : counts.skip_reasons) out.key_text(why).integer(count);
  out.end_object().end_object();
}

void write_list(Writer& out, const BoardList& list) {
  out.key("list").begin_object().key("capacity").integer(list.capacity).key("planned").integer(list.planned);
  out.key("done").integer(list.done).key("leased").integer(list.leased).key("open").integer(list.open);
  out.key("withdrawn").integer(list.withdrawn).key("covered_bp").integer(list.covered_bp).end_object();
}

void write_hours(Writer& out, const Board& board) {
  out.key("hours").begin_array();
  for (const BoardHour& hour : board.hours) {
    out.begin_object().key("date").date(hour.date).key("planned").integer(hour.planned);
    out.key("capacity").integer(hour.capacity).key("started_at");
    const auto minute = hour.started_at_minute;
    minute ? out.text(fmt::format("{:02}:{:02}", *minute / 60, *minute % 60)) : out.null();
    out.key("counts");
    write_counts(out, hour.counts);
    out.key("held").yes_no(hour.held).end_object();
  }
  out.end_array().key("streak_days").integer(board.streak_days);
}

void write_reception(Writer& out, const BoardReception& reception) {
  out.key("reception").begin_object().key("welcome").integer(reception.welcome);
  out.key("neutral").integer(reception.neutral).key("unwelcome").integer(reception.unwelcome);
  out.key("welcome_bp").integer(reception.welcome_bp);
  out.key("column_bp").integer(received_well_bp).end_object();
}

void write_rows(Writer& out, std::string_view name, const std::vector<BoardRow>& rows) {
  out.key(name).begin_array();
  for (const BoardRow& row : rows) {
    out.begin_object().key("account_id").text(row.account_id).key("name").text_or_null(row.name);
    out.key("reason").text_or_null(row.reason ? name_of(*row.reason) : std::string_view());
    out.key("source_id").text_or_null(row.source_id).key("since").date(row.since);
    out.key("why").text_or_null(row.why).end_object();
  }
  out.end_array();
}

template <class Value, class Write>
void write_difference(Writer& out, std::string_view name, const std::optional<BoardDifference<Value>>& found,
                      const Write& write) {
  out.key(name);
  if (!found) return void(out.null());
  out.begin_object();
  const auto member = [&](std::string_view key, Value value) {
    out.key(key);
    write(value);
  };
  member("called", found->called);
  member("held_out", found->held_out);
  member("difference", found->difference);
  member("low", found->low);
  member("high", found->high);
  out.end_object();
}

void write_holdout(Writer& out, const std::optional<BoardHoldout>& holdout) {
  out.key("holdout");
  if (!holdout) return void(out.null());
  const auto decimal = [&](Micro value) { out.decimal(value); };
  out.begin_object().key("called_accounts").integer(holdout->called_accounts);
  out.key("held_out_accounts").integer(holdout->held_out_accounts);
  write_difference(out, "buyers", holdout->buyers, decimal);
  write_difference(out, "orders", holdout->orders, decimal);
  write_difference(out, "margin", holdout->margin, [&](Cents value) { out.money(value); });
  out.end_object();
}

void write_agents(Writer& out, const Board& board) {
  out.key("agents");
  if (!board.agents) return void(out.null());
  out.begin_array();
  for (const BoardAgent& each : *board.agents) {
    out.begin_object().key("agent").text(each.agent).key("today");
    write_counts(out, each.today);
    out.key("period");
    write_counts(out, each.period);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string render_board(const Board& board, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object().key("date").date(board.date).key("rules_version").integer(rules_version);
  out.key("period_from").date(board.from).key("preset").text_or_null(board.preset);
  write_list(out, board.list);
  out.key("today");
  write_counts(out, board.today);
  out.key("period");
  write_counts(out, board.period);
  write_hours(out, board);
  out.key("overdue_callbacks").integer(board.overdue_callbacks).key("cases_open").integer(board.cases_open);
  out.key("cases_without_step").integer(board.cases_without_step);
  write_reception(out, board.reception);
  write_rows(out, "disputed", board.disputed);
  write_rows(out, "data_tasks", board.data_tasks);
  write_rows(out, "skipped_thrice", board.skipped_thrice);
  write_holdout(out, board.holdout);
  write_agents(out, board);
  return out.end_object().text_copy();
}

std::string render_agent(const pipeline::AgentExport& all, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object().key("agent").text(all.agent).key("outcomes").begin_array();
  for (const store::LoggedOutcome& logged : all.outcomes) {
    out.begin_object().key("account_id").text(logged.told.account_id).key("outcome");
    write_outcome(out, logged, words);
    out.end_object();
  }
  out.end_array().key("leases").begin_array();
  for (const store::LeaseStart& start : all.starts) {
    out.begin_object().key("date").date(start.date);
    out.key("at").text(fmt::format("{:02}:{:02}", start.minute / 60, start.minute % 60));
    out.key("call_id").text_or_null(start.call_id).key("in_hour").yes_no(start.in_hour).end_object();
  }
  out.end_array().key("assigned").begin_array();
  for (const std::string& account_id : all.assigned) out.text(account_id);
  return out.end_array().end_object().text_copy();
}

std::string render_agent_erased(std::string_view agent, std::int64_t outcomes) {
  Writer out;
  out.begin_object().key("agent").text(agent).key("erased").yes_no(true);
  return out.key("outcomes").integer(outcomes).end_object().text_copy();
}

}  // namespace rendabel::abi
