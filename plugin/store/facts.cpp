#include "plugin/store/facts.hpp"

#include <cstring>
#include <limits>
#include <string>
#include <tuple>
#include <type_traits>

#include "plugin/base/snapshot_fields.hpp"
#include "plugin/base/status.hpp"

// The bytes of version 1: the version, then the snapshot as a struct. A struct is a mask with one bit a field
// (two for yes/no: known, value), lowest first, then the values of the known fields. Integers are varints,
// signed ones in zigzag; days count from 2020-01-01; decimals are whole units × 2, or millionths × 2 + 1;
// texts and arrays begin with their length. Limits are checked on reading too, so that no rule ever meets a
// number that could overflow.
namespace rendabel::store {
namespace {

constexpr std::int64_t day_zero = 18'262;                    // 2020-01-01
constexpr std::int64_t day_min = -25'567, day_max = 84'370;  // 1900-01-01, 2200-12-31
constexpr std::int64_t amount_max = 10'000'000'000'000;
constexpr std::int64_t decimal_max = 1'000'000'000 * micro;
constexpr std::int64_t seconds_a_day = 86'400;

[[noreturn]] void broken() {
  throw Failure(Status::corrupt, "the stored facts of an account cannot be read");
}

template <class Kind>
constexpr int bits_of(const Kind&) {
  return 1;
}
constexpr int bits_of(const YesNo&) { return 2; }

/// Bytes of a struct's mask in a version of the encoding.
template <int version, class Struct>
constexpr int mask_bytes() {
  constexpr int bits = std::apply(
      [](const auto&... fields) { return ((fields.since <= version ? bits_of(fields.kind) : 0) + ...); },
      Description<Struct>::fields);
  static_assert(bits <= 64, "a mask is read as one number");
  return (bits + 7) / 8;
}

constexpr std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

/// Writes with room checked in advance by the callers' sizes; grows by doubling.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    char bytes[10];
    std::size_t size = 0;
    while (value >= 0x80) {
      bytes[size++] = static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes[size++] = static_cast<char>(value);
    out_.append(bytes, size);
  }
  void signed_number(std::int64_t value) { number(zigzag(value)); }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }

  template <class Struct>
  void structure(const Struct& value) {
    constexpr int bytes = mask_bytes<facts_version, Struct>();
    const auto at = out_.size();
    out_.append(bytes, '\0');
    std::uint64_t mask = 0;
    int bit = 0;
    std::apply([&](const auto&... fields) { (field(fields, value.*fields.member, mask, bit), ...); },
               Description<Struct>::fields);
    for (int byte = 0; byte < bytes; ++byte)
      out_[at + static_cast<std::size_t>(byte)] = static_cast<char>(mask >> (8 * byte));
  }

 private:
  template <class Field, class Member>
  void field(const Field& described, const Member& member, std::uint64_t& mask, int& bit) {
    if (known(described.kind, member)) {
      mask |= std::uint64_t{1} << bit;
      if constexpr (std::is_same_v<Member, std::optional<bool>>)
        mask |= std::uint64_t{*member} << (bit + 1);
      else
        value(described.kind, member);
    }
    bit += bits_of(described.kind);
  }

  template <class Kind, class Member>
  static bool known(const Kind&, const Member& member) {
    if constexpr (std::is_same_v<Member, std::string_view>)
      return !member.empty();
    else if constexpr (std::is_enum_v<Member>)
      return member != Member{};
    else if constexpr (requires { member.has_value(); })
      return member.has_value();
    else if constexpr (requires { member.known; })
      return member.known;
    else
      return true;
  }

  template <class Kind>
  void value(const Kind&, std::string_view member) {
    text(member);
  }
  template <class Kind>
  void value(const Kind&, std::optional<std::int64_t> member) {
    signed_number(*member);
  }
  template <class Kind>
  void value(const Kind&, std::optional<Micro> member) {
    const auto millionths = member->millionths;
    signed_number(millionths % micro == 0 ? millionths / micro * 2 : millionths * 2 + 1);
  }
  template <class Kind>
  void value(const Kind&, std::optional<Date> member) {
    signed_number(member->time_since_epoch().count() - day_zero);
  }
  template <class Kind>
  void value(const Kind&, std::optional<Moment> member) {
    signed_number(member->utc_seconds);
    signed_number(member->offset_minutes);
  }
  template <class E>
  void value(const Choice<E>&, E member) {
    number(static_cast<std::uint64_t>(member));
  }
  template <class Struct>
  void value(const Nested&, const Struct& member) {
    structure(member);
  }
  template <class Struct>
  void value(const ListOf&, const List<Struct>& member) {
    number(member.size());
    for (const auto& item : member) structure(item);
  }
  void value(const TextList&, const List<std::string_view>& member) {
    number(member.size());
    for (const auto item : member) text(item);
  }
  void value(const Attributes&, const List<Attribute>& member) {
    number(member.size());
    for (const auto& item : member) {
      text(item.name);
      text(item.value);
      number(static_cast<std::uint64_t>(item.kind));
    }
  }

  std::string& out_;
};

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

void encode_facts(const Snapshot& snapshot, std::string& out) {
  Snapshot bare = snapshot;
  bare.revision.reset();
  bare.as_of.reset();
  out.push_back(static_cast<char>(facts_version));
  Writer(out).structure(bare);
}

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
