// SPDX-License-Identifier: MIT
#include "care/congestion.h"

#include "unit/claim.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A made-up table with simple laws: what matters here is how it is read and interpolated.
static double clinic_law(double slots, double load) {
    const double z = (load - 1) * sqrt(slots);
    return load <= 0 ? 0 : 1 / (1 + exp(-1.7 * z));
}

static Congestion *made_up(void) {
    Congestion *congestion = calloc(1, sizeof *congestion);
    for (int size = 0; size < CLINIC_SIZES; size++)
        for (int load = 0; load < CLINIC_LOADS; load++)
            congestion->clinic[size][load] = clinic_law(clinic_sizes[size], clinic_loads[load]);
    return congestion;
}

// ---- clinics

TEST(reach_on_the_grid) {
    Congestion *congestion = made_up();
    for (int size = 0; size < CLINIC_SIZES; size++)
        for (int load = 12; load < 30; load++) {
            const double u = congestion->clinic[size][load];
            if (u < 1e-6 || u > 1 - 1e-6) continue;
            ck_assert_double_eq_tol(congestion_reach(congestion, clinic_sizes[size], u),
                                    clinic_loads[load], 1e-9);
        }
    free(congestion);
}

TEST(reach_between) {
    Congestion *congestion = made_up();
    for (double u = 0.02; u < 0.98; u += 0.03) {
        const double truth = 1 + log(u / (1 - u)) / 1.7 / sqrt(113.0);
        ck_assert_double_eq_tol(congestion_reach(congestion, 113, u), truth, 0.003);
        const double large = 1 + log(u / (1 - u)) / 1.7 / sqrt(5000.0);
        ck_assert_double_eq_tol(congestion_reach(congestion, 5000, u), large, 0.003);
    }
    free(congestion);
}

TEST(reach_grows) {
    Congestion *congestion = made_up();
    for (double slots = 1; slots < 4000; slots *= 1.37)
        for (double u = 0.01; u < 0.97; u += 0.02)
            ck_assert_double_le(congestion_reach(congestion, slots, u),
                                congestion_reach(congestion, slots, u + 0.02));
    ck_assert_double_eq(congestion_reach(congestion, 0, 0.7), 0);
    free(congestion);
}

// ---- the file

static const char *const FILE_NAME = "congestion-of-a-test.csv";

static void move_to_folder(char folder[]) {
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
}

TEST(file_comes_back) {
    char folder[] = "/tmp/hxsim-congestion-XXXXXX";
    move_to_folder(folder);
    Report report;
    report_init(&report);
    Congestion *written = made_up(), *read = calloc(1, sizeof *read);
    ck_assert_int_eq(congestion_write(written, FILE_NAME, &report), STATUS_OK);
    ck_assert_int_eq(congestion_read(read, FILE_NAME, &report), STATUS_OK);
    for (int size = 0; size < CLINIC_SIZES; size++)
        for (int load = 0; load < CLINIC_LOADS; load++)
            ck_assert_double_eq_tol(read->clinic[size][load], written->clinic[size][load], 5.1e-5);
    free(written);
    free(read);
    unlink(FILE_NAME);
    rmdir(folder);
}

// Writes a table with `with` in place of the first `what`, and returns what reading it says.
static void assert_refused(const char *what, const char *with, const char *message) {
    char folder[] = "/tmp/hxsim-congestion-XXXXXX";
    move_to_folder(folder);
    Report report;
    report_init(&report);
    Congestion *congestion = made_up();
    ck_assert_int_eq(congestion_write(congestion, FILE_NAME, &report), STATUS_OK);
    FILE *stream = fopen(FILE_NAME, "r+");
    static char text[1 << 20];
    const size_t length = fread(text, 1, sizeof text - 1, stream);
    text[length] = '\0';
    char *at = strstr(text, what);
    ck_assert_ptr_nonnull(at);
    rewind(stream);
    fwrite(text, 1, (size_t)(at - text), stream);
    fputs(with, stream);
    fputs(at + strlen(what), stream);
    ck_assert_int_eq(ftruncate(fileno(stream), ftell(stream)), 0);
    fclose(stream);
    ck_assert_int_eq(congestion_read(congestion, FILE_NAME, &report), STATUS_INVALID);
    ck_assert_msg(strstr(report.messages[0], message) != NULL, "said: %s", report.messages[0]);
    free(congestion);
    report_free(&report);
    unlink(FILE_NAME);
    rmdir(folder);
}

TEST(wrong_rows) {
    assert_refused("1,0.05,", "1,0.06,", ":3: load is 0.06 where 0.05 is expected");
    assert_refused("\n2,0,", "\n3,0,", ":43: slots is 3 where 2 is expected");
    assert_refused("1,0,0.0000\n", "", "has 450 rows instead of 451");
    assert_refused("no_slot", "no_slots", ":1: \"no_slots\" is not a known column");
    assert_refused("1,0,0.0000", "1,0,1.0001", ":2: no_slot");
    assert_refused("1,0,0.0000", "1,0,-0.0001", ":2: no_slot");
    assert_refused("1,0,0.0000", "1,0,nan", ":2: no_slot");
    assert_refused("1,0,0.0000", "1,0,0.9999", ":3: no_slot falls from 0.9999 to ");
    assert_refused("1,0,0.0000\n", "1,0,0.0000\n1,0,0.0000\n", "has 452 rows instead of 451");
}

TEST(no_file) {
    Report report;
    report_init(&report);
    Congestion *congestion = calloc(1, sizeof *congestion);
    ck_assert_int_eq(congestion_read(congestion, "/nowhere/congestion.csv", &report),
                     STATUS_NO_INPUT);
    ck_assert_int_eq(congestion_write(congestion, "/nowhere/congestion.csv", &report),
                     STATUS_NO_OUTPUT);
    ck_assert_uint_eq(report.count, 2);
    free(congestion);
}

// A place is tried before a table is made for minutes.
TEST(a_place_is_tried) {
    char folder[] = "/tmp/hxsim-congestion-XXXXXX";
    move_to_folder(folder);
    Report report;
    report_init(&report);
    ck_assert_int_eq(congestion_check_place(FILE_NAME, &report), STATUS_OK);
    ck_assert_int_eq(rmdir(folder), 0); // nothing is left in it
    ck_assert_int_eq(congestion_check_place("/nowhere/congestion.csv", &report), STATUS_NO_OUTPUT);
    ck_assert_uint_eq(report.count, 1);
    report_free(&report);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a clinic reaches the load of the table at the share of the table",
              reach_on_the_grid),
        CLAIM("between two sizes, and beyond the largest, reach spreads with 1 / sqrt(slots)",
              reach_between),
        CLAIM("a luckier day reaches further, and no slots reach nobody", reach_grows),
        CLAIM("a table comes back from its file to half of 1 in 10,000", file_comes_back),
        CLAIM("a table whose rows are not those expected is refused with file and line",
              wrong_rows),
        CLAIM("a table that cannot be read or written is told", no_file),
        CLAIM("a place for a table is tried and left as it was", a_place_is_tried),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
