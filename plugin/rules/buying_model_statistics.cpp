#include "plugin/rules/buying_model_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace rendabel::rules {
namespace {

double weeks(Date from, Date to) { return static_cast<double>((to - from).count()) / 7; }

}  // namespace

BuyerStatistic buyer_statistic(const std::vector<Date>& order_days) {
  BuyerStatistic buyer{order_days.front(), order_days.back()};
  buyer.order_days = static_cast<std::int64_t>(order_days.size());
  for (std::size_t i = 1; i < order_days.size(); ++i)
    buyer.log_gaps += std::log(static_cast<double>((order_days[i] - order_days[i - 1]).count()));
  return buyer;
}

BuyerTimes buyer_times(const BuyerStatistic& buyer, Date as_of) {
  const std::int64_t repeats = buyer.order_days - 1;
  const double log_gaps = buyer.log_gaps - static_cast<double>(repeats) * std::log(7.0);
  return {repeats, weeks(buyer.first, as_of), weeks(buyer.first, buyer.last), log_gaps};
}

BuyerTimes buyer_times(const std::vector<Date>& order_days, Date as_of) {
  return buyer_times(buyer_statistic(order_days), as_of);
}

BuyerStatistics::BuyerStatistics(std::vector<BuyerTimes> buyers) {
  std::sort(buyers.begin(), buyers.end());
  const auto together = [](const BuyerTimes& a, const BuyerTimes& b) {
    return a.repeats == b.repeats && a.age == b.age && a.last == b.last;
  };
  for (auto first = buyers.begin(); first != buyers.end();) {
    BuyerGroup group{*first, 1};
    auto next = first + 1;
    for (; next != buyers.end() && together(*first, *next); ++next) {
      group.times.log_gaps += next->log_gaps;
      ++group.buyers;
    }
    add(group);
    first = next;
  }
}

void BuyerStatistics::add(const BuyerGroup& group) {
  groups_.push_back(group);
  buyers_ += group.buyers;
  repeats_ += group.buyers * static_cast<double>(group.times.repeats);
  log_gaps_ += group.times.log_gaps;
}

BuyerStatistics BuyerStatistics::thinned(double most) const {
  if (buyers_ <= most) return *this;
  const double step = buyers_ / most;
  BuyerStatistics result;
  double before = 0;
  for (const BuyerGroup& group : groups_) {
    const double after = before + group.buyers;
    const double kept = std::floor(after / step) - std::floor(before / step);
    before = after;
    if (kept <= 0) continue;
    BuyerGroup part{group.times, kept};
    part.times.log_gaps *= kept / group.buyers;
    result.add(part);
  }
  return result;
}

}  // namespace rendabel::rules
