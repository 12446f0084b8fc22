// rates.hpp — step cost to serve: the settings' rates, prepared once so that an order costs no look-up by
// name. In: Settings.  Out: one exact unit cost per driver and variant.  Never: rounding. Method:
// driver.variant goes before driver; minutes × minute_rate stays exact in trillionths of a major unit.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/exact.hpp"
#include "plugin/base/settings.hpp"

namespace rendabel::rules {

/// What one unit of a driver costs, exactly.
struct UnitCost {
  Int128 unit = 0;  ///< × millionths of a unit (per_hour: of a minute) = parts of an Exact
  bool per_hour = false;
};

/// Places that the usual variants always have, so that a remedy can shift between them.
namespace channel {
inline constexpr std::size_t phone = 1, email = 2, visit = 3, web = 4;
}
namespace delivery {
inline constexpr std::size_t paper = 1, einvoice = 3;
}

/// A driver whose rate depends on a variant: an order's channel, an invoice's delivery.
class VariantRates {
 public:
  /// `usual`: variants that have places 1, 2, 3, … of their own.
  VariantRates(const Settings& settings, std::string_view driver, std::vector<std::string_view> usual);

  /// Place 0 is an unknown or unlisted variant at the driver's own rate.
  std::size_t place(std::string_view variant) const {
    for (std::size_t i = 1; i < names_.size(); ++i)
      if (names_[i] == variant) return i;
    return 0;
  }
  std::size_t size() const { return names_.size(); }
  const UnitCost& cost(std::size_t place) const { return costs_[place]; }
  std::string_view name(std::size_t place) const { return names_[place]; }

 private:
  std::vector<std::string> names_;
  std::vector<UnitCost> costs_;
};

/// A kind of activity that costs: a host's own driver, such as km or demo, or one that documents usually
/// give.
struct OwnRate {
  std::string name;
  UnitCost cost;
  bool hosts = true;  ///< the host's own: its line is there even when nothing was done
};

/// All rates of one book. Cheap to read, made once per settings version.
struct Rates {
  explicit Rates(const Settings& settings);

  std::int64_t minor_per_major;  ///< 100 for EUR, 1 for JPY
  VariantRates order, order_line, invoice;
  UnitCost first_order, rush_order, item, reminder, shipment, visit, call, return_, return_item, account_year;
  std::optional<Cents> carriage_paid_from;  ///< orders below it may be charged their freight; unset: all
  std::vector<OwnRate> own;                 ///< by name, bytewise

  /// The place in `own`, none when the driver has no rate.
  std::optional<std::size_t> own_place(std::string_view name) const;
};

}  // namespace rendabel::rules
