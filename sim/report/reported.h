// SPDX-License-Identifier: MIT
// Reported figures beside simulated ones: every state and effect that the model's table of figures
// has for this city or one of its counties, and that an indicator of the same name answers.
//
// What a figure says decides what is compared. A level is that of its year; "change" is a
// difference from the year named in its note ("compared with 2024") or the year before;
// "cumulative to end of 2025" is the sum from the first simulated year in which there was any; a
// figure without a date but with one of print is that of the last whole year before it was printed.
//
// Of a change only what goes beyond the background may be compared with levers. Known is that of
// the primary-care share, annual reading, and of the level-4 share: background.primary_utility and
// background.procedure_level, made of national series at 0.04 of utility and 0.03 of a level a
// point.
//
// The error of a change is that of its two years, each by itself: sqrt(e0^2 + e1^2).
#ifndef HXSIM_REPORT_REPORTED_H
#define HXSIM_REPORT_REPORTED_H

#include "report/indicator_values.h"

typedef enum ReportedSort { REPORTED_LEVEL, REPORTED_CHANGE, REPORTED_SUM } ReportedSort;

typedef struct Reported {
    const Figure *figure;
    int indicator, place;
    ReportedSort sort;
    int year, since;   // of a change: since the level of that year; of a sum: from that year on
    bool is_dated;     // the figure itself says its year
    double simulated;  // in the unit of the figure
    double error;      // standard error of a simulated change, or NaN
    double background; // what of the change is national drift, in points; NaN if it is not known
    bool is_modelled;  // false of a change of an unmoved indicator that the background does not move either
} Reported;

enum { MOST_REPORTED = 64 };

// Finds the figures that can be compared in the years of the values; returns their number.
int reported_find(Reported *reported, const IndicatorValues *values);

// The same figure beside another reading of its indicator (0, 1, ...); false if there are no more.
bool reported_reading(Reported *other, const Reported *reported, int which,
                      const IndicatorValues *values);

// The sign before a reported number: "≥", ">", "≈" or "".
const char *reported_sign(const Figure *figure);

#endif
