// SPDX-License-Identifier: MIT
#include "config/quantity.h"

#include "base/calendar.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_names[] = {[EVIDENCE_MISSING] = "missing",
                                         [EVIDENCE_REPORTED] = "reported",
                                         [EVIDENCE_EXTERNAL] = "external",
                                         [EVIDENCE_CALIBRATED] = "calibrated",
                                         [EVIDENCE_ASSUMED] = "assumed"};
enum { KIND_NAMES = sizeof kind_names / sizeof *kind_names };

EvidenceKind evidence_kind(const char *word) {
    for (int kind = EVIDENCE_REPORTED; kind < KIND_NAMES; kind++)
        if (strcmp(kind_names[kind], word) == 0) return (EvidenceKind)kind;
    return EVIDENCE_MISSING;
}

const char *evidence_name(EvidenceKind kind) {
    return kind_names[kind];
}

Quantity quantity_from_setting(Reader *reader, const Setting *setting, const char *name) {
    static const char *const fields[] = {"value", "unit", "kind", "source", "low", "high", "why"};
    Quantity quantity = {
        .where = setting_where(setting), .unit = "", .kind = "", .source = "", .why = ""};
    if (!config_setting_is_group(setting)) {
        reader_problem(reader, quantity.where,
                       "%s is not a group; write %s = { value = ...; unit = \"...\"; "
                       "kind = \"...\"; ... };",
                       name, name);
        return quantity;
    }
    setting_check_names(reader, setting, "field of a number", fields,
                        sizeof fields / sizeof *fields);

    const Setting *value = setting_member(setting, "value"), *low = setting_member(setting, "low"),
                  *high = setting_member(setting, "high");
    if (value) {
        quantity.where = setting_where(value);
        quantity.has_value = setting_number(reader, value, name, &quantity.value);
    } else {
        reader_problem(reader, quantity.where, "%s has no value; write value = ...;", name);
    }
    quantity.has_low = low && setting_number(reader, low, "low", &quantity.low);
    quantity.has_high = high && setting_number(reader, high, "high", &quantity.high);
    quantity.unit = setting_optional_text(reader, setting, "unit");
    quantity.kind = setting_optional_text(reader, setting, "kind");
    quantity.source = setting_optional_text(reader, setting, "source");
    quantity.why = setting_optional_text(reader, setting, "why");
    return quantity;
}

static bool read_day(Reader *reader, const Setting *setting, const char *name, double *day) {
    const char *text;
    int32_t number;
    if (!setting || !setting_text(reader, setting, name, &text)) return false;
    if (!calendar_parse(text, &number)) {
        reader_problem(reader, setting_where(setting),
                       "%s is \"%s\", not a day; write it as \"2022-01-31\"", name, text);
        return false;
    }
    *day = number;
    return true;
}

Quantity quantity_from_date(Reader *reader, const Setting *setting, const char *name) {
    static const char *const fields[] = {"value", "kind", "source", "earliest", "latest", "why"};
    Quantity quantity = {
        .where = setting_where(setting), .unit = "day", .kind = "", .source = "", .why = ""};
    if (!config_setting_is_group(setting)) {
        reader_problem(reader, quantity.where,
                       "%s is not a group; write %s = { value = \"2022-01-31\"; kind = "
                       "\"...\"; ... };",
                       name, name);
        return quantity;
    }
    setting_check_names(reader, setting, "field of a date", fields, sizeof fields / sizeof *fields);

    const Setting *value = setting_member(setting, "value");
    if (!value)
        reader_problem(reader, quantity.where, "%s has no value; write value = \"2022-01-31\";",
                       name);
    else
        quantity.where = setting_where(value);
    quantity.has_value = read_day(reader, value, name, &quantity.value);
    quantity.has_low =
        read_day(reader, setting_member(setting, "earliest"), "earliest", &quantity.low);
    quantity.has_high =
        read_day(reader, setting_member(setting, "latest"), "latest", &quantity.high);
    quantity.kind = setting_optional_text(reader, setting, "kind");
    quantity.source = setting_optional_text(reader, setting, "source");
    quantity.why = setting_optional_text(reader, setting, "why");
    return quantity;
}

static bool is_day(const Measure *measure) {
    return strcmp(measure->unit, "day") == 0;
}

// A value of the measure for a message: days as dates, other numbers without their unit.
static void measured_text(char out[32], double value, const Measure *measure) {
    if (is_day(measure))
        calendar_format((int32_t)value, out);
    else
        number_text_in(out, value, measure->unit);
}

static bool check_bounds(Reader *reader, const Quantity *quantity, const char *what, double value,
                         const Measure *measure) {
    if (value >= measure->lowest && value <= measure->highest) return true;
    const bool below = value < measure->lowest;
    char number[32], bound[32];
    measured_text(number, value, measure);
    measured_text(bound, below ? measure->lowest : measure->highest, measure);
    reader_problem(reader, quantity->where, "%s%s is %s%s%s, %s, %s", what, measure->name, number,
                   is_day(measure) ? "" : " ", is_day(measure) ? "" : measure->unit,
                   below ? "below the lowest" : "above the highest", bound);
    return false;
}

