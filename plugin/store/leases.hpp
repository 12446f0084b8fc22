// leases.hpp — whose call it is right now: one lease per account and per telephone number.
// In: an agent, a call, a time.  Out: the lease, or nothing when somebody else has it.  Never: chooses calls.
// Method: unique rows inside BEGIN IMMEDIATE, so that no two processes lease one account or one number; a
// lease ends by its time, so a crashed agent's call returns by itself.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/date.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

struct Lease {
  AccountKey account = 0;
  Date date{};  ///< of the plan that the call stands in
  std::string call_id;
  std::string agent;
  Moment since, until;   ///< holds while now < until
  bool inbound = false;  ///< the customer called
};

/// Ends the leases that are over at `now`; their calls are open again.
void end_leases(Store& store, Moment now);
/// Who has the account, whether or not it is over.
std::optional<Lease> lease_of(Store& store, AccountKey account);
/// What the agent has, whether or not it is over; the oldest.
std::optional<Lease> lease_by(Store& store, std::string_view agent);
/// Takes the account and these numbers; false when one of them is taken. `agent` replaces his own lease of
/// the same account. Within a Change, after end_leases.
bool take_lease(Store& store, const Lease& lease, const std::vector<std::int64_t>& numbers);
/// Gives the account back, if it is leased.
void give_back(Store& store, AccountKey account);

/// A lease given for a call on a minute of a day: 'started' on the board.
struct LeaseStart {
  Date date{};
  std::int64_t minute = 0;
  std::string agent, call_id;
  bool in_hour = false;  ///< within calls.hour of the settings then
};
void note_start(Store& store, const LeaseStart& start);
std::vector<LeaseStart> starts_between(Store& store, Date from, Date to);

/// Change number of accounts up to which the desk has looked for new calls on a day; 0: never.
std::int64_t desk_sequence(Store& store, Date date);
void put_desk_sequence(Store& store, Date date, std::int64_t sequence);

}  // namespace rendabel::store
