// SPDX-License-Identifier: MIT
#include "report/chart_place.h"

#include <math.h>

void place_add_box(PlaceCrowd *crowd, PlaceBox box) {
    if (crowd->box_count < PLACE_BOXES) crowd->boxes[crowd->box_count++] = box;
}

void place_add_point(PlaceCrowd *crowd, ScriptPlace point) {
    if (crowd->point_count < PLACE_POINTS) crowd->points[crowd->point_count++] = point;
}

void place_add_line(PlaceCrowd *crowd, ScriptPlace from, ScriptPlace to, double spacing,
                    double weight) {
    const double length = hypot(to.x - from.x, to.y - from.y);
    const size_t steps = 1 + (size_t)(length / spacing);
    for (size_t i = 0; i <= steps && crowd->dot_count < PLACE_DOTS; i++) {
        const double along = (double)i / (double)steps;
        const ScriptPlace at = {from.x + along * (to.x - from.x), from.y + along * (to.y - from.y)};
        crowd->dots[crowd->dot_count++] = (PlaceDot){at, weight};
    }
}

static double shared_length(double low, double high, double other_low, double other_high) {
    return fmax(0.0, fmin(high, other_high) - fmax(low, other_low));
}

static double outside(const PlaceBox *box, const PlaceBox *limits) {
    return fmax(0.0, limits->left - box->left) + fmax(0.0, box->right - limits->right) +
           fmax(0.0, limits->top - box->top) + fmax(0.0, box->bottom - limits->bottom);
}

// What a place for a label costs: leaving the panel, covering text, covering lines, in that order.
static double cost(const PlaceCrowd *crowd, const PlaceBox *box, double em) {
    double sum = 200.0 * outside(box, &crowd->limits) / em;
    for (size_t i = 0; i < crowd->box_count; i++) {
        const PlaceBox *other = &crowd->boxes[i];
        sum += 100.0 * shared_length(box->left, box->right, other->left, other->right) *
               shared_length(box->top, box->bottom, other->top, other->bottom) / (em * em);
    }
    for (size_t i = 0; i < crowd->dot_count; i++) {
        const ScriptPlace at = crowd->dots[i].at;
        if (at.x > box->left && at.x < box->right && at.y > box->top && at.y < box->bottom)
            sum += crowd->dots[i].weight;
    }
    return sum;
}

static double distance(const PlaceBox *box, ScriptPlace point) {
    return hypot(fmax(0.0, fmax(box->left - point.x, point.x - box->right)),
                 fmax(0.0, fmax(box->top - point.y, point.y - box->bottom)));
}

// What it costs that a reader may take a label for another point's.
static double confusion(const PlaceCrowd *crowd, const PlaceBox *box, ScriptPlace own, double em) {
    const double own_distance = distance(box, own);
    double sum = 0.0;
    for (size_t i = 0; i < crowd->point_count; i++)
        if (hypot(crowd->points[i].x - own.x, crowd->points[i].y - own.y) > 0.01 * em &&
            distance(box, crowd->points[i]) < own_distance + 0.3 * em)
            sum += 15.0;
    return sum;
}

// The middle of a label nearest to `x` that keeps it between the edges, if it fits there.
static double within(double x, double half_width, const PlaceBox *limits) {
    return fmax(limits->left + half_width, fmin(x, limits->right - half_width));
}

// A place for a label, and what it costs.
typedef struct Offer {
    PlaceBox box;
    double cost;
} Offer;

// The best box around one point.
static Offer best_around(const PlaceCrowd *crowd, ScriptPlace point, double width, double height,
                         double em) {
    // Where the label's middle goes, in half widths and heights from the point; the likeliest
    // first. Whole ones stand clear of it, half ones above or below with one end at the point.
    static const double sides[][2] = {{0, -1}, {0, 1},  {0.8, -1}, {0.8, 1}, {-0.8, -1}, {-0.8, 1},
                                      {1, 0},  {-1, 0}, {1, -1},   {1, 1},   {-1, -1},   {-1, 1}};
    Offer best = {.cost = INFINITY};
    for (size_t ring = 0; ring < 6; ring++) {
        const double gap = em * (0.4 + 0.35 * (double)ring);
        for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
            const double clear = fabs(sides[i][0]) < 1.0 ? 0.0 : sides[i][0] * gap;
            double x = point.x + sides[i][0] * 0.5 * width + clear;
            const double y = point.y + sides[i][1] * (0.5 * height + gap);
            if (fabs(sides[i][1]) > 0.0) x = within(x, 0.5 * width, &crowd->limits);
            const PlaceBox box = {x - 0.5 * width, y - 0.5 * height, x + 0.5 * width,
                                  y + 0.5 * height};
            const double here = cost(crowd, &box, em) + confusion(crowd, &box, point, em) +
                                5.0 * (double)ring + 0.4 * (double)i;
            if (here < best.cost) best = (Offer){box, here};
        }
    }
    return best;
}

PlaceBox place_label(PlaceCrowd *crowd, const ScriptPlace *points, size_t count, double width,
                     double height, double em) {
    Offer best = {.cost = INFINITY};
    for (size_t i = 0; i < count; i++) {
        const Offer here = best_around(crowd, points[i], width, height, em);
        if (here.cost < best.cost) best = here;
    }
    place_add_box(crowd, best.box);
    return best.box;
}

// The upper edge of the first box that a line downwards from `y` runs into, or `bottom`.
static double next_box(const PlaceCrowd *crowd, double x, double y, double bottom, double *after) {
    double next = bottom;
    for (size_t i = 0; i < crowd->box_count; i++) {
        const PlaceBox *box = &crowd->boxes[i];
        if (x <= box->left || x >= box->right || box->bottom <= y || box->top >= next) continue;
        next = fmax(y, box->top);
        *after = box->bottom;
    }
    return next;
}

void place_rule_between(FILE *script, const PlaceCrowd *crowd, ScriptPlace from, double bottom,
                        const char *role) {
    for (double y = from.y; y < bottom;) {
        double after = bottom;
        const double next = next_box(crowd, from.x, y, bottom, &after);
        if (next > y)
            script_rule(script, (ScriptPlace){from.x, y}, (ScriptPlace){from.x, next}, role);
        y = after;
    }
}
