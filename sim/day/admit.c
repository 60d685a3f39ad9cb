// SPDX-License-Identifier: MIT
#include "day/admit.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "day/load.h"
#include "day/pay.h"
#include "day/seek.h"

#include <math.h>
#include <string.h>

enum { BITS_15 = 0x7FFF, MOST_DIVERSIONS = 3, SHORTEST_STAY_MOVED = 4 };

static const uint16_t WAITING_FOR_BED = 0xFFFE;

// ---- asking

static int can_treat(const Simulation *simulation, const Facility *facility,
                     const Request *request, uint32_t word) {
    if (!facility->has_beds) return 0;
    const int margin =
        facility->bed_capability[disease_class[request->disease]] - request->complexity + 255;
    return word < simulation->tables.settles[margin];
}

// Where a patient who is not kept here looks for a bed.
static int choose_bed(const Simulation *simulation, Request *request, const Draw *draw,
                      uint16_t not_at) {
    unsigned row;
    const ChoiceCell *cell = request_cell(simulation, &simulation->beds, request, &row);
    const ChoiceWords words = {.first = draw->word[1] & BITS_15,
                               .keep = (draw->word[1] >> 16) & BITS_15,
                               .other = draw->word[2] & BITS_15};
    const Kind kind = choice_draw(cell, words);
    const Route *route = &simulation->routes.row[row][kind];
    if (kind <= KIND_PHARMACY || route->count == 0) return 0;

    const uint16_t first = route_pick(route, (draw->word[2] >> 16) & BITS_15);
    for (int i = 0; i < route->count; i++) { // the first with beds, from the one drawn on
        int at = 0;
        while (route->facility[at] != first)
            at++;
        const uint16_t facility = route->facility[(at + i) % route->count];
        if (simulation->facilities.row[facility].has_beds && facility != not_at) {
            request->facility = facility;
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
    const Choice *choice = &simulation->city->parameters.choice;
    const Care *care = &simulation->city->parameters.care;
    if (resident->bed != NO_BED) {
        count[COUNT_ABSORBED]++;
        return;
    }
    if (!request.urgent && (draw.word[3] & BITS_15) <
                               (uint32_t)(choice->decline_admission * SHARE_ONE)) {
        count[COUNT_DECLINED_BED]++;
        return;
    }

    const int kept = can_treat(simulation, here, &request, draw.word[0] & BITS_15) &&
                     ((draw.word[0] >> 16) & BITS_15) <
                         (uint32_t)(care->admit_here_share * SHARE_ONE);
    if (!kept && !choose_bed(simulation, &request, &draw, seen->facility)) {
        count[COUNT_NO_BED]++;
        return;
    }
    const int formal = !kept && ((draw.word[3] >> 16) & BITS_15) <
                                    simulation->today.county[here->county].formal_referral;
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
    const uint32_t facilities = simulation->facilities.count;
    uint32_t *offset = shard->bed_offset;
    memset(offset, 0, (facilities + 2) * sizeof *offset);
    for (uint32_t i = 0; i < shard->beds.count; i++)
        offset[shard->beds.row[i].facility + 2]++;
    for (uint32_t f = 2; f < facilities + 2; f++)
        offset[f] += offset[f - 1];
    for (uint32_t i = 0; i < shard->beds.count; i++)
        shard->beds_sorted.row[offset[shard->beds.row[i].facility + 1]++] = shard->beds.row[i];
    shard->beds_sorted.count = shard->beds.count;
    shard->beds.count = 0;
}

// ---- the stay

double mean_stay_days(const Simulation *simulation, Disease disease, Kind kind) {
    return simulation->city->parameters.disease[disease].stay_days *
           simulation->city->parameters.kind[kind].stay_ratio *
           curve_exp(simulation->today.stay_log);
}

// Everything about a stay comes from the need's own words, so that it is the same patient in every bed.
static Draw stay_words(const Simulation *simulation, const Request *request) {
    return draw_at(simulation->key, request->person, PURPOSE_STAY, request->ordinal, 0);
}

double stay_noise(const Simulation *simulation, const Request *request) {
    const Draw draw = stay_words(simulation, request);
    const Kind kind = (Kind)simulation->facilities.row[request->facility].kind;
    const double sigma = simulation->tables.stay_noise_sigma[kind];
    return curve_exp(sigma * curve_normal_quantile(draw_unit(draw.word[1])) - 0.5 * sigma * sigma);
}

// Lognormal days by inversion of the quantile, whole days, at least one.
static int drawn_days(const Simulation *simulation, const Request *request, const Draw *draw) {
    const Kind kind = (Kind)simulation->facilities.row[request->facility].kind;
    const double mean = mean_stay_days(simulation, (Disease)request->disease, kind);
    const double sigma = simulation->tables.stay_sigma[request->disease];
    const double days = mean * curve_exp(sigma * curve_normal_quantile(draw_unit(draw->word[0])) -
                                         0.5 * sigma * sigma);
    const double share = request->contact == CONTACT_MOVED_DOWN
                             ? simulation->city->parameters.care.down_referral_stay_share
                             : 1.0;
    const double rounded = days * share + 0.5;
    return rounded < 1 ? 1 : rounded > 180 ? 180 : (int)rounded;
}

static int operation_level(const Simulation *simulation, const Request *request, const Draw *draw) {
    const DiseaseRow *row = &simulation->city->parameters.disease[request->disease];
    const Kind kind = (Kind)simulation->facilities.row[request->facility].kind;
    const double share = kind == KIND_TOWNSHIP_CENTRE ? 0.15 * row->operated_share : row->operated_share;
    if (request->contact == CONTACT_MOVED_DOWN || (draw->word[2] & BITS_15) >= (uint32_t)(share * SHARE_ONE))
        return 0;

    const float mean = simulation->tables.complexity_mean[request->disease];
    const float sd = simulation->tables.complexity_sd[request->disease];
    const double z = (request->complexity - mean) / sd;
    const double rho = simulation->city->parameters.demand.complexity_procedure_correlation;
    const double own = simulation->tables.normal[draw->word[2] >> 24];
    const double latent = row->procedure_level_mean + 0.8 * (rho * z + sqrt(1.0 - rho * rho) * own) + 0.5;
    return latent < 1 ? 1 : latent > 4 ? 4 : (int)latent;
}

static int moves_down(const Simulation *simulation, const Request *request, int days,
                      const Draw *draw) {
    const Facility *facility = &simulation->facilities.row[request->facility];
    const int above = facility->kind > KIND_TOWNSHIP_CENTRE && facility->kind <= KIND_CITY_HOSPITAL;
    if (!above || days < SHORTEST_STAY_MOVED || is_visitor(request->person)) return 0;
    return ((draw->word[2] >> 8) & BITS_15) <
           (uint32_t)(simulation->today.county[facility->county].down_referral * SHARE_ONE);
}

// A death already drawn for this year falls into this stay if it comes before the discharge, or soon after the
// admission of an urgent case.
static int dies_in_stay(const Simulation *simulation, const Request *request, int *days) {
    if (is_visitor(request->person)) return 0;
    const Resident *resident = &simulation->residents.resident[request->person];
    const int death = death_day_of_year(&simulation->turn, resident, request->person);
    const int until = death - simulation->today.day_of_year;
    if (death < 0 || until < 0) return 0;
    if (until <= *days) {
        *days = until < 1 ? 1 : until;
        return 1;
    }
    return request->urgent &&
           until <= simulation->city->parameters.care.death_in_bed_window_days;
}

// Discharges are rarer at weekends: the rest leave on Monday.
static int weekend_delay(const Simulation *simulation, int days, uint32_t word) {
    const int weekday = calendar_weekday(simulation->today.date + days);
    const double factor = simulation->city->parameters.time.weekend_discharge_factor;
    if (weekday < SATURDAY || word < (uint32_t)(factor * SHARE_ONE)) return 0;
    return DAYS_OF_WEEK - weekday;
}

static Stay planned_stay(const Simulation *simulation, const Request *request) {
    const Draw draw = stay_words(simulation, request);
    Stay stay = {.request = *request,
                 .admitted_day = (uint16_t)simulation->today.day,
                 .operation_level = (uint8_t)operation_level(simulation, request, &draw),
                 .moved_down = request->contact == CONTACT_MOVED_DOWN};
    int days = drawn_days(simulation, request, &draw);
    if (dies_in_stay(simulation, request, &days)) {
        stay.end = STAY_ENDS_DEAD;
    } else if (moves_down(simulation, request, days, &draw)) {
        const double left = simulation->city->parameters.care.down_referral_stay_share;
        stay.end = STAY_ENDS_DOWN;
        days = (int)(days * (1.0 - left) + 0.5);
    } else {
        days += weekend_delay(simulation, days, draw.word[3] & BITS_15);
    }
    stay.discharge_day = (uint16_t)(stay.admitted_day + (days < 1 ? 1 : days));
    return stay;
}

// ---- the ward

static int person_is_alive(const Simulation *simulation, const Request *request) {
    return is_visitor(request->person) || simulation->residents.resident[request->person].alive;
}

// At one in one the ward's own beds answer; at one in n the law of the ward of true size.
static WardAnswer answer(const Simulation *simulation, uint32_t facility, const Request *request,
                         unsigned waited) {
    if (simulation->load && simulation->facilities.row[facility].open_beds != UNLIMITED)
        return load_answer(simulation, facility, request, waited);
    return ward_answer(&simulation->ward[facility], request->urgent, waited,
                       simulation->city->parameters.care.bed_wait_limit_days);
}

static void give_bed(Simulation *simulation, uint32_t facility, const Request *request,
                     unsigned waited) {
    Ward *ward = &simulation->ward[facility];
    const Stay stay = planned_stay(simulation, request);
    ward_take(ward, &stay);
    ward_tell(ward, STAY_BEGAN, &stay, waited);
    Facility *row = &simulation->facilities.row[facility];
    row->beds_given++;
    row->bed_wait_days += waited;
    if (simulation->load)
        load_count_stay(simulation, facility, &stay,
                        mean_stay_days(simulation, (Disease)request->disease, (Kind)row->kind));
}

static void send_on(Simulation *simulation, uint32_t facility, const Request *request,
                    unsigned waited) {
    ward_tell(&simulation->ward[facility], SENT_ON, &(Stay){.request = *request}, waited);
    simulation->facilities.row[facility].sent_on++;
    if (simulation->load) load_count_sent_on(simulation, facility);
}

static void admit_from_queue(Simulation *simulation, uint32_t facility) {
    Ward *ward = &simulation->ward[facility];
    const uint16_t today = (uint16_t)simulation->today.day;
    for (uint32_t i = 0; i < ward->waiting_count;) {
        const Waiting *who = &ward->waiting[i];
        const unsigned waited = (unsigned)(today - who->since_day);
        if (!person_is_alive(simulation, &who->request)) {
            const Stay none = {.request = ward_leave_queue(ward, i).request};
            ward_tell(ward, WAITED_IN_VAIN, &none, waited);
            continue;
        }
        switch (answer(simulation, facility, &who->request, waited)) {
        case BED_NOW: {
            const Request request = ward_leave_queue(ward, i).request;
            give_bed(simulation, facility, &request, waited);
            break;
        }
        case BED_ELSEWHERE: {
            const Request request = ward_leave_queue(ward, i).request;
            send_on(simulation, facility, &request, waited);
            break;
        }
        case BED_LATER: i++; break;
        }
    }
}

static void admit_comers(Simulation *simulation, uint32_t facility) {
    Ward *ward = &simulation->ward[facility];
    const uint16_t today = (uint16_t)simulation->today.day;
    const int never_full = simulation->facilities.row[facility].open_beds == UNLIMITED;
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const Shard *shard = &simulation->shard[s];
        for (uint32_t i = shard->bed_offset[facility]; i < shard->bed_offset[facility + 1]; i++) {
            const Request *request = &shard->beds_sorted.row[i];
            if (simulation->load && !never_full) load_count_request(simulation, facility, request);
            if (never_full && ward_has_bed(ward, 0)) {
                const Stay stay = planned_stay(simulation, request);
                ward_take(ward, &stay);
                ward_tell(ward, STAY_BEGAN, &stay, 0);
            } else if (!ward_queue(ward, request, today)) {
                send_on(simulation, facility, request, 0);
            }
        }
    }
    admit_from_queue(simulation, facility);
}

// What is whole at true size, as an even series of n-ths: so much of it today.
static uint64_t part_of_today(const Simulation *simulation, uint32_t whole) {
    const uint64_t day = simulation->today.day, scale = simulation->residents.scale;
    return whole * (day + 1) / scale - whole * day / scale;
}

static void count_occupancy(Simulation *simulation, uint32_t index) {
    Facility *facility = &simulation->facilities.row[index];
    const Ward *ward = &simulation->ward[index];
    if (facility->open_beds == UNLIMITED) return;
    const uint32_t open = facility->open_beds;
    const uint32_t free_beds = ward->occupied < open ? open - ward->occupied : 0;
    facility->occupied_days += ward->occupied;
    facility->open_days += part_of_today(simulation, open);
    facility->free_share =
        simulation->load ? (uint8_t)(load_free_share(simulation, index) * 255)
                         : (uint8_t)((open ? free_beds * 255u / open : 0u) & 255u);
}

static void hand_over(Simulation *simulation) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Ward *ward = &simulation->ward[f];
        for (uint32_t i = 0; i < ward->event_count; i++) {
            const uint32_t person = ward->event[i].stay.request.person;
            const unsigned county =
                is_visitor(person)
                    ? simulation->shards - 1
                    : simulation->city
                          ->townships[resident_township(&simulation->residents, person)]
                          .county;
            Shard *shard = &simulation->shard[county];
            if (shard->event_count == shard->event_capacity)
                shard->events_lost++;
            else
                shard->event[shard->event_count++] = ward->event[i];
        }
        ward->event_count = 0;
    }
}

