#include "plugin/rules/book_sums.hpp"

namespace rendabel::rules {
namespace {

using Line = std::pair<std::optional<Cents> BookStatement::*, std::optional<Cents> WindowResult::*>;
constexpr std::array<Line, 8> lines{{{&BookStatement::list_revenue, &WindowResult::list_revenue},
                                     {&BookStatement::discount, &WindowResult::discount},
                                     {&BookStatement::credit_notes, &WindowResult::credit_notes},
                                     {&BookStatement::net_revenue, &WindowResult::net_revenue},
                                     {&BookStatement::cost_of_goods, &WindowResult::cost_of_goods},
                                     {&BookStatement::gross_margin, &WindowResult::gross_margin},
                                     {&BookStatement::contributions, &WindowResult::contributions},
                                     {&BookStatement::net_result, &WindowResult::net_result}}};

}  // namespace

std::vector<CostLine> CostLineSums::sums() const {
  std::vector<CostLine> sums;
  for (const auto& [code, line] : lines_.in_order()) {
    const auto quantity = line.quantity.value();
    sums.push_back({code, quantity ? std::optional(Micro{*quantity}) : std::nullopt, line.amount.value()});
  }
  return sums;
}

void StatementSum::add(const BookStatement& one) {
  asked_ = true;
  for (std::size_t i = 0; i < lines.size(); ++i) sums_[i].add(one.*lines[i].first);
  freight_charged_ += one.freight_charged;
  cost_lines_.add(one.cost_lines);
  if (one.net_result && one.net_revenue) {
    judged_result_ += *one.net_result;
    judged_revenue_ += *one.net_revenue;
  }
}

WindowResult StatementSum::sum(Window span) const {
  WindowResult whole;
  whole.window = span;
  for (std::size_t i = 0; i < lines.size(); ++i) whole.*lines[i].second = sums_[i].value(asked_);
  // Like an account's own: without somebody's list price there is no list revenue to take a discount from.
  whole.list_revenue = sums_[0].complete();
  whole.discount = sums_[1].complete();
  whole.freight_charged = to_cents(freight_charged_);
  whole.cost_lines = cost_lines_.sums();
  if (judged_revenue_ > 0)
    whole.net_margin_bp = basis_points(to_cents(judged_result_), to_cents(judged_revenue_));
  return whole;
}

std::vector<WaterfallStep> waterfall(const WindowResult& sum) {
  if (!sum.net_result) return {};
  std::vector<WaterfallStep> steps;
  const auto total = [&](const char* code, const std::optional<Cents>& amount) {
    steps.push_back({code, amount.value_or(0), true});
  };
  const auto change = [&](const std::string& code, Cents amount) { steps.push_back({code, amount, false}); };
  if (sum.list_revenue && sum.discount) {
    total("list_revenue", sum.list_revenue);
    change("discount", -*sum.discount);
    change("credit_notes", -sum.credit_notes.value_or(0));
  }
  total("net_revenue", sum.net_revenue);
  change("cost_of_goods", -sum.cost_of_goods.value_or(0));
  total("gross_margin", sum.gross_margin);
  for (const CostLine& line : sum.cost_lines)
    if (line.amount) change(line.code, -*line.amount);
  change("contributions", sum.contributions.value_or(0));
  total("net_result", sum.net_result);
  return steps;
}

}  // namespace rendabel::rules
