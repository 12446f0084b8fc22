// rendabel.cpp — the border: every function of rendabel.h, and the only extern "C" of the library.
// In: plain C values.  Out: results.  Never: a rule, SQL, an exception that crosses.
// Method: guard, convert, call, convert; nothing here decides anything.
#include "abi/rendabel.h"

#include <chrono>
#include <utility>

#include "abi/change_settings.hpp"
#include "abi/discovery.hpp"
#include "abi/documents/schema.hpp"
#include "abi/engine.hpp"
#include "abi/guard.hpp"
#include "abi/input.hpp"
#include "abi/intake.hpp"
#include "abi/render_assessment.hpp"
#include "abi/render_board.hpp"
#include "abi/render_book.hpp"
#include "abi/render_calls.hpp"
#include "abi/render_card.hpp"
#include "abi/render_export.hpp"
#include "abi/render_labels.hpp"
#include "abi/render_learning.hpp"
#include "abi/render_permission.hpp"
#include "abi/render_report.hpp"
#include "abi/render_schema.hpp"
#include "abi/render_store.hpp"
#include "abi/words.hpp"
#include "plugin/pipeline/board.hpp"
#include "plugin/pipeline/desk.hpp"
#include "plugin/pipeline/events.hpp"
#include "plugin/pipeline/learning.hpp"
#include "plugin/pipeline/permission.hpp"
#include "plugin/pipeline/plan.hpp"
#include "plugin/pipeline/privacy.hpp"
#include "plugin/pipeline/refresh.hpp"
#include "plugin/pipeline/report.hpp"
#include "plugin/pipeline/save.hpp"

using namespace rendabel;
using namespace rendabel::abi;

namespace {

static_assert(static_cast<std::int32_t>(Status::no_memory) == RENDABEL_NO_MEMORY);
static_assert(static_cast<std::int32_t>(Status::invalid_handle) == RENDABEL_INVALID_HANDLE);
static_assert(static_cast<std::int32_t>(Status::invalid_argument) == RENDABEL_INVALID_ARGUMENT);
static_assert(static_cast<std::int32_t>(Status::bad_input) == RENDABEL_BAD_INPUT);
static_assert(static_cast<std::int32_t>(Status::state) == RENDABEL_STATE);
static_assert(static_cast<std::int32_t>(Status::unsupported) == RENDABEL_UNSUPPORTED);
static_assert(static_cast<std::int32_t>(Status::too_new) == RENDABEL_TOO_NEW);
static_assert(static_cast<std::int32_t>(Status::busy) == RENDABEL_BUSY);
static_assert(static_cast<std::int32_t>(Status::io) == RENDABEL_IO);
static_assert(static_cast<std::int32_t>(Status::corrupt) == RENDABEL_CORRUPT);
static_assert(static_cast<std::int32_t>(Status::forked) == RENDABEL_FORKED);
static_assert(static_cast<std::int32_t>(Status::cancelled) == RENDABEL_CANCELLED);
static_assert(static_cast<std::int32_t>(Status::not_found) == RENDABEL_NOT_FOUND);
static_assert(static_cast<std::int32_t>(Status::stale) == RENDABEL_STALE);
static_assert(static_cast<std::int32_t>(Status::internal) == RENDABEL_INTERNAL);

Result json(std::string body) { return {Status::ok, {}, std::move(body), media_json}; }

/// Guards `work`, which gets its turn on an open engine.
template <class Work>
rendabel_result* on_engine(const rendabel_engine* handle, Work&& work) noexcept {
  return guarded([&] {
    const Pin<Engine> engine = engine_of(handle);
    Session session(*engine);
    return work(session);
  });
}

/// Options of a call that takes no other document.
Options options_alone(Session& session, const char* text, int64_t size,
                      std::initializer_list<std::string_view> allowed = {}) {
  Intake intake(session);
  Options options = intake.options(text, size, allowed);
  intake.accept();
  return options;
}

}  // namespace