void run_wards(Simulation *simulation) {
#pragma omp for schedule(dynamic, 8)
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        if (!simulation->facilities.row[f].has_beds) continue;
        Ward *ward = &simulation->ward[f];
        ward_discharge(ward, (uint16_t)simulation->today.day);
        admit_comers(simulation, f);
        count_occupancy(simulation, f);
    }
#pragma omp single
    hand_over(simulation);
}

// ---- back to the county of the patient

// Absent insured are seen where they live, outside the books: for them that is where the bed is.
static void count_way_to_bed(const Simulation *simulation, Tally *tally, const Request *request) {
    const Resident *resident = &simulation->residents.resident[request->person];
    const unsigned township = resident_township(&simulation->residents, request->person);
    const unsigned bed = simulation->facilities.row[request->facility].kind;
    const int away = choice_row(simulation, resident, request->person) != township;
    const unsigned seen = away || resident->last_kind <= KIND_PHARMACY ? bed : resident->last_kind;
    const Home home = resident->absent                             ? HOME_ELSEWHERE
                      : simulation->city->townships[township].urban ? HOME_TOWN
                                                                    : HOME_COUNTRY;
    tally->way_to_bed[home][seen][bed]++;
}

static void begin_stay(Simulation *simulation, Shard *shard, const WardEvent *event) {
    const Request *request = &event->stay.request;
    int64_t *count = shard->tally->count;
    count[COUNT_BED_WAIT_DAYS] += event->waited_days;
    if (request->contact == CONTACT_REFERRAL) count[COUNT_UP_ARRIVED]++;
    if (event->stay.moved_down) count[COUNT_DOWN_ARRIVED]++;
    if (is_visitor(request->person)) return;
    if (!event->stay.moved_down) count_way_to_bed(simulation, shard->tally, request);
    simulation->residents.resident[request->person].bed = request->facility;
}

