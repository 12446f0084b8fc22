// render_calls.hpp — the call list of a day, as the document of contract.md 3.
// In: a list that the pipeline made, the language.  Out: JSON.  Never: ranks, filters or decides.
#pragma once
#include <string>

#include "abi/documents/writer.hpp"
#include "abi/words.hpp"
#include "plugin/pipeline/plan.hpp"

namespace rendabel::abi {

std::string render_call_list(const pipeline::CallList& list, const Words& words);

/// One call; `today` is the day of its list.
void write_call(Writer& out, const Call& call, Date today, const Words& words);
/// The members of a call, for who writes more of it into the same object.
void write_call_members(Writer& out, const Call& call, Date today, const Words& words);
void write_permission(Writer& out, const Permission& permission, const Words& words);
/// The members of a decision, for who writes more of it into the same object.
void write_permission_members(Writer& out, const Permission& permission, const Words& words);
/// A moment on the clocks of the settings' country.
void write_moment(Writer& out, const std::optional<Moment>& at, const Words& words);

}  // namespace rendabel::abi
