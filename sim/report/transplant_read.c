// SPDX-License-Identifier: MIT
#include "report/transplant.h"

#include "base/calendar.h"
#include "base/share.h"
#include "config/chain.h"
#include "config/places.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { USUAL_DRAWS = 6, USUAL_REPLICATES = 2, USUAL_SCALE = 200, USUAL_YEARS = 4 };
enum { MOST_KNOWN = 64 };

// ---- lists

// The next word of a list parted by commas, or NULL at its end.
static const char *next_word(const char **list, Arena *arena) {
    if (!*list) return NULL;
    const size_t length = strcspn(*list, ",");
    const char *word = arena_text_part(arena, *list, length);
    *list = (*list)[length] ? *list + length + 1 : NULL;
    return word;
}

// ---- reforms

static Status refuse_reform(const Transplant *transplant, const char *word, Report *report) {
    const char *known[MOST_REFORMS];
    for (int i = 0; i < transplant->lever_count; i++)
        known[i] = transplant->levers[i].name;
    const char *meant = nearest_name(word, known, (size_t)transplant->lever_count);
    return report_problem(report, STATUS_USAGE,
                          "--reform: there is no reform %s%s%s%s; see hxsim list reforms", word,
                          meant ? ", did you mean " : "", meant ? meant : "", meant ? "?" : "");
}

static Status take_reform(Transplant *transplant, const char *word, Report *report) {
    int lever = 0;
    while (lever < transplant->lever_count && strcmp(transplant->levers[lever].name, word) != 0)
        lever++;
    if (lever == transplant->lever_count) return refuse_reform(transplant, word, report);
    for (int i = 0; i < transplant->reform_count; i++)
        if (transplant->reform[i] == lever)
            return report_problem(report, STATUS_USAGE, "--reform names %s twice", word);
    if (transplant->reform_count == MOST_PACKAGE)
        return report_problem(report, STATUS_USAGE, "--reform: more than %d reforms", MOST_PACKAGE);
    transplant->reform[transplant->reform_count++] = lever;
    return STATUS_OK;
}

static Status read_reforms(Transplant *transplant, const char *list, Report *report) {
    Status status = STATUS_OK;
    if (!list)
        return report_problem(report, STATUS_USAGE,
                              "transplant wants reforms; write --reform NAME,NAME as hxsim list "
                              "reforms gives them");
    for (const char *word; status == STATUS_OK && (word = next_word(&list, transplant->arena));)
        status = take_reform(transplant, word, report);
    transplant->rows = transplant->reform_count + (transplant->reform_count > 1);
    return status;
}

// ---- cities

static const char *scenario_file(const char *id, Arena *arena) {
    char path[SHARE_PATH];
    share_find(path, arena_format(arena, "scenarios/%s.cfg", id));
    return arena_text(arena, path);
}

