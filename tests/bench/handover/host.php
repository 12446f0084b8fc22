<?php

// host.php STORE BOOK: milliseconds one by one, in calls of 500 lines, one by one from PHP's arrays.

declare(strict_types=1);

use Rendabel\Engine;

require __DIR__ . '/../../../adapters/php/autoload.php';
[, $store, $book] = $argv;
$lines = file($book, FILE_IGNORE_NEW_LINES);
$arrays = array_map(static fn (string $line): array => json_decode($line, true), $lines);

function timed(string $place, array $documents, int $size): float
{
    $engine = Engine::open($place);
    $start = hrtime(true);
    foreach (array_chunk($documents, $size) as $chunk) {
        $size > 1 ? $engine->accounts_save($chunk) : $engine->account_save($chunk[0]);
    }
    return (hrtime(true) - $start) / 1e6;
}

vprintf("%.1f %.1f %.1f\n", [timed("$store/one", $lines, 1), timed("$store/many", $lines, 500), timed("$store/arrays", $arrays, 1)]);
