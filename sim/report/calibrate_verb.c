// SPDX-License-Identifier: MIT
#include "report/calibrate_verb.h"

#include "base/calendar.h"
#include "config/fingerprint.h"
#include "report/calibration_tables.h"
#include "report/scored_city.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { USUAL_SCALE = 50 };

// The scenarios of a model, from their start to the base year, of one in 50.
static Status read_scenarios(Calibration *calibration, const ScoredCity *named,
                             const Command *command, const Registries *known, Report *report) {
    Overrides overrides = command_overrides(command);
    Experiment *happened = &calibration->happened;
    int first, month, day_of_month;
    overrides.draws = 0;
    overrides.has_draws = 1;
    overrides.replicates = 1;
    if (overrides.scale == 0) overrides.scale = USUAL_SCALE;
    Status status = experiment_read(happened, named->file, &overrides, known->levers,
                                    known->lever_count, report);
    if (status != STATUS_OK) return status;
    calendar_split(happened->start_day, &first, &month, &day_of_month);
    if (overrides.years == 0) overrides.years = happened->base_year - first + 1;
    experiment_free(happened);
    status = experiment_read(happened, named->file, &overrides, known->levers, known->lever_count,
                             report);
    if (status != STATUS_OK || !*named->baseline) return status;
    calibration->has_baseline = true;
    return experiment_read(&calibration->baseline, named->baseline, &overrides, known->levers,
                           known->lever_count, report);
}

static Status read_roles(Calibration *calibration, Report *report) {
    const City *city = &calibration->happened.city;
    const Figures figures = {city->figures, city->figure_count};
    Reader reader = {.arena = calibration->happened.arena, .report = report};
    roles_read(&calibration->roles, city->tables[TABLE_FIGURES].file, &figures, &reader);
    if (reader.status != STATUS_OK || !calibration->has_baseline) return reader.status;
    bool needed = false;
    for (int i = 0; i < calibration->roles.reading_count; i++) {
        const Reading *reading = &calibration->roles.readings[i];
        needed = needed || (reading->baseline &&
                            role_is_of(&calibration->roles.rows[reading->role], city->id));
    }
    if (!needed) experiment_free(&calibration->baseline);
    calibration->has_baseline = needed;
    return STATUS_OK;
}

// The hash of the model that is fitted, which its fitted file names.
static Status hash_inputs(Calibration *calibration, const char *file, const Registries *known,
                          Report *report) {
    Moved moved[MOST_MOVED];
    bool left_out[PARAMETER_COUNT] = {false};
    Experiment *model = report_calloc(report, 1, sizeof *model);
    if (!model) return STATUS_NO_MEMORY;
    const Status status =
        experiment_read(model, file, NULL, known->levers, known->lever_count, report);
    const int count = free_numbers_moved(moved);
    for (int i = 0; i < count; i++)
        left_out[moved[i].parameter] = true;
    if (status == STATUS_OK) fingerprint_model(&model->city, left_out, calibration->inputs);
    if (status == STATUS_OK && model->city.sample_rows > 0) {
        experiment_free(model);
        free(model);
        return report_problem(report, STATUS_INVALID,
                              "%s is fitted already; calibrate the model that it rests on", file);
    }
    experiment_free(model);
    free(model);
    return status;
}

static void say_where(char kept[FOLDER_PATH], const Calibration *calibration, const char *out) {
    snprintf(kept, FOLDER_PATH, "%.*s/calibrate-%s-%.8s-s%llu.runs", FOLDER_PATH - 160, out,
             calibration->happened.id, calibration->inputs,
             (unsigned long long)calibration->happened.seed);
}

static Status write_files(const Calibration *calibration, const char *file, FILE *messages,
                          Report *report) {
    char fitted[FOLDER_PATH], sample[FOLDER_PATH];
    const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
    const int folder = slash ? (int)(slash - file + 1) : 0, stem = (int)strcspn(name, ".");
    snprintf(fitted, sizeof fitted, "%.*s%.*s.fitted.cfg", folder, file, stem, name);
    snprintf(sample, sizeof sample, "%.*s%.*s.sample.csv", folder, file, stem, name);
    Status status = calibration_write_sample(calibration, sample, report);
    if (status == STATUS_OK)
        status = calibration_write_fitted(calibration, name, sample + folder, fitted, report);
    if (status == STATUS_OK) fprintf(messages, "hxsim: fitted: %s, %s\n", fitted, sample);
    return status;
}

static Status calibrate(Calibration *calibration, const Command *command, FILE *out, FILE *messages,
                        Report *report) {
    const bool tells = !command->quiet && !command->no_progress;
    Status status = folder_make(command->out, report);
    if (status != STATUS_OK && access(command->out, W_OK) != 0) return status;
    say_where(calibration->kept, calibration, command->out);
    interruption_hold_back(); // before there are threads, which keep what is held back
    calibration->team = team_start(command_threads(command), report);
    if (!calibration->team) return STATUS_NO_MEMORY;
    progress_begin(&calibration->progress, tells ? messages : NULL);
    status = calibration_make(calibration, report);
    progress_end(&calibration->progress);
    team_end(calibration->team);
    if (status != STATUS_OK) return status;
    interruption_let_through();
    calibration_print(calibration, command->languages[0], out);
    return write_files(calibration, command->rest[0], messages, report);
}

Status calibrate_verb(const Command *command, const Registries *registries, FILE *out,
                      FILE *messages, Report *report) {
    Calibration *calibration = report_calloc(report, 1, sizeof *calibration);
    ScoredCity *named = report_calloc(report, 1, sizeof *named);
    Status status = calibration && named ? STATUS_OK : STATUS_NO_MEMORY;
    if (status == STATUS_OK) {
        scored_city_name(named, command->rest[0]);
        status = read_scenarios(calibration, named, command, registries, report);
    }
    if (status == STATUS_OK) status = read_roles(calibration, report);
    if (status == STATUS_OK)
        status = hash_inputs(calibration, command->rest[0], registries, report);
    if (status == STATUS_OK) status = calibration_targets(calibration, report);
    if (status == STATUS_OK) status = calibrate(calibration, command, out, messages, report);
    if (calibration) calibration_free(calibration);
    free(calibration);
    free(named);
    return status;
}
