#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# hxsim settle: the examples against sums made here in exact fractions, and what a person may hand it by
# mistake: one clear message each, with file and line.
source tests/cli/lib.sh

examples=tests/settle
cp "$examples"/* "$scratch"

# settles CONTRACTS CASES: an example, as JSON.
settles() { hxsim settle "$examples/$2" --contract "$examples/$1" --json; }

# dip_in_fractions: the example of payment by DIP again, from its CSV alone, in exact fractions.
cat >"$scratch/dip.py" <<'END'
import csv, json, sys
from fractions import Fraction as F

def half_up(x):
    return int(x + F(1, 2)) if x >= 0 else -int(-x + F(1, 2))

group = {'I10-medical': (F('0.6'), {'primary': 2000, 'level2': 3000, 'level3': 6000}, True),
         'J18-medical': (F('0.8'), {'primary': 2500, 'level2': 4000, 'level3': 8000}, False),
         'K35-surgery': (F('1.5'), {'level2': 7500, 'level3': 12000}, False)}
k = {'primary': F('0.6'), 'level2': F('0.8'), 'level3': F(1)}
budget, reserve, points, A, C, prepaid, at = int(sys.argv[3]), int(sys.argv[4]), {}, {}, {}, {}, []
for row in csv.DictReader(open(sys.argv[1], encoding='utf-8-sig')):
    if not row['group']:
        continue
    weight, means, same_price = group[row['group']]
    level, h = row['level'], row['institution']
    x = F(row['charge']) / means[level]
    adj = x if x < F(1, 2) else x - 1 if x > 2 else 1
    p = F(half_up(1000000 * weight * (1 if same_price else k[level]) * adj), 1000)
    at.append((row['case'], p))
    points[h] = points.get(h, 0) + p
    A[h] = A.get(h, 0) + F(row['fund'])
    C[h] = C.get(h, 0) + F(row['in_scope']) - F(row['fund'])
    prepaid[h] = prepaid.get(h, 0) + F(half_up(100 * F(row['fund']) * F('0.9')), 100)
# The budget is what all get at V, nobody less than 0; it rises with V, in pieces between the values at which
# another hospital begins to get something: try each set of hospitals in that order.
order = sorted(points, key=lambda h: C[h] / points[h])
for n in range(len(order), 0, -1):
    V = (budget + sum(C[h] for h in order[:n])) / sum(points[h] for h in order[:n])
    if V * points[order[n - 1]] >= C[order[n - 1]]:
        break
entitled = {h: max(F(0), V * points[h] - C[h]) for h in points}
at_zero = [h for h in points if entitled[h] == 0]
print(f'{len(at_zero)} of {len(points)} hospitals at zero')
claim, base = {}, {}
for h, f in entitled.items():
    if A[h] < F('0.8') * f:
        base[h], claim[h] = A[h], F(0)
    else:
        base[h] = f
        claim[h] = F('0.7') * max(0, min(A[h], F('1.1') * f) - f) + \
            F('0.5') * max(0, min(A[h], F('1.2') * f) - F('1.1') * f)
share = min(F(1), reserve / (sum(claim.values()) or F(1)))

out = json.load(open(sys.argv[2]))
wrong = []
def near(what, printed, exact, fen=1):
    if abs(F(printed) - exact) > F(fen, 100):
        wrong.append(f'{what}: {printed}, not {float(exact):.4f}')
shown = [(c['case'], F(c['points'])) for c in out['cases'] if c['points']]
if shown != at:
    wrong.append(f'points: {shown}, not {at}')
for c in out['cases']:
    if c['points']:
        near('fund of ' + c['case'], c['fund_by_contract'],
             V * dict(at)[c['case']] - F(c['in_scope']) + F(c['fund_by_items']))
sums = {key: F(0) for key in ('entitlement', 'paid')}
for one in out['institutions']:
    h = one['institution']
    if one['contract'] == 'by_item':
        continue
    near('value of ' + h, one['value'], V * points[h])
    near('entitlement of ' + h, one['entitlement'], entitled[h])
    near('paid to ' + h, one['paid'], base[h] + claim[h] * share, 2)
    near('due to ' + h, one['due'], base[h] + claim[h] * share - prepaid[h], 2)
    for key in sums:
        sums[key] += F(one[key])
if sums['entitlement'] != budget:
    wrong.append(f"entitlements add to {sums['entitlement']}")
pool = out['contracts'][0]
if F(pool['paid']) != sums['paid'] or budget + reserve != sums['paid'] + F(pool['budget_left']) + F(pool['reserve_left']):
    wrong.append('the pool does not balance')
if len(sys.argv) > 5 and len(at_zero) < int(sys.argv[5]):
    wrong.append('too few hospitals at zero to try that')
print('\n'.join(wrong))
sys.exit(bool(wrong))
END

# A made-up year of 14 hospitals, 40 cases each, some of them so dear to patients that their hospital gets nothing.
cat >"$scratch/made.py" <<'END'
import random
random.seed(20250123)
print('case,institution,level,date,days,group,charge,in_scope,fund,major_illness,personal_account')
mean = {'primary': 2500, 'level2': 4000, 'level3': 8000}
for h in range(14):
    level = ('primary', 'level2', 'level3')[h % 3]
    for i in range(40):
        group = random.choice(['I10-medical', 'J18-medical'] + ['K35-surgery'] * (level != 'primary'))
        charge = random.randint(20, 350) * mean[level]
        scope = charge * random.randint(80, 99) // 100
        fund = scope * (random.randint(5, 15) if h in (4, 9) else random.randint(45, 85)) // 100
        cell = [f'C{h}-{i}', f'H{h}', level, '2025-06-01', '7', group] + [f'{a / 100:.2f}' for a in (charge, scope, fund)]
        print(','.join(cell) + ',,')
END

settles dip.cfg cases.csv
cp "$scratch/stdout" "$scratch/dip.json"
claim "the example of payment by DIP is settled" exits 0
claim "it is what exact fractions give, to the fen" python3 "$scratch/dip.py" "$examples/cases.csv" "$scratch/dip.json" 12000 600

python3 "$scratch/made.py" >"$scratch/made.csv"
for sums in "1500000 20000 0" "900000 1000000 1" "400000 0 2"; do
    read -r budget reserve least <<<"$sums"
    sed "s/12000.00/$budget.00/; s/600.00/$reserve.00/" "$examples/dip.cfg" >"$scratch/made.cfg"
    hxsim settle "$scratch/made.csv" --contract "$scratch/made.cfg" --json
    claim "a made-up year within $budget and $reserve yuan is what exact fractions give" \
        python3 "$scratch/dip.py" "$scratch/made.csv" "$scratch/stdout" "$budget" "$reserve" "$least"
done

# holds TABLE NAME=VALUE... -- NAME=VALUE...: the row with the first cells has the others.
cat >"$scratch/holds.py" <<'END'
import json, sys
table, words = sys.argv[2], sys.argv[3:]
cut = words.index('--')
want, then = (dict(w.split('=', 1) for w in part) for part in (words[:cut], words[cut + 1:]))
rows = [r for r in json.load(open(sys.argv[1]))[table] if all(r[k] == v for k, v in want.items())]
print(rows)
sys.exit(len(rows) != 1 or any(rows[0][k] != v for k, v in then.items()))
END
holds() { python3 "$scratch/holds.py" "$scratch/stdout" "$@"; }

# By head: 85 x 3 x 1.05 x 184 / 365 = 134.98; 30 % of 90.00 paid at the county hospital for V3 are borne;
# 107.98 - 90.30 leaves 17.68, of which 60 % are kept. 85 x 2 x 0.9 x 184 / 365 = 77.13 less 30 % of 32.20
# for V6 is 67.47: 77.00 are 9.53 above, shared in halves.
settles capitation.cfg visits.csv
claim "the example of payment by head and by day is settled" exits 0
claim "by head, a surplus less what the enrolled cost elsewhere" holds institutions contract=head-2025 \
    institution=township -- cases=2 fund_by_items=90.30 value=134.98 entitlement=107.98 paid=100.91 due=10.61
claim "by head, a loss is shared" holds institutions contract=head-2025 institution=riverside -- \
    cases=1 fund_by_items=77.00 value=77.13 entitlement=67.47 from_reserve=4.77 paid=72.24 due=-4.76
claim "by head, the pool balances" holds contracts contract=head-2025 -- budget=212.11 reserve=25.21 \
    paid=173.15 borne=36.66 budget_left=7.07 reserve_left=20.44
# By day: 30 x 260 + 12 x 200 = 10,200 x 0.9 = 9,180 less 0.9 x 3,700; a tenth stays with the items.
claim "nine tenths of a stay by day" holds institutions contract=rehabilitation institution=county -- \
    fund_by_items=5580.00 others=3330.00 value=9180.00 entitlement=5850.00 paid=5850.00 prepaid=5301.00 due=549.00
claim "a tenth of a stay by item" holds cases case=S1 contract=by_item -- covered=0.1000 fund_by_items=620.00 \
    own=480.00
claim "another scheme is paid by item" holds cases case=V5 -- contract=by_item
claim "before the contract begins is paid by item" holds cases case=V7 -- contract=by_item

# Half of the same people by head, at institutions of one place: half of the sum, half of V3 and half of V1 and V2.
sed 's/prepayment = 1.0;/& coverage = 0.5; places = ( "hill" );/' "$examples/capitation.cfg" >"$scratch/half-head.cfg"
sed '1s/$/,place/; 2,$s/$/,hill/; /county/s/,hill$/,river/' "$examples/visits.csv" >"$scratch/places.csv"
hxsim settle "$scratch/places.csv" --contract "$scratch/half-head.cfg" --json
claim "half of the visits by head, whoever they were referred to" holds institutions contract=head-2025 \
    institution=township -- fund_by_items=45.15 value=67.49 entitlement=53.99 paid=50.45

sed -i 's/places = ( "hill" );/& levels = ( "primary" ); kinds = ( "township_centre" );/' "$scratch/half-head.cfg"
sed -i '1s/$/,level,kind/; 2,$s/,hill$/&,primary,township_centre/; 2,$s/,river$/&,level2,county_general/' "$scratch/places.csv"
hxsim settle "$scratch/places.csv" --contract "$scratch/half-head.cfg" --json
claim "whatever the kind and level of where they were referred to" holds institutions contract=head-2025 \
    institution=township -- fund_by_items=45.15 entitlement=53.99

# Bills that the rules pay: 80 % of 4,350 - 800; half the deductible later in the year; 70 % of 78; in the next
# year, unfiled, 70 % of 4,350 - 800.
settles bills.cfg bills.csv
claim "the rules pay a person's first stay" holds cases case=B1 -- in_scope=4350.00 fund_by_items=2840.00 own=2160.00
claim "the rules pay the second stay, listed first" holds cases case=B3 -- in_scope=1500.01 fund_by_items=880.01
claim "the rules pay a visit" holds cases case=B2 -- fund_by_items=54.60 own=45.40
claim "the rules begin anew on 1 January" holds cases case=B4 -- fund_by_items=2485.00

# In groups generated from a model. Of six stays at the county hospital review may grant 40 %, two.
settles drg.cfg stays.csv
claim "a stroke of less than the mean complexity is in the first of two groups" holds cases case=D2 -- group=stroke-1
claim "two reviews of six are granted" holds cases case=D3 -- "note=review granted, by item" points= \
    fund_by_contract=17000.00
claim "a stay of one day is paid by item" holds cases case=D4 -- "note=stay too short or long, by item" \
    fund_by_contract=800.00
claim "a stay of 75 days is paid by item" holds cases case=D5 -- "note=stay too short or long, by item"
claim "what has no group is paid by item" holds cases case=D8 -- group= "note=not grouped, by item"
same_points() {
    python3 -c 'import json, sys
p = {c["case"]: c["points"] for c in json.load(open(sys.argv[1]))["cases"]}
print(p)
sys.exit(p["D1"] != p["D6"])' "$scratch/stdout"
}
claim "a listed disease has the same points at both levels" same_points
claim "what was paid by item is in what is paid" holds institutions institution=county -- cases=6 \
    paid_by_items=34300.00 others=700.00 prepaid=34010.00
sed 's/review_share = 0.4/review_share = 0.1/' "$examples/drg.cfg" >"$scratch/few.cfg"
sed -i "s|../cities|$PWD/tests/cities|" "$scratch/few.cfg"
hxsim settle "$examples/stays.csv" --contract "$scratch/few.cfg" --json
claim "of six stays a tenth is none" holds cases case=D2 -- note=

{
    head -n 1 "$examples/cases.csv"
    seq 20000 | sed 's/.*/C&,county,level2,2025-04-20,8,J18-medical,4200.00,3800.00,2400.00,,/'
} >"$scratch/many.csv"
hxsim settle "$scratch/many.csv" --contract "$examples/dip.cfg" --json
claim "a list of more than a mebibyte is settled" holds institutions institution=county -- cases=20000 \
    points=12800000.000 entitlement=12000.00

