// SPDX-License-Identifier: MIT
#include "people/condition.h"
#include "people/year.h"
#include "support/city.h"
#include "unit/claim.h"

#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_mode.h>
#include <math.h>

// The conditions of the made-up city, and three that are nobody's: nothing moves, all rates at
// their bounds, and only detection.
enum { ROWS = CONDITION_COUNT + 3, STAGES_OF_CARE = STAGE_COUNT - 1 };

static void fill_rows(ConditionRow rows[ROWS]) {
    static MadeUpCity made;
    const City *city = made_up_city(&made);
    for (int c = 0; c < CONDITION_COUNT; c++)
        rows[c] = city->parameters.condition[c];
    rows[CONDITION_COUNT] = (ConditionRow){.turnover_rate = 0.05, .male_ratio = 1};
    rows[CONDITION_COUNT + 1] = (ConditionRow){.detection_rate = 5,
                                               .enrolment_rate = 5,
                                               .dropout_rate = 5,
                                               .control_rate = 20,
                                               .loss_rate = 20,
                                               .turnover_rate = 1,
                                               .male_ratio = 20,
                                               .prevalence_85 = 0.9};
    rows[CONDITION_COUNT + 2] =
        (ConditionRow){.detection_rate = 0.37, .turnover_rate = 0.021, .male_ratio = 0.05};
}

// The generator of care as the model describes it, over undiagnosed to controlled; `turnover` times
// a jump back to undiagnosed is added for the cases that end and are replaced.
static gsl_matrix *generator(const ConditionRow *row, double turnover) {
    const double d = row->detection_rate, e = row->enrolment_rate, o = row->dropout_rate;
    const double k = row->control_rate, l = row->loss_rate, t = turnover;
    const double rates[STAGES_OF_CARE][STAGES_OF_CARE] = {
        {-d, d, 0, 0}, {t, -t - e, e, 0}, {t, o, -t - o - k, k}, {t, o, l, -t - o - l}};
    gsl_matrix *matrix = gsl_matrix_alloc(STAGES_OF_CARE, STAGES_OF_CARE);
    for (size_t i = 0; i < STAGES_OF_CARE; i++)
        for (size_t j = 0; j < STAGES_OF_CARE; j++)
            gsl_matrix_set(matrix, i, j, rates[i][j]);
    return matrix;
}

static gsl_matrix *exponential(gsl_matrix *rates, double years) {
    gsl_matrix *result = gsl_matrix_alloc(STAGES_OF_CARE, STAGES_OF_CARE);
    gsl_matrix_scale(rates, years);
    gsl_linalg_exponential_ss(rates, result, GSL_PREC_DOUBLE);
    gsl_matrix_free(rates);
    return result;
}

TEST(year_is_the_exponential) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int r = 0; r < ROWS; r++) {
        double moves[STAGE_COUNT][STAGE_COUNT];
        condition_year(&rows[r], moves);
        gsl_matrix *truth = exponential(generator(&rows[r], 0), 1);
        for (size_t i = 0; i < STAGES_OF_CARE; i++)
            for (size_t j = 0; j < STAGES_OF_CARE; j++)
                ck_assert_double_eq_tol(moves[i + 1][j + 1], gsl_matrix_get(truth, i, j), 1e-12);
        gsl_matrix_free(truth);
    }
}

TEST(rows_sum_to_one) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int r = 0; r < ROWS; r++) {
        double moves[STAGE_COUNT][STAGE_COUNT];
        condition_year(&rows[r], moves);
        for (int from = 0; from < STAGE_COUNT; from++) {
            double sum = 0;
            for (int to = 0; to < STAGE_COUNT; to++) {
                ck_assert_double_ge(moves[from][to], 0);
                sum += moves[from][to];
            }
            ck_assert_double_eq_tol(sum, 1, 1e-12);
        }
    }
}

TEST(not_having_it_stays) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int r = 0; r < ROWS; r++) {
        double moves[STAGE_COUNT][STAGE_COUNT];
        condition_year(&rows[r], moves);
        for (int stage = 0; stage < STAGE_COUNT; stage++) {
            ck_assert_double_eq(moves[STAGE_NONE][stage], stage == STAGE_NONE);
            ck_assert_double_eq(moves[stage][STAGE_NONE], stage == STAGE_NONE);
        }
    }
}

TEST(two_halves_make_a_year) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int r = 0; r < ROWS; r++) {
        double year[STAGE_COUNT][STAGE_COUNT], half[STAGE_COUNT][STAGE_COUNT];
        condition_year(&rows[r], year);
        rows[r].detection_rate /= 2;
        rows[r].enrolment_rate /= 2;
        rows[r].dropout_rate /= 2;
        rows[r].control_rate /= 2;
        rows[r].loss_rate /= 2;
        condition_year(&rows[r], half);
        for (int i = 0; i < STAGE_COUNT; i++)
            for (int j = 0; j < STAGE_COUNT; j++) {
                double twice = 0;
                for (int k = 0; k < STAGE_COUNT; k++)
                    twice += half[i][k] * half[k][j];
                ck_assert_double_eq_tol(twice, year[i][j], 1e-12);
            }
    }
}

