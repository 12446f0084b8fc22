#include "plugin/store/plans.hpp"

#include <algorithm>
#include <tuple>

#include "plugin/store/codes.hpp"
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

Call call_of(const Rows& rows) {
  Call call;
  call.rank = rows.integer(0);
  call.call_id = rows.text(1);
  call.account_id = rows.text(2);
  call.contact_id = rows.text(3);
  call.lane = from_code<Lane>(rows.text(4));
  call.state = from_code<CallState>(rows.text(5));
  call.withdrawn_why = rows.text(6);
  call.purpose = from_code<Purpose>(rows.text(7));
  call.due_from = rows.date(8);
  call.due_to = rows.date(9);
  call.agent = rows.text(10);
  call.phone = rows.text(11);
  call.phone_e164 = rows.text(12);
  call.value_at_stake = rows.integer(13);
  call.p_success = Micro{rows.integer(14)};
  call.attempt = rows.integer(15);
  call.permission = {from_code<Allowed>(rows.text(16)), std::string(rows.text(17))};
  call.not_before = rows.maybe_moment(18);
  call.deadline = rows.maybe_moment(19);
  call.reserved_until = rows.maybe_moment(20);
  call.part = rows.text(21);
  call.language = rows.text(22);
  call.pinned = rows.integer(23) != 0;
  return call;
}

std::vector<CallReason> reasons_of(Database& database, Date date, std::string_view call_id) {
  std::vector<CallReason> reasons;
  auto rows = database.rows(
      "SELECT code, source_id, value_at_stake, p_success, margin, margin_from, since, purpose, amount, "
      "until, "
      "kind, subject, decay, cost FROM plan_reason WHERE date = ? AND call_id = ? ORDER BY position",
      date, call_id);
  while (rows.next())
    reasons.push_back({from_code<Reason>(rows.text(0)), std::string(rows.text(1)), rows.integer(2),
                       Micro{rows.integer(3)}, rows.integer(4), Micro{rows.integer(12)}, rows.integer(13),
                       std::string(rows.text(5)), rows.date(6), from_code<Purpose>(rows.text(7)),
                       rows.maybe_integer(8), rows.maybe_date(9), std::string(rows.text(10)),
                       std::string(rows.text(11))});
  return reasons;
}

void write_call(Database& database, Date date, const Call& call) {
  database.run(
      "INSERT INTO plan_call(date, rank, call_id, account_id, contact_id, lane, state, withdrawn_why, "
      "purpose, due_from, "
      "due_to, agent, phone, phone_e164, value_at_stake, p_success, attempt, allowed, rule, not_before, "
      "deadline, reserved_until, part, language, pinned) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      date, call.rank, call.call_id, call.account_id, call.contact_id, name_of(call.lane),
      name_of(call.state), call.withdrawn_why, name_of(call.purpose), call.due_from, call.due_to, call.agent,
      call.phone, call.phone_e164, call.value_at_stake, call.p_success.millionths, call.attempt,
      name_of(call.permission.allowed), call.permission.rule, call.not_before, call.deadline,
      call.reserved_until, call.part, call.language, call.pinned);
  std::int64_t position = 0;
  for (const auto& reason : call.reasons)
    database.run(
        "INSERT INTO plan_reason(date, call_id, position, code, source_id, value_at_stake, p_success, "
        "margin, "
        "margin_from, since, purpose, amount, until, kind, subject, decay, cost) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        date, call.call_id, position++, name_of(reason.code), reason.source_id, reason.value_at_stake,
        reason.p_success.millionths, reason.margin, reason.margin_from, reason.since, name_of(reason.purpose),
        reason.amount, reason.until, reason.kind, reason.subject, reason.decay.millionths, reason.cost);
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

}  // namespace

std::optional<Plan> load_plan(Store& store, Date date) {
  auto& database = store.database();
  Plan plan;
  plan.date = date;
  {
    auto rows = database.rows("SELECT capacity, sequence, present FROM plan WHERE date = ?", date);
    if (!rows.next()) return std::nullopt;
    plan.capacity = rows.integer(0);
    plan.sequence = rows.integer(1);
    if (!rows.null(2)) plan.present = present_of(rows.text(2));
  }
  auto rows = database.rows(
      "SELECT rank, call_id, account_id, contact_id, lane, state, withdrawn_why, purpose, due_from, due_to, "
      "agent, phone, "
      "phone_e164, value_at_stake, p_success, attempt, allowed, rule, not_before, deadline, "
      "reserved_until, part, language, pinned FROM plan_call WHERE date = ? "
      "ORDER BY rank, call_id",
      date);
  while (rows.next()) {
    plan.calls.push_back(call_of(rows));
    plan.calls.back().reasons = reasons_of(database, date, plan.calls.back().call_id);
  }
  load_left_out(database, plan);
  return plan;
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

std::vector<std::pair<Date, Call>> calls_of(Store& store, std::string_view account_id) {
  std::vector<std::pair<Date, Call>> calls;
  auto rows = store.database().rows(
      "SELECT rank, call_id, account_id, contact_id, lane, state, withdrawn_why, purpose, due_from, due_to, "
      "agent, phone, "
      "phone_e164, value_at_stake, p_success, attempt, allowed, rule, not_before, deadline, "
      "reserved_until, part, language, pinned, date FROM plan_call WHERE account_id = ? "
      "ORDER BY date DESC, rank, call_id",
      account_id);
  while (rows.next()) {
    calls.emplace_back(rows.date(24), call_of(rows));
    auto& [date, call] = calls.back();
    call.reasons = reasons_of(store.database(), date, call.call_id);
  }
  return calls;
}

}  // namespace rendabel::store
