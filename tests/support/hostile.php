<?php

// Nonsense through FFI in every place of every function of the flat header: php hostile.php HEADER LIBRARY STORE. Prints
// what is not so; dies of nothing.

declare(strict_types=1);

[, $header, $library, $store] = $argv;
$text = (string) file_get_contents($header);
$r = FFI::cdef($text, $library);
mt_srand(20261125);
$fault = static function (string $what): void {
    echo "not so: $what\n";
};

$good = $r->rendabel_engine_new($r->RENDABEL_ABI_VERSION);
$r->rendabel_result_free($r->rendabel_engine_open($good, json_encode(['store' => $store]), -1));
$snapshot = '{"account":{"id":"C1"},"as_of":"2026-11-23","orders":[]}';
$r->rendabel_result_free($r->rendabel_account_save($good, $snapshot, -1, null, 0));
$freed = $r->rendabel_engine_new($r->RENDABEL_ABI_VERSION);
$r->rendabel_engine_free($freed);
$gone = $r->rendabel_labels_get('nl');
$r->rendabel_result_free($gone);
$kept = $r->rendabel_labels_get('nl');
$number = static fn (FFI\CData $handle): int => FFI::cast('int64_t', $handle)->cdata;
$wild = static function (string $type, int $value) use ($r): FFI\CData {
    $place = FFI::new('int64_t');
    $place->cdata = $value;
    $pointer = $r->new($type);
    FFI::memcpy(FFI::addr($pointer), FFI::addr($place), 8);
    return $pointer;
};
$values = [
    'int32_t' => [0, 1, -1, 2147483647, -2147483648],
    'int64_t' => [0, -1, -2, PHP_INT_MIN, PHP_INT_MAX, (256 << 20) + 1],
    'const char *' => [null, '', 'C1', "\xff\xfe", "{\"account\":{\"id\":\"\xed\xa0\x80\"}}", '{', '{"text":false}', '2026-11-23', '2026-02-30',
        '2026-11-23T10:00:00+01:00', "a\x01", $snapshot . "\0x", str_repeat('a', 1 << 20), '/nonexistent/folder'],
];
foreach (['engine' => $kept, 'result' => $good] as $kind => $foreign) {
    $type = "rendabel_$kind *";
    $values[$type] = [null, $wild($type, 0xdeadbeef), $wild($type, -1), $wild($type, $number($good) & 0xffffffff),
        $wild($type, $number($good) + 16), $wild($type, $number($foreign)), $wild($type, $number($kind === 'engine' ? $freed : $gone))];
}

$seen = fn (): string => $r->rendabel_result_body($r->rendabel_account_export($good, 'C1', null, 0))
    . $r->rendabel_result_body($r->rendabel_settings_get($good, null, 0));
$before = $seen();
preg_match_all('/^(.+?)(rendabel_\w+)\((.*)\);$/m', $text, $functions, PREG_SET_ORDER);
$calls = 0;
foreach ($functions as [, $answer, $name, $list]) {
    $types = $list === 'void' ? [] : array_map(
        static fn (string $one): string => trim(preg_replace('/^const (?=rendabel_)|\w+$/', '', $one)), explode(', ', $list));
    for ($round = 0; $round < 60; ++$round) {
        $given = [];
        foreach ($types as $type) {
            $engine = $type === 'rendabel_engine *' && $name !== 'rendabel_engine_free' && mt_rand(0, 3) !== 0;
            $given[] = $engine ? $good : $values[$type][mt_rand(0, count($values[$type]) - 1)];
        }
        $got = $r->$name(...$given);
        ++$calls;
        if (str_starts_with($answer, 'rendabel_result')) {
            $status = $r->rendabel_result_status($got);
            if ($status > 0 || $status < -14) {
                $fault("$name: status $status: " . $r->rendabel_result_message($got));
            }
            $r->rendabel_result_free($got);
            if ($status === 0) {
                $before = $seen();
            }
        }
    }
    if ($seen() !== $before) {
        $fault("$name changed the store without saying ok");
    }
}
$saved = $r->rendabel_account_save($good, $snapshot, -1, null, 0);
if ($r->rendabel_result_status($saved) !== 0) {
    $fault('the engine goes on');
}
echo "$calls calls of ", count($functions), " functions\n";
