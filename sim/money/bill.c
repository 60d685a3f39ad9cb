// SPDX-License-Identifier: MIT
#include "money/bill.h"

#include "base/curves.h"

#include <string.h>

enum { FEN_PER_YUAN = 100 };

void price_index_init(PriceIndex *index, const Parameters *parameters, int background_year) {
    const double level = parameters->money.price_level;
    const double background = curve_exp(parameters->background[background_year].price_log);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int component = 0; component < COMPONENT_COUNT; component++) {
            const int hospital = kind_nest[kind] == NEST_COUNTY || kind_nest[kind] == NEST_CITY;
            index->visit[kind][component] = level;
            index->admission[kind][component] = hospital ? level * background : level;
        }
}

// Splits `mean` by shares taken relative to their sum, each component at its own index.
static void split(double *fen, const double *shares, double mean_yuan, const double *index) {
    double sum = 0;
    for (int component = 0; component < COMPONENT_COUNT; component++)
        sum += shares[component];
    for (int component = 0; component < COMPONENT_COUNT; component++)
        fen[component] =
            sum > 0 ? mean_yuan * FEN_PER_YUAN * (shares[component] / sum) * index[component] : 0;
}

static void price_visits(Prices *prices, const Parameters *parameters, const PriceIndex *index) {
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const KindRow *row = &parameters->kind[kind];
        const double shares[COMPONENT_COUNT] = {
            [COMPONENT_SERVICE] = row->visit_share_service,
            [COMPONENT_DRUG] = row->visit_share_drug,
            [COMPONENT_CONSUMABLE] = row->visit_share_consumable,
            [COMPONENT_TEST] = row->visit_share_test,
        };
        for (int disease = 0; disease < DISEASE_COUNT; disease++) {
            const double mean = row->visit_cost * parameters->disease[disease].visit_cost_weight;
            split(prices->visit[kind][disease], shares, mean, index->visit[kind]);
            prices->visit[kind][disease][COMPONENT_TEST] = 0; // added one by one
        }
    }
}

static void price_admissions(Prices *prices, const Parameters *parameters,
                             const PriceIndex *index) {
    for (int disease = 0; disease < DISEASE_COUNT; disease++) {
        const DiseaseRow *row = &parameters->disease[disease];
        const double shares[COMPONENT_COUNT] = {
            [COMPONENT_BED] = row->admission_share_bed,
            [COMPONENT_SERVICE] = row->admission_share_service,
            [COMPONENT_DRUG] = row->admission_share_drug,
            [COMPONENT_CONSUMABLE] = row->admission_share_consumable,
            [COMPONENT_TEST] = row->admission_share_test,
        };
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            const double mean = parameters->kind[kind].admission_cost * row->admission_cost_weight;
            split(prices->admission[kind][disease], shares, mean, index->admission[kind]);
        }
    }
}

static void price_tests(Prices *prices, const Parameters *parameters, const PriceIndex *index) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int test = 0; test < TEST_CLASS_COUNT; test++)
            prices->test[kind][test] =
                fen_from_yuan(parameters->test[test].price * index->visit[kind][COMPONENT_TEST]);
}

static double sum_of_components(const double *fen) {
    double sum = 0;
    for (int component = 0; component < COMPONENT_COUNT; component++)
        sum += fen[component];
    return sum;
}

// Mean charge of the tests of a visit, over visits with and without a test.
static double mean_tests(const Prices *prices, const Parameters *parameters, int kind,
                         int disease) {
    const DiseaseRow *row = &parameters->disease[disease];
    const double tested = row->tested_share * parameters->kind[kind].test_ratio;
    const double laboratory = 1 - row->scan_share - row->imaging_share;
    const Fen *test = prices->test[kind];
    return (tested < 1 ? tested : 1) *
           ((laboratory > 0 ? laboratory : 0) * (double)test[TEST_LABORATORY] +
            row->imaging_share * (double)test[TEST_IMAGING] +
            row->scan_share * (double)test[TEST_SCAN]);
}

static void find_means(Prices *prices, const Parameters *parameters) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int disease = 0; disease < DISEASE_COUNT; disease++) {
            prices->mean_visit[kind][disease] =
                fen_round(sum_of_components(prices->visit[kind][disease]) +
                          mean_tests(prices, parameters, kind, disease));
            prices->mean_admission[kind][disease] =
                fen_round(sum_of_components(prices->admission[kind][disease]));
        }
}

void prices_init(Prices *prices, const Parameters *parameters, const PriceIndex *index) {
    memset(prices, 0, sizeof *prices);
    price_visits(prices, parameters, index);
    price_admissions(prices, parameters, index);
    price_tests(prices, parameters, index);
    find_means(prices, parameters);
    prices->registration =
        fen_from_yuan(parameters->money.registration_fee * parameters->money.price_level);

    for (int disease = 0; disease < DISEASE_COUNT; disease++)
        prices->complexity_mean[disease] = parameters->disease[disease].complexity_mean;
    for (int step = 0; step <= COMPLEXITY_STEPS + 1; step++) {
        const double units = (double)step / COMPLEXITY_STEPS_PER_UNIT - COMPLEXITY_REACH;
        prices->complexity_ratio[step] = curve_exp(parameters->money.complexity_cost_slope * units);
    }
}

void bill_admission(Bill *bill, const Prices *prices, Kind kind, Disease disease, double complexity,
                    double noise, double days, double reference_days) {
    const double ratio = prices_complexity_ratio(prices, disease, complexity) * noise;
    const double *fen = prices->admission[kind][disease];
    bill->total = 0;
    for (int component = 0; component < COMPONENT_COUNT; component++) {
        const double length = component == COMPONENT_BED ? days / reference_days : 1;
        bill->component[component] = bill_item(fen[component] * length * ratio);
        bill->total += bill->component[component];
    }
}

static Fen change(Bill *bill, Component component, Fen amount) {
    bill->component[component] += amount;
    bill->total += amount;
    return amount;
}

void bill_take_shares(Bill *bill, double services, double items) {
    for (int component = 0; component < COMPONENT_COUNT; component++) {
        const double share = component == COMPONENT_BED       ? 1
                             : component == COMPONENT_SERVICE ? services
                                                              : items;
        const Fen taken = bill_item((double)bill->component[component] * share);
        change(bill, (Component)component, taken - bill->component[component]);
    }
}

Fen bill_add_test(Bill *bill, const Prices *prices, Kind kind, TestClass test) {
    return change(bill, COMPONENT_TEST, prices->test[kind][test]);
}

Fen bill_waive_registration(Bill *bill, const Prices *prices) {
    const Fen waived = fen_least(prices->registration, bill->component[COMPONENT_SERVICE]);
    return -change(bill, COMPONENT_SERVICE, -waived);
}
