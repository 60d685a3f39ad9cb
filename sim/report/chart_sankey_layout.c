// SPDX-License-Identifier: MIT
#include "report/chart_sankey_layout.h"

#include <math.h>
#include <string.h>

// Distances in sizes of a label.
static const double bar_width = 0.75, label_gap = 0.5, pair_gap = 0.7, heading_room = 1.9;
static const double line_pitch = 1.28, least_gap = 0.22, largest_gap = 7.0;

int sankey_is_middle(const SankeyLayout *layout, size_t column) {
    return column > 0 && column + 1 < layout->chart->column_count;
}

static void add_up(SankeyLayout *layout) {
    const SankeyChart *chart = layout->chart;
    double in[SANKEY_NODES] = {0}, out[SANKEY_NODES] = {0};
    for (size_t i = 0; i < chart->flow_count; i++) {
        out[chart->flows[i].from] += chart->flows[i].value;
        in[chart->flows[i].to] += chart->flows[i].value;
    }
    for (size_t i = 0; i < chart->node_count; i++) {
        SankeyColumn *column = &layout->columns[chart->nodes[i].column];
        layout->bars[i].value = fmax(in[i], out[i]);
        column->total += layout->bars[i].value;
        column->bars++;
    }
}

static void write_words(SankeyBar *bar, const SankeyColumn *column, ChartFormat format,
                        Language language) {
    const double percent = column->total > 0.0 ? 100.0 * bar->value / column->total : 0.0;
    const ChartFormat share = {percent > 0.0 && percent < 1.0 ? 1 : 0, "%"};
    char value[4 * TYPESET_NUMBER], part[4 * TYPESET_NUMBER];
    chart_value(value, bar->value, NAN, NAN, format, language);
    chart_value(part, percent, NAN, NAN, share, language);
    if (column->way.says == SANKEY_SHARE)
        snprintf(bar->words, sizeof bar->words, "%.90s", part);
    else
        snprintf(bar->words, sizeof bar->words,
                 language == LANGUAGE_ZH ? "%.90s（%.90s）" : "%.90s (%.90s)", value, part);
}

// How many lines the label of a bar takes.
static double lines_of(const SankeyBar *bar, const SankeyColumn *column) {
    return (double)bar->name.count + (column->way.words == SANKEY_BELOW ? 1.0 : 0.0);
}

// Sets the labels of one column in one way; returns the room that they take beside or above its
// bars.
static double set_labels(SankeyLayout *layout, size_t c, SankeyWay way, double room) {
    const SankeyChart *chart = layout->chart;
    const double em = layout->frame.em;
    SankeyColumn *column = &layout->columns[c];
    column->way = way;
    column->name_em = column->words_em = column->lines = 0.0;
    for (size_t i = 0; i < chart->node_count; i++) {
        SankeyBar *bar = &layout->bars[i];
        if (chart->nodes[i].column != c) continue;
        write_words(bar, column, chart->format, layout->frame.style->language);
        bar->words_em = typeset_width_em(bar->words, strlen(bar->words), TYPESET_REGULAR);
        column->words_em = fmax(column->words_em, bar->words_em);
    }
    const double beside_em = way.words == SANKEY_BESIDE ? pair_gap + column->words_em : 0.0;
    const double name_room_em = way.name == SANKEY_BROKEN ? room / em - beside_em : INFINITY;
    for (size_t i = 0; i < chart->node_count; i++) {
        SankeyBar *bar = &layout->bars[i];
        if (chart->nodes[i].column != c) continue;
        bar->name = typeset_balance(chart->nodes[i].name, name_room_em, TYPESET_BOLD);
        column->name_em = fmax(column->name_em, bar->name.widest_em);
        column->lines = fmax(column->lines, lines_of(bar, column));
    }
    return em * (way.words == SANKEY_BESIDE ? column->name_em + beside_em
                                            : fmax(column->name_em, column->words_em));
}

