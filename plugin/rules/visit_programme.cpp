#include "plugin/rules/visit_programme.hpp"

#include <algorithm>
#include <vector>

#include "plugin/base/exact.hpp"
#include "plugin/rules/cost_to_serve.hpp"

namespace rendabel::rules {
namespace {

constexpr std::size_t owners_max = 100;
/// Names of owners kept while adding up; no company has more people who visit.
constexpr std::size_t owners_known_max = 10'000;

Micro freed(const BookVisits& visits) {
  if (!visits.done || !visits.advised) return {};
  const Int128 over = Int128{visits.done->millionths} - Int128{*visits.advised} * micro;
  return {over > 0 ? static_cast<std::int64_t>(over) : 0};
}

Micro quantity(Int128 millionths) { return {to_cents(millionths)}; }

std::optional<Cents> per_visit(const BookRow& row) {
  if (!row.potential || *row.potential <= 0) return std::nullopt;
  const auto done = row.visits.done.value_or(Micro{}).millionths;
  return scaled(*row.potential, micro, std::max(done, micro));
}

}  // namespace

BookVisits book_visits(const Snapshot& snapshot, const Assessment& assessment, const Rates& rates) {
  BookVisits visits;
  visits.done = assessment.visits.done;
  visits.carried = assessment.visits.carried;
  visits.advised = assessment.visits.advised;
  const Window span = window(assessment.as_of, 0);
  Int128 minutes = 0;
  for (const Activity& activity : snapshot.activities)
    if (activity.kind == "visit" && !activity.planned.value_or(false) && activity.date &&
        span.contains(*activity.date) && activity.minutes)
      minutes += activity.minutes->millionths;
  visits.hours = quantity(round_half_away(minutes, 60));
  visits.calls = freed(visits);
  const auto line = line_amount(assessment.result, "visits");
  if (visits.calls.millionths == 0 || !line) return visits;
  const auto done = visits.done->millionths;
  visits.hours_freed = {scaled(visits.hours.millionths, visits.calls.millionths, done)};
  Cents calls = 0;
  if (!rates.call.per_hour)
    calls = Exact{checked_multiply(rates.call.unit, visits.calls.millionths)}.rounded(rates.minor_per_major);
  visits.money_freed = scaled(*line, visits.calls.millionths, done) - calls;
  return visits;
}

void VisitBook::Sums::add(const BookVisits& visits) {
  ++customers;
  if (!visits.done) return;
  ++known;
  done += visits.done->millionths;
  hours += visits.hours.millionths;
  calls += visits.calls.millionths;
  hours_freed += visits.hours_freed.millionths;
  money_freed += visits.money_freed;
  carried += visits.carried.value_or(0);
  advised += visits.advised.value_or(0);
}

VisitSums VisitBook::Sums::rounded() const {
  return {customers, known,           quantity(done),        quantity(hours),      carried,
          advised,   quantity(calls), quantity(hours_freed), to_cents(money_freed)};
}

void VisitBook::add(const BookRow& row) {
  if (row.unassigned || !row.bought) return;
  const auto value = per_visit(row);
  const auto take = [&](Owner& owner) {
    owner.sums.add(row.visits);
    if (!value) return;
    owner.best.offer(*value, row.account_id, [&] {
      return VisitAccount{std::string(row.account_id),
                          {},
                          std::string(row.owner),
                          row.visits.done,
                          row.visits.carried,
                          row.visits.advised,
                          row.potential,
                          *value};
    });
  };
  take(total_);
  auto owner = owners_.find(row.owner);
  if (owner == owners_.end()) {
    if (owners_.size() == owners_known_max) return void(++crowd_);
    owner = owners_.emplace(std::string(row.owner), Owner{}).first;
  }
  take(owner->second);
}

VisitProgramme VisitBook::programme() const {
  VisitProgramme programme;
  programme.total = total_.sums.rounded();
  programme.best = total_.best.sorted();
  std::vector<const std::pair<const std::string, Owner>*> largest;
  for (const auto& owner : owners_) largest.push_back(&owner);
  std::stable_sort(largest.begin(), largest.end(), [](const auto* a, const auto* b) {
    return a->second.sums.customers > b->second.sums.customers;
  });
  programme.owners_left_out = crowd_;
  if (largest.size() > owners_max) {
    programme.owners_left_out += static_cast<std::int64_t>(largest.size() - owners_max);
    largest.resize(owners_max);
  }
  std::sort(largest.begin(), largest.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  for (const auto* owner : largest)
    programme.owners.push_back({owner->first, owner->second.sums.rounded(), owner->second.best.sorted()});
  return programme;
}

}  // namespace rendabel::rules
