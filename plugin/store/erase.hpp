// erase.hpp — the right to be forgotten (art. 17 GDPR): rows, facts, calls and notes go, and their free
// pages. In: an account, or one person of it.  Out: nothing but keyed hashes of what was refused
// (suppression.hpp). Never: the finished book (pipeline/privacy).  Method: what a table keeps of an account
// goes with it; a test walks all tables. Pages are overwritten (secure_delete), and the log is emptied
// afterwards.
#pragma once
#include <string_view>

namespace rendabel::store {

class Store;

/// Erases an account with everything known of it. False: there is none. Within a Change that keeps own state;
/// wipe_log() after its commit.
bool erase_account(Store& store, std::string_view account_id);
/// Erases one person of an account: the contact, its own state, its name and words in other facts. False: not
/// known here. Likewise within a Change.
bool erase_contact(Store& store, std::string_view account_id, std::string_view contact_id);
/// Takes what was overwritten out of the write-ahead log too. Readers may hold it up; then the next
/// checkpoint does it. Outside a Change.
void wipe_log(Store& store);

}  // namespace rendabel::store
