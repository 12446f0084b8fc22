#include <string>
#include <type_traits>

#include "plugin/store/facts.hpp"
#include "plugin/store/facts_layout.hpp"

namespace rendabel::store {
namespace {

using namespace layout;

constexpr std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
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

}  // namespace

void encode_facts(const Snapshot& snapshot, std::string& out) {
  Snapshot bare = snapshot;
  bare.revision.reset();
  bare.as_of.reset();
  out.push_back(static_cast<char>(facts_version));
  Writer(out).structure(bare);
}

}  // namespace rendabel::store
