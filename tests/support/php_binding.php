<?php

// The same walk for both ways of adapters/php: php php_binding.php native|command_line STORE. Prints what is not so.

declare(strict_types=1);

use Rendabel\{CommandLine, Engine, Failure, Json, Native};

require getenv('RENDABEL_SOURCE_DIR') . '/adapters/php/autoload.php';
error_reporting(E_ALL);
set_error_handler(static fn (int $level, string $message): never => throw new ErrorException($message));

const DAY = '2026-11-23';
[, $way, $store] = $argv;
$faults = 0;

function check(bool $so, string $what): void
{
    global $faults;
    if (!$so) {
        ++$faults;
        echo "not so: $what\n";
    }
}

function status(callable $call): int
{
    try {
        $call();
    } catch (Failure $failure) {
        return $failure->status;
    }
    return Failure::OK;
}

function snapshot(string $id = 'C1', array $more = []): array
{
    $order = ['id' => 'O1', 'date' => new DateTimeImmutable('2026-10-01'), 'net_amount' => '100.10', 'cost_of_goods' => 60];
    return ['account' => ['id' => $id, 'person_kind' => 'legal'], 'as_of' => DAY, 'orders' => [$order]] + $more;
}

$config = Json::of(['store' => $store, 'busy_timeout_ms' => 2000]);
$engine = new Engine($way === 'native' ? new Native($config) : new CommandLine($config));
check($engine->isNative() === ($way === 'native'), 'the way is the one asked for');

// A saved account is assessed to the cent, and amounts stay text.
$saved = $engine->account_save(snapshot(), language: 'en');
check($saved['result']['gross_margin'] === '40.10', 'gross margin is 40.10, as text');
check($saved->mediaType === 'application/json', 'the media type comes along');
check($engine->account_get('C1', new DateTimeImmutable(DAY), language: 'en')->body === $saved->body, 'the same bytes again');

// Many, in pages; all or nothing; every finding.
check($engine->accounts_save((static fn () => yield from [snapshot('C2'), snapshot('C3')])())['saved'] === 2, 'two saved');
check(array_column($engine->accounts_get(DAY, after: 'C1', fields: 'summary')->records(), 'account_id') === ['C2', 'C3'], 'a page');
try {
    $engine->accounts_save([snapshot('C4'), ['account' => ['id' => 5], 'as_of' => '2026-02-30']]);
    check(false, 'a wrong document is refused');
} catch (Failure $failure) {
    check($failure->status === Failure::BAD_INPUT && $failure->name === 'bad_input', 'bad_input');
    check(array_column($failure->findings, 'field') === ['account.id', 'as_of'] && $failure->total === 2, 'all findings');
    check($failure->findings[0]['record'] === 2, 'by line');
}
check(count($engine->accounts_get(DAY)->records()) === 3, 'nothing of a refused batch is stored');

// Text of every kind goes through whole, and what is none is refused before the call.
$name = "Müller & Zn. \"€\" \\ 1.5 -2.50 \n🐟";
$engine->account_save(['account' => ['id' => '-x', 'name' => $name], 'as_of' => DAY]);
check($engine->account_export('-x')['snapshot']['account']['name'] === $name, 'a name comes back as it went');
check(status(fn () => $engine->account_get("C1\0C2", DAY)) === Failure::INVALID_ARGUMENT, 'an id with a NUL is refused');
foreach ([NAN, "\xff"] as $wrong) {
    try {
        $engine->account_save(['account' => ['id' => 'C1', 'name' => $wrong], 'as_of' => DAY]);
        check(false, 'what is no JSON is refused');
    } catch (JsonException) {
    }
}

// Statuses.
check(status(fn () => $engine->account_get('absent', DAY)) === Failure::NOT_FOUND, 'not_found');
check(status(fn () => $engine->book_get(DAY)) === Failure::STATE, 'state before a refresh');
check(status(fn () => $engine->calls_plan(DAY, lnguage: 'nl')) === Failure::BAD_INPUT, 'an unknown option');
$engine->account_save(snapshot('C1', ['revision' => 2]));
check(status(fn () => $engine->account_save(snapshot('C1', ['revision' => 1]))) === Failure::STALE, 'stale');
check(status(fn () => $engine->account_save('')) === Failure::BAD_INPUT, 'an empty document');

// The day, the book, the store.
$at = new DateTimeImmutable('2026-11-23T10:05:00+01:00');
$event = ['account_id' => 'C1', 'kind' => 'inquiry', 'at' => $at, 'record' => ['id' => 'I1', 'at' => $at, 'kind' => 'question']];
check($engine->events_record([$event])['recorded'] === 1, 'an event');
check($engine->calls_plan(DAY, language: 'nl')['date'] === DAY, 'a plan');
do {
    $step = $engine->book_refresh(DAY, 1000);
} while (!$step['finished']);
check($engine->book_get(DAY)['as_of'] === DAY, 'the book');
check(str_starts_with($engine->report_get(DAY, format: 'csv', part: 'pyramid')->mediaType, 'text/csv'), 'a table');
check($engine->settings_set(['minute_rate' => '0.85'])['minute_rate'] === '0.85', 'settings set');
check($engine->settings_get()['minute_rate'] === '0.85', 'settings get');
check($engine->store_check(quick: true)['ok'] === true, 'a sound store');
check($engine->store_backup("$store.copy")['bytes'] > 0, 'a backup');
check($engine->account_erase('C2')['erased'] === true, 'erased');
check($engine->labels_get('nl')['labels']['flag']['loss_making'] === 'Verliesgevend', 'labels');
check($engine->schema_get('snapshot')['title'] === 'snapshot', 'a schema');
check(status(fn () => $engine->labels_get('xx')) === Failure::UNSUPPORTED, 'no such language');

// A large answer and a large document fit through whatever lies between.
$many = array_map(static fn (int $n): array => snapshot("L$n"), range(1, 500));
check($engine->accounts_save($many)['saved'] === 500, '500 saved');
check(count($engine->accounts_get(DAY, limit: 500)->records()) === 500, '500 assessments');

// A forked worker opens the store anew.
if (function_exists('pcntl_fork')) {
    $child = pcntl_fork();
    if ($child === 0) {
        exit($engine->account_get('C1', DAY)['account_id'] === 'C1' ? 0 : 1);
    }
    pcntl_waitpid($child, $ended);
    check($ended === 0, 'the child has an engine of its own');
    check($engine->account_get('C1', DAY)['account_id'] === 'C1', 'the parent is unharmed');
}
$engine->close();
if ($way === 'native') {
    check(status(fn () => $engine->settings_get()) === Failure::INVALID_HANDLE, 'a closed engine');
    $before = memory_get_usage();
    $again = new Engine(new Native($config));
    for ($i = 0; $i < 2000; ++$i) {
        status(fn () => $again->account_get('absent', DAY));
    }
    check(memory_get_usage() - $before < 1 << 20, 'nothing piles up');
}
exit($faults === 0 ? 0 : 1);
