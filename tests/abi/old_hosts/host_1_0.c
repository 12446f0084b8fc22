/* host_1_0.c — a host as it was written for ABI 1.0. Never edit it: it stands for all that was compiled then.
   It calls every function of 1.0 and relies on what the manual of 1.0 promised. Usage: host_1_0 DIRECTORY */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "declarations.txt"

static const char* const day = "2026-11-23";
static const char* const now = "2026-11-23T10:00:00+01:00";
static const char* const snapshot =
    "{\"account\":{\"id\":\"C1\",\"name\":\"Bakkerij "
    "Jansen\",\"phone\":\"0401234567\",\"person_kind\":\"legal\"},"
    "\"as_of\":\"2026-11-23\",\"contacts\":[{\"id\":\"P1\",\"name\":\"Ria\",\"phone\":\"0401234568\"}],"
    "\"orders\":[{\"id\":\"O1\",\"date\":\"2026-10-01\",\"net_amount\":100.00,\"cost_of_goods\":60.00}],"
    "\"quotes\":[{\"id\":\"Q1\",\"sent_on\":\"2026-11-16\",\"amount\":\"2500.00\",\"status\":\"open\"}]}";
static int faults = 0;

/* Reads a result as a host of 1.0 does, and frees it. `has` must stand in the body. */
static void ends(const char* what, rendabel_result* result, int32_t status, const char* has) {
  const int32_t got = rendabel_result_status(result);
  const char* body = rendabel_result_body(result);
  const int sound = (int64_t)strlen(body) == rendabel_result_body_size(result) &&
                    (rendabel_result_media_type(result)[0] == '\0') == (body[0] == '\0');
  if (got != status || !sound || strstr(body, has) == NULL) {
    ++faults;
    printf("%s: %s: %s\n%.400s\n", what, rendabel_status_name(got), rendabel_result_message(result), body);
  }
  rendabel_result_free(result);
}

static void discovery(void) {
  if (rendabel_abi_version() >> 16 != 1) ++faults, puts("abi_version");
  if (rendabel_abi_supports(RENDABEL_ABI_VERSION) != 1) ++faults, puts("abi_supports");
  if (rendabel_has_feature("assessment/1") != 1 || rendabel_has_feature("calls/1") != 1)
    ++faults, puts("features");
  if (rendabel_version()[0] == '\0' || strcmp(rendabel_status_name(RENDABEL_STALE), "stale") != 0)
    ++faults, puts("names");
  ends("schema_get", rendabel_schema_get("snapshot"), RENDABEL_OK, "\"account\"");
  ends("labels_get", rendabel_labels_get("nl"), RENDABEL_OK, "\"loss_making\"");
}

static void accounts(rendabel_engine* e) {
  ends("settings_get", rendabel_settings_get(e, NULL, 0), RENDABEL_OK, "\"currency\":\"EUR\"");
  ends("settings_set", rendabel_settings_set(e, "{\"minute_rate\":0.80}", -1, NULL, 0), RENDABEL_OK, "0.8");
  ends("account_save",
       rendabel_account_save(e, snapshot, (int64_t)strlen(snapshot), "{\"language\":\"nl\"}", -1),
       RENDABEL_OK, "\"gross_margin\":40.00");
  ends("accounts_save", rendabel_accounts_save(e, snapshot, -1, NULL, 0), RENDABEL_OK,
       "{\"saved\":1,\"stale\":[]");
  ends("account_save", rendabel_account_save(e, "{\"account\":{\"id\":1}}", -1, NULL, 0), RENDABEL_BAD_INPUT,
       "{\"findings\":[{\"record\":1,\"field\":\"account.id\",\"why\":");
  ends("account_preview", rendabel_account_preview(e, snapshot, -1, "{\"what_if\":{\"visits\":4}}", -1),
       RENDABEL_OK, "\"what_if\":{");
  ends("account_get", rendabel_account_get(e, "C1", day, NULL, 0), RENDABEL_OK, "\"coverage\":[");
  ends("account_get", rendabel_account_get(e, "C9", day, NULL, 0), RENDABEL_NOT_FOUND, "");
  ends("accounts_get", rendabel_accounts_get(e, day, "{\"fields\":\"summary\",\"limit\":5}", -1), RENDABEL_OK,
       "\"sequence\":");
  ends("events_record",
       rendabel_events_record(
           e,
           "{\"account_id\":\"C1\",\"kind\":\"inquiry\",\"at\":\"2026-11-23T09:00:00+01:00\","
           "\"record\":{\"id\":\"I1\",\"at\":\"2026-11-23T09:00:00+01:00\",\"kind\":\"question\"}}",
           -1, NULL, 0),
       RENDABEL_OK, "\"recorded\":1");
  ends("account_export", rendabel_account_export(e, "C1", NULL, 0), RENDABEL_OK, "\"own_state\":{");
}

