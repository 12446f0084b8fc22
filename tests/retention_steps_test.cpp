// Forgetting goes in steps with the refresh: from before to after in any number of them, whatever kills a
// step, and nothing of what went is left on the disk but the hash of a refusal.
#include <catch2/catch.hpp>

#include "plugin/pipeline/refresh.hpp"
#include "plugin/pipeline/retention.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/store/event_records.hpp"
#include "plugin/store/own_state.hpp"
#include "tests/support/build_snapshot.hpp"
#include "tests/support/files_of.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using namespace rendabel::test;
using namespace std::chrono_literals;

namespace {

const Settings settings;
/// Saved with it, everything is stored, and the refresh has something to forget.
const Settings keeps_long = [] {
  Settings out;
  out.facts_months = 120;
  return out;
}();
const Date day = on("2026-11-23");
constexpr int accounts = 130;  // more than two slices of those that something is taken out of
constexpr std::string_view gone = "Willemina van Zonderspoor", detail = "kanaalvantoen";

std::string name_of(int number) { return "A" + std::to_string(100 + number); }

/// Every third account has a silent contact who objected; every second one that is still in touch.
void fill(const TempStore& home) {
  auto store = home.open();
  for (int number = 0; number < accounts; ++number) {
    SnapshotBuilder book(name_of(number), "2026-11-23");
    book.order("2020-05-01", 250'00, [](Order& order) {
      order.cost_of_goods = 100'00;
      order.channel = detail;
    });
    if (number % 2 == 0) book.order("2026-05-01", 250'00, [](Order& order) { order.cost_of_goods = 100'00; });
    const auto phone = "02012" + std::to_string(34000 + number);
    book.contact("P1", [&](Contact& contact) {
      contact.name = gone;
      contact.phone = phone;
      if (number % 3 == 0) contact.objected_on = on("2020-06-01");
    });
    pipeline::save(store, keeps_long, {}, book.build());
  }
}

struct Left {
  int detailed = 0, people = 0;
  bool operator==(const Left&) const = default;
};
Left left(store::Store& store) {
  Left out;
  for (int number = 0; number < accounts; ++number) {
    Arena arena;
    const auto facts = store::load_facts(store, *store::find_account(store, name_of(number)), arena);
    out.detailed += facts->orders[0].cost_of_goods ? 1 : 0;
    out.people += static_cast<int>(facts->contacts.size());
    CHECK(facts->orders[0].net_amount == 250'00);
  }
  return out;
}

}  // namespace

