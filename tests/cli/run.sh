#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The verb run: the table, the folder, and whatever can stand in the way of either.
source tests/cli/lib.sh

tiny=tests/cities/tiny.cfg
out=$scratch/out
# As short as a run can be: two years of the tiny city.
run() { hxsim "$tiny" --years 2 --threads 1 --out "$out" --charts none "$@"; }
# The one folder in $out, and a hash of all that is in it.
folder() { find "$out" -mindepth 1 -maxdepth 1; }
state() { (cd "$out" && find . -type f -print0 | sort -z | xargs -0 sha256sum); }
stays_as_it_was() { [ "$(state)" = "$before" ] && [ "$(ls -A "$out" | wc -l)" -eq 1 ]; }

run --lang en
claim "a run exits with 0" exits 0
claim "a run prints a row for each year from the base year" \
    grep -qE '^2023 +[0-9.]+ ' "$scratch/stdout"
# The parts in hundredths of a visit may each be off by half of one.
visits_add_up() {
    sed -n '/^Visits a person/,/=/p' "$scratch/stdout" | tr -d '\n' |
        sed 's/.*: //; s/[a-z ]*//g; s/=/ /; s/+/ /g' |
        awk '{ for (i = 1; i < NF; i++) sum += $i
               exit !(NF == 10 && sum > 0 && sum - $NF < 0.045 && $NF - sum < 0.045) }'
}
claim "the kinds of contact add up to the visits of a person" visits_add_up
beds_agree() {
    awk '/^Beds in use/ { n++; gsub(/;/, ""); identity = $(NF - 6); counted = $(NF - 1) }
         END { exit !(n == 1 && counted > 30 && identity / counted > 0.97 && identity / counted < 1.03) }' \
        "$scratch/stdout"
}
claim "admissions times stay over bed-days is the occupancy counted, to 3 %" beds_agree
claim "a run says that it is no forecast" prints "not a forecast"
claim "a run says where the results are" complains "hxsim: results: $out/tiny-"
claim "the folder is named after scenario, inputs and program, and seed" \
    grep -qE '/tiny-[0-9a-f]{8}-s1$' <(folder)
has_files() {
    local file
    for file; do [ -s "$(folder)/$file" ] || { echo "$file is missing"; return 1; }; done
}
claim "the folder has everything" has_files README.txt manifest.json scenario.cfg indicators.csv \
    flows.csv ledger.csv funds.csv accounts.csv inputs/parameters.csv inputs/figures.csv
claim "nothing is left beside the folder" [ "$(ls -A "$out" | wc -l)" -eq 1 ]
claim "the manifest tells the sources of the program" \
    grep -qE "\"sources_sha256\": \"$("$program" --version | sed -E 's/.*sources ([0-9a-f]{8})\)/\1/')[0-9a-f]{56}\"" \
    "$(folder)/manifest.json"
claim "the manifest holds no clock, host, compiler or threads" \
    not grep -qE "$(hostname)|gcc|clang|thread|$(date +%Y)-" "$(folder)/manifest.json"
rectangular() {
    python3 - "$@" <<'PYTHON'
import csv, sys
for path in sys.argv[1:]:
    raw = open(path, "rb").read()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n"), path
    rows = list(csv.reader(open(path, encoding="utf-8-sig", newline=""), strict=True))
    assert len(rows) > 10 and {len(row) for row in rows} == {len(rows[0])}, path
PYTHON
}
claim "tables are UTF-8 with mark, RFC 4180, every row as long as the first" \
    rectangular "$(folder)"/{indicators,flows,ledger,funds,accounts}.csv
balanced() {
    python3 - "$1" <<'PYTHON'
import csv, sys
from collections import Counter
from decimal import Decimal
accounts, charges, receipts = Counter(), Counter(), Counter()
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")):
    yuan = Decimal(row["yuan"])
    key = row["period"], row["kind"], row["place"]
    if row["book"] == "charge":
        charges[key] += yuan
    else:
        accounts[row["period"]] += yuan
        receipts[key] += yuan if row["account"] == "receipts" else 0
assert set(accounts.values()) == {0}, accounts
assert charges == Counter({k: v for k, v in receipts.items() if v}), "charged is not received"
PYTHON
}
claim "the accounts of each year sum to zero, and what was charged was received" \
    balanced "$(folder)/ledger.csv"
