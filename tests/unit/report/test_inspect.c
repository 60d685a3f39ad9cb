// SPDX-License-Identifier: MIT
#include "report/inspect.h"
#include "report/listing.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const IndicatorInfo indicators[] = {{.name = "in_city_rate",
                                            .zh = "市域内住院率",
                                            .en = "in-city inpatient rate",
                                            .unit = "share",
                                            .formula = "admissions inside / all admissions",
                                            .base = "insured",
                                            .source = "a bulletin",
                                            .about = "of the city's insured"}};
static const ChartInfo charts[] = {{"fan", "扇形图", "fan", "with | two bands"}};
static const Registries registries = {.levers = fixture_levers,
                                      .indicators = indicators,
                                      .charts = charts,
                                      .lever_count = FIXTURE_LEVERS,
                                      .indicator_count = 1,
                                      .chart_count = 1};

typedef Status Verb(int, char *const *, const Registries *, FILE *, Report *);

// What a verb prints, returns and tells.
typedef struct Answer {
    Status status;
    char *printed;
    Report report;
} Answer;

static Answer ask(Verb *verb, const char *const *words) {
    Answer answer;
    size_t length = 0;
    int count = 0;
    while (words[count])
        count++;
    report_init(&answer.report);
    FILE *stream = open_memstream(&answer.printed, &length);
    answer.status =
        verb(count, (char *const *)(uintptr_t)words, &registries, stream, &answer.report);
    fclose(stream);
    return answer;
}

static void forget(Answer *answer) {
    free(answer->printed);
    report_free(&answer->report);
}

static bool prints(const Answer *answer, const char *words) {
    return strstr(answer->printed, words) != NULL;
}

#define ASK(verb, ...) ask(verb, (const char *const[]){__VA_ARGS__, NULL})

static json_t *json_of(const Answer *answer) {
    json_t *json = json_loads(answer->printed, 0, NULL);
    ck_assert_msg(json != NULL, "this is not JSON: %s", answer->printed);
    return json;
}

TEST(check_tells_every_file) {
    Fixture fixture;
    char good[256], bad[256];
    fixture_make(&fixture);
    fixture_path(&fixture, "scenario.cfg", good);
    fixture_write_text(&fixture, "bad.cfg", "base = \"scenario.cfg\";\nyears = 30%;\n");
    fixture_path(&fixture, "bad.cfg", bad);
    Answer answer = ASK(inspect_check, good, bad, good);
    ck_assert_int_eq(answer.status, STATUS_INVALID);
    ck_assert(prints(&answer, "scenario.cfg: in order\n"));
    ck_assert(!prints(&answer, "bad.cfg"));
    ck_assert_uint_eq(answer.report.count, 1);
    ck_assert(fixture_told(&answer.report, "bad.cfg:2: 30% is not read"));
    forget(&answer);
    fixture_free(&fixture);
}

TEST(check_in_json) {
    Fixture fixture;
    char bad[256];
    fixture_make(&fixture);
    fixture_replace(&fixture, "scenario.cfg", "value = 0.85", "value = 1.3");
    fixture_path(&fixture, "scenario.cfg", bad);
    Answer answer = ASK(inspect_check, bad, "--json");
    ck_assert_int_eq(answer.status, STATUS_INVALID);
    ck_assert_uint_eq(answer.report.count, 0);
    json_t *files = json_of(&answer), *file = json_array_get(files, 0);
    json_t *problem = json_array_get(json_object_get(file, "problems"), 0);
    ck_assert(json_is_false(json_object_get(file, "valid")));
    ck_assert_str_eq(json_string_value(json_object_get(problem, "file")), bad);
    ck_assert_int_eq(json_integer_value(json_object_get(problem, "line")), 11);
    ck_assert_str_eq(json_string_value(json_object_get(problem, "message")),
                     "coverage is 1.3 share, above the highest, 1.0");
    json_decref(files);
    forget(&answer);
    fixture_free(&fixture);
}

