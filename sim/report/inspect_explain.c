// SPDX-License-Identifier: MIT
#include "report/inspect.h"

#include "config/model.h"
#include "config/quantity.h"
#include "report/catalogue.h"
#include "report/inspect_entries.h"
#include "report/inspect_words.h"

#include <stdlib.h>
#include <string.h>

// What is said of one name, one property a row.
typedef struct Answer {
    Listing listing;
    Arena *arena;
    const Experiment *experiment; // NULL without a file
    const Registries *registries;
} Answer;

static void say(Answer *answer, const char *property, const char *text) {
    if (text && *text) listing_add(&answer->listing, (const char *[]){property, text});
}

static void say_number(Answer *answer, const char *property, double value, const char *unit) {
    char text[96];
    number_text_with_unit(text, value, unit);
    say(answer, property, arena_text(answer->arena, text));
}

static void say_figure(Answer *answer, const Figure *figure) {
    char value[96];
    number_text_with_unit(value, figure->value, figure->unit);
    say(answer, "figure",
        arena_format(answer->arena, "%s: %s, %s, %s %s (%s; %s)", figure->id, value,
                     figure->indicator, figure->place, figure->period, figure->kind,
                     figure->source));
}

// The figures that a text of ids names.
static void say_sources(Answer *answer, const char *sources) {
    const Figures figures = {answer->experiment->city.figures,
                             answer->experiment->city.figure_count};
    const char *id;
    while ((id = figures_next_id(answer->arena, &sources))) {
        const Figure *figure = figures_find(&figures, id);
        if (figure) say_figure(answer, figure);
    }
}

static void say_value(Answer *answer, const char *path) {
    const Entries entries = entries_of(answer->experiment, answer->registries, answer->arena);
    const Entry *entry = entries_find(&entries, path);
    if (!entry) return;
    say(answer, "value", arena_format(answer->arena, "%s %s", entry->value, entry->unit));
    say(answer, "kind", entry->kind);
    if (*entry->low)
        say(answer, "range", arena_format(answer->arena, "%s to %s", entry->low, entry->high));
    say(answer, "in the model", entry->was);
    say(answer, "given at", entry->where);
    say(answer, "why", entry->why);
    say_sources(answer, entry->source);
}

static bool explain_parameter(Answer *answer, const char *name) {
    const int index = parameter_find(name);
    if (index < 0) return false;
    const ParameterInfo info = parameter_info(index);
    say(answer, "parameter", arena_text(answer->arena, info.path));
    say(answer, "meaning", info.meaning);
    say(answer, "unit", info.unit);
    say_number(answer, "lowest", info.lowest, info.unit);
    say_number(answer, "highest", info.highest, info.unit);
    if (answer->experiment) say_value(answer, info.path);
    return true;
}

// Of the catalogue of the folder where the program is run; one that is amiss is for `list reforms`
// to tell.
static bool explain_entry(Answer *answer, const char *name) {
    Catalogue catalogue;
    Report aside;
    report_init(&aside);
    const Status status =
        catalogue_read_here(&catalogue, answer->registries, answer->arena, &aside);
    report_free(&aside);
    for (int i = 0; status == STATUS_OK && i < catalogue.count; i++) {
        const ReformEntry *entry = &catalogue.entries[i];
        if (strcmp(entry->name, name) != 0) continue;
        say(answer, "reform", entry->name);
        say(answer, "zh", entry->zh);
        say(answer, "places", entry->places);
        say(answer, "status", catalogue_status(entry, answer->registries, answer->arena));
        say(answer, "mechanism", entry->mechanism);
        say(answer, "figures", entry->figures);
        return true;
    }
    return false;
}

static bool explain_lever(Answer *answer, const char *name) {
    for (int i = 0; i < answer->registries->lever_count; i++) {
        const LeverInfo *lever = &answer->registries->levers[i];
        if (strcmp(lever->name, name) != 0) continue;
        say(answer, "lever", lever->name);
        say(answer, "about", lever->about);
        for (int k = 0; k < lever->parameter_count; k++) {
            const LeverParameter *one = &lever->parameters[k];
            say(answer, one->name,
                arena_format(answer->arena, "%.6g %s (%.6g to %.6g): %s", one->central, one->unit,
                             one->low, one->high, one->basis ? one->basis : ""));
        }
        return true;
    }
    return false;
}

