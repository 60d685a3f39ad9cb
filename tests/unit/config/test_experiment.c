// SPDX-License-Identifier: MIT
#include "config/experiment.h"
#include "base/calendar.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Experiment read_whole(const Fixture *fixture, const char *name, const char *const *sets) {
    Experiment experiment;
    Report report;
    const Status status = fixture_read(fixture, name, sets, &experiment, &report);
    ck_assert_msg(status == STATUS_OK, "%s", report.count ? report.messages[0] : "no message");
    ck_assert_uint_eq(report.count, 0);
    report_free(&report);
    return experiment;
}

TEST(whole_scenario) {
    Fixture fixture;
    fixture_make(&fixture);
    Experiment experiment = read_whole(&fixture, "scenario.cfg", NULL);
    const City *city = &experiment.city;
    ck_assert_str_eq(experiment.id, "north-first");
    ck_assert_str_eq(experiment.title_zh, "先北后南");
    ck_assert_int_eq(experiment.start_day, 365);
    ck_assert_int_eq(experiment.years, 9);
    ck_assert_int_eq(experiment.replicates, 3);
    ck_assert_int_eq(experiment.draws, 7);
    ck_assert_int_eq(experiment.scale, 1);
    ck_assert_uint_eq(experiment.seed, 41);
    ck_assert_int_eq(experiment.base_year, 2023);
    ck_assert_uint_eq(city->county_count, 2);
    ck_assert_uint_eq(city->township_count, 6);
    ck_assert(city->parameters.people.residents == 17600);
    ck_assert(city->parameters.benefit[SCHEME_RESIDENT][LEVEL_TWO].rate == 0.75);
    ck_assert(city->parameters.background[2024 - FIRST_BACKGROUND_YEAR].stay_log == -0.031);
    experiment_free(&experiment);
    fixture_free(&fixture);
}

TEST(townships_by_county) {
    Fixture fixture;
    fixture_make(&fixture);
    Experiment experiment = read_whole(&fixture, "scenario.cfg", NULL);
    const Township *townships = experiment.city.townships;
    const char *const order[] = {"north-seat", "north-hill", "north-river",
                                 "south-seat", "south-hill", "south-lake"};
    for (int i = 0; i < 6; i++) {
        ck_assert_str_eq(townships[i].id, order[i]);
        ck_assert_int_eq(townships[i].county, i / 3);
    }
    ck_assert_int_eq(townships[2].neighbour[1], 5); // north-river: south-lake
    ck_assert_int_eq(townships[1].other_seat, 1);
    experiment_free(&experiment);
    fixture_free(&fixture);
}

TEST(reform_as_written) {
    Fixture fixture;
    fixture_make(&fixture);
    Experiment experiment = read_whole(&fixture, "scenario.cfg", NULL);
    ck_assert_int_eq(experiment.reform_count, 2);
    const Reform *one = &experiment.reforms[0], *two = &experiment.reforms[1];
    ck_assert_int_eq(one->lever, 0);
    ck_assert_int_eq(one->start_day, calendar_day(2024, 7, 1));
    ck_assert_int_eq(one->end_day, NO_END);
    ck_assert(one->in_county[0] && !one->in_county[1] && two->in_county[0] && two->in_county[1]);
    ck_assert(one->ramp_months == 18 && one->coverage == 0.85 && one->value[0] == 0.125);
    ck_assert(one->evidence[REFORM_START].low == calendar_day(2024, 1, 1));
    ck_assert(one->value[1] == 2385); // not given: the lever's own
    ck_assert(one->evidence[REFORM_VALUES + 1].low == 1500);
    ck_assert_int_eq(two->end_day, calendar_day(2027, 3, 1));
    experiment_free(&experiment);
    fixture_free(&fixture);
}

