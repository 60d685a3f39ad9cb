// SPDX-License-Identifier: MIT
#include "study/draw_fit.h"

#include "base/draw_gsl.h"
#include "unit/claim.h"

#include <gsl/gsl_rng.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

enum { DRAWS = 40, FACTORS = 1300, SUSPECTS = 10 };

typedef struct Case {
    double (*at)[DRAWS]; // [FACTORS]
    const double **place;
    bool *suspected;
    double result[DRAWS];
    Report report;
} Case;

// A Latin hypercube of its own, from the generator of tests.
static void case_init(Case *made, gsl_rng *rng) {
    made->at = calloc(FACTORS, sizeof *made->at);
    made->place = calloc(FACTORS, sizeof *made->place);
    made->suspected = calloc(FACTORS, sizeof *made->suspected);
    ck_assert(made->at && made->place && made->suspected);
    report_init(&made->report);
    for (int f = 0; f < FACTORS; f++) {
        int part[DRAWS];
        for (int i = 0; i < DRAWS; i++)
            part[i] = i;
        gsl_ran_shuffle(rng, part, DRAWS, sizeof *part);
        for (int i = 0; i < DRAWS; i++)
            made->at[f][i] = (part[i] + gsl_rng_uniform_pos(rng)) / DRAWS;
        made->place[f] = made->at[f];
        made->suspected[f] = f < SUSPECTS;
    }
}

static void case_free(Case *made) {
    free(made->at);
    free(made->place);
    free(made->suspected);
    report_free(&made->report);
}

static DrawFit fit_of(Case *made) {
    DrawFit fit;
    ck_assert_int_eq(
        draw_fit(&fit, made->result, DRAWS, made->place, made->suspected, FACTORS, &made->report),
        STATUS_OK);
    return fit;
}

static gsl_rng *generator(unsigned long seed) {
    gsl_rng *rng = gsl_rng_alloc(draw_gsl_type);
    gsl_rng_set(rng, seed);
    return rng;
}

// 3 u1 + 1 u2 and no more: variances 9 / 12 and 1 / 12, a tenth is the second's.
TEST(two_factors) {
    gsl_rng *rng = generator(11);
    Case made;
    case_init(&made, rng);
    for (int i = 0; i < DRAWS; i++)
        made.result[i] = 7.3 + 3 * made.at[800][i] - made.at[4][i];
    const DrawFit fit = fit_of(&made);
    ck_assert_uint_eq(fit.count, 2);
    ck_assert_uint_eq(fit.term[0].factor, 800);
    ck_assert_uint_eq(fit.term[1].factor, 4);
    ck_assert_double_eq_tol(fit.term[0].slope, 3, 1e-9);
    ck_assert_double_eq_tol(fit.term[1].slope, -1, 1e-9);
    ck_assert_double_eq_tol(fit.term[0].share + fit.term[1].share, 1, 1e-9);
    ck_assert_double_eq_tol(fit.term[0].share, 0.9, 0.1); // both are correlated by up to 0.32
    case_free(&made);
    gsl_rng_free(rng);
}

// Each list has a term in at most 1 of 20 cases: of 100 at most 5 and three standard errors.
TEST(nothing_but_chance) {
    enum { LISTS = 100 };
    gsl_rng *rng = generator(12);
    int found = 0;
    Case made;
    case_init(&made, rng);
    for (int list = 0; list < LISTS; list++) {
        for (int i = 0; i < DRAWS; i++)
            made.result[i] = gsl_ran_ugaussian(rng);
        found += fit_of(&made).count > 0;
    }
    ck_assert_int_le(found, 5 + 3 * 3);
    case_free(&made);
    gsl_rng_free(rng);
}

TEST(suspects_first) {
    gsl_rng *rng = generator(13);
    Case made;
    case_init(&made, rng);
    int suspected = 0, others = 0;
    for (int list = 0; list < 40; list++) {
        for (int i = 0; i < DRAWS; i++)
            made.result[i] = 2 * made.at[3][i] + gsl_ran_gaussian(rng, 0.8);
        const DrawFit fit = fit_of(&made);
        suspected += fit.count > 0 && fit.term[0].factor == 3;
        for (int i = 0; i < DRAWS; i++)
            made.result[i] += 2 * made.at[900][i] - 2 * made.at[3][i];
        others += fit_of(&made).count > 0 && fit_of(&made).term[0].factor == 900;
    }
    ck_assert_int_gt(suspected, others);
    case_free(&made);
    gsl_rng_free(rng);
}

TEST(nothing_varies) {
    gsl_rng *rng = generator(14);
    Case made;
    case_init(&made, rng);
    for (int i = 0; i < DRAWS; i++)
        made.result[i] = 0.7;
    ck_assert_uint_eq(fit_of(&made).count, 0);
    made.result[3] = NAN;
    ck_assert_uint_eq(fit_of(&made).count, 0);
    case_free(&made);
    gsl_rng_free(rng);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("two factors among 1,300 are found from 40 draws, with their slopes and shares",
              two_factors),
        CLAIM("pure chance is attributed to a factor in at most 1 of 20 lists", nothing_but_chance),
        CLAIM("a factor that is suspected is found more often than one that is not",
              suspects_first),
        CLAIM("what does not vary, or has no value, is attributed to nothing", nothing_varies),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
