<?php

declare(strict_types=1);

// opcache.preload: with `ffi.enable=preload`, PHP's default, only classes preloaded here may use FFI. It loads no
// library, so that a missing one never keeps PHP-FPM from starting.
foreach (['Failure', 'Answer', 'Json', 'Way', 'Native', 'CommandLine', 'Engine'] as $class) {
    require_once __DIR__ . "/src/$class.php";
}
