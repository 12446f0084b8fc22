/* contract_walk.h — walks the whole contract: every function, its good way and each of its errors.
   In: the functions of the library, linked or loaded, and an empty directory.  Out: the number of faults
   found. C99 and C++; knows nothing but rendabel.h. */
#ifndef CONTRACT_WALK_H
#define CONTRACT_WALK_H
#include "contract_functions.h"
#include "contract_walk_accounts.h"
#include "contract_walk_desk.h"

static inline void contract_discovery(const contract_functions* f) {
  int32_t status;
  CONTRACT_CHECK(f->abi_version() == RENDABEL_ABI_VERSION && RENDABEL_ABI_VERSION == 65536);
  CONTRACT_CHECK(f->abi_supports(RENDABEL_ABI_VERSION) == 1);
  CONTRACT_CHECK(f->abi_supports(RENDABEL_ABI_VERSION + 1) == 0);
  CONTRACT_CHECK(f->abi_supports(2 << 16) == 0 && f->abi_supports(0) == 0 && f->abi_supports(-1) == 0);
  CONTRACT_CHECK(f->has_feature("assessment/1") == 1 && f->has_feature("calls/1") == 1);
  CONTRACT_CHECK(f->has_feature("book/1") == 1 && f->has_feature("store/1") == 1);
  CONTRACT_CHECK(f->has_feature("settings/1") == 1 && f->has_feature("report/1") == 1);
  CONTRACT_CHECK(f->has_feature("verdict/1") == 1 && f->has_feature("events/1") == 1);
  CONTRACT_CHECK(f->has_feature("desk/1") == 1 && f->has_feature("board/1") == 1);
  CONTRACT_CHECK(f->has_feature("learning/1") == 1);
  CONTRACT_CHECK(f->has_feature("permission/1") == 1);
  CONTRACT_CHECK(f->has_feature("typed/1") == 0 && f->has_feature("") == 0 && f->has_feature(NULL) == 0);
  CONTRACT_CHECK(strcmp(f->version(), "0.1.0") == 0);
  for (status = 0; status >= RENDABEL_INTERNAL; --status)
    CONTRACT_CHECK(strcmp(f->status_name(status), "unknown") != 0);
  CONTRACT_CHECK(strcmp(f->status_name(RENDABEL_OK), "ok") == 0);
  CONTRACT_CHECK(strcmp(f->status_name(RENDABEL_BAD_INPUT), "bad_input") == 0);
  CONTRACT_CHECK(strcmp(f->status_name(RENDABEL_INTERNAL), "internal") == 0);
  CONTRACT_CHECK(strcmp(f->status_name(1), "unknown") == 0 && strcmp(f->status_name(-16), "unknown") == 0);
  CONTRACT_CHECK(strcmp(f->status_name(INT32_MIN), "unknown") == 0);
}

