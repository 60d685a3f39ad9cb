// SPDX-License-Identifier: MIT
// Time to care of the twin.
#include "laws/twin.h"

// Bands of complexity end at 1.5, 2.75 and 4.25 units of 32.
static int band_of(const Ask *ask) {
    static const int ends[] = {48, 88, 136};
    int band = 0;
    while (band < 3 && ask->complexity >= ends[band])
        band++;
    return band;
}

static Kind fits(const Ask *ask, Kind wanted) {
    const int below = kind_nest[wanted] == NEST_PRIMARY || wanted == KIND_PRIVATE_HOSPITAL;
    if (band_of(ask) >= 2 && below) return KIND_COUNTY_GENERAL;
    if (band_of(ask) == 0 && wanted == KIND_COUNTY_GENERAL) return KIND_TOWNSHIP_CENTRE;
    return wanted;
}

static int64_t rounded(double minutes) {
    return (int64_t)(minutes + 0.5);
}

Kind twin_urgent_begins(Twin *twin, const Ask *ask, Kind wanted) {
    const Care *care = &twin->world.city->parameters.care;
    const Township *home =
        &twin->world.city->townships[resident_township(&twin->world.residents, ask->person)];
    const CountyToday *today = &twin->world.today.county[home->county];
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_URGENT, ask->ordinal, 0);
    const double far = 0.5 + (draw.word[0] >> 16 & TWIN_BITS) / (double)SHARE_ONE;
    const int calls = twin_happens(draw.word[0], care->ambulance_share);
    Kind kind = wanted;
    if (calls && (draw.word[1] >> 16 & TWIN_BITS) < today->routed) kind = fits(ask, wanted);
    const double way = twin_route(twin, ask, kind)->minutes * far;
    double waiting = 0, at_the_door = 0;
    if (calls) {
        const int station = (draw.word[1] & TWIN_BITS) < today->remote_done[REMOTE_CALLS];
        waiting = care->turnout_minutes +
                  far * (station ? home->minutes_to_township_centre : home->minutes_to_county_seat);
        CallTime *time = &tally->call_time[home->urban];
        time->calls++;
        time->minutes += rounded(waiting);
        if (rounded(waiting) <= 10) time->within_10++;
        if (rounded(waiting) <= 30) time->within_30++;
        tally->remote[home->county][REMOTE_CALLS].possible++;
    }
    if (kind_nest[kind] != NEST_PRIMARY)
        at_the_door = calls ? today->reception_minutes : care->reception_minutes;
    twin->year[ask->person].urgent_minutes = 0;
    twin_urgent_goes_on(twin, ask->person, rounded(way + waiting + at_the_door));
    return kind;
}

void twin_urgent_goes_on(Twin *twin, uint32_t person, int64_t minutes) {
    int64_t *sum = &twin->year[person].urgent_minutes;
    *sum += minutes;
    if (*sum > 65535) *sum = 65535;
}

void twin_urgent_ends(Twin *twin, const Ask *ask) {
    if (is_visitor(ask->person) || !ask->urgent || ask->contact == CONTACT_READMISSION) return;
    const Kind kind = (Kind)twin_facility(twin, ask)->kind;
    const int64_t minutes = twin->year[ask->person].urgent_minutes;
    CareTime *time = &twin->tally[twin_county(twin, ask->person)]
                          .care_time[twin_resident(twin, ask)->urban][kind];
    time->cases++;
    time->minutes += minutes;
    time->within[minutes / 15 < 15 ? minutes / 15 : 15]++;
    if (kind != KIND_COUNTY_GENERAL) return;
    twin_count(twin, ask->person)[COUNT_URGENT_COUNTY]++;
    if (band_of(ask) >= 2) twin_count(twin, ask->person)[COUNT_SEVERE_COUNTY]++;
}
