#include "plugin/pipeline/desk_report.hpp"

#include <algorithm>
#include <utility>

#include "plugin/base/findings.hpp"
#include "plugin/pipeline/desk.hpp"
#include "plugin/pipeline/follow_store.hpp"
#include "plugin/pipeline/outcome_checks.hpp"

namespace rendabel::pipeline {

void Report::run() {
  find();
  const DeskAccount account(store_, settings_, maker_, row_, time_);
  check_callback(account);
  open_log(account);
  before_ = store::own_state(store_, row_.account);
  const auto cases_before = store::cases(store_, row_.account);
  cases_ = cases_before;
  add_unstored(account);
  learn_from(account);
  step();
  store::put_cases(store_, row_.account, cases_before, cases_);
  for (const auto& rest : rules::rests_of(raised_reasons(), facts_, settings_.calls))
    store::put_rest(store_, row_.account, rest);
  keep_needs();
  keep_contact();
  keep_refusal();
  finish_call();
  store::next_sequence(store_, row_.account);
  follow_again(store_, settings_, Assessor(settings_), book_, row_, std::max(row_.as_of, time_.local.day));
  log_cases();
  store::put_outcome(store_, log_);
}

void Report::find() {
  if (!told_.call_id.empty()) {
    call_ = store::find_call(store_, told_.call_id);
    if (!call_) throw Failure(Status::not_found, "no such call");
  }
  const auto& account_id = planned() ? call_->second.account_id : told_.account_id;
  const auto row = store::find_account(store_, account_id);
  if (!row) throw Failure(Status::not_found, "no such account");
  row_ = *row;
  lease_ = store::lease_of(store_, row_.account);
  if (lease_ && !told_.agent.empty() && lease_->agent != told_.agent) {
    // A lease that had ended by then is nobody's any more.
    if (planned() && time_.now < lease_->until)
      throw Failure(Status::state, "the call was leased again to another agent");
    lease_.reset();
  }
  if (lease_ && planned() && lease_->call_id != told_.call_id) lease_.reset();
  again_ = planned() && store::call_reported(store_, told_.call_id);
}

void Report::check_callback(const DeskAccount& account) {
  if (told_.outcome != OutcomeCode::callback) return;
  const auto* whom = account.person(contact_id());
  if (whom == nullptr) return;
  auto query = rules::on_moment(whom->law, *told_.callback_at);
  query.purpose = Purpose::asked;
  query.asked_on = time_.local.day;
  query.asked_until = local_day(*told_.callback_at, settings_.country);
  query.agreed_time = true;
  if (rules::permission_of(query).allowed != Allowed::not_now) return;
  std::string why = "lies outside the hours in which the law allows calls";
  if (const auto next = rules::next_allowed(query, *told_.callback_at, 14))
    why += "; the next allowed time is " + to_text(*next);
  Findings findings;
  findings.add(1, "callback_at", std::move(why));
  throw BadInput(std::move(findings));
}

std::string Report::contact_id() const {
  if (!told_.contact_id.empty()) return told_.contact_id;
  if (planned()) return call_->second.contact_id;
  return {};
}

void Report::open_log(const DeskAccount& account) {
  log_.told = told_;
  log_.told.account_id = row_.account_id;
  log_.told.contact_id = contact_id();
  if (log_.told.agent.empty() && lease_) log_.told.agent = lease_->agent;
  if (log_.told.channel.empty()) log_.told.channel = "voice";
  log_.account = row_.account;
  log_.date = time_.local.day;
  log_.minute = time_.local.minute;
  log_.in_hour = in_hour(settings_.calls, time_.local);
  if (lease_) log_.leased_at = lease_->since;
  if (planned()) {
    log_.purpose = call_->second.purpose;
    log_.lane = call_->second.lane;
    raised_ = call_->second.reasons;
  } else {
    const auto open = account.open_call(CallDirection::in, contact_id());
    log_.purpose = open.purpose;
    log_.lane = Lane::now;
    raised_ = open.reasons;
  }
  if (!raised_.empty()) log_.reason = raised_.front().code, log_.source_id = raised_.front().source_id;
  facts_.outcome = told_.outcome;
  facts_.at = time_.now;
  facts_.day = time_.local.day;
  facts_.part = time_.part();
  facts_.agent = log_.told.agent;
  facts_.skip_reason = told_.skip_reason;
  facts_.callback_at = told_.callback_at;
  if (told_.callback_at) facts_.callback_day = local_day(*told_.callback_at, settings_.country);
  facts_.busies_today = store::busies_on(store_, row_.account, time_.local.day);
}

void Report::finish_call() {
  if (lease_) store::give_back(store_, row_.account);
  if (!planned() || again_) return;
  const auto& [date, call] = *call_;
  const bool back_today = log_.step == StepKind::call_again && log_.step_on == time_.local.day;
  if (told_.outcome == OutcomeCode::skipped && log_.step == StepKind::team_leader)
    store::put_call_state(store_, date, call.call_id, CallState::withdrawn, "parked");
  else if (back_today && date == time_.local.day)
    store::put_off_call(store_, date, call.call_id, log_.step_at);
  else
    store::put_call_state(store_, date, call.call_id, CallState::done, {});
}

void Report::log_cases() {
  for (const auto& one : store::cases(store_, row_.account)) {
    const auto known = std::ranges::find_if(steps_, [&](const store::LoggedCase& each) {
      return same_case(one, each.after.reason, each.after.source_id);
    });
    if (known != steps_.end()) {
      known->after.state = one.state;
      continue;
    }
    const auto was = std::ranges::find_if(cases_, [&](const StoredCase& each) {
      return same_case(each, one.facts.reason, one.facts.source_id);
    });
    if (was == cases_.end() || was->state == one.state) continue;
    steps_.push_back({{one.facts.reason, one.facts.source_id, one.state, StepKind::closed, one.closed_why,
                       std::nullopt, std::nullopt, one.attempts},
                      false});
  }
  log_.cases = steps_;
}

store::LoggedOutcome call_report(store::Store& store, const Settings& settings, const BookContext& book,
                                 const Outcome& outcome, const Cancel& cancel) {
  check_outcome(outcome, settings);
  const DeskTime time{*outcome.at, settings};
  store::Change change(store);
  if (auto known = store::find_outcome(store, outcome.id)) return std::move(*known);
  cancel.check();
  Report(store, settings, book, outcome, time).run();
  change.keeps_own_state();
  change.commit();
  auto answer = store::find_outcome(store, outcome.id);
  if (!answer) throw Failure(Status::internal, "the outcome went away while it was taken");
  return std::move(*answer);
}

}  // namespace rendabel::pipeline
