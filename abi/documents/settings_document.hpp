// settings_document.hpp — what the settings document needs beside its description.
// In: settings as read.  Out: findings that span fields; settings as the rules use them; all effective
// values.
#pragma once
#include <string>
#include <string_view>

#include "abi/documents/place.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::abi {

/// The defaults in a currency: 25.00 EUR is 25 JPY and 25.000 KWD, for an owner to change.
Settings default_settings(std::string_view currency);
/// What must hold between fields.
void check_settings(const Settings& settings, Report& report, const Place& top);
/// Puts values where the rules look for them: avoidable's other, an empty scale.
void settle_settings(Settings& settings);

}  // namespace rendabel::abi
