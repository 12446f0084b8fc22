#include "plugin/store/maintenance.hpp"

#include <filesystem>

#include "plugin/base/arena.hpp"
#include "plugin/store/directory.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/store.hpp"
#include "plugin/store/suppression.hpp"

namespace rendabel::store {
namespace {

using Problems = std::vector<std::string>;

void check_pages(Database& database, bool quick, Problems& problems) {
  auto rows = database.rows(quick ? "PRAGMA quick_check" : "PRAGMA integrity_check");
  while (rows.next())
    if (const auto said = rows.text(0); said != "ok") problems.emplace_back(said);
}

void check_keys(Database& database, Problems& problems) {
  const auto count = [&](const char* sql, const char* fault) {
    if (const auto rows = database.number(sql); rows > 0)
      problems.push_back(std::to_string(rows) + " " + fault);
  };
  count("SELECT count(*) FROM account LEFT JOIN facts USING (account) WHERE facts IS NULL",
        "account(s) without facts");
  count("SELECT count(*) FROM facts WHERE account NOT IN (SELECT account FROM account)",
        "facts without their account");
  count("SELECT count(*) FROM cases WHERE account NOT IN (SELECT account FROM account)",
        "case(s) without their account");
  count("SELECT count(*) FROM contact WHERE account NOT IN (SELECT account FROM account)",
        "contact state(s) without their account");
  count("SELECT count(*) FROM consent WHERE account NOT IN (SELECT account FROM account)",
        "consent(s) without their account");
  count("SELECT count(*) FROM remedy WHERE account NOT IN (SELECT account FROM account)",
        "remedy answer(s) without their account");
  count("SELECT count(*) FROM number WHERE account NOT IN (SELECT account FROM account)",
        "number(s) without their account");
  count("SELECT count(*) FROM account_state WHERE account NOT IN (SELECT account FROM account)",
        "state(s) without their account");
  count(
      "SELECT (SELECT count(*) FROM event_record WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM account_desk WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM case_rest WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM need WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM account_touch WHERE account NOT IN (SELECT account FROM account))",
      "row(s) of events and the desk without their account");
  count(
      "SELECT (SELECT count(*) FROM result WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM gathered WHERE account NOT IN (SELECT account FROM account))",
      "row(s) of the refresh without their account");
  count(
      "SELECT (SELECT count(*) FROM outcome WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM wrong_number WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM lease WHERE account NOT IN (SELECT account FROM account)) + "
      "(SELECT count(*) FROM lease_number WHERE account NOT IN (SELECT account FROM lease)) + "
      "(SELECT count(*) FROM outcome_case WHERE outcome NOT IN (SELECT outcome FROM outcome))",
      "row(s) of outcomes and leases without their account");
  count("SELECT count(*) FROM plan_call WHERE date NOT IN (SELECT date FROM plan)",
        "call(s) without their plan");
  count("SELECT count(*) FROM counters WHERE sequence < (SELECT ifnull(max(sequence), 0) FROM account)",
        "change number(s) behind the accounts");
}

void check_facts(Store& store, Problems& problems, const Cancel& cancel) {
  Arena arena;
  std::int64_t broken = 0;
  scan_facts(store, 0, [&](AccountKey, std::string_view blob) {
    cancel.check();
    arena.reset();
    try {
      decode_facts(blob, arena);
    } catch (const Failure&) {
      ++broken;
    }
    return true;
  });
  if (broken > 0) problems.push_back("the facts of " + std::to_string(broken) + " account(s) cannot be read");
}

}  // namespace

std::vector<std::string> check(Store& store, bool quick, const Cancel& cancel) {
  Problems problems;
  try {
    const Reading reading(store);
    check_pages(store.database(), quick, problems);
    check_keys(store.database(), problems);
    if (!quick) check_facts(store, problems, cancel);
    if (versions(store).suppressed > 0 && !has_secret(store))
      problems.emplace_back(
          "the key of the suppression list is gone: objections of erased numbers no longer hold");
  } catch (const Failure& failure) {
    if (failure.status() != Status::corrupt) throw;
    problems.emplace_back(failure.what());
  }
  return problems;
}

std::int64_t backup(Store& store, const std::string& path) {
  const bool free = !std::filesystem::exists(std::filesystem::symlink_status(path));
  if (!free || !make_file(path, [&](const std::string& draft) { store.database().copy_to(draft); }))
    throw Failure(Status::invalid_argument,
                  "a backup never overwrites: there is already something at " + path);
  return size_of(path);
}

}  // namespace rendabel::store
