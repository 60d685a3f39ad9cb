// SPDX-License-Identifier: MIT
#include "support/trial.h"
#include "unit/claim.h"

#include <math.h>

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

// ---- filing

// What the fund paid of what is in scope, at hospitals outside the city.
typedef struct Paid {
    int64_t stays, fund_fen, in_scope_fen;
} Paid;

static Paid paid(int presence) {
    Paid sum = {0};
    for (uint32_t s = 0; s < trial.simulation.shards; s++)
        for (int place = 0; place < PLACES; place++)
            for (int kind = KIND_OUTSIDE_CITY; kind <= KIND_OUTSIDE_PROVINCE; kind++) {
                const StayFlow *flow =
                    &trial.simulation.shard[s].tally->stay_at[presence][place][kind];
                sum.stays += flow->discharges;
                sum.fund_fen += flow->fund_fen;
                sum.in_scope_fen += flow->in_scope_fen;
            }
    return sum;
}

// Stays of a year outside the city. Nobody pays a deductible and nobody is referred; the fund
// pays 70 % at level 3, 60 % at province level, 10 points less if filed, 30 if not.
static Paid paid_in_a_year(int presence, double filed_share, double filed_share_absent) {
    City *city = trial_prepare(&trial);
    Parameters *parameters = &city->parameters;
    parameters->money.major_illness_ceiling = 0;
    parameters->money.filed_rate_cut = 0.1;
    parameters->money.unfiled_rate_cut = 0.3;
    parameters->money.filed_share = filed_share;
    parameters->money.filed_share_absent = filed_share_absent;
    parameters->care.formal_referral_share = 0;
    if (presence == PRESENT) parameters->choice.outside_minutes_province = 20;
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        parameters->pool[scheme].inpatient_ceiling = 2e6;
        parameters->benefit[scheme][LEVEL_THREE] = (BenefitRow){0, 0.7};
        parameters->benefit[scheme][LEVEL_PROVINCE] = (BenefitRow){0, 0.6};
    }
    trial_begin(&trial);
    Paid sum = {0};
    for (int day = 0; day < 364; day++) {
        const Paid before = paid(presence);
        trial_live(&trial, 1);
        const Paid now = paid(presence);
        if (now.stays < before.stays) continue; // counts begin anew
        sum.stays += now.stays - before.stays;
        sum.fund_fen += now.fund_fen - before.fund_fen;
        sum.in_scope_fen += now.in_scope_fen - before.in_scope_fen;
    }
    trial_end(&trial);
    return sum;
}

static double rate_of(Paid sum) {
    return (double)sum.fund_fen / (double)sum.in_scope_fen;
}

TEST(file_where_they_live) {
    const double share = 0.37;
    ck_assert_double_eq_tol(rate_of(paid_in_a_year(ABSENT, 1, 0)), 0.3, 1e-5);
    ck_assert_double_eq_tol(rate_of(paid_in_a_year(ABSENT, 0, 1)), 0.7, 1e-5);
    const Paid some = paid_in_a_year(ABSENT, 1, share);
    ck_assert_int_gt(some.stays, 500);
    // Four standard errors, of stays that count twice: charges vary as much as their mean.
    const double filed = (rate_of(some) - 0.3) / 0.4;
    ck_assert_double_eq_tol(filed, share, 4 * sqrt(2 * share * (1 - share) / (double)some.stays));
}

TEST(file_when_they_leave) {
    ck_assert_int_gt(paid_in_a_year(PRESENT, 0, 1).stays, 25);
    ck_assert_double_eq_tol(rate_of(paid_in_a_year(PRESENT, 0, 1)), 0.3, 1e-5);
    ck_assert_double_eq_tol(rate_of(paid_in_a_year(PRESENT, 1, 0)), 0.5, 1e-5);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("absent insured book no visit while they are away, readmissions included",
              no_visits_while_away),
        CLAIM("their needs are told apart while they are away, and not while at home",
              needs_while_away),
        CLAIM("yet they come back to the bed", still_come_back),
        CLAIM("who has filed has the rate of home where he lives, others the rate of the unfiled",
              file_where_they_live),
        CLAIM("residents who file by themselves lose less of the rate outside the city",
              file_when_they_leave),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
