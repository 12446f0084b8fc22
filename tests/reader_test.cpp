#include "abi/documents/reader.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "abi/documents/simdjson.hpp"
#include "abi/documents/writer.hpp"
#include "abi/render_snapshot.hpp"
#include "tests/support/documents.hpp"

using namespace rendabel;
using namespace rendabel::abi;
using rendabel::test::findings_of;
using rendabel::test::snapshot_with;

namespace {

/// 30 orders and 30 invoices, about 9 kB: what a host sends on a save.
std::string usual_snapshot() {
  std::string orders, invoices;
  for (int i = 0; i < 30; ++i) {
    const std::string comma = i == 0 ? "" : ",", number = std::to_string(10'000 + i);
    orders +=
        comma + R"({"id":"S)" + number + R"(","date":"2026-0)" + std::to_string(1 + i % 9) +
        R"(-15","channel":"web","list_amount":120.50,"net_amount":110.25,"cost_of_goods":77.13,"lines":3,)"
        R"("items":12,"freight_paid":9.95})";
    invoices += comma + R"({"id":"F)" + number +
                R"(","date":"2026-03-01","due_date":"2026-03-31","amount_incl_tax":133.40,)"
                R"("delivery":"pdf","payments":[{"date":"2026-04-02","amount":"133.40"}]})";
  }
  return R"({"account":{"id":"K1","name":"Bakkerij Één","currency":"EUR","since":"2019-01-01"},"as_of":"2026-11-23","orders":[)" +
         orders + R"(],"invoices":[)" + invoices + "]}";
}

template <class Work>
double best_microseconds(Work work) {
  double best = 1e9;
  for (int round = 0; round < 30; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 50; ++i) work();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count() / 50);
  }
  return best;
}

}  // namespace

