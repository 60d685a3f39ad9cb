// SPDX-License-Identifier: MIT
#include "config/scenario.h"

#include "base/calendar.h"
#include "config/places.h"
#include "config/quantity.h"
#include "config/reform_scope.h"

#include <string.h>

enum { MOST_LEVERS = 64, MOST_RAMP_MONTHS = 240, COMMON_NAMES = 6 };
static const char *const common_names[COMMON_NAMES] = {"lever", "places",      "start",
                                                       "end",   "ramp_months", "coverage"};

Measure reform_measure(const LeverInfo *lever, int which) {
    const double first = calendar_day(FIRST_CALENDAR_YEAR, 1, 1),
                 last = calendar_day(LAST_CALENDAR_YEAR, 12, 31);
    switch (which) {
    case REFORM_START:
        return (Measure){"start", "day", first, last};
    case REFORM_END:
        return (Measure){"end", "day", first, last};
    case REFORM_RAMP:
        return (Measure){"ramp_months", "months", 0, MOST_RAMP_MONTHS};
    case REFORM_COVERAGE:
        return (Measure){"coverage", "share", 0, 1};
    default: {
        const LeverParameter *parameter = &lever->parameters[which - REFORM_VALUES];
        return (Measure){parameter->name, parameter->unit, parameter->lowest, parameter->highest};
    }
    }
}

double reform_number(const Reform *reform, int which) {
    switch (which) {
    case REFORM_START:
        return reform->start_day;
    case REFORM_END:
        return reform->end_day;
    case REFORM_RAMP:
        return reform->ramp_months;
    case REFORM_COVERAGE:
        return reform->coverage;
    default:
        return reform->value[which - REFORM_VALUES];
    }
}

void reform_set_number(Reform *reform, int which, double value) {
    switch (which) {
    case REFORM_START:
        reform->start_day = (int32_t)value;
        return;
    case REFORM_END:
        reform->end_day = (int32_t)value;
        return;
    case REFORM_RAMP:
        reform->ramp_months = value;
        return;
    case REFORM_COVERAGE:
        reform->coverage = value;
        return;
    default:
        reform->value[which - REFORM_VALUES] = value;
    }
}

static int find_lever(const Levers *levers, const Setting *group, Reader *reader) {
    const Setting *setting = setting_member(group, "lever");
    const char *name, *known[MOST_LEVERS];
    if (!setting)
        reader_problem(reader, setting_where(group),
                       "this reform has no lever; write lever = \"...\";");
    if (!setting || !setting_text(reader, setting, "lever", &name)) return -1;

    int count = 0;
    for (; count < levers->count && count < MOST_LEVERS; count++) {
        known[count] = levers->rows[count].name;
        if (strcmp(known[count], name) == 0) return count;
    }
    reader_unknown(reader, setting_where(setting), "lever", name, known, (size_t)count);
    return -1;
}

static void check_fields(Reader *reader, const Setting *group, const LeverInfo *lever) {
    const char *known[COMMON_NAMES + MOST_LEVER_PARAMETERS + REFORM_LISTS + 1];
    size_t count = 0;
    for (; count < COMMON_NAMES; count++)
        known[count] = common_names[count];
    for (int i = 0; i < lever->parameter_count; i++)
        known[count++] = lever->parameters[i].name;
    count = reform_scope_names(lever, known, count);
    const char *what = arena_format(reader->arena, "field of a reform with lever %s", lever->name);
    setting_check_names(reader, group, what, known, count);
}

static void read_place(Reform *reform, const City *city, const Setting *setting, Reader *reader) {
    const char *id;
    if (!setting_text(reader, setting, "a place", &id)) return;
    if (strcmp(id, "*") == 0) {
        memset(reform->in_county, 1, city->county_count);
        return;
    }
    const int county =
        city->county_count ? places_county(reader, city, setting_where(setting), id) : -1;
    if (county >= 0) reform->in_county[county] = 1;
}

