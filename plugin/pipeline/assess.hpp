// assess.hpp — what one account costs and brings: drivers → result → flags, rhythm, potential, coverage.
// In: a snapshot, the settings, the values of the last finished refresh, the day.  Out: an Assessment.
// Never: clock, store, JSON, words.  Method: rules/*, each a pure function; the same input gives the same
// answer.
#pragma once
#include <optional>

#include "plugin/base/assessment.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/options.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"
#include "plugin/rules/rates.hpp"

namespace rendabel::pipeline {

/// `verdict` leaves out what no verdict needs: remedies that are in no plan, and break-evens. A refresh asks
/// for no more.
enum class Depth { full, verdict };

/// Settings prepared once for many accounts. Keeps a reference: the settings must outlive it.
class Assessor {
 public:
  explicit Assessor(const Settings& settings) : settings_(settings), rates_(settings) {}

  const rules::Rates& rates() const { return rates_; }

  /// Judges the account on `as_of`; facts after it do not count. Failure bad_input: a sum too large for an
  /// amount.
  Assessment assess(const Snapshot& snapshot, const BookContext& book, Date as_of, const WhatIf& what_if = {},
                    Depth depth = Depth::full) const;
  /// Layer and cross_sell alone: what tells whether an account is due to be called, for a fraction of the
  /// work.
  Assessment outline(const Snapshot& snapshot, const BookContext& book, Date as_of) const;

 private:
  const Settings& settings_;
  rules::Rates rates_;
};

/// One account; many accounts go through an Assessor.
Assessment assess(const Snapshot& snapshot, const Settings& settings, const BookContext& book, Date as_of);

}  // namespace rendabel::pipeline
