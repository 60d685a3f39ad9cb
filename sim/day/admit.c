// SPDX-License-Identifier: MIT
#include "day/admit.h"

#include "day/seek.h"
#include "day/words.h"

static int can_treat(const Simulation *simulation, const Facility *facility, const Request *request,
                     uint32_t word) {
    if (!facility->has_beds) return 0;
    const int margin =
        facility->bed_capability[disease_class[request->disease]] - request->complexity + 255;
    return word < simulation->tables.settles[margin];
}

// Beyond what the hospital can treat, but not beyond a team that is there for the heart.
static int team_treats(const Simulation *simulation, const Facility *facility,
                       const Request *request, uint32_t word) {
    const int ceiling = simulation->today.county[facility->county].heart_ceiling;
    if (facility->kind != KIND_CITY_HOSPITAL || request->disease != DISEASE_HEART || ceiling == 0)
        return 0;
    const int margin = facility->bed_capability[disease_class[request->disease]] -
                       request->complexity + 255 + ceiling;
    return facility->has_beds &&
           word < simulation->tables.settles[margin < MARGINS ? margin : MARGINS - 1];
}

int choose_bed(const Simulation *simulation, Request *request, const Draw *draw, uint16_t not_at) {
    unsigned row;
    const ChoiceCell *cell = request_cell(simulation, &simulation->beds, request, &row);
    const Kind kind = choice_draw(cell, choice_words(draw, ADMIT_FIRST));
    const Route *route = &simulation->routes.row[row][kind];
    if (kind <= KIND_PHARMACY || route->count == 0) return 0;

    const uint16_t first = route_pick(route, draw_field(draw, ADMIT_ROUTE));
    for (int i = 0; i < route->count; i++) { // the first with beds, from the one drawn on
        int at = 0;
        while (route->way[at].facility != first)
            at++;
        const uint16_t facility = route->way[(at + i) % route->count].facility;
        if (simulation->facilities.row[facility].has_beds && facility != not_at) {
            request_ask(request, facility);
            return 1;
        }
    }
    return 0;
}

static void ask_ward(Shard *shard, const Request *request) {
    request_list_add(&shard->beds, request);
}

static void visitor_asks(const Simulation *simulation, Shard *shard, Request *request) {
    if (simulation->facilities.row[request->facility].has_beds)
        ask_ward(shard, request);
    else
        shard->tally->count[COUNT_NO_BED]++;
}

void ask_for_bed(const Simulation *simulation, Shard *shard, const Request *seen) {
    const Facility *here = &simulation->facilities.row[seen->facility];
    Request request = *seen;
    int64_t *count = shard->tally->count;
    request.needs_bed = 1;
    request.waited = 0;
    if (request.step < MOST_STEPS) request.step++;
    if (is_visitor(request.person)) {
        visitor_asks(simulation, shard, &request);
        return;
    }

    Resident *resident = &simulation->residents.resident[request.person];
    const Draw draw =
        draw_at(simulation->key, request.person, PURPOSE_ADMIT, request.ordinal, request.step);
    const Care *care = &simulation->city->parameters.care;
    if (resident->bed != NO_BED) {
        count[COUNT_ABSORBED]++;
        return;
    }
    const int away =
        choice_row(simulation, resident, request.person) == simulation->residents.townships;
    const int county = away ? (int)simulation->city->county_count : shard->county;
    if (!request.urgent &&
        happens(&draw, ADMIT_DECLINES, simulation->today.county[county].declines)) {
        count[COUNT_DECLINED_BED]++;
        count[COUNT_DECLINED_AWAY] += away;
        return;
    }

    const uint32_t treats = draw_field(&draw, ADMIT_TREATS);
    const int by_itself = can_treat(simulation, here, &request, treats);
    const int kept = (by_itself || team_treats(simulation, here, &request, treats)) &&
                     happens(&draw, ADMIT_HERE, care->admit_here_share);
    count[COUNT_HEART_KEPT] += kept && !by_itself;
    if (!kept && !choose_bed(simulation, &request, &draw, seen->facility)) {
        count[COUNT_NO_BED]++;
        return;
    }
    count[COUNT_PASSED_ON] += !kept && here->has_beds;
    const int formal = !kept && draw_field(&draw, ADMIT_FORMAL) <
                                    formal_referral_of(&simulation->today.county[here->county],
                                                       disease_class[request.disease]);
    const int higher = simulation->facilities.row[request.facility].kind > here->kind;
    request.referred = kept ? seen->referred : formal != 0;
    if (!kept && formal && higher)
        count[COUNT_UP_SENT]++;
    else if (!kept && higher)
        count[COUNT_OWN_WAY]++;
    request.contact = formal && higher ? CONTACT_REFERRAL : CONTACT_ACUTE;
    resident->bed = WAITING_FOR_BED;
    ask_ward(shard, &request);
}

void sort_bed_requests(const Simulation *simulation, Shard *shard) {
    requests_by_facility(&shard->beds_sorted, &shard->beds, shard->bed_offset,
                         simulation->facilities.count);
}
