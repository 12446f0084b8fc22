// learning.hpp — what the learner knows and says: its state, a call as it sees it, its report (domain.md 7).
// Plain data between rules/learning, store/learning, the pipeline and the border. The state holds sums over
// many calls and no fact of any one account or person; the agent is no part of it.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel {

/// Morning up to noon, afternoon up to 17:00, on the called country's clocks; unknown says nothing.
enum class DayPart : std::uint8_t { unknown, morning, afternoon, evening };
template <>
struct Names<DayPart> {
  static constexpr std::array<std::string_view, 4> values{"", "morning", "afternoon", "evening"};
};

/// One call as the learner sees it. Views must outlive it.
struct LearningCall {
  Reason reason{};
  std::int64_t attempt = 1;
  DayPart part = DayPart::unknown;
  std::int64_t days_waiting = 0;  ///< from the case's `since` to the call
  LawChannel channel = LawChannel::voice;
  List<Attribute> attributes;  ///< the account's; only those named in learn_attributes are read
};

/// What a weight is about.
enum class LearningFeature : std::uint8_t { level, reason, attempt, part, waiting, channel, attribute };
template <>
struct Names<LearningFeature> {
  static constexpr std::array<std::string_view, 7> values{"level",   "reason",  "attempt",  "part",
                                                          "waiting", "channel", "attribute"};
};

inline constexpr std::size_t learning_attribute_buckets = 256;
inline constexpr std::size_t learning_weights = 1 + 9 + 6 + 3 + 7 + 8 + learning_attribute_buckets;

/// A weight as a normal distribution, in log-odds.
struct LearningWeight {
  double mean = 0, variance = 0;
  bool operator==(const LearningWeight&) const = default;
};

/// Calls whose chance was said to lie in one tenth, and what came of them.
struct LearningDecile {
  std::int64_t calls = 0, successes = 0;
  double predicted = 0;  ///< sum of the chances
  bool operator==(const LearningDecile&) const = default;
};

/// All that is kept. Every figure of quality is of chances said before their outcome was learnt.
struct LearningState {
  std::int64_t calls = 0, successes = 0;
  Date day{};                      ///< of the last outcome; weights have drifted up to here
  double loss = 0, base_loss = 0;  ///< sums of −ln of what came true: ours, and of the moving base rate
  double base_rate = 0;            ///< of the last outcomes, the youngest weighing most
  std::array<LearningDecile, 10> deciles{};
  std::array<LearningWeight, learning_weights> weights{};
  bool operator==(const LearningState&) const = default;
};

/// Why a chance is what it is: one feature and how much it moves the log-odds.
struct LearningReason {
  LearningFeature feature{};
  std::string code;  ///< a reason, channel, part; 'attempt' and 'waiting' as a range such as 3-7
  std::string name;  ///< of the attribute, with its value as code
  Micro effect;      ///< log-odds, + raises the chance
  Micro odds;        ///< the same as what the odds are multiplied by: 1 = nothing, 2 = twice
  bool operator==(const LearningReason&) const = default;
};

/// The chance of success and what moves it most, the largest effect first.
struct LearningAnswer {
  Micro p_success;
  std::vector<LearningReason> reasons;
};

/// How good the learner was so far. Without outcomes all but the priors is unknown.
struct LearningReport {
  std::int64_t calls = 0, successes = 0;
  std::optional<Date> day;
  std::optional<Micro> log_loss, base_log_loss;  ///< means a call, natural logarithm
  std::optional<Micro> calibration_error;        ///< mean |said − came true| over calls, by tenth
  struct Tenth {
    std::int64_t calls = 0, successes = 0;
    std::optional<Micro> predicted, observed;  ///< means
  };
  std::array<Tenth, 10> deciles;
  std::vector<LearningReason> weights;  ///< the largest of those that are no attribute's
};

}  // namespace rendabel
