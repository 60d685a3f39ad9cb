// SPDX-License-Identifier: MIT
#include "config/parameter_reader.h"

#include "config/model.h"
#include "config/spelling.h"
#include "config/table.h"

#include <string.h>

enum { MOST_NAMES = 64, SHOWN_MISSING = 10 };

// One file of the chain while its parameters are read.
typedef struct Layer {
    City *city;
    Figures figures;
    Reader *reader;
    bool given[PARAMETER_COUNT]; // in this file
} Layer;

static void unknown_member(Reader *reader, Where where, const char *what, const char *name,
                           const Entity *entities, int count) {
    const char *known[MOST_NAMES];
    for (int i = 0; i < count; i++)
        known[i] = entities[i].name;
    reader_unknown(reader, where, what, name, known, (size_t)count);
}

static void unknown_row(Reader *reader, Where where, const char *name,
                        const ParameterSection *section) {
    const char *known[MOST_NAMES];
    for (int i = 0; i < section->row_count; i++)
        known[i] = section->rows[i].name;
    const char *what = arena_format(reader->arena, "parameter of %s", section->name);
    reader_unknown(reader, where, what, name, known, (size_t)section->row_count);
}

static void unknown_section(Reader *reader, Where where, const char *name) {
    const char *known[PARAMETER_SECTION_COUNT];
    for (int i = 0; i < PARAMETER_SECTION_COUNT; i++)
        known[i] = parameter_section(i)->name;
    reader_unknown(reader, where, "section of parameters", name, known, PARAMETER_SECTION_COUNT);
}

// Takes the part of a path before the next dot.
static const char *next_part(Reader *reader, const char **path) {
    const size_t length = strcspn(*path, ".");
    const char *part = arena_text_part(reader->arena, *path, length);
    *path += length + ((*path)[length] == '.');
    return part;
}

int parameters_look_up(Reader *reader, Where where, const char *path) {
    const int index = parameter_find(path);
    if (index >= 0) return index;

    const char *whole = path, *name = next_part(reader, &path);
    const ParameterSection *section = parameter_find_section(name);
    if (!section) {
        unknown_section(reader, where, name);
        return -1;
    }
    const struct {
        const Entity *entities;
        int count;
    } lists[] = {{section->members, section->member_count}, {section->inner, section->inner_count}};
    for (int i = 0; i < 2; i++) {
        if (!lists[i].entities || !*path) continue;
        name = next_part(reader, &path);
        if (parameter_member(lists[i].entities, lists[i].count, name) >= 0) continue;
        unknown_member(reader, where, section->name, name, lists[i].entities, lists[i].count);
        return -1;
    }
    if (*path)
        unknown_row(reader, where, path, section);
    else
        reader_problem(reader, where,
                       "%s is no parameter but a group of them; name one, as hxsim list parameters "
                       "does",
                       whole);
    return -1;
}

static void take(Layer *layer, int index, const Quantity *quantity) {
    City *city = layer->city;
    const ParameterInfo info = parameter_info(index);
    if (layer->given[index])
        reader_problem(layer->reader, quantity->where,
                       "%s is given twice, the first time at %s:%d; keep one", info.path,
                       city->evidence[index].file, city->evidence[index].line);
    layer->given[index] = true;
    const Measure measure = {
        .name = info.path, .unit = info.unit, .lowest = info.lowest, .highest = info.highest};
    quantity_check(layer->reader, quantity, &measure, &layer->figures,
                   parameter_value(&city->parameters, index), &city->evidence[index]);
}

static void read_rows(Layer *layer, const Setting *group, const ParameterSection *section,
                      int member, int inner) {
    for (int i = 0; i < setting_count(group); i++) {
        const Setting *setting = setting_at(group, i);
        const int row = parameter_find_row(section, setting_name(setting));
        if (row < 0) {
            unknown_row(layer->reader, setting_where(setting), setting_name(setting), section);
            continue;
        }
        const int index = parameter_index(section, member, inner, row);
        const Quantity quantity =
            quantity_from_setting(layer->reader, setting, parameter_info(index).path);
        take(layer, index, &quantity);
    }
}

// A name cannot begin with a digit in a model file, so years are written year_2023 there.
static const char *member_name(const Setting *setting) {
    const char *name = setting_name(setting);
    return strncmp(name, "year_", 5) == 0 ? name + 5 : name;
}

