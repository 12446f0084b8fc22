// Unknown is not zero: what a host leaves out is said, line by line (domain.md 1).
#include <catch2/catch.hpp>

#include "plugin/pipeline/assess.hpp"
#include "plugin/rules/cost_to_serve.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {
namespace {

const Date as_of = on("2026-11-23");

Assessment assessed(SnapshotBuilder& book, const Settings& settings = {}) {
  return pipeline::assess(book.build(), settings, {}, as_of);
}
const Coverage* find(const Assessment& made, std::string_view line) {
  for (const Coverage& row : made.coverage)
    if (row.line == line) return &row;
  return nullptr;
}
Coverage row(const Assessment& made, std::string_view line) {
  const Coverage* found = find(made, line);
  INFO("line " << line);
  REQUIRE(found != nullptr);
  return *found;
}

/// Everything that a statement asks for.
SnapshotBuilder well_known() {
  SnapshotBuilder book("A", "2026-11-23");
  for (const auto day : {"2024-02-01", "2026-05-01", "2026-06-01"})
    book.order(day, 100'00, [](Order& o) {
      o.list_amount = 110'00;
      o.channel = "phone";
      o.lines = whole(3);
      o.cost_of_goods = 60'00;
      o.carriage_paid = true;
      o.freight_paid = 5'00;
      o.contribution = 0;
    });
  book.invoice("2026-05-01", 121'00, [&](Invoice& i) {
    i.due_date = on("2026-05-31");
    i.delivery = "pdf";
    i.reminders = 0;
    i.payments = book.payments({{on("2026-05-20"), 121'00}});
  });
  book.no_credit_notes().no_quotes().no_inquiries().no_activities();
  return book;
}

TEST_CASE("a well-known account has nothing but known lines in its statement") {
  auto book = well_known();
  const Assessment made = assessed(book);
  for (const auto line : {"list_revenue", "discount", "credit_notes", "net_revenue", "cost_of_goods",
                          "gross_margin", "order_handling", "invoicing", "shipping", "late_payment", "visits",
                          "calls", "returns", "account", "contributions"}) {
    CHECK(row(made, line).state == CoverageState::known);
    CHECK(row(made, line).reason.empty());
  }
}

TEST_CASE("an array left out makes its lines not assessable, an empty one is nothing at all") {
  SnapshotBuilder unknown("A", "2026-11-23");
  const Assessment made = assessed(unknown);
  for (const auto line :
       {"list_revenue", "discount", "net_revenue", "cost_of_goods", "gross_margin", "order_handling",
        "invoicing", "shipping", "late_payment", "visits", "calls", "account", "contributions"})
    CHECK(row(made, line).state == CoverageState::not_assessable);
  for (const auto line : {"credit_notes", "returns", "quotes", "inquiries", "remedies"})
    CHECK(row(made, line).state == CoverageState::assumed);
  for (const CostLine& line : made.result.cost_lines)
    CHECK(line.amount.has_value() == (line.code == "returns"));
  CHECK_FALSE(made.result.net_revenue);
  CHECK_FALSE(made.result.net_result);

  SnapshotBuilder none("A", "2026-11-23");
  none.nothing_else();
  const Assessment empty = assessed(none);
  CHECK(empty.result.net_result == 0);
  for (const CostLine& line : empty.result.cost_lines) CHECK(line.amount == 0);
  CHECK(row(empty, "visits").state == CoverageState::known);
}

TEST_CASE("each thing a host does not know has its state, its numbers and its reason") {
  struct Case {
    void (*change)(SnapshotBuilder&);
    std::string_view line;
    CoverageState state;
    std::string_view reason;
    std::int64_t known, of;
  };
  using enum CoverageState;
  const std::vector<Case> table{
      {[](SnapshotBuilder& b) { b.orders()[1].lines.reset(); }, "order_handling", assumed, "lines_unknown", 1,
       2},
      {[](SnapshotBuilder& b) { b.orders()[1].channel = ""; }, "order_handling", assumed, "channel_unknown",
       1, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].derived_from = DerivedFrom::invoice; }, "order_handling",
       assumed, "orders_from_invoices", 1, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].list_amount.reset(); }, "list_revenue", partial, "list_unknown",
       1, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].list_amount.reset(), b.orders()[2].list_amount.reset(); },
       "discount", not_assessable, "list_unknown", 0, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].net_amount.reset(), b.orders()[1].list_amount.reset(); },
       "net_revenue", partial, "net_unknown", 1, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].cost_of_goods.reset(); }, "gross_margin", not_assessable,
       "cost_unknown", 1, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].carriage_paid.reset(); }, "shipping", partial,
       "carriage_unknown", 1, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].freight_paid.reset(); }, "shipping", assumed, "freight_assumed",
       1, 2},
      {[](SnapshotBuilder& b) { b.orders()[1].contribution.reset(); }, "contributions", assumed,
       "contribution_unknown", 1, 2},
      {[](SnapshotBuilder& b) { b.invoices()[0].delivery = ""; }, "invoicing", assumed, "delivery_unknown", 0,
       1},
      {[](SnapshotBuilder& b) { b.invoices()[0].reminders.reset(); }, "invoicing", assumed,
       "reminders_unknown", 0, 1},
      {[](SnapshotBuilder& b) { b.invoices()[0].payments = {}; }, "late_payment", not_assessable,
       "payments_unknown", 0, 1},
      {[](SnapshotBuilder& b) { b.invoices()[0].due_date.reset(); }, "late_payment", not_assessable,
       "due_date_unknown", 0, 1},
  };
  for (const Case& one : table) {
    auto book = well_known();
    one.change(book);
    const Assessment made = assessed(book);
    INFO(one.line << " " << one.reason);
    CHECK(row(made, one.line).state == one.state);
    CHECK(row(made, one.line).reason == one.reason);
    CHECK(row(made, one.line).known == one.known);
    CHECK(row(made, one.line).of == one.of);
  }
}