TEST(show_has_passports) {
    Fixture fixture;
    char path[256];
    fixture_make(&fixture);
    Answer answer = ASK(inspect_show, fixture_path(&fixture, "scenario.cfg", path), "--json",
                        "--set", "reforms.1.coverage=0.5");
    ck_assert_int_eq(answer.status, STATUS_OK);
    json_t *rows = json_of(&answer), *row;
    size_t index, seen = 0;
    json_array_foreach(rows, index, row) {
        const char *name = json_string_value(json_object_get(row, "path"));
        if (strcmp(name, "choice.habit_share") == 0) {
            seen++;
            ck_assert_str_eq(json_string_value(json_object_get(row, "value")), "0.28");
            ck_assert_str_eq(json_string_value(json_object_get(row, "was")), "0.35");
            ck_assert_str_eq(json_string_value(json_object_get(row, "unit")), "share");
            ck_assert_str_eq(json_string_value(json_object_get(row, "why")), "less habit");
            ck_assert_ptr_nonnull(
                strstr(json_string_value(json_object_get(row, "where")), "scenario.cfg:22"));
        } else if (strcmp(name, "reforms.1.coverage") == 0) {
            seen++;
            ck_assert_str_eq(json_string_value(json_object_get(row, "value")), "0.5");
        } else if (strcmp(name, "people.residents") == 0) {
            seen++;
            ck_assert_str_eq(json_string_value(json_object_get(row, "kind")), "external");
            ck_assert_str_eq(json_string_value(json_object_get(row, "source")), "tiny-residents");
            ck_assert_str_eq(json_string_value(json_object_get(row, "was")), "");
        }
    }
    ck_assert_uint_eq(seen, 3);
    ck_assert_uint_gt(json_array_size(rows), PARAMETER_COUNT);
    json_decref(rows);
    forget(&answer);
    fixture_free(&fixture);
}

TEST(show_difference) {
    Fixture fixture;
    char one[256], other[256];
    fixture_make(&fixture);
    fixture_path(&fixture, "scenario.cfg", one);
    fixture_path(&fixture, "model.cfg", other);
    Answer same = ASK(inspect_show, one, "--diff", one, "--json");
    ck_assert_str_eq(same.printed, "[]\n");
    Answer differs = ASK(inspect_show, one, "--diff", other);
    ck_assert(prints(&differs, "choice.habit_share"));
    ck_assert(prints(&differs, "disease.stroke.stay_days"));
    ck_assert(prints(&differs, "reforms.2.lever"));
    ck_assert(!prints(&differs, "people.residents"));
    forget(&same);
    forget(&differs);
    fixture_free(&fixture);
}

TEST(lists) {
    Answer numbers = ASK(inspect_list, "numbers");
    ck_assert(prints(&numbers, "shift_visits") && prints(&numbers, "moved_share") &&
              prints(&numbers, "2385"));
    Answer indicator = ASK(inspect_list, "indicators", "--json");
    json_t *rows = json_of(&indicator);
    ck_assert_str_eq(json_string_value(json_object_get(json_array_get(rows, 0), "zh")),
                     "市域内住院率");
    json_decref(rows);
    Answer chart = ASK(inspect_list, "charts", "--markdown");
    ck_assert_str_eq(chart.printed, "| chart | zh | en | about |\n| --- | --- | --- | --- |\n"
                                    "| fan | 扇形图 | fan | with \\| two bands |\n");
    Answer parameters = ASK(inspect_list, "parameters");
    ck_assert(prints(&parameters, "disease.*.stay_days") &&
              prints(&parameters, "benefit.*.*.rate"));
    Answer cities = ASK(inspect_list, "cities");
    ck_assert(prints(&cities, "models/huaihua.cfg"));
    forget(&numbers);
    forget(&indicator);
    forget(&chart);
    forget(&parameters);
    forget(&cities);
}