TEST(changes_are_laid_over) {
    Fixture fixture;
    fixture_make(&fixture);
    Experiment experiment = read_whole(&fixture, "scenario.cfg", NULL);
    const int habit = parameter_find("choice.habit_share");
    ck_assert_int_eq(experiment.change_count, 2);
    ck_assert_double_eq_tol(experiment.city.parameters.choice.habit_share, 0.35 * 0.8, 1e-15);
    ck_assert(experiment.changes[0].before == 0.35);
    ck_assert_double_eq_tol(experiment.city.evidence[habit].high, 0.6 * 0.8, 1e-15);
    ck_assert_int_eq(experiment.city.evidence[habit].changed, 1);
    ck_assert(experiment.city.parameters.disease[DISEASE_STROKE].stay_days == 12.5);
    ck_assert_int_eq(experiment.city.evidence[parameter_find("people.residents")].changed, 0);
    experiment_free(&experiment);
    fixture_free(&fixture);
}

TEST(command_line_outranks) {
    const char *const sets[] = {"choice.habit_share=0.41", "reforms.1.coverage=0.55",
                                "reforms.share_results.start=2023-09-01", "reforms.1.wage=3000",
                                NULL};
    Fixture fixture;
    fixture_make(&fixture);
    Experiment experiment = read_whole(&fixture, "scenario.cfg", sets);
    ck_assert(experiment.city.parameters.choice.habit_share == 0.41);
    ck_assert(experiment.reforms[0].coverage == 0.55);
    ck_assert(experiment.reforms[0].value[1] == 3000);
    ck_assert_int_eq(experiment.reforms[1].start_day, calendar_day(2023, 9, 1));
    experiment_free(&experiment);
    fixture_free(&fixture);
}

TEST(inheritance) {
    Fixture fixture;
    fixture_make(&fixture);
    fixture_write_text(
        &fixture, "next.cfg",
        "base = \"scenario.cfg\";\n"
        "scenario = { id = \"next\"; years = 5; };\n"
        "reforms = ( { lever = \"share_results\"; places = (\"south\");\n"
        "  start = { value = \"2025-01-01\"; kind = \"reported\"; source = \"tiny-rate\"; };\n"
        "  ramp_months = { value = 3; unit = \"months\"; kind = \"reported\"; source = "
        "\"tiny-rate\"; };\n"
        "  coverage = { value = 0.3; unit = \"share\"; kind = \"reported\"; source = "
        "\"tiny-rate\"; }; } );\n"
        "choice = { habit_share = { value = 0.5; unit = \"share\"; kind = \"assumed\"; low = 0.5;\n"
        "  high = 0.6; why = \"more\"; }; };\n");
    Experiment experiment = read_whole(&fixture, "next.cfg", NULL);
    ck_assert_str_eq(experiment.id, "next");
    ck_assert_str_eq(experiment.title_en, "North first");
    ck_assert_int_eq(experiment.years, 5);
    ck_assert_int_eq(experiment.reform_count, 3);
    ck_assert(experiment.reforms[2].coverage == 0.3);
    ck_assert_double_eq_tol(experiment.city.parameters.choice.habit_share, 0.5 * 0.8, 1e-15);
    experiment_free(&experiment);
    fixture_free(&fixture);
}

TEST(model_alone) {
    Fixture fixture;
    fixture_make(&fixture);
    Experiment experiment = read_whole(&fixture, "model.cfg", NULL);
    ck_assert_str_eq(experiment.id, "tiny");
    ck_assert_int_eq(experiment.start_day, calendar_day(2022, 1, 1));
    ck_assert_int_eq(experiment.years, 9);
    ck_assert_int_eq(experiment.replicates, 1);
    ck_assert_int_eq(experiment.reform_count, 0);
    experiment_free(&experiment);
    fixture_free(&fixture);
}

TEST(order_of_text_is_free) {
    Fixture fixture;
    fixture_make(&fixture);
    Experiment plain = read_whole(&fixture, "scenario.cfg", NULL);
    char *text = fixture_text(&fixture, "scenario.cfg"), *windows = malloc(2 * strlen(text) + 4);
    size_t length = 3;
    memcpy(windows, "\xEF\xBB\xBF", 3);
    for (const char *at = text; *at; at++) {
        if (*at == '\n') windows[length++] = '\r';
        windows[length++] = *at;
    }
    fixture_write(&fixture, "scenario.cfg", windows, length);
    Experiment other = read_whole(&fixture, "scenario.cfg", NULL);
    ck_assert_str_eq(other.inputs_hash, plain.inputs_hash);
    ck_assert_int_eq(other.reforms[1].line, plain.reforms[1].line);
    free(windows);
    free(text);
    experiment_free(&other);
    experiment_free(&plain);
    fixture_free(&fixture);
}

