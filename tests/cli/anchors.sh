#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The anchors of the readme: what tests/bench/anchors prints is what the readme shows but for the
# numbers simulated, and each range is the one printed with its figure.
source tests/cli/lib.sh

# First four columns of each row of a table of anchors: name, figure, range, indicator.
rows() { grep -E '^\| [^|]+\| `[a-z0-9-]+` \|' "$1" | cut -d'|' -f2-5; }

same_rows() {
    rows README.md >"$scratch/readme"
    rows "$scratch/anchors" >"$scratch/printed"
    [ "$(wc -l <"$scratch/printed")" -ge 18 ] && diff -u "$scratch/readme" "$scratch/printed"
}

# Ranges against low and high of models/figures.csv, whose admissions are per person.
ranges_are_printed() {
    python3 - "$scratch/anchors" <<'PYTHON'
import csv, re, sys
figures = {row["id"]: row for row in csv.DictReader(open("models/figures.csv", encoding="utf-8"))}
checked = 0
for line in open(sys.argv[1], encoding="utf-8"):
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) < 7 or not cells[2].startswith("`"):
        continue
    figure = figures[cells[2].strip("`")]
    if not figure["low"]:
        continue
    times = 1000 if figure["unit"] == "admissions_per_person_year" else 1
    wanted = [float(figure[end]) * times for end in ("low", "high")]
    shown = [float(end.replace(",", "")) for end in re.findall(r"[\d.,]*\d", cells[3])[:2]]
    assert all(abs(a - b) < 1e-6 for a, b in zip(shown, wanted)), (line, wanted)
    checked += 1
assert checked >= 13, checked
PYTHON
}

# Verdicts against ranges: what lies outside is missed.
verdicts_follow() {
    python3 - "$scratch/anchors" <<'PYTHON'
import re, sys
for line in open(sys.argv[1], encoding="utf-8"):
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) < 7 or not cells[2].startswith("`"):
        continue
    ends = [float(end.replace(",", "")) for end in re.findall(r"[\d.,]*\d", cells[3])]
    low, high = (ends[0], 100) if cells[3].startswith("at least") else ends[:2]
    met = low <= float(cells[5].replace(",", "")) <= high
    assert cells[6] == ("met" if met else "missed"), line
PYTHON
}

hxsim run tests/cities/tiny.cfg --years 4 --charts none --no-progress -q --out "$scratch/results"
claim "the made-up city runs through the years of the anchors" exits 0
tests/bench/anchors "$scratch"/results/* >"$scratch/anchors"
claim "the readme has the anchors that are printed, in their order" same_rows
claim "ranges of anchors are those printed with their figures" ranges_are_printed
claim "an anchor is met inside its range and missed outside" verdicts_follow
proved
