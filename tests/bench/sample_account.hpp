// sample_account.hpp — the account that benchmarks save: 30 orders, 30 invoices, about 9 kB of JSON.
// In: a number that makes it differ.  Out: its JSON.
#pragma once
#include <fmt/format.h>

#include <iterator>
#include <string>

namespace rendabel::bench {

/// `account` names it, `revision` grows and moves an amount, so that no two documents are the same.
inline std::string sample_account(int account, int revision) {
  std::string json;
  auto out = std::back_inserter(json);
  fmt::format_to(
      out,
      R"({{"account":{{"id":"account-{0:06}","name":"Groothandel {0}","currency":"EUR","country":"NL",)"
      R"("owner":"jan","segment":"retail","person_kind":"legal","phone":"+31 20 555 {1:04}",)"
      R"("payment_days":30,"since":"2019-03-01"}},"revision":{2},"as_of":"2026-11-23",)"
      R"("contacts":[{{"id":"contact-{0:06}","name":"A. de Vries","role":"inkoop",)"
      R"("phone":"+31 6 1234 {1:04}","email":"inkoop{0}@example.com"}}],"orders":[)",
      account, account % 10'000, revision);
  for (int n = 0; n < 30; ++n) {
    const int year = 2024 + n / 12, month = 1 + n % 12;
    fmt::format_to(
        out,
        R"({}{{"id":"order-{:06}-{:02}","date":"{}-{:02}-{:02}","channel":"{}","list_amount":{}.50,)"
        R"("net_amount":{}.{:02},"cost_of_goods":{}.00,"lines":{},"carriage_paid":true,)"
        R"("freight_paid":12.50}})",
        n == 0 ? "" : ",", account, n, year, month, 1 + account % 28, n % 3 == 0 ? "phone" : "web",
        300 + account % 500 + n, 250 + account % 400 + n, (revision + n) % 100, 180 + account % 300,
        1 + n % 9);
  }
  json += R"(],"credit_notes":[],"invoices":[)";
  for (int n = 0; n < 30; ++n) {
    const int year = 2024 + n / 12, month = 1 + n % 12;
    fmt::format_to(out,
                   R"({}{{"id":"invoice-{:06}-{:02}","date":"{}-{:02}-{:02}","amount_incl_tax":{}.00,)"
                   R"("delivery":"pdf","payments":[{{"date":"{}-{:02}-{:02}","amount":{}.00}}]}})",
                   n == 0 ? "" : ",", account, n, year, month, 1 + account % 28, 302 + account % 400, year,
                   month, 28, 302 + account % 400);
  }
  json +=
      R"(],"quotes":[],"inquiries":[],"activities":[{"id":"visit-1","date":"2026-05-04","kind":"visit"}]})";
  return json;
}

}  // namespace rendabel::bench
