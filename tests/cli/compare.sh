#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Scenarios compared in pairs: themselves, a lever, what is refused.
source tests/cli/lib.sh

tiny=tests/cities/tiny.cfg
few=(--draws 6 --scale 3 --draw-scale 3 --replicates 6 --years 2 --lang en -q --charts none)

# alternative NAME YEARS REFORMS: a scenario of the tiny city.
alternative() {
    cat >"$scratch/$1.cfg" <<END
base = "$PWD/$tiny";
scenario = { id = "$1"; title_zh = "$1"; title_en = "$1"; start = "2022-01-01"; years = $2;
             replicates = 1; };
reforms = ($3);
END
}
# lever NAME COVERAGE: from the first day on.
lever() {
    cat <<END
    { lever = "$1"; places = ("*");
      start = { value = "2021-01-01"; kind = "assumed"; earliest = "2021-01-01";
                latest = "2021-01-01"; why = "made up"; };
      ramp_months = { value = 0.0; unit = "months"; kind = "assumed"; low = 0.0; high = 0.0;
                      why = "made up"; };
      coverage = { value = $2; unit = "share"; kind = "assumed"; low = $2; high = $2;
                   why = "made up"; }; }
END
}
alternative recognised 9 "$(lever result_mutual_recognition 1.0),
    $(lever population_health_information_platform 1.0)"
alternative uncovered 9 "$(lever result_mutual_recognition 0.0)"
alternative shorter 5 ""
alternative later 8 "" && sed -i 's/2022-01-01/2023-01-01/' "$scratch/later.cfg"
alternative still 9 "" && sed -i 's/replicates = 1;/replicates = 1; demography = "fixed";/' "$scratch/still.cfg"

# compared NAME FILE... OPTION...: a folder in $scratch/NAME.
compared() {
    local name=$1
    shift
    status=0
    "$program" compare "$@" "${few[@]}" --out "$scratch/$name" >"$scratch/$name.txt" \
        2>"$scratch/stderr" </dev/null || status=$?
}
# Every number of a difference that is not 0 or, of a ratio, missing: differences to both shares.
not_zero() {
    awk -F, 'NR > 1 { for (i = 13; i <= 21; i++) if ($i != "" && $i != 0) { print; next } }' \
        "$scratch/$1"/*/differences.csv
}
# column NAME INDICATOR NUMBER: of the whole city in the last year.
column() {
    awk -F, -v indicator="$2" -v column="$3" \
        '$3 == "tiny" && $4 $5 $6 $7 == "" && $8 == 2023 && $9 == indicator { print $column }' \
        "$scratch/$1"/*/differences.csv
}
at_most() { awk -v value="$1" -v most="$2" 'BEGIN { exit !(value != "" && value <= most) }'; }
above() { awk -v value="$1" -v least="$2" 'BEGIN { exit !(value != "" && value > least) }'; }

