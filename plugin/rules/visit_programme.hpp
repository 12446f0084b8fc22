// visit_programme.hpp — the visits of a whole book: done, carried, advised, the rest by phone, per owner
// [M1: a visit frequency in line with potential and contribution] (domain.md 6). In: one narrow row per
// account. Out: sums, what they free, and where a visit meets most potential.  Never: accounts without an
// order in the window.  Method: exact sums; rows of accounts bounded.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "plugin/rules/best_rows.hpp"
#include "plugin/rules/book.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::rules {

/// Of one account: hours as logged at the visits of the window, and what the advice frees of the visits line,
/// less the calls that replace them.
BookVisits book_visits(const Snapshot& snapshot, const Assessment& assessment, const Rates& rates);

class VisitBook {
 public:
  void add(const BookRow& row);
  VisitProgramme programme() const;

 private:
  struct Sums {
    std::int64_t customers = 0, known = 0, carried = 0, advised = 0;
    Int128 done = 0, hours = 0, calls = 0, hours_freed = 0, money_freed = 0;
    void add(const BookVisits& visits);
    VisitSums rounded() const;
  };
  struct Owner {
    Sums sums;
    BestRows<VisitAccount> best{5};
  };

  Owner total_{{}, BestRows<VisitAccount>{20}};
  std::map<std::string, Owner, std::less<>> owners_;
  std::int64_t crowd_ = 0;  ///< accounts of owners beyond what is kept
};

}  // namespace rendabel::rules
