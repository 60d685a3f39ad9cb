// SPDX-License-Identifier: MIT
// A city's fit: its targets, the runs that were made for them, and what came of it.
//
// Targets are its reported levels and the anchors of the province. Runs are of one in n, from the
// start to the base year, on the same luck; figures of later years are compared with that year.
// A model leaves out 2 points of a share and 5 % of any other level. Runs are kept in a file as
// they are made, so that what was interrupted goes on where it stopped.
#ifndef HXSIM_REPORT_CALIBRATION_H
#define HXSIM_REPORT_CALIBRATION_H

#include "base/team.h"
#include "config/experiment.h"
#include "report/folder_files.h"
#include "report/indicator_values.h"
#include "report/progress.h"
#include "report/score_rows.h"
#include "study/free_numbers.h"
#include "study/history_match.h"

typedef struct Calibration {
    Experiment happened, baseline; // baseline is empty if no target asks for it
    bool has_baseline;
    Roles roles;
    Reading *reading[MOST_OUTPUTS]; // of each output
    Observation observation[MOST_OUTPUTS];
    int outputs;
    char inputs[65];        // hash of the model without the free numbers
    char kept[FOLDER_PATH]; // the file of the runs
    double *kept_run;       // [kept_runs x (settings, outputs)]
    size_t kept_runs;
    Team *team;
    Progress progress;
    size_t made, wanted; // of the runs of both waves
    HistoryMatch match;
    double central[FREE_NUMBERS]; // means of the sample
    double check[MOST_OUTPUTS];   // what a run there says
    IndicatorValues check_values; // of that run
    int *row;                     // rows of the written sample, as rows of match.sample
    int rows;
} Calibration;

enum { SAMPLE_ROWS = 400 };

// Lists the targets that the runs can answer; STATUS_INVALID if there are fewer than two.
Status calibration_targets(Calibration *calibration, Report *report);

// Makes what is missing of the runs, matches, weighs, and makes one run at the centre.
Status calibration_make(Calibration *calibration, Report *report);
void calibration_free(Calibration *calibration);

#endif
