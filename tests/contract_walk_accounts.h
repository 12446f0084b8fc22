/* contract_walk_accounts.h — the walk's middle: saving and reading accounts, the call list, the book.
   C99 and C++; knows nothing but rendabel.h. */
#ifndef CONTRACT_WALK_ACCOUNTS_H
#define CONTRACT_WALK_ACCOUNTS_H
#include "contract_functions.h"
#include "contract_walk_report.h"

static const char* const contract_c1 =
    "{\"account\":{\"id\":\"C1\",\"name\":\"Bakkerij De "
    "Molen\",\"person_kind\":\"legal\",\"since\":\"2020-01-01\","
    "\"phone\":\"0401234567\"},\"revision\":2,\"as_of\":\"2026-11-23\","
    "\"contacts\":[{\"id\":\"P1\",\"name\":\"Ria\",\"phone\":\"0401234568\"}],"
    "\"orders\":[{\"id\":\"O1\",\"date\":\"2026-03-02\",\"net_amount\":1000.00,\"cost_of_goods\":600}],"
    "\"quotes\":[{\"id\":\"Q1\",\"sent_on\":\"2026-11-16\",\"amount\":2400,\"status\":\"open\",\"requested\":"
    "true,"
    "\"contact_id\":\"P1\"}],\"invoices\":[],\"activities\":[]}";

static const char* const contract_visited =
    "{\"account\":{\"id\":\"C9\"},\"as_of\":\"2026-11-23\",\"activities\":["
    "{\"id\":\"A1\",\"date\":\"2026-05-01\",\"kind\":\"visit\"},"
    "{\"id\":\"A2\",\"date\":\"2026-06-01\",\"kind\":\"visit\"}]}";

static inline void contract_saves(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(account_save(e, contract_c1, -1, "{\"language\":\"nl\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C1\"");
  CONTRACT_HAS("\"as_of\":\"2026-11-23\"");
  CONTRACT_HAS("\"verdict\":\"healthy\"");
  CONTRACT_HAS("\"net_revenue\":1000.00");
  CONTRACT_HAS("\"gross_margin\":400.00");
  CONTRACT_HAS("\"code\":\"quote\"");
  CONTRACT_HAS("\"text\":");
  CONTRACT_END(account_save(e, contract_c1, -1, "{\"text\":false}", -1), RENDABEL_OK);
  CONTRACT_HAS_NOT("\"text\":");
  CONTRACT_END(
      account_save(e, "{\"account\":{\"id\":\"C1\"},\"revision\":1,\"as_of\":\"2026-11-23\"}", -1, NULL, 0),
      RENDABEL_STALE);
  CONTRACT_END(account_save(e, "{\"account\":{\"id\":7},\"as_of\":\"2026-13-01\"}", -1, NULL, 0),
               RENDABEL_BAD_INPUT);
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

static inline void contract_reads(const contract_functions* f, rendabel_engine* e) {
  const char* line_end;
  CONTRACT_END(account_preview(e, "{\"account\":{\"id\":\"C9\"},\"as_of\":\"2026-11-23\"}", -1, NULL, 0),
               RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C9\"");
  CONTRACT_END(account_preview(e, "{}", -1, NULL, 0), RENDABEL_BAD_INPUT);
  CONTRACT_END(account_preview(e, contract_visited, -1, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"code\":\"visits\",\"quantity\":2,\"amount\":800.00");
  CONTRACT_END(account_preview(e, contract_visited, -1, "{\"what_if\":{\"visits\":1}}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"code\":\"visits\",\"quantity\":2,\"amount\":800.00");
  CONTRACT_HAS("\"code\":\"visits\",\"quantity\":1,\"amount\":400.00");
  CONTRACT_HAS("\"difference\":null");
  CONTRACT_END(account_preview(e, contract_visited, -1, "{\"what_if\":{\"visits\":-1}}", -1),
               RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"options.what_if.visits\"");
  CONTRACT_END(account_get(e, "C9", contract_day, NULL, 0), RENDABEL_NOT_FOUND);
  CONTRACT_END(account_get(e, "C1", contract_day, "{\"language\":\"en\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("\"account_id\":\"C1\"");
  CONTRACT_END(account_get(e, NULL, contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "", contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "a\nb", contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "a\xc2\x80", contract_day, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "Caf\xc3\xa9", contract_day, NULL, 0), RENDABEL_NOT_FOUND);
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

static inline void contract_calls_and_book(const contract_functions* f, rendabel_engine* e) {
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
  contract_report_before(f, e);
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
  contract_report(f, e);
  CONTRACT_END(book_get(e, "", NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(account_get(e, "C1", contract_day, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("\"book_as_of\":\"2026-11-23\"");
}

#endif
