// SPDX-License-Identifier: MIT
#include "report/folder_files.h"

#include <dirent.h>
#include <errno.h>
#include <sha2.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void add_name(FolderFiles *files, const char *name) {
    if (files->count == files->room) {
        const size_t room = files->room ? 2 * files->room : 64;
        const char **names = arena_take(files->arena, room, sizeof *names);
        if (!names) return;
        if (files->count) memcpy(names, files->names, files->count * sizeof *names);
        files->names = names;
        files->room = room;
    }
    files->names[files->count++] = name;
}

static bool is_self_or_parent(const char *name) {
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static Status list_below(FolderFiles *files, const char *folder, const char *prefix,
                         Report *report) {
    const char *path = arena_format(files->arena, "%s/%s", folder, prefix);
    DIR *directory = opendir(path);
    if (!directory)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be listed: %s", path,
                              strerror(errno));
    Status status = STATUS_OK;
    for (struct dirent *entry; status == STATUS_OK && (entry = readdir(directory));) {
        if (is_self_or_parent(entry->d_name)) continue;
        const char *name = arena_format(files->arena, "%s%s", prefix, entry->d_name);
        const char *at = arena_format(files->arena, "%s/%s", folder, name);
        struct stat about;
        if (lstat(at, &about) != 0)
            status = report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be looked at: %s", at,
                                    strerror(errno));
        else if (S_ISDIR(about.st_mode))
            status = list_below(files, folder, arena_format(files->arena, "%s/", name), report);
        else if (S_ISREG(about.st_mode))
            add_name(files, name);
        else
            status = report_problem(report, STATUS_NO_OUTPUT,
                                    "%s: is neither a file nor a folder; move it away", at);
    }
    closedir(directory);
    return status;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

Status folder_files_list(FolderFiles *files, const char *folder, Arena *arena, Report *report) {
    *files = (FolderFiles){.arena = arena};
    const Status status = list_below(files, folder, "", report);
    if (files->count) qsort(files->names, files->count, sizeof *files->names, compare_names);
    if (status != STATUS_OK || !arena_is_short(arena)) return status;
    return report_problem(report, STATUS_NO_MEMORY, "%s: no memory to list its files", folder);
}

Status folder_files_hash(const char *folder, const char *name, char hash[SHA256_TEXT],
                         Report *report) {
    char path[FOLDER_PATH];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (SHA256File(path, hash)) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: cannot be read: %s", path, strerror(errno));
}

Status folder_write(const char *path, FolderText *text, const void *what, int which,
                    Report *report) {
    FILE *stream = fopen(path, "w");
    if (!stream)
        return report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", path,
                              strerror(errno));
    const Status status = text(stream, what, which, report);
    const bool broken = ferror(stream) != 0;
    if (fclose(stream) == 0 && !broken) return status;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s; make room and run again",
                          path, strerror(errno));
}

static bool is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

Status folder_make(const char *folder, Report *report) {
    char path[FOLDER_PATH];
    const size_t length = strlen(folder);
    if (length >= sizeof path)
        return report_problem(report, STATUS_NO_OUTPUT, "the name of the folder is too long: %s",
                              folder);
    for (size_t i = 1; i <= length; i++) {
        if (folder[i] != '/' && folder[i] != '\0') continue;
        memcpy(path, folder, i);
        path[i] = '\0';
        if (mkdir(path, 0777) == 0) continue;
        const int why = errno; // of mkdir, not of the look at what is there
        if (!is_folder(path))
            return report_problem(report, STATUS_NO_OUTPUT,
                                  "%s: cannot be created: %s; name another folder with --out", path,
                                  strerror(why));
    }
    return STATUS_OK;
}

void folder_remove(const char *folder) {
    DIR *directory = opendir(folder);
    if (directory) {
        for (struct dirent *entry; (entry = readdir(directory));) {
            char path[FOLDER_PATH];
            if (is_self_or_parent(entry->d_name)) continue;
            const int length = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
            struct stat about;
            if (length < 0 || length >= (int)sizeof path || lstat(path, &about) != 0) continue;
            if (S_ISDIR(about.st_mode))
                folder_remove(path);
            else
                unlink(path);
        }
        closedir(directory);
    }
    rmdir(folder);
}
