// SPDX-License-Identifier: MIT
// From the words on the command line to one verb, with the tables that verbs know things by.
#define _GNU_SOURCE // O_PATH
#include "base/version.h"
#include "report/calibrate_verb.h"
#include "report/charts_of_compare.h"
#include "report/command.h"
#include "report/compare_verb.h"
#include "report/indicator.h"
#include "report/inspect.h"
#include "report/new_city.h"
#include "report/run_verb.h"
#include "report/score_chart.h"
#include "report/score_verb.h"
#include "report/settle.h"
#include "report/transplant_charts.h"
#include "report/transplant_verb.h"
#include "reforms/lever.h"
#include "study/congestion_tables.h"

#include <fcntl.h>
#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include <unistd.h>

// The registries as one table each.
typedef struct Tables {
    LeverInfo levers[MOST_REFORMS];
    IndicatorInfo indicators[MOST_INDICATORS];
    ChartInfo charts[MOST_CHARTS];
} Tables;

// Charts of a run, those of a comparison, that of a score, those of a transplant.
static int list_charts(ChartInfo *infos) {
    const int of_run = charts_infos(infos);
    const int of_both = of_run + compare_charts_infos(infos + of_run);
    infos[of_both] = score_chart_info;
    return of_both + 1 + transplant_charts_infos(infos + of_both + 1);
}

static Registries registries_of(Tables *tables) {
    for (int i = 0; i < lever_count; i++)
        tables->levers[i] = levers[i]->info;
    return (Registries){.levers = tables->levers,
                        .lever_count = lever_count,
                        .indicators = tables->indicators,
                        .indicator_count = indicator_infos(tables->indicators),
                        .charts = tables->charts,
                        .chart_count = list_charts(tables->charts)};
}

static Status write_tables(const char *file, const Command *command, Report *report) {
    Team *team = team_start(command_threads(command), report);
    if (!team) return STATUS_NO_MEMORY;
    const Status status = congestion_tables(file, team, report);
    team_end(team);
    return status;
}

static Status act(const Command *command, const Registries *registries, Report *report) {
    const int count = command->rest_count;
    char *const *words = command->rest;
    switch (command->verb) {
    case VERB_RUN:
        return run_verb(command, registries, stdout, stderr, report);
    case VERB_COMPARE:
        return compare_verb(command, registries, stdout, stderr, report);
    case VERB_TRANSPLANT:
        return transplant_verb(command, registries, stdout, stderr, report);
    case VERB_SCORE:
        return score_verb(command, registries, stdout, stderr, report);
    case VERB_CALIBRATE:
        return calibrate_verb(command, registries, stdout, stderr, report);
    case VERB_CHECK:
        return inspect_check(count, words, registries, stdout, report);
    case VERB_SHOW:
        return inspect_show(count, words, registries, stdout, report);
    case VERB_LIST:
        return inspect_list(count, words, registries, stdout, report);
    case VERB_EXPLAIN:
        return inspect_explain(count, words, registries, stdout, report);
    case VERB_SETTLE:
        return settle_verb(count, words, command->languages[0], stdout, report);
    case VERB_TABLES:
        if (count != 1)
            return report_problem(
                report, STATUS_USAGE,
                "tables takes one file to write: hxsim tables models/congestion.csv");
        return write_tables(words[0], command, report);
    case VERB_NEW:
        return new_city_verb(count, words, command->languages[0], stdout, report);
    case VERB_VERSION:
        printf("hxsim " HXSIM_VERSION " (sources %.8s)\n", version_sources());
        return STATUS_OK;
    default:
        command_help(stdout, command->languages[0]);
        return STATUS_OK;
    }
}

// The language of messages, as the surroundings name it.
static const char *surrounding_language(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return value;
    }
    return NULL;
}

// A stream that was closed before we began must not become one of our files: it gets a place where
// nothing can be read or written.
static void hold_closed_streams(void) {
    int held;
    do
        held = open("/dev/null", O_PATH | O_CLOEXEC);
    while (held >= 0 && held <= STDERR_FILENO);
    if (held >= 0) close(held);
}

int main(int count, char **words) {
    hold_closed_streams();
    gsl_set_error_handler_off();

    Tables tables;
    Command command;
    Report report;
    report_init(&report);
    const Registries registries = registries_of(&tables);
    Status status = command_read(&command, count - 1, words + 1, surrounding_language(), &report);
    if (status == STATUS_OK) status = act(&command, &registries, &report);
    if (fflush(stdout) != 0 && status == STATUS_OK)
        status = report_problem(&report, STATUS_IO, "the output cannot be written whole");
    report_print(&report, stderr);
    report_free(&report);
    return (int)status;
}
