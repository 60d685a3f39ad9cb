// SPDX-License-Identifier: MIT
#include "support/trial.h"
#include "unit/claim.h"

static Trial trial;

// Of absent insured, since the month began.
typedef struct Booked {
    int64_t visits, stays;
} Booked;

static Booked booked(void) {
    const Simulation *simulation = &trial.simulation;
    Booked sum = {0};
    for (uint32_t s = 0; s < simulation->shards; s++)
        for (int place = 0; place < PLACES; place++)
            for (int kind = 0; kind < KIND_COUNT; kind++) {
                const Tally *tally = simulation->shard[s].tally;
                sum.visits += tally->visit_at[ABSENT][place][kind].visits;
                sum.stays += tally->stay_at[ABSENT][place][kind].discharges;
            }
    return sum;
}

// Lives a year and adds up what is booked on days on which the absent are away, or at home.
static void live_a_year(double readmission_share, Booked *away, Booked *at_home) {
    *away = *at_home = (Booked){0};
    City *city = trial_prepare(&trial);
    city->parameters.demand.readmission_share = readmission_share;
    trial.experiment.scale = 1;
    trial_begin(&trial);
    for (int day = 0; day < 364; day++) {
        const Booked before = booked();
        trial_live(&trial, 1);
        const Booked now = booked();
        if (now.visits + now.stays < before.visits + before.stays) continue; // counts begin anew
        Booked *sum = trial.simulation.today.absent_at_home ? at_home : away;
        sum->visits += now.visits - before.visits;
        sum->stays += now.stays - before.stays;
    }
    trial_end(&trial);
}

TEST(no_visits_while_away) {
    Booked away, at_home;
    live_a_year(0.5, &away, &at_home);
    ck_assert_int_gt(at_home.visits, 1000);
    ck_assert_int_gt(away.stays, 500);
    ck_assert_int_eq(away.visits, 0);
}

// Nine of ten come back, and those again: far more stays than discharges of first needs.
TEST(still_come_back) {
    Booked away, away_again, at_home;
    live_a_year(0, &away, &at_home);
    live_a_year(0.9, &away_again, &at_home);
    ck_assert_int_gt(away.stays, 500);
    ck_assert_int_gt(away_again.stays, 2 * away.stays);
}

static int64_t needs_away(void) {
    int64_t sum = 0;
    for (uint32_t s = 0; s < trial.simulation.shards; s++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            sum += trial.simulation.shard[s].tally->first_choice_away[kind];
    return sum;
}

// January 2022: the absent come home for Spring Festival, on 1 February, in its last days.
TEST(needs_while_away) {
    trial_prepare(&trial);
    trial_begin(&trial);
    int at_home = 0;
    for (int day = 0; day < 30; day++) {
        const int64_t before = needs_away();
        trial_live(&trial, 1);
        if (trial.simulation.today.absent_at_home)
            ck_assert_int_eq(needs_away(), before);
        else
            ck_assert_int_gt(needs_away(), before);
        at_home += trial.simulation.today.absent_at_home != 0;
    }
    ck_assert_int_gt(at_home, 5);
    ck_assert_int_lt(at_home, 25);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("absent insured book no visit while they are away, readmissions included",
              no_visits_while_away),
        CLAIM("their needs are told apart while they are away, and not while at home",
              needs_while_away),
        CLAIM("yet they come back to the bed", still_come_back),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