static inline void contract_schemas_and_labels(const contract_functions* f) {
  CONTRACT_END(schema_get("index"), RENDABEL_OK);
  CONTRACT_HAS("\"snapshot\"");
  CONTRACT_END(schema_get("snapshot"), RENDABEL_OK);
  CONTRACT_HAS("2020-12");
  CONTRACT_END(schema_get("assessment"), RENDABEL_OK);
  CONTRACT_END(schema_get("settings"), RENDABEL_OK);
  CONTRACT_END(schema_get("config"), RENDABEL_OK);
  CONTRACT_END(schema_get("nonsense"), RENDABEL_NOT_FOUND);
  CONTRACT_END(schema_get(""), RENDABEL_NOT_FOUND);
  CONTRACT_END(schema_get(NULL), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(labels_get("nl"), RENDABEL_OK);
  CONTRACT_HAS("\"language\":\"nl\"");
  CONTRACT_HAS("\"loss_making\":\"");
  CONTRACT_END(labels_get("en-GB"), RENDABEL_OK);
  CONTRACT_HAS("\"language\":\"en\"");
  CONTRACT_END(labels_get("de"), RENDABEL_UNSUPPORTED);
  CONTRACT_END(labels_get(NULL), RENDABEL_INVALID_ARGUMENT);
}

static inline rendabel_engine* contract_open(const contract_functions* f, const char* directory) {
  char config[1024];
  rendabel_engine* e;
  CONTRACT_CHECK(f->engine_new(0) == NULL && f->engine_new(RENDABEL_ABI_VERSION + 1) == NULL);
  e = f->engine_new(RENDABEL_ABI_VERSION);
  CONTRACT_CHECK(e != NULL);
  contract_all_calls(f, e, RENDABEL_STATE, "");
  CONTRACT_END(engine_cancel(e), RENDABEL_OK);
  CONTRACT_END(engine_open(e, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(engine_open(e, "{}", -2), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(engine_open(e, "{}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"store\"");
  CONTRACT_END(engine_open(e, "not json", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(engine_open(e, "{\"store\":\"/dev/null/store\"}", -1), RENDABEL_IO);
  snprintf(config, sizeof config, "{\"store\":\"%s/store\",\"busy_timeout_ms\":250}", directory);
  CONTRACT_END(engine_open(e, config, (int64_t)strlen(config)), RENDABEL_OK);
  CONTRACT_HAS("\"store\":");
  CONTRACT_END(engine_open(e, config, -1), RENDABEL_STATE);
  return e;
}

static inline void contract_settings(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(settings_get(e, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"currency\":\"EUR\"");
  CONTRACT_HAS("\"minute_rate\":0.75");
  CONTRACT_END(settings_get(e, NULL, -1), RENDABEL_OK);
  CONTRACT_END(settings_get(e, NULL, 5), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(settings_get(e, "{}", -2), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(settings_get(e, "{\"text\":false,\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_END(settings_get(e, "{\"txet\":false}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"options.txet\"");
  CONTRACT_END(settings_get(e, "{\"text\":\"no\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(settings_get(e, "[]", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(settings_set(e, "{\"minute_rate\":1.25,\"gross_margin_assumed\":0.3}", -1, NULL, 0),
               RENDABEL_OK);
  CONTRACT_HAS("\"minute_rate\":1.25");
  CONTRACT_END(settings_set(e, "{\"minute_rate\":null}", -1, "{}", 2), RENDABEL_OK);
  CONTRACT_HAS("\"minute_rate\":0.75");
  CONTRACT_HAS("\"gross_margin_assumed\":0.3");
  CONTRACT_END(settings_set(e, "{\"minute_rate\":-1,\"nonsense\":1}", -1, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"minute_rate\"");
  CONTRACT_HAS("\"field\":\"nonsense\"");
  CONTRACT_END(settings_set(e, NULL, 0, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(settings_set(e, "", 0, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_END(settings_get(e, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"minute_rate\":0.75");
}

static inline void contract_store(const contract_functions* f, rendabel_engine* e, const char* directory) {
  char path[1024];
  CONTRACT_END(store_check(e, NULL, 0), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(contract_body, "{\"ok\":true,\"problems\":[]}") == 0);
  CONTRACT_END(store_check(e, "{\"quick\":true}", -1), RENDABEL_OK);
  CONTRACT_END(store_check(e, "{\"quick\":1}", -1), RENDABEL_BAD_INPUT);
  snprintf(path, sizeof path, "%s/backup", directory);
  CONTRACT_END(store_backup(e, path, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"bytes\":");
  CONTRACT_END(store_backup(e, path, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(store_backup(e, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(store_backup(e, "", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(store_backup(e, "/dev/null/backup", NULL, 0), RENDABEL_IO);
}

static inline void contract_people(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(account_export(e, "C1", NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"snapshot\":{\"account\":{\"id\":\"C1\"");
  CONTRACT_HAS("\"own_state\":{");
  CONTRACT_HAS("\"id\":\"P1\"");
  CONTRACT_HAS("\"cases\":[");
  CONTRACT_HAS("\"calls\":[");
  CONTRACT_END(account_export(e, "C9", NULL, 0), RENDABEL_NOT_FOUND);
  CONTRACT_END(account_export(e, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_erase(e, "C1", "{\"contact_id\":\"P9\"}", -1), RENDABEL_NOT_FOUND);
  CONTRACT_END(account_erase(e, "C1", "{\"contact_id\":\"P1\"}", -1), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(contract_body, "{\"account_id\":\"C1\",\"contact_id\":\"P1\",\"erased\":true}") == 0);
  CONTRACT_END(account_export(e, "C1", NULL, 0), RENDABEL_OK);
  CONTRACT_HAS_NOT("\"id\":\"P1\"");
  CONTRACT_HAS_NOT("Ria");
  CONTRACT_END(account_erase(e, "C1", NULL, 0), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(contract_body, "{\"account_id\":\"C1\",\"contact_id\":null,\"erased\":true}") == 0);
  CONTRACT_END(account_erase(e, "C1", NULL, 0), RENDABEL_NOT_FOUND);
  CONTRACT_END(account_get(e, "C1", contract_day, NULL, 0), RENDABEL_NOT_FOUND);
  CONTRACT_END(account_erase(e, "", NULL, 0), RENDABEL_INVALID_ARGUMENT);
}

static inline void contract_handles(const contract_functions* f, rendabel_engine* e) {
  rendabel_result* kept;
  rendabel_result* as_result = (rendabel_result*)(void*)e;
  CONTRACT_END(engine_cancel(e), RENDABEL_OK);
  CONTRACT_END(settings_get(e, NULL, 0), RENDABEL_OK); /* a cancel meets earlier calls only */
  kept = f->settings_get(e, NULL, 0);
  contract_all_calls(f, NULL, RENDABEL_INVALID_HANDLE, "{}");
  contract_all_calls(f, (rendabel_engine*)(uintptr_t)0xdeadbeef, RENDABEL_INVALID_HANDLE, "{}");
  contract_all_calls(f, (rendabel_engine*)(void*)kept, RENDABEL_INVALID_HANDLE, "{}");
  contract_all_calls(f, (rendabel_engine*)(uintptr_t)(uint32_t)(uintptr_t)e, RENDABEL_INVALID_HANDLE, "{}");
  CONTRACT_CHECK(f->result_status(NULL) == RENDABEL_INVALID_HANDLE);
  CONTRACT_CHECK(f->result_status(as_result) == RENDABEL_INVALID_HANDLE);
  CONTRACT_CHECK(f->result_body(as_result)[0] == '\0' && f->result_message(as_result)[0] == '\0');
  CONTRACT_CHECK(f->result_media_type(as_result)[0] == '\0' && f->result_body_size(as_result) == 0);
  f->result_free(as_result);
  f->engine_free((rendabel_engine*)(void*)kept);
  f->engine_free(NULL);
  f->result_free(NULL);

  f->engine_free(e);
  f->engine_free(e);
  contract_all_calls(f, e, RENDABEL_INVALID_HANDLE, "{}");
  CONTRACT_CHECK(f->result_status(kept) == RENDABEL_OK); /* results outlive their engine */
  CONTRACT_CHECK(strstr(f->result_body(kept), "\"currency\":\"EUR\"") != NULL);
  f->result_free(kept);
  f->result_free(kept);
  CONTRACT_CHECK(f->result_status(kept) == RENDABEL_INVALID_HANDLE);
  CONTRACT_CHECK(f->result_body(kept)[0] == '\0' && f->result_body_size(kept) == 0);
}

static inline int contract_walk(const contract_functions* f, const char* directory) {
  rendabel_engine* e;
  contract_discovery(f);
  contract_schemas_and_labels(f);
  e = contract_open(f, directory);
  contract_settings(f, e);
  contract_saves(f, e);
  contract_reads(f, e);
  contract_calls_and_book(f, e);
  contract_desk(f, e);
  contract_store(f, e, directory);
  contract_people(f, e);
  contract_handles(f, e);
  return contract_faults;
}

#endif
