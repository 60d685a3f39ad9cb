// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "support/trial.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

// Slots for all; the same people twice, with a festival at which care is put off and with one at
// which nothing is.

enum { DAYS = 120, CATCH_UP = 9, FESTIVAL_DAYS = 7 };

typedef struct Days {
    int64_t first_visits[DAYS], put_off, candidates, opened;
} Days;

static Trial trial;

static int64_t first_visits(const Tally *tally) {
    return tally->contacts[CONTACT_ACUTE] + tally->contacts[CONTACT_ROUTINE] +
           tally->contacts[CONTACT_FLARE];
}

static void live(double festival_factor, Days *days) {
    City *city = trial_prepare(&trial);
    memset(days, 0, sizeof *days);
    city->parameters.time.festival_factor = festival_factor;
    city->parameters.time.festival_days = FESTIVAL_DAYS;
    city->parameters.time.catch_up_days = CATCH_UP;
    city->parameters.time.home_days_after = 30;
    city->parameters.choice.habit_share = 0; // else a visit put off moves the next one
    for (int kind = 0; kind < KIND_COUNT; kind++)
        city->parameters.kind[kind].slot_stretch *= 100;
    trial_begin(&trial);
    int64_t before = 0;
    for (int day = 0; day < DAYS; day++) {
        trial_live(&trial, 1);
        int64_t all = 0;
        for (uint32_t s = 0; s < trial.simulation.shards; s++) {
            const Tally *month = trial.simulation.shard[s].tally;
            const Tally *year = &trial.results.year[0].county[s];
            all += first_visits(month) + first_visits(year);
            if (day + 1 < DAYS) continue;
            days->put_off += month->count[COUNT_PUT_OFF] + year->count[COUNT_PUT_OFF];
            days->candidates += month->count[COUNT_CANDIDATES] + year->count[COUNT_CANDIDATES];
            days->opened += month->count[COUNT_OPENED] + year->count[COUNT_OPENED];
        }
        days->first_visits[day] = all - before;
        before = all;
    }
    trial_end(&trial);
}

// More first visits on each day than if nothing were put off.
static void differences(double more[DAYS], Days *with) {
    static Days without;
    live(0.35, with);
    live(1, &without);
    ck_assert_int_eq(with->candidates, without.candidates);
    ck_assert_int_eq(without.put_off, 0);
    ck_assert_int_gt(with->put_off, 3000);
    for (int day = 0; day < DAYS; day++)
        more[day] = (double)(with->first_visits[day] - without.first_visits[day]);
}

static int first_festival_day(void) {
    return calendar_spring_festival(2022) - 1 - calendar_day(2022, 1, 1);
}

// What is put off comes back, but for those who lie in a bed by then or have died.
TEST(nothing_dropped) {
    static double more[DAYS];
    static Days with;
    differences(more, &with);
    double sum = 0;
    for (int day = 0; day < DAYS; day++)
        sum += more[day];
    ck_assert_double_lt(fabs(sum), 0.02 * (double)with.put_off);
}

TEST(evenly_after) {
    static double more[DAYS];
    static Days with;
    differences(more, &with);
    const int festival = first_festival_day(), after = festival + FESTIVAL_DAYS;
    const double a_day = (double)with.put_off / CATCH_UP;
    for (int day = 0; day < festival; day++)
        ck_assert_double_eq(more[day], 0);
    for (int day = festival; day < after; day++)
        ck_assert_double_lt(more[day], 0);
    for (int day = after; day < after + CATCH_UP; day++)
        ck_assert_double_lt(fabs(more[day] - a_day), 3.5 * sqrt(a_day));
    for (int day = after + CATCH_UP; day < DAYS; day++)
        ck_assert_double_lt(fabs(more[day]), 12); // who was seen late is seen late again
}

int main(void) {
    const Claim claims[] = {
        CLAIM("care put off at Spring Festival is taken up, and hardly any is lost",
              nothing_dropped),
        CLAIM("evenly over the days after it, and at no other time", evenly_after),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
