#include <type_traits>

#include "plugin/base/status.hpp"
#include "plugin/store/facts.hpp"
#include "plugin/store/facts_layout.hpp"

namespace rendabel::store {
namespace {

using namespace layout;

// Limits are checked on reading too, so that no rule ever meets a number that could overflow.
constexpr std::int64_t day_min = -25'567, day_max = 84'370;  // 1900-01-01, 2200-12-31
constexpr std::int64_t amount_max = 10'000'000'000'000;
constexpr std::int64_t decimal_max = 1'000'000'000 * micro;
constexpr std::int64_t seconds_a_day = 86'400;

[[noreturn]] void broken() {
  throw Failure(Status::corrupt, "the stored facts of an account cannot be read");
}

constexpr std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

/// Reads a version of the encoding; every byte is looked at only after it is known to be there.
template <int version>
class Reader {
 public:
  Reader(std::string_view bytes, Arena& arena) : at_(bytes.data()), end_(at_ + bytes.size()), arena_(arena) {}

  bool at_end() const { return at_ == end_; }

  template <class Struct>
  void structure(Struct& out) {
    constexpr int bytes = mask_bytes<version, Struct>();
    if (left() < bytes) broken();
    std::uint64_t mask = 0;
    for (int byte = 0; byte < bytes; ++byte)
      mask |= std::uint64_t{static_cast<unsigned char>(at_[byte])} << (8 * byte);
    at_ += bytes;
    int bit = 0;
    std::apply([&](const auto&... fields) { (field(fields, out.*fields.member, mask, bit), ...); },
               Description<Struct>::fields);
  }

 private:
  std::ptrdiff_t left() const { return end_ - at_; }

  std::uint64_t number() {
    if (at_ == end_) broken();
    auto byte = static_cast<unsigned char>(*at_++);
    if (byte < 0x80) return byte;
    std::uint64_t value = byte & 0x7FU;
    for (int shift = 7; shift < 64; shift += 7) {
      if (at_ == end_) broken();
      byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    broken();
  }
  std::int64_t signed_number() { return unzigzag(number()); }
  std::int64_t within(std::int64_t value, std::int64_t min, std::int64_t max) {
    if (value < min || value > max) broken();
    return value;
  }
  std::string_view text() {
    const auto size = number();
    if (size > static_cast<std::uint64_t>(left())) broken();
    const std::string_view value(at_, size);
    at_ += size;
    return value;
  }
  /// Number of items of at least `bytes_min` each, so that a broken count cannot ask for memory.
  std::size_t count(int bytes_min) {
    const auto items = number();
    if (items > static_cast<std::uint64_t>(left() / bytes_min)) broken();
    return items;
  }

  template <class Field, class Member>
  void field(const Field& described, Member& member, std::uint64_t mask, int& bit) {
    if (described.since > version) return;
    if ((mask >> bit) & 1) {
      if constexpr (std::is_same_v<Member, std::optional<bool>>)
        member = ((mask >> (bit + 1)) & 1) != 0;
      else
        value(described.kind, member);
    }
    bit += bits_of(described.kind);
  }

  template <class Kind>
  void value(const Kind&, std::string_view& member) {
    member = text();
  }
  void value(const Amount&, std::optional<Cents>& member) {
    member = within(signed_number(), -amount_max, amount_max);
  }
  void value(const Count& kind, std::optional<std::int64_t>& member) {
    member = within(signed_number(), kind.min, kind.max);
  }
  void value(const Decimal&, std::optional<Micro>& member) {
    const auto coded = within(signed_number(), -2 * decimal_max - 1, 2 * decimal_max + 1);
    const auto millionths = (coded & 1) == 0
                                ? within(coded / 2, -decimal_max / micro, decimal_max / micro) * micro
                                : (coded - 1) / 2;
    member = Micro{within(millionths, -decimal_max, decimal_max)};
  }
  void value(const OnDate&, std::optional<Date>& member) {
    member = Date{days{within(signed_number(), day_min - day_zero, day_max - day_zero) + day_zero}};
  }
  void value(const AtMoment&, std::optional<Moment>& member) {
    const auto seconds =
        within(signed_number(), (day_min - 2) * seconds_a_day, (day_max + 2) * seconds_a_day);
    member = Moment{seconds, static_cast<std::int32_t>(within(signed_number(), -1'440, 1'440))};
  }
  template <class E>
  void value(const Choice<E>&, E& member) {
    const auto code = number();
    if (code >= Names<E>::values.size()) broken();
    member = static_cast<E>(code);
  }
  template <class Struct>
  void value(const Nested&, Struct& member) {
    structure(member);
  }
  template <class Struct>
  void value(const ListOf&, List<Struct>& member) {
    member = {arena_.room<Struct>(count(mask_bytes<version, Struct>())), true};
    for (auto& item : member) structure(item);
  }
  void value(const TextList&, List<std::string_view>& member) {
    member = {arena_.room<std::string_view>(count(1)), true};
    for (auto& item : member) item = text();
  }
  void value(const Attributes&, List<Attribute>& member) {
    member = {arena_.room<Attribute>(count(3)), true};
    for (auto& item : member) {
      item.name = text();
      item.value = text();
      const auto kind = number();
      if (kind > 2) broken();
      item.kind = static_cast<Attribute::Kind>(kind);
    }
  }

  const char* at_;
  const char* end_;
  Arena& arena_;
};

template <int version>
Snapshot decode(std::string_view bytes, Arena& arena) {
  Snapshot snapshot;
  Reader<version> reader(bytes, arena);
  reader.structure(snapshot);
  if (!reader.at_end()) broken();
  return snapshot;
}

}  // namespace

Snapshot decode_facts(std::string_view blob, Arena& arena) {
  if (blob.empty()) broken();
  const auto bytes = blob.substr(1);
  switch (static_cast<unsigned char>(blob.front())) {
    case 1: return decode<1>(bytes, arena);
    default:
      throw Failure(blob.front() > facts_version ? Status::too_new : Status::corrupt,
                    "the stored facts of an account have an unknown version");
  }
}

}  // namespace rendabel::store
