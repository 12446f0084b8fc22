// maintenance.hpp — check and backup of a store.
// In: an open store.  Out: problems found; a copy that opens.
// Never: names or numbers in a message.  Method: SQLite's own check and backup.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/cancel.hpp"

namespace rendabel::store {

class Store;

/// Sentences, each about one fault; empty: sound. `quick` leaves out SQLite's index check and our decoding of
/// facts.
std::vector<std::string> check(Store& store, bool quick, const Cancel& cancel = {});

/// Copies the store to a new file of mode 0600; its size in bytes. Never overwrites:
/// Failure{invalid_argument} when something is there. A backup is put back by naming it store.sqlite in an
/// empty store directory.
std::int64_t backup(Store& store, const std::string& path);

}  // namespace rendabel::store
