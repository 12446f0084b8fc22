/* contract_walk.h — walks the whole contract: every function, its good way and each of its errors.
   In: the functions of the library, linked or loaded, and an empty directory.  Out: the number of faults found.
   C99 and C++; knows nothing but rendabel.h. */
#ifndef CONTRACT_WALK_H
#define CONTRACT_WALK_H
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rendabel.h"

/* clang-format off */
#define CONTRACT_FUNCTIONS(X) \
  X(int32_t, abi_version, (void)) \
  X(int32_t, abi_supports, (int32_t)) \
  X(int32_t, has_feature, (const char *)) \
  X(const char *, version, (void)) \
  X(const char *, status_name, (int32_t)) \
  X(rendabel_result *, schema_get, (const char *)) \
  X(rendabel_result *, labels_get, (const char *)) \
  X(rendabel_engine *, engine_new, (int32_t)) \
  X(rendabel_result *, engine_open, (rendabel_engine *, const char *, int64_t)) \
  X(void, engine_free, (rendabel_engine *)) \
  X(rendabel_result *, engine_cancel, (rendabel_engine *)) \
  X(rendabel_result *, settings_get, (rendabel_engine *, const char *, int64_t)) \
  X(rendabel_result *, settings_set, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, account_save, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, accounts_save, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, account_preview, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, account_get, (rendabel_engine *, const char *, const char *, const char *, int64_t)) \
  X(rendabel_result *, accounts_get, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, account_erase, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, account_export, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, calls_plan, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, book_refresh, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, book_get, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, store_check, (rendabel_engine *, const char *, int64_t)) \
  X(rendabel_result *, store_backup, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(int32_t, result_status, (const rendabel_result *)) \
  X(const char *, result_message, (const rendabel_result *)) \
  X(const char *, result_body, (const rendabel_result *)) \
  X(int64_t, result_body_size, (const rendabel_result *)) \
  X(const char *, result_media_type, (const rendabel_result *)) \
  X(void, result_free, (rendabel_result *))
/* clang-format on */

typedef struct {
#define CONTRACT_MEMBER(type, name, arguments) type(*name) arguments;
  CONTRACT_FUNCTIONS(CONTRACT_MEMBER)
#undef CONTRACT_MEMBER
} contract_functions;

static const char *const contract_day = "2026-11-23";
static int contract_faults = 0;

#define CONTRACT_CHECK(condition) \
  do { \
    if (!(condition)) { \
      ++contract_faults; \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
    } \
  } while (0)

/* Checks status, and the shape every result of that status has; keeps a copy of the body; frees the result. */
static char contract_body[1 << 20];
static void contract_end(const contract_functions *f, rendabel_result *result, int32_t status, int line) {
  const int32_t got = f->result_status(result);
  const char *body = f->result_body(result);
  const char *media = f->result_media_type(result);
  if (got != status) {
    ++contract_faults;
    fprintf(stderr, "line %d: %s instead of %s: %s\n", line, f->status_name(got), f->status_name(status),
            f->result_message(result));
  }
  CONTRACT_CHECK(result != NULL && body != NULL && media != NULL);
  CONTRACT_CHECK((int64_t)strlen(body) == f->result_body_size(result));
  CONTRACT_CHECK((got == RENDABEL_OK) == (f->result_message(result)[0] == '\0'));
  if (got == RENDABEL_OK) CONTRACT_CHECK(media[0] != '\0');
  if (got == RENDABEL_BAD_INPUT) CONTRACT_CHECK(strncmp(body, "{\"findings\":[{\"record\":", 23) == 0);
  if (got != RENDABEL_OK && got != RENDABEL_BAD_INPUT) CONTRACT_CHECK(body[0] == '\0' && media[0] == '\0');
  snprintf(contract_body, sizeof contract_body, "%s", body);
  f->result_free(result);
}
#define CONTRACT_END(call, status) contract_end(f, f->call, status, __LINE__)
#define CONTRACT_HAS(text) CONTRACT_CHECK(strstr(contract_body, text) != NULL)
#define CONTRACT_HAS_NOT(text) CONTRACT_CHECK(strstr(contract_body, text) == NULL)

/* Every function that takes an engine, with arguments that are right: all must end with `status`. */
static inline void contract_all_calls(const contract_functions *f, rendabel_engine *e, int32_t status,
                               const char *config) {
  const char *snapshot = "{\"account\":{\"id\":\"C1\"},\"as_of\":\"2026-11-23\"}";
  if (status != RENDABEL_STATE) {
    CONTRACT_END(engine_open(e, config, -1), status);
    CONTRACT_END(engine_cancel(e), status);
  }
  CONTRACT_END(settings_get(e, NULL, 0), status);
  CONTRACT_END(settings_set(e, "{}", -1, NULL, 0), status);
  CONTRACT_END(account_save(e, snapshot, -1, NULL, 0), status);
  CONTRACT_END(accounts_save(e, snapshot, -1, NULL, 0), status);
  CONTRACT_END(account_preview(e, snapshot, -1, NULL, 0), status);
  CONTRACT_END(account_get(e, "C1", contract_day, NULL, 0), status);
  CONTRACT_END(accounts_get(e, contract_day, NULL, 0), status);
  CONTRACT_END(account_erase(e, "C1", NULL, 0), status);
  CONTRACT_END(account_export(e, "C1", NULL, 0), status);
  CONTRACT_END(calls_plan(e, contract_day, NULL, 0), status);
  CONTRACT_END(book_refresh(e, contract_day, 0, NULL, 0), status);
  CONTRACT_END(book_get(e, contract_day, NULL, 0), status);
  CONTRACT_END(store_check(e, NULL, 0), status);
  CONTRACT_END(store_backup(e, "/nonexistent/backup", NULL, 0), status);
}

static inline void contract_discovery(const contract_functions *f) {
  int32_t status;
  CONTRACT_CHECK(f->abi_version() == RENDABEL_ABI_VERSION && RENDABEL_ABI_VERSION == 65536);
  CONTRACT_CHECK(f->abi_supports(RENDABEL_ABI_VERSION) == 1);
  CONTRACT_CHECK(f->abi_supports(RENDABEL_ABI_VERSION + 1) == 0);
  CONTRACT_CHECK(f->abi_supports(2 << 16) == 0 && f->abi_supports(0) == 0 && f->abi_supports(-1) == 0);
  CONTRACT_CHECK(f->has_feature("assessment/1") == 1 && f->has_feature("calls/1") == 1);
  CONTRACT_CHECK(f->has_feature("book/1") == 1 && f->has_feature("store/1") == 1);
  CONTRACT_CHECK(f->has_feature("settings/1") == 1);
  CONTRACT_CHECK(f->has_feature("verdict/1") == 0 && f->has_feature("events/1") == 0);
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

static inline void contract_schemas_and_labels(const contract_functions *f) {
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

static inline rendabel_engine *contract_open(const contract_functions *f, const char *directory) {
  char config[1024];
  rendabel_engine *e;
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

static inline void contract_settings(const contract_functions *f, rendabel_engine *e) {
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
  CONTRACT_END(settings_set(e, "{\"minute_rate\":1.25,\"gross_margin_assumed\":0.3}", -1, NULL, 0), RENDABEL_OK);
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

static const char *const contract_c1 =
    "{\"account\":{\"id\":\"C1\",\"name\":\"Bakkerij De Molen\",\"person_kind\":\"legal\",\"since\":\"2020-01-01\","
    "\"phone\":\"0401234567\"},\"revision\":2,\"as_of\":\"2026-11-23\","
    "\"contacts\":[{\"id\":\"P1\",\"name\":\"Ria\",\"phone\":\"0401234568\"}],"
    "\"orders\":[{\"id\":\"O1\",\"date\":\"2026-03-02\",\"net_amount\":1000.00,\"cost_of_goods\":600}],"
    "\"quotes\":[{\"id\":\"Q1\",\"sent_on\":\"2026-11-16\",\"amount\":2400,\"status\":\"open\",\"requested\":true,"
    "\"contact_id\":\"P1\"}],\"invoices\":[],\"activities\":[]}";

static const char *const contract_visited =
    "{\"account\":{\"id\":\"C9\"},\"as_of\":\"2026-11-23\",\"activities\":["
    "{\"id\":\"A1\",\"date\":\"2026-05-01\",\"kind\":\"visit\"},"
    "{\"id\":\"A2\",\"date\":\"2026-06-01\",\"kind\":\"visit\"}]}";

static inline void contract_saves(const contract_functions *f, rendabel_engine *e) {
  CONTRACT_END(account_save(e, contract_c1, -1, "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C1\"");
  CONTRACT_HAS("\"as_of\":\"2026-11-23\"");
  CONTRACT_HAS("\"verdict\":null");
  CONTRACT_HAS("\"net_revenue\":1000.00");
  CONTRACT_HAS("\"gross_margin\":400.00");
  CONTRACT_HAS("\"code\":\"quote\"");
  CONTRACT_HAS("\"text\":");
  CONTRACT_END(account_save(e, contract_c1, -1, "{\"text\":false}", -1), RENDABEL_OK);
  CONTRACT_HAS_NOT("\"text\":");
  CONTRACT_END(account_save(e, "{\"account\":{\"id\":\"C1\"},\"revision\":1,\"as_of\":\"2026-11-23\"}", -1, NULL, 0),
               RENDABEL_STALE);
  CONTRACT_END(account_save(e, "{\"account\":{\"id\":7},\"as_of\":\"2026-13-01\"}", -1, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"account.id\"");
  CONTRACT_HAS("\"field\":\"as_of\"");
  CONTRACT_HAS("\"total\":2");
  CONTRACT_END(account_save(e, NULL, -1, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_save(e, contract_c1, -3, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_save(e, contract_c1, -1, "{\"limit\":1}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(accounts_save(e,
                             "{\"account\":{\"id\":\"C2\"},\"as_of\":\"2026-11-23\",\"orders\":[]}\n"
                             "{\"account\":{\"id\":\"C1\"},\"revision\":1,\"as_of\":\"2026-11-23\"}\n"
                             "{\"account\":{\"id\":\"C3\"},\"as_of\":\"2026-11-23\",\"orders\":[]}\n",
                             -1, NULL, 0),
               RENDABEL_OK);
  CONTRACT_CHECK(strcmp(contract_body, "{\"saved\":2,\"stale\":[\"C1\"]}") == 0);
  CONTRACT_END(accounts_save(e, "", 0, NULL, 0), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(contract_body, "{\"saved\":0,\"stale\":[]}") == 0);
  CONTRACT_END(accounts_save(e,
                             "{\"account\":{\"id\":\"C4\"},\"as_of\":\"2026-11-23\"}\n"
                             "{\"account\":{\"id\":\"C5\"},\"as_of\":\"tomorrow\"}\n",
                             -1, NULL, 0),
               RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"record\":2,\"field\":\"as_of\"");
  CONTRACT_END(account_get(e, "C4", contract_day, NULL, 0), RENDABEL_NOT_FOUND);
  CONTRACT_END(accounts_save(e, NULL, 0, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(settings_set(e, "{\"currency\":\"USD\"}", -1, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"currency\"");
}

static inline void contract_reads(const contract_functions *f, rendabel_engine *e) {
  const char *line_end;
  CONTRACT_END(account_preview(e, "{\"account\":{\"id\":\"C9\"},\"as_of\":\"2026-11-23\"}", -1, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C9\"");
  CONTRACT_END(account_preview(e, "{}", -1, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_END(account_preview(e, contract_visited, -1, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"code\":\"visits\",\"quantity\":2,\"amount\":800.00");
  CONTRACT_END(account_preview(e, contract_visited, -1, "{\"what_if\":{\"visits\":1}}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"code\":\"visits\",\"quantity\":1,\"amount\":400.00");
  CONTRACT_END(account_preview(e, contract_visited, -1, "{\"what_if\":{\"visits\":-1}}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"options.what_if.visits\"");
  CONTRACT_END(account_get(e, "C9", contract_day, NULL, 0), RENDABEL_NOT_FOUND);
  CONTRACT_END(account_get(e, "C1", contract_day, "{\"language\":\"en\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C1\"");
  CONTRACT_END(account_get(e, NULL, contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "", contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "a\nb", contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "\xff", contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "C1", NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "C1", "2026-02-29", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "C1", "2026-11-23T00:00", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(accounts_get(e, contract_day, "{\"limit\":1,\"fields\":\"summary\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C1\"");
  CONTRACT_HAS("\"sequence\":");
  CONTRACT_HAS_NOT("\"account_id\":\"C2\"");
  CONTRACT_HAS_NOT("\"cost_lines\"");
  line_end = strchr(contract_body, '\n');
  CONTRACT_CHECK(line_end == NULL || line_end[1] == '\0');
  CONTRACT_END(accounts_get(e, contract_day, "{\"after\":\"C1\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C2\"");
  CONTRACT_HAS("\"account_id\":\"C3\"");
  CONTRACT_HAS_NOT("\"account_id\":\"C1\"");
  CONTRACT_END(accounts_get(e, contract_day, "{\"after\":\"C3\"}", -1), RENDABEL_OK);
  CONTRACT_CHECK(contract_body[0] == '\0');
  CONTRACT_END(accounts_get(e, contract_day, "{\"changed_since\":1000000}", -1), RENDABEL_OK);
  CONTRACT_CHECK(contract_body[0] == '\0');
  CONTRACT_END(accounts_get(e, contract_day, "{\"limit\":0}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(accounts_get(e, contract_day, "{\"limit\":5001}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(accounts_get(e, contract_day, "{\"fields\":\"some\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(accounts_get(e, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
}

static inline void contract_calls_and_book(const contract_functions *f, rendabel_engine *e) {
  static char first[sizeof contract_body];
  int step = 0;
  CONTRACT_END(calls_plan(e, contract_day, "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"date\":\"2026-11-23\"");
  CONTRACT_HAS("\"account_id\":\"C1\"");
  CONTRACT_HAS("\"left_out\":{\"counts\":{");
  memcpy(first, contract_body, sizeof first);
  CONTRACT_END(calls_plan(e, contract_day, "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(first, contract_body) == 0);
  CONTRACT_END(calls_plan(e, contract_day, "{\"lane\":\"now\",\"limit\":5}", -1), RENDABEL_OK);
  CONTRACT_END(calls_plan(e, contract_day, "{\"present\":[{\"id\":\"nobody\"}]}", -1), RENDABEL_OK);
  CONTRACT_END(calls_plan(e, contract_day, "{\"lane\":\"fast\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(calls_plan(e, "now", NULL, 0), RENDABEL_INVALID_ARGUMENT);

  CONTRACT_END(book_get(e, contract_day, NULL, 0), RENDABEL_STATE);
  CONTRACT_END(book_refresh(e, contract_day, -1, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(book_refresh(e, NULL, 0, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  do {
    CONTRACT_END(book_refresh(e, contract_day, 50, NULL, 0), RENDABEL_OK);
    CONTRACT_HAS("\"total\":3");
  } while (++step < 100 && strstr(contract_body, "\"finished\":true") == NULL);
  CONTRACT_HAS("\"finished\":true");
  CONTRACT_END(book_get(e, contract_day, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"currency\":\"EUR\"");
  CONTRACT_HAS("\"pyramid\":[");
  CONTRACT_HAS("\"difference\":0.00");
  CONTRACT_END(book_get(e, "2026-11-22", NULL, 0), RENDABEL_STATE);
  CONTRACT_END(book_get(e, "", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "C1", contract_day, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"book_as_of\":\"2026-11-23\"");
}

static inline void contract_store(const contract_functions *f, rendabel_engine *e, const char *directory) {
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

static inline void contract_people(const contract_functions *f, rendabel_engine *e) {
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

static inline void contract_handles(const contract_functions *f, rendabel_engine *e) {
  rendabel_result *kept;
  rendabel_result *as_result = (rendabel_result *)(void *)e;
  CONTRACT_END(engine_cancel(e), RENDABEL_OK);
  CONTRACT_END(settings_get(e, NULL, 0), RENDABEL_OK); /* a cancel meets earlier calls only */
  kept = f->settings_get(e, NULL, 0);
  contract_all_calls(f, NULL, RENDABEL_INVALID_HANDLE, "{}");
  contract_all_calls(f, (rendabel_engine *)(uintptr_t)0xdeadbeef, RENDABEL_INVALID_HANDLE, "{}");
  contract_all_calls(f, (rendabel_engine *)(void *)kept, RENDABEL_INVALID_HANDLE, "{}");
  contract_all_calls(f, (rendabel_engine *)(uintptr_t)(uint32_t)(uintptr_t)e, RENDABEL_INVALID_HANDLE, "{}");
  CONTRACT_CHECK(f->result_status(NULL) == RENDABEL_INVALID_HANDLE);
  CONTRACT_CHECK(f->result_status(as_result) == RENDABEL_INVALID_HANDLE);
  CONTRACT_CHECK(f->result_body(as_result)[0] == '\0' && f->result_message(as_result)[0] == '\0');
  CONTRACT_CHECK(f->result_media_type(as_result)[0] == '\0' && f->result_body_size(as_result) == 0);
  f->result_free(as_result);
  f->engine_free((rendabel_engine *)(void *)kept);
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

static inline int contract_walk(const contract_functions *f, const char *directory) {
  rendabel_engine *e;
  contract_discovery(f);
  contract_schemas_and_labels(f);
  e = contract_open(f, directory);
  contract_settings(f, e);
  contract_saves(f, e);
  contract_reads(f, e);
  contract_calls_and_book(f, e);
  contract_store(f, e, directory);
  contract_people(f, e);
  contract_handles(f, e);
  return contract_faults;
}

#endif
