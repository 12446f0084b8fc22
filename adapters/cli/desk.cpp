// desk — an agent's terminal: the next call with its card, one key for what came of it, and the next one.
#include <fmt/chrono.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <ctime>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/desk_card.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/terminal.hpp"

namespace rendabel::cli {
namespace {

struct DeskOptions {
  std::string agent, now;
  bool no_amounts = false;
};

struct Key {
  char key;
  const char* outcome;
};
constexpr std::array<Key, 12> outcome_keys{{{'n', "no_answer"},
                                            {'v', "voicemail"},
                                            {'b', "busy"},
                                            {'c', "callback"},
                                            {'s', "spoke"},
                                            {'o', "order"},
                                            {'f', "quote"},
                                            {'m', "meeting"},
                                            {'i', "not_interested"},
                                            {'x', "objection"},
                                            {'w', "wrong_number"},
                                            {'k', "skipped"}}};
constexpr std::array<const char*, 5> skip_reasons{"not_mine", "knows_better", "wrong_time", "disagree",
                                                  "other"};

class Desk {
 public:
  Desk(const Host& host, const DeskOptions& options) : host_(host), options_(options) {}

  Exit run() {
    print(host_.say(words::desk_welcome, options_.agent) + "\n");
    while (!stopped_) {
      const Json next = ask();
      const bool any = next["call"].known();
      if (any)
        work(next["call"]);
      else
        wait(next["next_due"].text);
    }
    print("\n" + host_.say(words::desk_done, reported_) + "\n");
    return Exit::ok;
  }

 private:
  std::string now() const { return options_.now.empty() ? clock_now() : options_.now; }
  std::string more() const { return options_.no_amounts ? R"(,"amounts":false)" : ""; }

  Json ask() const {
    const std::string call = host_.call_options(more());
    return parse_json(
        host_
            .take(host_.library().calls_next(host_.engine(), now().c_str(), options_.agent.c_str(),
                                             call.data(), size_of(call)))
            .body());
  }

  /// A key; the end of the input stops the desk.
  char key() {
    const auto read = terminal_.key();
    if (!read || *read == 'q') stopped_ = true;
    return stopped_ ? '\0' : *read;
  }
  std::string line(const Words& question) {
    print(host_.say(question) + " ");
    return terminal_.line().value_or("");
  }

  void wait(const std::string& next_due) {
    print(
        "\n" +
        (next_due.empty() ? host_.say(words::desk_nothing) : host_.say(words::desk_nothing_until, next_due)) +
        "\n" + host_.say(words::desk_wait_keys) + "\n");
    if (key() == 'l') open_line();
  }

  std::string menu() const {
    std::string out;
    for (const Key& each : outcome_keys)
      out += fmt::format("{}{} {}", out.empty() ? "" : " · ", each.key, host_.label("outcome", each.outcome));
    return out + "\n" + host_.say(words::desk_keys) + "\n";
  }

  void work(const Json& card) {
    print(card_text(host_, card) + "\n" + menu());
    while (!stopped_) {
      const char pressed = key();
      if (pressed == 'l') return open_line();
      for (const Key& each : outcome_keys)
        if (pressed == each.key && report(card, each.outcome)) return;
    }
  }

  /// The customer is on the line: his account by his number, or one of several.
  void open_line() {
    std::string which = fmt::format(R"("phone":{})", json_text(line(words::desk_number)));
    while (!stopped_) {
      const std::string call = host_.call_options("," + which + R"(,"direction":"in")" + more());
      const auto answer = tried([&] {
        return parse_json(
            host_
                .take(host_.library().call_open(host_.engine(), now().c_str(), options_.agent.c_str(),
                                                call.data(), size_of(call)))
                .body());
      });
      if (!answer) return;
      if ((*answer)["call"].known()) return work((*answer)["call"]);
      const auto& choices = (*answer)["choices"].items;
      for (std::size_t i = 0; i < choices.size() && i < 9; ++i)
        print(fmt::format("{} {} ({})\n", i + 1, choices[i]["name"].text, choices[i]["account_id"].text));
      const auto chosen = static_cast<std::size_t>(key() - '1');
      if (chosen >= choices.size()) return;
      which = fmt::format(R"("account_id":{})", json_text(choices[chosen]["account_id"].text));
    }
  }

