#include "plugin/rules/flags.hpp"

namespace rendabel::rules {

void flag_result(const Judged& account, Raised raised) {
  const WindowResult& result = account.now.result;
  if (!result.net_result || account.window().orders == 0) return;
  if (!account.older_than(account.settings.thresholds.young_days)) return;
  if (*result.net_result >= -account.settings.loss_min) return;
  Flag& flag = raised.add(FlagCode::loss_making, -*result.net_result);
  flag.evidence = {{"net_result", Unit::money, result.net_result},
                   {"gross_margin", Unit::money, result.gross_margin},
                   {"net_revenue", Unit::money, result.net_revenue},
                   {"net_margin_bp", Unit::basis_points, result.net_margin_bp}};
}

void raise_flags(const Judged& account, Raised raised) {
  flag_result(account, raised);
  flag_stale_discount(account, raised);
  flag_costly_orders(account, raised);
  flag_late_payer(account, raised);
  flag_free_shipping(account, raised);
  flag_over_visited(account, raised);
  flag_returns(account, raised);
  flag_declining(account, raised);
  flag_eroding(account, raised);
  flag_stagnant(account, raised);
  flag_sleeping(account, raised);
  flag_never_bought(account, raised);
}

}  // namespace rendabel::rules
