#!/bin/sh
# flat.sh [rendabel.h] > rendabel_ffi.h — flat declarations for PHP FFI, cffi and koffi from the one hand-written
# header: those readers know neither macros nor #include. A test compares the committed file with a fresh one.
set -eu
header=${1:-$(dirname "$0")/rendabel.h}
cpp -P -DRENDABEL_FFI_DECLS "$header" | sed -E 's/^[ \t]+//; s/[ \t]+/ /g; s/\* (rendabel_)/*\1/; /^$/d'
