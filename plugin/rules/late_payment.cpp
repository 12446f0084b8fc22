#include "plugin/rules/late_payment.hpp"

#include <algorithm>
#include <vector>

#include "plugin/base/exact.hpp"

namespace rendabel::rules {
namespace {

Int128 over_days(Int128 outstanding, Date from, Date to) {
  return outstanding > 0 && from <= to ? outstanding * ((to - from).count() + 1) : Int128{0};
}

template <class Payments>
Int128 walk(Cents amount, const Payments& by_date, Date first, Date last) {
  Int128 outstanding = amount, sum = 0;
  Date from = first;
  for (const Payment& payment : by_date) {
    if (*payment.date >= last) break;
    // A payment lowers what is out from the day after it.
    if (*payment.date >= from) {
      sum = checked_add(sum, over_days(outstanding, from, *payment.date));
      from = *payment.date + days{1};
    }
    outstanding -= *payment.amount;
  }
  return checked_add(sum, over_days(outstanding, from, last));
}

bool earlier(const Payment& a, const Payment& b) { return a.date < b.date; }

}  // namespace

Int128 cent_days(Cents amount, const List<Payment>& payments, Date first, Date last) {
  if (first > last) return 0;
  if (std::is_sorted(payments.begin(), payments.end(), earlier)) return walk(amount, payments, first, last);
  std::vector<Payment> by_date(payments.begin(), payments.end());
  std::stable_sort(by_date.begin(), by_date.end(), earlier);
  return walk(amount, by_date, first, last);
}

std::optional<Date> due_date(const Invoice& invoice, const Account& account) {
  if (invoice.due_date) return invoice.due_date;
  if (account.payment_days) return *invoice.date + days{*account.payment_days};
  return std::nullopt;
}

Lateness lateness(const Invoice& invoice, const Account& account, LatePaymentMode mode, const Window& in) {
  Lateness result;
  const auto due = due_date(invoice, account);
  const bool full_credit = mode == LatePaymentMode::full_credit;
  result.counts = in.contains(*invoice.date) || (due && in.contains(*due));
  result.due_in_window = due && in.contains(*due);
  result.late_known = due && invoice.payments.known;
  result.known = invoice.payments.known && (due || full_credit);
  if (!result.known) {
    result.counts = true;
    return result;
  }
  const Cents amount = *invoice.amount_incl_tax;
  const auto after = [&](Date day) {
    return cent_days(amount, invoice.payments, std::max(day + days{1}, in.first), in.last);
  };
  if (due) result.cent_days_late = after(*due);
  result.cent_days = full_credit ? after(*invoice.date) : result.cent_days_late;
  result.counts = result.counts || result.cent_days > 0;
  return result;
}

Cents interest(Int128 cent_days, Micro yearly, Int128 scale_numerator, Int128 scale_denominator) {
  const Int128 numerator = checked_multiply(checked_multiply(cent_days, yearly.millionths), scale_numerator);
  return to_cents(round_half_away(numerator, checked_multiply(Int128{365} * micro, scale_denominator)));
}

}  // namespace rendabel::rules
