#!/usr/bin/env bash
# symbols_test.sh — what the library shows to the outside: its functions, its name, and nothing else.
set -euo pipefail
library=${RENDABEL_LIBRARY:?}
faults=0
fault() { echo "not so: $*"; faults=1; }

exported=$(nm -D --defined-only "$library")
declared=$(grep -oE '\brendabel_[a-z_]+\(' "$RENDABEL_SOURCE_DIR/abi/rendabel_ffi.h" | tr -d '(' | sort)
functions=$(awk '$2 == "T" { sub(/@.*/, "", $3); print $3 }' <<<"$exported" | sort)
[ "$functions" = "$declared" ] || fault "the exported functions are those of the header: $(diff <(echo "$functions") <(echo "$declared"))"
others=$(awk '$2 != "T" && !($2 == "A" && $3 ~ /^RENDABEL_1/)' <<<"$exported")
[ -z "$others" ] || fault "nothing else is exported: $others"
[ -z "$(awk '$2 == "T" && $3 !~ /@@?RENDABEL_1$/' <<<"$exported")" ] || fault "every function has the one version node"

dynamic=$(readelf -dW "$library")
grep -q 'SONAME.*\[librendabel\.so\.1\]' <<<"$dynamic" || fault "SONAME is librendabel.so.1"
grep -q NODELETE <<<"$dynamic" || fault "the library stays loaded (NODELETE)"
grep -qE 'TEXTREL|RPATH|RUNPATH' <<<"$dynamic" && fault "there is neither TEXTREL nor RPATH"
grep -q 'NEEDED.*libstdc++' <<<"$dynamic" || fault "libstdc++ is linked dynamically"
# A sanitized library leaves its runtime's symbols to the program.
if [ -z "${RENDABEL_SANITIZE:-}" ]; then
  ldd -r "$library" | grep -E 'undefined symbol|not found' && fault "every symbol is found in the needed libraries"
fi
exit $faults
