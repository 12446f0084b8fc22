#include "abi/words.hpp"

#include "plugin/base/currency.hpp"

namespace rendabel::abi {

Words words_of(const Options& options, const Settings& settings) {
  const std::string& asked = options.language;
  const std::string& usual = settings.languages.empty() ? asked : settings.languages.front();
  return {asked.empty() ? usual : asked, options.text, settings,
          currency_decimals(settings.currency).value_or(2)};
}

}  // namespace rendabel::abi