// The ids of cities with a model and a scenario of the same name.
static size_t known_cities(const char *known[MOST_KNOWN], Arena *arena) {
    char folder[SHARE_PATH];
    glob_t found = {0};
    size_t count = 0;
    share_find(folder, "models");
    if (glob(arena_format(arena, "%s/*.cfg", folder), 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc && count < MOST_KNOWN; i++) {
            const char *name = strrchr(found.gl_pathv[i], '/') + 1;
            const char *id = arena_text_part(arena, name, strlen(name) - strlen(".cfg"));
            if (access(scenario_file(id, arena), R_OK) == 0) known[count++] = id;
        }
    globfree(&found);
    return count;
}

static Status refuse_city(const char *word, Arena *arena, Report *report) {
    const char *known[MOST_KNOWN];
    const size_t count = known_cities(known, arena);
    const char *meant = nearest_name(word, known, count);
    return report_problem(report, STATUS_USAGE,
                          "--city: there is no city %s%s%s%s; see hxsim list cities, or name a "
                          "scenario, scenarios/mytown.cfg",
                          word, meant ? ", did you mean " : "", meant ? meant : "",
                          meant ? "?" : "");
}

static Status take_city(Transplant *transplant, const char *word, Report *report) {
    const bool is_file = strpbrk(word, "/.") != NULL;
    const char *file = is_file ? word : scenario_file(word, transplant->arena);
    if (!is_file && access(file, R_OK) != 0) return refuse_city(word, transplant->arena, report);
    if (transplant->city_count == MOST_CITIES)
        return report_problem(report, STATUS_USAGE, "--city: more than %d cities", MOST_CITIES);
    transplant->city[transplant->city_count++].file = file;
    return STATUS_OK;
}

static Status read_cities(Transplant *transplant, const char *list, Report *report) {
    Status status = STATUS_OK;
    if (!list)
        return report_problem(report, STATUS_USAGE,
                              "transplant wants cities, two or more of hxsim list cities: write "
                              "--city huaihua,xiangtan");
    for (const char *word; status == STATUS_OK && (word = next_word(&list, transplant->arena));)
        status = take_city(transplant, word, report);
    if (status == STATUS_OK && transplant->city_count < 2)
        return report_problem(report, STATUS_USAGE,
                              "--city names one city; a transplant wants two or more, parted by "
                              "commas");
    return status;
}

// ---- sources

// How it is run, where the command line does not say: fewer people and years than a run has,
// because there are many runs. Numbers of reforms are set when the reforms are there.
static Overrides overrides_of(const Command *command, const char **sets) {
    Overrides overrides = command_overrides(command);
    overrides.sets = sets;
    overrides.set_count = 0;
    for (int i = 0; i < command->set_count; i++)
        if (strncmp(command->sets[i], "reforms.", 8) != 0)
            sets[overrides.set_count++] = command->sets[i];
    if (overrides.scale == 0) overrides.scale = USUAL_SCALE;
    if (overrides.replicates == 0) overrides.replicates = USUAL_REPLICATES;
    if (!overrides.has_draws) overrides.draws = USUAL_DRAWS;
    overrides.has_draws = 1;
    return overrides;
}

static Status read_source(Experiment *source, const char *file, const Transplant *transplant,
                          const Command *command, Report *report) {
    const char *sets[MOST_WORDS];
    const Overrides overrides = overrides_of(command, sets);
    return experiment_read(source, file, &overrides, transplant->levers, transplant->lever_count,
                           report);
}

// ---- what cities must have in common

// Where a file says from when it runs.
static Where where_of_years(const char *file, Arena *arena) {
    Report aside;
    Chain chain;
    Where where = {file, 1};
    report_init(&aside);
    if (chain_read(&chain, file, arena, &aside) == STATUS_OK) {
        const Setting *start = chain_last_member(&chain, "scenario", "start");
        const Setting *years = chain_last_member(&chain, "scenario", "years");
        if (start || years) where = setting_where(start ? start : years);
        where.file = arena_text(arena, where.file);
        chain_free(&chain);
    }
    report_free(&aside);
    return where;
}

static int first_year_of(const Experiment *experiment) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    return year;
}

static Status check_years(const Transplant *transplant, int number, Report *report) {
    const Experiment *one = &transplant->city[0].source;
    const Experiment *other = &transplant->city[number].source;
    const int first = first_year_of(one), other_first = first_year_of(other);
    const Where where = where_of_years(transplant->city[number].file, transplant->arena);
    if (one->fixed_demography != other->fixed_demography)
        return report_problem(report, STATUS_INVALID,
                              "%s:%d: demography is not as in %s; give cities that are set side by "
                              "side the same",
                              where.file, where.line, one->file);
    if (one->start_day == other->start_day && one->years == other->years) return STATUS_OK;
    return report_problem(report, STATUS_INVALID,
                          "%s:%d: runs from %d to %d, but %s from %d to %d; give cities that are "
                          "set side by side the same start and years",
                          where.file, where.line, other_first, other_first + other->years - 1,
                          one->file, first, first + one->years - 1);
}

static Status check_counties(const City *one, const City *other, Report *report) {
    for (uint32_t i = 0; i < one->county_count; i++)
        for (uint32_t k = 0; k < other->county_count; k++) {
            const char *id = other->counties[k].id;
            if (strcmp(one->counties[i].id, id) == 0)
                return places_county_twice(other, id, one->id, one->tables[TABLE_COUNTIES].file,
                                           report);
        }
    return STATUS_OK;
}

static Status check_alike(const Transplant *transplant, int number, Report *report) {
    const City *city = &transplant->city[number].source.city;
    Status status = number > 0 ? check_years(transplant, number, report) : STATUS_OK;
    for (int i = 0; i < number && status == STATUS_OK; i++) {
        const City *other = &transplant->city[i].source.city;
        if (strcmp(city->id, other->id) == 0)
            return report_problem(report, STATUS_USAGE, "--city names %s twice", city->id);
        status = check_counties(other, city, report);
    }
    return status;
}

