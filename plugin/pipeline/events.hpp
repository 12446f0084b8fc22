// events.hpp — step 3, between snapshots: what happened, taken in at once (contract.md 2, events_record).
// In: checked events (abi/documents).  Out: facts told early, own state, the desk; cases follow in the same
// transaction.  Never: half a call; a record twice.  Method: all are applied, then every account touched is
// followed once; a fault names the line and undoes all.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "plugin/base/book.hpp"
#include "plugin/base/cancel.hpp"
#include "plugin/base/events.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

struct Recorded {
  std::int64_t recorded = 0;
  std::vector<std::string> accounts;  ///< ids of those touched, bytewise, each once
};
/// BadInput: an account or agent that is not there; nothing was stored.
Recorded record_events(store::Store& store, const Settings& settings, const BookContext& book,
                       std::span<const Event> events, const Cancel& cancel);

}  // namespace rendabel::pipeline
