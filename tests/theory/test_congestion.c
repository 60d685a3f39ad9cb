// SPDX-License-Identifier: MIT
// What one in n takes the congestion of clinics to be, against closed forms, and who asks for it.
#include "study/congestion_tables.h"

#include "base/draw.h"
#include "day/serve.h"
#include "day/simulation.h"
#include "laws/compare.h"
#include "laws/tiny.h"
#include "support/sample.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const TABLE = "models/congestion.csv";

static Congestion *table(void) {
    static Congestion congestion;
    static int is_read;
    Report report;
    report_init(&report);
    if (!is_read) ck_assert_int_eq(congestion_read(&congestion, TABLE, &report), STATUS_OK);
    is_read = 1;
    return &congestion;
}

// ---- clinics

// The load up to which a clinic serves is that of the slots-th request of a Poisson process: gamma.
TEST(clinics_are_gamma) {
    const Isolation made = isolation_of_tables();
    for (int size = 0; size < CLINIC_SIZES; size++) {
        const double slots = clinic_sizes[size];
        const double days = fmax(4.0 * made.least_requests / slots, made.days);
        for (int load = 1; load < CLINIC_LOADS && clinic_loads[load] < 1.6; load++) {
            const double truth = gsl_cdf_gamma_P(clinic_loads[load], slots, 1 / slots);
            const double error = sqrt(truth * (1 - truth) / days);
            ck_assert_msg(fabs(table()->clinic[size][load] - truth) <= 4 * error + 1e-4,
                          "%g slots, load %g: %.4f, truth %.4f (standard error %.5f)", slots,
                          clinic_loads[load], table()->clinic[size][load], truth, error);
        }
    }
}

// E (N - slots)+ for Poisson N.
static double turned_away(double mean, int slots) {
    double most = mean - slots;
    for (int n = 0; n < slots; n++)
        most += (slots - n) * gsl_ran_poisson_pdf((unsigned)n, mean);
    return most;
}

// Requests beyond the reach that the table gives a day, over evenly spread days.
static double turned_away_by_reach(double mean, int slots) {
    enum { DAYS = 20000 };
    double sum = 0;
    for (int day = 0; day < DAYS; day++) {
        const double reach = slots * congestion_reach(table(), slots, (day + 0.5) / DAYS);
        sum += mean > reach ? (mean - reach) / DAYS : 0;
    }
    return sum;
}

// Sizes of the table, between them, and beyond the largest. Of those who ask early on a day, before
// `mean` others, as many are turned away as of a day with `mean` requests.
TEST(reach_turns_away_as_poisson_does) {
    static const int sizes[] = {1, 4, 10, 23, 113, 480, 2900};
    static const double loads[] = {0.6, 0.83, 0.95, 1.0, 1.07, 1.3};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (size_t l = 0; l < sizeof loads / sizeof *loads; l++) {
            const double mean = loads[l] * sizes[s];
            const double truth = turned_away(mean, sizes[s]) / mean;
            ck_assert_msg(fabs(turned_away_by_reach(mean, sizes[s]) / mean - truth) <= 0.003,
                          "%d slots, load %g: %.4f of requests, truth %.4f", sizes[s], loads[l],
                          turned_away_by_reach(mean, sizes[s]) / mean, truth);
        }
}

enum { SLOTS = 23, CLINIC_DAYS = 40000, FULL_DAY = 200, CLASSES = 4 };
static const double PRIORITY_SHARES[CLASSES] = {0.13, 0.21, 0.29, 0.37};

// Requests of one day, Poisson by exponential gaps, each with a priority of its own.
static uint32_t ask(Request request[FULL_DAY], double mean, uint32_t day) {
    const DrawKey key = draw_key(77, 1);
    uint32_t count = 0;
    for (double at = 0; count < FULL_DAY; count++) {
        const Draw draw = draw_at(key, count, PURPOSE_LIBRARY, day, 0);
        at -= log(draw_unit(draw.word[0]));
        if (at > mean) break;
        const double u = draw_unit(draw.word[1]);
        unsigned priority = 0;
        for (double sum = PRIORITY_SHARES[0]; priority < CLASSES - 1 && u > sum; priority++)
            sum += PRIORITY_SHARES[priority + 1];
        request[count] =
            (Request){.person = count, .key = request_key((Priority)priority, draw.word[2])};
    }
    return count;
}

TEST(priorities_follow_from_the_load_before) {
    static Request request[FULL_DAY];
    const double load = 1.07;
    Sample refused[CLASSES] = {{0}};
    for (uint32_t day = 0; day < CLINIC_DAYS; day++) {
        const uint32_t count = ask(request, load * SLOTS, day);
        const Threshold last = threshold_of(request, count, SLOTS);
        double today[CLASSES] = {0};
        for (uint32_t i = 0; i < count; i++)
            today[request[i].key >> KEY_RANDOM_BITS] +=
                !last.everybody && request[i].key > last.key;
        for (int p = 0; p < CLASSES; p++)
            sample_add(&refused[p], today[p]);
    }
    double before = 0;
    for (int p = 0; p < CLASSES; p++) {
        const double after = before + load * SLOTS * PRIORITY_SHARES[p];
        const double by_table =
            turned_away_by_reach(after, SLOTS) - turned_away_by_reach(before, SLOTS);
        ck_assert_double_le(fabs(sample_mean(&refused[p]) - by_table),
                            3.5 * error_of_mean(&refused[p]) + 0.003 * SLOTS * PRIORITY_SHARES[p]);
        before = after;
    }
}

