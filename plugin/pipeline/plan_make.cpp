#include "plugin/pipeline/plan_make.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

#include "plugin/pipeline/candidates.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/rules/plan.hpp"

namespace rendabel::pipeline {

namespace {

/// FNV-1a: the same id on every machine, so that a call has the same name wherever the plan was made.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

/// Layers with the days after which they are called again: to keep in touch, or to propose what others buy.
std::vector<store::TouchLayer> touch_layers(const Calls& calls, const BookContext& book) {
  constexpr auto never = std::numeric_limits<std::int64_t>::max();
  const auto proposed = book.cross_sell.groups.empty() ? never : calls.cross_sell_again_days;
  std::vector<store::TouchLayer> out;
  const auto add = [&](const char* layer, std::optional<Cents> revenue_from, std::int64_t at_most) {
    const auto found = calls.keep_in_touch_days.find(layer);
    const auto wait = found == calls.keep_in_touch_days.end() ? never : found->second;
    if (std::min(wait, at_most) != never) out.push_back({revenue_from, std::min(wait, at_most)});
  };
  if (book.layers.top) add("top", book.layers.top, proposed);
  if (book.layers.large) add("large", book.layers.large, proposed);
  if (book.layers.medium) add("medium", book.layers.medium, proposed);
  add("small", 1, proposed);
  add("prospect", std::nullopt, never);
  return out;
}

/// Whose turn it is without having asked: many more than can be called, so the best are looked at first.
class Looker {
 public:
  Looker(store::Store& store, const Settings& settings, const CandidateMaker& maker, const Cancel& cancel)
      : store_(store), settings_(settings), maker_(maker), cancel_(cancel) {}

  /// Everybody with an open case, pinned, or with a need that is due.
  void look_at_all(Date day) {
    auto accounts = store::accounts_with_open_cases(store_);
    for (const auto& more :
         {store::pinned_accounts(store_, day), store::accounts_with_due_needs(store_, day)})
      accounts.insert(accounts.end(), more.begin(), more.end());
    std::ranges::sort(accounts);
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    for (const auto key : accounts) {
      first_time(key);
      look_at(key);
    }
    looked_at_ = std::move(accounts);
  }

  /// The best of the sleepers and of those to be kept in touch with. Of each kind until twice as many may be
  /// called as there are places; the value of a kind grows with the account's worth, so the rest is worth
  /// less.
  void look_at_best(Date day, std::int64_t capacity) {
    if (settings_.calls.preset == "pilot") return;
    const auto book = book_context(store_);
    const store::Turns turns(store_, day,
                             book.as_of ? std::optional(touch_layers(settings_.calls, book)) : std::nullopt);
    auto asleep = turns.asleep();
    // Who is due is counted, and less those of other kinds.
    auto due = book.as_of ? turns.count_due() : 0;
    if (due > 0)
      for (const auto key : looked_at_) due -= turns.is_due(key) ? 1 : 0;
    for (auto* sleepers : {&asleep.slipping, &asleep.dormant}) {
      std::erase_if(*sleepers, [&](const store::Quiet& one) { return !first_time(one.account); });
      for (const auto& one : *sleepers) due -= one.due ? 1 : 0;
    }
    best_of(std::move(asleep.slipping), Search(capacity));
    best_of(std::move(asleep.dormant), Search(capacity));
    if (due > 0) best_of(turns, due, Search(capacity));
  }

  std::vector<rules::Candidate> candidates;
  std::int64_t less_worth = 0;  ///< accounts that were not looked at

 private:
  /// How far one kind is looked through: until twice as many may be called as there are places.
  struct Search {
    explicit Search(std::int64_t capacity) : wanted(2 * capacity + 50), looks(40 * capacity + 2000) {}
    bool goes_on() const { return wanted > 0 && looks > 0; }
    std::int64_t wanted, looks;
  };

  bool first_time(store::AccountKey key) {
    const auto place = static_cast<std::size_t>(key);
    if (seen_.size() <= place) seen_.resize(2 * place + 1);
    const bool first = !seen_[place];
    seen_[place] = true;
    return first;
  }

  /// True when the account may be called for something.
  bool look_at(store::AccountKey key) {
    cancel_.check();
    const auto row = store::find_account(store_, key);
    if (!row) return false;
    bool callable = false;
    for (auto& candidate : maker_.of(*row).candidates) {
      callable = callable || candidate.left_out.empty();
      candidates.push_back(std::move(candidate));
    }
    return callable;
  }

  void look_at(store::AccountKey key, Search& search) {
    if (look_at(key)) --search.wanted;
    --search.looks;
  }

