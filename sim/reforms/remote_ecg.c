// SPDX-License-Identifier: MIT
// One ECG network: free tracings at primary sites, read at the county general hospital. Acute heart
// cases are recognised where they are first seen and go straight to the county's team; some people
// are sent on who would not have needed it; readers are missing at their hospital; and what is free
// draws a few more visits. Tracings that are not normal are counted and are no emergencies.
#include "reforms/lever.h"

enum { TRACED, POSITIVE, ALARM, RECOGNISED, SAVED, PULL, READER_SHARE, READINGS };

// clang-format off
static const LeverParameter table[] = {
    [TRACED] = {"traced_share", "share", {0, 1}, {0.05, 0.15, 0.3},
        "assumed: of visits to village clinics and township centres for heart, stroke, "
        "hypertension, diabetes and lungs; a tracing every third visit at most: half of it; the "
        "printed counts are held out"},
    [POSITIVE] = {"positive_share", "share", {0, 1}, {0.3, 0.436, 0.5},
        "reported: of tracings, those not normal (xiangtan-county-ecg-positive-rate); they move "
        "nothing"},
    [ALARM] = {"sent_on_share", "share", {0, 1}, {0, 0.01, 0.03},
        "assumed: of tracings of cases that can wait, those that send somebody on; not printed"},
    [RECOGNISED] = {"recognised_share", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: of urgent heart cases that a primary site cannot settle, those that the tracing "
        "sends straight to the county; two in five infarctions show on no first tracing: half of "
        "the rest"},
    [SAVED] = {"saved_share", "share", {0, 0.9}, {0, 0.25, 0.5},
        "assumed: of their minutes for decision, call and reception; six accredited units "
        "(xiangtan-county-chest-pain-units), no time is printed"},
    [PULL] = {"free_pull", "utility", {0, 1}, {0, 0.01, 0.02},
        "assumed: of a visit to a township centre, what a free tracing (xiangtan-county-remote-"
        "ecg-patient-charge) is worth over all visits; two more in a hundred at most: half of it"},
    [READER_SHARE] = {"reader_share", "share", {0, 0.5}, {0.003, 0.006, 0.012},
        "assumed: of the doctors of the county general hospitals, who may be called to read"},
    [READINGS] = {"readings_per_doctor_day", "per day", {0, 1000}, {100, 150, 240},
        "assumed: about three minutes each"},
};
// clang-format on

const Lever remote_ecg = {
    .info = {.name = "remote_ecg",
             .zh = "心电一张网",
             .en = "remote ECG",
             .about = "free tracings at primary sites are read at the county hospital",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_ECG, {TRACED}},
              {ADDS_PRODUCT, EFFECT_ECG_POSITIVE, {TRACED, POSITIVE}},
              {ADDS_PRODUCT, EFFECT_ECG_ALARM, {TRACED, ALARM}},
              {TAKES_SHARE, EFFECT_HEART_UNRECOGNISED, {RECOGNISED}},
              {TAKES_SHARE, EFFECT_HEART_DELAY, {SAVED}},
              {ADDS, EFFECT_TOWNSHIP_PULL, {PULL}},
              {ADDS, EFFECT_ECG_READERS, {READER_SHARE}},
              {ADDS_PRODUCT, EFFECT_ECG_CAPACITY, {READER_SHARE, READINGS}}},
};
