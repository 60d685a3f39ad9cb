// SPDX-License-Identifier: MIT
// Draws of the parameters: a fixed list of full sets of numbers, over the ranges that the numbers
// themselves give.
//
// Every number with a range (low < high) is drawn from the triangular law on its range whose peak
// is the central value; dates are rounded to whole days. Numbers that are one unknown move together
// as one factor: a series of the background has one factor over its years. The list is a Latin
// hypercube (McKay, Beckman and Conover 1979, doi 10.1080/00401706.1979.10489755): of N draws of a
// factor exactly one lies in each N-th of its law. There are a thousand factors and more, where
// GSL's Sobol sequence ends at 40 dimensions and the first points of its Halton sequence lie on
// lines. Where a factor lies is addressed by (seed, name of the factor, draw), so that another
// parameter, a reform more or another order of reforms moves nothing else, and two scenarios share
// the draws of all that they share. Draw 0 is the central values, draws 1 to N the list.
#ifndef HXSIM_CONFIG_DRAWS_H
#define HXSIM_CONFIG_DRAWS_H

#include "config/experiment.h"

enum { FACTOR_NAME = 128, MOST_DRAWS = 1000 };

// One unknown.
typedef struct Factor {
    char name[FACTOR_NAME]; // "choice.habit_share", "background.*.stay_log", "reforms.dip.start"
    EvidenceKind kind;
} Factor;

// One number of the experiment that is drawn.
typedef struct DrawnNumber {
    char name[FACTOR_NAME]; // "background.2024.stay_log"
    const char *unit;
    int factor;
    int parameter;     // index in the registry, or -1:
    int reform, which; // number `which` (REFORM_START ...) of a reform
    double low, central, high;
} DrawnNumber;

typedef struct Draws {
    int count; // N
    DrawnNumber *number;
    Factor *factor;
    int numbers, factors;
    double *at; // [factors x count]: where in its law, strictly between 0 and 1
} Draws;

// Numbers of a fitted model's sample (config/sample.h) are taken from its rows as they stand.

// Lists what is drawn of an experiment and places its draws; every draw is checked as a scenario
// is, and one that is not valid is told with its number.
Status draws_init(Draws *draws, const Experiment *experiment, const LeverInfo *levers,
                  int lever_count, Report *report);
void draws_free(Draws *draws);

// The value of a number at a place of its law: 0 is the low end, 1 the high end.
double drawn_number_at(const DrawnNumber *number, double place);

// The value of a number in a draw; draw 0 is its central value.
double draws_value(const Draws *draws, int number, int draw);

// Lays the numbers of a draw over an experiment.
void draws_lay(Experiment *experiment, const Draws *draws, int draw);

// Lays the numbers of one factor alone over it, at a place of their law: 0 is the low end.
void draws_lay_factor(Experiment *experiment, const Draws *draws, int factor, double place);

#endif
