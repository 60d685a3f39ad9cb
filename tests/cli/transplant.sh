#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The same reforms in several cities: against compare, against themselves, what is refused.
source tests/cli/lib.sh
program=$(realpath "$program")

tiny=$PWD/tests/cities/tiny.cfg
few=(--draws 3 --scale 3 --draw-scale 3 --replicates 2 --years 2 --lang en -q --charts none
    --indicator repeat_exam_rate,length_of_stay,out_of_pocket_share)

# lever NAME COVERAGE [SOURCE]: from the first day on.
lever() {
    cat <<END
    { lever = "$1"; places = ("*");
      start = { value = "2021-01-01"; kind = "assumed"; earliest = "2021-01-01";
                latest = "2022-01-01"; why = "made up"; };
      ramp_months = { value = 0.0; unit = "months"; kind = "assumed"; low = 0.0; high = 6.0;
                      why = "made up"; };
      coverage = { value = $2; unit = "share"; kind = "assumed"; low = 0.3; high = 1.0;
                   why = "made up"; }; }
END
}
# scenario NAME MODEL YEARS START REFORMS
scenario() {
    cat >"$scratch/$1.cfg" <<END
base = "$2";
scenario = { id = "$1"; title_zh = "$1"; title_en = "$1";
             start = "$4"; years = $3; replicates = 1; };
reforms = ($5);
END
}

# Another place: its own counties, more of the old, farther ways, fewer beds, another ceiling.
mkdir "$scratch/other"
for table in counties townships facilities origins; do
    sed 's/\bnorth\b/upper/g; s/\bsouth\b/lower/g; s/minutes_to_tiny/minutes_to_other/' \
        "tests/cities/tiny/$table.csv" >"$scratch/other/$table.csv"
