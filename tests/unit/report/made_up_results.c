// SPDX-License-Identifier: MIT
#include "unit/report/made_up_results.h"

#include <stdlib.h>
#include <string.h>

typedef struct Visits {
    int shard, presence, place, kind;
    VisitFlow flow; // visits, first contacts, charge, fund, account, own (fen)
} Visits;

static const Visits visits[] = {
    {HILL, PRESENT, HILL, KIND_VILLAGE_CLINIC, {410, 400, 1230117, 300000, 0, 930117, 0, 0}},
    {HILL, PRESENT, HILL, KIND_PRIVATE_CLINIC, {73, 73, 365000, 0, 65000, 300000, 0, 0}},
    {HILL, PRESENT, HILL, KIND_TOWNSHIP_CENTRE, {291, 250, 2910000, 1746000, 64000, 1100000, 0, 0}},
    {HILL, PRESENT, HILL, KIND_COUNTY_GENERAL, {187, 140, 4114000, 114000, 0, 4000000, 0, 0}},
    {HILL, PRESENT, RIVER, KIND_CITY_HOSPITAL, {59, 31, 1888000, 0, 0, 1888000, 0, 0}},
    {HILL, PRESENT, OUTSIDE, KIND_OUTSIDE_PROVINCE, {13, 9, 676000, 0, 0, 676000, 0, 0}},
    {HILL, ABSENT, HILL, KIND_VILLAGE_CLINIC, {11, 11, 33000, 0, 0, 33000, 0, 0}},
    {HILL, ABSENT, OUTSIDE, KIND_OUTSIDE_PROVINCE, {97, 97, 5044000, 0, 0, 5044000, 0, 0}},
    {RIVER, PRESENT, RIVER, KIND_TOWNSHIP_CENTRE, {233, 200, 2330000, 1330000, 0, 1000000, 0, 0}},
    {RIVER, PRESENT, RIVER, KIND_COUNTY_GENERAL, {149, 99, 3278000, 278000, 0, 3000000, 0, 0}},
    {RIVER, PRESENT, RIVER, KIND_CITY_HOSPITAL, {317, 170, 10144000, 1144000, 0, 9000000, 0, 0}},
    {RIVER, PRESENT, HILL, KIND_COUNTY_GENERAL, {7, 7, 154000, 0, 0, 154000, 0, 0}},
    {VISITORS_SHARD, PRESENT, RIVER, KIND_CITY_HOSPITAL, {29, 0, 928000, 0, 0, 928000, 0, 0}},
};

typedef struct Stays {
    int shard, presence, place, kind;
    // Discharges, bed days, charge, fund, other, own (fen), operated, level 4, in catalogue, in
    // scope, major illness (of other).
    StayFlow flow;
} Stays;

static const Stays stays[] = {
    {HILL,
     PRESENT,
     HILL,
     KIND_TOWNSHIP_CENTRE,
     {31, 190, 6510000, 4510000, 0, 2000000, 0, 0, 6250000, 6000000, 0}},
    {HILL,
     PRESENT,
     HILL,
     KIND_COUNTY_GENERAL,
     {67, 570, 38860000, 20860000, 3000000, 15000000, 19, 1, 36000000, 34900000, 1200000}},
    {HILL,
     PRESENT,
     RIVER,
     KIND_CITY_HOSPITAL,
     {23, 207, 22540000, 9540000, 2000000, 11000000, 13, 3, 19700000, 19100000, 0}},
    {HILL,
     PRESENT,
     OUTSIDE,
     KIND_OUTSIDE_CITY,
     {5, 52, 9500000, 3500000, 0, 6000000, 4, 2, 7900000, 7700000, 0}},
    {HILL,
     ABSENT,
     OUTSIDE,
     KIND_OUTSIDE_PROVINCE,
     {17, 160, 32300000, 11300000, 0, 21000000, 9, 4, 26900000, 26100000, 0}},
    {RIVER,
     PRESENT,
     RIVER,
     KIND_CITY_HOSPITAL,
     {41, 344, 40180000, 20180000, 1000000, 19000000, 24, 4, 35100000, 34000000, 0}},
    {RIVER,
     PRESENT,
     OUTSIDE,
     KIND_OUTSIDE_PROVINCE,
     {3, 40, 5700000, 1700000, 0, 4000000, 2, 1, 4700000, 4600000, 0}},
    {VISITORS_SHARD,
     PRESENT,
     RIVER,
     KIND_CITY_HOSPITAL,
     {8, 63, 7840000, 0, 0, 7840000, 6, 3, 0, 0, 0}},
};

