// contract_stored.hpp — a store with two accounts, and the proof that a refused document changes nothing in
// it.
#pragma once
#include <catch2/catch.hpp>
#include <string>

#include "contract_host.hpp"

// All that a host can see of the store.
inline std::string everything(const Host& host) {
  return host.exported("C1").body + host.exported("C2").body + host.all().body +
         Answer(rendabel_settings_get(host.engine, nullptr, 0)).body;
}

inline Host& stored() {
  static Host host;
  static const bool once = [] {
    return host.save(snapshot_of("C1")).status == RENDABEL_OK &&
           host.save(snapshot_of("C2")).status == RENDABEL_OK;
  }();
  REQUIRE(once);
  return host;
}

// `document` is refused by save and preview alike with a finding on `field`, and changes nothing.
inline void refused(const std::string& document, const std::string& field) {
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

inline std::string order_with(const std::string& members) {
  return R"({"account":{"id":"C1"},"as_of":"2026-11-23","orders":[{"id":"O1","date":"2026-10-01",)" +
         members + "}]}";
}
inline std::string account_with(const std::string& members) {
  return R"({"account":{"id":"C1",)" + members + R"(},"as_of":"2026-11-23"})";
}
