// SPDX-License-Identifier: MIT
#include "report/chart_sankey.h"

#include "report/chart_kind.h"
#include "report/chart_sankey_layout.h"

#include <math.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, label_gap = 0.5, pair_gap = 0.7;

static Status refuse(Report *report, const char *what) {
    return report_problem(report, STATUS_INVALID, "%s", what);
}

static Status check_sizes(const SankeyChart *chart, Report *report) {
    if (chart->column_count < 2 || chart->column_count > SANKEY_COLUMNS)
        return refuse(report, "it has fewer than 2 or more than 4 columns; choose others");
    if (chart->node_count > SANKEY_NODES)
        return refuse(report, "it has more than 64 places; take some together");
    if (chart->flow_count > SANKEY_FLOWS)
        return refuse(report, "it has more than 512 flows; take places together");
    return STATUS_OK;
}

static Status check(const SankeyChart *chart, Report *report) {
    Status status = check_sizes(chart, report);
    if (status != STATUS_OK) return status;

    double through[SANKEY_COLUMNS] = {0};
    for (size_t i = 0; i < chart->node_count; i++)
        if (chart->nodes[i].column >= chart->column_count)
            return refuse(report, "a place stands in no column; number columns from 0");
    for (size_t i = 0; i < chart->flow_count; i++) {
        const SankeyFlow *flow = &chart->flows[i];
        if (!isfinite(flow->value) || flow->value < 0.0)
            return refuse(report, "a flow is not a number of people; give 0 or more");
        if (flow->from >= chart->node_count || flow->to >= chart->node_count ||
            chart->nodes[flow->from].column + 1 != chart->nodes[flow->to].column)
            return refuse(report, "a flow does not lead to the next column; divide it");
        through[chart->nodes[flow->from].column] += flow->value;
        through[chart->nodes[flow->to].column] += flow->value;
    }
    for (size_t c = 0; c < chart->column_count; c++)
        if (!(through[c] > 0.0))
            return refuse(report, "nobody goes through one of its columns; leave it out");
    return STATUS_OK;
}

static void write_table(FILE *table, const SankeyLayout *layout) {
    const SankeyChart *chart = layout->chart;
    fputs("from_group,from,to_group,to,value,share_of_all,share_of_from\r\n", table);
    for (size_t i = 0; i < chart->flow_count; i++) {
        const SankeyFlow *flow = &chart->flows[i];
        const SankeyNode *from = &chart->nodes[flow->from], *to = &chart->nodes[flow->to];
        const double all = layout->columns[from->column].total;
        const double source = layout->bars[flow->from].value;
        cell_text(table, chart->headings[from->column], ',');
        cell_text(table, from->name, ',');
        cell_text(table, chart->headings[to->column], ',');
        cell_text(table, to->name, ',');
        cell_number(table, flow->value, ',');
        cell_number(table, flow->value / all, ',');
        cell_number(table, source > 0.0 ? flow->value / source : NAN, '\n');
    }
}

static void write_bars(FILE *script, const SankeyLayout *layout) {
    const SankeyChart *chart = layout->chart;
    for (size_t i = 0; i < chart->node_count; i++) {
        const SankeyColumn *column = &layout->columns[chart->nodes[i].column];
        const SankeyBar *bar = &layout->bars[i];
        const double bottom = fmax(bar->bottom, bar->top + 1.0); // a pixel at least
        fprintf(script,
                "set object rectangle from %.2f,%.2f to %.2f,%.2f @bar fillcolor rgb "
                "colour('%s')\n",
                column->left, bar->top, column->right, bottom,
                chart_tone_name(chart->nodes[i].tone));
    }
}

static void write_headings(FILE *script, const SankeyLayout *layout) {
    const size_t last = layout->chart->column_count - 1;
    const double gap = label_gap * layout->frame.em;
    for (size_t c = 0; c <= last; c++) {
        const SankeyColumn *column = &layout->columns[c];
        ScriptPlace place = {0.5 * (column->left + column->right), layout->heading_y};
        ScriptAlign align = sankey_is_middle(layout, c) ? ALIGN_CENTER : ALIGN_LEFT;
        if (c == 0 && column->way.words == SANKEY_BESIDE) place.x = layout->frame.left;
        if (c == 0 && column->way.words == SANKEY_BELOW) {
            place.x = column->left - gap;
            align = ALIGN_RIGHT;
        }
        if (c == last) place.x = column->right + gap;
        script_string(script, layout->chart->headings[c], place, align, "tick", TONE_GREY);
    }
}

// Where the parts of a label stand.
typedef struct LabelPlace {
    double name_x, words_x;
    ScriptAlign name_align, words_align;
} LabelPlace;

// Above a bar in the middle of the chart.
static LabelPlace place_above(const SankeyLayout *layout, size_t i) {
    const SankeyBar *bar = &layout->bars[i];
    const SankeyColumn *column = &layout->columns[layout->chart->nodes[i].column];
    const int side = sankey_label_side(layout, i);
    const double em = layout->frame.em;
    const double x = side < 0   ? column->right
                     : side > 0 ? column->left
                                : 0.5 * (column->left + column->right);
    if (column->way.words == SANKEY_BELOW) {
        const ScriptAlign align = side < 0 ? ALIGN_RIGHT : side > 0 ? ALIGN_LEFT : ALIGN_CENTER;
        return (LabelPlace){x, x, align, align};
    }
    const double width = em * (bar->name.widest_em + pair_gap + bar->words_em);
    const double left = x - (side < 0 ? width : side > 0 ? 0.0 : 0.5 * width);
    return (LabelPlace){left, left + width - em * bar->words_em, ALIGN_LEFT, ALIGN_LEFT};
}

