<?php

declare(strict_types=1);

namespace Rendabel;

/**
 * One open store, the book of one company. Methods are the entry points of rendabel.h, which is the manual; options are
 * named arguments: $engine->calls_plan('2026-11-23', language: 'nl', limit: 20). All throw Failure unless the call
 * succeeded. In a hook that must not fail, catch \Throwable and mark the account dirty.
 */
final class Engine
{
    public function __construct(private readonly Way $way)
    {
    }

    /**
     * Opens the store in a directory, by FFI where that is allowed and else by the command line.
     *
     * @param array<string, mixed> $config such as ['busy_timeout_ms' => 250] in a save hook
     * @throws Failure of the way that was tried last
     */
    public static function open(string $store, array $config = []): self
    {
        $config = Json::of(['store' => $store] + $config);
        try {
            return new self(new Native($config));
        } catch (Failure $refused) {
            if ($refused->status !== Failure::UNSUPPORTED) {
                throw $refused;
            }
            return new self(new CommandLine($config));
        }
    }

    /** Whether calls are made in this process (FFI) or through the command line. */
    public function isNative(): bool
    {
        return $this->way instanceof Native;
    }

    public function close(): void
    {
        $this->way->close();
    }

    // ---- discovery

    public function schema_get(string $name): Answer
    {
        return $this->way->ask('schema_get', $name);
    }

    public function labels_get(string $language): Answer
    {
        return $this->way->ask('labels_get', $language);
    }

    // ---- settings

    public function settings_get(mixed ...$options): Answer
    {
        return $this->way->call('settings_get', options: $options);
    }

    public function settings_set(array|object|string $patch, mixed ...$options): Answer
    {
        return $this->way->call('settings_set', [], Json::of($patch), $options);
    }

    // ---- accounts

    /** The save hook: checks and stores one snapshot, answers its assessment. */
    public function account_save(array|object|string $snapshot, mixed ...$options): Answer
    {
        return $this->way->call('account_save', [], Json::of($snapshot), $options);
    }

    /** Saves many in one transaction, all or nothing; at most 500 a call is polite. */
    public function accounts_save(iterable|string $snapshots, mixed ...$options): Answer
    {
        return $this->way->call('accounts_save', [], Json::lines($snapshots), $options);
    }

    /** The assessment that saving would answer; stores nothing. */
    public function account_preview(array|object|string $snapshot, mixed ...$options): Answer
    {
        return $this->way->call('account_preview', [], Json::of($snapshot), $options);
    }

    public function account_get(string|int $id, string|\DateTimeInterface $as_of, mixed ...$options): Answer
    {
        return $this->way->call('account_get', [Json::text($id), Json::text($as_of)], null, $options);
    }

    /** A page of assessments or summaries, by id: iterate over the answer. */
    public function accounts_get(string|\DateTimeInterface $as_of, mixed ...$options): Answer
    {
        return $this->way->call('accounts_get', [Json::text($as_of)], null, $options);
    }

    public function account_erase(string|int $id, mixed ...$options): Answer
    {
        return $this->way->call('account_erase', [Json::text($id)], null, $options);
    }

    public function account_export(string|int $id, mixed ...$options): Answer
    {
        return $this->way->call('account_export', [Json::text($id)], null, $options);
    }

    // ---- events and calls

    /** Records what happened between two snapshots, in one transaction. */
    public function events_record(iterable|string $events, mixed ...$options): Answer
    {
        return $this->way->call('events_record', [], Json::lines($events), $options);
    }

    public function calls_plan(string|\DateTimeInterface $as_of, mixed ...$options): Answer
    {
        return $this->way->call('calls_plan', [Json::text($as_of)], null, $options);
    }

    /** Leases the next call to an agent, with its card; 'call' is null when nothing is due. */
    public function calls_next(string|\DateTimeInterface $now, string|int $agent, mixed ...$options): Answer
    {
        return $this->way->call('calls_next', [Json::text($now, \DATE_RFC3339), Json::text($agent)], null, $options);
    }

    /** The card of the customer who is on the line (account_id or phone, direction). */
    public function call_open(string|\DateTimeInterface $now, string|int $agent, mixed ...$options): Answer
    {
        return $this->way->call('call_open', [Json::text($now, \DATE_RFC3339), Json::text($agent)], null, $options);
    }

    /** Takes a call's outcome once; answers the next step. */
    public function call_report(array|object|string $outcome, mixed ...$options): Answer
    {
        return $this->way->call('call_report', [], Json::of($outcome), $options);
    }

    public function calls_board(string|\DateTimeInterface $as_of, mixed ...$options): Answer
    {
        return $this->way->call('calls_board', [Json::text($as_of)], null, $options);
    }

    public function permission_get(array|object|string $query, mixed ...$options): Answer
    {
        return $this->way->call('permission_get', [], Json::of($query), $options);
    }

    public function learning_get(mixed ...$options): Answer
    {
        return $this->way->call('learning_get', options: $options);
    }

    public function learning_reset(mixed ...$options): Answer
    {
        return $this->way->call('learning_reset', options: $options);
    }

    public function agent_export(string|int $agent, mixed ...$options): Answer
    {
        return $this->way->call('agent_export', [Json::text($agent)], null, $options);
    }

    public function agent_erase(string|int $agent, mixed ...$options): Answer
    {
        return $this->way->call('agent_erase', [Json::text($agent)], null, $options);
    }

    // ---- book and store

    /** Goes on with the nightly job for about $budget_ms; repeat until 'finished'. */
    public function book_refresh(string|\DateTimeInterface $as_of, int $budget_ms = 0, mixed ...$options): Answer
    {
        return $this->way->call('book_refresh', [Json::text($as_of), $budget_ms], null, $options);
    }

    public function book_get(string|\DateTimeInterface $as_of, mixed ...$options): Answer
    {
        return $this->way->call('book_get', [Json::text($as_of)], null, $options);
    }

    /** The report, a chart or a table (format, part, account_id): $answer->body and $answer->mediaType. */
    public function report_get(string|\DateTimeInterface $as_of, mixed ...$options): Answer
    {
        return $this->way->call('report_get', [Json::text($as_of)], null, $options);
    }

    public function store_check(mixed ...$options): Answer
    {
        return $this->way->call('store_check', options: $options);
    }

    public function store_backup(string $path, mixed ...$options): Answer
    {
        return $this->way->call('store_backup', [$path], null, $options);
    }
}
