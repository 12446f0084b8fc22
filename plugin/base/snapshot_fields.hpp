// snapshot_fields.hpp — the snapshot's fields, one line each: what a host may send (contract.md 3).
// This is the description that the reader checks with, the schema is written from and the store encodes by.
// The order of the lines is the encoding's order: append, with `since`, never insert (store/facts.hpp).
#pragma once
#include "plugin/base/describe.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel {

// clang-format off
template <> struct Description<Account> {
  static constexpr std::string_view name = "account";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Account::id, "The host's id of the account"),
      field(Text{200}, "name", &Account::name, "Name, shown to agents; never in a log or message"),
      field(CurrencyCode{}, "currency", &Account::currency, "Currency of every amount; must be the book's"),
      field(YesNo{}, "active", &Account::active, "false: stays in the book, is not called; unknown = true"),
      field(YesNo{}, "unassigned", &Account::unassigned, "Revenue without a customer: counts in the book, never flagged or called"),
      field(OnDate{}, "since", &Account::since, "First day as a customer"),
      field(OnDate{}, "history_from", &Account::history_from, "First day the host's history covers; left out: complete"),
      field(Text{200}, "owner", &Account::owner, "Salesperson or agent whose account it is"),
      field(Text{200}, "segment", &Account::segment, "The host's own grouping"),
      field(CountryCode{}, "country", &Account::country, "Country called; unknown = the settings' country"),
      field(Choice<PersonKind>{}, "person_kind", &Account::person_kind, "Legal or natural person; unknown counts as natural (law.md)"),
      field(YesNo{}, "strategic", &Account::strategic, "Kept whatever it earns"),
      field(Text{64}, "phone", &Account::phone, "Telephone number as the host has it"),
      field(Text{64}, "mobile", &Account::mobile, "Mobile number as the host has it"),
      field(Text{254}, "email", &Account::email, "Mail address"),
      field(YesNo{}, "do_not_call", &Account::do_not_call, "Do not telephone this account"),
      field(Decimal{0, 100}, "standing_discount_percent", &Account::standing_discount_percent, "Agreed discount in percent points"),
      field(Count{0, 3650}, "payment_days", &Account::payment_days, "Agreed days from invoice to due date"),
      field(OnDate{}, "contract_until", &Account::contract_until, "Last day of a running contract: neither slipping nor dormant before"),
      field(Attributes{}, "attributes", &Account::attributes, "The host's own names and scalars; read by the learner only where settings name them")};
};

template <> struct Description<Channel> {
  static constexpr std::string_view name = "channel";
  static constexpr auto fields = std::tuple{
      required(Text{40}, "kind", &Channel::kind, "linkedin, whatsapp, facebook, x, …"),
      required(Text{500}, "handle", &Channel::handle, "The contact's handle or address there")};
};

template <> struct Description<Consent> {
  static constexpr std::string_view name = "consent";
  static constexpr auto fields = std::tuple{
      field(Text{64}, "purpose", &Consent::purpose, "What for, such as marketing"),
      field(Text{200}, "subject", &Consent::subject, "Goods or services it covers; unknown = all of this party's"),
      field(Text{40}, "channel", &Consent::channel, "voice, email, sms, whatsapp, …; unknown = voice is not covered by it"),
      field(Text{200}, "party", &Consent::party, "To whom it was given; unknown = to us"),
      field(OnDate{}, "given_on", &Consent::given_on, "Day it was given; without it, it is no consent"),
      field(OnDate{}, "expires_on", &Consent::expires_on, "Last day it holds; left out: until withdrawn"),
      field(OnDate{}, "withdrawn_on", &Consent::withdrawn_on, "Day it was withdrawn"),
      field(Text{500}, "source", &Consent::source, "How it was obtained")};
};

template <> struct Description<Contact> {
  static constexpr std::string_view name = "contact";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Contact::id, "The host's id of the person; the account's own id: its own number and mail"),
      field(Text{200}, "name", &Contact::name, "Name; hosts may leave it out"),
      field(Text{200}, "role", &Contact::role, "Function, such as buyer"),
      field(Text{16}, "language", &Contact::language, "Language to speak, such as nl"),
      field(YesNo{}, "active", &Contact::active, "false: not called; unknown = true"),
      field(Text{64}, "phone", &Contact::phone, "Telephone number"),
      field(Text{64}, "mobile", &Contact::mobile, "Mobile number"),
      field(Text{254}, "email", &Contact::email, "Mail address"),
      field(ListOf{false}, "channels", &Contact::channels, "Other ways to reach the person, as given"),
      field(Text{40}, "preferred_channel", &Contact::preferred_channel, "The channel the person prefers"),
      field(ListOf{false}, "consents", &Contact::consents, "Consents given, merged with those already known"),
      field(OnDate{}, "objected_on", &Contact::objected_on, "Day of the objection to marketing; absent lifts nothing"),
      field(YesNo{}, "do_not_call", &Contact::do_not_call, "Do not telephone this person"),
      field(OnDate{}, "opt_out_offered_on", &Contact::opt_out_offered_on, "Day the opt-out was last offered"),
      field(OnDate{}, "dnc_checked_on", &Contact::dnc_checked_on, "Day the national do-not-call list was checked and did not name the number"),
      field(OnDate{}, "tps_checked_on", &Contact::tps_checked_on, "Day TPS or CTPS was checked and did not name the number")};
};