// Many bars have their values beside their names, few have them below; so have those in the middle
// where the picture may be as high as it needs. Where that has no room, they say less, and long
// names are broken. Returns the room taken.
static double fit_labels(SankeyLayout *layout, size_t c, double room) {
    static const SankeyWay ways[4][4] = {
        {{SANKEY_BESIDE, SANKEY_VALUE_AND_SHARE, SANKEY_WHOLE},
         {SANKEY_BESIDE, SANKEY_SHARE, SANKEY_WHOLE},
         {SANKEY_BESIDE, SANKEY_SHARE, SANKEY_BROKEN},
         {SANKEY_BELOW, SANKEY_SHARE, SANKEY_BROKEN}},
        {{SANKEY_BELOW, SANKEY_VALUE_AND_SHARE, SANKEY_WHOLE},
         {SANKEY_BELOW, SANKEY_VALUE_AND_SHARE, SANKEY_BROKEN},
         {SANKEY_BELOW, SANKEY_SHARE, SANKEY_WHOLE},
         {SANKEY_BELOW, SANKEY_SHARE, SANKEY_BROKEN}},
        {{SANKEY_BELOW, SANKEY_VALUE_AND_SHARE, SANKEY_WHOLE},
         {SANKEY_BELOW, SANKEY_VALUE_AND_SHARE, SANKEY_BROKEN},
         {SANKEY_BELOW, SANKEY_SHARE, SANKEY_WHOLE},
         {SANKEY_BELOW, SANKEY_SHARE, SANKEY_BROKEN}},
        {{SANKEY_BESIDE, SANKEY_VALUE_AND_SHARE, SANKEY_WHOLE},
         {SANKEY_BESIDE, SANKEY_SHARE, SANKEY_WHOLE},
         {SANKEY_BELOW, SANKEY_SHARE, SANKEY_WHOLE},
         {SANKEY_BELOW, SANKEY_SHARE, SANKEY_BROKEN}},
    };
    const int is_fixed = layout->frame.style->size->height > 0.0;
    const int kind = sankey_is_middle(layout, c)    ? 2 + is_fixed
                     : layout->columns[c].bars <= 7 ? 1
                                                    : 0;
    double taken = INFINITY;
    for (int i = 0; i < 4 && taken > room; i++)
        taken = set_labels(layout, c, ways[kind][i], room);
    return taken;
}

// Sets all labels and divides the width.
static void place_columns(SankeyLayout *layout) {
    const ChartFrame *frame = &layout->frame;
    const size_t last = layout->chart->column_count - 1;
    const double em = frame->em, width = bar_width * em;
    const double before = fit_labels(layout, 0, 0.32 * frame->width);
    const double behind = fit_labels(layout, last, 0.24 * frame->width);
    const double first_left = frame->left + before + label_gap * em;
    const double last_left = frame->right - behind - label_gap * em - width;
    const double apart = (last_left - first_left) / (double)last;
    for (size_t c = 0; c <= last; c++) {
        if (sankey_is_middle(layout, c)) fit_labels(layout, c, 0.95 * apart);
        layout->columns[c].left = first_left + apart * (double)c;
        layout->columns[c].right = layout->columns[c].left + width;
    }
}

int sankey_label_side(const SankeyLayout *layout, size_t node) {
    const size_t column = layout->chart->nodes[node].column;
    int arrives = 0, leaves = 0, arrives_here = 0;
    for (size_t i = 0; i < layout->chart->flow_count; i++) {
        const SankeyFlow *flow = &layout->chart->flows[i];
        if (flow->tone == TONE_GREY || !(flow->value > 0.0)) continue;
        if (layout->chart->nodes[flow->to].column == column) arrives = 1;
        if (layout->chart->nodes[flow->from].column == column) leaves = 1;
        if (flow->to == node) arrives_here = 1;
    }
    return arrives && leaves ? arrives_here : arrives - leaves;
}

// The height of a label, with a little air, more where it has several lines.
static double label_height(double lines, double em) {
    return (line_pitch * lines + (lines > 1.0 ? 0.45 : 0.25)) * em;
}

// The least distance between the bars of a column: where the labels stand above, there is room for
// them.
static double gap_of(const SankeyLayout *layout, size_t c) {
    const double em = layout->frame.em;
    return sankey_is_middle(layout, c) ? label_height(layout->columns[c].lines, em)
                                       : least_gap * em;
}

static size_t gaps_of(const SankeyLayout *layout, size_t c) {
    const size_t bars = layout->columns[c].bars;
    return sankey_is_middle(layout, c) || bars == 0 ? bars : bars - 1;
}

