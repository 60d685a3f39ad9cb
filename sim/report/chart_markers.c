// SPDX-License-Identifier: MIT
#include "report/chart_markers.h"

#include <math.h>
#include <stdbool.h>

// A text begins at its line; near the right edge it ends there instead, or is moved in.
static void set_span(ChartMark *mark, double left, double right, double em, double pitch) {
    const double width = mark->text.widest_em * em;
    mark->left = mark->x;
    if (mark->left + width > right) mark->left = mark->x - width;
    if (mark->left < left) mark->left = fmax(left, fmin(mark->x, right - width));
    mark->right = mark->left + width;
    mark->height = pitch * (double)mark->text.count;
}

// Whether the line of one mark would run through the text of another if that stood lower.
static bool stands_under(const ChartMark *line, const ChartMark *text, double gap) {
    return line->x > text->left - gap && line->x < text->right + gap;
}

static bool overlap(const ChartMark *a, const ChartMark *b, double gap) {
    return a->left < b->right + gap && b->left < a->right + gap;
}

// The next mark from the right whose text has all lines below it placed; in a ring, the rightmost.
static size_t next_mark(const ChartMark *marks, const bool *placed, size_t count, double gap) {
    size_t rightmost = count;
    for (size_t i = count; i-- > 0;) {
        if (placed[i]) continue;
        bool ready = true;
        for (size_t j = 0; j < count; j++)
            if (j != i && !placed[j] && stands_under(&marks[j], &marks[i], gap)) ready = false;
        if (ready) return i;
        if (rightmost == count || marks[i].x > marks[rightmost].x) rightmost = i;
    }
    return rightmost;
}

double chart_markers_lay_out(ChartMark *marks, size_t count, double left, double right, double em,
                             double pitch) {
    if (count > CHART_MARKERS) count = CHART_MARKERS;
    const double gap = 0.4 * em;
    bool placed[CHART_MARKERS] = {false};
    double top = 0.0;
    for (size_t i = 0; i < count; i++)
        set_span(&marks[i], left, right, em, pitch);

    for (size_t done = 0; done < count; done++) {
        const size_t i = next_mark(marks, placed, count, gap);
        marks[i].base = 0.0;
        for (size_t j = 0; j < count; j++)
            if (placed[j] && overlap(&marks[i], &marks[j], gap))
                marks[i].base = fmax(marks[i].base, marks[j].base + marks[j].height + 0.5 * gap);
        placed[i] = true;
        top = fmax(top, marks[i].base + marks[i].height);
    }

    for (size_t i = 0; i < count; i++) {
        marks[i].line = marks[i].base;
        for (size_t j = 0; j < count; j++)
            if (j != i && stands_under(&marks[i], &marks[j], 0.0))
                marks[i].line = fmin(marks[i].line, marks[j].base);
    }
    return top;
}
