#!/usr/bin/env bash
# The smallest hosts save the sample book and list its flags and calls; every language gets the same bytes.
set -eu
samples=$RENDABEL_SOURCE_DIR/samples
book="$samples/wholesaler/settings.json $samples/wholesaler/book.ndjson 2026-11-23"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export RENDABEL_LIBRARY RENDABEL_CLI=${RENDABEL_CLI:-}

# shellcheck disable=SC2086 # three arguments
"$RENDABEL_BUILD_DIR/samples/sample_host" "$work/c" $book >"$work/c.json"
grep -q '"saved":49' "$work/c.json"
grep -q '"code":"over_visited"' "$work/c.json"
grep -q '"lane":"now"' "$work/c.json"
[ "$(wc -l <"$work/c.json")" -eq 51 ] # saved, 49 accounts, the call list

if nm -D "$RENDABEL_LIBRARY" | grep -q '__[at]san_init'; then
  echo "skipped: a sanitizer's library cannot be loaded into other languages' hosts"
  exit 77
fi

languages=C
absent=
# A wrong document ends a host with its findings and another exit code than success.
printf '{"account":{"id":"A"},"as_of":"2026-02-30"}\n' >"$work/wrong.ndjson"
refuses() { # how the host is run
  if "$@" "$work/wrong" "$samples/wholesaler/settings.json" "$work/wrong.ndjson" 2026-11-23 >"$work/said" 2>"$work/errors"; then
    echo "a wrong book was accepted by $*"
    exit 1
  fi
  grep -q 'as_of' "$work/errors"
}
same() { # name, how the host is run
  # shellcheck disable=SC2086
  "${@:2}" "$work/$1" $book >"$work/$1.json"
  cmp "$work/c.json" "$work/$1.json"
  refuses "${@:2}"
  [ "$(wc -l <"$samples/${1%-*}/$host")" -le 60 ] || { echo "samples/${1%-*}/$host is no small host any more"; exit 1; }
  languages="$languages $1"
}

refuses "$RENDABEL_BUILD_DIR/samples/sample_host"
host=host.py same python python3 -B "$samples/python/host.py" "$RENDABEL_LIBRARY"
if command -v php >/dev/null; then
  if php -m | grep -qix ffi; then host=host.php same php-ffi php "$samples/php/host.php"; else absent="$absent php-ffi"; fi
  [ ! -x "$RENDABEL_CLI" ] || host=host.php same php-commandline php -d ffi.enable=0 "$samples/php/host.php"
else
  absent="$absent php"
fi
jna=/usr/share/java/jna.jar
if command -v javac >/dev/null && [ -f $jna ]; then
  host=Host.java same java java -cp $jna "$samples/java/Host.java" "$RENDABEL_LIBRARY"
else
  absent="$absent java"
fi
if command -v mcs >/dev/null && command -v mono >/dev/null; then
  mcs -out:"$work/Host.exe" "$samples/csharp/Host.cs"
  csharp() { LD_LIBRARY_PATH=$(dirname "$RENDABEL_LIBRARY") mono "$work/Host.exe" "$@"; }
  host=Host.cs same csharp csharp
else
  absent="$absent csharp"
fi
echo "$languages: $(wc -c <"$work/c.json") bytes, equal"
[ -z "$absent" ] || { echo "skipped: no runtime for$absent"; exit 77; }
