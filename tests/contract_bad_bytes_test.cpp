// Bad bytes and sizes through the C functions (contract.md 4): nothing is read that is not there, nothing
// stored.
#include <sys/mman.h>

#include <clocale>
#include <cstring>

#include "contract_stored.hpp"

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
