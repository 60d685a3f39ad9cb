// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "day/day.h"
#include "laws/compare.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <stdlib.h>
#include <string.h>

enum { YEARS = 4 };

// ---- bits

static void put(Experiment *experiment, int lever, int from_year, double coverage) {
    Reform *reform =
        tiny_reform(experiment, levers[lever]->info.name, from_year, tiny_part(lever, coverage));
    reform->ramp_months = 5 + lever;
}

// Runs the city with all levers from a year on, or with none if the year is 0.
static Results with_levers(int from_year, double coverage) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    for (int i = 0; i < lever_count && from_year > 0; i++)
        put(&experiment, i, from_year, coverage);
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

static Results without_levers(void) {
    return with_levers(0, 0);
}

static void assert_same(Results one, Results other, int years) {
    assert_same_results(&one, &other, years);
    results_free(&one);
    results_free(&other);
}

static void assert_not_same(const Results *one, const Results *other) {
    char text[DIFFERENCE_TEXT];
    ck_assert_uint_gt(results_differ(one, other, one->years, text), 0);
}

// Every lever twice, so that each effect is a sum: those from lever_count on are the same levers
// again, a year later and for fewer. Turn i takes lever (first + i x stride) modulo their number.
static Results in_order(int first, int stride) {
    const int number = 2 * lever_count;
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    for (int i = 0; i < number; i++) {
        const int turn = (first + i * stride) % number;
        if (turn < lever_count)
            put(&experiment, turn, 2023, 0.67);
        else
            put(&experiment, turn - lever_count, 2024, 0.31);
    }
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

TEST(any_order) {
    const int last = 2 * lever_count - 1; // odd, and so prime to the even number of turns
    assert_same(in_order(0, 1), in_order(last, last), YEARS);
    assert_same(in_order(0, 1), in_order(3, lever_count % 2 ? lever_count + 2 : lever_count + 1),
                YEARS);
}

TEST(no_coverage) {
    assert_same(without_levers(), with_levers(2022, 0), YEARS);
}

TEST(the_third_year) {
    Results base = without_levers(), later = with_levers(2024, 1);
    assert_not_same(&base, &later);
    assert_same(base, later, 2);
}

TEST(after_the_end) {
    assert_same(without_levers(), with_levers(2022 + YEARS, 1), YEARS);
}

// A reform that ends on the day on which it starts.
TEST(no_day_in_force) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    for (int i = 0; i < lever_count; i++) {
        put(&experiment, i, 2023, 1);
        Reform *reform = &experiment.reforms[experiment.reform_count - 1];
        reform->end_day = reform->start_day;
    }
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    assert_same(without_levers(), results, YEARS);
}

TEST(against_itself) {
    assert_same(with_levers(2023, 0.9), with_levers(2023, 0.9), YEARS);
}

static Results on_threads(int threads, uint64_t seed) {
    Experiment experiment;
    Simulation simulation;
    Results results;
    Report report;
    report_init(&report);
    tiny_read(&experiment, 1);
    for (int i = 0; i < lever_count; i++)
        put(&experiment, i, 2022, 1);
    for (int kind = 0; kind < KIND_COUNT; kind++) // slots must run out, for threads to matter
        experiment.city.parameters.kind[kind].slot_stretch *= 0.6;
    experiment.warm_up_days = 31;
    experiment.seed = seed;
    ck_assert_int_eq(results_init(&results, 2022, 1, 2, 1, &report), STATUS_OK);
    Team *team = team_start(threads, &report);
    ck_assert_int_eq(team_size(team), threads);
    ck_assert_int_eq(simulation_init(&simulation, &experiment, 0, team, &report), STATUS_OK);
    for (uint32_t day = 0; day < simulation.days; day++)
        ck_assert_int_eq(simulate_day(&simulation, &results, &report), STATUS_OK);
    simulation_free(&simulation);
    team_end(team);
    experiment_free(&experiment);
    report_free(&report);
    return results;
}

