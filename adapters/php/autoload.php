<?php

declare(strict_types=1);

// For hosts without Composer: classes of Rendabel\ are read from src/ when they are first used.
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Rendabel\\')) {
        $file = __DIR__ . '/src/' . substr($class, strlen('Rendabel\\')) . '.php';
        if (is_file($file)) {
            require_once $file;
        }
    }
});
