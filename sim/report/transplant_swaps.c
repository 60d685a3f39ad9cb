// SPDX-License-Identifier: MIT
#include "report/transplant_swaps.h"

#include "study/batch.h"
#include "study/synthetic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_IN_PAIRS = 3 };

// ---- which

static int first_by_id(const Transplant *transplant) {
    int first = 0;
    for (int c = 1; c < transplant->city_count; c++)
        if (strcmp(transplant->city[c].source.city.id, transplant->city[first].source.city.id) < 0)
            first = c;
    return first;
}

static bool is_wanted(const Transplant *transplant, int one, int other) {
    const int first = first_by_id(transplant);
    return one != other &&
           (transplant->city_count <= MOST_IN_PAIRS || one == first || other == first);
}

static Status make_swap(Swap *swap, const Transplant *transplant, int replicates, int indicators,
                        Report *report) {
    const PairedRuns *here = &transplant->city[swap->here].runs;
    const PairedRuns *there = &transplant->city[swap->there].runs;
    const int rows[2] = {0, transplant_package(transplant)};
    Status status = STATUS_OK;
    swap->change =
        report_calloc(report, (size_t)replicates * (size_t)indicators, sizeof *swap->change);
    if (!swap->change) return STATUS_NO_MEMORY;
    for (int with = 0; with < 2 && status == STATUS_OK; with++) {
        const Experiment *own = &here->experiment[rows[with]];
        status = block_swap(&swap->experiment[with], own, &there->experiment[rows[with]],
                            swap->block, transplant->levers, transplant->lever_count, report);
        swap->moves[with] = block_moves(&swap->experiment[with], own);
    }
    swap->synthetic = block_is_synthetic(&here->experiment[rows[1]], &there->experiment[rows[1]],
                                         swap->block, transplant->levers);
    return status;
}

Status swaps_init(Swaps *swaps, const Transplant *transplant, Report *report) {
    const int cities = transplant->city_count;
    *swaps = (Swaps){.replicates = transplant->city[0].runs.experiment[0].replicates,
                     .indicators = transplant->city[0].compared.indicator_count};
    swaps->swap = report_calloc(report, (size_t)(cities * cities * BLOCKS), sizeof *swaps->swap);
    if (!swaps->swap) return STATUS_NO_MEMORY;
    Status status = STATUS_OK;
    for (int i = 0; i < cities * cities * BLOCKS && status == STATUS_OK; i++) {
        const int here = i / BLOCKS / cities, there = i / BLOCKS % cities;
        if (!is_wanted(transplant, here, there)) continue;
        Swap *swap = &swaps->swap[swaps->count++];
        *swap = (Swap){.here = here, .there = there, .block = (Block)(i % BLOCKS)};
        status = make_swap(swap, transplant, swaps->replicates, swaps->indicators, report);
    }
    return status;
}

void swaps_free(Swaps *swaps) {
    for (size_t i = 0; swaps->swap && i < swaps->count; i++) {
        experiment_free(&swaps->swap[i].experiment[0]);
        experiment_free(&swaps->swap[i].experiment[1]);
        free(swaps->swap[i].change);
    }
    free(swaps->swap);
    *swaps = (Swaps){0};
}

// ---- running

// Runs stand as swap, replicate, without and with.
typedef struct Making {
    const Swaps *swaps;
    const Transplant *transplant;
    Swap **moving; // those that are run
    double *value; // [runs x indicators]
    Progress *progress;
} Making;

static Status take(void *context, size_t index, const Results *results, Report *report) {
    const Making *making = context;
    const size_t runs = 2 * (size_t)making->swaps->replicates;
    const Swap *swap = making->moving[index / runs];
    const TransplantCity *city = &making->transplant->city[swap->here];
    IndicatorValues values = city->runs.values[0]; // the cells, of the city as it is here
    values.city = &swap->experiment[index % 2].city;
    double *row = report_calloc(report, values.count, sizeof *row);
    if (!row) return STATUS_NO_MEMORY;
    const Status status = indicator_values_row(&values, results, row, NULL, report);
    for (int i = 0; i < making->swaps->indicators && status == STATUS_OK; i++) {
        const size_t cell = compared_cell(&values, city->compared.indicator[i],
                                          transplant_year(making->transplant));
        making->value[index * (size_t)making->swaps->indicators + (size_t)i] = row[cell];
    }
    free(row);
    return status;
}

static int watch(void *context, double share, int thread) {
    const Making *making = context;
    if (thread == 0) progress_tell(making->progress, share);
    return !interruption_came();
}

