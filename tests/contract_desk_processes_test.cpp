// Two processes with twenty agents on one store; agents who are killed while they report.
// Everything that a process did it wrote to a pipe after the call had returned: that is what must hold.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <map>
#include <set>
#include <sstream>

#include "contract_desk.hpp"

namespace {

constexpr int accounts = 60, agents_each = 10;

/// Every account has an open quote; each third shares its number with the one before and has an inquiry,
/// which is called whatever else is planned for the number.
void fill(const Host& host) {
  std::string lines;
  for (int n = 0; n < accounts; ++n) {
    const bool shares = n % 3 == 2;
    const auto number = "0401" + std::to_string(200000 + (shares ? n - 1 : n));
    lines += (shares ? with_inquiry("C" + std::to_string(n), number)
                     : with_quote("C" + std::to_string(n), number)) +
             "\n";
  }
  REQUIRE(host.set(R"({"calls":{"dials_per_hour":60,"lease_minutes":20}})").status == RENDABEL_OK);
  REQUIRE(host.save_many(lines).status == RENDABEL_OK);
}

std::string member(const std::string& json, const std::string& name) {
  const std::string key = "\"" + name + "\":\"";
  const auto from = json.find(key);
  if (from == std::string::npos) return {};
  return json.substr(from + key.size(), json.find('"', from + key.size()) - from - key.size());
}

/// A child process that runs `work` with a place to write lines to.
struct Child {
  int lines = -1;
  pid_t id = -1;

  template <class Work>
  explicit Child(Work work) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    id = ::fork();
    if (id == 0) {
      ::close(ends[0]);
      int code = 0;
      try {
        work([&](const std::string& line) {
          const auto whole = line + "\n";
          if (::write(ends[1], whole.data(), whole.size()) < 0) ::_exit(98);
        });
      } catch (const std::exception&) {
        code = 99;
      }
      ::_exit(code);
    }
    ::close(ends[1]);
    lines = ends[0];
  }
  std::vector<std::string> read() const {
    std::string all;
    char part[4096];
    for (ssize_t got = 0; (got = ::read(lines, part, sizeof part)) > 0;)
      all.append(part, static_cast<std::size_t>(got));
    std::vector<std::string> out;
    std::istringstream in(all);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    ::close(lines);
    return out;
  }
  int wait() const {
    int state = 0;
    ::waitpid(id, &state, 0);
    return state;
  }
};

}  // namespace

TEST_CASE("two processes with twenty agents never lease one account, nor two accounts with one number") {
  std::string store;
  TestDirectory directory;
  store = directory.file("store");
  {
    Host host;
    rendabel_engine_free(host.engine);
    host.engine = opened(store);
    fill(host);
    REQUIRE(listed(host).status == RENDABEL_OK);
  }
  // No lease is given back or ends: every agent asks once, and whatever he got he keeps.
  const auto ask = [&](int process) {
    return [&, process](auto&& say) {
      rendabel_engine* engine = opened(store);
      for (int agent = 0; agent < agents_each; ++agent) {
        const auto name = "p" + std::to_string(process) + "-" + std::to_string(agent);
        const Answer card(
            rendabel_calls_next(engine, clock_of("10:00").c_str(), name.c_str(), R"({"text":false})", -1));
        if (card.status != RENDABEL_OK) throw std::runtime_error(card.message);
        say(name + " " + member(card.body, "account_id") + " " + member(card.body, "phone_e164"));
      }
      rendabel_engine_free(engine);
    };
  };
  const Child one(ask(1)), other(ask(2));
  std::set<std::string> leased, numbers;
  int given = 0;
  for (const Child* child : {&one, &other}) {
    for (const auto& line : child->read()) {
      std::istringstream in(line);
      std::string agent, account, number;
      in >> agent >> account >> number;
      INFO(line);
      CHECK(leased.insert(account).second);
      CHECK(numbers.insert(number).second);
      ++given;
    }
    CHECK(child->wait() == 0);
  }
  CHECK(given == 2 * agents_each);
}

TEST_CASE("agents who are killed at any moment lose nothing that was acknowledged, and their leases return") {
  TestDirectory directory;
  const std::string store = directory.file("store");
  {
    Host host;
    rendabel_engine_free(host.engine);
    host.engine = opened(store);
    fill(host);
    REQUIRE(listed(host).status == RENDABEL_OK);
  }
  std::map<std::string, std::string> acknowledged;  // outcome id → answer
  std::map<std::string, std::string> documents;
  for (int round = 0; round < 6; ++round) {
    const Child child([&](auto&& say) {
      rendabel_engine* engine = opened(store);
      for (int turn = 0; turn < 50; ++turn) {
        const auto agent = "r" + std::to_string(round) + "-" + std::to_string(turn);
        const Answer card(rendabel_calls_next(engine, clock_of("10:00").c_str(), agent.c_str(), nullptr, 0));
        const auto call = call_id(card);
        if (call == "none") break;
        const auto document = outcome("R" + agent, call, "10:01", "no_answer", agent);
        const Answer told(rendabel_call_report(engine, document.data(), -1, nullptr, 0));
        if (told.status != RENDABEL_OK) throw std::runtime_error(told.message);
        say(document);
        say(told.body);
      }
    });
    ::usleep(static_cast<useconds_t>(15'000 + 23'000 * round));
    ::kill(child.id, SIGKILL);
    const auto lines = child.read();
    child.wait();
    for (std::size_t at = 0; at + 1 < lines.size(); at += 2) {
      const auto id = member(lines[at], "id");
      documents[id] = lines[at];
      acknowledged[id] = lines[at + 1];
    }
  }
  Host host;
  rendabel_engine_free(host.engine);
  host.engine = opened(store);
  for (const auto& [id, answer] : acknowledged) {
    INFO(id);
    CHECK(report(host, documents[id]).body == answer);
  }
  CHECK(acknowledged.size() > 1);
  CHECK(Answer(rendabel_store_check(host.engine, nullptr, 0)).has(R"("ok":true)"));
  // What a killed agent had is anybody's once his lease has ended: every call of the list can be had.
  int left = 0;
  while (!next(host, "10:30", ("after" + std::to_string(left)).c_str()).has(R"("call":null)")) ++left;
  CHECK_FALSE(listed(host).has(R"("state":"open")"));
}
