// SPDX-License-Identifier: MIT
#include "report/chart_axis.h"

#include <math.h>
#include <stdio.h>

// The round number (1, 2 or 5 times a power of ten, and 25, 250, ...) nearest above a step.
static double round_step(double step) {
    static const double rounds[] = {1.0, 2.0, 2.5, 5.0, 10.0};
    const double power = pow(10.0, floor(log10(step)));
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++) {
        const int is_whole = rounds[i] * power >= 10.0 || i != 2; // 2.5 would need a decimal more
        if (is_whole && step <= rounds[i] * power * 1.0000001) return rounds[i] * power;
    }
    return 10.0 * power;
}

ChartAxis chart_axis(double low, double high, double ticks) {
    if (!(high > low)) {
        const double around = fmax(0.05 * fabs(low), 1e-6);
        low -= around;
        high += around;
    }
    if (low > 0.0 && low < 0.5 * high) low = 0.0;

    ChartAxis axis = {.step = round_step((high - low) / fmax(ticks - 0.5, 1.0))};
    const int passes_zero = low < 0.0 && low > -0.3 * axis.step && high > -low;
    axis.first = passes_zero ? 0.0 : axis.step * floor(low / axis.step + 1e-9);
    axis.low = fmin(low, axis.first);
    // A tick stands above the data unless they pass the one below it by a little only.
    const double last = axis.step * ceil((high - 0.3 * axis.step) / axis.step - 1e-9);
    axis.high = fmax(high, last);
    axis.ticks = 1 + (size_t)lround((last - axis.first) / axis.step);
    return axis;
}

void chart_axis_widen(double *low, double *high, double least_span) {
    const double missing = least_span - (*high - *low);
    if (!(missing > 0.0)) return;
    const double below = *low >= 0.0 ? fmin(0.5 * missing, *low) : 0.5 * missing;
    *low -= below;
    *high += missing - below;
}

double chart_axis_tick(const ChartAxis *axis, size_t tick) {
    return axis->first + axis->step * (double)tick;
}

void chart_axis_text(char out[4 * TYPESET_NUMBER], const ChartAxis *axis, size_t tick,
                     ChartFormat format, Language language) {
    const ChartFormat here = {typeset_decimals(axis->step),
                              tick + 1 == axis->ticks ? format.unit : ""};
    const double value = chart_axis_tick(axis, tick);
    chart_value(out, fabs(value) < 1e-9 * axis->step ? 0.0 : value, NAN, NAN, here, language);
}

double chart_axis_place(const ChartAxis *axis, double value, double bottom, double top) {
    return bottom + (value - axis->low) / (axis->high - axis->low) * (top - bottom);
}
