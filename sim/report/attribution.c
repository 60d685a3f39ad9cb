// SPDX-License-Identifier: MIT
#include "report/attribution.h"

#include "report/progress.h"
#include "study/batch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- factors of two scenarios

static int find_factor(const Draws *draws, const char *name) {
    for (int i = 0; i < draws->factors; i++)
        if (strcmp(draws->factor[i].name, name) == 0) return i;
    return NO_FACTOR;
}

static Status list_factors(Attributions *attributions, const PairedRuns *runs, int alternative,
                           Report *report) {
    const Draws *base = &runs->draws[0], *other = &runs->draws[alternative];
    const size_t most = (size_t)base->factors + (size_t)other->factors;
    SharedFactor *list = report_calloc(report, most, sizeof *list);
    attributions->factor[alternative] = list;
    if (!list) return STATUS_NO_MEMORY;
    size_t count = 0;
    for (int i = 0; i < other->factors; i++)
        list[count++] =
            (SharedFactor){&other->factor[i], find_factor(base, other->factor[i].name), i};
    for (int i = 0; i < base->factors; i++)
        if (find_factor(other, base->factor[i].name) == NO_FACTOR)
            list[count++] = (SharedFactor){&base->factor[i], i, NO_FACTOR};
    attributions->factors[alternative] = count;
    return STATUS_OK;
}

// ---- fits

// The places of the whole draws, factor by factor.
typedef struct Places {
    double *number;
    const double **of_factor;
    bool *suspected;
} Places;

static void places_free(Places *places) {
    free(places->number);
    free(places->of_factor);
    free(places->suspected);
}

static Status places_init(Places *places, const Attributions *attributions, const PairedRuns *runs,
                          int alternative, Report *report) {
    const IndicatorValues *values = &runs->values[0];
    const size_t factors = attributions->factors[alternative];
    const size_t draws = (size_t)values->draws;
    *places = (Places){.number = report_calloc(report, factors * draws + 1, sizeof(double)),
                       .of_factor = report_calloc(report, factors + 1, sizeof(double *)),
                       .suspected = report_calloc(report, factors + 1, sizeof(bool))};
    if (!places->number || !places->of_factor || !places->suspected) return STATUS_NO_MEMORY;
    for (size_t f = 0; f < factors; f++) {
        const SharedFactor *shared = &attributions->factor[alternative][f];
        const bool here = shared->in_alternative != NO_FACTOR;
        const Draws *from = &runs->draws[here ? alternative : 0];
        const int index = here ? shared->in_alternative : shared->in_base;
        double *place = places->number + f * draws;
        places->of_factor[f] = place;
        places->suspected[f] = strncmp(shared->factor->name, "reforms.", 8) == 0;
        for (int draw = 1; draw <= values->draws; draw++)
            if (values->draw_is_whole[draw])
                *place++ = from->at[(size_t)index * draws + (size_t)draw - 1];
    }
    return STATUS_OK;
}

static Status fit_row(Attribution *row, const Attributions *attributions, const PairedRuns *runs,
                      const Places *places, Report *report) {
    const IndicatorValues *base = &runs->values[0], *other = &runs->values[row->alternative];
    double *result = report_calloc(report, (size_t)base->draws + 1, sizeof *result);
    if (!result) return STATUS_NO_MEMORY;
    const size_t draws = differences_of_draws(base, other, row->cell, result);
    for (size_t k = 0; k < draws; k++)
        row->varies = row->varies || (isfinite(result[k]) && result[k] != result[0]);
    const Status status = draw_fit(&row->fit, result, draws, places->of_factor, places->suspected,
                                   attributions->factors[row->alternative], report);
    free(result);
    for (size_t k = 0; k < row->fit.count; k++) {
        row->factor[k] = &attributions->factor[row->alternative][row->fit.term[k].factor];
        row->share[row->factor[k]->factor->kind] += row->fit.term[k].share;
    }
    return status;
}

