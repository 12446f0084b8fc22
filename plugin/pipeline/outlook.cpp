#include "plugin/pipeline/outlook.hpp"

#include <algorithm>
#include <string>

#include "plugin/rules/account_statistic.hpp"
#include "plugin/rules/buying_model_outlook.hpp"
#include "plugin/rules/coverage.hpp"
#include "plugin/rules/cross_sell.hpp"
#include "plugin/rules/potential.hpp"
#include "plugin/rules/rhythm.hpp"

namespace rendabel::pipeline {
namespace {

namespace why = rules::why;

void row(std::vector<Coverage>& to, std::string_view line, CoverageState state, std::string_view reason) {
  to.push_back({std::string(line), state, {}, {}, reason});
}

}  // namespace

std::string_view propose(const Snapshot& snapshot, const Settings& settings, const BookContext& book,
                         Date as_of, std::vector<CrossSellAdvice>& to) {
  if (!book.as_of) return why::no_refresh;
  if (book.cross_sell.groups.empty()) return why::groups_too_few;
  const auto groups = rules::product_groups_of(snapshot, as_of);
  if (groups.empty()) return why::groups_unknown;
  to = rules::cross_sell_of(book.cross_sell, groups, settings);
  return {};
}

Outlook::Outlook(const Snapshot& snapshot, const Settings& settings, const BookContext& book,
                 const rules::AccountDrivers& drivers, Date as_of, Assessment& made)
    : orders_known_(snapshot.orders.known) {
  const std::vector<Date> days = rules::order_days(snapshot, as_of);
  made.rhythm = rules::rhythm_of(days, snapshot.account.contract_until, as_of);
  made.potential = rules::best_window(drivers, settings);
  rules::Outlook found;
  // Whose history is cut off has no known age: the rule alone judges him.
  if (drivers.truncated && book.model)
    found.why = why::age_unknown;
  else if (book.model && book.model->timing.identified())
    found = rules::outlook_of(book.model, rules::buyer_statistic_of(snapshot, days, settings, as_of),
                              made.rhythm.state, as_of);
  else
    found = rules::outlook_of(book.model, std::nullopt, made.rhythm.state, as_of);
  made.rhythm.p_active = found.p_active;
  made.rhythm.expected_orders = found.expected_orders;
  made.rhythm.expected_margin = found.expected_margin;
  model_why_ = found.why;
  potential_why_ = !found.why.empty() ? found.why : found.margin_why;
  if (found.potential) made.potential = {found.potential, "model"};
  potential_known_ = made.potential.amount.has_value();
  cross_sell_why_ = propose(snapshot, settings, book, as_of, made.cross_sell);
}

void Outlook::cover(std::vector<Coverage>& to) const {
  constexpr auto lost = CoverageState::not_assessable;
  if (!orders_known_) row(to, "rhythm", lost, why::orders_left_out);
  if (!potential_known_)
    row(to, "potential", lost, orders_known_ ? why::cost_unknown : why::orders_left_out);
  else if (potential_why_.empty())
    row(to, "potential", CoverageState::known, {});
  else
    row(to, "potential", CoverageState::assumed, potential_why_);
  const std::string_view model_why =
      !orders_known_ && model_why_ == why::no_order_days ? why::orders_left_out : model_why_;
  if (!model_why.empty())
    for (const std::string_view line : {"p_active", "expected_orders"}) row(to, line, lost, model_why);
  if (!cross_sell_why_.empty())
    row(to, "cross_sell", lost, orders_known_ ? cross_sell_why_ : why::orders_left_out);
}

}  // namespace rendabel::pipeline
