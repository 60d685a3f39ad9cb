// SPDX-License-Identifier: MIT
#include "report/progress.h"

#include "base/wall_clock.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 30 };
static const double PATIENCE_SECONDS = 2, REFRESH_SECONDS = 0.2;

void progress_begin(Progress *progress, FILE *stream) {
    *progress = (Progress){.stream = stream, .began = wall_seconds()};
    if (stream) progress->terminal = isatty(fileno(stream)) == 1;
}

static void show_bar(Progress *progress, double share, double left) {
    fprintf(progress->stream, "\rhxsim: [");
    for (int i = 0; i < BAR; i++)
        putc(i < (int)(share * BAR) ? '#' : '.', progress->stream);
    fprintf(progress->stream, "] %3.0f %%, %.0f s left ", 100 * share, left);
    fflush(progress->stream);
    progress->shown = true;
}

void progress_tell(Progress *progress, double share) {
    if (!progress->stream || !(share > 0)) return;
    const double now = wall_seconds(), taken = now - progress->began;
    const double left = taken * (1 - share) / share;
    const int tenths = (int)(10 * share + 1e-9);
    if (taken < PATIENCE_SECONDS) {
        progress->tenths = tenths;
        return;
    }
    if (progress->terminal && now - progress->told_at >= REFRESH_SECONDS) {
        progress->told_at = now;
        show_bar(progress, share, left);
    }
    if (!progress->terminal && tenths > progress->tenths && tenths < 10) {
        progress->tenths = tenths;
        fprintf(progress->stream, "hxsim: %d %%, about %.0f s left\n", 10 * tenths, left);
    }
}

void progress_end(Progress *progress) {
    if (progress->shown) fprintf(progress->stream, "\r%*s\r", BAR + 40, "");
    progress->shown = false;
}

static const int interrupting[] = {SIGHUP, SIGINT, SIGTERM};
enum { INTERRUPTING = sizeof interrupting / sizeof *interrupting };

// What whoever started us has us ignore (nohup, a script's job in the background) stays ignored.
static sigset_t interruptions(void) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < INTERRUPTING; i++) {
        struct sigaction now;
        if (sigaction(interrupting[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&set, interrupting[i]);
    }
    return set;
}

void interruption_hold_back(void) {
    const sigset_t set = interruptions();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); // a file that may not grow is told like a full disk
    signal(SIGCHLD, SIG_DFL); // where it is ignored nobody can wait for gnuplot
}

void interruption_let_through(void) {
    const sigset_t set = interruptions();
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    signal(SIGPIPE, SIG_DFL);
}

bool interruption_came(void) {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    for (int i = 0; i < INTERRUPTING; i++)
        if (sigismember(&pending, interrupting[i]) == 1) return true;
    return false;
}

void interruption_forget(void) {
    const sigset_t set = interruptions();
    const struct timespec at_once = {0};
    while (interruption_came() && sigtimedwait(&set, NULL, &at_once) > 0)
        continue;
}
