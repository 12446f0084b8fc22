#include "plugin/store/plans.hpp"

#include <algorithm>
#include <tuple>

#include "plugin/store/codes.hpp"
#include "plugin/store/plan_rows.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

/// Agents a line: id, then minutes where they were said. Ids hold no control characters.
std::string text_of(const std::vector<Present>& present) {
  std::string out;
  for (const auto& each : present)
    out += each.id + '\t' + (each.minutes ? std::to_string(*each.minutes) : "") + '\n';
  return out;
}
std::vector<Present> present_of(std::string_view text) {
  std::vector<Present> out;
  while (!text.empty()) {
    const auto tab = text.find('\t'), end = text.find('\n');
    auto& each = out.emplace_back(Present{std::string(text.substr(0, tab)), std::nullopt});
    const auto minutes = text.substr(tab + 1, end - tab - 1);
    if (!minutes.empty()) each.minutes = std::stoll(std::string(minutes));
    text.remove_prefix(end + 1);
  }
  return out;
}

void load_left_out(Database& database, Plan& plan) {
  auto counts = database.rows("SELECT why, accounts FROM plan_left_out WHERE date = ?", plan.date);
  while (counts.next()) plan.left_out_counts[std::string(counts.text(0))] = counts.integer(1);
  auto rows = database.rows(
      "SELECT account_id, reason, why, rule FROM plan_left_out_row WHERE date = ? ORDER BY position",
      plan.date);
  while (rows.next())
    plan.left_out.push_back({std::string(rows.text(0)), from_code<Reason>(rows.text(1)),
                             std::string(rows.text(2)), std::string(rows.text(3))});
}

void save_left_out(Database& database, const Plan& plan) {
  for (const auto& [why, accounts] : plan.left_out_counts)
    database.run("INSERT INTO plan_left_out(date, why, accounts) VALUES (?, ?, ?)", plan.date, why, accounts);
  std::int64_t position = 0;
  for (const auto& row : plan.left_out)
    database.run(
        "INSERT INTO plan_left_out_row(date, position, account_id, reason, why, rule) VALUES (?, ?, ?, ?, ?, "
        "?)",
        plan.date, position++, row.account_id, name_of(row.reason), row.why, row.rule);
}

void drop_plan(Database& database, Date date) {
  database.run("DELETE FROM plan WHERE date = ?", date);
  database.run("DELETE FROM plan_call WHERE date = ?", date);
  database.run("DELETE FROM plan_reason WHERE date = ?", date);
}

void drop_left_out(Database& database, Date date) {
  database.run("DELETE FROM plan_left_out WHERE date = ?", date);
  database.run("DELETE FROM plan_left_out_row WHERE date = ?", date);
}

bool same_left_out(const Plan& left, const Plan& right) {
  const auto key = [](const LeftOut& row) { return std::tie(row.account_id, row.reason, row.why, row.rule); };
  return left.left_out_counts == right.left_out_counts &&
         std::ranges::equal(left.left_out, right.left_out, {}, key, key);
}

/// What the readers below select, in the order of call_of.
#define RENDABEL_CALL_COLUMNS                                                                             \
  "SELECT rank, call_id, account_id, contact_id, lane, state, withdrawn_why, purpose, due_from, due_to, " \
  "agent, phone, phone_e164, value_at_stake, p_success, attempt, allowed, rule, not_before, deadline, "   \
  "reserved_until, part, language, pinned, place, reserved_for "

}  // namespace

std::optional<Plan> plan_head(Store& store, Date date) {
  auto rows = store.database().rows("SELECT capacity, sequence, present FROM plan WHERE date = ?", date);
  if (!rows.next()) return std::nullopt;
  Plan plan;
  plan.date = date;
  plan.capacity = rows.integer(0);
  plan.sequence = rows.integer(1);
  if (!rows.null(2)) plan.present = present_of(rows.text(2));
  return plan;
}

std::optional<Plan> load_plan(Store& store, Date date) {
  auto& database = store.database();
  auto head = plan_head(store, date);
  if (!head) return std::nullopt;
  auto& plan = *head;
  auto rows =
      database.rows(RENDABEL_CALL_COLUMNS "FROM plan_call WHERE date = ? ORDER BY rank, call_id", date);
  while (rows.next()) {
    plan.calls.push_back(call_of(rows));
    plan.calls.back().reasons = reasons_of(database, date, plan.calls.back().call_id);
  }
  load_left_out(database, plan);
  return head;
}

void save_plan(Store& store, const Plan& plan, const Plan* before) {
  auto& database = store.database();
  drop_plan(database, plan.date);
  database.run("INSERT INTO plan(date, capacity, sequence, present) VALUES (?, ?, ?, ?)", plan.date,
               plan.capacity, plan.sequence,
               plan.present ? std::optional(text_of(*plan.present)) : std::nullopt);
  for (const auto& call : plan.calls) write_call(database, plan.date, call);
  if (before != nullptr && same_left_out(*before, plan)) return;
  drop_left_out(database, plan.date);
  save_left_out(database, plan);
}

