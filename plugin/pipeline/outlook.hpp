// outlook.hpp — what lies ahead of one account: rhythm, potential and what others buy (domain.md 5 and 8).
// In: its facts and drivers, the book as of its last refresh.  Out: these parts of an assessment, with why
// each is not known.  Never: a value of the whole book before a refresh.  Method: the rule first; the model
// adds to it where the book has one that identifies its parameters.
#pragma once
#include <string_view>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/drivers.hpp"

namespace rendabel::pipeline {

/// Adds what comparable customers buy and this one does not; why there is nothing to say, or empty.
std::string_view propose(const Snapshot& snapshot, const Settings& settings, const BookContext& book,
                         Date as_of, std::vector<CrossSellAdvice>& to);

/// What is not known of an outlook is told later than the flags are: `cover` adds its rows.
class Outlook {
 public:
  /// Fills rhythm, potential and cross_sell of `made`.
  Outlook(const Snapshot& snapshot, const Settings& settings, const BookContext& book,
          const rules::AccountDrivers& drivers, Date as_of, Assessment& made);
  void cover(std::vector<Coverage>& to) const;

 private:
  std::string_view model_why_, potential_why_, cross_sell_why_;  ///< empty: known
  bool orders_known_, potential_known_ = false;
};

}  // namespace rendabel::pipeline
