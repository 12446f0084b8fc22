// consents.hpp — step 7: the opt-in that speaks for a person on a day and a channel (law.md NL6, DE).
// In: the consents of a contact.  Out: the youngest that holds.  Never: clock, store.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::rules {

/// An opt-in that holds on the day asked about.
struct OptIn {
  Date given{};
  std::optional<Date> until;  ///< its last day, where it has one
  bool operator==(const OptIn&) const = default;
};

/// The youngest marketing opt-in among `consents` that holds on `day` for `channel` and `subject` (empty: our
/// goods in general): given to us, dated, not expired and not withdrawn; one with a subject of its own speaks
/// for that subject only. `documented`: only those with a source to prove them by.
std::optional<OptIn> opt_in(std::span<const Consent> consents, LawChannel channel, Date day,
                            std::string_view subject = {}, bool documented = false);

/// The day on which opt_in's was given.
std::optional<Date> opt_in_on(std::span<const Consent> consents, LawChannel channel, Date day);

/// The channel that a contact's channel of this kind, or a consent's, belongs to; nothing for a fax.
std::optional<LawChannel> law_channel(std::string_view kind);

}  // namespace rendabel::rules
