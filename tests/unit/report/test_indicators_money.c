// SPDX-License-Identifier: MIT
#include "unit/claim.h"
#include "unit/money/hunan.h"
#include "unit/report/expected_value.h"

#include <string.h>

TEST(payers) {
    const double charge =
        12301.17 + 3650 + 29100 + 41140 + 18880 + 6760 + 65100 + 388600 + 225400 + 95000;
    const double own =
        9301.17 + 3000 + 11000 + 40000 + 18880 + 6760 + 20000 + 150000 + 110000 + 60000;
    expect_value("out_of_pocket_share", hill, 100 * own / charge);
    expect_value("charge_per_person", hill, 3 * charge / 52400);
    expect_value("cost_per_visit", (Scope){HILL, BY_KIND, KIND_VILLAGE_CLINIC}, 12631.17 / 421);
}

// Hill's insured: 3,000 + 17,460 + 1,140 yuan for visits there, none for visits elsewhere;
// stays 45,100 + 208,600 there, 95,400 in the city hospital, 35,000 + 113,000 outside.
TEST(in_county_fund) {
    const double hill_visits = 3000 + 17460 + 1140, hill_stays = 45100 + 208600;
    const double river_visits = 13300 + 2780, river_city = 11440 + 201800, river_out = 17000;
    expect_value("in_county_fund_share", hill,
                 100 * (hill_visits + hill_stays) /
                     (hill_visits + hill_stays + 95400 + 35000 + 113000));
    expect_value("in_county_fund_share", river,
                 100 * river_visits / (river_visits + river_city + river_out));
    expect_value("in_county_fund_share", city,
                 100 * (hill_visits + hill_stays + river_visits) /
                     (hill_visits + hill_stays + 95400 + 35000 + 113000 + river_visits +
                      river_city + river_out));
}

// Of 1,555,900 yuan: 715,900 from the fund, 60,000 from others, of which 10,000 from accounts:
// these paid 11,290 in all, and 1,290 of it for visits.
TEST(reimbursement) {
    expect_value("actual_reimbursement_rate", city, 100 * (715900 + 60000 - 10000) / 1555900.0);
}

// Employees' stays of 100,000 and 60,000 yuan: 70,000 and 48,000 from the fund, 15,000 and 2,000
// from others, of which accounts paid 10,000; their visits of 20,000 yuan: 9,000 in cash, 4,000
// from accounts. Residents' stays of 90,000: 47,000 and 2,500; visits of 30,000, of which 20,000 in
// cash.
TEST(reimbursement_by_scheme) {
    MadeUpResults made;
    made_up_results_open(&made);
    Tally *tally = &made.results.year[1].county[HILL];
    tally->stay_by_scheme[SCHEME_EMPLOYEE] =
        (StayFlow){.charge_fen = 10000000, .fund_fen = 7000000, .other_fen = 1500000};
    tally->stay_by_scheme[SCHEME_RETIRED] =
        (StayFlow){.charge_fen = 6000000, .fund_fen = 4800000, .other_fen = 200000};
    tally->stay_by_scheme[SCHEME_RESIDENT] =
        (StayFlow){.charge_fen = 9000000, .fund_fen = 4700000, .other_fen = 250000};
    tally->visit_by_scheme[SCHEME_RETIRED] =
        (VisitFlow){.charge_fen = 2000000, .own_fen = 900000, .account_fen = 400000};
    tally->visit_by_scheme[SCHEME_RESIDENT] =
        (VisitFlow){.charge_fen = 3000000, .own_fen = 2000000};
    expect_value_of(&made, "actual_reimbursement_rate_employee", city, 100 * 125.0 / 160);
    expect_value_of(&made, "reimbursement_rate_employee_all_care", city, 100 * 132.0 / 180);
    expect_value_of(&made, "actual_reimbursement_rate_resident", city, 100 * 49.5 / 90);
    expect_value_of(&made, "reimbursement_rate_resident_all_care", city, 100 * 59.5 / 120);
    made_up_results_close(&made);
}