static void fill_flows(YearResults *year) {
    for (size_t i = 0; i < sizeof visits / sizeof *visits; i++) {
        const Visits *one = &visits[i];
        year->county[one->shard].visit_at[one->presence][one->place][one->kind] = one->flow;
    }
    for (size_t i = 0; i < sizeof stays / sizeof *stays; i++) {
        const Stays *one = &stays[i];
        year->county[one->shard].stay_at[one->presence][one->place][one->kind] = one->flow;
    }
}

static void fill_hill(Tally *hill) {
    hill->count[COUNT_OPENED] = 1300;
    hill->count[COUNT_NO_CARE] = 101;
    hill->count[COUNT_UNMET] = 3;
    hill->count[COUNT_BOOKED] = 57;
    hill->count[COUNT_GAVE_UP] = 11;
    hill->count[COUNT_DECLINED_BED] = 7;
    hill->count[COUNT_NO_BED] = 2;
    hill->count[COUNT_PHARMACY] = 122;
    hill->count[COUNT_UP_SENT] = 37;
    hill->count[COUNT_UP_ARRIVED] = 35;
    hill->count[COUNT_OWN_WAY] = 48;
    hill->count[COUNT_DOWN_ARRIVED] = 4;
    hill->count[COUNT_REFERRED_OUT] = 9;
    hill->count[COUNT_WENT_HOME] = 120;
    hill->count[COUNT_READMISSIONS] = 9;
    hill->count[COUNT_TESTS] = 190;
    hill->count[COUNT_REPEATABLE] = 40;
    hill->count[COUNT_RECOGNISED] = 17;
    hill->count[COUNT_CARRIED] = 6;
    hill->count[COUNT_SAVED_FEN] = 59500;
    hill->contacts[CONTACT_ACUTE] = 700;
    hill->contacts[CONTACT_ROUTINE] = 441;
    hill->first_choice[KIND_NONE] = 101;
    hill->first_choice[KIND_PHARMACY] = 122;
    hill->first_choice[KIND_TOWNSHIP_CENTRE] = 777;
    hill->first_choice[KIND_OUTSIDE_PROVINCE] = 300;
    hill->first_choice_away[KIND_NONE] = 8;
    hill->first_choice_away[KIND_PHARMACY] = 12;
    hill->first_choice_away[KIND_OUTSIDE_PROVINCE] = 300;
    hill->count[COUNT_DECLINED_AWAY] = 1;
}

static void fill_villages(Tally *hill, Tally *river) {
    hill->count[COUNT_VILLAGE_SETTLED] = 283;
    hill->count[COUNT_VILLAGE_RECORDED] = 117;
    hill->village_from[KIND_NONE][1] = 11;
    hill->village_from[KIND_PHARMACY][1] = 6;
    hill->village_from[KIND_TOWNSHIP_CENTRE][1] = 23;
    hill->village_from[KIND_COUNTY_GENERAL][1] = 8;
    hill->village_from[KIND_NONE][0] = 5;
    hill->village_from[KIND_TOWNSHIP_CENTRE][0] = 9;
    river->first_choice[KIND_VILLAGE_CLINIC] = 840;
    river->count[COUNT_VILLAGE_SETTLED] = 40;
}

