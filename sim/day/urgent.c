// SPDX-License-Identifier: MIT
#include "day/urgent.h"

#include "day/seek.h"
#include "day/words.h"

enum { SEVERE_FROM = 88, LIGHT_BELOW = 48, MOST_MINUTES = 65535 }; // bands of care/choice.h

Kind urgent_routed(Kind chosen, unsigned complexity) {
    if (complexity >= SEVERE_FROM &&
        (chosen < KIND_COUNTY_GENERAL || chosen == KIND_PRIVATE_HOSPITAL))
        return KIND_COUNTY_GENERAL;
    return complexity < LIGHT_BELOW && chosen == KIND_COUNTY_GENERAL ? KIND_TOWNSHIP_CENTRE
                                                                     : chosen;
}

static int64_t whole(double minutes) {
    return (int64_t)(minutes + 0.5);
}

// From call to arrival, at a home that may lie anywhere in its township.
static double response(const Simulation *simulation, const Township *home, const Draw *draw,
                       double spread) {
    const CountyToday *today = &simulation->today.county[home->county];
    const int near = draw_field(draw, URGENT_NEAR) < today->remote_done[REMOTE_CALLS];
    const double way = near ? home->minutes_to_township_centre : home->minutes_to_county_seat;
    return simulation->city->parameters.care.turnout_minutes + way * spread;
}

static void count_call(Tally *tally, const Township *home, int64_t minutes) {
    CallTime *time = &tally->call_time[home->urban];
    time->calls++;
    time->minutes += minutes;
    time->within_10 += minutes <= 10;
    time->within_30 += minutes <= 30;
    tally->remote[home->county][REMOTE_CALLS].possible++;
}

Kind urgent_begins(const Simulation *simulation, Shard *shard, uint32_t person, uint16_t ordinal,
                   const Need *need, Kind chosen) {
    const unsigned row = resident_township(&simulation->residents, person);
    const Township *home = &simulation->city->townships[row];
    const Care *care = &simulation->city->parameters.care;
    const CountyToday *today = &simulation->today.county[home->county];
    const Draw draw = draw_at(simulation->key, person, PURPOSE_URGENT, ordinal, 0);
    const int called = happens(&draw, URGENT_CALLS, care->ambulance_share);
    const double spread = 0.5 + draw_field(&draw, URGENT_HOME) / (double)SHARE_ONE;
    const int routed = called && draw_field(&draw, URGENT_ROUTED) < today->routed;
    const Kind kind = routed ? urgent_routed(chosen, need->complexity) : chosen;

    double minutes = simulation->routes.row[row][kind].minutes * spread;
    if (called) {
        const double until = response(simulation, home, &draw, spread);
        count_call(shard->tally, home, whole(until));
        minutes += until;
    }
    if (kind > KIND_TOWNSHIP_CENTRE)
        minutes += called ? today->reception_minutes : care->reception_minutes;
    simulation->residents.resident[person].urgent_minutes = 0;
    urgent_goes_on(simulation, person, whole(minutes));
    return kind;
}

void urgent_goes_on(const Simulation *simulation, uint32_t person, int64_t minutes) {
    uint16_t *sum = &simulation->residents.resident[person].urgent_minutes;
    const int64_t now = *sum + minutes;
    *sum = (uint16_t)(now < MOST_MINUTES ? now : MOST_MINUTES);
}

void urgent_ends(const Simulation *simulation, Shard *shard, const Request *request) {
    if (!request->urgent || is_visitor(request->person) || request->contact == CONTACT_READMISSION)
        return;
    const Kind kind = (Kind)simulation->facilities.row[request->facility].kind;
    const int64_t minutes = simulation->residents.resident[request->person].urgent_minutes;
    Tally *tally = shard->tally;
    CareTime *time = &tally->care_time[simulation->residents.resident[request->person].urban][kind];
    time->cases++;
    time->minutes += minutes;
    time->within[care_time_bin(minutes)]++;
    if (kind != KIND_COUNTY_GENERAL) return;
    tally->count[COUNT_URGENT_COUNTY]++;
    tally->count[COUNT_SEVERE_COUNTY] += request->complexity >= SEVERE_FROM;
}
