// desk_host.hpp — a host at the contract for desk_quarter.hpp: it asks, reads answers, and dies.
// In: documents, times.  Out: cards, lists and cases as plain data; Broken where a call that must work fails.
// Never: anything of the plugin but what rendabel.h has.
#pragma once
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "abi/documents/simdjson.hpp"  // as the core has it: one program may hold one simdjson only
#include "plugin/base/date.hpp"
#include "tests/contract_host.hpp"

namespace rendabel::test {

using simdjson::dom::element;

/// A reason of a call, or a case, as answers spell it.
struct ToldReason {
  std::string code, source;
  Date since{};
};

struct ToldCall {
  std::string call_id, account, contact, lane, state, withdrawn_why, purpose, agent, number, allowed;
  std::vector<ToldReason> reasons;
  std::optional<Moment> not_before, deadline, reserved_until, lease_until;
  bool sales = false;
};

struct ToldCase {
  std::string code, source, purpose, state, closed_why;
  bool has_step = false, has_end = false;
  std::optional<Date> next_on;
};

inline std::string text_of(element of, const char* name) {
  std::string_view text;
  return of[name].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}
inline std::optional<Moment> moment_of(element of, const char* name) {
  return parse_moment(text_of(of, name));
}
inline std::optional<Date> date_of(element of, const char* name) { return parse_date(text_of(of, name)); }

/// A call of a list, or a card.
inline ToldCall call_of(element of) {
  ToldCall out{text_of(of, "call_id"),
               text_of(of, "account_id"),
               text_of(of, "contact_id"),
               text_of(of, "lane"),
               text_of(of, "state"),
               text_of(of, "withdrawn_why"),
               text_of(of, "purpose"),
               text_of(of, "agent"),
               text_of(of, "phone_e164"),
               text_of(of["permission"], "allowed"),
               {},
               moment_of(of, "not_before"),
               moment_of(of, "deadline"),
               moment_of(of, "reserved_until"),
               moment_of(of, "lease_until")};
  for (const auto one : of["reasons"].get_array())
    out.reasons.push_back(
        {text_of(one, "code"), text_of(one, "source_id"), date_of(one, "since").value_or(Date{})});
  bool sales = false;  // a list has none
  out.sales = of["sales"].get(sales) == simdjson::SUCCESS && sales;
  return out;
}

class DeskHost {
 public:
  DeskHost() { open(); }
  ~DeskHost() { close(); }
  DeskHost(const DeskHost&) = delete;
  DeskHost& operator=(const DeskHost&) = delete;

  void open() { engine_ = opened(directory_.file("store")); }
  void close() { rendabel_engine_free(std::exchange(engine_, nullptr)); }
  rendabel_engine* engine() const { return engine_; }