template <> struct Description<Order> {
  static constexpr std::string_view name = "order";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Order::id, "The host's id of the order"),
      required(OnDate{}, "date", &Order::date, "Order day"),
      field(Text{40}, "channel", &Order::channel, "phone, email, visit, web, edi, …: the variant of the order's rates"),
      field(Choice<DerivedFrom>{}, "derived_from", &Order::derived_from, "invoice: the host made this order from an invoice"),
      field(Amount{}, "list_amount", &Order::list_amount, "At list price, excl. tax, freight and contribution; two of list, discount and net give the third"),
      field(Amount{}, "discount_amount", &Order::discount_amount, "Discount on the list amount"),
      field(Amount{}, "net_amount", &Order::net_amount, "Net, excl. tax, freight and contribution; negative is a correction"),
      field(Amount{}, "cost_of_goods", &Order::cost_of_goods, "Purchase value of the goods"),
      field(Decimal{}, "lines", &Order::lines, "Number of order lines; unknown counts as 1, assumed"),
      field(Decimal{}, "items", &Order::items, "Number of items"),
      field(YesNo{}, "rush", &Order::rush, "Rush order; unknown = no"),
      field(YesNo{}, "carriage_paid", &Order::carriage_paid, "true: we pay the freight (franco)"),
      field(Amount{true}, "freight_paid", &Order::freight_paid, "Freight we paid"),
      field(Amount{true}, "freight_charged", &Order::freight_charged, "Freight the customer was charged"),
      field(Amount{}, "contribution", &Order::contribution, "What the customer paid for handling or administration"),
      field(TextList{}, "product_groups", &Order::product_groups, "Product groups in the order")};
};

template <> struct Description<CreditNote> {
  static constexpr std::string_view name = "credit_note";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &CreditNote::id, "The host's id of the credit note"),
      required(OnDate{}, "date", &CreditNote::date, "Its own date: it counts there, whatever period the order was in"),
      field(Choice<CreditKind>{}, "kind", &CreditNote::kind, "return gives back cost of goods; correction and bonus do not; left out = return"),
      field(Id{}, "order_id", &CreditNote::order_id, "The order it belongs to, where known"),
      required(Amount{true}, "amount", &CreditNote::amount, "Positive, excl. tax"),
      field(Amount{true}, "cost_of_goods", &CreditNote::cost_of_goods, "Cost of the goods given back"),
      field(Decimal{}, "items", &CreditNote::items, "Items returned")};
};

template <> struct Description<Payment> {
  static constexpr std::string_view name = "payment";
  static constexpr auto fields = std::tuple{
      required(OnDate{}, "date", &Payment::date, "Day it settled the invoice"),
      required(Amount{}, "amount", &Payment::amount, "Amount settled, incl. tax; negative takes a settlement back"),
      field(Choice<PaymentKind>{}, "kind", &Payment::kind, "money, credit (a credit note set off) or write_off; left out = money")};
};

template <> struct Description<Invoice> {
  static constexpr std::string_view name = "invoice";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Invoice::id, "The host's id of the invoice"),
      required(OnDate{}, "date", &Invoice::date, "Invoice day"),
      field(OnDate{}, "due_date", &Invoice::due_date, "Last day to pay; unknown: date + the account's payment_days"),
      required(Amount{}, "amount_incl_tax", &Invoice::amount_incl_tax, "Amount incl. tax"),
      field(Text{40}, "delivery", &Invoice::delivery, "paper, pdf, einvoice, …: the variant of the invoice rate"),
      field(Count{0, 1000}, "reminders", &Invoice::reminders, "Reminders sent; unknown counts as 0, assumed"),
      field(ListOf{false}, "payments", &Invoice::payments, "All settlements; left out = unknown, [] = unpaid")};
};

