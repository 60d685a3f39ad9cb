// SPDX-License-Identifier: MIT
// Rows of a score from made-up values of a city of two counties, worked out by hand.
#include "report/score_rows.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

enum { FIRST = 2022, YEARS = 4, DRAWS = 4, LAST = 2025 };
#define near(a, b) ck_assert_double_eq_tol(a, b, 1e-9)

static County counties[] = {{.id = "north"}, {.id = "south"}};
static const City city = {.id = "midtown", .counties = counties, .county_count = 2};

// Runs with one central value and four draws, which are set cell by cell.
typedef struct Made {
    IndicatorValues values;
    Report report;
} Made;

static void made_open(Made *made) {
    report_init(&made->report);
    ck_assert_int_eq(indicator_values_init(&made->values, &city, FIRST, YEARS, 1, &made->report),
                     STATUS_OK);
    ck_assert_int_eq(indicator_values_expect_draws(&made->values, DRAWS, &made->report), STATUS_OK);
    for (int draw = 0; draw <= DRAWS; draw++)
        made->values.draw_is_whole[draw] = true;
}

static void made_close(Made *made) {
    indicator_values_free(&made->values);
    report_free(&made->report);
}

// The central value, its standard error, and four draws of a cell; at the scale of the draws the
// central run says 1 less.
static void set(Made *made, const char *indicator, Scope scope, int year, double central,
                double error, const double draws[DRAWS]) {
    IndicatorValues *values = &made->values;
    const IndicatorCell cell = {indicator_find(indicator), year, scope};
    const double *at = indicator_values_find(values, 0, &cell);
    ck_assert_ptr_nonnull(at);
    const size_t index = (size_t)(at - values->value);
    values->central[index] = central;
    values->error[index] = error;
    values->draw[index] = central - 1;
    for (int draw = 1; draw <= DRAWS; draw++)
        values->draw[(size_t)draw * values->count + index] = draws[draw - 1] - 1;
}

static const Scope whole = {.place = WHOLE_CITY};

// One figure with one reading of it, and its row.
static ScoreRow row_of(Figure figure, Reading reading, const Made *made, const Made *baseline) {
    Role role = {.id = "x", .role = ROLE_HELD_OUT, .places = figure.place, .figure = &figure};
    Roles roles = {.rows = &role, .count = 1, .readings = &reading, .reading_count = 1};
    return score_row_of(&roles, &reading,
                        (ScoreRuns){&made->values, baseline ? &baseline->values : NULL});
}

static Figure reported(double value, const char *qualifier) {
    return (Figure){.place = "midtown", .kind = "reported", .qualifier = qualifier, .value = value};
}

static Reading reads(const char *indicator, ReadAs as, int since, double value) {
    return (Reading){.indicator = indicator,
                     .of = "",
                     .as = as,
                     .year = LAST,
                     .since = since,
                     .low = value,
                     .high = value,
                     .null_low = NAN,
                     .null_high = NAN};
}

// Draws 7, 7.4, 8.2 and 9 of a central 8: quantiles 0.05, 0.5 and 0.95 of four are 7.06, 7.8 and
// 8.88; an error of 0.2 reaches 0.32898: 7.8 -+ hypot(0.74, 0.32898) and hypot(1.08, 0.32898).
TEST(level) {
    Made made;
    made_open(&made);
    set(&made, "length_of_stay", whole, LAST, 8, 0.2, (const double[]){9, 7, 8.2, 7.4});
    Reading reading = reads("length_of_stay", READ_LEVEL, 0, 7.4);
    reading.null_low = 7.8;
    reading.null_high = 9;
    const ScoreRow row = row_of(reported(7.4, "exact"), reading, &made, NULL);
    const double low = 7.8 - sqrt(0.74 * 0.74 + 0.32898 * 0.32898);
    const double high = 7.8 + sqrt(1.08 * 1.08 + 0.32898 * 0.32898);
    ck_assert_int_eq(row.state, SCORE_DONE);
    near(row.central, 8);
    near(row.simulated.low, low);
    near(row.simulated.high, high);
    near(row.score, high - low);
    near(row.score_of_null, 1.2 + 20 * 0.4);
    near(row.skill, 1 - (high - low) / 9.2);
    ck_assert(row.is_inside);
    made_close(&made);
}

