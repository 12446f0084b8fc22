// render_schema.hpp — the JSON Schema of a document by name, and the index of all names.
#pragma once
#include <string_view>

#include "abi/result.hpp"

namespace rendabel::abi {

/// Failure{not_found} for a name that is neither a document's nor "index".
Result render_schema(std::string_view name);

}  // namespace rendabel::abi