extern "C" {

int32_t rendabel_abi_version(void) { return RENDABEL_ABI_VERSION; }

int32_t rendabel_abi_supports(int32_t host_abi) { return supports(host_abi) ? 1 : 0; }

int32_t rendabel_has_feature(const char* id) { return has_feature(id) ? 1 : 0; }

const char* rendabel_version(void) { return RENDABEL_VERSION; }

const char* rendabel_status_name(int32_t status) { return status_name(status); }

rendabel_result* rendabel_schema_get(const char* name) {
  return guarded([&] { return render_schema(word_text(name, "name")); });
}

rendabel_result* rendabel_labels_get(const char* language) {
  return guarded([&] { return json(render_labels(word_text(language, "language"))); });
}

rendabel_engine* rendabel_engine_new(int32_t host_abi) {
  return guarded_value([&] { return supports(host_abi) ? new_engine() : nullptr; },
                       static_cast<rendabel_engine*>(nullptr));
}

rendabel_result* rendabel_engine_open(rendabel_engine* engine, const char* config, int64_t config_size) {
  return guarded([&] {
    const Pin<Engine> found = engine_of(engine);
    Session session(*found, Session::Wants::no_store);
    session.open(config_of(config, config_size));
    return json(render_opened(session.store().directory()));
  });
}

void rendabel_engine_free(rendabel_engine* engine) {
  const CancellationOff off;
  free_engine(engine);
}

rendabel_result* rendabel_engine_cancel(rendabel_engine* engine) {
  return guarded([&] {
    engine_of(engine)->cancel();
    return json("{}");
  });
}

rendabel_result* rendabel_settings_get(rendabel_engine* engine, const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    options_alone(session, options, options_size);
    return json(settings_json(session.settings()));
  });
}

rendabel_result* rendabel_settings_set(rendabel_engine* engine, const char* patch, int64_t patch_size,
                                       const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    options_alone(session, options, options_size);
    change_settings(session, document(patch, patch_size, document_bytes_max, "patch"));
    return json(settings_json(session.settings()));
  });
}

