// SPDX-License-Identifier: MIT
#include "care/facility.h"
#include "care/ward.h"
#include "base/curves.h"
#include "base/draw.h"
#include "support/chance.h"
#include "support/ward_law.h"
#include "unit/claim.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

enum { RUNS = 48, DAYS = 12000, WARM_UP = 1500, FIGURES = 5 };

// ---- a ward that lives

// One run of a ward under a WardChain; each draws its own numbers.
typedef struct Life {
    Ward ward;
    const WardChain *of;
    DrawKey key;
    uint32_t persons;
    double sum[FIGURES]; // as in ChainLaw, sums instead of means
    double urgent, others;
} Life;

static unsigned poisson(double mean, uint32_t word) {
    const double u = draw_unit(word);
    double p = exp(-mean), sum = p;
    unsigned n = 0;
    while (u > sum && n < 1000) {
        n++;
        p *= mean / n;
        sum += p;
    }
    return n;
}

static uint16_t geometric_days(double leaves, uint32_t word) {
    const double days = 1 + floor(log(draw_unit(word)) / log(1 - leaves));
    return (uint16_t)(days < 30000 ? days : 30000);
}

static void ask(Life *life, unsigned urgent, uint16_t day) {
    const Draw draw = draw_at(life->key, life->persons, PURPOSE_LIBRARY, 1, 0);
    const Request request = {
        .person = life->persons++,
        .urgent = urgent & 1u,
        .key = request_key(urgent ? PRIORITY_URGENT : PRIORITY_PLAIN, draw.word[0])};
    life->sum[urgent ? 2 : 3] += !ward_queue(&life->ward, &request, day);
}

// The ward's door as the day keeps it: ward_answer to everybody in the order of the queue.
static void answer_all(Life *life, uint16_t day) {
    Ward *ward = &life->ward;
    for (uint32_t i = 0; i < ward->waiting_count;) {
        const Waiting who = ward->waiting[i];
        const unsigned urgent = who.request.urgent, waited = (unsigned)(day - who.since_day);
        switch (ward_answer(ward, urgent, waited, life->of->patience)) {
        case BED_NOW: {
            const Draw draw = draw_at(life->key, who.request.person, PURPOSE_LIBRARY, 2, 0);
            const uint16_t stay = geometric_days(life->of->leaves, draw.word[0]);
            ward_leave_queue(ward, i);
            ward_take(ward,
                      &(Stay){.request = who.request, .discharge_day = (uint16_t)(day + stay)});
            break;
        }
        case BED_LATER:
            if (waited == 0) life->sum[4]++;
            i++;
            break;
        case BED_ELSEWHERE:
            ward_leave_queue(ward, i);
            life->sum[urgent ? 2 : 3]++;
            break;
        }
    }
}

static void live_a_day(Life *life, uint16_t day) {
    const Draw draw = draw_at(life->key, day, PURPOSE_LIBRARY, 0, 0);
    const unsigned urgent = poisson(life->of->urgent_a_day, draw.word[0]);
    const unsigned others = poisson(life->of->others_a_day, draw.word[1]);
    life->urgent += urgent;
    life->others += others;
    ward_discharge(&life->ward, day);
    life->ward.event_count = 0;
    for (unsigned i = 0; i < urgent + others; i++)
        ask(life, i < urgent, day);
    answer_all(life, day);
    life->sum[0] += life->ward.occupied;
    life->sum[1] += life->ward.waiting_count;
}

// What one run found, in the order of ChainLaw.
static void live(const WardChain *of, uint32_t run, double found[FIGURES]) {
    Report report;
    report_init(&report);
    Life life = {.of = of, .key = draw_key(20240731, run)};
    ck_assert_int_eq(ward_init(&life.ward, (uint32_t)of->open, (uint32_t)of->extra, &report),
                     STATUS_OK);
    for (uint16_t day = 1; day <= WARM_UP + DAYS; day++) {
        if (day == WARM_UP + 1) {
            for (int i = 0; i < FIGURES; i++)
                life.sum[i] = 0;
            life.urgent = life.others = 0;
        }
        live_a_day(&life, day);
    }
    for (int i = 0; i < FIGURES; i++) {
        const double over = i < 2 ? DAYS : i == 2 ? life.urgent : life.others;
        found[i] = over > 0 ? life.sum[i] / over : 0;
    }
    ward_free(&life.ward);
}

