# SPDX-License-Identifier: MIT
# What a test script needs to speak TAP. Source it from the root of the repository:
#
#     source tests/cli/lib.sh
#     hxsim run no-such-file.cfg
#     claim "a missing file exits with 66" exits 66
#     claim "a missing file is named" complains "no-such-file.cfg: "
#     proved
#
# `hxsim` runs the program under test and keeps what it printed; the words after a sentence are any
# command, true if it exits with 0. $scratch is an empty folder that is gone when the script ends.
set -uo pipefail

program=${HXSIM:-./hxsim}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
number=0 broken=0 status=0
: >"$scratch/stdout"
: >"$scratch/stderr"

# Runs the program: its output in $scratch/stdout and $scratch/stderr, its exit status in $status.
hxsim() {
    status=0
    "$program" "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || status=$?
}

# Runs the program as somebody who is not root, for whom a closed folder is closed; false if we cannot.
nobody=()
if [ "$(id -u)" -eq 0 ]; then
    nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    chmod 755 "$scratch"
fi
can_be_nobody() { "${nobody[@]}" "$program" --version >"$scratch/why" 2>&1; }
hxsim_as_nobody() {
    status=0
    "${nobody[@]}" "$program" "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || status=$?
}

# claim SENTENCE COMMAND...: one line of TAP, and what there was to see if the claim is false.
claim() {
    local sentence=$1
    shift
    number=$((number + 1))
    if "$@" >"$scratch/why" 2>&1; then
        echo "ok $number - $sentence"
        return
    fi
    broken=$((broken + 1))
    echo "not ok $number - $sentence"
    {
        echo "false: $*"
        head -n 20 "$scratch/why"
        echo "the last run of hxsim exited with $status and printed:"
        head -n 20 "$scratch/stdout" "$scratch/stderr"
    } | sed 's/^/#   /'
}

# skip REASON SENTENCE: a claim that cannot be tried on this machine.
skip() {
    number=$((number + 1))
    echo "ok $number - $2 # SKIP $1"
}

# Ends the script with its plan, so that a script that stopped half-way counts as failed.
proved() {
    echo "1..$number"
    exit $((broken > 0))
}

exits() { [ "$status" -eq "$1" ]; }

# The text (not a pattern) is somewhere on stdout, or on stderr.
prints() { grep -qF -e "$1" "$scratch/stdout"; }
complains() { grep -qF -e "$1" "$scratch/stderr"; }

prints_nothing() { [ ! -s "$scratch/stdout" ]; }
complains_of_nothing() { [ ! -s "$scratch/stderr" ]; }
complains_once() { [ "$(wc -l <"$scratch/stderr")" -eq 1 ]; }
not() { ! "$@"; }
