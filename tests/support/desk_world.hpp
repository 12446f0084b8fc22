// desk_world.hpp — customers, their host and what happens to them, drawn from a seed, for desk_quarter.hpp.
// In: sizes.  Out: a store with their book; events and orders in it.  Never: a call.
#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/base/snapshot.hpp"
#include "tests/support/chance.hpp"
#include "tests/support/desk_host.hpp"

namespace rendabel::test {

/// How the today lane is worked off; the now-lane and promised times come first in all of them.
enum class Order { ranked, oldest_first, random };

struct QuarterSizes {
  int accounts = 300, agents = 3, days = 10;
  std::uint64_t seed = 1;
  Order order = Order::ranked;
};

/// What the world knows of a customer; the desk sees the first part, and the orders as they come.
struct Customer {
  std::string id, phone, owner;
  PersonKind kind{};
  bool opted_in = false;
  struct Bought {
    Date on{};
    std::int64_t cents = 0;
  };
  std::vector<Bought> orders;
  struct Offer {
    Date sent{};
    std::int64_t cents = 0;
    bool requested = false, won = false;
  };
  std::vector<Offer> quotes;
  struct Asked {
    Moment at;
    bool complaint = false;
  };
  std::vector<Asked> asked;

  double size = 0, ratio = 0, luck = 1;
  int gap = 30;
  bool buys = true;

  std::vector<Date> marketing_calls;
  std::optional<Date> objected_on;
  std::size_t reported = 0;
};

class DeskWorld {
 public:
  explicit DeskWorld(const QuarterSizes& sizes) : sizes_(sizes), world_(sizes.seed) {
    std::string agents;
    for (int n = 0; n < sizes.agents; ++n)
      agents += (n > 0 ? "," : "") +
                fmt::format(R"("{}":{{"minutes":{}}})", agent(n), sizes.order == Order::ranked ? 60 : 1440);
    // Whoever works off the lane in his own order chooses from all that is due.
    host_.settings(fmt::format(R"({{"calls":{{"agents":{{{}}},"dials_per_hour":{}}}}})", agents,
                               sizes.order == Order::ranked ? 8 : 100));
    for (int n = 0; n < sizes.accounts; ++n) customers_.push_back(customer(n)), touched_.insert(n);
    evening();
    refresh();
  }

  std::vector<std::string> broken;  ///< invariants, in words; at most 20
  struct Sums {
    std::int64_t calls = 0, orders = 0, margin_cents = 0;
  };
  std::map<std::string, Sums> by_reason;  ///< of the reason that leads
  std::int64_t margin_cents = 0;
  double hours = 0;
  std::int64_t leases = 0, attempts = 0, successes = 0, callbacks = 0, callbacks_kept = 0, objections = 0,
               killed = 0, returned = 0, marketing = 0, checked = 0;

