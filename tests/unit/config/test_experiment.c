// SPDX-License-Identifier: MIT
#include "config/experiment.h"
#include "base/calendar.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define EXPECT(slips) fixture_expect_slips(slips, sizeof slips / sizeof *slips)
#define MINUTE "minute_weight_minor"

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
        {"model.cfg", "value = -0.031", "value = -0.0311", ""},
        {"model.cfg", "kind = \"calibrated\"", "kind = \"external\"; source = \"tiny-rate\"", ""},
        {"counties.csv", "0.58,0.205", "0.58,0.206", ""},
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

TEST(scenario_slips) {
    static const Slip slips[] = {
        {"scenario.cfg", "value = 0.85", "value = 1.3",
         "scenario.cfg:11: coverage is 1.3 share, above the highest, 1.0"},
        {"scenario.cfg", "value = 0.85", "value = -0.1",
         "scenario.cfg:11: coverage is -0.1 share, below the lowest, 0.0"},
        {"scenario.cfg", "shift_visits", "shift_visit",
         "scenario.cfg:7: \"shift_visit\" is not a known lever; did you mean \"shift_visits\"?"},
        {"scenario.cfg", "(\"north\")", "(\"nort\")",
         "scenario.cfg:7: \"nort\" is not a known county; did you mean \"north\"?"},
        {"scenario.cfg", "(\"north\")", "()", "scenario.cfg:7: places is empty"},
        {"scenario.cfg", "(\"north\")", "\"north\"", "scenario.cfg:7: places is not a list"},
        {"scenario.cfg", " places = (\"north\");", "",
         "scenario.cfg:7: this reform names no places"},
        {"scenario.cfg", "lever = \"share_results\";", "",
         "scenario.cfg:14: this reform has no lever"},
        {"scenario.cfg", "2027-03-01", "2023-02-01",
         "scenario.cfg:16: the reform share_results ends on 2023-02-01, before it starts on "
         "2023-03-01"},
        {"scenario.cfg", "2027-03-01", "2023-03-01", "ends on 2023-03-01, the day it starts"},
        {"scenario.cfg", "2024-07-01", "2024-06-31",
         "scenario.cfg:8: start is \"2024-06-31\", not a day"},
        {"scenario.cfg", "2024-07-01", "1999-01-01",
         "scenario.cfg:8: start is 1999-01-01, below the lowest"},
        {"scenario.cfg", "2024-07-01", "2025-07-01",
         "above the high end of its own range, 2025-01-01"},
        {"scenario.cfg", "earliest = \"2024-01-01\"; ", "",
         "scenario.cfg:8: start is assumed and lacks earliest"},
        {"scenario.cfg", "moved_share", "moved_shar",
         "is not a known field of a reform with lever shift_visits; did you mean \"moved_share\"?"},
        {"scenario.cfg", "unit = \"months\"; kind = \"assumed\"",
         "unit = \"years\"; kind = \"assumed\"",
         "scenario.cfg:10: ramp_months is in \"years\"; write unit = \"months\""},
        {"scenario.cfg", "years = 9;", "years = 9.5;",
         "scenario.cfg:4: years is 9.5; write a whole number"},
        {"scenario.cfg", "years = 9;", "years = 12;",
         "the background ends with 2030, so write at most 9"},
        {"scenario.cfg", "years = 9;", "", "scenario.cfg:2: scenario.years is missing"},
        {"scenario.cfg", "years = 9;", "year = 9; years = 9;",
         "scenario.cfg:4: \"year\" is not a known field of scenario; did you mean \"years\"?"},
        {"scenario.cfg", "\"2022-01-01\"", "\"2022-03-01\"", "a simulation starts on 1 January"},
        {"scenario.cfg", "\"2022-01-01\"", "\"2022\"",
         "scenario.cfg:4: start is \"2022\", not a day"},
        {"scenario.cfg", "replicates = 3", "replicates = 0",
         "scenario.cfg:4: replicates is 0, outside 1 to"},
        {"scenario.cfg", "draws = 7", "draws = -1", "scenario.cfg:4: draws is -1, outside 0 to"},
        {"scenario.cfg", "seed = 41", "seed = \"41\"",
         "seed is a text; write the number without quotes"},
        {"scenario.cfg", "seed = 41", "demography = \"fix\"",
         "\"fix\" is not a known kind of demography; did you mean \"fixed\"?"},
        {"scenario.cfg", "seed = 41", "seed = true", "seed is not a number"},
        {"scenario.cfg", "base_year = 2023", "base_year = 2031",
         "base_year is 2031, outside 2022 to 2030"},
        {"scenario.cfg", "north-first", "north first",
         "scenario.cfg:3: id is \"north first\"; write 1 to 64 letters"},
        {"scenario.cfg", "\"North first\"", "12", "scenario.cfg:3: title_en is not a text"},
        {"scenario.cfg", "North first", "North\\nfirst", "title_en holds a control character"},
        {"scenario.cfg", "relative = 0.8", "relative = 4",
         "choice.habit_share becomes 1.4 share, above the highest, 1.0"},
        {"scenario.cfg", "relative = 0.8", "relative = -1", "relative is below 0"},
        {"scenario.cfg", "relative = 0.8; ", "", "a change has either relative"},
        {"scenario.cfg", "relative = 0.8;", "relative = 0.8; value = 3;",
         "a change has either relative"},
        {"scenario.cfg", " why = \"less habit\";", "",
         "scenario.cfg:22: this change does not say why"},
        {"scenario.cfg", "path = \"choice.habit_share\";", "",
         "scenario.cfg:22: this change has no path"},
        {"scenario.cfg", "choice.habit_share", "choice.habit_shar",
         "\"habit_shar\" is not a known parameter of choice; did you mean \"habit_share\"?"},
        {"scenario.cfg", "disease.stroke", "disease.strok",
         "\"strok\" is not a known disease; did you mean \"stroke\"?"},
        {"scenario.cfg", "disease.stroke", "diseases.stroke", "did you mean \"disease\"?"},
        {"scenario.cfg", "value = 12.5; unit = \"days\"", "value = 12.5",
         "does not say its unit; write unit = \"days\""},
        {"scenario.cfg", "value = 12.5", "value = 91",
         "stay_days is 91 days, above the highest, 90"},
        {"scenario.cfg", "{ path = \"disease", "3, { path = \"disease", "a change is not a group"},
        {"scenario.cfg", "changes = (", "change = 1;\nchanges = (",
         "\"change\" is not a known part of a model or scenario"},
        {"scenario.cfg", "base = \"model.cfg\"", "base = \"modell.cfg\"",
         "modell.cfg: cannot be read: No such file"},
        {"scenario.cfg", "base = \"model.cfg\"", "base = \"scenario.cfg\"",
         "a file cannot rest on itself"},
        {"scenario.cfg", "base = \"model.cfg\"", "base = 7", "scenario.cfg:1: base is not a text"},
        {"scenario.cfg", "base = \"model.cfg\"", "base = \".\"",
         "is a folder; name an ordinary file"},
    };
    EXPECT(slips);
}