TEST_CASE(
    "whatever number of steps it takes, and with another process for each, the same goes and the same "
    "stays") {
  const TempStore at_once, in_steps;
  for (const auto* home : {&at_once, &in_steps}) fill(*home);
  auto store = at_once.open();
  CHECK(left(store) == Left{accounts, accounts});
  while (!pipeline::book_refresh(store, settings, day, 10'000ms, {}).finished) {
  }
  const Left after{0, accounts / 2};  // those of the accounts that ordered this year
  CHECK(left(store) == after);
  int steps = 0;
  int detailed = accounts;
  for (bool finished = false; !finished; ++steps) {
    auto other = in_steps.open();  // the one before it is gone: all it did not commit is lost
    finished = pipeline::book_refresh(other, settings, day, 0ms, {}).finished;
    const auto now = left(other);
    CHECK(now.detailed <= detailed);
    CHECK(detailed - now.detailed <= 50);  // a write takes no longer than others may wait
    detailed = now.detailed;
  }
  CHECK(steps > 3);
  auto other = in_steps.open();
  CHECK(left(other) == after);
  CHECK(store::versions(other).suppressed == store::versions(store).suppressed);
  CHECK(store::versions(other).suppressed > 0);
  CHECK(store::check(other, false).empty());
  // A second night finds nothing more to take.
  while (!pipeline::book_refresh(other, settings, day, 10'000ms, {}).finished) {
  }
  CHECK(left(other) == after);
}

TEST_CASE("nothing of what went is on the disk, and a refusal finds whoever comes back with the number") {
  const TempStore home;
  {
    auto store = home.open();
    SnapshotBuilder book("A1", "2026-11-23");
    book.order("2020-05-01", 250'00, [](Order& order) { order.channel = detail; });
    book.contact("P1", [](Contact& contact) {
      contact.name = gone;
      contact.phone = "020 123 45 67";
      contact.objected_on = on("2020-06-01");
    });
    pipeline::save(store, keeps_long, {}, book.build());
    REQUIRE(found_on_disk(home, gone));
    REQUIRE(found_on_disk(home, detail));
    while (!pipeline::book_refresh(store, settings, day, 10'000ms, {}).finished) {
    }
    CHECK_FALSE(found_on_disk(home, gone));
    CHECK_FALSE(found_on_disk(home, detail));
    SnapshotBuilder later("B1", "2026-11-24");
    later.contact("P7", [](Contact& contact) { contact.phone = "+31 20 1234567"; });
    pipeline::save(store, settings, {}, later.build());
    Arena arena;
    const auto judged = store::load_judged(store, *store::find_account(store, "B1"), arena);
    CHECK(judged->contacts[0].objected_on == on("2020-06-01"));
  }
}

TEST_CASE("what an event told goes too, and what it told of a contact lately keeps him") {
  const TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.order("2020-05-01", 250'00).contact("P1").contact("P2");
  pipeline::save(store, keeps_long, {}, book.build());
  const auto account = store::find_account(store, "A1")->account;
  {
    store::Change change(store);
    for (const auto* told_on : {"2020-01-01", "2026-01-01"}) {
      Inquiry inquiry;
      inquiry.id = told_on;
      inquiry.subject = detail;
      inquiry.at = moment_at(on(told_on), 600, "NL");
      std::vector<Inquiry> inquiries{inquiry};
      store::ToldFact fact{EventKind::inquiry, told_on, day, {}};
      fact.record.inquiries = {inquiries, true};
      store::put_told_fact(store, account, fact);
    }
    const auto before = store::own_state(store, account);
    auto after = before;
    after.consents.push_back({"P2", "marketing", "", "voice", "", "event", on("2026-02-01"), {}, {}});
    store::put_own_state(store, account, before, after);
    change.keeps_own_state();
    change.commit();
  }
  while (!pipeline::book_refresh(store, settings, day, 10'000ms, {}).finished) {
  }
  Arena arena;
  const auto told = store::told_facts(store, account, arena);
  REQUIRE(told.size() == 1);
  CHECK(told[0].id == "2026-01-01");
  const auto facts = store::load_facts(store, *store::find_account(store, "A1"), arena);
  REQUIRE(facts->contacts.size() == 1);
  CHECK(facts->contacts[0].id == "P2");
}

TEST_CASE("a history that is handed over again every night is stored as it was left, and is no change") {
  const TempStore home;
  auto store = home.open();
  SnapshotBuilder book("A1", "2026-11-23");
  book.order("2020-05-01", 250'00, [](Order& order) {
    order.cost_of_goods = 100'00;
    order.channel = detail;
  });
  book.order("2026-05-01", 250'00, [](Order& order) { order.cost_of_goods = 100'00; });
  const auto snapshot = book.build();
  pipeline::save(store, settings, {}, snapshot);
  CHECK(snapshot.orders[0].channel == detail);  // what the caller has is his
  CHECK_FALSE(found_on_disk(home, detail));
  while (!pipeline::book_refresh(store, settings, day, 10'000ms, {}).finished) {
  }
  const auto before = store::find_account(store, "A1")->sequence;
  pipeline::save(store, settings, {}, snapshot);
  CHECK(store::find_account(store, "A1")->sequence == before);
  // Of a later day more goes.
  Arena arena;
  CHECK(store::load_facts(store, *store::find_account(store, "A1"), arena)->orders[1].cost_of_goods ==
        100'00);
  while (!pipeline::book_refresh(store, settings, on("2029-11-23"), 10'000ms, {}).finished) {
  }
  CHECK_FALSE(store::load_facts(store, *store::find_account(store, "A1"), arena)->orders[1].cost_of_goods);
}