// Where the central value lies in the law: F(c) = (c - a) / (b - a).
static double central_place(const PairedRuns *runs, int alternative, const SharedFactor *shared) {
    const bool here = shared->in_alternative != NO_FACTOR;
    const Draws *from = &runs->draws[here ? alternative : 0];
    const int index = here ? shared->in_alternative : shared->in_base;
    int i = 0;
    while (from->number[i].factor != index)
        i++;
    const DrawnNumber *number = &from->number[i];
    return (number->central - number->low) / (number->high - number->low);
}

// The term by which the fit goes furthest to the other side of 0.
static void find_flip(Attribution *row, const PairedRuns *runs) {
    const double central =
        runs->values[row->alternative].central[row->cell] - runs->values[0].central[row->cell];
    double furthest = 0;
    for (size_t k = 0; k < row->fit.count; k++) {
        const double place = central_place(runs, row->alternative, row->factor[k]);
        const double ends[] = {central - row->fit.term[k].slope * place,
                               central + row->fit.term[k].slope * (1 - place)};
        for (size_t end = 0; end < 2; end++) {
            if (!(ends[end] * central < 0) || fabs(ends[end]) <= furthest) continue;
            furthest = fabs(ends[end]);
            row->flip = FLIP_NOT_TRIED;
            row->flipping = k;
        }
    }
}

static Status fit_alternative(Attributions *attributions, const PairedRuns *runs,
                              const Compared *compared, int alternative, Report *report) {
    const IndicatorValues *values = &runs->values[0];
    Places places = {0};
    Status status = list_factors(attributions, runs, alternative, report);
    if (status == STATUS_OK) status = places_init(&places, attributions, runs, alternative, report);
    for (int i = 0; i < compared->indicator_count && status == STATUS_OK; i++) {
        const int indicator = compared->indicator[i];
        Attribution row = {
            .alternative = alternative,
            .indicator = indicator,
            .cell = compared_cell(values, indicator, values->first_year + values->years - 1)};
        if (row.cell == values->count || indicator_at(indicator)->not_compared) continue;
        status = fit_row(&row, attributions, runs, &places, report);
        find_flip(&row, runs);
        attributions->row[attributions->count++] = row;
    }
    places_free(&places);
    return status;
}

Status attributions_init(Attributions *attributions, const PairedRuns *runs,
                         const Compared *compared, Report *report) {
    const size_t most = (size_t)compared->count * (size_t)compared->indicator_count;
    *attributions = (Attributions){.row = report_calloc(report, most + 1, sizeof(Attribution))};
    Status status = attributions->row ? STATUS_OK : STATUS_NO_MEMORY;
    const bool any = runs->values[0].draws > 0;
    for (int a = 1; a < compared->count && any && status == STATUS_OK; a++)
        status = fit_alternative(attributions, runs, compared, a, report);
    return status;
}

void attributions_free(Attributions *attributions) {
    for (int i = 0; i < MOST_SCENARIOS; i++)
        free(attributions->factor[i]);
    free(attributions->row);
    *attributions = (Attributions){0};
}

// ---- trying

enum { RUNS_OF_A_FLIP = 4 }; // base and alternative at the low end, and at the high end

// Runs that several flips ask for are made once.
typedef struct Trying {
    const PairedRuns *runs;
    BatchRun *run;
    double *value; // [runs x cells]
    size_t count;
    size_t (*of_flip)[RUNS_OF_A_FLIP]; // [flips]
} Trying;

static Status take(void *context, size_t index, const Results *results, Report *report) {
    const Trying *trying = context;
    const IndicatorValues *values = &trying->runs->values[0];
    return indicator_values_row(values, results, trying->value + index * values->count, NULL,
                                report);
}

static int watch(void *context, double share, int thread) {
    (void)context, (void)share, (void)thread;
    return !interruption_came();
}

// Without a factor of its own a scenario runs as the reference of the draws did.
static void take_reference(Trying *trying, size_t at, int scenario) {
    const IndicatorValues *values = &trying->runs->values[scenario];
    memcpy(trying->value + at * values->count, values->draw, values->count * sizeof *values->draw);
    trying->run[at].done = true;
}