// Readmission rises with the share of the stay that was cut off.
static double readmission_probability(const Simulation *simulation, double cut_share) {
    const Demand *demand = &simulation->city->parameters.demand;
    const double share = demand->readmission_share;
    if (cut_share <= 0 || share <= 0 || share >= 1) return share;
    return curve_logistic(curve_logit(share) + demand->readmission_short_stay_slope * cut_share);
}

static int comes_back(const Simulation *simulation, const Request *request, double cut_share,
                      uint32_t *days) {
    const Draw draw = draw_at(simulation->key, request->person, PURPOSE_STAY, request->ordinal,
                              1 + request->step);
    *days = 1 + (draw.word[1] >> 16) * 29u / 65536u;
    return draw_unit(draw.word[0]) < readmission_probability(simulation, cut_share) &&
           request->step < MOST_STEPS - 2;
}

static void go_home(Simulation *simulation, Shard *shard, const Request *discharged,
                    double cut_share) {
    uint32_t days;
    if (is_visitor(discharged->person) ||
        !comes_back(simulation, discharged, cut_share, &days)) {
        shard->tally->count[COUNT_DISCHARGED]++;
        return;
    }
    Request request = *discharged;
    request.step++;
    request.contact = CONTACT_READMISSION;
    request.needs_bed = 1;
    request.waited = 0;
    request.referred = 0;
    shard->tally->count[COUNT_READMISSIONS]++;
    agenda_add(&shard->agenda, simulation->today.day + days, &request);
}

