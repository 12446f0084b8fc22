// Weeks of random days through the desk's own path: saves, events, plans. What must hold on every one of
// them.
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "plugin/pipeline/cases_today.hpp"
#include "plugin/pipeline/events.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/store/facts.hpp"
#include "tests/support/call_book.hpp"

using namespace rendabel;
using test::on;
using test::SnapshotBuilder;

namespace {

/// One host and its book: everything that happens is drawn from a seed.
class World {
 public:
  explicit World(unsigned seed) : chance_(seed) {
    settings_.calls.agents["jan"].minutes = 30;
    settings_.calls.agents["piet"].days = {"mon", "wed"};
    for (int n = 0; n < accounts; ++n) save(n, day_);
    while (!pipeline::book_refresh(store_, settings_, day_, std::chrono::seconds(60), {}).finished) {
    }
  }

  void day() {
    day_ += days{1};
    for (int n = draw(3); n >= 0; --n) save(draw(accounts), day_);
    for (int n = draw(4); n >= 0; --n) happen();
    const auto list = pipeline::calls_plan(store_, settings_, day_, {}, {});
    check(list);
    transcript_ += test::calls(list) + test::left_out(list) + "\n";
    report(list);
    check(pipeline::calls_plan(store_, settings_, day_, {}, {}));
    check_cases();
  }
  const std::string& transcript() const { return transcript_; }

 private:
  static constexpr int accounts = 25;
  static std::string id(int n) { return "A-" + std::to_string(10 + n); }
  int draw(int below) { return static_cast<int>(chance_() % static_cast<unsigned>(below)); }

  void save(int n, Date as_of) {
    SnapshotBuilder book(id(n), to_text(as_of));
    book.account().person_kind = n % 3 == 0 ? PersonKind::natural : PersonKind::legal;
    book.account().phone = book.keep("020-12345" + std::to_string(10 + (n == 7 ? 8 : n)));
    book.account().owner = n % 2 == 0 ? "jan" : "piet";
    for (int order = 0; order < 2 + n % 5; ++order)
      book.order(on("2026-06-01") + days{static_cast<int>(n) + 20 * order}, 900'00,
                 [&](Order& it) { it.cost_of_goods = n % 4 == 0 ? 950'00 : 500'00; });
    for (const auto& sent : quotes_[n])
      book.quote(to_text(sent), 2000'00, [&](Quote& quote) { quote.margin = 600'00; });
    book.nothing_else();
    pipeline::save(store_, settings_, {}, book.build());
  }

  Moment at(int minute) const { return moment_at(day_, 9 * 60 + minute, "NL"); }

  template <class Record>
  void tell(int n, EventKind kind, Record record) {
    const auto account = id(n);
    const Event event{1, account, kind, at(draw(400)), "jan", record};
    pipeline::record_events(store_, settings_, pipeline::book_context(store_), {&event, 1}, {});
  }
  void happen() {
    const int n = draw(accounts);
    switch (draw(8)) {
      case 0: {
        Inquiry inquiry;
        const auto name = "I" + std::to_string(day_.time_since_epoch().count()) + "-" + std::to_string(n);
        inquiry.id = name;
        inquiry.at = at(draw(400));
        inquiry.kind = InquiryKind::question;
        return tell(n, EventKind::inquiry, inquiry);
      }
      case 1: refused_[id(n)] = day_; return tell(n, EventKind::objection, Objection{});
      case 2: return tell(n, EventKind::pin, Pinned{day_ + days{draw(5)}});
      case 3:
        removed_[id(n)] = day_ + days{draw(10)};
        return tell(n, EventKind::remove, Remove{removed_[id(n)], "test"});
      case 4: return tell(n, EventKind::assign, Assign{draw(2) == 0 ? "jan" : "piet"});
      case 5: quotes_[n].push_back(day_); return save(n, day_);
      case 6: return tell(n, EventKind::verdict_disputed, VerdictDisputed{draw(2) == 0 ? "no" : ""});
      default: return save(n, day_);
    }
  }

  /// Some calls were made; the host's activity of the next snapshot would say so, here the desk does.
  void report(const pipeline::CallList& list) {
    for (const auto& call : list.calls) {
      if (call.state != CallState::open || draw(2) == 0) continue;
      store::Change change(store_);
      const auto row = *store::find_account(store_, call.account_id);
      auto desk = store::desk_state(store_, row.account);
      desk.reached_on = day_;
      store::put_desk_state(store_, row.account, desk);
      store::put_rest(store_, row.account, {"", day_ + days{7}, "spoke"});
      store::put_call_state(store_, day_, call.call_id, CallState::done, "");
      change.commit();
    }
  }

  void check(const pipeline::CallList& list) {
    std::set<std::string> accounts_called, numbers;
    std::int64_t today_lane = 0, pinned = 0;
    for (const auto& call : list.calls) {
      INFO(to_text(day_) << " " << call.account_id << " " << call.withdrawn_why);
      if (call.state == CallState::withdrawn) {
        CHECK_FALSE(call.withdrawn_why.empty());
        continue;
      }
      REQUIRE_FALSE(call.reasons.empty());
      if (call.state == CallState::open) {
        CHECK(call.permission.allowed == Allowed::allowed);
        const bool refused = refused_.contains(call.account_id);
        if (refused)
          for (const auto& reason : call.reasons) CHECK(reason.purpose != Purpose::marketing);
      }
      if (call.lane == Lane::now) {
        CHECK(call.deadline);
        continue;
      }
      ++today_lane;
      pinned += call.pinned;
      CHECK(accounts_called.insert(call.account_id).second);
      CHECK(numbers.insert(call.phone_e164).second);
      if (removed_.contains(call.account_id) && call.state == CallState::open)
        CHECK(removed_[call.account_id] < day_);
      CHECK(call.value_at_stake == call.reasons.front().value_at_stake);
    }
    CHECK(today_lane <= list.capacity + pinned);
  }

  /// No case without a next step or an end.
  void check_cases() {
    const store::Reading reading(store_);
    for (const auto& row : store::page_accounts(store_, "", 1000, 0))
      for (const auto& one : store::cases(store_, row.account)) {
        INFO(to_text(day_) << " " << row.account_id << " " << name_of(one.facts.reason));
        const bool next = one.facts.due_from != Date{} || one.steps.next_on;
        const bool end = !one.closed_why.empty() && one.closed_on;
        CHECK((one.state == CaseState::open ? next : end));
      }
  }

  std::mt19937 chance_;
  test::TempStore place_;
  store::Store store_ = place_.open();
  Settings settings_;
  Date day_ = on("2026-11-02");
  std::map<int, std::vector<Date>> quotes_;
  std::map<std::string, Date> refused_, removed_;
  std::string transcript_;
};

}  // namespace

TEST_CASE("over weeks of random days nothing denied is planned and no case is without a step or an end") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    World world(seed);
    for (int n = 0; n < 40; ++n) world.day();
  }
}

TEST_CASE("the same days give the same lists, byte for byte") {
  World left(7), right(7);
  for (int n = 0; n < 20; ++n) {
    left.day();
    right.day();
  }
  REQUIRE(left.transcript() == right.transcript());
  REQUIRE(left.transcript().size() > 1000);
}
