// words.hpp — how an answer is spoken: the language, whether there are sentences, the currency's decimals.
// In: the options of a call, the settings.  Never: chooses words (plugin/report does).
#pragma once
#include <string>

#include "plugin/base/options.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::abi {

struct Words {
  std::string language;  ///< nl or en
  bool text = true;      ///< false: no sentences at all
  const Settings& settings;
  int money_decimals = 2;
};

/// Language of the options, else the first of the settings that we speak. Never fails: the reader has
/// checked.
Words words_of(const Options& options, const Settings& settings);

}  // namespace rendabel::abi
