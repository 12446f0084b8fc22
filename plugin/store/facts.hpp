// facts.hpp — a snapshot as the store keeps it: few bytes, read back without copying.
// In: a snapshot.  Out: version byte, then every field of Description<Snapshot> that is known.
// Never: trusts the bytes; a broken blob is Failure{corrupt}.  Method: presence bits, varints, zigzag, day
// numbers; texts are views into the blob. Fields are only appended (`since`), so one decoder reads every
// version so far.
#pragma once
#include <string>
#include <string_view>

#include "plugin/base/arena.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::store {

/// Version that encode_facts writes; grows when fields are appended.
inline constexpr int facts_version = 1;

/// Appends the encoding to `out`. revision and as_of are left out: they stand in the account's row.
void encode_facts(const Snapshot& snapshot, std::string& out);
/// Texts are views into `blob`, lists live in `arena`; both must outlive the answer. Failure{corrupt,
/// too_new}.
Snapshot decode_facts(std::string_view blob, Arena& arena);

}  // namespace rendabel::store
