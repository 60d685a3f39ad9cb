// SPDX-License-Identifier: MIT
#include "report/compare_verb.h"

#include "base/calendar.h"
#include "reforms/deals.h"
#include "report/charts_of_compare.h"
#include "report/compare_readme.h"
#include "report/difference_json.h"
#include "report/progress.h"
#include "report/result_charts.h"
#include "report/result_folder.h"
#include "report/result_tables.h"
#include "report/run_draws.h"

#include <sha2.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_DRAWS = 40, USUAL_REPLICATES = 4 };

typedef struct Comparison {
    const Command *command;
    const Registries *registries;
    FILE *out, *messages;
    Report *report;
    PairedRuns runs;
    Compared compared;
    Attributions attributions;
    Experiment named; // the base under the name and hash of the comparison
    char id[256], title_zh[512], title_en[512];
    ResultFolder folder;
    ResultCharts charts;
} Comparison;

// ---- scenarios

static Status read_one(Comparison *comparison, int number, const Overrides *overrides) {
    const Registries *known = comparison->registries;
    Experiment *experiment = &comparison->runs.experiment[number];
    const Status status = experiment_read(experiment, comparison->command->rest[number], overrides,
                                          known->levers, known->lever_count, comparison->report);
    return status == STATUS_OK ? contract_file_check(experiment, comparison->report) : status;
}

// The base once as it is, and once more as it is compared.
static Status read_base(Comparison *comparison, Overrides *overrides) {
    Experiment *base = &comparison->runs.experiment[0];
    Status status = read_one(comparison, 0, overrides);
    if (status != STATUS_OK) return status;
    const bool usual_scale = overrides->scale == 0 && base->scale == 1;
    overrides->scale = usual_scale ? base->draw_scale : base->scale;
    overrides->draw_scale = base->draw_scale;
    overrides->replicates = base->replicates;
    if (usual_scale && comparison->command->replicates == NOT_GIVEN && base->replicates == 1)
        overrides->replicates = USUAL_REPLICATES;
    overrides->draws = overrides->has_draws || base->draws > 0 ? base->draws : USUAL_DRAWS;
    overrides->has_draws = 1;
    overrides->seed = base->seed;
    overrides->has_seed = 1;
    experiment_free(base);
    return read_one(comparison, 0, overrides);
}

static void years_of(const Experiment *experiment, int *first, int *last) {
    int month, day_of_month;
    calendar_split(experiment->start_day, first, &month, &day_of_month);
    *last = *first + experiment->years - 1;
}

static Status check_alike(const Comparison *comparison, int number) {
    const Experiment *base = &comparison->runs.experiment[0];
    const Experiment *other = &comparison->runs.experiment[number];
    int first, last, other_first, other_last;
    years_of(base, &first, &last);
    years_of(other, &other_first, &other_last);
    if (first != other_first || last != other_last)
        return report_problem(comparison->report, STATUS_INVALID,
                              "%s runs from %d to %d, but %s from %d to %d; only scenarios of the "
                              "same years are compared: give both the same start and years",
                              base->file, first, last, other->file, other_first, other_last);
    if (strcmp(base->city.id, other->city.id) != 0 ||
        base->city.county_count != other->city.county_count)
        return report_problem(comparison->report, STATUS_INVALID,
                              "%s is of %s, but %s of %s; only scenarios of one city are compared",
                              base->file, base->city.id, other->file, other->city.id);
    if (base->fixed_demography != other->fixed_demography)
        return report_problem(comparison->report, STATUS_INVALID,
                              "%s and %s differ in demography; only scenarios that agree in it are "
                              "compared",
                              base->file, other->file);
    return STATUS_OK;
}

static Status read_all(Comparison *comparison) {
    Overrides overrides = command_overrides(comparison->command);
    PairedRuns *runs = &comparison->runs;
    runs->count = comparison->command->rest_count;
    Status status = read_base(comparison, &overrides);
    for (int i = 1; i < runs->count && status == STATUS_OK; i++) {
        status = read_one(comparison, i, &overrides);
        if (status == STATUS_OK) status = check_alike(comparison, i);
    }
    return status;
}

// ---- the folder

// Titles and inputs of all scenarios, so that the folder is known by all of them.
static void name_comparison(Comparison *comparison) {
    const PairedRuns *runs = &comparison->runs;
    SHA2_CTX sum;
    SHA256Init(&sum);
    const char *list = comparison->command->indicators;
    SHA256Update(&sum, (const uint8_t *)"compare ", 8);
    if (list) SHA256Update(&sum, (const uint8_t *)list, strlen(list));
    for (int i = 0; i < runs->count; i++) {
        const Experiment *one = &runs->experiment[i];
        SHA256Update(&sum, (const uint8_t *)one->inputs_hash, strlen(one->inputs_hash));
        snprintf(comparison->id + strlen(comparison->id),
                 sizeof comparison->id - strlen(comparison->id), "%s%.60s", i ? "-vs-" : "",
                 one->id);
        snprintf(comparison->title_zh + strlen(comparison->title_zh),
                 sizeof comparison->title_zh - strlen(comparison->title_zh), "%s%.120s",
                 i ? "；对比 " : "", one->title_zh);
        snprintf(comparison->title_en + strlen(comparison->title_en),
                 sizeof comparison->title_en - strlen(comparison->title_en), "%s%.120s",
                 i ? "; against " : "", one->title_en);
    }
    comparison->named = runs->experiment[0];
    comparison->named.id = comparison->id;
    comparison->named.title_zh = comparison->title_zh;
    comparison->named.title_en = comparison->title_en;
    SHA256End(&sum, comparison->named.inputs_hash);
}

