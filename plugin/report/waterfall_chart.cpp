#include <algorithm>
#include <span>

#include "plugin/report/charts.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

constexpr Tenths row_height = 265, bar_height = 175, bars_from = 1800, bars_to = 3720;

using Steps = std::span<const WaterfallStep>;

/// Where the bars of steps that follow on `before` lie between.
Scale across(Steps steps, Cents before) {
  Cents low = std::min<Cents>(0, before), high = std::max<Cents>(0, before), sum = before;
  for (const WaterfallStep& step : steps) {
    sum = step.total ? step.amount : sum + step.amount;
    low = std::min(low, sum), high = std::max(high, sum);
  }
  return {low, high > low ? high : low + 1, bars_from, bars_to};
}

/// Rows of a group with a scale of its own; where the next row would stand.
Tenths add_group(Drawing& drawing, Steps steps, Cents before, Tenths y, const Speech& speech) {
  const Scale scale = across(steps, before);
  drawing.rules.push_back(
      {"zero", scale.at(0), y - 30, scale.at(0), y + row_height * static_cast<Tenths>(steps.size())});
  Cents sum = before;
  for (const WaterfallStep& step : steps) {
    const Cents from = step.total ? 0 : sum, to = step.total ? step.amount : sum + step.amount;
    const Tenths start = std::min(scale.at(from), scale.at(to)), end = std::max(scale.at(from), scale.at(to));
    const auto kind = step.total ? (step.amount < 0 ? "loss" : "total") : step.amount < 0 ? "loss" : "gain";
    // A step too small to see is still there: three tenths of a unit.
    drawing.bars.push_back({kind, start, y, std::max<Tenths>(end - start, 10), bar_height, step.code,
                            speech.cells.plain_money(step.amount)});
    const std::string_view weight = step.total ? "strong" : "";
    drawing.words.push_back({weight, 0, y + 135, Anchor::start, speech.line(step.code)});
    drawing.words.push_back({weight, Drawing::width, y + 135, Anchor::end,
                             amount_text(step.amount, speech.cells.currency(), speech.language())});
    sum = to;
    y += row_height;
    if (&step != &steps.back())
      drawing.rules.push_back({"link", scale.at(sum), y - row_height + bar_height, scale.at(sum), y});
  }
  return y;
}

}  // namespace

Drawing waterfall_drawing(const std::vector<WaterfallStep>& steps, const Speech& speech) {
  Drawing drawing{"waterfall", speech.pages.phrase("waterfall"), {}, 0, {}, {}, {}, {}, {}};
  if (steps.empty()) {
    drawing.height = 600;
    drawing.description = speech.pages.phrase("waterfall_nothing");
    drawing.words.push_back({"quiet", 0, 300, Anchor::start, drawing.description});
    return drawing;
  }
  for (const WaterfallStep& step : steps)
    drawing.description += speech.line(step.code) + ": " + speech.money(step.amount) + ". ";
  drawing.description.pop_back();
  const auto middle = std::ranges::find(steps, "gross_margin", &WaterfallStep::code);
  const auto first = static_cast<std::size_t>(middle == steps.end() ? 0 : middle - steps.begin() + 1);
  Tenths y = 330;
  const auto heading = [&](const char* phrase) {
    drawing.words.push_back({"quiet", 0, y - 130, Anchor::start, speech.pages.phrase(phrase)});
  };
  Cents before = 0;
  if (first > 0) {
    heading("waterfall_to_margin");
    y = add_group(drawing, Steps(steps).first(first), 0, y, speech) + 420;
    before = middle->amount;
  }
  if (first < steps.size()) {
    heading("waterfall_to_result");
    y = add_group(drawing, Steps(steps).subspan(first), before, y, speech);
  }
  drawing.height = y;
  return drawing;
}

}  // namespace rendabel::report
