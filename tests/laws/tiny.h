// SPDX-License-Identifier: MIT
// The tiny city of tests/cities, read from its files, with reforms put in by hand.
//
//     Experiment experiment;
//     tiny_read(&experiment, 3);
//     tiny_reform(&experiment, "county_medical_consortium", 2023, 0.8);
//     Results results;
//     tiny_run(&experiment, 0, &results);
#ifndef HXSIM_TESTS_LAWS_TINY_H
#define HXSIM_TESTS_LAWS_TINY_H

#include "config/experiment.h"
#include "day/results.h"

// Reads the city, for one thread; 2022 is the first of `years` years. Problems fail the test.
void tiny_read(Experiment *experiment, int years);

// Any scenario or model, with what the command line may override.
void scenario_read_file(Experiment *experiment, const char *path, const Overrides *overrides);

// Switches a lever on everywhere from 1 January of a year, with its central values and without a
// ramp.
Reform *tiny_reform(Experiment *experiment, const char *lever, int from_year, double coverage);

// What is meant for a single day (free clinics) is on 3 November of that year only, so that doctors
// are not out all year; every other reform stays as it is.
void tiny_reform_of_a_day(Reform *reform, int year);

// The part of a coverage that a lever may have when all levers are on: those that put the same
// stays under contract share it.
double tiny_part(int lever, double coverage);

// Simulates one replicate with the engine. Problems fail the test.
void tiny_run(const Experiment *experiment, int replicate, Results *results);

#endif