printf '\xef\xbb\xbf' | cat - "$examples/cases.csv" | sed 's/$/\r/' >"$scratch/bom.csv"
hxsim settle "$scratch/bom.csv" --contract "$examples/dip.cfg" --json
claim "a list with a byte-order mark and Windows lines is settled alike" cmp -s "$scratch/stdout" "$scratch/dip.json"
hxsim settle "$examples/cases.csv" --contract "$examples/dip.cfg" --out "$scratch/written"
same_as_csv() {
    python3 -c 'import csv, json, sys
out = json.load(open(sys.argv[1]))
sys.exit(any(list(csv.DictReader(open(f"{sys.argv[2]}/settled_{t}.csv", encoding="utf-8-sig"))) != rows
             for t, rows in out.items()))' "$scratch/dip.json" "$scratch/written"
}
claim "--out writes the three tables as CSV" same_as_csv
hxsim settle "$examples/cases.csv" --contract "$examples/dip.cfg" --out "$examples/cases.csv"
claim "--out that is a file exits with 73" exits 73
claim "--out that is a file is told" complains "settled_cases.csv: cannot be created"
hxsim settle "$examples/cases.csv" --contract "$examples/dip.cfg" --lang zh
claim "tables are headed in Chinese" prints "机构清算（元）"
hxsim settle "$examples/cases.csv" --contract "$examples/dip.cfg" --lang en
claim "tables are headed in English" prints "Clearing of institutions (yuan)"

