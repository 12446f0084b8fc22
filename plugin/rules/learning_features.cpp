#include "plugin/rules/learning_features.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace rendabel::rules {

namespace {

constexpr std::array<std::string_view, 6> attempts{"1", "2", "3", "4", "5", "6+"};
/// Last day of each range of days waited.
constexpr std::array<std::int64_t, 6> waiting_to{0, 2, 7, 14, 30, 90};
constexpr std::array<std::string_view, 7> waiting{"0", "1-2", "3-7", "8-14", "15-30", "31-90", "91+"};

constexpr std::size_t reason_at = 1, attempt_at = reason_at + Names<Reason>::values.size(),
                      part_at = attempt_at + attempts.size(), waiting_at = part_at + 3,
                      channel_at = waiting_at + waiting.size(),
                      attribute_at = channel_at + Names<LawChannel>::values.size();
static_assert(attribute_at == learning_named_weights);

std::size_t attempt_place(std::int64_t attempt) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(attempt, 1, attempts.size()) - 1);
}
std::size_t waiting_place(std::int64_t days) {
  return static_cast<std::size_t>(std::ranges::lower_bound(waiting_to, days) - waiting_to.begin());
}

/// A number of any size as one of few values, so that neighbours share what is learnt of them.
std::string rough(const Attribute& attribute) {
  double number = 0;
  const auto* end = attribute.value.data() + attribute.value.size();
  const bool read = std::from_chars(attribute.value.data(), end, number).ec == std::errc{};
  if (attribute.kind != Attribute::Kind::number || !read || !std::isfinite(number))
    return std::string(attribute.value);
  int exponent = 0;
  std::frexp(number, &exponent);
  if (number == 0) return "0";
  const std::string power = "2^" + std::to_string(exponent);
  return number < 0 ? "> -" + power : "< " + power;
}

std::uint64_t hash_of(std::string_view name, std::string_view value) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto take = [&](char byte) { hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL; };
  for (const char byte : name) take(byte);
  take('\0');
  for (const char byte : value) take(byte);
  return hash ^ (hash >> 32);  // the low bits of FNV-1a alone mix little
}

}  // namespace

LearningReason feature_at(std::size_t weight) {
  LearningReason out;
  const auto say = [&](LearningFeature feature, std::string_view code) {
    out.feature = feature;
    out.code = code;
  };
  if (weight >= channel_at)
    say(LearningFeature::channel, Names<LawChannel>::values[weight - channel_at]);
  else if (weight >= waiting_at)
    say(LearningFeature::waiting, waiting[weight - waiting_at]);
  else if (weight >= part_at)
    say(LearningFeature::part, Names<DayPart>::values[weight - part_at + 1]);
  else if (weight >= attempt_at)
    say(LearningFeature::attempt, attempts[weight - attempt_at]);
  else if (weight >= reason_at)
    say(LearningFeature::reason, Names<Reason>::values[weight - reason_at]);
  return out;
}

std::vector<ActiveFeature> features_of(const LearningCall& call, const std::vector<std::string>& names) {
  std::vector<ActiveFeature> out;
  const auto add = [&](std::size_t weight) { out.push_back({weight, feature_at(weight)}); };
  add(0);
  add(reason_at + static_cast<std::size_t>(call.reason));
  add(attempt_at + attempt_place(call.attempt));
  if (call.part != DayPart::unknown) add(part_at + static_cast<std::size_t>(call.part) - 1);
  add(waiting_at + waiting_place(call.days_waiting));
  add(channel_at + static_cast<std::size_t>(call.channel));
  std::set<std::size_t> taken;
  for (const auto& name : names) {
    const auto found = std::ranges::find(call.attributes, name, &Attribute::name);
    if (found == call.attributes.end()) continue;
    const auto value = rough(*found);
    const auto weight = attribute_at + hash_of(name, value) % learning_attribute_buckets;
    // Two that share a place count once: a feature is there or not.
    if (!taken.insert(weight).second) continue;
    out.push_back({weight, {LearningFeature::attribute, value, name, {}, {}}});
  }
  return out;
}

}  // namespace rendabel::rules
