// SPDX-License-Identifier: MIT
#include "day/load_slots.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORKDAY, WEEKEND, FESTIVAL };
enum { FACILITY_STEP = 1024 }; // above the steps of needs

static const double KEEP =
    0.94;                      // a month's weight in the next: 16 months are remembered on the mean
static const double FEW = 1.0; // requests as good as none
// What is expected is off by about 0.7 %, as counts of 20,000 are (tests/laws/test_expected.c); so
// it weighs as much as they.
static const double PRIOR = 20000, PRIOR_RETURNS = 50;

// Those who come in one round follow one another.
static const int first_coming[ROUNDS_A_DAY + 1] = {COMES_FRESH, CLIMBS_1, CLIMBS_2, COMINGS};

static uint32_t *words_of(const SlotLoads *loads, int row) {
    return loads->words + (size_t)row * loads->clinics.count;
}

Status slot_loads_init(SlotLoads *loads, const Simulation *simulation, Report *report) {
    const City *city = simulation->city;
    const uint32_t facilities = simulation->facilities.count;
    const Status status = clinic_loads_init(&loads->clinics, facilities, report);
    loads->words = report_calloc(report, (size_t)WORD_ROWS * facilities, sizeof *loads->words);
    if (status != STATUS_OK || !loads->words) return STATUS_NO_MEMORY;
    for (uint32_t f = 0; f < facilities; f++) {
        words_of(loads, WORD_INDEX)[f] = f;
        words_of(loads, WORD_STEP)[f] = FACILITY_STEP;
    }
    double all = 0;
    for (uint32_t t = 0; t < city->township_count; t++)
        all += city->townships[t].residents;
    for (uint32_t t = 0; t < city->township_count; t++)
        loads->people_share[city->townships[t].county] += city->townships[t].residents / all;
    return STATUS_OK;
}

void slot_loads_free(SlotLoads *loads) {
    clinic_loads_free(&loads->clinics);
    free(loads->words);
}

// ---- the order of service

static int is_later_visit(const Request *request) {
    return request->contact == CONTACT_FOLLOWUP || request->contact == CONTACT_STILL_ILL ||
           request->contact == CONTACT_READMISSION;
}

static Coming coming_of(const Request *request, int round) {
    if (round == 0)
        return request->waited > 0           ? COMES_BACK
               : is_visitor(request->person) ? COMES_VISITING
               : is_later_visit(request)     ? COMES_LATER
                                             : COMES_FRESH;
    const int climbs = request->urgent && (request->contact == CONTACT_REFERRAL ||
                                           request->contact == CONTACT_OWN_WAY);
    return round == 1 ? (climbs ? CLIMBS_1 : TRIES_1) : (climbs ? CLIMBS_2 : TRIES_2);
}

// Bins of the random part of a key halve towards its end, where those stand who are turned away.
static int key_bin(uint32_t key) {
    int bin = 0;
    for (uint32_t bit = 1u << (KEY_RANDOM_BITS - 1); bin < KEY_BINS - 1 && (key & bit); bit >>= 1)
        bin++;
    return bin;
}

static int position_of(const Request *request) {
    return (int)(request->key >> KEY_RANDOM_BITS) * KEY_BINS + key_bin(request->key);
}

static double bin_length(int bin) {
    return bin < KEY_BINS - 1 ? 0.5 / (1 << bin) : 1.0 / (1 << bin);
}

// The key at `share` of the way through a position.
static uint32_t key_at(int position, double share) {
    const int bin = position % KEY_BINS, priority = position / KEY_BINS;
    const double at = 1 - 1.0 / (1 << bin) + share * bin_length(bin);
    const uint32_t random = (uint32_t)(at * (1u << KEY_RANDOM_BITS));
    const uint32_t most = (1u << KEY_RANDOM_BITS) - 1;
    return ((uint32_t)priority << KEY_RANDOM_BITS) + (random < most ? random : most);
}

// ---- the day

// The days that are alike for those who come so: for those turned away all are, and later visits
// are not put off.
static int day_type(const Today *today, int coming) {
    if (coming == COMES_BACK || coming == TRIES_1 || coming == TRIES_2) return WORKDAY;
    if (today->festival && coming != COMES_LATER) return FESTIVAL;
    return today->weekend ? WEEKEND : WORKDAY;
}

