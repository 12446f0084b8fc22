// rendabel_documents.hpp — the C++ face's documents: a snapshot typed in C++, JSON at the border, answers as
// views. In: structs whose empty fields are unknown; answers as text.  Out: JSON text; Values that look into
// an answer. Never: a float near an amount, a look outside the text, a copy of an answer.  Method: C++17,
// nothing but std.
#ifndef RENDABEL_DOCUMENTS_HPP
#define RENDABEL_DOCUMENTS_HPP
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rendabel {
inline namespace face {

/// An amount in minor units of the book's currency: cents, or yen.
struct Money {
  std::int64_t minor = 0;
};

/// A quantity or a rate: `units` / 10^places; Decimal(125, 1) is 12.5. At most 6 places.
struct Decimal {
  std::int64_t units = 0;
  int places = 0;
  constexpr Decimal(std::int64_t units_ = 0, int places_ = 0) : units(units_), places(places_) {}
};

/// `YYYY-MM-DD`. The library refuses days that do not exist.
using Date = std::string;
/// RFC 3339 with offset, such as `2026-11-23T10:05:00+01:00`.
using Moment = std::string;
using Text = std::string;
using Attribute = std::variant<bool, Decimal, Text>;
template <class Type>
using Maybe = std::optional<Type>;  ///< empty is unknown, and unknown is not zero

/// 2026, 11, 23 → "2026-11-23"; years of four digits.
inline Date date(int year, int month, int day) {
  const auto digits = [](int number, int count) {
    const std::string text = std::to_string(number);
    const std::size_t width = static_cast<std::size_t>(count);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
  };
  return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2);
}

/// A part of a document that is JSON already.
struct Json {
  std::string_view text;
};

/// Writes JSON. Text goes as it is but for what JSON escapes: the library's finding names bad UTF-8.
class Writer {
 public:
  /// `decimals` of the book's currency: 2 for euros, 0 for yen.
  explicit Writer(int decimals = 2) : decimals_(decimals) {}
  std::string take() { return std::move(out_); }

  template <class Type>
  void operator()(const char* name, const Maybe<Type>& value) {
    if (value) (*this)(name, *value);
  }
  template <class Type>
  void operator()(const char* name, const Type& value) {
    separate();
    write(std::string_view(name));
    out_ += ':';
    write(value);
    comma_ = true;
  }

  void write(bool value) { out_ += value ? "true" : "false"; }
  void write(std::int64_t value) { out_ += std::to_string(value); }
  void write(int value) { out_ += std::to_string(value); }
  void write(Money value) { write(Decimal(value.minor, decimals_)); }
  void write(Decimal value) {
    const bool below = value.units < 0;
    // Unsigned, for the least number has no positive counterpart.
    const std::uint64_t size =
        below ? 0 - static_cast<std::uint64_t>(value.units) : static_cast<std::uint64_t>(value.units);
    std::string digits = std::to_string(size);
    const std::size_t places = value.places > 0 ? static_cast<std::size_t>(value.places) : 0;
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, 1, '.');
    out_ += (below ? "-" : "") + digits;
  }
  void write(const char* text) { write(std::string_view(text)); }
  void write(const std::string& text) { write(std::string_view(text)); }
  void write(std::string_view text) {
    static const char* const hex = "0123456789abcdef";
    out_ += '"';
    for (const char character : text) {
      const unsigned char byte = static_cast<unsigned char>(character);
      if (byte < 0x20) {
        out_ += "\\u00";
        out_ += hex[byte >> 4];
        out_ += hex[byte & 15];
      } else {
        if (character == '"' || character == '\\') out_ += '\\';
        out_ += character;
      }
    }
    out_ += '"';
  }
  void write(const Attribute& value) {
    std::visit([this](const auto& held) { write(held); }, value);
  }
  void write(const std::vector<std::pair<Text, Attribute>>& members) {
    open('{');
    for (const auto& [name, value] : members) (*this)(name.c_str(), value);
    close('}');
  }
  template <class Type>
  void write(const std::vector<Type>& items) {
    open('[');
    for (const Type& item : items) {
      separate();
      write(item);
      comma_ = true;
    }
    close(']');
  }
  /// A struct of this file: its fields in their order.
  template <class Record>
  auto write(const Record& record) -> decltype(record.fields(*this)) {
    open('{');
    record.fields(*this);
    close('}');
  }
  void write(Json json) { out_ += json.text; }
  void open(char bracket) {
    out_ += bracket;
    comma_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    comma_ = true;
  }

 private:
  void separate() {
    if (comma_) out_ += ',';
    comma_ = false;
  }

  std::string out_;
  int decimals_;
  bool comma_ = false;
};

