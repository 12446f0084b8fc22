#include <fmt/format.h>

#include <algorithm>

#include "plugin/report/charts.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

constexpr Tenths bars_from = 300, bars_to = 4500, bar_height = 300;

}  // namespace

Drawing tail_drawing(const Tail& tail, const Speech& speech) {
  Drawing drawing{"tail", speech.pages.phrase("tail"), {}, 1500, {}, {}, {}, {}, {}};
  const auto margin = tail.net_margin_bp;
  const std::int64_t low =
      std::min({std::int64_t{claimed_margin_bp}, std::int64_t{margin.value_or(0)}}) - 300;
  const std::int64_t high = std::max<std::int64_t>(margin.value_or(0), 500) + 300;
  const Scale scale(low, high, bars_from, bars_to);
  const auto row = [&](std::string_view kind, const char* code, std::int64_t bp, Tenths y,
                       const std::string& says) {
    const Tenths start = std::min(scale.at(0), scale.at(bp)), end = std::max(scale.at(0), scale.at(bp));
    drawing.words.push_back({"quiet", 0, y - 60, Anchor::start, says});
    drawing.rules.push_back({"zero", scale.at(0), y - 30, scale.at(0), y + bar_height + 30});
    drawing.bars.push_back({kind, start, y, end - start, bar_height, code, fmt::format("{}", bp)});
    drawing.words.push_back({"strong", bp < 0 ? scale.at(0) + 70 : scale.at(0) - 70, y + 195,
                             bp < 0 ? Anchor::start : Anchor::end, percent_text(bp, speech.language())});
  };
  row("claim", "claim", claimed_margin_bp, 280, speech.pages.phrase("tail_claim"));
  Values values;
  values.set("customers", count_text(tail.customers, speech.language()));
  values.set("revenue", speech.money(tail.revenue));
  values.set("margin", margin ? percent_text(*margin, speech.language()) : speech.pages.phrase("unknown"));
  if (margin) {
    row(*margin < 0 ? "loss" : "gain", "net_margin_bp", *margin, 980,
        speech.pages.phrase("tail_measured", values));
  } else {
    drawing.words.push_back({"quiet", 0, 920, Anchor::start, speech.pages.phrase("tail_unknown")});
  }
  drawing.description = speech.pages.phrase("tail_says", values);
  return drawing;
}

}  // namespace rendabel::report
