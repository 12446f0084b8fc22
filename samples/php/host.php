#!/usr/bin/env php
<?php
// The smallest host in PHP (adapters/php, PHP 8.2): the same as samples/c/host.c, byte for byte.
// Usage: host.php STORE_DIRECTORY SETTINGS.json BOOK.ndjson AS_OF
// The library is $RENDABEL_LIBRARY or the system's; where FFI is refused, the program rendabel ($RENDABEL_CLI) answers.

declare(strict_types=1);

use Rendabel\Engine;
use Rendabel\Failure;

require __DIR__ . '/../../adapters/php/autoload.php';
[, $store, $settings, $book, $as_of] = $argv;

try {
    $engine = Engine::open($store);
    $engine->settings_set(file_get_contents($settings));
    echo rtrim($engine->accounts_save(file_get_contents($book))->body), "\n";
    echo rtrim($engine->accounts_get($as_of, fields: 'summary')->body), "\n";
    echo rtrim($engine->calls_plan($as_of, language: 'nl')->body), "\n";
    $engine->close();
} catch (Failure $failure) {
    fwrite(STDERR, $failure->getMessage() . "\n");
    foreach ($failure->findings as $finding) {
        fwrite(STDERR, implode(' ', $finding) . "\n");
    }
    exit(1);
}
