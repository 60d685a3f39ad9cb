// SPDX-License-Identifier: MIT
// Samples of fitted numbers: how draws take them, and what is refused.
#include "config/draws.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <math.h>
#include <string.h>

enum { DRAWS = 40 };

// A scenario whose model has a range for two numbers and a sample of them: three rows, of which the
// second has half of the weight.
static const char sample[] = "weight,choice.habit_share,background.2024.stay_log\n"
                             "0.25,0.23,-0.011\n"
                             "0.5,0.41,-0.037\n"
                             "0.25,0.57,-0.049\n";

static void open_sample(Fixture *fixture, const char *text) {
    fixture_make(fixture);
    fixture_write_text(fixture, "sample.csv", text);
    fixture_replace(fixture, "model.cfg", "figures = \"figures.csv\";",
                    "figures = \"figures.csv\"; sample = \"sample.csv\";");
    fixture_replace(fixture, "scenario.cfg", "draws = 7;", "draws = 40;");
    fixture_replace(fixture, "scenario.cfg",
                    "{ path = \"choice.habit_share\"; relative = 0.8; why = \"less habit\"; },",
                    "");
}

static int number_of(const Draws *draws, const char *name) {
    int number = 0;
    while (number < draws->numbers && strcmp(draws->number[number].name, name) != 0)
        number++;
    ck_assert_int_lt(number, draws->numbers);
    return number;
}

// Ages that are in order in every draw.
#define ORDERED_AGES "people.share_0_15=0.2", "people.share_60=0.2", "people.share_65=0.1"

typedef struct Drawn {
    Fixture fixture;
    Experiment experiment;
    Draws draws;
} Drawn;

static void draw(Drawn *drawn, const char *const *sets) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(
        fixture_read(&drawn->fixture, "scenario.cfg", sets, &drawn->experiment, &report),
        STATUS_OK);
    const Status status =
        draws_init(&drawn->draws, &drawn->experiment, fixture_levers, FIXTURE_LEVERS, &report);
    ck_assert_msg(status == STATUS_OK, "%s", report.count ? report.messages[0] : "");
    report_free(&report);
}

static void end(Drawn *drawn) {
    draws_free(&drawn->draws);
    experiment_free(&drawn->experiment);
    fixture_free(&drawn->fixture);
}

static const double habit[] = {0.23, 0.41, 0.57}, stay[] = {-0.011, -0.037, -0.049};

// Each draw takes one row, of which the habit is `factor` times as large.
static void expect_rows(const Draws *draws, double factor) {
    const int first = number_of(draws, "choice.habit_share");
    const int second = number_of(draws, "background.2024.stay_log");
    int taken[3] = {0};
    for (int i = 1; i <= DRAWS; i++) {
        int row = 0;
        while (row < 3 && fabs(draws_value(draws, first, i) - factor * habit[row]) > 1e-7)
            row++;
        ck_assert_int_lt(row, 3);
        ck_assert_double_eq_tol(draws_value(draws, second, i), stay[row], 1e-7);
        taken[row]++;
    }
    ck_assert_int_eq(taken[0], 10);
    ck_assert_int_eq(taken[1], 20);
    ck_assert_int_eq(taken[2], 10);
    ck_assert_double_eq_tol(draws_value(draws, first, 0), factor * 0.35, 1e-12);
}

TEST(rows_stay_together) {
    static const char *const sets[] = {ORDERED_AGES, NULL};
    Drawn drawn;
    open_sample(&drawn.fixture, sample);
    draw(&drawn, sets);
    expect_rows(&drawn.draws, 1);
    end(&drawn);
}

TEST(changed_in_scenario) {
    static const char *const sets[] = {ORDERED_AGES, NULL};
    static const char *const alone[] = {ORDERED_AGES, "background.2024.stay_log=-0.02", NULL};
    Drawn drawn;
    open_sample(&drawn.fixture, sample);
    fixture_replace(&drawn.fixture, "scenario.cfg", "changes = (\n",
                    "changes = (\n  { path = \"choice.habit_share\"; relative = 0.8; why = \"less "
                    "habit\"; },\n");
    draw(&drawn, sets);
    expect_rows(&drawn.draws, 0.8);
    end(&drawn);

    // A range of the scenario's own has its own law: half of it lies above its peak.
    open_sample(&drawn.fixture, sample);
    fixture_replace(&drawn.fixture, "scenario.cfg", "changes = (\n",
                    "changes = (\n  { path = \"choice.habit_share\"; value = 0.8; unit = "
                    "\"share\"; kind = \"assumed\"; low = 0.7; high = 0.9; why = \"habit\"; },\n");
    draw(&drawn, alone);
    const int number = number_of(&drawn.draws, "choice.habit_share");
    int above = 0;
    for (int i = 1; i <= DRAWS; i++)
        above += draws_value(&drawn.draws, number, i) > 0.8;
    ck_assert_int_eq(above, DRAWS / 2);
    end(&drawn);
}

