// Whose call it is: one lease per account and per telephone number, for a time.
#include "plugin/store/leases.hpp"

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"
#include "tests/support/temp_store.hpp"

using namespace rendabel;
using test::on;
using test::TempStore;

namespace {

Moment at(std::string_view text) { return *parse_moment(text); }

store::Lease lease(store::AccountKey account, std::string agent, std::string call_id = "c") {
  return {account,
          on("2026-11-23"),
          std::move(call_id),
          std::move(agent),
          at("2026-11-23T09:00:00+01:00"),
          at("2026-11-23T09:20:00+01:00")};
}

bool take(store::Store& store, const store::Lease& wanted, const std::vector<std::int64_t>& numbers = {}) {
  store::Change change(store);
  const bool taken = store::take_lease(store, wanted, numbers);
  change.commit();
  return taken;
}

void end(store::Store& store, std::string_view now) {
  store::Change change(store);
  store::end_leases(store, at(now));
  change.commit();
}

}  // namespace

TEST_CASE("an account is leased once, and again by the same agent") {
  TempStore home;
  auto store = home.open();
  REQUIRE(take(store, lease(1, "jan")));
  CHECK_FALSE(take(store, lease(1, "piet")));
  CHECK(take(store, lease(1, "jan", "d")));
  CHECK(store::lease_of(store, 1)->call_id == "d");
  CHECK(store::lease_by(store, "jan")->account == 1);
  CHECK_FALSE(store::lease_by(store, "piet"));
  CHECK(take(store, lease(2, "piet")));
}

TEST_CASE("two accounts with one number are never leased together, and the refused one keeps nothing") {
  TempStore home;
  auto store = home.open();
  REQUIRE(take(store, lease(1, "jan"), {31201234567, 31612345678}));
  CHECK_FALSE(take(store, lease(2, "piet"), {31301234567, 31612345678}));
  CHECK_FALSE(store::lease_of(store, 2));
  CHECK(take(store, lease(3, "piet"), {31301234567}));
  store::Change change(store);
  store::give_back(store, 1);
  CHECK(store::take_lease(store, lease(2, "kees"), {31612345678}));
}

TEST_CASE("a lease holds up to its end, not at it, and gives its numbers back") {
  TempStore home;
  auto store = home.open();
  REQUIRE(take(store, lease(1, "jan"), {31201234567}));
  end(store, "2026-11-23T09:19:59+01:00");
  CHECK(store::lease_of(store, 1));
  end(store, "2026-11-23T09:20:00+01:00");
  CHECK_FALSE(store::lease_of(store, 1));
  CHECK(take(store, lease(2, "piet"), {31201234567}));
}

TEST_CASE("starts of a day are told by minute, each once") {
  TempStore home;
  auto store = home.open();
  store::Change change(store);
  const store::LeaseStart first{on("2026-11-23"), 545, "jan", "c", true};
  store::note_start(store, first);
  store::note_start(store, first);
  store::note_start(store, {on("2026-11-24"), 700, "jan", "d", false});
  CHECK(store::starts_between(store, on("2026-11-23"), on("2026-11-23")).size() == 1);
  const auto all = store::starts_between(store, on("2026-11-23"), on("2026-11-24"));
  REQUIRE(all.size() == 2);
  CHECK(all[0].in_hour);
  CHECK_FALSE(all[1].in_hour);
}
