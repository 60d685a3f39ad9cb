// SPDX-License-Identifier: MIT
#include "base/share.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { ROOM_FOR_NAME = 64 };

void share_find(char path[SHARE_PATH], const char *name) {
    static const char *const places[] = {"", "/../share/hxsim"};
    snprintf(path, SHARE_PATH, "%s", name);
    char program[SHARE_PATH - ROOM_FOR_NAME];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (access(path, R_OK) == 0 || length <= 0) return;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (slash) *slash = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        snprintf(path, SHARE_PATH, "%s%s/%s", program, places[i], name);
        if (access(path, R_OK) == 0) return;
    }
}
