// SPDX-License-Identifier: MIT
// What levers of emergency care may and may not do, by laws that need none of our numbers.
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>

enum { YEARS = 2 };
enum { STATIONS, BUSY, CREW, SAVED, ROUTED, NUMBERS };

static Lived reformed; // each claim runs in a process of its own

static Results with(int row, double value, double stations) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    experiment.city.parameters.care.ambulance_share = 0.7;
    Reform *reform = tiny_reform(&experiment, "emergency_network_1_3_7_n", 2021, 1);
    for (int i = 0; i < NUMBERS; i++)
        reform->value[i] = 0;
    reform->value[STATIONS] = stations;
    if (row >= 0) reform->value[row] = value;
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

static CallTime calls_of(const Results *results) {
    CallTime sum = {0};
    for (int y = 0; y < results->years; y++)
        for (int c = 0; c < results->counties; c++)
            for (int town = 0; town < 2; town++) {
                const CallTime *time = &results->year[y].county[c].call_time[town];
                sum.calls += time->calls;
                sum.minutes += time->minutes;
                sum.within_30 += time->within_30;
            }
    return sum;
}

static CareTime care_of(const Results *results) {
    CareTime sum = {0};
    for (int y = 0; y < results->years; y++)
        for (int c = 0; c < results->counties; c++)
            for (int town = 0; town < 2; town++)
                for (int kind = 0; kind < KIND_COUNT; kind++) {
                    const CareTime *time = &results->year[y].county[c].care_time[town][kind];
                    sum.cases += time->cases;
                    sum.minutes += time->minutes;
                    for (int bin = 0; bin < TIME_BINS; bin++)
                        sum.within[bin] += time->within[bin];
                }
    return sum;
}

// Stations without crews: minutes fall, and nobody goes anywhere else.
TEST(stations) {
    Results none = with(-1, 0, 0), all = with(-1, 0, 1), busy = with(BUSY, 1440, 1);
    const CallTime before = calls_of(&none), now = calls_of(&all), out = calls_of(&busy);
    const CareTime care_before = care_of(&none), care_now = care_of(&all);
    ck_assert_int_gt(before.calls, 1000);
    ck_assert_int_eq(now.calls, before.calls);
    ck_assert_int_lt(now.minutes, before.minutes);
    ck_assert_int_ge(now.within_30, before.within_30);
    ck_assert_int_gt(out.minutes, now.minutes);
    ck_assert_int_lt(out.minutes, before.minutes);
    ck_assert_int_eq(care_now.cases, care_before.cases);
    ck_assert_int_eq(care_before.minutes - care_now.minutes > 0, 1);
    ck_assert_int_eq(results_count(&all, COUNT_OPENED), results_count(&none, COUNT_OPENED));
    ck_assert_int_eq(results_count(&all, COUNT_SETTLED), results_count(&none, COUNT_SETTLED));
    ck_assert_int_eq(results_count(&all, COUNT_DISCHARGED), results_count(&none, COUNT_DISCHARGED));
    results_free(&none);
    results_free(&all);
    results_free(&busy);
}

// Ten and thirty minutes are no results: responses spread on both sides of them.
TEST(spread) {
    Results results = with(-1, 0, 0.5);
    const CallTime time = calls_of(&results);
    ck_assert_int_gt(time.within_30, time.calls / 4);
    ck_assert_int_lt(time.within_30, time.calls);
    int64_t cases = 0;
    int bins = 0;
    const CareTime care = care_of(&results);
    for (int bin = 0; bin < TIME_BINS; bin++) {
        cases += care.within[bin];
        bins += care.within[bin] > care.cases / 100;
    }
    ck_assert_int_eq(cases, care.cases);
    ck_assert_int_ge(bins, 5);
    results_free(&results);
}

// Data ahead save minutes and move nothing else.
TEST(data_ahead) {
    Results none = with(-1, 0, 0), ahead = with(SAVED, 0.5, 0);
    ck_assert_int_eq(care_of(&ahead).cases, care_of(&none).cases);
    ck_assert_int_lt(care_of(&ahead).minutes, care_of(&none).minutes);
    assert_same_but_for_minutes(&ahead, &none);
    results_free(&none);
    results_free(&ahead);
}

// Routing by severity: both counts are told; needs come as before, but for who lies in a bed.
TEST(routing) {
    Results none = with(-1, 0, 0), routed = with(ROUTED, 1, 0);
    const double before = (double)results_count(&none, COUNT_SEVERE_COUNTY) /
                          (double)results_count(&none, COUNT_URGENT_COUNTY);
    const double now = (double)results_count(&routed, COUNT_SEVERE_COUNTY) /
                       (double)results_count(&routed, COUNT_URGENT_COUNTY);
    ck_assert_double_gt(now, before + 0.01);
    ck_assert_int_gt(results_count(&routed, COUNT_SEVERE_COUNTY),
                     results_count(&none, COUNT_SEVERE_COUNTY));
    const double calls = (double)calls_of(&none).calls;
    ck_assert_double_le(fabs((double)calls_of(&routed).calls - calls), calls / 100);
    results_free(&none);
    results_free(&routed);
}

// A doctor at each of three stations is missing at the general hospital of the county, called or
// not.
TEST(crews) {
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "emergency_5g_circle", 2021, 1);
    reform->value[STATIONS] = 1;
    reform->value[CREW] = 1;
    lived_until(&reformed, 365 + 45);
    for (uint32_t f = 0; f < reformed.simulation.facilities.count; f++) {
        const Facility *facility = &reformed.simulation.facilities.row[f];
        if (facility->kind == KIND_COUNTY_GENERAL)
            ck_assert_double_eq_tol(facility->remote, 3, 1e-9);
    }
    lived_end(&reformed);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("stations near by save minutes unless their cars are out, and move nobody", stations),
        CLAIM("responses spread on both sides of a standard", spread),
        CLAIM("data sent ahead save minutes and move nothing else", data_ahead),
        CLAIM("who is taken to where the case fits raises the severe share, as both counts tell",
              routing),
        CLAIM("crews are missing at their hospital", crews),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