static void draw_words(SlotLoads *loads, const Simulation *simulation) {
    uint32_t *day = words_of(loads, WORD_DAY), *word = words_of(loads, WORD_FIRST);
    const uint32_t count = loads->clinics.count;
    for (uint32_t f = 0; f < count; f++)
        day[f] = simulation->today.day;
    draw_batch(simulation->key, PURPOSE_CONGESTION, count, words_of(loads, WORD_INDEX), day,
               words_of(loads, WORD_STEP), word, word + count, word + 2 * count, word + 3 * count);
}

static void open_day(SlotLoads *loads, const Simulation *simulation) {
    int type[COMINGS];
    for (int coming = 0; coming < COMINGS; coming++)
        type[coming] = day_type(&simulation->today, coming);
    clinic_loads_expect(&loads->clinics, simulation, loads->expected);
    draw_words(loads, simulation);
    for (uint32_t f = 0; f < loads->clinics.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        if (facility->slots == UNLIMITED) continue;
        ClinicLoad *clinic = &loads->clinics.clinic[f];
        KindMonth *month = &loads->month[facility->kind];
        const KindSlots *kind = &loads->kind[facility->kind];
        for (int coming = 0; coming < COMINGS; coming++) {
            clinic->asking[coming] = clinic->expected[coming] * kind->ratio[type[coming]][coming];
            month->expected[type[coming]][coming] += clinic->expected[coming];
        }
        clinic->asking[COMES_BACK] = clinic->back_tomorrow;
        clinic->slots = facility->slots_left;
        clinic->before = 0;
        clinic->reach = clinic->slots * congestion_reach(loads->congestion, clinic->slots,
                                                         draw_unit(words_of(loads, WORD_FIRST)[f]));
    }
}

// Those who try a kind spread over its institutions as first visits do; below the city's, each
// county keeps its own, but for those who were turned away by this kind itself: they leave the
// county if it has no other.
static double trying(const SlotLoads *loads, int to, uint32_t county) {
    const uint32_t own = to >= KIND_CITY_HOSPITAL ? MOST_COUNTIES : county;
    const uint32_t wide = to >= KIND_COUNTY_GENERAL ? MOST_COUNTIES : own;
    double sum = 0;
    for (int from = KIND_VILLAGE_CLINIC; from < KIND_COUNT; from++) {
        const uint32_t place = from == to ? wide : own;
        const double all = loads->kind_expected[to][place];
        if (all > 0 && loads->turned_away[place][from] > 0)
            sum += loads->turned_away[place][from] * loads->again->share[from][to] / all;
    }
    return sum;
}

static void add_up_turned_away(SlotLoads *loads, const Simulation *simulation, int round) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        const double refused = loads->clinics.clinic[f].refused[round];
        if (facility->slots == UNLIMITED || refused <= 0) continue;
        const int kind = facility->kind;
        loads->turned_away[MOST_COUNTIES][kind] += refused;
        if (kind < KIND_CITY_HOSPITAL) loads->turned_away[facility->county][kind] += refused;
        for (int county = 0; county < MOST_COUNTIES && kind >= KIND_CITY_HOSPITAL; county++)
            loads->turned_away[county][kind] += refused * loads->people_share[county];
    }
}

static void open_round(SlotLoads *loads, const Simulation *simulation, int round) {
    memset(loads->turned_away, 0, sizeof loads->turned_away);
    add_up_turned_away(loads, simulation, round - 1);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        for (uint32_t county = 0; county < simulation->city->county_count; county++)
            loads->trying[kind][county] = trying(loads, kind, county);
}

static double tries(const SlotLoads *loads, const Facility *facility, uint32_t index) {
    return loads->trying[facility->kind][facility->county] * loads->expected[index].visits *
           loads->try_again[facility->kind];
}

static double asking_in(const ClinicLoad *clinic, int round) {
    double sum = 0;
    for (int coming = first_coming[round]; coming < first_coming[round + 1]; coming++)
        sum += clinic->asking[coming];
    return sum;
}

