// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "support/trial.h"
#include "unit/claim.h"

// Nobody falls ill; one person is put into a bed of the county's general hospital on 28 December
// 2021 for two months, and dies on 3 January.

enum { DECEMBER_28 = 361, JANUARY_3 = 367, LIVED = JANUARY_3 - DECEMBER_28 };

static Trial trial;

static void prepare(void) {
    City *city = trial_prepare(&trial);
    Parameters *parameters = &city->parameters;
    made_up_good_health(parameters);
    parameters->visitors.visits_per_1000 = 0;
    parameters->money.price_level = 1;
    parameters->kind[KIND_COUNTY_GENERAL].admission_cost = 7300;
    parameters->kind[KIND_COUNTY_GENERAL].admission_cost_cv = 0;
    parameters->kind[KIND_COUNTY_GENERAL].stay_ratio = 1;
    parameters->disease[DISEASE_STROKE] = (DiseaseRow){.male_ratio = 1,
                                                       .complexity_mean = 3.5,
                                                       .complexity_sd = 1,
                                                       .stay_days = 60,
                                                       .stay_cv = 0.05,
                                                       .admission_cost_weight = 1.37,
                                                       .admission_share_bed = 0.19,
                                                       .admission_share_service = 0.23,
                                                       .admission_share_drug = 0.31,
                                                       .admission_share_consumable = 0.11,
                                                       .admission_share_test = 0.16};
    trial.experiment.warm_up_days = 365;
    trial_begin(&trial);
    trial_live(&trial, DECEMBER_28);
}

// Somebody present whom the year to come will see die on this day.
static uint32_t who_dies_on(uint32_t day) {
    const Simulation *simulation = &trial.simulation;
    YearTurn turn = simulation->turn;
    turn.year = 2022;
    turn.day = 365;
    turn.fixed_demography = 0;
    uint32_t person = 0;
    for (;; person++) {
        ck_assert_uint_lt(person, simulation->residents.slots);
        const Resident *resident = &simulation->residents.resident[person];
        if (resident->alive && !resident->absent &&
            death_day_of_year(&turn, resident, person) == (int)(day - turn.day))
            return person;
    }
}

static int county_of(uint32_t person) {
    const Simulation *simulation = &trial.simulation;
    return trial.made.townships[resident_township(&simulation->residents, person)].county;
}

static uint16_t hospital_of(int county) {
    return (uint16_t)made_up_institution(&trial.experiment.city, KIND_COUNTY_GENERAL, county);
}

// Asks for a bed as somebody does who was seen there.
static void put_to_bed(uint32_t person) {
    Shard *shard = &trial.simulation.shard[county_of(person)];
    const Request request = {.person = person,
                             .facility = hospital_of(county_of(person)) & 0xFFFu,
                             .complexity = complexity_stored(3.5),
                             .disease = DISEASE_STROKE,
                             .needs_bed = 1};
    trial.simulation.residents.resident[person].bed = 0xFFFE; // waits for one
    request_list_add(&shard->beds, &request);
    shard->tally->count[COUNT_CANDIDATES]++;
    shard->tally->count[COUNT_OPENED]++;
    shard->tally->first_choice[KIND_COUNTY_GENERAL]++;
}

TEST(bed_given_up) {
    prepare();
    const uint32_t person = who_dies_on(JANUARY_3);
    const int county = county_of(person);
    const uint16_t hospital = hospital_of(county);
    const Ward *ward = &trial.simulation.ward[hospital];
    const Resident *resident = &trial.simulation.residents.resident[person];
    put_to_bed(person);
    trial_live(&trial, LIVED); // to 2 January
    ck_assert_uint_eq(ward->occupied, 1);
    ck_assert_uint_eq(resident->bed, hospital);
    ck_assert_uint_gt(ward->stay[0].discharge_day, JANUARY_3 + 30);

    trial_live(&trial, 1);
    ck_assert_uint_eq(ward->occupied, 0);
    ck_assert_uint_eq(resident->bed, NO_BED);
    ck_assert_uint_eq(resident->alive, 0);
    const int64_t *count = trial.simulation.shard[county].tally->count;
    ck_assert_int_eq(count[COUNT_DIED_IN_BED], 1);
    ck_assert_int_eq(count[COUNT_DIED_OPEN], 1); // the case is closed
    trial_live(&trial, 28);                      // the laws of January hold
    trial_end(&trial);
}

// 7300 yuan x 1.37 = 10,001 yuan: services 23 %, drugs 31 %, consumables 11 %, tests 16 % of it,
// and of the 19 % for 60 days in bed 6 days' worth: 2300.23 + 3100.31 + 1100.11 + 1600.16 + 190.02.
TEST(days_lived) {
    prepare();
    const uint32_t person = who_dies_on(JANUARY_3);
    const int county = county_of(person);
    put_to_bed(person);
    trial_live(&trial, 1 + LIVED);
    const StayFlow *stays =
        &trial.simulation.shard[county].tally->stay_at[PRESENT][county][KIND_COUNTY_GENERAL];
    ck_assert_int_eq(stays->discharges, 1);
    ck_assert_int_eq(stays->bed_days, LIVED);
    ck_assert_int_eq(stays->charge_fen, 829083);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("who was admitted in December and dies in January leaves the bed on that day",
              bed_given_up),
        CLAIM("and is billed the days lived, not those planned", days_lived),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
