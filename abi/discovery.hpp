// discovery.hpp — what this library is and can: versions, features, names of statuses.
// Never: an engine, memory, failure.
#pragma once
#include <cstdint>

namespace rendabel::abi {

/// Whether a host compiled with `host_abi` can use us: our major version, and no newer minor one.
bool supports(std::int32_t host_abi) noexcept;
/// Whether feature `id` is here; NULL is none.
bool has_feature(const char* id) noexcept;
/// A literal; "unknown" for a number we do not have.
const char* status_name(std::int32_t status) noexcept;

}  // namespace rendabel::abi
