// Who will order, and where is the money: our ranking beside recency, past spend and RFM on real customers.
// UCI Online Retail, fitted to 2011-08-31, held out to 2011-12-09 (domain.md 5). Says 'skipped' without it.
#include <fmt/core.h>

#include <filesystem>
#include <functional>

#include "plugin/rules/account_statistic.hpp"
#include "plugin/rules/buying_model.hpp"
#include "plugin/rules/buying_model_forecast.hpp"
#include "plugin/rules/rhythm.hpp"
#include "tests/bench/ranking.hpp"
#include "tests/support/online_retail.hpp"

namespace {

using namespace rendabel;
using namespace rendabel::bench;

struct Customer {
  BuyerStatistic buyer;
  rules::BuyerTimes times;
  rules::BuyingForecast year, held_out;  ///< the next 365 days, and the days that are held out
  double spend = 0, silent_days = 0, rfm = 0;
  double orders_after = 0, revenue_after = 0;
};

const Date fitted = test::on("2011-08-31"), end = test::on("2011-12-09");
double weeks_held_out() { return static_cast<double>((end - fitted).count()) / 7; }

std::vector<Customer> customers(const test::RetailBook& book) {
  Settings settings;
  settings.gross_margin_assumed = Micro{300'000};
  std::vector<Customer> result;
  for (const auto& [id, invoices] : book) {
    test::SnapshotBuilder builder(id, "2011-12-09");
    const Snapshot snapshot = test::retail_snapshot(builder, invoices);
    const auto statistic = rules::statistic_of(snapshot, settings, fitted);
    if (!statistic.buyer) continue;
    Customer customer;
    customer.buyer = *statistic.buyer;
    customer.times = rules::buyer_times(customer.buyer, fitted);
    customer.silent_days = static_cast<double>((fitted - customer.buyer.last).count());
    for (const auto& [number, invoice] : invoices)
      (invoice.day <= fitted ? customer.spend : customer.revenue_after) += static_cast<double>(invoice.goods);
    customer.orders_after = static_cast<double>(rules::order_days(snapshot, end).size()) -
                            static_cast<double>(customer.buyer.order_days);
    result.push_back(customer);
  }
  return result;
}

void add_rfm(std::vector<Customer>& all) {
  std::vector<double> recency, frequency, spend;
  for (const Customer& each : all) {
    recency.push_back(-each.silent_days);
    frequency.push_back(static_cast<double>(each.buyer.order_days));
    spend.push_back(each.spend);
  }
  const auto r = quintiles(recency), f = quintiles(frequency), m = quintiles(spend);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].rfm = r[i] + f[i] + m[i];
}

BuyingModel add_forecasts(std::vector<Customer>& all) {
  rules::BuyingBook book(fitted);
  for (const Customer& each : all) book.add(each.buyer);
  const BuyingModel model = book.fit();
  for (Customer& each : all) {
    const auto margins = rules::buyer_margins(each.buyer);
    each.year = rules::forecast(model, each.times, margins, 365.0 / 7);
    each.held_out = rules::forecast(model, each.times, margins, weeks_held_out());
  }
  return model;
}

void print_fit(const char* name, const BuyingFit& fit) {
  const auto& found = fit.parameters;
  fmt::print("{}: {}, k {}, r {:.4g}, alpha {:.4g}, a {:.4g}, b {:.4g}, LL {:.4f}; {} buyers, {} repeats; sd",
             name, name_of(fit.state), found.k, found.r, found.alpha, found.a, found.b, fit.log_likelihood,
             fit.buyers, fit.repeats);
  for (const double each : fit.spread) fmt::print(" {:.3f}", each);
  fmt::print("\n");
}

void print_reference_fits(const std::vector<Customer>& all) {
  std::vector<rules::BuyerTimes> times;
  for (const Customer& each : all) times.push_back(each.times);
  const rules::BuyerStatistics statistics(times);
  rules::BuyingFitOptions options;
  options.k_to = 1;
  print_fit("MBG/NBD, with prior", rules::fit(statistics, options));
  options.dropout = Dropout::after_repeats;
  print_fit("BG/NBD, with prior", rules::fit(statistics, options));
  options.prior = false;
  print_fit("BG/NBD, plain", rules::fit(statistics, options));
}

using Score = std::function<double(const Customer&)>;

void print_rankings(const std::vector<Customer>& all) {
  const std::pair<const char*, Score> rankings[] = {
      {"ours: margin expected", [](const Customer& c) { return c.year.orders * c.year.margin_per_order; }},
      {"potential if won back",
       [](const Customer& c) { return c.year.orders_if_active * c.year.margin_per_order; }},
      {"orders expected", [](const Customer& c) { return c.year.orders; }},
      {"margin, days held out",
       [](const Customer& c) { return c.held_out.orders * c.held_out.margin_per_order; }},
      {"orders, days held out", [](const Customer& c) { return c.held_out.orders; }},
      {"P(active) alone", [](const Customer& c) { return c.year.active; }},
      {"recency", [](const Customer& c) { return -c.silent_days; }},
      {"past spend", [](const Customer& c) { return c.spend; }},
      {"RFM quintile sum", [](const Customer& c) { return c.rfm; }}};
  for (const double silent : {0.0, 60.0, 90.0}) {
    std::vector<Customer> group;
    std::copy_if(all.begin(), all.end(), std::back_inserter(group),
                 [&](const Customer& each) { return each.silent_days >= silent; });
    const auto scored_by = [&](const Score& score) {
      std::vector<Scored> scored;
      for (const Customer& each : group)
        scored.push_back({score(each), each.orders_after > 0, each.revenue_after});
      return scored;
    };
    const std::vector<Scored> rfm = scored_by([](const Customer& c) { return c.rfm; });
    fmt::print("\nsilent >= {} days: {} customers\n{:24} {:>6} {:>14} {:>8} {:>8} {:>8}\n", silent,
               group.size(), "", "AUC", "less RFM's, sd", "best 10%", "20%", "50%");
    for (const auto& [name, score] : rankings) {
      const std::vector<Scored> scored = scored_by(score);
      const double area = area_under_curve(scored);
      fmt::print("{:24} {:6.3f} {:+7.3f} {:6.3f} {:7.1f}% {:7.1f}% {:7.1f}%\n", name, area,
                 area - area_under_curve(rfm), area_difference_deviation(scored, rfm),
                 100 * revenue_share(scored, .1), 100 * revenue_share(scored, .2),
                 100 * revenue_share(scored, .5));
    }
  }
}

/// Mean orders foretold and found per tenth of the customers by what was foretold; the mean gap between them.
double print_deciles(const char* name, std::vector<Customer> all, const Score& foretold) {
  std::sort(all.begin(), all.end(),
            [&](const Customer& a, const Customer& b) { return foretold(a) < foretold(b); });
  fmt::print("{:24}", name);
  double gap = 0;
  for (std::size_t tenth = 0; tenth < 10; ++tenth) {
    double expected = 0, found = 0;
    const std::size_t first = tenth * all.size() / 10, last = (tenth + 1) * all.size() / 10;
    for (std::size_t i = first; i < last; ++i) {
      expected += foretold(all[i]) / static_cast<double>(last - first);
      found += all[i].orders_after / static_cast<double>(last - first);
    }
    fmt::print(" {:.2f}/{:.2f}", expected, found);
    gap += std::abs(expected - found) / 10;
  }
  fmt::print("  gap {:.3f}\n", gap);
  return gap;
}

}  // namespace

int main() {
  if (!std::filesystem::exists(test::shared_path(test::online_retail))) {
    fmt::print("skipped: no {}\n", test::shared_path(test::online_retail));
    return 77;
  }
  std::vector<Customer> all = customers(test::read_online_retail());
  add_rfm(all);
  const BuyingModel model = add_forecasts(all);
  print_fit("timing", model.timing);
  fmt::print("spend: {}, p {:.4g}, q {:.4g}, gamma {:.4g} cents\n", name_of(model.spend.state),
             model.spend.parameters.p, model.spend.parameters.q, model.spend.parameters.gamma);
  print_reference_fits(all);
  print_rankings(all);
  fmt::print("\norders foretold / found, by tenth, {:.1f} weeks\n", weeks_held_out());
  const double ours = print_deciles("ours", all, [](const Customer& c) { return c.held_out.orders; });
  const double plain = print_deciles("plain n / T", all, [](const Customer& c) {
    return static_cast<double>(c.buyer.order_days) / std::max(1.0 / 7, c.times.age) * weeks_held_out();
  });
  fmt::print("calibration error {:.3f}, plain n / T {:.3f}\n", ours, plain);
  return 0;
}
