// SPDX-License-Identifier: MIT
// What levers that follow up the chronically ill may and may not do, by laws that need none of our
// numbers.
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

enum { YEARS = 3 };
enum { TEAMS, HOURS, SIGNED, CONTACTS, MINUTES, FOLLOWED, CONTINUITY }; // of family_doctor_teams
enum { RED_VISITS = 3, RED_MINUTES, RED_RATIO = 8 };                    // of the colours

static Experiment experiment; // each claim runs in a process of its own

static Results lived_with(const char *lever, int from_year, double coverage) {
    Results results;
    tiny_read(&experiment, YEARS);
    if (lever) tiny_reform(&experiment, lever, from_year, coverage);
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

static void assert_same_and_end(Results *one, Results *other) {
    assert_same_results(one, other, YEARS);
    results_free(one);
    results_free(other);
}

TEST(nothing) {
    static const char *const names[] = {"family_doctor_teams", "chronic_red_yellow_green"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Results base = lived_with(NULL, 2022, 1), off = lived_with(names[i], 2022, 0);
        assert_same_and_end(&base, &off);
        Results again = lived_with(NULL, 2022, 1), late = lived_with(names[i], 2022 + YEARS, 1);
        assert_same_and_end(&again, &late);
    }
}

// ---- hours

static Results signed_by(double share, double hours) {
    Results results;
    tiny_read(&experiment, YEARS);
    Reform *reform = tiny_reform(&experiment, "family_doctor_teams", 2022, 1);
    reform->value[HOURS] = hours;
    reform->value[SIGNED] = share;
    reform->value[FOLLOWED] = 0.4;
    reform->value[CONTINUITY] = 0.5;
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

// Twice as many signed, and nobody more is followed up: only the number of the signed differs.
TEST(beyond_hours) {
    Results few = signed_by(0.375, 2), many = signed_by(0.75, 2);
    ck_assert_int_gt(results_count(&few, COUNT_TEAM_CONTACTS), 1000);
    ck_assert_int_gt(results_count(&many, COUNT_SIGNED_MONTHS),
                     results_count(&few, COUNT_SIGNED_MONTHS) * 19 / 10);
    assert_same_but_for(&few, &many, COUNT_SIGNED_MONTHS);
    results_free(&few);
    results_free(&many);
}

TEST(more_hours) {
    Results short_of = signed_by(0.75, 2), enough = signed_by(0.75, 4);
    const int64_t before = results_count(&short_of, COUNT_TEAM_CONTACTS);
    const int64_t now = results_count(&enough, COUNT_TEAM_CONTACTS);
    ck_assert_int_ge(now, 2 * before - 2 * 12 * YEARS * 2); // whole contacts, by county and month
    ck_assert_int_le(now, 2 * before + 2 * 12 * YEARS * 2);
    results_free(&short_of);
    results_free(&enough);
}

// 13 minutes to a contact, as many as were counted.
TEST(minutes) {
    Results results;
    tiny_read(&experiment, YEARS);
    tiny_reform(&experiment, "family_doctor_teams", 2022, 1)->value[MINUTES] = 13;
    tiny_run(&experiment, 0, &results);
    const double contacts = (double)results_count(&results, COUNT_TEAM_CONTACTS);
    const double counted = (double)results_count(&results, COUNT_TEAM_MINUTES);
    ck_assert_double_eq_tol(counted, 13 * contacts, 13.0 * 12 * YEARS * 2);
    results_free(&results);
    experiment_free(&experiment);
}

// Those who are out cannot see patients: so many slots fewer at village clinics and township
// centres as minutes were used of all that their doctors have, and none fewer elsewhere.
TEST(missing_in_clinics) {
    static Lived base, reformed;
    lived_begin(&base, YEARS);
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "family_doctor_teams", 2022, 1);
    reform->value[HOURS] = 40;
    reform->value[TEAMS] = 5;
    reform->value[SIGNED] = 1;
    lived_until(&base, 365 + 31 + 1);
    lived_until(&reformed, 365 + 31 + 1);
    const Results *results = &reformed.results;
    for (int county = 0; county < 2; county++) {
        const Tally *tally = &results->year[0].county[county];
        const double used = (double)tally->count[COUNT_TEAM_MINUTES];
        double doctors = 0;
        for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
            const Facility *facility = &base.simulation.facilities.row[f];
            if (facility->county != county) continue;
            if (facility->kind == KIND_VILLAGE_CLINIC || facility->kind == KIND_TOWNSHIP_CENTRE)
                doctors += facility->doctors;
        }
        const double left = 1 - used / (doctors * 40 * 60 * 31 / 7);
        ck_assert_double_lt(left, 0.99);
        for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
            const Facility *before = &base.simulation.facilities.row[f];
            const Facility *now = &reformed.simulation.facilities.row[f];
            if (before->county != county) continue;
            const int primary =
                before->kind == KIND_VILLAGE_CLINIC || before->kind == KIND_TOWNSHIP_CENTRE;
            ck_assert_double_eq(now->doctors, before->doctors);
            ck_assert_double_eq_tol(now->slots, before->slots * (primary ? left : 1), 1.01);
        }
    }
    lived_end(&base);
    lived_end(&reformed);
}

// ---- what follows

static int64_t heads_in(const Results *results, int year, Stage stage) {
    int64_t sum = 0;
    for (int county = 0; county < results->counties; county++)
        for (int c = 0; c < CONDITION_COUNT; c++)
            sum += results->year[year].heads[county].stage[c][stage];
    return sum;
}

