// SPDX-License-Identifier: MIT
// What the program can do, as tables that main hands to whoever lists, explains or checks by name.
#ifndef HXSIM_CONFIG_REGISTRIES_H
#define HXSIM_CONFIG_REGISTRIES_H

#include "config/experiment.h"

// An indicator: what it measures, on whose figures, and where its definition comes from.
typedef struct IndicatorInfo {
    const char *name, *zh, *en, *unit;
    const char *formula; // numerator / denominator in words
    const char *base;    // residents, insured or providers
    const char *source;  // of the definition
    const char *about;
} IndicatorInfo;

typedef struct ChartInfo {
    const char *name, *zh, *en, *about;
} ChartInfo;

typedef struct Registries {
    const LeverInfo *levers;
    const IndicatorInfo *indicators;
    const ChartInfo *charts;
    int lever_count, indicator_count, chart_count;
} Registries;

#endif
