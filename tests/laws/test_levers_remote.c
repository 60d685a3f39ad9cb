// SPDX-License-Identifier: MIT
// What levers that ask doctors elsewhere may and may not do, by laws that need none of our numbers.
#include "base/calendar.h"
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>

enum { YEARS = 2 };

static Lived base, reformed; // each claim runs in a process of its own

// ---- shared centres

enum { CONNECTED, CAPABILITY, MORE_TESTS, TRUSTED, READER_SHARE, READINGS, SHARED_NUMBERS };

// Shared centres to which all tests are sent and that do nothing else yet.
static Reform *send_all_tests(Lived *city) {
    lived_begin(city, YEARS);
    Reform *reform = tiny_reform(&city->experiment, "shared_centres", 2021, 1);
    for (int i = 0; i < SHARED_NUMBERS; i++)
        reform->value[i] = 0;
    reform->value[CONNECTED] = 1;
    reform->value[READER_SHARE] = 0.3;
    reform->value[READINGS] = 7;
    return reform;
}

static RemoteFlow flow_of(const Results *results, Remote remote) {
    RemoteFlow sum = {0};
    for (int y = 0; y < results->years; y++)
        for (int home = 0; home <= results->counties; home++)
            for (int county = 0; county < results->counties; county++) {
                const RemoteFlow *flow = &results->year[y].county[home].remote[county][remote];
                sum.possible += flow->possible;
                sum.asked += flow->asked;
                sum.done += flow->done;
            }
    return sum;
}

static double slots_for(const Lived *city, double doctors) {
    const KindRow *kind = &city->experiment.city.parameters.kind[KIND_COUNTY_GENERAL];
    return floor(doctors * kind->visits_per_doctor_day * kind->slot_stretch + 0.5);
}

// A reader reads 7 tests a day; his time is as long as the readings take, and missing at his
// hospital.
TEST(readers_are_missing) {
    send_all_tests(&reformed);
    lived_until(&reformed, 365 + 45);
    for (uint32_t f = 0; f < reformed.simulation.facilities.count; f++) {
        const Facility *facility = &reformed.simulation.facilities.row[f];
        const Institution *institution = &reformed.experiment.city.institutions[f];
        if (institution->county == NO_COUNTY) continue;
        ck_assert_double_eq(facility->doctors, institution->doctors);
        if (facility->kind != KIND_COUNTY_GENERAL) {
            ck_assert_double_eq(facility->remote, 0);
            continue;
        }
        const RemoteWork *work = &reformed.simulation.remote[facility->county];
        const double read = work->asked[REMOTE_READING] * work->done[REMOTE_READING];
        ck_assert_double_gt(read, 0.5);
        ck_assert_double_le(read, 7 * 0.3 * institution->doctors);
        ck_assert_double_eq_tol(facility->remote, read / 7, 1e-9);
        ck_assert_double_eq(facility->slots, slots_for(&reformed, institution->doctors - read / 7));
    }
    lived_end(&reformed);
}

static Results with_shared(double reader_share, int row, double value) {
    Results results;
    tiny_read(&base.experiment, YEARS);
    Reform *reform = tiny_reform(&base.experiment, "shared_centres", 2021, 1);
    for (int i = 0; i < SHARED_NUMBERS; i++)
        reform->value[i] = 0;
    reform->value[CONNECTED] = 1;
    reform->value[READER_SHARE] = reader_share;
    reform->value[READINGS] = 1000;
    reform->value[row] = value;
    tiny_run(&base.experiment, 0, &results);
    experiment_free(&base.experiment);
    return results;
}

// A centre without readers: nothing comes of better reports, whatever they would be worth.
TEST(without_readers) {
    Results plain = with_shared(0, CAPABILITY, 0), better = with_shared(0, CAPABILITY, 2),
            trusted = with_shared(0, TRUSTED, 1);
    assert_same_results(&plain, &better, YEARS);
    assert_same_results(&plain, &trusted, YEARS);
    ck_assert_int_gt(flow_of(&plain, REMOTE_READING).asked, 100);
    ck_assert_int_eq(flow_of(&plain, REMOTE_READING).done, 0);
    results_free(&plain);
    results_free(&better);
    results_free(&trusted);
}

// Of a lever from which nothing comes: its first day has the demand that was there before it.
TEST(counted_before) {
    Results plain, read = with_shared(0, CAPABILITY, 0);
    tiny_read(&base.experiment, YEARS);
    tiny_run(&base.experiment, 0, &plain);
    experiment_free(&base.experiment);
    for (int remote = 0; remote < REMOTES; remote++) {
        const int64_t possible = flow_of(&plain, (Remote)remote).possible;
        ck_assert_int_gt(possible, 20);
        ck_assert_int_eq(possible, flow_of(&read, (Remote)remote).possible);
        ck_assert_int_eq(flow_of(&plain, (Remote)remote).asked, 0);
    }
    results_free(&plain);
    results_free(&read);
}

