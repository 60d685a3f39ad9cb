// SPDX-License-Identifier: MIT
// Students are trained for village clinics, pay and posts keep those who are there, courses raise
// what they can do. The stock S of village doctors falls by exits and grows by entries once the
// first class has been trained:
//
//     dS/dt = entries - exit (1 - kept) S,   entries from `training_years` on
//
// with all entries and S as shares of the stock at the start. Exits go on with and without the
// reform: it is what S is above exp(-exit t) that the lever adds, as a log ratio, to doctors whose
// number the model otherwise holds. A stock that falls in spite of it is a legitimate result. Ours.
#include "reforms/village_doctor_pipeline.h"

#include "base/curves.h"
#include "reforms/lever.h"

enum { ENTRANTS, TRAINING, EXITS, KEPT, SKILL };

// clang-format off
static const LeverParameter table[] = {
    [ENTRANTS] = {"entrants_share", "share a year", {0, 0.5}, {0.01, 0.021, 0.021},
        "reported: 230 students in three years (yongzhou-village-medical-students), 77 a year, "
        "of some 3,600 village doctors of the model; some may take another post"},
    [TRAINING] = {"training_years", "years", {0, 10}, {0, 3, 3},
        "assumed: a junior college takes three years; the printed students may have finished"},
    [EXITS] = {"exit_share", "share a year", {0, 0.5}, {0.03, 0.05, 0.08},
        "assumed: half of village doctors are over 50 in most surveys, so that one in twenty "
        "leaves a year; no age is printed"},
    [KEPT] = {"kept_share", "share", {0, 1}, {0, 0.1, 0.2},
        "assumed: of those who would leave, whom pay by rank and a post keep; a fifth at most: "
        "half of it"},
    [SKILL] = {"capability", "units", {0, 1}, {0, 0.05, 0.1},
        "assumed: 2,510 were trained on the job (yongzhou-village-doctors-trained); a tenth of "
        "the unit between a clinic and a centre at most: half of it"},
};
// clang-format on

double village_doctor_stock(const double *value, double years) {
    const double exits = value[EXITS] * (1 - value[KEPT]);
    const double since = years > value[TRAINING] ? years - value[TRAINING] : 0;
    const double entered = exits > 0 ? value[ENTRANTS] / exits * (1 - curve_exp(-exits * since))
                                     : value[ENTRANTS] * since;
    return curve_exp(-exits * years) + entered;
}

static double log_of_stock(const double *value, double years) {
    return curve_log(village_doctor_stock(value, years)) + value[EXITS] * years;
}

const Lever village_doctor_pipeline = {
    .info = {.name = "village_doctor_pipeline",
             .zh = "乡村医生培养",
             .en = "village doctors trained",
             .about =
                 "village doctors are trained, kept and taught; they leave with age all the same",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{FOLLOWS, EFFECT_VILLAGE_DOCTORS, {0}}, {ADDS, EFFECT_VILLAGE_CAPABILITY, {SKILL}}},
    .course = log_of_stock,
};
