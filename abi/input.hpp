// input.hpp — what a host hands over, as views that are safe to read.
// In: pointers and sizes of any origin.  Out: texts within their limits, days, ids; else Failure or BadInput.
// Never: reads beyond a size or a limit, keeps a pointer.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "plugin/base/date.hpp"

namespace rendabel::abi {

/// A document with its size; -1: up to its NUL. Failure{invalid_argument}: NULL or another negative size.
/// BadInput: more than `bytes_max`, which is found without reading the text. `name` is the argument's.
std::string_view document(const char* text, std::int64_t size, std::size_t bytes_max, const char* name);
/// The same, where NULL (with a size of 0 or -1) and an empty text mean none.
std::string_view options_document(const char* text, std::int64_t size);

/// An id: 1–128 bytes of UTF-8 without control characters. Failure{invalid_argument}.
std::string_view id_text(const char* text, const char* name);
/// `YYYY-MM-DD`. Failure{invalid_argument}.
Date day(const char* text, const char* name);
/// RFC 3339 with offset. Failure{invalid_argument}.
Moment moment(const char* text, const char* name);
/// A time budget, not negative. Failure{invalid_argument}.
std::chrono::milliseconds budget(std::int64_t milliseconds, const char* name);
/// A path of 1–4,095 bytes of UTF-8. Failure{invalid_argument}.
std::string path_text(const char* text, const char* name);
/// A short word such as a language or a schema's name, up to 64 bytes. Failure{invalid_argument} on NULL.
std::string_view word_text(const char* text, const char* name);

}  // namespace rendabel::abi
