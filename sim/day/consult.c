// SPDX-License-Identifier: MIT
#include "day/consult.h"

#include "day/seek.h"
#include "day/words.h"

static const CountyToday *county_of(const Simulation *simulation, const Facility *facility) {
    return &simulation->today.county[facility->county];
}

static int suits(const Facility *facility, CaseClass class) {
    return facility->kind == KIND_TOWNSHIP_CENTRE && class != CLASS_SURGICAL;
}

uint32_t consulted_share(const Simulation *simulation, const Facility *facility, CaseClass class) {
    if (!suits(facility, class)) return 0;
    return county_of(simulation, facility)->remote_done[REMOTE_CONSULTATION];
}

unsigned consulted_capability(const Simulation *simulation, unsigned row, const Facility *facility,
                              CaseClass class) {
    const Route *route = &simulation->routes.row[row][KIND_COUNTY_GENERAL];
    const int here = facility->capability[class];
    if (route->count == 0) return (unsigned)here;
    const int there = simulation->facilities.row[route->way[0].facility].capability[class];
    const double reach = county_of(simulation, facility)->consultation_reach;
    return (unsigned)(there > here ? here + (int)(reach * (there - here) + 0.5) : here);
}

static uint32_t word_of(const Simulation *simulation, const Request *request) {
    const Draw draw =
        draw_at(simulation->key, request->person, PURPOSE_REMOTE, request->ordinal, request->step);
    return draw_field(&draw, REMOTE_CONSULTS);
}

int is_consulted(const Simulation *simulation, const Request *request) {
    const Facility *facility = &simulation->facilities.row[request->facility];
    const uint32_t share =
        consulted_share(simulation, facility, (CaseClass)disease_class[request->disease]);
    return share > 0 && !request->urgent && !is_visitor(request->person) &&
           word_of(simulation, request) < share;
}

int consultation_settles(const Simulation *simulation, Shard *shard, const Request *request,
                         uint32_t word) {
    const Facility *facility = &simulation->facilities.row[request->facility];
    const CaseClass class = (CaseClass)disease_class[request->disease];
    if (request->urgent || is_visitor(request->person) || !suits(facility, class)) return 0;
    RemoteFlow *flow = &shard->tally->remote[facility->county][REMOTE_CONSULTATION];
    const uint32_t share = county_of(simulation, facility)->remote_asked[REMOTE_CONSULTATION];
    flow->possible++;
    if (share == 0) return 0;
    const uint32_t asked = word_of(simulation, request);
    flow->asked += asked < share;
    if (asked >= consulted_share(simulation, facility, class)) return 0;
    flow->done++;

    const Resident *resident = &simulation->residents.resident[request->person];
    const unsigned row = choice_row(simulation, resident, request->person);
    const unsigned together = consulted_capability(simulation, row, facility, class);
    const int settled = word < simulation->tables.settles[together - request->complexity + 255];
    shard->tally->count[COUNT_CONSULTED_SETTLED] += settled;
    return settled;
}