done
sed "s|\.\./\.\./models|$PWD/models|; s|\"tiny/|\"other/|; s|id = \"tiny\"|id = \"other\"|
     s|share_60 = { value = 0.214;|share_60 = { value = 0.224;|" "$tiny" >"$scratch/other-city.cfg"
awk -F, -v OFS=, 'NR > 1 { $11 += 40; $10 += 15 } { print }' "$scratch/other/townships.csv" \
    >"$scratch/far" && mv "$scratch/far" "$scratch/other/townships.csv"

seen="$(lever population_health_information_platform 1.0)"
recognised="$(lever result_mutual_recognition 0.9)"
paid="$(lever dip_payment 0.8)"
scenario one "$tiny" 9 2022-01-01 "$seen, $recognised, $paid"
scenario one-without "$tiny" 9 2022-01-01 "$seen"
scenario one-recognised "$tiny" 9 2022-01-01 "$seen, $recognised"
scenario one-all "$tiny" 9 2022-01-01 "$seen, $recognised, $paid"
scenario two "$scratch/other-city.cfg" 9 2022-01-01 "$seen"
scenario later "$scratch/other-city.cfg" 8 2023-01-01 "$seen"
scenario shorter "$scratch/other-city.cfg" 7 2022-01-01 "$seen"
package=result_mutual_recognition,dip_payment

# transplanted NAME CITIES OPTION...: a folder in $scratch/NAME.
transplanted() {
    local name=$1 cities=$2
    shift 2
    status=0
    "$program" transplant --reform "${reforms:-$package}" --city "$cities" "${few[@]}" "$@" \
        --out "$scratch/$name" >"$scratch/$name.txt" 2>"$scratch/stderr" </dev/null || status=$?
}

transplanted ahead "$scratch/one.cfg,$scratch/two.cfg" --threads 1
claim "a transplant exits with 0" exits 0
for file in transplant.csv blocks.csv transplant.json README.txt manifest.json transplant-zh.txt transplant-en.txt \
    tiny/base/scenario.cfg other/package/scenario.cfg; do
    claim "its folder has $file" [ -s "$scratch"/ahead/*/$file ]
done
claim "it says what it is and what it is not" \
    grep -q "Same assumed mechanism, other starting conditions; no ranking" "$scratch/ahead.txt"
claim "nothing of it ranks or names a best city" not grep -qiE "\bbest|worst|rank [0-9]" "$scratch/ahead.txt"
claim "a city without the reform has the standard scope, and it is said whose" \
    grep -q "standard scope, of huaihua" "$scratch/ahead.txt"
claim "what rests on no figure of the place is marked" grep -q "~" "$scratch/ahead.txt"

# ---- its own city

# numbers FILE: of tiny in the last year by indicator: levels, difference, error, bands, shares, ratios.
of_compare() {
    awk -F, '$3 == "tiny" && $4 $5 $6 $7 == "" && $8 == 2023 {
        print $9, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $23, $24 }' \
        "$scratch/$1"/*/differences.csv | grep -E "^(repeat_exam_rate|length_of_stay|out_of_pocket_share) " | sort
}
of_transplant() {
    awk -F, -v reform="$2" '$1 == reform && $2 == "tiny" && $5 == 2023 {
        print $3, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18 }' \
        "$scratch/$1"/*/transplant.csv | sort
}
for pair in "result_mutual_recognition one-recognised" "all one-all"; do
    set -- $pair
    "$program" compare "$scratch/one-without.cfg" "$scratch/$2.cfg" "${few[@]}" \
        --out "$scratch/compare-$1" >"$scratch/stdout" 2>"$scratch/stderr"
    claim "$1 transplanted to its own city moves something" \
        [ "$(of_transplant ahead "$1" | awk '$4 != 0' | wc -l)" -gt 0 ]
    claim "$1 transplanted to its own city is compare to the last digit" \
        diff <(of_compare "compare-$1") <(of_transplant ahead "$1")
done

# ---- order and threads

transplanted behind "$scratch/two.cfg,$scratch/one.cfg" --threads 2
for table in transplant blocks; do
    claim "the order of the cities moves no number of $table.csv" \
        diff <(sort "$scratch"/ahead/*/$table.csv) <(sort "$scratch"/behind/*/$table.csv)
done
reforms=dip_payment,result_mutual_recognition
transplanted turned "$scratch/one.cfg,$scratch/two.cfg"
reforms=
claim "nor does the order of the reforms" \
    diff <(sort "$scratch"/ahead/*/transplant.csv) <(sort "$scratch"/turned/*/transplant.csv)

# ---- for programs

transplanted ahead "$scratch/one.cfg,$scratch/two.cfg" --json
claim "--json prints the same matrix, which is not run again" perl -MJSON::PP -e '
    $/ = undef; my $j = decode_json(<STDIN>); my ($c) = grep { $_->{city} eq "tiny" && $_->{reform} eq "all" }
    @{ $j->{indicators}[0]{matrix} }; exit !($j->{indicators}[0]{indicator} eq "repeat_exam_rate" &&
    abs($c->{difference} - $ARGV[0]) < 1e-8 && !defined $j->{indicators}[0]{gaps}[0]{reason})' \
    -- "$(of_transplant ahead all | awk '$1 == "repeat_exam_rate" { print $4 }')" <"$scratch/ahead.txt"

# ---- blocks

parts() { awk -F, -v block="$2" '$7 == block { print $8 + 0 }' "$scratch/$1"/*/blocks.csv; }
claim "what differs between the cities has a part in the gap" \
    [ "$(awk -F, '$7 == "distance" && $8 != 0' "$scratch"/ahead/*/blocks.csv | wc -l)" -gt 0 ]
claim "what is the same in both has none, to the last digit" [ -z "$(parts ahead price | grep -v '^0$')" ]
claim "and is said to be the same" \
    [ -z "$(awk -F, '$7 == "price" && $12 != "yes"' "$scratch"/ahead/*/blocks.csv)" ]
claim "parts and rest add up to the gap" \
    awk -F, 'NR > 1 { gap[$3] = $6; sum[$3] += $8 }
        END { for (i in gap) if ((gap[i] - sum[i]) ^ 2 > 1e-12) exit 1; exit NR < 10 }' \
    "$scratch"/ahead/*/blocks.csv

# A city under another name and with other names of its counties is the same city.
mkdir "$scratch/twin" && cp "$scratch"/other/*.csv "$scratch/twin" && cp tests/cities/tiny/townships.csv "$scratch/twin"
sed -i 's/\bnorth\b/left/g; s/\bsouth\b/right/g; s/\bupper\b/left/g; s/\blower\b/right/g; s/minutes_to_other/minutes_to_twin/' "$scratch"/twin/*.csv
sed "s|\.\./\.\./models|$PWD/models|; s|\"tiny/|\"twin/|; s|id = \"tiny\"|id = \"twin\"|" "$tiny" >"$scratch/twin-city.cfg"
scenario three "$scratch/twin-city.cfg" 9 2022-01-01 "$seen, $recognised, $paid"
transplanted same "$scratch/one.cfg,$scratch/three.cfg"
claim "the same city under another name has the same differences to the last digit" \
    diff <(grep ,tiny, "$scratch"/same/*/transplant.csv | cut -d, -f1,3-18) \
    <(grep ,twin, "$scratch"/same/*/transplant.csv | cut -d, -f1,3-18)
claim "and every block and the rest are exactly 0" \
    [ -z "$(awk -F, 'NR > 1 && ($6 + 0 != 0 || $8 + 0 != 0)' "$scratch"/same/*/blocks.csv)" ]

