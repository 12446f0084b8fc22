/* contract_walk_desk.h — walks the desk: the next call, a customer on the line, an outcome, each with its
   errors. In: an engine whose store has the walk's accounts.  Out: contract_faults.  C99 and C++; knows
   nothing but rendabel.h. */
#ifndef CONTRACT_WALK_DESK_H
#define CONTRACT_WALK_DESK_H
#include "contract_functions.h"

static inline void contract_desk_next(const contract_functions* f, rendabel_engine* e) {
  static char first[sizeof contract_body];
  CONTRACT_END(calls_next(e, contract_now, "jan", "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("{\"call\":");
  memcpy(first, contract_body, sizeof first);
  CONTRACT_END(calls_next(e, contract_now, "jan", "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(first, contract_body) == 0);
  CONTRACT_END(calls_next(e, contract_now, "jan", "{\"amounts\":false}", -1), RENDABEL_OK);
  CONTRACT_END(calls_next(e, contract_now, "jan", "{\"amounts\":1}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(calls_next(e, contract_day, "jan", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(calls_next(e, NULL, "jan", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(calls_next(e, contract_now, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(calls_next(e, contract_now, "", NULL, 0), RENDABEL_INVALID_ARGUMENT);
}

static inline void contract_desk_open(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(call_open(e, contract_now, "jan", "{\"account_id\":\"C1\",\"direction\":\"in\"}", -1),
               RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C1\"");
  CONTRACT_HAS("\"direction\":\"in\"");
  CONTRACT_END(call_open(e, contract_now, "piet", "{\"account_id\":\"C1\"}", -1), RENDABEL_STATE);
  CONTRACT_END(call_open(e, contract_now, "jan", "{\"account_id\":\"C9\"}", -1), RENDABEL_NOT_FOUND);
  CONTRACT_END(call_open(e, contract_now, "jan", "{\"phone\":\"0599999999\"}", -1), RENDABEL_NOT_FOUND);
  CONTRACT_END(call_open(e, contract_now, "jan", "{\"phone\":\"x\"}", -1), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(call_open(e, contract_now, "jan", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(call_open(e, contract_now, "jan", "{\"account_id\":\"C1\",\"phone\":\"0401234567\"}", -1),
               RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(call_open(e, contract_now, "jan", "{\"account_id\":\"C1\",\"direction\":\"up\"}", -1),
               RENDABEL_BAD_INPUT);
  CONTRACT_END(call_open(e, NULL, "jan", NULL, 0), RENDABEL_INVALID_ARGUMENT);
}

static inline void contract_desk_report(const contract_functions* f, rendabel_engine* e) {
  static char first[sizeof contract_body];
  const char* spoke =
      "{\"id\":\"R1\",\"account_id\":\"C1\",\"agent\":\"jan\",\"at\":\"2026-11-23T10:10:00+01:00\","
      "\"outcome\":\"spoke\",\"reception\":\"welcome\",\"needs\":[{\"code\":\"upgrade\",\"due_on\":\"2027-01-"
      "05\"}],"
      "\"note\":\"komt in januari terug\"}";
  CONTRACT_END(call_report(e, spoke, -1, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("{\"id\":\"R1\",\"account_id\":\"C1\"");
  CONTRACT_HAS("\"next_step\":{\"kind\":\"");
  CONTRACT_HAS("\"case_states\":[");
  memcpy(first, contract_body, sizeof first);
  CONTRACT_END(call_report(e, spoke, -1, NULL, 0), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(first, contract_body) == 0);
  CONTRACT_END(call_report(e,
                           "{\"id\":\"R2\",\"call_id\":\"2026-11-23-0\",\"at\":\"2026-11-23T10:10:00+01:00\","
                           "\"outcome\":\"spoke\"}",
                           -1, NULL, 0),
               RENDABEL_NOT_FOUND);
  CONTRACT_END(call_report(e,
                           "{\"id\":\"R2\",\"account_id\":\"C9\",\"at\":\"2026-11-23T10:10:00+01:00\","
                           "\"outcome\":\"spoke\"}",
                           -1, NULL, 0),
               RENDABEL_NOT_FOUND);
  CONTRACT_END(call_report(e,
                           "{\"id\":\"R2\",\"account_id\":\"C1\",\"at\":\"2026-11-23T10:10:00+01:00\","
                           "\"outcome\":\"skipped\",\"callback_at\":\"2026-11-24T10:00:00+01:00\"}",
                           -1, NULL, 0),
               RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"skip_reason\"");
  CONTRACT_HAS("\"field\":\"callback_at\"");
  CONTRACT_END(call_report(e, "{\"id\":\"R2\",\"outcome\":\"lunch\"}", -1, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"outcome\"");
  CONTRACT_HAS("\"field\":\"at\"");
  CONTRACT_END(call_report(e, NULL, 0, NULL, 0), RENDABEL_INVALID_ARGUMENT);
}

static inline void contract_board(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(calls_board(e, contract_day, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"agents\":null");
  CONTRACT_HAS("\"cases_without_step\":0");
  CONTRACT_END(calls_board(e, contract_day, "{\"agent\":\"jan\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"agents\":[{\"agent\":\"jan\"");
  CONTRACT_END(calls_board(e, contract_day, "{\"lane\":\"now\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(calls_board(e, "today", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(calls_board(e, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(agent_export(e, "jan", NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"outcome\":{\"id\":\"R1\"");
  CONTRACT_END(agent_export(e, "", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(agent_export(e, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(agent_erase(e, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(agent_erase(e, "jan", "{\"limit\":1}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(agent_erase(e, "jan", NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("{\"agent\":\"jan\",\"erased\":true,\"outcomes\":");
  CONTRACT_END(agent_export(e, "jan", NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("{\"agent\":\"jan\",\"outcomes\":[],\"leases\":[],\"assigned\":[]}");
}

static inline void contract_learning(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(learning_get(e, "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("{\"rules_version\":1,\"outcomes\":");
  CONTRACT_HAS("\"priors\":{\"callback\":0.4,");
  CONTRACT_END(learning_get(e, "{\"limit\":1}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(learning_get(e, NULL, 5), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(learning_reset(e, "{\"agent\":\"jan\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(learning_reset(e, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("{\"reset\":true,\"outcomes\":");
  CONTRACT_END(learning_reset(e, NULL, 0), RENDABEL_OK);
  CONTRACT_CHECK(strcmp(contract_body, "{\"reset\":true,\"outcomes\":0}") == 0);
  CONTRACT_END(learning_get(e, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"outcomes\":0,\"successes\":0,\"learnt_to\":null,\"log_loss\":null");
}

static inline void contract_permission(const contract_functions* f, rendabel_engine* e) {
  static const char asked[] = "{\"account_id\":\"C1\",\"at\":\"2026-11-23T10:00:00+01:00\"}";
  CONTRACT_END(permission_get(e, asked, -1, "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("{\"account_id\":\"C1\",\"contact_id\":");
  CONTRACT_HAS("\"text\":");
  CONTRACT_END(permission_get(e, asked, -1, "{\"limit\":1}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(permission_get(e, "{\"account_id\":\"C9\",\"at\":\"2026-11-23T10:00:00+01:00\"}", -1, NULL, 0),
               RENDABEL_NOT_FOUND);
  CONTRACT_END(permission_get(e, "{\"account_id\":\"C1\"}", -1, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_END(permission_get(e, NULL, 0, NULL, 0), RENDABEL_INVALID_ARGUMENT);
}

static inline void contract_desk(const contract_functions* f, rendabel_engine* e) {
  contract_desk_next(f, e);
  contract_desk_open(f, e);
  contract_desk_report(f, e);
  contract_permission(f, e);
  contract_board(f, e);
  contract_learning(f, e);
}

#endif
