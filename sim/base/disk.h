// SPDX-License-Identifier: MIT
// Files and folders that appear whole or not at all, even if the power fails: they are written
// under another name beside their place, brought to the disk, and only then renamed.
#ifndef HXSIM_BASE_DISK_H
#define HXSIM_BASE_DISK_H

#include "base/status.h"

enum { DISK_PATH = 4096 };

// A file on its way; `beside` is its name until then, one of its own.
typedef struct NewFile {
    FILE *stream; // to write to
    const char *file;
    char beside[DISK_PATH];
} NewFile;

// Opens a file that is to stand at `file`, or to replace the ordinary file there. STATUS_NO_OUTPUT
// after a report if it cannot be created there.
Status new_file_open(NewFile *new_file, const char *file, Report *report);

// Closes it and puts it in its place, or leaves nothing of it and what stood there as it was:
// STATUS_IO.
Status new_file_keep(NewFile *new_file, Report *report);

// Closes it and leaves nothing of it.
void new_file_drop(NewFile *new_file);

// Waits until a file, or a folder with all that is below, is on the disk: 0, or -1 and errno.
int disk_sync(const char *path);

// The same of the names in the folder in which `path` stands.
int disk_sync_above(const char *path);

#endif