TEST_CASE("Everything that a snapshot says is read as it was said") {
  constexpr std::string_view json = R"({
    "as_of":"2026-11-23","revision":17,
    "account":{"id":"K 1/é","name":"Jansen \u0026 Zn \"BV\"","currency":"EUR","active":true,"unassigned":false,"person_kind":"legal",
      "country":"NL","standing_discount_percent":12.5,"payment_days":30,"attributes":{"tier":"A","size":2.5e3,"vip":true,"none":null}},
    "contacts":[{"id":"C1","channels":[{"kind":"linkedin","handle":"jan"}],"consents":[],"do_not_call":false}],
    "orders":[{"id":"S1","date":"2026-05-01","list_amount":"100","discount_amount":10,"net_amount":90.00,"lines":3,"product_groups":["a","b"]},
              {"id":"S2","date":"2026-05-02","net_amount":-0.05,"rush":null}],
    "credit_notes":null,
    "invoices":[{"id":"F1","date":"2026-05-01","amount_incl_tax":108.9,"payments":[]},{"id":"F2","date":"2026-05-01","amount_incl_tax":1}],
    "inquiries":[{"id":"V1","at":"2026-11-20T10:00:00+01:00","kind":"problem"}]})";
  Arena arena;
  Snapshot snapshot;
  Findings findings;
  read_snapshot(json, 1, "EUR", arena, snapshot, findings);
  REQUIRE(findings.kept() == std::vector<Finding>{});
  const Account& account = snapshot.account;
  CHECK(account.id == "K 1/é");
  CHECK(account.name == "Jansen & Zn \"BV\"");
  CHECK(account.active == true);
  CHECK(account.unassigned == false);
  CHECK_FALSE(account.strategic);
  CHECK(account.person_kind == PersonKind::legal);
  CHECK(account.standing_discount_percent == Micro{12'500'000});
  CHECK(account.payment_days == 30);
  REQUIRE(account.attributes.size() == 3);
  CHECK(account.attributes[1].value == "2.5e3");
  CHECK(account.attributes[2].kind == Attribute::Kind::yes_no);
  CHECK(snapshot.revision == 17);
  CHECK(snapshot.as_of == parse_date("2026-11-23"));
  REQUIRE(snapshot.orders.size() == 2);
  CHECK(snapshot.orders[0].list_amount == 10'000);
  CHECK(snapshot.orders[0].net_amount == 9'000);
  CHECK(snapshot.orders[0].product_groups[1] == "b");
  CHECK(snapshot.orders[1].net_amount == -5);
  CHECK_FALSE(snapshot.orders[1].product_groups.known);
  CHECK_FALSE(snapshot.credit_notes.known);
  CHECK(snapshot.contacts[0].consents.known);
  CHECK(snapshot.contacts[0].channels[0].handle == "jan");
  CHECK(snapshot.invoices[0].payments.known);
  CHECK_FALSE(snapshot.invoices[1].payments.known);
  CHECK(snapshot.inquiries[0].kind == InquiryKind::problem);
}

TEST_CASE("What was read is written again as the same snapshot") {
  Arena arena;
  Snapshot snapshot;
  Findings findings;
  read_snapshot(usual_snapshot(), 1, "EUR", arena, snapshot, findings);
  Writer once;
  write_snapshot(once, snapshot);
  Arena second;
  Snapshot again;
  read_snapshot(once.view(), 1, "EUR", second, again, findings);
  REQUIRE(findings.empty());
  Writer twice;
  write_snapshot(twice, again);
  CHECK(once.view() == twice.view());
}

TEST_CASE("Amounts follow the currency's own decimals") {
  const auto amounts = [](std::string_view currency, std::string_view amount) {
    return findings_of(snapshot_with(R"("orders":[{"id":"S1","date":"2026-05-01","net_amount":)" +
                                     std::string(amount) + "}]"),
                       currency)
        .size();
  };
  CHECK(amounts("EUR", "1.05") == 0);
  CHECK(amounts("EUR", "1.005") == 1);
  CHECK(amounts("JPY", "105") == 0);
  CHECK(amounts("JPY", "105.0") == 1);
  CHECK(amounts("KWD", "1.005") == 0);
  CHECK(amounts("KWD", "1.0005") == 1);
}

TEST_CASE("Keys may come in any order and with escapes, after a byte order mark, with blanks around") {
  CHECK(findings_of("\xEF\xBB\xBF \n{ \"as_of\" : \"2026-11-23\" ,\t\"\\u0061ccount\":{\"id\":\"K1\"} }\r\n")
            .empty());
}

TEST_CASE("NDJSON lines are counted from one, blank ones too, and the last needs no line feed") {
  Findings findings;
  Lines lines("{\"a\":1}\r\n\n  \t\r\n{\"b\":2}\n{\"c\":3}", findings);
  Line line;
  REQUIRE(lines.next(line));
  CHECK(line.record == 1);
  CHECK(line.json == "{\"a\":1}\r");
  REQUIRE(lines.next(line));
  CHECK(line.record == 4);
  REQUIRE(lines.next(line));
  CHECK(line.record == 5);
  CHECK(line.json == "{\"c\":3}");
  CHECK_FALSE(lines.next(line));
  CHECK_FALSE(Lines("", findings).next(line));
  CHECK_FALSE(Lines("\n\n", findings).next(line));
  CHECK(findings.empty());
}

TEST_CASE("A call over 256 MiB is one finding and has no lines") {
  const std::string text(call_bytes_max + 1, '\n');
  Findings findings;
  Lines lines(text, findings);
  Line line;
  CHECK_FALSE(lines.next(line));
  CHECK(findings.total() == 1);
}

TEST_CASE("One reader reads document after document, good and bad, as if each were its first") {
  Reader reader;
  Findings bad, good;
  Arena arena;
  Snapshot snapshot;
  for (int i = 0; i < 3; ++i) {
    reader.snapshot(
        R"({"account":{"id":"K1"},"as_of":"2026-11-23","orders":[{"id":"S1","date":"2026-05-01"},{"id")", 1,
        "EUR", arena, snapshot, bad);
    reader.snapshot(usual_snapshot(), 1, "EUR", arena, snapshot, good);
    CHECK(snapshot.orders.size() == 30);
    CHECK(snapshot.invoices[29].payments.size() == 1);
  }
  CHECK(bad.total() == 3);
  CHECK(good.empty());
}

TEST_CASE("simdjson's code is picked by the CPU, whatever the environment says") {
  ::setenv("SIMDJSON_FORCE_IMPLEMENTATION", "no such thing", 1);
  CHECK(findings_of(usual_snapshot()).empty());
  CHECK(simdjson::get_active_implementation()->name() ==
        simdjson::get_available_implementations().detect_best_supported()->name());
  ::unsetenv("SIMDJSON_FORCE_IMPLEMENTATION");
}

TEST_CASE("A snapshot's text may be cut or changed anywhere: it is good or has findings, and nothing worse") {
  const std::string good = usual_snapshot();
  CHECK(rc::check([&good] {
    std::string text = good;
    for (int changes = *rc::gen::inRange(1, 4); changes > 0; --changes) {
      const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
      switch (*rc::gen::inRange(0, 4)) {
        case 0: text.resize(at + 1); break;
        case 1: text[at] = static_cast<char>(*rc::gen::inRange(0, 256)); break;
        case 2:
          text.insert(at, *rc::gen::element<std::string>("{", "}", "[", "]", "\"", ",", ":", "null",
                                                         "\\u0000", "1e9", "\xFF"));
          break;
        default: text.erase(at, *rc::gen::inRange<std::size_t>(1, 40));
      }
      if (text.empty()) text = " ";
    }
    // What a plain parser refuses must not pass here.
    simdjson::dom::parser parser;
    const bool is_json = parser.parse(simdjson::padded_string(text)).error() == simdjson::SUCCESS;
    const auto found = findings_of(text);
    RC_ASSERT(is_json || !found.empty());
    for (const auto& finding : found) RC_ASSERT(!finding.why.empty());
  }));
}

TEST_CASE("Reading a snapshot with every check takes a few plain parses") {
  const std::string text = usual_snapshot();
  const simdjson::padded_string padded(text);
  simdjson::dom::parser parser;
  Reader reader;
  Arena arena;
  Snapshot snapshot;
  Findings findings;
  const double plain = best_microseconds([&] { static_cast<void>(parser.parse(padded).error()); });
  const double read = best_microseconds([&] {
    arena.reset();
    reader.snapshot(text, 1, "EUR", arena, snapshot, findings);
  });
  CHECK(findings.empty());
  WARN(text.size() << " bytes: plain DOM parse " << plain << " us, read with every check " << read
                   << " us, ratio " << read / plain);
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(read < 8 * plain);  // the aim is 3; a busy machine must not fail the test
#endif
}