# ---- charts

"$program" transplant --reform result_mutual_recognition --city "$scratch/one.cfg,$scratch/two.cfg" \
    "${few[@]}" --indicator repeat_exam_rate --charts auto --lang zh,en --out "$scratch/charts" \
    >"$scratch/stdout" 2>"$scratch/stderr"
for kind in heat slope blocks; do
    for ending in zh.png en.png zh.svg en.svg zh.csv en.gp; do
        claim "$kind-repeat_exam_rate-$ending is drawn" \
            [ -s "$(echo "$scratch"/charts/*/charts/$kind-repeat_exam_rate-$ending)" ]
    done
done

# drawn_parts: the parts that are drawn are those of blocks.csv, in the order of the blocks.
drawn_parts() {
    diff <(awk -F, 'NR > 1 { print $8 + 0 }' "$scratch"/charts/*/blocks.csv) \
        <(awk -F, 'NR > 1 && $2 > 1 { print $5 + 0 }' \
            "$scratch"/charts/*/charts/blocks-repeat_exam_rate-en.csv)
}
claim "the parts that are drawn are those of blocks.csv" drawn_parts
claim "and the first bar is the gap" awk -F, -v gap="$(awk -F, 'NR == 2 { print $6 + 0 }' \
    "$scratch"/charts/*/blocks.csv)" 'NR == 2 { exit ($5 - gap) ^ 2 > 1e-12 || $5 == 0 }' \
    "$scratch"/charts/*/charts/blocks-repeat_exam_rate-en.csv

# ---- Ctrl-C

: >"$scratch/stderr"
status=0
"$program" transplant --reform result_mutual_recognition --city "$scratch/one.cfg,$scratch/two.cfg" \
    --draws 300 --scale 4 --draw-scale 4 --replicates 1 --years 2 --lang en --threads 1 --charts none \
    --indicator repeat_exam_rate --out "$scratch/broken" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null &
process=$!
for ((i = 0; i < 1200; i++)); do
    [ "$(sed -n '/all cities: 300 draws/,$p' "$scratch/stderr" | grep -c "20 %")" -gt 0 ] && break
    sleep 0.05
done
kill -TERM "$process"
wait "$process" || status=$?
claim "an interrupted transplant exits with 130" exits 130
claim "and keeps the draws that are whole in every city" complains "of 300 draws are whole and kept in"
kept=$(sed -n 's/.*interrupted; \([0-9]*\) of 300.*/\1/p' "$scratch/stderr")
claim "some draws are kept and some are missing" [ "$kept" -gt 0 -a "$kept" -lt 300 ]
claim "the table says how many" prints "$kept draws at 1:4"
claim "both cities have intervals" \
    [ "$(awk -F, 'NR > 1 && $10 != "" { print $2 }' "$scratch"/broken/*/transplant.csv | sort -u | wc -l)" -eq 2 ]
