#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# hxsim new: the starter city runs as it is, is never put in the place of anything, and becomes a
# city like the others by its files alone.
source tests/cli/lib.sh
program=$(realpath "$program")

# lives FILE [OPTION]...: it runs for two years, the laws checked each day.
lives() {
    "$program" run "$@" --years 2 --scale 10 --charts none --no-progress -q --lang en \
        --out "$scratch/out"
}

holds_only() { diff <(cd "$1" && ls -A) <(printf '%s\n' "${@:2}"); }

# with_reforms_and_without: the two scenarios are not the same run.
with_reforms_and_without() {
    ! diff <(cut -d, -f2- "$plain"/indicators.csv) \
        <(cut -d, -f2- "$scratch"/out/town_baseline-*/indicators.csv)
}

mkdir "$scratch/home"
town=$scratch/home/town
hxsim new "$town/" --lang en
claim "a new city is made" exits 0
claim "what is made is told, with the next step" prints "hxsim check $town/scenarios/town.cfg"
claim "nothing is left beside it" holds_only "$scratch/home" town
claim "no token of the template is left in it" not grep -rn "@city@\|@models@\|CITY" "$town"
hxsim check "$town/scenarios/town.cfg" "$town/scenarios/town_baseline.cfg"
claim "its scenarios are in order" exits 0
claim "it lives by the laws with reforms" lives "$town/scenarios/town.cfg"
claim "it lives by the laws without" lives "$town/scenarios/town_baseline.cfg"
plain=$(echo "$scratch"/out/town-*)
claim "it lives with every number drawn from its range" \
    lives "$town/scenarios/town.cfg" --draws 8 --draw-scale 10
claim "its reforms change something" with_reforms_and_without

echo mine >"$town/README.md"
hxsim new "$town"
claim "a folder that is there is refused with 73" exits 73
claim "the refusal is one line that names it" complains "$town: is there already"
claim "what was there stays as it was" grep -qx mine "$town/README.md"
for name in Town 1town "to wn" "town.cfg" "$(printf 'a%.0s' {1..41})"; do
    hxsim new "$scratch/home/$name"
    claim "no city can be called $name" exits 64
done
hxsim new
claim "a folder must be named" exits 64
hxsim new "$town" "$town"
claim "one folder is made at a time" exits 64
claim "refusals leave nothing" holds_only "$scratch/home" town
if can_be_nobody; then
    mkdir "$scratch/closed" && chmod 555 "$scratch/closed"
    hxsim_as_nobody new "$scratch/closed/town"
    claim "a folder in which nothing can be made is told with 73" exits 73
else
    skip "nobody cannot run the program" "a folder in which nothing can be made is told with 73"
fi
mkdir "$scratch/alone" && cp "$program" "$scratch/alone/hxsim"
(cd "$scratch/alone" && ./hxsim new town) >"$scratch/stdout" 2>"$scratch/stderr" && status=0 || status=$?
claim "without the models it says what is missing, with 66" exits 66
claim "and leaves nothing" holds_only "$scratch/alone" hxsim

other=$scratch/home/other
hxsim new "$other"
hxsim check "$town"/models/town.cfg "$town"/scenarios/*.cfg "$other"/scenarios/*.cfg
claim "the files of one city and of two may be checked together" exits 0
sed -i 's/other-south/town-south/g' "$other"/models/other/*.csv "$other"/scenarios/other.cfg
hxsim check "$other/scenarios/other.cfg"
claim "a city on its own may call its counties as it likes" exits 0
hxsim check "$town/scenarios/town.cfg" "$other/scenarios/other.cfg"
claim "a county in two cities is refused" exits 65
claim "with file, line and both cities" complains \
    "other/counties.csv:3: the county town-south is in two cities, in other and, by $town/scenarios/town.cfg, in town"
hxsim check --json "$town/scenarios/town.cfg" "$other/scenarios/other.cfg"
claim "and as JSON" prints '"line": 3'

# A copy of models/ and scenarios/ and nothing else, to which the files of a new city are added.
tree=$scratch/tree
mkdir "$tree" && cp -R models scenarios "$tree"
cd "$tree" || exit 1
hxsim new village
cp -R village/models/. models/ && cp village/scenarios/*.cfg scenarios/
sed -i 's|^base = ".*";|base = "hunan.cfg";|' models/village.cfg && rm -r village
hxsim list cities
claim "a city is known by its files alone" grep -q '^village .*models/village.cfg' "$scratch/stdout"
claim "and runs by them" lives scenarios/village.cfg
hxsim explain people.residents models/village.cfg
claim "and its numbers are explained" prints 300000
proved
