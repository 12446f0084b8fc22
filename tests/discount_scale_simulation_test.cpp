// A simulated honest book: discounts by the scale with negotiation noise stay unflagged, by the settings'
// scale and by the inferred one, and discounts that were planted in it as stale are found.
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "plugin/pipeline/assess.hpp"
#include "plugin/pipeline/save.hpp"
#include "plugin/rules/discount_scale.hpp"
#include "tests/support/refresh_book.hpp"

namespace rendabel::test {
namespace {

const std::vector<DiscountStep> scale{
    {0, {}}, {5'000'00, whole(5)}, {15'000'00, whole(10)}, {40'000'00, whole(15)}};

struct SimulatedAccount {
  std::array<Cents, 3> list{};       ///< of windows 0–2
  std::array<std::int64_t, 3> bp{};  ///< discount
  bool stale = false;
};

/// Steady customers: the same list revenue every year, give or take a hundredth; the discount due at their
/// own price, give or take `noise_bp` that each of them bargained for. The last `planted` lost most of their
/// revenue two years ago and kept their discount.
std::vector<SimulatedAccount> honest_book(int count, std::int64_t noise_bp, int planted, unsigned seed) {
  std::mt19937_64 chance(seed);
  const auto between = [&](std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(high - low + 1));
  };
  const auto due_bp = [](Cents list) {
    return rules::due_at_own_price({list, 0, 1, false}, 0, scale).millionths * 100 / micro;
  };
  std::vector<SimulatedAccount> book(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    SimulatedAccount& one = book[static_cast<std::size_t>(i)];
    one.stale = i >= count - planted;
    // 600 to 150,000 a year, most of them small.
    const auto size = static_cast<Cents>(std::exp(6.4 + static_cast<double>(between(0, 5500)) / 1000) * 100);
    const std::int64_t bargained = between(-noise_bp, noise_bp);
    for (std::size_t k = 0; k < 3; ++k) {
      one.list[k] = size * between(990, 1010) / 1000;
      one.bp[k] = std::max<std::int64_t>(due_bp(one.list[k]) + bargained, 0);
    }
    if (!one.stale) continue;
    one.list = {between(6'000'00, 9'000'00), between(70'000'00, 90'000'00), between(70'000'00, 90'000'00)};
    one.bp = {1500, 1500, 1500};
  }
  return book;
}

void write(const SimulatedAccount& account, SnapshotBuilder& book) {
  book.account().since = on("2015-01-01");
  for (std::size_t k = 0; k < 3; ++k)
    book.order(refresh_day - days{365 * static_cast<int>(k) + 30}, 0, [&](Order& order) {
      order.list_amount = account.list[k];
      order.discount_amount = account.list[k] * account.bp[k] / 10'000;
      order.net_amount = account.list[k] - *order.discount_amount;
      order.cost_of_goods = *order.net_amount / 2;
    });
  book.nothing_else();
}

struct Found {
  int honest = 0, stale = 0;
  int above_median = 0;  ///< honest ones a point or more above what is due, whatever they once earned
};

bool flagged(const Assessment& made) {
  return std::ranges::find(made.flags, FlagCode::stale_discount, &Flag::code) != made.flags.end();
}

Found judged(const std::vector<SimulatedAccount>& accounts, DiscountScale kind) {
  Settings settings;
  settings.scale = kind;
  settings.discount_scale = scale;
  BookContext known;
  known.as_of = refresh_day;
  std::vector<rules::DiscountPoint> points;
  std::vector<std::pair<SnapshotBuilder, bool>> books;
  const rules::Rates rates(settings);
  for (const SimulatedAccount& account : accounts) {
    auto& [book, stale] =
        books.emplace_back(SnapshotBuilder("A" + std::to_string(books.size()), "2026-11-23"), account.stale);
    write(account, book);
    const Snapshot snapshot = book.build();
    const auto drivers = rules::collect_drivers(snapshot, settings, rates, refresh_day);
    points.push_back(*rules::discount_point_of(drivers.windows[0], std::string(snapshot.account.id)));
  }
  known.inferred_scale = rules::infer_scale(points);
  Found found;
  for (std::size_t i = 0; i < books.size(); ++i) {
    const bool raised = flagged(pipeline::assess(books[i].first.build(), settings, known, refresh_day));
    (books[i].second ? found.stale : found.honest) += raised ? 1 : 0;
    const Cents list = accounts[i].list[0];
    const auto due = rules::due_at_own_price({list, 0, 1, false}, 0, known.inferred_scale);
    found.above_median += !books[i].second && accounts[i].bp[0] - due.millionths * 100 / micro >= 100 ? 1 : 0;
  }
  return found;
}

TEST_CASE("by the settings' scale an honest book with noise below a point stays unflagged") {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const Found found = judged(honest_book(1000, 95, 20, seed), DiscountScale::steps);
    CHECK(found.honest == 0);
    CHECK(found.stale == 20);
  }
}

TEST_CASE("by the inferred scale an honest book stays unflagged, where the median alone would accuse many") {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const Found found = judged(honest_book(1000, 300, 20, seed), DiscountScale::inferred);
    INFO("seed " << seed);
    CHECK(found.above_median > 200);
    CHECK(found.honest <= 10);  // who stands where two groups meet, one in a hundred at most
    CHECK(found.stale == 20);
  }
}

TEST_CASE("through a store: the refresh infers the scale, and the planted ones alone are found by it") {
  const auto accounts = honest_book(300, 200, 6, 7);
  TempStore home;
  auto store = home.open();
  Settings settings;
  settings.scale = DiscountScale::inferred;
  std::vector<SnapshotBuilder> books;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    auto& book = books.emplace_back("A" + std::to_string(i), "2026-11-23");
    write(accounts[i], book);
    pipeline::save(store, settings, {}, book.build());
  }
  RefreshProgress progress;
  do progress = pipeline::book_refresh(store, settings, refresh_day, std::chrono::milliseconds{0}, {});
  while (!progress.finished);
  const BookContext known = pipeline::book_context(store);
  REQUIRE_FALSE(known.inferred_scale.empty());
  int honest = 0, stale = 0;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const auto id = "A" + std::to_string(i);
    const bool raised = flagged(pipeline::get(store, settings, known, id, refresh_day).assessment);
    (accounts[i].stale ? stale : honest) += raised ? 1 : 0;
  }
  CHECK(honest <= 3);
  CHECK(stale == 6);
}

}  // namespace
}  // namespace rendabel::test
