// templates.hpp — text and layout of pages, apart from what they show (files of report/templates/).
// In: a file's name, a tree of values, a language.  Out: text, every value escaped for HTML and XML.
// Never: a file or the environment at run time: the build puts the files into the library.
// Method: Mustache; words.nl and words.en hold the phrases, which may have {{values}} themselves.
#pragma once
#include <kainjow/mustache.hpp>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "plugin/report/language.hpp"

namespace rendabel::report {

struct Template {
  std::string_view name, text;
};
/// All files of report/templates/, by name.
std::span<const Template> templates();
/// The text of one of them. Failure{internal}: there is none of that name.
std::string_view template_text(std::string_view name);

/// What a template shows: texts, yes or no, lists, and objects of them. A missing name shows nothing, an
/// empty text is there: leave it out, or set it false, where a template asks whether it is there.
using Values = kainjow::mustache::data;

/// `text` for HTML and XML. Control characters and those that turn the direction of writing become U+FFFD:
/// XML allows the first nowhere, and the second would reach beyond the value.
std::string escaped(std::string_view text);

/// Templates filled in, in one language.
class Pages {
 public:
  explicit Pages(Language language);
  Language language() const { return language_; }

  /// A phrase as plain text. Failure{internal}: no such phrase.
  std::string phrase(const std::string& name, const Values& values = {}) const;
  /// A whole template; other templates are its partials, and so is every phrase: {{>words.name}}.
  std::string render(std::string_view name, Values values) const;

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> phrases_;
};

}  // namespace rendabel::report