// The snapshot: names, units and limits as in schema "snapshot"; tests/face_test.cpp holds them against it.
// clang-format off
struct Channel {
  Text kind, handle;
  template <class F> void fields(F& f) const { f("kind", kind); f("handle", handle); }
};

struct Consent {
  Maybe<Text> purpose, subject, channel, party;
  Maybe<Date> given_on, expires_on, withdrawn_on;
  Maybe<Text> source;
  template <class F> void fields(F& f) const {
    f("purpose", purpose); f("subject", subject); f("channel", channel); f("party", party); f("given_on", given_on);
    f("expires_on", expires_on); f("withdrawn_on", withdrawn_on); f("source", source);
  }
};

struct Contact {
  Text id;
  Maybe<Text> name, role, language, phone, mobile, email, preferred_channel;
  Maybe<bool> active, do_not_call;
  Maybe<std::vector<Channel>> channels;
  Maybe<std::vector<Consent>> consents;
  Maybe<Date> objected_on, opt_out_offered_on, dnc_checked_on, tps_checked_on;
  template <class F> void fields(F& f) const {
    f("id", id); f("name", name); f("role", role); f("language", language); f("active", active); f("phone", phone);
    f("mobile", mobile); f("email", email); f("channels", channels); f("preferred_channel", preferred_channel);
    f("consents", consents); f("objected_on", objected_on); f("do_not_call", do_not_call);
    f("opt_out_offered_on", opt_out_offered_on); f("dnc_checked_on", dnc_checked_on); f("tps_checked_on", tps_checked_on);
  }
};

struct Account {
  Text id;
  Maybe<Text> name, currency, owner, segment, country, person_kind, phone, mobile, email;
  Maybe<bool> active, unassigned, strategic, do_not_call;
  Maybe<Date> since, history_from, contract_until;
  Maybe<Decimal> standing_discount_percent;
  Maybe<std::int64_t> payment_days;
  Maybe<std::vector<std::pair<Text, Attribute>>> attributes;
  template <class F> void fields(F& f) const {
    f("id", id); f("name", name); f("currency", currency); f("active", active); f("unassigned", unassigned);
    f("since", since); f("history_from", history_from); f("owner", owner); f("segment", segment); f("country", country);
    f("person_kind", person_kind); f("strategic", strategic); f("phone", phone); f("mobile", mobile); f("email", email);
    f("do_not_call", do_not_call); f("standing_discount_percent", standing_discount_percent);
    f("payment_days", payment_days); f("contract_until", contract_until); f("attributes", attributes);
  }
};

struct Order {
  Text id;
  Date date;
  Maybe<Text> channel, derived_from;
  Maybe<Money> list_amount, discount_amount, net_amount, cost_of_goods, freight_paid, freight_charged, contribution;
  Maybe<Decimal> lines, items;
  Maybe<bool> rush, carriage_paid;
  Maybe<std::vector<Text>> product_groups;
  template <class F> void fields(F& f) const {
    f("id", id); f("date", date); f("channel", channel); f("derived_from", derived_from); f("list_amount", list_amount);
    f("discount_amount", discount_amount); f("net_amount", net_amount); f("cost_of_goods", cost_of_goods);
    f("lines", lines); f("items", items); f("rush", rush); f("carriage_paid", carriage_paid);
    f("freight_paid", freight_paid); f("freight_charged", freight_charged); f("contribution", contribution);
    f("product_groups", product_groups);
  }
};

struct CreditNote {
  Text id;
  Date date;
  Money amount;  ///< positive, excl. tax
  Maybe<Text> kind, order_id;
  Maybe<Money> cost_of_goods;
  Maybe<Decimal> items;
  template <class F> void fields(F& f) const {
    f("id", id); f("date", date); f("kind", kind); f("order_id", order_id); f("amount", amount);
    f("cost_of_goods", cost_of_goods); f("items", items);
  }
};

struct Payment {
  Date date;
  Money amount;
  Maybe<Text> kind;
  template <class F> void fields(F& f) const { f("date", date); f("amount", amount); f("kind", kind); }
};

