// SPDX-License-Identifier: MIT
#include "report/gnuplot.h"

#include "report/chart_font.h"
#include "unit/claim.h"
#include "unit/report/workshop.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// Runs a script of one line in a folder of its own.
static Status run(Workshop *workshop, const char *script, double limit_seconds, Report *report) {
    workshop_open(workshop);
    workshop_write(workshop, "try.gp", script);
    return gnuplot_run(workshop->folder, "try.gp", limit_seconds, report);
}

static void assert_told(const Report *report, const char *words) {
    for (size_t i = 0; i < report->count; i++)
        if (strstr(report->messages[i], words)) return;
    ck_abort_msg("no message says '%s'", words);
}

// Puts a program of our own, or none, in gnuplot's place. Returns the search path to be restored.
static char *replace_gnuplot(Workshop *workshop, const char *program) {
    char path[WORKSHOP_PATH], *before = strdup(getenv("PATH"));
    workshop_open(workshop);
    if (program) {
        workshop_write(workshop, "gnuplot", program);
        workshop_path(workshop, "gnuplot", path);
        ck_assert_int_eq(chmod(path, 0700), 0);
    }
    ck_assert_int_eq(setenv("PATH", workshop->folder, 1), 0);
    return before;
}

static void restore(Workshop *workshop, char *search_path) {
    setenv("PATH", search_path, 1);
    free(search_path);
    workshop_close(workshop);
}

TEST(available) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(gnuplot_available(&report), STATUS_OK);
    ck_assert_uint_eq(report.count, 0);
    report_free(&report);
}

TEST(missing) {
    Workshop workshop;
    Report report;
    report_init(&report);
    char *search_path = replace_gnuplot(&workshop, NULL);
    ck_assert_int_eq(gnuplot_available(&report), STATUS_UNAVAILABLE);
    assert_told(&report, "apt-get install gnuplot-nox");
    report_free(&report);
    restore(&workshop, search_path);
}

TEST(font_missing) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(chart_font_check("No Such Family", "怀化", &report), STATUS_UNAVAILABLE);
    assert_told(&report, "apt-get install fonts-noto-cjk");
    report_free(&report);
}

TEST(glyph_missing) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(chart_font_check(GNUPLOT_FONT, "溆浦 \xF0\x93\x80\x80", &report),
                     STATUS_UNAVAILABLE);
    assert_told(&report, "U+13000");
    ck_assert_int_eq(chart_font_check(GNUPLOT_FONT, "溆浦 \xFF", &report), STATUS_INVALID);
    report_free(&report);
}

TEST(complaint) {
    Workshop workshop;
    Report report;
    report_init(&report);
    ck_assert_int_eq(run(&workshop, "plot nonsense(\n", 10.0, &report), STATUS_UNAVAILABLE);
    assert_told(&report, "try.gp");
    report_free(&report);
    workshop_close(&workshop);
}

TEST(too_slow) {
    Workshop workshop;
    Report report;
    report_init(&report);
    char *search_path = replace_gnuplot(&workshop, "#!/bin/sh\nexec /bin/sleep 30\n");
    workshop_write(&workshop, "try.gp", "");
    ck_assert_int_eq(gnuplot_run(workshop.folder, "try.gp", 0.2, &report), STATUS_UNAVAILABLE);
    assert_told(&report, "longer than 0.2 s");
    report_free(&report);
    restore(&workshop, search_path);
}

TEST(surroundings) {
    Workshop workshop;
    Report report;
    report_init(&report);
    setenv("GNUPLOT_LIB", "/nowhere", 1);
    setenv("LC_ALL", "POSIX", 1);
    char *search_path = replace_gnuplot(&workshop, "#!/bin/sh\n"
                                                   "test \"$LC_ALL\" = C.UTF-8 || exit 3\n"
                                                   "test -z \"$GNUPLOT_LIB\" || exit 4\n"
                                                   "test \"$1\" = -d || exit 5\n"
                                                   "test -f try.gp || exit 6\n");
    workshop_write(&workshop, "try.gp", "");
    ck_assert_int_eq(gnuplot_run(workshop.folder, "try.gp", 10.0, &report), STATUS_OK);
    report_free(&report);
    unsetenv("GNUPLOT_LIB");
    unsetenv("LC_ALL");
    restore(&workshop, search_path);
}

TEST(quoted) {
    static const char *const attacks[] = {"`touch owned`",
                                          "it's `touch owned`'; system 'touch owned",
                                          "line\nsystem 'touch owned'\n",
                                          "\"`touch owned`\"",
                                          "|touch owned",
                                          "<touch owned",
                                          "@x \\`touch owned\\`"};
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        Workshop workshop;
        Report report;
        report_init(&report);
        workshop_open(&workshop);
        char path[WORKSHOP_PATH];
        workshop_path(&workshop, "try.gp", path);
        FILE *stream = fopen(path, "w");
        ck_assert_ptr_nonnull(stream);
        fputs("x = 'system \"touch owned\"'\nset label ", stream);
        gnuplot_quote(stream, attacks[i], strlen(attacks[i]));
        fputs(" at 0,0 noenhanced\nset terminal svg\nset output 'a.svg'\nplot 0\n", stream);
        fclose(stream);
        ck_assert_int_eq(gnuplot_run(workshop.folder, "try.gp", 10.0, &report), STATUS_OK);
        ck_assert(workshop_has(&workshop, "a.svg"));
        ck_assert(!workshop_has(&workshop, "owned"));
        report_free(&report);
        workshop_close(&workshop);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("this machine can draw: gnuplot, its terminals and the Chinese font are here",
              available),
        CLAIM("where gnuplot is missing, a line says how to install it", missing),
        CLAIM("where the font is missing, a line says how to install it", font_missing),
        CLAIM("a character that the font lacks is named", glyph_missing),
        CLAIM("gnuplot's first complaint is passed on", complaint),
        CLAIM("a gnuplot that takes too long is stopped", too_slow),
        CLAIM("gnuplot sees a folder of its own and nothing of our settings", surroundings),
        CLAIM("no text of a chart can run a command", quoted),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