static void read_places(Reform *reform, const City *city, const Setting *group, Reader *reader) {
    const Setting *places = setting_member(group, "places");
    if (!places) {
        reader_problem(reader, setting_where(group),
                       "this reform names no places; write places = (\"*\"); for all "
                       "counties, or list their ids");
        return;
    }
    if (!setting_is_list(reader, places, "places")) return;
    if (setting_count(places) == 0)
        reader_problem(reader, setting_where(places),
                       "places is empty; write (\"*\") for all counties, or list "
                       "their ids");
    for (int i = 0; i < setting_count(places); i++)
        read_place(reform, city, setting_at(places, i), reader);
}

// The lever's own number when the scenario gives none: the central value of its table.
static void take_central(Reform *reform, const LeverInfo *lever, int which, Reader *reader) {
    const LeverParameter *parameter = &lever->parameters[which - REFORM_VALUES];
    reform_set_number(reform, which, parameter->central);
    reform->evidence[which] = (Evidence){
        .kind = EVIDENCE_ASSUMED,
        .low = parameter->low,
        .high = parameter->high,
        .source = "",
        .why = parameter->basis && *parameter->basis ? parameter->basis : "of the lever's table",
        .file = arena_format(reader->arena, "lever %s", lever->name)};
}

static void read_numbers(Reform *reform, const City *city, const Setting *group,
                         const LeverInfo *lever, Reader *reader) {
    const Figures figures = {city->figures, city->figure_count};
    const int count = REFORM_VALUES + (lever ? lever->parameter_count : 0);
    reform->end_day = NO_END;
    for (int which = 0; which < count; which++) {
        const Measure measure = reform_measure(lever, which);
        const Setting *setting = setting_member(group, measure.name);
        if (!setting && which >= REFORM_VALUES)
            take_central(reform, lever, which, reader);
        else if (!setting && which != REFORM_END)
            reader_problem(reader, setting_where(group),
                           "this reform has no %s; write %s = { value = ...; ... };", measure.name,
                           measure.name);
        if (!setting) continue;
        const bool is_date = which == REFORM_START || which == REFORM_END;
        const Quantity quantity = is_date ? quantity_from_date(reader, setting, measure.name)
                                          : quantity_from_setting(reader, setting, measure.name);
        double value = 0;
        quantity_check(reader, &quantity, &measure, &figures, &value, &reform->evidence[which]);
        if (quantity.has_value) reform_set_number(reform, which, value);
    }
}

static void read_reform(Experiment *experiment, const Setting *group, const Levers *levers,
                        Reader *reader) {
    if (!setting_is_group(reader, group, "a reform")) return;
    const Where where = setting_where(group);
    if (experiment->reform_count == MOST_REFORMS) {
        reader_problem(reader, where, "more than %d reforms", MOST_REFORMS);
        return;
    }
    Reform *reform = &experiment->reforms[experiment->reform_count++];
    *reform = (Reform){.file = where.file, .line = where.line};
    reform->lever = find_lever(levers, group, reader);
    const LeverInfo *lever = reform->lever >= 0 ? &levers->rows[reform->lever] : NULL;
    if (lever) check_fields(reader, group, lever);
    read_places(reform, &experiment->city, group, reader);
    if (lever) reform_scope_read(reform, &experiment->city, group, lever, reader);
    read_numbers(reform, &experiment->city, group, lever, reader);
}

void reforms_read(Experiment *experiment, const Chain *chain, const Levers *levers,
                  Reader *reader) {
    for (int level = 0; level < chain->count; level++) {
        const Setting *reforms = setting_member(chain_level(chain, level), "reforms");
        if (!reforms || !setting_is_list(reader, reforms, "reforms")) continue;
        for (int i = 0; i < setting_count(reforms); i++)
            read_reform(experiment, setting_at(reforms, i), levers, reader);
    }
}

static int by_lever(const Reform *a, const Reform *b) {
    return (a->lever > b->lever) - (a->lever < b->lever);
}