// ---- all of it

static bool has_scope(const Experiment *source, int lever) {
    for (int i = 0; i < source->reform_count; i++)
        if (source->reforms[i].lever == lever && source->reforms[i].coverage > 0) return true;
    return false;
}

static bool wants_standard(const Transplant *transplant) {
    for (int c = 0; c < transplant->city_count; c++)
        for (int i = 0; i < transplant->reform_count; i++)
            if (!has_scope(&transplant->city[c].source, transplant->reform[i])) return true;
    return false;
}

static bool is_asked_for(const Transplant *transplant, const char *id) {
    for (int c = 0; c < transplant->city_count; c++)
        if (strcmp(transplant->city[c].source.city.id, id) == 0) return true;
    return false;
}

// The other cities, whose scopes may be the standard: which these are does not depend on which
// cities are asked for.
static Status read_others(Transplant *transplant, const Command *command, Report *report) {
    const char *known[MOST_KNOWN];
    const size_t count = known_cities(known, transplant->arena);
    Status status = STATUS_OK;
    transplant->others = report_calloc(report, count + 1, sizeof *transplant->others);
    if (!transplant->others) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        if (is_asked_for(transplant, known[i])) continue;
        status =
            read_source(&transplant->others[transplant->other_count],
                        scenario_file(known[i], transplant->arena), transplant, command, report);
        transplant->other_count += status == STATUS_OK;
    }
    return status;
}

static Status read_sources(Transplant *transplant, const Command *command, Report *report) {
    Status status = STATUS_OK;
    for (int c = 0; c < transplant->city_count && status == STATUS_OK; c++) {
        TransplantCity *city = &transplant->city[c];
        status = read_source(&city->source, city->file, transplant, command, report);
        if (status == STATUS_OK) status = check_alike(transplant, c, report);
    }
    for (int c = 0; c < transplant->city_count && status == STATUS_OK; c++) {
        Experiment *source = &transplant->city[c].source;
        if (command->years == NOT_GIVEN && source->years > USUAL_YEARS) source->years = USUAL_YEARS;
    }
    if (status == STATUS_OK && wants_standard(transplant))
        status = read_others(transplant, command, report);
    return status;
}

Status transplant_read(Transplant *transplant, const Command *command, const LeverInfo *levers,
                       int lever_count, Report *report) {
    *transplant = (Transplant){.levers = levers, .lever_count = lever_count};
    transplant->arena = arena_new();
    transplant->city = report_calloc(report, MOST_CITIES, sizeof *transplant->city);
    if (!transplant->arena || !transplant->city)
        return report_problem(report, STATUS_NO_MEMORY, "no memory for the cities");
    Status status = read_reforms(transplant, command->reforms, report);
    if (status == STATUS_OK) status = read_cities(transplant, command->cities, report);
    if (status == STATUS_OK) status = read_sources(transplant, command, report);
    if (status == STATUS_OK) status = transplant_compose(transplant, command, report);
    return status;
}

void transplant_free(Transplant *transplant) {
    for (int c = 0; transplant->city && c < transplant->city_count; c++) {
        paired_runs_free(&transplant->city[c].runs);
        experiment_free(&transplant->city[c].source);
    }
    for (int i = 0; i < transplant->other_count; i++)
        experiment_free(&transplant->others[i]);
    free(transplant->city);
    free(transplant->others);
    arena_free(transplant->arena);
    *transplant = (Transplant){0};
}

// ---- names

int transplant_package(const Transplant *transplant) {
    return transplant->rows;
}

int transplant_year(const Transplant *transplant) {
    const Experiment *source = &transplant->city[0].source;
    return first_year_of(source) + source->years - 1;
}

const char *transplant_row(const Transplant *transplant, int row, Language language) {
    if (row == transplant->reform_count)
        return language == LANGUAGE_ZH ? "几项一起" : "all together";
    const LeverInfo *lever = &transplant->levers[transplant->reform[row]];
    return language == LANGUAGE_ZH ? lever->zh : lever->en;
}

const char *transplant_city_name(const TransplantCity *city, Language language) {
    return language == LANGUAGE_ZH ? city->source.city.name_zh : city->source.city.name_en;
}
