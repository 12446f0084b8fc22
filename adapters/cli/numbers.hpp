// numbers.hpp — numbers as people read them; programs get them as the library wrote them.
#pragma once
#include <string>
#include <string_view>

#include "adapters/cli/words.hpp"

namespace rendabel::cli {

/// A decimal number as written in JSON, grouped: `-1234.50` → `-1.234,50` in Dutch. Empty stays empty.
std::string grouped(std::string_view number, Language language);

/// Basis points as a percentage: `1234` → `12,34 %` in Dutch. Empty stays empty.
std::string percent(std::string_view basis_points, Language language);

}  // namespace rendabel::cli
