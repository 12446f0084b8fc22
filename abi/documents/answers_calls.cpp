#include "abi/documents/answers.hpp"
#include "plugin/base/calls.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::abi::answers {

namespace {

Shape reason() {
  return object("One reason, the strongest first",
                {{"code", code("Which", Names<Reason>::values)},
                 {"source_id", text_or_null("The quote or inquiry behind it")},
                 {"why?", text("The sentence")},
                 {"since", date("Day it began")},
                 {"value_at_stake", number("Money")},
                 {"p_success", number("Chance of success, 0 to 1")},
                 {"margin", number("Margin at stake")},
                 {"margin_from", text_or_null("Where the margin comes from")},
                 {"decay", number("Part of the margin that is left on the day, 0 to 1")},
                 {"cost", number("What the call costs; value = p_success × margin × decay − cost")}});
}

Shape place() {
  return object("Why this place on the list",
                {{"code", code("What gave it", Names<Place>::values)},
                 {"reserved_for", code_or_null("The reason of the reserved share", Names<Reason>::values)},
                 {"text?", text("The sentence, with what the value is made of")}});
}

}  // namespace

Shape permission() {
  return object("May we call (law.md)", {{"allowed", code("The decision", Names<Allowed>::values)},
                                         {"rule", text_or_null("Id of the rule that decided")},
                                         {"text?", text("The rule in words")}});
}

Shape explained_permission() {
  return object("May we reach this person then, and why",
                {{"account_id", text("The host's id")},
                 {"contact_id", text("Whom it is about; the account's id for its own number")},
                 {"at", moment("When")},
                 {"purpose", code("As asked", Names<Purpose>::values)},
                 {"judged_as", code("What the law looked at: marketing where nobody asked for it",
                                    Names<Purpose>::values)},
                 {"reason", code_or_null("The request that was asked for", Names<Reason>::values)},
                 {"source_id", text_or_null("The record behind it")},
                 {"channel", code("How", Names<LawChannel>::values)},
                 {"allowed", code("The decision", Names<Allowed>::values)},
                 {"rule", text_or_null("Id of the rule that decided")},
                 {"text?", text("The rule in words")},
                 {"country", text("Whose law it is")},
                 {"person_kind", code("unknown counts as natural", Names<PersonKind>::values)},
                 {"relation", code("The bond with us as the law sees it", Names<Relation>::values)},
                 {"address", text_or_null("Number or handle as the host gave it")},
                 {"phone_e164", text_or_null("Of a telephone: digits with country prefix")},
                 {"next_allowed", moment("The earliest moment from `at` on, within 92 days")}});
}

std::vector<Member> call_members() {
  return {{"call_id", text("Ours")},
          {"account_id", text("The host's id")},
          {"contact_id", text_or_null("Whom to ask for")},
          {"rank", integer("Place on the list, from 1")},
          {"lane", code("now or today", Names<Lane>::values)},
          {"state", code("How it stands", Names<CallState>::values)},
          {"withdrawn_why", text_or_null("Code")},
          {"reasons", array("Why to call", reason())},
          {"purpose", code("What the law looks at", Names<Purpose>::values)},
          {"due_from", date("First day")},
          {"due_to", date("Last day")},
          {"agent", text_or_null("Whose call it is")},
          {"phone", text_or_null("As the host has it")},
          {"phone_e164", text_or_null("Digits with country prefix")},
          {"value_at_stake", number("Money; what ranks")},
          {"p_success", number("Chance of success, 0 to 1")},
          {"attempt", integer("Which try, from 1")},
          {"not_before", moment("Agreed time of a callback")},
          {"deadline", moment("Of the now-lane: an hour of office time after it came in")},
          {"reserved_until", moment("Until then only its agent may take it")},
          {"part", text_or_null("morning or afternoon: likelier to be answered")},
          {"language", text_or_null("Of the contact")},
          {"pinned", yes_no("By the team leader")},
          {"place", place()},
          {"permission", permission()}};
}

Shape call_list() {
  return object(
      "The day's calls",
      {{"date", date("Day")},
       {"rules_version", integer("Grows with every change of a rule")},
       {"capacity", integer("Calls the agents present can make")},
       {"calls", array("In order of rank", object_of("One call", call_members()))},
       {"left_out", object("Reasons that made no call",
                           {{"counts", map("How many, by code", integer("Reasons"))},
                            {"rows", array("The first of them",
                                           object("One", {{"account_id", text("The host's id")},
                                                          {"reason", code("Reason", Names<Reason>::values)},
                                                          {"why", text("Code")},
                                                          {"rule", text_or_null("The law's rule")},
                                                          {"text?", text("In words")}}))}})}});
}

Shape book_refresh() {
  return object("How far the refresh is",
                {{"as_of", date("Day of the book")},
                 {"done", integer("Accounts done: half when gathered, whole when judged")},
                 {"total", integer("Accounts in all")},
                 {"phase", text("gather, fit, accounts, changed, book, finished")},
                 {"finished", yes_no("Whether book_get has it")}});
}

Shape erased() {
  return object("What was erased", {{"account_id", text("The host's id")},
                                    {"contact_id", text_or_null("null: the whole account")},
                                    {"erased", yes_no("true")}});
}

Shape findings() {
  return object(
      "What is wrong with a document",
      {{"findings",
        array("The first 1,000", object("One", {{"record", integer("Line from 1")},
                                                {"field", text("Path; indexes from 0; empty: the document")},
                                                {"why", text("English sentence")}}))},
       {"total", integer("How many there are")}});
}

Shape labels() {
  return object("Every code in words",
                {{"language", text("nl or en")}, {"labels", map("By group", map("By code", text("Words")))}});
}

Shape opened() { return object("An open engine", {{"store", text("Directory of the store")}}); }

Shape recorded() {
  return object("Events recorded",
                {{"recorded", integer("How many")},
                 {"accounts", array("Accounts they touched, bytewise", text("Account id"))}});
}

Shape saved() {
  return object("Many accounts saved", {{"saved", integer("How many")},
                                        {"stale", array("Older than stored, skipped", text("Account id"))}});
}

Shape store_backup() {
  return object("A backup made", {{"path", text("File")}, {"bytes", integer("Its size")}});
}

Shape store_check() {
  return object("The store looked at",
                {{"ok", yes_no("No problems")}, {"problems", array("Problems", text("One"))}});
}

Shape schema_index() {
  return object("All schemas", {{"schemas", array("Names for schema_get", text("Name"))}});
}

}  // namespace rendabel::abi::answers