// A move down that finds no bed: home too early.
static void lapse_down(Simulation *simulation, Shard *shard, const Request *request) {
    shard->tally->count[COUNT_DOWN_LAPSED]++;
    simulation->residents.resident[request->person].bed = NO_BED;
    go_home(simulation, shard, request,
            simulation->city->parameters.care.down_referral_stay_share);
}

static void move_down(Simulation *simulation, Shard *shard, const Stay *stay) {
    Request request = stay->request;
    const unsigned township = resident_township(&simulation->residents, request.person);
    const Route *route = &simulation->routes.row[township][KIND_TOWNSHIP_CENTRE];
    shard->tally->count[COUNT_DOWN_SENT]++;
    request.contact = CONTACT_MOVED_DOWN;
    request.urgent = 0;
    request.referred = 1;
    request.waited = 0;
    request.facility = route->count ? route->facility[0] : request.facility;
    if (!simulation->facilities.row[request.facility].has_beds) {
        lapse_down(simulation, shard, &request);
        return;
    }
    simulation->residents.resident[request.person].bed = WAITING_FOR_BED;
    request_list_add(&shard->beds, &request);
}

static void die_in_bed(Simulation *simulation, Shard *shard, Resident *resident, uint32_t person) {
    shard->tally->count[COUNT_DIED_OPEN]++;
    if (!resident->alive) return; // the day of the death had come before the ward's
    resident->alive = 0;
    simulation->residents.due_day[person] = NEVER;
    shard->vital.deaths++;
    shard->vital.absent_deaths += resident->absent;
    shard->tally->count[COUNT_DIED_IN_BED]++;
}