void reforms_sort(Experiment *experiment) {
    for (int i = 1; i < experiment->reform_count; i++)
        for (int k = i; k > 0; k--) {
            Reform *before = &experiment->reforms[k - 1], *after = &experiment->reforms[k];
            if (by_lever(before, after) <= 0) break;
            const Reform moved = *before;
            *before = *after;
            *after = moved;
        }
}

// Whatever is drawn of both dates, the end comes after the start.
static void check_ranges_of_dates(const Reform *reform, const char *lever, Reader *reader) {
    const Evidence *start = &reform->evidence[REFORM_START], *end = &reform->evidence[REFORM_END];
    char latest[11], earliest[11];
    if (end->low > start->high) return;
    calendar_format((int32_t)start->high, latest);
    calendar_format((int32_t)end->low, earliest);
    reader_problem(reader, (Where){end->file, end->line},
                   "the reform %s may end as early as %s and start as late as %s; let its earliest "
                   "end come after its latest start",
                   lever, earliest, latest);
}

void reforms_check_dates(const Experiment *experiment, const Levers *levers, Reader *reader) {
    for (int i = 0; i < experiment->reform_count; i++) {
        const Reform *reform = &experiment->reforms[i];
        const Evidence *end_evidence = &reform->evidence[REFORM_END];
        const char *lever = reform->lever < 0 ? "here" : levers->rows[reform->lever].name;
        if (end_evidence->kind == EVIDENCE_MISSING) continue;
        if (reform->end_day > reform->start_day) {
            check_ranges_of_dates(reform, lever, reader);
            continue;
        }
        char start[11], end[11];
        calendar_format(reform->start_day, start);
        calendar_format(reform->end_day, end);
        reader_problem(reader, (Where){end_evidence->file, end_evidence->line},
                       "the reform %s ends on %s, %s; give it a later end, or none", lever, end,
                       reform->end_day == reform->start_day
                           ? "the day it starts"
                           : arena_format(reader->arena, "before it starts on %s", start));
    }
}

// ---- contracts

static bool meet(const Reform *one, const Reform *other) {
    if (one->start_day >= other->end_day || other->start_day >= one->end_day) return false;
    if (!reform_scopes_meet(one, other)) return false;
    for (int county = 0; county < MOST_COUNTIES; county++)
        if (one->in_county[county] && other->in_county[county]) return true;
    return false;
}

static const char *contract_of(const Reform *reform, const Levers *levers) {
    if (reform->lever < 0 || !(reform->coverage > 0)) return NULL;
    return levers->rows[reform->lever].contract_for;
}

static void check_pair(const Reform *earlier, const Reform *later, const Levers *levers,
                       Reader *reader) {
    const char *one = contract_of(earlier, levers), *other = contract_of(later, levers);
    const double sum = earlier->coverage + later->coverage;
    char text[32];
    if (!one || !other || strcmp(one, other) != 0 || !meet(earlier, later)) return;
    if (strcmp(one, "visits") == 0) {
        reader_problem(reader, (Where){later->file, later->line},
                       "%s overlaps %s (line %d): both pay the same people by head; part them by "
                       "places or dates",
                       levers->rows[later->lever].name, levers->rows[earlier->lever].name,
                       earlier->line);
        return;
    }
    if (sum <= 1) return;
    number_text(text, sum);
    reader_problem(reader, (Where){later->file, later->line},
                   "the coverage of %s and of %s (line %d) adds to %s of the same %s, more than "
                   "1; lower one of them, or part them by places or dates",
                   levers->rows[later->lever].name, levers->rows[earlier->lever].name,
                   earlier->line, text, one);
}

void reforms_check_contracts(const Experiment *experiment, const Levers *levers, Reader *reader) {
    int count = 0;
    for (int i = 0; i < experiment->reform_count; i++) {
        const Reform *reform = &experiment->reforms[i];
        if (!contract_of(reform, levers)) continue;
        if (++count == MOST_CONTRACTS + 1)
            reader_problem(reader, (Where){reform->file, reform->line},
                           "more than %d reforms switch contracts on", MOST_CONTRACTS);
        for (int k = 0; k < i; k++)
            check_pair(&experiment->reforms[k], reform, levers, reader);
    }
}
