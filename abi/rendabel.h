/* rendabel.h — the contract between Rendabel and its hosts: ABI 1.0. This file is the manual.

   Rendabel tells which customers cost money, why, and whom to call today. A host (a CRM, an ERP, a script)
   loads this library, hands over what it knows of an account whenever it saves one, and gets flags and a call
   list back.

   Conventions. They hold for every function below and are not repeated there.

   (1)  Documents are the data. What goes in and what comes out is JSON text in UTF-8: one object, or NDJSON
   (one object a line) for many. Their fields, units and limits stand in the JSON Schemas beside this header
   and in rendabel_schema_get. Money is a decimal number or string in the book currency, never an exponent;
   dates are YYYY-MM-DD, times RFC 3339 with offset; null or left out means unknown, and unknown is not zero.

   (2)  Only int32_t, int64_t, text and opaque handles cross. A document goes with its size in bytes; a size
   of -1 means that it ends at its NUL. Ids, dates, times, languages and paths always end at their NUL. No
   struct, callback, varargs, global variable or initialisation: load the library, call it, unload nothing.

   (3)  Every function that can fail returns a rendabel_result, never NULL. Read its status, then its message
   (English, for a log; it carries ids, never names or telephone numbers) and its body. RENDABEL_OK is 0,
   every failure is negative; treat a negative number that you do not know as a failure. Nothing else reports
   errors: no errno, no last error, no output.

   (4)  RENDABEL_BAD_INPUT always comes with a body that names every fault, the first 1,000 of them and their
   total:
          {"findings":[{"record":17,"field":"invoices[3].due_date","why":"…"}],"total":1}
        `record` is the line of an NDJSON text, from 1 (a single document is record 1); indexes count from 0.
   A fault in the options names a field that begins with `options`. After any failure the store is as it was
   before.

   (5)  Ownership. The library copies what you hand over before the call returns. What a result gives out is
        NUL-terminated and lives until rendabel_result_free; results outlive their engine. Free every result
   and every engine with its own function, once; both take NULL. Never free our memory with yours.

   (6)  Handles are checked before use: NULL, freed, truncated, made up or of the other type gives
        RENDABEL_INVALID_HANDLE, never a crash. A handle's value is never used twice in a process.

   (7)  Options. Every call that acts takes `options, options_size` last: NULL, or a JSON object. That is how
   functions grow, so a key that this version does not know is a fault, not ignored. Two are known everywhere:
          {"language":"nl"}  language of the sentences; left out: the first of the settings' languages
          {"text":false}     no sentences in the answer; codes and numbers only

   (8)  Threads. Call any function from any thread. One engine does one call at a time, others wait; engines
   do not wait for each other but for the store's one writer. rendabel_engine_cancel does not wait. One result
   belongs to one thread at a time. pthread_cancel has no effect inside a call.

   (9)  Processes. Many processes may use one store, each with its own engine. After fork() a child must not
   use its parent's engines: every call on one answers RENDABEL_FORKED and touches nothing; free it and make a
   new one. Results made before the fork may still be read and freed.

   (10) Nothing happens when the library is loaded: no thread, file, signal handler, locale, environment or
   output. Later only rendabel_engine_open and what follows it touch files, all in the directory you name.

   (11) Versions. RENDABEL_ABI_VERSION is major << 16 | minor and grows apart from the product. Within a major
   version functions, constants, keys and codes are only added: ignore keys and codes in answers that you do
   not know. Ask rendabel_has_feature before using something newer than 1.0. The numbers are always those of
   the library you loaded: `rules_version` in the answers grows when a rule or a default changes.

   (12) Every call may also answer: RENDABEL_NO_MEMORY, RENDABEL_INTERNAL (a fault of ours: please report its
   message), and on an engine RENDABEL_INVALID_HANDLE, RENDABEL_FORKED, RENDABEL_CANCELLED, RENDABEL_STATE
   (the engine is not open), RENDABEL_INVALID_ARGUMENT (a NULL, an id or date that is none, a negative size
   other than -1), RENDABEL_BAD_INPUT (the options), and from the store RENDABEL_BUSY, RENDABEL_IO,
   RENDABEL_CORRUPT, RENDABEL_TOO_NEW. `Statuses` below names what a function adds to these and what it means
   there.

   The smallest host (without checks; samples/ has it with them):

     rendabel_engine *engine = rendabel_engine_new(RENDABEL_ABI_VERSION);
     rendabel_result_free(rendabel_engine_open(engine, "{\"store\":\"/var/lib/shop/rendabel\"}", -1));
     rendabel_result *saved = rendabel_account_save(engine, snapshot, snapshot_size, NULL, 0);
     if (rendabel_result_status(saved) == RENDABEL_OK) show_flags(rendabel_result_body(saved));
     rendabel_result_free(saved);
     rendabel_engine_free(engine);
*/
#ifndef RENDABEL_H
#define RENDABEL_H
/* A prototype a line, so that the flat header made from this file is flat too. */
/* clang-format off */
#ifndef RENDABEL_FFI_DECLS
#include <stdint.h>
#if defined(__GNUC__)
#define RENDABEL_API __attribute__((visibility("default")))
#else
#define RENDABEL_API
#endif
#ifdef __cplusplus
extern "C" {
#endif
#else
#define RENDABEL_API
#endif

/* The version of this header. Hand it to rendabel_engine_new. */
enum {
  RENDABEL_ABI_VERSION = 65536, /* 1.0: major << 16 | minor */
};

/* How a call ended. Append-only. */
enum {
  RENDABEL_OK = 0,                /* done */
  RENDABEL_NO_MEMORY = -1,        /* memory ran out; nothing was stored, or all of it when only the answer found no room: call again */
  RENDABEL_INVALID_HANDLE = -2,   /* NULL, freed, made up or of the other type */
  RENDABEL_INVALID_ARGUMENT = -3, /* a plain argument is wrong; the message says which */
  RENDABEL_BAD_INPUT = -4,        /* a document is wrong; the body has the findings */
  RENDABEL_STATE = -5,            /* not now: the engine is not open, or open already, or the book was never refreshed */
  RENDABEL_UNSUPPORTED = -6,      /* this library does not do that */
  RENDABEL_TOO_NEW = -7,          /* the store was written by a newer version; it was not touched */
  RENDABEL_BUSY = -8,             /* another process held the store for longer than busy_timeout_ms; try again later */
  RENDABEL_IO = -9,               /* a file could not be read or written: permissions, read-only, full disk */
  RENDABEL_CORRUPT = -10,         /* the store's file is damaged or is no store */
  RENDABEL_FORKED = -11,          /* the engine belongs to the parent process */
  RENDABEL_CANCELLED = -12,       /* rendabel_engine_cancel stopped it; nothing was stored */
  RENDABEL_NOT_FOUND = -13,       /* there is no such account, contact or name */
  RENDABEL_STALE = -14,           /* the snapshot's revision is older than the stored one: nothing to do */
  RENDABEL_INTERNAL = -15,        /* a fault of the library */
};

/* An engine: one open store and its settings. One company's book is one store; open one engine per company. */
typedef struct rendabel_engine rendabel_engine;
/* The answer of one call. */
typedef struct rendabel_result rendabel_result;

/* ---- Discovery ------------------------------------------------------------------------------------------ */

/* The ABI version of the loaded library: major << 16 | minor.
   Never fails. Any thread. Since 1.0.
   Example: rendabel_abi_version() >> 16 is 1. */
RENDABEL_API int32_t rendabel_abi_version(void);

/* Whether a host compiled with `host_abi` can use this library: 1 when its major version is ours and its minor
   version is not above ours, else 0.
   Never fails. Any thread. Since 1.0.
   Example: if (!rendabel_abi_supports(RENDABEL_ABI_VERSION)) use_without_rendabel(); */
RENDABEL_API int32_t rendabel_abi_supports(int32_t host_abi);

/* Whether the library has feature `id`: 1 or 0 (also for NULL and unknown ids). Features of 1.0: assessment/1,
   accounts/1, settings/1, store/1, calls/1, events/1, book/1, report/1, schema/1, labels/1.
   Never fails. Any thread. Since 1.0.
   Example: if (rendabel_has_feature("verdict/1")) show_verdict(); */
RENDABEL_API int32_t rendabel_has_feature(const char *id);

/* The product's version, such as "0.1.0": for people and logs, never to decide by. A constant of the library.
   Never fails. Any thread. Since 1.0. */
RENDABEL_API const char *rendabel_version(void);

/* The name of a status as the documents spell it, such as "bad_input"; "unknown" for a number we do not have. A
   constant of the library.
   Never fails. Any thread. Since 1.0.
   Example: log("%s: %s", rendabel_status_name(rendabel_result_status(r)), rendabel_result_message(r)); */
RENDABEL_API const char *rendabel_status_name(int32_t status);

/* The JSON Schema (draft 2020-12) of the documents named `name`, such as "snapshot" or "assessment"; "index" lists
   all names. The schemas follow from what the code checks with, so they are what this library accepts.
   Answer: the schema, media type application/schema+json; of "index": {"schemas":["assessment",…]}, application/json.
   Statuses: INVALID_ARGUMENT name is NULL; NOT_FOUND no schema of that name.
   Any thread, no engine. Since 1.0.
   Example: rendabel_schema_get("snapshot"); */
RENDABEL_API rendabel_result *rendabel_schema_get(const char *name);

/* Every code of the answers with its words in `language` ("nl" or "en", also as "nl_NL" or "en-GB"), so that no host
   translates them again.
   Answer:
     {"language":"nl","labels":{"flag":{"loss_making":"…"},"coverage_state":{…},"coverage_reason":{…},"line":{…},
     "layer":{…},"rhythm":{…},"reason":{…},"purpose":{…},"lane":{…},"call_state":{…},"left_out":{…},"withdrawn":{…},"place":{…},
     "outcome":{…},"skip_reason":{…},"reception":{…},"step":{…},"step_why":{…},"closed_why":{…},
     "rule":{…},"margin_from":{…},"status":{…}}}
   Statuses: INVALID_ARGUMENT language is NULL; UNSUPPORTED a language that we do not speak.
   Any thread, no engine. Since 1.0.
   Example: rendabel_labels_get("nl"); */
RENDABEL_API rendabel_result *rendabel_labels_get(const char *language);

/* ---- Engine --------------------------------------------------------------------------------------------- */

/* A new engine for a host compiled with `host_abi`; hand over RENDABEL_ABI_VERSION. The engine answers in the
   statuses and document forms of that version. It has no store yet: rendabel_engine_open comes next.
   Returns NULL when rendabel_abi_supports(host_abi) is 0 or memory ran out. Free it with rendabel_engine_free.
   Any thread; touches no file. Since 1.0. */
RENDABEL_API rendabel_engine *rendabel_engine_new(int32_t host_abi);

/* Opens the store named in `config` and makes it if it is not there: a directory, private to one OS user (files
   0600).
   Config: {"store":"directory","busy_timeout_ms":5000,"durability":"normal"}. Only `store` is required.
     busy_timeout_ms is how long to wait for another process's write (hosts in a save hook: 250, and try again later
     on BUSY). durability "full" syncs every save of facts too; own state (consents, objections, settings, …) is
     always synced in full.
   Answer: {"store":"directory"}
   Statuses: BAD_INPUT config; STATE the engine is open already; TOO_NEW the store is newer than this library; CORRUPT
     the file is damaged or is no store; IO. After a failure the engine may be opened again.
   Takes no options: config is the engine's own. Any thread. Since 1.0.
   Example: rendabel_engine_open(engine, "{\"store\":\"/var/lib/shop/rendabel\",\"busy_timeout_ms\":250}", -1); */
RENDABEL_API rendabel_result *rendabel_engine_open(rendabel_engine *engine, const char *config, int64_t config_size);

/* Frees the engine and closes its store. NULL is fine, and so is a handle that is none. It does not wait: a call of
   another thread that runs on the engine ends undisturbed, and the store closes after it; later calls answer
   INVALID_HANDLE. Results stay.
   In a forked child it forgets the parent's engine and touches nothing. Any thread. Since 1.0. */
RENDABEL_API void rendabel_engine_free(rendabel_engine *engine);

/* Asks every call that has entered this engine, waiting or running, to stop; calls that enter later are not affected.
   It returns at once. A stopped call answers RENDABEL_CANCELLED and has stored nothing; one that had stored already
   is done.
   Answer: {}
   Statuses: INVALID_HANDLE, FORKED; no others. Any thread, beside a running call: that is what it is for. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_engine_cancel(rendabel_engine *engine);

/* ---- Settings ------------------------------------------------------------------------------------------- */

/* All effective settings: the defaults, with what the owner set over them.
   Answer: the settings document (schema "settings").
   Any thread. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_settings_get(rendabel_engine *engine, const char *options, int64_t options_size);

/* Changes settings by a JSON merge patch (RFC 7396): null puts a setting back to its default, arrays are replaced
   whole. The patch and what follows from it are checked whole; a fault changes nothing. Other engines and processes
   see the change at their next call; today's fixed call list keeps its calls.
   Answer: the settings document, all effective values.
   Statuses: BAD_INPUT the patch, the settings that would follow, or another currency once an account is stored.
   Any thread. Since 1.0.
   Example: rendabel_settings_set(engine, "{\"gross_margin_assumed\":0.30}", -1, NULL, 0); */
RENDABEL_API rendabel_result *rendabel_settings_set(rendabel_engine *engine, const char *patch, int64_t patch_size, const char *options, int64_t options_size);

/* ---- Accounts ------------------------------------------------------------------------------------------- */

/* The save hook: checks one snapshot (all that the host knows of one account), stores its facts, assesses the account
   and opens, re-dates or closes its cases, in one transaction. Facts are replaced; own state (consents, objections,
   do not call, remedies) is merged: the later date wins, on equal dates the stricter, and what is absent or null
   lifts nothing.
   Answer: the assessment (schema "assessment").
   Statuses: BAD_INPUT the snapshot; STALE its `revision` is lower than the stored one: nothing stored, the host is
     done.
   Any thread. Since 1.0.
   Example: rendabel_account_save(engine, "{\"account\":{\"id\":\"C1\"},\"as_of\":\"2026-11-23\",\"orders\":[]}", -1,
     "{\"language\":\"nl\"}", -1); */
RENDABEL_API rendabel_result *rendabel_account_save(rendabel_engine *engine, const char *snapshot, int64_t snapshot_size, const char *options, int64_t options_size);

/* Saves many snapshots, one a line (NDJSON, at most 256 MiB), in one transaction: all or nothing. At most 500 a call
   is polite to other processes. Stale ones are skipped and listed; they fail nothing.
   Answer: {"saved":499,"stale":["C7"]}
   Statuses: BAD_INPUT any line; CANCELLED.
   Any thread. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_accounts_save(rendabel_engine *engine, const char *snapshots, int64_t snapshots_size, const char *options, int64_t options_size);

/* Assesses a snapshot as account_save would and stores nothing. Own state that the store has of that account applies.
   Options: {"what_if":{"discount_percent":5,"visits":4}} also tells what the last 365 days would have brought so; the keys
     are discount_percent, orders, order_value, days_late, charge_shipping, small_order_fee, channel, delivery, visits, calls.
   Answer: the assessment; with `what_if` also {"what_if":{"before","after","difference","result","changes","text"}}: the net
     result now and then, the whole statement, and per change from, to and break-even. The advice is that of the facts.
   Statuses: BAD_INPUT the snapshot.
   Any thread. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_account_preview(rendabel_engine *engine, const char *snapshot, int64_t snapshot_size, const char *options, int64_t options_size);

/* Assesses a stored account as of a day.
   Arguments: `id`, the host's id of the account; `as_of`, the day everything is judged on; later facts do not count.
   Answer: the assessment.
   Statuses: NOT_FOUND no such account.
   Any thread; takes no write lock. Since 1.0.
   Example: rendabel_account_get(engine, "C1", "2026-11-23", NULL, 0); */
RENDABEL_API rendabel_result *rendabel_account_get(rendabel_engine *engine, const char *id, const char *as_of, const char *options, int64_t options_size);

/* Assesses stored accounts as of a day, in pages.
   Options: {"after":"C500"} only ids after this one, bytewise; {"limit":500} at most so many, 1 to 5,000;
     {"changed_since":42} only accounts saved after that sequence; {"fields":"summary"} the figures of a list only.
   Answer: NDJSON (media type application/x-ndjson), one assessment or summary a line, by id, each with `sequence`,
     the store's growing number of its last save; empty when there are none left.
   Statuses: CANCELLED.
   Any thread; takes no write lock. Since 1.0.
   Example: rendabel_accounts_get(engine, "2026-11-23", "{\"after\":\"C500\",\"fields\":\"summary\"}", -1); */
RENDABEL_API rendabel_result *rendabel_accounts_get(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);

/* Erases an account, or with {"contact_id":"P1"} one person of it, from facts, cases, call lists and free pages (GDPR
   art. 17). A keyed hash stays of numbers that must not be called, so that an objection survives.
   Answer: {"account_id":"C1","contact_id":null,"erased":true}
   Statuses: NOT_FOUND no such account or contact.
   Any thread. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_account_erase(rendabel_engine *engine, const char *id, const char *options, int64_t options_size);

/* All that the store keeps of an account, for the customer who asks (GDPR art. 15 and 20).
   options {"contact_id":"P1"}: what is kept of one person of it (art. 15): he himself, the records, cases, calls and
   outcomes that name him; the account's own facts and sums are none of his.
   Answer: {"account_id","contact_id":null,"snapshot":{the facts},"assessment":{the verdict with its reasons},
     "events":[…],"own_state":{…},"desk":{…},"rests":[…],"needs":[…],"cases":[…],"calls":[…],"left_out":[…],
     "outcomes":[…],"wrong_numbers":[…]}
   Statuses: NOT_FOUND no such account, or nothing is kept of that person there.
   Any thread; takes no write lock. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_account_export(rendabel_engine *engine, const char *id, const char *options, int64_t options_size);

/* ---- Events --------------------------------------------------------------------------------------------- */

/* Records what happened between two snapshots, an event a line (NDJSON, at most 256 MiB), in one transaction: all or
   nothing. Kinds: inquiry, quote, activity, remedy, consent, objection, do_not_call, account_merged, pin, remove,
   assign, verdict_disputed, decision, book_total; their records stand in schema "event". A record is spelt as in the
   snapshot and replaces the one of the same account, kind and id, so the next snapshot brings the same fact, not a
   second one: until then the event's holds; a snapshot whose array is there and whose as_of is a later day takes it
   back by leaving it out. Cases change at once: an inquiry is in the now-lane when the call returns. No later snapshot
   lifts an objection, a withdrawn consent or a do_not_call. account_merged moves all that is kept of from_account_id
   to account_id and forgets the former. pin, remove, assign, decision and verdict_disputed are the team leader's; null
   takes them back.
   Answer: {"recorded":2,"accounts":["C1","C2"]}: how many, and whose.
   Statuses: BAD_INPUT an event, an unknown account or agent (by line and field); nothing was stored.
   Any thread. Since 1.0, feature events/1.
   Example: rendabel_events_record(engine, "{\"account_id\":\"C1\",\"kind\":\"inquiry\",\"at\":\"2026-11-23T10:05:00+01:00\",
     \"record\":{\"id\":\"I7\",\"at\":\"2026-11-23T10:05:00+01:00\",\"kind\":\"question\"}}", -1, NULL, 0); */
RENDABEL_API rendabel_result *rendabel_events_record(rendabel_engine *engine, const char *events, int64_t events_size, const char *options, int64_t options_size);

/* ---- Calls ---------------------------------------------------------------------------------------------- */

/* The call list of a day. The first call for a day fixes the today lane: which calls, in which order. Later calls
   give the same calls with their present state; what was denied, bought or settled meanwhile is withdrawn and says
   why.
   Options: {"present":[{"id":"jan","minutes":60}]} the agents who are here; {"replan":true} makes the day's plan
     anew; {"agent":"jan"}, {"lane":"now"}, {"limit":20} filter the answer, never the plan.
   Answer: the call list (schema "call_list"); `left_out` counts who is not on it, and why.
   Statuses: CANCELLED.
   Any thread. Since 1.0.
   Example: rendabel_calls_plan(engine, "2026-11-23", "{\"language\":\"nl\"}", -1); */
RENDABEL_API rendabel_result *rendabel_calls_plan(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);

/* The agent's next call, leased to him for `calls.lease_minutes`: what he has already, else the most valuable call of the
   day that he may make at that moment, with its card: why now, who, the number, three lines of history, what to raise
   and to ask, other channels. Agreed times come first, then the now-lane, then the list. Makes the day's list where
   there is none. No two agents get one account or one telephone number; a lease that ends returns by itself. A
   callback is its agent's until a quarter of an hour after its time, then anybody's. The law is asked again at `now`:
   what it denies is neither leased nor hinted at, and with purpose service or asked nothing is sold beyond the subject.
   Arguments: `now`, RFC 3339 with offset; `agent`, an id of calls.agents, any id where settings name none.
   Options: {"amounts":false} leaves out results and margins, for agents who may not see them.
   Answer: {"call":{card},"next_due":null}, or {"call":null,"next_due":"2026-11-23T14:00:00+01:00"} where nothing is due
     (schema "next_call"); next_due null: nothing is known to come. The card's p_success is that of a call at `now`;
     `chance_reasons` says in words what was learnt from outcomes that moves it most.
   Statuses: INVALID_ARGUMENT no time, or an agent who is not in the settings; CANCELLED.
   Any thread. Since 1.0, feature desk/1.
   Example: rendabel_calls_next(engine, "2026-11-23T09:30:00+01:00", "jan", "{\"language\":\"nl\"}", -1); */
RENDABEL_API rendabel_result *rendabel_calls_next(rendabel_engine *engine, const char *now, const char *agent, const char *options, int64_t options_size);

/* The customer is on the line, or the agent opens an account himself: leases it and answers the same card.
   Options: {"account_id":"C1"} or {"phone":"0401234567"}, one of them; {"direction":"in"} when the customer calls, "out"
     (default) when the agent does; {"amounts":false} as in calls_next. An inbound call closes the planned calls of the
     day, starts the rest after speaking and takes the account over from whoever has it; an open problem or complaint is
     solved first (`solve_first`), sales hints come once it is marked solved.
   Answer: {"call":{card},"choices":[]}; {"call":null,"choices":[…]} where several accounts have the number: open one by its
     id (schema "opened_call"). A card without `lease_until` is not leased: the law denies the call at this moment.
   Statuses: INVALID_ARGUMENT no time, agent, account or number; NOT_FOUND no such account or number; STATE outbound while
     another agent has the account or its number.
   Any thread. Since 1.0, feature desk/1.
   Example: rendabel_call_open(engine, "2026-11-23T09:30:00+01:00", "jan", "{\"phone\":\"040 123 45 67\",\"direction\":\"in\"}", -1); */
RENDABEL_API rendabel_result *rendabel_call_open(rendabel_engine *engine, const char *now, const char *agent, const char *options, int64_t options_size);

/* Takes what came of a call, once: the same id again gives the same answer and changes nothing. In one transaction, on
   the disk when the call returns: the attempt, the next step of every case it was about, rests, needs, an objection on
   every path, what was learnt, and the lease given back. A late report is accepted unless the call was leased again; of
   a case that ended meanwhile, or a second one of the same call, it counts as a contact (`late`). Until a snapshot brings
   an activity with that call_id, or the outcome's id, the call is an activity of the account.
   Answer: {"id","account_id","late":false,"next_step":{"kind","on","at","why"},"case_states":[…]} (schema "reported").
   Statuses: BAD_INPUT the outcome (schema "outcome"): skipped needs skip_reason, callback its time, which lies within the
     legal hours and calls.steps.callback_days_max; NOT_FOUND no such call or account; STATE leased again to another agent.
   Any thread. Since 1.0, feature desk/1.
   Example: rendabel_call_report(engine, "{\"id\":\"R1\",\"call_id\":\"…\",\"agent\":\"jan\",\"at\":\"2026-11-23T09:40:00+01:00\",
     \"outcome\":\"no_answer\"}", -1, NULL, 0); */
RENDABEL_API rendabel_result *rendabel_call_report(rendabel_engine *engine, const char *outcome, int64_t outcome_size, const char *options, int64_t options_size);

/* The team leader's view of a day: how the list stands; the hour of every scheduled day of the last four weeks (calls.hour:
   planned, first lease within it, attempted, reached, results, skipped with reason; held = at least half the capacity
   attempted) and the streak of days it was held; overdue callbacks; cases without a next step (should be 0); how calls
   were received beside the column's nine of ten; verdicts in dispute, accounts with a wrong number and cases skipped three
   times; what calling brought against those held out (settings calls.holdout_share), with 95 % intervals: Newcombe 1998
   for shares, Welch 1947 for means. Totals of the team; "agents" only on and after settings board.per_agent_agreed_on
   (in the Netherlands the works council agrees first), by id and never ranked.
   options {"agent":"jan"}: "agents" has his own figures, whatever was agreed: for himself. The host sees to who asks.
   Answer: schema "board".
   Any thread; takes no write lock. Since 1.0, feature board/1.
   Example: rendabel_calls_board(engine, "2026-11-23", NULL, 0); */
RENDABEL_API rendabel_result *rendabel_calls_board(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);

/* What was learnt from outcomes, and how well it foretells. `p_success` of lists, cards and reasons is this learner's: a
   Bayesian logistic regression on reason, attempt, part of the day, days waited, channel and the attributes of
   settings calls.learn_attributes; it starts at calls.priors, never knows the agent, and takes each outcome once, in the
   transaction of call_report. An order, quote or meeting is a success; a busy line, a skip and a wrong number teach nothing.
   Every figure is of chances said before the outcome was known: log_loss and base_log_loss in nats an outcome, 0 or more
   (the base is the moving rate of success; learning helps where log_loss is the smaller), calibration_error 0 to 1, and a
   row for each tenth of the predicted chance: predicted beside observed, with its outcomes. `weights`, at most twelve, the
   largest first: effect in log-odds, odds = what the odds are multiplied by, and the words; attributes share places and
   are not named. `drift`: variance in log-odds² that a day adds, so that what was learnt long ago weighs less.
   Before the first outcome all figures but the counts, priors and drift are null.
   It holds sums over calls, and no fact of any one account, person or agent: erasing those leaves it as it is.
   Answer: schema "learning".
   Any thread; takes no write lock. Since 1.0, feature learning/1.
   Example: rendabel_learning_get(engine, "{\"language\":\"nl\"}", -1); */
RENDABEL_API rendabel_result *rendabel_learning_get(rendabel_engine *engine, const char *options, int64_t options_size);

/* Forgets all that was learnt, for good: chances are the priors' again, from the next list or card on; a list that was made
   keeps its own. Outcomes, cases and steps stay, and an outcome that was reported before is not learnt from again.
   Answer: {"reset":true,"outcomes":41}: so many had been learnt from (schema "learning_reset").
   Any thread. Since 1.0, feature learning/1.
   Example: rendabel_learning_reset(engine, NULL, 0); */
RENDABEL_API rendabel_result *rendabel_learning_reset(rendabel_engine *engine, const char *options, int64_t options_size);

/* May we reach this person for this purpose at that moment, and why (the packs of NL, BE, DE, AT, UK and FR; elsewhere
   nobody but business customers). The desk asks the same; this one explains, for an agent who wonders or a host that
   is about to write. It only looks: nothing is leased, planned or counted.
   Arguments: `query`, {"account_id":"C1","contact_id":"P1","purpose":"marketing","channel":"voice",
     "at":"2026-11-23T10:00:00+01:00"} (schema "permission_query"). Without contact_id the first person of the account who
     may be reached so, in the desk's order, else the first one; purpose default marketing, channel default voice.
     purpose "asked" needs an open request (a quote, inquiry or callback that was asked for): its dates and its agreed
     time count. Without one, or once it lapsed, `judged_as` is marketing.
   Answer: {"account_id","contact_id","at","purpose","judged_as","reason","source_id","channel","allowed","rule","text",
     "country","person_kind","relation","address","phone_e164","next_allowed"} (schema "permission"): `reason` and
     `source_id` are the request's; `address` as the host gave it, null where we know none; `next_allowed` the earliest
     moment from `at` on, as things stand now, in the next 92 days; null: none.
   Statuses: BAD_INPUT the query; NOT_FOUND no such account, or no such active person there.
   Any thread; takes no write lock. Since 1.0, feature permission/1.
   Example: rendabel_permission_get(engine, "{\"account_id\":\"C1\",\"at\":\"2026-11-23T10:00:00+01:00\"}", -1, NULL, 0); */
RENDABEL_API rendabel_result *rendabel_permission_get(rendabel_engine *engine, const char *query, int64_t query_size, const char *options, int64_t options_size);

/* All that the store keeps of an agent (GDPR art. 15): outcomes, leases, accounts assigned to him. Of somebody it does not
   know there is nothing: empty lists.
   Answer: {"agent","outcomes":[…],"leases":[…],"assigned":[…]} (schema "agent_export").
   Any thread; takes no write lock. Since 1.0, feature board/1. */
RENDABEL_API rendabel_result *rendabel_agent_export(rendabel_engine *engine, const char *agent, const char *options, int64_t options_size);

/* Takes an agent's name out of outcomes, leases, calls, promises and the desk, with the notes he wrote; free pages are
   overwritten. What came of the calls stays, as nobody's. In settings he stands until the owner takes him out.
   Answer: {"agent":"jan","erased":true,"outcomes":41}: so many bore his name.
   Any thread. Since 1.0, feature board/1. */
RENDABEL_API rendabel_result *rendabel_agent_erase(rendabel_engine *engine, const char *agent, const char *options, int64_t options_size);

/* ---- Book ----------------------------------------------------------------------------------------------- */

/* The nightly job in steps: goes on for about `budget_ms` milliseconds (0: one step) and returns, so that a host in
   any language can show progress and stop. Any process may take the next step. Another as_of starts anew, and so does
   the call after `finished`.
   Phases: "gather" looks at every account; "fit" finds what the whole book shows (the buying model, what customers
   buy together, an inferred scale); "accounts" judges every account with it; "changed" catches up with saves meanwhile;
   "book" cuts the layers and draws up the book; "finished" puts book and values in force together: until then the last
   ones stay. The phases fit and book are one step each and may take longer than the budget, some seconds at a million
   accounts; no step keeps other writers waiting for more than 50 ms.
   Answer: {"as_of":"2026-11-23","done":2000,"total":4372,"phase":"accounts","finished":false}; an account is half
     done when gathered, done when judged.
   Statuses: INVALID_ARGUMENT a negative budget; CANCELLED: finished steps stay, the next call goes on from there.
   Any thread. Since 1.0.
   Example: repeat rendabel_book_refresh(engine, "2026-11-23", 200, NULL, 0) until "finished" is true. */
RENDABEL_API rendabel_result *rendabel_book_refresh(rendabel_engine *engine, const char *as_of, int64_t budget_ms, const char *options, int64_t options_size);

/* The whole book as the last finished refresh found it: results and the steps from list revenue to net result, pyramid
   with costs per layer, tail, whale curve, headlines per flag and remedy, worst accounts, trend against the last refresh
   of an earlier day, visit programme per owner, capacity, the buying model and the discount scale, reconciliation. Rows
   of accounts are bounded; counts and sums are of all. Σ accounts_get = the book, with the same layers.
   Arguments: `as_of`, the day of that refresh.
   Answer: the book (schema "book").
   Statuses: STATE there was no finished refresh for that day.
   Any thread; takes no write lock. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_book_get(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);

/* The report: the book of a day, or with an account_id one account, as something to read, print or embed. It only
   looks: it makes no call list and refreshes nothing; the list of that day is in it if there is one.
   Arguments: `as_of`, the day of the book's refresh; of an account any day, and no refresh is needed.
   Options: {"format":"html"} (default) one page, complete in itself: no script and no request, light and dark, fit
     for print, for screen readers and from 320 pixels on. An account's is made for a frame in a CRM's form.
     {"format":"svg","part":"whale"} one chart: whale, pyramid, waterfall, tail; of an account waterfall.
     {"format":"csv","part":"pyramid"} one table (RFC 4180, UTF-8): result, waterfall, whale, pyramid, cost_lines,
     tail, flags, remedies, worst, visits, visit_accounts, calls, trend, capacity, coverage, reconciliation, ledger,
     model, scale; of an account result, flags, remedies, agreed, calls, cross_sell, coverage. Headers and codes are
     spelt as in the documents; text that a spreadsheet would take for a formula has an apostrophe in front, numbers
     stay numbers.
     {"part":"board"} the team leader's board as a page; with csv also board, board_state, board_hours, board_waiting,
     board_holdout, board_agents. It needs no refresh, and has what calls_board has: rows per agent only when agreed.
     {"account_id":"C1"} this account. {"language":"nl"} of the words and of how numbers are written.
   Answer: the text, with media type text/html; charset=utf-8, image/svg+xml or text/csv; charset=utf-8. What the host
     handed over is escaped in all three. It has names of accounts, and of contacts to call: treat it as such.
   Statuses: STATE there was no finished refresh for that day; NOT_FOUND no such account; BAD_INPUT a part that the
     format does not have, and the finding names those that it has; CANCELLED.
   Any thread; takes no write lock. Since 1.0.
   Example: rendabel_report_get(engine, "2026-11-23", "{\"account_id\":\"C1\",\"language\":\"nl\"}", -1); */
RENDABEL_API rendabel_result *rendabel_report_get(rendabel_engine *engine, const char *as_of, const char *options, int64_t options_size);

/* ---- Store ---------------------------------------------------------------------------------------------- */

/* Checks the store: the file itself and what must agree in it. {"quick":true} leaves out the slow part.
   Answer: {"ok":true,"problems":[]}; problems are sentences for a log.
   Any thread; takes no write lock. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_store_check(rendabel_engine *engine, const char *options, int64_t options_size);

/* Copies the store, as it is at one moment, to the new file `path` (0600) while others go on.
   Answer: {"path":"…","bytes":123456}
   Statuses: INVALID_ARGUMENT path is NULL, empty or exists already; IO.
   Any thread; takes no write lock. Since 1.0. */
RENDABEL_API rendabel_result *rendabel_store_backup(rendabel_engine *engine, const char *path, const char *options, int64_t options_size);

/* ---- Results -------------------------------------------------------------------------------------------- */

/* How the call ended. RENDABEL_INVALID_HANDLE for what is no result. Never fails. Since 1.0. */
RENDABEL_API int32_t rendabel_result_status(const rendabel_result *result);

/* What went wrong, in English, for a log; "" when nothing did. Lives as long as the result. Never NULL. Since 1.0. */
RENDABEL_API const char *rendabel_result_message(const rendabel_result *result);

/* The answer's document, NUL-terminated; "" when there is none. Lives as long as the result. Never NULL. Since 1.0. */
RENDABEL_API const char *rendabel_result_body(const rendabel_result *result);

/* The size of the body in bytes, without its NUL. Never fails. Since 1.0. */
RENDABEL_API int64_t rendabel_result_body_size(const rendabel_result *result);

/* The body's media type: application/json, application/x-ndjson, application/schema+json, or a report's; "" without a
   body. Lives as long as the result. Never NULL. Since 1.0. */
RENDABEL_API const char *rendabel_result_media_type(const rendabel_result *result);

/* Frees the result and all it gave out. NULL is fine, and so is a handle that is none. Since 1.0. */
RENDABEL_API void rendabel_result_free(rendabel_result *result);

#ifndef RENDABEL_FFI_DECLS
#ifdef __cplusplus
}
#endif
#endif
#endif