static void end_stay(Simulation *simulation, Shard *shard, const Stay *stay) {
    const uint32_t person = stay->request.person;
    pay_for_stay(simulation, shard, stay);
    if (is_visitor(person)) {
        go_home(simulation, shard, &stay->request, 0);
        return;
    }
    Resident *resident = &simulation->residents.resident[person];
    resident->bed = NO_BED;
    resident->discharge_day = stay->discharge_day;
    if (stay->end == STAY_ENDS_DEAD || !resident->alive)
        die_in_bed(simulation, shard, resident, person);
    else if (stay->end == STAY_ENDS_DOWN)
        move_down(simulation, shard, stay);
    else
        go_home(simulation, shard, &stay->request, 0);
}

// Nobody kept a bed: the next choice, at most three times.
static void look_further(Simulation *simulation, Shard *shard, const Request *sent) {
    int64_t *count = shard->tally->count;
    Request request = *sent;
    Resident *resident = is_visitor(request.person)
                             ? NULL
                             : &simulation->residents.resident[request.person];
    if (request.contact == CONTACT_MOVED_DOWN) {
        lapse_down(simulation, shard, &request);
        return;
    }
    count[COUNT_DIVERTED]++;
    request.step++;
    const Draw draw =
        draw_at(simulation->key, request.person, PURPOSE_ADMIT, request.ordinal, request.step);
    if (resident && request.waited < MOST_DIVERSIONS && request.step < MOST_STEPS &&
        choose_bed(simulation, &request, &draw, sent->facility)) {
        request.waited++;
        request_list_add(&shard->beds, &request);
        return;
    }
    count[COUNT_NO_BED]++;
    if (request.contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
    if (resident) resident->bed = NO_BED;
}

static void waited_in_vain(Simulation *simulation, Shard *shard, const Request *request) {
    shard->tally->count[COUNT_DIED_OPEN]++;
    if (request->contact == CONTACT_REFERRAL) shard->tally->count[COUNT_UP_LAPSED]++;
    if (request->contact == CONTACT_MOVED_DOWN) shard->tally->count[COUNT_DOWN_LAPSED]++;
    simulation->residents.resident[request->person].bed = NO_BED;
}

void receive_from_wards(Simulation *simulation, Shard *shard) {
    for (uint32_t i = 0; i < shard->event_count; i++) {
        const WardEvent *event = &shard->event[i];
        switch ((WardNews)event->news) {
        case STAY_BEGAN: begin_stay(simulation, shard, event); break;
        case STAY_ENDED: end_stay(simulation, shard, &event->stay); break;
        case SENT_ON: look_further(simulation, shard, &event->stay.request); break;
        case WAITED_IN_VAIN: waited_in_vain(simulation, shard, &event->stay.request); break;
        }
    }
    shard->event_count = 0;
}