 protected:
  static std::string agent(int n) { return "agent" + std::to_string(n); }
  void must(bool holds, const std::string& what) {
    ++checked;
    if (!holds && broken.size() < 20) broken.push_back(to_text(today_) + " " + what);
  }
  Moment at(int minute) const { return moment_at(today_, minute, "NL"); }
  static Moment later(Moment from, int minutes) {
    from.utc_seconds += minutes * 60;
    return from;
  }
  static int index_of(const std::string& id) { return std::stoi(id.substr(1)) - 100'000; }
  Customer& who(int n) { return customers_[static_cast<std::size_t>(n)]; }

  Customer customer(int n) {
    Customer out;
    out.id = "A" + std::to_string(100'000 + n);
    out.phone = "040" + std::to_string(2'000'000 + (n % 50 == 49 ? n - 1 : n));  // one in fifty shares a line
    if (n % 2 == 0) out.owner = agent(world_.below(sizes_.agents));
    out.kind = n % 10 == 3 ? PersonKind::natural : n % 10 == 7 ? PersonKind::unknown : PersonKind::legal;
    out.opted_in = n % 20 == 3;
    out.size = 80'000 * world_.log_normal(1.0);
    out.ratio = 0.25 + 0.20 * world_.even();
    out.luck = world_.log_normal(0.5);
    out.gap = 20 + world_.below(40);
    out.buys = world_.comes(0.5);
    const int silent = out.buys ? world_.below(out.gap) : world_.below(400);
    for (int k = 5; k >= 0; --k)
      out.orders.push_back({today_ - days{silent + k * out.gap + 1}, order_of(out, world_)});
    if (world_.comes(0.1))
      out.quotes.push_back({today_ - days{1 + world_.below(10)}, 2 * order_of(out, world_), n % 3 == 0});
    return out;
  }
  static std::int64_t order_of(const Customer& who, Chance& chance) {
    return std::max<std::int64_t>(1'000, std::llround(who.size * chance.log_normal(0.4)));
  }

  static std::string money(std::int64_t cents) { return fmt::format("{}.{:02}", cents / 100, cents % 100); }
  static std::string order_json(std::size_t n, const Customer::Bought& one, double ratio) {
    const auto goods = one.cents - std::llround(static_cast<double>(one.cents) * ratio);
    return fmt::format(R"({{"id":"O{}","date":"{}","net_amount":{},"cost_of_goods":{}}})", n, to_text(one.on),
                       money(one.cents), money(goods));
  }
  static std::string quote_json(std::size_t n, const Customer::Offer& one) {
    return fmt::format(R"({{"id":"Q{}","sent_on":"{}","amount":{},"requested":{},"status":"{}"}})", n,
                       to_text(one.sent), money(one.cents), one.requested, one.won ? "won" : "open");
  }
  static std::string inquiry_json(std::size_t n, const Customer::Asked& one) {
    return fmt::format(R"({{"id":"I{}","at":"{}","kind":"{}"}})", n, to_text(one.at),
                       one.complaint ? "complaint" : "information");
  }
  template <class Records, class Write>
  static std::string list(const Records& records, const Write& write) {
    std::string out;
    for (std::size_t n = 0; n < records.size(); ++n) out += (n > 0 ? "," : "") + write(n, records[n]);
    return "[" + out + "]";
  }
  /// What the host knows: it never heard of an objection that the desk was told.
  std::string snapshot(const Customer& of) const {
    const std::string owner = of.owner.empty() ? "" : R"(,"owner":")" + of.owner + "\"";
    const std::string contact =
        of.opted_in
            ? fmt::format(R"([{{"id":"{}","phone":"{}","consents":[{{"purpose":"marketing","channel":)"
                          R"("voice","given_on":"2026-01-15","source":"fair"}}]}}])",
                          of.id, of.phone)
            : std::string("[]");
    return fmt::format(
        R"({{"account":{{"id":"{0}","name":"{0}","phone":"{1}","person_kind":"{2}"{3}}},"as_of":"{4}",)"
        R"("contacts":{5},"orders":{6},"quotes":{7},"inquiries":{8},"credit_notes":[],"activities":[]}})",
        of.id, of.phone, name_of(of.kind), owner, to_text(today_), contact,
        list(of.orders, [&](std::size_t n, const auto& one) { return order_json(n, one, of.ratio); }),
        list(of.quotes, quote_json), list(of.asked, inquiry_json));
  }

  /// The host hands over everybody to whom something happened.
  void evening() {
    std::string lines;
    int held = 0;
    for (const int n : touched_) {
      lines += snapshot(who(n)) + "\n";
      if (++held % 500 == 0) host_.save(std::exchange(lines, {}));
    }
    if (!lines.empty()) host_.save(lines);
    touched_.clear();
  }
  /// The nightly job in short steps; halfway the process is closed and opened again.
  void refresh() {
    for (int step = 0; !host_.refresh(today_, 200); ++step)
      if (step == 1) host_.close(), host_.open();
  }

  void buy_unasked() {
    for (int n = 0; n < sizes_.accounts; ++n) {
      if (!who(n).buys || !world_.comes(1.0 / who(n).gap)) continue;
      who(n).orders.push_back({today_, order_of(who(n), world_)});
      touched_.insert(n);
    }
  }

  void tell(const Customer& of, const char* kind, int minute, const std::string& record) {
    host_.event(fmt::format(R"({{"account_id":"{}","kind":"{}","at":"{}","record":{}}})", of.id, kind,
                            to_text(at(minute)), record));
  }

  /// The world outside: questions, quotes, objections, orders without a call; to whom.
  int happen(int minute) {
    const int n = world_.below(sizes_.accounts), what = world_.below(20);
    auto& of = who(n);
    touched_.insert(n);
    if (what < 7) {
      of.asked.push_back({at(minute), what >= 5});
      tell(of, "inquiry", minute, inquiry_json(of.asked.size() - 1, of.asked.back()));
    } else if (what < 17) {
      of.quotes.push_back({today_, 2 * order_of(of, world_), what % 2 == 0});
      tell(of, "quote", minute, quote_json(of.quotes.size() - 1, of.quotes.back()));
    } else if (what < 19) {
      tell(of, "objection", minute, "{}");
      of.objected_on = today_;
      ++objections;
    } else {
      of.orders.push_back({today_, order_of(of, world_)});
    }
    return n;
  }

  QuarterSizes sizes_;
  Chance world_;
  DeskHost host_;
  Date today_ = *parse_date("2026-09-30");
  std::deque<Customer> customers_;
  std::set<int> touched_;
};

}  // namespace rendabel::test
