// refusals.hpp — step 7: a case ends when those it could be raised with want no marketing.
// In: the people of an account with their permission facts, a case, a day.  Out: why it ends, or nothing.
// Never: clock, store.  Method: law.md NL1 and art. 21 GDPR: an objection binds every path, at once; it
// belongs to a person, so the others at a legal person may still be asked about what is not his.
#pragma once
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/rules/contact_choice.hpp"

namespace rendabel::rules {

/// Whether an objection can end it at all: marketing, and a time agreed before it.
bool may_be_refused(const Case& found, Date day);

/// Why nobody may raise `found` any more: objection, or do_not_call where all refuse the telephone only. A
/// literal; empty: it stands. Cases of another purpose stand, but for a callback agreed before the
/// objection, which the law denies for good. A person's own case ends with his objection; one of nobody's
/// when all who can be reached refuse.
std::string_view refusal_of(const std::vector<Person>& people, const Case& found, Date day);

}  // namespace rendabel::rules
