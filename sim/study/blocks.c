// SPDX-License-Identifier: MIT
#include "study/blocks.h"

#include "base/arena.h"
#include "config/fingerprint.h"
#include "config/model.h"

#include <fnmatch.h>
#include <math.h>
#include <string.h>

const BlockInfo block_infos[BLOCKS] = {
    [BLOCK_AGE] = {"age", "年龄", "age"},
    [BLOCK_DISTANCE] = {"distance", "路程", "distance"},
    [BLOCK_FACILITIES] = {"facilities", "机构", "facilities"},
    [BLOCK_PRICE] = {"price", "价格", "price"},
    [BLOCK_PAYMENT] = {"payment", "支付", "payment"},
    [BLOCK_REFORMS] = {"reforms", "各项改革及其范围", "reforms in place"},
};

// ---- numbers of the registry

enum { MOST_PATTERNS = 12 };
static const char *const patterns[BLOCKS][MOST_PATTERNS] = {
    [BLOCK_AGE] = {"people.share_60", "people.share_65", "people.share_0_15", "people.male_share",
                   "people.births_*", "people.mortality_*", "pyramid.*", "mortality.*"},
    [BLOCK_DISTANCE] = {"choice.outside_minutes_*", "choice.elsewhere_minutes",
                        "kind.outside_*.constant_*"},
    [BLOCK_FACILITIES] = {"care.open_bed_share", "care.extra_bed_share_*", "kind.*.capability_*",
                          "kind.*.admission_capability", "kind.*.visits_per_doctor_day",
                          "kind.*.slot_stretch"},
    [BLOCK_PRICE] = {"money.price_level", "money.registration_fee", "kind.*.visit_cost*",
                     "kind.*.visit_share_*", "kind.*.admission_cost*", "kind.*.out_of_scope_share",
                     "kind.*.staff_cost", "kind.*.fixed_cost", "kind.*.subsidy", "kind.*.markup",
                     "component.*", "test.*.price"},
    [BLOCK_PAYMENT] = {"pool.*", "benefit.*", "funding.*", "money.class_b_*", "money.*filed_*",
                       "money.major_illness_*", "money.assistance_*", "people.employee_share",
                       "people.employee_urban_ratio", "people.low_income_share"},
};

bool block_holds(Block block, int parameter) {
    const ParameterInfo info = parameter_info(parameter);
    for (int i = 0; i < MOST_PATTERNS && patterns[block][i]; i++)
        if (fnmatch(patterns[block][i], info.path, 0) == 0) return true;
    return false;
}

static void swap_parameters(City *city, const City *there, Block block) {
    for (int i = 0; i < PARAMETER_COUNT; i++)
        if (block_holds(block, i))
            *parameter_value(&city->parameters, i) = parameter_value_of(&there->parameters, i);
}

// ---- ages

// Counties differ among themselves as before; nobody is left out.
static void swap_ages(City *city, const City *here, const City *there) {
    const double ratio = there->parameters.people.share_60 / here->parameters.people.share_60;
    for (uint32_t c = 0; c < city->county_count; c++)
        city->counties[c].share_60 = fmin(ratio * here->counties[c].share_60, 0.9);
}

// ---- distance

// The columns of minutes of a township.
enum { NEIGHBOUR_MINUTES = 4, MINUTES = 7 };
static double *minutes_of(Township *township, int column) {
    double *const columns[MINUTES] = {
        &township->minutes_to_village_clinic, &township->minutes_to_township_centre,
        &township->minutes_to_county_seat,    &township->minutes_to_city,
        &township->neighbour_minutes[0],      &township->neighbour_minutes[1],
        &township->other_seat_minutes,
    };
    return columns[column];
}

// Rows of a city in the order of one number, and how many people live up to each.
typedef struct Order {
    uint32_t count;
    uint32_t *row;   // [count]
    uint64_t *reach; // [count]: residents of rows up to this one and one more a row
} Order;

static void sum_up(Order *order, const City *city) {
    uint64_t reach = 0;
    for (uint32_t i = 0; i < order->count; i++)
        order->reach[i] = reach += (uint64_t)city->townships[order->row[i]].residents + 1;
}

// By insertion, so that equal numbers keep the order of the table.
static bool order_townships(Order *order, const City *city, int column, Arena *arena) {
    *order = (Order){.row = arena_take(arena, city->township_count, sizeof *order->row),
                     .reach = arena_take(arena, city->township_count, sizeof *order->reach)};
    if (!order->row || !order->reach) return false;
    for (uint32_t t = 0; t < city->township_count; t++) {
        uint32_t at = order->count++;
        const double value = *minutes_of(&city->townships[t], column);
        for (; at > 0; at--) {
            if (*minutes_of(&city->townships[order->row[at - 1]], column) <= value) break;
            order->row[at] = order->row[at - 1];
        }
        order->row[at] = t;
    }
    sum_up(order, city);
    return true;
}

