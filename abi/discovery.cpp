#include "abi/discovery.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "abi/rendabel.h"

namespace rendabel::abi {
namespace {

// By the number of the status, without its sign. Append only.
constexpr std::array<const char*, 16> status_names{
    "ok",        "no_memory", "invalid_handle", "invalid_argument",
    "bad_input", "state",     "unsupported",    "too_new",
    "busy",      "io",        "corrupt",        "forked",
    "cancelled", "not_found", "stale",          "internal"};

// A feature is what a host may use, not what is planned: typed/1 comes with its rules.
constexpr std::array<std::string_view, 15> features{
    "accounts/1", "assessment/1", "board/1",  "book/1",   "calls/1",    "desk/1",  "events/1", "labels/1",
    "learning/1", "permission/1", "report/1", "schema/1", "settings/1", "store/1", "verdict/1"};

}  // namespace

bool supports(std::int32_t host_abi) noexcept {
  return host_abi >= 0 && host_abi >> 16 == RENDABEL_ABI_VERSION >> 16 &&
         (host_abi & 0xffff) <= (RENDABEL_ABI_VERSION & 0xffff);
}

bool has_feature(const char* id) noexcept {
  return id != nullptr && std::find(features.begin(), features.end(), std::string_view(id)) != features.end();
}

const char* status_name(std::int32_t status) noexcept {
  const auto number = -static_cast<std::int64_t>(status);
  const bool known = number >= 0 && number < static_cast<std::int64_t>(status_names.size());
  return known ? status_names[static_cast<std::size_t>(number)] : "unknown";
}

}  // namespace rendabel::abi
