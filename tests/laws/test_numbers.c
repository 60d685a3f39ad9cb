// SPDX-License-Identifier: MIT
#include "support/trial.h"
#include "unit/claim.h"

#include <string.h>

// What single numbers of the model do where they go to an extreme: half a year of the made-up city.

enum { HALF_A_YEAR = 181 };

static Trial trial;
static Tally counted; // of all counties

static Parameters *prepare(void) {
    return &trial_prepare(&trial)->parameters;
}

static void live_on(void) {
    memset(&counted, 0, sizeof counted);
    trial_live(&trial, HALF_A_YEAR);
    for (uint32_t county = 0; county < trial.experiment.city.county_count; county++)
        tally_add(&counted, &trial.results.year[0].county[county]);
}

static void live(void) {
    trial_begin(&trial);
    live_on();
    trial_end(&trial);
}

static int64_t visits_at(Kind kind) {
    int64_t visits = 0;
    for (int place = 0; place < PLACES; place++)
        visits += counted.visit_at[PRESENT][place][kind].visits;
    return visits;
}

static StayFlow stays_at(Kind kind) {
    StayFlow stays = {0};
    for (int place = 0; place < PLACES; place++)
        stay_flow_add(&stays, &counted.stay_at[PRESENT][place][kind]);
    return stays;
}

// ---- stays

TEST(no_operations_below) {
    prepare()->care.township_operation_ratio = 0;
    live();
    ck_assert_int_gt(stays_at(KIND_TOWNSHIP_CENTRE).discharges, 1000);
    ck_assert_int_eq(stays_at(KIND_TOWNSHIP_CENTRE).operated, 0);
    ck_assert_int_gt(stays_at(KIND_COUNTY_GENERAL).operated, 500);
}

// The mean latent level is 2.3 in every group, rounded to 2; of level 4 are those above 3.5.
TEST(levels_of_operations) {
    prepare()->demand.procedure_level_sd = 0.05;
    live();
    ck_assert_int_gt(stays_at(KIND_CITY_HOSPITAL).operated, 500);
    ck_assert_int_eq(stays_at(KIND_CITY_HOSPITAL).level4, 0);
    prepare()->demand.procedure_level_sd = 0.7;
    live();
    ck_assert_int_gt(stays_at(KIND_CITY_HOSPITAL).level4, 30);
}

// 2.3 + 2, hardly spread, is level 4 in every group.
TEST(operations_of_the_time) {
    int64_t stays[2], operated[2], level4[2], charged[2];
    for (int now = 0; now < 2; now++) {
        Parameters *parameters = prepare();
        parameters->demand.procedure_level_sd = 0.05;
        for (int year = 0; year < BACKGROUND_YEAR_COUNT; year++)
            parameters->background[year].procedure_level = 2 * now;
        live();
        const StayFlow city = stays_at(KIND_CITY_HOSPITAL);
        stays[now] = city.discharges;
        operated[now] = city.operated;
        level4[now] = city.level4;
        charged[now] = city.charge_fen;
    }
    ck_assert_int_gt(operated[0], 500);
    ck_assert_int_eq(level4[0], 0);
    ck_assert_int_eq(level4[1], operated[1]);
    ck_assert_int_eq(operated[1], operated[0]);
    ck_assert_int_eq(stays[1], stays[0]);
    ck_assert_int_eq(charged[1], charged[0]);
}

TEST(no_stay_is_long_enough) {
    prepare()->care.down_referral_least_days = 180;
    live();
    ck_assert_int_eq(counted.count[COUNT_DOWN_SENT], 0);
    prepare()->care.down_referral_least_days = 3;
    live();
    ck_assert_int_gt(counted.count[COUNT_DOWN_SENT], 100);
}

// Readmissions put down for one day.
static uint32_t coming_back(const Agenda *agenda, uint32_t day) {
    uint32_t count = 0;
    for (uint32_t at = agenda->first[day]; at != NO_CHUNK; at = agenda->chunk[at].next)
        for (uint32_t i = 0; i < agenda->chunk[at].count; i++)
            count += agenda->chunk[at].row[i].contact == CONTACT_READMISSION;
    return count;
}

