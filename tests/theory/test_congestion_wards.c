// SPDX-License-Identifier: MIT
// What one in n takes the congestion of wards to be, against closed forms.
#include "base/curves.h"
#include "base/draw.h"
#include "day/load_ward.h"
#include "support/constant_stays.h"
#include "support/sample.h"
#include "support/ward_law.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

enum { RUNS = 12, DAYS = 20000, WARM_UP = 400, PROBES = 8, LONGEST_PROBE = 6, WEEK = 7 };

// A ward of true size, and how it is asked: an even week, and nobody waits for Monday.
typedef struct WardOfSize {
    uint32_t open, extra;
    double a_day[BED_CLASSES], limit_days;
    float stay[STAY_CLASSES]; // days
} WardOfSize;

// What simulated patients meet, as shares of them.
typedef struct Met {
    double waits[LONGEST_PROBE];             // of the rest: at least one day more than the index
    double urgent_elsewhere, rest_elsewhere; // the latter after the limit
    double free_share;
} Met;

// The share of patients who came `ago` days ago and are told so today.
static double told(const WardLoad *ward, const WardOfSize *of, uint32_t day, uint32_t ago,
                   BedClass class, WardAnswer what) {
    const DrawKey key = draw_key(5, 5);
    double share = 0;
    for (uint32_t probe = 0; probe < PROBES; probe++) {
        const Draw draw = draw_at(key, probe, PURPOSE_LIBRARY, day - ago, 0);
        const Priority priority = class == BED_URGENT ? PRIORITY_URGENT : PRIORITY_PLAIN;
        const Request request = {.urgent = class == BED_URGENT,
                                 .key = request_key(priority, draw.word[0])};
        const WardAnswer answer = ward_load_answer(ward, &request, day - ago, day, of->limit_days);
        share += (answer == what) / (double)PROBES;
    }
    return share;
}

static void look(Met *met, const WardLoad *ward, const WardOfSize *of, uint32_t day) {
    for (uint32_t ago = 0; ago < LONGEST_PROBE; ago++)
        met->waits[ago] += told(ward, of, day, ago, BED_REST, BED_LATER) / DAYS;
    met->urgent_elsewhere += told(ward, of, day, 0, BED_URGENT, BED_ELSEWHERE) / DAYS;
    met->rest_elsewhere +=
        told(ward, of, day, (uint32_t)of->limit_days, BED_REST, BED_ELSEWHERE) / DAYS;
    const uint32_t free_beds = ward->occupied < of->open ? of->open - ward->occupied : 0;
    met->free_share += free_beds / (double)of->open / DAYS;
}

static Met met_in(const WardOfSize *of, uint32_t run) {
    static WardLoad wards[4]; // the last one lives
    static const uint32_t index = 3;
    WardLoad *ward = &wards[index];
    Met met = {.free_share = 0};
    *ward = (WardLoad){.month = {.ratio = 1, .stay_days = 1, .open = of->open, .extra = of->extra}};
    memcpy(ward->month.first, of->a_day, sizeof ward->month.first);
    for (uint32_t day = 0; day < WARM_UP + DAYS; day++) {
        const WardToday today = {.key = draw_key(20260101, run),
                                 .day = day,
                                 .weekday = day % WEEK,
                                 .pace = 1,
                                 .limit_days = of->limit_days,
                                 .leave_at_weekend = 1,
                                 .stay = of->stay};
        ward_loads_day(wards, &index, 1, &today);
        if (day >= WARM_UP) look(&met, ward, of, day);
    }
    return met;
}

enum { FIGURES = sizeof(Met) / sizeof(double) };
typedef struct Meets {
    Sample of[FIGURES]; // in the order of Met
} Meets;

static Meets meets(const WardOfSize *of) {
    Meets all = {{{0, 0, 0}}};
    for (uint32_t run = 0; run < RUNS; run++) {
        const Met met = met_in(of, run);
        for (int i = 0; i < FIGURES; i++)
            sample_add(&all.of[i], ((const double *)&met)[i]);
    }
    return all;
}
enum { URGENT_ELSEWHERE = LONGEST_PROBE, REST_ELSEWHERE, FREE_SHARE };

