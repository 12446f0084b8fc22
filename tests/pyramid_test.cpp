#include "plugin/rules/pyramid.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "tests/support/book_rows.hpp"

using namespace rendabel;
using rules::layer_of;

TEST_CASE("layers go by the floors of the last refresh") {
  const LayerThresholds floors{5000'00, 1000'00, 200'00};
  CHECK(layer_of(floors, 5000'00, true, "a") == Layer::top);
  CHECK(layer_of(floors, 4999'99, true, "a") == Layer::large);
  CHECK(layer_of(floors, 1000'00, true, "a") == Layer::large);
  CHECK(layer_of(floors, 199'99, true, "a") == Layer::small);
  CHECK(layer_of(floors, 0, true, "a") == Layer::inactive);
  CHECK(layer_of(floors, 0, false, "a") == Layer::prospect);
  CHECK(layer_of({}, 5000'00, true, "a") == Layer::small);
}

TEST_CASE("of accounts that stand exactly on a floor the ids decide, as they did in the book") {
  const LayerThresholds floors{5000'00, 1000'00, 200'00, "b", "", ""};
  CHECK(layer_of(floors, 5000'00, true, "az") == Layer::top);
  CHECK(layer_of(floors, 5000'00, true, "b") == Layer::large);
  CHECK(layer_of(floors, 5000'01, true, "z") == Layer::top);
  CHECK(layer_of(floors, 1000'00, true, "z") == Layer::large);
}

TEST_CASE("a tie is kept as the shortest text between two ids, and only where one is cut") {
  test::BookTable book;
  for (int n = 0; n < 100; ++n) book.add("customer-" + std::to_string(100 + n), n < 3 ? 900 : 500 - n);
  const auto cuts = book.thresholds();
  CHECK(cuts.top == 900);
  CHECK(cuts.top_tie == "customer-101");
  CHECK(cuts.large_tie.empty());
  test::BookTable short_ids;
  for (const auto* id : {"aa", "zebra"}) short_ids.add(id, 900);
  CHECK(short_ids.thresholds().top_tie == "z");
}

TEST_CASE("every account of a book has the layer that the pyramid counts it in, ties or not") {
  rc::check([] {
    const auto amounts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-3, 9));
    test::BookTable table;
    for (std::size_t n = 0; n < amounts.size(); ++n)
      table.add("a" + std::to_string(1'000 - n), amounts[n], amounts[n]);
    const auto book = table.book();
    const auto customers = static_cast<std::size_t>(book.accounts.customers);
    const auto ceil_of = [&](std::size_t percent) {
      return static_cast<std::int64_t>((customers * percent + 99) / 100);
    };
    RC_ASSERT(book.pyramid[0].accounts == ceil_of(1));
    RC_ASSERT(book.pyramid[1].accounts == ceil_of(5) - ceil_of(1));
    RC_ASSERT(book.pyramid[2].accounts == ceil_of(20) - ceil_of(5));
    std::int64_t all = 0;
    for (const auto& layer : book.pyramid) all += layer.accounts;
    RC_ASSERT(all == book.accounts.all);
    RC_ASSERT(book.pareto.customers == ceil_of(20));
  });
}
