// scarce_calls.hpp — every call of the contract as something that can be tried again and again, each time as
// a change of its own, and what a host can see of the store meanwhile.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "../contract_host.hpp"
#include "scarce_memory.hpp"

struct Told {
  std::int32_t status = RENDABEL_OK;
  std::string body, message;
};

/// Runs `call` inside and reads what it answered; the reading is ours.
inline Told told(const std::function<rendabel_result*()>& call) {
  rendabel_result* result = nullptr;
  {
    const scarce::Inside inside;
    result = call();
  }
  scarce::stop();
  Told answer{rendabel_result_status(result), rendabel_result_body(result), rendabel_result_message(result)};
  const scarce::Inside inside;
  rendabel_result_free(result);
  return answer;
}

inline const char* const day = "2026-11-23";
inline const char* const now = "2026-11-23T10:00:00+01:00";

struct Scene {
  TestDirectory directory;
  rendabel_engine* engine = nullptr;
  int attempt = 0;  ///< makes every attempt a change of its own

  Scene() {
    const scarce::Inside inside;
    engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
  }
  ~Scene() {
    const scarce::Inside inside;
    rendabel_engine_free(engine);
  }
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  std::string number() const { return std::to_string(attempt); }
  std::string config() const { return R"({"store":")" + directory.file("store") + "\"}"; }
  Told open() const {
    return told([this, text = config()] { return rendabel_engine_open(engine, text.c_str(), -1); });
  }
  Told save(const std::string& id) const {
    const std::string snapshot =
        snapshot_of(id, R"(,"quotes":[{"id":"Q)" + number() +
                            R"(","sent_on":"2026-11-16","amount":2500,"status":"open"}],)" +
                            R"("contacts":[{"id":"P1","name":"Ria","phone":"0401234568"}])");
    return told([&] { return rendabel_account_save(engine, snapshot.c_str(), -1, nullptr, 0); });
  }
  /// All that a host can see of the store.
  std::string everything() const {
    std::string all;
    for (const char* id : {"C1", "C2", "C9"})
      all += told([&] { return rendabel_account_export(engine, id, nullptr, 0); }).body + "\n";
    all += told([&] { return rendabel_accounts_get(engine, day, nullptr, 0); }).body;
    all += told([&] { return rendabel_settings_get(engine, nullptr, 0); }).body;
    return all + told([&] { return rendabel_agent_export(engine, "jan", nullptr, 0); }).body;
  }
};

/// A call of the contract, and what makes the ground ready for one more attempt.
struct Call {
  const char* name;
  std::function<rendabel_result*(Scene&, const std::string& text)> work;
  std::function<std::string(const Scene&)> text = [](const Scene&) { return std::string(); };
  std::function<void(const Scene&)> before = [](const Scene&) {};
};

#define WORK [](Scene & scene, const std::string& text) -> rendabel_result*
#define TEXT(expression) [](const Scene& scene) -> std::string { return (void)scene, expression; }

inline std::string changed_snapshot(const Scene& scene, const std::string& id) {
  return snapshot_of(id, R"(,"activities":[{"id":"V1","date":"2026-10-05","kind":"visit","minutes":)" +
                             std::to_string(scene.attempt % 500 + 1) + "}]");
}

