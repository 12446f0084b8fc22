#include "abi/documents/faults.hpp"

namespace rendabel::abi {

namespace {

/// Bytes of the character that starts here; 0 if it is no UTF-8 (RFC 3629: no overlong forms, no surrogates).
std::size_t character_size(std::span<const char> text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool second = follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
    return second && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool second = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    return second && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

void put_aside(std::span<char> text, std::vector<Fault>& faults) {
  bool in_text = false, escaped = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = character_size(text.subspan(i));
    char& byte = text[i];
    if (size == 0 || (in_text && static_cast<unsigned char>(byte) < 0x20)) {
      faults.push_back({&byte, size == 0 ? simdjson::UTF8_ERROR : simdjson::UNESCAPED_CHARS});
      // A lone quote must stay one: only the bad byte is replaced, never what may end the text.
      byte = '?';
      escaped = false;
      ++i;
      continue;
    }
    if (escaped) {
      escaped = false;
    } else if (in_text && byte == '\\') {
      escaped = true;
    } else if (byte == '"') {
      in_text = !in_text;
    }
    i += size;
  }
}

}  // namespace rendabel::abi
