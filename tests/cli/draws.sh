#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Draws of the parameters: draw 0 is the plain run, threads move no bit, Ctrl-C keeps whole draws.
source tests/cli/lib.sh

tiny=tests/cities/tiny.cfg
few=(--years 2 --scale 4 --charts none --lang en -q)

# drawn NAME OPTION...: a folder in $scratch/NAME/, the table in $scratch/NAME.txt.
drawn() {
    local name=$1
    shift
    "$program" "$tiny" "${few[@]}" --out "$scratch/$name" "$@" >"$scratch/$name.txt" \
        2>"$scratch/stderr" </dev/null
}
rows() { grep -E "^[^,]*,$2," "$scratch/$1"/*/indicators.csv; }
same_rows() { diff <(rows "$1" "$3") <(rows "$2" "$3"); }

drawn plain
claim "a run with draws exits with 0" drawn six --draws 6 --draw-scale 4 --threads 1
claim "the central values are those of the plain run, bit for bit" same_rows plain six central
claim "their standard errors too" same_rows plain six se
drawn six-two --draws 6 --draw-scale 4 --threads 2
claim "draws on one thread and on two make the same folder" \
    diff -r "$scratch/six" "$scratch/six-two"
drawn coarse --draws 6 --draw-scale 8
claim "draws at another scale leave the central values as they are" same_rows plain coarse central
claim "and move the quantiles" not same_rows six coarse p05

# A scenario in which only choice is unknown.
mkdir "$scratch/narrow"
cp -R "$scratch"/six/*/scenario.cfg "$scratch"/six/*/inputs "$scratch/narrow/"
sed -i 's/draws = 6;/draws = 0;/' "$scratch/narrow/scenario.cfg"
awk -F, -v OFS=, 'NR > 1 && $1 != "choice" { $8 = $4; $9 = $4 } { print }' \
    "$scratch"/six/*/inputs/parameters.csv >"$scratch/narrow/inputs/parameters.csv"
narrow() {
    local name=$1
    shift
    "$program" "$scratch/narrow/scenario.cfg" "${few[@]}" --out "$scratch/$name" "$@" \
        >"$scratch/$name.txt" 2>"$scratch/stderr" </dev/null
}
narrow one --draws 1 --draw-scale 4
claim "only what has a range is drawn" [ "$(grep -c . "$scratch"/one/*/draws.csv)" -eq 25 ]
# by_hand NAME FOLDER DRAW: a run of its own with the numbers of one draw.
by_hand() {
    mapfile -t sets < <(awk -F, -v column=$((6 + $3)) \
        'NR > 1 { sub(/\r$/, ""); printf "--set\n%s=%s\n", $1, $column }' "$scratch/$2"/*/draws.csv)
    narrow "$1" "${sets[@]}"
}
by_hand by-hand one 1
claim "a draw is the run that --set with the numbers of draws.csv makes" \
    diff <(rows by-hand central | cut -d, -f3-) <(rows one p50 | cut -d, -f3-)
narrow two --draws 2 --draw-scale 4
by_hand first two 1
by_hand second two 2
# Of 2 draws the median is half of their sum; a row that one of them lacks has none.
medians_apart() {
    awk -F, -v OFS=, '{ number = $10; $1 = $2 = $10 = "" }
        FILENAME ~ "/first/" { first[$0] = number; next }
        FILENAME ~ "/second/" { second[$0] = number; next }
        !($0 in first) || !($0 in second) { print; next }
        { apart = (first[$0] + second[$0]) / 2 - number; most = 1e-8 * (number < 0 ? -number : number) }
        { rows++ }
        apart > most + 1e-9 || -apart > most + 1e-9
        END { if (rows < 1000) print rows }' \
        "$scratch/first/rows" "$scratch/second/rows" "$scratch/two/rows"
}
rows first central >"$scratch/first/rows"
rows second central >"$scratch/second/rows"
rows two p50 >"$scratch/two/rows"
claim "each of two draws is the run with its own numbers" [ -z "$(medians_apart)" ]
claim "which differ" not same_rows first second central

claim "draws.csv has a column for each draw" \
    grep -q "^.\{0,3\}number,unit,kind,low,central,high,draw_1,draw_2,draw_3,draw_4,draw_5,draw_6" \
    "$scratch"/six/*/draws.csv
claim "draws.csv is in the manifest" grep -q '"draws.csv"' "$scratch"/six/*/manifest.json
claim "the table has the bands of each year" \
    [ "$(grep -cE '^ (p05|p50|p95) ' "$scratch/six.txt")" -eq 3 ]
cp "$scratch/six.txt" "$scratch/first.txt"
drawn six --draws 6 --draw-scale 4
claim "the same draws again print the same table" diff "$scratch/first.txt" "$scratch/six.txt"
scenario=$(echo "$scratch"/six/*/scenario.cfg)
"$program" "$scenario" --charts none --lang en -q --out "$scratch/again" >"$scratch/stdout"
claim "the scenario of a folder makes the same folder" diff -r "$scratch/six" "$scratch/again"

# ---- Ctrl-C

# Interrupts the run when this share of it has been told.
interrupt() {
    local after=$1
    : >"$scratch/stderr"
    shift
    status=0
    "$program" "$tiny" --years 4 --scale 4 --charts none --lang en --threads 1 --draws 300 \
        --draw-scale 4 --out "$scratch/broken" "$@" >"$scratch/stdout" 2>"$scratch/stderr" \
        </dev/null &
    local process=$!
    for ((i = 0; i < 600; i++)); do
        grep -q "$after" "$scratch/stderr" 2>"$scratch/why" && break
        sleep 0.1
    done
    kill -TERM "$process"
    wait "$process" || status=$?
}
interrupt "10 %"
claim "interrupted draws exit with 130" exits 130
claim "how many draws are whole is told" complains "of 300 draws are whole and kept in"
kept=$(sed -n 's/.*interrupted; \([0-9]*\) of 300.*/\1/p' "$scratch/stderr")
claim "some draws are kept and some are missing" [ "$kept" -gt 0 -a "$kept" -lt 300 ]
claim "draws.csv has the whole draws alone" \
    [ "$(head -1 "$scratch"/broken/*/draws.csv | grep -o draw_ | wc -l)" -eq "$kept" ]
claim "and a value for each of them" \
    [ "$(sed -n 2p "$scratch"/broken/*/draws.csv | tr -cd , | wc -c)" -eq $((kept + 5)) ]
claim "the table says over how many draws its quantiles are" prints "over $kept draws"
claim "the manifest says how many draws are missing" \
    grep -q "\"draws_missing\": $((300 - kept))" "$scratch"/broken/*/manifest.json
interrupt "10 %"
claim "a folder that lacks draws is run anew" complains "of 300 draws are whole and kept in"

# ---- refused

sed "s|\.\./\.\./models|$PWD/models|; s|\"tiny/|\"$PWD/tests/cities/tiny/|; s|draws = 0|draws = 5000|" \
    "$tiny" >"$scratch/many.cfg"
hxsim "$scratch/many.cfg" --out "$scratch/many"
claim "a scenario with too many draws exits with 65" exits 65
claim "and says how many there may be" complains "draws is 5000, outside 0 to 1000"

proved