// Outside of the first or last column.
static LabelPlace place_beside(const SankeyLayout *layout, size_t i) {
    const SankeyColumn *column = &layout->columns[layout->chart->nodes[i].column];
    const double em = layout->frame.em, gap = label_gap * em;
    const int below = column->way.words == SANKEY_BELOW;
    if (layout->chart->nodes[i].column > 0) {
        const double left = column->right + gap;
        const double then = below ? left : left + em * (column->name_em + pair_gap);
        return (LabelPlace){left, then, ALIGN_LEFT, ALIGN_LEFT};
    }
    const double right = column->left - gap;
    return below ? (LabelPlace){right, right, ALIGN_RIGHT, ALIGN_RIGHT}
                 : (LabelPlace){layout->frame.left, right, ALIGN_LEFT, ALIGN_RIGHT};
}

// A short line from a bar to its label, where the label had to move.
static void write_leader(FILE *script, const SankeyLayout *layout, size_t i) {
    const SankeyBar *bar = &layout->bars[i];
    const SankeyColumn *column = &layout->columns[layout->chart->nodes[i].column];
    const int first = layout->chart->nodes[i].column == 0;
    const double em = layout->frame.em, step = (first ? -1.0 : 1.0) * label_gap * em;
    const double x = first ? column->left : column->right, y = 0.5 * (bar->top + bar->bottom);
    if (fabs(y - bar->label_y) > 0.5 * em)
        script_rule(script, (ScriptPlace){x + 0.1 * step, y},
                    (ScriptPlace){x + 0.8 * step, bar->label_y}, "leader");
}

// Lightens what passes behind a line of text in the middle of the chart.
static void write_halo(FILE *script, const SankeyLayout *layout, ScriptPlace at, ScriptAlign align,
                       double width_em) {
    const double em = layout->frame.em, width = em * width_em, beyond = 0.15 * em;
    const double left = at.x - (align == ALIGN_RIGHT    ? width
                                : align == ALIGN_CENTER ? 0.5 * width
                                                        : 0.0);
    script_box(script, (ScriptPlace){left - beyond, at.y - 0.5 * em},
               (ScriptPlace){left + width + beyond, at.y + 0.55 * em}, "halo");
}

static void write_label(FILE *script, const SankeyLayout *layout, size_t i) {
    const SankeyBar *bar = &layout->bars[i];
    const size_t c = layout->chart->nodes[i].column;
    const int middle = sankey_is_middle(layout, c);
    const LabelPlace place = middle ? place_above(layout, i) : place_beside(layout, i);
    const double pitch = line_pitch * layout->frame.em;
    const double below = layout->columns[c].way.words == SANKEY_BELOW ? 1.0 : 0.0;
    const double top = bar->label_y - 0.5 * pitch * ((double)bar->name.count + below);
    for (size_t k = 0; k < bar->name.count; k++) {
        const ScriptPlace at = {place.name_x, top + pitch * ((double)k + 0.5)};
        if (middle) write_halo(script, layout, at, place.name_align, bar->name.line[k].width_em);
        script_text(script, bar->name.line[k], at, place.name_align, "strong", TONE_INK);
    }
    const double words_y =
        below > 0.0 ? top + pitch * ((double)bar->name.count + 0.5) : bar->label_y;
    const ScriptPlace at = {place.words_x, words_y};
    if (middle) write_halo(script, layout, at, place.words_align, bar->words_em);
    script_string(script, bar->words, at, place.words_align, "label", TONE_GREY);
    if (!middle) write_leader(script, layout, i);
}

static void write_ribbons(FILE *script, const SankeyLayout *layout) {
    const SankeyChart *chart = layout->chart;
    fprintf(script,
            "\n# Each ribbon: where it begins and ends, in pixels. What the headline is about "
            "comes last, on top.\nribbons = %zu\narray ribbon[%zu]\n",
            chart->flow_count, chart->flow_count);
    size_t number = 0;
    for (int top = 0; top < 2; top++)
        for (size_t i = 0; i < chart->flow_count; i++) {
            const SankeyFlow *flow = &chart->flows[i];
            const SankeyRibbon *ribbon = &layout->ribbons[i];
            const size_t from = chart->nodes[flow->from].column;
            if ((flow->tone != TONE_GREY) != top) continue;
            fprintf(script, "ribbon[%zu] = '%.2f %.2f %.2f %.2f %.2f %.2f %s'\n", ++number,
                    layout->columns[from].right, ribbon->from_top, ribbon->from_bottom,
                    layout->columns[from + 1].left, ribbon->to_top, ribbon->to_bottom,
                    chart_tone_name(flow->tone));
        }
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    SankeyLayout *layout = drawn;
    sankey_lay_out(layout, asked, style);
    return &layout->frame;
}

static void write(FILE *table, FILE *script, void *drawn) {
    const SankeyLayout *layout = drawn;
    write_table(table, layout);
    write_headings(script, layout);
    write_bars(script, layout);
    for (size_t i = 0; i < layout->chart->node_count; i++)
        write_label(script, layout, i);
    write_ribbons(script, layout);
}

Status chart_draw_sankey(const SankeyChart *chart, const ChartStyle *style, const char *folder,
                         const char *name, Report *report) {
    static const ChartKind kind = {"sankey.gp", sizeof(SankeyLayout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