// ---- the file

static char *text_of(const char *file, size_t *length) {
    FILE *stream = fopen(file, "r");
    ck_assert_ptr_nonnull(stream);
    char *text = calloc(1, 1 << 20);
    *length = fread(text, 1, 1 << 20, stream);
    fclose(stream);
    return text;
}

// All of it made anew and written again: not a byte may differ.
TEST(made_by_tables) {
    const Isolation made = isolation_of_tables();
    char file[] = "/tmp/hxsim-congestion-XXXXXX";
    const int place = mkstemp(file);
    ck_assert_int_ge(place, 0);
    close(place);
    Congestion *again = malloc(sizeof *again);
    *again = *table();
    for (int size = 0; size < CLINIC_SIZES; size++)
        isolated_clinic(&made, clinic_sizes[size], again->clinic[size]);
    Report report;
    report_init(&report);
    ck_assert_int_eq(congestion_write(again, file, &report), STATUS_OK);
    size_t length, length_again;
    char *text = text_of(TABLE, &length), *text_again = text_of(file, &length_again);
    ck_assert_uint_eq(length, length_again);
    size_t byte = 0;
    int line = 1;
    while (byte < length && text[byte] == text_again[byte])
        line += text[byte++] == '\n';
    ck_assert_msg(byte == length, "%s differs in line %d", TABLE, line);
    unlink(file);
    free(text);
    free(text_again);
    free(again);
}

// ---- who asks it

static void write_text(const char *file, const char *text) {
    FILE *stream = fopen(file, "w");
    ck_assert_ptr_nonnull(stream);
    fputs(text, stream);
    ck_assert_int_eq(fclose(stream), 0);
}

TEST(one_in_one) {
    Experiment experiment;
    Results usual, other;
    char file[] = "/tmp/hxsim-congestion-XXXXXX", text[DIFFERENCE_TEXT];
    close(mkstemp(file));
    write_text(file, "slots,load,no_slot\n1,0,0.5\n");
    tiny_read(&experiment, 1);
    tiny_run(&experiment, 0, &usual);
    const char *const files[] = {file, "/nowhere/congestion.csv", NULL};
    for (int i = 0; i < 3; i++) {
        experiment.city.tables[TABLE_CONGESTION].file = files[i];
        tiny_run(&experiment, 0, &other);
        ck_assert_uint_eq(results_differ(&usual, &other, 1, text), 0);
        results_free(&other);
    }
    results_free(&usual);
    experiment_free(&experiment);
    unlink(file);
}

static void assert_refused(const char *file, Status status, const char *message) {
    Experiment experiment;
    Simulation simulation;
    Report report;
    report_init(&report);
    tiny_read(&experiment, 1);
    experiment.scale = 10;
    experiment.city.tables[TABLE_CONGESTION].file = file;
    ck_assert_int_eq(simulation_init(&simulation, &experiment, 0, NULL, &report), status);
    ck_assert_msg(strstr(report.messages[0], message) != NULL, "said: %s", report.messages[0]);
    simulation_free(&simulation);
    report_free(&report);
    experiment_free(&experiment);
}

TEST(one_in_ten) {
    char file[] = "/tmp/hxsim-congestion-XXXXXX", where[64];
    close(mkstemp(file));
    size_t length;
    char *text = text_of(TABLE, &length);
    *strstr(text, "0.0484") = 'x'; // in the third line
    write_text(file, text);
    snprintf(where, sizeof where, "%s:3: no_slot", file);
    assert_refused(file, STATUS_INVALID, where);
    assert_refused("/nowhere/congestion.csv", STATUS_NO_INPUT, "/nowhere/congestion.csv");
    assert_refused(NULL, STATUS_INVALID,
                   "the model names no table of congestion, which one in 10 residents needs; "
                   "write tables = { congestion = \"congestion.csv\"; }, or run with --scale 1");
    free(text);
    unlink(file);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the clinics of the table have the gamma law of the last request served",
              clinics_are_gamma),
        CLAIM(
            "a reach drawn from the table turns away as many as a Poisson day does, to 0.3 points",
            reach_turns_away_as_poisson_does),
        CLAIM("who is turned away by priority follows from the load that stands before",
              priorities_follow_from_the_load_before),
        CLAIM("models/congestion.csv made anew is the same bytes", made_by_tables),
        CLAIM("one in one reads no table: without one, or with a spoilt one, not a bit differs",
              one_in_one),
        CLAIM("one in ten tells file and line of a table that is spoilt, and a missing one",
              one_in_ten),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