static size_t plan_run(Trying *trying, int scenario, int factor, int place) {
    const PairedRuns *runs = trying->runs;
    const BatchRun wanted = {.experiment = &runs->experiment[scenario],
                             .draws = &runs->draws[scenario],
                             .scale = runs->experiment[scenario].draw_scale,
                             .factor = factor,
                             .place = factor == NO_FACTOR ? 0 : place};
    for (size_t i = 0; i < trying->count; i++) {
        const BatchRun *run = &trying->run[i];
        if (run->experiment == wanted.experiment && run->factor == wanted.factor &&
            run->place == wanted.place)
            return i;
    }
    const size_t at = trying->count++;
    trying->run[at] = wanted;
    if (factor == NO_FACTOR) take_reference(trying, at, scenario);
    return at;
}

static void plan_flip(Trying *trying, size_t flip, const Attribution *row) {
    const SharedFactor *shared = row->factor[row->flipping];
    for (int i = 0; i < RUNS_OF_A_FLIP; i++)
        trying->of_flip[flip][i] =
            plan_run(trying, i % 2 ? row->alternative : 0,
                     i % 2 ? shared->in_alternative : shared->in_base, i / 2);
}

// The difference at one end, as a draw says it: central + (paired runs - paired reference runs).
static double difference_at(const Attribution *row, const PairedRuns *runs, const double *base,
                            const double *other) {
    const IndicatorValues *first = &runs->values[0], *second = &runs->values[row->alternative];
    const double central = second->central[row->cell] - first->central[row->cell];
    const double reference = second->draw[row->cell] - first->draw[row->cell];
    return indicator_ten_digits(central + (other[row->cell] - base[row->cell] - reference));
}

static void judge(Attribution *row, const Trying *trying, size_t flip) {
    const size_t count = trying->runs->values[0].count;
    const double *value[RUNS_OF_A_FLIP];
    for (int i = 0; i < RUNS_OF_A_FLIP; i++) {
        const size_t at = trying->of_flip[flip][i];
        if (!trying->run[at].done) return;
        value[i] = trying->value + at * count;
    }
    row->low = difference_at(row, trying->runs, value[0], value[1]);
    row->high = difference_at(row, trying->runs, value[2], value[3]);
    row->flip = row->low * row->high < 0 ? FLIP_CONFIRMED : FLIP_REFUTED;
}

static Status try_flips(Attributions *attributions, Trying *trying, Team *team, Report *report) {
    size_t flip = 0;
    for (size_t i = 0; i < attributions->count; i++)
        if (attributions->row[i].flip == FLIP_NOT_TRIED)
            plan_flip(trying, flip++, &attributions->row[i]);
    const Batch batch = {.run = trying->run,
                         .count = trying->count,
                         .take = take,
                         .watch = watch,
                         .context = trying};
    const Status status = batch_run(&batch, team, report);
    flip = 0;
    for (size_t i = 0; i < attributions->count; i++)
        if (attributions->row[i].flip == FLIP_NOT_TRIED)
            judge(&attributions->row[i], trying, flip++);
    return status;
}

Status attributions_try_flips(Attributions *attributions, const PairedRuns *runs, Team *team,
                              Report *report) {
    const size_t cells = runs->values[0].count;
    size_t flips = 0;
    for (size_t i = 0; i < attributions->count; i++)
        flips += attributions->row[i].flip == FLIP_NOT_TRIED;
    if (flips == 0) return STATUS_OK;
    Trying trying = {
        .runs = runs,
        .run = report_calloc(report, flips * RUNS_OF_A_FLIP, sizeof *trying.run),
        .value = report_calloc(report, flips * RUNS_OF_A_FLIP * cells, sizeof *trying.value),
        .of_flip = report_calloc(report, flips, sizeof *trying.of_flip)};
    Status status = trying.run && trying.value && trying.of_flip ? STATUS_OK : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = try_flips(attributions, &trying, team, report);
    free(trying.run);
    free(trying.value);
    free(trying.of_flip);
    return status;
}
