#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A plan of a city that cannot be split is told in one line for each thing amiss, and nothing is
# written. Each claim spoils one line of the plan of the starter city.
source tests/cli/lib.sh

# spoiled SED: splits the starter city by a plan that sed has changed.
spoiled() {
    rm -rf "$scratch/city" && mkdir "$scratch/city"
    sed "$1" models/starter/models/CITY/plan.toml >"$scratch/city/plan.toml"
    status=0
    models/split_places "$scratch/city" >"$scratch/stdout" 2>"$scratch/stderr" || status=$?
}

# refused SENTENCE SED MESSAGE
refused() {
    spoiled "$2"
    claim "$1 is refused" exits 1
    claim "$1 is told" complains "split_places: $scratch/city/plan.toml: $3"
    claim "$1 leaves nothing written" only_the_plan
}

only_the_plan() { [ "$(ls "$scratch/city")" = plan.toml ] && complains_once; }

spoiled ''
claim "the plan as it stands is split" exits 0
claim "into four tables" test "$(ls "$scratch/city" | tr '\n' ' ')" = \
    "counties.csv facilities.csv origins.csv plan.toml townships.csv "

refused "a number that is missing" '/^seat = /d' "travel.seat is missing"
refused "a section that is missing" '/^\[casemix\]/,/^private_hospitals/d' "[casemix] is missing"
refused "a text for a number" 's/^residents = 300000 #/residents = "300000" #/' \
    "residents is '300000'; write a whole number"
refused "a county without a name" '0,/^zh = "北区/s/^zh = "北区.*//' "county 1: zh is missing"
refused "a city in no county" 's/^centre = .*north"/centre = "nowhere"/' \
    "centre: there is no county nowhere; write one of @city@-north, @city@-south"
refused "shares of beds that are not the whole" 's/^private = 0.17/private = 0.27/' \
    "the shares of [beds] come to 1.1; write shares that sum to 1"
refused "more urban catchments than there are" 's/^urban = 4/urban = 9/' "county @city@-north: 9 of 7"
refused "more residents in one place than in the county" 's/^residents = 18000/residents = 118000/' \
    "county @city@-south: its named places have 118000 residents and its towns 32400, but all of it 120000"
refused "too few beds for the hospitals" 's/^per_1000 = 8.0/per_1000 = 0.5/' "beds: "
refused "a line that is not TOML" 's/^seed = 1/seed == 1/' "Invalid"
models/split_places "$scratch/nowhere" >"$scratch/stdout" 2>"$scratch/stderr" && status=0 || status=$?
claim "a folder without a plan is told" complains "nowhere/plan.toml: cannot be read: No such file"
proved
