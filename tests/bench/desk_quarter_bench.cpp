// What the order of the list is worth: a quarter of working days by the desk's list, oldest first and at
// random, on one simulated book through the contract (5,000 accounts, 6 agents). Floor, in the same run: the
// random order. What is assumed stands in tests/support/desk_quarter.hpp and is printed. Every invariant of
// the desk is asked after every step; one that breaks fails the program.
// RENDABEL_QUARTER_ACCOUNTS, _AGENTS, _DAYS, _SEED: other sizes; _ORDER: one of them, by its printed name.
#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

#include "tests/support/desk_quarter.hpp"

int main() {
  using namespace rendabel;
  const bool small = std::getenv("RENDABEL_BENCH_SMALL") != nullptr;
  const auto number = [](const char* name, int otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr ? std::atoi(text) : otherwise;
  };
  test::QuarterSizes sizes{small ? 40 : 5'000, small ? 2 : 6, small ? 2 : 65, 1, {}};
  sizes.accounts = number("RENDABEL_QUARTER_ACCOUNTS", sizes.accounts);
  sizes.agents = number("RENDABEL_QUARTER_AGENTS", sizes.agents);
  sizes.days = number("RENDABEL_QUARTER_DAYS", sizes.days);
  sizes.seed = static_cast<std::uint64_t>(number("RENDABEL_QUARTER_SEED", 1));
  fmt::print("{} accounts, {} agents of an hour a day, {} working days from 2026-10-01, seed {}\n{}",
             sizes.accounts, sizes.agents, sizes.days, sizes.seed, test::DeskQuarter::assumptions);
  bool holds = true;
  for (const auto& [order, name] : {std::pair{test::Order::ranked, "the desk's list"},
                                    {test::Order::oldest_first, "oldest first"},
                                    {test::Order::random, "at random"}}) {
    const char* only = std::getenv("RENDABEL_QUARTER_ORDER");
    if (only != nullptr && name != std::string_view(only)) continue;
    sizes.order = order;
    test::DeskQuarter quarter(sizes);
    quarter.run();
    fmt::print(
        "{:<16} {:>9.2f} margin an hour   {:>5} leases {:>5} dials {:>4} orders   {} callbacks ({} kept)   "
        "{} objections   {} processes killed   {} dropped calls came back   {} of {} checks broken\n",
        name, static_cast<double>(quarter.margin_cents) / 100 / quarter.hours, quarter.leases,
        quarter.attempts, quarter.successes, quarter.callbacks, quarter.callbacks_kept, quarter.objections,
        quarter.killed, quarter.returned, quarter.broken.size(), quarter.checked);
    for (const auto& [reason, sums] : quarter.by_reason)
      fmt::print("    {:<14} {:>5} calls {:>4} orders {:>10.2f} margin a call\n", reason, sums.calls,
                 sums.orders, static_cast<double>(sums.margin_cents) / 100 / static_cast<double>(sums.calls));
    for (const auto& what : quarter.broken) fmt::print("  {}\n", what);
    std::fflush(stdout);
    holds = holds && quarter.broken.empty();
  }
  return holds ? 0 : 1;
}