// Each figure of RUNS independent runs lies within 3.5 standard errors of the law.
static void assert_obeys(const WardChain *of, const ChainLaw *law) {
    const double truth[FIGURES] = {law->taken, law->waiting, law->urgent_elsewhere,
                                   law->others_elsewhere, law->others_later};
    double sum[FIGURES] = {0}, squares[FIGURES] = {0};
    for (uint32_t run = 0; run < RUNS; run++) {
        double found[FIGURES];
        live(of, run, found);
        for (int i = 0; i < FIGURES; i++) {
            sum[i] += found[i];
            squares[i] += found[i] * found[i];
        }
    }
    for (int i = 0; i < FIGURES; i++) {
        const double mean = sum[i] / RUNS;
        const double error = sqrt((squares[i] / RUNS - mean * mean) / (RUNS - 1));
        ck_assert_msg(fabs(mean - truth[i]) <= 3.5 * error + 1e-12,
                      "figure %d: %.6f, but the law says %.6f (standard error %.6f)", i, mean,
                      truth[i], error);
    }
}

TEST(queue_without_end) {
    const WardChain of = {
        .open = 7, .leaves = 0.143, .others_a_day = 0.83, .patience = FOREVER, .most_waiting = 130};
    const ChainLaw law = ward_law(&of);
    assert_obeys(&of, &law);
}

TEST(nobody_waits) {
    const WardChain of = {.open = 9, .extra = 2, .leaves = 0.117, .urgent_a_day = 1.31};
    const ChainLaw law = ward_law(&of);
    assert_obeys(&of, &law);
}

TEST(urgent_and_others) {
    const WardChain of = {.open = 5,
                          .extra = 2,
                          .leaves = 0.19,
                          .urgent_a_day = 0.37,
                          .others_a_day = 0.43,
                          .patience = FOREVER,
                          .most_waiting = 70};
    const ChainLaw law = ward_law(&of);
    assert_obeys(&of, &law);
}

TEST(a_day_of_patience) {
    const WardChain of = {.open = 6,
                          .extra = 1,
                          .leaves = 0.16,
                          .urgent_a_day = 0.28,
                          .others_a_day = 0.81,
                          .patience = 1,
                          .most_waiting = 20};
    const ChainLaw law = ward_law(&of);
    assert_obeys(&of, &law);
}

// ---- long stays

// At the same load, a mean stay twice as long halves the distance to Erlang: it is of first order.
TEST(towards_erlang_c) {
    double distance[3];
    for (int i = 0; i < 3; i++) {
        const double leaves = 0.02 / (1 << i);
        const WardChain of = {.open = 6,
                              .leaves = leaves,
                              .others_a_day = 4.7 * leaves,
                              .patience = FOREVER,
                              .most_waiting = 110};
        distance[i] = ward_law(&of).others_later - erlang_c(6, 4.7);
    }
    ck_assert_double_eq_tol(distance[0] / distance[1], 2, 0.1);
    ck_assert_double_eq_tol(distance[1] / distance[2], 2, 0.05);
    ck_assert_double_lt(fabs(distance[2]), 0.005);
}

TEST(towards_erlang_b) {
    double distance[3];
    for (int i = 0; i < 3; i++) {
        const double leaves = 0.02 / (1 << i);
        const WardChain of = {
            .open = 6, .extra = 3, .leaves = leaves, .urgent_a_day = 7.9 * leaves};
        distance[i] = ward_law(&of).urgent_elsewhere - erlang_b(9, 7.9);
    }
    ck_assert_double_eq_tol(distance[0] / distance[1], 2, 0.1);
    ck_assert_double_eq_tol(distance[1] / distance[2], 2, 0.05);
    ck_assert_double_lt(fabs(distance[2]), 0.005);
}