TEST(explanations) {
    Fixture fixture;
    char path[256];
    fixture_make(&fixture);
    fixture_path(&fixture, "scenario.cfg", path);
    Answer parameter = ASK(inspect_explain, "people.residents", path);
    ck_assert(prints(&parameter, "residents at the start") && prints(&parameter, "17600 persons"));
    ck_assert(prints(&parameter, "tiny-residents: 17600 persons"));
    Answer lever = ASK(inspect_explain, "shift_visits");
    ck_assert(prints(&lever, "moves visits") &&
              prints(&lever, "0.15 share (0.05 to 0.3): assumed"));
    Answer indicator = ASK(inspect_explain, "in_city_rate");
    ck_assert(prints(&indicator, "admissions inside / all admissions"));
    Answer figure = ASK(inspect_explain, "tiny-rate", path);
    ck_assert(prints(&figure, "carries") && prints(&figure, "benefit.resident.level2.rate"));
    ck_assert(prints(&figure, "reforms.1.coverage"));
    Answer nothing = ASK(inspect_explain, "shift_visit");
    ck_assert_int_eq(nothing.status, STATUS_USAGE);
    ck_assert(fixture_told(&nothing.report, "did you mean \"shift_visits\"?"));
    forget(&parameter);
    forget(&lever);
    forget(&indicator);
    forget(&figure);
    forget(&nothing);
    fixture_free(&fixture);
}

TEST(wrong_words) {
    static const struct {
        Verb *verb;
        const char *words[4], *told;
    } cases[] = {
        {inspect_check, {NULL}, "check has 0 words after it; write hxsim check FILE... [--json]"},
        {inspect_check, {"--jsn", "a"}, "check takes no option --jsn, did you mean --json"},
        {inspect_check, {"--js", "a"}, "check takes no option --js"},
        {inspect_show, {"a", "b"}, "show has 2 words after it"},
        {inspect_show, {"a", "--diff"}, "--diff wants a word after it"},
        {inspect_list, {"reform"}, "there is no list of reform, did you mean reforms"},
        {inspect_list, {"charts", "--diff"}, "list takes no option --diff"},
        {inspect_explain, {NULL}, "explain has 0 words after it"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Answer answer = ask(cases[i].verb, cases[i].words);
        ck_assert_int_eq(answer.status, STATUS_USAGE);
        ck_assert_uint_eq(answer.report.count, 1);
        ck_assert_msg(fixture_told(&answer.report, cases[i].told), "'%s' was told",
                      answer.report.messages[0]);
        ck_assert_str_eq(answer.printed, "");
        forget(&answer);
    }
}

TEST(width_of_text) {
    ck_assert_int_eq(listing_width("Huaihua"), 7);
    ck_assert_int_eq(listing_width("怀化市"), 6);
    ck_assert_int_eq(listing_width("é（虚构）"), 9);
    ck_assert_int_eq(listing_width(""), 0);
}

TEST(columns_line_up) {
    static const char *const columns[] = {"city", "zh", "note", NULL};
    Arena *arena = arena_new();
    Listing listing;
    Report report;
    char *printed = NULL;
    size_t length = 0;
    report_init(&report);
    listing_init(&listing, columns, arena);
    listing_add(&listing, (const char *[]){"a", "怀化", "x"});
    listing_add(&listing, (const char *[]){"bcdefg", "b", NULL});
    FILE *stream = open_memstream(&printed, &length);
    ck_assert_int_eq(listing_print(&listing, LISTING_TEXT, stream, &report), STATUS_OK);
    fclose(stream);
    ck_assert_str_eq(printed, "city    zh    note\na       怀化  x\nbcdefg  b\n");
    free(printed);
    report_free(&report);
    arena_free(arena);
}

TEST(full_disk) {
    FILE *full = fopen("/dev/full", "w");
    if (!full) return;
    Report report;
    report_init(&report);
    char *const words[] = {(char[]){"parameters"}};
    ck_assert_int_eq(inspect_list(1, words, &registries, full, &report), STATUS_IO);
    ck_assert_uint_eq(report.count, 1);
    report_free(&report);
    fclose(full);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("check tells of every file whether it is in order", check_tells_every_file),
        CLAIM("check --json gives file, line and message of each problem", check_in_json),
        CLAIM("show gives each value with its passport, and what it was before",
              show_has_passports),
        CLAIM("show --diff gives what differs and nothing else", show_difference),
        CLAIM("the dictionaries are listed as text, JSON and Markdown", lists),
        CLAIM("a parameter, reform, indicator and figure is explained with what it rests on",
              explanations),
        CLAIM("words that a verb does not take are told with how to write it", wrong_words),
        CLAIM("a Chinese character is two columns wide", width_of_text),
        CLAIM("the columns of a list line up, Chinese or not", columns_line_up),
        CLAIM("a list that cannot be written whole is status 74", full_disk),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
