// desk_checks.hpp — what must hold at a desk after every step of desk_quarter.hpp.
// In: a card just leased, the day's list, an account.  Out: each broken invariant in words.  Never: a change.
// Method: what the law says is asked of permission_get and, from what the world knows of the customer, of
// the table of law_cells.hpp; who has what, when, is kept here a second time.
#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "tests/support/desk_world.hpp"
#include "tests/support/law_cells.hpp"

namespace rendabel::test {

class DeskChecks : public DeskWorld {
 protected:
  using DeskWorld::DeskWorld;

  struct Held {
    std::string agent;
    Moment until;
  };
  struct Promise {
    int who = 0;
    std::string agent;
    Moment at;
    Date agreed{};
  };

  /// domain.md 7's table, once more.
  Purpose purpose_of(const Customer& of, const ToldReason& reason) const {
    if (reason.code == "callback") return Purpose::asked;
    if (reason.code == "problem" || reason.code == "renegotiate") return Purpose::service;
    if (reason.code == "inquiry") return Purpose::asked;
    if (reason.code != "quote") return Purpose::marketing;
    const auto& quote = of.quotes.at(std::stoul(reason.source.substr(1)));
    return quote.requested && today_ <= quote.sent + days{30} ? Purpose::asked : Purpose::marketing;
  }
  rules::PermissionQuery query_of(const Customer& of, const ToldReason& reason, Moment now) const {
    rules::PermissionQuery q;
    q.country = "NL";
    q.person = of.kind;
    for (const auto& order : of.orders)
      if (order.on <= today_) q.relation = Relation::customer;
    q.purpose = purpose_of(of, reason);
    q.day = today_;
    q.at = now;
    q.agreed_time = reason.code == "callback";
    if (q.purpose == Purpose::asked) q.asked_on = reason.since;
    q.objected_on = of.objected_on;
    if (of.opted_in) q.consent_on = q.documented_on = *parse_date("2026-01-15");
    q.nl_customer_exception_end = *parse_date("2026-07-01");
    q.marketing_calls = of.marketing_calls;
    return q;
  }

  void check_lease(const ToldCall& call, const std::string& agent, Moment now) {
    const int n = index_of(call.account);
    const auto& of = who(n);
    must(call.lease_until && *call.lease_until == later(now, 20), "not leased for twenty minutes: " + of.id);
    for (const auto& [other, held] : held_) {
      const bool same = other == n || who(other).phone == of.phone;
      must(!same || held.agent == agent || held.until <= now, "leased twice: " + of.id);
    }
    held_[n] = {agent, later(now, 20)};
    must(!call.reasons.empty(), "a call without a reason: " + of.id);
    // Who opens an account himself may be early.
    must(sizes_.order != Order::ranked || !call.not_before || *call.not_before <= now,
         "leased before its time: " + of.id);
    for (const auto& reason : call.reasons) check_law(call, of, reason, now);
    must(!call.sales || (call.purpose == "marketing" && !of.objected_on), "sales hints: " + of.id);
    for (const auto& promise : promises_) {
      if (promise.who != n || now < promise.at || later(promise.at, 15) <= now || call.reasons.empty())
        continue;
      must(call.reasons.front().code != "callback" || promise.agent == agent, "another's callback: " + of.id);
    }
    callbacks_kept += static_cast<std::int64_t>(
        std::erase_if(promises_, [&](const Promise& one) { return one.who == n && one.at <= now; }));
  }
  void check_law(const ToldCall& call, const Customer& of, const ToldReason& reason, Moment now) {
    const auto query = query_of(of, reason, now);
    const auto what = of.id + " " + reason.code + " ";
    const auto cells = by_cells(query);
    must(cells.ends_with(" allowed"), "leased what the table of the law denies: " + what + cells);
    const auto asked = host_.permission(call, name_of(query.purpose), now);
    must(asked.ends_with(" allowed"), "leased what permission_get denies: " + what + asked);
    if (query.purpose != Purpose::marketing) return;
    must(!of.objected_on, "marketing after an objection: " + what);
    if (of.kind == PersonKind::legal) return;
    const auto within = [&](int span) {
      return std::ranges::count_if(of.marketing_calls, [&](Date day) { return day > today_ - days{span}; });
    };
    must(within(1) < 1 && within(7) < 3 && within(30) < 4, "marketing calls above the caps: " + what);
  }

  void check_list(const std::vector<ToldCall>& calls, std::int64_t capacity) {
    must(capacity == 8 * sizes_.agents, "a capacity other than eight calls an agent");
    std::int64_t places = 0;
    std::set<std::string> accounts, numbers;
    for (const auto& call : calls) {
      if (call.state == "withdrawn") {
        must(!call.withdrawn_why.empty(), "withdrawn without a reason: " + call.account);
        continue;
      }
      const auto& of = who(index_of(call.account));
      if (call.state == "open") {
        must(call.allowed == "allowed", "planned what the law denies: " + call.account);
        for (const auto& reason : call.reasons)
          must(!of.objected_on || purpose_of(of, reason) != Purpose::marketing,
               "planned after an objection: " + call.account + " " + reason.code);
      }
      if (call.lane == "now") {
        must(call.deadline.has_value(), "no deadline: " + call.account);
        continue;
      }
      ++places;
      must(accounts.insert(call.account).second, "an account twice: " + call.account);
      must(numbers.insert(call.number).second, "a number twice: " + call.account);
    }
    must(places <= capacity, fmt::format("{} calls in {} places", places, capacity));
  }

  /// A time that passed today was offered, or its case ended with a reason.
  void check_promises() {
    for (const auto& promise : promises_) {
      if (local_day(promise.at, "NL") > today_) continue;
      bool ended = false;
      for (const auto& one : host_.cases(who(promise.who).id).first)
        ended |= one.code == "callback" && one.state != "open" && one.has_end;
      must(ended, "a callback was not offered: " + who(promise.who).id + " " + to_text(promise.at));
    }
    std::erase_if(promises_, [&](const Promise& one) { return local_day(one.at, "NL") <= today_; });
  }

  /// Every case has a next step or an end; an objection closed what it closes; no outcome is lost.
  void check_account(int n) {
    const auto& of = who(n);
    const auto [cases, outcomes] = host_.cases(of.id);
    must(outcomes == of.reported, fmt::format("{} outcomes kept of {}: {}", outcomes, of.reported, of.id));
    for (const auto& one : cases) {
      const bool open = one.state == "open";
      must(open ? one.has_step : one.has_end, "neither step nor end: " + of.id + " " + one.code);
      must(!open || !of.objected_on || one.purpose != "marketing",
           "open after an objection: " + of.id + " " + one.code);
    }
  }
  void check_everybody() {
    for (int n = 0; n < sizes_.accounts; ++n) check_account(n);
  }

  std::map<int, Held> held_;
  std::vector<Promise> promises_;
};

}  // namespace rendabel::test
