// The two slices of a refresh that look at every account at once: the fit and the book.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/pipeline/book_packing.hpp"
#include "plugin/pipeline/refresh_slice.hpp"
#include "plugin/rules/buying_model.hpp"
#include "plugin/rules/buying_model_summary.hpp"
#include "plugin/rules/cross_sell.hpp"
#include "plugin/rules/discount_scale.hpp"
#include "plugin/rules/pyramid.hpp"

namespace rendabel::pipeline {

std::string Slicer::id_of(store::AccountKey key) {
  const auto row = store::find_account(store_, key);
  return row ? row->account_id : std::string();
}

/// A pass of its own over the rows as they are now: an account saved since the fit is cut with the others.
LayerThresholds Slicer::layers() {
  std::vector<rules::Customer> customers;
  store::scan_results(store_, [&](const store::ResultRow& result) {
    cancel_.check();
    std::string_view account_id, owner;
    bool unassigned = false;
    Unpacker{result.detail}(account_id, owner, unassigned);  // a BookRow's first fields
    if (result.net_revenue > 0 && !unassigned) customers.push_back({result.net_revenue, result.account});
  });
  return rules::layer_thresholds(std::move(customers), [this](std::int64_t key) { return id_of(key); });
}

/// None but for a scale that the book itself shows.
std::vector<DiscountStep> Slicer::inferred_scale() {
  if (settings_.scale != DiscountScale::inferred) return {};
  std::vector<rules::DiscountPoint> points;
  rules::Gathered row;
  store::scan_gathered(store_, [&](store::AccountKey, std::string_view bytes) {
    unpack(bytes, row);
    if (row.discount_bp && row.net_revenue)
      points.push_back({std::string(row.account_id), *row.net_revenue, *row.discount_bp});
  });
  return rules::infer_scale(std::move(points));
}

void Slicer::fit(Slice& slice) {
  const store::Reading reading(store_);
  auto& context = slice.context.emplace();
  context.as_of = slice.after.as_of;
  context.inferred_scale = inferred_scale();
  cancel_.check();
  rules::BuyingBook buyers(slice.after.as_of);
  rules::CrossSellBook groups;
  rules::Gathered row;
  store::scan_gathered(store_, [&](store::AccountKey, std::string_view bytes) {
    cancel_.check();
    unpack(bytes, row);
    if (row.statistic.buyer) buyers.add(*row.statistic.buyer);
    if (!row.statistic.product_groups.empty()) groups.add(row.statistic.product_groups);
  });
  context.cross_sell = groups.of(settings_);
  context.model = buyers.fit({.cancel = cancel_});
  slice.after.phase = Phase::accounts;
}

/// Names of the accounts that stand in a row of their own.
void Slicer::name_rows(Book& book) {
  const auto name = [this](auto& row) {
    arena_.reset();
    const auto account = store::find_account(store_, row.account_id);
    if (!account) return;
    if (const auto facts = store::load_facts(store_, *account, arena_)) row.name = facts->account.name;
  };
  for (auto& row : book.worst) name(row);
  for (auto& row : book.trend.became_rows) name(row);
  for (auto& row : book.trend.repaired_rows) name(row);
  for (auto& row : book.visit_programme.best) name(row);
  for (auto& owner : book.visit_programme.owners)
    for (auto& row : owner.best) name(row);
}

void Slicer::book(Slice& slice) {
  const store::Reading reading(store_);
  const auto& run = slice.after;
  const auto thresholds = layers();
  const auto each_row = [&](const std::function<void(const rules::BookRow&)>& each) {
    store::scan_results(store_, [&](const store::ResultRow& result) {
      cancel_.check();
      unpack(result.detail, row_);
      row_.place = result.account;
      // Judged before anybody knew the cuts: a customer's layer is told here.
      if (const auto revenue = row_.result.net_revenue.value_or(0); row_.layer && revenue > 0)
        row_.layer = rules::layer_of(thresholds, revenue, true, row_.account_id);
      row_.before.reset();
      if (result.run <= run.baseline)
        row_.before = rules::BookBefore{result.net_result, result.flags};
      else if (result.before_flags)
        row_.before =
            rules::BookBefore{result.before_net_result, static_cast<std::uint32_t>(*result.before_flags)};
      each(row_);
    });
  };
  const rules::BookRows rows{each_row, [this](std::int64_t key) { return id_of(key); }};
  slice.book = rules::draw_up(rows, {run.as_of, settings_, run.ledger, thresholds, run.since});
  auto& book = *slice.book;
  if (context_->model) book.model = rules::summary_of(*context_->model, assessor_.rates().minor_per_major);
  const bool inferred = settings_.scale == DiscountScale::inferred;
  book.scale = {settings_.scale, inferred ? context_->inferred_scale : settings_.discount_scale};
  name_rows(book);
  slice.after.phase = Phase::finished;
}

}  // namespace rendabel::pipeline