static void expect_same(const Experiment *a, const Experiment *b) {
    ck_assert_int_eq(a->fixed_demography, 1);
    ck_assert_str_eq(a->inputs_hash, b->inputs_hash);
    ck_assert_mem_eq(&a->city.parameters, &b->city.parameters, sizeof a->city.parameters);
    ck_assert_int_eq(a->fixed_demography, b->fixed_demography);
    ck_assert_int_eq(a->reform_count, b->reform_count);
    ck_assert_int_eq(a->change_count, b->change_count);
    for (int i = 0; i < a->change_count; i++) {
        ck_assert(a->changes[i].before == b->changes[i].before);
        ck_assert(a->changes[i].after == b->changes[i].after);
    }
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        ck_assert_int_eq(a->city.evidence[i].kind, b->city.evidence[i].kind);
        ck_assert_int_eq(a->city.evidence[i].changed, b->city.evidence[i].changed);
        ck_assert_str_eq(a->city.evidence[i].why, b->city.evidence[i].why);
        ck_assert_str_eq(a->city.evidence[i].source, b->city.evidence[i].source);
    }
    for (int i = 0; i < a->reform_count; i++) {
        ck_assert_mem_eq(a->reforms[i].value, b->reforms[i].value, sizeof a->reforms[i].value);
        ck_assert_mem_eq(a->reforms[i].in_county, b->reforms[i].in_county,
                         sizeof a->reforms[i].in_county);
        ck_assert_int_eq(a->reforms[i].end_day, b->reforms[i].end_day);
    }
}

TEST(resolved_runs_by_itself) {
    const char *const sets[] = {"choice.habit_share=0.41", "reforms.1.coverage=0.55", NULL};
    Fixture fixture;
    Report report;
    char folder[256], moved[256];
    fixture_make(&fixture);
    fixture_replace(&fixture, "scenario.cfg", "draws = 7", "demography = \"fixed\"; draws = 7");
    fixture_replace(&fixture, "scenario.cfg", "\"less habit\"", "\"less \\\"habit\\\" \\\\ 习惯\"");
    Experiment experiment = read_whole(&fixture, "scenario.cfg", sets);
    report_init(&report);
    ck_assert_int_eq(mkdir(fixture_path(&fixture, "result", folder), 0777), 0);
    ck_assert_int_eq(experiment_write(&experiment, fixture_levers, FIXTURE_LEVERS, folder, &report),
                     STATUS_OK);
    ck_assert_int_eq(rename(folder, fixture_path(&fixture, "moved", moved)), 0);
    ck_assert_int_eq(unlink(fixture_path(&fixture, "counties.csv", folder)), 0);
    ck_assert_int_eq(unlink(fixture_path(&fixture, "parameters.csv", folder)), 0);

    Experiment again = read_whole(&fixture, "moved/scenario.cfg", NULL);
    expect_same(&experiment, &again);
    experiment_free(&again);
    experiment_free(&experiment);
    report_free(&report);
    fixture_free(&fixture);
}

