#include "plugin/rules/seats.hpp"

namespace rendabel::rules {

bool Seats::find(const MayTake& may, std::vector<bool>& seen) {
  for (std::size_t agent = 0; agent < free_.size(); ++agent) {
    if (!may[agent] || seen[agent]) continue;
    seen[agent] = true;
    bool room = free_[agent] > 0;
    if (room) --free_[agent];
    // Somebody who sits here may sit elsewhere.
    for (auto other = seated_.begin(); !room && other != seated_.end(); ++other)
      if (other->second[agent] > 0 && find(other->first, seen)) --other->second[agent], room = true;
    if (!room) continue;
    auto& mine = seated_[may];
    mine.resize(free_.size());
    ++mine[agent];
    return true;
  }
  return false;
}

bool Seats::take(const MayTake& may) {
  std::vector<bool> seen(free_.size());
  return find(may, seen);
}

}  // namespace rendabel::rules
