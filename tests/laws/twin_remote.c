// SPDX-License-Identifier: MIT
// What sites of the twin ask of doctors elsewhere.
#include "laws/twin.h"

static Draw word_of(const Twin *twin, const Ask *ask) {
    return draw_at(twin->world.key, ask->person, PURPOSE_REMOTE, ask->ordinal, ask->step);
}

static RemoteFlow *flow_of(Twin *twin, const Ask *ask, Remote remote) {
    const unsigned county = twin_facility(twin, ask)->county;
    return &twin->tally[twin_county(twin, ask->person)].remote[county][remote];
}

static const CountyToday *county_of(const Twin *twin, const Ask *ask) {
    return &twin->world.today.county[twin_facility(twin, ask)->county];
}

void twin_send_to_be_read(Twin *twin, const Ask *ask) {
    const CountyToday *today = county_of(twin, ask);
    if (twin_facility(twin, ask)->kind != KIND_TOWNSHIP_CENTRE) return;
    const uint32_t word = word_of(twin, ask).word[0] & TWIN_BITS;
    RemoteFlow *flow = flow_of(twin, ask, REMOTE_READING);
    flow->possible++;
    if (word < today->remote_asked[REMOTE_READING]) flow->asked++;
    if (word < today->remote_done[REMOTE_READING]) flow->done++;
}

// What a township centre cannot settle, if it is not surgical and can wait.
static int may_be_asked_about(const Twin *twin, const Ask *ask) {
    return !is_visitor(ask->person) && !ask->urgent &&
           twin_facility(twin, ask)->kind == KIND_TOWNSHIP_CENTRE &&
           disease_class[ask->disease] != CLASS_SURGICAL;
}

int twin_is_consulted(const Twin *twin, const Ask *ask) {
    return may_be_asked_about(twin, ask) &&
           (word_of(twin, ask).word[0] >> 16 & TWIN_BITS) <
               county_of(twin, ask)->remote_done[REMOTE_CONSULTATION];
}

int twin_settles_remotely(Twin *twin, const Ask *ask, const Draw *draw) {
    if (!may_be_asked_about(twin, ask)) return 0;
    const CountyToday *today = county_of(twin, ask);
    RemoteFlow *flow = flow_of(twin, ask, REMOTE_CONSULTATION);
    const uint32_t word = word_of(twin, ask).word[0] >> 16 & TWIN_BITS;
    flow->possible++;
    if (word < today->remote_asked[REMOTE_CONSULTATION]) flow->asked++;
    if (!twin_is_consulted(twin, ask)) return 0;

    flow->done++;
    const CaseClass class = (CaseClass)disease_class[ask->disease];
    const Route *way = twin_route(twin, ask, KIND_COUNTY_GENERAL);
    int capability = twin_facility(twin, ask)->capability[class];
    if (way->count > 0) {
        const double further =
            twin_place(twin, way->way[0].facility).facility->capability[class] - capability;
        if (further > 0) capability += (int)(today->consultation_reach * further + 0.5);
    }
    if ((draw->word[0] & TWIN_BITS) >=
        twin->world.tables.settles[capability - ask->complexity + 255])
        return 0;
    twin_count(twin, ask->person)[COUNT_CONSULTED_SETTLED]++;
    return 1;
}

// ---- tracings

static int may_be_traced(const Twin *twin, const Ask *ask) {
    switch ((Disease)ask->disease) {
    case DISEASE_HYPERTENSION:
    case DISEASE_HEART:
    case DISEASE_STROKE:
    case DISEASE_DIABETES:
    case DISEASE_COPD_ASTHMA:
        break;
    default:
        return 0;
    }
    const Kind kind = (Kind)twin_facility(twin, ask)->kind;
    return kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE;
}

static int is_traced(const Twin *twin, const Ask *ask) {
    return may_be_traced(twin, ask) &&
           (word_of(twin, ask).word[1] & TWIN_BITS) < county_of(twin, ask)->remote_done[REMOTE_ECG];
}

int twin_is_alarmed(const Twin *twin, const Ask *ask) {
    return !ask->urgent && is_traced(twin, ask) &&
           (word_of(twin, ask).word[2] & TWIN_BITS) < county_of(twin, ask)->ecg_alarm;
}

void twin_trace(Twin *twin, const Ask *ask) {
    if (!may_be_traced(twin, ask)) return;
    RemoteFlow *flow = flow_of(twin, ask, REMOTE_ECG);
    const Draw draw = word_of(twin, ask);
    int64_t *count = twin_count(twin, ask->person);
    flow->possible++;
    if ((draw.word[1] & TWIN_BITS) < county_of(twin, ask)->remote_asked[REMOTE_ECG]) flow->asked++;
    if (!is_traced(twin, ask)) return;
    flow->done++;
    if ((draw.word[1] >> 16 & TWIN_BITS) < county_of(twin, ask)->ecg_positive)
        count[COUNT_ECG_POSITIVE]++;
    if (twin_is_alarmed(twin, ask)) count[COUNT_ECG_ALARMS]++;
}
