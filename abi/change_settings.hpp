// change_settings.hpp — a merge patch on the owner's settings, checked whole.
// In: the patch of a host.  Out: settings stored and read again, or findings and nothing changed.
// Method: the patch is a settings document itself, so its own faults are found by the same reader; then what
// follows from merging it is.
#pragma once
#include <string_view>

#include "abi/engine.hpp"

namespace rendabel::abi {

/// BadInput: the patch, the merged settings, or another currency once an account is stored.
void change_settings(Session& session, std::string_view patch);

}  // namespace rendabel::abi
