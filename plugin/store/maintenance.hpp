// maintenance.hpp — check, backup and erasure of a store.
// In: an open store.  Out: problems found; a copy that opens; nothing left of a person but a keyed hash.
// Never: names or numbers in a message.  Method: SQLite's own check and backup; libsodium's keyed hash.
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

/// Erases an account with everything known of it. False: there is none.
bool erase_account(Store& store, std::string_view account_id);
/// Erases one person of an account: the contact, its own state, its name in other facts. False: not known
/// here.
bool erase_contact(Store& store, std::string_view account_id, std::string_view contact_id);

}  // namespace rendabel::store
