#include "plugin/rules/agreed.hpp"

#include <algorithm>

namespace rendabel::rules {
namespace {

constexpr std::int64_t year_days = 365;

AgreedRemedy row_of(RemedyCode code, const Answer& answer, const Judged& account) {
  AgreedRemedy row;
  row.code = code;
  row.accepted_on = *answer.told->date;
  row.days = std::min(answer.days_ago, year_days);
  if (row.days == 0) return row;
  const Window before{row.accepted_on - days{year_days - 1}, row.accepted_on};
  const Window since{row.accepted_on + days{1}, row.accepted_on + days{row.days}};
  const auto collected = [&](const Window& window) {
    return collect_window(account.snapshot, account.settings, account.rates, window);
  };
  row.realised = realised(code, collected(before), collected(since), account.rates, account.settings);
  return row;
}

}  // namespace

std::vector<RemedyAdvice> foretold(const Judged& account, const std::vector<Flag>& flags, Answers answers) {
  if (!account.now.result.net_result || account.window().orders == 0) return {};
  for (Answer& answer : answers)
    if (answer.accepted()) answer = {};
  return advise(account, flags, answers, Thoroughness::full).remedies;
}

std::vector<AgreedRemedy> agreed_remedies(const Judged& account, const std::vector<Flag>& flags,
                                          const Answers& answers) {
  std::vector<AgreedRemedy> rows;
  std::optional<std::vector<RemedyAdvice>> now;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i].accepted()) continue;
    AgreedRemedy& row = rows.emplace_back(row_of(static_cast<RemedyCode>(i), answers[i], account));
    if (answers[i].told->foretold) {
      row.predicted = answers[i].told->predicted;
    } else {
      if (!now) now = foretold(account, flags, answers);
      const auto found = std::ranges::find(*now, row.code, &RemedyAdvice::code);
      if (found != now->end()) row.predicted = found->effect;
    }
    if (row.predicted)
      row.predicted_so_far = to_cents(round_half_away(Int128{*row.predicted} * row.days, year_days));
  }
  return rows;
}

}  // namespace rendabel::rules
