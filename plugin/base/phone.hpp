// phone.hpp — one normal form of telephone numbers, so that the same line is never called twice (law.md).
// In: a number as the host has it, and the country it is written in.  Out: E.164 digits without the plus.
// Never: a carrier's lists; a number of a possible length is taken as it is.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace rendabel {

/// Digits with the country calling code in front, 8–15 of them, such as 31201234567; nothing where the text
/// is no number: too short, too long, letters, or written nationally for a country whose code we do not know.
/// `+`, `00` and `011` (US, CA) start an international number; `(0)` and a trunk 0 go, but Italy keeps its 0.
/// An extension (`ext`, `x`, `tst`, `toestel`, `#`, `;ext=`) is left off.
std::optional<std::string> normal_number(std::string_view text, std::string_view country);

/// The country calling code, such as 31 for NL; empty where we do not know it.
std::string_view calling_code(std::string_view country);

}  // namespace rendabel
