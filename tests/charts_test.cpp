// Charts: places on the paper follow from the figures, and the figures stand beside the shapes.
#include "plugin/report/charts.hpp"

#include <catch2/catch.hpp>

#include "tests/support/report_book.hpp"

namespace rendabel::test {
namespace {

using namespace report;

const Speech english(Language::en, "EUR");

TEST_CASE("a scale puts both ends and the middle where they belong, downwards too") {
  const Scale up(0, 100, 2000, 1000);
  CHECK(up.at(0) == 2000);
  CHECK(up.at(100) == 1000);
  CHECK(up.at(50) == 1500);
  const Scale wide(INT64_MIN / 2, INT64_MAX / 2, 0, 1000);
  CHECK(wide.at(INT64_MIN / 2) == 0);
  CHECK(wide.at(INT64_MAX / 2) == 1000);
}

TEST_CASE("ticks are round, few, within the range, and have 0 when the range has it") {
  CHECK(Scale(0, 100, 0, 1).ticks(5) == std::vector<std::int64_t>{0, 50, 100});
  CHECK(Scale(-30, 70, 0, 1).ticks(5) == std::vector<std::int64_t>{0, 50});
  CHECK(Scale(3, 4, 0, 1).ticks(5) == std::vector<std::int64_t>{3, 4});
  for (const std::int64_t high :
       std::initializer_list<std::int64_t>{1, 9, 43, 4372, 974774793, 4000000000000000000})
    for (const std::int64_t low : {std::int64_t{0}, -high / 3, -high}) {
      const auto ticks = Scale(low, high, 0, 1).ticks(5);
      INFO(low << " … " << high);
      CHECK(ticks.size() >= 1);
      CHECK(ticks.size() <= 6);
      CHECK(std::count(ticks.begin(), ticks.end(), 0) == 1);
      CHECK(ticks.front() >= low);
      CHECK(ticks.back() <= high);
    }
}

TEST_CASE("the whale curve starts at nil, peaks at the top and ends at the total") {
  const Drawing drawing =
      whale_drawing(whale_of({{0, 0, 0}, {3, 100'00, 16667}, {5, 60'00, 10000}}), english);
  const auto& line = drawing.curves.back();
  REQUIRE(line.points.size() == 3);
  CHECK(line.kind == "whale");
  CHECK(line.points[0] == std::pair<Tenths, Tenths>{780, 2560});
  CHECK(line.points[1] == std::pair<Tenths, Tenths>{780 + 3 * (4700 - 780) / 5, 640});
  CHECK(line.points[2] == std::pair<Tenths, Tenths>{4700, 2560 - 60 * (2560 - 640) / 100});
  REQUIRE(drawing.marks.size() == 4);
  CHECK(drawing.marks[0].value == "100.00");
  CHECK(drawing.marks[2].value == "60.00");
  CHECK(drawing.description ==
        "The best 3 of 5 accounts earn €100.00 together. The others take from it: €60.00 remains in all.");
}

TEST_CASE("a whale curve that only rises has no peak of its own, one that only falls none above nil") {
  const Drawing rising = whale_drawing(whale_of({{0, 0, 0}, {2, 50'00, 10000}}), english);
  CHECK(rising.marks.size() == 2);
  CHECK(rising.description == "All 2 accounts earn money: €50.00 together.");
  const Drawing falling = whale_drawing(whale_of({{0, 0, {}}, {2, -50'00, {}}}), english);
  CHECK(falling.curves.back().points.back() == std::pair<Tenths, Tenths>{4700, 2560});
  CHECK(falling.curves.back().points.front() == std::pair<Tenths, Tenths>{780, 640});
  const Drawing nobody = whale_drawing({}, english);
  CHECK(nobody.curves.empty());
  CHECK_FALSE(nobody.description.empty());
}

TEST_CASE("a waterfall's bars hang on each other and its two parts scale apart") {
  const Drawing drawing = waterfall_drawing(hostile_book().book.waterfall, english);
  REQUIRE(drawing.bars.size() == 5);
  const auto &list = drawing.bars[0], &discount = drawing.bars[1], &margin = drawing.bars[2],
             &cost = drawing.bars[3];
  CHECK(list.x + list.width == 3720);
  CHECK(discount.x + discount.width == 3720);
  CHECK(discount.kind == "loss");
  CHECK(discount.value == "-100.00");
  CHECK(margin.x + margin.width == discount.x);
  CHECK(cost.x + cost.width == 3720);  // the second part is drawn on a scale of its own
  CHECK(drawing.bars[4].code == "net_result");
  CHECK(waterfall_drawing({}, english).bars.empty());
}

TEST_CASE("the tail's measured margin stands beside the claim on one scale") {
  Tail tail{40, 2'000'00, 160'00, 800, 40};
  Drawing drawing = tail_drawing(tail, english);
  REQUIRE(drawing.bars.size() == 2);
  CHECK(drawing.bars[0].value == "-1500");
  CHECK(drawing.bars[1].value == "800");
  CHECK(drawing.bars[0].x + drawing.bars[0].width == drawing.bars[1].x);  // both begin at nil
  tail.net_margin_bp.reset();
  drawing = tail_drawing(tail, english);
  CHECK(drawing.bars.size() == 1);  // unknown is no bar, not a bar of nil
  CHECK(drawing.description.find("unknown") != std::string::npos);
}

TEST_CASE("the pyramid gives every layer its number, share and margin") {
  const Drawing drawing = pyramid_drawing(hostile_book().book.pyramid, english);
  REQUIRE(drawing.bars.size() == 4);
  CHECK(drawing.bars[0].code == "top");
  CHECK(drawing.bars[0].value == "1");
  CHECK(drawing.bars[1].code == "top.revenue_share_bp");
  CHECK(drawing.bars[1].value == "8000");
  CHECK(drawing.bars[2].width == 4 * drawing.bars[0].width);
}

}  // namespace
}  // namespace rendabel::test
