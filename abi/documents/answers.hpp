// answers.hpp — what we answer, described: the shape of every document that abi/render_* writes.
// In: nothing.  Out: JSON Schema keywords.  A test holds real answers against them, so that the two cannot
// drift. Hosts ignore keys and codes they do not know: answers may grow (contract.md 1.9).
#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rendabel::abi::answers {

/// A finished schema as JSON text.
using Shape = std::string;

/// A member; a name that ends in '?' may be left out (sentences with "text": false).
struct Member {
  std::string_view name;
  Shape shape;
};

Shape object(std::string_view meaning, std::initializer_list<Member> members);
Shape object_of(std::string_view meaning, const std::vector<Member>& members);
Shape array(std::string_view meaning, const Shape& items);
/// An object whose keys are codes or names.
Shape map(std::string_view meaning, const Shape& values);
Shape text(std::string_view meaning);
Shape text_or_null(std::string_view meaning);
Shape code(std::string_view meaning, std::span<const std::string_view> values);
Shape code_or_null(std::string_view meaning, std::span<const std::string_view> values);
/// Money, decimal, basis points: numbers, null where unknown.
Shape number(std::string_view meaning);
Shape integer(std::string_view meaning);
Shape date(std::string_view meaning);
Shape moment(std::string_view meaning);
Shape yes_no(std::string_view meaning);
Shape null(std::string_view meaning);
Shape any_scalar(std::string_view meaning);

/// A case, with what `more` says of it beside its facts.
Shape case_facts(std::string_view meaning, std::initializer_list<Member> more);
/// The statement of one window.
Shape window_result(std::string_view meaning);
/// The members of a call, on the list and on a card; a decision of the law; remedies and cross-sell advice.
std::vector<Member> call_members();
Shape permission();
Shape advised_remedies();
Shape cross_sell();
/// The cost lines of a statement.
Shape cost_lines(std::string_view meaning);

Shape agent_erased();
Shape agent_export();
Shape assessment();
Shape assessment_summary();
Shape board();
Shape book();
Shape book_refresh();
Shape call_list();
Shape card();
Shape learning();
Shape learning_reset();
Shape next_call();
Shape opened_call();
Shape explained_permission();
Shape reported();
Shape erased();
Shape account_export(const Shape& snapshot);
Shape findings();
Shape labels();
Shape opened();
Shape recorded();
Shape saved();
Shape store_backup();
Shape store_check();
Shape schema_index();

}  // namespace rendabel::abi::answers
