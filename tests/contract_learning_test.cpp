// Learning through the contract: what was reported moves the chances of lists and cards, once, for good, and
// is forgotten only when asked.
#include <catch2/catch.hpp>

#include "contract_desk.hpp"

namespace {

Answer learnt(rendabel_engine* engine, const char* options = nullptr) {
  return Answer(rendabel_learning_get(engine, options, -1));
}
Answer forget(rendabel_engine* engine) { return Answer(rendabel_learning_reset(engine, nullptr, 0)); }

std::string account(int number) { return "C" + std::to_string(100 + number); }

/// A company with an open quote and a number of its own.
void save_quote(const Host& host, int number) {
  REQUIRE(host.save(with_quote(account(number), "0401234" + std::to_string(100 + number))).status ==
          RENDABEL_OK);
}

std::string told(const std::string& id, const std::string& of, const std::string& code,
                 const std::string& more = "") {
  return R"({"id":")" + id + R"(","account_id":")" + of + R"(","agent":"jan","at":")" + clock_of("10:05") +
         R"(","outcome":")" + code + "\"" + more + "}";
}

/// `count` quotes, of which each ended with `code`; ids and accounts count on from `first`.
void report_quotes(const Host& host, int first, int count, const char* code) {
  for (int i = first; i < first + count; ++i) {
    save_quote(host, i);
    const Answer answer = report(host, told("R" + std::to_string(i), account(i), code));
    INFO(answer.body << answer.message);
    REQUIRE(answer.status == RENDABEL_OK);
  }
}

/// The chance that a list or card tells of the account's call.
double chance(const Answer& answer, int number) {
  const std::string key = R"("p_success":)";
  const auto about = answer.body.find(R"("account_id":")" + account(number) + '"');
  INFO(answer.body << answer.message);
  REQUIRE(about != std::string::npos);
  const auto from = answer.body.find(key, about);
  REQUIRE(from != std::string::npos);
  return std::stod(answer.body.substr(from + key.size()));
}
Answer planned_anew(const Host& host) {
  return Answer(rendabel_calls_plan(host.engine, desk_day, R"({"replan":true})", -1));
}

}  // namespace

TEST_CASE("before the first outcome there are the priors, and every figure is unknown") {
  Host host;
  const Answer answer = learnt(host.engine);
  INFO(answer.body << answer.message);
  REQUIRE(answer.status == RENDABEL_OK);
  CHECK(answer.has(R"("outcomes":0,"successes":0,"learnt_to":null,"log_loss":null,"base_log_loss":null)"));
  CHECK(answer.has(R"({"from":0.9,"to":1,"outcomes":0,"successes":0,"predicted":null,"observed":null})"));
  CHECK(answer.has(R"("weights":[],"priors":{"callback":0.4,)"));
  CHECK(answer.has(R"("learn_attributes":[],"drift":{"level":0.005,"weights":0.0001})"));
  REQUIRE(host.set(R"({"calls":{"priors":{"quote":0.42},"learn_attributes":["sector"]}})").status ==
          RENDABEL_OK);
  CHECK(learnt(host.engine).has(R"("quote":0.42)"));
  CHECK(learnt(host.engine).has(R"("learn_attributes":["sector"])"));
}

TEST_CASE("outcomes are counted with what was foretold of them; busy lines and skips are not") {
  Host host;
  report_quotes(host, 0, 3, "order");
  report_quotes(host, 3, 1, "no_answer");
  report_quotes(host, 4, 1, "busy");
  save_quote(host, 5);
  REQUIRE(report(host, told("R5", account(5), "skipped", R"(,"skip_reason":"other")")).status == RENDABEL_OK);
  const Answer answer = learnt(host.engine, R"({"language":"nl"})");
  INFO(answer.body);
  CHECK(answer.has(R"("outcomes":4,"successes":3,"learnt_to":"2026-11-23","log_loss":)"));
  // The first of them was foretold by the prior of a quote, 0.3.
  CHECK(answer.has(R"({"from":0.3,"to":0.4,"outcomes":)"));
  CHECK(answer.has("Aanleiding Offerte nabellen: kansverhouding × 1,"));
  CHECK(learnt(host.engine, R"({"language":"en"})").has("Reason Open quote: odds × 1."));
  CHECK_FALSE(learnt(host.engine, R"({"text":false})").has(R"("text":)"));
}

