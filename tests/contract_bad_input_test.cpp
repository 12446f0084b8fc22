// Bad input through the C functions, item by item of contract.md 4: each has its finding, and the store is as
// before.
#define CATCH_CONFIG_MAIN
#include <sys/mman.h>

#include <catch2/catch.hpp>
#include <clocale>
#include <cstring>
#include <vector>

#include "contract_host.hpp"

namespace {

// All that a host can see of the store.
std::string everything(const Host& host) {
  return host.exported("C1").body + host.exported("C2").body + host.all().body +
         Answer(rendabel_settings_get(host.engine, nullptr, 0)).body;
}

Host& stored() {
  static Host host;
  static const bool once = [] {
    return host.save(snapshot_of("C1")).status == RENDABEL_OK &&
           host.save(snapshot_of("C2")).status == RENDABEL_OK;
  }();
  REQUIRE(once);
  return host;
}

// `document` is refused by save and preview alike with a finding on `field`, and changes nothing.
void refused(const std::string& document, const std::string& field) {
  Host& host = stored();
  const std::string before = everything(host);
  const auto size = static_cast<std::int64_t>(document.size());
  const std::string finding = R"({"record":1,"field":")" + field + "\"";
  INFO(document.substr(0, 200));
  const Answer preview(rendabel_account_preview(host.engine, document.data(), size, nullptr, 0));
  for (const Answer& answer : {host.save(document), preview}) {
    INFO(answer.body);
    CHECK(answer.name() == "bad_input");
    CHECK(answer.has(finding));
    CHECK_FALSE(answer.has("\"total\":0"));
  }
  CHECK(host.save_many(snapshot_of("C2") + "\n" + document).status == RENDABEL_BAD_INPUT);
  CHECK(everything(host) == before);
}

std::string order_with(const std::string& members) {
  return R"({"account":{"id":"C1"},"as_of":"2026-11-23","orders":[{"id":"O1","date":"2026-10-01",)" +
         members + "}]}";
}
std::string account_with(const std::string& members) {
  return R"({"account":{"id":"C1",)" + members + R"(},"as_of":"2026-11-23"})";
}

}  // namespace

TEST_CASE("A value of the wrong type is refused") {
  refused(order_with(R"("net_amount":true)"), "orders[0].net_amount");
  refused(order_with(R"("rush":"yes")"), "orders[0].rush");
  refused(order_with(R"("product_groups":"A")"), "orders[0].product_groups");
  refused(R"({"account":[],"as_of":"2026-11-23"})", "account");
}

TEST_CASE("An impossible date is refused") {
  refused(R"({"account":{"id":"C1"},"as_of":"2026-02-29"})", "as_of");
  refused(R"({"account":{"id":"C1"},"as_of":"23-11-2026"})", "as_of");
  refused(R"({"account":{"id":"C1"},"as_of":20261123})", "as_of");
}

TEST_CASE("Overflow is refused") {
  refused(order_with(R"("net_amount":100000000000.01)"), "orders[0].net_amount");
  refused(order_with(R"("net_amount":99999999999999999999999)"), "orders[0].net_amount");
  refused(R"({"account":{"id":"C1"},"as_of":"2026-11-23","revision":9223372036854775808})", "revision");
}

TEST_CASE("NaN, infinities and exponents are refused") {
  for (const char* number : {"NaN", "Infinity", "-Infinity", "1e3", "\"NaN\"", "\"1e3\"", "\"inf\""})
    CHECK(stored().save(order_with(R"("net_amount":)" + std::string(number))).status == RENDABEL_BAD_INPUT);
  refused(order_with(R"("net_amount":1e3)"), "orders[0].net_amount");
  refused(order_with(R"("net_amount":"NaN")"), "orders[0].net_amount");
}

TEST_CASE("An amount with more decimals than the currency is refused") {
  refused(order_with(R"("net_amount":10.005)"), "orders[0].net_amount");
  refused(order_with(R"("lines":1.1234567)"), "orders[0].lines");
}

