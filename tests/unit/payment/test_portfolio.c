// SPDX-License-Identifier: MIT
// A year of a few stays under several contracts of one reform, cleared by hand.
#include "payment/portfolio.h"

#include "laws/tiny.h"
#include "payment/deal_file.h"
#include "payment/portfolio_parts.h"
#include "reforms/deals.h"
#include "unit/claim.h"

#include <stdlib.h>
#include <string.h>

enum { NORTH, HEART_WEIGHT = 1200000, BONE_WEIGHT = 900000 };

static Experiment experiment; // each claim runs in a process of its own
static Portfolio portfolio;
static CaseGroup rows[DISEASE_COUNT];
static CaseGroups groups = {.rows = rows, .count = DISEASE_COUNT};

// One group for each disease: the mean case costs 5,000 yuan at level 2, 8,000 at level 3.
static void make_groups(void) {
    for (int g = 0; g < DISEASE_COUNT; g++) {
        rows[g] = (CaseGroup){.weight = WHOLE, .disease = (uint8_t)g};
        rows[g].mean_cost[LEVEL_TWO] = 500000;
        rows[g].mean_cost[LEVEL_THREE] = 800000;
        groups.first[g + 1] = (uint16_t)(g + 1);
    }
    rows[DISEASE_HEART].weight = HEART_WEIGHT;
    rows[DISEASE_MUSCULOSKELETAL].weight = BONE_WEIGHT;
}

static Reform *begin(void) {
    tiny_read(&experiment, 2);
    make_groups();
    Reform *reform = tiny_reform(&experiment, "drg_multi_payment", 2022, 1);
    const double numbers[] = {0, 0, 0.05, 0.92, 0, 1.2, 0.6, 0.4, 2, 3, 60, 30, 0.85, 0.1, 0.9};
    memcpy(reform->value, numbers, sizeof numbers);
    return reform;
}

static void open(void) {
    Deal deals[MOST_DEALS];
    Report report;
    report_init(&report);
    const int count = deals_of_experiment(deals, &experiment);
    for (int d = 0; d < count; d++)
        deals[d].agreement.terms.groups = &groups;
    ck_assert_int_eq(portfolio_init(&portfolio, &experiment.city, deals, count, 1, &report),
                     STATUS_OK);
}

// The contracts of a file, for everybody's city and for one in 50.
static void open_file(void) {
    Deal deals[MOST_DEALS];
    Report report;
    report_init(&report);
    Reader reader = {.arena = experiment.arena, .report = &report};
    tiny_read(&experiment, 2);
    reader.arena = experiment.arena;
    ck_assert_int_eq(deals_of_file(deals, "tests/settle/run.cfg", &experiment.city, 50, &reader),
                     2);
    ck_assert_int_eq(deals[0].agreement.terms.reserve, 200000);
    const int count = deals_of_file(deals, "tests/settle/run.cfg", &experiment.city, 1, &reader);
    ck_assert_int_eq(portfolio_init(&portfolio, &experiment.city, deals, count, 1, &report),
                     STATUS_OK);
    portfolio.has_last = true;
}

static void end(void) {
    portfolio_free(&portfolio);
    experiment_free(&experiment);
}

static uint16_t institution(const char *id) {
    uint16_t i = 0;
    while (strcmp(experiment.city.institutions[i].id, id) != 0)
        i++;
    return i;
}

// A stay of somebody of the north county; amounts in yuan.
static void stay_of(Scheme scheme, const char *where, Disease disease, int days, Fen charge,
                    Fen in_scope, Fen fund) {
    const StayClaim claim = {.facility = institution(where),
                             .scheme = (uint8_t)scheme,
                             .case_class = disease_class[disease],
                             .disease = (uint8_t)disease,
                             .days = days,
                             .charge = 100 * charge,
                             .bed = 100 * charge / 10,
                             .in_scope = 100 * in_scope,
                             .fund = 100 * fund};
    portfolio_add_stay(&portfolio, NORTH, &claim);
}

static void stay(const char *where, Disease disease, int days, Fen charge, Fen in_scope, Fen fund) {
    stay_of(SCHEME_RESIDENT, where, disease, days, charge, in_scope, fund);
}

// Somebody of the other county at the north's hospital.
static void of_the_south(void) {
    const StayClaim claim = {.facility = institution("general-north"),
                             .scheme = SCHEME_RESIDENT,
                             .disease = DISEASE_HEART,
                             .days = 9,
                             .charge = 100000,
                             .in_scope = 90000,
                             .fund = 70000};
    portfolio_add_stay(&portfolio, 1, &claim);
}