# ---- bad input

# told SENTENCE STATUS WORDS: what the last run said, once.
told() {
    claim "$1: exit status $2" exits "$2"
    claim "$1: one message" complains_once
    claim "$1: $3" complains "$3"
    claim "$1: nothing is printed" prints_nothing
}

# spoiled SENTENCE FILE SED WORDS: an example with a slip in its contract or its list.
spoiled() {
    local cases=cases.csv contract=dip.cfg
    case $2 in *.csv) cases=spoiled-$2 ;; *) contract=spoiled-$2 ;; esac
    [ "$2" != capitation.cfg ] || cases=visits.csv
    [ "$2" != drg.cfg ] || cases=stays.csv
    sed "$3; s|../cities|$PWD/tests/cities|" "$examples/$2" >"$scratch/spoiled-$2"
    cmp -s "$scratch/spoiled-$2" "$examples/$2" && claim "$1: the slip is made" false
    hxsim settle "$scratch/$cases" --contract "$scratch/$contract"
    told "$1" 65 "$4"
}

cut -d, -f1-8,10- "$examples/cases.csv" >"$scratch/no-fund.csv"
hxsim settle "$scratch/no-fund.csv" --contract "$examples/dip.cfg"
told "a missing column" 65 "no-fund.csv:1: the column fund is missing; the first row must name it"
spoiled "a negative amount" cases.csv '3s/650.00/-650.00/' "spoiled-cases.csv:3: fund is -650, below the lowest, 0"
spoiled "a fund that pays more than is in scope" cases.csv '3s/650.00/950.01/' \
    "spoiled-cases.csv:3: fund is more than in_scope: 950.01 of 950.00 yuan"
