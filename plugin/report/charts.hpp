// charts.hpp — the book's figures as drawings: whale curve, pyramid, waterfall, and the tail beside the
// claim. In: figures as the book has them, the words' language and currency.  Out: drawings, each with its
// sentence. Never: a figure that the book does not have.  Method: scaling to the paper is layout; running
// sums of a waterfall only place its bars.
#pragma once
#include "plugin/base/book.hpp"
#include "plugin/base/book_parts.hpp"
#include "plugin/report/drawing.hpp"
#include "plugin/report/table.hpp"

namespace rendabel::report {

/// In what language and currency a report speaks.
struct Speech {
  Pages pages;
  Cells cells;

  Speech(Language language, const std::string& currency) : pages(language), cells(language, currency) {}
  Language language() const { return pages.language(); }
  std::string money(Cents amount) const;  ///< with its currency
  /// The words of a line of the statement; a host's own driver is its own name.
  std::string line(std::string_view code) const;
};

/// [M1] of the small customers: 20 % of the revenue, on which 15 % is lost. Shown beside what is measured.
inline constexpr std::int32_t claimed_revenue_share_bp = 2000, claimed_margin_bp = -1500;

Drawing whale_drawing(const WhaleCurve& whale, const Speech& speech);
Drawing pyramid_drawing(const std::vector<BookLayer>& layers, const Speech& speech);
Drawing waterfall_drawing(const std::vector<WaterfallStep>& steps, const Speech& speech);
Drawing tail_drawing(const Tail& tail, const Speech& speech);

}  // namespace rendabel::report
