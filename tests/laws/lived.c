// SPDX-License-Identifier: MIT
#include "laws/lived.h"

#include "base/calendar.h"
#include "day/day.h"
#include "laws/tiny.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Lived lived;

static void live(Lived *city, uint32_t days) {
    for (uint32_t day = 0; day < days; day++) {
        const Status status = simulate_day(&city->simulation, &city->results, &city->report);
        ck_assert_msg(status == STATUS_OK, "%s", city->report.messages[0]);
    }
}

void lived_begin(Lived *city, int years) {
    report_init(&city->report);
    tiny_read(&city->experiment, years);
}

void lived_until(Lived *city, uint32_t days) {
    ck_assert_int_eq(
        results_init(&city->results, 2022, city->experiment.years, 2, 1, &city->report), STATUS_OK);
    ck_assert_int_eq(simulation_init(&city->simulation, &city->experiment, 0, NULL, &city->report),
                     STATUS_OK);
    live(city, days);
}

void lived_end(Lived *city) {
    simulation_free(&city->simulation);
    results_free(&city->results);
    experiment_free(&city->experiment);
    report_free(&city->report);
}

void lived_days(uint32_t days) {
    live(&lived, days);
}

Simulation *lived_prepare(uint32_t days) {
    lived_begin(&lived, 1);
    tiny_reform(&lived.experiment, "county_medical_consortium", 2022, 1.0);
    lived.experiment.city.parameters.care.formal_referral_share = 0.6;
    lived_until(&lived, days);
    return &lived.simulation;
}

void lived_finish(void) {
    lived_end(&lived);
}

Shard *lived_south(void) {
    return &lived.simulation.shard[HERE];
}

// A law must be broken today, and be told in one line with the day, the place and both sides.
void lived_told(Status status, const char *place, const char *law, int64_t left, int64_t right) {
    char date[11], expected[400];
    calendar_format(lived.simulation.today.date, date);
    snprintf(expected, sizeof expected, "%s, %s: law broken: %s: %lld against %lld;", date, place,
             law, (long long)left, (long long)right);
    ck_assert_int_eq(status, STATUS_LAW_BROKEN);
    ck_assert_uint_eq(lived.report.count, 1);
    ck_assert_msg(strncmp(lived.report.messages[0], expected, strlen(expected)) == 0,
                  "told: %s\nexpected: %s", lived.report.messages[0], expected);
    lived_finish();
}

void lived_month_broken(const char *place, const char *law, int64_t left, int64_t right) {
    lived_told(check_month_laws(&lived.simulation, &lived.report), place, law, left, right);
}

void lived_day_broken(const char *place, const char *law, int64_t left, int64_t right) {
    lived_told(check_day_laws(&lived.simulation, &lived.report), place, law, left, right);
}

// For sides that nobody can know beforehand: by how much they differ.
void lived_month_differs(const char *place, const char *law, int64_t by) {
    const Status status = check_month_laws(&lived.simulation, &lived.report);
    ck_assert_int_eq(status, STATUS_LAW_BROKEN);
    const char *sides = strstr(lived.report.messages[0], law);
    ck_assert_msg(sides != NULL, "told: %s", lived.report.messages[0]);
    long long left, right;
    ck_assert_int_eq(sscanf(sides + strlen(law), ": %lld against %lld;", &left, &right), 2);
    ck_assert_int_eq(left - right, by);
    report_free(&lived.report);
    report_init(&lived.report);
    law_broken(&lived.simulation, place, law, left, right, &lived.report);
    lived_told(STATUS_LAW_BROKEN, place, law, left, right);
}

// Anything else that ends a run: one line with these words, and this exit status.
void lived_ends(Status ended, Status expected, const char *words) {
    ck_assert_int_eq(ended, expected);
    ck_assert_uint_eq(lived.report.count, 1);
    ck_assert_msg(strstr(lived.report.messages[0], words) != NULL, "told: %s",
                  lived.report.messages[0]);
    lived_finish();
}

uint32_t lived_ward(Kind kind, int county) {
    uint32_t f = 0;
    while (lived.experiment.city.institutions[f].kind != kind ||
           lived.experiment.city.institutions[f].county != county)
        f++;
    return f;
}
