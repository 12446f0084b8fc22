#include "plugin/rules/verdict.hpp"

#include <algorithm>

namespace rendabel::rules {
namespace {

constexpr std::int64_t goodbye_age_days = 365;

/// Costs that end with the customer, in minor units × millionths: money, and work that is freed.
struct Avoidable {
  Int128 money = 0, work = 0;
};

Avoidable avoidable(const Judged& account) {
  Avoidable sum;
  for (const CostLine& line : account.now.result.cost_lines) {
    const auto& shares = account.settings.avoidable;
    const auto found = shares.find(line.code);
    const bool named = found != shares.end();
    const Micro share = named ? found->second : account.settings.avoidable_other;
    (named ? sum.money : sum.work) += checked_multiply(line.amount.value_or(0), share.millionths);
  }
  return sum;
}

bool saves_more_than_it_loses(const Judged& account) {
  const Avoidable saved = avoidable(account);
  const WindowResult& now = account.now.result;
  return saved.money + saved.work >
         checked_multiply(Int128{*now.gross_margin} + now.contributions.value_or(0), micro);
}

bool promises_enough(const Judged& account) {
  const WindowResult& now = account.now.result;
  const Int128 growth = Int128{account.potential.amount.value_or(*now.gross_margin)} - *now.gross_margin;
  return (growth > 0 ? growth : 0) + open_quotes_margin(account) >= -Int128{*now.net_result};
}

// What speaks against a goodbye, in the order of domain.md 4.
std::vector<std::string_view> against_goodbye(const Judged& account, const Advice& advice) {
  std::vector<std::string_view> reasons;
  if (advice.not_tried || advice.best_result >= 0) reasons.push_back("not_tried");
  if (!account.older_than(goodbye_age_days)) reasons.push_back("young");
  if (account.snapshot.account.strategic.value_or(false)) reasons.push_back("strategic");
  if (!saves_more_than_it_loses(account)) reasons.push_back("unavoidable");
  if (promises_enough(account)) reasons.push_back("potential");
  return reasons;
}

bool worth_watching(const std::vector<Flag>& flags) {
  return std::ranges::any_of(flags, [](const Flag& flag) { return flag.code != FlagCode::stagnant; });
}

}  // namespace

Ruling verdict_of(const Judged& account, const std::vector<Flag>& flags, const Advice* advice) {
  const Drivers& window = account.window();
  if (!window.orders_known) return {Verdict::unknown, {}};
  if (!account.drivers.ever_ordered && !account.drivers.truncated) return {Verdict::prospect, {}};
  if (window.orders == 0) return {Verdict::inactive, {}};
  const auto& result = account.now.result.net_result;
  if (!result) return {Verdict::unknown, {}};
  if (*result >= -account.settings.loss_min)
    return {worth_watching(flags) ? Verdict::watch : Verdict::healthy, {}};
  if (!account.older_than(account.settings.thresholds.young_days)) return {Verdict::hold, {"young"}};
  if (advice == nullptr) return {Verdict::hold, {"not_tried"}};
  if (advice->agreed) return {Verdict::repair, {"agreed"}};
  if (advice->reaches_target) return {Verdict::repair, {}};
  auto reasons = against_goodbye(account, *advice);
  const bool goodbye = reasons.empty();
  return {goodbye ? Verdict::goodbye : Verdict::hold, std::move(reasons)};
}

Flag goodbye_flag(const Judged& account) {
  // At what a minute costs, in hours: millionths × minor units / (minor units a minute × 60).
  const auto hours = [&](Int128 work) -> std::optional<std::int64_t> {
    const Int128 hour = Int128{account.settings.minute_rate.millionths} * account.rates.minor_per_major * 60;
    if (hour <= 0) return std::nullopt;
    return to_cents(round_half_away(checked_multiply(work, micro), hour));
  };
  const WindowResult& now = account.now.result;
  const Avoidable saved = avoidable(account);
  Flag flag{FlagCode::goodbye, -*now.net_result, {}};
  flag.evidence = {{"net_result", Unit::money, now.net_result},
                   {"gross_margin", Unit::money, now.gross_margin},
                   {"money_saved", Unit::money, to_cents(round_half_away(saved.money, micro))},
                   {"work_freed", Unit::money, to_cents(round_half_away(saved.work, micro))},
                   {"hours_freed", Unit::hours, hours(saved.work)}};
  return flag;
}

}  // namespace rendabel::rules
