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

static double logistic(double log_odds) {
    return 1 / (1 + exp(-log_odds));
}

// The log odds of urgent cases, of those before the rest, and of all together are straight on every
// axis.
static WardLaw law_of(const WardCase *ward) {
    const double hard = 3 * ward->load - 0.2 * log(ward->open) - ward->extra_share;
    const double before = ward->before_share, others = 1 - ward->urgent_share;
    WardLaw law = {.free_share = logistic(-2 * hard),
                   .elsewhere = {logistic(hard - 7), logistic(hard - 6.5)}};
    const double all = logistic(hard - 6.2);
    law.elsewhere[BED_REST] = ((all - ward->urgent_share * law.elsewhere[BED_URGENT]) / others -
                               before * law.elsewhere[BED_BEFORE]) /
                              (1 - before);
    for (int i = 0; i < WAIT_POINTS; i++) {
        if (wait_points[i] > ward->limit_days) continue;
        const double late = 0.1 * wait_points[i];
        law.waits[BED_BEFORE][i] = logistic(hard - 5.5 - late);
        law.waits[BED_REST][i] =
            (logistic(hard - 4.5 - late) - before * law.waits[BED_BEFORE][i]) / (1 - before);
    }
    return law;
}

static Congestion *made_up(void) {
    Congestion *congestion = calloc(1, sizeof *congestion);
    for (int size = 0; size < CLINIC_SIZES; size++)
        for (int load = 0; load < CLINIC_LOADS; load++)
            congestion->clinic[size][load] = clinic_law(clinic_sizes[size], clinic_loads[load]);
    for (int i = 0; i < WARDS; i++) {
        const WardCase ward = ward_case(i);
        congestion->ward[i] = law_of(&ward);
    }
    congestion_prepare(congestion);
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

// ---- wards

static WardLaw table_law(const Congestion *congestion, const WardCase *ward) {
    WardLaws laws;
    congestion_ward(&laws, congestion, ward);
    return congestion_law(&laws, ward->load);
}

TEST(cases_in_order) {
    int index = 0;
    for (int s = 0; s < WARD_SIZES; s++)
        for (int l = 0; l < WARD_LOADS; l++)
            for (int u = 0; u < WARD_URGENT_SHARES; u++)
                for (int b = 0; b < WARD_BEFORE_SHARES; b++)
                    for (int e = 0; e < WARD_EXTRA_SHARES; e++)
                        for (int d = 0; d < WARD_LIMITS; d++, index++) {
                            const WardCase ward = ward_case(index);
                            ck_assert_double_eq(ward.open, ward_sizes[s]);
                            ck_assert_double_eq(ward.load, ward_loads[l]);
                            ck_assert_double_eq(ward.urgent_share, ward_urgent_shares[u]);
                            ck_assert_double_eq(ward.before_share, ward_before_shares[b]);
                            ck_assert_double_eq(ward.extra_share, ward_extra_shares[e]);
                            ck_assert_double_eq(ward.limit_days, ward_limits[d]);
                        }
    ck_assert_int_eq(index, WARDS);
}

static void assert_same(const WardLaw *a, const WardLaw *b, double limit, double tolerance) {
    ck_assert_double_eq_tol(a->free_share, b->free_share, tolerance);
    for (int class = 0; class < BED_CLASSES; class++) {
        ck_assert_double_eq_tol(a->elsewhere[class], b->elsewhere[class], tolerance);
        for (int i = 0; i < WAIT_POINTS && wait_points[i] <= limit; i++)
            ck_assert_double_eq_tol(a->waits[class][i], b->waits[class][i], tolerance);
    }
}

TEST(law_on_the_grid) {
    Congestion *congestion = made_up();
    for (int i = 0; i < WARDS; i += 7) {
        const WardCase ward = ward_case(i);
        const WardLaw law = table_law(congestion, &ward);
        assert_same(&law, &congestion->ward[i], ward.limit_days, 2e-4);
    }
    free(congestion);
}

// So interpolation is exact but between limits, and for stays like those of the table.
TEST(law_between) {
    Congestion *congestion = made_up();
    const WardCase ward = {.open = 57,
                           .load = 0.873,
                           .urgent_share = 0.41,
                           .before_share = 0.22,
                           .extra_share = 0.13,
                           .limit_days = 5,
                           .stay_days = TABLE_STAY_DAYS};
    const WardLaw law = table_law(congestion, &ward), truth = law_of(&ward);
    assert_same(&law, &truth, 5, 1e-9);
    free(congestion);
}

TEST(law_beyond) {
    Congestion *congestion = made_up();
    WardCase edge = ward_case(WARDS - 1), outside = edge;
    outside.open = 90000;
    outside.load = 7;
    outside.extra_share = 0.9;
    outside.limit_days = 60;
    const WardLaw law = table_law(congestion, &outside), at_edge = table_law(congestion, &edge);
    assert_same(&law, &at_edge, 14, 1e-12);
    free(congestion);
}

// All outcomes of a class: `u` runs evenly through (0, 1).
enum { STEPS = 200000 };
typedef struct Outcomes {
    double after[MOST_WAIT_DAYS + 1],
        elsewhere; // shares that get a bed after so many days, or none
} Outcomes;

static Outcomes outcomes_of(const WardLaw *law, const WardCase *ward, BedClass class) {
    Outcomes all = {.elsewhere = 0};
    const unsigned limit = class == BED_URGENT ? 0 : (unsigned)ceil(ward->limit_days);
    for (int i = 0; i < STEPS; i++) {
        const BedOutcome outcome = congestion_bed(law, ward, class, (i + 0.5) / STEPS);
        ck_assert_uint_le(outcome.days, limit);
        *(outcome.gets_bed ? &all.after[outcome.days] : &all.elsewhere) += 1.0 / STEPS;
        if (!outcome.gets_bed) ck_assert_uint_eq(outcome.days, limit);
    }
    return all;
}

TEST(waits_end_at_the_limit) {
    Congestion *congestion = made_up();
    for (double limit = 0; limit <= 14; limit += 1.5)
        for (double stay = 3; stay < 20; stay *= 2) {
            const WardCase ward = {.open = 57,
                                   .load = 0.97,
                                   .urgent_share = 0.3,
                                   .before_share = 0.3,
                                   .extra_share = 0.1,
                                   .limit_days = limit,
                                   .stay_days = stay};
            const WardLaw law = table_law(congestion, &ward);
            for (int class = 0; class < BED_CLASSES; class++)
                outcomes_of(&law, &ward, (BedClass) class);
        }
    free(congestion);
}

TEST(outcomes_have_the_shares) {
    const WardCase ward = {.limit_days = 4.5, .stay_days = TABLE_STAY_DAYS};
    const WardLaw law = {.elsewhere = {0.043, 0.02, 0.11},
                         .waits = {{0}, {0.31, 0.2, 0.13}, {0.52, 0.4, 0.33}},
                         .waits_longest = {0, 0.05, 0.19}};
    for (int class = 0; class < BED_CLASSES; class++) {
        const Outcomes seen = outcomes_of(&law, &ward, (BedClass) class);
        const double *w = law.waits[class], e = law.elsewhere[class];
        const double fifth = law.waits_longest[class], fourth = 0.5 * (w[2] + fifth);
        const double truth[6] = {1 - (class ? w[0] : e), w[0] - w[1],    w[1] - w[2],
                                 w[2] - fourth,          fourth - fifth, class ? fifth - e : 0};
        ck_assert_double_eq_tol(seen.elsewhere, e, 1e-5);
        for (int d = 0; d < 6; d++)
            ck_assert_double_eq_tol(seen.after[d], truth[d], 1e-5);
    }
}

// The second day with stays half as long is the third day of the table.
TEST(short_stays) {
    const WardCase ward = {.limit_days = 3, .stay_days = TABLE_STAY_DAYS / 2};
    const WardLaw law = {.waits = {{0}, {0.31, 0.2, 0.13, 0.09}}, .waits_longest = {0, 0.07}};
    const Outcomes seen = outcomes_of(&law, &ward, BED_BEFORE);
    ck_assert_double_eq_tol(seen.after[0], 1 - 0.31, 1e-5);
    ck_assert_double_eq_tol(seen.after[1], 0.31 - 0.13, 1e-5);
    ck_assert_double_eq_tol(seen.after[2], 0.13 - 0.09, 1e-5);
}

// Of 0.8 that are not urgent half go before: 0.16 a day at least wait, 0.1 for two.
TEST(mean_wait) {
    const WardCase ward = {
        .urgent_share = 0.2, .before_share = 0.5, .limit_days = 2, .stay_days = TABLE_STAY_DAYS};
    const WardLaw law = {.waits = {{0}, {0.1}, {0.3}}, .waits_longest = {0, 0.05, 0.2}};
    ck_assert_double_eq_tol(congestion_wait(&law, &ward), 0.8 * (0.2 + 0.125), 1e-12);
}

// Shares far from those of the table, and loads at which nearly all are sent on.
TEST(shares_stay_shares) {
    Congestion *congestion = made_up();
    for (double load = 0.3; load < 2; load += 0.3)
        for (double urgent = 0; urgent <= 1; urgent += 0.25)
            for (double before = 0; before <= 1; before += 0.25) {
                const WardCase ward = {.open = 31,
                                       .load = load,
                                       .urgent_share = urgent,
                                       .before_share = before,
                                       .extra_share = 0.05,
                                       .limit_days = 5,
                                       .stay_days = 6.1};
                const WardLaw law = table_law(congestion, &ward);
                ck_assert_double_le(law.elsewhere[BED_BEFORE], law.elsewhere[BED_REST]);
                ck_assert_double_le(law.elsewhere[BED_REST], 1);
                for (int i = 0; i < WAIT_POINTS; i++) {
                    ck_assert_double_le(law.waits[BED_BEFORE][i], law.waits[BED_REST][i]);
                    ck_assert_double_le(law.waits[BED_REST][i], 1);
                }
            }
    free(congestion);
}

TEST(sent_on_by_class) {
    const WardLaw law = {.elsewhere = {0.5, 0.25, 0.125}};
    const WardCase ward = {.urgent_share = 0.2, .before_share = 0.5};
    ck_assert_double_eq_tol(congestion_sent_on(&law, &ward), 0.1 + 0.8 * 0.1875, 1e-15);
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
    for (int i = 0; i < WARDS; i++)
        assert_same(&read->ward[i], &written->ward[i], 14, 5.1e-5);
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
    assert_refused("clinic,1,0.05", "clinic,1,0.06", ":3: load is 0.06 where 0.05 is expected");
    assert_refused("clinic,2,0,", "ward,2,0,", "place is ward where clinic is expected");
    assert_refused("clinic,1,0,0.0000,,,,,,,,,,,,,,,,,,,,\n", "", "has 5634 rows instead of 5635");
    assert_refused("rest_waits_5", "rest_waits_6", ":1: \"rest_waits_6\" is not a known column");
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

int main(void) {
    const Claim claims[] = {
        CLAIM("a clinic reaches the load of the table at the share of the table",
              reach_on_the_grid),
        CLAIM("between two sizes, and beyond the largest, reach spreads with 1 / sqrt(slots)",
              reach_between),
        CLAIM("a luckier day reaches further, and no slots reach nobody", reach_grows),
        CLAIM("the rows of wards run through all axes, the limit fastest", cases_in_order),
        CLAIM("a ward of the table has the law of its row", law_on_the_grid),
        CLAIM("between rows the log odds of all who are sent on or wait are straight on every axis",
              law_between),
        CLAIM("beyond the table the nearest edge holds", law_beyond),
        CLAIM("who goes before the rest fares no worse, whatever the shares of the classes",
              shares_stay_shares),
        CLAIM("nobody waits longer than the limit, and who waits in vain waits that long",
              waits_end_at_the_limit),
        CLAIM("beds, waits and refusals come out with the shares of the law",
              outcomes_have_the_shares),
        CLAIM("shorter stays stretch the time of the table", short_stays),
        CLAIM("the mean wait is that of the shares that wait for each day", mean_wait),
        CLAIM("the share sent on is that of the classes by their shares", sent_on_by_class),
        CLAIM("a table comes back from its file to half of 1 in 10,000", file_comes_back),
        CLAIM("a table whose rows are not those expected is refused with file and line",
              wrong_rows),
        CLAIM("a table that cannot be read or written is told", no_file),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
