#include "plugin/rules/pyramid.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "plugin/base/exact.hpp"

namespace rendabel::rules {
namespace {

/// ceil(percent of count).
std::size_t share_of(std::size_t count, std::size_t percent) { return (count * percent + 99) / 100; }

std::optional<std::int32_t> share_bp(Int128 part, Int128 whole) {
  if (whole <= 0) return std::nullopt;
  return basis_points(to_cents(part), to_cents(whole));
}

}  // namespace

void Pyramid::Sum::add(Cents one_revenue, std::optional<Cents> one_result) {
  ++accounts;
  revenue += one_revenue;
  if (!one_result) return;
  ++assessable;
  judged_revenue += one_revenue;
  net_result += *one_result;
}
std::optional<Cents> Pyramid::Sum::result() const {
  return assessable == 0 ? std::nullopt : std::optional(to_cents(net_result));
}
std::optional<std::int32_t> Pyramid::Sum::margin_bp() const { return share_bp(net_result, judged_revenue); }

void Pyramid::add(const BookRow& row) {
  const auto place = accounts_.all++;
  const auto revenue = row.result.net_revenue;
  if (row.unassigned) {
    ++accounts_.unassigned;
  } else if (!revenue) {
    ++accounts_.not_assessable;
  } else if (*revenue > 0) {
    ++accounts_.customers;
    ++(row.result.net_result ? accounts_.assessable : accounts_.not_assessable);
    customers_.push_back({*revenue, row.result.net_result.value_or(unknown), place});
  } else if (row.ordered == true) {
    ++accounts_.inactive;
    inactive_.add(*revenue, row.result.net_result);
  } else if (row.ordered == false) {
    ++accounts_.prospects;
    prospects_.add(*revenue, row.result.net_result);
  }
}

void Pyramid::sort(const BookRows& rows) {
  std::sort(customers_.begin(), customers_.end(), [](const Customer& a, const Customer& b) {
    return a.revenue != b.revenue ? a.revenue > b.revenue : a.place < b.place;
  });
  break_ties(rows);
}

/// Puts customers of equal revenue in order of id where an edge runs through them; elsewhere it cannot
/// matter.
void Pyramid::break_ties(const BookRows& rows) {
  const auto count = customers_.size();
  std::vector<std::pair<std::size_t, std::size_t>> ties;
  std::unordered_map<std::int64_t, std::string> ids;
  for (const auto cut : {share_of(count, 1), share_of(count, 5), share_of(count, 20), tail_start()}) {
    if (cut == 0 || cut >= count || customers_[cut - 1].revenue != customers_[cut].revenue) continue;
    auto first = cut - 1, last = cut + 1;
    while (first > 0 && customers_[first - 1].revenue == customers_[cut].revenue) --first;
    while (last < count && customers_[last].revenue == customers_[cut].revenue) ++last;
    ties.emplace_back(first, last);
    for (auto at = first; at < last; ++at) ids[customers_[at].place];
  }
  if (ties.empty()) return;
  std::int64_t place = 0;
  rows.each_id([&](std::string_view id) {
    if (const auto found = ids.find(place++); found != ids.end()) found->second = id;
  });
  for (const auto& [first, last] : ties)
    std::sort(customers_.begin() + static_cast<std::ptrdiff_t>(first),
              customers_.begin() + static_cast<std::ptrdiff_t>(last),
              [&](const Customer& a, const Customer& b) { return ids[a.place] < ids[b.place]; });
}

std::size_t Pyramid::tail_start() const {
  Int128 whole = 0, so_far = 0;
  for (const auto& customer : customers_) whole += customer.revenue;
  std::size_t at = 0;
  while (at < customers_.size() && so_far * 5 < whole * 4) so_far += customers_[at++].revenue;
  return at;
}

Pyramid::Sum Pyramid::sum(std::size_t first, std::size_t last) const {
  Sum sum;
  for (auto at = first; at < last; ++at) {
    const auto& one = customers_[at];
    sum.add(one.revenue, one.net_result == unknown ? std::nullopt : std::optional(one.net_result));
  }
  return sum;
}

BookLayer Pyramid::layer(Layer name, const Sum& sum, Int128 whole) const {
  return {name,         sum.accounts,    to_cents(sum.revenue), share_bp(sum.revenue, whole),
          sum.result(), sum.margin_bp(), sum.assessable};
}

void Pyramid::fill(Book& book, const BookRows& rows) {
  sort(rows);
  const auto count = customers_.size();
  const auto top = share_of(count, 1), large = share_of(count, 5), medium = share_of(count, 20);
  const auto whole = sum(0, count).revenue;
  book.accounts = accounts_;
  book.pyramid = {
      layer(Layer::top, sum(0, top), whole),           layer(Layer::large, sum(top, large), whole),
      layer(Layer::medium, sum(large, medium), whole), layer(Layer::small, sum(medium, count), whole),
      layer(Layer::inactive, inactive_, whole),        layer(Layer::prospect, prospects_, whole)};
  if (count > 0)
    book.thresholds = {customers_[top - 1].revenue, customers_[large - 1].revenue,
                       customers_[medium - 1].revenue};

  book.pareto = {static_cast<std::int64_t>(medium), static_cast<std::int64_t>(count),
                 share_bp(sum(0, medium).revenue, whole)};
  const auto tail = sum(tail_start(), count);
  book.tail = {tail.accounts,    to_cents(tail.revenue), tail.result(),
               tail.margin_bp(), tail.assessable,        share_bp(tail.revenue, whole)};
}

}  // namespace rendabel::rules
