// SPDX-License-Identifier: MIT
// What booking may and may not do to visits, by laws that need none of our numbers.
#include "laws/compare.h"
#include "laws/tiny.h"
#include "unit/claim.h"

enum { YEARS = 2 };
enum { BOOKED, KEPT, NO_SHOW, FORGONE };
typedef struct Numbers {
    double stretch;    // of slots
    double delay_days; // of a referral
    double value[4];   // of the lever
} Numbers;

static Results with(int from_year, double coverage, Numbers numbers) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    Parameters *parameters = &experiment.city.parameters;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        parameters->kind[kind].slot_stretch *= numbers.stretch;
    parameters->care.formal_referral_share = 0.9;
    if (numbers.delay_days > 0) parameters->care.referral_delay_days = numbers.delay_days;
    Reform *reform = tiny_reform(&experiment, "one_stop_booking", from_year, coverage);
    for (int row = 0; row < 4; row++)
        reform->value[row] = numbers.value[row];
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

static int64_t visits_of(const Results *results) {
    int64_t visits = 0;
    for (int y = 0; y < results->years; y++)
        for (int home = 0; home <= results->counties; home++)
            for (int contact = 0; contact < CONTACT_COUNT; contact++)
                visits += results->year[y].county[home].contacts[contact];
    return visits;
}

TEST(nothing) {
    const Numbers numbers = {1, 0, {0.5, 0.5, 0.2, 0.5}};
    Results off = with(2022, 0, numbers), late = with(2022 + YEARS, 1, numbers);
    Results on = with(2022, 1, numbers);
    char text[DIFFERENCE_TEXT];
    assert_same_results(&off, &late, YEARS);
    ck_assert_uint_gt(results_differ(&off, &on, YEARS, text), 0);
    results_free(&off);
    results_free(&late);
    results_free(&on);
}

// Where everybody finds a slot at once there is nothing to be shown.
TEST(nothing_to_show) {
    const Numbers ample = {100, 0, {1, 0, 0, 0}};
    Results without = with(2022, 0, ample), booked = with(2022, 1, ample);
    ck_assert_int_gt(results_count(&booked, COUNT_BOOKED), 10000);
    ck_assert_int_eq(results_count(&booked, COUNT_REFUSED), 0);
    assert_same_but_for(&without, &booked, COUNT_BOOKED);
    results_free(&without);
    results_free(&booked);
}

// Where slots are far too few and all is booked, far fewer ask in vain and days of waiting fall by
// more than half. Visits change by less than 1 in 200: who is seen elsewhere may go on elsewhere.
TEST(shown) {
    const Numbers few = {0.37, 0, {1, 0, 0, 0}};
    Results without = with(2022, 0, few), booked = with(2022, 1, few);
    const double before = (double)visits_of(&without), now = (double)visits_of(&booked);
    ck_assert_int_gt(results_count(&without, COUNT_WAIT_DAYS), 1000);
    ck_assert_int_lt(2 * results_count(&booked, COUNT_WAIT_DAYS),
                     results_count(&without, COUNT_WAIT_DAYS));
    ck_assert_int_lt(5 * results_count(&booked, COUNT_REFUSED),
                     4 * results_count(&without, COUNT_REFUSED));
    ck_assert_double_eq_tol(now / before, 1, 0.005);
    results_free(&without);
    results_free(&booked);
}

// One booking in five is missed. If the need is given up, it takes its later visits with it: each
// takes at least itself and at most two. If it is booked again, at most 2 in 100 of the missed are
// not seen: those in a bed by then, dead, or still to come at the end.
TEST(missed) {
    Results without = with(2022, 0, (Numbers){.stretch = 100});
    const int64_t before = visits_of(&without);
    for (int turn = 0; turn < 3; turn++) {
        Results results = with(2022, 1, (Numbers){100, 0, {1, 0, 0.2, turn * 0.5}});
        const int64_t missed = results_count(&results, COUNT_MISSED);
        const int64_t unmet = results_count(&results, COUNT_UNMET);
        const int64_t lost = before - visits_of(&results);
        ck_assert_int_gt(missed, 10000);
        ck_assert_double_eq_tol((double)missed / (double)results_count(&results, COUNT_BOOKED), 0.2,
                                0.005);
        ck_assert_double_eq_tol((double)unmet / (double)missed, turn * 0.5, 0.015);
        ck_assert_int_ge(lost, unmet);
        ck_assert_int_le(lost, 2 * unmet + missed / 50);
        results_free(&results);
    }
    results_free(&without);
}

// Referrals under way, but for a number that is the same with and without the reform.
static int64_t under_way(const Results *results) {
    return results_count(results, COUNT_UP_SENT) - results_count(results, COUNT_UP_ARRIVED) -
           results_count(results, COUNT_UP_LAPSED);
}

// 17 referrals a day are sent, a good part of them by primary sites to such hospitals: with a slot
// for each of these, those of 20 days fewer are under way. Where a referral takes a day anyway,
// nothing is left to be saved.
TEST(kept) {
    const Numbers slow = {1, 21, {0, 1, 0, 0}}, swift = {1, 1, {0, 1, 0, 0}};
    Results without = with(2022, 0, slow), with_slots = with(2022, 1, slow);
    ck_assert_int_lt(under_way(&with_slots), under_way(&without) - 60);
    ck_assert_double_eq_tol((double)visits_of(&with_slots) / (double)visits_of(&without), 1, 0.005);
    results_free(&without);
    results_free(&with_slots);
    without = with(2022, 0, swift);
    with_slots = with(2022, 1, swift);
    assert_same_results(&without, &with_slots, YEARS);
    results_free(&without);
    results_free(&with_slots);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("at coverage 0, and before its start, it changes nothing", nothing),
        CLAIM("where no slot is short, booking alone changes no visit", nothing_to_show),
        CLAIM("where slots are short, less is waited, and visits stay within 1 in 200", shown),
        CLAIM("visits fall by what no-shows take, and by no more", missed),
        CLAIM("with a slot held, a referral comes sooner", kept),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