funds_balance() {
    python3 - "$1" <<'PYTHON'
import csv, sys
from collections import Counter
from decimal import Decimal
last, accounts = {}, Counter()
read = lambda name: csv.DictReader(open(f"{sys.argv[1]}/{name}.csv", encoding="utf-8-sig"))
for row in read("funds"):
    key = row["fund"], row["pooling_area"]
    fund = {k: Decimal(v) for k, v in list(row.items())[5:] if v}
    income = sum(fund[k] for k in ("contributions", "subsidies", "transfers"))
    spent = sum(fund[k] for k in ("claims_in_area", "claims_in_city", "claims_outside",
                                  "other_claims", "clearing"))
    assert fund["opening"] + income == spent + fund["closing"], row
    assert fund["balance"] == income - spent, row
    assert last.get(key, fund["opening"]) == fund["opening"], row
    last[key] = fund["closing"]
for row in read("accounts"):
    sign = {"receipts": 1, "payer": -1}.get(row["book"], 0)
    accounts[row["period"], row["kind"], row["place"]] += sign * Decimal(row["yuan"])
assert len(accounts) > 20 and set(accounts.values()) == {0}, "components are not what payers gave"
PYTHON
}
claim "each fund keeps what it had and took in less what it paid, and payers paid all receipts" \
    funds_balance "$(folder)"
agree() {
    python3 - "$1" <<'PYTHON'
import csv, sys
from collections import Counter
read = lambda name: csv.DictReader(open(f"{sys.argv[1]}/{name}.csv", encoding="utf-8-sig"))
flows = Counter()
for row in read("flows"):
    if row["provider"] not in ("", "outside") and row["purpose"] in ("visit", "admission"):
        flows[row["period"][:4], len(row["period"]), row["purpose"]] += int(row["person_times"])
for row in read("indicators"):
    purpose = {"total_visits": "visit", "admissions": "admission"}.get(row["indicator"])
    whole = row["place"] == "tiny" and not row["kind"]
    if purpose and whole:
        for length in 4, 7:  # by year, by month
            assert flows[row["period"], length, purpose] == int(row["value"]), (row, length)
PYTHON
}
claim "flows by year and by month add up to the visits and admissions of the indicators" \
    agree "$(folder)"

cp "$scratch/stdout" "$scratch/first"
value_of() { # INDICATOR: of the whole city in 2023, with one decimal
    awk -F, -v indicator="$1" '$2 == "central" && $3 == "tiny" && $4 $5 $6 $7 == "" &&
        $8 == 2023 && $9 == indicator { printf "%.1f", $10 }' "$(folder)/indicators.csv"
}
claim "below the table the in-city rate stands for the insured and for residents" grep -qF \
    "In-city stays in 2023: of the insured (above; absent ones too) $(value_of \
    in_city_inpatient_rate) %; of residents $(value_of in_city_inpatient_rate_residents) %" \
    "$scratch/first"
before=$(state)
run --lang en
claim "the same inputs again exit with 0" exits 0
claim "the same inputs again print the same table" cmp -s "$scratch/stdout" "$scratch/first"
claim "the same inputs again are not run" complains "these results were there already"
run --lang en --force
claim "--force runs anew to the same bytes" stays_as_it_was
claim "--force prints the same table" cmp -s "$scratch/stdout" "$scratch/first"
run --lang zh
claim "the table comes in Chinese" prints "模拟，非预测"
aligned() {
    python3 - "$scratch/stdout" <<'PYTHON'
import sys, unicodedata
rows = open(sys.argv[1], encoding="utf-8").read().split("\n")[3:6]
wide = lambda text: sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
assert len({wide(row) for row in rows}) == 1 and wide(rows[0]) <= 100, [wide(row) for row in rows]
PYTHON
}
claim "Chinese heads stand above their numbers" aligned
run --json
claim "--json prints the table as JSON" python3 -c '
import json, sys
table = json.load(open(sys.argv[1]))
assert [row["year"] for row in table["years"]] == [2023] and table["folder"]
assert 0 < table["years"][0]["primary_care_visit_share"] < 100' "$scratch/stdout"
run -q
claim "-q says nothing but the table" complains_of_nothing

