// faults.hpp — puts aside the bytes that keep a text from being read at all, so that every other finding is
// made too. In: a text of any bytes.  Out: the same text with bad bytes as '?', and where they stood.
#pragma once
#include <span>
#include <vector>

#include "abi/documents/walker.hpp"

namespace rendabel::abi {

/// Bytes that are no UTF-8 anywhere, and bare control characters inside texts.
void put_aside(std::span<char> text, std::vector<Fault>& faults);

}  // namespace rendabel::abi
