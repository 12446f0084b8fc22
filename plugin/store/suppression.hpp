// suppression.hpp — an objection outlives the person's data: a keyed hash of the number, and nothing else.
// In: normal numbers.  Out: what was refused before an erasure.  Never: the number itself, or its hash,
// elsewhere. Method: BLAKE2b with a secret of the store's own in a 0600 file, since all numbers could be
// tried without one.
#pragma once
#include <cstdint>
#include <optional>

#include "plugin/store/numbers.hpp"

namespace rendabel::store {

/// Keeps what was refused for this number. Within a Change. Failure: io.
void suppress(Store& store, std::int64_t number, const Refusal& refusal);
/// What was refused for this number before an erasure.
std::optional<Refusal> suppressed(Store& store, std::int64_t number);
/// Whether the secret that the hashes were made with is there.
bool has_secret(Store& store);

}  // namespace rendabel::store
