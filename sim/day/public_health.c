// SPDX-License-Identifier: MIT
#include "day/public_health.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "day/simulation.h"
#include "day/teams.h"

#include <string.h>

static const double HOURS_OF_A_POST = 40, MINUTES_PER_HOUR = 60; // a full post: a legal week
static const double DAYS_PER_YEAR = 365.25, DAYS_PER_WEEK = 7;

void public_health_day(Simulation *simulation) {
    for (uint32_t c = 0; c < simulation->city->county_count; c++) {
        CountyHealth *county = &simulation->public_health.county[c];
        for (int effect = 0; effect < EFFECT_COUNT; effect++)
            county->sum[effect] += simulation->effects.sum[c][effect];
        county->days++;
    }
}

// ---- the month

static int is_at_work(const CountyHealth *county) {
    static const Effect started_by[] = {EFFECT_SIGNED, EFFECT_GRADED};
    int at_work = 0;
    for (size_t i = 0; i < sizeof started_by / sizeof *started_by; i++)
        at_work |= county->sum[started_by[i]] != 0;
    return at_work;
}

static Patients count_patients(const Residents *residents, int county) {
    Patients patients = {0};
    const uint32_t last = county_first_slot(residents, county + 1);
    for (uint32_t person = county_first_slot(residents, county); person < last; person++) {
        const Resident *resident = &residents->resident[person];
        if (!resident->alive || resident->absent) continue;
        const Colour colour = colour_of(resident->conditions);
        patients.residents++;
        patients.signed_up += resident->contract;
        patients.known += colour != COLOUR_NONE;
        patients.colour[colour]++;
    }
    return patients;
}

// Of the doctors of village clinics and township centres, at the scale of the run.
static double doctor_minutes(const Simulation *simulation, int county, double days) {
    double doctors = 0;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        const int primary =
            facility->kind == KIND_VILLAGE_CLINIC || facility->kind == KIND_TOWNSHIP_CENTRE;
        if (primary && facility->county == county) doctors += facility->doctors;
    }
    return doctors / simulation->residents.scale * HOURS_OF_A_POST * MINUTES_PER_HOUR * days /
           DAYS_PER_WEEK;
}

static int64_t whole(double amount) {
    return (int64_t)(amount + 0.5);
}

static void count_work(Tally *tally, const TeamMonth *month) {
    int64_t *count = tally->count;
    count[COUNT_TEAM_CONTACTS] += whole(month->of_signed) + whole(month->of_graded);
    count[COUNT_GRADED_CONTACTS] += whole(month->of_graded);
    count[COUNT_HOME_VISITS] += whole(month->home_visits);
    count[COUNT_TEAM_MINUTES] += whole(month->minutes);
    count[COUNT_SIGNED_MONTHS] += whole(month->signed_patients);
    count[COUNT_RED_MONTHS] += whole(month->red_graded);
}

static void remember(FollowUp *year, const FollowUp *month) {
    for (int way = 0; way < FOLLOWED_WAYS; way++) {
        year->share[way] += month->share[way];
        year->log_ratio[way] += month->share[way] * month->log_ratio[way];
    }
}

static double log_share_left(double share) {
    static const double LEAST = 1e-9;
    return curve_log(1.0 - share > LEAST ? 1.0 - share : LEAST);
}

void public_health_close_month(Simulation *simulation, int county, Tally *tally) {
    CountyHealth *health = &simulation->public_health.county[county];
    const int32_t days = health->days;
    Effects mean = {0};
    for (int effect = 0; effect < EFFECT_COUNT; effect++)
        mean.sum[county][effect] = health->sum[effect] / days;
    const int at_work = is_at_work(health);
    memset(health->sum, 0, sizeof health->sum);
    health->days = 0;
    health->months++;
    health->effort = health->continuity = 0;
    if (!at_work) return;

    const Patients patients = count_patients(&simulation->residents, county);
    const double of_doctors = doctor_minutes(simulation, county, days);
    const TeamMonth month = team_month(&mean, county, &patients, days / DAYS_PER_YEAR, of_doctors);
    count_work(tally, &month);
    remember(&health->year, &month.follow_up);
    health->continuity = month.continuity;
    if (month.minutes > 0) health->effort = log_share_left(month.minutes / of_doctors);
}

// ---- the year

void public_health_turn_year(Simulation *simulation, int county, StageMoves *moves) {
    CountyHealth *health = &simulation->public_health.county[county];
    FollowUp year = health->year;
    const double months = health->months > 0 ? health->months : 1;
    double reached = 0;
    for (int way = 0; way < FOLLOWED_WAYS; way++) {
        reached += year.share[way];
        year.log_ratio[way] = year.share[way] > 0 ? year.log_ratio[way] / year.share[way] : 0;
        year.share[way] /= months;
    }
    const ConditionRow *rows = simulation->city->parameters.condition;
    if (reached > 0)
        stage_moves_follow_up(moves, rows, &year);
    else
        stage_moves_init(moves, rows);
    health->year = (FollowUp){.detection = 0};
    health->months = 0;
}
