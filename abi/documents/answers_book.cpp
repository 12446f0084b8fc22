#include "abi/documents/answers.hpp"
#include "plugin/base/book.hpp"

namespace rendabel::abi::answers {

namespace {

Shape pyramid() {
  return array("Layers, top first", object("One layer", {{"layer", code("Which", Names<Layer>::values)},
                                                         {"accounts", integer("How many")},
                                                         {"revenue", number("Net revenue")},
                                                         {"revenue_share_bp", integer("Of the book's")},
                                                         {"net_result", number("Of the assessable ones")},
                                                         {"net_margin_bp", integer("Of the assessable ones")},
                                                         {"assessable", integer("How many")},
                                                         {"cost_lines", cost_lines("Σ of the layer")}}));
}

Shape tail() {
  return object("Customers after 80 % of revenue; the column says they lose 15 %",
                {{"customers", integer("How many")},
                 {"revenue", number("Net revenue")},
                 {"revenue_share_bp", integer("Of the customers'")},
                 {"net_result", number("Of the assessable ones")},
                 {"net_margin_bp", integer("Of the assessable ones")},
                 {"assessable", integer("How many")},
                 {"claim", object("What [M1] says of them, never assumed",
                                  {{"revenue_share_bp", integer("20 % of the revenue")},
                                   {"net_margin_bp", integer("A loss of 15 %")}})}});
}

Shape whale_point(std::string_view meaning) {
  return object(meaning, {{"accounts", integer("The best so many")},
                          {"amount", number("Their Σ net result")},
                          {"share_bp", integer("Of the whole; null where nobody earns anything")}});
}

Shape whale() {
  return object(
      "Whale curve: accounts by net result, descending",
      {{"accounts", integer("Accounts with a net result")},
       {"net_result", number("Σ of them all")},
       {"share_of", code("The whole that shares are of", std::array<std::string_view, 2>{"total", "peak"})},
       {"peak", whale_point("Before the first account that costs money")},
       {"points", array("From none to all, at most 202", whale_point("A point"))}});
}

Shape waterfall() {
  return array(
      "From list revenue to net result, of the accounts with a net result; without everybody's list "
      "price it starts at net revenue",
      object("A step", {{"code", text("Line of the statement")},
                        {"amount", number("Signed as it changes the sum")},
                        {"total", yes_no("true: the sum so far")}}));
}

Shape visit_account() {
  return object("A customer", {{"account_id", text("The host's id")},
                               {"name", text_or_null("The host's")},
                               {"owner", text_or_null("The host's")},
                               {"done", number("Visits in the window")},
                               {"carried", integer("What the margin carries")},
                               {"advised", integer("Next year")},
                               {"potential", number("Gross margin to expect in the next 365 days")},
                               {"potential_per_visit", number("Potential / visits done, 1 at least")}});
}

Shape visit_sums(std::string_view meaning, std::string_view name, const Shape& shape) {
  return object(meaning, {{name, shape},
                          {"customers", integer("With an order in the window")},
                          {"known", integer("Those of whom visits are known; sums are over them")},
                          {"done", number("Visits in the window")},
                          {"hours", number("Logged at them")},
                          {"carried", integer("What the margins carry")},
                          {"advised", integer("Visits next year")},
                          {"calls", number("The rest by phone")},
                          {"hours_freed", number("Logged hours of the visits that become calls")},
                          {"money_freed", number("Their part of the visits line, less the calls")},
                          {"best", array("Most potential per visit first", visit_account())}});
}

Shape visit_programme() {
  const Shape owners = array("By name, those with most customers",
                             visit_sums("One owner", "owner", text_or_null("null: nobody's")));
  return object("Visits in line with potential and contribution (domain 6)",
                {{"total", visit_sums("Everybody", "owners", integer("How many owners"))},
                 {"owners", owners},
                 {"owners_left_out", integer("More owners, in the total only")}});
}

Shape remedies() {
  return array("Remedies over the whole book",
               object("One remedy", {{"code", code("Which", Names<RemedyCode>::values)},
                                     {"advised", integer("Loss-making customers with it in their plan")},
                                     {"advised_effect", number("Σ a year")},
                                     {"offered", integer("Accounts it was put to, without an answer")},
                                     {"agreed", integer("Accounts that accepted")},
                                     {"refused", integer("Accounts that refused")},
                                     {"predicted", number("Of the agreed ones, Σ a year")},
                                     {"predicted_so_far", number("In proportion to the days since")},
                                     {"realised", number("Collected in those days")}}));
}

Shape trend_rows(std::string_view meaning) {
  return array(meaning, object("An account", {{"account_id", text("The host's id")},
                                              {"name", text_or_null("The host's")},
                                              {"before", number("Net result then")},
                                              {"now", number("Net result now")}}));
}

Shape trend() {
  const auto group = [](std::string_view meaning) {
    return object(meaning, {{"accounts", integer("How many")}, {"rows", trend_rows("At most 50")}});
  };
  return object("Against the last refresh of an earlier day",
                {{"since", date("That day; null: there was none")},
                 {"became_loss_making", group("Loss-making now, not then; lowest result first")},
                 {"repaired", group("Loss-making then, not now, still buying; highest result first")},
                 {"left", integer("Loss-making then, without an order in the window now")},
                 {"predicted_so_far", number("What agreed remedies should have brought by now")},
                 {"realised", number("What they brought")}});
}

Shape worst() {
  return array("Lowest net results, at most 50",
               object("A customer", {{"account_id", text("The host's id")},
                                     {"name", text_or_null("The host's")},
                                     {"layer", code_or_null("Of the pyramid", Names<Layer>::values)},
                                     {"net_revenue", number("Of the window")},
                                     {"net_result", number("Of the window")},
                                     {"verdict", code_or_null("Our advice", Names<Verdict>::values)},
                                     {"plan", array("Its remedies in order; account_get has the sentences",
                                                    code("Remedy", Names<RemedyCode>::values))},
                                     {"result_after", number("With the plan")}}));
}

Shape capacity() {
  return array("One row per pool of settings.capacity",
               object("A pool", {{"drivers", array("Of settings.capacity", text("Driver"))},
                                 {"cost", number("Paid for")},
                                 {"minutes", number("Paid for")},
                                 {"used_minutes", number("Charged to customers")},
                                 {"used_cost", number("In proportion")},
                                 {"unused_minutes", number("Below 0: more than is paid for")},
                                 {"unused_cost", number("In proportion")},
                                 {"utilisation_bp", integer("Used of paid minutes")},
                                 {"without_minutes", array("Used at a rate without minutes", text("Driver"))},
                                 {"visit_hours_logged", number("null: no visits in this pool")},
                                 {"visit_hours_paid", number("Less what other drivers took")}}));
}

Shape fit(std::string_view meaning) {
  return object(meaning,
                {{"state", code("identified, or why not", Names<FitState>::values)},
                 {"buyers", integer("Buyers it was fitted on")},
                 {"events", integer("Repeat orders; order days with a margin")},
                 {"parameters",
                  map("By name; empty unless fitted",
                      object("A parameter", {{"value", number("Weeks, or money for gamma")},
                                             {"prior", number("Median of the weak prior")},
                                             {"spread", number("Standard deviation of its logarithm")}}))},
                 {"log_likelihood", number("Without the prior")}});
}

Shape model() {
  return object("The model of who still buys, and for what margin (domain 5)",
                {{"k", integer("Regularity of the timing; null: not fitted")},
                 {"timing", fit("MBG/CNBD-k: r, alpha, a, b")},
                 {"spend", fit("Gamma-Gamma: p, q, gamma")}});
}

Shape scale() {
  return object(
      "The scale that discounts were judged by",
      {{"kind", code("Where it comes from", std::array<std::string_view, 3>{"none", "steps", "inferred"})},
       {"steps", array("Rising; empty: none, or it could not be inferred",
                       object("A step", {{"from_revenue", number("Net revenue a year")},
                                         {"percent", number("Due from there on")}}))}});
}

Shape reconciliation() {
  return object("Accounts + unassigned = the book",
                {{"accounts", number("Σ accounts")},
                 {"unassigned", number("Σ unassigned")},
                 {"book", number("The book, straight from the facts")},
                 {"difference", number("0.00")},
                 {"ledger", array("Periods of event book_total, the latest first",
                                  object("A period", {{"from", date("First day")},
                                                      {"to", date("Last day")},
                                                      {"ledger", number("Net revenue as sent")},
                                                      {"book", number("Net revenue of all accounts")},
                                                      {"difference", number("Book − ledger")}}))}});
}

Shape flags() {
  return array("Headlines", object("One flag", {{"code", code("Which", Names<FlagCode>::values)},
                                                {"accounts", integer("How many")},
                                                {"amount", number("Σ a year")}}));
}

}  // namespace

Shape book() {
  return object(
      "The book (domain 6)",
      {{"as_of", date("Day of the refresh")},
       {"rules_version", integer("Rules it was drawn up with")},
       {"currency", text("ISO 4217")},
       {"accounts",
        map("How many: all, customers, inactive, prospects, unassigned, assessable, not_assessable",
            integer("Accounts"))},
       {"result", window_result("Σ of the window")},
       {"previous", window_result("Σ of the window before")},
       {"unassigned",
        object("Revenue without a customer",
               {{"result", window_result("The window")}, {"previous", window_result("The window before")}})},
       {"waterfall", waterfall()},
       {"pyramid", pyramid()},
       {"pareto",
        object("Revenue share of the first 20 % of customers", {{"customers", integer("How many")},
                                                                {"of", integer("Of how many")},
                                                                {"revenue_share_bp", integer("Share")}})},
       {"tail", tail()},
       {"whale", whale()},
       {"flags", flags()},
       {"remedies", remedies()},
       {"worst", worst()},
       {"trend", trend()},
       {"visit_programme", visit_programme()},
       {"capacity", capacity()},
       {"model", model()},
       {"scale", scale()},
       {"coverage", array("Per line", map("Accounts per state of coverage", any_scalar("Line or number")))},
       {"reconciliation", reconciliation()}});
}

}  // namespace rendabel::abi::answers