TEST(any_threads) {
    Results one = on_threads(1, 5), other = on_threads(1, 6);
    const uint64_t hash = results_hash(&one);
    ck_assert_uint_ne(hash, results_hash(&other));
    for (int threads = 2; threads <= 3; threads++) {
        Results more = on_threads(threads, 5);
        ck_assert_uint_eq(hash, results_hash(&more));
        results_free(&more);
    }
    results_free(&one);
    results_free(&other);
}

// ---- recognition

typedef struct Members {
    int recognition, platform; // institutions from the city hospital down that take part
    int rules, network;        // whether the levers are on
    double letters;            // share of results that patients carry with them
} Members;

// Tests repeated and recognised.
static int64_t recognised(Members members, int64_t *repeatable) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, 2);
    experiment.city.parameters.care.recognition_share = members.letters;
    int left[2] = {members.recognition, members.platform};
    for (uint32_t i = experiment.city.institution_count; i-- > 0;) {
        Institution *institution = &experiment.city.institutions[i];
        const int inside = institution->county != NO_COUNTY && institution->diagnostics > 0;
        institution->recognition = inside && left[0]-- > 0;
        institution->platform = inside && left[1]-- > 0;
    }
    if (members.rules) tiny_reform(&experiment, "result_mutual_recognition", 2021, 1);
    if (members.network)
        tiny_reform(&experiment, "population_health_information_platform", 2021, 1);
    tiny_run(&experiment, 0, &results);
    const int64_t number = results_count(&results, COUNT_RECOGNISED);
    *repeatable = results_count(&results, COUNT_REPEATABLE);
    if (members.letters > 0 && !members.rules) {
        ck_assert_int_eq(results_count(&results, COUNT_SAVED_FEN), 0);
        ck_assert_int_gt(results_count(&results, COUNT_CARRIED), *repeatable / 5);
    }
    results_free(&results);
    experiment_free(&experiment);
    return number;
}

TEST(unconnected) {
    static const Members apart[] = {{99, 0, 1, 1, 0}, {99, 99, 1, 0, 0}, {99, 99, 0, 1, 0},
                                    {0, 99, 1, 1, 0}, {1, 99, 1, 1, 0},  {99, 1, 1, 1, 0}};
    int64_t repeatable;
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) {
        ck_assert_int_eq(recognised(apart[i], &repeatable), 0);
        ck_assert_int_gt(repeatable, 500);
    }
    ck_assert_int_gt(recognised((Members){2, 2, 1, 1, 0}, &repeatable), 0);
    ck_assert_int_gt(recognised((Members){99, 99, 1, 1, 0}, &repeatable), repeatable / 10);
}

// Letters and films that patients carry avoid repeats with or without recognition, and are not it.
TEST(carried) {
    int64_t repeatable;
    ck_assert_int_eq(recognised((Members){99, 99, 0, 0, 0.3}, &repeatable), 0);
    ck_assert_int_eq(recognised((Members){99, 99, 0, 1, 0.3}, &repeatable), 0);
    ck_assert_int_gt(recognised((Members){99, 99, 1, 0, 0.3}, &repeatable), 0);
}

// ---- doctors

