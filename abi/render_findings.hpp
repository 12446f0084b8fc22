// render_findings.hpp — the body of bad_input: every fault by record and field, the first 1,000 and the
// total.
#pragma once
#include <string>

#include "plugin/base/findings.hpp"

namespace rendabel::abi {

std::string render_findings(const Findings& findings);

}  // namespace rendabel::abi