struct Invoice {
  Text id;
  Date date;
  Money amount_incl_tax;
  Maybe<Date> due_date;
  Maybe<Text> delivery;
  Maybe<std::int64_t> reminders;
  Maybe<std::vector<Payment>> payments;  ///< empty list: unpaid; no list: unknown
  template <class F> void fields(F& f) const {
    f("id", id); f("date", date); f("due_date", due_date); f("amount_incl_tax", amount_incl_tax);
    f("delivery", delivery); f("reminders", reminders); f("payments", payments);
  }
};

struct Quote {
  Text id;
  Date sent_on;
  Maybe<Date> valid_until;
  Maybe<Money> amount, margin;
  Maybe<Text> status, contact_id;
  Maybe<bool> requested;
  template <class F> void fields(F& f) const {
    f("id", id); f("sent_on", sent_on); f("valid_until", valid_until); f("amount", amount); f("margin", margin);
    f("status", status); f("contact_id", contact_id); f("requested", requested);
  }
};

struct Inquiry {
  Text id;
  Moment at;
  Maybe<Text> kind, channel, contact_id, subject;
  Maybe<Moment> answered_at, solved_at;
  template <class F> void fields(F& f) const {
    f("id", id); f("at", at); f("kind", kind); f("channel", channel); f("contact_id", contact_id);
    f("subject", subject); f("answered_at", answered_at); f("solved_at", solved_at);
  }
};

struct Activity {
  Text id;
  Date date;
  Text kind;
  Maybe<Text> direction, contact_id, call_id;
  Maybe<Decimal> minutes, quantity;
  Maybe<Money> cost;
  Maybe<bool> planned, reached;
  template <class F> void fields(F& f) const {
    f("id", id); f("date", date); f("kind", kind); f("direction", direction); f("minutes", minutes); f("cost", cost);
    f("quantity", quantity); f("contact_id", contact_id); f("planned", planned); f("reached", reached);
    f("call_id", call_id);
  }
};

struct Remedy {
  Text id, code;
  Date date;
  Text status;
  template <class F> void fields(F& f) const { f("id", id); f("code", code); f("date", date); f("status", status); }
};
// clang-format on

/// All that the host knows of one account. A list left empty (no value) is unknown; `orders.emplace()` is
/// none.
struct Snapshot {
  Account account;
  Date as_of;
  Maybe<std::int64_t> revision;
  Maybe<std::vector<Contact>> contacts;
  Maybe<std::vector<Order>> orders;
  Maybe<std::vector<CreditNote>> credit_notes;
  Maybe<std::vector<Invoice>> invoices;
  Maybe<std::vector<Quote>> quotes;
  Maybe<std::vector<Inquiry>> inquiries;
  Maybe<std::vector<Activity>> activities;
  Maybe<std::vector<Remedy>> remedies;

  Snapshot(Text account_id, Date as_of_) : as_of(std::move(as_of_)) { account.id = std::move(account_id); }

  Snapshot& add(Contact item) { return put(contacts, std::move(item)); }
  Snapshot& add(Order item) { return put(orders, std::move(item)); }
  Snapshot& add(CreditNote item) { return put(credit_notes, std::move(item)); }
  Snapshot& add(Invoice item) { return put(invoices, std::move(item)); }
  Snapshot& add(Quote item) { return put(quotes, std::move(item)); }
  Snapshot& add(Inquiry item) { return put(inquiries, std::move(item)); }
  Snapshot& add(Activity item) { return put(activities, std::move(item)); }
  Snapshot& add(Remedy item) { return put(remedies, std::move(item)); }

  /// `decimals` of the book's currency.
  std::string json(int decimals = 2) const {
    Writer writer(decimals);
    writer.write(*this);
    return writer.take();
  }

  template <class F>
  void fields(F& f) const {
    f("account", account);
    f("revision", revision);
    f("as_of", as_of);
    f("contacts", contacts);
    f("orders", orders);
    f("credit_notes", credit_notes);
    f("invoices", invoices);
    f("quotes", quotes);
    f("inquiries", inquiries);
    f("activities", activities);
    f("remedies", remedies);
  }

 private:
  template <class Type>
  Snapshot& put(Maybe<std::vector<Type>>& list, Type item) {
    if (!list) list.emplace();
    list->push_back(std::move(item));
    return *this;
  }
};

}  // namespace face
}  // namespace rendabel
#endif