TEST(erlang_is_meant) { // tables of Erlang B: 10 servers lose 1 in 100 at 4.461 Erlang
    ck_assert_double_eq_tol(erlang_b(10, 4.461), 0.01, 1e-5);
    ck_assert_double_eq_tol(erlang_c(1, 0.37), 0.37, 1e-15);
}

// ---- never full

enum { APART = 97, LOOKS = 590, CELLS = 12, ROOM = 400 };

// Lognormal stays, for the truth asks nothing of their law but its mean.
static uint16_t lognormal_days(double mean, uint32_t word) {
    const double sigma = 0.7;
    const double days =
        mean * exp(sigma * curve_normal_quantile(draw_unit(word)) - 0.5 * sigma * sigma);
    return (uint16_t)(days < 1 ? 1 : days + 0.5);
}

// Takes everybody who comes, as the day does where beds are UNLIMITED.
static double take_all(Ward *ward, DrawKey key, uint16_t day, double arrivals, uint32_t *persons) {
    double stays = 0;
    ward_discharge(ward, day);
    ward->event_count = 0;
    const unsigned comers = poisson(arrivals, draw_at(key, day, PURPOSE_LIBRARY, 0, 0).word[0]);
    for (unsigned i = 0; i < comers; i++) {
        const uint32_t person = (*persons)++;
        const Draw draw = draw_at(key, person, PURPOSE_LIBRARY, 2, 0);
        const uint16_t stay = lognormal_days(6.3, draw.word[0]);
        stays += stay;
        ck_assert_int_eq(ward_answer(ward, 0, 0, 0), BED_NOW);
        ward_take(ward,
                  &(Stay){.request = {.person = person}, .discharge_day = (uint16_t)(day + stay)});
    }
    return stays;
}

TEST(never_full) {
    Report report;
    report_init(&report);
    Ward ward;
    const DrawKey key = draw_key(31, 4);
    ck_assert_int_eq(ward_init(&ward, UNLIMITED, 0, &report), STATUS_OK);
    double looks[CELLS] = {0}, days = 0, held = 0;
    uint32_t persons = 0;
    for (uint16_t day = 1; day <= APART * LOOKS; day++) {
        days += take_all(&ward, key, day, 3.7, &persons);
        if (day % APART != 0) continue; // far enough apart to be independent
        held += ward.occupied;
        const int cell = ((int)ward.occupied - 12) / 2;
        looks[cell < 0 ? 0 : cell < CELLS ? cell : CELLS - 1]++;
    }
    const double mean_stay = days / persons, expected = 3.7 * mean_stay;
    ck_assert_double_le(fabs(held / LOOKS - expected), 3.5 * sqrt(expected / LOOKS));

    double share[CELLS] = {0};
    for (unsigned n = 0; n < ROOM; n++) {
        const int cell = ((int)n - 12) / 2;
        share[cell < 0 ? 0 : cell < CELLS ? cell : CELLS - 1] += gsl_ran_poisson_pdf(n, expected);
    }
    ck_assert_double_gt(chance_of_shares(looks, share, CELLS), 1e-4);
    ward_free(&ward);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a ward with geometric stays and Poisson arrivals has the law of the discrete queue",
              queue_without_end),
        CLAIM("a ward in which nobody waits loses what the discrete loss system loses",
              nobody_waits),
        CLAIM("extra beds, urgent cases first and a queue of others keep the law of the chain",
              urgent_and_others),
        CLAIM("patients who wait one day leave as the chain says", a_day_of_patience),
        CLAIM("for long stays the share that waits goes to Erlang C, its error halved each time",
              towards_erlang_c),
        CLAIM("for long stays the share sent elsewhere goes to Erlang B, its error halved each "
              "time",
              towards_erlang_b),
        CLAIM("the formulas of Erlang meet his table", erlang_is_meant),
        CLAIM("a ward that is never full holds arrivals times mean stay, and the count is Poisson",
              never_full),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