hxsim "$(folder)/scenario.cfg" --out "$scratch/again" --threads 1 --charts none -q
same_folder() { diff -r "$(folder)" "$scratch/again/$(basename "$(folder)")"; }
claim "scenario.cfg runs by itself to the same bytes" same_folder
run -v --seed 2 -q
claim "another seed is another folder" [ "$(ls "$out" | wc -l)" -eq 2 ]
claim "-v tells the time of the simulation" \
    grep -qE '^hxsim: time: simulate [0-9.]+ s$' "$scratch/stderr"
claim "-v tells the time of each stage by visit" \
    grep -qE '^hxsim: time: serve [0-9.]+ ns/visit$' "$scratch/stderr"
run --set choice.habit_share=0.31 -q
claim "another parameter is another folder" [ "$(ls "$out" | wc -l)" -eq 3 ]
run --replicates 3 -q --lang en
quantiles() { cut -d, -f2 "$(ls -td "$out"/* | head -n 1)/indicators.csv" | sort -u | tr -d '\r'; }
claim "a few replicates give mean, error, median and range" \
    [ "$(quantiles | tr '\n' ' ')" = "central draw max min p50 se " ]
same_as_first() { cmp -s <(tail -n +4 "$scratch/stdout") <(tail -n +4 "$scratch/first"); }
claim "the table of replicates is not that of the first" eval '! same_as_first'
cp "$scratch/stdout" "$scratch/several"
run --replicates 3 -q --lang en
claim "the table of replicates is read back as it was" cmp -s "$scratch/stdout" "$scratch/several"
rm -rf "$out"

# ---- charts

mkdir "$scratch/nowhere"
# The same with the programs and fonts of another machine.
run_with() { # VARIABLE=VALUE ARGUMENT...
    status=0
    env "$1" "$program" "$tiny" --years 2 --threads 1 --out "$out" -q "${@:2}" \
        >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || status=$?
}
charts() { ls "$(folder)/charts" 2>"$scratch/why" | tr '\n' ' '; }

run_with "PATH=$scratch/nowhere"
claim "without gnuplot a run exits with 0" exits 0
claim "without gnuplot a run says what is missing" complains "apt-get install gnuplot-nox"
claim "without gnuplot the results are there" has_files indicators.csv manifest.json
claim "without gnuplot there are no charts" [ -z "$(charts)" ]
claim "without gnuplot README.txt says why there are none" \
    grep -q "^  all: gnuplot is missing" "$(folder)/README.txt"
rm -rf "$out"
run_with "PATH=$scratch/nowhere" --charts primary
claim "a chart asked for by name without gnuplot exits with 69" exits 69
claim "a chart asked for by name without gnuplot loses no results" has_files indicators.csv
rm -rf "$out"
printf '<?xml version="1.0"?><fontconfig><dir>%s</dir></fontconfig>\n' "$scratch/nowhere" \
    >"$scratch/fonts.conf"
run_with "FONTCONFIG_FILE=$scratch/fonts.conf" --charts primary
claim "without a Chinese font a chart asked for by name exits with 69" exits 69
claim "without a Chinese font a run says how to install it" complains "fonts-noto-cjk"
rm -rf "$out"
run_with "FONTCONFIG_FILE=$scratch/fonts.conf"
claim "without a Chinese font a run exits with 0" exits 0
claim "without a Chinese font the results are there" has_files indicators.csv manifest.json
claim "without a Chinese font README.txt says why there are no charts" \
    grep -q "^  all: the font 'Noto Sans CJK SC' is missing" "$(folder)/README.txt"
rm -rf "$out"

run_with LANG=C --charts primary --lang en
if [ "$status" -ne 69 ]; then
    claim "a chart asked for is drawn, though the results were there without it" \
        [ "$(charts)" = "primary-en.csv primary-en.gp primary-en.png primary-en.svg " ]
    run_with LANG=C --charts primary
    claim "a chart in a language that is not there yet is drawn" has_files charts/primary-zh.png
    run_with LANG=C --charts primary,no-such-chart
    claim "an unknown chart among others exits with 64" exits 64

    # A gnuplot that fails on one chart in one language.
    rm -rf "$out"
    mkdir "$scratch/bin"
    cat >"$scratch/bin/gnuplot" <<SCRIPT
