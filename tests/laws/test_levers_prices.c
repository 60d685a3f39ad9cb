// SPDX-License-Identifier: MIT
// What reforms of prices may and may not do, by laws that need none of our numbers.
#include "laws/compare.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <string.h>

enum { YEARS = 2, LEVER_ROWS = 10 };
enum {
    DRUGS,
    DRUG_CUT,
    DRUG_GROWTH,
    GOODS,
    GOODS_CUT,
    GOODS_GROWTH,
    ROUNDS,
    SERVICES,
    BEDS,
    RETURNED
};

static const char lever[] = "procurement_and_price_adjustment";

// Everybody indifferent to prices, and no institution answers to them.
static void indifferent(Parameters *parameters) {
    parameters->choice.price_weight_visit = parameters->choice.price_weight_admission = 0;
    parameters->response.eta_days = parameters->response.eta_admission = 0;
    parameters->response.eta_items = 0;
}

// A year before the first one that is counted the reform is there in full, with these numbers.
static Results live(const double value[LEVER_ROWS], void (*change)(Parameters *)) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    experiment.city.parameters.response.relaxation_months = 1;
    if (change) change(&experiment.city.parameters);
    if (value)
        memcpy(tiny_reform(&experiment, lever, 2021, 1)->value, value, LEVER_ROWS * sizeof *value);
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

static Fen charged(const Results *results, int component) {
    Fen sum = 0;
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (int county = 0; county < results->counties && has_public_prices((Kind)kind); county++)
            sum += results->year[0].ledger->charged[kind][county][component];
    return sum;
}

static Fen charged_before(const Results *results, int component) {
    Fen sum = 0;
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (int county = 0; county < results->counties && has_public_prices((Kind)kind); county++)
            sum += results->year[0].prices->before[kind][county][component];
    return sum;
}

typedef struct Flow {
    int64_t visits, discharges, bed_days;
} Flow;

static Flow flow_of(const Results *results) {
    Flow flow = {0};
    for (int m = 0; m < results->months; m++)
        for (int place = 0; place < PLACES; place++)
            for (int kind = 0; kind < KIND_COUNT; kind++) {
                flow.visits += results->month[m].visits[place][kind];
                flow.discharges += results->month[m].discharges[place][kind];
                flow.bed_days += results->month[m].bed_days[place][kind];
            }
    return flow;
}

// Half of drugs at 40 % less are 0.8, services 3 x 5 % dearer e^0.15 = 1.161834. Bills are whole
// fen, of some hundred of them each.
TEST(quantity_times_price) {
    const double value[LEVER_ROWS] = {
        [DRUGS] = 0.5, [DRUG_CUT] = 0.4, [ROUNDS] = 3, [SERVICES] = 0.05};
    Results without = live(NULL, indifferent), with = live(value, indifferent);
    const Flow before = flow_of(&without), now = flow_of(&with);
    ck_assert_int_eq(memcmp(&before, &now, sizeof now), 0);
    for (int c = 0; c < COMPONENT_COUNT; c++) {
        const double base = (double)charged(&without, c);
        const double unit = c == COMPONENT_DRUG ? 0.8 : c == COMPONENT_SERVICE ? 1.161834 : 1;
        ck_assert_double_gt(base, 1e6);
        ck_assert_double_eq_tol((double)charged(&with, c), unit * base, 1e-3 * base);
        ck_assert_double_eq_tol((double)charged_before(&with, c), base, 1e-3 * base);
        ck_assert_int_eq(charged_before(&without, c), charged(&without, c));
    }
    results_free(&without);
    results_free(&with);
}

// A growth of 20 % of the half that is procured is e^0.1 at unchanged prices.
TEST(more_is_used) {
    const double value[LEVER_ROWS] = {[DRUGS] = 0.5, [DRUG_GROWTH] = 0.2};
    Results without = live(NULL, indifferent), with = live(value, indifferent);
    const double base = (double)charged(&without, COMPONENT_DRUG);
    ck_assert_double_eq_tol((double)charged(&with, COMPONENT_DRUG), 1.105171 * base, 1e-3 * base);
    ck_assert_int_eq(charged_before(&with, COMPONENT_DRUG), charged(&with, COMPONENT_DRUG));
    results_free(&without);
    results_free(&with);
}

