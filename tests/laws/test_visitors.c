// SPDX-License-Identifier: MIT
#include "day/visitors.h"

#include "support/chance.h"
#include "support/trial.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static Trial trial;

// Today's arrivals, if so many had come before.
static RequestList *arrivals_after(uint32_t others) {
    Shard *shard = &trial.simulation.shard[trial.simulation.shards - 1];
    shard->today.count = 0;
    shard->visitors_so_far = others;
    visitors_arrive(&trial.simulation, shard);
    ck_assert_uint_eq(shard->visitors_so_far, others + shard->today.count);
    return &shard->today;
}

enum { MOST = 5000 };

// The same day is drawn three times: first comers, and those after 65,536 and 131,072 others.
TEST(own_words) {
    static Request first[MOST];
    City *city = trial_prepare(&trial);
    city->parameters.visitors.visits_per_1000 = 250;
    trial_begin(&trial);
    trial_live(&trial, 1);
    const RequestList *list = arrivals_after(0);
    const uint32_t count = list->count;
    ck_assert_uint_gt(count, 100);
    ck_assert_uint_lt(count, MOST);
    for (uint32_t i = 0; i < count; i++)
        first[i] = list->row[i];

    uint32_t of_origin[MADE_UP_ORIGINS] = {0}, alike = 0;
    for (uint32_t turn = 1; turn < 3; turn++) {
        list = arrivals_after(turn * 65536);
        ck_assert_uint_eq(list->count, count);
        for (uint32_t i = 0; i < count; i++) {
            const Request *a = &first[i], *b = &list->row[i];
            const uint32_t origin = visitor_origin(b->person, city->origin_count);
            ck_assert_uint_eq(origin, a->person - VISITOR_PERSON);
            ck_assert(is_visitor(b->person));
            of_origin[origin]++;
            for (uint32_t j = 0; j < count; j++)
                alike += first[j].person == b->person && first[j].ordinal == b->ordinal;
        }
    }
    ck_assert_uint_eq(alike, 0);
    for (int origin = 0; origin < MADE_UP_ORIGINS; origin++)
        ck_assert_uint_gt(of_origin[origin], 50);
    trial_end(&trial);
}

// ---- what brings them

TEST(by_weight) {
    City *city = trial_prepare(&trial);
    for (int g = 0; g < DISEASE_COUNT; g++)
        city->parameters.disease[g].visitor_weight = g % 5 == 1 ? 0.7 * g : 0;
    city->parameters.visitors.visits_per_1000 = 250;
    trial_begin(&trial);
    double count[DISEASE_COUNT] = {0}, share[DISEASE_COUNT], all = 0;
    for (int day = 0; day < 30; day++) {
        trial_live(&trial, 1);
        const RequestList *list = arrivals_after(0);
        for (uint32_t i = 0; i < list->count; i++)
            count[list->row[i].disease]++;
        trial.simulation.shard[trial.simulation.shards - 1].today.count = 0;
    }
    for (int g = 0; g < DISEASE_COUNT; g++)
        all += city->parameters.disease[g].visitor_weight;
    for (int g = 0; g < DISEASE_COUNT; g++)
        share[g] = city->parameters.disease[g].visitor_weight / all;
    ck_assert_double_gt(count[6] + count[11], 1000);
    ck_assert_double_gt(chance_of_shares(count, share, DISEASE_COUNT), 1e-4);
    trial_end(&trial);
}

TEST(no_pull) {
    City *city = trial_prepare(&trial);
    city->parameters.visitors.county_pull = 0;
    trial_begin(&trial);
    trial_live(&trial, 1);
    const RequestList *list = arrivals_after(0);
    uint32_t at_county = 0;
    for (uint32_t i = 0; i < list->count; i++)
        at_county += city->institutions[list->row[i].facility].kind != KIND_CITY_HOSPITAL;
    ck_assert_uint_gt(list->count, 10);
    ck_assert_uint_eq(at_county, 0);
    trial_end(&trial);
}

TEST(no_reason) {
    City *city = trial_prepare(&trial);
    for (int g = 0; g < DISEASE_COUNT; g++)
        city->parameters.disease[g].visitor_weight = 0;
    trial_begin(&trial);
    trial_live(&trial, 1);
    ck_assert_uint_eq(arrivals_after(0)->count, 0);
    trial_end(&trial);
}

static double expected_a_day(void) {
    double expected = 0;
    for (int origin = 0; origin < MADE_UP_ORIGINS; origin++)
        for (int at_county = 0; at_county < 2; at_county++)
            expected += visitors_expected(&trial.simulation, &trial.experiment.city.origins[origin],
                                          at_county);
    return expected;
}

// The arrivals of many days beside those expected: their sum, in standard errors, and how they
// scatter, by chi-square.
static void assert_poisson(double least_a_day) {
    enum { CROWDED_DAYS = 60 };
    double came = 0, chi_square = 0;
    trial_begin(&trial);
    trial_live(&trial, 1);
    const double expected = expected_a_day();
    for (int day = 0; day < CROWDED_DAYS; day++) {
        trial.simulation.today.day++;
        const double today = arrivals_after(0)->count;
        came += today;
        chi_square += (today - expected) * (today - expected) / expected;
    }
    ck_assert_double_gt(expected, least_a_day);
    ck_assert_double_le(fabs(came - CROWDED_DAYS * expected), 4 * sqrt(CROWDED_DAYS * expected));
    ck_assert_double_gt(gsl_cdf_chisq_Q(chi_square, CROWDED_DAYS), 1e-4);
    ck_assert_double_gt(gsl_cdf_chisq_P(chi_square, CROWDED_DAYS), 1e-4);
    trial_end(&trial);
}

TEST(crowds) {
    City *city = trial_prepare(&trial);
    city->parameters.visitors.visits_per_1000 = 1000;
    city->parameters.visitors.distance_exponent = 0;
    assert_poisson(1000);
    city = trial_prepare(&trial);
    city->parameters.visitors.visits_per_1000 = 1000;
    city->parameters.visitors.distance_exponent = 0;
    city->parameters.visitors.county_pull = 10;
    city->parameters.visitors.settlement_attraction = 2.3;
    assert_poisson(20000);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the visitor after 65,536 others has an address of his own", own_words),
        CLAIM("visitors come with the disease groups in proportion to their weights", by_weight),
        CLAIM("county hospitals without any pull have none", no_pull),
        CLAIM("where no group has a weight nobody comes", no_reason),
        CLAIM("as many come as are expected, with the scatter of Poisson numbers, however many "
              "these are",
              crowds),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
