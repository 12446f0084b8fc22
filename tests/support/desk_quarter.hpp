// desk_quarter.hpp — a telesales team's working days at the contract, drawn from a seed, every invariant
// asked after every step. In: sizes, an order of the list.  Out: margin, hours, each broken invariant in
// words. Assumed, and never seen by the desk: see `assumptions`, which is printed beside the figures. Method:
// a draw depends on the account, the day and the seed only, so that every order of the list meets the same
// customers in the same mood.
#pragma once
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/desk_orders.hpp"

namespace rendabel::test {

class DeskQuarter : public DeskOrders {
 public:
  static constexpr const char* assumptions =
      "Assumed: an account's usual order is log-normal (median 800.00, sd of the logarithm 1), its margin 25 "
      "to 45 %;\n"
      "  half of the accounts buy every 20 to 59 days unasked, the others are silent for up to 400 days "
      "more; one in\n"
      "  ten has an open quote of two usual orders. A fifth of the accounts are natural or unknown persons.\n"
      "  45 % of dials reach somebody. Who is reached orders with the chance of the reason (callback .40, "
      "inquiry .30,\n"
      "  quote .28, slipping .20, problem and renegotiate .15, dormant .06, others .05) times the account's "
      "own luck\n"
      "  (log-normal, sd .5), halved every 14 days that a quote waits and every day that a question waits; "
      "at most .9.\n"
      "  An order won is one usual order (log-normal noise, sd .4), a quote its amount; no later orders are "
      "counted.\n"
      "  Who does not order: 15 % name a time, 15 % are not interested, 4 % object. Eight dials an agent a "
      "day; of 100\n"
      "  calls four end with a process killed. Questions, quotes and objections come in at 15 % of the "
      "dials.\n";

  explicit DeskQuarter(const QuarterSizes& sizes) : DeskOrders(sizes) {}
  void run() {
    for (int n = 0; n < sizes_.days; ++n) day();
    check_everybody();
  }

 private:
  struct Talk {
    ToldCall call;
    std::string agent;
    Moment ends;
  };

  void day() {
    do today_ += days{1};
    while (!is_working_day(today_) || free_days_2026.at("NL").contains(to_text(today_).substr(5)));
    host_.close();
    host_.open();
    const bool monday = std::chrono::weekday{today_} == std::chrono::Monday;
    if (monday) refresh(), check_everybody();
    held_.clear();
    dropped_.clear();
    morning();
    const int slots = sizes_.agents * 8, step = 480 / slots;
    for (int slot = 0; slot < slots; ++slot) {
      const int minute = 9 * 60 + 5 + slot * step;
      finish(at(minute));
      if (world_.comes(0.15)) {
        const int n = happen(minute);
        check_account(n);
        if (!who(n).asked.empty() && who(n).asked.back().at == at(minute)) becomes_urgent(n, at(minute));
      }
      ask(agent(slot % sizes_.agents), at(minute));
    }
    finish(at(17 * 60 + 29));
    hours += sizes_.agents;
    if (sizes_.order == Order::ranked) look_at_list();
    check_promises();
    must(host_.cases_without_step(today_) == 0, "the board shows cases without a next step");
    buy_unasked();
    for (const int n : touched_) check_account(n);
    evening();
  }

  void ask(const std::string& agent, Moment now) {
    if (std::ranges::any_of(talks_, [&](const Talk& one) { return one.agent == agent; })) return;
    Chance crash(sizes_.seed + 99, {now.utc_seconds});
    if (crash.comes(0.02)) {  // killed with a call in hand that nobody was shown
      ++killed;
      host_.die(
          [&](rendabel_engine* engine) {
            const Answer unseen(
                sizes_.order == Order::ranked
                    ? rendabel_calls_next(engine, to_text(now).c_str(), agent.c_str(), nullptr, 0)
                    : rendabel_calls_plan(engine, to_text(today_).c_str(), nullptr, 0));
          },
          -1);
    }
    const auto call = next_call(agent, now);
    if (!call) return;
    ++leases;
    check_lease(*call, agent, now);
    returned += dropped_.erase(call->account) > 0;
    int minutes = 1 + crash.below(15);
    if (crash.comes(0.04)) {  // goes away with the call in hand; back before its lease ended, or too late
      host_.close();
      host_.open();
      if (crash.comes(0.5)) return dropped_.insert(call->account), void();
      const auto again = host_.next(agent, later(now, 10));
      must(again && again->call_id == call->call_id && again->lease_until == call->lease_until,
           "another lease for who asks again: " + call->account);
      minutes += 10;
    }
    talks_.push_back({*call, agent, later(now, minutes)});
  }

  void finish(Moment now) {
    for (const auto& talk : talks_)
      if (talk.ends <= now) report(talk);
    std::erase_if(talks_, [&](const Talk& one) { return one.ends <= now; });
  }

