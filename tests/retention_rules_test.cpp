// What of an account's facts has been kept long enough: each limit on both sides, and nothing that the rules
// need.
#include <catch2/catch.hpp>

#include "plugin/rules/retention.hpp"
#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using namespace rendabel::test;

namespace {

const Settings settings;
const Date day = on("2026-11-23");

}  // namespace

TEST_CASE("months before a day end with a shorter month") {
  CHECK(rules::months_before(on("2026-11-23"), 24) == on("2024-11-23"));
  CHECK(rules::months_before(on("2026-03-31"), 1) == on("2026-02-28"));
  CHECK(rules::months_before(on("2024-03-31"), 13) == on("2023-02-28"));
  CHECK(rules::months_before(on("2026-01-15"), 0) == on("2026-01-15"));
}

TEST_CASE("a net amount that was told as list and discount stays known") {
  Order order;
  order.id = "O1";
  order.date = on("2020-01-01");
  order.list_amount = 120'00;
  order.discount_amount = 20'00;
  std::vector<Order> orders{order};
  Snapshot facts;
  facts.orders = {orders, true};
  CHECK(rules::forget_details(facts, on("2020-01-02")));
  CHECK(facts.orders[0].net_amount == 100'00);
  CHECK_FALSE(rules::forget_details(facts, on("2020-01-02")));
}

TEST_CASE("a shorter setting takes nothing that the rules look at, and a longer one keeps more") {
  Settings shorter, longer;
  shorter.facts_months = 1;
  longer.facts_months = 60;
  CHECK(rules::facts_kept_from(shorter, day) == window(day, 2).first);
  CHECK(rules::facts_kept_from(settings, day) <= window(day, 2).first);
  CHECK(rules::facts_kept_from(longer, day) == on("2021-11-23"));
}

TEST_CASE("an invoice that is still open stays whole, however old; a settled one goes") {
  Invoice open, settled, late;
  Payment paid, paid_late;
  paid.date = on("2020-02-01");
  paid.amount = 100'00;
  paid_late = paid;
  paid_late.date = on("2024-02-01");
  std::vector<Payment> early{paid}, at_last{paid_late};
  for (auto* invoice : {&open, &settled, &late}) {
    invoice->date = on("2020-01-01");
    invoice->amount_incl_tax = 100'00;
  }
  open.id = "open", settled.id = "settled", late.id = "late";
  open.payments = {{}, true};
  settled.payments = {early, true};
  late.payments = {at_last, true};
  std::vector<Invoice> invoices{open, settled, late};
  Snapshot facts;
  facts.invoices = {invoices, true};
  CHECK(rules::forget_details(facts, on("2023-11-23")));
  REQUIRE(facts.invoices.size() == 2);
  CHECK(facts.invoices[0].id == "open");
  CHECK(facts.invoices[1].id == "late");
}

TEST_CASE("taking back a consent is a sign as well as giving it") {
  Consent consent;
  consent.given_on = on("2020-01-01");
  consent.withdrawn_on = on("2024-11-23");
  std::vector<Consent> consents{consent};
  Contact contact;
  contact.id = "P1";
  contact.consents = {consents, true};
  std::vector<Contact> contacts{contact};
  Snapshot facts;
  facts.account.id = "A1";
  facts.account.since = on("2020-01-01");
  facts.contacts = {contacts, true};
  CHECK(rules::silent_contacts(facts, on("2024-11-23")).empty());
  CHECK(rules::silent_contacts(facts, on("2024-11-24")).size() == 1);
}

TEST_CASE("somebody with a sign of his own is not silent, and of whom no day is known neither") {
  Contact spoken, other;
  spoken.id = "P1", other.id = "P2";
  std::vector<Contact> contacts{spoken, other};
  Snapshot facts;
  facts.account.id = "A1";
  facts.contacts = {contacts, true};
  const Date from = on("2024-11-23");
  CHECK(rules::silent_contacts(facts, from).empty());
  facts.account.since = on("2020-01-01");
  CHECK(rules::silent_contacts(facts, from).size() == 2);
  Activity call;
  call.contact_id = "P1";
  call.date = GENERATE(on("2024-11-22"), on("2024-11-23"));
  std::vector<Activity> activities{call};
  facts.activities = {activities, true};
  CHECK(rules::silent_contacts(facts, from).size() == (*call.date < from ? 2 : 1));
}
