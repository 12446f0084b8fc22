#include "abi/documents/answers.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/events.hpp"
#include "plugin/base/outcome.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::abi::answers {

Shape case_facts(std::string_view meaning, std::initializer_list<Member> more) {
  const Shape facts = object(meaning, {{"code", code("Reason to call", Names<Reason>::values)},
                                       {"source_id", text_or_null("The quote or inquiry behind it")},
                                       {"purpose", code("What the law looks at", Names<Purpose>::values)},
                                       {"lane", code("now or today", Names<Lane>::values)},
                                       {"contact_id", text_or_null("The reason's own contact")},
                                       {"since", date("Day it began")},
                                       {"due_from", date("First day it is due")},
                                       {"due_to", date("Last day it is due")},
                                       {"amount", number("Money of its source")}});
  if (more.size() == 0) return facts;
  // Both shapes hold of the same object.
  const Shape rest = object("As the store keeps it", more);
  return "{\"allOf\":[" + facts + "," + rest + "]}";
}

namespace {

Member contact() { return {"contact_id", text("Contact; the account's own id: its own number and mail")}; }

Shape consent() {
  return object("One", {contact(),
                        {"purpose", text_or_null("What for")},
                        {"subject", text_or_null("Goods or services it covers")},
                        {"channel", text_or_null("voice, email, …")},
                        {"party", text_or_null("To whom")},
                        {"given_on", date("Day it was given")},
                        {"expires_on", date("Last day it holds")},
                        {"withdrawn_on", date("Day it was withdrawn")},
                        {"source", text_or_null("How it was obtained")}});
}

Shape remedy() {
  return object("One", {{"id", text("Id")},
                        {"code", text("Which")},
                        {"date", date("Day")},
                        {"status", code("Answer", Names<RemedyStatus>::values)},
                        {"predicted", number("What its acceptance was to bring a year")}});
}

Shape own_state() {
  return object(
      "What was learnt and merged",
      {{"consents", array("Consents", consent())},
       {"objections", array("Objections", object("One", {contact(), {"objected_on", date("Day")}}))},
       {"do_not_call", array("Do not call", object("One", {contact(),
                                                           {"do_not_call", yes_no("Whether it holds")},
                                                           {"date", date("Day")},
                                                           {"learnt", text("From what")}}))},
       {"checks", array("Opt-outs offered, lists checked", object("One", {contact(),
                                                                          {"opt_out_offered_on", date("Day")},
                                                                          {"dnc_checked_on", date("Day")},
                                                                          {"tps_checked_on", date("Day")}}))},
       {"remedies", array("Remedies put to the customer", remedy())}});
}

Shape cases() {
  return array("Reasons to call, open and closed",
               case_facts("One", {{"state", code("How it stands", Names<CaseState>::values)},
                                  {"closed_why", text_or_null("Code")},
                                  {"closed_on", date("Day")},
                                  {"attempts", integer("Tries")},
                                  {"next_on", date("Not called before")},
                                  {"next_at", moment("Nor before this time")},
                                  {"reserved_for", text_or_null("The agent who promised to call")},
                                  {"reserved_until", moment("From then on anybody")},
                                  {"tried_part", text_or_null("morning or afternoon without an answer")},
                                  {"last_outcome", text_or_null("Code")},
                                  {"last_at", moment("Of that outcome")},
                                  {"skips", integer("Times skipped")},
                                  {"callbacks", integer("Callbacks in a row")}}));
}

Shape planned_call() {
  return object("One", {{"date", date("Day of the list")}, {"call", object("As on the call list", {})}});
}

Shape assessment_or_null() {
  return "{\"anyOf\":[" + object("As account_get says, on the day of the last snapshot", {}) + "," +
         null("Of a person: none") + "]}";
}

Shape left_out() {
  return object("One", {{"date", date("Day of the list")},
                        {"reason", code("Which", Names<Reason>::values)},
                        {"why", text("Code")},
                        {"rule", text_or_null("Of the law")}});
}

Shape event() {
  return object("One", {{"kind", code("Which", Names<EventKind>::values)},
                        {"date", date("Day it counts from")},
                        {"record", object("Spelt as in a snapshot", {})}});
}

Shape desk() {
  return object("What was decided about the account",
                {{"pinned_until", date("Last day")},
                 {"removed_until", date("Last day")},
                 {"removed_why", text_or_null("Reason")},
                 {"assigned_to", text_or_null("Agent")},
                 {"disputed_on", date("Day")},
                 {"disputed_why", text_or_null("Reason")},
                 {"decided_on", date("Day of a goodbye")},
                 {"decided_by", text_or_null("Who")},
                 {"decided_why", text_or_null("Reason")},
                 {"reached_on", date("Day a call last reached somebody")}});
}

Shape rest() {
  return object("One", {{"reason", text_or_null("Which; null: every case of today")},
                        {"until", date("First day it may be called about again")},
                        {"why", text_or_null("Code")}});
}

Shape need() {
  return object("One", {{"id", text("Ours")},
                        {"code", code("What", Names<NeedCode>::values)},
                        {"note", text_or_null("Words")},
                        {"contact_id", text_or_null("Who told it")},
                        {"due_on", date("Day")},
                        {"noted_on", date("Day")},
                        {"closed_on", date("Day")}});
}

Shape case_after() {
  return object("One", {{"code", code("Reason to call", Names<Reason>::values)},
                        {"source_id", text_or_null("The record behind it")},
                        {"raised", yes_no("Whether the call was about it")},
                        {"state", code("How it stood", Names<CaseState>::values)},
                        {"step", code("What followed", Names<StepKind>::values)},
                        {"why", text_or_null("Code")}});
}

Shape outcome() {
  return object("One",
                {{"id", text("The host's")},
                 {"call_id", text_or_null("Of the list")},
                 {"contact_id", text_or_null("Who was called")},
                 {"agent", text_or_null("Who called")},
                 {"at", moment("When")},
                 {"outcome", code("What came of it", Names<OutcomeCode>::values)},
                 {"skip_reason", code_or_null("Why not called", Names<SkipReason>::values)},
                 {"callback_at", moment("Agreed time")},
                 {"amount", number("Money")},
                 {"channel", text_or_null("By which")},
                 {"reception", code_or_null("How it was received", Names<Reception>::values)},
                 {"reason", code_or_null("Called for", Names<Reason>::values)},
                 {"source_id", text_or_null("The record behind it")},
                 {"purpose", code("What the law looks at", Names<Purpose>::values)},
                 {"note", text_or_null("Words")},
                 {"next_step", object("What followed", {{"kind", code("What", Names<StepKind>::values)},
                                                        {"why", text_or_null("Code")},
                                                        {"date", date("Day")},
                                                        {"at", moment("Time")}})},
                 {"cases", array("How each case stood afterwards", case_after())}});
}

}  // namespace

Shape account_export(const Shape& snapshot) {
  return object("All that is kept of one account, or of one person of it",
                {{"account_id", text("The host's id")},
                 {"contact_id", text_or_null("Of the person; null: the whole account")},
                 {"snapshot", snapshot},
                 {"assessment", assessment_or_null()},
                 {"events", array("Facts told that no snapshot brought yet", event())},
                 {"own_state", own_state()},
                 {"desk", desk()},
                 {"rests", array("Reasons at rest", rest())},
                 {"needs", array("Needs told in calls", need())},
                 {"cases", cases()},
                 {"calls", array("Calls planned", planned_call())},
                 {"left_out", array("Days on which no call was planned, and why", left_out())},
                 {"outcomes", array("What came of calls", outcome())},
                 {"wrong_numbers", array("Numbers that are somebody else's", text("Digits"))}});
}

}  // namespace rendabel::abi::answers
