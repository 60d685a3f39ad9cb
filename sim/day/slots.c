// SPDX-License-Identifier: MIT
#include "day/serve.h"

#include "day/load.h"

#include <stdlib.h>
#include <string.h>

void sort_requests(const Simulation *simulation, Shard *shard) {
    requests_by_facility(&shard->sorted, &shard->today, shard->offset,
                         simulation->facilities.count);
}

// Requests of all shards to each institution.
static void count_asked(Simulation *simulation) {
    uint32_t *restrict asked = simulation->asked;
    memset(asked, 0, simulation->facilities.count * sizeof *asked);
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const uint32_t *restrict offset = simulation->shard[s].offset;
        for (uint32_t f = 0; f < simulation->facilities.count; f++)
            asked[f] += offset[f + 1] - offset[f];
    }
}

static int compare_requests(const void *a, const void *b) {
    const Request *first = a, *second = b;
    return request_before(first, second) ? -1 : request_before(second, first);
}

Threshold threshold_of(Request *requests, uint32_t count, uint32_t slots) {
    if (count <= slots) return (Threshold){.everybody = 1};
    if (slots == 0) return (Threshold){.nobody = 1};
    qsort(requests, count, sizeof *requests, compare_requests);
    const Request *last = &requests[slots - 1];
    return (Threshold){.key = last->key, .person = last->person, .ordinal = last->ordinal};
}

// All shards' requests to one institution, copied together. Few institutions are short of slots.
static Threshold last_served(Simulation *simulation, uint32_t facility, uint32_t slots) {
    RequestList *all = &simulation->scratch;
    all->count = 0;
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const Shard *shard = &simulation->shard[s];
        for (uint32_t i = shard->offset[facility]; i < shard->offset[facility + 1]; i++)
            request_list_add(all, &shard->sorted.row[i]);
    }
    return threshold_of(all->row, all->count, slots);
}

void resolve_round(Simulation *simulation, Threshold *threshold, int round) {
    if (simulation->load) {
        load_resolve(simulation, threshold, round);
        return;
    }
    count_asked(simulation);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Facility *facility = &simulation->facilities.row[f];
        const uint32_t asked = simulation->asked[f];
        const uint32_t served = asked < facility->slots_left ? asked : facility->slots_left;
        threshold[f] = (Threshold){.everybody = served == asked, .nobody = served == 0};
        if (served > 0 && served < asked) threshold[f] = last_served(simulation, f, served);
        facility->slots_left -= served;
        facility->served_month += served;
        facility->refused_month += asked - served;
    }
}
