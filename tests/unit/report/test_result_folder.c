// SPDX-License-Identifier: MIT
#include "base/version.h"
#include "report/manifest.h"
#include "report/result_folder.h"
#include "unit/claim.h"
#include "unit/report/result_bench.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static const ManifestCharts no_charts = {.asked = "none"};

// Writes a whole folder with two files.
static void write_folder(ResultBench *bench, ResultFolder *folder) {
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
static void expect_nothing_there(ResultBench *bench, ResultFolder *folder) {
    bool done;
    ck_assert_int_eq(result_folder_look(folder, &bench->experiment, bench->workshop.folder,
                                        &no_charts, false, &done, &bench->report),
                     STATUS_OK);
    ck_assert(!done && !folder->stands);
}

// Looks again, and expects this status and these words in its one message.
static void expect_look(ResultBench *bench, bool force, Status expected, const char *words) {
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
    ResultBench bench;
    ResultFolder folder;
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    ck_assert_str_eq(strrchr(folder.path, '/'), "/trial-6cd8cf40-s7");
    ck_assert_uint_eq(workshop_count(&bench.workshop), 1);
    result_bench_close(&bench);
}

TEST(whole) {
    ResultBench bench;
    ResultFolder folder;
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    expect_look(&bench, false, STATUS_OK, NULL);
    expect_look(&bench, true, STATUS_OK, NULL);
    result_bench_close(&bench);
}

TEST(edited) {
    ResultBench bench;
    ResultFolder folder;
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    overwrite(&folder, "inputs/b.csv", "19\n");
    expect_look(&bench, false, STATUS_NO_OUTPUT, "inputs/b.csv was edited");
    expect_look(&bench, true, STATUS_OK, NULL);
    result_bench_close(&bench);
}

TEST(incomplete) {
    ResultBench bench;
    ResultFolder folder;
    char path[FOLDER_PATH];
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    snprintf(path, sizeof path, "%.400s/a.csv", folder.path);
    unlink(path);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "incomplete: a.csv is missing");
    result_bench_close(&bench);
}

TEST(edited_manifest) {
    ResultBench bench;
    ResultFolder folder;
    char name[WORKSHOP_PATH];
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    snprintf(name, sizeof name, "%s/" MANIFEST_NAME, strrchr(folder.path, '/') + 1);
    size_t length;
    char *text = workshop_read(&bench.workshop, name, &length);
    *strstr(text, "\"seed\": 7") = ' ';
    char *seed = strstr(text, "seed\": 7");
    memcpy(seed - 1, "\"seed\": 8", 9);
    overwrite(&folder, MANIFEST_NAME, text);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "manifest.json was edited");
    free(text);
    result_bench_close(&bench);
}

TEST(other_inputs) {
    ResultBench bench;
    ResultFolder folder, other;
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    bench.experiment.inputs_hash[63] = 'e';
    expect_nothing_there(&bench, &other);
    ck_assert_int_eq(rename(folder.path, other.path), 0);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "results of other inputs");
    result_bench_close(&bench);
}

TEST(other_sources) {
    ResultBench bench;
    ResultFolder folder, other;
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    sources[63] = 'e';
    expect_nothing_there(&bench, &other);
    ck_assert_str_ne(folder.path, other.path);
    ck_assert_int_eq(rename(folder.path, other.path), 0);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "was written by an hxsim of other sources");
    result_bench_close(&bench);
}

TEST(broken_disk) {
    ResultBench bench;
    ResultFolder folder;
    result_bench_open(&bench);
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
    result_bench_close(&bench);
}

TEST(strangers) {
    ResultBench bench;
    ResultFolder folder;
    result_bench_open(&bench);
    write_folder(&bench, &folder);
    overwrite(&folder, "my-notes.txt", "not to be lost\n");
    expect_look(&bench, false, STATUS_NO_OUTPUT, "my-notes.txt: was not written by hxsim");
    expect_look(&bench, true, STATUS_NO_OUTPUT, "my-notes.txt: was not written by hxsim");
    result_bench_close(&bench);
}

TEST(not_ours) {
    ResultBench bench;
    ResultFolder folder;
    result_bench_open(&bench);
    expect_nothing_there(&bench, &folder);
    ck_assert_int_eq(mkdir(folder.path, 0755), 0);
    expect_look(&bench, false, STATUS_NO_OUTPUT, "incomplete or not ours");
    expect_look(&bench, true, STATUS_NO_OUTPUT, "incomplete or not ours");
    ck_assert_int_eq(rmdir(folder.path), 0);
    workshop_write(&bench.workshop, strrchr(folder.path, '/') + 1, "a file");
    expect_look(&bench, true, STATUS_NO_OUTPUT, "is not a folder");
    result_bench_close(&bench);
}

TEST(replaced) {
    ResultBench bench;
    ResultFolder folder;
    bool done;
    result_bench_open(&bench);
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
    result_bench_close(&bench);
}

TEST(charts) {
    ResultBench bench;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    workshop_path(&bench.workshop, "folder", path);
    ck_assert_int_eq(mkdir(path, 0755), 0);
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
    result_bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
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