compared itself "$tiny" "$tiny" --threads 1
claim "a comparison exits with 0" exits 0
claim "a scenario differs from itself by exactly 0 everywhere" [ -z "$(not_zero itself)" ]
claim "and there are thousands of differences" \
    [ "$(wc -l <"$(echo "$scratch"/itself/*/differences.csv)")" -gt 2000 ]
claim "differences in deaths are not estimated" \
    [ -z "$(grep death_rate "$scratch"/itself/*/differences.csv | grep -v ",,not estimated")" ]
claim "differences in control of conditions are not estimated" \
    [ -z "$(grep controlled_share "$scratch"/itself/*/differences.csv | grep -v "not estimated")" ]
compared uncovered "$tiny" "$scratch/uncovered.cfg"
claim "a lever that covers nobody differs by exactly 0 in every draw" [ -z "$(not_zero uncovered)" ]

compared levers "$tiny" "$scratch/recognised.cfg" --threads 1 \
    --indicator repeat_exam_rate,mutual_recognition_events
claim "recognised results are more in every draw" [ "$(column levers mutual_recognition_events 20)" = 1 ]
claim "repeated tests are fewer in every draw" [ "$(column levers repeat_exam_rate 21)" = 1 ]
claim "pairing leaves at most a fifth of the variance of the share of repeated tests" \
    at_most "$(column levers repeat_exam_rate 23)" 0.2
claim "the same over draws" at_most "$(column levers repeat_exam_rate 24)" 0.2
claim "unpaired runs do vary" above "$(column levers repeat_exam_rate 14)" 0
for group in county_general, resident, 75+ town, north,; do
    claim "differences are told for ${group%,}" grep -q ",$group" "$scratch"/levers/*/differences.csv
done
claim "the table names the indicators asked for" grep -q "repeated tests" "$scratch/levers.txt"
claim "and no others" not grep -q "length of stay" "$scratch/levers.txt"
compared levers-two "$tiny" "$scratch/recognised.cfg" --threads 2 \
    --indicator repeat_exam_rate,mutual_recognition_events
claim "a comparison on one thread and on two makes the same folder" \
    diff -r "$scratch/levers" "$scratch/levers-two"
cp "$scratch/levers.txt" "$scratch/first.txt"
compared levers "$tiny" "$scratch/recognised.cfg" --indicator repeat_exam_rate,mutual_recognition_events
claim "the same comparison again prints the same table" diff "$scratch/first.txt" "$scratch/levers.txt"

"$program" run "$tiny" "${few[@]}" --charts none --out "$scratch/run" >"$scratch/stdout"
claim "the base of a comparison is the run of its own" \
    diff "$scratch"/run/*/indicators.csv "$scratch"/levers/*/base/indicators.csv

# The draws of the base and of the alternative in what both have.
claim "both scenarios have the same draws of what they share" \
    [ -z "$(diff "$scratch"/levers/*/base/draws.csv "$scratch"/levers/*/alternative-1/draws.csv |
        grep '^[<>]' | grep -v '^> reforms')" ]

# ---- what a difference rests on

# In the alternative a number is known; what the base has for it decides on which side of 0 the
# difference is.
alternative known 9 ""
cat >>"$scratch/known.cfg" <<'END'
changes = ( { path = "care.gives_up_share"; relative = 1.02; why = "made up"; } );
END
"$program" show "$scratch/known.cfg" >"$scratch/shown"
gives_up=$(awk '$1 == "care.gives_up_share" { print $2 }' "$scratch/shown")
sed -i "s/relative = 1.02;/value = $gives_up; unit = \"share\";/" "$scratch/known.cfg"
hxsim compare "$tiny" "$scratch/known.cfg" --draws 24 --scale 2 --draw-scale 2 --years 2 \
    --lang en -q --out "$scratch/known" --indicator foregone_gave_up,death_rate
charts=$(echo "$scratch"/known/*/charts)
claim "a difference that hangs on one assumption says which" prints "    care.gives_up_share"
claim "the share of its variance is told" \
    awk -F, '$5 == "care.gives_up_share" && $6 == "assumed" && $7 > 0.5 { found = 1 }
        END { exit !found }' "$scratch"/known/*/attribution.csv
claim "that the assumption turns the sign is confirmed by paired runs" \
    awk -F, '$5 == "care.gives_up_share" && $9 == "turns (run)" && $10 > 0 && $11 < 0 { found = 1 }
        END { exit !found }' "$scratch"/known/*/attribution.csv
claim "what is not estimated is attributed to nothing" \
    not grep -q death_rate "$scratch"/known/*/attribution.csv
claim "no assumption turns the sign of recognised results" \
    not grep -q turn "$scratch"/levers/*/attribution.csv

# ---- charts

for ending in png svg csv gp; do
    claim "levels and difference are drawn: $ending" \
        [ -s "$charts/difference-foregone_gave_up-en.$ending" ]
    claim "so is what the difference hangs on: $ending" \
        [ -s "$charts/tornado-foregone_gave_up-en.$ending" ]
done
claim "what is not estimated has no chart" [ -z "$(ls "$charts" | grep death_rate)" ]
claim "without charts there is no folder of them" [ ! -e "$(echo "$scratch"/levers/*)/charts" ]
claim "the readme of the folder tells of the charts" \
    grep -q "difference-INDICATOR" "$scratch"/known/*/README.txt

# ---- for programs

hxsim compare "$tiny" "$scratch/known.cfg" --draws 24 --scale 2 --draw-scale 2 --years 2 \
    --lang en -q --out "$scratch/known" --indicator foregone_gave_up,death_rate --json
# asked EXPRESSION: what Perl says of the printed JSON, $j.
asked() {
    perl -MJSON::PP -e '$/ = undef; my $j = decode_json(<STDIN>); exit !('"$1"')' <"$scratch/stdout"
}
claim "--json prints JSON of the same comparison, which is not run again" exits 0
claim "it tells the draws and both scenarios" \
    asked '$j->{draws} == 24 && $j->{base} eq "tiny" && $j->{alternatives}[0]{alternative} eq "known"'
for name in "difference 13" "p05 15" "p95 19" "share_higher 20" \
    "variance_ratio_draws 24"; do
    set -- $name
    table=$(awk -F, -v column="$2" '$3 == "tiny" && $4 $5 $6 $7 == "" && $8 == 2023 &&
        $9 == "foregone_gave_up" { print $column }' "$scratch"/known/*/differences.csv)
    claim "$1 is that of differences.csv" \
        asked 'abs($j->{alternatives}[0]{indicators}[0]{years}[-1]{'"$1"'} - '"$table"') < 1e-8'
