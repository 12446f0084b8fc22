#include "plugin/rules/cost_to_serve.hpp"

#include <limits>

#include "plugin/rules/late_payment.hpp"

namespace rendabel::rules {
namespace {

constexpr Int128 whole(std::int64_t count) { return Int128{count} * micro; }
constexpr bool shifted(std::size_t place) {
  return place == channel::phone || place == channel::email || place == channel::visit;
}

/// A summed quantity as a document may hold it.
Micro quantity(Int128 millionths) {
  constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
  return {static_cast<std::int64_t>(millionths < most ? millionths : most)};
}

CostSum orders_only(const Drivers& drivers, const Rates& rates, bool on_web) {
  CostSum line;
  for (std::size_t i = 0; i < drivers.orders_by_channel.size(); ++i)
    line.add(whole(drivers.orders_by_channel[i]), rates.order.cost(on_web && shifted(i) ? channel::web : i));
  return line;
}

CostSum lines_and_items(const Drivers& drivers, const Rates& rates, bool on_web) {
  CostSum line;
  for (std::size_t i = 0; i < drivers.lines_by_channel.size(); ++i)
    line.add(drivers.lines_by_channel[i], rates.order_line.cost(on_web && shifted(i) ? channel::web : i));
  line.add(drivers.items, rates.item);
  return line;
}

CostSum shipping(const Drivers& drivers, const Rates& rates) {
  CostSum line = freight(drivers, rates);
  if (drivers.freight_recharged)
    line.sum =
        line.sum - freight_uncharged(drivers, rates, drivers.order_numerator, drivers.order_denominator);
  line.share(drivers.order_numerator, drivers.order_denominator);
  return line;
}

/// Writes one line and its coverage row.
class Writer {
 public:
  Writer(const Drivers& drivers, const Rates& rates, std::vector<CostLine>& lines,
         std::vector<Coverage>& coverage)
      : drivers_(drivers), rates_(rates), lines_(lines), coverage_(coverage) {}

  void write(std::string_view code, Int128 count, const CostSum& line, LineCoverage cover) {
    cover.left_out(line.lost, line.lost + 1, why::minutes_unknown);
    amount(code, count, cover, [&] { return line.sum.rounded(rates_.minor_per_major); });
  }

  template <class Amount>
  void amount(std::string_view code, std::optional<Int128> count, const LineCoverage& cover, Amount value) {
    CostLine& line = lines_.emplace_back();
    line.code = code;
    if (cover.assessable()) {
      if (count) line.quantity = quantity(*count);
      line.amount = value();
    }
    coverage_.push_back(cover.row(drivers_.complete));
  }

  void done(std::string_view code, const Done& done, const UnitCost& rate) {
    LineCoverage cover(code);
    if (!drivers_.activities_known) cover.not_assessable(why::activities_left_out);
    cover.left_out(done.count - done.costed, done.count, why::minutes_unknown);
    amount(code, done.quantity, cover,
           [&] { return done_cost(done, rate, rates_).rounded(rates_.minor_per_major); });
  }

