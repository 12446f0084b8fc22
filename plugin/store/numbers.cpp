#include "plugin/store/numbers.hpp"

#include <algorithm>
#include <charconv>

#include "plugin/store/store.hpp"
#include "plugin/store/suppression.hpp"

namespace rendabel::store {

std::optional<std::int64_t> number_key(std::string_view normal) {
  std::int64_t number = 0;
  const auto* end = normal.data() + normal.size();
  const auto [read_to, fault] = std::from_chars(normal.data(), end, number);
  if (fault != std::errc{} || read_to != end || number <= 0 || normal.size() > 15) return std::nullopt;
  return number;
}

std::vector<ContactNumber> numbers(Store& store, AccountKey account) {
  std::vector<ContactNumber> found;
  auto rows = store.database().rows(
      "SELECT number, contact_id FROM number WHERE account = ? ORDER BY number, contact_id", account);
  while (rows.next()) found.push_back({rows.integer(0), std::string(rows.text(1))});
  return found;
}

bool put_numbers(Store& store, AccountKey account, const std::vector<ContactNumber>& wanted) {
  const auto before = numbers(store, account);
  if (before == wanted) return false;
  // Both are sorted: walk them side by side and write the difference only.
  auto old = before.begin();
  auto now = wanted.begin();
  while (old != before.end() || now != wanted.end()) {
    if (now == wanted.end() || (old != before.end() && *old < *now)) {
      store.database().run("DELETE FROM number WHERE number = ? AND account = ? AND contact_id = ?",
                           old->number, account, old->contact_id);
      ++old;
    } else if (old == before.end() || *now < *old) {
      store.database().run("INSERT OR IGNORE INTO number(number, account, contact_id) VALUES (?, ?, ?)",
                           now->number, account, now->contact_id);
      ++now;
    } else {
      ++old, ++now;
    }
  }
  return true;
}

std::vector<NumberOwner> owners_of(Store& store, std::int64_t number) {
  std::vector<NumberOwner> owners;
  auto rows = store.database().rows(
      "SELECT account, contact_id FROM number WHERE number = ? ORDER BY account, contact_id", number);
  while (rows.next()) owners.push_back({rows.integer(0), std::string(rows.text(1))});
  return owners;
}

std::optional<Refusal> refusal_of(Store& store, std::int64_t number) {
  Refusal refusal;
  const auto add = [&](std::optional<Date> objected_on, bool do_not_call) {
    refusal.objected_on = std::max(refusal.objected_on, objected_on);
    refusal.do_not_call = refusal.do_not_call || do_not_call;
  };
  bool kept = false;
  {
    // Asked for every person of a plan: hence one statement, without an OR or a sum that would cost SQLite a
    // table. The account's own row ('' in contact) speaks for the account's own number only.
    auto rows = store.database().rows(
        "SELECT suppressed, own.objected_on, own.do_not_call, whole.objected_on, whole.do_not_call FROM "
        "counters "
        "LEFT JOIN number ON number.number = ? "
        "LEFT JOIN contact AS own ON own.account = number.account AND own.contact_id = number.contact_id "
        "LEFT JOIN contact AS whole ON whole.account = number.account AND whole.contact_id = '' AND "
        "number.contact_id = (SELECT account_id FROM account WHERE account.account = number.account)",
        number);
    while (rows.next()) {
      kept = rows.integer(0) > 0;
      add(rows.maybe_date(1), rows.integer(2) != 0);
      add(rows.maybe_date(3), rows.integer(4) != 0);
    }
  }
  if (kept)
    if (const auto before = suppressed(store, number)) add(before->objected_on, before->do_not_call);
  if (!refusal.objected_on && !refusal.do_not_call) return std::nullopt;
  return refusal;
}

}  // namespace rendabel::store
