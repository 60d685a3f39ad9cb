// SPDX-License-Identifier: MIT
// Levers: what a reform does to the mechanism of care, as a pure function of the date.
//
// A lever never touches an indicator. It adds to Effects with the strength that its start, ramp and
// coverage give today, and the flows follow from the day's own rules.
#ifndef HXSIM_REFORMS_LEVER_H
#define HXSIM_REFORMS_LEVER_H

#include "config/experiment.h"
#include "reforms/effects.h"

// Who makes the rules that a lever changes: reforms of different sectors may hold up each other, or
// not (three_medical_six_medical_synergy).
typedef enum Sector {
    SECTOR_NONE,
    SECTOR_CARE,
    SECTOR_INSURANCE,
    SECTOR_COORDINATION // acts on other reforms only
} Sector;

typedef struct Lever {
    LeverInfo info;
    Sector sector;
    // Adds this lever's effects in one county, at `strength` in (0, 1]; value[] is in the order of
    // its table.
    void (*act)(Effects *effects, int county, double strength, const double *value);
} Lever;

// All levers, in the order in which `hxsim list reforms` names them.
extern const Lever *const levers[];
extern const int lever_count;

// Share of a reform that is in force on a calendar day: 0 before the start and from the end, rising
// linearly over the ramp to the coverage.
double reform_strength(const Reform *reform, int32_t calendar_day_now);

// Effects of all reforms of an experiment on a calendar day. Those of coordination come first: they
// shorten the ramps of the others (rule_lag), and where reforms of another sector are in force
// beside a reform, they make up part of what it lacks (offset): strength s becomes
// s + (1 - s) (1 - exp(offset)) o, with o the strength of the strongest of those others.
Effects effects_on(const Experiment *experiment, int32_t calendar_day_now);

// log(1 - share), kept above log(1e-9) so that full coverage stays finite.
double log_share_without(double share);

#endif