static const char *file_in(char path[FOLDER_PATH], const Comparison *comparison, const char *name) {
    snprintf(path, FOLDER_PATH, "%.*s/%s", FOLDER_PATH - 96, comparison->folder.work, name);
    return path;
}

// A scenario as it was run, in a folder of its own.
static Status write_scenario(const Comparison *comparison, int number) {
    const PairedRuns *runs = &comparison->runs;
    const Registries *known = comparison->registries;
    char name[64], path[FOLDER_PATH], file[FOLDER_PATH + 32];
    snprintf(name, sizeof name, number ? "alternative-%d" : "base", number);
    file_in(path, comparison, name);
    Status status = folder_make(path, comparison->report);
    if (status == STATUS_OK)
        status = experiment_write(&runs->experiment[number], known->levers, known->lever_count,
                                  path, comparison->report);
    snprintf(file, sizeof file, "%s/indicators.csv", path);
    if (status == STATUS_OK)
        status = result_tables_indicators(&runs->values[number], &runs->experiment[number], file,
                                          comparison->report);
    snprintf(file, sizeof file, "%s/draws.csv", path);
    if (status == STATUS_OK && runs->experiment[number].draws > 0)
        status =
            run_draws_write(&runs->values[number], &runs->draws[number], file, comparison->report);
    return status;
}

// The README below the languages.
enum { TEXT_README = -1 };
static Status print_text(FILE *stream, const void *what, int which, Report *report) {
    const Comparison *comparison = what;
    if (which == TEXT_README) {
        compare_readme_write(stream, &comparison->named, &comparison->charts.left_out);
        return STATUS_OK;
    }
    const Status status =
        difference_tables_print(&comparison->compared, (Language)which, stream, report);
    if (status == STATUS_OK)
        attributions_print(&comparison->attributions, &comparison->compared, (Language)which,
                           stream);
    return status;
}

static Status write_text(const Comparison *comparison, const char *name, int which) {
    char path[FOLDER_PATH];
    return folder_write(file_in(path, comparison, name), print_text, comparison, which,
                        comparison->report);
}

static const char json_name[] = "differences.json";

static const char *text_name(Language language) {
    return language == LANGUAGE_ZH ? "differences-zh.txt" : "differences-en.txt";
}

static Status write_files(Comparison *comparison) {
    char path[FOLDER_PATH];
    Status status = difference_tables_write(
        &comparison->compared, file_in(path, comparison, "differences.csv"), comparison->report);
    if (status == STATUS_OK)
        status =
            attributions_write(&comparison->attributions, &comparison->compared,
                               file_in(path, comparison, "attribution.csv"), comparison->report);
    if (status == STATUS_OK)
        status = difference_json_write(&comparison->compared, &comparison->attributions,
                                       file_in(path, comparison, json_name), comparison->report);
    for (int i = 0; i < comparison->runs.count && status == STATUS_OK; i++)
        status = write_scenario(comparison, i);
    if (status == STATUS_OK) status = write_text(comparison, "README.txt", TEXT_README);
    for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN && status == STATUS_OK; language++)
        status = write_text(comparison, text_name((Language)language), language);
    if (status == STATUS_OK)
        status = manifest_write(comparison->folder.work, &comparison->named,
                                &comparison->charts.manifest, comparison->report);
    return status;
}

// ---- charts

static size_t draw_charts(const void *what, const ChartsAsked *asked, const char *folder,
                          ChartsLeftOut *left_out) {
    const Comparison *comparison = what;
    const CompareSource source = {.compared = &comparison->compared,
                                  .draws = comparison->runs.draws,
                                  .attributions = &comparison->attributions,
                                  .levers = comparison->registries->levers,
                                  .lever_count = comparison->registries->lever_count};
    return compare_charts_draw_all(&source, asked, folder, left_out);
}

// ---- telling

static Status print_table(const Comparison *comparison) {
    const Command *command = comparison->command;
    return result_folder_print(&comparison->folder,
                               command->json ? json_name : text_name(command->languages[0]),
                               comparison->out, comparison->report);
}

