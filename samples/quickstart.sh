#!/usr/bin/env bash
# From a clean clone to a call list: installs what is missing, builds, saves the sample book, prints flags and calls, writes the report.
# Needs these packages of Debian 12; asks for sudo only to install those that are missing, and removes nothing:
packages="cmake ninja-build g++ pkg-config libsqlite3-dev libboost-dev libfmt-dev libsimdjson-dev
libsodium-dev libnlopt-dev libkainjow-mustache-dev libcli11-dev libcsv-dev"
# Usage: samples/quickstart.sh [--language nl|en]    may be run again; writes below build/ only.
set -euo pipefail

language="nl"
while [ $# -gt 0 ]; do
  case "$1" in
    --language) language=${2:?--language needs nl or en}; shift 2 ;;
    --language=*) language=${1#*=}; shift ;;
    -h | --help) sed -n '2,6s/^# //p' "$0"; exit 0 ;;
    *) echo "unknown: $1 (--language nl|en)" >&2; exit 2 ;;
  esac
done
case "$language" in nl | en) ;; *) echo "--language is nl or en" >&2; exit 2 ;; esac

cd "$(dirname "$0")/.."

missing=
if command -v dpkg-query >/dev/null; then
  for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
fi
if [ -n "$missing" ]; then
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  echo "Installing:$missing"
  install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-remove --no-install-recommends $missing"
  $install || { $as_root apt-get update && $install; }
fi

# To look at it, no optimisation is needed: the build takes half the time.
cmake --preset release -DCMAKE_CXX_FLAGS_RELEASE="-O0 -DNDEBUG"
cmake --build --preset release

store=build/quickstart/book
sample=samples/wholesaler
day=2026-11-23 # the day the sample book was made for
rm -rf build/quickstart
mkdir -p build/quickstart
rendabel() { build/release/bin/rendabel --store "$store" --language "$language" --as-of "$day" "$@"; }

rendabel settings set --file "$sample/settings.json" >/dev/null
rendabel import "$sample/book.ndjson" --journal build/quickstart/import.journal
echo
rendabel book
echo
rendabel book --no-refresh --accounts
echo
rendabel calls
echo
rendabel report --output build/quickstart/report.html
echo "One account: build/release/bin/rendabel --store $store --as-of $day assess D1007"
