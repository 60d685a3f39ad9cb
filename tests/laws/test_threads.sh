#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The same inputs give the same folder, byte for byte: on any number of threads, from another
# compiler, on a processor for which no clone of the hot loops was made.
source tests/cli/lib.sh

tiny=tests/cities/tiny.cfg
build=${BUILD:-build}

# made PROGRAM NAME ARGUMENT...: a folder of results in $scratch/NAME.
made() {
    local of=$1 name=$2
    shift 2
    "$of" "$tiny" --years 4 --out "$scratch/$name" -q --charts none "$@" >"$scratch/$name.txt" \
        2>"$scratch/stderr" </dev/null
}
same() { diff -r "$scratch/$1" "$scratch/$2" && diff "$scratch/$1.txt" "$scratch/$2.txt"; }
made_the_same() {
    local name=$2
    made "$@" && same one "$name"
}

claim "one thread makes a folder" made "$program" one --threads 1
claim "two threads make the same folder" made_the_same "$program" two --threads 2
claim "three threads make the same folder" made_the_same "$program" three --threads 3
made "$program" other --threads 1 --seed 2
claim "another seed makes another folder" not same one other

made "$program" coarse-one --threads 1 --scale 7
made "$program" coarse-three --threads 3 --scale 7
claim "one in seven is the same on one thread and on three" same coarse-one coarse-three

if made "$program" drawn-one --threads 1 --scale 7 --charts primary,flows; then
    made "$program" drawn-three --threads 3 --scale 7 --charts primary,flows
    claim "charts drawn on one thread and on three are the same" same drawn-one drawn-three
    claim "charts are drawn" [ -s "$(echo "$scratch"/drawn-one/*/charts/primary-zh.png)" ]
else
    skip "no gnuplot or font here" "charts drawn on one thread and on three are the same"
fi

# built NAME FLAG...: the program built another way, in a folder that is kept for the next time.
built() {
    local name=$1
    shift
    make -s -j"$(nproc)" "BUILD=$build/$name" "PROGRAM=$build/$name/hxsim" "$@" all
}
claim "it builds without clones of the hot loops" built one-clone CPPFLAGS=-DHXSIM_ONE_CLONE
claim "a build without clones makes the same folder" \
    made_the_same "$build/one-clone/hxsim" one-clone --threads 2

echo 'int main(void) { return 0; }' >"$scratch/clang.c"
if clang "$scratch/clang.c" -o "$scratch/tried" 2>"$scratch/why"; then
    claim "clang builds it" built clang CC=clang
    claim "a build by clang makes the same folder" \
        made_the_same "$build/clang/hxsim" clang --threads 2
else
    skip "no clang here" "a build by clang makes the same folder"
fi

proved
