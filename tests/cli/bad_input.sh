#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a person may hand to hxsim by mistake: one clear message each, and the exit status of its kind.
source tests/cli/lib.sh

root=$PWD
tiny=$root/tests/cities/tiny.cfg

# scenario NAME LINE...: a scenario on the tiny city with these lines.
scenario() {
    local name=$1
    shift
    {
        echo "base = \"$tiny\";"
        echo 'scenario = { id = "bad"; };'
        printf '%s\n' "$@"
    } >"$scratch/$name.cfg"
}

# reform FIELD=REPLACEMENT: a scenario with one reform in order, but for what is replaced.
reform() {
    local name=$1 line
    line='reforms = ( { lever = "result_mutual_recognition"; places = ("*");
        start = { value = "2024-01-01"; kind = "assumed"; earliest = "2023-01-01"; latest = "2025-01-01"; why = "x"; };
        end = { value = "2027-01-01"; kind = "assumed"; earliest = "2026-01-01"; latest = "2028-01-01"; why = "x"; };
        ramp_months = { value = 12; unit = "months"; kind = "assumed"; low = 6; high = 24; why = "x"; };
        coverage = { value = 0.9; unit = "share"; kind = "assumed"; low = 0.5; high = 1.0; why = "x"; };
    } );'
    shift
    while [ $# -gt 0 ]; do
        line=${line//"$1"/"$2"}
        shift 2
    done
    scenario "$name" "$line"
}

# refused SENTENCE STATUS WORDS FILE: checking the file ends with the status and one line with the words.
refused() {
    hxsim check "$4"
    claim "$1: exit status $2" exits "$2"
    claim "$1: one message" complains_once
    claim "$1: $3" complains "$3"
}

exits_with_one() { exits "$1" && complains_once && prints_nothing; }

: >"$scratch/empty-file.cfg"
reform good
hxsim check "$scratch/good.cfg"
claim "a scenario in order exits with 0" exits 0
claim "a scenario in order is told to be so" prints "good.cfg: in order"

refused "a file that is not there" 66 "cannot be read: No such file" "$scratch/nothing.cfg"
mkdir "$scratch/folder.cfg"
refused "a folder" 66 "is a folder; name an ordinary file" "$scratch/folder.cfg"
mkfifo "$scratch/pipe.cfg"
refused "a pipe" 66 "is a pipe; name an ordinary file" "$scratch/pipe.cfg"
head -c 300 "$program" >"$scratch/binary.cfg"
refused "a binary file" 65 "binary.cfg:1: is not text" "$scratch/binary.cfg"
head -c 10000000 /dev/zero | tr '\0' '\n' >"$scratch/large.cfg"
refused "a file of 10 MB" 65 "has 10000000 bytes, more than the 1048576 (1 MiB)" "$scratch/large.cfg"
printf 'a = 1;\nb = "\xbb\xb3\xbb\xaf";\n' >"$scratch/gbk.cfg"
refused "a file saved as GBK" 65 "gbk.cfg:2: is not UTF-8" "$scratch/gbk.cfg"
reform unreadable
chmod 000 "$scratch/unreadable.cfg"
if can_be_nobody; then
    hxsim_as_nobody check "$scratch/unreadable.cfg"
    claim "a file that may not be read: exit status 66" exits 66
    claim "a file that may not be read is told" complains "unreadable.cfg: cannot be read: Permission denied"
else
    skip "no right to be somebody else" "a file that may not be read is told"
fi
refused "a device" 66 "is a device or socket; name an ordinary file" /dev/zero
refused "an empty file" 65 "empty-file.cfg:1: nothing is set here" "$scratch/empty-file.cfg"

# Every verb that reads a file reads it in the same way, and waits for nobody.
for verb in run show "explain choice.habit_share"; do
    for file in pipe.cfg folder.cfg nothing.cfg; do
        status=0
        timeout 20 "$program" $verb "$scratch/$file" >"$scratch/stdout" 2>"$scratch/stderr" \
            </dev/null || status=$?
        claim "${verb%% *} of ${file%.cfg} exits with 66 and one message" exits_with_one 66
    done
done

# The tables of a model are read as its files are.
table_of_counties() {
    sed "s|\.\./\.\./models|$root/models|; s|\"tiny/counties.csv\"|\"$1\"|
        s|\"tiny/|\"$root/tests/cities/tiny/|" "$tiny" >"$scratch/table.cfg"
}
table_of_counties "$scratch/pipe.cfg"
refused "a pipe as a table" 66 "table.cfg:8: tables.counties $scratch/pipe.cfg: is a pipe" "$scratch/table.cfg"
table_of_counties "$scratch/folder.cfg"
refused "a folder as a table" 66 "table.cfg:8: tables.counties $scratch/folder.cfg: is a folder" "$scratch/table.cfg"
table_of_counties "$scratch/nothing.csv"
refused "a table that is not there" 66 "nothing.csv: cannot be read: No such file" "$scratch/table.cfg"
table_of_counties "$scratch/large.cfg"
refused "a table of 10 MB" 65 "large.cfg: has 10000000 bytes, more than the 1048576" "$scratch/table.cfg"
table_of_counties "$scratch/binary.cfg"
refused "a binary table" 65 "binary.cfg:1: is not text" "$scratch/table.cfg"

scenario include '@include "other.cfg"'
refused "@include" 65 'include.cfg:3: @include is not used here; write base = "other.cfg"; instead' "$scratch/include.cfg"
scenario key 'change = ();'
refused "an unknown key" 65 'key.cfg:3: "change" is not a known part of a model or scenario; did you mean "changes"?' \
    "$scratch/key.cfg"
scenario grammar 'reforms = ( { lever = "a" "b", } ;'
refused "an open bracket" 65 "grammar.cfg:3: the '(' that opens here is never closed" "$scratch/grammar.cfg"
scenario comma 'changes = ( 1, 2, );'
refused "a comma too many" 65 "comma.cfg:3: the grammar breaks in this line or the one before it" "$scratch/comma.cfg"
scenario twice 'seed = 1;' 'seed = 2;'
refused "a name given twice" 65 "twice.cfg:4: a name is given twice in one group" "$scratch/twice.cfg"
scenario circle && sed -i 's|^base.*|base = "circle.cfg";|' "$scratch/circle.cfg"
refused "a file that rests on itself" 65 "a file cannot rest on itself" "$scratch/circle.cfg"
scenario base && sed -i 's|^base.*|base = "nowhere.cfg";|' "$scratch/base.cfg"
refused "a base that is not there" 66 "base.cfg:1: base $scratch/nowhere.cfg: cannot be read" "$scratch/base.cfg"
echo 'base = "around.cfg";' >"$scratch/there.cfg"
echo 'base = "there.cfg";' >"$scratch/around.cfg"
refused "two files that rest on each other" 65 "around.cfg:1: base = \"$scratch/there.cfg\" leads back to" "$scratch/there.cfg"
echo 'base = "nowhere.cfg";' >"$scratch/model.cfg"
echo 'base = "model.cfg";' >"$scratch/inherits.cfg"
refused "an inherited file that is not there" 66 "model.cfg:1: base $scratch/nowhere.cfg: cannot be read" "$scratch/inherits.cfg"

reform type 'value = 0.9' 'value = "0.9"'
refused "a wrong type" 65 "type.cfg:7: coverage is a text; write the number without quotes" "$scratch/type.cfg"
reform range 'value = 0.9' 'value = 1.3'
refused "a number out of range" 65 "range.cfg:7: coverage is 1.3 share, above the highest, 1.0" "$scratch/range.cfg"
reform unit 'unit = "share"; ' ''
refused "a missing unit" 65 'unit.cfg:7: coverage does not say its unit; write unit = "share"' "$scratch/unit.cfg"
reform source 'kind = "assumed"; low = 0.5' 'kind = "reported"; low = 0.5'
refused "a missing source" 65 "source.cfg:7: coverage is reported but has no source" "$scratch/source.cfg"
reform figure 'kind = "assumed"; low = 0.5' 'kind = "reported"; source = "huaihua-residents-2020x"; low = 0.5'
refused "an unknown source" 65 'figure.cfg:7: "huaihua-residents-2020x" is not a known figure' "$scratch/figure.cfg"
reform lever result_mutual_recognition result_mutual_recogniton
refused "an unknown lever" 65 'did you mean "result_mutual_recognition"?' "$scratch/lever.cfg"
reform place '("*")' '("north", "nroth")'
refused "an unknown place" 65 'place.cfg:3: "nroth" is not a known county; did you mean "north"?' "$scratch/place.cfg"
reform dates '"2027-01-01"' '"2023-06-01"' 'earliest = "2026-01-01"; latest = "2028-01-01"' \
    'earliest = "2023-06-01"; latest = "2028-01-01"'
refused "a reform that ends before it starts" 65 \
    "dates.cfg:5: the reform result_mutual_recognition ends on 2023-06-01, before it starts on 2024-01-01" \
    "$scratch/dates.cfg"

reform percent 'value = 0.9' 'value = 90%'
refused "90%" 65 'percent.cfg:7: 90% is not read; write 0.9 if the unit is "share"' "$scratch/percent.cfg"
reform wide 'value = 0.9' 'value ＝ ０.9'
hxsim check "$scratch/wide.cfg"
claim "full-width signs are told in plain words" complains 'wide.cfg:7: "＝" is typed in full-width signs; write ='
scenario thousands 'people = { residents = { value = 4,587,594; }; };'
refused "4,587,594" 65 "thousands.cfg:3: 4,587,594 has separators; write 4587594" "$scratch/thousands.cfg"

cp -R "$root/tests/cities/tiny" "$scratch/tiny"
sed "s|\.\./\.\./models|$root/models|" "$tiny" >"$scratch/empty.cfg"
sed -i '/^south-hill/s/,1720,/,0,/' "$scratch/tiny/townships.csv"
refused "a place without people" 65 "townships.csv:5: residents is 0, below the lowest, 1" "$scratch/empty.cfg"

cp "$root/tests/cities/tiny/townships.csv" "$scratch/tiny/townships.csv"
village=$(grep -m 1 ,village_clinic, "$scratch/tiny/facilities.csv")
for i in $(seq 4096); do echo "more-$i,${village#*,}"; done >>"$scratch/tiny/facilities.csv"
refused "more institutions than there is room for" 65 "institutions, more than the 4095" "$scratch/empty.cfg"

reform bom
sed -i '1s/^/\xef\xbb\xbf/; s/$/\r/' "$scratch/bom.cfg"
hxsim check "$scratch/bom.cfg"
claim "a byte-order mark and the line ends of Windows are accepted" exits 0

reform several 'value = 0.9' 'value = 1.3' '("*")' '("nroth")' 'value = 12' 'value = 48'
hxsim check "$scratch/several.cfg"
claim "every error is told at once" [ "$(wc -l <"$scratch/stderr")" -eq 3 ]
hxsim check --json "$scratch/several.cfg"
claim "check --json prints the errors on stdout and nothing on stderr" complains_of_nothing
claim "check --json names the line" prints '"line": 7'

# set_refused SETTING WORDS: showing the scenario with this --set exits with 65 and one such message.
set_refused() {
    hxsim show "$scratch/good.cfg" --set "$1"
    claim "--set $1 exits with 65 and one message" exits_with_one 65
    claim "--set $1: $2" complains "$2"
}
set_refused people.share_60=0 "share_65 below share_60"
set_refused people.share_60=1 "below 1 together"
set_refused people.share_65=1 "share_65 below share_60"
set_refused people.share_0_15=0 "write all above 0"
set_refused people.share_65=0 "write all above 0"
# pyramid SENTENCE WORDS VALUE...: numbers of the pyramid to which no population can be made.
pyramid() {
    local sentence=$1 words=$2 options=()
    shift 2
    for value; do options+=(--set "$value"); done
    hxsim show "$tiny" "${options[@]}"
    claim "$sentence exits with 65 and one message" exits_with_one 65
    claim "$sentence: $words" complains "$words"
}
zero() { printf 'pyramid.age_%s=0\n' "$@"; }
pyramid "nobody of 60 to 64" "pyramid.age_60 is 0, but people.share_60 is above share_65" $(zero 60)
pyramid "nobody of 65 and over" "pyramid.age_65 to age_85 are all 0" $(zero 65 70 75 80 85)
pyramid "nobody under 20" "pyramid.age_0 to age_15 are all 0" $(zero 0 5 10 15)
pyramid "nobody of 15 to 59" "pyramid.age_15 to age_55 are all 0" $(zero 15 20 25 30 35 40 45 50 55)
pyramid "more young than ages 15 to 19 allow" "write a share between " people.share_0_15=0.77 pyramid.age_15=50
pyramid "fewer young than ages 15 to 19 allow" "write a share between " people.share_0_15=0.01 pyramid.age_15=50
pyramid "only ages of 15 to 19 under 60" "write a share between " $(zero 0 5 10 20 25 30 35 40 45 50 55)
# As many of 0 to 4, of 15 to 19 and of 20 to 24, so that Y is 1.04, M 1.64 and C 0.16, of 3/4.
even=(people.share_60=0.25 pyramid.age_{0,15,20}=1 $(zero 5 10 25 30 35 40 45 50 55))
pyramid "too many young for three ages" "write a share between 0.06667 and 0.65," \
    people.share_0_15=0.651 "${even[@]}"
pyramid "too few young for three ages" "write a share between 0.06667 and 0.65," \
    people.share_0_15=0.066 "${even[@]}"
pyramid "absent insured of no age" "absence.age_0 to age_85 are all 0" \
    absence.age_{0,5,10,15,20,25,30,35,40,45,50,55,60,65,70,75,80,85}=0
set_refused people.residents=0 "people.residents is 0 persons, below the lowest, 1000"
set_refused choice.habit_share=nan '"nan" is not a number'
set_refused choice.habit_share=1e400 "1e400 is larger than any number here"
set_refused choice.habit_share=30% '30% is not read; write 0.3 if the unit is "share"'
set_refused choice.habit_share=０.3 "is typed in full-width signs; write ordinary digits"
set_refused choice.habit_share= "nothing stands here; write a number"
set_refused people=3 "people is no parameter but a group of them"
set_refused nobody.cares=3 '"nobody" is not a known section of parameters'

# What is shown and not obeyed, wherever it comes from.
for words in $'run a\x1b[31m\nb.cfg' $'run '"$tiny"$' --set a\x1b[31m\n.b=3' $'list a\x1b[31m\nb' \
    $'explain a\x1b[31m\nb' $'check a\x1b[31m\nb.cfg' $'run '"$tiny"$' --charts a\x1b[31m\nb' $'a\x1b[31m\nb' \
    $'--a\x1b[31m\nb'; do
    IFS=' ' read -r -d '' -a split <<<"$words" || true
    split[-1]=${split[-1]%$'\n'}
    hxsim "${split[@]}"
    claim "control characters after ${split[0]:0:4} are shown and not obeyed" complains 'a\x1b[31m\x0a'
    claim "control characters after ${split[0]:0:4} leave one line" complains_once
done
cp -r tests/cities/tiny "$scratch/north"
sed -e "s|\"tiny/|\"$scratch/north/|" -e "s|\"../../|\"$root/|" "$tiny" >"$scratch/broken.cfg"
hxsim check "$scratch/broken.cfg"
claim "a copy of the tiny city is in order" exits 0
sed -i '2s/^\([a-z]*\),\([^,]*\),[^,]*,/\1,\2,"North\nCounty",/' "$scratch/north/counties.csv"
refused "a name over two lines" 65 "counties.csv:2: name_en holds a tab or a line break" "$scratch/broken.cfg"

hxsim show "$scratch/good.cfg" --set choice.habit_shares=0.4
claim "a --set of an unknown name exits with 65" exits 65
claim "a --set of an unknown name is told with the nearest" complains 'did you mean "habit_share"?'

# Contracts that pay the same care twice.
contract() {
    printf '{ lever = "%s"; places = (%s);
        start = { value = "2024-01-01"; kind = "assumed"; earliest = "2023-01-01"; latest = "2025-01-01"; why = "x"; };
        ramp_months = { value = 0; unit = "months"; kind = "assumed"; low = 0; high = 24; why = "x"; };
        coverage = { value = %s; unit = "share"; kind = "assumed"; low = 0.1; high = 1.0; why = "x"; }; }' "$@"
}
scenario twice "reforms = ( $(contract dip_payment '"*"' 0.7)," "$(contract dip_payment '"south"' 0.5) );"
refused "more than the whole of a stay" 65 \
    "twice.cfg:7: the coverage of dip_payment and of dip_payment (line 3) adds to 1.2 of the same stays, more than 1" \
    "$scratch/twice.cfg"
