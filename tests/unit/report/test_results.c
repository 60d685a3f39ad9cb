// SPDX-License-Identifier: MIT
#include "base/version.h"
#include "report/csv.h"
#include "report/manifest.h"
#include "report/result_folder.h"
#include "report/result_tables.h"
#include "unit/claim.h"
#include "unit/report/made_up_results.h"
#include "unit/report/workshop.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

// Stands for the library's own: a program built from what we like.
static char sources[] = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";
const char *version_sources(void) {
    return sources;
}

// Stands for the system's: the results that it brings to the disk, until it breaks.
static int on_the_disk, disk_breaks;
int fsync(int file) {
    struct stat about;
    if (disk_breaks) {
        errno = ENOSPC;
        return -1;
    }
    on_the_disk += fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    return 0;
}

// A run to be written, and a folder to write into.
typedef struct Bench {
    MadeUpResults made;
    Experiment experiment;
    Workshop workshop;
    Report report;
} Bench;

static void bench_open(Bench *bench) {
    made_up_results_open(&bench->made);
    bench->experiment = (Experiment){.id = "trial",
                                     .title_zh = "试验",
                                     .title_en = "Trial",
                                     .city = *bench->made.city,
                                     .years = 2,
                                     .base_year = 2024,
                                     .replicates = 1,
                                     .scale = MADE_UP_SCALE,
                                     .seed = 7};
    memcpy(bench->experiment.inputs_hash, hash, sizeof hash);
    workshop_open(&bench->workshop);
    report_init(&bench->report);
}

static void bench_close(Bench *bench) {
    folder_remove(bench->workshop.folder);
    report_free(&bench->report);
    made_up_results_close(&bench->made);
}

static char *path_in(const Bench *bench, const char *name, char path[WORKSHOP_PATH]) {
    workshop_path(&bench->workshop, name, path);
    return path;
}

static char *text_of(const Bench *bench, const char *name) {
    size_t length;
    return workshop_read(&bench->workshop, name, &length);
}

// ---- CSV

TEST(cells) {
    Bench bench;
    char path[WORKSHOP_PATH];
    bench_open(&bench);
    Csv csv;
    ck_assert_int_eq(csv_open(&csv, path_in(&bench, "a.csv", path), "a,b", &bench.report),
                     STATUS_OK);
    csv_text(&csv, "怀化");
    csv_text(&csv, "a \"b\", c");
    csv_end_row(&csv);
    csv_number(&csv, 0.1);
    csv_number(&csv, 91.25);
    csv_number(&csv, 1e6);
    csv_whole(&csv, -12345678901);
    csv_fen(&csv, -123405);
    csv_end_row(&csv);
    ck_assert_int_eq(csv_close(&csv, &bench.report), STATUS_OK);
    char *text = text_of(&bench, "a.csv");
    ck_assert_str_eq(text, "\xEF\xBB\xBF"
                           "a,b\r\n怀化,\"a \"\"b\"\", c\"\r\n"
                           "0.1,91.25,1000000,-12345678901,-1234.05\r\n");
    free(text);
    bench_close(&bench);
}

TEST(full_disk) {
    Bench bench;
    bench_open(&bench);
    Csv csv;
    ck_assert_int_eq(csv_open(&csv, "/dev/full", "a", &bench.report), STATUS_OK);
    ck_assert_int_eq(csv_close(&csv, &bench.report), STATUS_IO);
    ck_assert_str_eq(
        bench.report.messages[0],
        "/dev/full: writing broke off: No space left on device; make room and run again");
    bench_close(&bench);
}

// ---- tables

static void write_indicators(Bench *bench, IndicatorValues *values, const char *path) {
    ck_assert_int_eq(
        indicator_values_init(values, &bench->experiment.city, 2023, 2, 2, &bench->report), 0);
    for (int r = 0; r < 2; r++)
        ck_assert_int_eq(indicator_values_fill(values, r, &bench->made.results, &bench->report), 0);
    ck_assert_int_eq(result_tables_indicators(values, &bench->experiment, path, &bench->report), 0);
}

