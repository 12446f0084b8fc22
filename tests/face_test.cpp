// The C++ face, linked and loaded: snapshots that are typed, answers that are views, handles that free
// themselves. tests/CMakeLists.txt builds it as C++20 and as C++17.
#define RENDABEL_WITH_LOADER
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <set>

#include "face_snapshot.hpp"
#include "rendabel.hpp"

using namespace rendabel;

namespace {

const Date day = date(2026, 11, 23);

struct Place {
  std::string path = "/tmp/rendabel-face-XXXXXX";
  Place() { REQUIRE(mkdtemp(path.data()) != nullptr); }
  ~Place() { std::filesystem::remove_all(path); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
};

Snapshot small(const std::string& id = "C1") {
  Snapshot snapshot(id, day);
  Order order;
  order.id = "O1";
  order.date = date(2026, 10, 1);
  order.net_amount = Money{10010};
  order.cost_of_goods = Money{6000};
  return snapshot.add(order);
}

/// Names in a schema and in a document of it, at every depth.
void compare(Value schema, Value document, const std::string& where) {
  INFO(where);
  if (schema["properties"].known()) {
    std::set<std::string> described, written;
    for (const Value member : schema["properties"]) described.insert(member.key());
    for (const Value member : document) written.insert(member.key());
    CHECK(written == described);
    for (const Value member : schema["properties"])
      compare(member, document[member.key()], where + "." + member.key());
  } else if (schema["items"].known()) {
    REQUIRE(document.size() > 0);
    compare(schema["items"], document[0], where + "[]");
  }
}

std::string written(Decimal value) {
  Writer writer;
  writer.write(value);
  return writer.take();
}

}  // namespace

TEST_CASE("A snapshot in C++ has every field of the schema, and the library takes it") {
  const std::string text = whole::snapshot().json();
  const Result schema = Library().schema_get("snapshot");
  compare(schema.json(), Value(text), "snapshot");

  const Place place;
  const Engine engine = Engine::opened(place.path + "/store");
  const Result saved = engine.account_save(whole::snapshot()).checked();
  CHECK(saved["account_id"].text() == "C1");
  const Result kept = engine.account_export("C1").checked();
  CHECK(kept["snapshot"]["account"]["name"].text() == whole::account().name);
  CHECK(kept["snapshot"]["account"]["attributes"]["fleet \"size\""].integer() == 12);
  CHECK(kept["snapshot"]["orders"][0]["items"].raw() == "2.500001");
}

TEST_CASE("Amounts are written exactly, in the currency's decimals") {
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK(written(Decimal(0, 2)) == "0.00");
  CHECK(written(Decimal(5, 2)) == "0.05");
  CHECK(written(Decimal(-5, 2)) == "-0.05");
  CHECK(written(Decimal(100, 2)) == "1.00");
  CHECK(written(Decimal(-12345)) == "-12345");
  CHECK(written(Decimal(least, 2)) == "-92233720368547758.08");
  CHECK(small().json().find("\"net_amount\":100.10") != std::string::npos);
  CHECK(small().json(0).find("\"net_amount\":10010") != std::string::npos);
}

TEST_CASE("An amount that was written reads back the same") {
  for (const int places : {0, 2, 3, 6})
    for (const std::int64_t units :
         {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{99999}, std::int64_t{-1000000},
          std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
      const std::string text = written(Decimal(units, places));
      CAPTURE(text, places);
      REQUIRE(Value(text).money(places));
      CHECK(Value(text).money(places)->minor == units);
    }
}

TEST_CASE("An empty list says none, no list says unknown") {
  Snapshot snapshot("C1", day);
  CHECK(snapshot.json() == R"({"account":{"id":"C1"},"as_of":"2026-11-23"})");
  snapshot.orders.emplace();
  CHECK(snapshot.json() == R"({"account":{"id":"C1"},"as_of":"2026-11-23","orders":[]})");
}

TEST_CASE("What an answer does not hold is absent, however deep one asks") {
  const Value value(R"({"a":[1,{"b":null}],"c":"é\u20ac\ud83d\udc1f\n\"","d":-0.50,"e":true,"":7} rest)");
  CHECK(value["a"][1]["b"].kind() == Value::Kind::null);
  CHECK_FALSE(value["a"][1]["b"].known());
  CHECK(value["a"][2]["x"][5].kind() == Value::Kind::absent);
  CHECK(value["c"].text() == "é€🐟\n\"");
  CHECK(value["d"].money()->minor == -50);
  CHECK_FALSE(value["d"].integer());
  CHECK_FALSE(Value("0.005").money());
  CHECK(Value("0.050").money(2)->minor == 5);
  CHECK_FALSE(Value("9223372036854775808").integer());
  CHECK_FALSE(Value("1e3").integer());
  CHECK(value["e"].boolean() == true);
  CHECK(value[""].integer() == 7);
  CHECK(value.size() == 5);
  CHECK(value["a"].raw() == R"([1,{"b":null}])");
  CHECK_FALSE(value["c"].integer());
  CHECK_FALSE(Value().text());
}

TEST_CASE("A cut-off document is looked into without a look outside it") {
  const std::string text = whole::snapshot().json();
  for (std::size_t size = 0; size < text.size(); ++size) {
    const std::vector<char> exact(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
    const Value value(std::string_view(exact.data(), exact.size()));
    for (const Value member : value)
      for (const Value inner : member) static_cast<void>(inner.text());
    static_cast<void>(value["remedies"][0]["status"].text());
  }
}

TEST_CASE("Linked and loaded, the calls answer alike") {
  const Place place;
  for (const Api& api : {linked(), load(std::getenv("RENDABEL_LIBRARY"))}) {
    const Engine engine = Engine::opened(place.path + "/store", api);
    CHECK(
        engine.accounts_save(std::vector<Snapshot>{small("C1"), small("C2")}).checked()["saved"].integer() ==
        2);
    std::string ids;
    const Result all = engine.accounts_get(day, Options{}.set("fields", "summary")).checked();
    for (const Value account : all.lines()) ids += account["account_id"].text_or_empty() + " ";
    CHECK(ids == "C1 C2 ");
    const Options present = Options{}.set("limit", 5).set_json("present", R"([{"id":"jan","minutes":60}])");
    CHECK(engine.settings_set(R"({"calls":{"agents":{"jan":{"minutes":60}}}})").ok());
    CHECK(engine.calls_plan(day, present).checked()["date"].text() == day);
    CHECK(Library(api).has_feature("calls/1"));
  }
}

TEST_CASE("A wrong document is told with all its findings, and checked() throws them") {
  const Place place;
  const Engine engine = Engine::opened(place.path + "/store");
  Snapshot wrong = small();
  wrong.as_of = "2026-02-30";
  wrong.orders->front().channel = "\xff";
  const Result result = engine.account_save(wrong);
  CHECK(result.status() == RENDABEL_BAD_INPUT);
  CHECK(result.status_name() == "bad_input");
  CHECK(result.findings().size() == 2);
  CHECK(result.json()["total"].integer() == 2);
  try {
    wrong.orders->front().channel.reset();
    static_cast<void>(engine.account_save(wrong).checked());
    FAIL("a wrong day was accepted");
  } catch (const Failure& failure) {
    CHECK(failure.status() == RENDABEL_BAD_INPUT);
    REQUIRE(failure.findings().size() == 1);
    CHECK(failure.findings()[0].field == "as_of");
    CHECK(std::string(failure.what()).rfind("bad_input: ", 0) == 0);
  }
}

TEST_CASE("An id that holds a NUL is refused, never read as a shorter one") {
  const Place place;
  const Engine engine = Engine::opened(place.path + "/store");
  CHECK(engine.account_save(small("C1")).ok());
  CHECK(engine.account_get(std::string("C1\0x", 4), day).status() == RENDABEL_INVALID_ARGUMENT);
  CHECK(engine.account_get("C1", day).ok());
}

TEST_CASE("A result outlives its engine, and what was moved from is empty") {
  const Place place;
  Engine engine = Engine::opened(place.path + "/store");
  Result kept = engine.account_save(small());
  Engine moved = std::move(engine);
  CHECK(moved.settings_get().ok());
  moved = Engine();
  CHECK(moved.settings_get().status() == RENDABEL_STATE);
  const Result taken = std::move(kept);
  CHECK(taken["account_id"].text() == "C1");
  CHECK_THROWS_AS(Engine::opened("/dev/null/store"), Failure);
}

TEST_CASE("A library that is missing, is none or speaks another version is refused") {
  const auto status = [](const std::string& file) {
    try {
      load(file);
    } catch (const Failure& failure) {
      return failure.status();
    }
    return std::int32_t{RENDABEL_OK};
  };
  CHECK(status("/nonexistent/librendabel.so.1") == RENDABEL_IO);
  CHECK(status("/proc/self/status") == RENDABEL_IO);
  CHECK(status(OTHER_VERSION) == RENDABEL_UNSUPPORTED);
  CHECK(status(std::getenv("RENDABEL_LIBRARY")) == RENDABEL_OK);
}
