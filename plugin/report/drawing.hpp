// drawing.hpp — a chart as lines, bars, curves and words on paper of 480 units wide.
// In: shapes with their place, in tenths of a unit.  Out: values of drawing.svg.
// Never: colour alone to tell something: signs and words say it too.
// Method: whole numbers, so that the same figures give the same bytes; classes of chart.css colour it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/base/money.hpp"
#include "plugin/report/templates.hpp"

namespace rendabel::report {

/// A tenth of a unit of the paper.
using Tenths = std::int64_t;

struct Rule {
  std::string_view kind;
  Tenths x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};
/// `code` and `value` say what it stands for, as the documents spell it.
struct Bar {
  std::string_view kind;
  Tenths x = 0, y = 0, width = 0, height = 0;
  std::string code, value;
};
struct Curve {
  std::string_view kind;
  std::vector<std::pair<Tenths, Tenths>> points;
};
struct Mark {
  std::string_view kind;
  Tenths x = 0, y = 0;
  std::string value;
};
enum class Anchor : std::uint8_t { start, middle, end };
struct Word {
  std::string_view kind;
  Tenths x = 0, y = 0;
  Anchor anchor = Anchor::start;
  std::string text;
};

struct Drawing {
  static constexpr Tenths width = 4800;

  std::string part;         ///< its name in options and ids
  std::string title;        ///< what it is
  std::string description;  ///< what it says, for who cannot see it
  Tenths height = 3000;
  std::vector<Rule> rules;
  std::vector<Bar> bars;
  std::vector<Curve> curves;
  std::vector<Mark> marks;
  std::vector<Word> words;
};

/// What drawing.svg shows; `alone`: a file of its own, with its colours.
Values drawing_values(const Drawing& drawing, bool alone);

/// Values of `low` … `high` on a line from `from` to `to`; low < high.
class Scale {
 public:
  Scale(std::int64_t low, std::int64_t high, Tenths from, Tenths to)
      : low_(low), high_(high), from_(from), to_(to) {}
  Tenths at(std::int64_t value) const {
    return from_ +
           static_cast<Tenths>(round_half_away(Int128{value - low_} * (to_ - from_), Int128{high_} - low_));
  }
  /// Round values in the range, at most `most` of them, 0 among them when it is in it.
  std::vector<std::int64_t> ticks(int most) const;

 private:
  std::int64_t low_, high_;
  Tenths from_, to_;
};

}  // namespace rendabel::report
