#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Reported figures scored beside a made-up city: what is printed, what is written, what is refused.
source tests/cli/lib.sh

# A copy of the models with one city, about whom two figures are reported.
models=$scratch/models
mkdir -p "$models" "$scratch/scenarios"
cp models/*.csv models/hunan.cfg "$models"
cp -R tests/cities/tiny "$models"
sed -e 's|"../../models/hunan.cfg"|"hunan.cfg"|' -e '/^scenario = {/,/^};/d' tests/cities/tiny.cfg \
    >"$models/tiny.cfg"
cat >"$scratch/scenarios/tiny.cfg" <<'END'
base = "../models/tiny.cfg";
scenario = { id = "tiny"; title_zh = "小城"; title_en = "A made-up place"; start = "2022-01-01";
             years = 9; replicates = 1; };
END
figure() { echo "$1,$2,$3,$4,2023,tiny,$5,reported,$6,,,a made-up paper,printed,"; }
# under_head TABLE: puts rows below the first line of a table.
under_head() { sed -i "1r /dev/stdin" "$models/$1"; }
{
    figure tiny-stay 500 days exact length_of_stay state
    figure tiny-stay-change -1.5 days change length_of_stay effect
    figure tiny-sites 31 sites exact sites input
} | under_head figures.csv
printf '%s\n' "tiny-stay,target,,,tiny," "tiny-stay-change,held_out,,,tiny," \
    "tiny-sites,input,,,tiny," | under_head roles.csv
printf '%s\n' "tiny-stay,,length_of_stay,,level,2023,,,,,8,9,," \
    "tiny-stay-change,,length_of_stay,,change,2023,2022,,,,-20,20,," | under_head crosswalk.csv

few=(--draws 4 --scale 4 --draw-scale 4 --lang en --charts none --no-progress --out "$scratch/out")
hxsim score "$models/tiny.cfg" "${few[@]}"
claim "a score exits with 0, whatever is out" exits 0
claim "a target is printed beside what was simulated" prints "length of stay"
claim "and is told to be out" prints "OUT"
claim "totals are printed" prints "1 inputs; 1 targets, 1 compared, 0 in; 1 held out, 1 compared"
csv=$(echo "$scratch"/out/score-tiny-*/score.csv)
claim "score.csv has a row a reading, its own two and those of the province" [ "$(wc -l <"$csv")" -eq 13 ]
# column NAME: of the first row of score.csv
column() {
    awk -F, -v name="$1" '{ sub(/^\xef\xbb\xbf/, ""); sub(/\r$/, "") }
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        NR == 2 { print $at[name] }' "$csv"
}
is_close() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a != "" && (a - b) ^ 2 < 1e-12 * (1 + b ^ 2)) }'; }
by_hand=$(awk -v l="$(column low)" -v u="$(column high)" 'BEGIN { printf "%.10g", u - l + 20 * (500 - u) }')
claim "its score is that of its interval, by hand" is_close "$(column interval_score)" "$by_hand"
claim "the null's is 1 day and 491 days beside it" is_close "$(column null_interval_score)" 9821
claim "skill is 1 less their ratio" \
    is_close "$(column skill)" "$(awk -v s="$by_hand" 'BEGIN { printf "%.12g", 1 - s / 9821 }')"
claim "the folder has the scenario as it was run" \
    [ -s "$(dirname "$csv")/tiny/scenario.cfg" -a -s "$(dirname "$csv")/tiny/draws.csv" ]

hxsim score "$models/tiny.cfg" "${few[@]}" --strict
claim "--strict exits with 1 when a target is out" exits 1
claim "and says so" complains "a target is out on every reading"
hxsim score "$models/tiny.cfg" "${few[@]}" --json
claim "--json prints the same for programs" prints '"null_interval_score": 9821.0'
sed -i 's/^tiny-stay,500/tiny-stay,3/; s/^\(tiny-stay,3,days,\)exact/\1at_least/' "$models/figures.csv"
hxsim score "$models/tiny.cfg" "${few[@]}" --strict
claim "a target within its bound is in" exits 0
sed -i 's/^\(hunan-visits-per-person-2022\),5.2,\(.*\),4.4,6.2,/\1,52,\2,44,62,/' "$models/figures.csv"
hxsim score "$models/tiny.cfg" "${few[@]}" --strict
claim "an anchor of the province that is out is printed" prints "OUT"
claim "and is no target of the city" exits 0
sed -i '/^tiny-sites/s/,tiny,/,elsewhere,/' "$models/roles.csv"
hxsim score "$models/tiny.cfg" "${few[@]}"
claim "a role that changed is scored anew" complains "results: "

hxsim score "$models/tiny.cfg" "$models/tiny.cfg" "${few[@]}"
claim "a city named twice is refused" exits 64
claim "with both scenarios" complains "tiny.cfg; name each city once"
folder=$(ls -dt "$scratch"/out/score-tiny-* | head -n 1)
rm "$folder/score.csv"
hxsim score "$models/tiny.cfg" "${few[@]}"
claim "a folder that is incomplete is refused" exits 73
claim "with what is missing and what to do" complains \
    "is incomplete: score.csv is missing or cannot be read; --force runs anew"
claim "and left as it is" [ -s "$folder/score.json" -a ! -e "$folder/score.csv" ]

sed -i 's/^tiny-stay-change,held_out,,,tiny,/tiny-stay-change,target,,,tiny,wanted/' "$models/roles.csv"
hxsim score "$models/tiny.cfg" "${few[@]}"
claim "a target that is no level is refused" exits 65
claim "with file and line" complains \
    "roles.csv:3: tiny-stay-change is a target, but it is a change and no level; write held_out"
rm "$models/roles.csv"
hxsim score "$models/tiny.cfg" "${few[@]}"
claim "a list of roles that is missing is named" complains "roles.csv"
claim "and exits with 66" exits 66
hxsim run scenarios/huaihua.cfg --strict
claim "--strict is of score alone" complains "--strict is of score"
proved
