// contract_host.hpp — a small host for tests: an engine on a store of its own, and answers that free
// themselves. Knows nothing but rendabel.h.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

#include "rendabel.h"

struct Answer {
  std::int32_t status = RENDABEL_OK;
  std::string message, body;

  /// Takes over the result.
  explicit Answer(rendabel_result* result)
      : status(rendabel_result_status(result)),
        message(rendabel_result_message(result)),
        body(rendabel_result_body(result), static_cast<std::size_t>(rendabel_result_body_size(result))) {
    rendabel_result_free(result);
  }
  bool has(std::string_view text) const { return body.find(text) != std::string::npos; }
  std::string name() const { return rendabel_status_name(status); }
};

class TestDirectory {
 public:
  TestDirectory() {
    char name[] = "/tmp/rendabel-test-XXXXXX";
    if (mkdtemp(name) == nullptr) throw std::runtime_error("no directory for the test");
    path_ = name;
  }
  ~TestDirectory() { std::filesystem::remove_all(path_); }
  TestDirectory(const TestDirectory&) = delete;
  TestDirectory& operator=(const TestDirectory&) = delete;
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline rendabel_engine* opened(const std::string& store, const std::string& more = "") {
  rendabel_engine* engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
  const std::string config = R"({"store":")" + store + "\"" + more + "}";
  const Answer answer(rendabel_engine_open(engine, config.data(), static_cast<std::int64_t>(config.size())));
  if (answer.status != RENDABEL_OK) throw std::runtime_error(answer.name() + ": " + answer.message);
  return engine;
}

/// An engine on a fresh store.
struct Host {
  TestDirectory directory;
  rendabel_engine* engine = opened(directory.file("store"));

  Host() = default;
  ~Host() { rendabel_engine_free(engine); }
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  Answer save(const std::string& snapshot) const {
    return Answer(rendabel_account_save(engine, snapshot.data(), static_cast<std::int64_t>(snapshot.size()),
                                        nullptr, 0));
  }
  Answer save_many(const std::string& lines) const {
    return Answer(
        rendabel_accounts_save(engine, lines.data(), static_cast<std::int64_t>(lines.size()), nullptr, 0));
  }
  Answer set(const std::string& patch) const {
    return Answer(
        rendabel_settings_set(engine, patch.data(), static_cast<std::int64_t>(patch.size()), nullptr, 0));
  }
  Answer exported(const char* id) const { return Answer(rendabel_account_export(engine, id, nullptr, 0)); }
  Answer all(const char* as_of = "2026-11-23") const {
    return Answer(rendabel_accounts_get(engine, as_of, nullptr, 0));
  }
};

/// A snapshot of account `id` with one order; `more` are further members, each with a comma before it.
inline std::string snapshot_of(const std::string& id, const std::string& more = "") {
  return R"({"account":{"id":")" + id +
         R"(","phone":"0401234567","person_kind":"legal"},"as_of":"2026-11-23",)" +
         R"("orders":[{"id":"O1","date":"2026-10-01","net_amount":100.00,"cost_of_goods":60.00}])" + more +
         "}";
}
