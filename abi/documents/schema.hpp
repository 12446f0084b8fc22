// schema.hpp — the JSON Schemas (draft 2020-12) of every document, written from the descriptions the code
// uses. In: Description<T> of what hosts send, answer descriptions of what they get.  Out: the text of
// abi/schema/*.json. Never: a limit that the reader does not check.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace rendabel::abi {

/// Names of all documents that have a schema, in alphabetical order.
std::span<const std::string_view> schema_names();
/// The schema of document `name`; empty for a name we do not have.
std::string schema_text(std::string_view name);

}  // namespace rendabel::abi
