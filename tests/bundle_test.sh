#!/usr/bin/env bash
# bundle_test.sh — the library in one file, for addons: what it needs, what it shows, and a host that runs on it. What Debian
# has no static library of stays dynamic here; with RENDABEL_LONG=1 and a network it is made from source (a minute), and then
# nothing but the C library is needed.
set -euo pipefail
[ -z "${RENDABEL_SANITIZE:-}" ] || { echo "skipped: nobody ships a sanitized library"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
fault() { echo "not so: $*"; exit 1; }
samples=$RENDABEL_SOURCE_DIR/samples

static=$RENDABEL_BUILD_DIR/static
if [ -n "${RENDABEL_LONG:-}" ]; then
  CXX=g++ bash "$RENDABEL_SOURCE_DIR/abi/package/bundle_dependencies.sh" "$static" >"$place/log" 2>&1 || { tail -5 "$place/log"; exit 1; }
  cmake -DRENDABEL_STATIC_DIR="$static" "$RENDABEL_BUILD_DIR" >/dev/null
fi
cmake --build "$RENDABEL_BUILD_DIR" --target rendabel_bundle >"$place/log" 2>&1 || { tail -20 "$place/log"; exit 1; }
bundle=$RENDABEL_BUILD_DIR/bundle/librendabel.so.1

dynamic=$(readelf -dW "$bundle")
needed=$(sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' <<<"$dynamic" | sort | tr '\n' ' ')
allowed='libc\.so\.6|libm\.so\.6|ld-linux-[a-z0-9-]*\.so\.[0-9]'
[ -f "$static/libnlopt.a" ] || allowed="$allowed|libsimdjson\.so\.[0-9]+|libnlopt\.so\.[0-9]+|libstdc\+\+\.so\.6|libgcc_s\.so\.1"
grep -vqE "^(($allowed) )+$" <<<"$needed" && fault "it needs but little: $needed"
grep -q 'SONAME.*\[librendabel\.so\.1\]' <<<"$dynamic" && grep -q NODELETE <<<"$dynamic" || fault "it is the same to the loader"
grep -qE 'TEXTREL|RPATH|RUNPATH' <<<"$dynamic" && fault "it stands anywhere, and its code is shared"
functions() { nm -D --defined-only "$1" | awk '$2 != "A" { print $2, $3 }' | sort; }
diff <(functions "$RENDABEL_LIBRARY") <(functions "$bundle") || fault "it shows what the library shows"
ldd -r "$bundle" 2>&1 | grep -E 'undefined|not found' && fault "every symbol is there"

# Anywhere: moved into an addon, and used through its path alone.
mkdir -p "$place/addon/lib"
cp "$bundle" "$place/addon/lib"
book=("$samples/wholesaler/settings.json" "$samples/wholesaler/book.ndjson" 2026-11-23)
env -u LD_LIBRARY_PATH python3 -B "$samples/python/host.py" "$place/addon/lib/librendabel.so.1" "$place/one" "${book[@]}" >"$place/one.json"
LD_LIBRARY_PATH=$place/addon/lib "$RENDABEL_BUILD_DIR/samples/sample_host" "$place/two" "${book[@]}" >"$place/two.json"
"$RENDABEL_BUILD_DIR/samples/sample_host" "$place/three" "${book[@]}" >"$place/three.json"
cmp "$place/one.json" "$place/three.json" && cmp "$place/two.json" "$place/three.json" || fault "it answers as the library does"
libc=$(nm -D "$bundle" | grep -oE 'GLIBC_[0-9.]+' | sort -Vu | tail -1)
echo "one file of $(($(stat -c %s "$bundle") / 1024)) KiB, from $libc on, needs: $needed"
