#include "plugin/report/templates.hpp"

#include <algorithm>

#include "plugin/base/status.hpp"

namespace rendabel::report {
namespace {

using kainjow::mustache::mustache;

/// How many bytes at the front of `text` are a character that may not be shown as it is; 0: none.
std::size_t unfit_bytes(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(at < text.size() ? text[at] : 0);
  };
  const unsigned char first = byte(0), second = byte(1), third = byte(2);
  if ((first < 0x20 && first != '\t' && first != '\n') || first == 0x7f) return 1;
  if (first == 0xc2 && second >= 0x80 && second < 0xa0) return 2;                   // C1 controls
  if (first == 0xe2 && second == 0x80 && third >= 0xaa && third <= 0xae) return 3;  // embeddings, overrides
  if (first == 0xe2 && second == 0x81 && third >= 0xa6 && third <= 0xa9) return 3;  // isolates
  if (first == 0xef && second == 0xbf && third >= 0xbe) return 3;                   // no characters at all
  return 0;
}

std::string filled_in(std::string_view text, const Values& values, const mustache::escape_handler& escape) {
  mustache page{std::string(text)};
  page.set_custom_escape(escape);
  std::string filled = page.render(values);
  if (!page.is_valid()) throw Failure(Status::internal, "template: " + page.error_message());
  return filled;
}

}  // namespace

std::string_view template_text(std::string_view name) {
  const auto all = templates();
  const auto found = std::ranges::find(all, name, &Template::name);
  if (found == all.end()) throw Failure(Status::internal, "no template " + std::string(name));
  return found->text;
}

std::string escaped(std::string_view text) {
  std::string fit;
  fit.reserve(text.size());
  while (!text.empty()) {
    if (const auto bytes = unfit_bytes(text); bytes > 0) {
      fit += "\xef\xbf\xbd";
      text.remove_prefix(bytes);
    } else {
      fit += text.front();
      text.remove_prefix(1);
    }
  }
  return kainjow::mustache::html_escape(fit);
}

Pages::Pages(Language language) : language_(language) {
  std::string_view rest = template_text(language == Language::nl ? "words.nl" : "words.en");
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const auto colon = line.find(": ");
    if (!line.starts_with('#') && colon != std::string_view::npos)
      phrases_.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
}

std::string Pages::phrase(const std::string& name, const Values& values) const {
  const auto found = phrases_.find(name);
  if (found == phrases_.end()) throw Failure(Status::internal, "no phrase " + name);
  return filled_in(found->second, values, [](const std::string& text) { return text; });
}

std::string Pages::render(std::string_view name, Values values) const {
  for (const auto& [key, text] : phrases_) values.set("words." + key, kainjow::mustache::html_escape(text));
  for (const Template& file : templates()) values.set(std::string(file.name), std::string(file.text));
  values.set("language", std::string(pick(language_, "nl", "en")));
  return filled_in(template_text(name), values, [](const std::string& text) { return escaped(text); });
}

}  // namespace rendabel::report
