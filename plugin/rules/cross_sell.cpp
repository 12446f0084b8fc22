#include "plugin/rules/cross_sell.hpp"

#include <algorithm>
#include <tuple>

#include "plugin/base/money.hpp"

namespace rendabel::rules {
namespace {

/// Customers that buy both, of the kept groups: a triangle as a square.
class Pairs {
 public:
  explicit Pairs(std::size_t groups) : groups_(groups), both_(groups * groups) {}
  void add(std::span<const std::uint16_t> bought) {
    for (const std::uint16_t one : bought)
      for (const std::uint16_t other : bought)
        if (one != other) ++both_[one * groups_ + other];
  }
  std::int64_t both(std::size_t from, std::size_t to) const { return both_[from * groups_ + to]; }

 private:
  std::size_t groups_;
  std::vector<std::int64_t> both_;
};

// The chance that a buyer of `from` buys `to`, as if `shrinkage` customers more bought `to` as everybody
// does.
std::int32_t score_bp(std::int64_t both, std::int64_t from, std::int64_t to, std::int64_t all,
                      std::int64_t shrinkage) {
  const Int128 numerator = Int128{both} * all + Int128{shrinkage} * to;
  return static_cast<std::int32_t>(round_half_away(numerator * 10'000, Int128{from + shrinkage} * all));
}

std::vector<BoughtBeside> beside(const CrossSell& book, const Pairs& pairs, std::size_t from,
                                 const CrossSellSettings& settings) {
  std::vector<BoughtBeside> found;
  const std::int64_t buyers = book.groups[from].buyers;
  for (std::size_t to = 0; to < book.groups.size(); ++to) {
    const std::int64_t both = pairs.both(from, to), of = book.groups[to].buyers;
    if (to == from || both < settings.both_min) continue;
    // Not oftener than among everybody: `from` says nothing about `to`.
    if (Int128{both} * book.buyers <= Int128{buyers} * of) continue;
    found.push_back({static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to), both,
                     score_bp(both, buyers, of, book.buyers, settings.shrinkage)});
  }
  std::sort(found.begin(), found.end(), [](const BoughtBeside& a, const BoughtBeside& b) {
    return std::tuple(-a.score_bp, -a.both, a.to) < std::tuple(-b.score_bp, -b.both, b.to);
  });
  if (found.size() > cross_sell_beside_max) found.resize(cross_sell_beside_max);
  return found;
}

bool likelier(const CrossSellAdvice& a, const CrossSellAdvice& b) {
  return std::tuple(-a.score_bp, -a.also, std::string_view(a.group), std::string_view(a.from)) <
         std::tuple(-b.score_bp, -b.also, std::string_view(b.group), std::string_view(b.from));
}

}  // namespace

void CrossSellBook::add(std::span<const std::string_view> groups) {
  if (groups.empty()) return;
  ++accounts_;
  for (const std::string_view group : groups) {
    auto place = places_.find(group);
    if (place == places_.end()) {
      place = places_.emplace(group, static_cast<std::uint32_t>(buyers_.size())).first;
      buyers_.push_back(0);
    }
    ++buyers_[place->second];
    bought_.push_back(place->second + 1);
  }
  bought_.push_back(0);
}

CrossSell CrossSellBook::of(const Settings& settings) const {
  const CrossSellSettings& asked = settings.cross_sell;
  CrossSell book;
  book.buyers = accounts_;
  std::vector<std::pair<std::int64_t, std::string_view>> enough;
  for (const auto& [name, place] : places_)
    if (buyers_[place] >= asked.customers_min) enough.emplace_back(-buyers_[place], name);
  std::sort(enough.begin(), enough.end());
  if (enough.size() > cross_sell_groups_max) enough.resize(cross_sell_groups_max);
  constexpr std::uint16_t none = UINT16_MAX;
  std::vector<std::uint16_t> kept(buyers_.size() + 1, none);
  for (const auto& [negative, name] : enough) {
    kept[places_.find(name)->second + 1] = static_cast<std::uint16_t>(book.groups.size());
    book.groups.push_back({std::string(name), -negative});
  }
  Pairs pairs(book.groups.size());
  std::vector<std::uint16_t> of_account;
  for (const std::uint32_t place : bought_) {
    if (place != 0) {
      if (kept[place] != none) of_account.push_back(kept[place]);
      continue;
    }
    pairs.add(of_account);
    of_account.clear();
  }
  for (std::size_t from = 0; from < book.groups.size(); ++from) {
    const auto found = beside(book, pairs, from, asked);
    book.beside.insert(book.beside.end(), found.begin(), found.end());
  }
  return book;
}

std::vector<CrossSellAdvice> cross_sell_of(const CrossSell& book, std::span<const std::string_view> groups,
                                           const Settings& settings) {
  const auto buys = [&](const std::string& name) {
    return std::binary_search(groups.begin(), groups.end(), std::string_view(name));
  };
  std::vector<CrossSellAdvice> found;
  for (const BoughtBeside& pair : book.beside) {
    const ProductGroup &from = book.groups.at(pair.from), &to = book.groups.at(pair.to);
    if (buys(from.name) && !buys(to.name))
      found.push_back({to.name, from.name, from.buyers, pair.both, pair.score_bp});
  }
  std::sort(found.begin(), found.end(), likelier);
  std::vector<CrossSellAdvice> best;
  for (CrossSellAdvice& each : found) {
    if (std::ssize(best) >= settings.cross_sell.suggestions_max) break;
    const auto same = [&](const CrossSellAdvice& other) { return other.group == each.group; };
    if (std::none_of(best.begin(), best.end(), same)) best.push_back(std::move(each));
  }
  return best;
}

}  // namespace rendabel::rules
