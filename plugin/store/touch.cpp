#include "plugin/store/touch.hpp"

#include <algorithm>
#include <limits>

#include "plugin/store/codes.hpp"
#include "plugin/store/store.hpp"

// Whether a row of account_touch is due: by its layer's interval or by its own. What is not set is NULL, and
// nothing is less than that.
#define RENDABEL_DUE_BY_LAYER                                                                           \
  "(since < CASE WHEN revenue IS NULL THEN ?10 WHEN revenue <= 0 THEN NULL WHEN revenue >= ?2 THEN ?6 " \
  "WHEN revenue >= ?3 THEN ?7 WHEN revenue >= ?4 THEN ?8 WHEN revenue >= ?5 THEN ?9 END)"
#define RENDABEL_DUE "(" RENDABEL_DUE_BY_LAYER " OR since + days < ?1)"
#define RENDABEL_ASLEEP "\"from\" <= ?11 AND (until IS NULL OR ?11 < until) AND state <> 'seasonal'"

namespace rendabel::store {

bool put_touch(Store& store, AccountKey account, const std::optional<Touch>& touch) {
  auto& database = store.database();
  if (!touch) return database.run("DELETE FROM account_touch WHERE account = ?", account) > 0;
  return database.run(
             "INSERT INTO account_touch(account, since, revenue, worth, days) VALUES (?1, ?2, ?3, ?4, ?5) "
             "ON CONFLICT DO UPDATE SET since = ?2, revenue = ?3, worth = ?4, days = ?5 "
             "WHERE since IS NOT ?2 OR revenue IS NOT ?3 OR worth IS NOT ?4 OR days IS NOT ?5",
             account, touch->since, touch->revenue, touch->worth, touch->days) > 0;
}

Turns::Turns(Store& store, Date day, const std::optional<std::vector<TouchLayer>>& layers)
    : store_(store), day_(day) {
  if (!layers) return;
  today_ = day;
  std::size_t band = 0;
  for (const auto& layer : *layers) {
    const Date before = day - days{layer.days};
    if (!layer.revenue_from) {
      before_never_ordered_ = before;
      continue;
    }
    if (band == bands) throw Failure(Status::internal, "more layers than there are");
    revenue_from_[band] = layer.revenue_from;
    before_[band++] = before;
  }
}

template <class... More>
Rows Turns::rows(const char* sql, const More&... more) const {
  return store_.database().rows(sql, today_, revenue_from_[0], revenue_from_[1], revenue_from_[2],
                                revenue_from_[3], before_[0], before_[1], before_[2], before_[3],
                                before_never_ordered_, more...);
}

/// Whether the index finds them sooner than a look at every account's sleep in order of key does. It has no
/// rows of before (schema version 1).
bool Turns::few_asleep() const {
  auto& database = store_.database();
  if (database.number("SELECT sleep_without_index FROM counters") != 0) return false;
  const auto few = database.number("SELECT ifnull(max(account), 0) / 20 FROM account");
  return database.number(
             "SELECT count(*) FROM (SELECT 1 FROM account_state INDEXED BY account_state_day WHERE indexed = "
             "1 "
             "AND \"from\" <= ?1 LIMIT ?2 + 1)",
             day_, few) <= few;
}

Asleep Turns::asleep() const {
  auto found =
      few_asleep()
          ? rows("SELECT state, account, worth, " RENDABEL_DUE
                 " FROM account_state INDEXED BY account_state_day LEFT JOIN account_touch USING "
                 "(account) WHERE indexed = 1 AND " RENDABEL_ASLEEP,
                 day_)
          : rows("SELECT state, account, worth, " RENDABEL_DUE
                 " FROM account_state LEFT JOIN account_touch USING (account) WHERE " RENDABEL_ASLEEP,
                 day_);
  Asleep out;
  while (found.next()) {
    auto& whose = from_code<Sleep>(found.text(0)) == Sleep::slipping ? out.slipping : out.dormant;
    whose.push_back({found.maybe_integer(2).value_or(std::numeric_limits<Cents>::max()), found.integer(1),
                     found.integer(3) != 0});
  }
  return out;
}

/// A range of an index each, for that takes SQLite half the time of a look at every row.
std::int64_t Turns::count_due() const {
  auto& database = store_.database();
  std::int64_t due = 0;
  Cents below = std::numeric_limits<Cents>::max();
  for (std::size_t band = 0; band < bands && revenue_from_[band]; ++band) {
    const Cents from = std::max<Cents>(*revenue_from_[band], 1);
    due += database.number(
        "SELECT count(*) FROM account_touch INDEXED BY account_touch_revenue WHERE revenue >= ? AND revenue "
        "< ? AND "
        "since < ?",
        from, below, before_[band]);
    below = std::min(below, from);
  }
  due += database.number(
      "SELECT count(*) FROM account_touch INDEXED BY account_touch_revenue WHERE revenue IS NULL AND since < "
      "?",
      before_never_ordered_);
  auto by_days = rows(
      "SELECT count(*) FROM account_touch INDEXED BY account_touch_days WHERE days IS NOT NULL AND "
      "since + days < ?1 AND NOT ifnull(" RENDABEL_DUE_BY_LAYER ", 0)");
  return due + (by_days.next() ? by_days.integer(0) : 0);
}

bool Turns::is_due(AccountKey account) const {
  return rows("SELECT 1 FROM account_touch WHERE account = ?11 AND " RENDABEL_DUE, account).next();
}

void Turns::walk_due(const std::function<bool(AccountKey)>& each) const {
  auto found = rows("SELECT account FROM account_touch INDEXED BY account_touch_worth WHERE " RENDABEL_DUE
                    " ORDER BY worth DESC, account");
  while (found.next())
    if (!each(found.integer(0))) return;
}

}  // namespace rendabel::store
