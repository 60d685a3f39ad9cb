// SPDX-License-Identifier: MIT
#define _GNU_SOURCE 1 // posix_spawn_file_actions_addchdir_np
#include "report/gnuplot.h"

#include "base/wall_clock.h"
#include "report/chart_font.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGE = 240, VARIABLE = 1024, PROBE_SECONDS = 20 };

#define INSTALL_GNUPLOT "install it: sudo apt-get install gnuplot-nox"

// What gnuplot may know of our environment: where programs and fonts are, and that text is UTF-8.
typedef struct Environment {
    char variables[8][VARIABLE];
    char *pointers[9];
    size_t count;
} Environment;

static void environment_set(Environment *environment, const char *name, const char *value) {
    char *variable = environment->variables[environment->count];
    const int length = snprintf(variable, VARIABLE, "%s=%s", name, value);
    if (length < 0 || length >= VARIABLE) return; // a cut path would point elsewhere
    environment->pointers[environment->count++] = variable;
    environment->pointers[environment->count] = NULL;
}

static void environment_init(Environment *environment, const char *folder) {
    const char *const kept[] = {
        "PATH", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"};
    *environment = (Environment){0};
    environment_set(environment, "LC_ALL", "C.UTF-8");
    environment_set(environment, "TMPDIR", folder);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const char *value = getenv(kept[i]);
        if (value) environment_set(environment, kept[i], value);
    }
}

// Starts gnuplot on the script; 0, or an error number.
static int start(pid_t *process, const char *folder, const char *script) {
    posix_spawn_file_actions_t files;
    if (posix_spawn_file_actions_init(&files) != 0) return ENOMEM;

    int error = posix_spawn_file_actions_addchdir_np(&files, folder);
    if (!error) error = posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    if (!error) error = posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    if (!error)
        error = posix_spawn_file_actions_addopen(&files, 2, GNUPLOT_COMPLAINTS,
                                                 O_WRONLY | O_CREAT | O_TRUNC, 0600);

    Environment environment;
    environment_init(&environment, folder);
    char program[] = "gnuplot", plain[] = "-d", file[MESSAGE];
    snprintf(file, sizeof file, "%s", script);
    char *const words[] = {program, plain, file, NULL};
    if (!error) error = posix_spawnp(process, program, &files, NULL, words, environment.pointers);
    posix_spawn_file_actions_destroy(&files);
    return error;
}

// Waits until the process ends; 0 if the limit came first and the process was killed.
static int wait_for(pid_t process, double limit_seconds, int *ended_with) {
    const struct timespec pause = {.tv_nsec = 2000000};
    const double begin = wall_seconds();
    for (;;) {
        const pid_t ended = waitpid(process, ended_with, WNOHANG);
        if (ended == process) return 1;
        if (wall_seconds() - begin > limit_seconds || (ended < 0 && errno != EINTR)) break;
        nanosleep(&pause, NULL);
    }
    kill(process, SIGKILL);
    waitpid(process, ended_with, 0);
    return 0;
}

// The first line in which gnuplot says what is wrong, or an empty one.
static void read_complaint(char *complaint, size_t size, const char *folder) {
    char path[4096], line[MESSAGE];
    complaint[0] = '\0';
    snprintf(path, sizeof path, "%s/%s", folder, GNUPLOT_COMPLAINTS);
    FILE *stream = fopen(path, "r");
    if (!stream) return;
    while (fgets(line, sizeof line, stream)) {
        const bool says_where =
            line[0] == '"'; // "NAME.gp" line 7: ...; the line itself comes before
        line[strcspn(line, "\r\n")] = '\0';
        if (says_where || !complaint[0]) snprintf(complaint, size, "%s", line);
        if (says_where && !strstr(line, "warning:")) break;
    }
    fclose(stream);
}

Status gnuplot_run(const char *folder, const char *script, double limit_seconds, Report *report) {
    pid_t process;
    const int error = start(&process, folder, script);
    if (error == ENOENT)
        return report_problem(report, STATUS_UNAVAILABLE, "gnuplot is missing; " INSTALL_GNUPLOT);
    if (error)
        return report_problem(report, STATUS_UNAVAILABLE, "gnuplot cannot be started: %s; %s",
                              strerror(error), INSTALL_GNUPLOT);

    int ended_with;
    if (!wait_for(process, limit_seconds, &ended_with))
        return report_problem(report, STATUS_UNAVAILABLE,
                              "gnuplot was stopped: it drew longer than %g s; draw again when the "
                              "machine is less busy",
                              limit_seconds);
    if (WIFEXITED(ended_with) && WEXITSTATUS(ended_with) == 0) return STATUS_OK;

    char complaint[MESSAGE];
    read_complaint(complaint, sizeof complaint, folder);
    if (WIFEXITED(ended_with) && WEXITSTATUS(ended_with) == 127)
        return report_problem(report, STATUS_UNAVAILABLE, "gnuplot is missing; " INSTALL_GNUPLOT);
    return report_problem(report, STATUS_UNAVAILABLE, "gnuplot failed: %s",
                          complaint[0] ? complaint : "it says nothing; is the disk full?");
}

static const char PROBE[] =
    "if (GPVAL_VERSION < 5.4) exit error sprintf('version %.1f is too old, 5.4 is needed', "
    "GPVAL_VERSION)\n"
    "terminals = ' '.GPVAL_TERMINALS.' '\n"
    "if (strstrt(terminals, ' pngcairo ') == 0) exit error 'no pngcairo terminal'\n"
    "if (strstrt(terminals, ' svg ') == 0) exit error 'no svg terminal'\n";

static Status write_probe(const char *folder, const char *name, Report *report) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *stream = fopen(path, "w");
    int whole = stream != NULL;
    if (stream) {
        whole = fputs(PROBE, stream) >= 0;
        if (fclose(stream) != 0) whole = 0;
    }
    if (whole) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: cannot be written: %s; make room there", path,
                          strerror(errno));
}

static void remove_probe(const char *folder, const char *name) {
    const char *const names[] = {name, GNUPLOT_COMPLAINTS};
    for (size_t i = 0; i < 2; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

static Status check_program(Report *report) {
    const char *place = getenv("TMPDIR"), *name = "probe.gp";
    char folder[2048];
    snprintf(folder, sizeof folder, "%s/hxsim-XXXXXX", place && place[0] ? place : "/tmp");
    if (!mkdtemp(folder))
        return report_problem(report, STATUS_NO_OUTPUT,
                              "%s: cannot be created: %s; set TMPDIR to a folder that can be "
                              "written",
                              folder, strerror(errno));

    Status status = write_probe(folder, name, report);
    if (status == STATUS_OK) status = gnuplot_run(folder, name, PROBE_SECONDS, report);
    if (status == STATUS_UNAVAILABLE)
        report_problem(report, status,
                       "charts need gnuplot 5.4 with pngcairo and svg; " INSTALL_GNUPLOT);
    remove_probe(folder, name);
    return status;
}

Status gnuplot_available(Report *report) {
    const Status program = check_program(report);
    const Status font = chart_font_check(GNUPLOT_FONT, "怀化模拟，非预测（≥90%）–−", report);
    return status_first(program, font);
}

void gnuplot_quote(FILE *stream, const char *text, size_t length) {
    fputc('\'', stream);
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if (byte == '\'') fputc('\'', stream);
        fputc(byte < 0x20 || byte == 0x7F ? ' ' : byte, stream);
    }
    fputc('\'', stream);
}
