// SPDX-License-Identifier: MIT
// The files below a folder: their names in order, their hashes, and their end.
#ifndef HXSIM_REPORT_FOLDER_FILES_H
#define HXSIM_REPORT_FOLDER_FILES_H

#include "base/arena.h"
#include "base/status.h"

#include <stddef.h>
#include <stdio.h>

enum { FOLDER_PATH = 4096, SHA256_TEXT = 65 };

typedef struct FolderFiles {
    const char **names; // relative to the folder, "charts/fan.png", in the order of their bytes
    size_t count, room;
    Arena *arena;
} FolderFiles;

// Lists every file below a folder; anything that is neither file nor folder is told as a problem.
Status folder_files_list(FolderFiles *files, const char *folder, Arena *arena, Report *report);

// The SHA-256 of one of them as 64 hexadecimal digits.
Status folder_files_hash(const char *folder, const char *name, char hash[SHA256_TEXT],
                         Report *report);

// Makes a folder and those above it that are missing.
Status folder_make(const char *folder, Report *report);

// Writes the text `which` of something; what goes wrong with the stream is not its matter.
typedef Status FolderText(FILE *stream, const void *what, int which, Report *report);

// Makes the file `path` of it.
Status folder_write(const char *path, FolderText *text, const void *what, int which,
                    Report *report);

// Removes a folder with all that is in it; what cannot be removed stays.
void folder_remove(const char *folder);

#endif
