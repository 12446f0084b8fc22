// result.hpp — the answer of a call, as the border keeps it until the host frees it.
// In: a status, a message, a body.  Out: a handle that outlives its engine.
// Never: fails to answer; without memory the answer is a constant that needs none.
#pragma once
#include <cstdint>
#include <string>

#include "abi/handles.hpp"
#include "plugin/base/status.hpp"

struct rendabel_result;

namespace rendabel::abi {

inline constexpr const char* media_json = "application/json";
inline constexpr const char* media_ndjson = "application/x-ndjson";
inline constexpr const char* media_schema = "application/schema+json";
inline constexpr const char* media_html = "text/html; charset=utf-8";
inline constexpr const char* media_svg = "image/svg+xml";
inline constexpr const char* media_csv = "text/csv; charset=utf-8";

struct Result {
  Status status = Status::ok;
  std::string message;  ///< English, for a log; ids only, never names or numbers of people
  std::string body;
  const char* media_type = "";  ///< a literal; empty without a body
};

/// Hands the result to the host. Without memory: the constant that says so.
rendabel_result* hand_over(Result&& result) noexcept;
rendabel_result* hand_over_no_memory() noexcept;

/// What the accessors of the contract read. A bad handle: invalid_handle, empty texts.
struct ResultView {
  Status status = Status::invalid_handle;
  const char* message = "";
  const char* body = "";
  std::int64_t body_size = 0;
  const char* media_type = "";
};
ResultView view(const rendabel_result* result) noexcept;
void free_result(rendabel_result* result) noexcept;

}  // namespace rendabel::abi
