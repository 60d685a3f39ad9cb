// SPDX-License-Identifier: MIT
// Adults of 35 and over are tested for diabetes at monitoring points. Persons and tests are counted
// apart: some tests are of people who were tested before, among whom fewer are left to be found.
// Whoever is found is diagnosed, comes to a hospital to be confirmed, and is managed at once while
// the points have places; routine visits, tests and drugs follow from that.
#include "reforms/lever.h"

enum { POINTS, TESTS, AGAIN, FOUND, MINUTES, PLACES };

// clang-format off
static const LeverParameter table[] = {
    [POINTS] = {"points_per_10000", "points", {0, 10}, {0.3, 0.344, 0.4},
        "reported: 181 monitoring points in Yongzhou (yongzhou-diabetes-monitoring-points) of 5.26 "
        "million residents"},
    [TESTS] = {"tests_per_point", "tests a year", {0, 50000}, {1000, 2500, 5000},
        "assumed: ten a working day, between four and twenty; the printed count is held out"},
    [AGAIN] = {"again_share", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: tests of people who were tested before; whether persons or tests are printed "
        "is not said"},
    [FOUND] = {"found_share", "share", {0, 1}, {0.1, 0.25, 0.5},
        "assumed: of unknown diabetes tested, half is seen by one fasting value (recalled), and "
        "half of those come to be confirmed"},
    [MINUTES] = {"minutes_per_test", "minutes", {0, 120}, {2, 4, 8},
        "assumed: of a doctor; most of a test is a nurse's"},
    [PLACES] = {"places_per_point", "persons", {0, 20000}, {400, 800, 1500},
        "assumed: patients whom the clinics of a point can manage; 132,000 are managed by 181 "
        "points (yongzhou-diabetes-managed), 730 each"},
};
// clang-format on

const Lever diabetes_network = {
    .info = {.name = "diabetes_network",
             .zh = "糖尿病防控网络",
             .en = "diabetes network",
             .about =
                 "adults are tested for diabetes; the found are managed while there are places",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_DIABETES_TESTS, {POINTS, TESTS}},
              {ADDS_VOLUME, EFFECT_DIABETES_AGAIN, {POINTS, TESTS, AGAIN}},
              {ADDS_VOLUME, EFFECT_DIABETES_FOUND, {POINTS, TESTS, FOUND}},
              {ADDS_VOLUME, EFFECT_DIABETES_MINUTES, {POINTS, TESTS, MINUTES}},
              {ADDS_PRODUCT, EFFECT_DIABETES_PLACES, {POINTS, PLACES}}},
};
