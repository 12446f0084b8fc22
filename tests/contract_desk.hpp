// contract_desk.hpp — an agent as a test plays him: asks, opens and reports through the contract, on one day.
#pragma once
#include <string>

#include "contract_host.hpp"

inline constexpr const char* desk_day = "2026-11-23";

inline std::string clock_of(const std::string& time, const std::string& day = desk_day) {
  return day + "T" + time + ":00+01:00";
}

inline Answer next(const Host& host, const std::string& time, const char* agent,
                   const std::string& day = desk_day, const char* options = R"({"language":"nl"})") {
  return Answer(rendabel_calls_next(host.engine, clock_of(time, day).c_str(), agent, options, -1));
}
inline Answer open_call(const Host& host, const std::string& time, const char* agent,
                        const std::string& options) {
  return Answer(rendabel_call_open(host.engine, clock_of(time).c_str(), agent, options.c_str(), -1));
}
inline Answer report(const Host& host, const std::string& document) {
  return Answer(rendabel_call_report(host.engine, document.data(), static_cast<std::int64_t>(document.size()),
                                     nullptr, 0));
}
inline Answer listed(const Host& host, const char* day = desk_day) {
  return Answer(rendabel_calls_plan(host.engine, day, nullptr, 0));
}

/// The call_id of a card.
inline std::string call_id(const Answer& card) {
  const std::string key = R"("call_id":")";
  const auto from = card.body.find(key);
  if (from == std::string::npos) return "none";
  const auto start = from + key.size();
  return card.body.substr(start, card.body.find('"', start) - start);
}

/// An outcome of a call; `more` are further members, each with a comma before it.
inline std::string outcome(const std::string& id, const std::string& call, const std::string& time,
                           const std::string& code, const std::string& agent, const std::string& more = "",
                           const std::string& day = desk_day) {
  return R"({"id":")" + id + R"(","call_id":")" + call + R"(","agent":")" + agent + R"(","at":")" +
         clock_of(time, day) + R"(","outcome":")" + code + "\"" + more + "}";
}

/// A Dutch company that ordered in October; `more` are further members of the snapshot.
inline std::string snapshot_with(const std::string& id, const std::string& phone, const std::string& more,
                                 const std::string& day = desk_day) {
  return R"({"account":{"id":")" + id + R"(","name":"Firma )" + id + R"(","phone":")" + phone +
         R"(","person_kind":"legal"},"as_of":")" + day + R"(","orders":[{"id":"O1","date":"2026-10-01",)" +
         R"("net_amount":100.00,"cost_of_goods":60.00}])" + more + "}";
}
inline std::string with_quote(const std::string& id, const std::string& phone,
                              const std::string& status = "open") {
  return snapshot_with(id, phone,
                       R"(,"quotes":[{"id":"Q1","sent_on":"2026-11-10","amount":5000.00,"margin":2000.00,)"
                       R"("status":")" +
                           status + R"("}])");
}
inline std::string with_inquiry(const std::string& id, const std::string& phone,
                                const std::string& kind = "information") {
  return snapshot_with(id, phone,
                       R"(,"inquiries":[{"id":"I1","at":"2026-11-23T09:30:00+01:00","kind":")" + kind +
                           R"(","subject":"staal"}])");
}
