// SPDX-License-Identifier: MIT
// The books that a year closes: laws that are checked while a city is lived, and what the funds and
// accounts must be whatever people do.
#include "day/day.h"
#include "day/year_books.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "support/sample.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NORTH = 0, SOUTH = HERE, COUNTIES = 2, LAST_DAYS = 365 + 364 }; // 30 December 2022

// ---- laws

// What ends the run on the last day of the year, in its first message.
static void year_ends(const char *words) {
    const Status status = simulate_day(&lived.simulation, &lived.results, &lived.report);
    ck_assert_int_eq(status, STATUS_LAW_BROKEN);
    ck_assert_msg(strncmp(lived.report.messages[0], "2022: ", 6) == 0 &&
                      strstr(lived.report.messages[0], words) != NULL,
                  "told: %s", lived.report.messages[0]);
    lived_finish();
}

TEST(nothing_spoilt) {
    lived_prepare(LAST_DAYS + 1);
    lived_finish();
}

TEST(a_claim_twice) {
    lived_prepare(LAST_DAYS);
    lived_south()->ledger->claims[fund_group(SCHEME_RESIDENT)][SOUTH][CLAIM_IN_AREA]++;
    year_ends("funds: residents of north: claims = paid to institutions: ");
}

// Nobody but the fund of the city, which no law of the month looks at by area.
TEST(a_claim_at_the_wrong_fund) {
    lived_prepare(LAST_DAYS);
    Fen(*claims)[POOLING_AREAS][CLAIM_PLACES] = lived_south()->ledger->claims;
    claims[fund_group(SCHEME_RESIDENT)][SOUTH][CLAIM_OUTSIDE]--;
    claims[fund_group(SCHEME_EMPLOYEE)][CITY_AREA][CLAIM_OUTSIDE]++;
    year_ends("funds: employees of tiny: claims = paid to institutions: ");
}

TEST(a_fen_cleared_to_nobody) {
    lived_prepare(LAST_DAYS);
    Ledger *visitors = lived.simulation.shard[COUNTIES].ledger;
    ledger_move(visitors, account_operation(KIND_COUNTY_GENERAL, SOUTH), ACCOUNT_STAFF, 1);
    year_ends("funds: employees of tiny: clearing of all funds = cleared to institutions: 0.00 "
              "yuan against -0.01 yuan");
}

TEST(a_corrupted_account) {
    lived_prepare(LAST_DAYS + 1);
    YearResults *year = &lived.results.year[0];
    year->operations->at[KIND_TOWNSHIP_CENTRE][NORTH].inputs += 7;
    ck_assert_int_eq(year_books_check(&lived.results, 0, &lived.experiment.city, &lived.report),
                     STATUS_LAW_BROKEN);
    ck_assert_msg(strstr(lived.report.messages[0], "2022: accounts: township_centre in north: "),
                  "told: %s", lived.report.messages[0]);
    lived_finish();
}

// ---- what flows say

// Paid by the basic funds outside the city, as visits and stays have it.
static Fen flows_outside(const YearResults *year) {
    Fen sum = 0;
    for (int c = 0; c < COUNTIES; c++)
        for (int presence = 0; presence < PRESENCES; presence++)
            for (int kind = 0; kind < KIND_COUNT; kind++)
                sum += year->county[c].visit_at[presence][COUNTIES][kind].fund_fen +
                       year->county[c].stay_at[presence][COUNTIES][kind].fund_fen;
    return sum;
}

TEST(claims_are_flows) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, 1);
    tiny_run(&experiment, 0, &results);
    const FundYear *fund = results.year[0].fund;
    const Fen outside = fund[FUND_EMPLOYEES].claims_outside +
                        fund[FUND_RESIDENTS + NORTH].claims_outside +
                        fund[FUND_RESIDENTS + SOUTH].claims_outside;
    ck_assert_int_gt(outside, 0);
    ck_assert_int_eq(outside, flows_outside(&results.year[0]));
    for (int c = 0; c < COUNTIES; c++) {
        const FundYear *one = &fund[FUND_RESIDENTS + c];
        ck_assert_int_gt(one->claims_of_absent, 0);
        ck_assert_int_le(one->claims_of_absent, one->claims_outside);
        ck_assert_int_eq(one->insured, results.year[0].heads[c].by_scheme[SCHEME_RESIDENT] +
                                           results.year[0].heads[c].absent);
    }
    results_free(&results);
    experiment_free(&experiment);
}

// ---- no drift

enum { STEADY_YEARS = 5 };

// Nobody is born, ages or dies, and nothing grows: what is paid in is the same to the fen, and the
// reserve moves by what claims leave of it.
TEST(no_drift) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, STEADY_YEARS);
    Funding *funding = &experiment.city.parameters.funding;
    funding->resident_contribution_growth = funding->resident_subsidy_growth = 0;
    funding->wage_growth = 0;
    experiment.fixed_demography = 1;
    tiny_run(&experiment, 0, &results);
    for (int f = 0; f < FUND_RESIDENTS + COUNTIES; f++) {
        if (f == FUND_ASSISTANCE) continue; // government pays what it comes to
        const FundYear *first = &results.year[0].fund[f];
        Fen reserve = first->opening;
        for (int y = 0; y < STEADY_YEARS; y++) {
            const FundYear *one = &results.year[y].fund[f];
            const Fen claims = one->claims_in_area + one->claims_in_city + one->claims_outside;
            ck_assert_int_eq(one->insured, first->insured);
            ck_assert_int_eq(fund_income(one), fund_income(first));
            ck_assert_int_eq(one->other_claims, first->other_claims);
            reserve += fund_income(first) - first->other_claims - claims;
            ck_assert_int_eq(one->closing, reserve);
        }
    }
    results_free(&results);
    experiment_free(&experiment);
}

