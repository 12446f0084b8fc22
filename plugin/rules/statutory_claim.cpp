#include "plugin/rules/statutory_claim.hpp"

#include <algorithm>

#include "plugin/rules/late_payment.hpp"

namespace rendabel::rules {
namespace {

/// Cent-days after the due date within a stretch of days, of invoices whose settlements are known.
Int128 late_cent_days(const Snapshot& snapshot, const Window& stretch) {
  Int128 sum = 0;
  for (const Invoice& invoice : snapshot.invoices) {
    const bool counts = *invoice.amount_incl_tax > 0 && *invoice.date <= stretch.last;
    if (!counts) continue;
    const Lateness late = lateness(invoice, snapshot.account, LatePaymentMode::late, stretch);
    if (late.late_known) sum = checked_add(sum, late.cent_days_late);
  }
  return sum;
}

}  // namespace

void add_claim(const Judged& account, RemedyAdvice& row) {
  auto rates = account.settings.statutory_rates;
  if (rates.empty()) return;
  std::ranges::stable_sort(rates, {}, &DatedRate::from);
  const Window& window = account.window().window;
  Int128 claim = 0;  // cent-days × millionths
  for (std::size_t i = 0; i < rates.size(); ++i) {
    if (rates[i].from <= account.as_of) row.statutory_rate = rates[i].rate;
    const Date last = i + 1 < rates.size() ? std::min(window.last, rates[i + 1].from - days{1}) : window.last;
    const Window stretch{std::max(window.first, rates[i].from), last};
    if (stretch.first > stretch.last) continue;
    claim = checked_add(
        claim, checked_multiply(late_cent_days(account.snapshot, stretch), rates[i].rate.millionths));
  }
  row.claimable = to_cents(round_half_away(claim, Int128{365} * micro));
}

}  // namespace rendabel::rules