static bool explain_indicator(Answer *answer, const char *name) {
    for (int i = 0; i < answer->registries->indicator_count; i++) {
        const IndicatorInfo *one = &answer->registries->indicators[i];
        if (strcmp(one->name, name) != 0) continue;
        say(answer, "indicator", one->name);
        say(answer, "zh", one->zh);
        say(answer, "en", one->en);
        say(answer, "unit", one->unit);
        say(answer, "formula", one->formula);
        say(answer, "base", one->base);
        say(answer, "source", one->source);
        say(answer, "about", one->about);
        return true;
    }
    return false;
}

static bool explain_chart(Answer *answer, const char *name) {
    for (int i = 0; i < answer->registries->chart_count; i++) {
        const ChartInfo *one = &answer->registries->charts[i];
        if (strcmp(one->name, name) != 0) continue;
        say(answer, "chart", one->name);
        say(answer, "zh", one->zh);
        say(answer, "en", one->en);
        say(answer, "about", one->about);
        return true;
    }
    return false;
}

static bool names_figure(const Answer *answer, const char *sources, const char *name) {
    const char *id;
    while ((id = figures_next_id(answer->arena, &sources)))
        if (strcmp(id, name) == 0) return true;
    return false;
}

// A figure, and what of the model rests on it.
static bool explain_figure(Answer *answer, const char *name) {
    if (!answer->experiment) return false;
    const Figures figures = {answer->experiment->city.figures,
                             answer->experiment->city.figure_count};
    const Figure *figure = figures_find(&figures, name);
    if (!figure) return false;
    say_figure(answer, figure);
    say(answer, "role", figure->role);
    say(answer, "confidence", figure->confidence);
    say(answer, "note", figure->note);
    const Entries entries = entries_of(answer->experiment, answer->registries, answer->arena);
    for (int i = 0; i < entries.count; i++)
        if (names_figure(answer, entries.rows[i].source, name))
            say(answer, "carries", entries.rows[i].path);
    return true;
}

static Status explain_nothing(const Answer *answer, const char *name, Report *report) {
    const Registries *registries = answer->registries;
    const int most = PARAMETER_COUNT + registries->lever_count + registries->indicator_count +
                     registries->chart_count;
    const char **known = arena_take(answer->arena, (size_t)most, sizeof *known);
    size_t count = 0;
    for (int i = 0; known && i < registries->lever_count; i++)
        known[count++] = registries->levers[i].name;
    for (int i = 0; known && i < registries->indicator_count; i++)
        known[count++] = registries->indicators[i].name;
    for (int i = 0; known && i < registries->chart_count; i++)
        known[count++] = registries->charts[i].name;
    for (int i = 0; known && i < PARAMETER_COUNT; i++)
        known[count++] = arena_text(answer->arena, parameter_info(i).path);
    const char *nearest = nearest_name(name, known, count);
    return report_problem(report, STATUS_USAGE,
                          "there is no parameter, reform, indicator%s or chart \"%s\"%s%s%s; see "
                          "hxsim list parameters",
                          answer->experiment ? ", figure" : "", name,
                          nearest ? "; did you mean \"" : "", nearest ? nearest : "",
                          nearest ? "\"?" : "");
}

static Status explain(Answer *answer, const char *name, ListingForm form, FILE *out,
                      Report *report) {
    static const char *const columns[] = {"property", "value", NULL};
    listing_init(&answer->listing, columns, answer->arena);
    const bool reform = explain_entry(answer, name);
    const bool found = explain_lever(answer, name) || reform || explain_parameter(answer, name) ||
                       explain_indicator(answer, name) || explain_chart(answer, name) ||
                       explain_figure(answer, name);
    if (!found) return explain_nothing(answer, name, report);
    return listing_print(&answer->listing, form, out, report);
}

Status inspect_explain(int count, char *const *given, const Registries *registries, FILE *out,
                       Report *report) {
    static const InspectUsage usage = {"explain", "explain NAME [FILE] [--json]", 1, 2, {"--json"}};
    InspectWords words;
    Status status = inspect_words_read(&words, &usage, count, given, report);
    if (status != STATUS_OK) return status;

    Experiment experiment = {0};
    if (words.operand_count == 2)
        status = experiment_read(&experiment, words.operands[1], NULL, registries->levers,
                                 registries->lever_count, report);
    Arena *arena = arena_new();
    if (status == STATUS_OK && !arena)
        status =
            report_problem(report, STATUS_NO_MEMORY, "no memory to explain %s", words.operands[0]);
    if (status == STATUS_OK) {
        Answer answer = {.arena = arena,
                         .experiment = words.operand_count == 2 ? &experiment : NULL,
                         .registries = registries};
        status = explain(&answer, words.operands[0], words.form, out, report);
    }
    arena_free(arena);
    experiment_free(&experiment);
    return status;
}
