#include "abi/render_labels.hpp"

#include <optional>
#include <span>

#include "abi/documents/writer.hpp"
#include "plugin/base/status.hpp"
#include "plugin/report/call_sentences.hpp"
#include "plugin/report/desk_labels.hpp"
#include "plugin/report/labels.hpp"
#include "plugin/report/learning_labels.hpp"

namespace rendabel::abi {
namespace {

void write_group(Writer& out, std::string_view name, std::span<const report::CallWords> labels,
                 report::Language language) {
  out.key(name).begin_object();
  for (const report::CallWords& label : labels)
    out.key_text(label.code).text(pick(language, label.nl, label.en));
  out.end_object();
}

/// A flag that could not be judged is a line of the coverage: hosts find its word among the lines as well.
void write_flags_as_lines(Writer& out, std::span<const report::LabelGroup> groups,
                          report::Language language) {
  for (const report::LabelGroup& group : groups) {
    if (group.name != "flag") continue;
    for (const report::Label& label : group.labels)
      if (report::label("line", label.code, language) == label.code)
        out.key(label.code).text(label.in(language));
  }
}

}  // namespace

std::string render_labels(std::string_view language) {
  const std::optional<report::Language> spoken = report::parse_language(language);
  if (!spoken) throw Failure(Status::unsupported, "labels are there in nl and en");
  Writer out;
  out.begin_object().key("language").text(pick(*spoken, "nl", "en")).key("labels").begin_object();
  for (const report::LabelGroup& group : report::label_groups()) {
    out.key(group.name).begin_object();
    for (const report::Label& label : group.labels) out.key(label.code).text(label.in(*spoken));
    if (group.name == "line") write_flags_as_lines(out, report::label_groups(), *spoken);
    out.end_object();
  }
  for (const report::LabelGroup& group : report::desk_groups)
    write_group(out, group.name, group.labels, *spoken);
  for (const report::LabelGroup& group : report::learning_groups)
    write_group(out, group.name, group.labels, *spoken);
  write_group(out, "left_out", report::left_out_labels(), *spoken);
  write_group(out, "withdrawn", report::withdrawn_labels(), *spoken);
  write_group(out, "place", report::place_labels(), *spoken);
  write_group(out, "rule", report::rule_labels(), *spoken);
  write_group(out, "margin_from", report::margin_labels(), *spoken);
  return out.end_object().end_object().text_copy();
}

}  // namespace rendabel::abi
