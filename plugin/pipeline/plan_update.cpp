#include "plugin/pipeline/plan_update.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/plan_make.hpp"
#include "plugin/rules/plan.hpp"

namespace rendabel::pipeline {

namespace {

bool is_open(const Call& call) { return call.state == CallState::open || call.state == CallState::leased; }

/// Brings a plan of today up to date with what was saved since.
class Update {
 public:
  Update(store::Store& store, const Settings& settings, store::Plan& plan, const Cancel& cancel)
      : store_(store),
        plan_(plan),
        cancel_(cancel),
        maker_(store, settings, plan.date, present_agents(settings, plan.date, plan.present)),
        agents_(rules::agents_on(settings.calls, plan.date, plan.present)) {}

  void run() {
    for (auto& call : plan_.calls) {
      cancel_.check();
      if (is_open(call)) judge_again(call);
    }
    std::vector<rules::Candidate> fresh;
    for (const auto key : store::changed_accounts(store_, plan_.sequence)) {
      cancel_.check();
      const auto row = store::find_account(store_, key);
      if (row) collect(*row, fresh);
    }
    add(std::move(fresh));
    plan_.sequence = store::versions(store_).sequence;
  }

 private:
  static void withdraw(Call& call, std::string_view why) {
    call.state = CallState::withdrawn;
    call.withdrawn_why = why;
  }

  /// Reasons that still hold stay; without any the call is withdrawn for what happened to the first.
  void judge_again(Call& call) {
    const auto row = store::find_account(store_, call.account_id);
    if (!row) return withdraw(call, "erased");
    const auto today = maker_.of(*row);
    if (today.reported.contains(call.call_id)) {
      call.state = CallState::done;
      return;
    }
    // Who is on the line about nothing that is open is still on the line.
    if (call.state == CallState::leased && call.reasons.empty()) return;
    std::vector<CallReason> standing;
    std::string_view why;
    for (const auto& reason : call.reasons) {
      const auto gone = gone_why(call, reason, *row, today);
      if (gone.empty())
        standing.push_back(reason);
      else if (why.empty())
        why = gone;
    }
    if (standing.empty()) return withdraw(call, why);
    call.reasons = std::move(standing);
    bool his = false;
    for (const auto& candidate : today.candidates) {
      if (candidate.assigned) call.agent = candidate.agent;
      his = his || candidate.agent == call.agent;
      call.pinned = candidate.pinned;
    }
    if (!his) call.agent.clear();  // was assigned and is no longer
  }

  std::string_view gone_why(Call& call, const CallReason& reason, const store::AccountRow& row,
                            const AccountToday& today) {
    const auto found = std::ranges::find_if(today.candidates, [&](const rules::Candidate& each) {
      return each.reason.code == reason.code && each.reason.source_id == reason.source_id;
    });
    if (found == today.candidates.end()) return maker_.gone_why(row, reason);
    // The rest after speaking begins while the customer who called us speaks.
    if (found->left_out == "resting" && call.state == CallState::leased) return {};
    if (found->left_out == "not_due") return "reached";
    // What settings say counts from the next plan.
    constexpr std::array<std::string_view, 3> of_settings{"not_worth", "pilot", "held_out"};
    if (std::ranges::find(of_settings, found->left_out) != of_settings.end()) return {};
    if (!found->left_out.empty()) return found->left_out;
    if (std::ranges::find(found->may_reach, call.contact_id) == found->may_reach.end()) return "denied";
    return {};
  }

  /// Candidates of a changed account that are new to the plan; its rows of left_out are told anew.
  void collect(const store::AccountRow& row, std::vector<rules::Candidate>& fresh) {
    const bool cut_off = plan_.left_out.size() == left_out_kept_max;
    std::set<std::pair<Reason, std::string>> waiting;
    if (!cut_off)
      std::erase_if(plan_.left_out, [&](const LeftOut& out) {
        if (out.account_id != row.account_id) return false;
        waiting.emplace(out.reason, out.why);
        if (--plan_.left_out_counts[out.why] == 0) plan_.left_out_counts.erase(out.why);
        return true;
      });
    for (auto& candidate : maker_.of(row).candidates) {
      if (!candidate.left_out.empty()) {
        if (!cut_off) fresh.push_back(std::move(candidate));
        continue;
      }
      if (joined(candidate)) continue;
      // Who found no place this morning is not new; the today lane is fixed.
      if (!candidate.pinned && waiting.contains({candidate.reason.code, "capacity"}))
        candidate.left_out = "capacity";
      fresh.push_back(std::move(candidate));
    }
  }

  /// True when the reason is on the list, or rides along with a call of its account from now on.
  bool joined(rules::Candidate& candidate) {
    for (auto& call : plan_.calls) {
      if (call.account_id != candidate.account_id) continue;
      const bool there = std::ranges::any_of(call.reasons, [&](const CallReason& each) {
        return each.code == candidate.reason.code && each.source_id == candidate.reason.source_id;
      });
      // A callback that was agreed in a callback is another one.
      const bool agreed_anew = candidate.reason.code == Reason::callback && call.state == CallState::done &&
                               candidate.not_before != call.not_before;
      if (there && !agreed_anew && call.state != CallState::withdrawn) return true;
      if (candidate.lane == Lane::now && (call.lane != Lane::now || call.state == CallState::done)) continue;
      if (call.state == CallState::done) candidate.left_out = "called_today";
      if (!is_open(call)) continue;
      const bool same_person =
          std::ranges::find(candidate.may_reach, call.contact_id) != candidate.may_reach.end();
      if (!same_person) {
        candidate.left_out = "other_contact";
        return false;
      }
      call.reasons.push_back(std::move(candidate.reason));
      return true;
    }
    return false;
  }

  void add(std::vector<rules::Candidate> fresh) {
    auto taken = taken_by(plan_.calls);
    rules::PlanTerms terms;
    terms.day = plan_.date;
    terms.capacity = std::max<std::int64_t>(plan_.capacity - taken.today_places, 0);
    terms.taken_numbers = std::move(taken.numbers);
    terms.seated = std::move(taken.languages);
    terms.agents = agents_;
    terms.during_day = true;
    auto made = rules::plan_of(std::move(fresh), terms);
    for (auto& call : made.calls) {
      call.rank = ++taken.last_rank;
      plan_.calls.push_back(std::move(call));
    }
    name_calls(plan_.calls, plan_.date);
    keep_left_out(plan_, std::move(made.left_out));
  }

  store::Store& store_;
  store::Plan& plan_;
  const Cancel& cancel_;
  CandidateMaker maker_;
  std::vector<rules::AgentToday> agents_;
};

}  // namespace

void update_plan(store::Store& store, const Settings& settings, store::Plan& plan, const Cancel& cancel) {
  Update(store, settings, plan, cancel).run();
}

}  // namespace rendabel::pipeline
