/* The plain C host: host STORE BOOK.ndjson. Prints milliseconds of processor time: one by one, in calls of
 * 500 lines. */
#define _POSIX_C_SOURCE 200809L
#include <rendabel.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now_ms(void) {
  struct timespec at;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static void finish(rendabel_result* result) {
  if (rendabel_result_status(result) != RENDABEL_OK) {
    fputs(rendabel_result_message(result), stderr);
    exit(1);
  }
  rendabel_result_free(result);
}

static rendabel_engine* opened(const char* store, const char* name) {
  char config[1024];
  rendabel_engine* engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
  snprintf(config, sizeof config, "{\"store\":\"%s/%s\"}", store, name);
  finish(rendabel_engine_open(engine, config, -1));
  return engine;
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  FILE* file = fopen(argv[2], "rb");
  static char text[64 << 20];
  const size_t size = fread(text, 1, sizeof text - 1, file);
  const char* end = text + size;
  rendabel_engine* engine = opened(argv[1], "one");
  double start = now_ms();
  for (const char *line = text, *next; line < end; line = next + 1) {
    next = memchr(line, '\n', (size_t)(end - line));
    finish(rendabel_account_save(engine, line, next - line, NULL, 0));
  }
  const double single = now_ms() - start;
  rendabel_engine_free(engine);
  engine = opened(argv[1], "many");
  start = now_ms();
  for (const char *line = text, *next = text; line < end; line = next) {
    for (int count = 0; count < 500 && next < end; ++count)
      next = (const char*)memchr(next, '\n', (size_t)(end - next)) + 1;
    finish(rendabel_accounts_save(engine, line, next - line, NULL, 0));
  }
  printf("%.1f %.1f\n", single, now_ms() - start);
  rendabel_engine_free(engine);
  return 0;
}
