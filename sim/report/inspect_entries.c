// SPDX-License-Identifier: MIT
#include "report/inspect_entries.h"

#include "base/calendar.h"
#include "config/model.h"
#include "config/quantity.h"
#include "config/scenario.h"

#include <sha2.h>
#include <stdio.h>
#include <string.h>

enum { MOST_ENTRIES = PARAMETER_COUNT + MOST_REFORMS * (REFORM_NUMBERS + 2) + 32 };

typedef struct Gather {
    Entries *entries;
    Arena *arena;
} Gather;

static Entry *add(Gather *gather, const char *path, const char *value) {
    Entry *entry = &gather->entries->rows[gather->entries->count++];
    *entry = (Entry){path, value, "", "", "", "", "", "", "", ""};
    return entry;
}

static const char *number(Gather *gather, double value, const char *unit) {
    char text[32];
    if (strcmp(unit, "day") == 0)
        calendar_format((int32_t)value, text);
    else
        snprintf(text, sizeof text, "%.12g", value);
    return arena_text(gather->arena, text);
}

static const char *where(Gather *gather, const char *file, int line) {
    return line > 0 ? arena_format(gather->arena, "%s:%d", file, line) : file;
}

static Entry *add_number(Gather *gather, const char *path, double value, const char *unit,
                         const Evidence *evidence) {
    Entry *entry = add(gather, path, number(gather, value, unit));
    entry->unit = unit;
    entry->kind = evidence_name(evidence->kind);
    if (evidence->low != value || evidence->high != value) {
        entry->low = number(gather, evidence->low, unit);
        entry->high = number(gather, evidence->high, unit);
    }
    entry->source = evidence->source;
    entry->why = evidence->why;
    entry->where = where(gather, evidence->file, evidence->line);
    return entry;
}

static void add_run(Gather *gather, const Experiment *experiment) {
    Arena *arena = gather->arena;
    char start[11];
    calendar_format(experiment->start_day, start);
    add(gather, "city.id", experiment->city.id);
    add(gather, "city.name_zh", experiment->city.name_zh);
    add(gather, "city.name_en", experiment->city.name_en);
    add(gather, "scenario.id", experiment->id);
    add(gather, "scenario.title_zh", experiment->title_zh);
    add(gather, "scenario.title_en", experiment->title_en);
    add(gather, "scenario.start", arena_text(arena, start));
    add(gather, "scenario.years", arena_format(arena, "%d", experiment->years));
    add(gather, "scenario.base_year", arena_format(arena, "%d", experiment->base_year));
    add(gather, "scenario.demography", experiment->fixed_demography ? "fixed" : "moving");
    add(gather, "scenario.replicates", arena_format(arena, "%d", experiment->replicates));
    add(gather, "scenario.draws", arena_format(arena, "%d", experiment->draws));
    add(gather, "scenario.scale", arena_format(arena, "%d", experiment->scale));
    add(gather, "scenario.seed", arena_format(arena, "%llu", (unsigned long long)experiment->seed));
    add(gather, "inputs_hash", experiment->inputs_hash);
}

// A table is told by its rows and the beginning of its checksum.
static void add_tables(Gather *gather, const City *city) {
    const uint32_t rows[CITY_TABLES] = {[TABLE_COUNTIES] = city->county_count,
                                        [TABLE_TOWNSHIPS] = city->township_count,
                                        [TABLE_FACILITIES] = city->institution_count,
                                        [TABLE_ORIGINS] = city->origin_count,
                                        [TABLE_FIGURES] = city->figure_count};
    for (int i = 0; i < CITY_TABLES; i++) {
        const CityTable *table = &city->tables[i];
        if (!table->bytes) continue;
        char sum[SHA256_DIGEST_STRING_LENGTH];
        SHA256Data((const uint8_t *)table->bytes, table->length, sum);
        Entry *entry = add(gather, arena_format(gather->arena, "tables.%s", model_table_name(i)),
                           arena_format(gather->arena, "%u rows, sha256 %.8s", rows[i], sum));
        entry->where = table->file;
    }
}

static const char *places(Gather *gather, const Reform *reform, const City *city) {
    const char *list = "";
    bool all = true;
    for (uint32_t i = 0; i < city->county_count; i++) {
        all = all && reform->in_county[i];
        if (reform->in_county[i])
            list =
                arena_format(gather->arena, "%s%s%s", list, *list ? " " : "", city->counties[i].id);
    }
    return all ? "*" : list;
}

static void add_reforms(Gather *gather, const Experiment *experiment,
                        const Registries *registries) {
    Arena *arena = gather->arena;
    for (int i = 0; i < experiment->reform_count; i++) {
        const Reform *reform = &experiment->reforms[i];
        const LeverInfo *lever = &registries->levers[reform->lever];
        Entry *entry = add(gather, arena_format(arena, "reforms.%d.lever", i + 1), lever->name);
        entry->where = where(gather, reform->file, reform->line);
        add(gather, arena_format(arena, "reforms.%d.places", i + 1),
            places(gather, reform, &experiment->city));
        for (int which = 0; which < REFORM_VALUES + lever->parameter_count; which++) {
            const Evidence *evidence = &reform->evidence[which];
            if (evidence->kind == EVIDENCE_MISSING) continue;
            const Measure measure = reform_measure(lever, which);
            entry = add_number(gather, arena_format(arena, "reforms.%d.%s", i + 1, measure.name),
                               reform_number(reform, which), measure.unit, evidence);
            if (evidence->changed) entry->was = "another";
        }
    }
}

// What the model says where a change has been laid over it.
static const char *value_before(Gather *gather, const Experiment *experiment, int parameter) {
    for (int i = 0; i < experiment->change_count; i++)
        if (experiment->changes[i].parameter == parameter)
            return number(gather, experiment->changes[i].before, "");
    return "";
}

static void add_parameters(Gather *gather, const Experiment *experiment) {
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        const ParameterInfo info = parameter_info(i);
        Entry *entry = add_number(gather, arena_text(gather->arena, info.path),
                                  parameter_value_of(&experiment->city.parameters, i), info.unit,
                                  &experiment->city.evidence[i]);
        if (experiment->city.evidence[i].changed) entry->was = value_before(gather, experiment, i);
    }
}

Entries entries_of(const Experiment *experiment, const Registries *registries, Arena *arena) {
    Entries entries = {.rows = arena_take(arena, MOST_ENTRIES, sizeof(Entry)),
                       .room = MOST_ENTRIES};
    if (!entries.rows) return entries;
    Gather gather = {&entries, arena};
    add_run(&gather, experiment);
    add_tables(&gather, &experiment->city);
    add_reforms(&gather, experiment, registries);
    add_parameters(&gather, experiment);
    return entries;
}

const Entry *entries_find(const Entries *entries, const char *path) {
    for (int i = 0; i < entries->count; i++)
        if (strcmp(entries->rows[i].path, path) == 0) return &entries->rows[i];
    return NULL;
}

Listing entries_listing(const Entries *entries, Arena *arena) {
    static const char *const columns[] = {"path", "value", "unit",   "kind", "low", "high",
                                          "was",  "where", "source", "why",  NULL};
    Listing listing;
    listing_init(&listing, columns, arena);
    for (int i = 0; i < entries->count; i++) {
        const Entry *entry = &entries->rows[i];
        listing_add(&listing, (const char *[]){entry->path, entry->value, entry->unit, entry->kind,
                                               entry->low, entry->high, entry->was, entry->where,
                                               entry->source, entry->why});
    }
    return listing;
}