static void assert_within(const Sample *sample, double truth, double more, const char *what) {
    ck_assert_msg(fabs(sample_mean(sample) - truth) <= 3.5 * error_of_mean(sample) + more,
                  "%s: %.5f, truth %.5f (standard error %.5f)", what, sample_mean(sample), truth,
                  error_of_mean(sample));
}

// Whole days at least 1, by their quantiles; returns their mean.
typedef double (*Quantile)(double u, double mean);
static double fill_stays(WardOfSize *of, Quantile quantile, double mean) {
    double sum = 0;
    for (int i = 0; i < STAY_CLASSES; i++) {
        of->stay[i] = (float)quantile((i + 0.5) / STAY_CLASSES, mean);
        sum += of->stay[i];
    }
    return sum / STAY_CLASSES;
}

static double constant(double u, double mean) {
    return u < 1 ? mean : 0;
}

static double geometric(double u, double mean) {
    return 1 + floor(log(1 - u) / log(1 - 1 / mean));
}

static double spread_out(double u, double mean) { // lognormal, standard deviation 0.9 of the mean
    const double sigma = sqrt(log(1.81));
    const double days = floor(mean * exp(sigma * curve_normal_quantile(u) - 0.5 * sigma * sigma));
    return days < 1 ? 1 : days;
}

// The work left in the morning is a Lindley walk; it is 0 on the share of mornings that leaves
// 1 - load of all days idle. On such a day one of the comers gets the bed. No law of stays enters.
TEST(one_bed) {
    static const Quantile laws[] = {constant, geometric, spread_out};
    for (int i = 0; i < 3; i++) {
        WardOfSize of = {.open = 1, .limit_days = LONGEST_WAIT};
        const double mean = fill_stays(&of, laws[i], 3), load = 0.53, a_day = load / mean;
        of.a_day[BED_REST] = a_day;
        const double free_in_the_morning = (1 - load) * exp(a_day);
        const double truth = 1 - free_in_the_morning * (1 - exp(-a_day)) / a_day;
        const Meets all = meets(&of);
        assert_within(&all.of[0], truth, 0, "share that waits for one bed");
    }
}

TEST(constant_stays) {
    WardOfSize of = {.open = 13, .limit_days = LONGEST_WAIT};
    const double mean = fill_stays(&of, constant, 7);
    of.a_day[BED_REST] = 0.87 * 13 / mean;
    const ConstantStays truth = {.beds = 13, .stay = 7, .requests_a_day = 0.87 * 13 / 7};
    const Meets all = meets(&of);
    for (int days = 1; days <= LONGEST_PROBE; days++)
        assert_within(&all.of[days - 1], share_that_waits(&truth, days), 0, "share that waits");
    assert_within(&all.of[FREE_SHARE], share_free(&truth), 0, "share of free beds");
    ck_assert_double_eq_tol(share_free(&truth), 1 - 0.87, 1e-9); // Little
}

// Urgent cases first, also in extra beds; the others wait a day and no longer.
TEST(urgent_and_others) {
    const WardChain chain = {.open = 6,
                             .extra = 1,
                             .leaves = 0.16,
                             .urgent_a_day = 0.28,
                             .others_a_day = 0.81,
                             .patience = 1,
                             .most_waiting = 20};
    WardOfSize of = {.open = 6, .extra = 1, .limit_days = 1};
    fill_stays(&of, geometric, 1 / chain.leaves);
    of.a_day[BED_URGENT] = chain.urgent_a_day;
    of.a_day[BED_REST] = chain.others_a_day;
    const ChainLaw truth = ward_law(&chain);
    const Meets all = meets(&of);
    assert_within(&all.of[0], truth.others_later, 0.001, "others who wait a day");
    assert_within(&all.of[REST_ELSEWHERE], truth.others_elsewhere, 0.001, "others sent on");
    assert_within(&all.of[URGENT_ELSEWHERE], truth.urgent_elsewhere, 0.001, "urgent sent on");
}

