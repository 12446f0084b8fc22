<?php

// host.php STORE BOOK: milliseconds of processor time one by one, in calls of 500 lines, one by one from PHP's arrays.

declare(strict_types=1);

use Rendabel\Engine;

require __DIR__ . '/../../../adapters/php/autoload.php';
[, $store, $book] = $argv;
$lines = file($book, FILE_IGNORE_NEW_LINES);
$arrays = array_map(static fn (string $line): array => json_decode($line, true), $lines);

function spent(): float
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e3 + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
}

function timed(string $place, array $documents, int $size): float
{
    $engine = Engine::open($place);
    $start = spent();
    foreach (array_chunk($documents, $size) as $chunk) {
        $size > 1 ? $engine->accounts_save($chunk) : $engine->account_save($chunk[0]);
    }
    return spent() - $start;
}

vprintf("%.1f %.1f %.1f\n", [timed("$store/one", $lines, 1), timed("$store/many", $lines, 500), timed("$store/arrays", $arrays, 1)]);
