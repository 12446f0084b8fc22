/* contract_functions.h — the functions of the contract in one table, linked or loaded, and how a walk checks
   them. In: calls.  Out: contract_faults, each told on stderr. C99 and C++; knows nothing but rendabel.h. */
#ifndef CONTRACT_FUNCTIONS_H
#define CONTRACT_FUNCTIONS_H
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
  X(rendabel_result *, events_record, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, calls_plan, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, calls_next, (rendabel_engine *, const char *, const char *, const char *, int64_t)) \
  X(rendabel_result *, call_open, (rendabel_engine *, const char *, const char *, const char *, int64_t)) \
  X(rendabel_result *, call_report, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, calls_board, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, learning_get, (rendabel_engine *, const char *, int64_t)) \
  X(rendabel_result *, learning_reset, (rendabel_engine *, const char *, int64_t)) \
  X(rendabel_result *, permission_get, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, agent_export, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, agent_erase, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, book_refresh, (rendabel_engine *, const char *, int64_t, const char *, int64_t)) \
  X(rendabel_result *, book_get, (rendabel_engine *, const char *, const char *, int64_t)) \
  X(rendabel_result *, report_get, (rendabel_engine *, const char *, const char *, int64_t)) \
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

static const char* const contract_day = "2026-11-23";
static const char* const contract_now = "2026-11-23T10:00:00+01:00";
static int contract_faults = 0;

#define CONTRACT_CHECK(condition)                                             \
  do {                                                                        \
    if (!(condition)) {                                                       \
      ++contract_faults;                                                      \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
    }                                                                         \
  } while (0)

/* Checks status, and the shape every result of that status has; keeps a copy of the body; frees the result.
 */
static char contract_body[1 << 20];
static void contract_end(const contract_functions* f, rendabel_result* result, int32_t status, int line) {
  const int32_t got = f->result_status(result);
  const char* body = f->result_body(result);
  const char* media = f->result_media_type(result);
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
static inline void contract_all_calls(const contract_functions* f, rendabel_engine* e, int32_t status,
                                      const char* config) {
  const char* snapshot = "{\"account\":{\"id\":\"C1\"},\"as_of\":\"2026-11-23\"}";
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
  CONTRACT_END(events_record(e, "", -1, NULL, 0), status);
  CONTRACT_END(calls_plan(e, contract_day, NULL, 0), status);
  CONTRACT_END(calls_next(e, contract_now, "jan", NULL, 0), status);
  CONTRACT_END(call_open(e, contract_now, "jan", "{\"account_id\":\"C1\"}", -1), status);
  CONTRACT_END(call_report(e,
                           "{\"id\":\"R0\",\"account_id\":\"C1\",\"at\":\"2026-11-23T10:00:00+01:00\","
                           "\"outcome\":\"spoke\"}",
                           -1, NULL, 0),
               status);
  CONTRACT_END(calls_board(e, contract_day, NULL, 0), status);
  CONTRACT_END(learning_get(e, NULL, 0), status);
  CONTRACT_END(learning_reset(e, NULL, 0), status);
  CONTRACT_END(permission_get(e, "{\"account_id\":\"C1\",\"at\":\"2026-11-23T10:00:00+01:00\"}", -1, NULL, 0),
               status);
  CONTRACT_END(agent_export(e, "jan", NULL, 0), status);
  CONTRACT_END(agent_erase(e, "nobody", NULL, 0), status);
  CONTRACT_END(book_refresh(e, contract_day, 0, NULL, 0), status);
  CONTRACT_END(book_get(e, contract_day, NULL, 0), status);
  CONTRACT_END(report_get(e, contract_day, NULL, 0), status);
  CONTRACT_END(store_check(e, NULL, 0), status);
  CONTRACT_END(store_backup(e, "/nonexistent/backup", NULL, 0), status);
}

#endif
