#include <fmt/format.h>

#include <array>

#include "plugin/report/money_text.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::report {
namespace {

/// A flag's numbers as text.
class Numbers {
 public:
  Numbers(const Flag& flag, const Settings& settings, Language language)
      : flag_(flag), settings_(settings), language_(language) {}

  bool nl() const { return language_ == Language::nl; }
  bool has(std::string_view name) const { return find(name).has_value(); }
  std::int64_t raw(std::string_view name) const { return find(name).value_or(0); }
  std::string money(std::string_view name) const {
    return money_text(raw(name), settings_.currency, language_);
  }
  std::string percent(std::string_view name) const { return percent_text(raw(name), language_); }
  std::string count(std::string_view name) const { return count_text(raw(name), language_); }
  std::string decimal(std::string_view name) const { return decimal_text(raw(name), 1, language_); }
  std::string date(std::string_view name) const {
    return date_text(Date{days{static_cast<int>(raw(name))}}, language_);
  }
  std::string amount() const { return money_text(flag_.amount.value_or(0), settings_.currency, language_); }
  bool has_amount() const { return flag_.amount.has_value(); }
  bool positive() const { return flag_.amount.value_or(0) > 0; }
  /// "1 quote", "2 quotes".
  std::string counted(std::string_view name, std::string_view one, std::string_view many) const {
    return fmt::format("{} {}", count(name), raw(name) == 1 ? one : many);
  }

 private:
  std::optional<std::int64_t> find(std::string_view name) const {
    for (const Evidence& evidence : flag_.evidence)
      if (evidence.name == name) return evidence.value;
    return std::nullopt;
  }