// ---- the stationary law

// Solves law x generator = 0 with the last equation replaced by "the sum is 1".
static void solve_law(const ConditionRow *row, double law[STAGES_OF_CARE]) {
    gsl_matrix *rates = generator(row, row->turnover_rate);
    gsl_matrix_transpose(rates);
    for (size_t j = 0; j < STAGES_OF_CARE; j++)
        gsl_matrix_set(rates, STAGES_OF_CARE - 1, j, 1);
    double right[STAGES_OF_CARE] = {[STAGES_OF_CARE - 1] = 1};
    gsl_vector_view right_view = gsl_vector_view_array(right, STAGES_OF_CARE);
    gsl_vector_view law_view = gsl_vector_view_array(law, STAGES_OF_CARE);
    gsl_permutation *permutation = gsl_permutation_alloc(STAGES_OF_CARE);
    int sign;
    gsl_linalg_LU_decomp(rates, permutation, &sign);
    gsl_linalg_LU_solve(rates, permutation, &right_view.vector, &law_view.vector);
    gsl_permutation_free(permutation);
    gsl_matrix_free(rates);
}

TEST(stationary_law) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int r = 0; r < ROWS; r++) {
        double share[STAGE_COUNT], truth[STAGES_OF_CARE], sum = 0;
        condition_stationary(&rows[r], share);
        solve_law(&rows[r], truth);
        ck_assert_double_eq(share[STAGE_NONE], 0);
        for (int i = 0; i < STAGES_OF_CARE; i++) {
            ck_assert_double_ge(share[i + 1], 0);
            ck_assert_double_eq_tol(share[i + 1], truth[i], 1e-12);
            sum += share[i + 1];
        }
        ck_assert_double_eq_tol(sum, 1, 1e-12);
    }
}

// Cases end at the turnover rate and are replaced by undiagnosed ones; in between they move.
TEST(stationary_law_stays) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    static const double years[] = {0.11, 1, 7.3};
    for (int r = 0; r < ROWS; r++)
        for (int y = 0; y < 3; y++) {
            double share[STAGE_COUNT];
            condition_stationary(&rows[r], share);
            gsl_matrix *moves = exponential(generator(&rows[r], rows[r].turnover_rate), years[y]);
            for (size_t to = 0; to < STAGES_OF_CARE; to++) {
                double later = 0;
                for (size_t from = 0; from < STAGES_OF_CARE; from++)
                    later += share[from + 1] * gsl_matrix_get(moves, from, to);
                ck_assert_double_eq_tol(later, share[to + 1], 1e-11);
            }
            gsl_matrix_free(moves);
        }
}

// A year's moves, then one in so many cases replaced: what the yearly steps of the program do.
// Their own stationary law differs from the continuous one, because new cases wait for the turn of
// the year.
TEST(yearly_steps_stay_near) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        double share[STAGE_COUNT], moves[STAGE_COUNT][STAGE_COUNT];
        condition_stationary(&rows[c], share);
        condition_year(&rows[c], moves);
        const double replaced = 1 - exp(-rows[c].turnover_rate);
        for (int to = STAGE_UNDIAGNOSED; to < STAGE_COUNT; to++) {
            double moved = 0;
            for (int from = STAGE_UNDIAGNOSED; from < STAGE_COUNT; from++)
                moved += share[from] * moves[from][to];
            const double later = (1 - replaced) * moved + (to == STAGE_UNDIAGNOSED ? replaced : 0);
            ck_assert_double_eq_tol(later, share[to], 0.03);
        }
    }
}

// ---- prevalence and onset

static double mean_of_sexes(const ConditionRow *row, int age) {
    return (condition_prevalence(row, 0, age) + condition_prevalence(row, 1, age)) / 2;
}

TEST(prevalence_meets_its_knots) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        const ConditionRow *row = &rows[c];
        ck_assert_double_eq(mean_of_sexes(row, 15), 0);
        ck_assert_double_eq_tol(mean_of_sexes(row, 20), row->prevalence_20, 1e-14);
        ck_assert_double_eq_tol(mean_of_sexes(row, 35), row->prevalence_35, 1e-14);
        ck_assert_double_eq_tol(mean_of_sexes(row, 45), row->prevalence_45, 1e-14);
        ck_assert_double_eq_tol(mean_of_sexes(row, 55), row->prevalence_55, 1e-14);
        ck_assert_double_eq_tol(mean_of_sexes(row, 65), row->prevalence_65, 1e-14);
        ck_assert_double_eq_tol(mean_of_sexes(row, 75), row->prevalence_75, 1e-14);
        ck_assert_double_eq_tol(mean_of_sexes(row, 85), row->prevalence_85, 1e-14);
        ck_assert_double_eq_tol(mean_of_sexes(row, 103), row->prevalence_85, 1e-14);
    }
}

