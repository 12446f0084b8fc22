#include "abi/documents/answers.hpp"
#include "plugin/base/assessment.hpp"
#include "plugin/base/calls.hpp"

namespace rendabel::abi::answers {

Shape cost_lines(std::string_view meaning) {
  return array(meaning, object("One line", {{"code", text("Line or the host's own driver")},
                                            {"quantity", number("Units of its first driver")},
                                            {"amount", number("Money; null: not assessable")}}));
}

Shape window_result(std::string_view meaning) {
  return object(
      meaning,
      {{"list_revenue", number("Orders at list price")},
       {"discount", number("Discount on them")},
       {"credit_notes", number("Credit notes dated in the window")},
       {"net_revenue", number("List revenue − discount − credit notes")},
       {"cost_of_goods", number("Known + assumed − given back")},
       {"gross_margin", number("Net revenue − cost of goods")},
       {"cost_lines", cost_lines("What the customer costs beyond the goods")},
       {"contributions", number("What the customer paid for handling")},
       {"freight_charged", number("Freight the customer was charged; part of the shipping line")},
       {"net_result", number("Gross margin − cost lines + contributions")},
       {"net_margin_bp", integer("Net result / net revenue, basis points; null when net revenue ≤ 0")}});
}

namespace {

Shape rhythm() {
  return object("Order days (domain 5)",
                {{"state", code("Where the account stands", Names<RhythmState>::values)},
                 {"order_days", integer("Days with a positive net")},
                 {"median_gap_days", number("Median of the last gaps, in half days")},
                 {"silent_days", integer("Days since the last order day")},
                 {"p_active", number("Chance that the account still buys, 0 to 1; null without a model")},
                 {"expected_orders", number("Order days in the next 365 days; null without a model")},
                 {"expected_margin", number("Gross margin of them; null without a model of margins")}});
}

}  // namespace

Shape cross_sell() {
  return array("What comparable customers buy, the likeliest first (domain 8)",
               object("One product group that the account does not buy",
                      {{"group", text("The group proposed")},
                       {"from", text("The account's own group that speaks for it")},
                       {"buyers", integer("Customers that buy `from`")},
                       {"also", integer("Of them those that buy `group` too")},
                       {"score_bp", integer("Chance of it, shrunk to everybody's, basis points")},
                       {"text?", text("The sentence")}}));
}

namespace {

Shape flags() {
  return array("What stands out",
               object("One flag", {{"code", code("Which", Names<FlagCode>::values)},
                                   {"amount", number("Money a year; null: it informs")},
                                   {"evidence", map("The numbers behind it", any_scalar("By name"))},
                                   {"text?", text("The sentence")}}));
}

}  // namespace

Shape advised_remedies() {
  return array(
      "What to do, in the source's order (domain 4)",
      object("One remedy",
             {{"code", code("Which", Names<RemedyCode>::values)},
              {"from", number("As it is: discount in bp, orders, days, money, visits, by code")},
              {"to", number("As it would be")},
              {"effect", number("Money a year, on top of the plan before it")},
              {"result_after", number("The net result with it")},
              {"break_even",
               number("Where the target is just met, all else as in the plan: discount in bp, mean "
                      "order value, days late, freight, fee, orders, invoices, visits")},
              {"statutory_rate?", number("enforce_terms: the yearly rate that the law lets you claim")},
              {"claimable?", number("enforce_terms: that interest on the window's late days; in no result")},
              {"in_plan", yes_no("Part of the least that reaches the target; false: further")},
              {"status", text_or_null("What you last reported: offered, accepted, refused")},
              {"text?", text("The sentence")}}));
}

namespace {

Shape agreed() {
  return array("Remedies that the customer accepted",
               object("One remedy", {{"code", code("Which", Names<RemedyCode>::values)},
                                     {"accepted_on", date("When")},
                                     {"days", integer("Since then; stands still at 365")},
                                     {"predicted", number("Effect a year as foretold then")},
                                     {"predicted_so_far", number("In proportion to the days")},
                                     {"realised", number("What it brought; null: cannot be told")},
                                     {"text?", text("The sentence")}}));
}

Shape what_if() {
  return object("account_preview with what_if: the window as it would have been",
                {{"before", number("The net result as it is")},
                 {"after", number("The net result as it would have been")},
                 {"difference", number("after − before")},
                 {"result", window_result("The statement as it would have been")},
                 {"changes", array("What was asked, in the option's order",
                                   object("One change",
                                          {{"name", text("The option's key")},
                                           {"from", any_scalar("As it is; null: unknown")},
                                           {"to", any_scalar("As asked")},
                                           {"break_even", number("Where the target is just met, all else as "
                                                                 "asked; null: nowhere or anywhere")}}))},
                 {"text?", text("In a sentence")}});
}

Shape coverage() {
  return array("How much of each line is known",
               object("One line", {{"line", text("Line")},
                                   {"state", code("How far it is known", Names<CoverageState>::values)},
                                   {"known", integer("Facts known")},
                                   {"of", integer("Facts there are")},
                                   {"reason", text_or_null("Why not all, a code")},
                                   {"why?", text_or_null("Why not all, a sentence")}}));
}

}  // namespace

Shape assessment() {
  return object(
      "What we say of one account (contract 3)",
      {{"account_id", text("The host's id")},
       {"as_of", date("The day it is judged on")},
       {"book_as_of", date("Day of the last finished refresh")},
       {"rules_version", integer("Grows with every change of a rule")},
       {"sequence?", integer("accounts_get: the store's change number of the last save")},
       {"verdict", code_or_null("Our advice; null: revenue without a customer", Names<Verdict>::values)},
       {"verdict_reasons", array("repair: agreed; hold: what speaks against goodbye",
                                 text("agreed, not_tried, young, strategic, unavoidable, potential"))},
       {"flags", flags()},
       {"result", window_result("The window: 365 days up to as_of")},
       {"previous", window_result("The 365 days before")},
       {"remedies", advised_remedies()},
       {"agreed", agreed()},
       {"what_if?", what_if()},
       {"rhythm", rhythm()},
       {"potential",
        number("Gross margin to expect in the next 365 days; of a dormant account if it is won back")},
       {"potential_method", text_or_null("best_window or model")},
       {"layer", code_or_null("Layer of the pyramid", Names<Layer>::values)},
       {"visits", object("Visits a year", {{"done", number("Done in the window")},
                                           {"carried", integer("What the margin carries")},
                                           {"advised", integer("Advised next year")}})},
       {"cross_sell", cross_sell()},
       {"coverage", coverage()},
       {"calls", array("Open cases", case_facts("A reason to call", {}))},
       {"text?", text("The assessment in sentences")}});
}

Shape assessment_summary() {
  return object(
      "An assessment in short (accounts_get with fields summary)",
      {{"account_id", text("The host's id")},
       {"as_of", date("The day it is judged on")},
       {"book_as_of", date("Day of the last finished refresh")},
       {"rules_version", integer("Grows with every change of a rule")},
       {"sequence", integer("The store's change number of the last save")},
       {"verdict", code_or_null("Our advice; null: revenue without a customer", Names<Verdict>::values)},
       {"flags",
        array("What stands out", object("One flag", {{"code", code("Which", Names<FlagCode>::values)},
                                                     {"amount", number("Money a year")}}))},
       {"net_revenue", number("Of the window")},
       {"gross_margin", number("Of the window")},
       {"net_result", number("Of the window")},
       {"net_margin_bp", integer("Basis points")},
       {"layer", code_or_null("Layer of the pyramid", Names<Layer>::values)},
       {"rhythm", object("Order days", {{"state", code("Where it stands", Names<RhythmState>::values)}})},
       {"potential", number("Gross margin to expect in the next 365 days")}});
}

}  // namespace rendabel::abi::answers