  static std::int64_t size(const std::string& text) { return static_cast<std::int64_t>(text.size()); }
  /// The answer's document, until the next one is read. Throws where the call failed.
  element read(rendabel_result* result) {
    const Answer answer(result);
    if (answer.status != RENDABEL_OK)
      throw std::runtime_error(answer.name() + ": " + answer.message + " " + answer.body);
    return parser_.parse(answer.body);
  }
  void settings(const std::string& patch) {
    read(rendabel_settings_set(engine_, patch.data(), size(patch), nullptr, 0));
  }
  void save(const std::string& lines) {
    read(rendabel_accounts_save(engine_, lines.data(), size(lines), nullptr, 0));
  }
  void event(const std::string& line) {
    read(rendabel_events_record(engine_, line.data(), size(line), nullptr, 0));
  }
  /// One step of the nightly job; whether it is finished.
  bool refresh(Date day, std::int64_t budget_ms) {
    return read(rendabel_book_refresh(engine_, to_text(day).c_str(), budget_ms, nullptr, 0))["finished"]
        .get_bool();
  }
  std::vector<ToldCall> plan(Date day, const char* options, std::int64_t* capacity = nullptr) {
    const auto list = read(rendabel_calls_plan(engine_, to_text(day).c_str(), options, -1));
    if (capacity != nullptr) *capacity = list["capacity"].get_int64();
    std::vector<ToldCall> out;
    for (const auto one : list["calls"].get_array()) out.push_back(call_of(one));
    return out;
  }
  std::optional<ToldCall> next(const std::string& agent, Moment now) {
    return card(read(rendabel_calls_next(engine_, to_text(now).c_str(), agent.c_str(), no_text, -1)));
  }
  /// Nothing where another agent has the account or its number.
  std::optional<ToldCall> take(const std::string& account, const std::string& agent, Moment now) {
    const auto options = fmt::format(R"({{"account_id":"{}","text":false}})", account);
    auto* result =
        rendabel_call_open(engine_, to_text(now).c_str(), agent.c_str(), options.data(), size(options));
    if (rendabel_result_status(result) == RENDABEL_STATE) return rendabel_result_free(result), std::nullopt;
    return card(read(result));
  }
  Answer report(const std::string& outcome) {
    return Answer(rendabel_call_report(engine_, outcome.data(), size(outcome), no_text, -1));
  }
  element parsed(const Answer& answer) { return parser_.parse(answer.body); }
  /// `allowed` and the rule of it.
  std::string permission(const ToldCall& call, std::string_view purpose, Moment at) {
    const auto query = fmt::format(R"({{"account_id":"{}","contact_id":"{}","purpose":"{}","at":"{}"}})",
                                   call.account, call.contact, purpose, to_text(at));
    const auto told = read(rendabel_permission_get(engine_, query.data(), size(query), no_text, -1));
    return text_of(told, "rule") + " " + text_of(told, "allowed");
  }
  /// All cases of an account, and how many outcomes it has.
  std::pair<std::vector<ToldCase>, std::size_t> cases(const std::string& account) {
    const auto all = read(rendabel_account_export(engine_, account.c_str(), no_text, -1));
    std::vector<ToldCase> out;
    for (const auto one : all["cases"].get_array())
      out.push_back(
          {text_of(one, "code"), text_of(one, "source_id"), text_of(one, "purpose"), text_of(one, "state"),
           text_of(one, "closed_why"), date_of(one, "due_from") || date_of(one, "next_on"),
           !text_of(one, "closed_why").empty() && date_of(one, "closed_on"), date_of(one, "next_on")});
    return {out, all["outcomes"].get_array().size()};
  }
  std::int64_t cases_without_step(Date day) {
    return read(rendabel_calls_board(engine_, to_text(day).c_str(), no_text, -1))["cases_without_step"]
        .get_int64();
  }

  /// Another process does `work` on an engine of its own and is killed with kill -9: `after_us` after it
  /// began, or where that is negative when it has done it. This one is closed meanwhile and opened again.
  template <class Work>
  void die(const Work& work, int after_us) {
    close();
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const auto child = ::fork();
    if (child == 0) {
      try {
        auto* engine = opened(directory_.file("store"));
        if (after_us >= 0 && ::write(ends[1], "b", 1) != 1) ::_exit(98);
        work(engine);
        if (after_us < 0 && ::write(ends[1], "d", 1) != 1) ::_exit(98);
        ::pause();
      } catch (const std::exception&) {
      }
      ::_exit(99);
    }
    ::close(ends[1]);
    char sign = 0;
    const bool told = ::read(ends[0], &sign, 1) == 1;
    ::close(ends[0]);
    if (told && after_us > 0) ::usleep(static_cast<useconds_t>(after_us));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    open();
    if (!told) throw std::runtime_error("a process that was to be killed failed by itself");
  }

 private:
  static constexpr const char* no_text = R"({"text":false})";
  static std::optional<ToldCall> card(element answer) {
    if (answer["call"].is_null()) return std::nullopt;
    return call_of(answer["call"].value());
  }

  TestDirectory directory_;
  rendabel_engine* engine_ = nullptr;
  simdjson::dom::parser parser_;
};

}  // namespace rendabel::test
