#include "abi/render_labels.hpp"

#include <span>

#include "abi/documents/writer.hpp"
#include "plugin/base/status.hpp"
#include "plugin/report/call_sentences.hpp"

namespace rendabel::abi {
namespace {

/// nl or en of nl, nl_NL, nl-BE, …
std::string_view spoken(std::string_view language) {
  const std::string_view base = language.substr(0, language.find_first_of("-_"));
  if (base == "nl") return "nl";
  if (base == "en") return "en";
  throw Failure(Status::unsupported, "labels are there in nl and en");
}

void write_group(Writer& out, std::string_view name, std::span<const report::CallWords> labels, bool dutch) {
  out.key(name).begin_object();
  for (const report::CallWords& label : labels) out.key_text(label.code).text(dutch ? label.nl : label.en);
  out.end_object();
}

}  // namespace

std::string render_labels(std::string_view language) {
  const std::string_view words = spoken(language);
  const bool dutch = words == "nl";
  Writer out;
  out.begin_object().key("language").text(words).key("labels").begin_object();
  write_group(out, "left_out", report::left_out_labels(), dutch);
  write_group(out, "withdrawn", report::withdrawn_labels(), dutch);
  write_group(out, "rule", report::rule_labels(), dutch);
  write_group(out, "margin_from", report::margin_labels(), dutch);
  return out.end_object().end_object().str();
}

}  // namespace rendabel::abi
