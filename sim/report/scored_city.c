// SPDX-License-Identifier: MIT
#include "report/scored_city.h"

#include "base/calendar.h"
#include "config/sample.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { USUAL_DRAWS = 40, AS_HAPPENED = 0, BASELINE = 1 };

// ---- which scenarios

// Writes the path of a scenario; whether it stands in a folder of scenarios and not beside.
static bool find_scenario(char out[FOLDER_PATH], const char *file, const char *ending) {
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    const int folder = slash ? (int)(slash - file + 1) : 0;
    const int stem = (int)strcspn(name, ".");
    snprintf(out, FOLDER_PATH, "%.*s../scenarios/%.*s%s.cfg", folder, file, stem, name, ending);
    if (access(out, R_OK) == 0) return true;
    snprintf(out, FOLDER_PATH, "%.*s%.*s%s.cfg", folder, file, stem, name, ending);
    return false;
}

bool scored_city_has_scenario(const char *file) {
    char path[FOLDER_PATH];
    return find_scenario(path, file, "");
}

void scored_city_name(ScoredCity *city, const char *file) {
    find_scenario(city->file, file, "");
    find_scenario(city->baseline, file, "_baseline");
    if (access(city->baseline, R_OK) != 0) city->baseline[0] = '\0';
    city->fit = sample_is_of_fitted(file) ? file : NULL;
}

// ---- reading

static int first_year(const Experiment *experiment) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    return year;
}

static Status read_roles(ScoredCity *scored, Arena *arena, Report *report) {
    const City *city = &scored->runs.experiment[AS_HAPPENED].city;
    const Figures figures = {city->figures, city->figure_count};
    Reader reader = {.arena = arena, .report = report};
    roles_read(&scored->roles, city->tables[TABLE_FIGURES].file, &figures, &reader);
    return reader.status;
}

// As far as the last year that a reading asks for; the scenario may end sooner.
static int years_asked(const ScoredCity *scored, const Experiment *experiment) {
    int last = 0;
    for (int i = 0; i < scored->roles.reading_count; i++)
        if (scored->roles.readings[i].year > last) last = scored->roles.readings[i].year;
    const int years = last - first_year(experiment) + 1;
    return years < 1 || years > experiment->years ? experiment->years : years;
}

static bool needs_baseline(const ScoredCity *scored, const City *city) {
    bool needs = false;
    for (int i = 0; i < scored->roles.reading_count; i++) {
        const Reading *reading = &scored->roles.readings[i];
        needs = needs ||
                (reading->baseline && role_is_of(&scored->roles.rows[reading->role], city->id));
    }
    return needs;
}

// Once to learn of the years and draws, and once more with them.
Status scored_city_read(ScoredCity *city, const Command *command, const Registries *registries,
                        Arena *arena, Report *report) {
    const LeverInfo *levers = registries->levers;
    const int lever_count = registries->lever_count;
    PairedRuns *runs = &city->runs;
    Experiment *happened = &runs->experiment[AS_HAPPENED];
    Overrides overrides = command_overrides(command);
    if (city->fit) overrides.model = city->fit;
    Status status = experiment_read(happened, city->file, &overrides, levers, lever_count, report);
    if (status == STATUS_OK) status = read_roles(city, arena, report);
    if (status != STATUS_OK) return status;
    if (overrides.years == 0) overrides.years = years_asked(city, happened);
    if (!overrides.has_draws) overrides.draws = happened->draws ? happened->draws : USUAL_DRAWS;
    overrides.has_draws = 1;
    const bool baseline = *city->baseline && needs_baseline(city, &happened->city);
    experiment_free(happened);
    runs->count = 1;
    status = experiment_read(happened, city->file, &overrides, levers, lever_count, report);
    if (status == STATUS_OK) status = read_roles(city, arena, report); // of the city read anew
    if (status != STATUS_OK || !baseline) return status;
    runs->count = 2;
    return experiment_read(&runs->experiment[BASELINE], city->baseline, &overrides, levers,
                           lever_count, report);
}

// ---- running

Status scored_city_make(ScoredCity *city, const Registries *registries, Team *team,
                        Progress *progress, Report *report) {
    PairedRuns *runs = &city->runs;
    Status status = paired_runs_init(runs, registries->levers, registries->lever_count, report);
    if (status == STATUS_OK) status = paired_runs_make_central(runs, team, progress, report);
    if (status == STATUS_OK) status = paired_runs_make_draws(&runs, 1, team, progress, report);
    if (status != STATUS_OK) return status;
    if (runs->interrupted)
        return report_problem(report, STATUS_INTERRUPTED,
                              "interrupted before every draw was whole; nothing was written");
    city->rows = report_calloc(report, (size_t)city->roles.reading_count + 1, sizeof *city->rows);
    if (!city->rows) return STATUS_NO_MEMORY;
    const ScoreRuns of = {&runs->values[AS_HAPPENED],
                          runs->count > 1 ? &runs->values[BASELINE] : NULL};
    city->count = score_rows_fill(city->rows, &city->roles, of);
    return STATUS_OK;
}

void scored_city_free(ScoredCity *city) {
    free(city->rows);
    paired_runs_free(&city->runs);
}
