// buying_model_outlook.hpp — step potential: what the book's model expects of one account in the next 365
// days. In: the model, what the account bought, its state.  Out: figures for its rhythm and its potential, or
// why there are none.  Never: a number that is not finite, a margin that nobody knows passed off as known.
// Method: domain.md 5, 'Potential'; each figure rounded once, half away from zero.
#pragma once
#include <optional>
#include <string_view>

#include "plugin/base/assessment.hpp"
#include "plugin/base/buying_model.hpp"

namespace rendabel::rules {

struct Outlook {
  std::optional<Micro> p_active, expected_orders;
  std::optional<Cents> expected_margin;
  std::optional<Cents> potential;  ///< the margin expected; of a dormant account if it is won back
  std::string_view why;            ///< why there is no forecast; empty: there is one
  std::string_view margin_why;     ///< why there is no margin, or what was assumed for it; empty: known
};

/// `model`: of the last finished refresh, none before one. `buyer`: none without order days.
Outlook outlook_of(const std::optional<BuyingModel>& model, const std::optional<BuyerStatistic>& buyer,
                   RhythmState state, Date as_of);

}  // namespace rendabel::rules