rendabel_result* rendabel_account_save(rendabel_engine* engine, const char* snapshot, int64_t snapshot_size,
                                       const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    Intake intake(session);
    const Options asked = intake.options(options, options_size);
    const Snapshot facts = intake.snapshot(snapshot, snapshot_size);
    intake.accept();
    const pipeline::Judged judged =
        pipeline::save(session.store(), session.settings(), session.book(), facts, session.cancel());
    return json(render_assessment(judged, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_accounts_save(rendabel_engine* engine, const char* snapshots,
                                        int64_t snapshots_size, const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    Intake intake(session);
    intake.options(options, options_size);
    const std::vector<Snapshot> facts = intake.snapshots(snapshots, snapshots_size);
    intake.accept();
    return json(
        render_saved(pipeline::save_many(session.store(), session.settings(), facts, session.cancel())));
  });
}

rendabel_result* rendabel_account_preview(rendabel_engine* engine, const char* snapshot,
                                          int64_t snapshot_size, const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    Intake intake(session);
    const Options asked = intake.options(options, options_size, {"what_if"});
    const Snapshot facts = intake.snapshot(snapshot, snapshot_size);
    intake.accept();
    const pipeline::Judged judged =
        pipeline::preview(session.store(), session.settings(), session.book(), facts, asked.what_if);
    return json(render_assessment(judged, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_account_get(rendabel_engine* engine, const char* id, const char* as_of,
                                      const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const std::string_view account_id = id_text(id, "id");
    const Date on = day(as_of, "as_of");
    const Options asked = options_alone(session, options, options_size);
    const pipeline::Judged judged =
        pipeline::get(session.store(), session.settings(), session.book(), account_id, on);
    return json(render_assessment(judged, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_accounts_get(rendabel_engine* engine, const char* as_of, const char* options,
                                       int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Date on = day(as_of, "as_of");
    const Options asked =
        options_alone(session, options, options_size, {"after", "limit", "changed_since", "fields"});
    const Words words = words_of(asked, session.settings());
    Writer out(words.money_decimals);
    pipeline::get_page(
        session.store(), session.settings(), session.book(), on, page_of(asked), session.cancel(),
        [&](const pipeline::Judged& judged) { write_page_line(out, judged, asked.fields, words); });
    return Result{Status::ok, {}, out.text_copy(), media_ndjson};
  });
}

rendabel_result* rendabel_account_erase(rendabel_engine* engine, const char* id, const char* options,
                                        int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const std::string_view account_id = id_text(id, "id");
    const Options asked = options_alone(session, options, options_size, {"contact_id"});
    pipeline::erase(session.store(), account_id, asked.contact_id);
    return json(render_erased(account_id, asked.contact_id));
  });
}

rendabel_result* rendabel_account_export(rendabel_engine* engine, const char* id, const char* options,
                                         int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const std::string_view account_id = id_text(id, "id");
    const Options asked = options_alone(session, options, options_size, {"contact_id"});
    const pipeline::Export all = pipeline::export_account(session.store(), session.settings(), session.book(),
                                                          account_id, asked.contact_id, session.arena());
    return json(render_export(all, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_events_record(rendabel_engine* engine, const char* events, int64_t events_size,
                                        const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    Intake intake(session);
    intake.options(options, options_size);
    const std::vector<Event> told = intake.events(events, events_size);
    intake.accept();
    return json(render_recorded(pipeline::record_events(session.store(), session.settings(), session.book(),
                                                        told, session.cancel())));
  });
}

rendabel_result* rendabel_calls_plan(rendabel_engine* engine, const char* as_of, const char* options,
                                     int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Date on = day(as_of, "as_of");
    const Options asked =
        options_alone(session, options, options_size, {"present", "replan", "agent", "lane", "limit"});
    const pipeline::CallList list =
        pipeline::calls_plan(session.store(), session.settings(), on, asked, session.cancel());
    return json(render_call_list(list, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_calls_next(rendabel_engine* engine, const char* now, const char* agent,
                                     const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Moment at = moment(now, "now");
    const std::string_view who = id_text(agent, "agent");
    const Options asked = options_alone(session, options, options_size, {"amounts"});
    NextCall next =
        pipeline::calls_next(session.store(), session.settings(), session.book(), at, who, session.cancel());
    if (next.card && !asked.amounts) next.card = pipeline::without_amounts(std::move(*next.card));
    return json(render_next_call(next, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_call_open(rendabel_engine* engine, const char* now, const char* agent,
                                    const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Moment at = moment(now, "now");
    const std::string_view who = id_text(agent, "agent");
    const Options asked =
        options_alone(session, options, options_size, {"account_id", "phone", "direction", "amounts"});
    OpenedCall opened = pipeline::call_open(session.store(), session.settings(), session.book(), at, who,
                                            asked, session.cancel());
    if (opened.card && !asked.amounts) opened.card = pipeline::without_amounts(std::move(*opened.card));
    return json(render_opened_call(opened, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_call_report(rendabel_engine* engine, const char* outcome, int64_t outcome_size,
                                      const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    Intake intake(session);
    const Options asked = intake.options(options, options_size);
    const Outcome told = intake.outcome(outcome, outcome_size);
    intake.accept();
    return json(render_reported(
        pipeline::call_report(session.store(), session.settings(), session.book(), told, session.cancel()),
        words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_calls_board(rendabel_engine* engine, const char* as_of, const char* options,
                                      int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Date on = day(as_of, "as_of");
    const Options asked = options_alone(session, options, options_size, {"agent"});
    return json(render_board(
        pipeline::calls_board(session.store(), session.settings(), on, asked.agent, session.cancel()),
        words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_learning_get(rendabel_engine* engine, const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Options asked = options_alone(session, options, options_size);
    return json(
        render_learning(pipeline::learning_report(session.store()), words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_learning_reset(rendabel_engine* engine, const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    options_alone(session, options, options_size);
    return json(render_learning_reset(pipeline::reset_learning(session.store())));
  });
}

rendabel_result* rendabel_permission_get(rendabel_engine* engine, const char* query, int64_t query_size,
                                         const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    Intake intake(session);
    const Options asked = intake.options(options, options_size);
    const PermissionAsked question = intake.permission_query(query, query_size);
    intake.accept();
    return json(render_permission(
        pipeline::permission_get(session.store(), session.settings(), session.book(), question),
        words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_agent_export(rendabel_engine* engine, const char* agent, const char* options,
                                       int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const std::string_view id = id_text(agent, "agent");
    const Options asked = options_alone(session, options, options_size);
    return json(
        render_agent(pipeline::export_agent(session.store(), id), words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_agent_erase(rendabel_engine* engine, const char* agent, const char* options,
                                      int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const std::string_view id = id_text(agent, "agent");
    options_alone(session, options, options_size);
    return json(render_agent_erased(id, pipeline::erase_agent(session.store(), id)));
  });
}

rendabel_result* rendabel_book_refresh(rendabel_engine* engine, const char* as_of, int64_t budget_ms,
                                       const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Date on = day(as_of, "as_of");
    const std::chrono::milliseconds time = budget(budget_ms, "budget_ms");
    options_alone(session, options, options_size);
    return json(render_progress(
        pipeline::book_refresh(session.store(), session.settings(), on, time, session.cancel())));
  });
}

rendabel_result* rendabel_book_get(rendabel_engine* engine, const char* as_of, const char* options,
                                   int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Date on = day(as_of, "as_of");
    const Options asked = options_alone(session, options, options_size);
    const Book book = pipeline::book_get(session.store(), session.settings(), on);
    return json(render_book(book, words_of(asked, session.settings())));
  });
}

rendabel_result* rendabel_report_get(rendabel_engine* engine, const char* as_of, const char* options,
                                     int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Date on = day(as_of, "as_of");
    const Options asked = options_alone(session, options, options_size, {"format", "part", "account_id"});
    check_report_part(asked);
    const Words words = words_of(asked, session.settings());
    if (is_board_part(asked))
      return render_report(
          pipeline::calls_board(session.store(), session.settings(), on, {}, session.cancel()), asked, words);
    if (asked.account_id.empty())
      return render_report(pipeline::book_report(session.store(), session.settings(), on, session.cancel()),
                           asked, words);
    return render_report(
        pipeline::account_report(session.store(), session.settings(), session.book(), asked.account_id, on),
        asked, words);
  });
}

rendabel_result* rendabel_store_check(rendabel_engine* engine, const char* options, int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const Options asked = options_alone(session, options, options_size, {"quick"});
    return json(render_check(store::check(session.store(), asked.quick, session.cancel())));
  });
}

rendabel_result* rendabel_store_backup(rendabel_engine* engine, const char* path, const char* options,
                                       int64_t options_size) {
  return on_engine(engine, [&](Session& session) {
    const std::string file = path_text(path, "path");
    options_alone(session, options, options_size);
    return json(render_backup(file, store::backup(session.store(), file)));
  });
}

int32_t rendabel_result_status(const rendabel_result* result) {
  return static_cast<int32_t>(view(result).status);
}

const char* rendabel_result_message(const rendabel_result* result) { return view(result).message; }

const char* rendabel_result_body(const rendabel_result* result) { return view(result).body; }

int64_t rendabel_result_body_size(const rendabel_result* result) { return view(result).body_size; }

const char* rendabel_result_media_type(const rendabel_result* result) { return view(result).media_type; }

void rendabel_result_free(rendabel_result* result) {
  const CancellationOff off;
  free_result(result);
}

}  // extern "C"
