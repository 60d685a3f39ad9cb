// SPDX-License-Identifier: MIT
#include "base/disk.h"

#include "unit/claim.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// ---- a disk that we watch

enum { PLACE_NAME = 200 };

typedef struct Watched {
    int files, folders; // brought to the disk
    int files_while_in_place;
    int breaks; // from the first on
    char place[PLACE_NAME];
} Watched;

static Watched watched;

// Stands for the one of the system.
int fsync(int file) {
    struct stat about;
    if (watched.breaks) {
        errno = EIO;
        return -1;
    }
    ck_assert_int_eq(fstat(file, &about), 0);
    *(S_ISDIR(about.st_mode) ? &watched.folders : &watched.files) += 1;
    watched.files_while_in_place += S_ISREG(about.st_mode) && access(watched.place, F_OK) == 0;
    return 0;
}

// ---- a folder to write into

static char folder[] = "/tmp/hxsim-disk-XXXXXX";

static const char *begin(const char *name) {
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    watched = (Watched){.files = 0};
    strncpy(watched.place, name, PLACE_NAME - 1);
    return name;
}

static void expect_alone(const char *name) {
    char command[400];
    snprintf(command, sizeof command, "test \"$(ls -A '%s')\" = '%s'", folder, name);
    ck_assert_int_eq(system(command), 0);
}

static void end(void) {
    char command[100];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
}

static void write_text(const char *file, const char *text) {
    FILE *stream = fopen(file, "w");
    ck_assert_ptr_nonnull(stream);
    fputs(text, stream);
    ck_assert_int_eq(fclose(stream), 0);
}

static void expect_text(const char *file, const char *text) {
    char found[100] = "";
    FILE *stream = fopen(file, "r");
    ck_assert_ptr_nonnull(stream);
    found[fread(found, 1, sizeof found - 1, stream)] = '\0';
    ck_assert_int_eq(fclose(stream), 0);
    ck_assert_str_eq(found, text);
}

static NewFile opened(const char *file) {
    NewFile new_file;
    Report report;
    report_init(&report);
    ck_assert_int_eq(new_file_open(&new_file, file, &report), STATUS_OK);
    return new_file;
}

// ---- files

TEST(appears_whole) {
    Report report;
    report_init(&report);
    const char *file = begin("table.csv");
    NewFile one = opened(file), other = opened(file);
    ck_assert_str_ne(one.beside, other.beside);
    fputs("one\n", one.stream);
    fputs("other\n", other.stream);
    ck_assert_int_ne(access(file, F_OK), 0);
    ck_assert_int_eq(new_file_keep(&one, &report), STATUS_OK);
    ck_assert_int_eq(watched.files, 1);
    ck_assert_int_eq(watched.files_while_in_place, 0);
    ck_assert_int_eq(watched.folders, 1);
    expect_text(file, "one\n");
    ck_assert_int_eq(new_file_keep(&other, &report), STATUS_OK);
    expect_text(file, "other\n");
    expect_alone(file);
    end();
}

TEST(keeps_the_mode) {
    Report report;
    report_init(&report);
    struct stat about;
    const char *file = begin("table.csv");
    NewFile first = opened(file);
    ck_assert_int_eq(new_file_keep(&first, &report), STATUS_OK);
    ck_assert_int_eq(stat(file, &about), 0);
    ck_assert_uint_eq(about.st_mode & 0777, 0644);
    ck_assert_int_eq(chmod(file, 0640), 0);
    NewFile second = opened(file);
    ck_assert_int_eq(new_file_keep(&second, &report), STATUS_OK);
    ck_assert_int_eq(stat(file, &about), 0);
    ck_assert_uint_eq(about.st_mode & 0777, 0640);
    end();
}

TEST(disk_breaks_off) {
    Report report;
    report_init(&report);
    const char *file = begin("table.csv");
    write_text(file, "before\n");
    NewFile new_file = opened(file);
    fputs("half of it", new_file.stream);
    watched.breaks = 1;
    ck_assert_int_eq(new_file_keep(&new_file, &report), STATUS_IO);
    ck_assert_str_eq(report.messages[0], "table.csv: writing broke off: Input/output error; make "
                                         "room and run again");
    expect_text(file, "before\n");
    expect_alone(file);
    report_free(&report);
    end();
}

TEST(given_up) {
    const char *file = begin("table.csv");
    write_text(file, "before\n");
    NewFile new_file = opened(file);
    fputs("half of it", new_file.stream);
    new_file_drop(&new_file);
    expect_text(file, "before\n");
    expect_alone(file);
    end();
}

TEST(others_leftovers) {
    Report report;
    report_init(&report);
    const char *file = begin("table.csv");
    write_text("table.csv.new", "of somebody else\n");
    NewFile new_file = opened(file);
    ck_assert_int_eq(new_file_keep(&new_file, &report), STATUS_OK);
    expect_text("table.csv.new", "of somebody else\n");
    end();
}

TEST(no_place) {
    static const char *const places[] = {".", "/dev/full", "nowhere/table.csv", ""};
    begin("none");
    for (int i = 0; i < 4; i++) {
        NewFile new_file;
        Report report;
        report_init(&report);
        ck_assert_int_eq(new_file_open(&new_file, places[i], &report), STATUS_NO_OUTPUT);
        ck_assert_uint_eq(report.count, 1);
        report_free(&report);
    }
    expect_alone("");
    end();
}

// ---- folders

TEST(all_that_is_below) {
    begin("none");
    ck_assert_int_eq(mkdir("a", 0755), 0);
    ck_assert_int_eq(mkdir("a/b", 0755), 0);
    write_text("a/1", "1");
    write_text("a/b/2", "2");
    write_text("3", "3");
    ck_assert_int_eq(disk_sync("a"), 0);
    ck_assert_int_eq(watched.files, 2);
    ck_assert_int_eq(watched.folders, 2);
    watched.breaks = 1;
    ck_assert_int_eq(disk_sync("a"), -1);
    ck_assert_int_eq(errno, EIO);
    ck_assert_int_eq(disk_sync("nothing"), -1);
    end();
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a file is on the disk before it has its name, and two at a time do not meet",
              appears_whole),
        CLAIM("a new file may be read by all, and keeps the mode of what it replaces",
              keeps_the_mode),
        CLAIM("when the disk breaks off, what stood there stays and nothing is left beside it",
              disk_breaks_off),
        CLAIM("a file that is given up leaves nothing", given_up),
        CLAIM("a file that somebody else left beside it is not touched", others_leftovers),
        CLAIM("what is no ordinary file, and what has no folder, is refused", no_place),
        CLAIM("a folder is brought to the disk with all that is below it", all_that_is_below),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
