// days.hpp — a day as order files write it.
#pragma once
#include <string>
#include <string_view>

namespace rendabel::cli {

/// A day as YYYY-MM-DD from a cell that begins with one, its parts in that order (ymd, dmy, mdy) with - / or
/// . between; a time may follow. Empty when it is none, does not exist, or its year has no four digits.
std::string day_of(std::string_view text, std::string_view date_order);

}  // namespace rendabel::cli
