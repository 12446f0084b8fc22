// ranking.hpp — how well an order of customers foretells who buys and where the revenue is.
// In: scores, and what came after.  Out: area under the curve, share of revenue of the best.
// Method: Mann–Whitney with ties as halves; of equal scores each has the same part of what they hold.
#pragma once
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace rendabel::bench {

struct Scored {
  double score = 0;
  bool bought = false;
  double revenue = 0;
};

/// Runs of equal scores, the highest first: each(first, last).
template <class Each>
void runs(std::vector<Scored> customers, Each each) {
  std::sort(customers.begin(), customers.end(),
            [](const Scored& a, const Scored& b) { return a.score > b.score; });
  for (auto first = customers.begin(); first != customers.end();) {
    const auto last = std::find_if(first, customers.end(),
                                   [&](const Scored& other) { return other.score != first->score; });
    each(first, last);
    first = last;
  }
}

/// The chance that one who bought stands above one who did not.
inline double area_under_curve(const std::vector<Scored>& customers) {
  double bought = 0, pairs = 0, others = 0;
  runs(customers, [&](auto first, auto last) {
    const double here =
        static_cast<double>(std::count_if(first, last, [](const Scored& each) { return each.bought; }));
    const double rest = static_cast<double>(last - first) - here;
    pairs += rest * (bought + here / 2);
    bought += here;
    others += rest;
  });
  return pairs / (bought * others);
}

/// How far the difference of two rankings' areas would vary with other customers of the same kind: its
/// standard deviation over 200 draws with replacement, the same customers for both. A fixed seed.
inline double area_difference_deviation(const std::vector<Scored>& one, const std::vector<Scored>& other) {
  constexpr int draws = 200;
  std::mt19937 chance(1);
  double sum = 0, squares = 0;
  for (int draw = 0; draw < draws; ++draw) {
    std::vector<Scored> of_one, of_other;
    for (std::size_t i = 0; i < one.size(); ++i) {
      const std::size_t at = chance() % one.size();
      of_one.push_back(one[at]);
      of_other.push_back(other[at]);
    }
    const double difference = area_under_curve(of_one) - area_under_curve(of_other);
    sum += difference;
    squares += difference * difference;
  }
  return std::sqrt(std::max(0.0, squares / draws - sum / draws * (sum / draws)));
}

/// Revenue of the best `part` of the customers / revenue of all.
inline double revenue_share(const std::vector<Scored>& customers, double part) {
  double left = std::ceil(part * static_cast<double>(customers.size())), taken = 0, all = 0;
  runs(customers, [&](auto first, auto last) {
    const double here =
        std::accumulate(first, last, 0.0, [](double sum, const Scored& each) { return sum + each.revenue; });
    const double count = static_cast<double>(last - first), used = std::min(left, count);
    taken += here * used / count;
    left -= used;
    all += here;
  });
  return taken / all;
}

/// 1 to 5 per value, the highest 5, in equal parts by rank; equal values get the same.
inline std::vector<int> quintiles(const std::vector<double>& values) {
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  std::vector<int> result;
  for (const double value : values) {
    const auto below = std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin();
    result.push_back(1 + static_cast<int>(5 * below / static_cast<std::ptrdiff_t>(sorted.size())));
  }
  return result;
}

}  // namespace rendabel::bench
