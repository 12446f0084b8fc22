#include <fmt/format.h>

#include "plugin/report/money_text.hpp"
#include "plugin/report/sentences.hpp"

namespace rendabel::report {
namespace {

/// A remedy's numbers as text.
class Remedied {
 public:
  Remedied(const RemedyAdvice& remedy, const Settings& settings, Language language)
      : remedy_(remedy), settings_(settings), language_(language) {}

  std::string text() const {
    const bool nl = language_ == Language::nl;
    const std::string brings = nl ? fmt::format(" Dat scheelt {} per jaar", money(remedy_.effect))
                                  : fmt::format(" That is {} a year", money(remedy_.effect));
    return change() + brings + distance(nl) + break_even() + claim();
  }

 private:
  std::string money(Cents amount) const { return money_text(amount, settings_.currency, language_); }
  std::string value(std::int64_t number) const { return spelt(number, remedy_.unit); }
  std::string spelt(std::int64_t number, Unit unit) const {
    switch (unit) {
      case Unit::money: return money(number);
      case Unit::basis_points: return percent_text(number, language_);
      case Unit::decimal: return decimal_text(number, 1, language_);
      default: return count_text(number, language_);
    }
  }
  std::string said(std::string_view nl, std::string_view en) const {
    return fmt::format(fmt::runtime(pick(language_, nl, en)), value(remedy_.from), value(remedy_.to));
  }

  std::string change() const {
    switch (remedy_.code) {
      case RemedyCode::reset_discount:
        return said("Breng de korting terug van {} naar {}.", "Bring the discount down from {} to {}.");
      case RemedyCode::raise_order_size:
        return said("Laat de klant hetzelfde in {1} in plaats van {0} orders bestellen.",
                    "Have the customer order the same in {1} orders instead of {0}.");
      case RemedyCode::enforce_terms:
        return said("Houd de klant aan de betaaltermijn: nu betaalt hij gemiddeld {} dagen te laat.",
                    "Hold the customer to the terms: now payment is {} days late on average.");
      case RemedyCode::charge_shipping:
        return said("Breng {1} aan verzendkosten in rekening.", "Charge {1} of freight.");
      case RemedyCode::charge_small_order:
        return said("Vraag een toeslag voor kleine orders: de bijdragen gaan van {} naar {}.",
                    "Ask a fee for small orders: contributions go from {} to {}.");
      case RemedyCode::shift_channel:
        return said("Laat de {} orders per telefoon, e-mail of bezoek via de webwinkel lopen.",
                    "Take the {} orders by phone, email or visit through the web shop.");
      case RemedyCode::shift_invoice:
        return said("Stuur e-facturen in plaats van {} facturen op papier.",
                    "Send e-invoices instead of {} invoices on paper.");
      case RemedyCode::replace_visits:
        return said("Ga van {} naar {} bezoeken per jaar en bel in plaats van de overige.",
                    "Go from {} to {} visits a year and call instead of the others.");
    }
    return said("Onbekende maatregel.", "Unknown remedy.");
  }

  // How far the account then is from a result of nil.
  std::string distance(bool nl) const {
    const Cents after = remedy_.result_after;
    if (after < 0)
      return nl ? fmt::format("; tot break-even ontbreekt dan nog {}.", money(-after))
                : fmt::format("; {} is then still missing to break even.", money(-after));
    return nl ? fmt::format("; de klant komt dan {} boven break-even uit.", money(after))
              : fmt::format("; the account is then {} above break-even.", money(after));
  }

  /// More of it is better: 0 means that nothing of it is needed, which is no aim.
  bool asks_for_more() const {
    return remedy_.code == RemedyCode::charge_shipping || remedy_.code == RemedyCode::charge_small_order ||
           remedy_.code == RemedyCode::shift_channel || remedy_.code == RemedyCode::shift_invoice;
  }

  // The loosest value that still meets the target: what to aim for in the talk.
  std::string break_even() const {
    if (!remedy_.break_even || (*remedy_.break_even == 0 && asks_for_more())) return {};
    const auto aim = [&](std::string_view nl, std::string_view en) {
      const bool nil = settings_.target_margin_bp == 0;
      const auto lead =
          nil ? pick(language_, " Break-even ligt bij ", " Break-even is at ")
              : pick(language_, " De doelmarge wordt gehaald bij ", " The target margin is met at ");
      return std::string(lead) +
             fmt::format(fmt::runtime(pick(language_, nl, en)),
                         spelt(*remedy_.break_even, remedy_.break_even_unit)) +
             ".";
    };
    switch (remedy_.code) {
      case RemedyCode::reset_discount: return aim("een korting van {}", "a discount of {}");
      case RemedyCode::raise_order_size: return aim("orders van gemiddeld {}", "orders of {} on average");
      case RemedyCode::enforce_terms:
        return aim("betaling gemiddeld {} dagen te laat", "payment {} days late on average");
      case RemedyCode::charge_shipping:
        return aim("{} aan doorberekende verzendkosten", "{} of freight charged");
      case RemedyCode::charge_small_order:
        return aim("een toeslag van {} per kleine order", "a fee of {} per small order");
      case RemedyCode::shift_channel:
        return aim("{} orders via de webwinkel", "{} orders through the web shop");
      case RemedyCode::shift_invoice: return aim("{} e-facturen", "{} e-invoices");
      case RemedyCode::replace_visits: return aim("{} bezoeken per jaar", "{} visits a year");
    }
    return {};
  }

  // The law's interest is a claim, not a part of the effect.
  std::string claim() const {
    if (!remedy_.statutory_rate || !remedy_.claimable) return {};
    return fmt::format(fmt::runtime(pick(language_, " De wettelijke rente (nu {} %) geeft recht op {}.",
                                         " Statutory interest (now {}%) lets you claim {}.")),
                       decimal_text(remedy_.statutory_rate->millionths * 100, 2, language_),
                       money(*remedy_.claimable));
  }

  const RemedyAdvice& remedy_;
  const Settings& settings_;
  Language language_;
};

}  // namespace

std::string remedy_text(const RemedyAdvice& remedy, const Settings& settings, std::string_view language) {
  return Remedied(remedy, settings, parse_language(language).value_or(Language::en)).text();
}

}  // namespace rendabel::report
