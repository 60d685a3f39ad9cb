// SPDX-License-Identifier: MIT
// Indicators of insurance at village clinics: what of the visits that it records was recorded
// before, what was there and is recorded now, what came from elsewhere, and what is new.
//
// The four add up to the visits settled. What a reform moves is told choice by choice, against the
// same choice of the same person under the same luck, with insurance at village clinics as before
// any reform and everything else as it is today (day/seek.c).
#include "report/indicator.h"

enum { UNRECORDED, RECORDED };

static Ratio count(double value) {
    return (Ratio){value, 1};
}

static double settled(const IndicatorYear *year, Scope scope) {
    return count_of(year, scope.place, COUNT_VILLAGE_SETTLED);
}

static double found_there(const IndicatorYear *year, Scope scope) {
    return count_of(year, scope.place, COUNT_VILLAGE_RECORDED);
}

static bool is_exit(int kind) {
    return kind_nest[kind] == NEST_SELF;
}

// Visits that came from one kind, or from all that are exits or are not.
static double moved(const IndicatorYear *year, Scope scope, bool exits, int recorded) {
    const Tally *tally = tally_of(year, scope.place);
    int64_t visits = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (is_exit(kind) == exits && (scope.by != BY_KIND || scope.member == kind))
            visits += tally->village_from[kind][recorded];
    return (double)(visits * year->results->scale);
}

static Ratio village_settled_visits(const IndicatorYear *year, Scope scope) {
    return count(settled(year, scope));
}

static Ratio village_settled_before(const IndicatorYear *year, Scope scope) {
    return count(settled(year, scope) - found_there(year, scope) -
                 moved(year, scope, false, RECORDED) - moved(year, scope, true, RECORDED));
}

static Ratio village_recorded_visits(const IndicatorYear *year, Scope scope) {
    return count(found_there(year, scope));
}

static Ratio village_shifted_visits(const IndicatorYear *year, Scope scope) {
    return count(moved(year, scope, false, RECORDED));
}

static Ratio village_new_visits(const IndicatorYear *year, Scope scope) {
    return count(moved(year, scope, true, RECORDED));
}

static Ratio village_moved_unsettled(const IndicatorYear *year, Scope scope) {
    return count(moved(year, scope, false, UNRECORDED) + moved(year, scope, true, UNRECORDED));
}

#define MOVED                                                                               \
    "told choice by choice against the same person and luck with settlement as before any " \
    "reform; "                                                                              \
    "what habit carries on afterwards counts as there before, so it is a lower bound"

static const Indicator rows[] = {
    {.info =
         {"village_settled_visits", "村卫生室医保结算人次",
          "visits settled with insurance at village clinics", "visits",
          "visits of the place's insured at village clinics to which the fund paid", "insured",
          "own definition",
          "recorded visits, not new ones: the sum of settled before, recorded, shifted and new"},
     .times = 1,
     .ratio = village_settled_visits},
    {.info = {"village_settled_before", "其中：改革前即可结算", "of these, settled before",
              "visits",
              "settled visits at village clinics that settled before any reform, by patients who "
              "would have come",
              "insured", "own definition", "at the shares of pool.*.village_settled_share"},
     .times = 1,
     .ratio = village_settled_before},
    {.info = {"village_recorded_visits", "其中：原有就诊改为医保结算",
              "of these, there before and recorded now", "visits",
              "settled visits by patients who would have come, and paid themselves, without the "
              "reform",
              "insured", "own definition", "a rise in what is recorded, not in visits"},
     .times = 1,
     .ratio = village_recorded_visits},
    {.info = {"village_shifted_visits", "其中：从其他机构转来", "of these, shifted from elsewhere",
              "visits",
              "settled visits by patients who would have gone to another institution without the "
              "reform",
              "insured", "own definition", "kind is the one they would have gone to; " MOVED},
     .times = 1,
     .by = 1u << BY_KIND,
     .ratio = village_shifted_visits},
    {.info = {"village_new_visits", "其中：新增就诊", "of these, new", "visits",
              "settled visits by patients who would have gone without care or to a pharmacy "
              "without the reform",
              "insured", "own definition",
              "later visits of a new case at the clinic count too; " MOVED},
     .times = 1,
     .ratio = village_new_visits},
    {.info = {"village_moved_unsettled_visits", "村卫生室转来和新增但未结算人次",
              "visits moved to village clinics that were not settled", "visits",
              "visits at village clinics, shifted or new, to which the fund did not pay", "insured",
              "own definition",
              "choices follow the price to be expected; the clinic did not settle, or the pool's "
              "ceiling was reached"},
     .times = 1,
     .ratio = village_moved_unsettled},
};

const IndicatorTable indicators_of_villages = {rows, sizeof rows / sizeof *rows};