// Of the insured, 1,324,000 yuan are in scope and 1,365,500 in the catalogue; at the county general
// hospital 349,000 and 360,000, and major-illness insurance paid 12,000 there; of Hill's employees
// 81,200 and 84,000. Visitors are in neither.
TEST(in_policy) {
    const Scope county = {WHOLE_CITY, BY_KIND, KIND_COUNTY_GENERAL};
    const Scope employees = {HILL, BY_SCHEME, SCHEME_EMPLOYEE};
    expect_value("in_policy_fund_share", city, 100 * (715900 + 12000) / 1324000.0);
    expect_value("in_policy_fund_share_of_catalogue", city, 100 * (715900 + 12000) / 1365500.0);
    expect_value("in_policy_fund_share", county, 100 * (208600 + 12000) / 349000.0);
    expect_value("in_policy_fund_share_of_catalogue", county, 100 * (208600 + 12000) / 360000.0);
    expect_value("in_policy_fund_share", employees, 100 * 70000 / 81200.0);
    expect_value("in_policy_fund_share_of_catalogue", employees, 100 * 70000 / 84000.0);
    expect_value("in_policy_fund_share", hill,
                 100 * (45100 + 208600 + 12000 + 95400 + 35000 + 113000) /
                     (60000 + 349000 + 191000 + 77000 + 261000.0));
}

// A resident's three stays at a county hospital, two of 4,783.29 yuan, by the rules of
// money/hunan.h: in the catalogue 92 % = 4,400.6268 -> 4,400.63, in scope 89.24 % = 4,268.61. The
// fund pays 80 % of what is above 800, 2,774.89, and above 400, 3,094.89. The third, of 120,000
// yuan: 110,400 and 107,088; the fund pays 80 % of what is above 400, 85,350.40. His own 2,667.44
// and 21,737.60 are 7,405.04 above 17,000, of which major-illness insurance pays 60 %, 4,443.02:
// 95,663.20 of 115,625.22 and of 119,201.26.
TEST(in_policy_by_hand) {
    Parameters parameters;
    Benefits benefits;
    MadeUpResults made;
    hunan_rules(&parameters);
    benefits_init(&benefits, &parameters);
    made_up_results_open(&made);
    StayFlow *flows = &made.results.year[1].county[HILL].stay_at[PRESENT][HILL][0];
    memset(made.results.year[1].county, 0, (size_t)made.results.shards * sizeof(Tally));
    Annual annual = {0};
    for (int stay = 0; stay < 3; stay++) {
        const InsuredCharge insured = {.charge = stay < 2 ? yuan(4783, 29) : yuan(120000, 0),
                                       .scheme = SCHEME_RESIDENT,
                                       .kind = KIND_COUNTY_GENERAL,
                                       .level = LEVEL_TWO};
        const Payment payment = benefit_admission(&benefits, &annual, &insured);
        const StayFlow flow = {.fund_fen = payment.fund,
                               .major_illness_fen = payment.major_illness,
                               .in_catalogue_fen = payment.in_catalogue,
                               .in_scope_fen = payment.in_scope};
        stay_flow_add(&flows[KIND_COUNTY_GENERAL], &flow);
    }
    expect_value_of(&made, "in_policy_fund_share", city, 100 * 95663.20 / 115625.22);
    expect_value_of(&made, "in_policy_fund_share_of_catalogue", city, 100 * 95663.20 / 119201.26);
    made_up_results_close(&made);
}

TEST(revenue) {
    expect_value("medical_service_revenue_share", river, 100 * 4000 / 11000.0);
    expect_value("medical_service_revenue_share", city, 100 * 7000 / 20000.0);
    expect_value("medical_revenue", hill, 3 * 97.77);
}

// Of 11,700 fen at the prices before 3,600 were services in the city hospital; 9,000 and 3,000 in
// the county's. Drugs were 11 and 1.33 yuan dearer, services 4 yuan cheaper; each stands for three.
TEST(prices_before) {
    const char *share = "medical_service_revenue_share_before";
    expect_value(share, river, 100 * 3600 / 11700.0);
    expect_value(share, city, 100 * 6600 / 20700.0);
    expect_value("procurement_savings", river, 3 * 11.0);
    expect_value("procurement_savings", city, 3 * (11.0 + 1.33));
    expect_value("service_price_gains", city, 3 * 4.0);
    expect_value("service_price_gains", hill, 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the out-of-pocket share is cash over the residents' whole charge", payers),
        CLAIM("personal accounts do not count as reimbursement", reimbursement),
        CLAIM("nor by scheme, where employees and the retired are one", reimbursement_by_scheme),
        CLAIM("the fund's in-county share counts what stays in a county of its insured's money",
              in_county_fund),
        CLAIM("the in-policy share is what the funds pay of what is in scope, or in the catalogue",
              in_policy),
        CLAIM("the in-policy share of three stays is that of their bills, computed by hand",
              in_policy_by_hand),
        CLAIM("service revenue is what is left of public hospitals' revenue", revenue),
        CLAIM("what changed prices did is told apart from what volumes did", prices_before),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