static Fen returned(const Results *results) {
    Fen sum = 0;
    for (int f = 0; f < FUND_COUNT; f++)
        sum += results->year[0].fund[f].clearing;
    return sum;
}

// Of what is saved on goods the funds give back four tenths of their part, and it is all that they
// clear: services and beds grow dearer beside it, which takes nothing off what is saved.
TEST(given_back) {
    double value[LEVER_ROWS] = {[DRUGS] = 0.5,  [DRUG_CUT] = 0.4,  [GOODS] = 0.3, [GOODS_CUT] = 0.7,
                                [ROUNDS] = 2.0, [SERVICES] = 0.05, [BEDS] = 0.04};
    Results kept = live(value, indifferent);
    value[RETURNED] = 0.4;
    Results shared = live(value, indifferent);
    double expected = 0;
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (int county = 0; county < kept.counties; county++) {
            const YearResults *year = &kept.year[0];
            const Fen *paid = year->ledger->paid[kind][county];
            double all = 0, saved = 0;
            for (int payer = 0; payer < PAYER_COUNT; payer++)
                all += (double)paid[payer];
            for (int c = COMPONENT_DRUG; c <= COMPONENT_CONSUMABLE; c++)
                saved += (double)(year->prices->before[kind][county][c] -
                                  year->ledger->charged[kind][county][c]);
            if (all > 0)
                expected += 0.4 * saved *
                            (double)(paid[PAYER_EMPLOYEE_FUND] + paid[PAYER_RESIDENT_FUND]) / all;
        }
    ck_assert_int_eq(returned(&kept), 0);
    ck_assert_double_gt(expected, 1e6);
    ck_assert_double_eq_tol((double)returned(&shared), expected, 1000);
    results_free(&kept);
    results_free(&shared);
}

static void answering(Parameters *parameters) {
    indifferent(parameters);
    parameters->response.eta_days = 0.1;
    parameters->response.eta_admission = 0.3;
}

// A dearer bed-day brings more, and more stays do; a cheaper drug, sold at cost, brings nothing.
TEST(answers) {
    const double dearer[LEVER_ROWS] = {[ROUNDS] = 4, [SERVICES] = 0.06, [BEDS] = 0.1};
    const double cheaper[LEVER_ROWS] = {[DRUGS] = 0.5, [DRUG_CUT] = 0.6};
    Results without = live(NULL, answering), up = live(dearer, answering),
            down = live(cheaper, answering);
    const Flow base = flow_of(&without), more = flow_of(&up), same = flow_of(&down);
    ck_assert_int_eq(memcmp(&base, &same, sizeof same), 0);
    ck_assert_int_gt(more.discharges, base.discharges);
    ck_assert_double_gt((double)more.bed_days / (double)more.discharges,
                        (double)base.bed_days / (double)base.discharges);
    results_free(&without);
    results_free(&up);
    results_free(&down);
}

// A round begun is none: 0.99 of one round changes nothing, and 1.99 are one.
TEST(whole_rounds) {
    const double none[LEVER_ROWS] = {[ROUNDS] = 0.99, [SERVICES] = 0.1};
    const double one[LEVER_ROWS] = {[ROUNDS] = 1, [SERVICES] = 0.1};
    const double begun[LEVER_ROWS] = {[ROUNDS] = 1.99, [SERVICES] = 0.1};
    Results without = live(NULL, NULL), short_of_one = live(none, NULL);
    assert_same_results(&without, &short_of_one, YEARS);
    Results first = live(one, indifferent), second = live(begun, indifferent);
    ck_assert_double_eq_tol((double)charged(&second, COMPONENT_SERVICE),
                            (double)charged(&first, COMPONENT_SERVICE), 1e4);
    results_free(&without);
    results_free(&short_of_one);
    results_free(&first);
    results_free(&second);
}

int main(void) {
    const Claim claims[] = {
        CLAIM_WITHIN(120,
                     "where nobody minds, prices change bills by price x quantity and move "
                     "nobody",
                     quantity_times_price),
        CLAIM_WITHIN(120, "what is used more of is a volume and no price", more_is_used),
        CLAIM_WITHIN(120, "funds give back their part of what is saved, to the fen of a bill",
                     given_back),
        CLAIM_WITHIN(120, "dearer bed-days lengthen stays, cheaper drugs at cost change nothing",
                     answers),
        CLAIM_WITHIN(120, "service prices rise in whole rounds", whole_rounds),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
