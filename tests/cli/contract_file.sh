#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# An analyst's own contracts in a run: what they change, and what is refused.
source tests/cli/lib.sh

root=$PWD
tiny=$root/tests/cities/tiny.cfg

# scenario NAME LINE...: two years of the tiny city, one in 20.
scenario() {
    local name=$1
    shift
    printf '%s\n' "base = \"$tiny\";" \
        'scenario = { id = "own"; title_zh = "own"; title_en = "own"; start = "2022-01-01"; years = 2; replicates = 1; scale = 20; };' \
        "$@" >"$scratch/$name.cfg"
}

# contracts NAME LINE...: a contract file beside the scenarios.
contracts() {
    local name=$1
    shift
    printf '%s\n' 'contracts = (' "$@" ');' >"$scratch/$name.cfg"
}

# by_day NAME TERMS: a contract by bed-day, in order but for what is added.
by_day() {
    printf '{ name = "%s"; contract = "per_diem"; reserve = 0; prepayment = 0.9; coefficient = 1.0; steps = ( { yuan = 300.0; } ); %s }' "$@"
}

# run NAME: its results where nobody answers to payment.
run() {
    local set=() eta
    for eta in days items admission coding self_pay; do
        set+=(--set "response.eta_$eta=0")
    done
    rm -rf "$scratch/out-$1"
    hxsim run "$scratch/$1.cfg" "${set[@]}" --charts none -q --out "$scratch/out-$1"
}
flows() { cat "$scratch/out-$1"/*/flows.csv; }
books() { cat "$scratch/out-$1"/*/accounts.csv; }
same_flows() { cmp <(flows "$1") <(flows "$2"); }
same_books() { cmp <(books "$1") <(books "$2"); }
other_books() { ! same_books "$1" "$2"; }

scenario none
scenario own "contracts = \"$root/tests/settle/run.cfg\";"
contracts by-item '{ name = "items"; contract = "fee_for_service"; }'
scenario items 'contracts = "by-item.cfg";'
run none
claim "without contracts it runs" exits 0
run own
claim "with a contract file it runs" exits 0
run items
claim "with payment by item it runs" exits 0
claim "where nobody answers, a contract file changes no flow" same_flows none own
claim "but who is paid" other_books none own
claim "a file that pays by item changes nobody's books" same_books none items

cp "$scratch"/out-own/*/scenario.cfg "$scratch/resolved.cfg"
cp -r "$scratch"/out-own/*/inputs "$scratch/inputs"
run resolved
claim "the resolved scenario runs by itself, with the contracts it carries" exits 0
claim "and has the same books" same_books own resolved
claim "under the same inputs" diff <(ls "$scratch/out-own") <(ls "$scratch/out-resolved")

# refused SENTENCE WORDS FILE
refused() {
    hxsim check "$scratch/$3.cfg"
    claim "$1: exit status 65" exits 65
    claim "$1: one message" complains_once
    claim "$1: $2" complains "$2"
}

# bad NAME SENTENCE WORDS LINE...: a scenario with a contract file of these lines is refused.
bad() {
    local name=$1 sentence=$2 words=$3
    shift 3
    contracts "of-$name" "$@"
    scenario "$name" "contracts = \"of-$name.cfg\";"
    refused "$sentence" "$words" "$name"
}
bad overlap "contracts that overlap" "of-overlap.cfg:3: two overlaps one (line 2): both pay the same cell whole" \
    "$(by_day one 'levels = ("level2");')," "$(by_day two 'stay_from = 20;')"
bad much "more than the whole" "of-much.cfg:3: the coverage of two and of one (line 2) adds to 1.1 in one cell" \
    "$(by_day one 'coverage = 0.6;')," "$(by_day two 'coverage = 0.5;')"
bad place "a place that is no county" 'of-place.cfg:2: "nroth" is not a known county; did you mean "north"' \
    "$(by_day one 'places = ("nroth");')"
bad facility "an institution of another city" "of-facility.cfg:2: the contract one names nowhere, which is no institution of the city" \
    "$(by_day one 'facilities = ("nowhere");')"