TEST(prevalence_is_straight_between) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    const ConditionRow *row = &rows[CONDITION_HEART];
    for (int age = 56; age < 65; age++)
        ck_assert_double_eq_tol(
            mean_of_sexes(row, age),
            (row->prevalence_55 * (65 - age) + row->prevalence_65 * (age - 55)) / 10, 1e-14);
    ck_assert_double_eq_tol(mean_of_sexes(row, 18), row->prevalence_20 * 0.6, 1e-14);
}

TEST(sexes_keep_their_ratio) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (int age = 16; age < 100; age++)
            ck_assert_double_eq_tol(condition_prevalence(&rows[c], 1, age) /
                                        condition_prevalence(&rows[c], 0, age),
                                    rows[c].male_ratio, 1e-12);
}

TEST(prevalence_has_a_ceiling) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    ck_assert_double_eq(condition_prevalence(&rows[CONDITION_COUNT + 1], 1, 90), 0.95);
    ck_assert_double_lt(condition_prevalence(&rows[CONDITION_COUNT + 1], 0, 90), 0.1);
}

TEST(onset_keeps_prevalence) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    for (int r = 0; r < ROWS; r++)
        for (unsigned sex = 0; sex < 2; sex++)
            for (int age = -1; age < 110; age++) {
                const double now = condition_prevalence(&rows[r], sex, age);
                const double next = condition_prevalence(&rows[r], sex, age + 1);
                const double onset = condition_onset(&rows[r], sex, age);
                ck_assert_double_ge(onset, 0);
                ck_assert_double_eq_tol(now + (1 - now) * onset, fmax(now, next), 1e-15);
            }
}

TEST(no_rates_no_moves) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    static StageMoves moves;
    stage_moves_init(&moves, &rows[CONDITION_COUNT - 3]); // the fourth of them moves nothing
    for (int from = STAGE_UNDIAGNOSED; from < STAGE_COUNT; from++)
        for (int to = 0; to < STAGE_COUNT; to++)
            ck_assert_uint_eq(moves.cumulative[FOLLOWED_BY_NOBODY][3][from][to], to < from ? 0 : 65536);
}

TEST(moves_are_cumulated) {
    ConditionRow rows[ROWS];
    fill_rows(rows);
    static StageMoves moves;
    stage_moves_init(&moves, rows);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        double year[STAGE_COUNT][STAGE_COUNT];
        condition_year(&rows[c], year);
        for (int from = STAGE_UNDIAGNOSED; from < STAGE_COUNT; from++)
            for (int to = STAGE_UNDIAGNOSED; to < STAGE_COUNT; to++)
                ck_assert_double_eq_tol(
                    (moves.cumulative[FOLLOWED_BY_NOBODY][c][from][to] - (double)moves.cumulative[FOLLOWED_BY_NOBODY][c][from][to - 1]) /
                        65536,
                    year[from][to], 1.0 / 65536);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a year of moves between stages of care is GSL's exponential of the rates to 1e-12",
              year_is_the_exponential),
        CLAIM("everybody who has a condition is in one stage a year later", rows_sum_to_one),
        CLAIM("moves of care neither give a condition nor take it away", not_having_it_stays),
        CLAIM("two half-years make a year", two_halves_make_a_year),
        CLAIM("the first stages solve the balance equations, by GSL to 1e-12", stationary_law),
        CLAIM("the first stages stay what they are while cases move, end and are replaced",
              stationary_law_stays),
        CLAIM("steps of a whole year keep the first stages to 3 points", yearly_steps_stay_near),
        CLAIM("prevalence meets the table at 20, 35, ... 85, and is 0 up to 15",
              prevalence_meets_its_knots),
        CLAIM("prevalence is straight between two ages of the table",
              prevalence_is_straight_between),
        CLAIM("men and women average to the table and keep their ratio", sexes_keep_their_ratio),
        CLAIM("no more than 95 of 100 have a condition", prevalence_has_a_ceiling),
        CLAIM("onset raises the prevalence of an age to that of the next", onset_keeps_prevalence),
        CLAIM("where all rates are zero nobody moves, not one in 65,536", no_rates_no_moves),
        CLAIM("the table of moves is the year's matrix to 1 in 65,536", moves_are_cumulated),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
