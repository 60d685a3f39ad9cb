// SPDX-License-Identifier: MIT
#include "day/remote_work.h"

#include "base/calendar.h"

// What each kind of remote work is moved by.
typedef struct RemoteEffects {
    Effect asked;    // share of what could be asked for
    Effect callable; // share of the doctors of county general hospitals
    Effect capacity; // a day, for each of these hospitals' doctors
} RemoteEffects;

static const RemoteEffects effects_of[REMOTES] = {
    [REMOTE_READING] = {EFFECT_READING, EFFECT_READERS, EFFECT_READING_CAPACITY},
    [REMOTE_CONSULTATION] = {EFFECT_CONSULTED, EFFECT_CONSULTANTS, EFFECT_CONSULTATION_CAPACITY},
    [REMOTE_ECG] = {EFFECT_ECG, EFFECT_ECG_READERS, EFFECT_ECG_CAPACITY},
};

static double at_most(double value, double limit) {
    return value < limit ? value : limit;
}

double remote_asked_share(const Effects *effects, int county, Remote remote) {
    return at_most(effect_sum(effects, county, effects_of[remote].asked), 1);
}

void remote_close_month(Simulation *simulation, int64_t asked[MOST_COUNTIES][REMOTES]) {
    const Today *today = &simulation->today;
    const double memory = simulation->city->parameters.choice.crowding_memory;
    const double weight =
        simulation->residents.scale / (double)calendar_days_of_month(today->year, today->month);
    for (uint32_t c = 0; c < simulation->city->county_count; c++)
        for (int r = 0; r < REMOTES; r++) {
            double *lately = &simulation->remote[c].asked[r];
            *lately = memory * *lately + (1 - memory) * weight * (double)asked[c][r];
        }
}

static double county_doctors(const City *city, int county) {
    double doctors = 0;
    for (uint32_t f = 0; f < city->institution_count; f++) {
        const Institution *institution = &city->institutions[f];
        if (institution->county == county && institution->kind == KIND_COUNTY_GENERAL)
            doctors += institution->doctors;
    }
    return doctors;
}

// Nobody is called beyond the share that may be; with nothing asked for nobody is missing.
static void plan(const Simulation *simulation, RemoteWork *work, int county, Remote remote) {
    const RemoteEffects *moved = &effects_of[remote];
    const double doctors = county_doctors(simulation->city, county);
    const double callable =
        doctors * at_most(effect_sum(&simulation->effects, county, moved->callable), 1);
    const double capacity = doctors * effect_sum(&simulation->effects, county, moved->capacity);
    const double asked =
        work->asked[remote] * remote_asked_share(&simulation->effects, county, remote);
    work->done[remote] = 1 - remote_refused_share(asked, capacity);
    work->doctors[remote] = capacity > 0 ? callable * asked * work->done[remote] / capacity : 0;
}

void remote_plan(Simulation *simulation) {
    for (int c = 0; c < (int)simulation->city->county_count; c++)
        for (int remote = 0; remote < REMOTES; remote++)
            plan(simulation, &simulation->remote[c], c, (Remote)remote);
}
