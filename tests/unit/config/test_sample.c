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

TEST(rows_stay_together) {
    static const double habit[] = {0.23, 0.41, 0.57}, stay[] = {-0.011, -0.037, -0.049};
    // Ages that are in order in every draw.
    static const char *const sets[] = {"people.share_0_15=0.2", "people.share_60=0.2",
                                       "people.share_65=0.1", NULL};
    Fixture fixture;
    Experiment experiment;
    Report report;
    Draws draws;
    int taken[3] = {0};
    report_init(&report);
    open_sample(&fixture, sample);
    ck_assert_int_eq(fixture_read(&fixture, "scenario.cfg", sets, &experiment, &report), STATUS_OK);
    const Status drawn = draws_init(&draws, &experiment, fixture_levers, FIXTURE_LEVERS, &report);
    ck_assert_msg(drawn == STATUS_OK, "%s", report.count ? report.messages[0] : "");
    const int first = number_of(&draws, "choice.habit_share");
    const int second = number_of(&draws, "background.2024.stay_log");
    for (int draw = 1; draw <= DRAWS; draw++) {
        int row = 0;
        while (row < 3 && fabs(draws_value(&draws, first, draw) - habit[row]) > 1e-7)
            row++;
        ck_assert_int_lt(row, 3);
        ck_assert_double_eq_tol(draws_value(&draws, second, draw), stay[row], 1e-7);
        taken[row]++;
    }
    ck_assert_int_eq(taken[0], 10);
    ck_assert_int_eq(taken[1], 20);
    ck_assert_int_eq(taken[2], 10);
    ck_assert(draws_value(&draws, first, 0) == 0.35);
    draws_free(&draws);
    experiment_free(&experiment);
    report_free(&report);
    fixture_free(&fixture);
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
        CLAIM("a sample that is none is told with its line", unfit_samples),
        CLAIM("numbers fitted to other inputs are refused with file and line", other_inputs),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
