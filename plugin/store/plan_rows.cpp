#include "plugin/store/plan_rows.hpp"

#include <string>

#include "plugin/store/codes.hpp"

namespace rendabel::store {

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
  call.place = from_code<Place>(rows.text(24));
  if (!rows.null(25)) call.reserved_for = from_code<Reason>(rows.text(25));
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
      "deadline, reserved_until, part, language, pinned, place, reserved_for) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      date, call.rank, call.call_id, call.account_id, call.contact_id, name_of(call.lane),
      name_of(call.state), call.withdrawn_why, name_of(call.purpose), call.due_from, call.due_to, call.agent,
      call.phone, call.phone_e164, call.value_at_stake, call.p_success.millionths, call.attempt,
      name_of(call.permission.allowed), call.permission.rule, call.not_before, call.deadline,
      call.reserved_until, call.part, call.language, call.pinned, name_of(call.place),
      call.reserved_for ? std::optional(name_of(*call.reserved_for)) : std::nullopt);
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

}  // namespace rendabel::store
