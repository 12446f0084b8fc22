#include "abi/documents/answers.hpp"
#include "plugin/base/calls.hpp"
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
                        {"status", code("Answer", Names<RemedyStatus>::values)}});
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
                                  {"attempts", integer("Tries")}}));
}

Shape planned_call() {
  return object("One", {{"date", date("Day of the list")}, {"call", object("As on the call list", {})}});
}

}  // namespace

Shape account_export(const Shape& snapshot) {
  return object("All that is kept of one account", {{"account_id", text("The host's id")},
                                                    {"snapshot", snapshot},
                                                    {"own_state", own_state()},
                                                    {"cases", cases()},
                                                    {"calls", array("Calls planned", planned_call())}});
}

}  // namespace rendabel::abi::answers