// Stacks the bars of one column over the whole height, or in its middle.
static void stack_bars(SankeyLayout *layout, size_t c, double top, double bottom) {
    const SankeyChart *chart = layout->chart;
    const SankeyColumn *column = &layout->columns[c];
    const double em = layout->frame.em, bars = column->total * layout->scale;
    const size_t gaps = gaps_of(layout, c);
    double gap = gaps > 0 ? (bottom - top - bars) / (double)gaps : 0.0;
    gap = fmin(gap, gap_of(layout, c) + largest_gap * em);
    double y = top + 0.5 * (bottom - top - bars - gap * (double)gaps);
    for (size_t i = 0; i < chart->node_count; i++) {
        if (chart->nodes[i].column != c) continue;
        SankeyBar *bar = &layout->bars[i];
        if (sankey_is_middle(layout, c)) y += gap;
        bar->top = y;
        bar->bottom = y + bar->value * layout->scale;
        y = bar->bottom + (sankey_is_middle(layout, c) ? 0.0 : gap);
    }
}

static void spread_labels(SankeyLayout *layout, size_t c, double top, double bottom) {
    const SankeyChart *chart = layout->chart;
    double centre[TYPESET_LABELS] = {0}, extent[TYPESET_LABELS] = {0};
    size_t which[TYPESET_LABELS], count = 0;
    for (size_t i = 0; i < chart->node_count; i++) {
        SankeyBar *bar = &layout->bars[i];
        if (chart->nodes[i].column != c) continue;
        const double height = label_height(lines_of(bar, &layout->columns[c]), layout->frame.em);
        bar->label_y = bar->top - 0.5 * height;
        which[count] = i;
        centre[count] = 0.5 * (bar->top + bar->bottom);
        extent[count++] = height;
    }
    if (sankey_is_middle(layout, c)) return;
    typeset_spread(centre, extent, count, top, bottom);
    for (size_t k = 0; k < count; k++)
        layout->bars[which[k]].label_y = centre[k];
}

// Ribbons leave a bar in the order of where they go, and arrive in the order of where they come
// from.
static void place_ribbons(SankeyLayout *layout) {
    const SankeyChart *chart = layout->chart;
    double leaving[SANKEY_NODES], arriving[SANKEY_NODES];
    for (size_t i = 0; i < chart->node_count; i++)
        leaving[i] = arriving[i] = layout->bars[i].top;
    for (size_t node = 0; node < chart->node_count; node++)
        for (size_t i = 0; i < chart->flow_count; i++) {
            const SankeyFlow *flow = &chart->flows[i];
            SankeyRibbon *ribbon = &layout->ribbons[i];
            const double thickness = flow->value * layout->scale;
            if (flow->to == node) {
                ribbon->from_top = leaving[flow->from];
                ribbon->from_bottom = leaving[flow->from] += thickness;
            }
            if (flow->from == node) {
                ribbon->to_top = arriving[flow->to];
                ribbon->to_bottom = arriving[flow->to] += thickness;
            }
        }
}

static double body_height(const SankeyLayout *layout) {
    const ChartFrame *frame = &layout->frame;
    double height = 1.15 * frame->width * frame->style->size->body_ratio;
    for (size_t c = 0; c < layout->chart->column_count; c++) {
        const SankeyColumn *column = &layout->columns[c];
        const double labels = label_height(column->lines, frame->em) * (double)column->bars;
        const double bars = sankey_is_middle(layout, c) ? 0.5 * height : 0.0;
        height = fmax(height, heading_room * frame->em + labels + bars);
    }
    return height;
}

void sankey_lay_out(SankeyLayout *layout, const SankeyChart *chart, const ChartStyle *style) {
    *layout = (SankeyLayout){.chart = chart, .scale = INFINITY};
    chart_frame_init(&layout->frame, &chart->text, style, 0.0);
    add_up(layout);
    place_columns(layout);
    chart_frame_init(&layout->frame, &chart->text, style, body_height(layout));

    const double em = layout->frame.em, bottom = layout->frame.body_bottom - 0.5 * em;
    const double top = layout->frame.body_top + heading_room * em;
    layout->heading_y = layout->frame.body_top + 0.6 * em;
    for (size_t c = 0; c < chart->column_count; c++) {
        const double gaps = gap_of(layout, c) * (double)gaps_of(layout, c);
        const double room = fmax(bottom - top - gaps, 0.2 * (bottom - top));
        layout->scale = fmin(layout->scale, room / layout->columns[c].total);
    }
    for (size_t c = 0; c < chart->column_count; c++) {
        stack_bars(layout, c, top, bottom);
        spread_labels(layout, c, top - 0.5 * em, bottom + 0.5 * em);
    }
    place_ribbons(layout);
}
