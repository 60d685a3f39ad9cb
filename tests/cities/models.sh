#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every city of models/: its tables are what its plan gives, its scenarios are in order, and it runs
# with the laws checked and comes near the levels of Hunan. A city is found by its files; this
# script names none.
source tests/cli/lib.sh

# split_again FOLDER: the plan gives the four tables that are there, bit for bit.
split_again() {
    local again=$scratch/again/$(basename "$1") table
    mkdir -p "$again"
    cp "$1/plan.toml" "$again" && models/split_places "$again" || return 1
    for table in counties townships facilities origins; do
        diff -u "$1/$table.csv" "$again/$table.csv" || return 1
    done
}

# near_hunan FOLDER: levels of the first year in the result folder of a city.
# Visits and admissions a person-year within what is recalled of Hunan (hunan-visits-per-person-2022,
# hunan-admissions-per-person-2022) and 5 % of it, since one in 200 is simulated; deaths as 8.54 per
# 1,000 of Hunan's ages become with those of the oldest and youngest city; beds neither empty nor
# beyond what extra beds allow; residents as the model has them at the start, less what a year takes.
near_hunan() {
    python3 - "$1" <<'PYTHON'
import csv, glob, sys
folder, = glob.glob(sys.argv[1] + "/*/")
rows = list(csv.DictReader(open(folder + "indicators.csv", encoding="utf-8-sig", newline="")))
city, first = rows[0]["place"], min(row["period"] for row in rows)
whole = [row for row in rows if row["place"] == city and row["period"] == first and row["value"]
         and row["draw"] == "central" and not (row["scheme"] or row["group"] or row["age"])]
level = {row["indicator"]: float(row["value"]) for row in whole if not row["kind"]}
kinds = {row["kind"]: float(row["value"]) for row in whole if row["indicator"] == "occupancy"}
bounds = {"visits_per_person": (4.4 / 1.05, 6.2 * 1.05),
          "admissions_per_1000": (215 / 1.05, 265 * 1.05), "death_rate": (6.8, 10.6),
          "occupancy": (55, 90), "primary_care_visit_share": (30, 75),
          "in_city_inpatient_rate_residents": (80, 99), "foregone_care": (0, 25)}
bad = [f"{city}: {name} is {level[name]:.4g}, not in {low:.4g} to {high:.4g}"
       for name, (low, high) in bounds.items() if not low <= level[name] <= high]
bad += [f"{city}: beds of {kind} are taken to {value:.1f} %" for kind, value in kinds.items()
        if not 25 <= value <= 112]
print("\n".join(bad) or {name: round(level[name], 2) for name in bounds})
sys.exit(bool(bad))
PYTHON
}

# as_many FOLDER RESIDENTS: residents of the first year within 2 % of those that the model has.
as_many() {
    awk -v want="$2" -F, '{ sub(/^\xef\xbb\xbf/, "") }
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        NR == 2 { city = $at["place"] }
        $at["indicator"] == "residents" && $at["place"] == city && !seen++ {
            print $at["value"], "against", want
            off = $at["value"] / want - 1; bad = off > 0.02 || off < -0.02 }
        END { exit bad || !seen }' "$1"/*/indicators.csv
}

# of_no_city: no source of the program names a city, but as an example of what to write, as the id of a
# figure that evidence rests on, or in the evidence of a lever's number.
of_no_city() {
    local id named=0
    while IFS= read -r id; do
        grep -rniwE "$id" --include='*.[ch]' sim |
            grep -viE "(scenarios|models)/$id|$id(_baseline)?\.cfg|$id-[a-z0-9-]+|--city [a-z,]*$id|$id\.sample\.csv" |
            grep -vE '^sim/reforms/[a-z0-9_]+\.c:[0-9]+: +"' && named=1
    done < <("$program" list cities | tail -n +2 | awk '$1 != "?" { print $1 }')
    [ "$named" -eq 0 ]
}

for plan in models/*/plan.toml models/starter/models/*/plan.toml; do
    folder=$(dirname "$plan")
    claim "the tables of $folder are what its plan gives" split_again "$folder"
done
for scenario in scenarios/*.cfg; do
    hxsim check "$scenario"
    claim "$scenario is in order" exits 0
done
# A fitted model is the same city; one that was fitted to other inputs is refused when it is used.
mapfile -t models < <(ls models/*.cfg | grep -v "[.]fitted[.]cfg$")
hxsim check "${models[@]}"
claim "no county is in two cities" exits 0
for scenario in scenarios/*_baseline.cfg; do
    city=$(basename "$scenario" _baseline.cfg)
    out=$scratch/out/$city
    hxsim run "$scenario" --scale 200 --years 1 --charts none --no-progress -q --lang en --out "$out"
    claim "$city lives a year by the laws without reforms" exits 0
    claim "$city begins near the levels of Hunan" near_hunan "$out"
    residents=$(sed -n 's/^ *residents = { value = \([0-9]*\).*/\1/p' "models/$city.cfg")
    claim "$city has the residents of its model" as_many "$out" "$residents"
    hxsim run "scenarios/$city.cfg" --scale 200 --years 2 --charts none --no-progress -q --lang en \
        --out "$out-reforms"
    claim "$city lives two years by the laws with its reforms" exits 0
    hxsim run "$scenario" --scale 200 --draw-scale 1000 --draws 8 --years 1 --charts none \
        --no-progress -q --lang en --out "$out-draws"
    claim "$city lives with every number drawn from its range" exits 0
done
claim "no source of the program names a city but as an example or as evidence" of_no_city
proved