TEST(model_slips) {
    static const Slip slips[] = {
        {"model.cfg", "0.35; unit = \"share\"", "0.35; unit = \"%\"",
         "model.cfg:11: choice.habit_share is in \"%\"; write unit = \"share\""},
        {"model.cfg", "0.35; unit = \"share\"; ", "0.35; ",
         "choice.habit_share does not say its unit"},
        {"model.cfg", "value = 0.35", "value = \"0.35\"",
         "is a text; write the number without quotes"},
        {"model.cfg", "value = 0.35; ", "", "model.cfg:11: choice.habit_share has no value"},
        {"model.cfg",
         "{ value = 0.35; unit = \"share\"; kind = \"assumed\"; low = 0.2; high = 0.6;\n"
         "        why = \"a guess\"; }",
         "0.35", "model.cfg:11: choice.habit_share is not a group; write"},
        {"model.cfg", "low = 0.2; high = 0.6;\n        why = \"a guess\";", "",
         "is assumed and lacks low, high, why"},
        {"model.cfg", "low = 0.2", "low = 0.4",
         "choice.habit_share is 0.35, below the low end of its own range, 0.4"},
        {"model.cfg", "high = 0.6", "high = 0.3", "choice.habit_share is 0.35, above the high end"},
        {"model.cfg", "high = 0.6", "high = 1.6",
         "the high end of choice.habit_share is 1.6 share, above the highest"},
        {"model.cfg", "kind = \"assumed\"", "kind = \"asumed\"",
         "\"asumed\" is not a known kind of number; did you mean \"assumed\"?"},
        {"model.cfg", "kind = \"assumed\"; ", "", "choice.habit_share does not say its kind"},
        {"model.cfg", "source = \"tiny-rate\"", "source = \"tiny-rat\"",
         "\"tiny-rat\" is not a known figure; did you mean \"tiny-rate\"?"},
        {"model.cfg", " source = \"tiny-rate\";", "", "rate is reported but has no source"},
        {"model.cfg", "habit_share", "habit_shar = 3; habit_share",
         "model.cfg:11: \"habit_shar\" is not a known parameter of choice"},
        {"model.cfg", "resident = {", "residents = { }; resident = {",
         "\"residents\" is not a known benefit; did you mean \"resident\"?"},
        {"model.cfg", "level2 = {", "level9 = { }; level2 = {",
         "\"level9\" is not a known benefit"},
        {"model.cfg", "year_2024", "year_2034 = { }; year_2024",
         "\"year_2034\" is not a known background"},
        {"model.cfg", "id = \"tiny\"; ", "", "model.cfg:2: city.id is missing"},
        {"model.cfg", "name_zh = \"小城\"", "name_zh = 5", "model.cfg:2: name_zh is not a text"},
        {"model.cfg", "name_en = \"Tiny\";", "name_en = \"Tiny\"; name_fr = \"T\";",
         "\"name_fr\" is not a known field of city"},
        {"model.cfg", "origins = \"origins.csv\"; ", "", "names the table of origins"},
        {"model.cfg", "counties = \"counties.csv\"", "counties = \"count.csv\"",
         "model.cfg:4: tables.counties"},
        {"model.cfg", "(\"parameters.csv\")", "(\"parameters.csv\", 3)",
         "tables.parameters is not a text"},
        {"model.cfg", "value = 17600", "value = 17601",
         "model.cfg:8: people.residents is 17601, but the townships of"},
        {"model.cfg", "habit_share = {",
         MINUTE " = { value = -0.02; unit = \"per minute\"; kind = \"external\"; "
                "source = \"tiny-rate\"; };\n    habit_share = {",
         "choice." MINUTE " is given twice, the first time at"},
        {"model.cfg", "choice = {", "choices = { };\nchoice = {", "did you mean \"choice\"?"},
    };
    EXPECT(slips);
}

