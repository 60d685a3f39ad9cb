// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "support/trial.h"
#include "unit/claim.h"

// Nobody falls ill, and no discharge leads back to a bed by itself; one person is put into a bed
// again and again, for four days each time.

enum { STAY_DAYS = 4 };

static Trial trial;
static uint32_t person;
static int county;

// Somebody present whom the year does not see die.
static uint32_t who_lives(void) {
    const Simulation *simulation = &trial.simulation;
    for (uint32_t p = 0;; p++) {
        ck_assert_uint_lt(p, simulation->residents.slots);
        const Resident *resident = &simulation->residents.resident[p];
        if (resident->alive && !resident->absent &&
            death_day_of_year(&simulation->turn, resident, p) < 0)
            return p;
    }
}

static void prepare(double moves_down) {
    City *city = trial_prepare(&trial);
    Parameters *parameters = &city->parameters;
    made_up_good_health(parameters);
    parameters->visitors.visits_per_1000 = 0;
    parameters->demand.readmission_share = 0;
    parameters->care.down_referral_share = moves_down;
    parameters->care.down_referral_stay_share = 0.5;
    parameters->care.down_referral_least_days = STAY_DAYS;
    parameters->time.weekend_discharge_factor = 1;
    parameters->kind[KIND_COUNTY_GENERAL].stay_ratio = 1;
    parameters->disease[DISEASE_STROKE].stay_days = STAY_DAYS;
    parameters->disease[DISEASE_STROKE].stay_cv = 0.02;
    trial_begin(&trial);
    trial_live(&trial, 1); // the year has turned
    person = who_lives();
    county = trial.made.townships[resident_township(&trial.simulation.residents, person)].county;
}

static const int64_t *counts(void) {
    return trial.simulation.shard[county].tally->count;
}

// In bed today, as somebody who was seen there for a need of this ordinal.
static void put_to_bed(uint32_t ordinal) {
    Shard *shard = &trial.simulation.shard[county];
    const int hospital = made_up_institution(&trial.experiment.city, KIND_COUNTY_GENERAL, county);
    const Request request = {.person = person,
                             .ordinal = ordinal & 0xFFFFu,
                             .facility = (unsigned)hospital & 0xFFFu,
                             .complexity = complexity_stored(3.5),
                             .disease = DISEASE_STROKE,
                             .needs_bed = 1};
    trial.simulation.residents.resident[person].bed = 0xFFFE; // waits for one
    request_list_add(&shard->beds, &request);
    shard->tally->count[COUNT_CANDIDATES]++;
    shard->tally->count[COUNT_OPENED]++;
    shard->tally->first_choice[KIND_COUNTY_GENERAL]++;
    trial_live(&trial, 1);
    ck_assert_uint_eq(trial.simulation.residents.resident[person].bed, request.facility);
}

// In bed on 2 January, home on the 6th, in bed again `days` later.
static void come_back_after(uint32_t days, int64_t readmissions) {
    prepare(0);
    put_to_bed(1);
    trial_live(&trial, STAY_DAYS);
    ck_assert_uint_eq(trial.simulation.residents.resident[person].bed, NO_BED);
    ck_assert_int_eq(counts()[COUNT_WENT_HOME], 1);
    trial_live(&trial, days - 1);
    const int64_t before = counts()[COUNT_READMISSIONS];
    put_to_bed(2);
    ck_assert_int_eq(counts()[COUNT_READMISSIONS] - before, readmissions);
    trial_end(&trial);
}

TEST(thirty_days) {
    come_back_after(5, 1);
    come_back_after(30, 1);
    come_back_after(31, 0);
}

// Two days in hospital, then two in the township centre, then home: one stay; and once more.
TEST(down) {
    prepare(1);
    for (int stays = 1; stays <= 2; stays++) {
        put_to_bed((uint32_t)stays);
        trial_live(&trial, 9);
        ck_assert_uint_eq(trial.simulation.residents.resident[person].bed, NO_BED);
        ck_assert_int_eq(counts()[COUNT_DOWN_ARRIVED], stays);
        ck_assert_int_eq(counts()[COUNT_WENT_HOME], stays);
        ck_assert_int_eq(counts()[COUNT_READMISSIONS], stays - 1);
    }
    trial_end(&trial);
}

// Three stays, the second after 5 days at home, the third after 9.
TEST(each_return) {
    prepare(0);
    put_to_bed(1);
    trial_live(&trial, STAY_DAYS + 4);
    put_to_bed(2);
    trial_live(&trial, STAY_DAYS + 8);
    put_to_bed(3);
    ck_assert_int_eq(counts()[COUNT_WENT_HOME], 2);
    ck_assert_int_eq(counts()[COUNT_READMISSIONS], 2);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a stay begun up to thirty days after going home is a readmission", thirty_days),
        CLAIM("each return counts, though no discharge was drawn to lead to one", each_return),
        CLAIM("who moves down from a bed neither goes home nor is readmitted", down),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
