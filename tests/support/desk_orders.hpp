// desk_orders.hpp — the next call of an agent of desk_quarter.hpp: by the desk's list, or in an order of his
// own. In: the day's list.  Out: a leased call.  Method: whoever ranks for himself takes the now-lane first
// too, and opens the others by hand, oldest reason first or at random.
#pragma once
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/support/desk_checks.hpp"

namespace rendabel::test {

class DeskOrders : public DeskChecks {
 protected:
  using DeskChecks::DeskChecks;

  void look_at_list() {
    std::int64_t capacity = 0;
    const auto calls = host_.plan(today_, R"({"text":false})", &capacity);
    check_list(calls, capacity);
  }
  /// The list as the others work it off: what is urgent first, then all that is due, in an order of their
  /// own.
  void morning() {
    if (sizes_.order == Order::ranked) return look_at_list();
    own_list_.clear();
    urgent_.clear();
    for (auto& call : host_.plan(today_, R"({"text":false})"))
      if (call.state == "open") (call.lane == "now" ? urgent_ : own_list_).push_back(std::move(call));
    const auto key = [&](const ToldCall& call) {
      const auto drawn =
          Chance(sizes_.seed, {index_of(call.account), today_.time_since_epoch().count()}).next();
      const auto since = static_cast<std::uint64_t>(call.reasons.front().since.time_since_epoch().count());
      return std::tuple(sizes_.order == Order::random ? drawn : since, call.account);
    };
    std::ranges::sort(own_list_, {}, key);
    std::ranges::reverse(own_list_);  // taken from the back
  }
  /// Somebody asked just now.
  void becomes_urgent(int n, Moment at) {
    ToldCall call;
    call.account = who(n).id;
    call.deadline = later(at, 60);
    urgent_.push_back(call);
  }

  std::optional<ToldCall> next_call(const std::string& agent, Moment now) {
    return sizes_.order == Order::ranked ? host_.next(agent, now) : next_by_own_order(agent, now);
  }

  std::string told(const ToldCall& call, const std::string& agent, Moment now, const std::string& outcome,
                   const std::string& more) {
    return fmt::format(R"({{"id":"R{}","call_id":"{}","agent":"{}","at":"{}","outcome":"{}"{}}})", ++reports_,
                       call.call_id, agent, to_text(now), outcome, more);
  }
  Answer tell(const ToldCall& call, const std::string& agent, Moment now, const std::string& outcome,
              const std::string& more) {
    return host_.report(told(call, agent, now, outcome, more));
  }

 private:
  std::optional<ToldCall> next_by_own_order(const std::string& agent, Moment now) {
    std::ranges::sort(urgent_, {}, [](const ToldCall& call) {
      return std::tuple(!call.not_before.has_value(), call.deadline.value_or(Moment{}), call.account);
    });
    for (auto call = urgent_.begin(); call != urgent_.end();) {
      const bool others = !call->agent.empty() && call->agent != agent;
      const bool reserved = others && (!call->reserved_until || now < *call->reserved_until);
      if (reserved || (call->not_before && now < *call->not_before)) {
        ++call;
        continue;
      }
      const auto account = call->account;
      call = urgent_.erase(call);
      if (auto taken = take(account, agent, now)) return taken;
    }
    while (!own_list_.empty()) {
      const auto account = own_list_.back().account;
      own_list_.pop_back();
      if (auto taken = take(account, agent, now)) return taken;
    }
    return std::nullopt;
  }
  std::optional<ToldCall> take(const std::string& account, const std::string& agent, Moment now) {
    auto taken = host_.take(account, agent, now);
    if (!taken || !taken->lease_until) return std::nullopt;
    if (!taken->reasons.empty()) return taken;
    // Settled meanwhile: there is nothing to call for.
    tell(*taken, agent, now, "skipped", R"(,"skip_reason":"other")");
    ++who(index_of(account)).reported;
    return std::nullopt;
  }

  std::vector<ToldCall> own_list_, urgent_;
  std::int64_t reports_ = 0;
};

}  // namespace rendabel::test
