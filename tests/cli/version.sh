#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
source tests/cli/lib.sh

hxsim --version
claim "--version exits with 0" exits 0
claim "--version prints the name of the program and its version" \
    grep -qE '^hxsim [0-9]+\.[0-9]+\.[0-9]+' "$scratch/stdout"
sources() { find sim -name '*.[ch]' | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-"$1"; }
claim "--version tells the sources by which it was built, which are these" \
    prints "(sources $(sources 8))"
claim "--version complains of nothing" complains_of_nothing

proved
