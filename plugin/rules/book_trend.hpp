// book_trend.hpp — who became loss-making and who was repaired since the refresh of an earlier day, who costs
// most now, and what remedies brought (domain.md 6). In: one narrow row per account, with what was found of
// it then. Out: counts of all, rows of the first few.  Never: amounts summed across remedies that overlap in
// one account's flags.  Method: the flag loss_making then and now.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "plugin/rules/best_rows.hpp"
#include "plugin/rules/book.hpp"

namespace rendabel::rules {

/// What the host reported last of each remedy of an account, up to its day; in the order of RemedyCode.
std::vector<BookRemedy> book_remedies(const Snapshot& snapshot, const Assessment& assessment);

class TrendBook {
 public:
  void add(const BookRow& row);
  /// `since`: day of the refresh that the rows' `before` is of; none: no trend.
  void fill(Book& book, std::optional<Date> since) const;

 private:
  struct Remedy {
    bool seen = false;
    RemedyHeadline sums;
    Int128 advised_effect = 0, predicted = 0, predicted_so_far = 0, realised = 0;
    bool any_predicted = false, any_realised = false;
  };

  void compare(const BookRow& row);
  void add_worst(const BookRow& row);
  void add_remedies(const BookRow& row);

  std::int64_t became_ = 0, repaired_ = 0, left_ = 0;
  BestRows<TrendAccount> became_rows_{50}, repaired_rows_{50};
  BestRows<WorstAccount> worst_{50};
  std::array<Remedy, Names<RemedyCode>::values.size()> remedies_{};
};

}  // namespace rendabel::rules