claim "and why they differ is known" [ -s "$(echo "$scratch"/broken/*/blocks.csv)" ]

# ---- refused

# refused SENTENCE STATUS MESSAGE WORD...
refused() {
    local sentence=$1 expected=$2 message=$3
    shift 3
    hxsim transplant "$@" --out "$scratch/refused"
    claim "$sentence exits with $expected" exits "$expected"
    claim "$sentence is told in one line" complains_once
    claim "$sentence is told: $message" complains "$message"
    claim "$sentence leaves nothing" [ ! -e "$scratch/refused" ]
}
both=$scratch/one.cfg,$scratch/two.cfg
refused "no reform" 64 "transplant wants reforms" --city "$both"
refused "no city" 64 "transplant wants cities" --reform dip_payment
refused "an unknown reform" 64 "there is no reform dip_paiment, did you mean dip_payment?" \
    --reform dip_paiment --city "$both"
refused "a reform named twice" 64 "names dip_payment twice" --reform dip_payment,dip_payment --city "$both"
refused "an unknown city" 64 "there is no city huaiha, did you mean huaihua?" \
    --reform dip_payment --city huaiha,yongzhou
refused "one city" 64 "a transplant wants two or more" --reform dip_payment --city huaihua
refused "a city named twice" 64 "--city names tiny twice" --reform dip_payment \
    --city "$scratch/one.cfg,$scratch/one-all.cfg"
refused "cities whose first years differ" 65 "later.cfg:3: runs from 2023 to 2030, but" \
    --reform dip_payment --city "$scratch/one.cfg,$scratch/later.cfg"
refused "cities whose years differ" 65 "shorter.cfg:3: runs from 2022 to 2028, but" \
    --reform dip_payment --city "$scratch/one.cfg,$scratch/shorter.cfg"
sed -i 's/^upper,/north,/' "$scratch/other/counties.csv"
sed -i 's/\bupper\b/north/g' "$scratch"/other/*.csv
refused "a county in two cities" 65 "other/counties.csv:2: the county north is in two cities, in other" \
    --reform dip_payment --city "$both"
sed -i 's/\bnorth\b/upper/g' "$scratch"/other/*.csv
scenario orphan no-such-model.cfg 9 2022-01-01 ""
refused "an inherited file that is missing" 66 "orphan.cfg:1: base " \
    --reform dip_payment --city "$scratch/one.cfg,$scratch/orphan.cfg"
scenario ring ring-model.cfg 9 2022-01-01 ""
echo 'base = "ring.cfg";' >"$scratch/ring-model.cfg"
refused "an inherited file that is circular" 65 "ring-model.cfg:1: base = " \
    --reform dip_payment --city "$scratch/one.cfg,$scratch/ring.cfg"
refused "contracts that pay the same twice" 65 "the coverage of" \
    --reform dip_payment,drg_multi_payment --city "$both"
refused "a file" 64 "transplant takes no file" "$tiny" --reform dip_payment --city "$both"
refused "a number of a reform not asked for" 64 "it is of no reform of --reform" \
    --reform dip_payment --city "$both" --set reforms.big_courtyard.coverage=0.5
hxsim compare "$tiny" "$tiny" --reform dip_payment
claim "--reform of a comparison exits with 64" exits 64

# ---- a city by its files alone

tree=$scratch/tree
mkdir "$tree" && cp -R models scenarios "$tree" && cd "$tree" || exit 1
hxsim new village
cp -R village/models/. models/ && cp village/scenarios/*.cfg scenarios/
sed -i 's|^base = ".*";|base = "hunan.cfg";|' models/village.cfg && rm -r village
hxsim transplant --reform village_clinic_insurance_coverage --city qidong,village --scale 1000 --years 1 --draws 0 \
    --replicates 1 --lang en -q --charts none --indicator primary_care_visit_share --out "$scratch/village"
claim "a city added by files in models and scenarios alone can be transplanted to" exits 0
claim "it has a column of its own" grep -q "^village_clinic_insurance_coverage,village," "$scratch"/village/*/transplant.csv
proved
