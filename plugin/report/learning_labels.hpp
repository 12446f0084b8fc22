// learning_labels.hpp — the codes of what was learnt with their words, for labels_get and learning_get.
// In: nothing.  Out: what a weight is about, parts of the day.
// Never: words of one weight (report/learning_sentences).
#pragma once
#include <array>

#include "plugin/report/labels.hpp"

namespace rendabel::report {

// clang-format off
inline constexpr std::array learning_feature_labels{
    Label{"level", "Algemeen niveau", "Overall level"},
    Label{"reason", "Aanleiding", "Reason"},
    Label{"attempt", "Poging", "Attempt"},
    Label{"part", "Dagdeel", "Part of the day"},
    Label{"waiting", "Dagen gewacht", "Days waited"},
    Label{"channel", "Kanaal", "Channel"},
    Label{"attribute", "Kenmerk van de klant", "Attribute of the account"}};

inline constexpr std::array day_part_labels{
    Label{"morning", "ochtend", "morning"},
    Label{"afternoon", "middag", "afternoon"},
    Label{"evening", "avond", "evening"}};

inline constexpr std::array learning_groups{
    LabelGroup{"learning_feature", learning_feature_labels}, LabelGroup{"day_part", day_part_labels}};
// clang-format on

}  // namespace rendabel::report