bad month "a contract within a month" "of-month.cfg:2: the contract one begins or ends within a month" \
    "$(by_day one 'from = "2022-03-15";')"
bad head "payment by head" "of-head.cfg:2: the contract one pays by head; in a run that is the reform outpatient_capitation" \
    '{ name = "one"; contract = "capitation"; per_head = 100.0; reserve = 0; prepayment = 1; savings_kept = 0.5; losses_shared = 0; up_referrals_borne = 0; institutions = ( { id = "centre-north-seat"; enrolled = 100; risk = 1.0; } ); }'
printf 'group,weight\nupper_respiratory,0.5\nI10-medical,0.6\n' >"$scratch/codes.csv"
bad group "an unknown group" "codes.csv:3: I10-medical is no group of the city's model" \
    '{ name = "one"; contract = "drg"; groups = "codes.csv"; clearing = "prospective"; rate = 6000.0; reserve = 0; prepayment = 0.9; price_index = 1.0; coefficient = 1.0; outlier_low = 0.4; outlier_high = 2.0; review_share = 0; }'
bad same "an unknown group of one price" "same_price names heart-9, which is no group of this contract" \
    '{ name = "one"; contract = "drg"; groups = "drg"; same_price = ("heart-9"); clearing = "prospective"; rate = 6000.0; reserve = 0; prepayment = 0.9; price_index = 1.0; coefficient = 1.0; outlier_low = 0.4; outlier_high = 2.0; review_share = 0; }'

# by_table NUMBER: a contract by a table of groups of its own.
by_table() {
    cp "$scratch/one.csv" "$scratch/table-$1.csv"
    printf '{ name = "n%d"; contract = "drg"; groups = "table-%d.csv"; clearing = "prospective"; rate = 6000.0; reserve = 0; prepayment = 0.9; price_index = 1.0; coefficient = 1.0; outlier_low = 0.4; outlier_high = 2.0; review_share = 0; from = "202%d-01-01"; to = "202%d-12-31"; },\n' "$1" "$1" "$1" "$1"
}
printf 'group,weight\nupper_respiratory,0.5\n' >"$scratch/one.csv"
bad tables "a ninth table of groups" 'of-tables.cfg:10: groups is "table-9.csv", a table more than the 8 that a run carries; let contracts share tables' \
    "$(for i in 1 2 3 4 5 6 7 8 9; do by_table $i; done | sed '$s/,$//')"
contracts of-eight "$(for i in 1 2 3 4 5 6 7 8; do by_table $i; done | sed '$s/,$//')"
scenario eight 'contracts = "of-eight.cfg";'
hxsim check "$scratch/eight.cfg"
claim "eight tables are carried" exits 0
scenario missing 'contracts = "nowhere.cfg";'
hxsim check "$scratch/missing.cfg"
claim "a contract file that is not there: exit status 66" exits 66
claim "the scenario's line is told" complains "missing.cfg:3: contracts "
contracts days "$(by_day one '')"
scenario both 'contracts = "days.cfg";' 'reforms = ( { lever = "dip_payment"; places = ("*");
    start = { value = "2022-01-01"; kind = "assumed"; earliest = "2022-01-01"; latest = "2022-01-01"; why = "x"; };
    ramp_months = { value = 0; unit = "months"; kind = "assumed"; low = 0; high = 1; why = "x"; };
    coverage = { value = 0.5; unit = "share"; kind = "assumed"; low = 0.5; high = 0.5; why = "x"; }; } );'
refused "a reform that pays stays beside a contract file" "both.cfg:4: dip_payment pays stays, and so do the contracts of" both
run both
claim "a run is refused as the check is" exits 65
scenario later 'contracts = "days.cfg";'
sed -i "s|base = .*|base = \"$scratch/both.cfg\";|; /^contracts/d" "$scratch/later.cfg"
printf 'contracts = "";\n' >>"$scratch/later.cfg"
hxsim check "$scratch/later.cfg"
claim "a scenario takes away the contract file of its base with an empty name" exits 0

proved