spoiled "payers beyond the charge" cases.csv '6s/1200.00/15000.01/' \
    "spoiled-cases.csv:6: the payers add to more than charge: 30000.01 of 30000.00 yuan"
spoiled "thousandths of a yuan" cases.csv '2s/2000.00/2000.005/' \
    "spoiled-cases.csv:2: charge is 2000.005; yuan have two decimals, down to the fen"
spoiled "an unknown group" cases.csv '4s/J18-medical/J18-medica/' \
    'spoiled-cases.csv:4: "J18-medica" is not a known group of the contract; did you mean "J18-medical"?'
spoiled "an unknown level" cases.csv '4s/level2/level9/' 'spoiled-cases.csv:4: "level9" is not a known level'
spoiled "a case twice" cases.csv '4s/C3/C2/' "spoiled-cases.csv:4: the case C2 is there twice"
spoiled "no date where a contract has one" cases.csv '2s/2025-02-03//' \
    "spoiled-cases.csv:2: date is not known of case C1, but the contract town-dip"
spoiled "an amount in full-width digits" cases.csv '2s/2000.00/２０００/' "spoiled-cases.csv:2: charge: \"２０００\" is typed in full-width signs"
spoiled "an empty list" cases.csv '2,$d' "spoiled-cases.csv: has no cases; write a row for each"

