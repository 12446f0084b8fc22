// values.hpp — writes described structs: the reverse of walker.hpp, by the same descriptions.
// In: a struct.  Out: JSON that the reader takes back as the same struct.
#pragma once
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "abi/documents/writer.hpp"
#include "plugin/base/settings_fields.hpp"
#include "plugin/base/snapshot_fields.hpp"

namespace rendabel::abi {

/// What stands for a value that is unknown: nothing at all (a host's facts) or null (effective settings).
enum class Unknown { left_out, null };

/// Writes by description. `Unknown` is the same for the whole document.
class Values {
 public:
  Values(Writer& writer, Unknown unknown) : writer_(writer), unknown_(unknown) {}

  template <class T>
  void object(const T& value) {
    writer_.begin_object();
    members<Description<T>>(value);
    writer_.end_object();
  }

  void write(const Id&, std::string_view value) { writer_.text_or_null(value); }
  void write(const Text&, std::string_view value) { writer_.text_or_null(value); }
  void write(const CountryCode&, std::string_view value) { writer_.text_or_null(value); }
  void write(const CurrencyCode&, std::string_view value) { writer_.text_or_null(value); }
  void write(const Amount&, std::optional<Cents> value) { writer_.money(value); }
  void write(const Decimal&, std::optional<Micro> value) { writer_.decimal(value); }
  void write(const Count&, std::optional<std::int64_t> value) { writer_.integer(value); }
  void write(const YesNo&, std::optional<bool> value) { writer_.yes_no(value); }
  void write(const OnDate&, std::optional<Date> value) { writer_.date(value); }
  void write(const AtMoment&, std::optional<Moment> value) { writer_.moment(value); }
  template <class E>
  void write(const Choice<E>&, E value) {
    writer_.text_or_null(name_of(value));
  }
  template <class E>
  void write(const Choice<E>&, std::optional<E> value) {
    writer_.text_or_null(value ? name_of(*value) : std::string_view());
  }
  template <class T>
  void write(const Nested&, const T& value) {
    object(value);
  }
  template <class T>
  void write(const ListOf&, const List<T>& value) {
    value.known ? array(value) : void(writer_.null());
  }
  template <class T>
  void write(const ListOf&, const std::vector<T>& value) {
    array(value);
  }
  template <class T>
  void write(const ListOf&, const std::optional<std::vector<T>>& value) {
    value ? array(*value) : void(writer_.null());
  }
  void write(const TextList&, const List<std::string_view>& value) {
    value.known ? texts(value) : void(writer_.null());
  }
  void write(const Attributes&, const List<Attribute>& value);
  void write(const TimeOfDay&, std::string_view value) { writer_.text_or_null(value); }
  void write(const OneOf&, std::string_view value) { writer_.text_or_null(value); }
  void write(const TextsOf&, const std::vector<std::string>& value) { texts(value); }
  void write(const Counts&, const std::vector<std::int64_t>& value);
  void write(const Rates&, const std::map<std::string, Rate, std::less<>>& value);
  void write(const Steps&, const Settings& value);
  template <class K, class V>
  void write(const MapOf<K>& kind, const std::map<std::string, V>& value) {
    writer_.begin_object();
    for (const auto& [key, item] : value) {
      writer_.key_text(key);
      write(kind.kind, item);
    }
    writer_.end_object();
  }

 private:
  template <class Part, class T>
  void members(const T& value) {
    std::apply([&](const auto&... field) { (member(field, value), ...); }, Part::fields);
  }
  template <class Kind, class S, class M, class T>
  void member(const Field<Kind, S, M>& field, const T& value) {
    if (unknown_ == Unknown::left_out && !is_known(field.kind, value.*(field.member))) return;
    writer_.key(field.name);
    write(field.kind, value.*(field.member));
  }
  template <class Part, class T>
  void member(const Group<Part>& part, const T& value) {
    writer_.key(part.name).begin_object();
    members<Part>(value);
    writer_.end_object();
  }
  template <class Kind, class T>
  void member(const Whole<Kind>& whole, const T& value) {
    writer_.key(whole.name);
    write(whole.kind, value);
  }

  template <class Items>
  void array(const Items& items) {
    writer_.begin_array();
    for (const auto& item : items) object(item);
    writer_.end_array();
  }
  template <class Items>
  void texts(const Items& items) {
    writer_.begin_array();
    for (const auto& item : items) writer_.text(item);
    writer_.end_array();
  }

  template <class Kind, class M>
  static bool is_known(const Kind&, const M& value) {
    if constexpr (std::is_same_v<M, std::string_view>) {
      return !value.empty();
    } else if constexpr (requires { value.has_value(); }) {
      return value.has_value();
    } else if constexpr (requires { value.known; }) {
      return value.known;
    } else {
      return true;
    }
  }
  template <class E>
  static bool is_known(const Choice<E>&, E value) {
    return !name_of(value).empty();
  }

  Writer& writer_;
  Unknown unknown_;
};

}  // namespace rendabel::abi
