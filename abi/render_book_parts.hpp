// render_book_parts.hpp — the parts of the book beyond its sums, each as a member of the book's document.
// In: the structs of base/book_parts.hpp, already bounded.  Out: JSON in a Writer.  Never: computes.
#pragma once
#include <vector>

#include "abi/documents/writer.hpp"
#include "plugin/base/book.hpp"

namespace rendabel::abi {

void write_waterfall(Writer& out, const std::vector<WaterfallStep>& steps);
void write_whale(Writer& out, const WhaleCurve& whale);
void write_remedies(Writer& out, const std::vector<RemedyHeadline>& remedies);
void write_worst(Writer& out, const std::vector<WorstAccount>& worst);
void write_trend(Writer& out, const BookTrend& trend);
void write_visit_programme(Writer& out, const VisitProgramme& visits);
void write_capacity(Writer& out, const std::vector<CapacityCheck>& pools);
void write_model(Writer& out, const BookModel& model);
void write_scale(Writer& out, const BookScale& scale);

}  // namespace rendabel::abi
