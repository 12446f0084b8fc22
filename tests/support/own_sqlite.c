/* own_sqlite.c — a host that has a SQLite of its own inside, uses it, and saves an account meanwhile. Usage:
 * host FOLDER */
#include <rendabel.h>
#include <sqlite3.h>
#include <stdio.h>

static int rows = 0;
static int count(void* unused, int columns, char** values, char** names) {
  (void)unused, (void)columns, (void)values, (void)names;
  return ++rows, 0;
}

int main(int argc, char** argv) {
  char path[512];
  sqlite3* own = NULL;
  int32_t status;
  if (argc != 2) return 2;
  sqlite3_enable_shared_cache(1); /* what a host sets for itself is none of our business */
  snprintf(path, sizeof path, "%s/inside.db", argv[1]);
  if (sqlite3_open(path, &own) != SQLITE_OK) return 3;
  sqlite3_exec(own, "CREATE TABLE mine (name); BEGIN; INSERT INTO mine VALUES ('a')", NULL, NULL, NULL);
  rendabel_engine* engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
  snprintf(path, sizeof path, "{\"store\":\"%s/store\"}", argv[1]);
  rendabel_result_free(rendabel_engine_open(engine, path, -1));
  rendabel_result* saved =
      rendabel_account_save(engine, "{\"account\":{\"id\":\"C1\"},\"as_of\":\"2026-11-23\"}", -1, NULL, 0);
  status = rendabel_result_status(saved);
  rendabel_result_free(saved);
  rendabel_engine_free(engine);
  sqlite3_exec(own, "COMMIT; SELECT * FROM mine", count, NULL, NULL);
  sqlite3_close(own);
  printf("%s beside %d row\n", status == RENDABEL_OK ? "saved" : "not saved", rows);
  return 0;
}
