// settings.hpp — every default of the product, once, with unit, range and source.
// [n] refers to plugin/SOURCES.md; [M1], [M2] are the columns the product comes from.
// Names, limits and meanings for the host stand in settings_fields.hpp.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/date.hpp"
#include "plugin/base/money.hpp"

namespace rendabel {

/// What one unit of a driver costs.
struct Rate {
  enum class Kind : std::uint8_t {
    money,     ///< value = money per unit
    minutes,   ///< value = minutes per unit, × minute_rate
    per_hour,  ///< value = money per hour, × the activity's own minutes
  };
  Kind kind = Kind::money;
  Micro value;
  bool operator==(const Rate&) const = default;
};

struct DatedRate {  ///< what may be claimed from a late payer, from a day on
  Date from;
  Micro rate;
};
struct DiscountStep {  ///< from this yearly revenue on, this percent is due
  Cents from_revenue = 0;
  Micro percent;
  bool operator==(const DiscountStep&) const = default;
};
struct CapacityPool {  ///< cost and minutes of a pool of people, to compare with what is charged
  std::vector<std::string> drivers;
  Cents cost = 0;
  Micro minutes;
};
enum class DiscountScale : std::uint8_t { none, steps, inferred };
enum class LatePaymentMode : std::uint8_t { late, full_credit };

struct Period {
  Date from;
  Date to;
};
struct Agent {
  std::string name;
  std::optional<std::int64_t> minutes;  ///< a day; unset: 60, the column's one hour [M2]
  std::vector<std::string> days;        ///< mon … sun; empty: Monday to Friday
  std::vector<Period> absent;
  std::vector<std::string> languages;
  bool now = true;  ///< takes calls of the now-lane
  std::string profile_url;
};

/// When a flag is raised (domain.md 3). Percents are in points: 15 = 15 %.
struct Thresholds {
  Micro costly_orders_percent{33 * micro};     ///< share of gross margin [domain 3]
  Micro free_shipping_percent{5 * micro};      ///< share of gross margin [domain 3]
  Micro over_visited_percent{25 * micro};      ///< share of gross margin [domain 3]
  Micro returns_percent{5 * micro};            ///< share of gross margin [domain 3]
  Micro late_days{7 * micro};                  ///< mean days late [domain 3]
  Cents late_interest_min = 100;               ///< minor units [domain 3]
  Micro declining_percent{80 * micro};         ///< of the window before [domain 3]
  std::int64_t eroding_bp = 500;               ///< drop of net margin, basis points [domain 3]
  Micro stagnant_percent{5 * micro};           ///< 'within 5 %' [M1 'nauwelijks groei']
  Micro stale_discount_points{1 * micro};      ///< above the discount due, points [domain 3]
  std::int64_t young_days = 90;                ///< age up to which shares are not judged [domain 3]
  std::int64_t stale_discount_age_days = 365;  ///< [domain 3]
};

/// The calling day (domain.md 7). Parts that a later feature reads are validated and kept from day one.
struct Calls {
  std::map<std::string, Agent> agents;
  Micro dials_per_hour{8 * micro};  ///< [domain 7]
  std::int64_t agent_minutes = 60;  ///< per agent and day where he says nothing: 'one disciplined hour' [M2]
  std::vector<std::string> hour_days{"mon", "tue", "wed", "thu", "fri"};
  std::string hour_from = "09:00";
  std::int64_t hour_minutes = 60;  ///< [M2]
  std::vector<std::string> office_days{"mon", "tue", "wed", "thu", "fri"};
  std::string office_from = "09:00";  ///< [law.md, default office window]
  std::string office_to = "17:30";
  std::map<std::string, Micro> reserve{
      {"quote", {500'000}}};          ///< share of the capacity per reason [domain 7]
  std::int64_t quote_first_days = 2;  ///< working days after sending [domain 7]
  std::vector<std::int64_t> quote_next_days{3, 7, 14};
  std::int64_t quote_before_expiry_days = 3;
  std::int64_t quote_before_expiry_window_days = 2;
  std::int64_t quote_after_expiry_days = 5;
  std::vector<std::int64_t> no_answer_days{1, 2, 3, 4, 5};
  std::int64_t busy_minutes = 30;          ///< try again after [domain 7]
  std::int64_t busy_per_day_max = 2;       ///< then the next working day [domain 7]
  std::int64_t callback_own_minutes = 15;  ///< after T only the agent who promised, then anyone [domain 7]
  std::int64_t callback_days_max = 30;     ///< furthest day ahead [domain 7]
  std::int64_t callbacks_max = 3;          ///< in a row [domain 7]
  std::int64_t spoke_rest_days = 7;        ///< after speaking, without a new event [domain 7]
  std::int64_t refused_reason_days = 90;   ///< not interested: that reason rests [domain 7]
  std::int64_t refused_today_days = 30;    ///< and every case of the today lane [domain 7]
  std::int64_t skips_max = 3;              ///< the last of them goes to the team leader [domain 7]
  std::int64_t now_office_minutes = 60;    ///< office time in which the now-lane is due [domain 7, HBR 2011]
  std::int64_t renegotiate_again_days = 90;  ///< after a remedy was offered [domain 4]
  std::int64_t cross_sell_again_days = 90;   ///< after a conversation, before a group is proposed [domain 8]
  std::map<std::string, std::int64_t> keep_in_touch_days{{"top", 30},
                                                         {"large", 60},
                                                         {"medium", 90},
                                                         {"small", 180},
                                                         {"prospect", 180}};  ///< per layer [domain 7]
  std::int64_t cap_per_day = 1, cap_per_7_days = 3, cap_per_30_days = 4;      ///< [law.md NL6a]
  std::map<std::string, Micro> priors{{"callback", {400'000}},    {"quote", {300'000}},
                                      {"inquiry", {250'000}},     {"problem", {250'000}},
                                      {"slipping", {250'000}},    {"renegotiate", {150'000}},
                                      {"dormant", {70'000}},      {"cross_sell", {50'000}},
                                      {"keep_in_touch", {50'000}}};  ///< weak priors of success [domain 7]
  std::map<std::string, Micro> half_life_days{{"quote", {14 * micro}},
                                              {"inquiry", {1 * micro}},
                                              {"problem", {1 * micro}}};  ///< absent: no decay [domain 7]
  std::int64_t value_horizon_days = 90;                                   ///< [domain 7]
  std::int64_t lease_minutes = 20;                                        ///< [domain 7]
  std::int64_t inquiry_today_days =
      5;  ///< older than this many working days: today instead of now [domain 7]
  std::int64_t inquiry_drop_days = 30;      ///< older than this many days: nowhere [domain 7]
  std::int64_t planned_activity_days = 10;  ///< working days within which a planned activity holds Today back
  std::vector<std::string> learn_attributes;
  Micro holdout_share;            ///< 0 = nobody is held out [domain 7]
  std::int64_t holdout_seed = 1;  ///< who is held out; another number draws anew [domain 7]
  std::string preset;             ///< "" or pilot
};

/// What counts as enough to tell a customer what others buy (domain.md 8: 'only groups with enough support').
struct CrossSellSettings {
  std::int64_t customers_min = 20;   ///< customers that buy a group; own choice: half of 20 is ± 11 points
  std::int64_t both_min = 5;         ///< customers that buy both groups; own choice
  std::int64_t shrinkage = 20;       ///< customers' worth of everybody's habit mixed in; own choice
  std::int64_t suggestions_max = 3;  ///< an account: three lines fit a call card
};

struct Settings {
  std::string currency = "EUR";
  std::string country = "NL";
  std::vector<std::string> languages{"nl", "en"};
  Micro minute_rate{750'000};  ///< money a minute [domain 2]
  /// driver or driver.variant → rate; the defaults of default_rates() under those of the owner.
  std::map<std::string, Rate, std::less<>> activity_rates = default_rates();
  std::optional<Micro> gross_margin_assumed;  ///< fraction of net; unset: not assessable
  Micro funding_rate{60'000};                 ///< fraction a year: what late money costs [domain 2]
  LatePaymentMode late_payment_mode = LatePaymentMode::late;
  std::vector<DatedRate> statutory_rates;
  std::map<std::string, Micro> avoidable{
      {"shipping", {micro}},
      {"late_payment", {micro}},
      {"returns", {micro}},
      {"account",
       {0}}};  ///< share of a line that goes away with the customer; others avoidable_other [domain 4]
  Micro avoidable_other{500'000};
  std::vector<CapacityPool> capacity;
  DiscountScale scale = DiscountScale::none;
  std::vector<DiscountStep> discount_scale;
  std::optional<Cents> carriage_paid_from;  ///< unset: all orders
  Cents small_order_fee = 1500;             ///< [domain 4]
  Micro visit_share{250'000};               ///< of the gross margin a year [domain 6]
  std::int64_t visits_max = 12;             ///< [domain 6]
  Cents loss_min = 2500;                    ///< [domain 3]
  std::int64_t target_margin_bp = 0;        ///< [domain 4]
  Thresholds thresholds;
  CrossSellSettings cross_sell;
  Calls calls;
  Date nl_customer_exception_end = Date{std::chrono::year{2026} / 7 / 1};  ///< first day without it [law NL8]
  Date fr_opt_in_from = Date{std::chrono::year{2026} / 8 / 11};            ///< first day of opt-in [law FR]
  bool nl_good_friday_calls = false;          ///< true: Good Friday is a day of calls [law NL2]
  bool nl_liberation_day_every_year = false;  ///< 5 May; false: in years divisible by 5 [law NL2]
  std::optional<Date> per_agent_agreed_on;
  std::int64_t facts_months = 36, closed_cases_months = 24, notes_months = 12, silent_contacts_months = 24;

  /// The rates of domain.md 2, in force where the owner says nothing.
  static std::map<std::string, Rate, std::less<>> default_rates();
};

}  // namespace rendabel