// A number that was fitted to the ends of its range is drawn there, within 1.1e-8 of the range.
TEST(rows_at_ends) {
    static const char *const sets[] = {ORDERED_AGES, NULL};
    Drawn drawn;
    open_sample(&drawn.fixture, "weight,choice.habit_share\n0.5,0.2\n0.5,0.6\n");
    draw(&drawn, sets);
    const int number = number_of(&drawn.draws, "choice.habit_share");
    int low = 0, high = 0;
    for (int i = 1; i <= DRAWS; i++) {
        low += fabs(draws_value(&drawn.draws, number, i) - 0.2) < 1.1e-8 * 0.4;
        high += fabs(draws_value(&drawn.draws, number, i) - 0.6) < 1.1e-8 * 0.4;
    }
    ck_assert_int_eq(low, DRAWS / 2);
    ck_assert_int_eq(high, DRAWS / 2);
    end(&drawn);
}

// Where limits hold a number, its centre is an end of its range.
TEST(centre_at_an_end) {
    static const char *const sets[] = {ORDERED_AGES, NULL};
    static const char *const ends[] = {"low = 0.35; high = 0.6", "low = 0.2; high = 0.35"};
    static const double expected[][2] = {{0.35, 0.48}, {0.35, 0.21}};
    for (int i = 0; i < 2; i++) {
        Drawn drawn;
        char text[128];
        snprintf(text, sizeof text, "weight,choice.habit_share\n0.5,%g\n0.5,%g\n", expected[i][0],
                 expected[i][1]);
        open_sample(&drawn.fixture, text);
        fixture_replace(&drawn.fixture, "model.cfg", "low = 0.2; high = 0.6", ends[i]);
        draw(&drawn, sets);
        const int number = number_of(&drawn.draws, "choice.habit_share");
        for (int k = 1; k <= DRAWS; k++) {
            const double value = draws_value(&drawn.draws, number, k);
            ck_assert(fabs(value - expected[i][0]) < 1e-7 || fabs(value - expected[i][1]) < 1e-7);
        }
        end(&drawn);
    }
}

static void expect_told(const char *text, const char *words) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    report_init(&report);
    open_sample(&fixture, text);
    ck_assert_int_eq(fixture_read(&fixture, "scenario.cfg", NULL, &experiment, &report),
                     STATUS_INVALID);
    ck_assert_msg(fixture_told(&report, words), "not '%s' but '%s'", words, report.messages[0]);
    experiment_free(&experiment);
    report_free(&report);
    fixture_free(&fixture);
}

TEST(unfit_samples) {
    expect_told("choice.habit_share,weight\n0.3,1\n",
                "sample.csv:1: the first column of a sample is weight");
    expect_told("weight,choice.habit_shar\n1,0.3\n",
                "sample.csv:1: the column choice.habit_shar is no number of a model");
    expect_told("weight,choice.habit_share\n1,0.3x\n", "sample.csv:2: \"0.3x\" is no number");
    expect_told("weight,choice.habit_share\n1,nan\n", "sample.csv:2: \"nan\" is no number");
    expect_told("weight,choice.habit_share\n1.5,0.3\n-0.5,0.4\n",
                "sample.csv:3: a weight is below 0");
    expect_told("weight,choice.habit_share\n0.5,0.3\n0.5\n",
                "sample.csv:3: this row has not 2 cells as the first row");
    expect_told("weight,choice.habit_share\n0.5,0.3\n0.4,0.31\n",
                "the weights sum to 0.9 and not to 1");
}

TEST(other_inputs) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    report_init(&report);
    open_sample(&fixture, sample);
    fixture_replace(&fixture, "model.cfg", "// a model\n", "fit = { inputs = \"0123456789\"; };\n");
    ck_assert_int_eq(fixture_read(&fixture, "scenario.cfg", NULL, &experiment, &report),
                     STATUS_INVALID);
    ck_assert(fixture_told(&report, "model.cfg:1: these numbers were fitted to other inputs "
                                    "(01234567) than the model has now"));
    experiment_free(&experiment);
    report_free(&report);
    fixture_free(&fixture);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("draws take whole rows of a sample, each as often as its weight says",
              rows_stay_together),
        CLAIM("a change in the scenario stretches what a sample says of a number, or takes the "
              "number out of it",
              changed_in_scenario),
        CLAIM("a number fitted to an end of its range is drawn there", rows_at_ends),
        CLAIM("a sampled number whose centre is an end of its range is drawn as it is sampled",
              centre_at_an_end),
        CLAIM("a sample that is none is told with its line", unfit_samples),
        CLAIM("numbers fitted to other inputs are refused with file and line", other_inputs),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
