// render_assessment.hpp — what we say of one account, as the assessment document of contract.md 3.
// In: a judged account, the language.  Out: JSON, the same bytes for the same input.
// Never: computes; a key that the schema does not have.
#pragma once
#include <string>

#include "abi/documents/writer.hpp"
#include "abi/words.hpp"
#include "plugin/base/assessment.hpp"
#include "plugin/pipeline/save.hpp"

namespace rendabel::abi {

std::string render_assessment(const pipeline::Judged& judged, const Words& words);

/// A line of accounts_get: the whole assessment or the figures of a list, each with its sequence.
void write_page_line(Writer& out, const pipeline::Judged& judged, FieldSet fields, const Words& words);

/// The statement of one window; also of the book.
void write_window(Writer& out, const WindowResult& result);
void write_cost_lines(Writer& out, const std::vector<CostLine>& lines);

/// An open or closed case without its state.
void write_case_facts(Writer& out, const Case& found);

}  // namespace rendabel::abi