// Draws take long: what the central parameters say is told as soon as it is known.
static Status print_first(const Comparison *comparison) {
    const Status status =
        difference_tables_print(&comparison->compared, comparison->command->languages[0],
                                comparison->messages, comparison->report);
    fputs("\nhxsim: the same with draws follows\n", comparison->messages);
    return status;
}

static void tell_where(const Comparison *comparison, const char *what) {
    if (!comparison->command->quiet)
        fprintf(comparison->messages, "hxsim: %s: %s\n", what, comparison->folder.path);
}

// ---- the comparison

// What the draws say is kept if somebody interrupts the runs that would confirm it.
static Status attribute(Comparison *comparison, Team *team) {
    PairedRuns *runs = &comparison->runs;
    Status status = attributions_init(&comparison->attributions, runs, &comparison->compared,
                                      comparison->report);
    if (status == STATUS_OK && !runs->interrupted)
        status = attributions_try_flips(&comparison->attributions, runs, team, comparison->report);
    if (status != STATUS_INTERRUPTED) return status;
    runs->interrupted = true;
    interruption_forget();
    return STATUS_OK;
}

static Status simulate_and_write(Comparison *comparison, Team *team) {
    PairedRuns *runs = &comparison->runs;
    Progress progress;
    const bool tells = !comparison->command->quiet && !comparison->command->no_progress;
    Status status = result_folder_begin(&comparison->folder, comparison->report);
    progress_begin(&progress, tells ? comparison->messages : NULL);
    if (status == STATUS_OK)
        status = paired_runs_make_central(runs, team, &progress, comparison->report);
    if (status == STATUS_OK && tells && runs->experiment[0].draws > 0) {
        progress_end(&progress);
        status = print_first(comparison);
    }
    if (status == STATUS_OK)
        status = paired_runs_make_draws(&runs, 1, team, &progress, comparison->report);
    progress_end(&progress);
    if (status == STATUS_OK) status = attribute(comparison, team);
    const int asked = runs->experiment[0].draws, whole = asked - runs->draws_missing;
    comparison->charts.manifest.interrupted = runs->interrupted;
    comparison->charts.manifest.draws_missing = runs->draws_missing;
    if (status == STATUS_OK)
        status = result_charts_draw(&comparison->charts, comparison->command, draw_charts,
                                    comparison, comparison->folder.work, team, comparison->messages,
                                    comparison->report);
    if (status == STATUS_OK) status = write_files(comparison);
    if (status == STATUS_OK && interruption_came())
        status = report_problem(comparison->report, STATUS_INTERRUPTED,
                                "interrupted while results were written; nothing is left of them");
    if (status == STATUS_OK) status = result_folder_keep(&comparison->folder, comparison->report);
    result_folder_drop(&comparison->folder);
    if (status != STATUS_OK) return status;
    interruption_let_through();
    status = print_table(comparison);
    tell_where(comparison, "results");
    if (status == STATUS_OK && runs->interrupted)
        status = report_problem(comparison->report, STATUS_INTERRUPTED,
                                "interrupted; %d of %d draws are whole and kept in %s", whole,
                                asked, comparison->folder.path);
    return status;
}

static Status compare_experiments(Comparison *comparison) {
    const Command *command = comparison->command;
    bool done;
    Status status =
        result_folder_look(&comparison->folder, &comparison->named, command->out,
                           &comparison->charts.manifest, command->force, &done, comparison->report);
    if (status != STATUS_OK) return status;
    if (done) {
        status = print_table(comparison);
        tell_where(comparison, "these results were there already (--force runs anew)");
        return status;
    }
    interruption_hold_back(); // before there are threads, which keep what is held back
    Team *team = team_start(command_threads(command), comparison->report);
    if (!team) return STATUS_NO_MEMORY;
    status = simulate_and_write(comparison, team);
    team_end(team);
    return status;
}

Status compare_verb(const Command *command, const Registries *registries, FILE *out, FILE *messages,
                    Report *report) {
    Comparison *comparison = report_calloc(report, 1, sizeof *comparison);
    if (!comparison) return STATUS_NO_MEMORY;
    comparison->command = command;
    comparison->registries = registries;
    comparison->out = out;
    comparison->messages = messages;
    comparison->report = report;
    PairedRuns *runs = &comparison->runs;
    Status status = compared_indicators(&comparison->compared, command->indicators, report);
    if (status == STATUS_OK) status = compare_charts_check(command->charts, report);
    if (status == STATUS_OK) result_charts_prepare(&comparison->charts, command, messages);
    if (status == STATUS_OK) status = read_all(comparison);
    if (status == STATUS_OK) {
        name_comparison(comparison);
        status = paired_runs_init(runs, registries->levers, registries->lever_count, report);
    }
    comparison->compared.experiment = runs->experiment;
    comparison->compared.values = runs->values;
    comparison->compared.count = runs->count;
    if (status == STATUS_OK) status = compare_experiments(comparison);
    attributions_free(&comparison->attributions);
    paired_runs_free(runs);
    status = status_first(status, comparison->charts.status);
    free(comparison);
    return status;
}
