#include "abi/documents/answers.hpp"
#include "plugin/base/calls.hpp"

namespace rendabel::abi::answers {
namespace {

Shape counts(std::string_view meaning) {
  return object(meaning, {{"started", integer("Calls leased")},
                          {"attempted", integer("A number was dialled")},
                          {"reached", integer("Somebody was spoken to")},
                          {"results", integer("Order, quote or meeting")},
                          {"skipped", integer("Skipped")},
                          {"skip_reasons", map("Why", integer("Calls"))}});
}

Shape row() {
  return object("One", {{"account_id", text("The host's id")},
                        {"name", text_or_null("The host's")},
                        {"reason", code_or_null("Of the case", Names<Reason>::values)},
                        {"source_id", text_or_null("The record behind it")},
                        {"since", date("Day")},
                        {"why", text_or_null("Code, or the words of whoever said it")}});
}

Shape list() {
  return object("How the day's list stands", {{"capacity", integer("Calls that fit in the day")},
                                              {"planned", integer("Calls on the list")},
                                              {"done", integer("Made")},
                                              {"leased", integer("Being made")},
                                              {"open", integer("To be made")},
                                              {"withdrawn", integer("Taken off")},
                                              {"covered_bp", integer("Done of those not withdrawn")}});
}

Shape hour() {
  return object("One scheduled day", {{"date", date("Day")},
                                      {"planned", integer("Calls on that day's list")},
                                      {"capacity", integer("Calls that fit; 0: no list was made")},
                                      {"started_at", text_or_null("Time of the first lease within the hour")},
                                      {"counts", counts("Within the hour")},
                                      {"held", yes_no("At least half the capacity was attempted")}});
}

Shape reception() {
  return object("How calls of the period were received",
                {{"welcome", integer("Calls")},
                 {"neutral", integer("Calls")},
                 {"unwelcome", integer("Calls")},
                 {"welcome_bp", integer("Welcome of those told")},
                 {"column_bp", integer("The column's 'nine of ten see a service call'")}});
}

Shape difference(std::string_view meaning) {
  return "{\"anyOf\":[" +
         object(meaning, {{"called", number("Mean of those called")},
                          {"held_out", number("Mean of those held out")},
                          {"difference", number("Called less held out")},
                          {"low", number("Lower bound, 95 %")},
                          {"high", number("Upper bound, 95 %")}}) +
         "," + null("Too few accounts to say") + "]}";
}

Shape holdout() {
  return "{\"anyOf\":[" +
         object("What calling brought",
                {{"called_accounts", integer("Planned for a reason that is measured")},
                 {"held_out_accounts", integer("Left uncalled to measure")},
                 {"buyers", difference("Share of accounts with an order; Newcombe's interval")},
                 {"orders", difference("Orders an account; Welch's interval")},
                 {"margin", difference("Margin an account; Welch's interval")}}) +
         "," + null("Nobody is held out") + "]}";
}

Shape agents() {
  const Shape one =
      object("One agent; by id, never by score",
             {{"agent", text("Id")}, {"today", counts("Today")}, {"period", counts("The period")}});
  return "{\"anyOf\":[" + array("Figures per agent", one) + "," +
         null("Not agreed, and nobody asked for his own") + "]}";
}

}  // namespace

Shape board() {
  return object("The team leader's view of a day",
                {{"date", date("Day")},
                 {"rules_version", integer("Of the rules")},
                 {"period_from", date("First day of the period of four weeks")},
                 {"preset", text_or_null("pilot, or none")},
                 {"list", list()},
                 {"today", counts("The whole day")},
                 {"period", counts("The whole period")},
                 {"hours", array("The hour of every scheduled day of the period", hour())},
                 {"streak_days", integer("Scheduled days in a row on which the hour was held")},
                 {"overdue_callbacks", integer("Promised before today and not made")},
                 {"cases_open", integer("Open reasons to call")},
                 {"cases_without_step", integer("Called about, and nothing follows; should be 0")},
                 {"reception", reception()},
                 {"disputed", array("Verdicts in dispute", row())},
                 {"data_tasks", array("Accounts with a wrong number", row())},
                 {"skipped_thrice", array("Cases that the team leader decides", row())},
                 {"holdout", holdout()},
                 {"agents", agents()}});
}

Shape agent_export() {
  return object("What is kept of an agent",
                {{"agent", text("Id")},
                 {"outcomes", array("What he reported",
                                    object("One", {{"account_id", text("The host's id")},
                                                   {"outcome", object("As in account_export", {})}}))},
                 {"leases", array("Calls he took", object("One", {{"date", date("Day")},
                                                                  {"at", text("Time of day")},
                                                                  {"call_id", text_or_null("Of the list")},
                                                                  {"in_hour", yes_no("Within the hour")}}))},
                 {"assigned", array("Accounts assigned to him", text("The host's id"))}});
}

Shape agent_erased() {
  return object("What was erased", {{"agent", text("Id")},
                                    {"erased", yes_no("true")},
                                    {"outcomes", integer("Outcomes that bore his name")}});
}

}  // namespace rendabel::abi::answers