// ---- reforms

TEST(not_before_its_start) {
    Experiment base, reformed;
    Results without, with;
    tiny_read(&base, 2);
    tiny_read(&reformed, 2);
    tiny_reform(&reformed, "village_clinic_insurance_coverage", 2023, 1.0);
    tiny_run(&base, 0, &without);
    tiny_run(&reformed, 0, &with);
    const FundYear *before = with.year[0].fund, *after = with.year[1].fund;
    ck_assert_mem_eq(before, without.year[0].fund, FUND_COUNT * sizeof *before);
    ck_assert_int_eq(after[FUND_RESIDENTS].contributions,
                     without.year[1].fund[FUND_RESIDENTS].contributions);
    ck_assert_int_gt(after[FUND_RESIDENTS].claims_in_area,
                     without.year[1].fund[FUND_RESIDENTS].claims_in_area);
    results_free(&without);
    results_free(&with);
    experiment_free(&base);
    experiment_free(&reformed);
}

// ---- one in n

enum { ONE_IN = 10, WHOLE_RUNS = 8, PARTS_RUNS = 40 };

static void run_at(int scale, int replicate, Experiment *experiment, Results *results) {
    scenario_read_file(experiment, "tests/cities/tiny.cfg",
                       &(Overrides){.years = 1, .scale = scale});
    tiny_run(experiment, replicate, results);
}

// Residents' claims of the city, weighted, in yuan.
static double claims_weighted(int scale, int replicate) {
    Experiment experiment;
    Results results;
    run_at(scale, replicate, &experiment, &results);
    FundYear sum = {0};
    for (int c = 0; c < COUNTIES; c++)
        fund_add(&sum, &results.year[0].fund[FUND_RESIDENTS + c]);
    results_free(&results);
    experiment_free(&experiment);
    return (double)(scale * (sum.claims_in_area + sum.claims_in_city + sum.claims_outside)) / 100;
}

TEST(claims_weigh_back) {
    Sample whole = {0}, part = {0};
    for (int r = 0; r < WHOLE_RUNS; r++)
        sample_add(&whole, claims_weighted(1, r));
    for (int r = 0; r < PARTS_RUNS; r++)
        sample_add(&part, claims_weighted(ONE_IN, r));
    const double apart = fabs(sample_mean(&whole) - sample_mean(&part));
    const double error = sqrt(variance_of_mean(&whole) + variance_of_mean(&part));
    const double bound = 0.05 * sample_mean(&whole) + 3 * error;
    ck_assert_msg(apart < bound && bound < 0.1 * sample_mean(&whole),
                  "one in one %.0f yuan, one in ten %.0f yuan, %.0f standard error",
                  sample_mean(&whole), sample_mean(&part), error);
}

// What goes by heads and by doctors is the whole's, to a head a county and a fen a row.
TEST(the_rest_weighs_back) {
    Experiment experiment, thinned;
    Results whole, part;
    run_at(1, 0, &experiment, &whole);
    run_at(ONE_IN, 0, &thinned, &part);
    for (int f = 0; f < FUND_RESIDENTS + COUNTIES; f++) {
        const FundYear *one = &part.year[0].fund[f];
        if (f >= FUND_RESIDENTS) {
            const FundYear *all = &whole.year[0].fund[f];
            ck_assert_double_lt(fabs((double)(one->insured * ONE_IN - all->insured)),
                                0.05 * (double)all->insured);
            ck_assert_int_eq(one->contributions * all->insured, all->contributions * one->insured);
            ck_assert_int_eq(one->subsidies * all->insured, all->subsidies * one->insured);
        }
    }
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (int c = 0; c < COUNTIES; c++) {
            const Operation *one = &part.year[0].operations->at[kind][c];
            const Operation *all = &whole.year[0].operations->at[kind][c];
            ck_assert_int_le(llabs(one->staff * ONE_IN - all->staff), ONE_IN);
            ck_assert_int_le(llabs(one->fixed * ONE_IN - all->fixed), ONE_IN);
            ck_assert_int_le(llabs(one->subsidy * ONE_IN - all->subsidy), ONE_IN);
        }
    results_free(&whole);
    results_free(&part);
    experiment_free(&experiment);
    experiment_free(&thinned);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a city that is left alone closes its year", nothing_spoilt),
        CLAIM("a claim that no institution was paid stops the run", a_claim_twice),
        CLAIM("a claim booked to another fund stops the run", a_claim_at_the_wrong_fund),
        CLAIM("what institutions cleared and no fund gave stops the run", a_fen_cleared_to_nobody),
        CLAIM("a corrupted account of an institution is told with its place", a_corrupted_account),
        CLAIM("claims outside the city are what flows outside were paid by the funds",
              claims_are_flows),
        CLAIM("with fixed demography and no growth nothing but claims moves a reserve", no_drift),
        CLAIM("a reform moves no fen of the funds before it starts", not_before_its_start),
        CLAIM("claims of one in ten weigh back to those of everybody", claims_weigh_back),
        CLAIM("contributions and costs of one in ten weigh back", the_rest_weighs_back),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