TEST_CASE("Bad UTF-8 is refused, in values, keys, and under attributes") {
  const auto is_refused = [](const std::string& document) {
    const std::string before = everything(stored());
    CHECK(stored().save(document).name() == "bad_input");
    CHECK(everything(stored()) == before);
  };
  is_refused(account_with("\"name\":\"\xff\""));
  is_refused(account_with("\"name\":\"\xc3\""));
  is_refused(account_with("\"name\":\"\xed\xa0\x80\""));
  is_refused(account_with("\"n\xff\":1"));
  is_refused(account_with("\"attributes\":{\"a\":\"\xff\"}"));
  is_refused(account_with(R"("name":"\ud800")"));
}

TEST_CASE("A duplicate key or id is refused") {
  refused(account_with(R"("name":"a","name":"b")"), "account.name");
  refused(R"({"account":{"id":"C1"},"as_of":"2026-11-23","orders":[{"id":"O1","date":"2026-10-01"},)"
          R"({"id":"O1","date":"2026-10-02"}]})",
          "orders[1].id");
  refused(account_with(R"("attributes":{"a":1,"a":2})"), "account.attributes.a");
}

TEST_CASE("An unknown key is refused") {
  refused(account_with(R"("nmae":"a")"), "account.nmae");
  refused(R"({"account":{"id":"C1"},"as_of":"2026-11-23","order":[]})", "order");
}

TEST_CASE("A number where an id stands is refused") {
  refused(R"({"account":{"id":17},"as_of":"2026-11-23"})", "account.id");
  refused(R"({"account":{"id":""},"as_of":"2026-11-23"})", "account.id");
  refused(R"({"account":{"id":")" + std::string(129, 'x') + R"("},"as_of":"2026-11-23"})", "account.id");
}

TEST_CASE("A time without an offset is refused") {
  refused(
      R"({"account":{"id":"C1"},"as_of":"2026-11-23","inquiries":[{"id":"I1","at":"2026-11-20T10:00:00"}]})",
      "inquiries[0].at");
}

TEST_CASE("Another currency than the book's is refused") {
  refused(account_with(R"("currency":"USD")"), "account.currency");
}

TEST_CASE("Amounts that do not add up are refused") {
  const Answer answer =
      stored().save(order_with(R"("list_amount":100,"discount_amount":10,"net_amount":80)"));
  CHECK(answer.name() == "bad_input");
  CHECK(answer.has("orders[0]"));
}

TEST_CASE("All findings are told at once") {
  const Answer answer = stored().save(
      R"({"account":{"id":1,"country":"nl","x":1},"as_of":"x","orders":[{"id":"O1","date":"2026-99-01"}]})");
  CHECK(answer.has("\"total\":5"));
}

