// The list of a random book against one for which everybody was looked at in the order of worth.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/events.hpp"
#include "plugin/pipeline/plan_make.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "tests/support/call_book.hpp"
#include "tests/support/due_accounts.hpp"

using namespace rendabel;
using namespace rendabel::test;
using store::Quiet, store::Sleep;
using Layers = std::vector<store::TouchLayer>;

namespace {

const Date day = on(today);

/// A book in which many things stand in the way of a call, most of them at those worth most.
struct RandomBook : CallBook {
  static constexpr int accounts = 320;
  Chance chance;
  explicit RandomBook(unsigned seed) : chance{std::mt19937{seed}} {
    settings.calls.agents["jan"].minutes = 8 * chance.below(4);
    settings.calls.agents["piet"].minutes = 20;
    settings.calls.agents["piet"].languages = {"nl"};
    settings.calls.agent_minutes = 15;
    settings.calls.holdout_share = Micro{chance.one_in(2) ? 100'000 : 0};
    if (chance.one_in(3)) settings.calls.keep_in_touch_days.erase("small");
    for (int n = 0; n < accounts; ++n) add(n);
    while (!pipeline::book_refresh(store, settings, day, std::chrono::seconds{60}, {}).finished) {
    }
    for (int n = 0; n < 5; ++n) tell(EventKind::pin, Pinned{day});
    for (int n = 0; n < 5; ++n) tell(EventKind::objection, Objection{});
    for (int n = 0; n < 5; ++n) tell(EventKind::assign, Assign{"piet"});
    for (int n = 0; n < 3; ++n) tell(EventKind::remove, Remove{day + days{3}, "later"});
  }

 private:
  void add(int n) {
    const int worth = chance.below(6);
    // Most are awake and were last spoken to some time ago, some of them too short ago.
    const Date last = day - days{chance.one_in(4) ? 50 + chance.below(200) : chance.below(30)};
    company("A-" + std::to_string(100 + n), to_text(last), (1 + worth) * 100'00, [&](SnapshotBuilder& it) {
      auto& account = it.account();
      if (worth == 5 || chance.one_in(8)) account.person_kind = PersonKind::natural;  // denied
      account.phone = it.keep("020-" + std::to_string(7'000'000 + (chance.one_in(12) ? 1 : n)));
      if (chance.one_in(15)) account.phone = {};
      if (chance.one_in(3)) account.owner = chance.one_in(2) ? "jan" : "piet";
      it.activity(day - days{chance.below(400)}, "call", [](Activity& call) { call.reached = true; });
      if (chance.one_in(20))
        it.activity(day + days{2}, "visit", [](Activity& visit) { visit.planned = true; });
      if (chance.one_in(20)) open_quote(it);
      if (chance.one_in(30)) inquiry_today(it);
    });
  }
  template <class Record>
  void tell(EventKind kind, Record record) {
    const auto id = "A-" + std::to_string(100 + chance.below(accounts));
    const Event event{1, id, kind, *parse_moment("2026-11-23T09:00:00+01:00"), "lead", record};
    pipeline::record_events(store, settings, pipeline::book_context(store), {&event, 1}, {});
  }
};

/// The list as it was made before the short walk: every sleeper and everybody due is read and put in order.
struct FullWalk {
  explicit FullWalk(RandomBook& random) : book(random) {}

  RandomBook& book;
  std::int64_t capacity = rules::capacity_on(book.settings.calls, day, {}), less_worth = 0;
  pipeline::CandidateMaker maker{book.store, book.settings, day,
                                 pipeline::present_agents(book.settings, day, {})};
  std::set<store::AccountKey> seen;
  std::vector<rules::Candidate> candidates;

