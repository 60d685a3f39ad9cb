// SPDX-License-Identifier: MIT
#include "report/result_folder.h"

#include "base/disk.h"
#include "base/version.h"

#include <errno.h>
#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM_FOR_SUFFIX = 16 };

// Results follow from the inputs and from the rules of the program, so that its folder is named
// after both.
static Status name_folder(ResultFolder *folder, const Experiment *experiment, const char *out,
                          Report *report) {
    char known_by[2 * SHA256_TEXT], hash[SHA256_TEXT];
    snprintf(known_by, sizeof known_by, "%s %s", experiment->inputs_hash, version_sources());
    SHA256Data((const uint8_t *)known_by, strlen(known_by), hash);
    const int length = snprintf(folder->path, sizeof folder->path, "%s/%s-%.8s-s%llu", out,
                                experiment->id, hash, (unsigned long long)experiment->seed);
    if (length > 0 && length < (int)sizeof folder->path - ROOM_FOR_SUFFIX) return STATUS_OK;
    return report_problem(report, STATUS_NO_OUTPUT, "--out: the name of the folder is too long");
}

Status result_folder_look(ResultFolder *folder, const Experiment *experiment, const char *out,
                          const ManifestCharts *charts, bool force, bool *done, Report *report) {
    *folder = (ResultFolder){.stands = false};
    *done = false;
    Status status = name_folder(folder, experiment, out, report);
    struct stat about;
    if (status != STATUS_OK || lstat(folder->path, &about) != 0) return status;
    if (!S_ISDIR(about.st_mode))
        return report_problem(report, STATUS_NO_OUTPUT,
                              "%s: is not a folder; move it away, or name another one with --out",
                              folder->path);
    status = manifest_check_ours(folder->path, report);
    if (status != STATUS_OK) return status;
    folder->stands = true;
    if (force) return STATUS_OK;
    status = manifest_check_whole(folder->path, experiment, report);
    *done = status == STATUS_OK && manifest_has_charts(folder->path, charts) &&
            !manifest_is_interrupted(folder->path);
    return status;
}

Status result_folder_begin(ResultFolder *folder, Report *report) {
    char above[FOLDER_PATH];
    snprintf(above, sizeof above, "%s", folder->path);
    *strrchr(above, '/') = '\0';
    const Status status = folder_make(*above ? above : "/", report);
    if (status != STATUS_OK) return status;

    snprintf(folder->work, sizeof folder->work, "%.*s.XXXXXX",
             (int)sizeof folder->work - ROOM_FOR_SUFFIX, folder->path);
    if (mkdtemp(folder->work) && chmod(folder->work, 0755) == 0) return STATUS_OK;
    folder->work[0] = '\0';
    return report_problem(report, STATUS_NO_OUTPUT,
                          "%s: nothing can be created there: %s; name another folder with --out",
                          above, strerror(errno));
}

// On the disk before it has its name, so that a folder with this name is whole.
static Status bring_to_disk(const ResultFolder *folder, Report *report) {
    if (disk_sync(folder->work) == 0) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s; make room and run again",
                          folder->path, strerror(errno));
}

static Status cannot_move(const ResultFolder *folder, Report *report) {
    return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be put in its place: %s",
                          folder->path, strerror(errno));
}

// What stands there goes aside, and comes back if the new one cannot take its place.
static Status replace(ResultFolder *folder, Report *report) {
    char aside[FOLDER_PATH];
    snprintf(aside, sizeof aside, "%.*s.old", (int)sizeof aside - ROOM_FOR_SUFFIX, folder->work);
    if (rename(folder->path, aside) != 0) return cannot_move(folder, report);
    if (rename(folder->work, folder->path) != 0) {
        const Status status = cannot_move(folder, report);
        rename(aside, folder->path);
        return status;
    }
    folder_remove(aside);
    return STATUS_OK;
}

Status result_folder_keep(ResultFolder *folder, Report *report) {
    Status status = bring_to_disk(folder, report);
    if (status != STATUS_OK) return status;
    if (folder->stands)
        status = replace(folder, report);
    else if (rename(folder->work, folder->path) != 0)
        status = cannot_move(folder, report);
    if (status != STATUS_OK) return status;
    folder->work[0] = '\0';
    disk_sync_above(folder->path); // if it fails, the folder is whole all the same
    return STATUS_OK;
}

void result_folder_drop(ResultFolder *folder) {
    if (folder->work[0]) folder_remove(folder->work);
    folder->work[0] = '\0';
}

Status result_folder_print(const ResultFolder *folder, const char *name, FILE *out,
                           Report *report) {
    char path[FOLDER_PATH], part[4096];
    snprintf(path, sizeof path, "%.*s/%s", FOLDER_PATH - 96, folder->path, name);
    FILE *stream = fopen(path, "r");
    if (!stream)
        return report_problem(report, STATUS_IO, "%s: cannot be read: %s", path, strerror(errno));
    for (size_t size; (size = fread(part, 1, sizeof part, stream)) > 0;)
        fwrite(part, 1, size, out);
    fclose(stream);
    if (fflush(out) == 0 && !ferror(out)) return STATUS_OK;
    return report_problem(report, STATUS_IO,
                          "the table cannot be printed whole; the results are in %s", folder->path);
}