// Goes down the order of this round until the reach of today is used up.
static Threshold reached(const ClinicLoad *clinic, const KindSlots *kind, const Today *today,
                         int round) {
    if (clinic->before + asking_in(clinic, round) <= clinic->reach)
        return (Threshold){.everybody = 1};
    double before = clinic->before;
    if (before >= clinic->reach) return (Threshold){.nobody = 1};
    int position = 0;
    double here = 0;
    for (; position < POSITIONS; position++) {
        here = 0;
        for (int coming = first_coming[round]; coming < first_coming[round + 1]; coming++)
            here += clinic->asking[coming] * kind->share[day_type(today, coming)][coming][position];
        if (before + here > clinic->reach) break;
        before += here;
    }
    if (position == POSITIONS) return (Threshold){.everybody = 1};
    return (Threshold){.key = key_at(position, (clinic->reach - before) / here),
                       .person = UINT32_MAX,
                       .ordinal = UINT16_MAX};
}

static void count(KindMonth *month, const Today *today, Facility *facility, const Request *request,
                  const Threshold *threshold, int round) {
    const int refused =
        threshold->nobody || (!threshold->everybody && request->key > threshold->key);
    const Coming coming = coming_of(request, round);
    const int type = day_type(today, (int)coming);
    month->count[type][coming][position_of(request)]++;
    month->count_refused[round] += refused != 0;
    facility->refused_month += refused != 0;
    facility->served_month += refused == 0;
}

static void count_requests(SlotLoads *loads, Simulation *simulation, const Threshold *threshold,
                           int round) {
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const RequestList *sorted = &simulation->shard[s].sorted;
        for (uint32_t i = 0; i < sorted->count; i++) {
            const uint16_t index = sorted->row[i].facility;
            Facility *facility = &simulation->facilities.row[index];
            count(&loads->month[facility->kind], &simulation->today, facility, &sorted->row[i],
                  &threshold[index], round);
        }
    }
}

// Who is turned away in the last round comes back tomorrow.
static void end_day(ClinicLoad *clinic, const KindSlots *kind) {
    const double *refused = clinic->refused;
    clinic->back_tomorrow = kind->back * refused[2];
    clinic->asked_month += clinic->before;
    clinic->refused_month += refused[0] + refused[1] + refused[2];
}

static Threshold resolve_clinic(SlotLoads *loads, const Simulation *simulation, uint32_t index,
                                int round) {
    ClinicLoad *clinic = &loads->clinics.clinic[index];
    const Facility *facility = &simulation->facilities.row[index];
    const KindSlots *kind = &loads->kind[facility->kind];
    if (round > 0) clinic->asking[round == 1 ? TRIES_1 : TRIES_2] = tries(loads, facility, index);
    const Threshold threshold = reached(clinic, kind, &simulation->today, round);
    const double asking = asking_in(clinic, round);
    const double beyond = clinic->before + asking - clinic->reach;
    clinic->refused[round] = beyond < 0 ? 0 : beyond < asking ? beyond : asking;
    clinic->before += asking;
    if (round + 1 < ROUNDS_A_DAY) return threshold;
    clinic_loads_remember(&loads->clinics, index, &simulation->today, &loads->expected[index]);
    end_day(clinic, kind);
    return threshold;
}

void slot_loads_resolve(SlotLoads *loads, Simulation *simulation, Threshold *threshold, int round) {
    if (round == 0)
        open_day(loads, simulation);
    else
        open_round(loads, simulation, round);
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        threshold[f] = simulation->facilities.row[f].slots == UNLIMITED
                           ? (Threshold){.everybody = 1}
                           : resolve_clinic(loads, simulation, f, round);
    count_requests(loads, simulation, threshold, round);
}

// ---- the month

static void learn(KindSlots *kind, const KindMonth *month, double scale) {
    for (int type = 0; type < DAY_TYPES; type++) {
        for (int coming = 0; coming < COMINGS; coming++) {
            kind->expected[type][coming] += month->expected[type][coming] / scale;
            for (int i = 0; i < POSITIONS; i++)
                kind->counted[type][coming][i] += month->count[type][coming][i];
        }
    }
    for (int round = 0; round < ROUNDS_A_DAY; round++)
        kind->refused[round] += month->count_refused[round];
}

