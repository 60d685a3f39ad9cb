// SPDX-License-Identifier: MIT
#include "payment/case_groups.h"

#include "base/curves.h"
#include "config/table.h"

#include <stdlib.h>
#include <string.h>

// ---- finding

// Where a code stands in their order, or would stand.
static int place_of(const CaseGroups *groups, const char *code) {
    int first = 0, end = groups->count;
    while (first < end) {
        const int middle = (first + end) / 2;
        if (strcmp(groups->rows[groups->by_code[middle]].code, code) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

// Counts the row after the last, whose code this is; false if the code is there already.
static bool insert(CaseGroups *groups, const char *code) {
    if (case_groups_find(groups, code) != NO_GROUP) return false;
    const int place = place_of(groups, code);
    memmove(&groups->by_code[place + 1], &groups->by_code[place],
            (size_t)(groups->count - place) * sizeof *groups->by_code);
    groups->by_code[place] = (uint16_t)groups->count++;
    return true;
}

static bool take_rows(CaseGroups *groups, int count, Arena *arena) {
    groups->rows = arena_take(arena, (size_t)count, sizeof *groups->rows);
    groups->by_code = arena_take(arena, (size_t)count, sizeof *groups->by_code);
    return groups->rows && groups->by_code;
}

uint16_t case_groups_find(const CaseGroups *groups, const char *code) {
    const int place = place_of(groups, code);
    if (place == groups->count) return NO_GROUP;
    const uint16_t row = groups->by_code[place];
    return strcmp(groups->rows[row].code, code) == 0 ? row : NO_GROUP;
}

// The last band whose lower end is not above; below all, the first.
uint16_t case_groups_of_case(const CaseGroups *groups, Disease disease, double complexity) {
    const uint16_t first = groups->first[disease], end = groups->first[disease + 1];
    if (first == end) return NO_GROUP;
    uint16_t found = first;
    while (found + 1 < end && complexity >= groups->rows[found + 1].from)
        found++;
    return groups->rows[found].weight > 0 ? found : NO_GROUP;
}

uint16_t case_groups_dearer(const CaseGroups *groups, uint16_t group) {
    if (group == NO_GROUP || group + 1 >= groups->count) return group;
    const uint8_t disease = groups->rows[group].disease;
    const bool same = disease != NO_DISEASE && groups->rows[group + 1].disease == disease;
    return same && groups->rows[group + 1].weight > 0 ? (uint16_t)(group + 1) : group;
}

// ---- an insurer's own table

enum { CODE, WEIGHT, SAME_PRICE, MEAN_COST, COLUMNS = MEAN_COST + LEVEL_COUNT };

static const Column columns[COLUMNS] = {
    [CODE] = {"group", false},
    [WEIGHT] = {"weight", false},
    [SAME_PRICE] = {"same_price", true},
    [MEAN_COST + LEVEL_PRIMARY] = {"mean_cost_primary", true},
    [MEAN_COST + LEVEL_ONE] = {"mean_cost_level1", true},
    [MEAN_COST + LEVEL_TWO] = {"mean_cost_level2", true},
    [MEAN_COST + LEVEL_THREE] = {"mean_cost_level3", true},
    [MEAN_COST + LEVEL_PROVINCE] = {"mean_cost_province", true},
};

static void read_row(CaseGroups *groups, const Row *row) {
    CaseGroup *group = &groups->rows[groups->count];
    *group = (CaseGroup){.code = row_text(row, CODE), .disease = NO_DISEASE};
    group->line = row_where(row).line;
    group->weight = millionths(row_number(row, WEIGHT, 0.000001, 1000));
    if (*row_cell(row, SAME_PRICE)) group->same_price = row_whole(row, SAME_PRICE, 0, 1) == 1;
    for (int level = 0; level < LEVEL_COUNT; level++)
        if (*row_cell(row, MEAN_COST + level))
            group->mean_cost[level] = fen_from_yuan(row_number(row, MEAN_COST + level, 0.01, 1e8));
    if (insert(groups, group->code)) return;
    reader_problem(row->reader, row_where(row), "the group %s is there twice", group->code);
}

void case_groups_read(CaseGroups *groups, const char *file, const char *named_at, Reader *reader) {
    Table table;
    *groups = (CaseGroups){0};
    if (!table_read(&table, file, named_at, columns, COLUMNS, reader)) return;
    if (table.rows > MOST_GROUPS) {
        reader_problem(reader, (Where){file, 0}, "has %d groups, more than %d", table.rows,
                       MOST_GROUPS);
        return;
    }
    const bool has_room = take_rows(groups, table.rows, reader->arena);
    groups->file = table.text.file;
    for (int i = 0; has_room && i < table.rows; i++)
        read_row(groups, &(Row){reader, &table, i});
    if (table.rows == 0)
        reader_problem(reader, (Where){file, 0}, "has no groups; write a row for each");
}

static void lay(CaseGroup *group, const CaseGroup *own) {
    group->weight = own->weight;
    group->same_price = own->same_price;
    memcpy(group->mean_cost, own->mean_cost, sizeof group->mean_cost);
}

void case_groups_lay(CaseGroups *generated, const CaseGroups *table, Reader *reader) {
    for (int i = 0; i < generated->count; i++)
        generated->rows[i].weight = 0;
    for (int i = 0; i < table->count; i++) {
        const CaseGroup *own = &table->rows[i];
        const uint16_t found = case_groups_find(generated, own->code);
        if (found != NO_GROUP)
            lay(&generated->rows[found], own);
        else
            reader_problem(reader, (Where){table->file, own->line},
                           "%s is no group of the city's model, by which cases of a run are known; "
                           "hxsim list drg_groups and dip_groups name them",
                           own->code);
    }
}

// ---- generated from a model

// Mean of exp(slope z sd) for a standard normal z between two bounds, by Simpson's rule.
static double mean_ratio(double from, double to, double slope_sd) {
    enum { STEPS = 400 };
    const double width = (to - from) / STEPS;
    double sum = 0, mass = 0;
    for (int i = 0; i <= STEPS; i++) {
        const double z = from + width * i;
        const double simpson = i == 0 || i == STEPS ? 1 : i % 2 ? 4 : 2;
        const double density = simpson * curve_exp(-z * z / 2);
        mass += density;
        sum += density * curve_exp(slope_sd * z);
    }
    return sum / mass;
}

static const Kind kind_of_level[LEVEL_COUNT] = {
    [LEVEL_PRIMARY] = KIND_TOWNSHIP_CENTRE, [LEVEL_ONE] = KIND_PRIVATE_HOSPITAL,
    [LEVEL_TWO] = KIND_COUNTY_GENERAL,      [LEVEL_THREE] = KIND_CITY_HOSPITAL,
    [LEVEL_PROVINCE] = KIND_OUTSIDE_CITY,
};

// The farthest ends of a normal law that a case can be expected at.
enum { FAR = 6 };

// A band of a disease, between `from` and `to` standard deviations from its mean.
static void add_band(CaseGroups *groups, const Parameters *parameters, int disease, double from,
                     double to, const char *code) {
    const DiseaseRow *row = &parameters->disease[disease];
    const double slope_sd = parameters->money.complexity_cost_slope * row->complexity_sd;
    const double weight = row->admission_cost_weight * mean_ratio(from, to, slope_sd);
    CaseGroup *group = &groups->rows[groups->count];
    *group = (CaseGroup){.code = code,
                         .weight = millionths(weight),
                         .disease = (uint8_t)disease,
                         .from = row->complexity_mean + from * row->complexity_sd,
                         .to = row->complexity_mean + to * row->complexity_sd};
    for (int level = 0; level < LEVEL_COUNT; level++)
        group->mean_cost[level] =
            fen_from_yuan(parameters->kind[kind_of_level[level]].admission_cost *
                          parameters->money.price_level * weight);
    insert(groups, code);
}

// A disease cut at `cuts` (count + 1 bounds, in standard deviations).
static void add_disease(CaseGroups *groups, const Parameters *parameters, int disease,
                        const double *bounds, int count, Arena *arena) {
    const char *name = disease_entities[disease].name;
    for (int i = 0; i < count; i++)
        add_band(groups, parameters, disease, bounds[i], bounds[i + 1],
                 count == 1 ? name : arena_format(arena, "%s-%d", name, i + 1));
}

void case_groups_generate(CaseGroups *groups, const Parameters *parameters, Grouping grouping,
                          Arena *arena) {
    static const double whole[] = {-FAR, FAR}, halves[] = {-FAR, 0, FAR};
    static const double fifths[] = {-FAR, -1.5, -0.5, 0.5, 1.5, FAR};
    static const double wide_spread = 0.85;
    *groups = (CaseGroups){0};
    const bool has_room = take_rows(groups, DISEASE_COUNT * 5, arena);
    for (int disease = 0; has_room && disease < DISEASE_COUNT; disease++) {
        groups->first[disease + 1] = groups->first[disease] = (uint16_t)groups->count;
        if (disease == DISEASE_CHECKUP) continue;
        if (grouping == GROUPING_DIP)
            add_disease(groups, parameters, disease, fifths, 5, arena);
        else if (parameters->disease[disease].complexity_sd >= wide_spread)
            add_disease(groups, parameters, disease, halves, 2, arena);
        else
            add_disease(groups, parameters, disease, whole, 1, arena);
        groups->first[disease + 1] = (uint16_t)groups->count;
    }
}
