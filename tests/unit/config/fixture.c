// SPDX-License-Identifier: MIT
#include "unit/config/fixture.h"

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const LeverParameter shift_table[] = {
    {"moved_share", "share", {0, 1}, {0.05, 0.15, 0.3}, "assumed: half of the claim"},
    {"wage", "yuan", {0, 20000}, {1500, 2385, 4100}, "assumed: a county's advertisement"},
};
const LeverInfo fixture_levers[] = {
    {.name = "shift_visits",
     .about = "moves visits",
     .parameters = shift_table,
     .parameter_count = 2},
    {.name = "share_results", .about = "shares results", .parameters = NULL, .parameter_count = 0},
};

static const char model[] =
    "// a model\n"
    "city = { id = \"tiny\"; name_zh = \"小城\"; name_en = \"Tiny\"; };\n"
    "tables = {\n"
    "    counties = \"counties.csv\"; townships = \"townships.csv\"; facilities = "
    "\"facilities.csv\";\n"
    "    origins = \"origins.csv\"; figures = \"figures.csv\"; parameters = (\"parameters.csv\");\n"
    "};\n"
    "people = {\n"
    "    residents = { value = 17600; unit = \"persons\"; kind = \"external\"; source = "
    "\"tiny-residents\"; };\n"
    "};\n"
    "choice = {\n"
    "    habit_share = { value = 0.35; unit = \"share\"; kind = \"assumed\"; low = 0.2; high = "
    "0.6;\n"
    "        why = \"a guess\"; };\n"
    "};\n"
    "benefit = { resident = { level2 = {\n"
    "    rate = { value = 0.75; unit = \"share\"; kind = \"reported\"; source = \"tiny-rate\"; };\n"
    "}; }; };\n"
    "background = { year_2024 = {\n"
    "    stay_log = { value = -0.031; unit = \"log ratio\"; kind = \"calibrated\"; low = -0.05; "
    "high = 0.0;\n"
    "        why = \"fitted\"; };\n"
    "}; };\n";

static const char scenario[] =
    "base = \"model.cfg\";\n"
    "scenario = {\n"
    "    id = \"north-first\"; title_zh = \"先北后南\"; title_en = \"North first\";\n"
    "    start = \"2022-01-01\"; years = 9; replicates = 3; draws = 7; seed = 41; base_year = "
    "2023;\n"
    "};\n"
    "reforms = (\n"
    "  { lever = \"shift_visits\"; places = (\"north\");\n"
    "    start = { value = \"2024-07-01\"; kind = \"assumed\"; earliest = \"2024-01-01\"; latest = "
    "\"2025-01-01\";\n"
    "        why = \"not printed\"; };\n"
    "    ramp_months = { value = 18; unit = \"months\"; kind = \"assumed\"; low = 6; high = 30; "
    "why = \"slow\"; };\n"
    "    coverage = { value = 0.85; unit = \"share\"; kind = \"reported\"; source = \"tiny-rate\"; "
    "};\n"
    "    moved_share = { value = 0.125; unit = \"share\"; kind = \"assumed\"; low = 0; high = "
    "0.25; why = \"half\"; };\n"
    "  },\n"
    "  { lever = \"share_results\"; places = (\"*\");\n"
    "    start = { value = \"2023-03-01\"; kind = \"reported\"; source = \"tiny-rate\"; };\n"
    "    end = { value = \"2027-03-01\"; kind = \"reported\"; source = \"tiny-rate\"; };\n"
    "    ramp_months = { value = 0; unit = \"months\"; kind = \"reported\"; source = "
    "\"tiny-rate\"; };\n"
    "    coverage = { value = 1; unit = \"share\"; kind = \"reported\"; source = \"tiny-rate\"; "
    "};\n"
    "  }\n"
    ");\n"
    "changes = (\n"
    "  { path = \"choice.habit_share\"; relative = 0.8; why = \"less habit\"; },\n"
    "  { path = \"disease.stroke.stay_days\"; value = 12.5; unit = \"days\"; why = \"longer\"; }\n"
    ");\n";

static const char figures[] =
    "id,value,unit,qualifier,period,place,indicator,kind,role,low,high,source,confidence,note\n"
    "tiny-residents,17600,persons,exact,2021,tiny,residents,external,input,,,a made-up "
    "bulletin,high,\n"
    "tiny-rate,0.75,share,exact,2023,tiny,rate,reported,input,,,a made-up newspaper,printed,\"a, "
    "b\"\n"
    "tiny-visits,5.1,visits per person,about,2023,tiny,visits,reported,state,4.7,5.6,a "
    "paper,printed,\n";

const char *fixture_path(const Fixture *fixture, const char *name, char path[256]) {
    snprintf(path, 256, "%s/%s", fixture->folder, name);
    return path;
}

static char *whole_file(const char *path) {
    FILE *stream = fopen(path, "r");
    ck_assert_msg(stream != NULL, "%s cannot be read; tests run from the root of the repository",
                  path);
    char *text = NULL;
    size_t length = 0;
    ck_assert(getdelim(&text, &length, '\0', stream) >= 0);
    fclose(stream);
    return text;
}

char *fixture_text(const Fixture *fixture, const char *name) {
    char path[256];
    return whole_file(fixture_path(fixture, name, path));
}

