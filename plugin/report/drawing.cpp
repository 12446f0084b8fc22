#include "plugin/report/drawing.hpp"

#include <fmt/format.h>

#include <array>

namespace rendabel::report {
namespace {

constexpr std::array<std::string_view, 3> anchors{"start", "middle", "end"};

std::string units(Tenths tenths) {
  const auto size = tenths < 0 ? -tenths : tenths;
  const auto whole = fmt::format("{}{}", tenths < 0 ? "-" : "", size / 10);
  return size % 10 == 0 ? whole : fmt::format("{}.{}", whole, size % 10);
}

Values rule_values(const Rule& rule) {
  Values values;
  values.set("kind", std::string(rule.kind));
  values.set("x1", units(rule.x1));
  values.set("y1", units(rule.y1));
  values.set("x2", units(rule.x2));
  values.set("y2", units(rule.y2));
  return values;
}

Values bar_values(const Bar& bar) {
  Values values;
  values.set("kind", std::string(bar.kind));
  values.set("x", units(bar.x));
  values.set("y", units(bar.y));
  values.set("bar_width", units(bar.width));
  values.set("bar_height", units(bar.height));
  values.set("code", bar.code);
  values.set("value", bar.value);
  return values;
}

Values curve_values(const Curve& curve) {
  std::string points;
  for (const auto& [x, y] : curve.points)
    points += fmt::format("{}{},{}", points.empty() ? "" : " ", units(x), units(y));
  Values values;
  values.set("kind", std::string(curve.kind));
  values.set("points", points);
  return values;
}

Values mark_values(const Mark& mark) {
  Values values;
  values.set("kind", std::string(mark.kind));
  values.set("x", units(mark.x));
  values.set("y", units(mark.y));
  values.set("value", mark.value);
  return values;
}

Values word_values(const Word& word) {
  Values values;
  values.set("kind", std::string(word.kind));
  values.set("x", units(word.x));
  values.set("y", units(word.y));
  values.set("anchor", std::string(anchors[static_cast<std::size_t>(word.anchor)]));
  values.set("text", word.text);
  return values;
}

template <class Shape>
Values list_of(const std::vector<Shape>& shapes, Values (*values_of)(const Shape&)) {
  Values list{Values::type::list};
  for (const Shape& shape : shapes) list << values_of(shape);
  return list;
}

}  // namespace

Values drawing_values(const Drawing& drawing, bool alone) {
  Values values;
  values.set("part", drawing.part);
  values.set("title", drawing.title);
  values.set("description", drawing.description);
  values.set("width", units(Drawing::width));
  values.set("height", units(drawing.height));
  values.set("alone", alone);
  if (alone) values.set("chart_css", std::string(template_text("chart.css")));
  values.set("rules", list_of(drawing.rules, rule_values));
  values.set("bars", list_of(drawing.bars, bar_values));
  values.set("curves", list_of(drawing.curves, curve_values));
  values.set("marks", list_of(drawing.marks, mark_values));
  values.set("texts", list_of(drawing.words, word_values));
  return values;
}

std::vector<std::int64_t> Scale::ticks(int most) const {
  const Int128 range = Int128{high_} - low_;
  Int128 step = 1;
  for (const int factor : {2, 5, 10})
    if (range / step >= most) step = factor;
  while (range / step >= most) {
    const Int128 decade = step;
    for (const int factor : {2, 5, 10})
      if (range / step >= most) step = decade * factor;
  }
  std::vector<std::int64_t> found;
  for (Int128 tick = low_ / step * step; tick <= high_; tick += step)
    if (tick >= low_) found.push_back(static_cast<std::int64_t>(tick));
  return found;
}

}  // namespace rendabel::report