template <> struct Description<Quote> {
  static constexpr std::string_view name = "quote";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Quote::id, "The host's id of the quote"),
      required(OnDate{}, "sent_on", &Quote::sent_on, "Day it was sent"),
      field(OnDate{}, "valid_until", &Quote::valid_until, "Last day it holds"),
      field(Amount{true}, "amount", &Quote::amount, "Value excl. tax"),
      field(Amount{}, "margin", &Quote::margin, "Gross margin on it, where the host knows"),
      field(Choice<QuoteStatus>{}, "status", &Quote::status, "open, won, lost or expired; left out = open"),
      field(Id{}, "contact_id", &Quote::contact_id, "The contact it was sent to"),
      field(YesNo{}, "requested", &Quote::requested, "The customer asked for it: calling back is then asked, not marketing")};
};

template <> struct Description<Inquiry> {
  static constexpr std::string_view name = "inquiry";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Inquiry::id, "The host's id of the inquiry"),
      required(AtMoment{}, "at", &Inquiry::at, "When it came in"),
      field(Choice<InquiryKind>{}, "kind", &Inquiry::kind, "information, question, problem or complaint; left out = information"),
      field(Text{40}, "channel", &Inquiry::channel, "How it came in"),
      field(Id{}, "contact_id", &Inquiry::contact_id, "Who asked"),
      field(Text{500}, "subject", &Inquiry::subject, "What it is about"),
      field(AtMoment{}, "answered_at", &Inquiry::answered_at, "When it was answered"),
      field(AtMoment{}, "solved_at", &Inquiry::solved_at, "When it was solved")};
};

template <> struct Description<Activity> {
  static constexpr std::string_view name = "activity";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Activity::id, "The host's id of the activity"),
      required(OnDate{}, "date", &Activity::date, "Day it was or will be done"),
      required(Text{40}, "kind", &Activity::kind, "visit, call or a driver of the settings such as km, demo, training"),
      field(Choice<Direction>{}, "direction", &Activity::direction, "in or out"),
      field(Decimal{0, 1'000'000}, "minutes", &Activity::minutes, "Duration, for rates per hour"),
      field(Amount{}, "cost", &Activity::cost, "Its own cost, which goes before quantity × rate"),
      field(Decimal{}, "quantity", &Activity::quantity, "How many units of its driver; unknown = 1"),
      field(Id{}, "contact_id", &Activity::contact_id, "With whom"),
      field(YesNo{}, "planned", &Activity::planned, "true: not done yet; costs nothing and holds back calls"),
      field(YesNo{}, "reached", &Activity::reached, "The person was reached"),
      field(Id{}, "call_id", &Activity::call_id, "The call of our list it was; the two are one cost")};
};

template <> struct Description<Remedy> {
  static constexpr std::string_view name = "remedy";
  static constexpr auto fields = std::tuple{
      required(Id{}, "id", &Remedy::id, "The host's id of the answer"),
      required(Text{40}, "code", &Remedy::code, "Which remedy: reset_discount, raise_order_size, …"),
      required(OnDate{}, "date", &Remedy::date, "Day of the offer or answer"),
      required(Choice<RemedyStatus>{}, "status", &Remedy::status, "offered, accepted or refused")};
};

template <> struct Description<Snapshot> {
  static constexpr std::string_view name = "snapshot";
  static constexpr auto fields = std::tuple{
      required(Nested{}, "account", &Snapshot::account, "The account itself"),
      field(Count{0, INT64_MAX}, "revision", &Snapshot::revision, "Grows with every change; lower than stored is stale"),
      required(OnDate{}, "as_of", &Snapshot::as_of, "The day everything is judged on; later facts do not count"),
      field(ListOf{}, "contacts", &Snapshot::contacts, "People at the account"),
      field(ListOf{}, "orders", &Snapshot::orders, "Orders; they carry the revenue"),
      field(ListOf{}, "credit_notes", &Snapshot::credit_notes, "Credit notes; left out counts as none, assumed"),
      field(ListOf{}, "invoices", &Snapshot::invoices, "Invoices; left out = unknown"),
      field(ListOf{}, "quotes", &Snapshot::quotes, "Quotes; left out counts as none, assumed"),
      field(ListOf{}, "inquiries", &Snapshot::inquiries, "Questions, problems, complaints; left out counts as none, assumed"),
      field(ListOf{}, "activities", &Snapshot::activities, "Visits, calls and the host's own drivers; left out = unknown"),
      field(ListOf{}, "remedies", &Snapshot::remedies, "Remedies put to the customer; left out counts as none, assumed")};
};
// clang-format on

}  // namespace rendabel