TEST(table_slips) {
    static const Slip slips[] = {
        {"counties.csv", "0.58,0.205", "58%,0.205",
         "counties.csv:2: urban_share: 58% is not read; write 0.58"},
        {"counties.csv", "10350,10170", "\"10,350\",10170", "10,350 has separators; write 10350"},
        {"counties.csv", "10350,10170", "10350,１０170", "typed in full-width signs"},
        {"counties.csv", "0.58,0.205", "1.58,0.205",
         "counties.csv:2: urban_share is 1.58, above the highest, 1"},
        {"counties.csv", "0.58,0.205", "x,0.205",
         "counties.csv:2: urban_share: \"x\" is not a number"},
        {"counties.csv", "0.58,0.205", ",0.205", "counties.csv:2: urban_share is empty"},
        {"counties.csv", "0.16,made up,", "0.16,made up",
         "counties.csv:3: this row has 10 cells, the first row 11"},
        {"counties.csv", "South County (made up)", "\"South County",
         "a quote that opens in this row is never closed"},
        {"counties.csv", "South County (made up)", "South \"County",
         "the quotes of this row do not fit"},
        {"counties.csv", "0.16,made up,", "0.16,made up,tiny-nothing",
         "\"tiny-nothing\" is not a known figure"},
        {"townships.csv", "South Hill (made up),1720", "South Hill (made up),0",
         "townships.csv:5: residents is 0, below the lowest, 1"},
        {"townships.csv", "South Hill (made up),1720", "South Hill (made up),1720.5",
         "write a whole number"},
        {"townships.csv", "north-river,33", "north-rive,33",
         "\"north-rive\" is not a known township; did you mean \"north-river\"?"},
        {"townships.csv", "north-river,33", "north-hill,33",
         "north-hill cannot be its own neighbour"},
        {"townships.csv", "north-seat,28,south", "north-seat,28,north",
         "nearest_other_seat is north, its own county"},
        {"townships.csv", "north-seat,28,south", "north-seat,28,", "nearest_other_seat is empty"},
        {"facilities.csv", "general-south,county_general", "general-south,county_generel",
         "\"county_generel\" is not a known kind of institution; did you mean \"county_general\"?"},
        {"facilities.csv", "general-south,county_general", "general-south,county_tcm",
         "the county south has no county_general"},
        {"facilities.csv", "centre-south-hill,township_centre",
         "centre-south-hill,private_hospital", "the township south-hill has no township_centre"},
        {"facilities.csv", "tcm-south,county_tcm,south", "tcm-south,county_tcm,north",
         "south-seat lies in south, not in north"},
        {"facilities.csv", "tcm-south,county_tcm", "tcm-north,county_tcm",
         "the id tcm-north is there twice, the first time in line"},
        {"facilities.csv", "outside_province_city,,", "outside_province_city,north,",
         "an institution outside the city has no county"},
        {"facilities.csv", "(made up),3,31,13,1,,", "(made up),3,31,13,1,2024,",
         "connected_from is \"2024\", not a day"},
        {"facilities.csv", "(made up),3,31,13", "(made up),4,31,13",
         "level is 4, above the highest, 3"},
        {"origins.csv", "105,south", "105,soth",
         "\"soth\" is not a known county; did you mean \"south\"?"},
        {"figures.csv", "rate,reported,", "rate,guessed,",
         "the kind of a figure is \"reported\" or \"external\", not \"guessed\""},
        {"figures.csv", "tiny-visits,5.1", "tiny-visits,about 5",
         "figures.csv:4: value: \"about 5\" is not a number"},
        {"parameters.csv", "time,,weekend_factor,",
         "time,,weekendfactor,0.5,ratio,assumed,,0,1,made up\ntime,,weekend_factor,",
         "did you mean \"weekend_factor\"?"},
        {"parameters.csv", "test,scan,price,312.5,yuan", "test,scan,price,312.5,USD",
         "test.scan.price is in \"USD\"; write unit = \"yuan\""},
    };
    EXPECT(slips);
}