  static double true_chance(const std::string& reason) {
    if (reason == "callback") return 0.40;
    if (reason == "inquiry") return 0.30;
    if (reason == "quote") return 0.28;
    if (reason == "slipping") return 0.20;
    if (reason == "problem" || reason == "renegotiate") return 0.15;
    return reason == "dormant" ? 0.06 : 0.05;
  }
  std::string outcome_of(const ToldCall& call, const Customer& of, Chance& luck) const {
    const double draw = luck.even(), buys = luck.even(), rest = luck.even();
    if (draw < 0.03) return "skipped";
    if (draw < 0.36) return "no_answer";
    if (draw < 0.45) return "voicemail";
    if (draw < 0.54) return "busy";
    if (draw < 0.55) return "wrong_number";
    const auto& lead = call.reasons.front();
    const bool question = lead.code == "inquiry" || lead.code == "problem";
    const double half = question ? 1 : lead.code == "quote" ? 14 : 1e9;
    const double waited = static_cast<double>((today_ - lead.since).count());
    if (buys < std::min(0.9, true_chance(lead.code) * of.luck * std::exp2(-waited / half))) return "order";
    return rest < 0.15 ? "callback" : rest < 0.30 ? "not_interested" : rest < 0.34 ? "objection" : "spoke";
  }

  void report(const Talk& talk) {
    const int n = index_of(talk.call.account);
    auto& of = who(n);
    Chance luck(sizes_.seed, {n, today_.time_since_epoch().count(), static_cast<std::int64_t>(of.reported)});
    auto outcome = outcome_of(talk.call, of, luck);
    const auto& lead = talk.call.reasons.front();
    const Moment back =
        moment_at(add_working_days(today_, 1 + luck.below(5)), 9 * 60 + 30 + luck.below(360), "NL");
    std::int64_t cents = order_of(of, luck);
    std::string more;
    if (outcome == "skipped") more = R"(,"skip_reason":"wrong_time")";
    if (outcome == "callback") more = R"(,"callback_at":")" + to_text(back) + "\"";
    if (outcome == "order") {
      if (lead.code == "quote") {
        auto& quote = of.quotes.at(std::stoul(lead.source.substr(1)));
        quote.won = true;
        cents = quote.cents;
      }
      more = R"(,"amount":)" + money(cents);
    }
    auto document = told(talk.call, talk.agent, talk.ends, outcome, more);
    if (luck.comes(0.02)) {  // killed at any point of the report
      ++killed;
      host_.die(
          [&](rendabel_engine* engine) {
            const Answer lost(
                rendabel_call_report(engine, document.data(), DeskHost::size(document), nullptr, 0));
          },
          luck.below(4000));
    }
    auto answer = host_.report(document);
    if (answer.status == RENDABEL_BAD_INPUT && outcome == "callback") {  // a holiday: he promises nothing
      outcome = "spoke";
      document = told(talk.call, talk.agent, talk.ends, outcome, "");
      answer = host_.report(document);
    }
    // Who comes back too late may find the call with another agent.
    if (answer.status == RENDABEL_STATE && *talk.call.lease_until < talk.ends) return;
    must(answer.status == RENDABEL_OK,
         "an outcome was refused: " + of.id + " " + answer.message + answer.body);
    if (answer.status != RENDABEL_OK) return;
    if (luck.comes(0.06)) must(host_.report(document).body == answer.body, "another answer to one id");
    note(n, talk, outcome, cents, back, host_.parsed(answer));
    check_account(n);
  }

  /// What the world keeps of an outcome that was acknowledged.
  void note(int n, const Talk& talk, const std::string& outcome, std::int64_t cents, Moment back,
            element answer) {
    auto& of = who(n);
    held_.erase(n);
    ++of.reported;
    must(!answer["late"].get_bool(), "a report in time counted as late: " + of.id + " " + outcome);
    const bool tried = outcome != "skipped" && outcome != "busy" && outcome != "wrong_number";
    attempts += outcome != "skipped";
    if (tried && talk.call.purpose == "marketing") of.marketing_calls.push_back(today_), ++marketing;
    if (outcome == "objection") of.objected_on = today_, ++objections;
    auto& sums = by_reason[talk.call.reasons.front().code];
    ++sums.calls;
    if (outcome == "order") {
      const auto margin = std::llround(static_cast<double>(cents) * of.ratio);
      ++successes, ++sums.orders;
      margin_cents += margin, sums.margin_cents += margin;
      of.orders.push_back({today_, cents});
      touched_.insert(n);
    }
    if (outcome == "callback" && text_of(answer["next_step"], "kind") == "callback") {
      std::erase_if(promises_, [&](const Promise& one) { return one.who == n; });
      promises_.push_back({n, talk.agent, back, today_});
      ++callbacks;
    }
  }

  std::vector<Talk> talks_;
  std::set<std::string> dropped_;  ///< accounts of the day whose agent went away with the call
};

}  // namespace rendabel::test
