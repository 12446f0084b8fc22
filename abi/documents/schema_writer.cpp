#include "abi/documents/schema_writer.hpp"

#include "abi/documents/walker_read.hpp"

namespace rendabel::abi {

namespace {

constexpr std::string_view amount_pattern = R"(^-?(0|[1-9][0-9]*)(\.[0-9]{1,3})?$)";
constexpr std::string_view decimal_pattern = R"(^-?(0|[1-9][0-9]*)(\.[0-9]{1,6})?$)";

}  // namespace

void SchemaWriter::types(std::initializer_list<std::string_view> names, bool nullable) {
  out_.key("type");
  if (names.size() == 1 && !nullable) {
    out_.text(*names.begin());
    return;
  }
  out_.begin_array();
  for (const auto name : names) out_.text(name);
  if (nullable) out_.text("null");
  out_.end_array();
}

void SchemaWriter::words(std::span<const std::string_view> values, bool nullable) {
  out_.key("enum").begin_array();
  for (const auto value : values)
    if (!value.empty()) out_.text(value);
  if (nullable) out_.null();
  out_.end_array();
}

void SchemaWriter::id_keywords() {
  out_.key("minLength").integer(1).key("maxLength").integer(128);
  pattern(R"(^[^\u0000-\u001f\u007f-\u009f]*$)");
}

void SchemaWriter::keywords(const Id&, bool nullable) {
  types({"string"}, nullable);
  id_keywords();
}

void SchemaWriter::keywords(const Text& kind, bool nullable) {
  types({"string"}, nullable);
  out_.key("maxLength").integer(kind.bytes_max);
  pattern(R"(^[^\u0000]*$)");
}

void SchemaWriter::keywords(const CountryCode&, bool nullable) {
  types({"string"}, nullable);
  pattern("^[A-Z]{2}$");
}

void SchemaWriter::keywords(const CurrencyCode&, bool nullable) {
  types({"string"}, nullable);
  pattern("^[A-Z]{3}$");
}

void SchemaWriter::keywords(const Amount& kind, bool nullable) {
  types({"number", "string"}, nullable);
  pattern(amount_pattern);
  limits(kind.positive ? 0 : -amount_max, amount_max);
  out_.key("$comment").text("money; at most the currency's decimals; at most 10^13 minor units");
}

void SchemaWriter::keywords(const Decimal& kind, bool nullable) {
  types({"number", "string"}, nullable);
  pattern(decimal_pattern);
  limits(kind.min, kind.max);
  out_.key("$comment").text("at most six decimals");
}

void SchemaWriter::keywords(const Count& kind, bool nullable) {
  types({"integer"}, nullable);
  limits(kind.min, kind.max);
}

void SchemaWriter::keywords(const OnDate&, bool nullable) {
  types({"string"}, nullable);
  pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  out_.key("format").text("date");
}

void SchemaWriter::keywords(const AtMoment&, bool nullable) {
  types({"string"}, nullable);
  out_.key("format").text("date-time");
}

void SchemaWriter::keywords(const TextList&, bool nullable) {
  types({"array"}, nullable);
  out_.key("items").begin_object();
  keywords(Text{text_list_bytes_max}, false);
  out_.end_object();
}

void SchemaWriter::keywords(const Attributes&, bool nullable) {
  types({"object"}, nullable);
  out_.key("propertyNames").begin_object();
  id_keywords();
  out_.end_object().key("additionalProperties").begin_object();
  types({"string", "number", "boolean"}, true);
  out_.key("maxLength").integer(attribute_bytes_max);
  out_.end_object();
}

void SchemaWriter::keywords(const TimeOfDay&, bool nullable) {
  types({"string"}, nullable);
  pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$");
}

void SchemaWriter::keywords(const TextsOf& kind, bool nullable) {
  types({"array"}, nullable);
  if (kind.count_min > 0) out_.key("minItems").integer(static_cast<std::int64_t>(kind.count_min));
  out_.key("uniqueItems").yes_no(true).key("items").begin_object();
  if (kind.values.empty()) {
    keywords(Id{}, false);
  } else {
    words(kind.values, false);
  }
  out_.end_object();
}

void SchemaWriter::keywords(const Counts& kind, bool nullable) {
  types({"array"}, nullable);
  out_.key("$comment").text("rising").key("items").begin_object();
  keywords(Count{kind.min, kind.max}, false);
  out_.end_object();
}

void SchemaWriter::keywords(const Rates&, bool nullable) {
  types({"object"}, nullable);
  out_.key("propertyNames").begin_object();
  id_keywords();
  out_.end_object().key("additionalProperties").begin_object();
  types({"number", "string", "object"}, true);
  pattern(decimal_pattern);
  limits(0, rate_max);
  out_.key("additionalProperties").yes_no(false).key("minProperties").integer(1);
  out_.key("maxProperties").integer(1).key("properties").begin_object();
  for (const std::string_view part : {"minutes", "per_hour"}) {
    out_.key(part).begin_object();
    keywords(Decimal{0, rate_max}, true);
    out_.end_object();
  }
  out_.end_object().end_object();
}

void SchemaWriter::keywords(const Steps&, bool nullable) {
  types({"array", "string"}, nullable);
  pattern("^inferred$");
  items<std::vector<DiscountStep>>();
}

}  // namespace rendabel::abi
