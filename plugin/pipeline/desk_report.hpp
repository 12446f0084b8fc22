// desk_report.hpp — step 8: what one outcome does to its account; for the desk_report files only.
// In: a checked outcome, a running Change.  Out: attempts, cases, rests, needs, refusals, the log.
// Never: commits; a second effect of the same id.  Method: learn first, then step, then follow the account as
// after any other event.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "plugin/pipeline/desk_account.hpp"
#include "plugin/pipeline/plan_make.hpp"
#include "plugin/rules/next_step.hpp"

namespace rendabel::pipeline {

inline bool same_case(const StoredCase& one, Reason reason, std::string_view source_id) {
  return one.facts.reason == reason && one.facts.source_id == source_id;
}

/// What one outcome does to its account, within one Change.
class Report {
 public:
  Report(store::Store& store, const Settings& settings, const BookContext& book, const Outcome& told,
         const DeskTime& time)
      : store_(store),
        settings_(settings),
        book_(book),
        told_(told),
        time_(time),
        maker_(store, settings, book, time.local.day, present_agents(settings, time.local.day, {}),
               time.now) {}

  void run();

 private:
  bool planned() const { return call_.has_value(); }
  bool inbound() const { return lease_ && lease_->inbound; }
  bool voice() const { return told_.channel.empty() || told_.channel == "voice"; }

  /// The call and account that the outcome is of, and whether they are still the agent's.
  void find();

  /// A time outside the legal hours cannot be promised; the finding names the next one that can.
  void check_callback(const DeskAccount& account);

  std::string contact_id() const;

  void open_log(const DeskAccount& account);

  /// Cases that time gives have no row before their first outcome.
  void add_unstored(const DeskAccount& account);

  /// What would have been said is scored before it is learnt from.
  void learn_from(const DeskAccount& account);

  bool is_raised(const StoredCase& one) const;

  std::vector<Reason> raised_reasons() const;

  /// The next step of every case that the call was about. A second outcome of one call is a contact only.
  void step();

  void keep_needs();

  /// Whom we reached, and what the call cost, until the host's record of it comes.
  void keep_contact();

  /// An objection is of the person; of the account as a whole where nobody is known.
  void keep_refusal();

  void finish_call();

  /// How every case of the account stands now, those that an objection closed among them.
  void log_cases();

  store::Store& store_;
  const Settings& settings_;
  const BookContext& book_;
  const Outcome& told_;
  const DeskTime& time_;
  const CandidateMaker maker_;
  std::optional<std::pair<Date, Call>> call_;
  store::AccountRow row_;
  std::optional<store::Lease> lease_;
  bool again_ = false;  // the call was reported before, under another id
  rules::StepFacts facts_;
  std::vector<CallReason> raised_;
  std::vector<StoredCase> cases_;
  store::OwnState before_;
  std::vector<store::LoggedCase> steps_;
  store::LoggedOutcome log_;
};

}  // namespace rendabel::pipeline
