#include <fmt/format.h>

#include <algorithm>

#include "plugin/report/charts.hpp"
#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

constexpr Tenths row_height = 400, bar_height = 270, first_row = 560;
constexpr Tenths middle = 1560, half_width = 500;       // the pyramid of accounts
constexpr Tenths share_from = 2640, share_width = 900;  // bars of revenue

void add_row(Drawing& drawing, const BookLayer& layer, Tenths y, std::int64_t most, const Speech& speech) {
  const Language language = speech.language();
  const bool buys = layer.layer < Layer::inactive;
  const auto code = std::string(name_of(layer.layer));
  const Tenths text_y = y + bar_height / 2 + 45;
  drawing.words.push_back({"strong", 0, text_y, Anchor::start, std::string(label("layer", code, language))});
  const Tenths half = Scale(0, most, 0, half_width).at(layer.accounts);
  drawing.bars.push_back({buys ? "total" : "soft", middle - half, y, 2 * half, bar_height, code,
                          fmt::format("{}", layer.accounts)});
  drawing.words.push_back(
      {"", middle + half + 60, text_y, Anchor::start, count_text(layer.accounts, language)});
  if (buys && layer.revenue_share_bp) {
    const Tenths width = Scale(0, 10'000, 0, share_width).at(*layer.revenue_share_bp);
    drawing.bars.push_back({"gain", share_from, y, width, bar_height, code + ".revenue_share_bp",
                            fmt::format("{}", *layer.revenue_share_bp)});
    drawing.words.push_back({"", share_from + width + 60, text_y, Anchor::start,
                             percent_text(*layer.revenue_share_bp, language)});
  }
  if (layer.net_margin_bp)
    drawing.words.push_back(
        {"strong", Drawing::width, text_y, Anchor::end, percent_text(*layer.net_margin_bp, language)});
}

}  // namespace

Drawing pyramid_drawing(const std::vector<BookLayer>& layers, const Speech& speech) {
  Drawing drawing{"pyramid", speech.pages.phrase("pyramid"), {}, 0, {}, {}, {}, {}, {}};
  const auto heading = [&](Tenths x, Anchor anchor, const char* phrase) {
    drawing.words.push_back({"quiet", x, 200, anchor, speech.pages.phrase(phrase)});
  };
  heading(middle, Anchor::middle, "accounts");
  heading(share_from, Anchor::start, "revenue_share_bp");
  heading(Drawing::width, Anchor::end, "net_margin_bp");
  drawing.rules.push_back({"grid", 0, 320, Drawing::width, 320});
  std::int64_t most = 1;
  for (const BookLayer& layer : layers) most = std::max(most, layer.accounts);
  Tenths y = first_row - 140;
  for (const BookLayer& layer : layers) {
    add_row(drawing, layer, y, most, speech);
    drawing.description += drawing.description.empty() ? "" : " ";
    Values values;
    values.set("layer", std::string(label("layer", name_of(layer.layer), speech.language())));
    values.set("accounts", count_text(layer.accounts, speech.language()));
    values.set("revenue", speech.money(layer.revenue));
    drawing.description += speech.pages.phrase("pyramid_says", values);
    y += row_height;
  }
  drawing.height = y;
  return drawing;
}

}  // namespace rendabel::report