// A year in which prices have risen by a twentieth and the items have not.
static void live(Millionths joined, void (*stays)(void)) {
    Outlook outlook = {.price_index = WHOLE, .year = 2023};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        outlook.growth[kind] = WHOLE;
        outlook.price_growth[kind] = 1050000;
    }
    for (int d = 0; d < portfolio.deals; d++)
        for (int county = 0; county < portfolio.counties; county++)
            portfolio.joined[d][county] = joined;
    portfolio_open_books(&portfolio);
    for (int month = 1; month <= 12; month++) {
        portfolio_open_month(&portfolio, &outlook);
        if (month == 5) stays();
        portfolio_close_month(&portfolio, month == 12);
    }
    Report report;
    report_init(&report);
    ck_assert_msg(portfolio_check(&portfolio, "now", &report) == STATUS_OK, "%s",
                  report.count ? report.messages[0] : "no message");
}

static void first_year(void) {
    stay("general-north", DISEASE_HEART, 9, 5000, 4000, 3000);
    stay("general-north", DISEASE_HEART, 11, 5000, 4000, 3000);
    stay("city-hospital", DISEASE_HEART, 12, 8000, 6000, 4800);
    stay("tcm-north", DISEASE_MUSCULOSKELETAL, 10, 1000, 800, 600);
    stay("general-north", DISEASE_MENTAL, 20, 10000, 9000, 7000);
    stay("city-hospital", DISEASE_HEART, 70, 16000, 14000, 10000);
}

static void second_year(void) {
    stay("general-north", DISEASE_HEART, 59, 5000, 4400, 3300);
    stay("tcm-north", DISEASE_MUSCULOSKELETAL, 10, 1000, 800, 600);
    stay("general-north", DISEASE_MENTAL, 40, 22000, 20000, 15000);
    stay("city-hospital", DISEASE_HEART, 60, 15000, 13000, 10000);
}

static Fen cleared(Kind kind) {
    return portfolio.books.account[account_operation(kind, NORTH)];
}

// By group: level 2 came to 8,800 for 3.3 of weight and level 3 to 6,000 for 1.2, so that k is
// 0.810811 and 1.520270, weights times k 4.5, and the rate 1.05 x 14,800 / 4.5 = 3,453.33.
//   heart at the county hospital: 3,453.33 x 0.972973 = 3,360.00 less 1,100 of others: F 2,260; of
//   the 1,040 above it 0.6 of what is below 1.2 F, 271.20 from a reserve of 540: paid 2,531.20
//   package: x at 0.25 of the mean, in full; 3,418.80 x 0.729730 = 2,494.80 less 200: F 2,294.80
// By day: mental illness had 9,000 for 20 days, now 30 + 10 x 0.85 of 472.50: 18,191.25 less 5,000:
//   F 13,191.25; of 1,808.75 above it 0.6 is 1,085.25, of which the reserve has 350
//   long stays had 14,000 for 30 + 40 x 0.85, now 30 + 30 x 0.85 of 229.6875: 12,747.66 less 3,000:
//   F 9,747.66; 0.6 of 252.34 above it is 151.40
TEST(by_hand) {
    begin();
    open();
    live(0, first_year);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].paid, 0);
    live(WHOLE, second_year);
    const Fen heart = 226000 + 27120 - 330000, mental = 1319125 + 35000 - 1500000;
    ck_assert_int_eq(cleared(KIND_COUNTY_GENERAL), heart + mental);
    ck_assert_int_eq(cleared(KIND_COUNTY_TCM), 229480 - 60000);
    ck_assert_int_eq(cleared(KIND_CITY_HOSPITAL), 974766 + 15140 - 1000000);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].items, 2890000);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].cases, 4);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].institutions, 4);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].left_with_nothing, 0);
    end();
}

// With a budget found beforehand and nothing kept beside it, points share what the items came to.
TEST(budget_instead) {
    Reform *reform = begin();
    reform->value[0] = 1;
    reform->value[2] = 0;
    open();
    live(0, first_year);
    live(WHOLE, second_year);
    // groups: 10,800 of budget to the one institution with a case; packages have 600, of which a
    // tenth of a tenth misses its outcome
    ck_assert_int_eq(cleared(KIND_COUNTY_TCM), -600);
    ck_assert_int_eq(cleared(KIND_COUNTY_GENERAL),
                     1080000 - 330000 + 1319125 - 1500000); // days stay by rate
    end();
}

static void none(void) {
}

// Nobody had such a stay the year before: there is nothing to pay by, and items are paid.
TEST(no_past) {
    begin();
    open();
    live(0, none);
    live(WHOLE, second_year);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].paid, 2890000);
    ck_assert_int_eq(cleared(KIND_COUNTY_GENERAL), 0);
    end();
}

