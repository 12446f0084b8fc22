// The verdict: every one in the order given, and each condition of goodbye by itself.
#include "tests/support/flag_bench.hpp"

namespace rendabel::test {
namespace {

using Reasons = std::vector<std::string_view>;

/// Loses 400.00 on freight; every remedy was refused, nothing speaks for him.
struct Leaving : Bench {
  std::vector<Remedy> told;

  Leaving() {
    settings.activity_rates["shipment"] = {Rate::Kind::money, {50 * micro}};
    settings.activity_rates["order.web"] = {Rate::Kind::money, {0}};
    for (int i = 1; i <= 10; ++i) {
      order(as_of - days{i}, 100'00, 10'00);  // gross margin 100.00, freight 500.00
      book.orders().back().channel = "web";
      book.orders().back().carriage_paid = true;
    }
    for (const auto code : {"raise_order_size", "charge_shipping", "charge_small_order"})
      told.push_back({code, code, as_of - days{200}, RemedyStatus::refused});
  }
  Assessment judged() {
    Snapshot snapshot = book.build();
    snapshot.remedies = {told, true};
    return pipeline::assess(snapshot, settings, {}, as_of);
  }
};

TEST_CASE("goodbye: a loss, everything refused, nothing against it") {
  Leaving account;
  const Assessment made = account.judged();
  CHECK(made.result.net_result == -400'00);
  CHECK(made.verdict == Verdict::goodbye);
  CHECK(made.verdict_reasons.empty());
  CHECK(made.remedies.empty());
  REQUIRE(made.flags.back().code == FlagCode::goodbye);
  CHECK(made.flags.back().amount == 400'00);
  CHECK(number(made.flags.back(), "money_saved") == 500'00);
}

TEST_CASE("goodbye waits for each remedy that needs the customer's yes") {
  for (std::size_t i = 0; i < 3; ++i) {
    Leaving account;
    account.told.erase(account.told.begin() + static_cast<std::ptrdiff_t>(i));
    const Assessment made = account.judged();
    CHECK(made.verdict != Verdict::goodbye);
    CHECK((made.verdict == Verdict::repair || made.verdict_reasons == Reasons{"not_tried"}));
  }
  Leaving offered;
  offered.told[2].status = RemedyStatus::offered;
  CHECK(offered.judged().verdict_reasons == Reasons{"not_tried"});
}

TEST_CASE("an agreed remedy gets 180 days before a goodbye") {
  Leaving account;
  account.told[2].status = RemedyStatus::accepted;
  account.told[2].date = as_of - days{179};
  CHECK(account.judged().verdict == Verdict::repair);
  CHECK(account.judged().verdict_reasons == Reasons{"agreed"});
  account.told[2].date = as_of - days{180};
  CHECK(account.judged().verdict == Verdict::goodbye);
}

TEST_CASE("a customer of a year or less is not said goodbye to") {
  Leaving account;
  account.book.account().since = as_of - days{365};
  CHECK(account.judged().verdict_reasons == Reasons{"young"});
  account.book.account().since = as_of - days{366};
  CHECK(account.judged().verdict == Verdict::goodbye);
  account.book.account().since = as_of - days{90};
  CHECK(account.judged().verdict == Verdict::hold);
  CHECK(account.judged().verdict_reasons == Reasons{"young"});
}

TEST_CASE("a strategic account is not said goodbye to") {
  Leaving account;
  account.book.account().strategic = true;
  CHECK(account.judged().verdict == Verdict::hold);
  CHECK(account.judged().verdict_reasons == Reasons{"strategic"});
}

TEST_CASE("costs that stay when the customer goes speak against a goodbye") {
  Leaving account;
  account.settings.avoidable["shipping"] = {200'000};  // 100.00 of 500.00 is not more than the margin
  CHECK(account.judged().verdict_reasons == Reasons{"unavoidable"});
  account.settings.avoidable["shipping"] = {200'001};
  CHECK(account.judged().verdict == Verdict::goodbye);
}

TEST_CASE("what may still come speaks against a goodbye") {
  Leaving account;
  account.book.quote("2026-11-20", 1000'00, [](Quote& quote) { quote.margin = 400'00; });
  CHECK(account.judged().verdict_reasons == Reasons{"potential"});
  Leaving less;
  less.book.quote("2026-11-20", 1000'00, [](Quote& quote) { quote.margin = 399'99; });
  CHECK(less.judged().verdict == Verdict::goodbye);
}

TEST_CASE("the other verdicts, in their order") {
  Bench none;
  CHECK(none.assess().verdict == Verdict::prospect);
  none.order(as_of - days{400}, 100'00, 50'00);
  CHECK(none.assess().verdict == Verdict::inactive);
  Bench healthy;
  healthy.order(100'00, 50'00);
  CHECK(healthy.assess().verdict == Verdict::healthy);
  healthy.book.orders().back().cost_of_goods.reset();
  CHECK(healthy.assess().verdict == Verdict::unknown);
  Bench small;
  small.order(100'00, -25'00);
  CHECK((small.assess().verdict == Verdict::healthy || small.assess().verdict == Verdict::watch));
  small.book.orders().back().cost_of_goods = 125'01;
  CHECK(small.assess().verdict == Verdict::hold);
  Bench nobody;
  nobody.order(100'00, 50'00);
  nobody.book.account().unassigned = true;
  CHECK_FALSE(nobody.assess().verdict);
}

TEST_CASE("a truncated history makes nobody a prospect") {
  Bench account;
  account.book.account().history_from = as_of - days{100};
  CHECK(account.assess().verdict == Verdict::inactive);
}

}  // namespace
}  // namespace rendabel::test
