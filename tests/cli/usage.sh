#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Words on the command line: what they do, and what is said of those that cannot be.
source tests/cli/lib.sh

# refused SENTENCE WORDS... -- ARGUMENT...: exit status 64 and one message with the words.
refused() {
    local sentence=$1 words=$2
    shift 3
    hxsim "$@"
    claim "$sentence exits with 64" exits 64
    claim "$sentence is told in one message: $words" told_once "$words"
}
told_once() { complains "$1" && complains_once && prints_nothing; }

starts_with() { [ "$(head -n 1 "$scratch/stdout")" = "$1" ]; }
names_all() {
    local word
    for word; do prints " $word" || { echo "$word is missing"; return 1; }; done
}

hxsim --help --lang en
claim "--help exits with 0" exits 0
claim "--help shows examples first" starts_with "Examples:"
claim "--help names every verb" names_all run compare check show list explain settle
claim "--help names every option" names_all --draws --draw-scale --replicates --seed --scale --years --threads \
    --set --out --charts --indicator --force --lang --json --no-color --no-progress -q -v --help --version

env LC_ALL=en_GB.UTF-8 "$program" --help >"$scratch/stdout"
claim "English surroundings are answered in English" starts_with "Examples:"
env LC_ALL=zh_CN.UTF-8 "$program" --help >"$scratch/stdout"
claim "Chinese surroundings are answered in Chinese" starts_with "例："
hxsim run --help nonsense --scale
claim "--help is answered whatever else is said" exits 0

refused "nothing at all" "nothing to do" --
refused "an unknown command" "there is no command nonsense" -- nonsense
refused "a slip in a command" "did you mean explain?" -- explian x
refused "an unknown option" "there is no option --sacle; did you mean --scale?" -- run a.cfg --sacle 3
refused "an abbreviation" "--rep is not spelled in full; did you mean --replicates?" -- --rep 3 a.cfg
refused "an abbreviation with a value" "there is no option --sca=3" -- run a.cfg --sca=3
refused "an option without its value" "--seed wants N after it" -- run a.cfg --seed
refused "a flag with a value" "--force takes no value" -- run a.cfg --force=yes
refused "run without a file" "run wants a scenario" -- run --scale 50
refused "two files" "run takes one file, but was given a.cfg and b.cfg" -- a.cfg b.cfg

refused "--scale 0" "--scale is 0; write 1 for everybody" -- a.cfg --scale 0
refused "--scale in full-width digits" "--scale is \"５０\", not a whole number" -- a.cfg --scale ５０
refused "--scale 2.5" "not a whole number" -- a.cfg --scale 2.5
refused "a scale beyond every number" "--scale is 99999999999999999999" -- \
    a.cfg --scale 99999999999999999999
refused "--draws -1" "--draws is -1" -- a.cfg --draws -1
refused "--draws 1001" "--draws is 1001" -- a.cfg --draws 1001
refused "--draw-scale 0" "--draw-scale is 0" -- a.cfg --draw-scale 0
refused "--replicates 0" "--replicates is 0" -- a.cfg --replicates 0
refused "--years 0" "--years is 0" -- a.cfg --years 0
refused "--threads 0" "--threads is 0" -- a.cfg --threads 0
refused "--seed -3" "--seed is -3" -- a.cfg --seed -3
refused "--set without =" "write path=value" -- a.cfg --set choice.habit_share
refused "an empty --out" "--out is empty" -- a.cfg --out ""
refused "an unknown language" "--lang is \"fr\"; write zh, en" -- a.cfg --lang fr
refused "a language given twice" "--lang is \"zh,zh\"" -- a.cfg --lang zh,zh
refused "an option of another verb" "list takes no option --force" -- list indicators --force

hxsim -q --no-color list indicators
claim "options of every verb may stand before it" exits 0
claim "list names the indicators" prints "in_city_inpatient_rate"
hxsim explain in_city_inpatient_rate --no-progress
claim "explain gives the formula of an indicator" \
    prints "discharges of the insured inside the city / all their discharges"
hxsim list indicators --json
claim "list indicators --json is JSON" python3 -c 'import json, sys; json.load(open(sys.argv[1]))' \
    "$scratch/stdout"

hxsim ./no-such-place/a.cfg
claim "a word with a slash is a file to run" complains "./no-such-place/a.cfg: cannot be read"
claim "a file that is not there exits with 66" exits 66
hxsim -- no-such.cfg
claim "after -- every word is a file" exits 66

hxsim list reforms --json
claim "a list of reforms calls a lever's status a status" prints '"status": "lever"'
proved
