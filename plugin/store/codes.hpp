// codes.hpp — choices are stored as their codes, read back here.
// In: a code from a row.  Out: the enumerator; an unknown code is Failure{corrupt}.
#pragma once
#include <string_view>

#include "plugin/base/describe.hpp"
#include "plugin/base/status.hpp"

namespace rendabel::store {

template <class Enum>
Enum from_code(std::string_view code) {
  const auto& codes = Names<Enum>::values;
  for (std::size_t at = 0; at < codes.size(); ++at)
    if (codes[at] == code) return static_cast<Enum>(at);
  throw Failure(Status::corrupt, "the store holds a code that is none");
}

}  // namespace rendabel::store