static void fill_stays(Tally *hill, Tally *river, Tally *visitors) {
    hill->stay_charged_fen[KIND_TOWNSHIP_CENTRE][COMPONENT_DRUG] = 2510000;
    hill->stay_charged_fen[KIND_TOWNSHIP_CENTRE][COMPONENT_BED] = 4000000;
    hill->stay_charged_fen[KIND_COUNTY_GENERAL][COMPONENT_DRUG] = 8860000;
    hill->stay_charged_fen[KIND_COUNTY_GENERAL][COMPONENT_BED] = 30000000;
    hill->stay_charged_fen[KIND_CITY_HOSPITAL][COMPONENT_SERVICE] = 22540000;
    hill->stay_charged_fen[KIND_OUTSIDE_CITY][COMPONENT_DRUG] = 9500000;
    hill->stay_charged_fen[KIND_OUTSIDE_PROVINCE][COMPONENT_DRUG] = 32300000;
    hill->way_to_bed[HOME_COUNTRY][KIND_TOWNSHIP_CENTRE][KIND_COUNTY_GENERAL] = 22;
    hill->way_to_bed[HOME_TOWN][KIND_TOWNSHIP_CENTRE][KIND_COUNTY_GENERAL] = 9;
    hill->way_to_bed[HOME_ELSEWHERE][KIND_CITY_HOSPITAL][KIND_CITY_HOSPITAL] = 5;
    river->stay_charged_fen[KIND_CITY_HOSPITAL][COMPONENT_TEST] = 40180000;
    river->stay_charged_fen[KIND_OUTSIDE_PROVINCE][COMPONENT_TEST] = 5700000;
    visitors->stay_charged_fen[KIND_CITY_HOSPITAL][COMPONENT_CONSUMABLE] = 7840000;
}

static void fill_counts(Tally *hill, Tally *river, Tally *visitors) {
    fill_hill(hill);
    fill_villages(hill, river);
    fill_stays(hill, river, visitors);
    river->count[COUNT_OPENED] = 900;
    river->first_choice[KIND_NONE] = 60;
    river->count[COUNT_NO_CARE] = 60;
    river->count[COUNT_RECOGNISED] = 5;
    river->count[COUNT_SAVED_FEN] = 20500;
    river->contacts[CONTACT_ACUTE] = 706;
    visitors->count[COUNT_PROVINCE_VISITS] = 19;
    visitors->count[COUNT_PROVINCE_STAYS] = 2;
    visitors->count[COUNT_PROVINCE_SETTLED] = 14700000; // 14.7 of the 21
}

static void fill_people(Results *results) {
    Heads *before = results->year[0].heads, *now = results->year[1].heads;
    before[HILL].residents = 52800;
    now[HILL] = (Heads){.residents = 52000,
                        .residents_65 = 9360,
                        .absent = 10200,
                        .births = 330,
                        .deaths = 450,
                        .by_age = {[AGE_65] = 5160},
                        .stage[CONDITION_DIABETES] = {0, 1700, 1100, 900, 400}};
    before[HILL].absent = 9800;
    before[HILL].by_age[AGE_65] = 5040;
    before[RIVER].residents = 73900;
    now[RIVER] = (Heads){.residents = 74100, .absent = 3900, .births = 500, .deaths = 510};
    before[RIVER].absent = 3700;
    results->year[1].county[HILL].visit_by_age[AGE_65].visits = 340;
    results->year[1].county[HILL].stay_by_scheme[SCHEME_EMPLOYEE] =
        (StayFlow){.fund_fen = 7000000, .in_catalogue_fen = 8400000, .in_scope_fen = 8120000};
}

