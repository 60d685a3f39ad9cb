#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The laws of the house: data flows down the folders of sim/, and nothing is remembered outside the
# structs that a function is given. Each check is also tried on a file that breaks it.
source tests/cli/lib.sh

folders="base config people care money payment reforms day study report"
include='^[[:space:]]*#[[:space:]]*include'

# strangers ROOT: folders that the house does not know.
strangers() {
    local folder
    for folder in "$1"/*/; do
        folder=$(basename "$folder")
        [[ " $folders " == *" $folder "* ]] || echo "$folder: not one of: $folders"
    done
}

# upward ROOT: files that include a folder below their own. main.c is exempt.
upward() {
    (cd "$1" && grep -rnE "$include"'[[:space:]]*"' --include='*.[ch]' -- */) |
        awk -v folders="$folders" '
            BEGIN {
                count = split(folders, names, " ")
                for (i = 1; i <= count; i++) place[names[i]] = i
            }
            {
                split($0, field, ":"); where = field[1] ":" field[2] ": "
                split($0, quoted, "\""); included = quoted[2]
                own = field[1]; sub("/.*", "", own)
                other = included; sub("/.*", "", other)
                if (!(other in place)) print where included " names no folder of sim/"
                else if (place[other] > place[own]) print where own " includes " included
            }'
}

# late_headers ROOT: .c files whose own header is not their first include.
late_headers() {
    local source header first
    while IFS= read -r source; do
        header=${source%.c}.h
        [ -e "$1/$header" ] || continue
        first=$(grep -m 1 -E "$include" "$1/$source")
        [ "$first" = "#include \"$header\"" ] ||
            echo "$source: its first include is not \"$header\""
    done < <(cd "$1" && find . -name '*.c' -printf '%P\n' | sort)
}

# mutable OBJECT...: what can be written to at file scope, or is static in a function. Constant data
# that holds addresses is in .data.rel.ro, which is read-only once linked.
mutable() {
    local object
    for object; do
        [ -e "$object" ] || { echo "$object: not built"; continue; }
        objdump -t "$object" | awk -v object="$object" '
            $0 ~ /[ \t](\.data|\.bss|\.tdata|\.tbss|\*COM\*)[^ \t]*\t/ && !/\.data\.rel\.ro/ &&
            $0 !~ / d / {
                print object ": " $NF " is file-scope state"
            }'
    done
}

nothing() {
    local found
    found=$("$@")
    echo "$found"
    [ -z "$found" ]
}

one() {
    local found
    found=$("$@")
    echo "$found"
    [ "$(echo "$found" | grep -c .)" -eq 1 ]
}

mapfile -t objects < <(find sim -name '*.c' | sort | sed "s|^\(.*\)\.c$|${BUILD:-build}/\1.o|")

claim "every folder of sim/ has its place in the house" nothing strangers sim
claim "no file includes a folder below its own" nothing upward sim
claim "every module includes its own header first" nothing late_headers sim
claim "no file of sim/ keeps state of its own" nothing mutable "${objects[@]}"

mkdir -p "$scratch/bad/base" "$scratch/bad/day" "$scratch/bad/politics"
echo '#include "day/day.h"' >"$scratch/bad/base/money.c"
echo '#include <math.h>' >"$scratch/bad/base/draw.c"
touch "$scratch/bad/base/draw.h"
echo '#include "base/draw.h"' >"$scratch/bad/day/day.c"
claim "a folder that the house does not know is caught" one strangers "$scratch/bad"
claim "a file in base that includes day/ is caught, day/ that includes base is not" \
    one upward "$scratch/bad"
claim "a module that includes a library before its own header is caught" \
    one late_headers "$scratch/bad"

state() {
    echo "$1" >"$scratch/state.c"
    "${CC:-cc}" -std=c17 -O2 -c "$scratch/state.c" -o "$scratch/state.o" &&
        mutable "$scratch/state.o"
}
claim "a global counter is caught" one state 'int visits = 0;'
claim "a global with a first value is caught" one state 'double price = 7.35;'
claim "a static buffer in a function is caught" one state \
    'char *name(int i) { static char text[9]; text[i] = 1; return text; }'
claim "state of a thread is caught" one state '_Thread_local int person;'
claim "a table of constants is not state" nothing state \
    'static const char *const names[] = {"zh", "en"}; const char *name(int i) { return names[i]; }'

proved
