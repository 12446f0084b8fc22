// mail.hpp — one normal form of mail addresses, so that a refusal outlives the way an address is written.
// In: an address as the host has it.  Out: lower case without blanks around it.  Never: a look at the
// network.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace rendabel {

/// Nothing where the text is no address: no `@`, nothing before or after the last one, or blanks inside.
/// Upper and lower case are one; sub-addresses (`jan+x@…`) stay apart, for only their host knows whose they
/// are.
std::optional<std::string> normal_mail(std::string_view text);

}  // namespace rendabel
