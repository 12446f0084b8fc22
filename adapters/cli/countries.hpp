// countries.hpp — country names as order files spell them → ISO 3166 alpha-2.
#pragma once
#include <string>
#include <string_view>

namespace rendabel::cli {

/// A name in English or Dutch, or a code of two letters; empty (unknown) for everything else.
std::string country_code(std::string_view name);

}  // namespace rendabel::cli
