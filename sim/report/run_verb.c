// SPDX-License-Identifier: MIT
#include "report/run_verb.h"

#include "base/calendar.h"
#include "day/simulation.h"
#include "reforms/deals.h"
#include "report/charts_of_run.h"
#include "report/headline.h"
#include "report/money_tables.h"
#include "report/progress.h"
#include "report/result_charts.h"
#include "report/result_folder.h"
#include "report/result_readme.h"
#include "report/result_tables.h"
#include "report/run_draws.h"
#include "study/run.h"

#include <inttypes.h>
#include <string.h>

// One run, from the scenario to the folder.
typedef struct Run {
    const Command *command;
    const Registries *registries;
    FILE *out, *messages;
    Report *report;
    Team *team;
    Experiment experiment;
    Draws draws; // none if the experiment asks for none
    ResultFolder folder;
    IndicatorValues values;
    Results results; // of the first replicate
    RunCost cost;    // of all replicates
    Progress progress;
    int replicate;        // that is running
    double central_share; // of the work; the rest is draws
    ResultCharts charts;
} Run;

static Status read_experiment(Run *run) {
    const Overrides overrides = command_overrides(run->command);
    Status status =
        experiment_read(&run->experiment, run->command->file, &overrides, run->registries->levers,
                        run->registries->lever_count, run->report);
    if (status == STATUS_OK) status = contract_file_check(&run->experiment, run->report);
    if (status == STATUS_OK && run->experiment.draws > 0)
        status = draws_init(&run->draws, &run->experiment, run->registries->levers,
                            run->registries->lever_count, run->report);
    return status;
}

static int first_year(const Experiment *experiment) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    return year;
}

static const char *file_in(char path[FOLDER_PATH], const ResultFolder *folder, const char *name) {
    snprintf(path, FOLDER_PATH, "%.*s/%s", FOLDER_PATH - 64, folder->work, name);
    return path;
}

// ---- charts

static size_t draw_charts(const void *what, const ChartsAsked *asked, const char *folder,
                          ChartsLeftOut *left_out) {
    const Run *run = what;
    const ChartSource source = {&run->experiment, run->registries->levers, &run->values,
                                &run->results};
    return charts_draw_all(&source, asked, folder, left_out);
}

// ---- simulating

static int watch(void *context, uint32_t day, uint32_t days) {
    Run *run = context;
    const double done = run->replicate + (double)day / days;
    progress_tell(&run->progress, run->central_share * done / run->experiment.replicates);
    return !interruption_came();
}

static void add_cost(RunCost *sum, const RunCost *cost) {
    sum->seconds += cost->seconds;
    sum->seconds_set_up += cost->seconds_set_up;
    sum->visits += cost->visits;
    sum->person_days += cost->person_days;
    sum->persons = cost->persons;
    for (int stage = 0; stage < STAGES; stage++)
        sum->stage_seconds[stage] += cost->stage_seconds[stage];
}

static Status simulate_central(Run *run) {
    Status status = STATUS_OK;
    for (int r = 0; r < run->experiment.replicates && status == STATUS_OK; r++) {
        Results results;
        RunCost cost;
        run->replicate = r;
        status =
            run_replicate(&run->experiment, r, run->team, &results, &cost, watch, run, run->report);
        add_cost(&run->cost, &cost);
        if (status == STATUS_OK)
            status = indicator_values_fill(&run->values, r, &results, run->report);
        if (r == 0)
            run->results = results;
        else
            results_free(&results);
    }
    return status;
}

static Status simulate(Run *run) {
    const Experiment *experiment = &run->experiment;
    run->central_share = experiment->draws > 0 ? run_draws_share_before(experiment) : 1;
    Status status = simulate_central(run);
    if (status != STATUS_OK || experiment->draws == 0) return status;
    DrawsWatch watching = {&run->progress, run->central_share};
    status = run_draws(&run->values, experiment, &run->draws, run->team, &watching, run->report);
    const int whole = indicator_values_whole_draws(&run->values);
    if (status != STATUS_INTERRUPTED || whole == 0) return status;
    run->charts.manifest.interrupted = true;
    run->charts.manifest.draws_missing = experiment->draws - whole;
    interruption_forget();
    return STATUS_OK;
}

// ---- writing

static Status write_files(Run *run) {
    const Experiment *experiment = &run->experiment;
    const ResultFolder *folder = &run->folder;
    char path[FOLDER_PATH];
    Status status = experiment_write(experiment, run->registries->levers,
                                     run->registries->lever_count, folder->work, run->report);
    if (status == STATUS_OK)
        status = result_tables_indicators(&run->values, experiment,
                                          file_in(path, folder, "indicators.csv"), run->report);
    if (status == STATUS_OK && experiment->draws > 0)
        status = run_draws_write(&run->values, &run->draws, file_in(path, folder, "draws.csv"),
                                 run->report);
    if (status == STATUS_OK)
        status = result_tables_flows(&run->results, experiment, file_in(path, folder, "flows.csv"),
                                     run->report);
    if (status == STATUS_OK)
        status = result_tables_ledger(&run->results, experiment,
                                      file_in(path, folder, "ledger.csv"), run->report);
    if (status == STATUS_OK)
        status = money_tables_funds(&run->results, experiment, file_in(path, folder, "funds.csv"),
                                    run->report);
    if (status == STATUS_OK)
        status = money_tables_accounts(&run->results, experiment,
                                       file_in(path, folder, "accounts.csv"), run->report);
    if (status == STATUS_OK)
        status = result_charts_draw(&run->charts, run->command, draw_charts, run, folder->work,
                                    run->team, run->messages, run->report);
    if (status == STATUS_OK)
        status = result_readme_write(experiment, run->charts.drawn > 0, &run->charts.left_out,
                                     file_in(path, folder, "README.txt"), run->report);
    if (status == STATUS_OK)
        status = manifest_write(folder->work, experiment, &run->charts.manifest, run->report);
    return status;
}

