// late_payment.hpp — how long money stayed out: exact cent-days of one invoice [M1: who pays later than
// agreed costs the supplier interest]. In: an invoice's amount and settlements, a range of days.  Out: Σ over
// days of the amount outstanding at the start of the day.  Never: money rates; they come once, on the sum.
#pragma once
#include <optional>

#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// Σ over days d in [first, last] of max(0, amount − payments dated before d). 0 when the range is empty.
/// `payments` in any order; each has a date and an amount.
Int128 cent_days(Cents amount, const List<Payment>& payments, Date first, Date last);

/// The last day to pay: given, else invoice date + the account's payment days, else unknown.
std::optional<Date> due_date(const Invoice& invoice, const Account& account);

/// One invoice in one window.
struct Lateness {
  bool known = true;          ///< settlements known, and the due date where the mode needs it
  bool late_known = true;     ///< settlements and due date known
  bool counts = false;        ///< belongs to the window: dated in it, or money was or may be out in it
  Int128 cent_days = 0;       ///< by the mode: after the due date, or after the invoice date
  Int128 cent_days_late = 0;  ///< after the due date, in both modes
  bool due_in_window = false;
};

/// `invoice` > 0 and dated on or before the window's last day.
Lateness lateness(const Invoice& invoice, const Account& account, LatePaymentMode mode, const Window& in);

/// cent_days × a yearly fraction / 365 in minor units, rounded once; × scale_numerator / scale_denominator
/// for a changed price.
Cents interest(Int128 cent_days, Micro yearly, Int128 scale_numerator = 1, Int128 scale_denominator = 1);

}  // namespace rendabel::rules