scenario heads "reforms = ( $(contract outpatient_capitation '"south"' 0.4)," \
    "$(contract outpatient_capitation '"*"' 0.5) );"
refused "two sums for one head" 65 \
    "heads.cfg:7: outpatient_capitation overlaps outpatient_capitation (line 3): both pay the same people by head" \
    "$scratch/heads.cfg"
scenario nobody "reforms = ( $(contract dip_payment '"*"); schemes = ("pensioner"); facilities = ("nowhere"' 1) );"
hxsim check "$scratch/nobody.cfg"
claim "a contract of an unknown scheme and institution: exit status 65" exits 65
claim "the scheme is told" complains 'nobody.cfg:3: "pensioner" is not a known scheme'
claim "the institution is told" complains "nobody.cfg:3: facilities names nowhere, which is no institution of the city"
scenario narrow "reforms = ( $(contract dip_payment '"*"); schemes = ("resident"' 0.7)," \
    "$(contract dip_payment '"*"); schemes = ("employee", "retired"' 0.7) );"
hxsim check "$scratch/narrow.cfg"
claim "contracts of different schemes are in order" exits 0
scenario parted "reforms = ( $(contract dip_payment '"north"' 0.7)," "$(contract dip_payment '"south"' 0.5)," \
    "$(contract outpatient_capitation '"*"' 1) );"
hxsim check "$scratch/parted.cfg"
claim "contracts of different places, or for stays and visits, are in order" exits 0

proved