TEST(indicator_rows) {
    Bench bench;
    IndicatorValues values;
    char path[WORKSHOP_PATH];
    bench_open(&bench);
    write_indicators(&bench, &values, path_in(&bench, "indicators.csv", path));
    char *text = text_of(&bench, "indicators.csv");
    const char *const rows[] = {
        "trial,central,hill,,,,,2024,total_visits,2937,visits\r\n",
        "trial,central,hill,village_clinic,,,,2024,total_visits,1263,visits\r\n",
        "trial,central,made-up,,,,65-74,2024,visits_per_person,0.2,visits per person-year\r\n",
        "trial,central,hill,,,,,2024,foregone_care,11.73469388,percent\r\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(strstr(text, rows[i]) != NULL, "this row is missing: %s", rows[i]);
    ck_assert_msg(!strstr(text, ",nan,"), "a share of nothing was written");
    free(text);
    indicator_values_free(&values);
    bench_close(&bench);
}

TEST(read_back) {
    Bench bench;
    IndicatorValues values, again;
    char path[WORKSHOP_PATH];
    bench_open(&bench);
    write_indicators(&bench, &values, path_in(&bench, "indicators.csv", path));
    for (size_t i = 0; i < values.count; i++)
        values.value[i] += 0.25 * (double)(i % 7);
    indicator_values_sum_up(&values);
    ck_assert_int_eq(result_tables_indicators(&values, &bench.experiment, path, &bench.report), 0);
    ck_assert_int_eq(
        indicator_values_init(&again, &bench.experiment.city, 2023, 2, 2, &bench.report), 0);
    ck_assert_int_eq(result_tables_read_indicators(&again, path, &bench.report), STATUS_OK);
    size_t numbers = 0;
    for (size_t i = 0; i < values.count; i++) {
        ck_assert_int_eq(isnan(values.central[i]), isnan(again.central[i]));
        ck_assert_int_eq(isnan(values.error[i]), isnan(again.error[i]));
        if (isnan(values.central[i])) continue;
        ck_assert_double_eq(values.central[i], again.central[i]);
        ck_assert_double_eq(values.error[i], again.error[i]);
        numbers++;
    }
    ck_assert_uint_gt(numbers, 500);
    indicator_values_free(&values);
    indicator_values_free(&again);
    bench_close(&bench);
}

TEST(flow_rows) {
    Bench bench;
    char path[WORKSHOP_PATH];
    bench_open(&bench);
    ck_assert_int_eq(result_tables_flows(&bench.made.results, &bench.experiment,
                                         path_in(&bench, "flows.csv", path), &bench.report),
                     STATUS_OK);
    char *text = text_of(&bench, "flows.csv");
    const char *const rows[] = {
        "trial,central,2024,hill,hill,river,,city_hospital,visit,177\r\n",
        "trial,central,2024,hill,hill,river,,city_hospital,admission,69\r\n",
        "trial,central,2024,elsewhere,hill,outside,,outside_other_province,visit,291\r\n",
        "trial,central,2024,elsewhere,elsewhere,river,,city_hospital,visit,87\r\n",
        "trial,central,2024,,hill,,,pharmacy,first_choice,366\r\n",
        "trial,central,2024,hill,hill,,township_centre,county_general,way_to_bed,93\r\n",
        "trial,central,2024,elsewhere,hill,,city_hospital,city_hospital,way_to_bed,15\r\n",
        "trial,central,2024-02,,,hill,,village_clinic,visit,1263\r\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(strstr(text, rows[i]) != NULL, "this row is missing: %s", rows[i]);
    free(text);
    bench_close(&bench);
}

TEST(ledger_rows) {
    Bench bench;
    char path[WORKSHOP_PATH];
    bench_open(&bench);
    ck_assert_int_eq(result_tables_ledger(&bench.made.results, &bench.experiment,
                                          path_in(&bench, "ledger.csv", path), &bench.report),
                     STATUS_OK);
    char *text = text_of(&bench, "ledger.csv");
    const char *const rows[] = {
        "trial,central,2024,charge,,,,city_hospital,river,drug,90.00\r\n",
        "trial,central,2024,account,own_pocket,resident,,,,,-593.31\r\n",
        "trial,central,2024,account,receipts,,,city_hospital,river,,593.31\r\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(strstr(text, rows[i]) != NULL, "this row is missing: %s", rows[i]);
    free(text);
    bench_close(&bench);
}

// ---- the folder

static const ManifestCharts no_charts = {.asked = "none"};

// Writes a whole folder with two files.
static void write_folder(Bench *bench, ResultFolder *folder) {
    bool done;
    char path[FOLDER_PATH];
    ck_assert_int_eq(result_folder_look(folder, &bench->experiment, bench->workshop.folder,
                                        &no_charts, false, &done, &bench->report),
                     STATUS_OK);
    ck_assert(!done);
    ck_assert_int_eq(result_folder_begin(folder, &bench->report), STATUS_OK);
    snprintf(path, sizeof path, "%.400s/inputs", folder->work);
    ck_assert_int_eq(folder_make(path, &bench->report), STATUS_OK);
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%.400s/%s", folder->work, i ? "inputs/b.csv" : "a.csv");
        FILE *stream = fopen(path, "w");
        fprintf(stream, "%d\n", 17 + i);
        fclose(stream);
    }
    ck_assert_int_eq(manifest_write(folder->work, &bench->experiment, &no_charts, &bench->report),
                     STATUS_OK);
    ck_assert_int_eq(result_folder_keep(folder, &bench->report), STATUS_OK);
    result_folder_drop(folder);
}

// Where the results would be.
static void expect_nothing_there(Bench *bench, ResultFolder *folder) {
    bool done;
    ck_assert_int_eq(result_folder_look(folder, &bench->experiment, bench->workshop.folder,
                                        &no_charts, false, &done, &bench->report),
                     STATUS_OK);
    ck_assert(!done && !folder->stands);
}

// Looks again, and expects this status and these words in its one message.
static void expect_look(Bench *bench, bool force, Status expected, const char *words) {
    ResultFolder folder;
    bool done;
    report_free(&bench->report);
    ck_assert_int_eq(result_folder_look(&folder, &bench->experiment, bench->workshop.folder,
                                        &no_charts, force, &done, &bench->report),
                     expected);
    ck_assert_uint_eq(bench->report.count, expected == STATUS_OK ? 0 : 1);
    if (expected == STATUS_OK) ck_assert_int_eq(done, !force);
    if (words)
        ck_assert_msg(strstr(bench->report.messages[0], words) != NULL, "it says: %s",
                      bench->report.messages[0]);
}

static void overwrite(const ResultFolder *folder, const char *name, const char *text) {
    char path[FOLDER_PATH];
    snprintf(path, sizeof path, "%.400s/%s", folder->path, name);
    FILE *stream = fopen(path, "w");
    ck_assert_ptr_nonnull(stream);
    fputs(text, stream);
    fclose(stream);
}

TEST(name) {
    Bench bench;
    ResultFolder folder;
    bench_open(&bench);
    write_folder(&bench, &folder);
    ck_assert_str_eq(strrchr(folder.path, '/'), "/trial-6cd8cf40-s7");
    ck_assert_uint_eq(workshop_count(&bench.workshop), 1);
    bench_close(&bench);
}

TEST(whole) {
    Bench bench;
    ResultFolder folder;
    bench_open(&bench);
    write_folder(&bench, &folder);
    expect_look(&bench, false, STATUS_OK, NULL);
    expect_look(&bench, true, STATUS_OK, NULL);
    bench_close(&bench);
}

TEST(edited) {
    Bench bench;
    ResultFolder folder;
    bench_open(&bench);
    write_folder(&bench, &folder);
    overwrite(&folder, "inputs/b.csv", "19\n");
    expect_look(&bench, false, STATUS_NO_OUTPUT, "inputs/b.csv was edited");
    expect_look(&bench, true, STATUS_OK, NULL);
    bench_close(&bench);
}

TEST(incomplete) {
    Bench bench;
    ResultFolder folder;
    char path[FOLDER_PATH];
    bench_open(&bench);
    write_folder(&bench, &folder);
    snprintf(path, sizeof path, "%.400s/a.csv", folder.path);
    unlink(path);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "incomplete: a.csv is missing");
    bench_close(&bench);
}

TEST(edited_manifest) {
    Bench bench;
    ResultFolder folder;
    char name[WORKSHOP_PATH];
    bench_open(&bench);
    write_folder(&bench, &folder);
    snprintf(name, sizeof name, "%s/" MANIFEST_NAME, strrchr(folder.path, '/') + 1);
    char *text = text_of(&bench, name);
    *strstr(text, "\"seed\": 7") = ' ';
    char *seed = strstr(text, "seed\": 7");
    memcpy(seed - 1, "\"seed\": 8", 9);
    overwrite(&folder, MANIFEST_NAME, text);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "manifest.json was edited");
    free(text);
    bench_close(&bench);
}