#!/bin/sh
case \$2 in flows-en.gp) echo '"flows-en.gp" line 7: no' >&2; exit 1 ;; esac
exec $(command -v gnuplot) "\$@"
SCRIPT
    chmod +x "$scratch/bin/gnuplot"
    left_out='flows-en: gnuplot failed: "flows-en.gp" line 7: no'
    pictures() { find "$(folder)/charts" -name '*.png' | wc -l; }
    run_with "PATH=$scratch/bin:$PATH"
    claim "a run of one year has every chart but the one that fails" [ "$(pictures)" -eq 13 ]
    claim "a chart that fails is no failure of the run" exits 0
    claim "a chart that fails is told with one line" complains_once
    claim "a chart that fails is told with the reason" complains "hxsim: left out chart $left_out"
    claim "README.txt tells the chart that failed and why" \
        grep -qxF "  $left_out" "$(folder)/README.txt"
    run_with LANG=C
    claim "what could not be drawn is drawn when the run is made again" [ "$(pictures)" -eq 14 ]
    claim "README.txt of a folder with every chart tells of none left out" \
        not grep -q "left out" "$(folder)/README.txt"
    rm -rf "$out"
    run_with "PATH=$scratch/bin:$PATH" --charts flows,primary
    claim "a chart asked for by name that fails exits with 69" exits 69
    claim "a chart asked for by name that fails loses no other" has_files charts/primary-en.png \
        charts/primary-zh.png charts/flows-zh.png indicators.csv
else
    skip "no gnuplot or font here" "a chart asked for is drawn"
fi
rm -rf "$out"

# ---- what stands in the way

# blocked SENTENCE STATUS WORDS: a run that ended so, with one message and no table.
blocked() {
    claim "$1: exit status $2" exits "$2"
    claim "$1: $3" complains "$3"
    claim "$1: one message and no table" told_once
}
told_once() { complains_once && prints_nothing; }

run -q
echo "1" >>"$(folder)/flows.csv"
before=$(state)
run -q
blocked "an edited folder" 73 "flows.csv was edited after it was written; --force runs anew"
claim "an edited folder is left as it is" stays_as_it_was
run -q --force
claim "--force replaces an edited folder" exits 0
rm "$(folder)/ledger.csv"
run -q
blocked "an incomplete folder" 73 "is incomplete: ledger.csv is missing"
run -q --force
echo "mine" >"$(folder)/notes.txt"
before=$(state)
run -q --force
blocked "a folder with a file of somebody else" 73 "notes.txt: was not written by hxsim"
claim "a folder with a file of somebody else is left as it is" stays_as_it_was
rm "$(folder)/notes.txt" "$(folder)/manifest.json"
run -q --force
blocked "a folder without manifest" 73 "incomplete or not ours"
ours=$(folder)
rm -rf "$ours"
echo >"$ours"
run -q --force
blocked "a file in the place of the folder" 73 "is not a folder"
rm -rf "$out"
echo >"$out"
run -q
blocked "a file in the place of --out" 73 "cannot be created"
rm -rf "$out"

hxsim "$tiny" --years 2 --out /proc/hxsim --charts none -q
blocked "a place where nothing can be created" 73 "/proc/hxsim: cannot be created"
run -q --set choice.habit_share=3
blocked "a parameter out of range" 65 "habit_share is 3"
hxsim "$tiny" --charts no-such-chart --out "$out" -q
blocked "an unknown chart" 64 "there is no chart no-such-chart"

# As on a full disk: no file may grow beyond 100 KB.
(
    trap '' XFSZ
    ulimit -f 100
    exec "$program" "$tiny" --years 2 --threads 1 --out "$out" --charts none -q
) >"$scratch/stdout" 2>"$scratch/stderr" </dev/null && status=0 || status=$?
blocked "a file that cannot be written to its end" 74 "writing broke off: File too large"
claim "a file that cannot be written to its end leaves nothing" [ -z "$(ls -A "$out")" ]

