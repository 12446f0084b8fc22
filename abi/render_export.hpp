// render_export.hpp — all that is kept of an account, for the customer who asks.
// In: an export.  Out: facts as a snapshot, own state, cases, calls.  Never: leaves out what is stored.
#pragma once
#include <string>

#include "abi/documents/writer.hpp"
#include "abi/words.hpp"
#include "plugin/pipeline/privacy.hpp"

namespace rendabel::abi {

std::string render_export(const pipeline::Export& all, const Words& words);

/// An outcome with its next step and the cases after it.
void write_outcome(Writer& out, const store::LoggedOutcome& logged, const Words& words);

}  // namespace rendabel::abi