TEST(other_inputs) {
    Bench bench;
    ResultFolder folder, other;
    bench_open(&bench);
    write_folder(&bench, &folder);
    bench.experiment.inputs_hash[63] = 'e';
    expect_nothing_there(&bench, &other);
    ck_assert_int_eq(rename(folder.path, other.path), 0);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "results of other inputs");
    bench_close(&bench);
}

TEST(other_sources) {
    Bench bench;
    ResultFolder folder, other;
    bench_open(&bench);
    write_folder(&bench, &folder);
    sources[63] = 'e';
    expect_nothing_there(&bench, &other);
    ck_assert_str_ne(folder.path, other.path);
    ck_assert_int_eq(rename(folder.path, other.path), 0);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "was written by an hxsim of other sources");
    bench_close(&bench);
}

TEST(broken_disk) {
    Bench bench;
    ResultFolder folder;
    bench_open(&bench);
    write_folder(&bench, &folder);
    ck_assert_int_eq(on_the_disk, 3); // two files and the manifest

    expect_look(&bench, true, STATUS_OK, NULL);
    ck_assert_int_eq(result_folder_begin(&folder, &bench.report), STATUS_OK);
    ck_assert_int_eq(manifest_write(folder.work, &bench.experiment, &no_charts, &bench.report),
                     STATUS_OK);
    disk_breaks = 1;
    ck_assert_int_eq(result_folder_keep(&folder, &bench.report), STATUS_IO);
    result_folder_drop(&folder);
    ck_assert_uint_eq(workshop_count(&bench.workshop), 1);
    expect_look(&bench, false, STATUS_OK, NULL);
    bench_close(&bench);
}

