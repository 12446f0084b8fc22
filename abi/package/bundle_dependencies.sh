#!/usr/bin/env bash
# bundle_dependencies.sh FOLDER — makes libsimdjson.a and libnlopt.a for the bundle from Debian's own source packages, which
# apt fetches from where the system has its own and verifies, with a source list apart: the system's lists stay as they are. Needs a network once.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
[ ! -f "$folder/libsimdjson.a" ] || [ ! -f "$folder/libnlopt.a" ] || exit 0
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
mkdir -p lists/partial cache
# shellcheck disable=SC1091,SC2016
from=$(. /etc/os-release && apt-get indextargets --format '$(CODENAME) $(REPO_URI)' "Created-By: Packages" "Component: main" |
  sed -n "s/^$VERSION_CODENAME //p" | head -n 1)
echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $from $(. /etc/os-release && echo "$VERSION_CODENAME") main" >sources.list
apt=(apt-get -q -o Dir::Etc::SourceList="$place/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$place/lists"
  -o Dir::Cache="$place/cache" -o APT::Sandbox::User="$(id -un)")
"${apt[@]}" update
"${apt[@]}" source simdjson nlopt
# The header that our code was compiled with is the one of this version.
"${CXX:-c++}" -std=c++17 -O2 -fPIC -fvisibility=hidden -c simdjson-*/singleheader/simdjson.cpp -o simdjson.o
ar rcs "$folder/libsimdjson.a" simdjson.o
cmake -S nlopt-*/ -B nlopt -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
  -DNLOPT_CXX=OFF -DNLOPT_PYTHON=OFF -DNLOPT_OCTAVE=OFF -DNLOPT_MATLAB=OFF -DNLOPT_GUILE=OFF -DNLOPT_SWIG=OFF -DNLOPT_TESTS=OFF
cmake --build nlopt -j "$(nproc)"
cp nlopt/libnlopt.a "$folder"
