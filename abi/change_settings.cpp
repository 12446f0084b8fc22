#include "abi/change_settings.hpp"

#include <string>
#include <utility>

#include "plugin/base/findings.hpp"

namespace rendabel::abi {
namespace {

Settings read(Reader& reader, std::string_view json) {
  Findings findings;
  Settings settings = reader.settings(json, findings);
  if (!findings.empty()) throw BadInput(std::move(findings));
  return settings;
}

void refuse_currency(const std::string& before, const std::string& after) {
  Findings findings;
  findings.add(1, "currency", "cannot change from " + before + " to " + after + " once an account is stored");
  throw BadInput(std::move(findings));
}

}  // namespace

void change_settings(Session& session, std::string_view patch) {
  read(session.reader(), patch);
  const auto check = [&](const store::SettingsText& before, std::string_view merged, bool accounts_stored) {
    const std::string currency_before = read(session.reader(), before.text).currency;
    const std::string currency_after = read(session.reader(), merged).currency;
    if (accounts_stored && currency_before != currency_after)
      refuse_currency(currency_before, currency_after);
  };
  store::change_settings(session.store(), patch, check);
  session.refresh_values(session.store());
}

}  // namespace rendabel::abi
