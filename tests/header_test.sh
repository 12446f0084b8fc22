#!/usr/bin/env bash
# header_test.sh — the header in C99, C11, C++17 and C++20 without a warning, and its flat form for FFI readers.
set -euo pipefail
abi=$RENDABEL_SOURCE_DIR/abi
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
printf '#include "rendabel.h"\n#include "rendabel.h"\nint use(void);\nint use(void) { return (int)rendabel_abi_version() + RENDABEL_STALE; }\n' >"$place/use.c"
cp "$place/use.c" "$place/use.cpp"
warnings="-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -fsyntax-only -I$abi"
for compiler in gcc clang; do
  command -v $compiler >/dev/null || continue
  for standard in c99 c11; do $compiler -std=$standard $warnings "$place/use.c"; done
  for standard in c++17 c++20; do $compiler -std=$standard $warnings "$place/use.cpp"; done
done

bash "$abi/flat.sh" "$abi/rendabel.h" >"$place/flat.h"
diff "$abi/rendabel_ffi.h" "$place/flat.h" || { echo "rendabel_ffi.h is not what abi/flat.sh makes of rendabel.h"; exit 1; }
# FFI readers know neither macros nor comments, and a function a line keeps differences readable.
if grep -nE '^#|/\*|__attribute__|extern' "$abi/rendabel_ffi.h"; then exit 1; fi
(echo '#include <stdint.h>'; cat "$abi/rendabel_ffi.h") >"$place/flat.c"
gcc -std=c99 -Wall -Wextra -Wpedantic -Werror -fsyntax-only "$place/flat.c"

# Each enumerator a line with its value and a comma; each function documented.
enumerators=$(sed -n '/^enum {/,/^};/p' "$abi/rendabel.h" | grep RENDABEL_)
if grep -vE '^  RENDABEL_[A-Z_]+ = -?[0-9]+,( +/\*.*\*/)?$' <<<"$enumerators"; then exit 1; fi
if grep -B1 '^RENDABEL_API' "$abi/rendabel.h" | grep -vE '\*/$|^RENDABEL_API|^--$'; then exit 1; fi
echo "header and flat header are sound"
