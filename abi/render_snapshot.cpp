#include "abi/render_snapshot.hpp"

#include <string>
#include <tuple>

#include "plugin/base/snapshot_fields.hpp"

namespace rendabel::abi {
namespace {

// One overload a kind of plugin/base/describe.hpp: whether the value is known, and how it is written.
bool known(std::string_view value) { return !value.empty(); }
template <class T>
bool known(const std::optional<T>& value) {
  return value.has_value();
}
template <class T>
bool known(const List<T>& value) {
  return value.known;
}
template <class E>
requires std::is_enum_v<E>
bool known(E value) { return value != E{}; }
template <class Struct>
requires requires { Description<Struct>::fields; }
bool known(const Struct&) { return true; }

template <class Struct>
void write_struct(Writer& out, const Struct& value);

template <class Kind>
requires std::same_as<Kind, Id> || std::same_as<Kind, Text> || std::same_as<Kind, CountryCode> ||
    std::same_as<Kind, CurrencyCode>
void write(Writer& out, Kind, std::string_view value) { out.text(value); }
void write(Writer& out, Amount, std::optional<Cents> value) { out.money(value); }
void write(Writer& out, Decimal, std::optional<Micro> value) { out.decimal(value); }
void write(Writer& out, Count, std::optional<std::int64_t> value) { out.integer(value); }
void write(Writer& out, YesNo, std::optional<bool> value) { out.yes_no(value); }
void write(Writer& out, OnDate, std::optional<Date> value) { out.date(value); }
void write(Writer& out, AtMoment, std::optional<Moment> value) { out.moment(value); }
template <class E>
void write(Writer& out, Choice<E>, E value) {
  out.text(name_of(value));
}
template <class Struct>
void write(Writer& out, Nested, const Struct& value) {
  write_struct(out, value);
}
template <class Struct>
void write(Writer& out, ListOf, const List<Struct>& values) {
  out.begin_array();
  for (const Struct& value : values) write_struct(out, value);
  out.end_array();
}
void write(Writer& out, TextList, const List<std::string_view>& values) {
  out.begin_array();
  for (const std::string_view value : values) out.text(value);
  out.end_array();
}
void write(Writer& out, Attributes, const List<Attribute>& values) {
  out.begin_object();
  for (const Attribute& attribute : values) {
    out.key_text(attribute.name);
    if (attribute.kind == Attribute::Kind::text) {
      out.text(attribute.value);
    } else {
      out.raw(attribute.value);
    }
  }
  out.end_object();
}

template <class Struct>
void write_struct(Writer& out, const Struct& value) {
  out.begin_object();
  const auto write_field = [&](const auto& field) {
    if (!known(value.*field.member)) return;
    out.key(field.name);
    write(out, field.kind, value.*field.member);
  };
  std::apply([&](const auto&... fields) { (write_field(fields), ...); }, Description<Struct>::fields);
  out.end_object();
}

}  // namespace

void write_snapshot(Writer& out, const Snapshot& snapshot) { write_struct(out, snapshot); }

}  // namespace rendabel::abi