TEST_CASE("one id teaches once, before and after a reset") {
  Host host;
  report_quotes(host, 0, 1, "order");
  const auto before = learnt(host.engine).body;
  REQUIRE(report(host, told("R0", account(0), "order")).status == RENDABEL_OK);
  REQUIRE(report(host, told("R0", account(0), "not_interested")).status == RENDABEL_OK);
  CHECK(learnt(host.engine).body == before);
  CHECK(forget(host.engine).body == R"({"reset":true,"outcomes":1})");
  REQUIRE(report(host, told("R0", account(0), "order")).status == RENDABEL_OK);
  CHECK(learnt(host.engine).has(R"("outcomes":0)"));
}

TEST_CASE("what was learnt moves the chances of a new list and a card, and a reset takes them back") {
  Host host;
  for (const int waiting : {90, 91, 92, 93}) save_quote(host, waiting);
  const auto card = [&](int number) {
    const auto options = R"({"account_id":")" + account(number) + R"("})";
    return open_call(host, "11:05", ("agent" + account(number)).c_str(), options);
  };
  const double prior = chance(listed(host), 90);
  CHECK(prior == 0.3);
  report_quotes(host, 0, 12, "order");
  CHECK(chance(listed(host), 90) == prior);  // a list that was made keeps its own
  const double hopeful = chance(planned_anew(host), 90);
  CHECK(hopeful > prior + 0.1);
  CHECK(chance(next(host, "11:00", "jan"), 90) == hopeful);
  CHECK(chance(card(91), 91) == hopeful);

  CHECK(forget(host.engine).body == R"({"reset":true,"outcomes":12})");
  CHECK(forget(host.engine).body == R"({"reset":true,"outcomes":0})");
  CHECK(chance(planned_anew(host), 93) == prior);
  CHECK(chance(card(92), 92) == prior);
  // And learning begins again.
  report_quotes(host, 20, 12, "not_interested");
  CHECK(chance(planned_anew(host), 93) < prior);
}

TEST_CASE("what was learnt outlives its engine, and so does a reset; another engine sees both") {
  Host host;
  report_quotes(host, 0, 4, "quote");
  const auto before = learnt(host.engine).body;
  rendabel_engine* other = opened(host.directory.file("store"));
  CHECK(learnt(other).body == before);
  rendabel_engine_free(host.engine);
  host.engine = opened(host.directory.file("store"));
  CHECK(learnt(host.engine).body == before);
  CHECK(forget(other).has(R"("outcomes":4)"));
  CHECK(learnt(host.engine).has(R"("outcomes":0)"));
  rendabel_engine_free(other);
  rendabel_engine_free(host.engine);
  host.engine = opened(host.directory.file("store"));
  CHECK(learnt(host.engine).has(R"("outcomes":0)"));
}

TEST_CASE("learning holds sums of calls: erasing an account or an agent leaves it, and it names neither") {
  Host host;
  REQUIRE(host.set(R"({"calls":{"learn_attributes":["sector"]}})").status == RENDABEL_OK);
  auto snapshot = with_quote("C1", "0401234567");
  snapshot.insert(snapshot.find(R"("name")"), R"("attributes":{"sector":"zeldzaam"},)");
  REQUIRE(host.save(snapshot).status == RENDABEL_OK);
  REQUIRE(report(host, told("R1", "C1", "order")).status == RENDABEL_OK);
  const auto before = learnt(host.engine).body;
  REQUIRE(before.find(R"("outcomes":1)") != std::string::npos);
  for (const auto* word : {"C1", "Firma", "jan", "zeldzaam", "R1"})
    CHECK(before.find('"' + std::string(word)) == std::string::npos);
  REQUIRE(Answer(rendabel_account_erase(host.engine, "C1", nullptr, 0)).status == RENDABEL_OK);
  REQUIRE(Answer(rendabel_agent_erase(host.engine, "jan", nullptr, 0)).status == RENDABEL_OK);
  CHECK(learnt(host.engine).body == before);
}

