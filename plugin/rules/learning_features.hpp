// learning_features.hpp — step 9: which weights speak about a call.
// In: a call, the names of attributes that may be read.  Out: indexes into the weights, each once.
// Never: the agent, an attribute nobody named.  Method: one place per value; attributes share 256 places by
// an FNV-1a hash, numbers by sign and power of two.
#pragma once
#include <string>
#include <vector>

#include "plugin/base/learning.hpp"

namespace rendabel::rules {

struct ActiveFeature {
  std::size_t weight = 0;
  LearningReason says;  ///< but for its effect
};

/// Always the level first; attributes in the order of `names`.
std::vector<ActiveFeature> features_of(const LearningCall& call, const std::vector<std::string>& names);

/// The same for a place that is no attribute's, for the report.
LearningReason feature_at(std::size_t weight);
inline constexpr std::size_t learning_named_weights = learning_weights - learning_attribute_buckets;

}  // namespace rendabel::rules