// What a day's batch spares halves with each doubling of the stay; the rest is Erlang's.
static void assert_goes_to(const WardOfSize *shorter, const WardOfSize *longer, int figure,
                           double truth) {
    const Meets one = meets(shorter), two = meets(longer);
    const double limit = 2 * sample_mean(&two.of[figure]) - sample_mean(&one.of[figure]);
    const double error =
        sqrt(4 * variance_of_mean(&two.of[figure]) + variance_of_mean(&one.of[figure]));
    ck_assert_msg(fabs(limit - truth) <= 3.5 * error + 0.003,
                  "%.5f, Erlang %.5f (standard error %.5f)", limit, truth, error);
    ck_assert_double_gt(fabs(sample_mean(&one.of[figure]) - truth),
                        fabs(sample_mean(&two.of[figure]) - truth));
}

static WardOfSize long_stays(Quantile law, double days, uint32_t extra, BedClass class,
                             double erlang) {
    WardOfSize of = {.open = 6, .extra = extra, .limit_days = LONGEST_WAIT};
    const double mean = fill_stays(&of, law, days);
    of.a_day[class] = erlang / mean;
    return of;
}

TEST(erlang_b_of_any_stays) {
    static const Quantile laws[] = {constant, geometric, spread_out};
    for (int i = 0; i < 3; i++) {
        const WardOfSize shorter = long_stays(laws[i], 9, 3, BED_URGENT, 7.9);
        const WardOfSize longer = long_stays(laws[i], 18, 3, BED_URGENT, 7.9);
        assert_goes_to(&shorter, &longer, URGENT_ELSEWHERE, erlang_b(9, 7.9));
    }
}

TEST(erlang_c_of_geometric_stays) {
    const WardOfSize shorter = long_stays(geometric, 8, 0, BED_REST, 4.3);
    const WardOfSize longer = long_stays(geometric, 16, 0, BED_REST, 4.3);
    assert_goes_to(&shorter, &longer, 0, erlang_c(6, 4.3));
}

// Who was referred or has a family doctor goes before the rest, however long these have waited: by
// conservation of work as many wait in the evening as without classes.
TEST(before_the_rest) {
    WardOfSize alike = {.open = 13, .limit_days = LONGEST_WAIT};
    const double mean = fill_stays(&alike, constant, 7);
    alike.a_day[BED_REST] = 0.92 * 13 / mean;
    WardOfSize apart = alike;
    apart.a_day[BED_BEFORE] = 0.4 * alike.a_day[BED_REST];
    apart.a_day[BED_REST] = 0.6 * alike.a_day[BED_REST];
    const Meets one = meets(&alike), two = meets(&apart);
    const double error =
        sqrt(variance_of_mean(&one.of[FREE_SHARE]) + variance_of_mean(&two.of[FREE_SHARE]));
    ck_assert_double_le(fabs(sample_mean(&one.of[FREE_SHARE]) - sample_mean(&two.of[FREE_SHARE])),
                        3.5 * error);
    for (int days = 1; days < LONGEST_PROBE; days++)
        ck_assert_double_gt(sample_mean(&two.of[days]), sample_mean(&one.of[days]));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a ward of true size with one bed makes as many wait as the discrete queue of one "
              "server, whatever the stays",
              one_bed),
        CLAIM("with constant stays waits are those of the discrete M/D/c queue", constant_stays),
        CLAIM("urgent cases, extra beds and a day of patience keep the law of the chain",
              urgent_and_others),
        CLAIM("for long stays of any law the share of urgent cases sent on goes to Erlang B",
              erlang_b_of_any_stays),
        CLAIM("for long geometric stays the share that waits goes to Erlang C",
              erlang_c_of_geometric_stays),
        CLAIM("who goes before the rest makes them wait longer and leaves as many beds free",
              before_the_rest),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