TEST_CASE("More than a thousand findings are counted and the first thousand told") {
  std::string document = R"({"account":{"id":"C1"},"as_of":"2026-11-23","orders":[)";
  for (int number = 0; number < 1'500; ++number)
    document += (number == 0 ? "" : ",") + (R"({"id":"O)" + std::to_string(number) + R"(","date":"x"})");
  const Answer answer = stored().save(document + "]}");
  CHECK(answer.has("\"total\":1500"));
  CHECK(answer.has("orders[999].date"));
  CHECK_FALSE(answer.has("orders[1000].date"));
}

TEST_CASE("A snapshot over 16 MiB is refused, without reading what a wrong size points behind") {
  refused(account_with("\"name\":\"" + std::string(std::size_t{16} << 20, 'a') + "\""), "snapshot");
  const char small[] = "{}";
  for (const std::int64_t size : {INT64_MAX, std::int64_t{1} << 40, (std::int64_t{16} << 20) + 1}) {
    const Answer answer(rendabel_account_save(stored().engine, small, size, nullptr, 0));
    CHECK(answer.name() == "bad_input");
    CHECK(answer.has("16777216"));
  }
  const Answer many(
      rendabel_accounts_save(stored().engine, small, (std::int64_t{256} << 20) + 1, nullptr, 0));
  CHECK(many.name() == "bad_input");
  const Answer options(rendabel_settings_get(stored().engine, small, INT64_MAX));
  CHECK(options.name() == "bad_input");
}

TEST_CASE("More than 64 levels are refused") {
  std::string deep;
  for (int level = 0; level < 100'000; ++level) deep += "[";
  CHECK(stored().save(account_with("\"attributes\":{\"a\":" + deep + "}")).name() == "bad_input");
  CHECK(stored().save(deep).name() == "bad_input");
}

TEST_CASE("Wrong negative sizes are invalid arguments") {
  for (const std::int64_t size : {std::int64_t{-2}, std::int64_t{-100}, INT64_MIN})
    CHECK(Answer(rendabel_account_save(stored().engine, "{}", size, nullptr, 0)).name() ==
          "invalid_argument");
}

TEST_CASE("An embedded NUL ends a text of size -1 and is refused in a text with its size") {
  const std::string snapshot = snapshot_of("C1");
  const std::string with_nul = snapshot + std::string(1, '\0') + "garbage";
  CHECK(Answer(rendabel_account_save(stored().engine, with_nul.data(), -1, nullptr, 0)).name() == "ok");
  refused(with_nul, "");
  refused(account_with(std::string("\"name\":\"a") + '\0' + "b\""), "account.name");
  CHECK(Answer(rendabel_account_save(stored().engine, R"({"account":{"id":"C1)", -1, nullptr, 0)).name() ==
        "bad_input");
}

TEST_CASE("What is no JSON, or no object, or has something behind it is refused") {
  for (const char* text : {"", " ", "{", "}", "[]", "null", "1", "\"a\"", "{}{}", "{} x", "\xef\xbb\xbf{}"}) {
    INFO(text);
    CHECK(stored().save(text).name() == "bad_input");
  }
  CHECK(stored().save(snapshot_of("C1") + "x").name() == "bad_input");
}

TEST_CASE("A batch whose last line is wrong stores none of its lines") {
  const std::string before = everything(stored());
  std::string lines;
  for (int number = 0; number < 50; ++number) lines += snapshot_of("N" + std::to_string(number)) + "\n";
  const Answer answer = stored().save_many(lines + R"({"account":{"id":"N50"},"as_of":"2026-11-31"})");
  CHECK(answer.name() == "bad_input");
  CHECK(answer.has(R"({"record":51,"field":"as_of")"));
  CHECK(answer.has("\"total\":1"));
  CHECK(everything(stored()) == before);
}

TEST_CASE("A document that ends where memory ends is read no further") {
  const std::string snapshot = snapshot_of("C1");
  const std::size_t page = 4096;
  const std::size_t pages = snapshot.size() / page + 1;
  void* room = mmap(nullptr, (pages + 1) * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  REQUIRE(room != MAP_FAILED);
  char* end = static_cast<char*>(room) + pages * page;
  REQUIRE(mprotect(end, page, PROT_NONE) == 0);
  char* text = end - snapshot.size();
  std::memcpy(text, snapshot.data(), snapshot.size());
  const Answer answer(
      rendabel_account_save(stored().engine, text, static_cast<std::int64_t>(snapshot.size()), nullptr, 0));
  CHECK(answer.name() == "ok");
  munmap(room, (pages + 1) * page);
}

TEST_CASE("A wrong patch of the settings changes nothing") {
  const std::string before = everything(stored());
  for (const char* patch :
       {"{\"minute_rate\":\"much\"}", "{\"minute_rate\":1,\"minute_rate\":2}", "{\"nonsense\":1}", "[]",
        "null", "", "{\"currency\":\"XXX\"}", "{\"currency\":\"USD\"}",
        "{\"calls\":{\"priors\":{\"quote\":2}}}", "{\"languages\":[]}",
        "{\"calls\":{\"agents\":{\"jan\":{\"nmae\":\"x\"}}}}", "{\"loss_min\":1}x"}) {
    INFO(patch);
    const Answer answer = stored().set(patch);
    CHECK(answer.name() == "bad_input");
    CHECK(answer.has("\"findings\":[{"));
  }
  CHECK(everything(stored()) == before);
}

TEST_CASE("Numbers are written and read the same under a locale with decimal commas") {
  const std::string before = everything(stored());
  for (const char* name : {"nl_NL.UTF-8", "de_DE.UTF-8", "C.UTF-8"}) {
    std::setlocale(LC_ALL, name);  // absent ones leave the locale as it is
    CHECK(stored()
              .save(order_with(R"("net_amount":1234.56,"cost_of_goods":"0.50")"))
              .has("\"net_revenue\":1234.56"));
    CHECK(stored().save(snapshot_of("C1")).status == RENDABEL_OK);
  }
  CHECK(Answer(rendabel_settings_get(stored().engine, nullptr, 0)).has("\"minute_rate\":0.75"));
  std::setlocale(LC_ALL, "C");
}
