// render_labels.hpp — every code of the answers with its words, so that no host translates them again.
// In: a language, also as nl_NL or en-GB.  Out: JSON by group.  Never: words of its own (plugin/report has
// them).
#pragma once
#include <string>
#include <string_view>

namespace rendabel::abi {

/// Failure{unsupported} for a language that we do not speak.
std::string render_labels(std::string_view language);

}  // namespace rendabel::abi
