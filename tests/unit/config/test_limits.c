// SPDX-License-Identifier: MIT
#include "config/experiment.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What cannot be made by replacing one text of a file.
static void expect_told(const char *text, const char *words) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    fixture_make(&fixture);
    fixture_write_text(&fixture, "more.cfg", text);
    ck_assert_int_eq(fixture_read(&fixture, "more.cfg", NULL, &experiment, &report),
                     STATUS_INVALID);
    ck_assert_msg(fixture_told(&report, words), "'%s' should tell '%s'", text, words);
    report_free(&report);
    fixture_free(&fixture);
}

TEST(wrong_shapes) {
    expect_told("base = \"scenario.cfg\"; reforms = 3;", "more.cfg:1: reforms is not a list");
    expect_told("base = \"scenario.cfg\"; reforms = (3);", "a reform is not a group");
    expect_told("base = \"scenario.cfg\"; changes = {};", "changes is not a list");
    expect_told("base = \"scenario.cfg\"; scenario = 3;", "scenario is not a group");
    expect_told("base = \"scenario.cfg\"; city = 3;", "city is not a group");
    expect_told("base = \"scenario.cfg\"; tables = 3;", "tables is not a group");
    expect_told("base = \"scenario.cfg\"; tables = { parameters = 3; };",
                "tables.parameters is not a list");
    expect_told("base = \"scenario.cfg\"; reforms = ( { start = \"2024-01-01\"; } );",
                "start is not a group; write start = { value = \"2022-01-31\"");
}

TEST(limits) {
    char *text = calloc(100000, 1);
    strcpy(text, "base = \"scenario.cfg\"; reforms = ( {}");
    for (int i = 0; i < MOST_REFORMS; i++)
        strcat(text, ", {}");
    strcat(text, " );");
    expect_told(text, "more than 128 reforms");
    strcpy(text, "base = \"scenario.cfg\"; changes = ( ");
    for (int i = 0; i <= 1000; i++)
        sprintf(text + strlen(text),
                "%s{ path = \"choice.habit_share\"; relative = 1; why = \"x\"; }", i ? ", " : "");
    strcat(text, " );");
    expect_told(text, "more than 1000 changes");
    free(text);
}

TEST(long_chain) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    fixture_make(&fixture);
    for (int i = 0; i < 20; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "c%d.cfg", i);
        snprintf(text, sizeof text, "base = \"c%d.cfg\";", i + 1);
        fixture_write_text(&fixture, name, text);
    }
    ck_assert_int_eq(fixture_read(&fixture, "c0.cfg", NULL, &experiment, &report), STATUS_INVALID);
    ck_assert_uint_eq(report.count, 1);
    ck_assert(fixture_told(&report, "more than 16 files rest on each other"));
    report_free(&report);
    fixture_free(&fixture);
}

TEST(empty_tables) {
    static const char *const tables[] = {"counties.csv", "townships.csv"};
    for (int i = 0; i < 2; i++) {
        Fixture fixture;
        Experiment experiment;
        Report report;
        fixture_make(&fixture);
        char *text = fixture_text(&fixture, tables[i]);
        *strchr(text, '\n') = '\0';
        fixture_write_text(&fixture, tables[i], text);
        ck_assert_int_eq(fixture_read(&fixture, "scenario.cfg", NULL, &experiment, &report),
                         STATUS_INVALID);
        ck_assert(fixture_told(&report, i == 0 ? "counties.csv: has 0 counties"
                                               : "townships.csv: has 0 townships"));
        free(text);
        report_free(&report);
        fixture_free(&fixture);
    }
}

TEST(circle_of_bases) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    fixture_make(&fixture);
    fixture_write_text(&fixture, "a.cfg", "base = \"b.cfg\";\n");
    fixture_write_text(&fixture, "b.cfg", "base = \"./a.cfg\";\n");
    ck_assert_int_eq(fixture_read(&fixture, "a.cfg", NULL, &experiment, &report), STATUS_INVALID);
    ck_assert_uint_eq(report.count, 1);
    ck_assert(fixture_told(&report, "leads back to"));
    report_free(&report);
    fixture_free(&fixture);
}

TEST(wrong_options) {
    static const struct {
        Overrides overrides;
        const char *message;
    } cases[] = {
        {{.draws = -1, .has_draws = 1}, "--draws: -1 is outside 0 to"},
        {{.scale = -10}, "--scale: -10 is outside 1 to"},
        {{.replicates = -3}, "--replicates: -3 is outside 1 to"},
        {{.years = -1}, "--years: -1 is outside 1 to"},
        {{.years = 12},
         "--years: years is 12 from 2022, up to 2033; the background ends with 2030"},
        {{.seed = UINT64_MAX, .has_seed = 1},
         "--seed: 9007199254740993 is outside 0 to 9007199254740992"},
    };
    Fixture fixture;
    char path[256];
    fixture_make(&fixture);
    fixture_path(&fixture, "scenario.cfg", path);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Experiment experiment;
        Report report;
        report_init(&report);
        ck_assert_int_eq(experiment_read(&experiment, path, &cases[i].overrides, fixture_levers,
                                         FIXTURE_LEVERS, &report),
                         STATUS_INVALID);
        ck_assert_uint_eq(report.count, 1);
        ck_assert_msg(fixture_told(&report, cases[i].message), "'%s' was told", report.messages[0]);
        report_free(&report);
    }
    fixture_free(&fixture);
}

TEST(fewer_years_than_the_base_year) {
    const Overrides overrides = {
        .years = 1, .draws = 0, .has_draws = 1, .seed = 5, .has_seed = 1, .scale = 10};
    Fixture fixture;
    Experiment experiment;
    Report report;
    char path[256];
    fixture_make(&fixture);
    report_init(&report);
    ck_assert_int_eq(experiment_read(&experiment, fixture_path(&fixture, "scenario.cfg", path),
                                     &overrides, fixture_levers, FIXTURE_LEVERS, &report),
                     STATUS_OK);
    ck_assert_int_eq(experiment.years, 1);
    ck_assert_int_eq(experiment.base_year, 2022);
    ck_assert_int_eq(experiment.draws, 0);
    ck_assert_int_eq(experiment.scale, 10);
    ck_assert_uint_eq(experiment.seed, 5);
    experiment_free(&experiment);
    report_free(&report);
    fixture_free(&fixture);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a group where a list belongs, and the reverse, is told", wrong_shapes),
        CLAIM("more reforms or changes than there is room for are told", limits),
        CLAIM("a chain of more than 16 files is refused", long_chain),
        CLAIM("a city without counties or townships is refused", empty_tables),
        CLAIM("files that rest on each other in a circle are refused in one message",
              circle_of_bases),
        CLAIM("an option out of bounds is told as the option", wrong_options),
        CLAIM("options outrank the file, and fewer years move the base year",
              fewer_years_than_the_base_year),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