// What the city itself has, without the reforms or with them.
static double own_value(const Transplant *transplant, int number, int with, int replicate,
                        int indicator) {
    const TransplantCity *city = &transplant->city[number];
    const IndicatorValues *values = &city->runs.values[with ? transplant_package(transplant) : 0];
    const size_t cell =
        compared_cell(values, city->compared.indicator[indicator], transplant_year(transplant));
    return values->value[(size_t)replicate * values->count + cell];
}

static void take_own(const Making *making, size_t index) {
    const size_t runs = 2 * (size_t)making->swaps->replicates;
    const int here = making->moving[index / runs]->here, indicators = making->swaps->indicators;
    for (int i = 0; i < indicators; i++)
        making->value[index * (size_t)indicators + (size_t)i] =
            own_value(making->transplant, here, (int)(index % 2), (int)(index % runs / 2), i);
}

static void sum_up(const Making *making, size_t moving) {
    const int indicators = making->swaps->indicators, replicates = making->swaps->replicates;
    const Swap *swap = making->moving[moving];
    for (int r = 0; r < replicates; r++)
        for (int i = 0; i < indicators; i++) {
            const size_t run = (moving * (size_t)replicates + (size_t)r) * 2;
            const double *without = making->value + run * (size_t)indicators;
            const double own = own_value(making->transplant, swap->here, 1, r, i) -
                               own_value(making->transplant, swap->here, 0, r, i);
            swap->change[r * indicators + i] = without[indicators + i] - without[i] - own;
        }
}

static Status run(Making *making, size_t moving, Team *team, Report *report) {
    const size_t runs = 2 * (size_t)making->swaps->replicates, count = moving * runs;
    BatchRun *list = report_calloc(report, count + 1, sizeof *list);
    if (!list) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const Swap *swap = making->moving[i / runs];
        const Experiment *experiment = &swap->experiment[i % 2];
        list[i] = (BatchRun){.experiment = experiment,
                             .replicate = (int)(i % runs / 2),
                             .scale = experiment->scale,
                             .factor = NO_FACTOR,
                             .done = !swap->moves[i % 2]};
        if (list[i].done) take_own(making, i);
    }
    const Batch batch = {
        .run = list, .count = count, .take = take, .watch = watch, .context = making};
    const Status status = batch_run(&batch, team, report);
    free(list);
    return status;
}

Status swaps_run(Swaps *swaps, const Transplant *transplant, Team *team, Progress *progress,
                 Report *report) {
    Making making = {.swaps = swaps, .transplant = transplant, .progress = progress};
    size_t moving = 0;
    making.moving = report_calloc(report, swaps->count + 1, sizeof *making.moving);
    for (size_t i = 0; making.moving && i < swaps->count; i++)
        if (swaps->swap[i].moves[0] || swaps->swap[i].moves[1])
            making.moving[moving++] = &swaps->swap[i];
    making.value = report_calloc(
        report, moving * 2 * (size_t)(swaps->replicates * swaps->indicators) + 1, sizeof(double));
    Status status = making.moving && making.value ? STATUS_OK : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = run(&making, moving, team, report);
    for (size_t i = 0; i < moving && status == STATUS_OK; i++)
        sum_up(&making, i);
    free(making.moving);
    free(making.value);
    return status;
}

// ---- parts

static const Swap *find(const Swaps *swaps, int here, int there, Block block) {
    for (size_t i = 0; i < swaps->count; i++) {
        const Swap *swap = &swaps->swap[i];
        if (swap->here == here && swap->there == there && swap->block == block) return swap;
    }
    return NULL;
}

bool swaps_have(const Swaps *swaps, int one, int other) {
    return find(swaps, one, other, BLOCK_AGE) != NULL;
}

// Replicates of both directions have the same luck, so that the error is of their mean.
Part swaps_part(const Swaps *swaps, int one, int other, Block block, int indicator) {
    const Swap *there = find(swaps, one, other, block), *back = find(swaps, other, one, block);
    Part part = {.error = NAN,
                 .moves = there->moves[0] || there->moves[1] || back->moves[0] || back->moves[1],
                 .synthetic = there->synthetic};
    const double count = swaps->replicates;
    double squares = 0;
    for (int r = 0; r < swaps->replicates; r++) {
        const int at = r * swaps->indicators + indicator;
        part.one_way += there->change[at] / count;
        part.other_way -= back->change[at] / count;
    }
    part.part = 0.5 * (part.one_way + part.other_way);
    for (int r = 0; r < swaps->replicates; r++) {
        const int at = r * swaps->indicators + indicator;
        const double apart = 0.5 * (there->change[at] - back->change[at]) - part.part;
        squares += apart * apart;
    }
    if (swaps->replicates > 1) part.error = sqrt(squares / (count - 1) / count);
    return part;
}