static void forget(KindSlots *kind) {
    for (int type = 0; type < FESTIVAL; type++) { // festivals are too few to be forgotten
        for (int coming = 0; coming < COMINGS; coming++) {
            kind->expected[type][coming] *= KEEP;
            for (int i = 0; i < POSITIONS; i++)
                kind->counted[type][coming][i] *= KEEP;
        }
    }
    for (int round = 0; round < ROUNDS_A_DAY; round++)
        kind->refused[round] *= KEEP;
}

void slot_loads_close_month(SlotLoads *loads, Simulation *simulation) {
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        forget(&loads->kind[kind]);
        learn(&loads->kind[kind], &loads->month[kind], simulation->residents.scale);
    }
    memset(loads->month, 0, sizeof loads->month);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Facility *facility = &simulation->facilities.row[f];
        ClinicLoad *clinic = &loads->clinics.clinic[f];
        if (facility->slots == UNLIMITED) continue;
        facility->refused_month = (uint32_t)(clinic->refused_month + 0.5);
        facility->served_month = (uint32_t)(clinic->asked_month - clinic->refused_month + 0.5);
        clinic->asked_month = clinic->refused_month = 0;
    }
}

static double sum_of(const double counted[POSITIONS]) {
    double sum = 0;
    for (int i = 0; i < POSITIONS; i++)
        sum += counted[i];
    return sum;
}

// Before anything is counted everybody comes once, without priority.
static void set_shares(KindSlots *kind) {
    for (int type = 0; type < DAY_TYPES; type++)
        for (int coming = 0; coming < COMINGS; coming++) {
            const double all = sum_of(kind->counted[type][coming]);
            for (int i = 0; i < POSITIONS; i++) {
                const double even = i / KEY_BINS == PRIORITY_PLAIN ? bin_length(i % KEY_BINS) : 0;
                kind->share[type][coming][i] =
                    all > FEW ? kind->counted[type][coming][i] / all : even;
            }
            const double prior = coming <= COMES_VISITING ? PRIOR : 0;
            kind->ratio[type][coming] =
                (all + prior) / (kind->expected[type][coming] + prior + 1e-9);
        }
}

// Of those expected to try a kind, the share who do: not those who keep an appointment or find no
// other.
static double tried(const SlotLoads *loads, int to) {
    const KindSlots *row = &loads->kind[to];
    double expected = 0;
    for (int from = 0; from < KIND_COUNT; from++)
        for (int round = 0; round + 1 < ROUNDS_A_DAY; round++)
            expected += loads->kind[from].refused[round] * loads->again->share[from][to];
    const double counted =
        sum_of(row->counted[WORKDAY][TRIES_1]) + sum_of(row->counted[WORKDAY][TRIES_2]);
    return (counted + PRIOR_RETURNS) / (expected + PRIOR_RETURNS);
}

// Who is turned away in the last round comes back tomorrow, but for those who have waited for as
// long as they will.
static double came_back(const KindSlots *kind) {
    const double back = sum_of(kind->counted[WORKDAY][COMES_BACK]);
    return (back + PRIOR_RETURNS) / (kind->refused[ROUNDS_A_DAY - 1] + PRIOR_RETURNS);
}

static void set_returns(SlotLoads *loads) {
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        loads->try_again[kind] = tried(loads, kind);
        loads->kind[kind].back = came_back(&loads->kind[kind]);
    }
}

void slot_loads_open_month(SlotLoads *loads, const Simulation *simulation) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        set_shares(&loads->kind[kind]);
    set_returns(loads);
    memset(loads->kind_expected, 0, sizeof loads->kind_expected);
    clinic_loads_open_month(&loads->clinics, loads->expected, loads->masses);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        double *of_kind = loads->kind_expected[facility->kind];
        if (facility->slots == UNLIMITED) continue;
        of_kind[facility->county] += loads->expected[f].visits;
        of_kind[MOST_COUNTIES] += loads->expected[f].visits;
    }
}
