#!/usr/bin/env bash
# The smallest hosts save the sample book and list its flags and calls; C and Python get the same bytes.
set -eu
samples=$RENDABEL_SOURCE_DIR/samples
book="$samples/wholesaler/settings.json $samples/wholesaler/book.ndjson 2026-11-23"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2086 # three arguments
"$RENDABEL_BUILD_DIR/samples/sample_host" "$work/c" $book >"$work/c.json"
grep -q '"saved":49' "$work/c.json"
grep -q '"code":"over_visited"' "$work/c.json"
grep -q '"lane":"now"' "$work/c.json"
[ "$(wc -l <"$work/c.json")" -eq 51 ] # saved, 49 accounts, the call list

if nm -D "$RENDABEL_LIBRARY" | grep -q '__[at]san_init'; then
  echo "SKIPPED the host in Python: a sanitizer's library cannot be loaded into it"
  exit 77
fi
# shellcheck disable=SC2086
python3 -B "$samples/python/host.py" "$RENDABEL_LIBRARY" "$work/python" $book >"$work/python.json"
cmp "$work/c.json" "$work/python.json"

# A wrong document ends both with its findings and another exit code than success.
printf '{"account":{"id":"A"},"as_of":"2026-02-30"}\n' >"$work/wrong.ndjson"
for host in "$RENDABEL_BUILD_DIR/samples/sample_host" "python3 -B $samples/python/host.py $RENDABEL_LIBRARY"; do
  if $host "$work/wrong" "$samples/wholesaler/settings.json" "$work/wrong.ndjson" 2026-11-23 2>"$work/errors"; then
    echo "a wrong book was accepted by $host"
    exit 1
  fi
  grep -q "as_of" "$work/errors"
done
echo "C and Python: $(wc -c <"$work/c.json") bytes, equal"
