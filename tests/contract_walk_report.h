/* contract_walk_report.h — the walk's report: the page, charts and tables of the book and of an account.
   C99 and C++; knows nothing but rendabel.h. */
#ifndef CONTRACT_WALK_REPORT_H
#define CONTRACT_WALK_REPORT_H
#include "contract_functions.h"

static inline void contract_media(const contract_functions* f, rendabel_result* result, const char* media) {
  CONTRACT_CHECK(strcmp(f->result_media_type(result), media) == 0);
  f->result_free(result);
}

/* The team leader's board needs no refresh. */
static inline void contract_report_board(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(report_get(e, contract_day, "{\"part\":\"board\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("Dagoverzicht van het beluur");
  CONTRACT_END(report_get(e, contract_day, "{\"format\":\"csv\",\"part\":\"board\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("line,today,period\r\nstarted,");
  CONTRACT_END(report_get(e, contract_day, "{\"format\":\"csv\",\"part\":\"board_hours\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("date,capacity,planned,started_at,");
  CONTRACT_END(report_get(e, contract_day, "{\"part\":\"board_hours\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("html has these parts: board");
  CONTRACT_END(report_get(e, contract_day, "{\"format\":\"svg\",\"part\":\"board\"}", -1),
               RENDABEL_BAD_INPUT);
  CONTRACT_END(report_get(e, contract_day, "{\"account_id\":\"C1\",\"part\":\"board\"}", -1),
               RENDABEL_BAD_INPUT);
}

/* Before the first refresh; C1 is stored. */
static inline void contract_report_before(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(report_get(e, contract_day, NULL, 0), RENDABEL_STATE);
  CONTRACT_END(report_get(e, contract_day, "{\"account_id\":\"C1\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("<!DOCTYPE html>");
  CONTRACT_HAS("Bakkerij De Molen");
  CONTRACT_END(report_get(e, contract_day, "{\"account_id\":\"C9\"}", -1), RENDABEL_NOT_FOUND);
  contract_report_board(f, e);
}

/* After it. */
static inline void contract_report(const contract_functions* f, rendabel_engine* e) {
  CONTRACT_END(report_get(e, contract_day, NULL, 0), RENDABEL_OK);
  CONTRACT_HAS("<html lang=\"nl\">");
  CONTRACT_END(report_get(e, contract_day, "{\"language\":\"en\",\"format\":\"svg\",\"part\":\"whale\"}", -1),
               RENDABEL_OK);
  CONTRACT_HAS("<svg ");
  CONTRACT_END(report_get(e, contract_day, "{\"format\":\"csv\",\"part\":\"pyramid\"}", -1), RENDABEL_OK);
  CONTRACT_HAS("layer,accounts,revenue,revenue_share_bp,net_result,net_margin_bp,assessable\r\ntop,");
  CONTRACT_END(report_get(e, contract_day, "{\"format\":\"csv\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"options.part\",\"why\":\"csv has these parts: result, ");
  CONTRACT_END(report_get(e, contract_day, "{\"format\":\"svg\",\"part\":\"worst\"}", -1),
               RENDABEL_BAD_INPUT);
  CONTRACT_HAS("svg has these parts: whale, pyramid, waterfall, tail");
  CONTRACT_END(report_get(e, contract_day, "{\"part\":\"whale\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(report_get(e, contract_day, "{\"format\":\"pdf\"}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_HAS("\"field\":\"options.format\"");
  CONTRACT_END(report_get(e, contract_day, "{\"limit\":1}", -1), RENDABEL_BAD_INPUT);
  CONTRACT_END(report_get(e, "2026-11-22", NULL, 0), RENDABEL_STATE);
  CONTRACT_END(report_get(e, NULL, NULL, 0), RENDABEL_INVALID_ARGUMENT);
  CONTRACT_END(
      report_get(e, contract_day, "{\"account_id\":\"C1\",\"format\":\"csv\",\"part\":\"result\"}", -1),
      RENDABEL_OK);
  CONTRACT_HAS("line,amount,previous\r\n");
  CONTRACT_END(
      report_get(e, contract_day, "{\"account_id\":\"C1\",\"format\":\"svg\",\"part\":\"whale\"}", -1),
      RENDABEL_BAD_INPUT);
  contract_media(f, f->report_get(e, contract_day, NULL, 0), "text/html; charset=utf-8");
  contract_media(f, f->report_get(e, contract_day, "{\"format\":\"svg\",\"part\":\"tail\"}", -1),
                 "image/svg+xml");
  contract_media(f, f->report_get(e, contract_day, "{\"format\":\"csv\",\"part\":\"tail\"}", -1),
                 "text/csv; charset=utf-8");
}

#endif
