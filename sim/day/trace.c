// SPDX-License-Identifier: MIT
#include "day/trace.h"

#include "day/words.h"

static const unsigned TRACED_DISEASES = 1u << DISEASE_HYPERTENSION | 1u << DISEASE_HEART |
                                        1u << DISEASE_STROKE | 1u << DISEASE_DIABETES |
                                        1u << DISEASE_COPD_ASTHMA;

// What rules tracings where the request is made; NULL where nobody of its kind is traced.
static const CountyToday *rules(const Simulation *simulation, const Request *request) {
    const Facility *facility = &simulation->facilities.row[request->facility];
    if (facility->kind != KIND_VILLAGE_CLINIC && facility->kind != KIND_TOWNSHIP_CENTRE)
        return NULL;
    const CountyToday *today = &simulation->today.county[facility->county];
    const int meant = TRACED_DISEASES >> request->disease & 1;
    return meant ? today : NULL;
}

static Draw words_of(const Simulation *simulation, const Request *request) {
    return draw_at(simulation->key, request->person, PURPOSE_REMOTE, request->ordinal,
                   request->step);
}

void trace(const Simulation *simulation, Shard *shard, const Request *request) {
    const CountyToday *today = rules(simulation, request);
    if (!today) return;
    const unsigned county = simulation->facilities.row[request->facility].county;
    RemoteFlow *flow = &shard->tally->remote[county][REMOTE_ECG];
    flow->possible++;
    if (today->remote_asked[REMOTE_ECG] == 0) return;
    const Draw draw = words_of(simulation, request);
    const uint32_t word = draw_field(&draw, REMOTE_TRACES);
    const int read = word < today->remote_done[REMOTE_ECG];
    flow->asked += word < today->remote_asked[REMOTE_ECG];
    flow->done += read;
    shard->tally->count[COUNT_ECG_POSITIVE] +=
        read && draw_field(&draw, REMOTE_POSITIVE) < today->ecg_positive;
    shard->tally->count[COUNT_ECG_ALARMS] += is_alarmed(simulation, request);
}

int is_alarmed(const Simulation *simulation, const Request *request) {
    const CountyToday *today = rules(simulation, request);
    if (!today || request->urgent || today->remote_asked[REMOTE_ECG] == 0) return 0;
    const Draw draw = words_of(simulation, request);
    return draw_field(&draw, REMOTE_TRACES) < today->remote_done[REMOTE_ECG] &&
           draw_field(&draw, REMOTE_ALARMS) < today->ecg_alarm;
}