static void read_members(Layer *layer, const Setting *group, const ParameterSection *section,
                         int member, const Entity *entities, int count) {
    const bool has_inner = entities == section->members && section->inner;
    for (int i = 0; i < setting_count(group); i++) {
        const Setting *setting = setting_at(group, i);
        const int found = parameter_member(entities, count, member_name(setting));
        if (found < 0)
            unknown_member(layer->reader, setting_where(setting), section->name,
                           setting_name(setting), entities, count);
        else if (!setting_is_group(layer->reader, setting, setting_name(setting)))
            continue;
        else if (has_inner)
            read_members(layer, setting, section, found, section->inner, section->inner_count);
        else if (section->inner)
            read_rows(layer, setting, section, member, found);
        else
            read_rows(layer, setting, section, found, 0);
    }
}

static void read_groups(Layer *layer, const Setting *root) {
    for (int i = 0; i < PARAMETER_SECTION_COUNT; i++) {
        const ParameterSection *section = parameter_section(i);
        const Setting *group = setting_member(root, section->name);
        if (!group || !setting_is_group(layer->reader, group, section->name)) continue;
        if (section->members)
            read_members(layer, group, section, 0, section->members, section->member_count);
        else
            read_rows(layer, group, section, 0, 0);
    }
}

enum { SECTION, MEMBER, FIELD, VALUE, UNIT, KIND, SOURCE, LOW, HIGH, WHY };
static const Column columns[] = {
    {"section", false}, {"member", false}, {"field", false}, {"value", false}, {"unit", false},
    {"kind", false},    {"source", false}, {"low", false},   {"high", false},  {"why", false}};

static bool read_bound(Reader *reader, const Table *table, int row, int column, double *value) {
    if (!*table_cell(table, row, column)) return false;
    return table_number(reader, table, row, column, -1e300, 1e300, value);
}

static void read_row(Layer *layer, const Table *table, int row) {
    Reader *reader = layer->reader;
    const char *member = table_cell(table, row, MEMBER);
    const char *path = arena_format(reader->arena, "%s%s%s.%s", table_cell(table, row, SECTION),
                                    *member ? "." : "", member, table_cell(table, row, FIELD));
    Quantity quantity = {.where = table_where(table, row),
                         .unit = table_cell(table, row, UNIT),
                         .kind = table_cell(table, row, KIND),
                         .source = table_cell(table, row, SOURCE),
                         .why = table_cell(table, row, WHY)};
    const int index = parameters_look_up(reader, quantity.where, path);
    quantity.has_value = table_number(reader, table, row, VALUE, -1e300, 1e300, &quantity.value);
    quantity.has_low = read_bound(reader, table, row, LOW, &quantity.low);
    quantity.has_high = read_bound(reader, table, row, HIGH, &quantity.high);
    if (index >= 0) take(layer, index, &quantity);
}

static void read_table(Layer *layer, const Setting *name_of_file) {
    Reader *reader = layer->reader;
    const Where where = setting_where(name_of_file);
    const char *name, *named_at = arena_format(reader->arena, "%s:%d: tables.parameters ",
                                               where.file, where.line);
    if (!setting_text(reader, name_of_file, "tables.parameters", &name)) return;

    Table table;
    const char *file = text_path_beside(reader->arena, where.file, name);
    if (!table_read(&table, file, named_at, columns, sizeof columns / sizeof *columns, reader))
        return;
    for (int row = 0; row < table.rows; row++)
        read_row(layer, &table, row);
}

void parameters_read(City *city, const Chain *chain, Reader *reader) {
    for (int i = 0; i < chain->count; i++) {
        Layer layer = {
            .city = city, .figures = {city->figures, city->figure_count}, .reader = reader};
        const Setting *root = chain_level(chain, i);
        const Setting *tables = setting_member(setting_member(root, "tables"), "parameters");
        if (tables && setting_is_list(reader, tables, "tables.parameters"))
            for (int k = 0; k < setting_count(tables); k++)
                read_table(&layer, setting_at(tables, k));
        read_groups(&layer, root);
    }
}

void parameters_check_complete(const City *city, const char *file, Reader *reader) {
    char list[SHOWN_MISSING * 100] = "";
    size_t length = 0;
    int missing = 0;
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        if (city->evidence[i].kind != EVIDENCE_MISSING || missing++ >= SHOWN_MISSING) continue;
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", length ? ", " : "",
                                   parameter_info(i).path);
    }
    if (missing > SHOWN_MISSING)
        reader_problem(reader, (Where){file, 0},
                       "%d of %d parameters are missing: %s and %d more; give them in "
                       "this file or one of its bases",
                       missing, PARAMETER_COUNT, list, missing - SHOWN_MISSING);
    else if (missing > 0)
        reader_problem(reader, (Where){file, 0},
                       "%d of %d parameters %s missing: %s; give %s in this file or one "
                       "of its bases",
                       missing, PARAMETER_COUNT, missing == 1 ? "is" : "are", list,
                       missing == 1 ? "it" : "them");
}
