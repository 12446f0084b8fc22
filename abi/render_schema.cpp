#include "abi/render_schema.hpp"

#include <string>
#include <utility>

#include "abi/documents/schema.hpp"
#include "abi/documents/writer.hpp"

namespace rendabel::abi {
namespace {

std::string index() {
  Writer out;
  out.begin_object().key("schemas").begin_array();
  for (const std::string_view name : schema_names()) out.text(name);
  return out.end_array().end_object().text_copy();
}

}  // namespace

Result render_schema(std::string_view name) {
  if (name == "index") return {Status::ok, {}, index(), media_json};
  std::string text = schema_text(name);
  if (text.empty()) throw Failure(Status::not_found, "no schema of that name; \"index\" lists them");
  return {Status::ok, {}, std::move(text), media_schema};
}

}  // namespace rendabel::abi
