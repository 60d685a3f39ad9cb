// SPDX-License-Identifier: MIT
#include "day/remote_work.h"

#include "base/calendar.h"

static const double MINUTES_A_DAY = 1440;

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
    [REMOTE_CALLS] = {EFFECT_STATIONS, EFFECT_CREWS, EFFECT_STATION_MINUTES},
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

static double townships_of(const City *city, int county) {
    double count = 0;
    for (uint32_t t = 0; t < city->township_count; t++)
        count += city->townships[t].county == county;
    return count;
}

// One car a station: it is out for a share a / (1 + a) of the calls there, a = calls a day x
// minutes of one / 1440 (Erlang 1917, loss formula of one line). Its crew is on duty whether called
// or not.
static void plan_stations(const Simulation *simulation, RemoteWork *work, int county) {
    const Effects *effects = &simulation->effects;
    const double share = remote_asked_share(effects, county, REMOTE_CALLS);
    const double all = effect_sum(effects, county, EFFECT_STATIONS);
    const double townships = townships_of(simulation->city, county);
    const double busy = all > 0 ? effect_sum(effects, county, EFFECT_STATION_MINUTES) / all : 0;
    const double crew = all > 0 ? effect_sum(effects, county, EFFECT_CREWS) / all : 0;
    const double load = work->asked[REMOTE_CALLS] / townships * busy / MINUTES_A_DAY;
    work->done[REMOTE_CALLS] = 1 / (1 + load);
    work->doctors[REMOTE_CALLS] =
        at_most(share * townships * crew, county_doctors(simulation->city, county) / 2);
}

void remote_plan(Simulation *simulation) {
    for (int c = 0; c < (int)simulation->city->county_count; c++)
        for (int remote = 0; remote < REMOTES; remote++)
            if (remote == REMOTE_CALLS)
                plan_stations(simulation, &simulation->remote[c], c);
            else
                plan(simulation, &simulation->remote[c], c, (Remote)remote);
}