 private:
  const Drivers& drivers_;
  const Rates& rates_;
  std::vector<CostLine>& lines_;
  std::vector<Coverage>& coverage_;
};

void write_order_handling(Writer& writer, const Drivers& drivers, const Rates& rates) {
  LineCoverage cover("order_handling");
  if (!drivers.orders_known) cover.not_assessable(why::orders_left_out);
  // The order itself is known, so unknown items or a possible first order leave the line partial at worst.
  if (rates.item.unit != 0 && drivers.items_unknown > 0)
    cover.left_out(drivers.items_unknown, drivers.orders + 1, why::items_unknown);
  if (drivers.first_order_unknown) cover.left_out(1, drivers.orders + 1, why::first_order_unknown);
  cover.assumed(drivers.derived_orders, drivers.orders, why::orders_from_invoices)
      .assumed(drivers.lines_unknown, drivers.orders, why::lines_unknown)
      .assumed(drivers.channel_unknown, drivers.orders, why::channel_unknown);
  writer.write("order_handling", whole(drivers.orders),
               order_handling_costs(drivers, rates).at(drivers.order_numerator, drivers.order_denominator),
               cover);
}

void write_invoicing(Writer& writer, const Drivers& drivers, const Rates& rates) {
  LineCoverage cover("invoicing");
  if (!drivers.invoices_known) cover.not_assessable(why::invoices_left_out);
  cover.assumed(drivers.delivery_unknown, drivers.invoices, why::delivery_unknown)
      .assumed(drivers.reminders_unknown, drivers.invoices, why::reminders_unknown);
  writer.write("invoicing", whole(drivers.invoices),
               invoicing_costs(drivers, rates).at(drivers.order_numerator, drivers.order_denominator), cover);
}

void write_shipping(Writer& writer, const Drivers& drivers, const Rates& rates) {
  LineCoverage cover("shipping");
  if (!drivers.orders_known) cover.not_assessable(why::orders_left_out);
  cover.left_out(drivers.orders - drivers.freight_known, drivers.orders, why::carriage_unknown)
      .assumed(drivers.freight_assumed, drivers.orders, why::freight_assumed);
  writer.write("shipping", whole(drivers.freight_known), shipping(drivers, rates), cover);
}

void write_late_payment(Writer& writer, const Drivers& drivers, const Settings& settings) {
  LineCoverage cover("late_payment");
  if (!drivers.invoices_known) cover.not_assessable(why::invoices_left_out);
  const std::int64_t missing = drivers.receivables - drivers.receivables_known;
  const bool no_payments = missing > drivers.due_date_unknown;
  cover.left_out(missing, drivers.receivables, no_payments ? why::payments_unknown : why::due_date_unknown);
  writer.amount("late_payment", whole(drivers.receivables_known), cover, [&] {
    return interest(drivers.cent_days, settings.funding_rate, drivers.price_numerator,
                    drivers.price_denominator);
  });
}

void write_returns(Writer& writer, const Drivers& drivers, const Rates& rates) {
  LineCoverage cover("returns");
  if (!drivers.credit_notes_known) cover.assumed(1, 1, why::credit_notes_left_out);
  if (rates.return_item.unit != 0)
    cover.left_out(drivers.return_items_unknown, drivers.returns + 1, why::items_unknown);
  CostSum line;
  line.add(whole(drivers.returns), rates.return_);
  line.add(drivers.return_items, rates.return_item);
  writer.write("returns", whole(drivers.returns), line, cover);
}

void write_account(Writer& writer, const Drivers& drivers, const Rates& rates) {
  LineCoverage cover("account");
  if (!drivers.orders_known) cover.not_assessable(why::orders_left_out);
  CostSum line;
  line.add(whole(drivers.orders > 0 ? 1 : 0), rates.account_year);
  writer.write("account", whole(drivers.orders > 0 ? 1 : 0), line, cover);
}

// A kind without a rate still counts what the host says it cost; without that it is only named.
void write_unrated(Writer& writer, const Drivers& drivers, std::vector<Coverage>& coverage) {
  for (const auto& [kind, done] : drivers.unrated) {
    LineCoverage cover(kind);
    cover.left_out(done.count - done.costed, done.count, why::no_rate);
    if (done.costed > 0)
      writer.amount(kind, done.quantity, cover, [&done = done] { return to_cents(done.own_cost); });
    else
      coverage.push_back(cover.row(drivers.complete));
  }
}

}  // namespace

void CostSum::add(Int128 units, const UnitCost& rate) {
  if (units == 0) return;
  if (rate.per_hour)
    ++lost;
  else
    sum += Exact{checked_multiply(units, rate.unit)};
}

SizedCost order_handling_costs(const Drivers& drivers, const Rates& rates, bool on_web) {
  SizedCost line{orders_only(drivers, rates, on_web), lines_and_items(drivers, rates, on_web)};
  line.by_orders.add(whole(drivers.rush_orders), rates.rush_order);
  line.kept.add(whole(drivers.first_order ? 1 : 0), rates.first_order);
  return line;
}

SizedCost invoicing_costs(const Drivers& drivers, const Rates& rates, bool as_einvoice) {
  SizedCost line;
  for (std::size_t i = 0; i < drivers.invoices_by_delivery.size(); ++i)
    line.by_orders.add(whole(drivers.invoices_by_delivery[i]),
                       rates.invoice.cost(as_einvoice && i == delivery::paper ? delivery::einvoice : i));
  line.kept.add(whole(drivers.reminders), rates.reminder);
  return line;
}

CostSum freight(const Drivers& drivers, const Rates& rates) {
  CostSum line;
  line.sum = Exact::of_minor(drivers.freight_paid - drivers.freight_charged, rates.minor_per_major);
  line.add(whole(drivers.freight_assumed), rates.shipment);
  return line;
}

Exact order_size_costs(const Drivers& drivers, const Rates& rates) {
  return orders_only(drivers, rates, false).sum + lines_and_items(drivers, rates, false).sum +
         invoicing_costs(drivers, rates).by_orders.sum + freight(drivers, rates).sum;
}

Exact done_cost(const Done& done, const UnitCost& rate, const Rates& rates) {
  const Int128 counted = rate.per_hour ? done.minutes_at_rate : done.at_rate;
  return Exact::of_minor(done.own_cost, rates.minor_per_major) + Exact{checked_multiply(counted, rate.unit)};
}

void cost_lines(const Drivers& drivers, const Rates& rates, const Settings& settings,
                std::vector<CostLine>& lines, std::vector<Coverage>& coverage) {
  Writer writer(drivers, rates, lines, coverage);
  write_order_handling(writer, drivers, rates);
  write_invoicing(writer, drivers, rates);
  write_shipping(writer, drivers, rates);
  write_late_payment(writer, drivers, settings);
  writer.done("visits", drivers.visits, rates.visit);
  writer.done("calls", drivers.calls, rates.call);
  write_returns(writer, drivers, rates);
  write_account(writer, drivers, rates);
  for (std::size_t i = 0; i < rates.own.size(); ++i)
    if (rates.own[i].hosts || drivers.own[i].count > 0)
      writer.done(rates.own[i].name, drivers.own[i], rates.own[i].cost);
  write_unrated(writer, drivers, coverage);
}

Cents late_interest(const Drivers& drivers, const Settings& settings) {
  return interest(drivers.cent_days_late, settings.funding_rate, drivers.price_numerator,
                  drivers.price_denominator);
}

std::optional<Cents> line_amount(const WindowResult& result, std::string_view code) {
  for (const CostLine& line : result.cost_lines)
    if (line.code == code) return line.amount;
  return std::nullopt;
}

}  // namespace rendabel::rules
