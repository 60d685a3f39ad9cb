// SPDX-License-Identifier: MIT
#include "config/experiment.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPECT(slips) fixture_expect_slips(slips, sizeof slips / sizeof *slips)

TEST(reform_slips) {
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
        {"scenario.cfg",
         "end = { value = \"2027-03-01\"; kind = \"reported\"; source = \"tiny-rate\"; }",
         "end = { value = \"2027-03-01\"; kind = \"assumed\"; earliest = \"2023-03-01\"; latest = "
         "\"2027-04-01\"; why = \"a guess\"; }",
         "scenario.cfg:16: the reform share_results may end as early as 2023-03-01 and start as "
         "late "
         "as 2023-03-01; let its earliest end come after its latest start"},
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
    };
    EXPECT(slips);
}

TEST(run_slips) {
    static const Slip slips[] = {
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
    };
    EXPECT(slips);
}

TEST(change_slips) {
    static const Slip slips[] = {
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
        {"model.cfg", " high = 0.0;\n        why = \"fitted\";", "",
         "stay_log is calibrated and lacks high, why"},
        {"model.cfg", "choice = {", "test = 3;\nchoice = {",
         "model.cfg:10: test is not a group; write test = { ... };"},
        {"model.cfg", "choice = {", "test = { scan = 3; };\nchoice = {", "scan is not a group"},
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
        {"model.cfg", "kind = \"reported\"; source = \"tiny-rate\"",
         "kind = \"reported\"; source = \"tiny-residents\"",
         "rate is reported but its figure, tiny-residents, is external; write kind = \"external\""},
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
         "minute_weight_minor = { value = -0.02; unit = \"per minute\"; kind = \"external\"; "
         "source = \"tiny-rate\"; };\n    habit_share = {",
         "choice.minute_weight_minor is given twice, the first time at"},
        {"model.cfg", "choice = {", "choices = { };\nchoice = {", "did you mean \"choice\"?"},
    };
    EXPECT(slips);
}

TEST(table_slips) {
    static const Slip slips[] = {
        {"counties.csv", "0.205,12", "20.5%,12",
         "counties.csv:2: age_60_share: 20.5% is not read; write 0.205"},
        {"townships.csv", "(made up),5480,", "(made up),\"5,480\",",
         "5,480 has separators; write 5480"},
        {"townships.csv", "(made up),5480,", "(made up),５480,", "typed in full-width signs"},
        {"counties.csv", "0.205,12", "1.205,12",
         "counties.csv:2: age_60_share is 1.205, above the highest, 1"},
        {"counties.csv", "0.205,12", "x,12", "counties.csv:2: age_60_share: \"x\" is not a number"},
        {"counties.csv", "0.205,12", ",12",
         "counties.csv:2: age_60_share: nothing stands here; write a number"},
        {"counties.csv", "0.16,1,made up,", "0.16,1,made up",
         "counties.csv:3: this row has 8 cells, the first row 9"},
        {"counties.csv", "South County (made up)", "\"South County",
         "a quote that opens in this row is never closed"},
        {"counties.csv", "South County (made up)", "South \"County",
         "the quotes of this row do not fit"},
        {"counties.csv", "0.16,1,made up,", "0.16,1,made up,tiny-nothing",
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
        {"facilities.csv", "centre-north-hill,township_centre",
         "centre-north-hill,private_hospital", "the township north-hill has no township_centre"},
        {"facilities.csv", "tcm-south,county_tcm,south", "tcm-south,county_tcm,north",
         "south-seat lies in south, not in north"},
        {"facilities.csv", "tcm-south,county_tcm", "tcm-north,county_tcm",
         "the id tcm-north is there twice, the first time in line"},
        {"facilities.csv", "outside_province_city,,", "outside_province_city,north,",
         "an institution outside the city has no county"},
        {"facilities.csv", "(made up),2,27,9,1,1,1,3,0,1,", "(made up),2,27,9,1,1,1,3,0,1,7",
         "courtyard is 7; only a township_centre belongs to one, leave it empty"},
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
    fixture_replace(&fixture, "counties.csv", "age_60_share", "age_60");
    ck_assert_int_eq(fixture_read(&fixture, "scenario.cfg", NULL, &experiment, &report),
                     STATUS_INVALID);
    ck_assert(fixture_told(&report, "counties.csv:1: the column age_60_share is missing"));
    ck_assert(fixture_told(&report, "counties.csv:1: \"age_60\" is not a known column"));
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

TEST(wrong_sets) {
    static const struct {
        const char *set, *message;
    } cases[] = {
        {"choice.habit_share", "--set choice.habit_share: write --set path=value"},
        {"=3", "write --set path=value"},
        {"choice.habit_share=1.2",
         "--set choice.habit_share=1.2: choice.habit_share is 1.2 share, above the highest"},
        {"choice.habit_share=35%", "--set choice.habit_share=35%: 35% is not read; write 0.35"},
        {"choice.habit_share=", "nothing stands here; write a number"},
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

int main(void) {
    const Claim claims[] = {
        CLAIM("a slip in a reform is told once, with its line and what to do", reform_slips),
        CLAIM("so is a slip in how a scenario is run", run_slips),
        CLAIM("and one in a change, or in what a scenario rests on", change_slips),
        CLAIM("a slip in a model is told once, with its line and what to do", model_slips),
        CLAIM("a slip in a table is told once, with its line and what to do", table_slips),
        CLAIM("a missing column is told, not each of its empty cells", missing_column_is_told_once),
        CLAIM("missing parameters are one message with the first ten and a count",
              missing_parameters_are_grouped),
        CLAIM("one missing parameter is named", one_parameter_missing),
        CLAIM("the errors of all files are told at once, and nothing half-read is left",
              all_at_once),
        CLAIM("a --set that is wrong is told as it was typed", wrong_sets),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
