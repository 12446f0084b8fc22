#include "abi/documents/answers.hpp"

#include "abi/documents/writer.hpp"

namespace rendabel::abi::answers {

namespace {

Shape typed(std::string_view meaning, std::initializer_list<std::string_view> types) {
  Writer out;
  out.begin_object().key("description").text(meaning).key("type");
  if (types.size() == 1) {
    out.text(*types.begin());
  } else {
    out.begin_array();
    for (const auto type : types) out.text(type);
    out.end_array();
  }
  return out.end_object().text_copy();
}

Shape coded(std::string_view meaning, std::span<const std::string_view> values, bool nullable) {
  Writer out;
  out.begin_object().key("description").text(meaning).key("enum").begin_array();
  for (const auto value : values)
    if (!value.empty()) out.text(value);
  if (nullable) out.null();
  return out.end_array().end_object().text_copy();
}

}  // namespace

namespace {

Shape object_with(std::string_view meaning, std::span<const Member> members) {
  Writer out;
  out.begin_object()
      .key("description")
      .text(meaning)
      .key("type")
      .text("object")
      .key("required")
      .begin_array();
  for (const auto& member : members)
    if (!member.name.ends_with('?')) out.text(member.name);
  out.end_array().key("properties").begin_object();
  for (const auto& member : members) {
    const bool optional = member.name.ends_with('?');
    out.key(member.name.substr(0, member.name.size() - (optional ? 1 : 0))).raw(member.shape);
  }
  return out.end_object().end_object().text_copy();
}

}  // namespace

Shape object(std::string_view meaning, std::initializer_list<Member> members) {
  return object_with(meaning, {members.begin(), members.size()});
}
Shape object_of(std::string_view meaning, const std::vector<Member>& members) {
  return object_with(meaning, members);
}

Shape array(std::string_view meaning, const Shape& items) {
  Writer out;
  out.begin_object().key("description").text(meaning).key("type").text("array").key("items").raw(items);
  return out.end_object().text_copy();
}

Shape map(std::string_view meaning, const Shape& values) {
  Writer out;
  out.begin_object().key("description").text(meaning).key("type").text("object");
  return out.key("additionalProperties").raw(values).end_object().text_copy();
}

Shape text(std::string_view meaning) { return typed(meaning, {"string"}); }
Shape text_or_null(std::string_view meaning) { return typed(meaning, {"string", "null"}); }
Shape code(std::string_view meaning, std::span<const std::string_view> values) {
  return coded(meaning, values, false);
}
Shape code_or_null(std::string_view meaning, std::span<const std::string_view> values) {
  return coded(meaning, values, true);
}
Shape number(std::string_view meaning) { return typed(meaning, {"number", "null"}); }
Shape integer(std::string_view meaning) { return typed(meaning, {"integer", "null"}); }
Shape yes_no(std::string_view meaning) { return typed(meaning, {"boolean", "null"}); }
Shape null(std::string_view meaning) { return typed(meaning, {"null"}); }
Shape any_scalar(std::string_view meaning) { return typed(meaning, {"string", "number", "boolean", "null"}); }

Shape moment(std::string_view meaning) {
  Writer out;
  out.begin_object().key("description").text(meaning).key("type").begin_array().text("string").text("null");
  return out.end_array().key("format").text("date-time").end_object().text_copy();
}

Shape date(std::string_view meaning) {
  Writer out;
  out.begin_object().key("description").text(meaning).key("type").begin_array().text("string").text("null");
  return out.end_array().key("format").text("date").end_object().text_copy();
}

}  // namespace rendabel::abi::answers