namespace {

/// Sum of the chances that were said of all outcomes before they were learnt.
double foretold(const Host& host) {
  const Answer answer = learnt(host.engine);
  double sum = 0;
  const std::string outcomes = R"("outcomes":)", predicted = R"("predicted":)";
  auto at = answer.body.find(R"("calibration":)");
  REQUIRE(at != std::string::npos);
  for (int tenth = 0; tenth < 10; ++tenth) {
    at = answer.body.find(outcomes, at) + outcomes.size();
    const double count = std::stod(answer.body.substr(at));
    at = answer.body.find(predicted, at) + predicted.size();
    if (count > 0) sum += count * std::stod(answer.body.substr(at));
  }
  return sum;
}

Answer tell(const Host& host, int number, const std::string& time, const std::string& code,
            const std::string& more = "") {
  const std::string outcome = R"({"id":"T)" + std::to_string(number) + R"(","account_id":")" +
                              account(number) + R"(","agent":"jan","at":")" + clock_of(time) +
                              R"(","outcome":")" + code + "\"" + more + "}";
  return report(host, outcome);
}

/// Mornings went well, afternoons did not.
void learn_parts_of_the_day(const Host& host) {
  for (int number = 0; number < 8; ++number) {
    save_quote(host, number);
    REQUIRE(
        tell(host, number, number < 4 ? "10:00" : "14:00", number < 4 ? "order" : "not_interested").status ==
        RENDABEL_OK);
  }
}

}  // namespace

TEST_CASE(
    "the list foretells what is scored at the outcome, for a call in the hour that the list is made for") {
  Host host;
  learn_parts_of_the_day(host);
  save_quote(host, 50);
  const double said = chance(planned_anew(host), 50), before = foretold(host);
  REQUIRE(tell(host, 50, "09:30", "meeting").status == RENDABEL_OK);
  CHECK(foretold(host) - before == Approx(said).margin(2e-5));
}

TEST_CASE("at the desk the clock says the part of the day, and the card's chance is the one that is scored") {
  Host host;
  learn_parts_of_the_day(host);
  save_quote(host, 50);
  const double listed = chance(planned_anew(host), 50);
  const Answer card = next(host, "14:00", "jan");
  INFO(card.body);
  REQUIRE(card.has(R"("account_id":"C150")"));
  const double said = chance(card, 50), before = foretold(host);
  CHECK(said < listed);
  CHECK(card.has(R"({"feature":"part","name":null,"code":"afternoon","odds":0.)"));
  CHECK(card.has("kansverhouding × 0,"));
  REQUIRE(report(host, outcome("T50", call_id(card), "14:05", "spoke", "jan")).status == RENDABEL_OK);
  CHECK(foretold(host) - before == Approx(said).margin(2e-5));
}

TEST_CASE("what moved the chance is on the card once anything was learnt, and never before") {
  Host host;
  save_quote(host, 50);
  CHECK(next(host, "10:00", "jan").has(R"("chance_reasons":[])"));
  Host taught;
  learn_parts_of_the_day(taught);
  save_quote(taught, 50);
  const Answer card = next(taught, "10:00", "jan", desk_day, R"({"language":"en","amounts":false})");
  INFO(card.body);
  CHECK(card.has(R"("feature":"part","name":null,"code":"morning","odds":1.)"));
  CHECK(card.has("odds × 1."));
}

TEST_CASE("an outcome by message teaches of that channel, not of the telephone") {
  Host host;
  save_quote(host, 1);
  REQUIRE(tell(host, 1, "10:00", "order", R"(,"channel":"whatsapp")").status == RENDABEL_OK);
  const Answer answer = learnt(host.engine);
  INFO(answer.body);
  CHECK(answer.has(R"("feature":"channel","code":"whatsapp")"));
  CHECK_FALSE(answer.has(R"("feature":"channel","code":"voice")"));
}
