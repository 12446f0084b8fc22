#include <algorithm>

#include "abi/documents/walker_read.hpp"
#include "plugin/base/settings_fields.hpp"

namespace rendabel::abi {

void Walker::read(const TextList&, Item& item, List<std::string_view>& out, const Place& at) {
  json::array array;
  if (!open(item, at, array, "an array")) return;
  auto& scratch = std::get<std::vector<std::string_view>>(scratch_);
  each_element(array, at, [&](Item& element, const Place& here) {
    read(Text{text_list_bytes_max}, element, scratch.emplace_back(), here);
  });
  out.items = arena_.keep(scratch);
  out.known = true;
  scratch.clear();
  --level_;
}

bool Walker::attribute(Item& item, Attribute& out, const Place& at) {
  const std::string_view raw = item.text;
  switch (raw.front()) {
    case '"':
      out.kind = Attribute::Kind::text;
      read(Text{attribute_bytes_max}, item, out.value, at);
      return true;
    case '{':
    case '[': wrong_type(item, at, "a text, a number, true or false"); return false;
    default:
      if (raw == "null") return false;
      out.value = raw;
      if (raw == "true" || raw == "false") {
        out.kind = Attribute::Kind::yes_no;
      } else {
        out.kind = Attribute::Kind::number;
        skip(item, at);
      }
      return true;
  }
}

void Walker::read(const Attributes&, Item& item, List<Attribute>& out, const Place& at) {
  json::object object;
  if (!open(item, at, object, "an object")) return;
  auto& scratch = std::get<std::vector<Attribute>>(scratch_);
  each_key(object, at, [&](Item& element, const Place& here) {
    Attribute found{here.name, {}, Attribute::Kind::text};
    id_is_good(here.name, here);
    if (attribute(element, found, here)) scratch.push_back(found);
  });
  out.items = arena_.keep(scratch);
  out.known = true;
  scratch.clear();
  --level_;
}

bool Walker::time_of_day(Item& item, const Place& at, std::string_view& out) {
  if (!string(item, at, "a time of day", out)) return false;
  const auto digit = [&](std::size_t i, char max) { return out[i] >= '0' && out[i] <= max; };
  const bool good = out.size() == 5 && out[2] == ':' && digit(0, '2') &&
                    digit(1, out[0] == '2' ? '3' : '9') && digit(3, '5') && digit(4, '9');
  if (!good) report_.add(at, "is no time of day, written HH:MM from 00:00 to 23:59");
  return good;
}

void Walker::read(const TimeOfDay&, Item& item, std::string& out, const Place& at) {
  std::string_view text;
  if (time_of_day(item, at, text)) out = text;
}

namespace {

bool one_of(std::span<const std::string_view> values, std::string_view text) {
  return values.empty() || std::ranges::find(values, text) != values.end();
}

std::string none_of(std::span<const std::string_view> values) {
  std::string why = "is none of ";
  for (const auto value : values) why.append(value).append(", ");
  why.resize(why.size() - 2);
  return why;
}

}  // namespace

void Walker::read(const OneOf& kind, Item& item, std::string& out, const Place& at) {
  std::string_view text;
  if (!string(item, at, "a word", text)) return;
  if (!one_of(kind.values, text)) return report_.add(at, none_of(kind.values));
  out = text;
}

void Walker::read(const TextsOf& kind, Item& item, std::vector<std::string>& out, const Place& at) {
  json::array array;
  if (!open(item, at, array, "an array")) return;
  out.clear();
  std::size_t given = 0;
  each_element(array, at, [&](Item& element, const Place& here) {
    ++given;
    std::string_view text;
    if (!string(element, here, "a text", text)) return;
    if (!one_of(kind.values, text))
      report_.add(here, none_of(kind.values));
    else if (std::ranges::find(out, text) != out.end())
      report_.add(here, "stands here twice");
    else if (!kind.values.empty() || id_is_good(text, here))
      out.emplace_back(text);
  });
  if (given < kind.count_min) report_.add(at, "needs at least " + std::to_string(kind.count_min));
  --level_;
}

void Walker::read(const Counts& kind, Item& item, std::vector<std::int64_t>& out, const Place& at) {
  json::array array;
  if (!open(item, at, array, "an array")) return;
  out.clear();
  each_element(array, at, [&](Item& element, const Place& here) {
    std::int64_t count = 0;
    if (!whole(element, here, kind.min, kind.max, count)) return;
    if (!out.empty() && count <= out.back()) report_.add(here, "must be more than the one before");
    out.push_back(count);
  });
  --level_;
}

bool Walker::rate(Item& item, Rate& out, const Place& at) {
  if (item.text.front() != '{') {
    std::int64_t millionths = 0;
    if (!fixed(item, at, 6, rate_max * micro, "a rate: money, {\"minutes\"} or {\"per_hour\"},", millionths))
      return false;
    if (millionths < 0) report_.add(at, "is negative; this amount never is");
    out = {Rate::Kind::money, {millionths}};
    return true;
  }
  json::object object;
  if (!open(item, at, object, "an object")) return false;
  int parts = 0;
  each_key(object, at, [&](Item& element, const Place& here) {
    const bool minutes = here.name == "minutes";
    if (!minutes && here.name != "per_hour") {
      report_.add(here, "is no key of this document");
      return skip(element, here);
    }
    ++parts;
    out.kind = minutes ? Rate::Kind::minutes : Rate::Kind::per_hour;
    read(Decimal{0, rate_max}, element, out.value, here);
  });
  if (parts != 1) report_.add(at, "needs either minutes or per_hour");
  --level_;
  return true;
}

void Walker::read(const Rates&, Item& item, std::map<std::string, Rate, std::less<>>& out, const Place& at) {
  json::object object;
  if (!open(item, at, object, "an object")) return;
  each_key(object, at, [&](Item& element, const Place& here) {
    Rate found;
    const bool good = id_is_good(here.name, here);
    if (element.text == "null") return;
    if (rate(element, found, here) && good) out.insert_or_assign(std::string(here.name), found);
  });
  --level_;
}

void Walker::read(const Steps&, Item& item, Settings& out, const Place& at) {
  if (item.text.front() == '"') {
    std::string_view text;
    if (!string(item, at, "a scale", text)) return;
    if (text != "inferred") report_.add(at, "is no scale: an array of steps or \"inferred\" is needed");
    out.scale = DiscountScale::inferred;
    out.discount_scale.clear();
    return;
  }
  read(ListOf{false}, item, out.discount_scale, at);
  out.scale = DiscountScale::steps;
  for (std::size_t i = 1; i < out.discount_scale.size(); ++i) {
    const auto &before = out.discount_scale[i - 1], &step = out.discount_scale[i];
    const Place here{&at, {}, static_cast<std::int64_t>(i)};
    if (step.from_revenue <= before.from_revenue || step.percent < before.percent)
      report_.add(here, "must start at more revenue than the step before, with no lower percent");
  }
}

}  // namespace rendabel::abi