// Follow-up moves nobody in the year in which it is done, and more are controlled at the end of
// the next.
TEST(lag) {
    Results base = lived_with(NULL, 2022, 1), reformed = signed_by(1, 40);
    for (int stage = STAGE_UNDIAGNOSED; stage < STAGE_COUNT; stage++)
        ck_assert_int_eq(heads_in(&base, 0, (Stage)stage), heads_in(&reformed, 0, (Stage)stage));
    for (int year = 1; year < YEARS; year++) {
        ck_assert_int_gt(heads_in(&reformed, year, STAGE_CONTROLLED),
                         heads_in(&base, year, STAGE_CONTROLLED) * 21 / 20);
        ck_assert_int_eq(heads_in(&base, year, STAGE_UNDIAGNOSED),
                         heads_in(&reformed, year, STAGE_UNDIAGNOSED));
    }
    results_free(&base);
    results_free(&reformed);
}

// Nobody loses control, and all who are known are soon managed: of those managed a tenth a year is
// controlled, e times as many where all are followed up at a log ratio of 1. Of M who are
// managed and not yet controlled M (e^-0.1 - e^-0.1e) more are controlled a year later.
TEST(control) {
    int64_t controlled[2], managed = 0;
    for (int turn = 0; turn < 2; turn++) {
        Results results;
        tiny_read(&experiment, YEARS);
        ConditionRow *row = &experiment.city.parameters.condition[CONDITION_HYPERTENSION];
        row->enrolment_rate = row->detection_rate = 5;
        row->dropout_rate = row->loss_rate = 0;
        row->control_rate = 0.1;
        row->turnover_rate = 0.2; // of the start: two thirds of the managed are not controlled
        Reform *reform = tiny_reform(&experiment, "family_doctor_teams", 2022, 1);
        reform->value[HOURS] = 40;
        reform->value[MINUTES] = 0.01;
        reform->value[SIGNED] = 1;
        reform->value[FOLLOWED] = turn;
        tiny_run(&experiment, 0, &results);
        controlled[turn] = managed = 0;
        for (int county = 0; county < results.counties; county++) {
            managed += results.year[0].heads[county].stage[CONDITION_HYPERTENSION][STAGE_MANAGED];
            controlled[turn] +=
                results.year[1].heads[county].stage[CONDITION_HYPERTENSION][STAGE_CONTROLLED];
        }
        results_free(&results);
        experiment_free(&experiment);
    }
    const double more = (double)managed * (exp(-0.1) - exp(-0.1 * exp(1)));
    ck_assert_double_gt(more, 100);
    ck_assert_double_eq_tol((double)(controlled[1] - controlled[0]), more,
                            4 * sqrt(more) + 0.05 * more);
}

static int64_t primary_visits(const Results *results, int year) {
    int64_t visits = 0;
    for (int county = 0; county < results->counties; county++)
        for (int place = 0; place < results->counties; place++) {
            const VisitFlow *flow = results->year[year].county[county].visit_at[PRESENT][place];
            visits += flow[KIND_VILLAGE_CLINIC].visits + flow[KIND_TOWNSHIP_CENTRE].visits;
        }
    return visits;
}

// With continuity alone, and doctors who lose no time, more go to primary care first.
TEST(continuity) {
    Results results[2];
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&experiment, YEARS);
        Reform *reform = tiny_reform(&experiment, "family_doctor_teams", 2022, 1);
        reform->value[HOURS] = 40;
        reform->value[MINUTES] = 0.001;
        reform->value[FOLLOWED] = 0;
        reform->value[CONTINUITY] = turn ? 1.5 : 0;
        tiny_run(&experiment, 0, &results[turn]);
        experiment_free(&experiment);
    }
    ck_assert_int_gt(primary_visits(&results[1], 1), primary_visits(&results[0], 1) * 101 / 100);
    results_free(&results[0]);
    results_free(&results[1]);
}

// ---- colours

// How often a red patient is visited is what hours allow: twice the way, half the visits.
TEST(red_interval) {
    double visits[2];
    for (int turn = 0; turn < 2; turn++) {
        Results results;
        tiny_read(&experiment, YEARS);
        Reform *reform = tiny_reform(&experiment, "chronic_red_yellow_green", 2022, 1);
        reform->value[HOURS] = 3;
        reform->value[RED_RATIO] = reform->value[RED_RATIO + 1] = 0;
        reform->value[RED_MINUTES] = turn ? 80 : 40;
        tiny_run(&experiment, 0, &results);
        visits[turn] = 12.0 * (double)results_count(&results, COUNT_HOME_VISITS) /
                       (double)results_count(&results, COUNT_RED_MONTHS);
        ck_assert_int_eq(results_count(&results, COUNT_HOME_VISITS),
                         results_count(&results, COUNT_GRADED_CONTACTS));
        results_free(&results);
        experiment_free(&experiment);
    }
    ck_assert_double_gt(visits[0], 0.5);
    ck_assert_double_lt(visits[0], 11);
    ck_assert_double_eq_tol(visits[1] / visits[0], 0.5, 0.02);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("at coverage 0, and after the end, they change nothing", nothing),
        CLAIM("signing beyond the hours of teams changes nothing, to the last bit", beyond_hours),
        CLAIM("twice the hours are twice the contacts, as long as hours are short", more_hours),
        CLAIM("each contact takes its minutes", minutes),
        CLAIM("minutes of teams are missing in villages and townships, and nowhere else",
              missing_in_clinics),
        CLAIM("follow-up moves stages a year later, and detects nobody", lag),
        CLAIM("follow-up moves the rate of control as its log ratio says", control),
        CLAIM("continuity brings first visits to primary care", continuity),
        CLAIM("the interval of home visits follows from hours", red_interval),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