// A township centre and a hospital of level 1 are not of level 2 and above.
static void small_ones(void) {
    stay("centre-north-seat", DISEASE_HEART, 7, 1500, 1400, 1100);
    stay("private-north", DISEASE_MENTAL, 60, 3000, 2500, 2000);
}

TEST(small_institutions) {
    begin();
    open();
    live(0, small_ones);
    live(WHOLE, small_ones);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].cases, 0);
    end();
}

// ---- contracts of a file

static void insured_of_two_areas(void) {
    stay("general-north", DISEASE_MUSCULOSKELETAL, 12, 6000, 5000, 4000);
    stay_of(SCHEME_EMPLOYEE, "general-north", DISEASE_UPPER_RESPIRATORY, 6, 2500, 2300, 2000);
    stay("general-north", DISEASE_MENTAL, 20, 8000, 7000, 5000);
}

// 1.107949 x 0.85 of weight, and 0.481636 that is the same everywhere: 1.423393 x 6,000 = 8,540.36
// less 1,300 of others, F 7,240.36; mental illness is in no group of the table and keeps its 5,000.
// Of 12,240.36 in all 10,450 were prepaid; 1,790.36 are due, 9 parts of 11 from the county's fund.
TEST(one_pool) {
    open_file();
    live(WHOLE, insured_of_two_areas);
    const Fen *account = portfolio.books.account;
    ck_assert_int_eq(cleared(KIND_COUNTY_GENERAL), 724036 - 600000);
    ck_assert_int_eq(account[account_fund(SCHEME_RESIDENT, NORTH)], -(146484 - 45000));
    ck_assert_int_eq(account[account_fund(SCHEME_EMPLOYEE, CITY_AREA)], -(32552 - 10000));
    end();
}

static void with_a_visitor(void) {
    insured_of_two_areas();
    portfolio_add_visitor(&portfolio, institution("general-north"), 550000);
}

// All 16,500 of its insured are paid by the contract, 5,500 of a visitor are not: three quarters.
TEST(visitors_are_not_bound) {
    static Incentive by_item[KIND_COUNT][MOST_COUNTIES];
    static const double detection[MOST_COUNTIES];
    const Outlook outlook = {.price_index = WHOLE, .year = 2024};
    for (int turn = 0; turn < 2; turn++) {
        open_file();
        live(WHOLE, turn == 0 ? insured_of_two_areas : with_a_visitor);
        portfolio_open_month(&portfolio, &outlook);
        portfolio_answer(&portfolio, detection, by_item);
        ck_assert_double_eq(portfolio.judgement[institution("general-north")].charge, 1650000);
        ck_assert_double_eq(portfolio.judgement[institution("general-north")].in_scope, 1430000);
        ck_assert_double_eq_tol(portfolio.judgement[institution("general-north")].bound_stays,
                                turn == 0 ? 1 : 0.75, 1e-9);
        end();
    }
}

// Three stays at one hospital: 16,500 yuan, of which beds are a tenth, 14,300 in scope and 11,000
// from the fund, a tenth dearer next year; the one of 5,000 that has no group is among them.
TEST(last_year) {
    Outlook outlook = {.price_index = WHOLE, .year = 2024};
    outlook.growth[KIND_COUNTY_GENERAL] = 1100000;
    open_file();
    live(WHOLE, insured_of_two_areas);
    portfolio_open_month(&portfolio, &outlook);
    const int s = portfolio.slot_of[institution("general-north")];
    const Past past = portfolio_past(&portfolio, 0, ALL_AREAS, s);
    ck_assert_int_eq(past.cases.cases, 3);
    ck_assert_int_eq(past.cases.by_items, 500000);
    ck_assert_int_eq(past.whole.charge, 1650000);
    ck_assert_int_eq(past.whole.bed, 165000);
    ck_assert_int_eq(past.whole.cases.in_scope, 1430000);
    ck_assert_int_eq(portfolio_expected(&portfolio, 0, s, &past), 1210000);
    end();
}

static void two_dear_cases(void) {
    for (int i = 0; i < 20; i++)
        stay("tcm-north", DISEASE_MUSCULOSKELETAL, 12, 5000, 4000, 3000);
    for (int i = 0; i < 2; i++)
        stay("tcm-north", DISEASE_MUSCULOSKELETAL, 29, 20000, 15000, 12000);
}