  const Flag& flag_;
  const Settings& settings_;
  Language language_;
};

std::string loss_making(const Numbers& n) {
  return n.nl()
             ? fmt::format(
                   "Deze klant kostte het afgelopen jaar {}: de kosten waren hoger dan de brutomarge van {}.",
                   n.amount(), n.money("gross_margin"))
             : fmt::format(
                   "This account cost {} over the past year: its costs exceeded its gross margin of {}.",
                   n.amount(), n.money("gross_margin"));
}

// The discount was earned once, or it never was: 'above the scale' is not 'old' (domain.md 3).
std::string stale_discount(const Numbers& n) {
  static constexpr std::array<std::string_view, 3> when_nl{"dit jaar", "vorig jaar", "twee jaar geleden"};
  static constexpr std::array<std::string_view, 3> when_en{"this year", "last year", "two years ago"};
  const auto when = (n.nl() ? when_nl : when_en).at(static_cast<std::size_t>(n.raw("last_deserved_window")));
  const bool earned = n.has("last_deserved_window"), inferred = n.raw("inferred_scale") != 0;
  std::string_view form = earned ? "The discount of {0} is stale: it was last earned {3}, today's revenue "
                                   "earns {1}. The difference is {2} a year."
                                 : "The discount of {0} is above the scale: this revenue earns {1}. The "
                                   "difference is {2} a year.";
  std::string_view source = " The scale is inferred from what comparable accounts get.";
  if (n.nl()) {
    form = earned ? "De korting van {0} is achterhaald: ze is voor het laatst {3} verdiend, nu hoort bij de "
                    "omzet {1}. Dat scheelt {2} per jaar."
                  : "De korting van {0} ligt boven de staffel: bij deze omzet hoort {1}. Dat scheelt {2} per "
                    "jaar.";
    source = " De staffel is afgeleid uit wat vergelijkbare klanten krijgen.";
  }
  const auto text = fmt::format(fmt::runtime(form), n.percent("effective_discount_bp"),
                                n.percent("due_discount_bp"), n.amount(), when);
  return inferred ? text + std::string(source) : text;
}

std::string of_margin(const Numbers& n) {
  if (!n.has("share_bp")) return n.nl() ? "terwijl er geen brutomarge is" : "while there is no gross margin";
  return n.nl() ? fmt::format("{} van de brutomarge", n.percent("share_bp"))
                : fmt::format("{} of the gross margin", n.percent("share_bp"));
}

std::string costly_orders(const Numbers& n) {
  std::string text = n.nl() ? fmt::format("Orders afhandelen, factureren en verzenden kost {} per jaar, {}.",
                                          n.amount(), of_margin(n))
                            : fmt::format("Handling, invoicing and shipping orders costs {} a year, {}.",
                                          n.amount(), of_margin(n));
  if (!n.has("average_order_value") || !n.has("break_even_order_value")) return text;
  const auto average = n.money("average_order_value"), even = n.money("break_even_order_value");
  return text +
         (n.nl()
              ? fmt::format(" Een order is gemiddeld {}; vanaf {} zijn deze kosten gedekt.", average, even)
              : fmt::format(" The average order is {}; from {} on these costs are covered.", average, even));
}

std::string late_payer(const Numbers& n) {
  return n.nl() ? fmt::format("Betaalt gemiddeld {} dagen te laat; dat kost {} rente per jaar.",
                              n.decimal("mean_days_late"), n.amount())
                : fmt::format("Pays {} days late on average; that costs {} in interest a year.",
                              n.decimal("mean_days_late"), n.amount());
}

std::string free_shipping(const Numbers& n) {
  return n.nl()
             ? fmt::format("Verzenden kost na doorberekening {} per jaar, {}.", n.amount(), of_margin(n))
             : fmt::format("Shipping costs {} a year after what was charged, {}.", n.amount(), of_margin(n));
}

std::string over_visited(const Numbers& n) {
  std::string text =
      n.nl()
          ? fmt::format("{} kostten {}, {}.",
                        n.raw("visits_done") == micro ? "1 bezoek" : n.decimal("visits_done") + " bezoeken",
                        n.money("visits"), of_margin(n))
          : fmt::format("{} cost {}, {}.",
                        n.raw("visits_done") == micro ? "1 visit" : n.decimal("visits_done") + " visits",
                        n.money("visits"), of_margin(n));
  if (!n.has("visits_carried")) return text;
  const auto carried = n.count("visits_carried");
  text += n.nl() ? fmt::format(" De marge draagt er {}", carried)
                 : fmt::format(" The margin carries {}", carried);
  return text + (n.nl() ? fmt::format("; minder bezoeken scheelt {} per jaar.", n.amount())
                        : fmt::format("; fewer visits save {} a year.", n.amount()));
}

std::string returns(const Numbers& n) {
  const auto times = n.nl() ? n.counted("return_notes", "retour kostte", "retouren kostten")
                            : n.counted("return_notes", "return", "returns") + " cost";
  return fmt::format("{} {}, {}.", times, n.amount(), of_margin(n));
}

std::string declining(const Numbers& n) {
  const auto now = n.money("net_revenue"), before = n.money("net_revenue_previous");
  const bool two_years = n.raw("net_revenue_before_previous") > n.raw("net_revenue_previous");
  std::string text = n.nl() ? "De omzet daalde " : "Revenue fell ";
  if (two_years) {
    const auto first = n.money("net_revenue_before_previous");
    text += n.nl() ? fmt::format("in twee jaar van {} via {} naar {}", first, before, now)
                   : fmt::format("in two years from {} by way of {} to {}", first, before, now);
  } else {
    text += n.nl() ? fmt::format("van {} naar {}", before, now) : fmt::format("from {} to {}", before, now);
  }
  if (n.has_amount())
    text += n.nl() ? fmt::format("; het laatste jaar scheelt dat {} brutomarge", n.amount())
                   : fmt::format("; the last year alone that is {} of gross margin", n.amount());
  return text + ".";
}

std::string eroding(const Numbers& n) {
  const auto now = n.percent("net_margin_bp"), before = n.percent("net_margin_previous_bp");
  return n.nl() ? fmt::format("De nettomarge kalfde af van {} naar {}; dat scheelt {} per jaar.", before, now,
                              n.amount())
                : fmt::format("The net margin eroded from {} to {}; that is {} a year.", before, now,
                              n.amount());
}

std::string stagnant(const Numbers& n) {
  const auto now = n.money("net_revenue"), before = n.money("net_revenue_before_previous");
  return n.nl() ? fmt::format("De omzet groeit al twee jaar nauwelijks: {} tegen {} twee jaar geleden.", now,
                              before)
                : fmt::format("Revenue has hardly grown for two years: {} against {} two years ago.", now,
                              before);
}

std::string worth(const Numbers& n) {
  if (!n.positive()) return {};
  return n.nl() ? fmt::format(" Goed voor {} brutomarge per jaar.", n.amount())
                : fmt::format(" Worth {} of gross margin a year.", n.amount());
}

std::string slipping(const Numbers& n) {
  const auto silent = n.count("silent_days"), gap = n.decimal("median_gap_days");
  return (n.nl() ? fmt::format("Glijdt weg: al {} dagen geen order, gewoonlijk om de {} dagen.", silent, gap)
                 : fmt::format("Slipping: no order for {} days, usually one every {} days.", silent, gap)) +
         worth(n);
}

std::string dormant(const Numbers& n) {
  const auto silent = n.count("silent_days"), last = n.date("last_order_on");
  return (n.nl() ? fmt::format("Staat op nul: de laatste order was op {}, {} dagen geleden.", last, silent)
                 : fmt::format("Dormant: the last order was on {}, {} days ago.", last, silent)) +
         worth(n);
}

std::string asked_for(const Numbers& n) {
  const bool quotes = n.raw("quotes") > 0, inquiries = n.raw("inquiries") > 0;
  std::string text;
  if (quotes)
    text = n.nl() ? n.counted("quotes", "offerte", "offertes") : n.counted("quotes", "quote", "quotes");
  if (quotes && inquiries) text += n.nl() ? " en " : " and ";
  if (inquiries)
    text += n.nl() ? n.count("inquiries") + " keer informatie"
                   : n.counted("inquiries", "piece of information", "pieces of information");
  return text;
}

std::string never_bought(const Numbers& n) {
  std::string text = n.nl() ? fmt::format("Vroeg {} aan, maar kocht nooit.", asked_for(n))
                            : fmt::format("Asked for {}, but never bought.", asked_for(n));
  if (n.raw("open_quotes") == 0 || !n.positive()) return text;
  return text + (n.nl() ? fmt::format(" Op open offertes staat {} marge.", n.amount())
                        : fmt::format(" Open quotes carry {} of margin.", n.amount()));
}

// Money saved apart from hours freed: a salaried colleague does not vanish with the customer (domain.md 4).
std::string goodbye(const Numbers& n) {
  const auto saved = n.money("money_saved"), freed = n.money("work_freed");
  return n.nl() ? fmt::format(
                      "Alles is geprobeerd en de klant kost nog {} per jaar. Afscheid bespaart {} aan "
                      "uitgaven; voor {} aan werk komt vrij.",
                      n.amount(), saved, freed)
                : fmt::format(
                      "All was tried and the account still costs {} a year. A goodbye saves {} of "
                      "spending and frees work worth {}.",
                      n.amount(), saved, freed);
}

}  // namespace

std::string flag_text(const Flag& flag, const Assessment&, const Settings& settings,
                      std::string_view language) {
  const Numbers n(flag, settings, parse_language(language).value_or(Language::en));
  switch (flag.code) {
    case FlagCode::loss_making: return loss_making(n);
    case FlagCode::stale_discount: return stale_discount(n);
    case FlagCode::costly_orders: return costly_orders(n);
    case FlagCode::late_payer: return late_payer(n);
    case FlagCode::free_shipping: return free_shipping(n);
    case FlagCode::over_visited: return over_visited(n);
    case FlagCode::returns: return returns(n);
    case FlagCode::declining: return declining(n);
    case FlagCode::eroding: return eroding(n);
    case FlagCode::stagnant: return stagnant(n);
    case FlagCode::slipping: return slipping(n);
    case FlagCode::dormant: return dormant(n);
    case FlagCode::never_bought: return never_bought(n);
    case FlagCode::goodbye: return goodbye(n);
  }
  return n.nl() ? "Onbekend signaal." : "Unknown flag.";
}

}  // namespace rendabel::report
