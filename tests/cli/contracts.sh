#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Payment by points over the ranges of what is assumed: the literature has both signs, and so must we.
source tests/cli/lib.sh

# scenario NAME REFORMS: three years of the tiny city.
scenario() {
    cat >"$scratch/$1.cfg" <<END
base = "$PWD/tests/cities/tiny.cfg";
scenario = { id = "$1"; title_zh = "$1"; title_en = "$1"; years = 3; replicates = 1; };
reforms = ($2);
END
}
scenario by_item ""
scenario by_points '{ lever = "dip_payment"; places = ("*");
    start = { value = "2022-01-01"; kind = "assumed"; earliest = "2022-01-01"; latest = "2022-01-01"; why = "made up"; };
    ramp_months = { value = 0; unit = "months"; kind = "assumed"; low = 0; high = 0; why = "made up"; };
    coverage = { value = 0.9; unit = "share"; kind = "assumed"; low = 0.9; high = 0.9; why = "made up"; }; }'
hxsim compare "$scratch/by_item.cfg" "$scratch/by_points.cfg" --draws 24 --scale 20 --draw-scale 20 \
    --replicates 1 --lang en -q --charts none --out "$scratch/out"
claim "a comparison with payment by points exits with 0" exits 0

# column NAME: its number in differences.csv.
table=$(echo "$scratch"/out/*/differences.csv)
column() { head -1 "$table" | tr ',' '\n' | grep -nx "$1" | cut -d: -f1; }

# band INDICATOR: "p05 p95" of the last year's difference in the whole city.
band() {
    awk -F, -v low="$(column p05)" -v high="$(column p95)" -v name="$1" \
        '$3 == "tiny" && !$4 && !$5 && !$6 && !$7 && $8 == "2024" && $9 == name { print $low, $high }' "$table"
}
falls_and_rises() { band "$1" | awk '{ found = $1 < 0 && $2 > 0 } END { exit !found }'; }
within() { band "$1" | awk -v most="$2" '{ found = $1 > -most && $2 < most } END { exit !found }'; }

claim "the interval of its effect on the cost of a stay contains a fall and a rise" \
    falls_and_rises cost_per_admission
claim "and so does that of its effect on the length of a stay" falls_and_rises length_of_stay
claim "what is outside the catalogue moves by a few points at most" within out_of_scope_share 5
claim "and so does what patients pay themselves" within out_of_pocket_share 5

proved
