#!/usr/bin/env bash
# Installs into a prefix of its own and builds a consumer in C against it, through CMake and through pkg-config.
set -euo pipefail
if [ -n "${RENDABEL_SANITIZE:-}" ]; then  # nobody installs it, and a plain C program cannot link its runtime
  echo "skipped: a sanitized library is not installed"
  exit 77
fi
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cmake --install "$RENDABEL_BUILD_DIR" --prefix "$place/prefix" >/dev/null
for file in include/rendabel.h include/rendabel_ffi.h include/rendabel.hpp include/rendabel_documents.hpp \
  include/rendabel_answers.hpp share/rendabel/schema/snapshot.json; do
  [ -f "$place/prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done

cmake -S "$here/consumer" -B "$place/cmake" -DCMAKE_PREFIX_PATH="$place/prefix" -DCMAKE_C_COMPILER="$CC" >/dev/null
cmake --build "$place/cmake" >/dev/null
by_cmake=$("$place/cmake/consumer")

package=$(find "$place/prefix" -name rendabel.pc)
export PKG_CONFIG_PATH=${package%/*}
read -ra found <<<"$(pkg-config --cflags --libs rendabel)"
"$CC" -Wall -Werror "$here/consumer/consumer.c" "${found[@]}" -o "$place/consumer"
by_pkg_config=$(LD_LIBRARY_PATH=$(pkg-config --variable=libdir rendabel) "$place/consumer")

[ "$by_cmake" = "$by_pkg_config" ] && [ "$by_cmake" = "$(pkg-config --modversion rendabel)" ]
echo "installed and used: $by_cmake"
