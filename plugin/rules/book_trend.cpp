#include "plugin/rules/book_trend.hpp"

#include <algorithm>

#include "plugin/base/exact.hpp"

namespace rendabel::rules {
namespace {

constexpr std::uint32_t loss_bit = 1U << static_cast<unsigned>(FlagCode::loss_making);

std::optional<Cents> known(Int128 sum, bool any) { return any ? std::optional(to_cents(sum)) : std::nullopt; }

void take(const AgreedRemedy& agreed, BookRemedy& row) {
  row.predicted = agreed.predicted;
  row.predicted_so_far = agreed.predicted_so_far;
  row.realised = agreed.realised;
}

}  // namespace

std::vector<BookRemedy> book_remedies(const Snapshot& snapshot, const Assessment& assessment) {
  struct Last {
    std::optional<Date> date;
    RemedyStatus status{};
  };
  std::array<Last, Names<RemedyCode>::values.size()> last{};
  for (const Remedy& told : snapshot.remedies) {
    const auto& names = Names<RemedyCode>::values;
    const auto code = std::find(names.begin(), names.end(), told.code);
    if (code == names.end() || !told.date || *told.date > assessment.as_of) continue;
    auto& one = last[static_cast<std::size_t>(code - names.begin())];
    // Of two answers of one day the harder one holds, whatever the order they came in.
    if (one.date && (*told.date < *one.date || (*told.date == *one.date && told.status <= one.status)))
      continue;
    one = {told.date, told.status};
  }
  std::vector<BookRemedy> rows;
  for (std::size_t code = 0; code < last.size(); ++code) {
    if (!last[code].date) continue;
    auto& row = rows.emplace_back(BookRemedy{static_cast<RemedyCode>(code), last[code].status, {}, {}, {}});
    for (const AgreedRemedy& agreed : assessment.agreed)
      if (agreed.code == row.code && row.status == RemedyStatus::accepted) take(agreed, row);
  }
  return rows;
}

void TrendBook::add(const BookRow& row) {
  if (row.unassigned) return;
  compare(row);
  add_worst(row);
  add_remedies(row);
}

void TrendBook::compare(const BookRow& row) {
  const bool before = row.before && (row.before->flags & loss_bit) != 0;
  const bool now = std::any_of(row.flags.begin(), row.flags.end(),
                               [](const auto& flag) { return flag.code == FlagCode::loss_making; });
  if (before == now) return;
  const auto& result = row.result.net_result;
  const auto make = [&] {
    return TrendAccount{
        std::string(row.account_id), {}, row.before ? row.before->net_result : std::nullopt, result};
  };
  if (now) {
    ++became_;
    became_rows_.offer(-result.value_or(0), row.account_id, make);
  } else if (!row.bought) {
    ++left_;
  } else if (result) {  // what nobody can tell any more is not repaired
    ++repaired_;
    repaired_rows_.offer(*result, row.account_id, make);
  }
}

void TrendBook::add_worst(const BookRow& row) {
  const auto& result = row.result.net_result;
  if (!row.bought || !result || *result >= 0) return;
  worst_.offer(-*result, row.account_id, [&] {
    WorstAccount worst{std::string(row.account_id),
                       {},
                       row.layer,
                       row.result.net_revenue,
                       *result,
                       row.verdict,
                       {},
                       row.plan_result};
    for (const auto& step : row.plan) worst.plan.push_back(step.code);
    return worst;
  });
}

void TrendBook::add_remedies(const BookRow& row) {
  for (const auto& step : row.plan) {
    auto& remedy = remedies_[static_cast<std::size_t>(step.code)];
    remedy.seen = true;
    ++remedy.sums.advised;
    remedy.advised_effect += step.effect;
  }
  for (const auto& told : row.remedies) {
    auto& remedy = remedies_[static_cast<std::size_t>(told.code)];
    remedy.seen = true;
    if (told.status == RemedyStatus::offered) ++remedy.sums.offered;
    if (told.status == RemedyStatus::refused) ++remedy.sums.refused;
    if (told.status != RemedyStatus::accepted) continue;
    ++remedy.sums.agreed;
    remedy.any_predicted |= told.predicted.has_value();
    remedy.predicted += told.predicted.value_or(0);
    remedy.predicted_so_far += told.predicted_so_far.value_or(0);
    remedy.any_realised |= told.realised.has_value();
    remedy.realised += told.realised.value_or(0);
  }
}

void TrendBook::fill(Book& book, std::optional<Date> since) const {
  Int128 predicted_so_far = 0, realised = 0;
  bool any_predicted = false, any_realised = false;
  for (std::size_t code = 0; code < remedies_.size(); ++code) {
    const auto& remedy = remedies_[code];
    if (!remedy.seen) continue;
    auto& row = book.remedies.emplace_back(remedy.sums);
    row.code = static_cast<RemedyCode>(code);
    row.advised_effect = to_cents(remedy.advised_effect);
    row.predicted = known(remedy.predicted, remedy.any_predicted);
    row.predicted_so_far = known(remedy.predicted_so_far, remedy.any_predicted);
    row.realised = known(remedy.realised, remedy.any_realised);
    predicted_so_far += remedy.predicted_so_far;
    realised += remedy.realised;
    any_predicted |= remedy.any_predicted;
    any_realised |= remedy.any_realised;
  }
  book.worst = worst_.sorted();
  book.trend.predicted_so_far = known(predicted_so_far, any_predicted);
  book.trend.realised = known(realised, any_realised);
  if (!since) return;
  book.trend.since = since;
  book.trend.became_loss_making = became_;
  book.trend.repaired = repaired_;
  book.trend.left = left_;
  book.trend.became_rows = became_rows_.sorted();
  book.trend.repaired_rows = repaired_rows_.sorted();
}

}  // namespace rendabel::rules
