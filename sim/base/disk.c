// SPDX-License-Identifier: MIT
#include "base/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDERS_HELD_OPEN = 16 };

// Some file systems cannot sync a folder, and say so: there is nothing to wait for.
static int sync_one(const char *path, const struct stat *about, int type, struct FTW *place) {
    (void)about, (void)type, (void)place;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    const int failed = fsync(file) != 0 && errno != EINVAL && errno != ENOTSUP;
    const int why = errno;
    close(file);
    errno = why;
    return failed ? -1 : 0;
}

int disk_sync(const char *path) {
    return nftw(path, sync_one, FOLDERS_HELD_OPEN, FTW_PHYS | FTW_DEPTH);
}

int disk_sync_above(const char *path) {
    char above[DISK_PATH];
    const char *last = strrchr(path, '/');
    const int length = last ? (int)(last - path) : 0;
    snprintf(above, sizeof above, "%.*s", length, path);
    return sync_one(length ? above : last ? "/" : ".", NULL, 0, NULL);
}

// The mode of what is replaced, or that of any new file.
static int create_beside(NewFile *new_file) {
    struct stat about = {.st_mode = S_IFREG | 0644};
    if (stat(new_file->file, &about) == 0 && !S_ISREG(about.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (snprintf(new_file->beside, DISK_PATH, "%s.XXXXXX", new_file->file) >= DISK_PATH) {
        errno = ENAMETOOLONG;
        return -1;
    }
    if (!*new_file->file) {
        errno = ENOENT;
        return -1;
    }
    const int file = mkstemp(new_file->beside);
    if (file >= 0) fchmod(file, about.st_mode & 0777);
    return file;
}

Status new_file_open(NewFile *new_file, const char *file, Report *report) {
    *new_file = (NewFile){.file = file};
    const int created = create_beside(new_file);
    if (created >= 0) new_file->stream = fdopen(created, "w");
    if (new_file->stream) return STATUS_OK;
    const int why = errno;
    if (created >= 0) {
        close(created);
        remove(new_file->beside);
    }
    return report_problem(report, STATUS_NO_OUTPUT,
                          "%s: cannot be written: %s; name an ordinary file", file,
                          why == EISDIR ? "it is no ordinary file" : strerror(why));
}

Status new_file_keep(NewFile *new_file, Report *report) {
    int failed = ferror(new_file->stream) || fflush(new_file->stream) != 0 ||
                 fsync(fileno(new_file->stream)) != 0;
    int why = errno;
    if (fclose(new_file->stream) != 0 && !failed) {
        failed = 1;
        why = errno;
    }
    new_file->stream = NULL;
    if (!failed && rename(new_file->beside, new_file->file) == 0) {
        disk_sync_above(new_file->file); // if it fails, the file is whole all the same
        return STATUS_OK;
    }
    if (!failed) why = errno;
    remove(new_file->beside);
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s; make room and run again",
                          new_file->file, strerror(why));
}

void new_file_drop(NewFile *new_file) {
    if (new_file->stream) fclose(new_file->stream);
    new_file->stream = NULL;
    remove(new_file->beside);
}
