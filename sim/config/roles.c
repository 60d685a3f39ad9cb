// SPDX-License-Identifier: MIT
#include "config/roles.h"

#include "config/table.h"

#include <math.h>
#include <string.h>

const char *const role_names[ROLE_COUNT] = {"input", "target", "held_out", "not_simulatable"};
const char *const read_as_names[READ_AS_COUNT] = {"level",  "per_1000", "share",
                                                  "change", "percent",  "sum"};

// clang-format off
#define ROLE_COLUMNS(X) \
    X(ROLE_FIGURE, figure) X(ROLE_ROLE, role) X(ROLE_SAME_AS, same_as) X(ROLE_REFORM, reform) \
    X(ROLE_PLACE, place) X(ROLE_REASON, reason)
#define READING_COLUMNS(X) \
    X(READING_FIGURE, figure) X(READING_NAME, reading) X(READING_INDICATOR, indicator) \
    X(READING_OF, of) X(READING_AS, as) X(READING_YEAR, year) X(READING_SINCE, since) \
    X(READING_RUN, run) X(READING_LOW, low) X(READING_HIGH, high) \
    X(READING_NULL_LOW, null_low) X(READING_NULL_HIGH, null_high) \
    X(READING_NULL_FROM, null_from) X(READING_WHY, why)
// clang-format on
#define NUMBERED(number, name) number,
#define NAMED(number, name) {#name, false},
enum { ROLE_COLUMNS(NUMBERED) ROLE_COLUMN_COUNT };
enum { READING_COLUMNS(NUMBERED) READING_COLUMN_COUNT };
static const Column role_columns[] = {ROLE_COLUMNS(NAMED)};
static const Column reading_columns[] = {READING_COLUMNS(NAMED)};

enum { FIRST_YEAR = 2015, LAST_YEAR = 2035 };

// The index of a word, or 0 after telling that it is none of the list.
static int word_of(const Row *row, int column, const char *const *words, int count) {
    const char *word = row_cell(row, column);
    for (int i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0) return i;
    reader_unknown(row->reader, row_where(row), row->table->columns[column].name, word, words,
                   (size_t)count);
    return 0;
}

static bool is_empty(const Row *row, int column) {
    return *row_cell(row, column) == '\0';
}

static double number_or(const Row *row, int column, double otherwise) {
    return is_empty(row, column) ? otherwise : row_number(row, column, -1e300, 1e300);
}

const Role *roles_find(const Roles *roles, const char *id) {
    for (int i = 0; i < roles->count; i++)
        if (strcmp(roles->rows[i].id, id) == 0) return &roles->rows[i];
    return NULL;
}

bool role_is_of(const Role *role, const char *place) {
    if (strcmp(role->places, "*") == 0) return true;
    const size_t length = strlen(place);
    for (const char *at = role->places; at; at = strchr(at, ';') ? strchr(at, ';') + 1 : NULL)
        if (strncmp(at, place, length) == 0 && (at[length] == ';' || at[length] == '\0'))
            return true;
    return false;
}

// ---- one row of roles

// What the rule makes of a figure by what the table of figures calls it.
static FigureRole by_rule(const Figure *figure) {
    static const struct {
        const char *called;
        FigureRole role;
    } rule[] = {{"input", ROLE_INPUT},
                {"state", ROLE_TARGET},
                {"effect", ROLE_HELD_OUT},
                {"anchor", ROLE_TARGET}};
    for (size_t i = 0; i < sizeof rule / sizeof *rule; i++)
        if (strcmp(rule[i].called, figure->role) == 0) return rule[i].role;
    return ROLE_NOT_SIMULATABLE;
}

static void check_level(const Role *role, Reader *reader) {
    const char *qualifier = role->figure->qualifier;
    if (role->role == ROLE_TARGET && strcmp(qualifier, "change") == 0)
        reader_problem(reader, role->where,
                       "%s is a target, but it is a change and no level; write held_out", role->id);
}