// Without error the interval is that of the draws: 7.06 to 8.88.
TEST(bounds) {
    Made made;
    made_open(&made);
    set(&made, "length_of_stay", whole, LAST, 8, NAN, (const double[]){9, 7, 8.2, 7.4});
    const Reading reading = reads("length_of_stay", READ_LEVEL, 0, 9.08);
    near(row_of(reported(9.08, "exact"), reading, &made, NULL).score, 1.82 + 20 * 0.2);
    near(row_of(reported(9.08, "at_least"), reading, &made, NULL).score, 1.82 + 20 * 0.2);
    near(row_of(reported(9.08, "at_most"), reading, &made, NULL).score, 1.82);
    ck_assert(row_of(reported(9.08, "at_most"), reading, &made, NULL).is_inside);
    ck_assert(!row_of(reported(9.08, "more_than"), reading, &made, NULL).is_inside);
    made_close(&made);
}

// 2023: 6 at the centre, 6, 6, 6 and 5 in the draws; 2025: 8, and 9, 7, 8.2 and 7.4.
TEST(changes_and_sums) {
    Made made;
    made_open(&made);
    set(&made, "length_of_stay", whole, 2023, 6, NAN, (const double[]){6, 6, 6, 5});
    set(&made, "length_of_stay", whole, 2024, 5, NAN, (const double[]){5, 5, 5, 5});
    set(&made, "length_of_stay", whole, LAST, 8, NAN, (const double[]){9, 7, 8.2, 7.4});
    const Figure figure = reported(2, "change");
    ScoreRow row = row_of(figure, reads("length_of_stay", READ_CHANGE, 2023, 2), &made, NULL);
    near(row.central, 2);
    near(row.simulated.low, 1 + 0.15 * 1.2); // of 1, 2.2, 2.4, 3
    near(row.simulated.high, 3 - 0.15 * 0.6);
    row = row_of(figure, reads("length_of_stay", READ_PER_CENT, 2023, 2), &made, NULL);
    near(row.central, 100 * (8 / 6.0 - 1));
    row = row_of(figure, reads("length_of_stay", READ_SUM, 2023, 2), &made, NULL);
    near(row.central, 19);
    near(row.simulated.low, 17.4 + 0.15 * 0.6); // of 17.4, 18, 19.2, 20
    made_close(&made);
}

// Errors of 0.3 and 0.4: a change is off by 0.5; from 6 to 8 in per cent by 100 / 6 x hypot(0.4,
// 0.3 x 8 / 6), and down to nothing by its own end's 100 / 6 x 0.4. Draws that agree add nothing.
TEST(chance_of_a_change) {
    Made made;
    made_open(&made);
    set(&made, "length_of_stay", whole, 2023, 6, 0.3, (const double[]){6, 6, 6, 6});
    set(&made, "length_of_stay", whole, LAST, 8, 0.4, (const double[]){8, 8, 8, 8});
    const Figure figure = reported(2, "change");
    const Reading by = reads("length_of_stay", READ_CHANGE, 2023, 2);
    const Reading per_cent = reads("length_of_stay", READ_PER_CENT, 2023, 2);
    ScoreRow row = row_of(figure, by, &made, NULL);
    near(row.simulated.high, 2 + 1.6449 * 0.5);
    near(row.simulated.low, 2 - 1.6449 * 0.5);
    row = row_of(figure, per_cent, &made, NULL);
    near(row.simulated.high, 100 / 3.0 + 1.6449 * 100 / 6 * sqrt(0.4 * 0.4 + 0.4 * 0.4));
    set(&made, "length_of_stay", whole, LAST, 0, 0.4, (const double[]){0, 0, 0, 0});
    row = row_of(figure, per_cent, &made, NULL);
    near(row.simulated.low, -100 - 1.6449 * 100 / 6 * 0.4);
    made_close(&made);
}

