// best_rows.hpp — the first few rows of a book by a number, ties by account id: bounded, whatever comes.
// In: rows one by one, in any order.  Out: at most so many, the highest number first.
// Never: more memory than they take.  Method: a heap with the last row on top.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rendabel::rules {

template <class Row>  // with a member account_id
class BestRows {
 public:
  explicit BestRows(std::size_t most) : most_(most) {}

  /// `make` gives the row; it is called only when the row belongs to the best so far.
  template <class Make>
  void offer(std::int64_t value, std::string_view account_id, Make make) {
    if (rows_.size() == most_) {
      const auto& last = rows_.front();
      if (value < last.first || (value == last.first && account_id > last.second.account_id)) return;
      std::pop_heap(rows_.begin(), rows_.end(), before);
      rows_.pop_back();
    }
    rows_.emplace_back(value, make());
    std::push_heap(rows_.begin(), rows_.end(), before);
  }
  std::vector<Row> sorted() const {
    auto rows = rows_;
    std::sort(rows.begin(), rows.end(), before);
    std::vector<Row> best;
    for (auto& row : rows) best.push_back(std::move(row.second));
    return best;
  }

 private:
  using Entry = std::pair<std::int64_t, Row>;
  static bool before(const Entry& a, const Entry& b) {
    return a.first != b.first ? a.first > b.first : a.second.account_id < b.second.account_id;
  }

  std::size_t most_;
  std::vector<Entry> rows_;
};

}  // namespace rendabel::rules