TEST(missing_column_is_told_once) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    fixture_make(&fixture);
    fixture_replace(&fixture, "counties.csv", "urban_share", "urban");
    ck_assert_int_eq(fixture_read(&fixture, "scenario.cfg", NULL, &experiment, &report),
                     STATUS_INVALID);
    ck_assert(fixture_told(&report, "counties.csv:1: the column urban_share is missing"));
    ck_assert(fixture_told(&report, "counties.csv:1: \"urban\" is not a known column"));
    ck_assert_uint_eq(report.count, 2);
    report_free(&report);
    fixture_free(&fixture);
}

TEST(missing_parameters_are_grouped) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    fixture_make(&fixture);
    fixture_write_text(&fixture, "parameters.csv",
                       "section,member,field,value,unit,kind,source,low,high,why\n");
    ck_assert_int_eq(fixture_read(&fixture, "model.cfg", NULL, &experiment, &report),
                     STATUS_INVALID);
    ck_assert_uint_eq(report.count, 1);
    char expected[128];
    snprintf(expected, sizeof expected, "%d of %d parameters are missing: time.weekend_factor, ",
             PARAMETER_COUNT - 4, PARAMETER_COUNT);
    ck_assert(fixture_told(&report, expected));
    snprintf(expected, sizeof expected, " and %d more", PARAMETER_COUNT - 4 - 10);
    ck_assert(fixture_told(&report, expected));
    report_free(&report);
    fixture_free(&fixture);
}

