// SPDX-License-Identifier: MIT
#include "report/differences.h"
#include "report/difference_tables.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DRAWS = 5, REPLICATES = 3 };

// Two scenarios with one cell each, made by hand.
typedef struct Pair {
    double value[2][REPLICATES], central[2], draw[2][DRAWS + 1];
    bool whole[2][DRAWS + 1];
    IndicatorValues values[2];
} Pair;

static void pair_init(Pair *pair) {
    static const double value[2][REPLICATES] = {{10, 12, 17}, {11, 14, 20}};
    static const double draw[2][DRAWS + 1] = {{20, 25, 30, 35, 40, 45}, {22, 28, 31, 40, 39, 45}};
    memcpy(pair->value, value, sizeof value);
    memcpy(pair->draw, draw, sizeof draw);
    pair->central[0] = 13;
    pair->central[1] = 15;
    for (int i = 0; i < 2; i++) {
        for (int d = 0; d <= DRAWS; d++)
            pair->whole[i][d] = true;
        pair->values[i] = (IndicatorValues){.replicates = REPLICATES,
                                            .count = 1,
                                            .value = pair->value[i],
                                            .central = &pair->central[i],
                                            .draws = DRAWS,
                                            .draw = pair->draw[i],
                                            .draw_is_whole = pair->whole[i]};
    }
}

static Difference difference_in(const Pair *pair) {
    double scratch[DRAWS + 1];
    return difference_of(&pair->values[0], &pair->values[1], 0, scratch);
}

// A draw says central + (draw - reference): the base 13 + 5, 10, 15, 20, 25 and the alternative
// 15 + 6, 9, 18, 17, 23, so that they differ by 3, 1, 5, -1, 0.
TEST(by_hand) {
    Pair pair;
    pair_init(&pair);
    const Difference difference = difference_in(&pair);
    ck_assert_double_eq(difference.central, 2);
    ck_assert_double_eq(difference.band[BAND_05], -0.8);
    ck_assert_double_eq(difference.band[BAND_25], 0);
    ck_assert_double_eq(difference.band[BAND_50], 1);
    ck_assert_double_eq(difference.band[BAND_75], 3);
    ck_assert_double_eq(difference.band[BAND_95], 4.6);
    ck_assert_double_eq(difference.higher, 0.6);
    ck_assert_double_eq(difference.lower, 0.2);
}

// Replicates differ by 1, 2, 3: variance 1, standard error sqrt(1 / 3). Unpaired, the base 10, 12,
// 17 has variance 13 and the alternative 11, 14, 20 has 21.
TEST(chance_by_hand) {
    Pair pair;
    pair_init(&pair);
    const Difference difference = difference_in(&pair);
    ck_assert_double_eq_tol(difference.error, sqrt(1.0 / 3), 1e-9);
    ck_assert_double_eq_tol(difference.chance_ratio, 1.0 / (13 + 21), 1e-9);
    // Over draws: 3, 1, 5, -1, 0 vary by 5.8, the base by 62.5, the alternative by 48.3.
    ck_assert_double_eq_tol(difference.draws_ratio, 5.8 / (62.5 + 48.3), 1e-9);
}

TEST(one_replicate) {
    Pair pair;
    pair_init(&pair);
    pair.values[0].replicates = pair.values[1].replicates = 1;
    const Difference difference = difference_in(&pair);
    ck_assert(isnan(difference.error) && isnan(difference.chance_ratio));
}

TEST(broken_draws) {
    Pair pair;
    pair_init(&pair);
    pair.whole[0][3] = pair.whole[1][5] = false;
    double of_draw[DRAWS];
    ck_assert_uint_eq(differences_of_draws(&pair.values[0], &pair.values[1], 0, of_draw), 3);
    ck_assert_double_eq(difference_in(&pair).band[BAND_50], 1);
    ck_assert_double_eq_tol(difference_in(&pair).higher, 2.0 / 3, 1e-9);
}

TEST(quantiles_by_hand) {
    const double sorted[] = {1, 2, 4, 8, 16};
    const double known[][2] = {{0, 1}, {0.05, 1.2}, {0.25, 2}, {0.5, 4}, {0.9, 12.8}, {1, 16}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_double_eq_tol(quantile_of_sorted(sorted, 5, known[i][0]), known[i][1], 1e-12);
    ck_assert_double_eq(quantile_of_sorted(sorted, 1, 0.95), 1);
}

TEST(draw_without_value) {
    Pair pair;
    pair_init(&pair);
    pair.draw[1][2] = NAN;
    ck_assert(isnan(difference_in(&pair).band[BAND_50]) && isnan(difference_in(&pair).higher));
    ck_assert_double_eq(difference_in(&pair).central, 2);
}

TEST(unknown_indicator) {
    Compared compared = {.count = 2};
    Report report;
    report_init(&report);
    ck_assert_int_eq(compared_indicators(&compared, "length_of_stay,lenght_of_stay", &report),
                     STATUS_USAGE);
    ck_assert_uint_eq(report.count, 1);
    ck_assert_ptr_nonnull(strstr(report.messages[0], "did you mean length_of_stay?"));
    report_free(&report);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("quantiles lie between two numbers in proportion, as computed by hand",
              quantiles_by_hand),
        CLAIM("bands and shares of a difference over draws are those computed by hand", by_hand),
        CLAIM("the standard error and the ratios of variances are those computed by hand",
              chance_by_hand),
        CLAIM("one replicate says nothing of chance", one_replicate),
        CLAIM("a draw counts only if it is whole in both scenarios", broken_draws),
        CLAIM("a difference without a value in some draw has no band", draw_without_value),
        CLAIM("an unknown indicator is refused with the nearest name", unknown_indicator),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
