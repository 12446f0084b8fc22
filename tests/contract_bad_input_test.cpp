// Bad values through the C functions, item by item of contract.md 4: each has its finding, the store is as
// before.
#include "contract_stored.hpp"

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

TEST_CASE("A wrong patch of the settings changes nothing") {
  const std::string before = everything(stored());
  for (const char* patch :
       {"{\"minute_rate\":\"much\"}", "{\"minute_rate\":1,\"minute_rate\":2}", "{\"nonsense\":1}", "[]",
        "null", "", "{\"currency\":\"ZZZ\"}", "{\"currency\":\"USD\"}",
        "{\"calls\":{\"priors\":{\"quote\":2}}}", "{\"languages\":[]}",
        "{\"calls\":{\"agents\":{\"jan\":{\"nmae\":\"x\"}}}}", "{\"loss_min\":1}x"}) {
    INFO(patch);
    const Answer answer = stored().set(patch);
    CHECK(answer.name() == "bad_input");
    CHECK(answer.has("\"findings\":[{"));
  }
  CHECK(everything(stored()) == before);
}