// ---- telling

static Status print_table(Run *run) {
    const Command *command = run->command;
    Status status = STATUS_OK;
    if (command->json)
        status = headline_print_json(&run->values, &run->experiment, run->folder.path, run->out,
                                     run->report);
    else
        headline_print(&run->values, &run->experiment, command->languages[0], run->out);
    if (fflush(run->out) != 0 || ferror(run->out))
        status = status_first(status, report_problem(run->report, STATUS_IO,
                                                     "the table cannot be printed whole; the "
                                                     "results are in %s",
                                                     run->folder.path));
    return status;
}

#define STAGE_NAME(id, name) #name,
static const char *const stage_names[STAGES] = {STAGE_TIMES(STAGE_NAME)};
#undef STAGE_NAME

static void print_times(const Run *run) {
    const RunCost *cost = &run->cost;
    FILE *out = run->messages;
    fprintf(out, "hxsim: time: set-up %.3f s\n", cost->seconds_set_up);
    fprintf(out, "hxsim: time: simulate %.3f s\n", cost->seconds);
    fprintf(out, "hxsim: time: visits %" PRIu64 " visits\n", cost->visits);
    fprintf(out, "hxsim: time: person-days %" PRIu64 " person-days\n", cost->person_days);
    for (int stage = 0; stage < STAGES && cost->visits > 0; stage++)
        fprintf(out, "hxsim: time: %s %.2f ns/visit\n", stage_names[stage],
                1e9 * cost->stage_seconds[stage] / (double)cost->visits);
}

static void tell_where(const Run *run, const char *what) {
    if (!run->command->quiet) fprintf(run->messages, "hxsim: %s: %s\n", what, run->folder.path);
}

// ---- the run

static Status print_what_is_there(Run *run) {
    char path[FOLDER_PATH];
    interruption_let_through();
    snprintf(path, sizeof path, "%.*s/indicators.csv", FOLDER_PATH - 64, run->folder.path);
    Status status = result_tables_read_indicators(&run->values, path, run->report);
    if (status == STATUS_OK) status = print_table(run);
    if (status == STATUS_OK)
        tell_where(run, "these results were there already (--force runs anew)");
    return status;
}

static Status simulate_and_write(Run *run) {
    const bool tells = !run->command->quiet && !run->command->no_progress;
    Status status = result_folder_begin(&run->folder, run->report);
    progress_begin(&run->progress, tells ? run->messages : NULL);
    if (status == STATUS_OK) status = simulate(run);
    progress_end(&run->progress);
    if (status == STATUS_OK) status = write_files(run);
    if (status == STATUS_OK && interruption_came())
        status = report_problem(run->report, STATUS_INTERRUPTED,
                                "interrupted while results were written; nothing is left of them");
    if (status == STATUS_OK) status = result_folder_keep(&run->folder, run->report);
    result_folder_drop(&run->folder);
    if (status == STATUS_OK) interruption_let_through(); // else it would end us before we say so
    if (status == STATUS_OK) status = print_table(run);
    if (run->command->verbose && run->cost.seconds > 0) print_times(run);
    if (status == STATUS_OK) tell_where(run, "results");
    if (status == STATUS_OK && run->charts.manifest.interrupted)
        status = report_problem(
            run->report, STATUS_INTERRUPTED, "interrupted; %d of %d draws are whole and kept in %s",
            indicator_values_whole_draws(&run->values), run->experiment.draws, run->folder.path);
    return status;
}

static Status run_experiment(Run *run) {
    const Experiment *experiment = &run->experiment;
    bool done;
    Status status =
        result_folder_look(&run->folder, experiment, run->command->out, &run->charts.manifest,
                           run->command->force, &done, run->report);
    if (status == STATUS_OK)
        status = indicator_values_init(&run->values, &experiment->city, first_year(experiment),
                                       experiment->years, experiment->replicates, run->report);
    if (status == STATUS_OK && experiment->draws > 0)
        status = indicator_values_expect_draws(&run->values, experiment->draws, run->report);
    if (status == STATUS_OK) status = done ? print_what_is_there(run) : simulate_and_write(run);
    indicator_values_free(&run->values);
    results_free(&run->results);
    return status;
}

Status run_verb(const Command *command, const Registries *registries, FILE *out, FILE *messages,
                Report *report) {
    Run run = {.command = command,
               .registries = registries,
               .out = out,
               .messages = messages,
               .report = report};
    Status status = charts_check(command->charts, report);
    if (status == STATUS_OK) result_charts_prepare(&run.charts, command, messages);
    if (status == STATUS_OK) status = read_experiment(&run);
    if (status == STATUS_OK) {
        interruption_hold_back(); // before there are threads, which keep what is held back
        run.team = team_start(command_threads(command), report);
        status = run.team ? run_experiment(&run) : STATUS_NO_MEMORY;
        team_end(run.team);
    }
    draws_free(&run.draws);
    experiment_free(&run.experiment);
    return status_first(status, run.charts.status);
}
