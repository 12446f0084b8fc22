// book_values.hpp — structs of the refresh as named values of the store.
// In: a struct with `fields` (base/packing.hpp), a name.  Out: the struct as it was last put there.
// Never: a value read by another name's encoding: another encoding gets another name.
#pragma once
#include <optional>
#include <string>

#include "plugin/base/packing.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

template <class T>
std::optional<T> unpacked(const std::optional<std::string>& bytes) {
  if (!bytes) return std::nullopt;
  T value;
  unpack(*bytes, value);
  return value;
}
template <class T>
std::string packed(const T& value) {
  std::string bytes;
  pack(value, bytes);
  return bytes;
}
template <class T>
std::optional<T> value_of(store::Store& store, const char* name) {
  return unpacked<T>(store::book_value(store, name));
}
/// Within a Change.
template <class T>
void put_value(store::Store& store, const char* name, const T& value) {
  store::put_book(store, name, packed(value));
}

}  // namespace rendabel::pipeline
