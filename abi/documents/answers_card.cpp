#include "abi/documents/answers.hpp"
#include "plugin/base/card.hpp"

namespace rendabel::abi::answers {

namespace {

Shape account() {
  return object("Who is called", {{"id", text("The host's id")},
                                  {"name", text_or_null("Name")},
                                  {"owner", text_or_null("Whose account it is")},
                                  {"segment", text_or_null("The host's segment")},
                                  {"country", text_or_null("ISO 3166 alpha-2")},
                                  {"person_kind", code("What the law looks at", Names<PersonKind>::values)},
                                  {"layer", code_or_null("Layer of the pyramid", Names<Layer>::values)}});
}

Shape contact() {
  return object("Whom to ask for", {{"id", text_or_null("The account's id: its own number")},
                                    {"name", text_or_null("Name")},
                                    {"role", text_or_null("Role")},
                                    {"language", text_or_null("Language")}});
}

/// null where there was none.
Shape last_contact() {
  return "{\"anyOf\":[" +
         object("The last time somebody was spoken to or tried",
                {{"date", date("When")},
                 {"kind", text_or_null("Kind of the activity; call for an outcome")},
                 {"outcome", code_or_null("What came of a call", Names<OutcomeCode>::values)},
                 {"contact_id", text_or_null("Who it was")},
                 {"note", text_or_null("The agent's words")}}) +
         "," + null("None yet") + "]}";
}

Shape channel() {
  return object("One way to reach the contact that the law allows now",
                {{"kind", text("phone, mobile, email, whatsapp, linkedin, …")},
                 {"link", text("Opens it: tel:, mailto:, https://…")},
                 {"preferred", yes_no("The contact's own choice")},
                 {"permission", permission()},
                 {"text?", text("A short message to send by it")}});
}

Shape need() {
  return object("One", {{"code", text("upgrade, add_on, custom, budget, profile")},
                        {"due_on", date("When to come back to it")},
                        {"note", text_or_null("The agent's words")}});
}

Shape chance_reason() {
  return object(
      "One, the largest first",
      {{"feature", code("What it is about", Names<LearningFeature>::values)},
       {"name", text_or_null("Of the attribute")},
       {"code", text_or_null("Which: a reason, a part of the day, a range of days, the attribute's value")},
       {"odds", number("What the odds are multiplied by: above 1 raises the chance")},
       {"text?", text("In words")}});
}

std::vector<Member> card_members() {
  auto members = call_members();
  const std::initializer_list<Member> more{
      {"direction", code("Who called whom", Names<CallDirection>::values)},
      {"lease_until", moment("The call is the agent's until then; null: the law denies it at this moment")},
      {"account", account()},
      {"contact", contact()},
      {"verdict", code_or_null("Our advice; null: none, or amounts are hidden", Names<Verdict>::values)},
      {"verdict_reasons", array("Codes", text("One"))},
      {"chance_reasons",
       array("What was learnt that moves p_success most; none while nothing was learnt", chance_reason())},
      {"history", array("At most three lines", text("One"))},
      {"last_contact", last_contact()},
      {"remedies", advised_remedies()},
      {"cross_sell", cross_sell()},
      {"needs", array("Noted before and not met yet", need())},
      {"ask", array("Codes of labels_get's group ask", text("One"))},
      {"sales", yes_no("More than the subject of the call may be raised")},
      {"solve_first", yes_no("A problem or complaint is open: that first")},
      {"channels", array("The preferred one first", channel())},
      {"agent_profile_url", text_or_null("For the customer who wants to know whom he deals with")},
      {"text?", text("The card in a few lines")}};
  members.insert(members.end(), more);
  return members;
}

Shape maybe_card() { return "{\"anyOf\":[" + card() + "," + null("Nothing to call") + "]}"; }

Shape step() {
  return object("What happens next", {{"kind", code("What", Names<StepKind>::values)},
                                      {"on", date("Day")},
                                      {"at", moment("Time, where it has one")},
                                      {"why", text("Code of labels_get's group step_why")},
                                      {"text?", text("In words")}});
}

Shape case_state() {
  return object(
      "One case of the account",
      {{"reason", code("Which", Names<Reason>::values)},
       {"source_id", text_or_null("Its record")},
       {"state", code("How it stands now", Names<CaseState>::values)},
       {"step", code("What happens next with it", Names<StepKind>::values)},
       {"why", text("Code")},
       {"on", date("Day")},
       {"at", moment("Time")},
       {"attempts", integer("Tries so far that reached nobody")},
       {"raised", yes_no("The call was about it; false: it ended with this outcome all the same")}});
}

}  // namespace

Shape card() { return object_of("A call with all that an agent needs", card_members()); }

Shape next_call() {
  return object("Answer of calls_next",
                {{"call", maybe_card()}, {"next_due", moment("Without a call: when to ask again")}});
}

Shape opened_call() {
  return object("Answer of call_open",
                {{"call", maybe_card()},
                 {"choices", array("Several accounts have the number: open one of them by its id",
                                   object("One", {{"account_id", text("The host's id")},
                                                  {"name", text_or_null("Its name")},
                                                  {"contact_id", text_or_null("Whose number it is")},
                                                  {"contact_name", text_or_null("His name")}}))}});
}

Shape reported() {
  return object("Answer of call_report",
                {{"id", text("The outcome's")},
                 {"account_id", text("The host's id")},
                 {"late", yes_no("Its cases had ended or it was reported before: counted as a contact only")},
                 {"next_step", step()},
                 {"case_states", array("The cases it changed", case_state())}});
}

}  // namespace rendabel::abi::answers
