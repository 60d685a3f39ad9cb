// SPDX-License-Identifier: MIT
#include "report/catalogue.h"

#include "config/places.h"
#include "config/quantity.h"

#include <string.h>

// clang-format off
#define CATALOGUE_COLUMNS(X) \
    X(REFORM_NAME, reform) X(REFORM_ZH, zh) X(REFORM_PLACES, places) \
    X(REFORM_MECHANISM, mechanism) X(REFORM_PARTS, parts) X(REFORM_NEEDED, needed) \
    X(REFORM_FIGURES, figures)
// clang-format on
#define NUMBERED(number, name) number,
#define NAMED(number, name) {#name, false},
enum { CATALOGUE_COLUMNS(NUMBERED) COLUMN_COUNT };
static const Column columns[] = {CATALOGUE_COLUMNS(NAMED)};

static bool has_lever(const Registries *registries, const char *name) {
    for (int i = 0; i < registries->lever_count; i++)
        if (strcmp(registries->levers[i].name, name) == 0) return true;
    return false;
}

static ReformEntry entry_of(const Row *row) {
    return (ReformEntry){.name = row_text(row, REFORM_NAME),
                         .zh = row_text(row, REFORM_ZH),
                         .places = row_text(row, REFORM_PLACES),
                         .mechanism = row_text(row, REFORM_MECHANISM),
                         .parts = row_cell(row, REFORM_PARTS),
                         .needed = row_cell(row, REFORM_NEEDED),
                         .figures = row_cell(row, REFORM_FIGURES)};
}

// ---- what a row may say

static void check_status(const Row *row, const ReformEntry *entry, const Registries *registries) {
    if (*entry->parts || *entry->needed || has_lever(registries, entry->name)) return;
    reader_problem(row->reader, row_where(row),
                   "%s has no lever and no parts; say in the column needed what a lever would need",
                   entry->name);
}

static void check_parts(const Row *row, const Catalogue *catalogue, const ReformEntry *entry) {
    const char *parts = entry->parts, *part;
    while ((part = figures_next_id(row->reader->arena, &parts))) {
        bool known = false;
        for (int i = 0; i < catalogue->count; i++)
            known = known || strcmp(catalogue->entries[i].name, part) == 0;
        if (!known)
            reader_problem(row->reader, row_where(row),
                           "%s is made of %s, which is in no row; correct its name", entry->name,
                           part);
    }
}

static void check_places(const Row *row, const City *figures, const ReformEntry *entry) {
    const char *places = entry->places, *place;
    while ((place = figures_next_id(row->reader->arena, &places))) {
        bool known = false;
        for (uint32_t i = 0; i < figures->figure_count; i++)
            known = known || strcmp(figures->figures[i].place, place) == 0;
        if (!known)
            reader_problem(row->reader, row_where(row),
                           "%s is told of %s, a place of no figure; correct its name", entry->name,
                           place);
    }
}

static void check_levers(const Catalogue *catalogue, const char *file, const Registries *registries,
                         Reader *reader) {
    for (int lever = 0; lever < registries->lever_count; lever++) {
        const char *name = registries->levers[lever].name;
        int row = 0;
        while (row < catalogue->count && strcmp(catalogue->entries[row].name, name) != 0)
            row++;
        if (row == catalogue->count)
            reader_problem(reader, (Where){file, 0}, "the lever %s is in no row; add one", name);
    }
}

// ---- the table

static void read_rows(Catalogue *catalogue, const Table *table, const City *figures,
                      const Registries *registries, Reader *reader) {
    catalogue->entries = places_rows(table, sizeof *catalogue->entries, reader);
    for (int i = 0; catalogue->entries && i < table->rows; i++)
        catalogue->entries[catalogue->count++] = entry_of(&(Row){reader, table, i});
    for (int i = 0; i < catalogue->count; i++) {
        const Row row = {reader, table, i};
        const ReformEntry *entry = &catalogue->entries[i];
        check_status(&row, entry, registries);
        check_parts(&row, catalogue, entry);
        check_places(&row, figures, entry);
        places_check_source(&row, figures, REFORM_FIGURES);
    }
    check_levers(catalogue, table->text.file, registries, reader);
}

Status catalogue_read(Catalogue *catalogue, const char *file, const char *figures_file,
                      const Registries *registries, Arena *arena, Report *report) {
    static const char named_at[] = "the list of reforms needs ";
    Reader reader = {.arena = arena, .report = report};
    City figures = {0};
    Table table;
    *catalogue = (Catalogue){0};
    figures_read(&figures, &(TableName){figures_file, named_at}, &reader);
    if (reader.status == STATUS_OK &&
        table_read(&table, file, named_at, columns, COLUMN_COUNT, &reader)) {
        places_check_ids(&reader, &table, REFORM_NAME);
        read_rows(catalogue, &table, &figures, registries, &reader);
    }
    if (reader.status == STATUS_OK && arena_is_short(arena))
        return report_problem(report, STATUS_NO_MEMORY, "no memory to read %s", file);
    return reader.status;
}

Status catalogue_read_here(Catalogue *catalogue, const Registries *registries, Arena *arena,
                           Report *report) {
    return catalogue_read(catalogue, "models/reforms.csv", "models/figures.csv", registries, arena,
                          report);
}

const char *catalogue_status(const ReformEntry *entry, const Registries *registries, Arena *arena) {
    if (has_lever(registries, entry->name)) return "lever";
    if (*entry->parts) return arena_format(arena, "through its parts: %s", entry->parts);
    return arena_format(arena, "entry only, needed: %s", entry->needed);
}