TEST(doctors) {
    Experiment experiment;
    Simulation simulation;
    Results results;
    Report report;
    report_init(&report);
    tiny_read(&experiment, 1);
    Reform *reform = tiny_reform(&experiment, "county_medical_consortium", 2022, 1.0);
    reform->in_county[1] = 0;
    reform->value[2] = 0.2; // of the general hospital's doctors
    ck_assert_int_eq(results_init(&results, 2022, 1, 2, 1, &report), STATUS_OK);
    ck_assert_int_eq(simulation_init(&simulation, &experiment, 0, NULL, &report), STATUS_OK);
    uint32_t general = 0;
    while (experiment.city.institutions[general].kind != KIND_COUNTY_GENERAL)
        general++;
    const uint32_t slots = simulation.facilities.row[general].slots;
    for (uint32_t day = 0; day < 365 + 40; day++)
        ck_assert_int_eq(simulate_day(&simulation, &results, &report), STATUS_OK);

    double moved[2] = {0}, received = 0;
    for (uint32_t f = 0; f < simulation.facilities.count; f++) {
        const Institution *institution = &experiment.city.institutions[f];
        const double more = simulation.facilities.row[f].doctors - institution->doctors;
        if (institution->county == NO_COUNTY) continue;
        moved[institution->county] += more;
        if (institution->kind == KIND_COUNTY_GENERAL)
            ck_assert_double_eq_tol(more, institution->county == 0 ? -0.2 * 9 : 0, 1e-9);
        if (institution->kind == KIND_TOWNSHIP_CENTRE) received += more;
    }
    ck_assert_uint_lt(simulation.facilities.row[general].slots, slots);
    ck_assert_double_eq_tol(moved[0], 0, 1e-9);
    ck_assert_double_eq_tol(moved[1], 0, 1e-9);
    ck_assert_double_eq_tol(received, 0.2 * 9, 1e-9);
    simulation_free(&simulation);
    results_free(&results);
    report_free(&report);
    experiment_free(&experiment);
}

// ---- village clinics

static void first_choices(const Results *results, int64_t first[KIND_COUNT]) {
    memset(first, 0, KIND_COUNT * sizeof *first);
    for (int y = 0; y < results->years; y++)
        for (int c = 0; c < results->counties; c++)
            for (int kind = 0; kind < KIND_COUNT; kind++)
                first[kind] += results->year[y].county[c].first_choice[kind];
}

// What village clinics gain is shifted from other institutions, or new: cases that had gone without
// care or to a pharmacy. Cases themselves hardly change (a stay in a bed suppresses a need).
TEST(village_gain) {
    Experiment experiment;
    Results base = without_levers(), reformed;
    tiny_read(&experiment, YEARS);
    tiny_reform(&experiment, "village_clinic_insurance_coverage", 2022, 1)->value[0] = 1;
    tiny_run(&experiment, 0, &reformed);

    int64_t before[KIND_COUNT], after[KIND_COUNT], shifted = 0;
    first_choices(&base, before);
    first_choices(&reformed, after);
    for (int kind = KIND_VILLAGE_CLINIC + 1; kind < KIND_COUNT; kind++)
        shifted += before[kind] - after[kind];
    const int64_t gain = after[KIND_VILLAGE_CLINIC] - before[KIND_VILLAGE_CLINIC];
    const int64_t fresh =
        before[KIND_NONE] + before[KIND_PHARMACY] - after[KIND_NONE] - after[KIND_PHARMACY];
    ck_assert_int_gt(gain, before[KIND_VILLAGE_CLINIC] / 20);
    ck_assert_int_gt(shifted, 0);
    ck_assert_int_gt(fresh, 0);
    ck_assert_int_le(llabs(gain - shifted - fresh), gain / 50);
    ck_assert_int_gt(results_count(&reformed, COUNT_VILLAGE_SETTLED),
                     results_count(&base, COUNT_VILLAGE_SETTLED));
    results_free(&base);
    results_free(&reformed);
    experiment_free(&experiment);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("levers in any order give the same bits", any_order),
        CLAIM("levers that cover nobody change no bit", no_coverage),
        CLAIM("reforms of the third year change no bit of the first two", the_third_year),
        CLAIM("reforms that begin after the end change no bit", after_the_end),
        CLAIM("reforms that end as they begin change no bit", no_day_in_force),
        CLAIM("a scenario differs from itself by nothing", against_itself),
        CLAIM("one, two and three threads give the same bits", any_threads),
        CLAIM("no result is recognised between institutions that are not connected", unconnected),
        CLAIM("what patients carry with them is not recognised before there is recognition",
              carried),
        CLAIM("doctors sent to townships are missing at the county's general hospital", doctors),
        CLAIM("what village clinics gain by insurance is shifted from elsewhere or new",
              village_gain),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
