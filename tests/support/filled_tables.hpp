// filled_tables.hpp — one row of an account in every table of the schema, as the schema itself tells them.
// In: a store with the account.  Out: rows with marks in every text; where the account is still known.
// A new table fails here until it is told how its rows belong to an account, or that they are nobody's.
#pragma once
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "plugin/store/facts.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

namespace rendabel::test {

using Columns = std::map<std::string, std::string>;  ///< name → type

// What a table keeps that is nobody's, and tables found through a call or an outcome of the account.
inline const std::set<std::string> nobodys{"counters", "settings",   "suppression", "plan", "plan_left_out",
                                           "book",     "book_total", "learning",    "desk"};
inline const std::set<std::string> through_a_call{"plan_reason", "lease_start"},
    through_an_outcome{"outcome_case"};
// Made again from the facts, or of the moment: these need neither move with a merge nor stand in an export.
inline const std::set<std::string> derived{
    "account",  "facts",         "account_state", "number",       "result",
    "gathered", "account_touch", "lease",         "lease_number", "plan_left_out_row"};
/// Columns in which only our own codes or days stand; everything else that is text belongs in the export.
inline const std::map<std::string, std::string> codes{{"cases.reason", "quote"},
                                                      {"cases.purpose", "asked"},
                                                      {"cases.lane", "today"},
                                                      {"event_record.kind", "inquiry"},
                                                      {"plan_call.lane", "today"},
                                                      {"plan_call.state", "open"},
                                                      {"plan_call.purpose", "asked"},
                                                      {"plan_call.allowed", "allowed"},
                                                      {"plan_call.place", "value"},
                                                      {"plan_call.reserved_for", "quote"},
                                                      {"plan_reason.code", "quote"},
                                                      {"plan_reason.purpose", "asked"},
                                                      {"remedy.status", "offered"},
                                                      {"contact.do_not_call_source", "event"},
                                                      {"outcome.code", "spoke"},
                                                      {"outcome.skip_reason", "other"},
                                                      {"outcome.reception", "welcome"},
                                                      {"outcome.purpose", "asked"},
                                                      {"outcome.lane", "today"},
                                                      {"outcome.step", "wait"},
                                                      {"outcome.reason", "quote"},
                                                      {"outcome_case.reason", "quote"},
                                                      {"outcome_case.state", "open"},
                                                      {"outcome_case.step", "wait"},
                                                      {"account_state.state", "dormant"},
                                                      {"plan_left_out_row.reason", "dormant"},
                                                      {"plan_reason.margin_from", "quote"},
                                                      {"need.code", "upgrade"}};
/// Told otherwise: closed cases say closed_why, a parked one parked_why; a call's own words are its
/// sentences.
inline const std::set<std::string> not_told{"cases.parked_why",  "plan_call.call_id",   "lease_start.call_id",
                                            "plan_reason.kind",  "plan_reason.subject", "plan_reason.call_id",
                                            "lease_start.agent", "outcome.lane"};

inline std::vector<std::string> tables(store::Store& store) {
  std::vector<std::string> out;
  auto rows = store.database().rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  while (rows.next()) out.emplace_back(rows.text(0));
  return out;
}
inline Columns columns(store::Store& store, const std::string& table) {
  Columns out;
  auto rows = store.database().rows("SELECT name, type FROM pragma_table_info(?)", table);
  while (rows.next()) out.emplace(rows.text(0), rows.text(1));
  return out;
}
inline bool is_linked(const std::string& table) {
  return through_a_call.contains(table) || through_an_outcome.contains(table);
}

/// The bytes of a record that an event told, with words of the person's in it.
inline std::string told_record() {
  SnapshotBuilder book("A1", "2026-11-23");
  book.inquiry("2026-11-20T09:30:00+01:00", [](Inquiry& inquiry) {
    inquiry.id = "mark-event_record-id";
    inquiry.contact_id = "C1";
    inquiry.subject = "mark-event_record-subject";
  });
  auto snapshot = book.build();
  snapshot.account = {};
  std::string out;
  store::encode_facts(snapshot, out);
  return out;
}
inline std::string hex(const std::string& bytes) {
  std::string out;
  for (const char one : bytes) {
    const auto byte = static_cast<unsigned char>(one);
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

/// SQL for the value of a column: the account's key and ids, a code where one must stand, else a mark.
inline std::string value_of(const std::string& table, const std::string& column, const std::string& type,
                            store::AccountKey account, const std::string& account_id) {
  if (column == "account") return std::to_string(account);
  if (column == "account_id") return "'" + account_id + "'";
  if (column == "contact_id") return "'C1'";
  if (column == "call_id") return "'call-1'";
  if (column == "outcome") return "77";
  if (column == "outcome_id") return "'mark-outcome-outcome_id'";
  if (column == "closed_why" || column == "closed_on") return "NULL";
  if (column == "date" || column == "on" || column.ends_with("_on") || column == "until") return "20000";
  if (column == "number") return "31201234567";
  if (const auto code = codes.find(table + "." + column); code != codes.end())
    return "'" + code->second + "'";
  if (column == "record") return "x'" + hex(told_record()) + "'";
  if (type == "TEXT") return "'mark-" + table + "-" + column + "'";
  if (type == "BLOB") return "x'00'";
  return "1";
}

/// One row of the account in every table that can have one, beside those it has.
inline void fill(store::Store& store, const std::string& account_id) {
  const auto account = store::find_account(store, account_id)->account;
  store.database().script("INSERT INTO plan(date, capacity, sequence) VALUES (20000, 1, 0)");
  for (const auto& table : tables(store)) {
    if (nobodys.contains(table)) continue;
    const auto all = columns(store, table);
    INFO("a new table: name in this test how its rows belong to an account, or that they are nobody's: "
         << table);
    REQUIRE((all.contains("account") || all.contains("account_id") || is_linked(table)));
    std::string names, values;
    for (const auto& [column, type] : all) {
      names += (names.empty() ? "\"" : ", \"") + column + "\"";
      values += (values.empty() ? "" : ", ") + value_of(table, column, type, account, account_id);
    }
    store.database().script("INSERT OR IGNORE INTO " + table + "(" + names + ") VALUES (" + values + ")");
  }
}

/// Tables that still know the account, by its key or id or through its call or outcome.
inline std::string known_in(store::Store& store, store::AccountKey account, const std::string& account_id) {
  std::string out;
  for (const auto& table : tables(store)) {
    if (nobodys.contains(table)) continue;
    const auto all = columns(store, table);
    const std::string where = all.contains("account")          ? "account = " + std::to_string(account)
                              : all.contains("account_id")     ? "account_id = '" + account_id + "'"
                              : through_a_call.contains(table) ? std::string("call_id = 'call-1'")
                                                               : std::string("outcome = 77");
    const auto sql = "SELECT count(*) FROM " + table + " WHERE " + where;
    std::int64_t found = 0;
    store.database().script(
        "CREATE TEMP TABLE IF NOT EXISTS answer(n); DELETE FROM answer; INSERT INTO answer " + sql);
    found = store.database().number("SELECT n FROM answer");
    if (found > 0) out += table + " ";
  }
  return out;
}

}  // namespace rendabel::test
