// Templates: whole, escaped, in two languages, and nothing in them that does not exist.
#include "plugin/report/templates.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>

#include "plugin/base/status.hpp"

namespace rendabel::test {
namespace {

using namespace report;

std::set<std::string> found_in(std::string_view text, const char* pattern) {
  const std::string whole(text);
  const std::regex wanted(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator at(whole.begin(), whole.end(), wanted), end; at != end; ++at)
    found.insert((*at)[1]);
  return found;
}

std::map<std::string, std::string> phrases_of(const char* file) {
  const std::string text(template_text(file));
  static const std::regex line("(^|\n)([a-z0-9_]+): ([^\n]*)");
  std::map<std::string, std::string> phrases;
  for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
    phrases[(*at)[2]] = (*at)[3];
  return phrases;
}

TEST_CASE("both languages have the same phrases, each with the same values in it") {
  const auto dutch = phrases_of("words.nl"), english = phrases_of("words.en");
  CHECK(dutch.size() > 100);
  CHECK(dutch.size() == english.size());
  for (const auto& [name, words] : dutch) {
    INFO(name);
    REQUIRE(english.count(name) == 1);
    CHECK_FALSE(words.empty());
    CHECK_FALSE(english.at(name).empty());
    CHECK(found_in(words, "\\{\\{([a-z_]+)\\}\\}") == found_in(english.at(name), "\\{\\{([a-z_]+)\\}\\}"));
  }
}

TEST_CASE("every phrase and template that a template asks for is there") {
  const auto phrases = phrases_of("words.nl");
  std::set<std::string> files;
  for (const Template& file : templates()) files.insert(std::string(file.name));
  for (const Template& file : templates()) {
    INFO(file.name);
    for (const auto& name : found_in(file.text, "\\{\\{>words\\.([a-z_]+)\\}\\}"))
      CHECK(phrases.count(name) == 1);
    for (const auto& name : found_in(file.text, "\\{\\{>([a-z_]+\\.(?:html|svg))\\}\\}"))
      CHECK(files.count(name) == 1);
  }
}

TEST_CASE("templates ask the network for nothing and run nothing") {
  for (const Template& file : templates()) {
    INFO(file.name);
    CHECK(
        found_in(file.text, "(<script|javascript:|@import|url\\(|<link|<img|<iframe|\\son[a-z]+=)").empty());
    for (const auto& address : found_in(file.text, "(https?://[^\"' ]+)"))
      CHECK(address == "http://www.w3.org/2000/svg");
  }
}

TEST_CASE("what is shown is escaped, and characters that reach beyond the value are replaced") {
  CHECK(escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&apos;");
  CHECK(escaped("caf\u00e9 \u05e9\u05dc\u05d5\u05dd \U0001F600\n\t") ==
        "caf\u00e9 \u05e9\u05dc\u05d5\u05dd \U0001F600\n\t");
  for (const std::string& bad :
       {std::string("\x01"), std::string("\x7f"), std::string(1, '\0'), std::string("\r"),
        std::string("\u0085"), std::string("\u202e"), std::string("\u202a"), std::string("\u2066"),
        std::string("\u2069"), std::string("\uffff")}) {
    CHECK(escaped("a" + bad + "b") == "a\ufffdb");
  }
  CHECK(escaped("\u2065\u206a\u2029\u202f") == "\u2065\u206a\u2029\u202f");
  CHECK(escaped("\xe2\x80") == "\xe2\x80");  // cut short: no reading beyond the end
}

TEST_CASE("a value is never a template itself") {
  const Pages pages(Language::en);
  Values values;
  values.set("accounts", "{{share}}{{>words.skip}}");
  values.set("amount", "1");
  values.set("share", "");
  CHECK(pages.phrase("whale_peak", values) == "Peak after {{share}}{{>words.skip}}: 1");
  values.set("currency", "{{amount}}<b>");
  CHECK(pages.phrase("worst_caption", values) == "Lowest net results in {{amount}}<b>");
}

TEST_CASE("a phrase or template that is not there is a fault of ours, not silence") {
  const Pages pages(Language::nl);
  CHECK_THROWS_AS(pages.phrase("no_such_phrase"), Failure);
  CHECK_THROWS_AS(pages.render("no_such.html", {}), Failure);
}

}  // namespace
}  // namespace rendabel::test