spoiled "a budget of zero" dip.cfg 's/budget = 12000.00/budget = 0.00/' \
    "spoiled-dip.cfg:4: budget is 0 yuan, below the lowest, 0.01"
spoiled "a negative budget" dip.cfg 's/budget = 12000.00/budget = -5.0/' \
    "spoiled-dip.cfg:4: budget is -5 yuan, below the lowest, 0.01"
spoiled "a price index of zero" dip.cfg 's/price_index = 1.0/price_index = 0.0/' \
    "spoiled-dip.cfg:7: price_index is 0 ratio, below the lowest, 1e-06"
spoiled "no budget" dip.cfg 's/budget = 12000.00;//' \
    "spoiled-dip.cfg:3: a retrospective clearing needs a budget (yuan)"
spoiled "an unknown rule" dip.cfg 's/contract = "dip"/contract = "dpi"/' \
    'spoiled-dip.cfg:3: "dpi" is not a known contract; did you mean "dip"?'
spoiled "an unknown term" dip.cfg 's/review_share/reviews = 3; review_share/' \
    'spoiled-dip.cfg:10: "reviews" is not a known term of a contract'
spoiled "a term of another contract" dip.cfg 's/review_share/per_head = 85.00; review_share/' \
    "spoiled-dip.cfg:10: per_head is no term of dip; take it away"
spoiled "a level left out" dip.cfg 's/level1 = 0.7; //' "spoiled-dip.cfg:8: coefficient lacks level1; give every level"
spoiled "a passport of another unit" drg.cfg 's/unit = "ratio"/unit = "share"/' 'spoiled-drg.cfg:8: outlier_low is in "share"; write unit = "ratio"'
spoiled "an assumption without a reason" drg.cfg 's/ why = "recalled: 30-50 %";//' \
    "spoiled-drg.cfg:8: outlier_low is assumed and lacks why; give its range and the reason"
spoiled "a source that is no figure" drg.cfg 's/kind = "assumed"/source = "nowhere"; &/' \
    'spoiled-drg.cfg:8: "nowhere" is not a known figure'
spoiled "bands that go down" dip.cfg 's/to = 1.2/to = 1.1/' \
    "spoiled-dip.cfg:12: a band ends where the one before it ends or below; write them upwards"
spoiled "a day that does not exist" dip.cfg 's/2025-12-31/2025-02-30/' \
    'spoiled-dip.cfg:13: to is "2025-02-30", not a day'
spoiled "generated groups without a model" dip.cfg 's/"groups.csv"/"drg"/' \
    'spoiled-dip.cfg:3: groups "drg" are generated from a model'
spoiled "a coverage above one" capitation.cfg 's/coverage = 0.9/coverage = 1.1/' \
    "spoiled-capitation.cfg:12: coverage is 1.1 share, above the highest, 1.0"
spoiled "a contract twice" capitation.cfg 's/"rehabilitation"/"head-2025"/' \
    "spoiled-capitation.cfg:10: the contract head-2025 is there twice; line 4 has it too"
spoiled "an institution twice" capitation.cfg 's/riverside/township/' "spoiled-capitation.cfg:8: township is there twice"
spoiled "a sum by head of nothing" capitation.cfg 's/per_head = 85.00/per_head = 0/' \
    "spoiled-capitation.cfg:5: per_head is 0 yuan, below the lowest, 0.01"
spoiled "percent" capitation.cfg 's/coverage = 0.9/coverage = 90%/' "90% is not read; write 0.9"

sed "s|../cities|$PWD/tests/cities|" "$examples/bills.cfg" >"$scratch/rules.cfg"
# spoiled_bill SENTENCE SED WORDS
spoiled_bill() {
    sed "$2" "$examples/bills.csv" >"$scratch/spoiled-bills.csv"
    hxsim settle "$scratch/spoiled-bills.csv" --contract "$scratch/rules.cfg"
    told "$1" 65 "spoiled-bills.csv:$3"
}
spoiled_bill "items of more than the charge" '2s/1200.01/1666.68/' "2: class A and B are more than charge: 2000.01 of 2000.00 yuan"
spoiled_bill "no person" '3s/p1//' "3: person is empty"
spoiled_bill "no scheme for the rules" '3s/resident//' "3: scheme is empty"
spoiled_bill "a cell too few" '3s/,1500.00//' "3: this row has 13 cells"
spoiled_bill "an unknown word for care away" '5s/unfiled/unfield/' '5: "unfield" is not a known word for care away; did you mean "unfiled"?'
sed 's/^model.*//' "$scratch/rules.cfg" >"$scratch/no-model.cfg"
hxsim settle "$examples/bills.csv" --contract "$scratch/no-model.cfg"
claim "bills by rules without a model are refused" complains "no-model.cfg:3: bills by rules need a model"

