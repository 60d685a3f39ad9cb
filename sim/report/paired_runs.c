// SPDX-License-Identifier: MIT
#include "report/paired_runs.h"

#include "base/calendar.h"
#include "report/run_draws.h"
#include "study/batch.h"

#include <stdlib.h>

Status paired_runs_init(PairedRuns *runs, const LeverInfo *levers, int lever_count,
                        Report *report) {
    Status status = STATUS_OK;
    for (int i = 0; i < runs->count && status == STATUS_OK; i++) {
        const Experiment *experiment = &runs->experiment[i];
        IndicatorValues *values = &runs->values[i];
        int first, month, day_of_month;
        calendar_split(experiment->start_day, &first, &month, &day_of_month);
        status = draws_init(&runs->draws[i], experiment, levers, lever_count, report);
        if (status == STATUS_OK)
            status = indicator_values_init(values, &experiment->city, first, experiment->years,
                                           experiment->replicates, report);
        if (status == STATUS_OK)
            status = indicator_values_expect_draws(values, experiment->draws, report);
    }
    return status;
}

void paired_runs_free(PairedRuns *runs) {
    for (int i = 0; i < MOST_SCENARIOS; i++) {
        indicator_values_free(&runs->values[i]);
        draws_free(&runs->draws[i]);
        experiment_free(&runs->experiment[i]);
    }
}

// ---- making

// Which row of which scenario a run fills: a replicate or a draw. Pairs stand side by side, and so
// do the sets of runs: one draw of all of them, then the next.
typedef struct Making {
    PairedRuns *const *all;
    int sets, scenarios; // in all sets
    Progress *progress;
    double before, part; // of the whole: done before this batch, and its own
    bool are_draws;
} Making;

// One scenario of one set.
typedef struct Place {
    PairedRuns *runs;
    int scenario;
} Place;

static Place place_of(const Making *making, size_t index) {
    int scenario = (int)(index % (size_t)making->scenarios), set = 0;
    while (scenario >= making->all[set]->count)
        scenario -= making->all[set++]->count;
    return (Place){making->all[set], scenario};
}

static Status take(void *context, size_t index, const Results *results, Report *report) {
    const Making *making = context;
    const Place place = place_of(making, index);
    IndicatorValues *values = &place.runs->values[place.scenario];
    const size_t row = index / (size_t)making->scenarios;
    if (making->are_draws) return indicator_values_fill_draw(values, (int)row, results, report);
    return indicator_values_row(values, results, values->value + row * values->count, NULL, report);
}

static int watch(void *context, double share, int thread) {
    const Making *making = context;
    if (thread == 0) progress_tell(making->progress, making->before + making->part * share);
    return !interruption_came();
}

static BatchRun run_of(const Making *making, size_t index) {
    const Place place = place_of(making, index);
    const Experiment *experiment = &place.runs->experiment[place.scenario];
    const int row = (int)(index / (size_t)making->scenarios);
    return (BatchRun){
        .experiment = experiment,
        .draws = &place.runs->draws[place.scenario],
        .draw = making->are_draws ? row : 0,
        .replicate = making->are_draws ? 0 : row,
        .scale = making->are_draws ? experiment->draw_scale : experiment->scale,
        .factor = NO_FACTOR,
        .done = making->are_draws && place.runs->values[place.scenario].draw_is_whole[row],
    };
}

static Status make(Making *making, int rows, Team *team, Report *report) {
    making->scenarios = 0;
    for (int set = 0; set < making->sets; set++)
        making->scenarios += making->all[set]->count;
    const size_t count = (size_t)rows * (size_t)making->scenarios;
    BatchRun *run = report_calloc(report, count, sizeof *run);
    if (!run) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count; i++)
        run[i] = run_of(making, i);
    const Batch batch = {
        .run = run, .count = count, .take = take, .watch = watch, .context = making};
    const Status status = batch_run(&batch, team, report);
    free(run);
    return status;
}

static bool is_whole(PairedRuns *const *all, int sets, int draw) {
    for (int set = 0; set < sets; set++)
        for (int i = 0; i < all[set]->count; i++)
            if (!all[set]->values[i].draw_is_whole[draw]) return false;
    return true;
}

// A draw counts only if every scenario of every set has it.
static int drop_single_draws(PairedRuns *const *all, int sets, int draws) {
    int whole = 0;
    for (int draw = 0; draw <= draws; draw++) {
        const bool in_all = is_whole(all, sets, draw);
        for (int set = 0; set < sets; set++)
            for (int i = 0; i < all[set]->count; i++)
                all[set]->values[i].draw_is_whole[draw] = in_all;
        whole += draw > 0 && in_all;
    }
    return is_whole(all, sets, 0) ? whole : 0;
}

static double central_part(const PairedRuns *runs) {
    const Experiment *base = &runs->experiment[0];
    return base->draws > 0 ? run_draws_share_before(base) : 1;
}

Status paired_runs_make_central(PairedRuns *runs, Team *team, Progress *progress, Report *report) {
    Making making = {.all = &runs, .sets = 1, .progress = progress, .part = central_part(runs)};
    const Status status = make(&making, runs->experiment[0].replicates, team, report);
    if (status == STATUS_INTERRUPTED)
        return report_problem(
            report, status, "interrupted before the central runs were whole; nothing was written");
    if (status != STATUS_OK) return status;
    for (int i = 0; i < runs->count; i++) {
        indicator_values_sum_up(&runs->values[i]);
        if (runs->experiment[i].scale == runs->experiment[i].draw_scale)
            indicator_values_share_reference(&runs->values[i]);
    }
    return STATUS_OK;
}

Status paired_runs_make_draws(PairedRuns *const *all, int sets, Team *team, Progress *progress,
                              Report *report) {
    const int draws = all[0]->experiment[0].draws;
    const double before = central_part(all[0]);
    Making making = {.all = all,
                     .sets = sets,
                     .progress = progress,
                     .before = before,
                     .part = 1 - before,
                     .are_draws = true};
    if (draws == 0) return STATUS_OK;
    Status status = make(&making, draws + 1, team, report);
    if (status != STATUS_OK && status != STATUS_INTERRUPTED) return status;
    const bool interrupted = status == STATUS_INTERRUPTED;
    const int whole = drop_single_draws(all, sets, draws);
    if (whole == 0)
        return report_problem(report, STATUS_INTERRUPTED,
                              "interrupted before the first draw was whole; nothing was written");
    if (interrupted) interruption_forget();
    status = STATUS_OK;
    for (int set = 0; set < sets; set++) {
        all[set]->draws_missing = draws - whole;
        all[set]->interrupted = interrupted;
        for (int i = 0; i < all[set]->count && status == STATUS_OK; i++)
            status = indicator_values_sum_up_draws(&all[set]->values[i], report);
    }
    return status;
}
