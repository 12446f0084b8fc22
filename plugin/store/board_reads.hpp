// board_reads.hpp — what the board counts, read in a few scans of narrow rows.
// In: a period, a day.  Out: outcomes, leases and lists as the board needs them; what waits for the team
// leader. Never: a note, a number, a name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/board.hpp"
#include "plugin/store/leases.hpp"

namespace rendabel::store {

class Store;

std::vector<BoardOutcome> board_outcomes(Store& store, Date from, Date to);
std::vector<BoardStart> board_starts(Store& store, Date from, Date to);
/// Days with a list, with how its calls stand now.
std::vector<BoardDay> board_lists(Store& store, Date from, Date to);

/// Callbacks agreed for before `day` for which nobody dialled.
std::int64_t overdue_callbacks(Store& store, Date day);
std::int64_t count_open_cases(Store& store);
/// Open cases that were called about and have no next step, and parked ones without a reason: there should be
/// none.
std::int64_t count_stepless_cases(Store& store);

/// Accounts whose verdict is disputed, by id.
std::vector<BoardRow> disputed_rows(Store& store);
/// Accounts with a wrong number, by id: once each, since the first.
std::vector<BoardRow> wrong_number_rows(Store& store);
/// Cases skipped so often that the team leader decides, by account.
std::vector<BoardRow> team_leader_rows(Store& store);

/// Leases of an agent, oldest first.
std::vector<LeaseStart> starts_by(Store& store, std::string_view agent);
/// Ids of accounts that were assigned to an agent.
std::vector<std::string> assigned_to(Store& store, std::string_view agent);

/// Accounts that were planned for a reason that a hold-out measures, or left out by it, with the first day.
struct Measured {
  std::string account_id;
  Date since{};
  bool held_out = false;
};
std::vector<Measured> measured_accounts(Store& store, Date from, Date to);

}  // namespace rendabel::store
