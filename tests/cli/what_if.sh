#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The what-if scenarios: they load, rest on Huaihua with its reforms, run, and part from it only from
# their own day on.
source tests/cli/lib.sh

base=scenarios/huaihua.cfg
# levers_of FILE: of its reforms, in their order.
levers_of() {
    "$program" show "$1" | awk '$1 ~ /^reforms\.[0-9]+\.lever$/ { print $2 }'
}
levers_of "$base" >"$scratch/base"

for name in consortia_everywhere:county_medical_consortium \
    referral_leverage:insurance_referral_leverage; do
    IFS=: read -r what lever <<<"$name"
    file=scenarios/huaihua_$what.cfg
    hxsim check "$file"
    claim "$what loads" exits 0
    claim "$what has all reforms of Huaihua and $lever once more" \
        diff <(cat "$scratch/base"; echo "$lever") <(levers_of "$file")
    hxsim compare "$base" "$file" --scale 2000 --draws 0 --replicates 1 --years 6 --charts none -q \
        --indicator primary_care_visit_share,in_county_visit_rate --out "$scratch/$what"
    claim "$what runs beside Huaihua" exits 0
    table=$(echo "$scratch/$what"/*/differences.csv)
    claim "until 2025 $what is Huaihua, to the last digit" \
        [ -z "$(awk -F, 'NR > 1 && $8 <= 2025 && $13 != "" && $13 != 0' "$table")" ]
    claim "from 2026 on it is not" [ -n "$(awk -F, 'NR > 1 && $8 > 2025 && $13 != "" && $13 != 0' "$table")" ]
done

proved
