// The store's encoding of facts: exact both ways, small, and harmless whatever the bytes are.
#include "plugin/store/facts.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cstdint>

#include "plugin/base/status.hpp"
#include "tests/support/any_snapshot.hpp"
#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

std::string encoded(const Snapshot& snapshot) {
  std::string blob;
  store::encode_facts(snapshot, blob);
  return blob;
}

/// The snapshot that version 1 was first released with; its bytes must be readable for ever.
Snapshot released(test::SnapshotBuilder& book) {
  book.account([](Account& account) {
    account.name = "Bakkerij Jansen";
    account.person_kind = PersonKind::legal;
    account.strategic = false;
    account.standing_discount_percent = Micro{12'500'000};
  });
  book.order("2026-05-01", 123'45, [](Order& order) {
    order.cost_of_goods = 60'00;
    order.lines = Micro{3'000'000};
    order.carriage_paid = true;
  });
  book.inquiry("2026-11-20T09:30:00+01:00").no_invoices();
  return book.build();
}

constexpr std::string_view released_hex =
    "0151010330100241310f42616b6b6572696a204a616e73656e0182e1eb1701c33100076f726465722d31"
    "9024f2c001e05d0c00010309696e71756972792d31909480b00d78";

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += "0123456789abcdef"[value >> 4];
    text += "0123456789abcdef"[value & 15];
  }
  return text;
}
std::string bytes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at + 1 < text.size(); at += 2)
    out.push_back(static_cast<char>(std::stoi(std::string(text.substr(at, 2)), nullptr, 16)));
  return out;
}

}  // namespace

TEST_CASE("every snapshot comes back as it was, but for revision and as_of") {
  const bool holds = rc::check([](std::uint64_t seed) {
    Arena arena;
    auto snapshot = any_snapshot(seed, arena);
    const auto back = store::decode_facts(arena.keep(encoded(snapshot)), arena);
    snapshot.revision.reset();
    snapshot.as_of.reset();
    RC_ASSERT(same(snapshot, back));
  });
  REQUIRE(holds);
}

TEST_CASE("the same facts give the same bytes on another day and in another revision") {
  test::SnapshotBuilder book("A1", "2026-11-23");
  book.order("2026-05-01", 100'00);
  auto snapshot = book.build();
  const auto first = encoded(snapshot);
  snapshot.revision = 17;
  snapshot.as_of = on("2026-11-24");
  REQUIRE(encoded(snapshot) == first);
}

TEST_CASE("unknown and none stay apart") {
  test::SnapshotBuilder book("A1", "2026-11-23");
  book.no_invoices();
  Arena arena;
  const auto back = store::decode_facts(arena.keep(encoded(book.build())), arena);
  REQUIRE_FALSE(back.orders.known);
  REQUIRE(back.invoices.known);
  REQUIRE(back.invoices.empty());
}

TEST_CASE("what version 1 wrote is read for ever") {
  test::SnapshotBuilder book("A1", "2026-11-23");
  auto expected = released(book);
  Arena arena;
  const auto blob = bytes(released_hex);
  INFO("written now: " << hex(encoded(expected)));
  const auto back = store::decode_facts(blob, arena);
  expected.as_of.reset();
  REQUIRE(same(expected, back));
}

TEST_CASE("broken bytes are refused or read, never trusted") {
  const bool holds = rc::check([](std::uint64_t seed) {
    Arena arena;
    auto blob = encoded(any_snapshot(seed, arena));
    Random random(seed + 1);
    for (auto hits = between(random, 1, 4); hits > 0; --hits)
      blob[static_cast<std::size_t>(between(random, 0, static_cast<std::int64_t>(blob.size()) - 1))] =
          static_cast<char>(between(random, 0, 255));
    if (between(random, 0, 2) == 0)
      blob.resize(static_cast<std::size_t>(between(random, 0, static_cast<std::int64_t>(blob.size()))));
    try {
      const auto back = store::decode_facts(blob, arena);
      encoded(back);  // touches everything that was read
    } catch (const Failure& failure) {
      RC_ASSERT(failure.status() == Status::corrupt || failure.status() == Status::too_new);
    }
  });
  REQUIRE(holds);
}

TEST_CASE("a version to come says that the library is too old") {
  Arena arena;
  try {
    store::decode_facts("\x7f", arena);
    FAIL("was read");
  } catch (const Failure& failure) {
    REQUIRE(failure.status() == Status::too_new);
  }
  REQUIRE_THROWS_AS(store::decode_facts("", arena), Failure);
}

TEST_CASE("thirty orders and thirty invoices fit in three kilobytes") {
  test::SnapshotBuilder book("A1", "2026-11-23");
  for (int at = 0; at < 30; ++at) {
    const auto day = on("2025-12-01") + days{at * 11};
    book.order(day, 123'45 + at, [](Order& order) {
      order.list_amount = 150'00;
      order.cost_of_goods = 80'00;
      order.channel = "phone";
      order.lines = Micro{4'000'000};
      order.freight_paid = 12'50;
      order.carriage_paid = true;
    });
    book.invoice(day, 150'00, [&](Invoice& invoice) {
      invoice.due_date = day + days{30};
      invoice.delivery = "paper";
      invoice.payments = book.payments({{day + days{35}, 150'00}});
    });
  }
  REQUIRE(encoded(book.build()).size() < 3000);
}
