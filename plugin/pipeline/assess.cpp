#include "plugin/pipeline/assess.hpp"

#include <iterator>
#include <utility>

#include "plugin/pipeline/outlook.hpp"
#include "plugin/rules/agreed.hpp"
#include "plugin/rules/discount_scale.hpp"
#include "plugin/rules/drivers.hpp"
#include "plugin/rules/flags.hpp"
#include "plugin/rules/net_result.hpp"
#include "plugin/rules/pyramid.hpp"
#include "plugin/rules/verdict.hpp"
#include "plugin/rules/visits.hpp"
#include "plugin/rules/what_if.hpp"

namespace rendabel::pipeline {
namespace {

namespace why = rules::why;

void not_assessable(std::vector<Coverage>& to, std::string_view line, std::string_view reason) {
  to.push_back({std::string(line), CoverageState::not_assessable, {}, {}, reason});
}

void assumed_none(std::vector<Coverage>& to, std::string_view line, bool known, std::string_view reason) {
  if (!known) to.push_back({std::string(line), CoverageState::assumed, {}, {}, reason});
}

// A window that the history does not cover has no figures at all: a half year would look like a bad one.
WindowResult unknown_window(const Window& window) {
  WindowResult result;
  result.window = window;
  return result;
}

void cover_arrays(const Snapshot& snapshot, std::vector<Coverage>& to) {
  assumed_none(to, "quotes", snapshot.quotes.known, why::quotes_left_out);
  assumed_none(to, "inquiries", snapshot.inquiries.known, why::inquiries_left_out);
  assumed_none(to, "remedies", snapshot.remedies.known, why::remedies_left_out);
}

std::optional<Layer> layer_on(const BookContext& book, const rules::AccountDrivers& drivers,
                              std::string_view account_id) {
  if (!book.as_of) return std::nullopt;
  const auto revenue = rules::net_revenue(drivers.windows[0]);
  if (!revenue) return std::nullopt;
  // Never ordered is not known of a truncated history, so prospect is not either.
  if (*revenue <= 0 && !drivers.ever_ordered && drivers.truncated) return std::nullopt;
  return rules::layer_of(book.layers, *revenue, drivers.ever_ordered, account_id);
}

void rule(const rules::Judged& account, Depth depth, Assessment& made) {
  const auto answers = rules::answers_of(account.snapshot, account.as_of);
  const auto thoroughness = depth == Depth::full ? rules::Thoroughness::full : rules::Thoroughness::verdict;
  std::optional<rules::Advice> advice;
  if (account.now.result.net_result && account.window().orders > 0 &&
      (depth == Depth::full || *account.now.result.net_result < 0))
    advice = rules::advise(account, made.flags, answers, thoroughness);
  auto ruling = rules::verdict_of(account, made.flags, advice ? &*advice : nullptr);
  made.verdict = ruling.verdict;
  made.verdict_reasons = std::move(ruling.reasons);
  if (advice) made.remedies = std::move(advice->remedies);
  made.agreed = rules::agreed_remedies(account, made.flags, answers);
  if (made.verdict == Verdict::goodbye) made.flags.push_back(rules::goodbye_flag(account));
}

}  // namespace

Assessment Assessor::assess(const Snapshot& snapshot, const BookContext& book, Date as_of,
                            const WhatIf& what_if, Depth depth) const {
  const rules::AccountDrivers drivers = rules::collect_drivers(snapshot, settings_, rates_, as_of);
  rules::Statement now = rules::statement(drivers.windows[0], rates_, settings_);
  rules::Statement previous = rules::statement(drivers.windows[1], rates_, settings_);

  Assessment made;
  made.account_id = snapshot.account.id;
  made.as_of = as_of;
  made.book_as_of = book.as_of;
  if (!snapshot.account.unassigned.value_or(false)) {
    const Outlook outlook(snapshot, settings_, book, drivers, as_of, made);
    made.layer = layer_on(book, drivers, snapshot.account.id);
    made.visits = rules::visits_of(drivers.windows[0], now.result, made.potential, rates_, settings_);
    const auto& scale =
        settings_.scale == DiscountScale::inferred ? book.inferred_scale : settings_.discount_scale;
    const rules::Judged account{snapshot,    settings_, rates_,      drivers,
                                now,         previous,  made.rhythm, made.potential,
                                made.visits, as_of,     scale,       book.as_of.has_value()};
    if (settings_.scale == DiscountScale::inferred)
      if (const auto point = rules::discount_point_of(drivers.windows[0], {}))
        made.effective_discount_bp = point->effective_bp;
    rules::raise_flags(account, {made.flags, made.coverage});
    rule(account, depth, made);
    if (what_if != WhatIf{}) made.what_if = rules::what_if(account, what_if);
    cover_arrays(snapshot, made.coverage);
    outlook.cover(made.coverage);
    if (!book.as_of) not_assessable(made.coverage, "layer", why::no_refresh);
  }
  if (!drivers.windows[1].complete) {
    not_assessable(made.coverage, "previous", why::before_history);
    previous.result = unknown_window(drivers.windows[1].window);
  }
  made.result = std::move(now.result);
  made.previous = std::move(previous.result);
  // The statement's own lines come first, in its order.
  made.coverage.insert(made.coverage.begin(), std::make_move_iterator(now.coverage.begin()),
                       std::make_move_iterator(now.coverage.end()));
  return made;
}

Assessment Assessor::outline(const Snapshot& snapshot, const BookContext& book, Date as_of) const {
  Assessment made;
  made.account_id = snapshot.account.id;
  made.as_of = as_of;
  made.book_as_of = book.as_of;
  if (snapshot.account.unassigned.value_or(false)) return made;
  made.layer =
      layer_on(book, rules::collect_drivers(snapshot, settings_, rates_, as_of), snapshot.account.id);
  propose(snapshot, settings_, book, as_of, made.cross_sell);
  return made;
}

Assessment assess(const Snapshot& snapshot, const Settings& settings, const BookContext& book, Date as_of) {
  return Assessor(settings).assess(snapshot, book, as_of);
}

}  // namespace rendabel::pipeline