inline std::vector<Call> calls() {
  return {{"schema_get", WORK{return (void)scene, (void)text, rendabel_schema_get("assessment");
}
}  // namespace
, {"labels_get", WORK{return (void)scene, (void)text, rendabel_labels_get("nl");
}
}
, {"settings_get", WORK{return (void)text, rendabel_settings_get(scene.engine, nullptr, 0);
}
}
, {"settings_set", WORK{return rendabel_settings_set(scene.engine, text.c_str(), -1, nullptr, 0);
}
, TEXT(R"({"minute_rate":)" + scene.number() + ".25}")
}
, {"account_save", WORK{return rendabel_account_save(scene.engine, text.c_str(), -1, nullptr, 0);
}
, TEXT(changed_snapshot(scene, "C1"))
}
, {"accounts_save", WORK{return rendabel_accounts_save(scene.engine, text.c_str(), -1, nullptr, 0);
}
, TEXT(changed_snapshot(scene, "C1") + "\n" + changed_snapshot(scene, "C2") + "\n")
}
, {"account_save refused", WORK{return rendabel_account_save(scene.engine, text.c_str(), -1, nullptr, 0);
}
, TEXT(R"({"account":{"id":5},"as_of":"2026-02-30","orders":[{"id":")" + scene.number() + R"("}]})")
}
, {"account_preview",
   WORK{return rendabel_account_preview(scene.engine, text.c_str(), -1, R"({"what_if":{"visits":4}})", -1);
}
, TEXT(changed_snapshot(scene, "C1"))
}
, {"account_get", WORK{return (void)text, rendabel_account_get(scene.engine, "C1", day, nullptr, 0);
}
}
, {"accounts_get", WORK{return (void)text, rendabel_accounts_get(scene.engine, day, nullptr, 0);
}
}
, {"account_export", WORK{return (void)text, rendabel_account_export(scene.engine, "C1", nullptr, 0);
}
}
, {"account_erase", WORK{return (void)text, rendabel_account_erase(scene.engine, "C9", nullptr, 0);
}
, TEXT(""), [](const Scene& scene) { scene.save("C9"); }
}
, {"events_record", WORK{return rendabel_events_record(scene.engine, text.c_str(), -1, nullptr, 0);
}
, TEXT(R"({"account_id":"C1","kind":"inquiry","at":"2026-11-23T09:00:00+01:00","record":{"id":"I)" +
       scene.number() + R"(","at":"2026-11-23T09:00:00+01:00","kind":"question"}})")
}
, {"calls_plan", WORK{return (void)text, rendabel_calls_plan(scene.engine, day, R"({"replan":true})", -1);
}
}
, {"calls_next", WORK{return (void)text, rendabel_calls_next(scene.engine, now, "jan", nullptr, 0);
}
}
, {"call_open",
   WORK{return (void)text, rendabel_call_open(scene.engine, now, "jan", R"({"account_id":"C2"})", -1);
}
}
, {"call_report", WORK{return rendabel_call_report(scene.engine, text.c_str(), -1, nullptr, 0);
}
, TEXT(R"({"id":"R)" + scene.number() +
       R"(","account_id":"C1","agent":"jan","at":"2026-11-23T10:05:00+01:00",)" + R"("outcome":"no_answer"})")
}
, {"calls_board", WORK{return (void)text, rendabel_calls_board(scene.engine, day, nullptr, 0);
}
}
, {"permission_get", WORK{return rendabel_permission_get(scene.engine, text.c_str(), -1, nullptr, 0);
}
, TEXT(R"({"account_id":"C1","at":"2026-11-23T10:00:00+01:00"})")
}
, {"learning_get", WORK{return (void)text, rendabel_learning_get(scene.engine, nullptr, 0);
}
}
, {"learning_reset", WORK{return (void)text, rendabel_learning_reset(scene.engine, nullptr, 0);
}
}
, {"agent_export", WORK{return (void)text, rendabel_agent_export(scene.engine, "jan", nullptr, 0);
}
}
, {"agent_erase", WORK{return (void)text, rendabel_agent_erase(scene.engine, "jan", nullptr, 0);
}
}
, {"book_refresh", WORK{return (void)text, rendabel_book_refresh(scene.engine, day, 0, nullptr, 0);
}
}
, {"book_get", WORK{return (void)text, rendabel_book_get(scene.engine, "2026-11-22", nullptr, 0);
}
}
, {"report_get", WORK{return (void)text, rendabel_report_get(scene.engine, day, R"({"account_id":"C1"})", -1);
}
}
, {"store_check", WORK{return (void)text, rendabel_store_check(scene.engine, nullptr, 0);
}
}
, {"store_backup", WORK{return rendabel_store_backup(scene.engine, text.c_str(), nullptr, 0);
}
, TEXT(scene.directory.file("copy" + scene.number()))
}
, {"engine_cancel", WORK{return (void)text, rendabel_engine_cancel(scene.engine);
}
}
,
}
;
}

#undef WORK
#undef TEXT
