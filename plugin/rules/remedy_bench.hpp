// remedy_bench.hpp — step remedies: the bench on which they are tried, a window's result on changed drivers.
// In: the unchanged account.  Out: the net result recomputed, each line rounded once as in its statement.
// Never: an effect that is added up; a change of the snapshot.  Method: only lines that a change touches are
// reckoned again, from sums that were taken once; the cost of goods is held (domain.md 4).
#pragma once
#include <array>

#include "plugin/rules/cost_to_serve.hpp"
#include "plugin/rules/flags.hpp"

namespace rendabel::rules {

/// A window's drivers as remedies leave them, with the lines they change.
struct Trial {
  enum Line : std::uint8_t { handling, invoices, shipping, late, visits, calls, lines_count };

  Int128 more_net = 0;      ///< discount that is no longer given, minor units
  std::int64_t orders = 1;  ///< of the bench's orders
  Int128 cent_days = 0;
  Cents small_order_fee = 0;  ///< asked for each order that was below break-even
  bool on_web = false, as_einvoice = false, freight_charged = false;
  Int128 visits_left = 0;  ///< millionths
  std::array<Cents, lines_count> lines{};
};

class RemedyBench {
 public:
  /// `account` and `flags` outlive the bench. The gross margin is known.
  RemedyBench(const Judged& account, const std::vector<Flag>& flags);

  const Trial& unchanged() const { return start_; }
  /// The net result: net revenue − cost of goods − lines + contributions.
  Cents result(const Trial& trial) const;
  /// What the result lacks of `target_margin_bp`; 0 or less: reached.
  Int128 shortfall(const Trial& trial) const;
  bool reaches_target(const Trial& trial) const { return shortfall(trial) <= 0; }

  /// Orders with a net above 0; at least 1, so that it divides.
  std::int64_t orders() const { return orders_; }
  Int128 visits() const { return window_.visits.quantity; }
  /// The account's flag of that code; null: not raised.
  const Flag* flag(FlagCode code) const;
  const Judged& account() const { return account_; }
  const Drivers& window() const { return window_; }

  void give_less_discount(Trial& trial, Int128 more_net) const;
  void order_in(Trial& trial, std::int64_t orders) const;  ///< the same in so many orders, 1–orders()
  void pay_after(Trial& trial, Int128 cent_days_late) const;
  void charge_freight(Trial& trial, bool charge = true) const;
  void order_on_web(Trial& trial, bool web = true) const;
  void send_einvoices(Trial& trial, bool einvoice = true) const;
  /// Calls take the place of the visits that are not done.
  void visit(Trial& trial, Int128 visits) const;
  /// More contributions: the fee × floor(n′ / n × orders now below break-even).
  Int128 fees(const Trial& trial) const;
  /// What could be charged for freight, at the trial's number of orders.
  Cents freight_to_charge(const Trial& trial) const;

 private:
  Cents rounded(Exact exact) const { return exact.rounded(account_.rates.minor_per_major); }
  void reckon_orders(Trial& trial) const;
  void reckon_invoices(Trial& trial) const;
  void reckon_shipping(Trial& trial) const;
  void reckon_late(Trial& trial) const;

  const Judged& account_;
  const std::vector<Flag>& flags_;
  const Drivers& window_;
  std::int64_t orders_ = 1, small_orders_ = 0;
  Int128 held_ = 0;  ///< net revenue − cost of goods + contributions − lines that no remedy touches
  SizedCost handling_, handling_web_, invoices_, einvoices_;
  Exact freight_, visits_, calls_;
  Trial start_;
};

}  // namespace rendabel::rules
