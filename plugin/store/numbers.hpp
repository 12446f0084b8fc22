// numbers.hpp — whose telephone number is this: found at once for objections, erasures and one call per
// number. In: normal numbers of base/phone.hpp ("31201234567").  Out: accounts and contacts.  Never: a number
// in a message. Method: at most 15 digits, so the number itself is the integer key; nothing is scanned.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/date.hpp"

namespace rendabel::store {

class Store;
using AccountKey = std::int64_t;

struct ContactNumber {
  std::int64_t number = 0;  ///< the normal number, read as an integer
  std::string contact_id;   ///< the account's own id: its own number
  auto operator<=>(const ContactNumber&) const = default;
};
/// "31201234567" → 31201234567; nothing for what is no normal number.
std::optional<std::int64_t> number_key(std::string_view normal);

/// True when something was written. `numbers` sorted, each once.
bool put_numbers(Store& store, AccountKey account, const std::vector<ContactNumber>& numbers);
std::vector<ContactNumber> numbers(Store& store, AccountKey account);

struct NumberOwner {
  AccountKey account = 0;
  std::string contact_id;
};
std::vector<NumberOwner> owners_of(Store& store, std::int64_t number);

/// What is known against calling a number, in whatever account it was learnt (also before an erasure).
struct Refusal {
  std::optional<Date> objected_on;
  bool do_not_call = false;
};
std::optional<Refusal> refusal_of(Store& store, std::int64_t number);

}  // namespace rendabel::store
