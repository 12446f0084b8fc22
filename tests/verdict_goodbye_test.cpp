// Goodbye: each of its conditions alone, on both sides of its edge, and every reason that is named against
// it.
#include "tests/support/leaving_account.hpp"

namespace rendabel::test {
namespace {

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

TEST_CASE("what speaks against a goodbye is named, all of it, in the rules' order") {
  Leaving account;
  account.told.clear();
  account.settings.carriage_paid_from = 0;  // freight cannot be charged, so that no plan reaches
  account.book.account().since = as_of - days{300};
  account.book.account().strategic = true;
  account.settings.avoidable["shipping"] = {0};
  account.book.quote("2026-11-20", 1000'00, [](Quote& quote) { quote.margin = 400'00; });
  CHECK(account.judged().verdict == Verdict::hold);
  CHECK(account.judged().verdict_reasons ==
        Reasons{"not_tried", "young", "strategic", "unavoidable", "potential"});
}

TEST_CASE("every remedy but fewer visits waits for the customer's yes") {
  struct Deep : Leaving {
    Deep() {
      settings.scale = DiscountScale::steps;
      settings.discount_scale = {{0, {}}};
      for (Order& order : book.orders()) {
        order.list_amount = *order.net_amount + 2'00;
        order.channel = "phone";
        order.cost_of_goods = *order.net_amount + 10'00;  // sold below cost: no remedy turns that
      }
      settings.activity_rates["order.phone"] = {Rate::Kind::money, {3 * micro}};
      for (int i = 0; i < 3; ++i)
        book.invoice(as_of - days{300}, 500'00, [&](Invoice& invoice) {
          invoice.delivery = "paper";
          invoice.due_date = as_of - days{270};
          invoice.payments = book.payments({});
        });
      book.activity(as_of - days{9}, "visit");
      told.clear();
      for (const auto code : Names<RemedyCode>::values)
        told.push_back({code, code, as_of - days{20}, RemedyStatus::refused});
    }
  };
  CHECK(Deep().judged().verdict == Verdict::goodbye);
  for (std::size_t i = 0; i < Names<RemedyCode>::values.size(); ++i) {
    Deep account;
    account.told[i].status = RemedyStatus::offered;
    const Assessment made = account.judged();
    INFO(account.told[i].code);
    const auto code = static_cast<RemedyCode>(i);
    // Without a margin no order value breaks even: a fee is nothing that could be offered.
    const bool none = code == RemedyCode::charge_small_order;
    CHECK((std::ranges::find(made.remedies, code, &RemedyAdvice::code) == made.remedies.end()) == none);
    if (none || code == RemedyCode::replace_visits)
      CHECK(made.verdict == Verdict::goodbye);
    else
      CHECK(made.verdict_reasons == Reasons{"not_tried"});
  }
}

TEST_CASE(
    "what was refused a year ago is offered again and was tried; what was agreed and would help waits") {
  Leaving account;
  account.told[1].date = as_of - days{365};  // charge_shipping turns the loss
  CHECK(account.judged().verdict == Verdict::repair);
  CHECK(account.judged().verdict_reasons.empty());
  account.told[1].date = as_of - days{364};
  CHECK(account.judged().verdict == Verdict::goodbye);
  account.told[1].date = as_of - days{200};
  account.told[1].status = RemedyStatus::accepted;
  CHECK(account.judged().verdict == Verdict::hold);
  CHECK(account.judged().verdict_reasons == Reasons{"not_tried"});
  account.told[1].date = as_of - days{365};
  CHECK(account.judged().verdict == Verdict::repair);  // offered again, and the plan reaches
}

TEST_CASE("avoidable: freight, interest and returns whole, other lines half, the account's own not at all") {
  const auto saved = [](auto change) {
    Leaving account;
    account.settings.activity_rates["shipment"] = {Rate::Kind::money, {0}};
    change(account);
    const Assessment made = account.judged();
    const auto flag = std::ranges::find(made.flags, FlagCode::goodbye, &Flag::code);
    if (flag == made.flags.end()) return std::pair<Cents, Cents>{-1, -1};
    return std::pair(*number(*flag, "money_saved"), *number(*flag, "work_freed"));
  };
  const auto driver = [](const char* name, std::int64_t money) {
    return [=](Leaving& account) {
      account.settings.activity_rates[name] = {Rate::Kind::money, {money * micro}};
    };
  };
  CHECK(saved(driver("shipment", 13)) == std::pair<Cents, Cents>{130'00, 0});
  CHECK(saved(driver("order.web", 21)) == std::pair<Cents, Cents>{0, 105'00});  // 210 halves to 105 > 100
  CHECK(saved(driver("order.web", 20)).first == -1);                            // 100 is not more than 100
  CHECK(saved(driver("account_year", 900)).first == -1);
  CHECK(saved([&](Leaving& account) {
          driver("return", 260)(account);
          account.book.credit_note(as_of - days{3}, 0, [](CreditNote& note) { note.cost_of_goods = 0; });
        }) == std::pair<Cents, Cents>{260'00, 0});
  CHECK(saved([](Leaving& account) {
          account.book.invoice(as_of - days{365 + 30}, 3000'00, [&](Invoice& invoice) {
            invoice.due_date = as_of - days{365};
            invoice.payments = account.book.payments({});
          });
          account.told.push_back({"T", "enforce_terms", as_of - days{20}, RemedyStatus::refused});
        }) == std::pair<Cents, Cents>{180'00, 2'50 * 0});
  CHECK(saved([&](Leaving& account) {
          driver("order.web", 25)(account);
          account.book.orders()[0].contribution = 25'00;  // 125 is not more than 100 + 25
        }).first == -1);
}

TEST_CASE("hope counts when it makes up for the loss: growth not below nothing, and quotes still open") {
  const auto with = [](Cents earlier_margin, Cents quote_margin, const char* valid_until = "2026-12-31") {
    Leaving account;
    account.order(as_of - days{400}, 1000'00, earlier_margin);
    account.book.quote("2026-11-20", 1000'00, [&](Quote& quote) {
      quote.margin = quote_margin;
      quote.valid_until = on(valid_until);
    });
    return account.judged().verdict_reasons == Reasons{"potential"};
  };
  CHECK(with(500'00, 0));        // the best year brought 400.00 more than this one
  CHECK_FALSE(with(499'99, 0));  // 399.99 < 400.00
  CHECK(with(300'00, 200'00));
  CHECK_FALSE(with(300'00, 199'99));
  CHECK(with(20'00, 400'00));  // a worse year takes nothing away
  CHECK_FALSE(with(20'00, 399'99));
  CHECK(with(20'00, 400'00, "2026-11-23"));
  CHECK_FALSE(with(20'00, 400'00, "2026-11-22"));
}

}  // namespace
}  // namespace rendabel::test