TEST(every_input_moves_the_hash) {
    static const Slip edits[] = {
        {"scenario.cfg", "seed = 41", "seed = 42", ""},
        {"scenario.cfg", "years = 9", "years = 8", ""},
        {"scenario.cfg", "draws = 7", "draws = 8", ""},
        {"scenario.cfg", "replicates = 3", "replicates = 2", ""},
        {"scenario.cfg", "seed = 41", "seed = 41; scale = 10", ""},
        {"scenario.cfg", "seed = 41", "seed = 41; demography = \"fixed\"", ""},
        {"scenario.cfg", "relative = 0.8", "relative = 0.81", ""},
        {"scenario.cfg", "value = 18;", "value = 18.5;", ""},
        {"scenario.cfg", "value = 0.125", "value = 0.1251", ""},
        {"scenario.cfg", "places = (\"north\")", "places = (\"south\")", ""},
        {"scenario.cfg", "\"2027-03-01\"", "\"2027-03-02\"", ""},
        {"scenario.cfg", "latest = \"2025-01-01\"", "latest = \"2025-01-02\"", ""},
        {"model.cfg", "high = 0.6", "high = 0.61", ""},
        {"model.cfg", "low = -0.05", "low = -0.051", ""},
        {"model.cfg", "value = -0.031", "value = -0.0311", ""},
        {"model.cfg", "kind = \"calibrated\"", "kind = \"external\"; source = \"tiny-rate\"", ""},
        {"counties.csv", "0.205,12", "0.206,12", ""},
        {"townships.csv", "13,27,39,47", "13,27,39,48", ""},
        {"facilities.csv", "2,27,9,1", "2,28,9,1", ""},
        {"origins.csv", "14300,105", "14300,106", ""},
        {"figures.csv", "4.7,5.6", "4.7,5.7", ""},
    };
    Fixture fixture;
    fixture_make(&fixture);
    Experiment before = read_whole(&fixture, "scenario.cfg", NULL);
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        fixture_replace(&fixture, edits[i].file, edits[i].old, edits[i].new);
        Experiment after = read_whole(&fixture, "scenario.cfg", NULL);
        ck_assert_msg(strcmp(before.inputs_hash, after.inputs_hash) != 0,
                      "'%s' leaves the hash as it is", edits[i].new);
        experiment_free(&after);
        fixture_replace(&fixture, edits[i].file, edits[i].new, edits[i].old);
    }
    Experiment after = read_whole(&fixture, "scenario.cfg", NULL);
    ck_assert_str_eq(before.inputs_hash, after.inputs_hash);
    experiment_free(&after);
    experiment_free(&before);
    fixture_free(&fixture);
}

TEST(province_alone) {
    Fixture fixture;
    Report report;
    char path[256];
    fixture_make(&fixture);
    report_init(&report);
    fixture_write_text(&fixture, "province.cfg",
                       "choice = { habit_share = { value = 0.3; unit = \"share\"; kind = "
                       "\"assumed\"; low = 0.2; high = 0.6; why = \"a guess\"; }; };\n");
    fixture_path(&fixture, "province.cfg", path);
    ck_assert_int_eq(experiment_check(path, fixture_levers, FIXTURE_LEVERS, &report), STATUS_OK);
    Experiment experiment;
    ck_assert_int_eq(
        experiment_read(&experiment, path, NULL, fixture_levers, FIXTURE_LEVERS, &report),
        STATUS_INVALID);
    ck_assert(fixture_told(&report, "no file of its chain has a city"));
    report_free(&report);
    fixture_free(&fixture);
}

TEST(folder_that_cannot_be_written) {
    Fixture fixture;
    Report report;
    char path[256];
    fixture_make(&fixture);
    Experiment experiment = read_whole(&fixture, "scenario.cfg", NULL);
    report_init(&report);
    fixture_path(&fixture, "nowhere", path);
    ck_assert_int_eq(experiment_write(&experiment, fixture_levers, FIXTURE_LEVERS, path, &report),
                     STATUS_NO_OUTPUT);
    ck_assert_uint_eq(report.count, 1);
    report_free(&report);
    experiment_free(&experiment);
    fixture_free(&fixture);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a scenario says what its files say", whole_scenario),
        CLAIM("townships stand in the order of their counties and know their neighbours",
              townships_by_county),
        CLAIM("a reform has its dates, places and numbers, and the lever's own where none is given",
              reform_as_written),
        CLAIM("changes are laid over the city and remember what was before", changes_are_laid_over),
        CLAIM("the command line outranks the files", command_line_outranks),
        CLAIM("a scenario inherits what the scenario below it says", inheritance),
        CLAIM("a model on its own is run once over the years of its background", model_alone),
        CLAIM("a byte-order mark and the line ends of Windows change nothing",
              order_of_text_is_free),
        CLAIM("the resolved scenario, moved elsewhere, reads back to the same experiment and hash",
              resolved_runs_by_itself),
        CLAIM("every input moves the hash of the inputs", every_input_moves_the_hash),
        CLAIM("a province alone is checked as far as it goes, but cannot be run", province_alone),
        CLAIM("a resolved scenario that cannot be written is one message and status 73",
              folder_that_cannot_be_written),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
