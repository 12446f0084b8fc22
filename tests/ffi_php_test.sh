#!/usr/bin/env bash
# ffi_php_test.sh — PHP FFI reads the flat header and calls the library.
set -euo pipefail
command -v php >/dev/null && grep -qix ffi <<<"$(php -m)" || { echo "SKIPPED: no PHP with FFI here"; exit 77; }
[ -z "${RENDABEL_SANITIZE:-}" ] || { echo "SKIPPED: a sanitized library needs its runtime loaded first"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cat >"$place/host.php" <<'PHP'
<?php
[, $header, $library, $store] = $argv;
$r = FFI::cdef(file_get_contents($header), $library);
$engine = $r->rendabel_engine_new($r->RENDABEL_ABI_VERSION);
$config = json_encode(['store' => $store]);
$opened = $r->rendabel_engine_open($engine, $config, strlen($config));
if ($r->rendabel_result_status($opened) !== $r->RENDABEL_OK) exit("open: " . $r->rendabel_result_message($opened));
$saved = $r->rendabel_account_save($engine, '{"account":{"id":"C1"},"as_of":"2026-11-23"}', -1, null, 0);
$assessment = json_decode($r->rendabel_result_body($saved), true, 512, JSON_THROW_ON_ERROR);
if ($assessment['account_id'] !== 'C1') exit("wrong account");
foreach ([$opened, $saved] as $result) $r->rendabel_result_free($result);
$r->rendabel_engine_free($engine);
echo "abi ", $r->rendabel_abi_version(), "\n";
PHP
answer=$(php -d ffi.enable=1 "$place/host.php" "$RENDABEL_SOURCE_DIR/abi/rendabel_ffi.h" "$RENDABEL_LIBRARY" "$place/store")
[ "$answer" = "abi 65536" ] || { echo "$answer"; exit 1; }
