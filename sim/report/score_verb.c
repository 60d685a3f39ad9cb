// SPDX-License-Identifier: MIT
#include "report/score_verb.h"

#include "base/share.h"
#include "config/sample.h"
#include "report/result_charts.h"
#include "report/result_folder.h"
#include "report/run_draws.h"
#include "report/score_chart.h"
#include "report/score_tables.h"
#include "report/score_readme.h"

#include <glob.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CITIES = 24 };

typedef struct Score {
    const Command *command;
    const Registries *registries;
    FILE *out, *messages;
    Report *report;
    Arena *arena; // of the roles
    ScoredCity *city[MOST_CITIES];
    int count;
    Experiment named; // the first under the name and hash of the score
    char id[256];
    ResultFolder folder;
    ResultCharts charts;
} Score;

// ---- which cities

static Status add_city(Score *score, const char *file) {
    if (score->count == MOST_CITIES)
        return report_problem(score->report, STATUS_USAGE, "score takes at most %d models",
                              MOST_CITIES);
    ScoredCity *city = report_calloc(score->report, 1, sizeof *city);
    if (!city) return STATUS_NO_MEMORY;
    score->city[score->count++] = city;
    scored_city_name(city, file);
    return STATUS_OK;
}

// Every model that has a scenario of its own name.
static Status add_all(Score *score) {
    char models[SHARE_PATH], pattern[SHARE_PATH + 8];
    glob_t found;
    share_find(models, "models");
    snprintf(pattern, sizeof pattern, "%s/*.cfg", models);
    if (glob(pattern, 0, NULL, &found) != 0)
        return report_problem(score->report, STATUS_NO_INPUT,
                              "%s: no models are there; name them: hxsim score models/huaihua.cfg",
                              pattern);
    Status status = STATUS_OK;
    for (size_t i = 0; i < found.gl_pathc && status == STATUS_OK; i++)
        if (!sample_is_of_fitted(found.gl_pathv[i]) && scored_city_has_scenario(found.gl_pathv[i]))
            status = add_city(score, found.gl_pathv[i]);
    globfree(&found);
    return status;
}

static Status check_once(const Score *score, int number) {
    const City *city = &score->city[number]->runs.experiment[0].city;
    for (int i = 0; i < number; i++)
        if (strcmp(score->city[i]->runs.experiment[0].city.id, city->id) == 0)
            return report_problem(score->report, STATUS_USAGE,
                                  "%s is of %s, and so is %s; name each city once",
                                  score->city[number]->file, city->id, score->city[i]->file);
    return STATUS_OK;
}

static Status read_cities(Score *score) {
    Status status = STATUS_OK;
    for (int i = 0; i < score->count && status == STATUS_OK; i++) {
        status = scored_city_read(score->city[i], score->command, score->registries, score->arena,
                                  score->report);
        if (status == STATUS_OK) status = check_once(score, i);
    }
    return status;
}

// ---- the folder

static void name_score(Score *score) {
    SHA2_CTX sum;
    SHA256Init(&sum);
    SHA256Update(&sum, (const uint8_t *)"score ", 6);
    snprintf(score->id, sizeof score->id, "score");
    for (int i = 0; i < score->count; i++) {
        const PairedRuns *runs = &score->city[i]->runs;
        for (int k = 0; k < runs->count; k++)
            SHA256Update(&sum, (const uint8_t *)runs->experiment[k].inputs_hash, 64);
        if (score->count <= 3)
            snprintf(score->id + strlen(score->id), sizeof score->id - strlen(score->id), "-%.60s",
                     runs->experiment[0].id);
    }
    for (int i = 0; i < ROLE_TABLES; i++) {
        const Text *text = &score->city[0]->roles.text[i];
        SHA256Update(&sum, (const uint8_t *)text->bytes, text->length);
    }
    score->named = score->city[0]->runs.experiment[0];
    score->named.id = score->id;
    score->named.title_zh = "报道数字与模拟对照评分";
    score->named.title_en = "Reported figures beside simulated ones, scored";
    SHA256End(&sum, score->named.inputs_hash);
}

static const char *file_in(char path[FOLDER_PATH], const Score *score, const char *name) {
    snprintf(path, FOLDER_PATH, "%.*s/%s", FOLDER_PATH - 160, score->folder.work, name);
    return path;
}

// A scenario as it was run, in a folder of its own.
static Status write_scenario(const Score *score, const Experiment *experiment,
                             const IndicatorValues *values, const Draws *draws) {
    char path[FOLDER_PATH], file[FOLDER_PATH + 32];
    file_in(path, score, experiment->id);
    Status status = folder_make(path, score->report);
    if (status == STATUS_OK)
        status = experiment_write(experiment, score->registries->levers,
                                  score->registries->lever_count, path, score->report);
    snprintf(file, sizeof file, "%s/draws.csv", path);
    if (status == STATUS_OK && experiment->draws > 0)
        status = run_draws_write(values, draws, file, score->report);
    return status;
}

static const char *const text_names[] = {"score-zh.txt", "score-en.txt", "score.json",
                                         "README.txt"};
enum { TEXT_JSON = LANGUAGE_EN + 1, TEXT_README, TEXTS };

