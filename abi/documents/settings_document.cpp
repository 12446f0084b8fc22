#include "abi/documents/settings_document.hpp"

#include "abi/documents/reader.hpp"
#include "abi/documents/values.hpp"
#include "plugin/base/currency.hpp"

namespace rendabel::abi {

Settings default_settings(std::string_view currency) {
  Settings out;
  std::int64_t unit = 1;
  for (int i = currency_decimals(currency).value_or(2); i > 0; --i) unit *= 10;
  for (Cents* amount : {&out.small_order_fee, &out.loss_min, &out.thresholds.late_interest_min})
    *amount = *amount * unit / 100;
  return out;
}

void check_settings(const Settings& settings, Report& report, const Place& top) {
  const Place calls{&top, "calls", -1};
  if (settings.calls.office_from >= settings.calls.office_to) {
    const Place hours{&calls, "office_hours", -1};
    report.add(Place{&hours, "to", -1}, "must be later than from");
  }
  const Place agents{&calls, "agents", -1};
  for (const auto& [id, agent] : settings.calls.agents) {
    const Place at{&agents, id, -1}, absent{&at, "absent", -1};
    for (std::size_t i = 0; i < agent.absent.size(); ++i) {
      const Place period{&absent, {}, static_cast<std::int64_t>(i)};
      if (agent.absent[i].to < agent.absent[i].from)
        report.add(Place{&period, "to", -1}, "must not be before from");
    }
  }
  const Place rates{&top, "statutory_rates", -1};
  for (std::size_t i = 1; i < settings.statutory_rates.size(); ++i) {
    const Place rate{&rates, {}, static_cast<std::int64_t>(i)};
    if (settings.statutory_rates[i].from <= settings.statutory_rates[i - 1].from)
      report.add(Place{&rate, "from", -1}, "must be later than that of the rate before");
  }
}

void settle_settings(Settings& settings) {
  if (const auto other = settings.avoidable.find("other"); other != settings.avoidable.end()) {
    settings.avoidable_other = other->second;
    settings.avoidable.erase(other);
  }
  // A scale without steps is no scale: nothing can be said of the discount due.
  if (settings.scale == DiscountScale::steps && settings.discount_scale.empty())
    settings.scale = DiscountScale::none;
}

std::string settings_json(const Settings& settings) {
  Settings spelt = settings;
  spelt.avoidable.insert_or_assign("other", settings.avoidable_other);
  Writer writer(currency_decimals(settings.currency).value_or(2));
  Values(writer, Unknown::null).object(spelt);
  return writer.text_copy();
}

}  // namespace rendabel::abi
