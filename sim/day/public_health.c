// SPDX-License-Identifier: MIT
#include "day/public_health.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "day/screening.h"
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

static int is_any(const CountyHealth *county, const Effect *effects, int count) {
    int any = 0;
    for (int i = 0; i < count; i++)
        any |= county->sum[effects[i]] != 0;
    return any;
}

static const Effect of_teams[] = {EFFECT_SIGNED, EFFECT_GRADED};
static const Effect of_screening[] = {EFFECT_DIABETES_TESTS, EFFECT_CANCER_ASSESSED,
                                      EFFECT_CHILDREN_SCREENED, EFFECT_OUTREACH_REACHED};

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

static int is_primary(unsigned kind) {
    return kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE;
}

// Of the doctors of village clinics and township centres, or of maternal and child hospitals, at
// the scale of the run.
static double doctor_minutes(const Simulation *simulation, int county, int primary, double days) {
    double doctors = 0;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        const int counts =
            primary ? is_primary(facility->kind) : facility->kind == KIND_COUNTY_MATERNAL;
        if (counts && facility->county == county) doctors += facility->doctors;
    }
    return doctors / simulation->residents.scale * HOURS_OF_A_POST * MINUTES_PER_HOUR * days /
           DAYS_PER_WEEK;
}

// Of these, the most that public health may take, so that clinics stay open.
static double most_minutes(const Simulation *simulation, double all) {
    return all * simulation->city->parameters.care.public_health_share;
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

// Of all the minutes that there are; who has none loses none.
static double log_share_left(double minutes, double all) {
    return minutes > 0 && all > 0 ? curve_log(1.0 - minutes / all) : 0;
}

static double team_work(Simulation *simulation, int county, Tally *tally, const Effects *mean,
                        double days, double most) {
    CountyHealth *health = &simulation->public_health.county[county];
    const Patients patients = count_patients(&simulation->residents, county);
    const TeamMonth month = team_month(mean, county, &patients, days / DAYS_PER_YEAR, most);
    count_work(tally, &month);
    remember(&health->year, &month.follow_up);
    health->continuity = month.continuity;
    return month.minutes;
}

// The mean of the month's effects, which are forgotten.
static void take_month(CountyHealth *health, Effects *mean, int county) {
    for (int effect = 0; effect < EFFECT_COUNT; effect++)
        mean->sum[county][effect] = health->sum[effect] / health->days;
    memset(health->sum, 0, sizeof health->sum);
    health->days = 0;
    health->months++;
    health->effort = health->maternal_effort = health->continuity = 0;
}

void public_health_close_month(Simulation *simulation, int county, Tally *tally,
                               ScreeningPlan *plan) {
    CountyHealth *health = &simulation->public_health.county[county];
    const int teams = is_any(health, of_teams, sizeof of_teams / sizeof *of_teams);
    const int screening = is_any(health, of_screening, sizeof of_screening / sizeof *of_screening);
    const int32_t days = health->days;
    Effects mean = {0};
    take_month(health, &mean, county);
    *plan = (ScreeningPlan){.at_work = 0};
    health->year.detection += effect_sum(&mean, county, EFFECT_DETECTION);
    if (!teams && !screening) return;

    const double of_doctors = doctor_minutes(simulation, county, 1, days);
    const double most = most_minutes(simulation, of_doctors);
    double minutes = 0;
    if (teams) minutes += team_work(simulation, county, tally, &mean, days, most);
    if (screening) {
        const Eligible eligible = count_eligible(simulation, county);
        const double of_maternal = doctor_minutes(simulation, county, 0, days);
        *plan = screening_plan(&mean, county, &eligible, days);
        screening_fit(plan, most - minutes, most_minutes(simulation, of_maternal));
        minutes += plan->primary_minutes;
        health->maternal_effort = log_share_left(plan->maternal_minutes, of_maternal);
        tally->count[COUNT_SCREENING_MINUTES] +=
            whole(plan->primary_minutes + plan->maternal_minutes);
    }
    health->effort = log_share_left(minutes, of_doctors);
}

// ---- the year

void public_health_turn_year(Simulation *simulation, int county, StageMoves *moves) {
    CountyHealth *health = &simulation->public_health.county[county];
    FollowUp year = health->year;
    const double months = health->months > 0 ? health->months : 1;
    double moved = 0;
    for (int way = 0; way < FOLLOWED_WAYS; way++) {
        moved += year.share[way];
        year.log_ratio[way] = year.share[way] > 0 ? year.log_ratio[way] / year.share[way] : 0;
        year.share[way] /= months;
    }
    year.detection /= months;
    const ConditionRow *rows = simulation->city->parameters.condition;
    if (moved > 0 || year.detection != 0)
        stage_moves_follow_up(moves, rows, &year);
    else
        stage_moves_init(moves, rows);
    health->year = (FollowUp){.detection = 0};
    health->months = 0;
}