static void read_role(const Row *row, const Figures *figures, Role *role) {
    *role = (Role){.id = row_text(row, ROLE_FIGURE),
                   .role = (FigureRole)word_of(row, ROLE_ROLE, role_names, ROLE_COUNT),
                   .same_as = row_cell(row, ROLE_SAME_AS),
                   .reform = row_cell(row, ROLE_REFORM),
                   .places = row_text(row, ROLE_PLACE),
                   .reason = row_cell(row, ROLE_REASON),
                   .where = row_where(row)};
    role->figure = figures_find(figures, role->id);
    const bool as_ruled = role->figure && by_rule(role->figure) == role->role;
    if (!as_ruled && !*role->reason)
        reader_problem(row->reader, role->where,
                       "%s is %s, which is not what the rule makes of it; give the reason",
                       role->id, role_names[role->role]);
    if (role->figure) check_level(role, row->reader);
}

// An id stands once; what is printed twice has the role of its first printing; what is to be
// compared is in the table of figures.
static void check_role(const Roles *roles, const Role *role, Reader *reader) {
    const Role *first = roles_find(roles, role->id);
    const bool is_compared = role->role == ROLE_TARGET || role->role == ROLE_HELD_OUT;
    if (first != role)
        reader_problem(reader, role->where, "%s has a role already, in line %d", role->id,
                       first->where.line);
    if (*role->same_as) {
        const Role *same = roles_find(roles, role->same_as);
        if (!same || *same->same_as)
            reader_problem(reader, role->where, "%s repeats %s, which has no row of its own",
                           role->id, role->same_as);
        else if (same->role != role->role)
            reader_problem(reader, role->where, "%s is %s, but %s, which prints the same, is %s",
                           role->id, role_names[role->role], same->id, role_names[same->role]);
    } else if (is_compared && !role->figure) {
        reader_problem(reader, role->where, "%s is %s, but no figure has this id", role->id,
                       role_names[role->role]);
    }
}

static void check_every_figure(const Roles *roles, const Figures *figures, const char *file,
                               Reader *reader) {
    for (uint32_t i = 0; i < figures->count; i++) {
        const Figure *figure = &figures->rows[i];
        if (evidence_kind(figure->kind) == EVIDENCE_REPORTED && !roles_find(roles, figure->id))
            reader_problem(reader, (Where){file, 0},
                           "the reported figure %s has no role; add a row for it", figure->id);
    }
}

// ---- one row of the crosswalk

static void check_reading(const Roles *roles, const Reading *reading, Reader *reader) {
    const Role *role = &roles->rows[reading->role];
    const bool since = reading->as == READ_CHANGE || reading->as == READ_PER_CENT;
    if (role->role != ROLE_TARGET && role->role != ROLE_HELD_OUT)
        reader_problem(reader, reading->where, "%s is %s: nothing is compared with it", role->id,
                       role_names[role->role]);
    if (role->role == ROLE_TARGET && (since || reading->as == READ_SUM))
        reader_problem(reader, reading->where,
                       "%s is a target, but it is read as a %s and no level; make it held_out",
                       role->id, read_as_names[reading->as]);
    if (since != (reading->since > 0) && reading->as != READ_SUM)
        reader_problem(reader, reading->where,
                       since ? "%s needs the year since which it changed"
                             : "%s has a year since but is no change",
                       role->id);
    if (reading->low > reading->high || reading->null_low > reading->null_high)
        reader_problem(reader, reading->where, "of %s a low end is above its high end", role->id);
    if (isnan(reading->null_low) != isnan(reading->null_high))
        reader_problem(reader, reading->where, "of %s only one end of the null is given", role->id);
}