TEST(one_parameter_missing) {
    static const Slip slips[] = {
        {"model.cfg",
         "    rate = { value = 0.75; unit = \"share\"; kind = \"reported\"; source = "
         "\"tiny-rate\"; };\n",
         "", "1 of "}};
    EXPECT(slips);
}

TEST(all_at_once) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    fixture_make(&fixture);
    fixture_replace(&fixture, "scenario.cfg", "value = 0.85", "value = 1.3");
    fixture_replace(&fixture, "scenario.cfg", "years = 9", "years = 99");
    fixture_replace(&fixture, "model.cfg", "high = 0.6", "high = 0.3");
    fixture_replace(&fixture, "facilities.csv", "general-south,county_general",
                    "general-south,hospital");
    fixture_replace(&fixture, "origins.csv", "105,south", "105,soth");
    ck_assert_int_eq(fixture_read(&fixture, "scenario.cfg", NULL, &experiment, &report),
                     STATUS_INVALID);
    ck_assert(fixture_told(&report, "coverage is 1.3 share"));
    ck_assert(fixture_told(&report, "the background ends with 2030"));
    ck_assert(fixture_told(&report, "above the high end of its own range"));
    ck_assert(fixture_told(&report, "\"hospital\" is not a known kind of institution"));
    ck_assert(fixture_told(&report, "\"soth\" is not a known county"));
    ck_assert_ptr_null(experiment.city.counties);
    report_free(&report);
    fixture_free(&fixture);
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

TEST(wrong_sets) {
    static const struct {
        const char *set, *message;
    } cases[] = {
        {"choice.habit_share", "--set choice.habit_share: write --set path=value"},
        {"=3", "write --set path=value"},
        {"choice.habit_share=1.2",
         "--set choice.habit_share=1.2: choice.habit_share is 1.2 share, above the highest"},
        {"choice.habit_share=35%", "35% is not read; write 0.35"},
        {"choice.habit_share=", "is empty; write a number"},
        {"choice.habitshare=0.3", "did you mean \"habit_share\"?"},
        {"reforms.3.coverage=0.3", "there is no reform 3; the scenario has 2"},
        {"reforms.shift_visit.coverage=0.3", "did you mean \"shift_visits\"?"},
        {"reforms.1.coverag=0.3", "did you mean \"coverage\"?"},
        {"reforms.coverage=0.3", "write reforms.2.coverage=0.5"},
        {"reforms.1.start=2024", "\"2024\" is not a day"},
        {"reforms.2.end=2020-01-01", "ends on 2020-01-01, before it starts on 2023-03-01"},
        {"reforms.1.wage=-3", "wage is -3 yuan, below the lowest, 0"},
    };
    Fixture fixture;
    fixture_make(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const sets[] = {cases[i].set, NULL};
        Experiment experiment;
        Report report;
        const Status status = fixture_read(&fixture, "scenario.cfg", sets, &experiment, &report);
        ck_assert_int_eq(status, STATUS_INVALID);
        ck_assert_msg(fixture_told(&report, cases[i].message), "'%s' tells '%s'", cases[i].set,
                      report.count ? report.messages[0] : "nothing");
        ck_assert_uint_eq(report.count, 1);
        report_free(&report);
    }
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
        CLAIM("a slip in a scenario is told once, with its line and what to do", scenario_slips),
        CLAIM("a slip in a model is told once, with its line and what to do", model_slips),
        CLAIM("a slip in a table is told once, with its line and what to do", table_slips),
        CLAIM("a missing column is told, not each of its empty cells", missing_column_is_told_once),
        CLAIM("missing parameters are one message with the first ten and a count",
              missing_parameters_are_grouped),
        CLAIM("one missing parameter is named", one_parameter_missing),
        CLAIM("the errors of all files are told at once, and nothing half-read is left",
              all_at_once),
        CLAIM("files that rest on each other in a circle are refused in one message",
              circle_of_bases),
        CLAIM("a --set that is wrong is told as it was typed", wrong_sets),
        CLAIM("a province alone is checked as far as it goes, but cannot be run", province_alone),
        CLAIM("a resolved scenario that cannot be written is one message and status 73",
              folder_that_cannot_be_written),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
