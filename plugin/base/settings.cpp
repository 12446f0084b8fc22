#include "plugin/base/settings.hpp"

namespace rendabel {

std::map<std::string, Rate, std::less<>> Settings::default_rates() {
  constexpr auto money = [](std::int64_t hundredths) {
    return Rate{Rate::Kind::money, {hundredths * 10'000}};
  };
  constexpr auto minutes = [](std::int64_t whole) { return Rate{Rate::Kind::minutes, {whole * micro}}; };
  return {
      {"account_year", money(0)},    // money a year with an order [domain 2]
      {"call", money(600)},          // money a call [domain 2]
      {"first_order", minutes(15)},  // once in an account's life [domain 2]
      {"invoice", money(500)},       // money an invoice, delivery unknown [domain 2]
      {"invoice.einvoice", money(250)},
      {"invoice.paper", money(1000)},
      {"invoice.pdf", money(500)},
      {"order", minutes(5)},  // minutes an order [domain 2]
      {"order.edi", money(100)},
      {"order.web", money(200)},
      {"order_line", minutes(3)},  // minutes a line [domain 2]
      {"order_line.edi", money(0)},
      {"order_line.web", money(0)},
      {"reminder", money(1000)},    // money a reminder [domain 2]
      {"return", money(2000)},      // money a return [domain 2]
      {"rush_order", minutes(10)},  // on top of the order [domain 2]
      {"shipment", money(1250)},    // freight where nobody knows what was paid [domain 2]
      {"visit", money(40'000)},     // money a visit [M1]
  };
}

}  // namespace rendabel