TEST(members) {
    Made made;
    made_open(&made);
    const double draws[] = {40, 40, 40, 40};
    const double township[] = {10, 10, 10, 10}, county[] = {6, 6, 6, 6};
    set(&made, "resident_admissions", whole, LAST, 40, NAN, draws);
    set(&made, "resident_admissions", (Scope){WHOLE_CITY, BY_KIND, KIND_TOWNSHIP_CENTRE}, LAST, 10,
        NAN, township);
    set(&made, "resident_admissions", (Scope){WHOLE_CITY, BY_KIND, KIND_COUNTY_TCM}, LAST, 6, NAN,
        county);
    Reading reading = reads("resident_admissions", READ_SHARE, 0, 41);
    reading.of = "kind=township_centre+county_tcm";
    near(row_of(reported(41, "exact"), reading, &made, NULL).central, 40);
    reading.of = "kind=township_centre";
    near(row_of(reported(41, "exact"), reading, &made, NULL).central, 25);
    reading.of = "class=maternal";
    ck_assert_int_eq(row_of(reported(41, "exact"), reading, &made, NULL).state, SCORE_NO_INDICATOR);
    reading.of = "kind=township";
    ck_assert_int_eq(row_of(reported(41, "exact"), reading, &made, NULL).state, SCORE_NO_INDICATOR);
    made_close(&made);
}

TEST(what_cannot_be_compared) {
    Made made, baseline;
    made_open(&made);
    made_open(&baseline);
    const double draws[] = {7, 7, 7, 7}, others[] = {9, 9, 9, 9};
    set(&made, "length_of_stay", whole, LAST, 7, NAN, draws);
    set(&baseline, "length_of_stay", whole, LAST, 9, NAN, others);
    const Figure figure = reported(9, "exact");
    Reading reading = reads("no_such_indicator", READ_LEVEL, 0, 9);
    ck_assert_int_eq(row_of(figure, reading, &made, NULL).state, SCORE_NO_INDICATOR);
    reading.indicator = "length_of_stay";
    reading.year = LAST + 1;
    ck_assert_int_eq(row_of(figure, reading, &made, NULL).state, SCORE_NO_YEAR);
    reading.year = LAST - 1;
    ck_assert_int_eq(row_of(figure, reading, &made, NULL).state, SCORE_NO_VALUE);
    reading.year = LAST;
    reading.baseline = true;
    ck_assert_int_eq(row_of(figure, reading, &made, NULL).state, SCORE_NO_YEAR);
    near(row_of(figure, reading, &made, &baseline).central, 9);
    Figure elsewhere = figure;
    elsewhere.place = "hilltown";
    reading.baseline = false;
    ck_assert_int_eq(row_of(elsewhere, reading, &made, NULL).state, SCORE_NO_PLACE);
    made_close(&made);
    made_close(&baseline);
}

// Three figures: one with two readings of which the second is inside, one with a null that it
// beats, one that cannot be compared; and a target, which is not counted.
TEST(totals) {
    Role role[] = {{.role = ROLE_HELD_OUT},
                   {.role = ROLE_HELD_OUT},
                   {.role = ROLE_HELD_OUT},
                   {.role = ROLE_TARGET}};
    const ScoreRow rows[] = {
        {.role = &role[0], .is_first = true, .state = SCORE_NO_PLACE, .skill = NAN},
        {.role = &role[0], .is_inside = true, .skill = 0.5},
        {.role = &role[1], .is_first = true, .is_inside = true, .skill = 0.3},
        {.role = &role[2], .is_first = true, .state = SCORE_NO_INDICATOR, .skill = NAN},
        {.role = &role[3], .is_first = true, .is_inside = true, .skill = 0.9}};
    const ScoreTotals totals = score_totals(rows, 5, ROLE_HELD_OUT);
    ck_assert_int_eq(totals.figures, 3);
    ck_assert_int_eq(totals.compared, 2);
    ck_assert_int_eq(totals.inside, 1);
    ck_assert_int_eq(totals.inside_by_any, 2);
    ck_assert_int_eq(totals.with_null, 1);
    ck_assert_int_eq(totals.skilled, 1);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a level has the quantiles of its draws about the central line, widened by chance",
              level),
        CLAIM("a figure that is a bound is censored on its open side", bounds),
        CLAIM("changes, changes in per cent and sums are formed in each draw", changes_and_sums),
        CLAIM("chance in both years of a change is added in quadrature", chance_of_a_change),
        CLAIM("shares of members of a breakdown are those of their sum in the whole", members),
        CLAIM("what cannot be compared says why, and figures from before the reforms are read off "
              "the run without them",
              what_cannot_be_compared),
        CLAIM("a figure counts once, by its first reading, and is compared and inside if any "
              "reading is",
              totals),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
