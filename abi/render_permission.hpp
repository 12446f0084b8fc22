// render_permission.hpp — permission_get's answer: a decision of the law with what it looked at.
// In: what the pipeline found, the language.  Out: JSON.  Never: decides.
#pragma once
#include <string>

#include "abi/words.hpp"
#include "plugin/pipeline/permission.hpp"

namespace rendabel::abi {

std::string render_permission(const pipeline::ExplainedPermission& explained, const Words& words);

}  // namespace rendabel::abi