  /// What `work` answers, or nothing after saying what was wrong with it.
  template <class Work>
  std::optional<Json> tried(Work&& work) {
    try {
      return work();
    } catch (const BadInput& bad) {
      for (const auto& finding : bad.findings.items)
        print(fmt::format("! {}: {}\n", finding.field, finding.why));
    } catch (const Failure& failure) {
      if (failure.code == Exit::usage) throw;
      print(fmt::format("! {}\n", failure.what()));
    }
    return std::nullopt;
  }

  /// What the outcome needs beside its code; nothing where the agent took it back.
  std::optional<std::string> asked_for(const std::string& outcome) {
    if (outcome == "callback") {
      auto at = line(words::desk_callback);
      if (at.empty()) return std::nullopt;
      if (at.size() <= 5) at = now().substr(0, 10) + " " + std::string(5 - at.size(), '0') + at;
      if (at.size() == 16) at = at.substr(0, 10) + "T" + at.substr(11) + ":00" + offset_on(at);
      return R"(,"callback_at":)" + json_text(at);
    }
    if (outcome == "order" || outcome == "quote" || outcome == "meeting") {
      const auto amount = line(words::desk_amount);
      return amount.empty() ? "" : R"(,"amount":)" + json_text(amount);
    }
    if (outcome != "skipped") return "";
    for (std::size_t i = 0; i < skip_reasons.size(); ++i)
      print(fmt::format("{} {}\n", i + 1, host_.label("skip_reason", skip_reasons[i])));
    const auto chosen = static_cast<std::size_t>(key() - '1');
    if (stopped_ || chosen >= skip_reasons.size()) return std::nullopt;
    return R"(,"skip_reason":)" + json_text(skip_reasons[chosen]);
  }

  /// The offset of a local time "2026-11-23 14:00": the machine's, or that of --now.
  std::string offset_on(const std::string& local) const {
    std::tm parts{};
    if (!options_.now.empty() || strptime(local.c_str(), "%Y-%m-%d %H:%M", &parts) == nullptr)
      return now().substr(19);
    parts.tm_isdst = -1;
    std::mktime(&parts);
    const auto text = fmt::format("{:%z}", parts);
    return text.substr(0, 3) + ":" + text.substr(3);
  }

  /// True when the outcome was taken.
  bool report(const Json& card, const std::string& outcome) {
    const auto fields = asked_for(outcome);
    if (!fields || stopped_) return false;
    const auto stamp = std::chrono::system_clock::now().time_since_epoch().count();
    const bool planned = card["call_id"].known() && !card["call_id"].text.empty();
    const std::string document =
        fmt::format(R"({{"id":"desk-{:x}-{:x}-{}","{}":{},"agent":{},"at":"{}","outcome":"{}"{}}})", stamp,
                    ::getpid(), ++number_, planned ? "call_id" : "account_id",
                    json_text(card[planned ? "call_id" : "account_id"].text), json_text(options_.agent),
                    now(), outcome, *fields);
    const std::string call = host_.call_options();
    const auto answer = tried([&] {
      return parse_json(host_
                            .take(host_.library().call_report(host_.engine(), document.data(),
                                                              size_of(document), call.data(), size_of(call)))
                            .body());
    });
    if (!answer) return false;
    ++reported_;
    const Json& step = (*answer)["next_step"];
    const Json& when = step["at"].known() ? step["at"] : step["on"];
    print(fmt::format("→ {}{}\n", step["text"].text, when.known() ? " · " + when.text : ""));
    return true;
  }

  const Host& host_;
  const DeskOptions& options_;
  Terminal terminal_;
  bool stopped_ = false;
  int reported_ = 0, number_ = 0;
};

}  // namespace

void add_desk(CommandLine& line) {
  auto options = std::make_shared<DeskOptions>();
  CLI::App* command = line.command("desk", help::desk,
                                   "  rendabel --store book desk --agent jan\n"
                                   "  rendabel --store book desk --agent jan --no-amounts");
  command->add_option("--agent", options->agent, line.say(help::desk_agent))->required()->type_name("ID");
  command->add_option("--now", options->now, line.say(help::desk_now))->type_name("TIME");
  command->add_flag("--no-amounts", options->no_amounts, line.say(help::desk_no_amounts));
  command->callback([&line, options] {
    line.run = [&line, options] {
      const Host host(line.options);
      return Desk(host, *options).run();
    };
  });
}

}  // namespace rendabel::cli
