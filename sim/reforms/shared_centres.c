// SPDX-License-Identifier: MIT
// Tested at the township centre, read at the county's centre. Sites that have equipment can do more
// and test more; hospitals of the county take over what the centre has read instead of repeating
// it. The doctors who read are missing at the county general hospital, and there are no more of
// them than may be called: the centre is a bottleneck. Cost by volume, and what is told of
// prenatal, sterile-supply and TCM centres, is left out.
#include "reforms/lever.h"

enum { CONNECTED, CAPABILITY, MORE_TESTS, TRUSTED, READER_SHARE, READINGS };

// clang-format off
static const LeverParameter table[] = {
    [CONNECTED] = {"connected_share", "share", {0, 1}, {0.4, 0.7, 1},
        "assumed: tests of connected centres that are sent to be read; all eleven units of one "
        "city have centres (yongzhou-county-shared-centre-areas), how much is read there is not "
        "printed"},
    [CAPABILITY] = {"site_capability", "units", {0, 2}, {0, 0.1, 0.2},
        "assumed: a reading helps where a test decides, a sixth of the 1.2 units between a "
        "township centre and a county general hospital at most: half of it"},
    [MORE_TESTS] = {"site_tests", "log ratio", {0, 2}, {0, 0.1, 0.2},
        "assumed: tests that patients were sent away for and that are now done at the site; a "
        "fifth more at most: half of it"},
    [TRUSTED] = {"trusted_share", "share", {0, 1}, {0, 0.25, 0.5},
        "assumed: of valid results that the county's own centre has read, what its hospitals do "
        "not repeat; half of them at most: half of it"},
    [READER_SHARE] = {"reader_share", "share", {0, 0.5}, {0.005, 0.015, 0.03},
        "assumed: of the doctors of the county general hospitals, who may be called to read; "
        "readers are not printed"},
    [READINGS] = {"readings_per_doctor_day", "per day", {0, 1000}, {50, 80, 150},
        "assumed: images, tracings and slides together, five to six minutes each"},
};
// clang-format on

const Lever shared_centres = {
    .info = {.name = "shared_centres",
             .zh = "县域共享中心",
             .en = "shared centres",
             .about = "tests of township centres are read at a centre of the county",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_READING, {CONNECTED}},
              {ADDS_PRODUCT, EFFECT_SITE_CAPABILITY, {CONNECTED, CAPABILITY}},
              {ADDS, EFFECT_SITE_TESTS, {MORE_TESTS}},
              {TAKES_SHARE, EFFECT_UNTRUSTED, {TRUSTED}},
              {ADDS, EFFECT_READERS, {READER_SHARE}},
              {ADDS_PRODUCT, EFFECT_READING_CAPACITY, {READER_SHARE, READINGS}}},
};