TEST(back_the_next_day) {
    Parameters *parameters = prepare();
    parameters->demand.readmission_share = 0.5;
    parameters->demand.readmission_days = 1;
    trial_begin(&trial);
    live_on();
    const uint32_t tomorrow = (trial.simulation.today.day + 1) % AGENDA_DAYS;
    uint32_t all = 0, due = 0;
    for (uint32_t s = 0; s < trial.simulation.shards; s++) {
        const Agenda *agenda = &trial.simulation.shard[s].agenda;
        for (uint32_t day = 0; day < AGENDA_DAYS; day++)
            all += coming_back(agenda, day);
        due += coming_back(agenda, tomorrow);
    }
    ck_assert_uint_gt(all, 10);
    ck_assert_uint_eq(due, all);
    trial_end(&trial);
}

TEST(fewer_beds_needed) {
    prepare()->demand.usual_free_share = 0;
    live();
    const int64_t before = stays_at(KIND_COUNTY_GENERAL).discharges;
    prepare()->demand.usual_free_share = 1;
    live();
    ck_assert_int_lt(stays_at(KIND_COUNTY_GENERAL).discharges, before - before / 20);
}

// ---- ways

TEST(to_the_tcm_hospital) {
    prepare()->care.tcm_referral_share = 0;
    live();
    const int64_t before = visits_at(KIND_COUNTY_TCM);
    prepare()->care.tcm_referral_share = 1;
    live();
    ck_assert_int_gt(visits_at(KIND_COUNTY_TCM), before + before / 50);
}

TEST(far_away_elsewhere) {
    prepare()->choice.elsewhere_minutes = 0;
    live();
    const int64_t before = counted.count[COUNT_ELSEWHERE];
    prepare()->choice.elsewhere_minutes = 200;
    live();
    ck_assert_int_lt(counted.count[COUNT_ELSEWHERE], before / 2);
}

TEST(no_habit_is_common_enough) {
    static Tally without;
    prepare()->choice.habit_share = 0;
    live();
    without = counted;
    prepare()->choice.habit_least_share = 1;
    live();
    ck_assert(memcmp(&without, &counted, sizeof counted) == 0);
    prepare();
    live();
    ck_assert(memcmp(&without, &counted, sizeof counted) != 0);
}

static uint32_t most_crowded(double memory) {
    Parameters *parameters = prepare();
    parameters->choice.crowding_memory = memory;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        parameters->kind[kind].slot_stretch *= 0.5;
    trial_begin(&trial);
    live_on();
    uint32_t most = 0;
    for (uint32_t f = 0; f < trial.simulation.facilities.count; f++)
        if (trial.simulation.facilities.row[f].turned_away > most)
            most = trial.simulation.facilities.row[f].turned_away;
    trial_end(&trial);
    return most;
}

TEST(nobody_learns) {
    ck_assert_uint_gt(most_crowded(0.6), 1000);
    ck_assert_uint_eq(most_crowded(1), 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a ratio of 0 keeps township centres from operating", no_operations_below),
        CLAIM("operations hardly spread have one level", levels_of_operations),
        CLAIM("the background moves the level of operations and nothing else",
              operations_of_the_time),
        CLAIM("nobody moves down where only the longest stays may", no_stay_is_long_enough),
        CLAIM("readmissions within a day all come tomorrow", back_the_next_day),
        CLAIM("the more beds are usually free, the fewer call for one", fewer_beds_needed),
        CLAIM("the TCM hospital sees those who are referred to it", to_the_tcm_hospital),
        CLAIM("absent insured go less to a hospital that is far", far_away_elsewhere),
        CLAIM("a habit that must be everybody's is nobody's", no_habit_is_common_enough),
        CLAIM("who only remembers never learns of crowds", nobody_learns),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