// An assumed or calibrated number must give its range and the reason.
static void check_passport(Reader *reader, const Quantity *quantity, const Measure *measure) {
    const struct {
        const char *name;
        bool is_there;
    } fields[] = {{is_day(measure) ? "earliest" : "low", quantity->has_low},
                  {is_day(measure) ? "latest" : "high", quantity->has_high},
                  {"why", *quantity->why != '\0'}};
    char missing[64] = "";
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (fields[i].is_there) continue;
        if (*missing) strcat(missing, ", ");
        strcat(missing, fields[i].name);
    }
    if (*missing)
        reader_problem(reader, quantity->where,
                       "%s is %s and lacks %s; give its range and the reason", measure->name,
                       quantity->kind, missing);
}

static void check_range(Reader *reader, const Quantity *quantity, const Measure *measure) {
    char value[32], low[32], high[32];
    measured_text(value, quantity->value, measure);
    measured_text(low, quantity->low, measure);
    measured_text(high, quantity->high, measure);
    if (quantity->has_low)
        check_bounds(reader, quantity, "the low end of ", quantity->low, measure);
    if (quantity->has_high)
        check_bounds(reader, quantity, "the high end of ", quantity->high, measure);
    if (quantity->has_low && quantity->low > quantity->value)
        reader_problem(reader, quantity->where, "%s is %s, below the low end of its own range, %s",
                       measure->name, value, low);
    if (quantity->has_high && quantity->high < quantity->value)
        reader_problem(reader, quantity->where, "%s is %s, above the high end of its own range, %s",
                       measure->name, value, high);
}

// A number is as reported as the figure that it rests on.
static void check_reported(Reader *reader, const Quantity *quantity, const Measure *measure,
                           const Figures *figures) {
    const char *sources = quantity->source, *id;
    while ((id = figures_next_id(reader->arena, &sources))) {
        const Figure *figure = figures_find(figures, id);
        if (!figure || evidence_kind(figure->kind) != EVIDENCE_EXTERNAL) return;
    }
    reader_problem(reader, quantity->where,
                   "%s is reported but its figure, %s, is external; write kind = \"external\"",
                   measure->name, quantity->source);
}

static void check_kind(Reader *reader, const Quantity *quantity, EvidenceKind kind,
                       const Measure *measure, const Figures *figures) {
    if (kind == EVIDENCE_MISSING && !*quantity->kind)
        reader_problem(reader, quantity->where,
                       "%s does not say its kind; write kind = \"reported\", "
                       "\"external\", \"calibrated\" or \"assumed\"",
                       measure->name);
    else if (kind == EVIDENCE_MISSING)
        reader_unknown(reader, quantity->where, "kind of number", quantity->kind,
                       kind_names + EVIDENCE_REPORTED, KIND_NAMES - EVIDENCE_REPORTED);
    else if ((kind == EVIDENCE_REPORTED || kind == EVIDENCE_EXTERNAL) && !*quantity->source)
        reader_problem(reader, quantity->where,
                       "%s is %s but has no source; name a figure of the figure table",
                       measure->name, quantity->kind);
    else if (kind == EVIDENCE_REPORTED)
        check_reported(reader, quantity, measure, figures);
    if (*quantity->source)
        figures_check_sources(reader, figures, quantity->where, quantity->source);
}

void quantity_check(Reader *reader, const Quantity *quantity, const Measure *measure,
                    const Figures *figures, double *value, Evidence *evidence) {
    const EvidenceKind kind = evidence_kind(quantity->kind);
    *evidence = (Evidence){.kind = kind == EVIDENCE_MISSING ? EVIDENCE_ASSUMED : kind,
                           .low = quantity->has_low ? quantity->low : quantity->value,
                           .high = quantity->has_high ? quantity->high : quantity->value,
                           .source = quantity->source,
                           .why = quantity->why,
                           .file = quantity->where.file,
                           .line = quantity->where.line};
    *value = quantity->value;
    if (!quantity->has_value) return;

    check_kind(reader, quantity, kind, measure, figures);
    if (kind == EVIDENCE_ASSUMED || kind == EVIDENCE_CALIBRATED)
        check_passport(reader, quantity, measure);
    if (strcmp(quantity->unit, measure->unit) != 0)
        reader_problem(reader, quantity->where, "%s %s%s%s; write unit = \"%s\"", measure->name,
                       *quantity->unit ? "is in \"" : "does not say its unit", quantity->unit,
                       *quantity->unit ? "\"" : "", measure->unit);
    else if (check_bounds(reader, quantity, "", quantity->value, measure))
        check_range(reader, quantity, measure);
}

const Figure *figures_find(const Figures *figures, const char *id) {
    for (uint32_t i = 0; i < figures->count; i++)
        if (strcmp(figures->rows[i].id, id) == 0) return &figures->rows[i];
    return NULL;
}

static void check_source(Reader *reader, const Figures *figures, Where where, const char *id) {
    if (figures_find(figures, id)) return;
    const char **known = report_calloc(reader->report, figures->count, sizeof *known);
    for (uint32_t i = 0; known && i < figures->count; i++)
        known[i] = figures->rows[i].id;
    reader_unknown(reader, where, "figure", id, known, known ? figures->count : 0);
    free(known);
}

const char *figures_next_id(Arena *arena, const char **sources) {
    const char *start = *sources + strspn(*sources, "; ");
    size_t length = strcspn(start, ";");
    *sources = start + length;
    while (length > 0 && start[length - 1] == ' ')
        length--;
    return length ? arena_text_part(arena, start, length) : NULL;
}

void figures_check_sources(Reader *reader, const Figures *figures, Where where,
                           const char *sources) {
    const char *id;
    while ((id = figures_next_id(reader->arena, &sources)))
        check_source(reader, figures, where, id);
}
