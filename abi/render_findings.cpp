#include "abi/render_findings.hpp"

#include "abi/documents/writer.hpp"

namespace rendabel::abi {

std::string render_findings(const Findings& findings) {
  Writer out;
  out.begin_object().key("findings").begin_array();
  for (const Finding& finding : findings.kept()) {
    out.begin_object().key("record").integer(finding.record);
    out.key("field").text(finding.field);
    out.key("why").text(finding.why).end_object();
  }
  out.end_array().key("total").integer(findings.total()).end_object();
  return out.text_copy();
}

}  // namespace rendabel::abi
