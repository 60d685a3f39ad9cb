// SPDX-License-Identifier: MIT
#include "report/differences.h"

#include "report/indicator_draws.h"

#include <math.h>
#include <stdlib.h>

// Sums of a list of pairs, enough for three variances.
typedef struct Spread {
    size_t count;
    double mean[3], squares[3]; // of base, alternative, difference (Welford 1962)
} Spread;

static void add(Spread *spread, double base, double alternative) {
    const double value[3] = {base, alternative, alternative - base};
    spread->count++;
    for (int i = 0; i < 3; i++) {
        const double apart = value[i] - spread->mean[i];
        spread->mean[i] += apart / (double)spread->count;
        spread->squares[i] += apart * (value[i] - spread->mean[i]);
    }
}

static double ratio_of(const Spread *spread) {
    const double unpaired = spread->squares[0] + spread->squares[1];
    return spread->count > 1 && unpaired > 0 ? indicator_ten_digits(spread->squares[2] / unpaired)
                                             : NAN;
}

static void sum_up_chance(Difference *difference, const IndicatorValues *base,
                          const IndicatorValues *alternative, size_t cell) {
    Spread spread = {0};
    for (int r = 0; r < base->replicates; r++)
        add(&spread, base->value[(size_t)r * base->count + cell],
            alternative->value[(size_t)r * base->count + cell]);
    difference->chance_ratio = ratio_of(&spread);
    const double count = (double)spread.count;
    if (spread.count > 1)
        difference->error = indicator_ten_digits(sqrt(spread.squares[2] / (count - 1) / count));
}

size_t differences_of_draws(const IndicatorValues *base, const IndicatorValues *alternative,
                            size_t cell, double *of_draw) {
    size_t count = 0;
    for (int draw = 1; draw <= base->draws; draw++)
        if (base->draw_is_whole[draw] && alternative->draw_is_whole[draw])
            of_draw[count++] = indicator_values_of_draw(alternative, draw, cell) -
                               indicator_values_of_draw(base, draw, cell);
    return count;
}

static double draws_ratio(const IndicatorValues *base, const IndicatorValues *alternative,
                          size_t cell) {
    Spread spread = {0};
    for (int draw = 1; draw <= base->draws; draw++)
        if (base->draw_is_whole[draw] && alternative->draw_is_whole[draw])
            add(&spread, indicator_values_of_draw(base, draw, cell),
                indicator_values_of_draw(alternative, draw, cell));
    return ratio_of(&spread);
}

// A cell that some draw has no value for has no band.
static void sum_up_draws(Difference *difference, const IndicatorValues *base,
                         const IndicatorValues *alternative, size_t cell, double *sorted) {
    const size_t count = differences_of_draws(base, alternative, cell, sorted);
    size_t higher = 0, lower = 0;
    for (size_t i = 0; i < count; i++) {
        if (isnan(sorted[i])) return;
        higher += sorted[i] > 0;
        lower += sorted[i] < 0;
    }
    if (count == 0) return;
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    for (int b = 0; b < BANDS; b++)
        difference->band[b] =
            indicator_ten_digits(quantile_of_sorted(sorted, count, band_shares[b]));
    difference->higher = indicator_ten_digits((double)higher / (double)count);
    difference->lower = indicator_ten_digits((double)lower / (double)count);
    difference->draws_ratio = draws_ratio(base, alternative, cell);
}

Difference difference_of(const IndicatorValues *base, const IndicatorValues *alternative,
                         size_t cell, double *scratch) {
    Difference difference = {.base = base->central[cell],
                             .alternative = alternative->central[cell],
                             .error = NAN,
                             .higher = NAN,
                             .lower = NAN,
                             .chance_ratio = NAN,
                             .draws_ratio = NAN};
    for (int b = 0; b < BANDS; b++)
        difference.band[b] = NAN;
    difference.central = indicator_ten_digits(difference.alternative - difference.base);
    sum_up_chance(&difference, base, alternative, cell);
    sum_up_draws(&difference, base, alternative, cell, scratch);
    return difference;
}
