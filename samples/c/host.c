/* The smallest host in C99: opens a store, saves a book, prints each account's flags and today's calls as
   JSON. Usage: host STORE_DIRECTORY SETTINGS.json BOOK.ndjson AS_OF Build: cc host.c -lrendabel */
#include <rendabel.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints what a call answered (nothing when `file` is NULL) and frees it; a failure ends the program. */
static void finish(const char* what, rendabel_result* result, FILE* file) {
  const int32_t status = rendabel_result_status(result);
  const char* body = rendabel_result_body(result);
  if (status != RENDABEL_OK) {
    fprintf(stderr, "%s: %s: %s\n%s\n", what, rendabel_status_name(status), rendabel_result_message(result),
            body);
    exit(EXIT_FAILURE);
  }
  if (file != NULL) {
    const int64_t size = rendabel_result_body_size(result);
    fwrite(body, 1, (size_t)size, file);
    if (size == 0 || body[size - 1] != '\n') fputc('\n', file);
  }
  rendabel_result_free(result);
}

static char* read_whole(const char* path, int64_t* size) {
  FILE* file = fopen(path, "rb");
  long end = -1;
  char* text = NULL;
  if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (end = ftell(file)) >= 0)
    text = malloc((size_t)end + 1);
  if (text != NULL) rewind(file);
  if (text == NULL || fread(text, 1, (size_t)end, file) != (size_t)end) {
    perror(path);
    exit(EXIT_FAILURE);
  }
  fclose(file);
  *size = end;
  return text;
}

int main(int argc, char** argv) {
  if (argc != 5) return fprintf(stderr, "usage: host STORE SETTINGS BOOK AS_OF\n"), 2;
  char config[4096];
  if (snprintf(config, sizeof config, "{\"store\":\"%s\"}", argv[1]) >= (int)sizeof config) return 2;
  int64_t settings_size = 0, book_size = 0;
  char *settings = read_whole(argv[2], &settings_size), *book = read_whole(argv[3], &book_size);

  rendabel_engine* engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
  finish("open", rendabel_engine_open(engine, config, -1), NULL);
  finish("settings", rendabel_settings_set(engine, settings, settings_size, NULL, 0), NULL);
  finish("save", rendabel_accounts_save(engine, book, book_size, NULL, 0), stdout);
  finish("flags", rendabel_accounts_get(engine, argv[4], "{\"fields\":\"summary\"}", -1), stdout);
  finish("calls", rendabel_calls_plan(engine, argv[4], "{\"language\":\"nl\"}", -1), stdout);
  rendabel_engine_free(engine);
  free(settings);
  free(book);
  return EXIT_SUCCESS;
}
