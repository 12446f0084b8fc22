#!/usr/bin/env bash
# packages_test.sh — what cpack makes: three Debian packages, held against lintian, unpacked into an empty place and used
# there: the consumer in C through pkg-config and CMake, the command line, manual page and completion. With
# RENDABEL_DEBOOTSTRAP=1, as root and with a network, dpkg and apt install them in a fresh Debian as well.
set -euo pipefail
[ -z "${RENDABEL_SANITIZE:-}" ] || { echo "skipped: nobody installs a sanitized library"; exit 77; }
command -v dpkg-deb >/dev/null || { echo "skipped: no Debian here"; exit 77; }
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
fault() { echo "not so: $*"; exit 1; }

cpack --config "$RENDABEL_BUILD_DIR/CPackConfig.cmake" -G DEB -B "$place/made" >"$place/log" 2>&1 || { cat "$place/log"; exit 1; }
cd "$place/made"
names=$(for file in *.deb; do dpkg-deb -f "$file" Package; done | tr '\n' ' ')
[ "$names" = "librendabel-dev librendabel1 rendabel " ] || fault "three packages: $names"
depends() { dpkg-deb -f "$1"_*.deb Depends; }
grep -q 'libsqlite3-0 (>= ' <<<"$(depends librendabel1)" || fault "the library depends on what it needs: $(depends librendabel1)"
grep -q "librendabel1 (= " <<<"$(depends librendabel-dev)" || fault "header and library come from one build"
grep -q "librendabel1 (>= .*libc6" <<<"$(depends rendabel)" || fault "the command line depends on the library that it opens"
dpkg-deb -e librendabel1_*.deb "$place/control"
grep -q '^librendabel 1 librendabel1' "$place/control/shlibs" || fault "who links with it depends on its package"

# Lintian's errors are ours, its warnings too but for three that follow from a build that is not configured for /usr.
if command -v lintian >/dev/null; then
  lintian --allow-root --fail-on none -- *.deb >"$place/lintian"
  grep -vE 'maintscript-calls-ldconfig|pkg-config-unavailable|^N:' "$place/lintian" && fault "lintian has nothing to say"
else
  echo "lintian is absent: not held against Debian's policy"
fi

for file in *.deb; do dpkg-deb -x "$file" "$place/unpacked"; done
usr=$place/unpacked/usr
for file in include/rendabel.h include/rendabel_ffi.h include/rendabel.hpp share/rendabel/schema/snapshot.json bin/rendabel \
  share/man/man1/rendabel.1.gz share/bash-completion/completions/rendabel share/zsh/vendor-completions/_rendabel; do
  [ -f "$usr/$file" ] || fault "$file is in a package"
done
library=$(find "$usr" -name 'librendabel.so.1.*')
folder=${library%/*}
readelf -SW "$library" | grep -q '\.symtab' && fault "the library is stripped"

PKG_CONFIG_PATH=$folder/pkgconfig
export PKG_CONFIG_PATH
read -ra found <<<"$(pkg-config --define-prefix --cflags --libs rendabel)"
"$CC" -Wall -Werror "$here/consumer/consumer.c" "${found[@]}" -o "$place/consumer"
LD_LIBRARY_PATH=$folder "$place/consumer" >"$place/by_pkg_config"
cmake -S "$here/consumer" -B "$place/cmake" -DCMAKE_PREFIX_PATH="$usr" -DCMAKE_C_COMPILER="$CC" >/dev/null
cmake --build "$place/cmake" >/dev/null
"$place/cmake/consumer" | cmp - "$place/by_pkg_config"

unset RENDABEL_LIBRARY
export LD_LIBRARY_PATH=$folder
"$usr/bin/rendabel" --store "$place/book" check >/dev/null || fault "the command line finds the library"

# The manual page and the completions tell of every command that there is.
commands=$("$usr/bin/rendabel" --language en --help | awk '/^Commands:/ { i = 1; next } /^$/ { i = 0 } i { print $1 }')
[ "$(wc -w <<<"$commands")" -gt 10 ] || fault "the program names its commands"
zcat "$usr/share/man/man1/rendabel.1.gz" | sed 's/\\-/-/g' >"$place/manual"
for command in $commands; do
  grep -q "^\.SS \"rendabel $command\"" "$place/manual" || fault "the manual has $command"
done
if command -v man >/dev/null; then
  LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -l -Tutf8 "$usr/share/man/man1/rendabel.1.gz" 2>&1 >/dev/null | grep . && fault "the manual page has no faults"
fi
completed() { # the words before, the one being written
  bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rendabel; echo "${COMPREPLY[*]}"' - \
    "$usr/share/bash-completion/completions/rendabel" "$@"
}
[ "$(completed rendabel ass)" = assess ] || fault "bash completes a command: $(completed rendabel ass)"
[ "$(completed rendabel assess --wh)" = --what-if ] || fault "bash completes its options"
[ "$(completed rendabel --store book settings s)" = set ] || fault "bash completes a command within a command"
! command -v zsh >/dev/null || zsh -n "$usr/share/zsh/vendor-completions/_rendabel"

if [ -n "${RENDABEL_DEBOOTSTRAP:-}" ]; then
  fresh=$place/fresh
  debootstrap --variant=minbase bookworm "$fresh" >"$place/log" 2>&1 || { tail -5 "$place/log"; exit 1; }
  cp -- *.deb "$fresh/tmp"
  cp -r "$here/consumer" "$fresh/tmp"
  chroot "$fresh" sh -euc 'apt-get install -y --no-install-recommends /tmp/*.deb gcc libc6-dev pkg-config >/tmp/log 2>&1 || { tail -5 /tmp/log; exit 1; }
    cc /tmp/consumer/consumer.c $(pkg-config --cflags --libs rendabel) -o /tmp/consumer/built; /tmp/consumer/built
    rendabel --store /tmp/book check
    apt-get remove -y librendabel1 >/tmp/log 2>&1; [ ! -e /usr/bin/rendabel ]'
  echo "installed in a fresh Debian and removed again"
fi
echo "packages: $names; consumer says $(cat "$place/by_pkg_config")"