TEST(missing_at_once) {
    send_all_tests(&reformed)->start_day = calendar_day(2022, 1, 1);
    lived_until(&reformed, 365);
    const double before = reformed.simulation.remote[0].asked[REMOTE_READING];
    ck_assert_double_gt(before, 0.5);
    ck_assert_double_eq(reformed.simulation.remote[0].doctors[REMOTE_READING], 0);
    lived_end(&reformed);
    send_all_tests(&reformed)->start_day = calendar_day(2022, 1, 1);
    lived_until(&reformed, 365 + 1);
    ck_assert_double_gt(reformed.simulation.remote[0].doctors[REMOTE_READING], before / 14);
    lived_end(&reformed);
}

// Results that are trusted spare tests at the next place and move nobody.
TEST(trusted_results) {
    Results plain = with_shared(0.5, TRUSTED, 0), trusted = with_shared(0.5, TRUSTED, 1);
    ck_assert_int_eq(results_count(&plain, COUNT_SHARED_RESULTS), 0);
    ck_assert_int_gt(results_count(&trusted, COUNT_SHARED_RESULTS), 20);
    ck_assert_int_lt(results_count(&trusted, COUNT_TESTS), results_count(&plain, COUNT_TESTS));
    ck_assert_int_eq(results_count(&trusted, COUNT_OPENED), results_count(&plain, COUNT_OPENED));
    ck_assert_int_eq(results_count(&trusted, COUNT_RECOGNISED), 0);
    results_free(&plain);
    results_free(&trusted);
}

// Readings decide where there is something to read; a site without equipment is as before.
TEST(equipment) {
    uint32_t bare = 0;
    for (int turn = 0; turn < 2; turn++) {
        Lived *city = turn ? &reformed : &base;
        send_all_tests(city)->value[CAPABILITY] = turn ? 0.5 : 0;
        Institution *institutions = city->experiment.city.institutions;
        for (bare = 0; institutions[bare].kind != KIND_TOWNSHIP_CENTRE;)
            bare++;
        institutions[bare].diagnostics = 0;
        lived_until(city, 400);
    }
    for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
        const Facility *before = &base.simulation.facilities.row[f];
        const Facility *now = &reformed.simulation.facilities.row[f];
        const double done = reformed.simulation.remote[now->county % 2].done[REMOTE_READING];
        const int site = now->kind == KIND_TOWNSHIP_CENTRE && f != bare;
        for (int c = 0; c < CASE_CLASS_COUNT; c++)
            ck_assert_int_le(abs(now->capability[c] - before->capability[c] -
                                 (site ? (int)(16 * done + 0.5) : 0)),
                             site);
    }
    lived_end(&base);
    lived_end(&reformed);
}

// ---- consultations

enum { CONSULTED, REACH, CALLABLE, CONSULTATIONS };

static Reform *consult(Experiment *experiment, double share, double reach) {
    Reform *reform = tiny_reform(experiment, "telemedicine_platform", 2021, 1);
    reform->value[CONSULTED] = share;
    reform->value[REACH] = reach;
    reform->value[CALLABLE] = 0.3;
    reform->value[CONSULTATIONS] = 13;
    return reform;
}

static Results with_consultations(double share, double reach) {
    Results results;
    tiny_read(&base.experiment, YEARS);
    consult(&base.experiment, share, reach);
    tiny_run(&base.experiment, 0, &results);
    experiment_free(&base.experiment);
    return results;
}

// A talk that adds nothing to what the site can do settles nothing, and sends everybody on by
// appointment who would have gone up or given up; one that adds all keeps some of them.
TEST(consultations) {
    Results none = with_consultations(0, 1), talk = with_consultations(0.9, 0),
            help = with_consultations(0.9, 1);
    const RemoteFlow idle = flow_of(&none, REMOTE_CONSULTATION),
                     some = flow_of(&help, REMOTE_CONSULTATION);
    ck_assert_int_eq(idle.asked + idle.done, 0);
    ck_assert_int_eq(results_count(&talk, COUNT_CONSULTED_SETTLED), 0);
    ck_assert_int_gt(results_count(&talk, COUNT_UP_SENT), 2 * results_count(&none, COUNT_UP_SENT));
    ck_assert_int_lt(results_count(&talk, COUNT_GAVE_UP), results_count(&none, COUNT_GAVE_UP));
    ck_assert_int_gt(results_count(&help, COUNT_CONSULTED_SETTLED), 100);
    ck_assert_int_lt(results_count(&help, COUNT_UP_SENT), results_count(&talk, COUNT_UP_SENT));
    ck_assert_int_ge(some.done, results_count(&help, COUNT_CONSULTED_SETTLED));
    ck_assert_int_ge(some.asked, some.done);
    results_free(&none);
    results_free(&talk);
    results_free(&help);
}

