// currency.hpp — how many decimals a currency's amounts have (ISO 4217): EUR 2, JPY 0, KWD 3.
// In: an ISO 4217 code.  Never: rates of exchange; a host converts (domain.md 1).
#pragma once
#include <optional>
#include <string_view>

namespace rendabel {

/// Decimals of the minor unit, 0–4; nothing for a code that is no currency (funds and metals are none).
std::optional<int> currency_decimals(std::string_view code);

}  // namespace rendabel
