// SPDX-License-Identifier: MIT
#include "day/load_clinic.h"

#include "base/clones.h"
#include "day/need_mass.h"

#include <stdlib.h>
#include <string.h>

Status clinic_loads_init(ClinicLoads *loads, uint32_t count, Report *report) {
    const size_t days = (size_t)LATER_DAYS * count;
    *loads = (ClinicLoads){.count = count};
    loads->clinic = report_calloc(report, count, sizeof *loads->clinic);
    loads->seen = report_calloc(report, days, sizeof *loads->seen);
    loads->seen_home = report_calloc(report, days, sizeof *loads->seen_home);
    loads->later = report_calloc(report, days, sizeof *loads->later);
    loads->today = report_calloc(report, count, sizeof *loads->today);
    const int whole =
        loads->clinic && loads->seen && loads->seen_home && loads->later && loads->today;
    return whole ? STATUS_OK : STATUS_NO_MEMORY;
}

void clinic_loads_free(ClinicLoads *loads) {
    free(loads->clinic);
    free(loads->seen);
    free(loads->seen_home);
    free(loads->later);
    free(loads->today);
    *loads = (ClinicLoads){0};
}

static double *row_of(const ClinicLoads *loads, double *rows, unsigned day) {
    return rows + (size_t)(day % LATER_DAYS) * loads->count;
}

// ---- later visits

HOT_LOOP
static void add_part(double *restrict sum, const double *restrict row, double share,
                     uint32_t count) {
    for (uint32_t f = 0; f < count; f++)
        sum[f] += share * row[f];
}

HOT_LOOP
static void add_later(double *restrict sum, const double *restrict each,
                      const double *restrict seen, const double *restrict home, uint32_t count) {
    for (uint32_t f = 0; f < count; f++)
        sum[f] += each[f] * (seen[f] + home[f]);
}

HOT_LOOP
static void add_later_of_residents(double *restrict sum, const double *restrict each,
                                   const double *restrict seen, uint32_t count) {
    for (uint32_t f = 0; f < count; f++)
        sum[f] += each[f] * seen[f];
}

void clinic_loads_open_month(ClinicLoads *loads, const Expected *expected,
                             const NeedMasses *masses) {
    memset(loads->later, 0, (size_t)LATER_DAYS * loads->count * sizeof *loads->later);
    memset(loads->brings, 0, sizeof loads->brings);
    for (int of = 0; of < CASE_CLASS_COUNT; of++) {
        for (uint32_t f = 0; f < loads->count; f++)
            loads->today[f] =
                expected[f].visits > 0 ? expected[f].later[of] / expected[f].visits : 0;
        for (unsigned days = 1; days < LATER_DAYS; days++) {
            const double share = masses->later_after[of][days];
            if (share <= 0) continue;
            loads->brings[days] = 1;
            add_part(row_of(loads, loads->later, days), loads->today, share, loads->count);
        }
    }
}

static void expect_later(ClinicLoads *loads, const Today *today) {
    memset(loads->today, 0, loads->count * sizeof *loads->today);
    for (unsigned days = 1; days < LATER_DAYS; days++) {
        if (!loads->brings[days]) continue;
        const double *each = row_of(loads, loads->later, days);
        const double *seen = row_of(loads, loads->seen, today->day - days);
        const double *home = row_of(loads, loads->seen_home, today->day - days);
        if (today->absent_at_home)
            add_later(loads->today, each, seen, home, loads->count);
        else
            add_later_of_residents(loads->today, each, seen, loads->count);
    }
}

// ---- the day

// Visits of absent insured while they are at home, per visit of a resident.
static double home_per_resident(const Expected *expected) {
    return expected->visits > 0 ? expected->home_visits / expected->visits : 0;
}

// New needs that are taken up today: what is put off on the days of Spring Festival is asked for in
// equal parts on the days after it.
static double taken_up(ClinicLoad *clinic, const Simulation *simulation, const Expected *expected,
                       double pace) {
    const Today *today = &simulation->today;
    const double new =
        pace *(expected->visits - expected->climbs - expected->referred - expected->own_way);
    const double put_off = today->festival ? pace * expected->put_off : 0;
    if (!today->festival && !today->catching_up) clinic->put_off = 0;
    clinic->put_off += put_off;
    const double days = simulation->city->parameters.time.catch_up_days;
    return new - put_off + (today->catching_up ? clinic->put_off / days : 0);
}

// Those not urgent who come from another institution, some days after they were seen.
static double sent_up(const Expected *expected, double seen_before, double seen_yesterday) {
    if (expected->visits <= 0) return 0;
    return (expected->referred * seen_before + expected->own_way * seen_yesterday) /
           expected->visits;
}

void clinic_loads_expect(ClinicLoads *loads, const Simulation *simulation,
                         const Expected *expected) {
    const Today *today = &simulation->today;
    const double pace = day_pace(simulation, today->day, today->month, today->day_of_month);
    const double delay = simulation->city->parameters.care.referral_delay_days;
    const unsigned before = today->day - (delay >= 1 ? (unsigned)delay : 1);
    const unsigned yesterday = today->day - 1;
    const double *seen_before = row_of(loads, loads->seen, before);
    const double *seen_yesterday = row_of(loads, loads->seen, yesterday);
    const double *home_before = row_of(loads, loads->seen_home, before);
    const double *home_yesterday = row_of(loads, loads->seen_home, yesterday);
    const double home = today->absent_at_home ? 1 : 0;
    expect_later(loads, today);
    for (uint32_t f = 0; f < loads->count; f++) {
        ClinicLoad *clinic = &loads->clinic[f];
        const double all = 1 + home * home_per_resident(&expected[f]);
        clinic->expected[COMES_FRESH] =
            all * taken_up(clinic, simulation, &expected[f], pace) +
            sent_up(&expected[f], seen_before[f] + home * home_before[f],
                    seen_yesterday[f] + home * home_yesterday[f]);
        clinic->expected[CLIMBS_1] = clinic->expected[CLIMBS_2] = all * pace * expected[f].climbs;
        clinic->expected[COMES_LATER] = loads->today[f];
        clinic->expected[COMES_VISITING] = expected[f].steady;
    }
}

void clinic_loads_remember(ClinicLoads *loads, uint32_t index, const Today *today,
                           const Expected *expected) {
    const ClinicLoad *clinic = &loads->clinic[index];
    const double *refused = clinic->refused, *asking = clinic->asking;
    const double fresh = asking[COMES_FRESH] + asking[CLIMBS_1] + asking[CLIMBS_2];
    const double asked = fresh + asking[COMES_LATER] + asking[COMES_VISITING];
    const double served =
        asked > 0 ? (clinic->before - refused[0] - refused[1] - refused[2]) / asked : 0;
    const double home = today->absent_at_home ? home_per_resident(expected) : 0;
    row_of(loads, loads->seen, today->day)[index] = fresh * served / (1 + home);
    row_of(loads, loads->seen_home, today->day)[index] = fresh * served * home / (1 + home);
}
