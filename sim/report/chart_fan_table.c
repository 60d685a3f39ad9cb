// SPDX-License-Identifier: MIT
#include "report/chart_fan_table.h"

#include "report/chart_script.h"

#include <math.h>

static void mark_end(FanRows *rows, ChartTone tone) {
    rows->end[rows->ends] = rows->written - 1;
    rows->end_tone[rows->ends++] = chart_tone_name(tone);
}

static void write_series(FanRows *rows, FILE *table, size_t panel, const FanSeries *series,
                         size_t from, size_t to, ChartTone tone) {
    if (from > to || to >= series->count) return;
    const double *const bands[] = {series->low_50, series->high_50, series->low_90,
                                   series->high_90};
    const char *kind = tone == TONE_INK          ? "simulated, shared"
                       : tone == TONE_REPORTED   ? "reported"
                       : tone == TONE_BACKGROUND ? "background"
                                                 : "simulated";
    rows->first[rows->lines] = rows->written;
    for (size_t i = from; i <= to; i++, rows->written++) {
        cell_number(table, (double)panel + 1, ',');
        cell_text(table, kind, ',');
        cell_text(table, series->name, ',');
        cell_number(table, series->time[i], ',');
        cell_number(table, series->median[i], ',');
        for (size_t k = 0; k < 4; k++)
            cell_number(table, bands[k] ? bands[k][i] : NAN, k < 3 ? ',' : '\n');
    }
    rows->last[rows->lines] = rows->written - 1;
    if (to + 1 == series->count) mark_end(rows, tone);
    rows->tone[rows->lines++] = chart_tone_name(tone);
}

// The last value that all series of a chart share.
static size_t last_shared(const FanSeries *series, double shared_until) {
    size_t last = 0;
    while (last + 1 < series->count && series->time[last + 1] <= shared_until)
        last++;
    return last;
}

static void write_lines(FanRows *rows, FILE *table, const FanChart *chart, size_t p) {
    const FanPanel *panel = &chart->panels[p];
    for (size_t i = panel->series_count; i-- > 0;) {
        const FanSeries *series = &panel->series[i];
        const int divided = isfinite(chart->shared_until) && panel->series_count > 1 &&
                            series->tone != TONE_BACKGROUND &&
                            series->time[0] <= chart->shared_until;
        const size_t shared = divided ? last_shared(series, chart->shared_until) : 0;
        write_series(rows, table, p, series, shared, series->count - 1, series->tone);
        if (divided && i == 0 && shared > 0)
            write_series(rows, table, p, series, 0, shared, TONE_INK);
    }
}

static void write_figure(FanRows *rows, FILE *table, size_t panel, const char *kind,
                         const char *label, double time, double value) {
    cell_number(table, (double)panel + 1, ',');
    cell_text(table, kind, ',');
    cell_text(table, label, ',');
    cell_number(table, time, ',');
    cell_number(table, value, ',');
    fputs(",,,\r\n", table);
    rows->written++;
}

void fan_write_table(FanRows *rows, FILE *table, const FanChart *chart) {
    fputs("panel,kind,line,year,value,low_50,high_50,low_90,high_90\r\n", table);
    for (size_t p = 0; p < chart->panel_count; p++)
        write_lines(rows, table, chart, p);

    rows->bound_first = rows->written;
    for (size_t p = 0; p < chart->panel_count; p++)
        for (size_t i = 0; i < chart->panels[p].bound_count; i++, rows->bounds++) {
            const FanBound *bound = &chart->panels[p].bounds[i];
            const char *kind =
                bound->side == FAN_AT_LEAST ? "reported, at least" : "reported, at most";
            write_figure(rows, table, p, kind, bound->label, bound->from, bound->value);
            write_figure(rows, table, p, kind, bound->label, bound->to, bound->value);
            rows->up[rows->bounds] = bound->side == FAN_AT_LEAST ? 1.0 : -1.0;
        }

    rows->point_first = rows->written;
    for (size_t p = 0; p < chart->panel_count; p++)
        for (size_t i = 0; i < chart->panels[p].point_count; i++, rows->points++) {
            const FanPoint *point = &chart->panels[p].points[i];
            write_figure(rows, table, p, "reported", point->label, point->time, point->value);
        }
}

void fan_write_rows(FILE *script, const FanRows *rows) {
    fputs("\n# Which rows of the table are a line, from 0, and the line's part in the story.\n",
          script);
    script_number(script, "lines", (double)rows->lines);
    script_numbers(script, "line_first", rows->first, rows->lines);
    script_numbers(script, "line_last", rows->last, rows->lines);
    script_words(script, "line_tone", rows->tone, rows->lines);
    script_number(script, "ends", (double)rows->ends);
    script_numbers(script, "end_row", rows->end, rows->ends);
    script_words(script, "end_tone", rows->end_tone, rows->ends);
    script_number(script, "bounds", (double)rows->bounds);
    script_numbers(script, "bound_up", rows->up, rows->bounds);
    script_number(script, "bound_first", rows->bound_first);
    script_number(script, "points", (double)rows->points);
    script_number(script, "point_first", rows->point_first);
}
