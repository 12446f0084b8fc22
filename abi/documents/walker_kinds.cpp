#include <algorithm>

#include "abi/documents/walker_read.hpp"
#include "plugin/base/settings_fields.hpp"

namespace rendabel::abi {

void Walker::read(const TextList&, json::value& value, List<std::string_view>& out, const Place& at) {
  json::array array;
  if (!open(value, at, array, "an array")) return;
  auto& scratch = std::get<std::vector<std::string_view>>(scratch_);
  Place here{&at, {}, -1};
  for (auto item : array) {
    ++here.index;
    json::value element;
    if (const auto error = std::move(item).get(element)) broken(report_, here, error);
    read(Text{200}, element, scratch.emplace_back(), here);
  }
  out.items = arena_.keep(scratch);
  out.known = true;
  scratch.clear();
  --level_;
}

bool Walker::attribute(json::value& value, Attribute& out, const Place& at) {
  const std::string_view raw = token(value, at);
  switch (raw.front()) {
    case '"':
      out.kind = Attribute::Kind::text;
      read(Text{1000}, value, out.value, at);
      return true;
    case '{':
    case '[': wrong_type(value, at, "a text, a number, true or false"); return false;
    default:
      if (raw == "null") return false;
      out.value = raw;
      if (raw == "true" || raw == "false") {
        out.kind = Attribute::Kind::yes_no;
      } else {
        out.kind = Attribute::Kind::number;
        skip(value, at);
      }
      return true;
  }
}

void Walker::read(const Attributes&, json::value& value, List<Attribute>& out, const Place& at) {
  json::object object;
  if (!open(value, at, object, "an object")) return;
  auto& scratch = std::get<std::vector<Attribute>>(scratch_);
  std::vector<std::string_view> keys;
  for (auto item : object) {
    json::field field;
    if (const auto error = std::move(item).get(field)) broken(report_, at, error);
    const Place here{&at, key(field, at), -1};
    keys.push_back(here.name);
    json::value element = field.value();
    Attribute found{here.name, {}, Attribute::Kind::text};
    id_is_good(here.name, here);
    if (attribute(element, found, here)) scratch.push_back(found);
  }
  unique_keys(keys, at);
  out.items = arena_.keep(scratch);
  out.known = true;
  scratch.clear();
  --level_;
}

bool Walker::time_of_day(json::value& value, const Place& at, std::string_view& out) {
  if (!string(value, at, "a time of day", out)) return false;
  const auto digit = [&](std::size_t i, char max) { return out[i] >= '0' && out[i] <= max; };
  const bool good = out.size() == 5 && out[2] == ':' && digit(0, '2') &&
                    digit(1, out[0] == '2' ? '3' : '9') && digit(3, '5') && digit(4, '9');
  if (!good) report_.add(at, "is no time of day, written HH:MM from 00:00 to 23:59");
  return good;
}

void Walker::read(const TimeOfDay&, json::value& value, std::string& out, const Place& at) {
  std::string_view text;
  if (time_of_day(value, at, text)) out = text;
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

void Walker::read(const OneOf& kind, json::value& value, std::string& out, const Place& at) {
  std::string_view text;
  if (!string(value, at, "a word", text)) return;
  if (!one_of(kind.values, text)) return report_.add(at, none_of(kind.values));
  out = text;
}

void Walker::read(const TextsOf& kind, json::value& value, std::vector<std::string>& out, const Place& at) {
  json::array array;
  if (!open(value, at, array, "an array")) return;
  out.clear();
  Place here{&at, {}, -1};
  for (auto item : array) {
    ++here.index;
    json::value element;
    if (const auto error = std::move(item).get(element)) broken(report_, here, error);
    std::string_view text;
    if (!string(element, here, "a text", text)) continue;
    if (!one_of(kind.values, text))
      report_.add(here, none_of(kind.values));
    else if (std::ranges::find(out, text) != out.end())
      report_.add(here, "stands here twice");
    else if (kind.values.empty() && !id_is_good(text, here))
      continue;
    else
      out.emplace_back(text);
  }
  if (out.size() < kind.count_min && here.index < static_cast<std::int64_t>(kind.count_min) - 1)
    report_.add(at, "needs at least " + std::to_string(kind.count_min));
  --level_;
}

void Walker::read(const Counts& kind, json::value& value, std::vector<std::int64_t>& out, const Place& at) {
  json::array array;
  if (!open(value, at, array, "an array")) return;
  out.clear();
  Place here{&at, {}, -1};
  for (auto item : array) {
    ++here.index;
    json::value element;
    if (const auto error = std::move(item).get(element)) broken(report_, here, error);
    std::int64_t count = 0;
    if (!whole(element, here, kind.min, kind.max, count)) continue;
    if (!out.empty() && count <= out.back()) report_.add(here, "must be more than the one before");
    out.push_back(count);
  }
  --level_;
}

bool Walker::rate(json::value& value, Rate& out, const Place& at) {
  if (token(value, at).front() != '{') {
    std::int64_t millionths = 0;
    if (!fixed(value, at, 6, 1'000'000 * micro, "a rate: money, {\"minutes\"} or {\"per_hour\"},",
               millionths))
      return false;
    if (millionths < 0) report_.add(at, "is negative; this amount never is");
    out = {Rate::Kind::money, {millionths}};
    return true;
  }
  json::object object;
  if (!open(value, at, object, "an object")) return false;
  int parts = 0;
  for (auto item : object) {
    json::field field;
    if (const auto error = std::move(item).get(field)) broken(report_, at, error);
    const Place here{&at, key(field, at), -1};
    json::value element = field.value();
    const bool minutes = here.name == "minutes";
    if (!minutes && here.name != "per_hour") {
      report_.add(here, "is no key of this document");
      skip(element, here);
      continue;
    }
    ++parts;
    out.kind = minutes ? Rate::Kind::minutes : Rate::Kind::per_hour;
    read(Decimal{0, 1'000'000}, element, out.value, here);
  }
  if (parts != 1) report_.add(at, "needs either minutes or per_hour");
  --level_;
  return true;
}

void Walker::read(const Rates&, json::value& value, std::map<std::string, Rate, std::less<>>& out,
                  const Place& at) {
  json::object object;
  if (!open(value, at, object, "an object")) return;
  std::vector<std::string_view> keys;
  for (auto item : object) {
    json::field field;
    if (const auto error = std::move(item).get(field)) broken(report_, at, error);
    const Place here{&at, key(field, at), -1};
    keys.push_back(here.name);
    json::value element = field.value();
    Rate found;
    const bool good = id_is_good(here.name, here);
    if (is_null(element, here)) continue;
    if (rate(element, found, here) && good) out.insert_or_assign(std::string(here.name), found);
  }
  unique_keys(keys, at);
  --level_;
}

void Walker::read(const Steps&, json::value& value, Settings& out, const Place& at) {
  if (token(value, at).front() == '"') {
    std::string_view text;
    if (!string(value, at, "a scale", text)) return;
    if (text != "inferred") report_.add(at, "is no scale: an array of steps or \"inferred\" is needed");
    out.scale = DiscountScale::inferred;
    out.discount_scale.clear();
    return;
  }
  read(ListOf{false}, value, out.discount_scale, at);
  out.scale = DiscountScale::steps;
  for (std::size_t i = 1; i < out.discount_scale.size(); ++i) {
    const auto &before = out.discount_scale[i - 1], &step = out.discount_scale[i];
    const Place here{&at, {}, static_cast<std::int64_t>(i)};
    if (step.from_revenue <= before.from_revenue || step.percent < before.percent)
      report_.add(here, "must start at more revenue than the step before, with no lower percent");
  }
}

}  // namespace rendabel::abi
