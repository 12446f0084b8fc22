#!/usr/bin/env bash
# Builds and tests everything: g++, clang with sanitizers, threads. Needs a Debian 12 or later with these packages:
packages="build-essential clang libclang-rt-dev lld clang-format cmake ninja-build pkg-config python3 libsqlite3-dev libboost-dev
libfmt-dev libsimdjson-dev libsodium-dev libnlopt-dev libkainjow-mustache-dev libcsv-dev catch2 libcli11-dev libbenchmark-dev
librapidcheck-dev python3-jsonschema python3-cffi mypy php-cli default-jdk-headless libjna-java chromium chromium-driver tidy
abigail-tools php-fpm mono-mcs mono-runtime
tryton-server tryton-proteus tryton-sao tryton-modules-party-relationship tryton-modules-sale tryton-modules-sale-discount
tryton-modules-sale-opportunity tryton-modules-sale-shipment-cost python3-pip python3-psycopg2 postgresql"
# They are installed when missing; nothing that is installed is removed. ccache is used when present.
# Ends with ctest's own summary and fails with the first thing that fails.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-remove --no-install-recommends "${missing[@]}")
  echo "Installing: ${missing[*]}"
  "${as_root[@]}" "${install[@]}" || { "${as_root[@]}" apt-get update && "${as_root[@]}" "${install[@]}"; }
fi

cores=$(nproc)
launcher=()
if command -v ccache >/dev/null; then
  launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
# Debug information would take a third of the time and nobody debugs this build; ask the presets themselves for it.
lean=(-DCMAKE_C_FLAGS_DEBUG= -DCMAKE_CXX_FLAGS_DEBUG= -DCMAKE_C_FLAGS_RELWITHDEBINFO=-O1 -DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1)
step() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }
build() { # preset, then targets
  step "build $1"
  cmake --preset "$1" "${launcher[@]}" "${lean[@]}" -DRENDABEL_UNIT_TESTS="${unit_tests:-ON}" >/dev/null
  cmake --build --preset "$1" -j "$cores" ${2:+--target "${@:2}"}
}
test_all() {
  step "test $1"
  ctest --preset "$1" -j $((cores + 1)) "${@:2}"  # some of them wait for a server or a browser
}

# clang builds with the sanitizers, g++ without. Each compiler sees every file, and what loads the library runs both ways;
# the core's own tests run once, with the sanitizers (preset dev alone runs them with g++).
unit_tests=OFF build dev
test_all dev
lean+=(-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld)  # many programs, and it links them in a third of the time
build asan
test_all asan
build tsan thread_tests
test_all tsan -L threads