static void read_reading(const Row *row, const Roles *roles, const Figures *figures,
                         Reading *reading) {
    enum { REFORMS, BASELINE, RUNS };
    static const char *const runs[RUNS] = {[REFORMS] = "", [BASELINE] = "baseline"};
    const char *id = row_text(row, READING_FIGURE);
    const Role *role = roles_find(roles, id);
    *reading = (Reading){.role = role ? (int)(role - roles->rows) : 0,
                         .name = row_cell(row, READING_NAME),
                         .indicator = row_text(row, READING_INDICATOR),
                         .of = row_cell(row, READING_OF),
                         .as = (ReadAs)word_of(row, READING_AS, read_as_names, READ_AS_COUNT),
                         .year = (int)row_whole(row, READING_YEAR, FIRST_YEAR, LAST_YEAR),
                         .baseline = word_of(row, READING_RUN, runs, RUNS) == BASELINE,
                         .null_low = number_or(row, READING_NULL_LOW, NAN),
                         .null_high = number_or(row, READING_NULL_HIGH, NAN),
                         .null_from = row_cell(row, READING_NULL_FROM),
                         .why = row_cell(row, READING_WHY),
                         .where = row_where(row)};
    if (!is_empty(row, READING_SINCE))
        reading->since = (int)row_whole(row, READING_SINCE, FIRST_YEAR, LAST_YEAR);
    figures_check_sources(row->reader, figures, reading->where, reading->null_from);
    if (!role || !role->figure) {
        reader_problem(row->reader, reading->where, "%s has no role and no figure to compare", id);
        return;
    }
    const double printed = role->figure->value * (reading->as == READ_PER_1000 ? 1000 : 1);
    reading->low = number_or(row, READING_LOW, printed);
    reading->high = number_or(row, READING_HIGH, printed);
    check_reading(roles, reading, row->reader);
}

static void check_readings(const Roles *roles, Reader *reader) {
    for (int i = 0; i < roles->count; i++) {
        const Role *role = &roles->rows[i];
        const bool is_compared = role->role == ROLE_TARGET || role->role == ROLE_HELD_OUT;
        int readings = 0;
        for (int k = 0; k < roles->reading_count; k++)
            readings += roles->readings[k].role == i;
        if (is_compared && !*role->same_as && readings == 0)
            reader_problem(reader, role->where,
                           "%s is %s, but crosswalk.csv does not say with what it is compared",
                           role->id, role_names[role->role]);
    }
}

// ---- both tables

static void *rows_of(const Table *table, size_t size, Reader *reader) {
    void *rows = arena_take(reader->arena, (size_t)table->rows + 1, size);
    if (!rows) reader->status = status_first(reader->status, STATUS_NO_MEMORY);
    return rows;
}

static void read_roles(Roles *roles, const char *file, const Figures *figures, Reader *reader) {
    Table table;
    if (!table_read(&table, file, "", role_columns, ROLE_COLUMN_COUNT, reader)) return;
    roles->text[0] = table.text;
    roles->rows = rows_of(&table, sizeof *roles->rows, reader);
    if (!roles->rows) return;
    roles->count = table.rows;
    for (int i = 0; i < table.rows; i++)
        read_role(&(Row){reader, &table, i}, figures, &roles->rows[i]);
    for (int i = 0; i < table.rows; i++)
        check_role(roles, &roles->rows[i], reader);
    check_every_figure(roles, figures, file, reader);
}

static void read_readings(Roles *roles, const char *file, const Figures *figures, Reader *reader) {
    Table table;
    if (!table_read(&table, file, "", reading_columns, READING_COLUMN_COUNT, reader)) return;
    roles->text[1] = table.text;
    roles->readings = rows_of(&table, sizeof *roles->readings, reader);
    if (!roles->readings) return;
    roles->reading_count = table.rows;
    for (int i = 0; i < table.rows; i++)
        read_reading(&(Row){reader, &table, i}, roles, figures, &roles->readings[i]);
    check_readings(roles, reader);
}

bool roles_read(Roles *roles, const char *figures_file, const Figures *figures, Reader *reader) {
    *roles = (Roles){0};
    read_roles(roles, text_path_beside(reader->arena, figures_file, "roles.csv"), figures, reader);
    if (reader->status == STATUS_OK)
        read_readings(roles, text_path_beside(reader->arena, figures_file, "crosswalk.csv"),
                      figures, reader);
    return reader->status == STATUS_OK;
}