TEST_CASE("a truncated history makes earlier windows unknown and this one partial") {
  auto book = well_known();
  book.account().history_from = window(as_of, 1).first;
  CHECK(assessed(book).previous.net_revenue == 0);
  CHECK(find(assessed(book), "previous") == nullptr);
  book.account().history_from = window(as_of, 1).first + days{1};
  const Assessment made = assessed(book);
  CHECK_FALSE(made.previous.net_revenue);
  CHECK(made.previous.cost_lines.empty());
  CHECK(row(made, "previous").reason == "before_history");
  CHECK(row(made, "net_revenue").state == CoverageState::known);
  book.account().history_from = window(as_of, 0).first + days{1};
  CHECK(row(assessed(book), "net_revenue").state == CoverageState::partial);
  CHECK(assessed(book).result.net_revenue == 200'00);
  CHECK_FALSE(assessed(book).potential.amount);
}

TEST_CASE("items count only where they have a rate, and then their number must be known") {
  auto book = well_known();
  CHECK(row(assessed(book), "order_handling").state == CoverageState::known);
  Settings settings;
  settings.activity_rates["item"] = {Rate::Kind::money, {100'000}};
  CHECK(row(assessed(book, settings), "order_handling").state == CoverageState::partial);
  for (Order& order : book.orders()) order.items = whole(5);
  CHECK(row(assessed(book, settings), "order_handling").state == CoverageState::known);
  CHECK(rules::line_amount(assessed(book, settings).result, "order_handling") == 22'00);
}

TEST_CASE("a first order that may lie before the history is left out and said") {
  auto book = well_known();
  book.orders()[0].date = on("2026-04-01");
  CHECK(rules::line_amount(assessed(book).result, "order_handling") == 3 * 10'50 + 11'25);
  book.account().history_from = on("2020-01-01");
  const Assessment made = assessed(book);
  CHECK(rules::line_amount(made.result, "order_handling") == 3 * 10'50);
  CHECK(row(made, "order_handling").state == CoverageState::partial);
  CHECK(row(made, "order_handling").reason == "first_order_unknown");
}

TEST_CASE("what waits for a refresh is null and said") {
  auto book = well_known();
  const Assessment made = assessed(book);
  CHECK_FALSE(made.layer);
  CHECK(row(made, "layer").reason == "no_refresh");
  CHECK(made.potential.amount == 80'00);
  CHECK(made.potential.method == "best_window");
  CHECK(row(made, "potential").state == CoverageState::assumed);
  const BookContext refreshed{as_of, {5000'00, 1000'00, 200'00}};
  const Assessment later = pipeline::assess(book.build(), {}, refreshed, as_of);
  CHECK(later.layer == Layer::medium);
  CHECK(later.book_as_of == as_of);
  CHECK(find(later, "layer") == nullptr);
}

TEST_CASE("revenue without a customer has a statement and nothing else") {
  auto book = well_known();
  book.account().unassigned = true;
  book.quote("2026-10-01", 100'00);
  Settings settings;
  settings.loss_min = -1'000'000'00;
  const Assessment made = pipeline::assess(book.build(), settings, {as_of, {}}, as_of);
  CHECK(made.result.net_revenue == 200'00);
  CHECK(made.flags.empty());
  CHECK_FALSE(made.layer);
  CHECK(made.rhythm == Rhythm{});
  CHECK_FALSE(made.potential.amount);
}

}  // namespace
}  // namespace rendabel::test