done
claim "what one replicate has no number for is null" \
    asked '!defined $j->{alternatives}[0]{indicators}[0]{years}[-1]{standard_error}'
claim "it tells what turns the sign" \
    asked '$j->{alternatives}[0]{indicators}[0]{rests_on}[0]{sign} eq "turns"'
claim "what is not estimated has no years" \
    asked '!$j->{alternatives}[0]{indicators}[1]{estimated} && !$j->{alternatives}[0]{indicators}[1]{years}'

# ---- Ctrl-C

: >"$scratch/stderr"
status=0
"$program" compare "$tiny" "$scratch/recognised.cfg" --draws 200 --scale 4 --draw-scale 4 \
    --years 4 --lang en --threads 1 --charts none --out "$scratch/broken" >"$scratch/stdout" \
    2>"$scratch/stderr" </dev/null &
process=$!
for ((i = 0; i < 600; i++)); do
    grep -q "10 %" "$scratch/stderr" && break
    sleep 0.1
done
kill -TERM "$process"
wait "$process" || status=$?
claim "an interrupted comparison exits with 130" exits 130
claim "and keeps the draws that are whole in both scenarios" \
    complains "of 200 draws are whole and kept in"
kept=$(sed -n 's/.*interrupted; \([0-9]*\) of 200.*/\1/p' "$scratch/stderr")
claim "some draws are kept and some are missing" [ "$kept" -gt 0 -a "$kept" -lt 200 ]
claim "the table says how many" prints "$kept draws at 1:4"
claim "both scenarios list the same draws" \
    diff <(head -1 "$scratch"/broken/*/base/draws.csv) \
    <(head -1 "$scratch"/broken/*/alternative-1/draws.csv)

# ---- refused

# refused SENTENCE STATUS MESSAGE WORD...
refused() {
    local sentence=$1 expected=$2 message=$3
    shift 3
    hxsim compare "$@" --out "$scratch/refused"
    claim "$sentence exits with $expected" exits "$expected"
    claim "$sentence is told in one line" complains_once
    claim "$sentence is told: $message" complains "$message"
}
refused "a base alone" 64 "was given 1 files" "$tiny"
refused "an unknown indicator" 64 "there is no indicator lenght_of_stay, did you mean length_of_stay?" \
    "$tiny" "$tiny" --indicator lenght_of_stay
refused "an unknown chart" 64 "there is no chart tornados, did you mean tornado" \
    "$tiny" "$tiny" --charts tornados
refused "scenarios of different years" 65 "only scenarios of the same years are compared" \
    "$tiny" "$scratch/shorter.cfg" --draws 2
refused "scenarios of different first years" 65 "later.cfg from 2023 to 2030; only scenarios of the same" \
    "$tiny" "$scratch/later.cfg" --draws 2
refused "scenarios of different demography" 65 "differ in demography; only scenarios that agree in it" \
    "$tiny" "$scratch/still.cfg" --draws 2
refused "scenarios of different cities" 65 "only scenarios of one city are compared" \
    "$tiny" tests/cities/busy.cfg --draws 2
# renamed CITY ID: a city under another name.
renamed() {
    cp -R "tests/cities/$1" "$scratch/$2-$1"
    sed -i "1s/minutes_to_$1/minutes_to_$2/" "$scratch/$2-$1/origins.csv"
    sed "s|\.\./\.\./models|$PWD/models|; s|\"$1/|\"$2-$1/|; s|city = { id = \"$1\"|city = { id = \"$2\"|" \
        "tests/cities/$1.cfg" >"$scratch/$2-$1.cfg"
}
renamed tiny other
renamed busy tiny
refused "a city under another name" 65 "is of tiny, but" "$tiny" "$scratch/other-tiny.cfg" --draws 2
refused "another city under the same name" 65 "only scenarios of one city are compared" \
    "$tiny" "$scratch/tiny-busy.cfg" --draws 2
refused "an alternative that is not there" 66 "no-such.cfg" "$tiny" no-such.cfg
hxsim run "$tiny" --indicator length_of_stay
claim "--indicator of a run exits with 64" exits 64

proved