  bool look_at(store::AccountKey key) {
    bool callable = false;
    for (auto& candidate : maker.of(*store::find_account(book.store, key)).candidates) {
      callable = callable || candidate.left_out.empty();
      candidates.push_back(std::move(candidate));
    }
    return callable;
  }
  void best_of(std::vector<store::AccountKey> accounts) {
    std::erase_if(accounts, [&](store::AccountKey key) { return !seen.insert(key).second; });
    auto wanted = 2 * capacity + 50, looks = 40 * capacity + 2000;
    for (const auto key : accounts)
      if (wanted <= 0 || looks <= 0)
        ++less_worth;
      else
        wanted -= look_at(key) ? 1 : 0, --looks;
  }
  std::vector<store::AccountKey> asleep(Sleep state) {
    std::vector<Quiet> found;
    for (const auto& one : store::sleepers(book.store, day))
      if (one.state == state)
        found.push_back(
            {book.store.database().number("SELECT worth FROM account_touch WHERE account = ?", one.account),
             one.account});
    std::ranges::sort(found, [](const Quiet& left, const Quiet& right) { return right < left; });
    std::vector<store::AccountKey> out;
    for (const auto& one : found) out.push_back(one.account);
    return out;
  }
  Layers layers() const {
    const auto thresholds = pipeline::book_context(book.store).layers;
    Layers out;
    const auto add = [&](const char* name, std::optional<Cents> from) {
      const auto found = book.settings.calls.keep_in_touch_days.find(name);
      if (found != book.settings.calls.keep_in_touch_days.end()) out.push_back({from, found->second});
    };
    if (thresholds.top) add("top", thresholds.top);
    if (thresholds.large) add("large", thresholds.large);
    if (thresholds.medium) add("medium", thresholds.medium);
    add("small", 1);
    add("prospect", std::nullopt);
    return out;
  }
  rules::DayPlan plan() {
    for (auto keys : {store::accounts_with_open_cases(book.store), store::pinned_accounts(book.store, day)})
      for (const auto key : keys)
        if (seen.insert(key).second) look_at(key);
    best_of(asleep(Sleep::slipping));
    best_of(asleep(Sleep::dormant));
    best_of(all_due(book.store, day, layers()));
    rules::PlanTerms terms;
    terms.day = day;
    terms.capacity = capacity;
    terms.reserve = book.settings.calls.reserve;
    terms.agents = rules::agents_on(book.settings.calls, day, {});
    return rules::plan_of(std::move(candidates), terms);
  }
};

std::string told(const Call& call) {
  std::string out = call.account_id + ' ' + std::to_string(call.rank) + ' ' + call.agent + ' ' +
                    call.phone_e164 + ' ' + std::to_string(call.value_at_stake) + ' ' +
                    std::string(name_of(call.place)) + ' ';
  for (const auto& reason : call.reasons) out += std::string(name_of(reason.code)) + reason.source_id + ',';
  return out;
}
template <class Rows, class Tell>
std::vector<std::string> each(const Rows& rows, const Tell& tell) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(tell(row));
  return out;
}
std::string told_out(const LeftOut& row) {
  return row.account_id + ' ' + std::string(name_of(row.reason)) + ' ' + row.why + ' ' + row.rule;
}

}  // namespace

TEST_CASE("the list of a random book is that of a look at everybody, and so is who is left out") {
  std::int64_t less_worth = 0;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    RandomBook book(seed);
    FullWalk full(book);
    const auto wanted = full.plan();
    std::map<std::string, std::int64_t> counts;
    for (const auto& row : wanted.left_out) ++counts[row.why];
    if (full.less_worth > 0) counts["less_worth"] = full.less_worth;
    Options options;
    options.limit = 5000;
    const auto list = book.plan(options);
    INFO("seed " << seed);
    CHECK(each(list.calls, told) == each(wanted.calls, told));
    CHECK(each(list.left_out_rows, told_out) == each(wanted.left_out, told_out));
    CHECK(list.left_out_counts == counts);
    less_worth += full.less_worth;
    options.replan = true;
    const auto again = book.plan(options);
    CHECK(each(again.calls, told) == each(list.calls, told));
    CHECK(again.left_out_counts == counts);
  }
  CHECK(less_worth > 0);  // some walk ended before its end
}
