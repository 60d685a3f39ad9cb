// SPDX-License-Identifier: MIT
// Free room beside a point: a label is put where it covers no other text, as little of the lines as
// can be, and near its point.
#ifndef HXSIM_REPORT_CHART_PLACE_H
#define HXSIM_REPORT_CHART_PLACE_H

#include "report/chart_script.h"

enum { PLACE_BOXES = 256, PLACE_DOTS = 8192, PLACE_POINTS = 64 };

typedef struct PlaceBox {
    double left, top, right, bottom;
} PlaceBox;

// A place along a line, and how bad it is to cover it.
typedef struct PlaceDot {
    ScriptPlace at;
    double weight;
} PlaceDot;

// What has been drawn so far. What goes beyond the room for it is not avoided.
typedef struct PlaceCrowd {
    PlaceBox limits;
    PlaceBox boxes[PLACE_BOXES];
    size_t box_count;
    PlaceDot dots[PLACE_DOTS];
    size_t dot_count;
    ScriptPlace points[PLACE_POINTS]; // that have labels: each label stays nearest to its own
    size_t point_count;
} PlaceCrowd;

// Adds what is to be kept clear of: a box, or a point that has a label of its own.
void place_add_box(PlaceCrowd *crowd, PlaceBox box);

void place_add_point(PlaceCrowd *crowd, ScriptPlace point);

// Adds a straight line as dots `spacing` apart.
void place_add_line(PlaceCrowd *crowd, ScriptPlace from, ScriptPlace to, double spacing,
                    double weight);

// The best box of that size near one of the points, at distances tuned to `em`; it is added to the
// crowd.
PlaceBox place_label(PlaceCrowd *crowd, const ScriptPlace *points, size_t count, double width,
                     double height, double em);

// Writes a rule downwards from a place to `bottom`, with gaps where boxes stand.
void place_rule_between(FILE *script, const PlaceCrowd *crowd, ScriptPlace from, double bottom,
                        const char *role);

#endif
