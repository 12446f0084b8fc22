#include "plugin/rules/pyramid.hpp"

#include <algorithm>
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

/// By revenue; equal ones by place, until `by_id` puts them right where it matters.
template <class One>
void sort(std::vector<One>& customers) {
  std::sort(customers.begin(), customers.end(), [](const One& a, const One& b) {
    return a.revenue != b.revenue ? a.revenue > b.revenue : a.place < b.place;
  });
}

/// Puts customers of equal revenue in order of id when the edge before `cut` runs through them; true if so.
template <class One>
bool by_id(std::vector<One>& customers, std::size_t cut, const IdOf& id_of) {
  const auto count = customers.size();
  if (cut == 0 || cut >= count || customers[cut - 1].revenue != customers[cut].revenue) return false;
  auto first = cut - 1, last = cut + 1;
  while (first > 0 && customers[first - 1].revenue == customers[cut].revenue) --first;
  while (last < count && customers[last].revenue == customers[cut].revenue) ++last;
  std::vector<std::pair<std::string, One>> tied;
  for (auto at = first; at < last; ++at) tied.emplace_back(id_of(customers[at].place), customers[at]);
  std::sort(tied.begin(), tied.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto at = first; at < last; ++at) customers[at] = tied[at - first].second;
  return true;
}

/// The shortest text that parts two ids of which the first is the lower: it need not be anybody's id.
std::string between(std::string_view in, std::string_view out) {
  std::size_t same = 0;
  while (same < in.size() && same < out.size() && in[same] == out[same]) ++same;
  return std::string(out.substr(0, same + 1));
}

}  // namespace

LayerThresholds layer_thresholds(std::vector<Customer> customers, const IdOf& id_of) {
  LayerThresholds thresholds;
  const auto count = customers.size();
  if (count == 0) return thresholds;
  sort(customers);
  const auto cut_at = [&](std::size_t percent, std::optional<Cents>& revenue, std::string& tie) {
    const auto cut = share_of(count, percent);
    revenue = customers[cut - 1].revenue;
    if (by_id(customers, cut, id_of))
      tie = between(id_of(customers[cut - 1].place), id_of(customers[cut].place));
  };
  cut_at(1, thresholds.top, thresholds.top_tie);
  cut_at(5, thresholds.large, thresholds.large_tie);
  cut_at(20, thresholds.medium, thresholds.medium_tie);
  return thresholds;
}

Layer layer_of(const LayerThresholds& thresholds, Cents net_revenue, bool ever_ordered,
               std::string_view account_id) {
  if (net_revenue <= 0) return ever_ordered ? Layer::inactive : Layer::prospect;
  const auto reaches = [&](const std::optional<Cents>& revenue, const std::string& tie) {
    if (!revenue || net_revenue < *revenue) return false;
    return net_revenue > *revenue || tie.empty() || account_id < tie;
  };
  if (reaches(thresholds.top, thresholds.top_tie)) return Layer::top;
  if (reaches(thresholds.large, thresholds.large_tie)) return Layer::large;
  if (reaches(thresholds.medium, thresholds.medium_tie)) return Layer::medium;
  return Layer::small;
}

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
  ++accounts_.all;
  const auto revenue = row.result.net_revenue;
  if (row.unassigned) {
    ++accounts_.unassigned;
  } else if (!revenue) {
    ++accounts_.not_assessable;
  } else if (*revenue > 0) {
    ++accounts_.customers;
    ++(row.result.net_result ? accounts_.assessable : accounts_.not_assessable);
    customers_.push_back({{*revenue, row.place}, row.result.net_result.value_or(unknown)});
  } else if (row.layer == Layer::inactive) {
    ++accounts_.inactive;
  } else if (row.layer == Layer::prospect) {
    ++accounts_.prospects;
  }
  if (row.unassigned || !revenue || !row.layer) return;
  layers_[static_cast<std::size_t>(*row.layer)].add(*revenue, row.result.net_result);
  cost_lines_[static_cast<std::size_t>(*row.layer)].add(row.result.cost_lines);
}

Tail Pyramid::tail(const IdOf& id_of, Int128 whole) {
  sort(customers_);
  Int128 so_far = 0;
  std::size_t start = 0;
  while (start < customers_.size() && so_far * 5 < whole * 4) so_far += customers_[start++].revenue;
  by_id(customers_, start, id_of);
  Sum sum;
  for (; start < customers_.size(); ++start) {
    const auto& one = customers_[start];
    sum.add(one.revenue, one.net_result == unknown ? std::nullopt : std::optional(one.net_result));
  }
  return {sum.accounts,    to_cents(sum.revenue), sum.result(),
          sum.margin_bp(), sum.assessable,        share_bp(sum.revenue, whole)};
}

void Pyramid::fill(Book& book, const IdOf& id_of) {
  book.accounts = accounts_;
  constexpr auto small = static_cast<std::size_t>(Layer::small);
  Int128 whole = 0, fifth = 0;
  std::int64_t first = 0;
  for (std::size_t i = 0; i <= small; ++i) whole += layers_[i].revenue;
  for (std::size_t i = 0; i < small; ++i) {
    fifth += layers_[i].revenue;
    first += layers_[i].accounts;
  }
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const auto& sum = layers_[i];
    book.pyramid.push_back({static_cast<Layer>(i), sum.accounts, to_cents(sum.revenue),
                            share_bp(sum.revenue, whole), sum.result(), sum.margin_bp(), sum.assessable,
                            cost_lines_[i].sums()});
  }
  // The first ceil 20 % of the customers are the layers above the small ones.
  book.pareto = {first, accounts_.customers, share_bp(fifth, whole)};
  book.tail = tail(id_of, whole);
}

}  // namespace rendabel::rules
