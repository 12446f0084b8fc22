#include <algorithm>

#include "plugin/report/charts.hpp"
#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {

std::string Speech::money(Cents amount) const { return money_text(amount, cells.currency(), language()); }

std::string Speech::line(std::string_view code) const { return std::string(label("line", code, language())); }

namespace {

constexpr Tenths left = 780, right = 4700, top = 640, bottom = 2560;

Scale upright(const WhaleCurve& whale) {
  Cents low = 0, high = 0;
  for (const WhalePoint& point : whale.points)
    low = std::min(low, point.amount), high = std::max(high, point.amount);
  return {low, high > low ? high : low + 1, bottom, top};
}

/// An amount beside the axis. A currency without a sign of its own would not fit: the points' words name it.
std::string axis_text(Cents tick, const Speech& speech) {
  const std::string& currency = speech.cells.currency();
  std::string text = short_money_text(tick, currency, speech.language());
  if (const auto at = text.find(currency + " "); at != std::string::npos) text.erase(at, currency.size() + 1);
  return text;
}

void add_axes(Drawing& drawing, const WhaleCurve& whale, const Scale& upward, const Scale& across,
              const Speech& speech) {
  for (const auto tick : upward.ticks(5)) {
    drawing.rules.push_back({tick == 0 ? "zero" : "grid", left, upward.at(tick), right, upward.at(tick)});
    drawing.words.push_back({"quiet", left - 80, upward.at(tick) + 40, Anchor::end, axis_text(tick, speech)});
  }
  for (const auto tick : across.ticks(6))
    drawing.words.push_back(
        {"quiet", across.at(tick), bottom + 190, Anchor::middle, count_text(tick, speech.language())});
  if (whale.total != 0)
    drawing.rules.push_back({"end", left, upward.at(whale.total), right, upward.at(whale.total)});
  drawing.words.push_back(
      {"quiet", (left + right) / 2, bottom + 370, Anchor::middle, speech.pages.phrase("whale_across")});
}

/// A point with its amount and, where there is one, its share.
std::string point_words(std::string_view phrase, const WhalePoint& point, const Speech& speech) {
  Values values;
  values.set("accounts", count_text(point.accounts, speech.language()));
  values.set("amount", speech.money(point.amount));
  values.set("share", point.share_bp ? " (" + percent_text(*point.share_bp, speech.language()) + ")" : "");
  return speech.pages.phrase(std::string(phrase), values);
}

void add_points(Drawing& drawing, const WhaleCurve& whale, const Scale& upward, const Scale& across,
                const Speech& speech) {
  Curve line{"whale", {}};
  for (const WhalePoint& point : whale.points)
    line.points.emplace_back(across.at(point.accounts), upward.at(point.amount));
  Curve area{"area", line.points};
  area.points.emplace(area.points.begin(), across.at(0), upward.at(0));
  area.points.emplace_back(across.at(whale.accounts), upward.at(0));
  drawing.curves = {std::move(area), std::move(line)};
  const WhalePoint& last = whale.points.back();
  // What the two points say stands above the curve, where it can cover nothing.
  const auto mark = [&](std::string_view kind, const char* phrase, const WhalePoint& point, Tenths y) {
    drawing.marks.push_back(
        {kind, across.at(point.accounts), upward.at(point.amount), speech.cells.plain_money(point.amount)});
    drawing.marks.push_back({kind, 50, y - 45, {}});
    drawing.words.push_back({"strong", 150, y, Anchor::start, point_words(phrase, point, speech)});
  };
  if (whale.peak.accounts != last.accounts) mark("peak", "whale_peak", whale.peak, 200);
  mark("last", "whale_end", last, 400);
}

std::string whale_sentence(const WhaleCurve& whale, const Speech& speech) {
  Values values;
  values.set("accounts", count_text(whale.accounts, speech.language()));
  values.set("peak_accounts", count_text(whale.peak.accounts, speech.language()));
  values.set("peak", speech.money(whale.peak.amount));
  values.set("total", speech.money(whale.total));
  const bool all_earn = whale.peak.accounts == whale.accounts;
  return speech.pages.phrase(all_earn ? "whale_says_all" : "whale_says", values);
}

}  // namespace

Drawing whale_drawing(const WhaleCurve& whale, const Speech& speech) {
  Drawing drawing{"whale", speech.pages.phrase("whale"), {}, 3000, {}, {}, {}, {}, {}};
  if (whale.accounts == 0 || whale.points.empty()) {
    drawing.height = 600;
    drawing.description = speech.pages.phrase("whale_nobody");
    drawing.words.push_back({"quiet", 0, 300, Anchor::start, drawing.description});
    return drawing;
  }
  drawing.description = whale_sentence(whale, speech);
  const Scale upward = upright(whale), across(0, whale.accounts, left, right);
  add_axes(drawing, whale, upward, across, speech);
  add_points(drawing, whale, upward, across, speech);
  return drawing;
}

}  // namespace rendabel::report