  void best_of(std::vector<store::Quiet> accounts, Search search) {
    std::make_heap(accounts.begin(), accounts.end());
    while (!accounts.empty() && search.goes_on()) {
      std::pop_heap(accounts.begin(), accounts.end());
      look_at(accounts.back().account, search);
      accounts.pop_back();
    }
    less_worth += static_cast<std::int64_t>(accounts.size());
  }

  /// The same of `due` accounts, which are walked instead of read.
  void best_of(const store::Turns& turns, std::int64_t due, Search search) {
    turns.walk_due([&](store::AccountKey key) {
      if (!first_time(key)) return true;
      look_at(key, search);
      return --due > 0 && search.goes_on();
    });
    less_worth += due;
  }

  store::Store& store_;
  const Settings& settings_;
  const CandidateMaker& maker_;
  const Cancel& cancel_;
  std::vector<bool> seen_;                    // by key
  std::vector<store::AccountKey> looked_at_;  // before those who did not ask
};

}  // namespace

void name_calls(std::vector<Call>& calls, Date day) {
  std::set<std::string> taken;
  for (const auto& call : calls) taken.insert(call.call_id);
  for (auto& call : calls) {
    if (!call.call_id.empty()) continue;
    const auto name = fmt::format("{}-{:016x}", to_text(day), hash_of(call.account_id));
    call.call_id = name;
    for (int next = 2; !taken.insert(call.call_id).second; ++next)
      call.call_id = fmt::format("{}-{}", name, next);
  }
}

std::set<std::string> present_agents(const Settings& settings, Date day,
                                     const std::optional<std::vector<Present>>& present) {
  std::set<std::string> out;
  for (const auto& agent : rules::agents_on(settings.calls, day, present)) out.insert(agent.id);
  return out;
}

void keep_left_out(store::Plan& plan, std::vector<LeftOut> rows) {
  for (const auto& row : rows) ++plan.left_out_counts[row.why];
  std::ranges::move(rows, std::back_inserter(plan.left_out));
  std::ranges::stable_sort(plan.left_out, {},
                           [](const LeftOut& row) { return std::tie(row.account_id, row.reason); });
  if (plan.left_out.size() > left_out_kept_max) plan.left_out.resize(left_out_kept_max);
}

Taken taken_by(const std::vector<Call>& calls) {
  Taken out;
  for (const auto& call : calls) {
    out.last_rank = std::max(out.last_rank, call.rank);
    if (call.state == CallState::withdrawn) continue;
    out.numbers.insert(call.phone_e164);
    if (call.lane != Lane::today) continue;
    ++out.today_places;
    out.languages.push_back(call.language);
  }
  return out;
}

store::Plan make_plan(store::Store& store, const Settings& settings, Date day, const Options& options,
                      std::vector<Call> kept, const Cancel& cancel) {
  const store::Reading reading(store);
  store::Plan plan;
  plan.date = day;
  plan.sequence = store::versions(store).sequence;
  plan.present = options.present;
  plan.capacity = rules::capacity_on(settings.calls, day, options.present);
  plan.calls = std::move(kept);
  std::set<std::string> called;
  std::int64_t last = 0;
  for (auto& call : plan.calls) {
    called.insert(call.account_id);
    call.rank = ++last;
  }
  const CandidateMaker maker(store, settings, day, present_agents(settings, day, options.present));
  Looker looker(store, settings, maker, cancel);
  looker.look_at_all(day);
  looker.look_at_best(day, plan.capacity);
  for (auto& candidate : looker.candidates)
    if (called.contains(candidate.account_id) && candidate.lane == Lane::today && candidate.left_out.empty())
      candidate.left_out = "called_today";
  auto taken = taken_by(plan.calls);
  rules::PlanTerms terms;
  terms.day = day;
  terms.capacity = std::max<std::int64_t>(plan.capacity - taken.today_places, 0);
  terms.reserve = settings.calls.reserve;
  terms.taken_numbers = std::move(taken.numbers);
  terms.seated = std::move(taken.languages);
  terms.agents = rules::agents_on(settings.calls, day, options.present);
  auto made = rules::plan_of(std::move(looker.candidates), terms);
  for (auto& call : made.calls) {
    call.rank += taken.last_rank;
    plan.calls.push_back(std::move(call));
  }
  name_calls(plan.calls, day);
  keep_left_out(plan, std::move(made.left_out));
  if (looker.less_worth > 0) plan.left_out_counts[std::string(less_worth)] = looker.less_worth;
  return plan;
}

}  // namespace rendabel::pipeline
