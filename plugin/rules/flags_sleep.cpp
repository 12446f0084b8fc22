// Flags on who went quiet [M2 'relaties die op nul staan'] and who never began.
#include "plugin/rules/flags.hpp"

namespace rendabel::rules {
namespace {

struct Asked {
  std::int64_t quotes = 0, inquiries = 0, open_quotes = 0, open_with_margin = 0;
  FractionSum margin;
};

bool open_on(const Quote& quote, Date as_of) {
  const bool open = quote.status == QuoteStatus::none || quote.status == QuoteStatus::open;
  return open && !(quote.valid_until && *quote.valid_until < as_of);
}

Asked asked_by(const Judged& account) {
  Asked asked;
  const auto& assumed = account.settings.gross_margin_assumed;
  for (const Quote& quote : account.snapshot.quotes) {
    if (*quote.sent_on > account.as_of) continue;
    ++asked.quotes;
    if (!open_on(quote, account.as_of)) continue;
    ++asked.open_quotes;
    if (quote.margin)
      asked.margin.add(*quote.margin, 1);
    else if (quote.amount && assumed)
      asked.margin.add(Int128{*quote.amount} * assumed->millionths, micro);
    else
      continue;
    ++asked.open_with_margin;
  }
  for (const Inquiry& inquiry : account.snapshot.inquiries)
    if (local_day(*inquiry.at, account.settings.country) <= account.as_of) ++asked.inquiries;
  return asked;
}

}  // namespace

Cents open_quotes_margin(const Judged& account) {
  const auto margin = account.now.result.gross_margin, net = account.now.result.net_revenue;
  const auto& assumed = account.settings.gross_margin_assumed;
  FractionSum sum;
  for (const Quote& quote : account.snapshot.quotes) {
    if (*quote.sent_on > account.as_of || !open_on(quote, account.as_of)) continue;
    if (quote.margin)
      sum.add(*quote.margin, 1);
    else if (quote.amount && margin && *margin > 0 && net && *net > 0)
      sum.add(Int128{*quote.amount} * *margin, *net);
    else if (quote.amount && assumed)
      sum.add(Int128{*quote.amount} * assumed->millionths, micro);
  }
  return sum.rounded();
}

void flag_sleeping(const Judged& account, Raised raised) {
  const Rhythm& rhythm = account.rhythm;
  if (rhythm.state != RhythmState::slipping && rhythm.state != RhythmState::dormant) return;
  const bool dormant = rhythm.state == RhythmState::dormant;
  Flag& flag = raised.add(dormant ? FlagCode::dormant : FlagCode::slipping, account.potential.amount);
  std::optional<std::int64_t> median;
  if (rhythm.median_gap_halves) median = *rhythm.median_gap_halves * (micro / 2);
  flag.evidence = {
      {"silent_days", Unit::whole_days, rhythm.silent_days},
      {"median_gap_days", Unit::decimal, median},
      {"order_days", Unit::count, rhythm.order_days},
      {"last_order_on", Unit::date, (account.as_of - days{*rhythm.silent_days}).time_since_epoch().count()},
      {"potential", Unit::money, account.potential.amount}};
}

void flag_never_bought(const Judged& account, Raised raised) {
  if (account.drivers.ever_ordered) return;
  const Asked asked = asked_by(account);
  if (asked.quotes + asked.inquiries == 0) return;
  if (!account.window().orders_known)
    return raised.not_assessable(FlagCode::never_bought, why::orders_left_out);
  if (account.drivers.truncated) return raised.not_assessable(FlagCode::never_bought, why::before_history);
  std::optional<Cents> margin;
  if (asked.open_quotes == 0 || asked.open_with_margin > 0) margin = asked.margin.rounded();
  Flag& flag = raised.add(FlagCode::never_bought, margin);
  flag.evidence = {{"quotes", Unit::count, asked.quotes},
                   {"inquiries", Unit::count, asked.inquiries},
                   {"open_quotes", Unit::count, asked.open_quotes},
                   {"open_quotes_margin", Unit::money, margin}};
}

}  // namespace rendabel::rules