TEST(strangers) {
    Bench bench;
    ResultFolder folder;
    bench_open(&bench);
    write_folder(&bench, &folder);
    overwrite(&folder, "my-notes.txt", "not to be lost\n");
    expect_look(&bench, false, STATUS_NO_OUTPUT, "my-notes.txt: was not written by hxsim");
    expect_look(&bench, true, STATUS_NO_OUTPUT, "my-notes.txt: was not written by hxsim");
    bench_close(&bench);
}

TEST(not_ours) {
    Bench bench;
    ResultFolder folder;
    bench_open(&bench);
    expect_nothing_there(&bench, &folder);
    ck_assert_int_eq(mkdir(folder.path, 0755), 0);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "incomplete or not ours");
    expect_look(&bench, true, STATUS_NO_OUTPUT, "incomplete or not ours");
    ck_assert_int_eq(rmdir(folder.path), 0);
    workshop_write(&bench.workshop, strrchr(folder.path, '/') + 1, "a file");
    expect_look(&bench, true, STATUS_NO_OUTPUT, "is not a folder");
    bench_close(&bench);
}

TEST(replaced) {
    Bench bench;
    ResultFolder folder;
    bool done;
    bench_open(&bench);
    write_folder(&bench, &folder);
    ck_assert_int_eq(result_folder_look(&folder, &bench.experiment, bench.workshop.folder,
                                        &no_charts, true, &done, &bench.report),
                     STATUS_OK);
    ck_assert_int_eq(result_folder_begin(&folder, &bench.report), STATUS_OK);
    ck_assert_uint_eq(workshop_count(&bench.workshop), 2);
    result_folder_drop(&folder);
    expect_look(&bench, false, STATUS_OK, NULL);

    ck_assert_int_eq(result_folder_begin(&folder, &bench.report), STATUS_OK);
    ck_assert_int_eq(manifest_write(folder.work, &bench.experiment, &no_charts, &bench.report),
                     STATUS_OK);
    ck_assert_int_eq(result_folder_keep(&folder, &bench.report), STATUS_OK);
    ck_assert_uint_eq(workshop_count(&bench.workshop), 1);
    char path[FOLDER_PATH];
    snprintf(path, sizeof path, "%.400s/a.csv", folder.path);
    ck_assert_int_ne(access(path, F_OK), 0);
    bench_close(&bench);
}

