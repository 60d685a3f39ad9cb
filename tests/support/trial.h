// SPDX-License-Identifier: MIT
// A simulation of the made-up city, from 1 January 2022 with a warm-up of a year or none.
//
//     static Trial trial;
//     City *city = trial_prepare(&trial); // may be changed before the people are made
//     trial.experiment.scale = 10;        // and so may years, seed, warm_up_days
//     trial_begin(&trial);
//     trial_live(&trial, 31);
//     trial_end(&trial);
#ifndef HXSIM_TESTS_SUPPORT_TRIAL_H
#define HXSIM_TESTS_SUPPORT_TRIAL_H

#include "day/results.h"
#include "day/simulation.h"
#include "support/city.h"

typedef struct Trial {
    MadeUpCity made;
    Experiment experiment; // its city is the one to change
    Simulation simulation;
    Results results;
    Report report;
} Trial;

City *trial_prepare(Trial *trial);
void trial_begin(Trial *trial);
void trial_live(Trial *trial, uint32_t days);
void trial_live_to_the_end(Trial *trial);
void trial_end(Trial *trial);

#endif
