#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Numbers at the ends of their ranges, several at once: the city is absurd, and yet it is simulated or the
# number to change is named. No law of the model may break.
source tests/cli/lib.sh

# runs NAME VALUE...: the tiny city with these numbers.
runs() {
    local options=()
    for value in "$@"; do options+=(--set "$value"); done
    hxsim run tests/cities/tiny.cfg --years "$years" --charts none --out "$scratch/out" --force -q --no-progress \
        --lang en "${options[@]}"
    exits 0
}

years=1
claim "ill as often, as long and as gravely as can be" runs demand.level=5 demand.admission_level=3 \
    demand.readmission_share=1 demand.still_ill_share=1 care.open_bed_share=0.1
claim "hardly ever ill" runs demand.level=0.2 demand.admission_level=-3 demand.still_ill_share=0
claim "visitors in crowds" runs visitors.visits_per_1000=1000 visitors.distance_exponent=0 \
    visitors.settlement_attraction=2 visitors.county_pull=10 visitors.admission_share=1
claim "nobody from elsewhere, nobody away" runs visitors.visits_per_1000=0 people.absent_insured=0
claim "twenty times as many insured elsewhere as here" runs people.absent_insured=350000
claim "everybody dies within a year" runs mortality.age_{0,5,10,15,20,25,30,35,40,45,50,55,60,65,70,75,80,85}=1000 \
    people.mortality_level=3
claim "needs and doors closed at weekends" runs time.weekend_factor=0 time.weekend_discharge_factor=0
claim "nobody waits" runs care.visit_wait_limit_days=0 care.bed_wait_limit_days=0 care.referral_delay_days=0
claim "everybody waits" runs care.visit_wait_limit_days=7 care.bed_wait_limit_days=90 care.referral_delay_days=30
years=9
claim "a birth to every woman who can, and the young leave" runs people.births_per_1000=60 people.births_change=0.3 \
    people.out_migration=0.1 people.employee_urban_ratio=50
claim "no births at all" runs people.births_per_1000=0 people.births_change=-0.3 people.mortality_change=0.1

hxsim run tests/cities/tiny.cfg --set time.weekend_factor=2
claim "a weekend busier than the week, for which no slots are known, is refused" exits 65
claim "and its range is told" complains "above the highest, 1"
proved
