// packing.hpp — our own structs as few bytes, one description for both ways.
// In: a struct with `template <class Io> void fields(Io&, S&)` found beside it.  Out: bytes, or the struct
// again. Never: trusts the bytes; broken ones are Failure{corrupt}.  Method: zigzag varints, lengths,
// presence bytes; doubles as they are. A string_view read back is a view into the bytes.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/base/status.hpp"

namespace rendabel {

class Packer {
 public:
  explicit Packer(std::string& out) : out_(out), size_(out.size()) {}
  ~Packer() { out_.resize(size_); }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }

 private:
  /// Room for `bytes` more; the string is grown ahead and cut to size at the end.
  char* room(std::size_t bytes) {
    if (out_.size() - size_ < bytes) out_.resize(size_ + size_ / 2 + bytes + 256);
    return out_.data() + size_;
  }
  void put(const std::int64_t& value) {
    auto rest = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    char* at = room(10);
    for (; rest >= 0x80; rest >>= 7, ++size_) *at++ = static_cast<char>(rest | 0x80);
    *at = static_cast<char>(rest);
    ++size_;
  }
  void put(std::string_view text) {
    put(static_cast<std::int64_t>(text.size()));
    if (!text.empty()) std::memcpy(room(text.size()), text.data(), text.size());
    size_ += text.size();
  }
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_same_v<T, std::string>)
      put(std::string_view(value));
    else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
      put(static_cast<std::int64_t>(value));
    else
      fields(*this, const_cast<T&>(value));  // `fields` serves both ways; packing changes nothing
  }
  void put(const double& value) {
    std::memcpy(room(sizeof value), &value, sizeof value);
    size_ += sizeof value;
  }
  void put(const Micro& value) { put(value.millionths); }
  void put(const Date& value) { put(std::int64_t{value.time_since_epoch().count()}); }
  template <class T>
  void put(const std::optional<T>& value) {
    *room(1) = value ? '\1' : '\0';
    ++size_;
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& items) {
    put(static_cast<std::int64_t>(items.size()));
    for (const auto& item : items) put(item);
  }
  template <class T, std::size_t n>
  void put(const std::array<T, n>& items) {
    for (const auto& item : items) put(item);
  }

  std::string& out_;
  std::size_t size_;  ///< bytes written; out_ may be longer
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool finished() const { return rest_.empty(); }

 private:
  [[noreturn]] static void broken() { throw Failure(Status::corrupt, "a packed row of the book is broken"); }
  std::uint8_t byte() {
    if (rest_.empty()) broken();
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  std::int64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto part = byte();
      value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
      if (part < 0x80) return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    broken();
  }
  std::size_t size() {
    const auto count = number();
    // Everything takes at least a byte, so a count above what is left is a lie.
    if (count < 0 || static_cast<std::uint64_t>(count) > rest_.size()) broken();
    return static_cast<std::size_t>(count);
  }
  void get(std::string_view& text) {
    const auto length = size();
    text = rest_.substr(0, length);
    rest_.remove_prefix(length);
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
      std::string_view text;
      get(text);
      value = text;
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      const auto read = number();
      value = static_cast<T>(read);
      if (static_cast<std::int64_t>(value) != read) broken();
    } else {
      fields(*this, value);
    }
  }
  void get(double& value) {
    if (rest_.size() < sizeof value) broken();
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  void get(Micro& value) { value.millionths = number(); }
  void get(Date& value) {
    const auto day = number();
    if (day < -1'000'000 || day > 1'000'000) broken();
    value = Date{days{day}};
  }
  template <class T>
  void get(std::optional<T>& value) {
    if (byte() == 0)
      value.reset();
    else
      get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& items) {
    items.resize(size());
    for (auto& item : items) get(item);
  }
  template <class T, std::size_t n>
  void get(std::array<T, n>& items) {
    for (auto& item : items) get(item);
  }

  std::string_view rest_;
};

/// Appends the bytes of `value`.
template <class T>
void pack(const T& value, std::string& out) {
  Packer{out}(value);
}
/// Reads `bytes` whole into `value`; Failure{corrupt} when they are not what pack wrote.
template <class T>
void unpack(std::string_view bytes, T& value) {
  Unpacker in{bytes};
  in(value);
  if (!in.finished()) throw Failure(Status::corrupt, "a packed row of the book is longer than it should be");
}

}  // namespace rendabel
