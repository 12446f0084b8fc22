#include "abi/documents/values.hpp"

namespace rendabel::abi {

void Values::write(const Attributes&, const List<Attribute>& value) {
  if (!value.known) {
    writer_.null();
    return;
  }
  writer_.begin_object();
  for (const auto& attribute : value) {
    writer_.key_text(attribute.name);
    if (attribute.kind == Attribute::Kind::text)
      writer_.text(attribute.value);
    else
      writer_.raw(attribute.value);
  }
  writer_.end_object();
}

void Values::write(const Counts&, const std::vector<std::int64_t>& value) {
  writer_.begin_array();
  for (const auto count : value) writer_.integer(count);
  writer_.end_array();
}

void Values::write(const Rates&, const std::map<std::string, Rate, std::less<>>& value) {
  writer_.begin_object();
  for (const auto& [driver, rate] : value) {
    writer_.key_text(driver);
    if (rate.kind == Rate::Kind::money) {
      writer_.decimal(rate.value);
      continue;
    }
    writer_.begin_object().key(rate.kind == Rate::Kind::minutes ? "minutes" : "per_hour").decimal(rate.value);
    writer_.end_object();
  }
  writer_.end_object();
}

void Values::write(const Steps&, const Settings& value) {
  switch (value.scale) {
    case DiscountScale::none: writer_.null(); return;
    case DiscountScale::inferred: writer_.text("inferred"); return;
    case DiscountScale::steps: write(ListOf{false}, value.discount_scale); return;
  }
}

}  // namespace rendabel::abi
