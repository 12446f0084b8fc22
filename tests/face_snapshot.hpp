// face_snapshot.hpp — for face_test: a snapshot with every field that there is, built through the C++ face.
#pragma once
#include "rendabel.hpp"

namespace whole {

using namespace rendabel;

inline Account account() {
  Account a;
  a.id = "C1";
  a.name = "Müller & Zn. \"€\" \\ \n\t\x01 🐟";
  a.currency = "EUR";
  a.owner = a.segment = "jan";
  a.country = "NL";
  a.person_kind = "legal";
  a.phone = a.mobile = "0401234567";
  a.email = "inkoop@mueller.example";
  a.active = a.strategic = true;
  a.unassigned = a.do_not_call = false;
  a.since = a.history_from = "2020-01-01";
  a.contract_until = "2027-01-01";
  a.standing_discount_percent = Decimal(125, 1);
  a.payment_days = 30;
  a.attributes = {{{"fleet \"size\"", Decimal(12)}, {"vip", true}, {"note", Text("a\\b")}}};
  return a;
}

inline Contact contact() {
  Consent consent;
  consent.purpose = "marketing";
  consent.subject = "all";
  consent.channel = "voice";
  consent.party = "us";
  consent.given_on = "2026-01-02";
  consent.expires_on = "2028-01-02";
  consent.withdrawn_on = "2026-02-02";
  consent.source = "form";
  Contact contact;
  contact.id = "P1";
  contact.name = contact.role = "inkoper";
  contact.language = "nl";
  contact.phone = contact.mobile = "0401234568";
  contact.email = "p@mueller.example";
  contact.preferred_channel = "phone";
  contact.active = true;
  contact.do_not_call = false;
  contact.channels = {{{"linkedin", "in/p"}}};
  contact.consents = {{consent}};
  contact.objected_on = contact.opt_out_offered_on = contact.dnc_checked_on = contact.tps_checked_on =
      "2026-03-03";
  return contact;
}

inline Order order() {
  Order o;
  o.id = "O1";
  o.date = "2026-10-01";
  o.channel = "web";
  o.derived_from = "invoice";
  o.list_amount = Money{12000};
  o.discount_amount = Money{2000};
  o.net_amount = Money{10000};
  o.cost_of_goods = o.freight_paid = o.freight_charged = o.contribution = Money{5};
  o.lines = Decimal(2);
  o.items = Decimal(2500001, 6);
  o.rush = false;
  o.carriage_paid = true;
  o.product_groups = {{"hoses", "valves"}};
  return o;
}

inline CreditNote credit_note() {
  CreditNote c;
  c.id = "N1";
  c.date = "2026-10-05";
  c.amount = Money{1000};
  c.kind = "return";
  c.order_id = "O1";
  c.cost_of_goods = Money{400};
  c.items = Decimal(1);
  return c;
}

inline Invoice invoice() {
  Invoice i;
  i.id = "I1";
  i.date = "2026-10-02";
  i.due_date = "2026-11-01";
  i.amount_incl_tax = Money{12100};
  i.delivery = "pdf";
  i.reminders = 1;
  i.payments = {{{"2026-11-10", Money{12100}, "money"}}};
  return i;
}

inline Quote quote() {
  Quote q;
  q.id = "Q1";
  q.sent_on = "2026-11-10";
  q.valid_until = "2026-12-10";
  q.amount = Money{50000};
  q.margin = Money{-100};
  q.status = "open";
  q.contact_id = "P1";
  q.requested = true;
  return q;
}

inline Inquiry inquiry() {
  Inquiry w;
  w.id = "W1";
  w.at = w.answered_at.emplace(w.solved_at.emplace("2026-11-20T10:05:00+01:00"));
  w.kind = "question";
  w.channel = "mail";
  w.contact_id = "P1";
  w.subject = "hoses";
  return w;
}

inline Activity activity() {
  Activity v;
  v.id = "V1";
  v.date = "2026-11-01";
  v.kind = "visit";
  v.direction = "out";
  v.contact_id = "P1";
  v.call_id = "call-1";
  v.minutes = Decimal(45);
  v.quantity = Decimal(1);
  v.cost = Money{40000};
  v.planned = false;
  v.reached = true;
  return v;
}

inline Snapshot snapshot() {
  Snapshot s("C1", date(2026, 11, 23));
  s.revision = 3;
  s.account = account();
  s.add(contact()).add(order()).add(credit_note()).add(invoice()).add(quote()).add(inquiry()).add(activity());
  return s.add(Remedy{"R1", "reset_discount", "2026-11-02", "offered"});
}

}  // namespace whole