{
    head -n 1 "$examples/cases.csv"
    seq 100 | sed 's/.*/C&,county,level2,2025-04-20,8,J18-medical,999999999.00,3800.00,2400.00,,/'
} >"$scratch/rich.csv"
hxsim settle "$scratch/rich.csv" --contract "$examples/dip.cfg"
told "charges of more than all amounts" 65 "rich.csv:94: the charges up to here add to more than 92000000000.00 yuan"

sed '2,$s/,2025-..-..,/,,/' "$scratch/many.csv" >"$scratch/no-dates.csv"
hxsim settle "$scratch/no-dates.csv" --contract "$examples/dip.cfg"
claim "a column that every case lacks is told of the first twenty" test "$(wc -l <"$scratch/stderr")" -eq 20

# contracts NAME LINE...: contracts by bed-day with these scopes, one a line from line 2 on.
contracts() {
    local name=$1 i=0
    shift
    {
        echo 'contracts = ('
        for scope; do
            i=$((i + 1))
            echo "$([ $i -eq 1 ] || echo ,) { name = \"c$i\"; contract = \"per_diem\"; steps = ( { yuan = 260.00; } ); reserve = 0; prepayment = 1.0; $scope }"
        done
        echo ');'
    } >"$scratch/$name.cfg"
    hxsim settle "$examples/visits.csv" --contract "$scratch/$name.cfg"
}
contracts overlap '' 'schemes = ( "resident" );'
told "two contracts for the same cell" 65 "overlap.cfg:3: c2 overlaps c1 (line 2): both pay the same cell whole"
contracts half 'coverage = 0.4;' ''
told "one of two that takes the cell whole" 65 "half.cfg:3: c2 overlaps c1 (line 2)"
contracts above 'coverage = 0.4;' 'coverage = 0.7; classes = ( "chronic" );'
told "coverage of two above one" 65 \
    "above.cfg:3: the coverage of c2 and of c1 (line 2) adds to 1.1 in one cell, more than 1"
contracts three 'coverage = 0.4;' 'coverage = 0.4;' 'coverage = 0.4;'
told "coverage of three above one" 65 "visits.csv:9: case S1 is paid twice: by c3 ($scratch/three.cfg:4) and c2 (line 3)"
contracts beside 'facilities = ( "county" );' 'places = ( "hill" );'
told "an institution and a place that may meet" 65 "visits.csv:9: place is not known of case S1, but the contract c2"
contracts parted 'schemes = ( "resident" );' 'schemes = ( "employee", "retired" );'
claim "schemes part contracts" exits 0
contracts dates 'to = "2025-11-20";' 'from = "2025-11-21";'
claim "days part contracts" exits 0
contracts shared 'coverage = 0.4;' 'coverage = 0.6;'
claim "coverages of 1 together share a cell" exits 0
claim "four tenths of the days go to the first" prints "4368.00"
contracts nobody 'coverage = 0.0;'
claim "a coverage of nothing leaves the case to the items" prints "by_item"

hxsim settle "$examples/cases.csv"
told "no contract named" 64 "settle wants a contract"
hxsim settle --contract "$examples/dip.cfg"
told "no list named" 64 "settle has 0 words after it"
hxsim settle "$scratch/nothing.csv" --contract "$examples/dip.cfg"
told "a list that is not there" 66 "nothing.csv: cannot be read"
sed 's/groups.csv/nothing.csv/' "$examples/dip.cfg" >"$scratch/no-groups.cfg"
hxsim settle "$examples/cases.csv" --contract "$scratch/no-groups.cfg"
told "a table of groups that is not there" 66 "no-groups.cfg:3: groups $scratch/nothing.csv: cannot be read"
hxsim settle "$examples/cases.csv" --contract "$scratch/nothing.cfg"
told "a contract that is not there" 66 "nothing.cfg: cannot be read"

proved