// The row there at which the middle of the i-th row here stands, both as shares of all residents;
// whole numbers, so that a city meets itself.
static uint32_t same_share(const Order *here, uint32_t i, const Order *there) {
    const uint64_t before = i > 0 ? here->reach[i - 1] : 0;
    const uint64_t twice_middle = before + here->reach[i];
    const uint64_t all_here = here->reach[here->count - 1];
    const uint64_t all_there = there->reach[there->count - 1];
    uint32_t k = 0;
    while (k + 1 < there->count && 2 * there->reach[k] * all_here <= twice_middle * all_there)
        k++;
    return there->row[k];
}

// Only minutes that both have are swapped: a city of one county has no other seat.
static bool swap_minutes(City *city, const City *here, const City *there, Arena *arena) {
    for (int column = 0; column < MINUTES; column++) {
        Order mine, theirs;
        if (!order_townships(&mine, here, column, arena) ||
            !order_townships(&theirs, there, column, arena))
            return false;
        for (uint32_t i = 0; i < mine.count; i++) {
            const double minutes =
                *minutes_of(&there->townships[same_share(&mine, i, &theirs)], column);
            double *own = minutes_of(&city->townships[mine.row[i]], column);
            if (column < NEIGHBOUR_MINUTES || (*own > 0 && minutes > 0)) *own = minutes;
        }
    }
    return true;
}

// ---- facilities

typedef struct Stock {
    double beds, doctors, sites; // per resident
} Stock;

static Stock stock_of(const City *city, int kind) {
    Stock stock = {0};
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *one = &city->institutions[i];
        if (one->kind != kind) continue;
        stock.beds += one->beds;
        stock.doctors += one->doctors;
        stock.sites += one->sites;
    }
    const double residents = city->parameters.people.residents;
    stock.beds /= residents;
    stock.doctors /= residents;
    stock.sites /= residents;
    return stock;
}

static double size_of(const Institution *institution) {
    return institution->beds > 0 ? institution->beds : institution->sites;
}

// Institutions of one kind, the larger first, as large ones in the order of the table.
typedef struct Ranking {
    uint32_t count;
    uint32_t *row; // [count]
} Ranking;

static bool rank_kind(Ranking *ranking, const City *city, int kind, Arena *arena) {
    *ranking = (Ranking){.row = arena_take(arena, city->institution_count, sizeof *ranking->row)};
    if (!ranking->row) return false;
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *one = &city->institutions[i];
        if (one->kind != kind || one->county == NO_COUNTY) continue;
        uint32_t at = ranking->count++;
        for (; at > 0; at--) {
            if (size_of(&city->institutions[ranking->row[at - 1]]) >= size_of(one)) break;
            ranking->row[at] = ranking->row[at - 1];
        }
        ranking->row[at] = i;
    }
    return true;
}

static double scaled(double own, double mine, double theirs) {
    return mine > 0 ? own * (theirs / mine) : own;
}

static void take_stock(Institution *own, const Stock *mine, const Stock *theirs) {
    own->beds = (uint32_t)floor(scaled(own->beds, mine->beds, theirs->beds) + 0.5);
    own->doctors = scaled(own->doctors, mine->doctors, theirs->doctors);
    const bool is_clinic = own->kind == KIND_VILLAGE_CLINIC || own->kind == KIND_PRIVATE_CLINIC;
    if (is_clinic) own->sites = scaled(own->sites, mine->sites, theirs->sites);
}

static void take_flags(Institution *own, const Institution *like) {
    own->level = like->level;
    own->diagnostics = like->diagnostics;
    own->recognition = like->recognition;
    own->platform = like->platform;
    own->dip_hospital = like->dip_hospital;
    own->capability_offset = like->capability_offset;
}

static bool swap_kind(City *city, const City *here, const City *there, int kind, Arena *arena) {
    const Stock mine = stock_of(here, kind), theirs = stock_of(there, kind);
    Ranking own, other;
    if (!rank_kind(&own, here, kind, arena) || !rank_kind(&other, there, kind, arena)) return false;
    for (uint32_t i = 0; i < own.count; i++) {
        Institution *one = &city->institutions[own.row[i]];
        take_stock(one, &mine, &theirs);
        const uint32_t like = (2 * i + 1) * other.count / (2 * own.count); // the middle of its part
        if (other.count > 0) take_flags(one, &there->institutions[other.row[like]]);
    }
    return true;
}

static bool swap_facilities(City *city, const City *here, const City *there, Arena *arena) {
    bool done = true;
    for (int kind = 0; kind < KIND_COUNT && done; kind++)
        done = swap_kind(city, here, there, kind, arena);
    return done;
}

// ---- reforms

bool block_has_lever(Block block, const LeverInfo *lever) {
    return lever->contract_for ? block == BLOCK_PAYMENT : block == BLOCK_REFORMS;
}

