// SPDX-License-Identifier: MIT
#include "day/load.h"

#include "care/congestion.h"
#include "day/expected.h"
#include "day/load_beds.h"
#include "day/load_slots.h"
#include "day/need_mass.h"

#include <stdlib.h>

struct Load {
    Congestion congestion;
    NeedMasses masses;
    Expected *expected; // [facilities]
    Again again;
    double (*habit)[KIND_COUNT]; // [townships]
    SlotLoads slots;
    BedLoads beds;
};

Status load_init(Load **load, const Simulation *simulation, Report *report) {
    const char *file = simulation->city->tables[TABLE_CONGESTION].file;
    if (!file)
        return report_problem(report, STATUS_INVALID,
                              "the model names no table of congestion, which one in %u residents "
                              "needs; write tables = { congestion = \"congestion.csv\"; }, or run "
                              "with --scale 1",
                              simulation->residents.scale);
    Load *new = *load = report_calloc(report, 1, sizeof *new);
    if (!new) return STATUS_NO_MEMORY;
    new->expected = report_calloc(report, simulation->facilities.count, sizeof *new->expected);
    new->habit = report_calloc(report, simulation->city->township_count, sizeof *new->habit);
    if (!new->expected || !new->habit) return STATUS_NO_MEMORY;
    new->slots = (SlotLoads){.congestion = &new->congestion,
                             .masses = &new->masses,
                             .expected = new->expected,
                             .again = &new->again};
    new->beds = (BedLoads){.expected = new->expected, .again_choice = &new->again};
    Status status = slot_loads_init(&new->slots, simulation, report);
    if (status == STATUS_OK) status = bed_loads_init(&new->beds, simulation, report);
    if (status == STATUS_OK) status = congestion_read(&new->congestion, file, report);
    return status;
}

void load_free(Load *load) {
    if (!load) return;
    slot_loads_free(&load->slots);
    bed_loads_free(&load->beds);
    free(load->expected);
    free(load->habit);
    free(load);
}

// ---- months

void load_close_month(Simulation *simulation) {
    slot_loads_close_month(&simulation->load->slots, simulation);
    bed_loads_close_month(&simulation->load->beds, simulation);
}

void load_open_month(Simulation *simulation) {
    Load *load = simulation->load;
    need_masses_fill(&load->masses, simulation);
    expected_fill(load->expected, &load->again, load->habit, &load->masses, simulation);
    slot_loads_open_month(&load->slots, simulation);
    bed_loads_open_month(&load->beds, simulation);
}

void load_open_day(Simulation *simulation) {
    bed_loads_open_day(&simulation->load->beds, simulation);
}

// ---- slots

void load_resolve(Simulation *simulation, Threshold *threshold, int round) {
    slot_loads_resolve(&simulation->load->slots, simulation, threshold, round);
}

// ---- beds

WardAnswer load_answer(const Simulation *simulation, uint32_t facility, const Request *request,
                       unsigned waited_days) {
    const WardLoad *ward = &simulation->load->beds.ward[facility];
    if (!ward_has_bed(&simulation->ward[facility], 1)) return BED_ELSEWHERE; // no room in memory
    const uint32_t day = simulation->today.day;
    return ward_load_answer(ward, request, day - waited_days, day,
                            simulation->city->parameters.care.bed_wait_limit_days);
}

void load_count_request(Simulation *simulation, uint32_t facility, const Request *request) {
    WardLoad *ward = &simulation->load->beds.ward[facility];
    if (is_visitor(request->person)) return;
    *(request->waited > 0 ? &ward->again : &ward->asked[bed_class(request)]) += 1;
}

void load_count_sent_on(Simulation *simulation, uint32_t facility) {
    simulation->load->beds.ward[facility].sent_on++;
}

void load_count_stay(Simulation *simulation, uint32_t facility, const Stay *stay,
                     double mean_days) {
    WardLoad *ward = &simulation->load->beds.ward[facility];
    ward->stay_days += stay->discharge_day - stay->admitted_day;
    ward->stay_mean +=
        mean_days *
        (stay->moved_down ? simulation->city->parameters.care.down_referral_stay_share : 1);
}

double load_free_share(const Simulation *simulation, uint32_t facility) {
    const WardLoad *ward = &simulation->load->beds.ward[facility];
    return ward->occupied < ward->month.open ? 1 - ward->occupied / (double)ward->month.open : 0;
}