// Two contracts of a file with a half each: the same claims, each of them twice a case.
TEST(halves) {
    Deal both[2] = {0};
    Report report;
    report_init(&report);
    open_file();
    both[0] = both[1] = portfolio.deal[0];
    both[0].agreement.coverage = both[1].agreement.coverage = WHOLE / 2;
    portfolio_free(&portfolio);
    ck_assert_int_eq(portfolio_init(&portfolio, &experiment.city, both, 2, 1, &report), STATUS_OK);
    portfolio.has_last = true;
    live(WHOLE, insured_of_two_areas);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].cases, 6);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].items, 1100000);
    ck_assert_int_le(llabs(cleared(KIND_COUNTY_GENERAL) - (724036 - 600000)), 2);
    end();
}

// 20 cases of 886.359 points and two of 2,214.420, of which review takes one (5 % of 22) to the
// items: 19,941.600 points are 119,649.60 less 23,000 of others, against items of 72,000.
TEST(reviewed) {
    open_file();
    for (int level = 0; level < LEVEL_COUNT; level++) // of hospitals of this level, and no others
        if (level != LEVEL_TWO) portfolio.deal[0].agreement.terms.outlier_high[level] = 100 * WHOLE;
    live(WHOLE, two_dear_cases);
    ck_assert_int_eq(cleared(KIND_COUNTY_TCM), 9664960 - 7200000);
    end();
}

static void long_and_longer(void) {
    stay("city-hospital", DISEASE_HEART, 30, 16000, 12000, 9000);
    stay("city-hospital", DISEASE_HEART, 70, 26000, 22000, 18000);
}

// 30 x 300, and 60 x 300 + 10 x 240: 29,400 less 7,000 of others against items of 27,000.
TEST(long_stays) {
    open_file();
    live(WHOLE, long_and_longer);
    ck_assert_int_eq(cleared(KIND_CITY_HOSPITAL), 2240000 - 2700000);
    end();
}

// ---- one sum for a group

static void group_first(void) {
    stay("general-north", DISEASE_HEART, 9, 5000, 4000, 3000);
    stay("tcm-north", DISEASE_HEART, 9, 1000, 800, 600);
    stay("outside-province-city", DISEASE_HEART, 9, 9000, 8000, 5000);
    of_the_south();
}

static void group_second(void) {
    stay("general-north", DISEASE_HEART, 9, 5000, 4400, 3300);
    stay("tcm-north", DISEASE_HEART, 9, 1500, 1200, 900);
    stay("outside-province-city", DISEASE_HEART, 9, 8000, 7000, 4000);
    stay("city-hospital", DISEASE_HEART, 9, 2000, 1500, 1000);
    of_the_south();
}

// Last year 3,600 inside and half of 5,000 elsewhere, in twelfths 6,099.96; less half of 5,000 of
// this year 3,599.96 for claims of 4,200. Of 600.04 too much half is shared from a reserve of 610.
TEST(group_budget) {
    static const char *const members[] = {"general-north", "tcm-north"};
    tiny_read(&experiment, 2);
    make_groups();
    Reform *reform = tiny_reform(&experiment, "group_global_budget", 2022, 1);
    const double numbers[] = {0, 0.1, 0.9, 0.8, 0.5, 0.5, 0};
    memcpy(reform->value, numbers, sizeof numbers);
    reform->in_county[1] = 0;
    reform->facilities = members;
    reform->facility_count = 2;
    open();
    live(0, group_first);
    live(WHOLE, group_second);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].budget, 609996);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].borne, 250000);
    ck_assert_int_eq(cleared(KIND_COUNTY_GENERAL), 282854 + 23573 - 330000);
    ck_assert_int_eq(cleared(KIND_COUNTY_TCM), 77142 + 6429 - 90000);
    ck_assert_int_eq(portfolio.cleared[CLEARED_STAYS].cases, 2);
    end();
}

int main(void) {
    const Claim claims[] = {
        CLAIM("groups, bed-days and packages of a year pay what was found by hand, to the fen",
              by_hand),
        CLAIM("with a budget the groups share it, and bed-days go on at their rate",
              budget_instead),
        CLAIM("without a year before, items are paid as they are", no_past),
        CLAIM("township centres and hospitals of level 1 are paid by item", small_institutions),
        CLAIM("a contract of a file is one pool, out of which areas pay by what items came to",
              one_pool),
        CLAIM("two contracts of a file share a case by their coverage", halves),
        CLAIM(
            "one sum for a group pays its members and is charged for its people elsewhere, to the "
            "fen",
            group_budget),
        CLAIM("last year's stays stand with all that they came to, in a group or not", last_year),
        CLAIM("an institution answers to a contract for the part of its charges that it pays",
              visitors_are_not_bound),
        CLAIM("special-case review takes its share of the dear cases back to the items", reviewed),
        CLAIM("a file may pay long stays by day beside the groups of the others", long_stays),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