mkdir "$scratch/closed"
if can_be_nobody; then
    chmod 555 "$scratch/closed"
    hxsim_as_nobody "$tiny" --years 2 --out "$scratch/closed" --charts none -q
    blocked "a folder that may not be written" 73 "closed: nothing can be created there: Permission denied"
    hxsim_as_nobody "$tiny" --years 2 --out "$scratch/closed/deeper" --charts none -q
    blocked "a place in such a folder" 73 "closed/deeper: cannot be created: Permission denied"
else
    skip "no right to be somebody else" "a folder that may not be written is told"
fi

full=$scratch/full
mkdir "$full"
if mount -t tmpfs -o size=600k tmpfs "$full" 2>"$scratch/why"; then
    run_full() { hxsim "$tiny" --years 9 --threads 1 --out "$full" --charts none -q; }
    run_full
    claim "a full disk exits with 73 or 74" grep -qx '7[34]' <<<"$status"
    claim "a full disk is told" complains "No space left on device"
    claim "a full disk: one message and no table" told_once
    claim "a full disk leaves nothing half-written" [ -z "$(ls -A "$full" | grep tiny)" ]
    umount "$full"
    mount -t tmpfs -o ro tmpfs "$full"
    run_full
    blocked "a disk that is read-only" 73 "Read-only file system"
    umount "$full"
else
    skip "no right to mount" "a full disk leaves nothing half-written"
    skip "no right to mount" "a disk that is read-only is told"
fi

# ---- interruption

# interrupted SIGNAL WORD...: the run that these words start gets the signal.
interrupted() {
    local signal=$1
    shift
    rm -rf "$out"
    status=0
    "$@" "$program" "$tiny" --threads 1 --replicates 20 --out "$out" --charts none \
        >"$scratch/stdout" 2>"$scratch/stderr" </dev/null &
    local process=$!
    sleep 0.3
    kill -"$signal" "$process"
    wait "$process" || status=$?
}
for signal in TERM HUP; do
    interrupted $signal env
    claim "a run interrupted by SIG$signal exits with 130" exits 130
    claim "a run interrupted by SIG$signal says on which day" complains "interrupted on day"
    claim "a run interrupted by SIG$signal leaves nothing" [ -z "$(ls -A "$out")" ]
done
interrupted HUP nohup
claim "a run under nohup goes on when the terminal is gone" exits 0
interrupted INT env # bash has its jobs in the background ignore Ctrl-C
claim "a script's run in the background goes on after Ctrl-C" exits 0

rm -rf "$out"
(ulimit -f 40 && exec "$program" "$tiny" --years 9 --threads 1 --out "$out" --charts none -q) \
    >"$scratch/stdout" 2>"$scratch/stderr"
status=$?
claim "a file longer than allowed exits with 73 or 74" grep -qx '7[34]' <<<"$status"
claim "a file longer than allowed leaves nothing half-written" [ -z "$(ls -A "$out")" ]

rm -rf "$out"
run -q
before=$(state)
rm -rf "$out"
"$program" "$tiny" --years 2 --threads 1 --out "$out" --charts none <&- >&- 2>&-
status=$?
claim "a run with every stream closed exits with 74" exits 74
claim "a run with every stream closed writes nothing of them into the results" stays_as_it_was

for words in "list indicators" "list parameters --json" "show $tiny" "check $tiny" \
    "explain length_of_stay" --help --version; do
    status=0
    "$program" $words >/dev/full 2>"$scratch/stderr" || status=$?
    claim "${words%% *} that cannot be printed exits with 74 and one message" \
        grep -qx "74 1" <<<"$status $(wc -l <"$scratch/stderr")"
done
for place in /dev/full "$scratch" /nowhere/table.csv; do
    status=0
    timeout 20 "$program" tables "$place" >"$scratch/stdout" 2>"$scratch/stderr" || status=$?
    blocked "a table of congestion for $place" 73 "$place: cannot be written"
done

"$program" "$tiny" --years 1 --threads 1 --out "$out" -q >/dev/full 2>"$scratch/stderr"
status=$?
claim "a table that cannot be printed exits with 74" exits 74
claim "a table that cannot be printed is told with the place of the results" \
    complains "the results are in $out/tiny-"

proved
