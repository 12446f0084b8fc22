// The late payer [M1: who pays later than agreed costs the supplier interest].
#include "plugin/rules/cost_to_serve.hpp"
#include "plugin/rules/flags.hpp"

namespace rendabel::rules {

void flag_late_payer(const Judged& account, Raised raised) {
  const Drivers& window = account.window();
  const Thresholds& thresholds = account.settings.thresholds;
  if (!window.invoices_known) return raised.not_assessable(FlagCode::late_payer, why::invoices_left_out);
  if (window.due_invoices == 0 || window.due_amount <= 0) {
    if (window.receivables > window.receivables_known)
      raised.not_assessable(FlagCode::late_payer,
                            window.due_date_unknown > 0 ? why::due_date_unknown : why::payments_unknown);
    return;
  }
  const Cents interest = late_interest(window, account.settings);
  // Compared as it is, not as it is shown: 6.9996 days is not 7.
  if (checked_multiply(window.due_cent_days, micro) <
      checked_multiply(window.due_amount, thresholds.late_days.millionths))
    return;
  if (interest < thresholds.late_interest_min) return;
  Flag& flag = raised.add(FlagCode::late_payer, interest);
  flag.evidence = {
      {"mean_days_late", Unit::decimal,
       to_cents(round_half_away(checked_multiply(window.due_cent_days, micro), window.due_amount))},
      {"late_interest", Unit::money, interest},
      {"invoices_due", Unit::count, window.due_invoices},
      {"amount_due", Unit::money, to_cents(window.due_amount)}};
}

}  // namespace rendabel::rules
