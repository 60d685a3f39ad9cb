#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
source tests/cli/lib.sh

hxsim --version
claim "--version exits with 0" exits 0
claim "--version prints the name of the program and its version" \
    grep -qE '^hxsim [0-9]+\.[0-9]+\.[0-9]+' "$scratch/stdout"
claim "--version complains of nothing" complains_of_nothing

proved
