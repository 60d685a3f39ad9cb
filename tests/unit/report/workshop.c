// SPDX-License-Identifier: MIT
#include "unit/report/workshop.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void workshop_open(Workshop *workshop) {
    const char *place = getenv("TMPDIR");
    snprintf(workshop->folder, sizeof workshop->folder, "%.400s/hxsim-test-XXXXXX",
             place && place[0] ? place : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(workshop->folder));
}

// The next file of a folder, or NULL.
static const char *next_file(DIR *folder) {
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return entry->d_name;
    return NULL;
}

void workshop_close(Workshop *workshop) {
    DIR *folder = opendir(workshop->folder);
    ck_assert_ptr_nonnull(folder);
    for (const char *name; (name = next_file(folder)) != NULL;) {
        char path[WORKSHOP_PATH];
        workshop_path(workshop, name, path);
        unlink(path);
    }
    closedir(folder);
    ck_assert_int_eq(rmdir(workshop->folder), 0);
}

size_t workshop_count(const Workshop *workshop) {
    size_t count = 0;
    DIR *folder = opendir(workshop->folder);
    ck_assert_ptr_nonnull(folder);
    while (next_file(folder))
        count++;
    closedir(folder);
    return count;
}

void workshop_path(const Workshop *workshop, const char *name, char path[WORKSHOP_PATH]) {
    const int length = snprintf(path, WORKSHOP_PATH, "%s/%s", workshop->folder, name);
    ck_assert_int_lt(length, WORKSHOP_PATH);
}

void workshop_write(const Workshop *workshop, const char *name, const char *text) {
    char path[WORKSHOP_PATH];
    workshop_path(workshop, name, path);
    FILE *stream = fopen(path, "wb");
    ck_assert_ptr_nonnull(stream);
    fputs(text, stream);
    ck_assert_int_eq(fclose(stream), 0);
}

bool workshop_has(const Workshop *workshop, const char *name) {
    char path[WORKSHOP_PATH];
    workshop_path(workshop, name, path);
    return access(path, F_OK) == 0;
}

char *workshop_read(const Workshop *workshop, const char *name, size_t *length) {
    char path[WORKSHOP_PATH];
    workshop_path(workshop, name, path);
    FILE *stream = fopen(path, "rb");
    ck_assert_msg(stream != NULL, "%s is missing", name);
    ck_assert_int_eq(fseek(stream, 0, SEEK_END), 0);
    *length = (size_t)ftell(stream);
    rewind(stream);
    char *bytes = calloc(*length + 1, 1);
    ck_assert_ptr_nonnull(bytes);
    ck_assert_uint_eq(fread(bytes, 1, *length, stream), *length);
    fclose(stream);
    return bytes;
}