static void fill_institutions(YearResults *year) {
    year->capacity[HILL][KIND_COUNTY_GENERAL] = (Capacity){1690, 2196, 561, 39};
    year->capacity[HILL][KIND_TOWNSHIP_CENTRE] = (Capacity){570, 1464, 900, 0};
    year->capacity[RIVER][KIND_CITY_HOSPITAL] = (Capacity){1850, 1830, 1215, 61};
    year->ledger->charged[KIND_CITY_HOSPITAL][RIVER][COMPONENT_BED] = 1100;
    year->ledger->charged[KIND_CITY_HOSPITAL][RIVER][COMPONENT_SERVICE] = 2900;
    year->ledger->charged[KIND_CITY_HOSPITAL][RIVER][COMPONENT_DRUG] = 3000;
    year->ledger->charged[KIND_CITY_HOSPITAL][RIVER][COMPONENT_CONSUMABLE] = 1500;
    year->ledger->charged[KIND_CITY_HOSPITAL][RIVER][COMPONENT_TEST] = 2500;
    year->ledger->charged[KIND_COUNTY_GENERAL][HILL][COMPONENT_SERVICE] = 3000;
    year->ledger->charged[KIND_COUNTY_GENERAL][HILL][COMPONENT_DRUG] = 6000;
    year->ledger->charged[KIND_VILLAGE_CLINIC][HILL][COMPONENT_DRUG] = 777;
    memcpy(year->prices->before, year->ledger->charged, sizeof year->prices->before);
    year->prices->before[KIND_CITY_HOSPITAL][RIVER][COMPONENT_BED] = 1000;
    year->prices->before[KIND_CITY_HOSPITAL][RIVER][COMPONENT_SERVICE] = 2600;
    year->prices->before[KIND_CITY_HOSPITAL][RIVER][COMPONENT_DRUG] = 4100;
    year->prices->before[KIND_VILLAGE_CLINIC][HILL][COMPONENT_DRUG] = 910;
    year->ledger->paid[KIND_CITY_HOSPITAL][RIVER][PAYER_EMPLOYEE_FUND] = 11000;
    year->ledger->paid[KIND_COUNTY_GENERAL][HILL][PAYER_RESIDENT_FUND] = 9000;
    year->ledger->paid[KIND_VILLAGE_CLINIC][HILL][PAYER_OWN] = 777;
    year->ledger->account[account_own(SCHEME_RESIDENT)] = -19777;
    year->ledger->paid[KIND_CITY_HOSPITAL][RIVER][PAYER_PERSONAL_ACCOUNT] = 129000 + 700000;
    year->ledger->paid[KIND_OUTSIDE_CITY][OUTSIDE][PAYER_PERSONAL_ACCOUNT] = 300000;
    year->ledger->account[account_receipts(KIND_CITY_HOSPITAL, RIVER)] = 19777;
}

static void fill_books(YearResults *year) {
    year->fund[FUND_RESIDENTS + HILL] = (FundYear){.insured = 17711,
                                                   .opening = 5700013,
                                                   .contributions = 6927711,
                                                   .subsidies = 11110093,
                                                   .transfers = -1296221,
                                                   .claims_in_area = 9100007,
                                                   .claims_in_city = 3400009,
                                                   .claims_outside = 2500001,
                                                   .claims_of_absent = 700001,
                                                   .other_claims = 1700003,
                                                   .clearing = -30011,
                                                   .closing = 5771574};
    year->fund[FUND_RESIDENTS + RIVER] = (FundYear){.insured = 23009,
                                                    .opening = 100003,
                                                    .contributions = 900007,
                                                    .claims_in_area = 1300021,
                                                    .closing = -300011};
    year->fund[FUND_EMPLOYEES] = (FundYear){.insured = 3119,
                                            .opening = 7000003,
                                            .contributions = 1376473,
                                            .transfers = -64860,
                                            .claims_in_area = 900011,
                                            .claims_outside = 100003,
                                            .closing = 7311602};
    year->operations->at[KIND_COUNTY_GENERAL][HILL] =
        (Operation){9000, 70, 930, 3300, 5100, 1100, 0, 0, 500};
    year->operations->at[KIND_CITY_HOSPITAL][RIVER] =
        (Operation){11000, 0, 700, 4100, 6300, 1700, 0, 0, -400};
}

void made_up_results_open(MadeUpResults *made) {
    Report report;
    report_init(&report);
    made->city = made_up_city(&made->made);
    if (results_init(&made->results, 2023, 2, MADE_UP_COUNTIES, MADE_UP_SCALE, &report)) abort();
    YearResults *year = &made->results.year[1];
    fill_flows(year);
    fill_counts(&year->county[HILL], &year->county[RIVER], &year->county[VISITORS_SHARD]);
    fill_people(&made->results);
    fill_institutions(year);
    fill_books(year);
    made->results.month[13].visits[HILL][KIND_VILLAGE_CLINIC] = 1263;
    report_free(&report);
}

void made_up_results_close(MadeUpResults *made) {
    results_free(&made->results);
}
