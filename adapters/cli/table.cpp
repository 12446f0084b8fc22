#include "adapters/cli/table.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace rendabel::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t wrapped_min = 20;

struct Range {
  std::uint32_t first, last;
};
// Zero: combining marks, zero-width space and joiners, variation selectors. [Unicode 15, Mn/Me/Cf in common
// use]
constexpr Range zero_wide[] = {{0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},
                               {0x64b, 0x65f},   {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f},
                               {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}};
// Two: East Asian Wide and Fullwidth. [Unicode TR 11]
constexpr Range double_wide[] = {{0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0xa4cf},  {0xac00, 0xd7a3},
                                 {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},  {0xffe0, 0xffe6},
                                 {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

template <std::size_t N>
bool within(const Range (&ranges)[N], std::uint32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](Range range) { return range.first <= point && point <= range.last; });
}

/// The code point that starts at `at`, which moves past it. A stray byte counts as one character.
std::uint32_t next_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
  std::uint32_t point = more == 0 ? lead : lead & (0x3fU >> more);
  for (int i = 0; i < more && at < text.size() && (byte(at) & 0xc0) == 0x80; ++i)
    point = point << 6 | (byte(at++) & 0x3fU);
  return point;
}

void append_padded(std::string& out, std::string_view cell, std::size_t width, bool right, bool last) {
  const std::string space(width - std::min(width, display_width(cell)), ' ');
  if (right) out += space;
  out += cell;
  if (!right && !last) out += space;
  if (!last) out.append(gap, ' ');
}

/// Takes from `rest` as many words as fit; at least one.
std::string_view take_line(std::string_view& rest, std::size_t width) {
  std::size_t end = 0;
  while (end < rest.size()) {
    const std::size_t stop = std::min(rest.find(' ', end + 1), rest.size());
    if (end > 0 && display_width(rest.substr(0, stop)) > width) break;
    end = stop;
  }
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t point = next_point(text, at);
    width += within(zero_wide, point) ? 0 : within(double_wide, point) ? 2 : 1;
  }
  return width;
}

void Table::row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) {
    // A name from a host may hold escape sequences; on a terminal they would act.
    std::replace_if(
        cell.begin(), cell.end(),
        [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f; }, ' ');
  }
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths(std::size_t screen) const {
  std::vector<std::size_t> wide;
  for (const Column& column : columns_) wide.push_back(display_width(column.title));
  for (const auto& cells : rows_) {
    for (std::size_t i = 0; i < cells.size(); ++i) wide[i] = std::max(wide[i], display_width(cells[i]));
  }
  const std::size_t all = std::accumulate(wide.begin(), wide.end(), gap * (wide.size() - 1));
  for (std::size_t i = 0; i < wide.size() && all > screen; ++i) {
    if (columns_[i].kind != Column::Kind::wrapped) continue;
    const std::size_t over = all - screen;
    wide[i] = std::max(std::min(wide[i], wrapped_min), wide[i] > over ? wide[i] - over : 0);
    break;
  }
  return wide;
}

std::string Table::text(std::size_t screen) const {
  const auto wide = widths(screen);
  std::string out;
  const auto line = [&](const std::vector<std::string_view>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      append_padded(out, cells[i], wide[i], columns_[i].kind == Column::Kind::number, i + 1 == cells.size());
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  };
  std::vector<std::string_view> titles(columns_.size());
  std::transform(columns_.begin(), columns_.end(), titles.begin(),
                 [](const Column& column) { return std::string_view(column.title); });
  line(titles);
  for (const auto& cells : rows_) {
    std::vector<std::string_view> rest(cells.begin(), cells.end());
    do {
      std::vector<std::string_view> now(rest.size());
      for (std::size_t i = 0; i < rest.size(); ++i) {
        const bool wraps = columns_[i].kind == Column::Kind::wrapped;
        now[i] = wraps ? take_line(rest[i], wide[i]) : std::exchange(rest[i], {});
      }
      line(now);
    } while (std::any_of(rest.begin(), rest.end(), [](std::string_view left) { return !left.empty(); }));
  }
  return out;
}

}  // namespace rendabel::cli
