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
  for standard in c++17 c++20; do
    $compiler -std=$standard $warnings "$place/use.cpp"
    printf '#include "rendabel.hpp"\n#include "rendabel.hpp"\n' | $compiler -std=$standard $warnings -x c++ -
  done
done

bash "$abi/flat.sh" "$abi/rendabel.h" >"$place/flat.h"
diff "$abi/rendabel_ffi.h" "$place/flat.h" || { echo "rendabel_ffi.h is not what abi/flat.sh makes of rendabel.h"; exit 1; }
# FFI readers know neither macros nor comments, and a function a line keeps differences readable.
if grep -nE '^#|/\*|__attribute__|extern' "$abi/rendabel_ffi.h"; then exit 1; fi
(echo '#include <stdint.h>'; cat "$abi/rendabel_ffi.h") >"$place/flat.c"
gcc -std=c99 -Wall -Wextra -Wpedantic -Werror -fsyntax-only "$place/flat.c"

# The C++ face knows every function, and has a method for each that is not within its classes.
declared=$(grep -oE '\brendabel_[a-z_]+\(' "$abi/rendabel_ffi.h" | sed 's/^rendabel_//; s/($//' | sort)
listed=$(sed -n '/define RENDABEL_FACE_FUNCTIONS/,/clang-format on/p' "$abi/rendabel.hpp" | grep -oE '\bX\([a-z_]+\)' | sed 's/^X(//; s/)$//' | sort)
diff <(echo "$declared") <(echo "$listed") || { echo "RENDABEL_FACE_FUNCTIONS in rendabel.hpp is not what rendabel.h declares"; exit 1; }
for name in $declared; do
  grep -qE "[ >]$name\(|[ ]${name#engine_}\(|[ ]${name#result_}\(|api_->$name\(" "$abi/rendabel.hpp" || { echo "rendabel.hpp has no method for $name"; exit 1; }
done

# Each enumerator a line with its value and a comma; each function documented.
enumerators=$(sed -n '/^enum {/,/^};/p' "$abi/rendabel.h" | grep RENDABEL_)
if grep -vE '^  RENDABEL_[A-Z_]+ = -?[0-9]+,( +/\*.*\*/)?$' <<<"$enumerators"; then exit 1; fi
if grep -B1 '^RENDABEL_API' "$abi/rendabel.h" | grep -vE '\*/$|^RENDABEL_API|^--$'; then exit 1; fi
echo "header and flat header are sound"