static Status print_text(FILE *stream, const void *what, int which, Report *report) {
    const Score *score = what;
    if (which == TEXT_JSON)
        return score_tables_write_json(score->city, score->count, stream, report);
    if (which == TEXT_README)
        score_readme_print(stream, &score->charts.left_out);
    else
        score_tables_print(score->city, score->count, (Language)which, stream);
    return STATUS_OK;
}

static Status write_files(Score *score) {
    char path[FOLDER_PATH];
    Status status = score_tables_write(score->city, score->count, file_in(path, score, "score.csv"),
                                       score->report);
    for (int i = 0; i < TEXTS && status == STATUS_OK; i++)
        status =
            folder_write(file_in(path, score, text_names[i]), print_text, score, i, score->report);
    for (int i = 0; i < score->count; i++) {
        const PairedRuns *runs = &score->city[i]->runs;
        for (int k = 0; k < runs->count && status == STATUS_OK; k++)
            status = write_scenario(score, &runs->experiment[k], &runs->values[k], &runs->draws[k]);
    }
    if (status == STATUS_OK)
        status = manifest_write(score->folder.work, &score->named, &score->charts.manifest,
                                score->report);
    return status;
}

// ---- charts

static size_t draw_charts(const void *what, const ChartsAsked *asked, const char *folder,
                          ChartsLeftOut *left_out) {
    const Score *score = what;
    return score_charts_draw(score->city, score->count, asked, folder, left_out);
}

// ---- running

static Status run_all(Score *score, Team *team) {
    const bool tells = !score->command->quiet && !score->command->no_progress;
    Status status = STATUS_OK;
    for (int i = 0; i < score->count && status == STATUS_OK; i++) {
        Progress progress;
        if (tells) fprintf(score->messages, "hxsim: %s\n", score->city[i]->runs.experiment[0].id);
        progress_begin(&progress, tells ? score->messages : NULL);
        status =
            scored_city_make(score->city[i], score->registries, team, &progress, score->report);
        progress_end(&progress);
    }
    return status;
}

// ---- telling

static Status print_table(const Score *score) {
    const Command *command = score->command;
    return result_folder_print(&score->folder,
                               text_names[command->json ? TEXT_JSON : (int)command->languages[0]],
                               score->out, score->report);
}

static void tell_where(const Score *score, const char *what) {
    if (!score->command->quiet)
        fprintf(score->messages, "hxsim: %s: %s\n", what, score->folder.path);
}

// Whether a reported target is out on every reading.
static bool any_target_out(const Score *score) {
    CityTotals totals = {0};
    for (int i = 0; i < score->count; i++)
        score_add_city(&totals, score->city[i]);
    return totals.targets.inside_by_any < totals.targets.compared;
}

static Status simulate_and_write(Score *score) {
    Team *team = team_start(command_threads(score->command), score->report);
    if (!team) return STATUS_NO_MEMORY;
    Status status = result_folder_begin(&score->folder, score->report);
    if (status == STATUS_OK) status = run_all(score, team);
    if (status == STATUS_OK)
        status = result_charts_draw(&score->charts, score->command, draw_charts, score,
                                    score->folder.work, team, score->messages, score->report);
    team_end(team);
    if (status == STATUS_OK) status = write_files(score);
    if (status == STATUS_OK && interruption_came())
        status = report_problem(score->report, STATUS_INTERRUPTED,
                                "interrupted while results were written; nothing is left of them");
    if (status == STATUS_OK) status = result_folder_keep(&score->folder, score->report);
    result_folder_drop(&score->folder);
    if (status != STATUS_OK) return status;
    interruption_let_through();
    status = print_table(score);
    tell_where(score, "results");
    if (status == STATUS_OK && score->command->strict && any_target_out(score))
        status = report_problem(score->report, STATUS_DIFFERENT,
                                "a target is out on every reading; the table says which");
    return status;
}

static Status score_cities(Score *score) {
    bool done;
    name_score(score);
    const Status status = result_folder_look(
        &score->folder, &score->named, score->command->out, &score->charts.manifest,
        score->command->force || score->command->strict, &done, score->report);
    if (status != STATUS_OK) return status;
    if (!done) {
        interruption_hold_back(); // before there are threads, which keep what is held back
        return simulate_and_write(score);
    }
    const Status printed = print_table(score);
    tell_where(score, "these results were there already (--force runs anew)");
    return printed;
}

Status score_verb(const Command *command, const Registries *registries, FILE *out, FILE *messages,
                  Report *report) {
    Score *score = report_calloc(report, 1, sizeof *score);
    if (!score) return STATUS_NO_MEMORY;
    *score = (Score){.command = command,
                     .registries = registries,
                     .out = out,
                     .messages = messages,
                     .report = report,
                     .arena = arena_new()};
    Status status = score->arena ? chart_names_check(command->charts, &score_chart_info, 1, report)
                                 : STATUS_NO_MEMORY;
    if (status == STATUS_OK) result_charts_prepare(&score->charts, command, messages);
    for (int i = 0; i < command->rest_count && status == STATUS_OK; i++)
        status = add_city(score, command->rest[i]);
    if (command->rest_count == 0 && status == STATUS_OK) status = add_all(score);
    if (status == STATUS_OK) status = read_cities(score);
    if (status == STATUS_OK) status = score_cities(score);
    for (int i = 0; i < score->count; i++) {
        scored_city_free(score->city[i]);
        free(score->city[i]);
    }
    if (score->arena) arena_free(score->arena);
    status = status_first(status, score->charts.status);
    free(score);
    return status;
}
