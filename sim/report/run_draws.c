// SPDX-License-Identifier: MIT
#include "report/run_draws.h"

#include "base/calendar.h"
#include "config/quantity.h"
#include "report/csv.h"
#include "study/batch.h"

#include <stdlib.h>
#include <string.h>

// ---- running

typedef struct Taking {
    IndicatorValues *values;
    DrawsWatch *watch;
} Taking;

static Status take(void *context, size_t index, const Results *results, Report *report) {
    return indicator_values_fill_draw(((Taking *)context)->values, (int)index, results, report);
}

static int watch(void *context, double share, int thread) {
    const DrawsWatch *watching = ((Taking *)context)->watch;
    if (thread == 0)
        progress_tell(watching->progress, watching->before + (1 - watching->before) * share);
    return !interruption_came();
}

static bool needs_reference(const Experiment *experiment) {
    return experiment->draw_scale != experiment->scale;
}

double run_draws_share_before(const Experiment *experiment) {
    const double central = (double)experiment->replicates / experiment->scale;
    const double drawn =
        (double)(experiment->draws + needs_reference(experiment)) / experiment->draw_scale;
    return central / (central + drawn);
}

Status run_draws(IndicatorValues *values, const Experiment *experiment, const Draws *draws,
                 Team *team, DrawsWatch *watching, Report *report) {
    const size_t count = (size_t)experiment->draws + 1;
    BatchRun *run = report_calloc(report, count, sizeof *run);
    if (!run) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count; i++)
        run[i] = (BatchRun){.experiment = experiment,
                            .draws = draws,
                            .draw = (int)i,
                            .scale = experiment->draw_scale,
                            .factor = NO_FACTOR};
    Taking taking = {values, watching};
    const Batch batch = {
        .run = run, .count = count, .take = take, .watch = watch, .context = &taking};
    if (!needs_reference(experiment)) {
        indicator_values_share_reference(values);
        run[0].done = true;
    }
    const Status status = batch_run(&batch, team, report);
    free(run);
    if (status == STATUS_OK) return indicator_values_sum_up_draws(values, report);
    if (status != STATUS_INTERRUPTED) return status;
    if (!values->draw_is_whole[0] || indicator_values_whole_draws(values) == 0)
        return report_problem(report, status,
                              "interrupted before the first draw was whole; nothing was written");
    return status_first(indicator_values_sum_up_draws(values, report), STATUS_INTERRUPTED);
}

// ---- writing

static const char head[] = "number,unit,kind,low,central,high";

static void write_value(Csv *csv, const DrawnNumber *number, double value) {
    char day[11];
    if (strcmp(number->unit, "day") != 0) {
        csv_number(csv, value);
        return;
    }
    calendar_format((int32_t)value, day);
    csv_text(csv, day);
}

static void write_number(Csv *csv, const IndicatorValues *values, const Draws *draws, int number) {
    const DrawnNumber *drawn = &draws->number[number];
    csv_text(csv, drawn->name);
    csv_text(csv, drawn->unit);
    csv_text(csv, evidence_name(draws->factor[drawn->factor].kind));
    write_value(csv, drawn, drawn->low);
    write_value(csv, drawn, drawn->central);
    write_value(csv, drawn, drawn->high);
    for (int draw = 1; draw <= draws->count; draw++)
        if (values->draw_is_whole[draw]) write_value(csv, drawn, draws_value(draws, number, draw));
    csv_end_row(csv);
}

Status run_draws_write(const IndicatorValues *values, const Draws *draws, const char *path,
                       Report *report) {
    enum { COLUMN = 16 };
    char *header = report_calloc(report, sizeof head + (size_t)draws->count * COLUMN, 1);
    if (!header) return STATUS_NO_MEMORY;
    size_t length = (size_t)sprintf(header, "%s", head);
    for (int draw = 1; draw <= draws->count; draw++)
        if (values->draw_is_whole[draw])
            length += (size_t)snprintf(header + length, COLUMN, ",draw_%d", draw);
    Csv csv;
    Status status = csv_open(&csv, path, header, report);
    free(header);
    if (status != STATUS_OK) return status;
    for (int i = 0; i < draws->numbers; i++)
        write_number(&csv, values, draws, i);
    return csv_close(&csv, report);
}
