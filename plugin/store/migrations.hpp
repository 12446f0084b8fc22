// migrations.hpp — the tables, as numbered steps from an empty file to schema_version.
// In: a database inside a write transaction.  Out: its schema brought up to ours, user_version set.
// Never: touches facts; they are encoded anew when next written, so a migration is quick at any size.
// Method: step n leads from user_version n to n + 1; a released step is never edited.
#pragma once
#include <cstdint>

#include "plugin/store/database.hpp"

namespace rendabel::store {

/// user_version of the database.
std::int64_t version_of(Database& database);
/// Runs the steps that are missing. Failure{too_new} when a newer library wrote here.
void migrate(Database& database);
/// Runs the missing steps up to version `until` only: how a store of an older library came to be.
void migrate_to(Database& database, std::int64_t until);
/// Throws Failure{too_new} unless the schema is exactly ours.
void require_own_version(Database& database);

}  // namespace rendabel::store
