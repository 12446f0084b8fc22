enum {
RENDABEL_ABI_VERSION = 65536,
};
enum {
RENDABEL_OK = 0,
RENDABEL_NO_MEMORY = -1,
RENDABEL_INVALID_HANDLE = -2,
RENDABEL_INVALID_ARGUMENT = -3,
RENDABEL_BAD_INPUT = -4,
RENDABEL_STATE = -5,
RENDABEL_UNSUPPORTED = -6,
RENDABEL_TOO_NEW = -7,
RENDABEL_BUSY = -8,
RENDABEL_IO = -9,
RENDABEL_CORRUPT = -10,
RENDABEL_FORKED = -11,
RENDABEL_CANCELLED = -12,
RENDABEL_NOT_FOUND = -13,
RENDABEL_STALE = -14,
RENDABEL_INTERNAL = -15,
};
typedef struct rendabel_engine rendabel_engine;
typedef struct rendabel_result rendabel_result;
int32_t rendabel_abi_version(void);
int32_t rendabel_abi_supports(int32_t host_abi);
int32_t rendabel_has_feature(const char *id);
const char *rendabel_version(void);
const char *rendabel_status_name(int32_t status);
rendabel_result *rendabel_schema_get(const char *name);
rendabel_result *rendabel_labels_get(const char *language);
rendabel_engine *rendabel_engine_new(int32_t host_abi);
rendabel_result *rendabel_engine_open(rendabel_engine *engine, const char *config, int64_t config_size);
void rendabel_engine_free(rendabel_engine *engine);
rendabel_result *rendabel_engine_cancel(rendabel_engine *engine);
rendabel_result *rendabel_settings_get(rendabel_engine *engine, const char *options, int64_t options_size);
rendabel_result *rendabel_settings_set(rendabel_engine *engine, const char *patch, int64_t patch_size, const char *options, int64_t options_size);
rendabel_result *rendabel_account_save(rendabel_engine *engine, const char *snapshot, int64_t snapshot_size, const char *options, int64_t options_size);
rendabel_result *rendabel_accounts_save(rendabel_engine *engine, const char *snapshots, int64_t snapshots_size, const char *options, int64_t options_size);
rendabel_result *rendabel_account_preview(rendabel_engine *engine, const char *snapshot, int64_t snapshot_size, const char *options, int64_t options_size);
rendabel_result *rendabel_account_get(rendabel_engine *engine, const char *id, const char *as_of, const char *options, int64_t options_size);
rendabel_result *rendabel_accounts_get(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);
rendabel_result *rendabel_account_erase(rendabel_engine *engine, const char *id, const char *options, int64_t options_size);
rendabel_result *rendabel_account_export(rendabel_engine *engine, const char *id, const char *options, int64_t options_size);
rendabel_result *rendabel_events_record(rendabel_engine *engine, const char *events, int64_t events_size, const char *options, int64_t options_size);
rendabel_result *rendabel_calls_plan(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);
rendabel_result *rendabel_calls_next(rendabel_engine *engine, const char *now, const char *agent, const char *options, int64_t options_size);
rendabel_result *rendabel_call_open(rendabel_engine *engine, const char *now, const char *agent, const char *options, int64_t options_size);
rendabel_result *rendabel_call_report(rendabel_engine *engine, const char *outcome, int64_t outcome_size, const char *options, int64_t options_size);
rendabel_result *rendabel_calls_board(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);
rendabel_result *rendabel_learning_get(rendabel_engine *engine, const char *options, int64_t options_size);
rendabel_result *rendabel_learning_reset(rendabel_engine *engine, const char *options, int64_t options_size);
rendabel_result *rendabel_permission_get(rendabel_engine *engine, const char *query, int64_t query_size, const char *options, int64_t options_size);
rendabel_result *rendabel_agent_export(rendabel_engine *engine, const char *agent, const char *options, int64_t options_size);
rendabel_result *rendabel_agent_erase(rendabel_engine *engine, const char *agent, const char *options, int64_t options_size);
rendabel_result *rendabel_book_refresh(rendabel_engine *engine, const char *as_of, int64_t budget_ms, const char *options, int64_t options_size);
rendabel_result *rendabel_book_get(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);
rendabel_result *rendabel_report_get(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);
rendabel_result *rendabel_store_check(rendabel_engine *engine, const char *options, int64_t options_size);
rendabel_result *rendabel_store_backup(rendabel_engine *engine, const char *path, const char *options, int64_t options_size);
int32_t rendabel_result_status(const rendabel_result *result);
const char *rendabel_result_message(const rendabel_result *result);
const char *rendabel_result_body(const rendabel_result *result);
int64_t rendabel_result_body_size(const rendabel_result *result);
const char *rendabel_result_media_type(const rendabel_result *result);
void rendabel_result_free(rendabel_result *result);
