// suppression.hpp — an objection outlives the person's data: a keyed hash of the number or mail address, and
// nothing else. In: normal numbers and addresses.  Out: what was refused before an erasure.  Never: the
// number itself, or its hash, elsewhere. Method: BLAKE2b with a secret of the store's own in a 0600 file,
// since all numbers could be tried without one.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/snapshot.hpp"
#include "plugin/store/numbers.hpp"

namespace rendabel::store {

/// What a person comes back with: a number, a mail address, or, of whom the host tells neither, his id.
struct Address {
  std::string text;        ///< what is hashed
  std::string contact_id;  ///< the account's own id: its own number and mail
  auto operator<=>(const Address&) const = default;
};
/// Pure: every address in `facts`, each once a contact; `numbers` are the normal numbers of the account.
std::vector<Address> addresses_of(const Snapshot& facts, const std::vector<ContactNumber>& numbers);

/// Keeps what was refused for this address. Within a Change. Failure: io.
void suppress(Store& store, std::string_view address, const Refusal& refusal);
/// What was refused for this address before an erasure.
std::optional<Refusal> suppressed(Store& store, std::string_view address);
/// Of a normal number.
std::optional<Refusal> suppressed(Store& store, std::int64_t number);
/// Whether the secret that the hashes were made with is there.
bool has_secret(Store& store);

}  // namespace rendabel::store