// 13 a day for each of three doctors in ten: their clinics are shorter by as much as they are
// heard.
TEST(consultants_are_missing) {
    lived_begin(&reformed, YEARS);
    consult(&reformed.experiment, 1, 0.5);
    lived_until(&reformed, 365 + 45);
    for (uint32_t f = 0; f < reformed.simulation.facilities.count; f++) {
        const Facility *facility = &reformed.simulation.facilities.row[f];
        if (facility->kind != KIND_COUNTY_GENERAL) continue;
        const RemoteWork *work = &reformed.simulation.remote[facility->county];
        const double heard = work->asked[REMOTE_CONSULTATION] * work->done[REMOTE_CONSULTATION];
        const double doctors = reformed.experiment.city.institutions[f].doctors;
        ck_assert_double_gt(heard, 0.1);
        ck_assert_double_le(heard, 13 * 0.3 * doctors);
        ck_assert_double_eq_tol(facility->remote, heard / 13, 1e-9);
        ck_assert_double_eq(facility->slots, slots_for(&reformed, doctors - heard / 13));
    }
    lived_end(&reformed);
}

// ---- tracings

enum { TRACED, POSITIVE, ALARM, RECOGNISED, SAVED, ECG_NUMBERS = 8 };

// Everybody who may be is traced, by readers enough; one number more.
static Results with_tracings(int row, double value) {
    Results results;
    tiny_read(&base.experiment, YEARS);
    Reform *reform = tiny_reform(&base.experiment, "remote_ecg", 2021, 1);
    for (int i = 0; i < ECG_NUMBERS; i++)
        reform->value[i] = 0;
    reform->value[TRACED] = 1;
    reform->value[ECG_NUMBERS - 2] = 0.5; // of the doctors
    reform->value[ECG_NUMBERS - 1] = 1000;
    if (row != RECOGNISED) reform->value[RECOGNISED] = row == SAVED;
    reform->value[row] = value;
    tiny_run(&base.experiment, 0, &results);
    experiment_free(&base.experiment);
    return results;
}

// However many tracings are not normal, nobody becomes an emergency by it.
TEST(not_normal) {
    Results none = with_tracings(POSITIVE, 0), some = with_tracings(POSITIVE, 0.436);
    const double read = (double)flow_of(&some, REMOTE_ECG).done;
    const double positive = (double)results_count(&some, COUNT_ECG_POSITIVE);
    ck_assert_double_gt(read, 2000);
    ck_assert_double_le(fabs(positive - 0.436 * read), 3 * sqrt(0.436 * 0.564 * read));
    assert_same_but_for(&none, &some, COUNT_ECG_POSITIVE);
    results_free(&none);
    results_free(&some);
}

TEST(alarms) {
    Results none = with_tracings(ALARM, 0), some = with_tracings(ALARM, 0.2);
    const int64_t sent_on = results_count(&some, COUNT_ECG_ALARMS);
    const int64_t more = results_count(&some, COUNT_UP_SENT) - results_count(&none, COUNT_UP_SENT);
    ck_assert_int_eq(results_count(&none, COUNT_ECG_ALARMS), 0);
    ck_assert_int_gt(sent_on, 200);
    ck_assert_int_gt(more, sent_on / 2);
    results_free(&none);
    results_free(&some);
}

// Who is recognised goes straight to the county; the minutes that are saved move nothing else.
TEST(recognised) {
    Results none = with_tracings(RECOGNISED, 0), all = with_tracings(RECOGNISED, 1),
            saved = with_tracings(SAVED, 0.5);
    ck_assert_int_gt(results_count(&all, COUNT_UP_SENT), results_count(&none, COUNT_UP_SENT) + 20);
    ck_assert_int_lt(results_count(&all, COUNT_OWN_WAY), results_count(&none, COUNT_OWN_WAY));
    ck_assert_int_lt(results_count(&saved, COUNT_TRANSFER_MINUTES),
                     results_count(&all, COUNT_TRANSFER_MINUTES));
    assert_same_but_for_minutes(&saved, &all);
    results_free(&none);
    results_free(&all);
    results_free(&saved);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("doctors who read are missing at their hospital, as long as readings take",
              readers_are_missing),
        CLAIM("a centre without readers changes nothing", without_readers),
        CLAIM("what could be asked for is counted with a lever and without", counted_before),
        CLAIM("readers are missing from the first day of a lever", missing_at_once),
        CLAIM("trusted results spare tests and move nobody", trusted_results),
        CLAIM("a consultation settles what it adds, and the rest goes up by appointment",
              consultations),
        CLAIM("who is heard from afar is missing in his clinic", consultants_are_missing),
        CLAIM("tracings that are not normal are counted and are no emergencies", not_normal),
        CLAIM("tracings send on people who could have stayed", alarms),
        CLAIM("urgent heart cases that are recognised go straight, and saved minutes move nothing",
              recognised),
        CLAIM("readings help where there is equipment, and only there", equipment),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