// Counties in the order of the table, each with its residents.
static void order_counties(Order *order, const City *city, uint32_t *row, uint64_t *reach) {
    *order = (Order){.count = city->county_count, .row = row, .reach = reach};
    memset(reach, 0, MOST_COUNTIES * sizeof *reach);
    for (uint32_t t = 0; t < city->township_count; t++)
        reach[city->townships[t].county] += city->townships[t].residents;
    for (uint32_t c = 0; c < city->county_count; c++) {
        row[c] = c;
        reach[c] += 1 + (c > 0 ? reach[c - 1] : 0);
    }
}

static Reform brought_here(const Reform *reform, const City *here, const City *there) {
    uint32_t rows[2][MOST_COUNTIES];
    uint64_t reaches[2][MOST_COUNTIES];
    Order mine, theirs;
    Reform brought = *reform;
    order_counties(&mine, here, rows[0], reaches[0]);
    order_counties(&theirs, there, rows[1], reaches[1]);
    memset(brought.in_county, 0, sizeof brought.in_county);
    for (uint32_t c = 0; c < mine.count; c++)
        brought.in_county[c] = reform->in_county[same_share(&mine, c, &theirs)];
    if (strcmp(here->id, there->id) != 0) brought.facility_count = 0; // ids of institutions there
    return brought;
}

static void add_reforms(Experiment *swapped, const Experiment *from, Block block, bool own,
                        const LeverInfo *levers) {
    for (int i = 0; i < from->reform_count; i++) {
        const Reform *reform = &from->reforms[i];
        if (block_has_lever(block, &levers[reform->lever]) == own) continue;
        if (swapped->reform_count == MOST_REFORMS) return;
        swapped->reforms[swapped->reform_count++] =
            own ? *reform : brought_here(reform, &swapped->city, &from->city);
    }
}

static void swap_reforms(Experiment *swapped, const Experiment *here, const Experiment *there,
                         Block block, const LeverInfo *levers) {
    swapped->reform_count = 0;
    add_reforms(swapped, here, block, true, levers);
    add_reforms(swapped, there, block, false, levers);
    reforms_sort(swapped);
}

// ---- the swap

static void *copy_rows(const void *rows, uint32_t count, size_t size, Arena *arena) {
    void *copy = arena_take(arena, count, size);
    if (copy && count > 0) memcpy(copy, rows, count * size);
    return copy;
}

static bool copy_city(City *city, Arena *arena) {
    city->arena = arena;
    city->counties = copy_rows(city->counties, city->county_count, sizeof *city->counties, arena);
    city->townships =
        copy_rows(city->townships, city->township_count, sizeof *city->townships, arena);
    city->institutions =
        copy_rows(city->institutions, city->institution_count, sizeof *city->institutions, arena);
    return !arena_is_short(arena);
}

static Status check(const Experiment *swapped, const Experiment *there, const Levers *levers,
                    Block block, Report *report) {
    Report problems;
    report_init(&problems);
    Reader reader = {.arena = swapped->arena, .report = &problems};
    reforms_check_contracts(swapped, levers, &reader);
    model_check_whole(&swapped->city, &reader);
    for (size_t i = 0; i < problems.count; i++)
        report_problem(report, reader.status, "%s (%s with %s of %s)", problems.messages[i],
                       swapped->city.id, block_infos[block].en, there->city.id);
    report_free(&problems);
    return reader.status;
}

static bool swap_places(City *city, const City *here, const City *there, Block block) {
    switch (block) {
    case BLOCK_AGE:
        swap_ages(city, here, there);
        return true;
    case BLOCK_DISTANCE:
        return swap_minutes(city, here, there, city->arena);
    case BLOCK_FACILITIES:
        return swap_facilities(city, here, there, city->arena);
    default:
        return true;
    }
}

Status block_swap(Experiment *swapped, const Experiment *here, const Experiment *there, Block block,
                  const LeverInfo *levers, int lever_count, Report *report) {
    const Levers known = {levers, lever_count};
    *swapped = *here;
    swapped->arena = arena_new();
    if (!swapped->arena || !copy_city(&swapped->city, swapped->arena) ||
        !swap_places(&swapped->city, &here->city, &there->city, block))
        return report_problem(report, STATUS_NO_MEMORY, "no memory for a city made of two");
    swap_parameters(&swapped->city, &there->city, block);
    if (block == BLOCK_PAYMENT || block == BLOCK_REFORMS)
        swap_reforms(swapped, here, there, block, levers);
    fingerprint(swapped, &known, swapped->inputs_hash);
    return check(swapped, there, &known, block, report);
}

bool block_moves(const Experiment *swapped, const Experiment *here) {
    return strcmp(swapped->inputs_hash, here->inputs_hash) != 0;
}