void fixture_write(const Fixture *fixture, const char *name, const void *bytes, size_t length) {
    char path[256];
    FILE *stream = fopen(fixture_path(fixture, name, path), "w");
    ck_assert_ptr_nonnull(stream);
    ck_assert_uint_eq(fwrite(bytes, 1, length, stream), length);
    ck_assert_int_eq(fclose(stream), 0);
}

void fixture_write_text(const Fixture *fixture, const char *name, const char *text) {
    fixture_write(fixture, name, text, strlen(text));
}

static bool is_given_in_model(const char *path) {
    return strcmp(path, "people.residents") == 0 ||
           strcmp(path, "benefit.resident.level2.rate") == 0;
}

static void write_parameters(const Fixture *fixture) {
    char path[256];
    FILE *stream = fopen(fixture_path(fixture, "parameters.csv", path), "w");
    ck_assert_ptr_nonnull(stream);
    fputs("section,member,field,value,unit,kind,source,low,high,why\n", stream);
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        ParameterInfo info = parameter_info(i);
        if (is_given_in_model(info.path) || strcmp(info.path, "choice.habit_share") == 0 ||
            strcmp(info.path, "background.2024.stay_log") == 0)
            continue;
        char *first = strchr(info.path, '.'), *last = strrchr(info.path, '.');
        const double width = info.highest - info.lowest;
        const int part = strcmp(info.path, "people.share_60") == 0     ? 32 // above share_65
                         : strcmp(info.path, "people.share_0_15") == 0 ? 4  // for an even pyramid
                                                                       : 64;
        *first = *last = '\0';
        fprintf(stream, "%s,%s,%s,%.17g,%s,assumed,,%.17g,%.17g,made up\n", info.path,
                last > first ? first + 1 : "", last + 1, info.lowest + width / part, info.unit,
                info.lowest, info.lowest + width / (part < 32 ? part : 32));
    }
    ck_assert_int_eq(fclose(stream), 0);
}

void fixture_make(Fixture *fixture) {
    static const char *const tables[] = {"counties.csv", "townships.csv", "facilities.csv",
                                         "origins.csv"};
    strcpy(fixture->folder, "/tmp/hxsim-config-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(fixture->folder));
    fixture_write_text(fixture, "model.cfg", model);
    fixture_write_text(fixture, "scenario.cfg", scenario);
    fixture_write_text(fixture, "figures.csv", figures);
    write_parameters(fixture);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char path[256];
        snprintf(path, sizeof path, "tests/cities/tiny/%s", tables[i]);
        char *text = whole_file(path);
        fixture_write_text(fixture, tables[i], text);
        free(text);
    }
}

static int remove_one(const char *path, const struct stat *about, int type, struct FTW *walk) {
    (void)about, (void)type, (void)walk;
    return remove(path);
}

void fixture_free(Fixture *fixture) {
    nftw(fixture->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void fixture_replace(const Fixture *fixture, const char *name, const char *old, const char *new) {
    char *text = fixture_text(fixture, name);
    char *at = strstr(text, old);
    ck_assert_msg(at != NULL, "%s does not hold: %s", name, old);
    ck_assert_msg(strstr(at + 1, old) == NULL, "%s holds more than once: %s", name, old);
    const size_t room = strlen(text) + strlen(new) + 1;
    char *spoiled = malloc(room);
    snprintf(spoiled, room, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    fixture_write_text(fixture, name, spoiled);
    free(spoiled);
    free(text);
}

Status fixture_read(const Fixture *fixture, const char *name, const char *const *sets,
                    Experiment *experiment, Report *report) {
    char path[256];
    Overrides overrides = {.sets = sets};
    while (sets && sets[overrides.set_count])
        overrides.set_count++;
    report_init(report);
    return experiment_read(experiment, fixture_path(fixture, name, path), &overrides,
                           fixture_levers, FIXTURE_LEVERS, report);
}

bool fixture_told(const Report *report, const char *words) {
    for (size_t i = 0; i < report->count; i++)
        if (strstr(report->messages[i], words)) return true;
    return false;
}

static void expect_slip(const Slip *slip) {
    Fixture fixture;
    Experiment experiment;
    Report report;
    fixture_make(&fixture);
    fixture_replace(&fixture, slip->file, slip->old, slip->new);
    const Status status = fixture_read(&fixture, "scenario.cfg", NULL, &experiment, &report);
    const char *first = report.count ? report.messages[0] : "nothing";
    ck_assert_msg(status == STATUS_INVALID || status == STATUS_NO_INPUT, "'%s' gave status %d",
                  slip->new, (int)status);
    ck_assert_msg(fixture_told(&report, slip->message), "'%s' should tell '%s' but tells '%s'",
                  slip->new, slip->message, first);
    ck_assert_msg(report.count == 1, "'%s' tells %zu problems, the second '%s'", slip->new,
                  report.count, report.count > 1 ? report.messages[1] : "");
    report_free(&report);
    experiment_free(&experiment);
    fixture_free(&fixture);
}

void fixture_expect_slips(const Slip *slips, size_t count) {
    for (size_t i = 0; i < count; i++)
        expect_slip(&slips[i]);
}
