#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# A made-up city fitted to the anchors of the province: files, resuming, what is refused.
source tests/cli/lib.sh

models=$scratch/models
mkdir -p "$models" "$scratch/scenarios"
cp models/*.csv models/hunan.cfg "$models"
cp -R tests/cities/tiny "$models"
sed -e 's|"../../models/hunan.cfg"|"hunan.cfg"|' -e '/^scenario = {/,/^};/d' tests/cities/tiny.cfg \
    >"$models/tiny.cfg"
# scenario MODEL: of one year more than the base year.
scenario() {
    cat <<END
base = "../models/$1.cfg";
scenario = { id = "tiny"; title_zh = "小城"; title_en = "A made-up place"; start = "2022-01-01";
             years = 3; base_year = 2022; replicates = 1; };
END
}
scenario tiny >"$scratch/scenarios/tiny.cfg"
scenario tiny.fitted >"$scratch/scenarios/fitted.cfg"
few=(--scale 2 --lang en -q)
fit() { hxsim calibrate "$models/tiny.cfg" "${few[@]}" --out "$scratch/$1" "${@:2}"; }
fitted() { cat "$models"/tiny.fitted.cfg "$models"/tiny.sample.csv | sha256sum; }

fit one --threads 1
claim "a calibration exits with 0" exits 0
claim "numbers are printed with what is left of their range" prints "spread left"
claim "targets are printed with the run at the means" prints "off / sigma"
claim "the identity of occupancy is printed" prints "admissions x stay / open bed-days"
claim "and the effective sample" prints "effective sample"
first=$(fitted)

# Half of the runs are taken away, and the last is broken off: the rest is made anew.
runs=$(echo "$scratch"/one/calibrate-tiny-*.runs)
lines=$(wc -l <"$runs")
head -n $((lines / 2)) "$runs" | head -c -30 >"$runs.half"
rm "$models"/tiny.fitted.cfg "$models"/tiny.sample.csv
mv "$runs.half" "$runs"
fit one --threads 2
claim "what was stopped half-way goes on to the same files, on any number of threads" \
    [ "$(fitted)" = "$first" ]
claim "and keeps every run" [ "$(wc -l <"$runs")" -eq "$lines" ]
sed -i '2,$s/^[^ ]*/0.123/' "$runs"
fit one --threads 2
claim "runs that are not of its settings are made anew" [ "$(fitted)" = "$first" ]

hxsim check "$scratch/scenarios/fitted.cfg"
claim "the fitted model is in order" exits 0
program=$(realpath "$program")
cities() { (cd "$scratch" && "$program" list cities | grep -c tiny.cfg); }
claim "and is listed as no city of its own" [ "$(cities)" -eq 1 ]
claim "nor is it under its own name" [ -z "$(cd "$scratch" && "$program" list cities | grep fitted)" ]
hxsim run "$scratch/scenarios/fitted.cfg" --scale 8 --draws 5 --draw-scale 8 --years 1 --charts none \
    --lang en -q --out "$scratch/drawn"
claim "a scenario that rests on it runs with draws" exits 0
# drawn: whether each draw's values of two fitted numbers stand in one row of the sample.
drawn() {
    python3 - "$models/tiny.sample.csv" "$scratch"/drawn/*/draws.csv <<'PYTHON'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1])))
draws = {row["number"]: row for row in csv.DictReader(open(sys.argv[2], encoding="utf-8-sig"))}
names = [name for name in rows[0] if name != "weight" and name in draws]
assert len(names) > 20, names
for draw in range(1, 6):
    told = [float(draws[name][f"draw_{draw}"]) for name in names]
    best = min(max(abs(float(row[name]) / value - 1) for name, value in zip(names, told) if value)
               for row in rows)
    assert best < 1e-6, (draw, best)
PYTHON
}
claim "and each of its draws is one row of the sample" drawn
hxsim run "$scratch/scenarios/tiny.cfg" --model "$models/tiny.fitted.cfg" --scale 8 --draws 5 \
    --draw-scale 8 --years 1 --charts none --lang en -q --out "$scratch/put"
# same TABLE: whether the scenario with the fit put under it says the same as one that rests on it.
same() { cmp "$scratch"/drawn/*/"$1" "$scratch"/put/*/"$1"; }
claim "--model puts the fit under a scenario of the model: the same draws" same draws.csv
claim "and the same results" same indicators.csv
hxsim run "$scratch/scenarios/tiny.cfg" --model "$models/hunan.cfg" --scale 8
claim "a model that does not rest on the scenario's is refused" \
    complains "hunan.cfg: is no model to put in place of"
hxsim run "$models/tiny.cfg" --model "$models/tiny.fitted.cfg" --scale 8
claim "and so is one put in place of no scenario's" complains "this has no scenario = { ... };"
hxsim score "$models/tiny.fitted.cfg" --scale 8 --draws 0 --charts none --lang en -q \
    --out "$scratch/scored"
claim "a fit is scored under the scenario of its model" exits 0
# level FILE: the level of demand in a file's own words.
level() { grep -ho -m 1 'level = { value = [0-9.]*' "$@" | grep -o '[0-9.]*$'; }
scored() { grep -rqF "$(level "$models/tiny.fitted.cfg" | cut -c 1-8)" "$scratch"/scored; }
claim "with the numbers of the fit" scored

sed -i 's/^\(    absent_insured = { value = \)[0-9]*/\12401/' "$models/tiny.cfg"
hxsim check "$scratch/scenarios/fitted.cfg"
claim "numbers fitted to other inputs are refused" exits 65
claim "with file and line" complains "tiny.fitted.cfg:5: these numbers were fitted to other inputs"
hxsim calibrate "$models/tiny.cfg" "$models/hunan.cfg"
claim "two models are refused" complains "calibrate takes one model"
proved
