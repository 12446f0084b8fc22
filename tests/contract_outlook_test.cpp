// What the whole book teaches of one account, through the contract: nothing before a refresh, and after it
// the model's figures and what comparable customers buy, the same whatever the order of hand-over.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "contract_host.hpp"

namespace {

constexpr const char* today = "2026-11-23";

/// 300 customers: every second month an order, fewer of them the higher the number; all buy tea, two thirds
/// of the first 240 mugs too.
std::string customer(int number) {
  std::string orders;
  for (int month = 1; month <= 1 + (number * 7) % 10; ++month) {
    const std::string text = std::to_string(month), day = std::to_string(10 + (number + 3 * month) % 18);
    orders += (orders.empty() ? "" : ",") + (R"({"id":"O)" + text) + R"(","date":"2026-)" +
              (month < 10 ? "0" : "") + text + "-" + day + R"(","net_amount":)" +
              std::to_string(80 + number % 40 + 5 * month) + R"(,"cost_of_goods":)" +
              std::to_string(40 + number % 17) + R"(,"product_groups":[)" +
              (number >= 240    ? R"("rope")"
               : number % 3 > 0 ? R"("tea","mugs")"
                                : R"("tea")") +
              "]}";
  }
  return R"({"account":{"id":"C)" + std::to_string(number) + R"("},"as_of":"2026-11-23","orders":[)" +
         orders + R"(],"credit_notes":[]})";
}
void hand_over(const Host& host, const std::vector<int>& numbers) {
  std::string lines;
  for (const int number : numbers) lines += customer(number) + "\n";
  REQUIRE(host.save_many(lines).status == RENDABEL_OK);
}
void refresh(const Host& host) {
  for (;;) {
    const Answer step(rendabel_book_refresh(host.engine, today, 1000, nullptr, 0));
    INFO(step.message);
    REQUIRE(step.status == RENDABEL_OK);
    if (step.has(R"("finished":true)")) return;
  }
}
std::string get(const Host& host, const char* id, const std::string& options = R"({"language":"en"})") {
  const Answer answer(rendabel_account_get(host.engine, id, today, options.data(),
                                           static_cast<std::int64_t>(options.size())));
  INFO(answer.message);
  REQUIRE(answer.status == RENDABEL_OK);
  return answer.body;
}
bool has(const std::string& body, const std::string& text) { return body.find(text) != std::string::npos; }
std::vector<int> everybody() {
  std::vector<int> numbers;
  for (int number = 0; number < 300; ++number) numbers.push_back(number);
  return numbers;
}

}  // namespace

TEST_CASE("before a refresh the rule speaks alone and says why") {
  Host host;
  hand_over(host, everybody());
  const std::string body = get(host, "C3");
  INFO(body);
  CHECK(has(body, R"("p_active":null,"expected_orders":null)"));
  CHECK(has(body, R"("potential_method":"best_window")"));
  CHECK(has(body, R"("cross_sell":[])"));
  CHECK(has(body, R"("line":"p_active","state":"not_assessable")"));
  CHECK(has(body, R"("reason":"no_model")"));
}

TEST_CASE("after a refresh an account has the model's figures and what comparable customers buy") {
  Host host;
  hand_over(host, everybody());
  refresh(host);
  const std::string body = get(host, "C3");
  INFO(body);
  CHECK_FALSE(has(body, R"("p_active":null)"));
  CHECK_FALSE(has(body, R"("expected_orders":null)"));
  CHECK(has(body, R"("potential_method":"model")"));
  CHECK(has(body, R"("group":"mugs","from":"tea","buyers":240,"also":160)"));
  CHECK(has(body, "Of 240 comparable customers that buy tea, 160 also buy mugs."));
  CHECK(has(get(host, "C3", R"({"language":"nl"})"),
            "Van de 240 vergelijkbare klanten die tea kopen, kopen er 160 ook mugs."));
  CHECK(has(get(host, "C4"), R"("cross_sell":[])"));  // has both
}

TEST_CASE("the order in which accounts were handed over changes no byte") {
  Host one, other;
  std::vector<int> numbers = everybody();
  hand_over(one, numbers);
  std::mt19937 chance(1);
  std::shuffle(numbers.begin(), numbers.end(), chance);
  hand_over(other, numbers);
  for (const Host* host : {&one, &other}) refresh(*host);
  for (const char* id : {"C3", "C4", "C77", "C299"}) CHECK(get(one, id) == get(other, id));
  const auto book = [](const Host& host) {
    return Answer(rendabel_book_get(host.engine, nullptr, nullptr, 0)).body;
  };
  CHECK(book(one) == book(other));
}

TEST_CASE("a small book and a cut-off history are judged by the rule") {
  Host host;
  hand_over(host, {1, 2, 3});
  refresh(host);
  CHECK(has(get(host, "C3"), R"("reason":"model_too_few")"));
  Host large;
  hand_over(large, everybody());
  std::string cut = customer(3);
  cut.replace(cut.find(R"("id":"C3")"), 9, R"("id":"C3","history_from":"2025-06-01")");
  REQUIRE(large.save(cut).status == RENDABEL_OK);
  refresh(large);
  const std::string body = get(large, "C3");
  CHECK(has(body, R"("reason":"age_unknown")"));
  CHECK(has(body, R"("potential_method":"best_window")"));
}
