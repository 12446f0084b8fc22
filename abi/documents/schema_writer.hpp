// schema_writer.hpp — Description<T> → JSON Schema: every limit here is one that walker.hpp checks.
// In: a described struct, and for settings its defaults.  Out: schema keywords in a Writer.
// Lengths are bytes in the reader and characters in a schema: the schema never refuses what the reader takes.
#pragma once
#include <string>

#include "abi/documents/values.hpp"
#include "plugin/base/options_fields.hpp"

namespace rendabel::abi {

class SchemaWriter {
 public:
  explicit SchemaWriter(Writer& out) : out_(out), values_(out, Unknown::null) {}

  /// The keywords of an object whose members are T's. `example`: its defaults, or none.
  template <class T>
  void described(const T* example) {
    out_.key("additionalProperties").yes_no(false);
    members<Description<T>>(example);
  }

 private:
  template <class Part, class T>
  void members(const T* example) {
    bool any = false;
    std::apply([&](const auto&... field) { any = (field.required || ...); }, Part::fields);
    if (any) {
      out_.key("required").begin_array();
      std::apply(
          [&](const auto&... field) { ((field.required ? void(out_.text(field.name)) : void()), ...); },
          Part::fields);
      out_.end_array();
    }
    out_.key("properties").begin_object();
    std::apply([&](const auto&... field) { (property(field, example), ...); }, Part::fields);
    out_.end_object();
  }

  template <class Kind, class S, class M, class T>
  void property(const Field<Kind, S, M>& field, const T* example) {
    begin(field.name, field.meaning);
    const M* member = example == nullptr ? nullptr : &(example->*(field.member));
    if constexpr (std::is_same_v<Kind, Nested>) {
      type("object", field.required);
      described(member);
    } else {
      keywords_of<M>(field.kind, !field.required);
      if (member != nullptr && !field.required) {
        out_.key("default");
        values_.write(field.kind, *member);
      }
    }
    out_.end_object();
  }
  template <class Part, class T>
  void property(const Group<Part>& part, const T* example) {
    begin(part.name, part.meaning);
    type("object", part.required);
    out_.key("additionalProperties").yes_no(false);
    members<Part>(example);
    out_.end_object();
  }
  template <class Kind, class T>
  void property(const Whole<Kind>& whole, const T* example) {
    begin(whole.name, whole.meaning);
    keywords(whole.kind, !whole.required);
    if (example != nullptr) {
      out_.key("default");
      values_.write(whole.kind, *example);
    }
    out_.end_object();
  }

  void begin(std::string_view name, std::string_view meaning) {
    out_.key_text(name).begin_object().key("description").text(meaning);
  }
  void type(std::string_view name, bool required) { types({name}, !required); }
  void types(std::initializer_list<std::string_view> names, bool nullable);
  void pattern(std::string_view expression) { out_.key("pattern").text(expression); }
  void limits(std::int64_t min, std::int64_t max) {
    out_.key("minimum").integer(min).key("maximum").integer(max);
  }
  void words(std::span<const std::string_view> values, bool nullable);
  void id_keywords();

  void keywords(const Id&, bool nullable);
  void keywords(const Text& kind, bool nullable);
  void keywords(const CountryCode&, bool nullable);
  void keywords(const CurrencyCode&, bool nullable);
  void keywords(const Amount& kind, bool nullable);
  void keywords(const Decimal& kind, bool nullable);
  void keywords(const Count& kind, bool nullable);
  void keywords(const YesNo&, bool nullable) { types({"boolean"}, nullable); }
  void keywords(const OnDate&, bool nullable);
  void keywords(const AtMoment&, bool nullable);
  template <class E>
  void keywords(const Choice<E>&, bool nullable) {
    words(Names<E>::values, nullable);
  }
  void keywords(const TextList&, bool nullable);
  void keywords(const Attributes&, bool nullable);
  void keywords(const TimeOfDay&, bool nullable);
  void keywords(const OneOf& kind, bool nullable) { words(kind.values, nullable); }
  void keywords(const TextsOf& kind, bool nullable);
  void keywords(const Counts& kind, bool nullable);
  void keywords(const Rates&, bool nullable);
  void keywords(const Steps&, bool nullable);

  // What a list or map holds follows from its member.
  template <class M, class Kind>
  void keywords_of(const Kind& kind, bool nullable) {
    keywords(kind, nullable);
  }
  template <class M>
  void keywords_of(const ListOf& kind, bool nullable) {
    types({"array"}, nullable);
    if (kind.unique_id) out_.key("$comment").text("ids are unique within the array");
    items<M>();
  }
  template <class M, class K>
  void keywords_of(const MapOf<K>& kind, bool nullable) {
    types({"object"}, nullable);
    out_.key("propertyNames").begin_object();
    kind.names.empty() ? id_keywords() : words(kind.names, false);
    out_.end_object().key("additionalProperties").begin_object();
    if constexpr (std::is_same_v<K, Nested>) {
      types({"object"}, true);
      described<typename M::mapped_type>(nullptr);
    } else {
      keywords(kind.kind, true);
    }
    out_.end_object();
  }
  template <class M>
  void items() {
    using List = typename optional_of<M>::type;
    using T = std::remove_cvref_t<decltype(*std::declval<List>().begin())>;
    out_.key("items").begin_object();
    types({"object"}, false);
    described<T>(nullptr);
    out_.end_object();
  }
  template <class M>
  struct optional_of {
    using type = M;
  };
  template <class M>
  struct optional_of<std::optional<M>> {
    using type = M;
  };

  Writer& out_;
  Values values_;
};

}  // namespace rendabel::abi
