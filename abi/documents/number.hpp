// number.hpp — exact numbers from their digits: what a host wrote is what is stored, to the last place.
// In: the text of a JSON number.  Out: whole minor units or millionths, or why not.  Never: floating point.
#pragma once
#include <cstdint>
#include <string_view>

namespace rendabel::abi {

enum class NumberFault : std::uint8_t { none, no_number, exponent, too_many_places, too_large };

/// `text` × 10^places, exactly. JSON's grammar without exponent; |result| ≤ limit.
NumberFault parse_fixed(std::string_view text, int places, std::int64_t limit, std::int64_t& out);
/// A whole number; a fraction of zeros (5.0) is one too, as JSON Schema has it.
NumberFault parse_whole(std::string_view text, std::int64_t& out);
/// Whether `text` follows JSON's grammar for numbers and a double can hold its size.
NumberFault check_number(std::string_view text);
/// The sentence of a finding. `places`: as given to parse_fixed.
std::string_view fault_text(NumberFault fault);

}  // namespace rendabel::abi