static void calls(rendabel_engine* e) {
  ends("calls_plan", rendabel_calls_plan(e, day, NULL, 0), RENDABEL_OK, "\"calls\":[{\"call_id\":");
  ends("calls_next", rendabel_calls_next(e, now, "jan", NULL, 0), RENDABEL_OK, "{\"call\":{\"call_id\":");
  ends("call_open", rendabel_call_open(e, now, "jan", "{\"account_id\":\"C1\",\"direction\":\"in\"}", -1),
       RENDABEL_OK, "\"choices\":[]");
  ends("call_report",
       rendabel_call_report(
           e,
           "{\"id\":\"R1\",\"account_id\":\"C1\",\"agent\":\"jan\",\"at\":\"2026-11-23T10:05:00+01:00\","
           "\"outcome\":\"spoke\"}",
           -1, NULL, 0),
       RENDABEL_OK, "\"next_step\":");
  ends("calls_board", rendabel_calls_board(e, day, NULL, 0), RENDABEL_OK, "{");
  ends(
      "permission_get",
      rendabel_permission_get(e, "{\"account_id\":\"C1\",\"at\":\"2026-11-23T10:00:00+01:00\"}", -1, NULL, 0),
      RENDABEL_OK, "\"allowed\":");
  ends("learning_get", rendabel_learning_get(e, NULL, 0), RENDABEL_OK, "{");
  ends("learning_reset", rendabel_learning_reset(e, NULL, 0), RENDABEL_OK, "\"reset\":true");
  ends("agent_export", rendabel_agent_export(e, "jan", NULL, 0), RENDABEL_OK, "\"outcomes\":[");
  ends("agent_erase", rendabel_agent_erase(e, "jan", NULL, 0), RENDABEL_OK, "\"erased\":true");
}

static void book(rendabel_engine* e, const char* directory) {
  char path[1024];
  int step;
  ends("book_get", rendabel_book_get(e, "2026-11-22", NULL, 0), RENDABEL_STATE, "");
  for (step = 0; step < 100; ++step) {
    rendabel_result* result = rendabel_book_refresh(e, day, 1000, NULL, 0);
    const int finished = strstr(rendabel_result_body(result), "\"finished\":true") != NULL;
    ends("book_refresh", result, RENDABEL_OK, "\"phase\":");
    if (finished) break;
  }
  ends("book_get", rendabel_book_get(e, day, NULL, 0), RENDABEL_OK, "\"pyramid\":");
  ends("report_get", rendabel_report_get(e, day, "{\"format\":\"csv\",\"part\":\"whale\"}", -1), RENDABEL_OK,
       "");
  ends("store_check", rendabel_store_check(e, NULL, 0), RENDABEL_OK, "{\"ok\":true,\"problems\":[]");
  snprintf(path, sizeof path, "%s/copy", directory);
  ends("store_backup", rendabel_store_backup(e, path, NULL, 0), RENDABEL_OK, "\"bytes\":");
  ends("account_erase", rendabel_account_erase(e, "C1", NULL, 0), RENDABEL_OK, "\"erased\":true");
  ends("engine_cancel", rendabel_engine_cancel(e), RENDABEL_OK, "{");
}

int main(int argc, char** argv) {
  char config[1024];
  rendabel_engine* engine;
  if (argc != 2) return 2;
  discovery();
  engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
  if (engine == NULL) return puts("engine_new"), 1;
  snprintf(config, sizeof config,
           "{\"store\":\"%s/store\",\"busy_timeout_ms\":250,\"durability\":\"normal\"}", argv[1]);
  ends("engine_open", rendabel_engine_open(engine, config, -1), RENDABEL_OK, "\"store\":");
  accounts(engine);
  calls(engine);
  book(engine, argv[1]);
  rendabel_engine_free(engine);
  ends("settings_get", rendabel_settings_get(engine, NULL, 0), RENDABEL_INVALID_HANDLE, "");
  return faults == 0 ? 0 : 1;
}