TEST(charts) {
    Bench bench;
    char path[WORKSHOP_PATH];
    bench_open(&bench);
    mkdir(path_in(&bench, "folder", path), 0755);
    const ManifestCharts chinese = {.asked = "auto", .in_language = {[LANGUAGE_ZH] = true}};
    const ManifestCharts english = {.asked = "auto", .in_language = {[LANGUAGE_EN] = true}};
    const ManifestCharts fan = {.asked = "fan", .in_language = {[LANGUAGE_ZH] = true}};
    ck_assert_int_eq(manifest_write(path, &bench.experiment, &chinese, &bench.report), STATUS_OK);
    ck_assert(manifest_has_charts(path, &chinese));
    ck_assert(manifest_has_charts(path, &fan));
    ck_assert(manifest_has_charts(path, &no_charts));
    ck_assert(!manifest_has_charts(path, &english));
    ck_assert_int_eq(manifest_write(path, &bench.experiment, &no_charts, &bench.report), STATUS_OK);
    ck_assert(!manifest_has_charts(path, &chinese));
    bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a table is UTF-8 with its mark, quoted after RFC 4180, and reads back exactly",
              cells),
        CLAIM("a full disk is told when the table is closed", full_disk),
        CLAIM("each value of an indicator is a row, and what cannot be divided is none",
              indicator_rows),
        CLAIM("values read back from the table are the same bits", read_back),
        CLAIM("a flow row carries residence, insurance and institution", flow_rows),
        CLAIM("the books are weighted and written in yuan to the fen", ledger_rows),
        CLAIM("a folder is named after scenario, inputs and program, and seed, and stands alone",
              name),
        CLAIM("a whole folder of the same inputs needs no run, unless forced", whole),
        CLAIM("a folder with an edited file is refused and named; force replaces it", edited),
        CLAIM("a folder that lacks a file is refused", incomplete),
        CLAIM("an edited manifest is found out by its seal", edited_manifest),
        CLAIM("results of other inputs are not taken for these", other_inputs),
        CLAIM("results are on the disk before they have their name; if it breaks, what stood stays",
              broken_disk),
        CLAIM("results of other rules lie elsewhere, and are not taken for these", other_sources),
        CLAIM("a file that a person put there is never removed, force or not", strangers),
        CLAIM("what has no manifest is not ours and stays, force or not", not_ours),
        CLAIM("what stands is replaced only by a whole folder", replaced),
        CLAIM("a folder whose charts lack the language asked for is drawn again", charts),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