void append_calls(Store& store, Date date, const std::vector<Call>& calls) {
  for (const auto& call : calls) write_call(store.database(), date, call);
}

void put_call_state(Store& store, Date date, std::string_view call_id, CallState state,
                    std::string_view withdrawn_why) {
  store.database().run(
      "UPDATE plan_call SET state = ?3, withdrawn_why = ?4 WHERE date = ?1 AND call_id = ?2 AND "
      "(state <> ?3 OR withdrawn_why <> ?4)",
      date, call_id, name_of(state), withdrawn_why);
}

std::vector<Call> day_calls(Store& store, Date date) {
  std::vector<Call> calls;
  auto rows = store.database().rows(
      RENDABEL_CALL_COLUMNS "FROM plan_call WHERE date = ? ORDER BY rank, call_id", date);
  while (rows.next()) calls.push_back(call_of(rows));
  return calls;
}

std::vector<Call> account_calls(Store& store, Date date, std::string_view account_id) {
  std::vector<Call> calls;
  auto rows = store.database().rows(RENDABEL_CALL_COLUMNS
                                    "FROM plan_call WHERE account_id = ? AND date = ? ORDER BY rank, call_id",
                                    account_id, date);
  while (rows.next()) calls.push_back(call_of(rows));
  return calls;
}

std::vector<Call> open_calls(Store& store, Date date, Lane lane, std::string_view agent,
                             std::int64_t after_rank, std::int64_t limit) {
  std::vector<Call> calls;
  auto rows = store.database().rows(RENDABEL_CALL_COLUMNS
                                    "FROM plan_call WHERE date = ? AND state = 'open' AND lane = ? AND rank "
                                    "> ? AND (agent = '' OR agent = ? OR "
                                    "reserved_until IS NOT NULL) ORDER BY rank LIMIT ?",
                                    date, name_of(lane), after_rank, agent, limit);
  while (rows.next()) calls.push_back(call_of(rows));
  return calls;
}

void load_reasons(Store& store, Date date, Call& call) {
  call.reasons = reasons_of(store.database(), date, call.call_id);
}

std::optional<std::pair<Date, Call>> find_call(Store& store, std::string_view call_id) {
  const auto date = parse_date(call_id.substr(0, 10));
  if (!date) return std::nullopt;
  std::optional<std::pair<Date, Call>> out;
  {
    auto rows = store.database().rows(RENDABEL_CALL_COLUMNS "FROM plan_call WHERE date = ? AND call_id = ?",
                                      *date, call_id);
    if (!rows.next()) return std::nullopt;
    out.emplace(*date, call_of(rows));
  }
  load_reasons(store, *date, out->second);
  return out;
}

void put_off_call(Store& store, Date date, std::string_view call_id, std::optional<Moment> not_before) {
  store.database().run(
      "UPDATE plan_call SET state = 'open', withdrawn_why = '', not_before = ifnull(?3, not_before) WHERE "
      "date = ?1 AND "
      "call_id = ?2",
      date, call_id, not_before);
}

bool waits_for_place(Store& store, Date date, std::string_view account_id, Reason reason) {
  return store.database().number(
             "SELECT EXISTS (SELECT 1 FROM plan_left_out_row WHERE date = ? AND account_id = ? AND reason = "
             "? AND why = "
             "'capacity')",
             date, account_id, name_of(reason)) != 0;
}

std::vector<std::pair<Date, Call>> calls_of(Store& store, std::string_view account_id) {
  std::vector<std::pair<Date, Call>> calls;
  auto rows = store.database().rows(
      RENDABEL_CALL_COLUMNS ", date FROM plan_call WHERE account_id = ? ORDER BY date DESC, rank, call_id",
      account_id);
  while (rows.next()) {
    calls.emplace_back(rows.date(26), call_of(rows));
    auto& [date, call] = calls.back();
    call.reasons = reasons_of(store.database(), date, call.call_id);
  }
  return calls;
}

std::vector<std::pair<Date, LeftOut>> left_out_of(Store& store, std::string_view account_id) {
  std::vector<std::pair<Date, LeftOut>> out;
  auto rows = store.database().rows(
      "SELECT date, reason, why, rule FROM plan_left_out_row WHERE account_id = ? ORDER BY date DESC, "
      "position",
      account_id);
  while (rows.next())
    out.emplace_back(rows.date(0), LeftOut{std::string(account_id), from_code<Reason>(rows.text(1)),
                                           std::string(rows.text(2)), std::string(rows.text(3))});
  return out;
}

#undef RENDABEL_CALL_COLUMNS

}  // namespace rendabel::store
