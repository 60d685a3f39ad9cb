// SPDX-License-Identifier: MIT
// What levers that switch contracts on agree by their numbers.
#include "unit/claim.h"
#include "unit/reforms/lever_cases.h"

#include <string.h>

static Experiment experiment; // each claim runs in a process of its own

// A deal of a lever that switches contracts on, by the numbers of its case.
static Deal deal_of(const char *name, int which) {
    int i = 0;
    while (strcmp(lever_cases[i].lever, name) != 0)
        i++;
    const Reform *reform = lever_put_case(&experiment, &lever_cases[i]);
    Deal deal = {.reform = 0};
    levers[reform->lever]->agree[which](&deal, reform->value);
    return deal;
}

TEST(points) {
    const Deal deal = deal_of("dip_payment", 0);
    const Terms *terms = &deal.agreement.terms;
    ck_assert_int_eq(deal.budget_growth, -13000);
    ck_assert_int_eq(deal.reserve_share, 57000);
    ck_assert_int_eq(terms->prepayment, 910000);
    ck_assert_int_eq(terms->keep_from, 830000);
    ck_assert_int_eq(terms->overrun_count, 1);
    ck_assert_int_eq(terms->overrun[0].to, 1170000);
    ck_assert_int_eq(terms->overrun[0].share, 610000);
    for (int level = 0; level < LEVEL_COUNT; level++) {
        ck_assert_int_eq(terms->outlier_low[level], 430000);
        ck_assert_int_eq(terms->outlier_high[level], 2300000);
    }
    ck_assert(deal.designated && terms->retrospective && deal.agreement.scope.stays &&
              !deal.agreement.scope.visits);
}

TEST(heads) {
    const Deal deal = deal_of("outpatient_capitation", 0);
    const Terms *terms = &deal.agreement.terms;
    ck_assert_int_eq(deal.per_head, 1070000);
    ck_assert_int_eq(deal.risk_share, 410000);
    ck_assert_int_eq(deal.reserve_share, 53000);
    ck_assert_int_eq(terms->savings_kept, 370000);
    ck_assert_int_eq(terms->losses_shared, 230000);
    ck_assert_int_eq(terms->up_referrals_borne, 590000);
    ck_assert_int_eq(terms->prepayment, 870000);
    ck_assert(!deal.designated && deal.agreement.scope.visits && !deal.agreement.scope.stays);
    ck_assert_uint_eq(deal.agreement.scope.schemes, 1u << SCHEME_RESIDENT);
}

static void assert_multi(const Deal *deal, const char *contract, Millionths growth) {
    const Terms *terms = &deal->agreement.terms;
    ck_assert_str_eq(deal->agreement.contract->name, contract);
    ck_assert_int_eq(deal->budget_growth, growth);
    ck_assert_int_eq(deal->reserve_share, 43000);
    ck_assert_int_eq(terms->prepayment, 930000);
    ck_assert_int_eq(terms->keep_from, 790000);
    ck_assert_int_eq(terms->overrun[0].to, 1130000);
    ck_assert_int_eq(terms->overrun[0].share, 570000);
    ck_assert(deal->agreement.scope.stays && !terms->retrospective && !deal->designated);
    ck_assert_uint_eq(deal->agreement.scope.levels, 1u << LEVEL_TWO | 1u << LEVEL_THREE);
}

TEST(group_budget) {
    const Deal deal = deal_of("group_global_budget", 0);
    const Terms *terms = &deal.agreement.terms;
    ck_assert_str_eq(deal.agreement.contract->name, "global_budget");
    ck_assert_int_eq(deal.budget_growth, 17000);
    ck_assert_int_eq(deal.reserve_share, 61000);
    ck_assert_int_eq(terms->prepayment, 830000);
    ck_assert_int_eq(terms->savings_kept, 710000);
    ck_assert_int_eq(terms->losses_shared, 290000);
    ck_assert_int_eq(terms->up_referrals_borne, 470000);
    ck_assert(deal.of_enrolled && deal.agreement.scope.stays && terms->retrospective);
}

TEST(multi_payment) {
    const Deal mental = deal_of("drg_multi_payment", 0), days = deal_of("drg_multi_payment", 1);
    const Deal package = deal_of("drg_multi_payment", 2), groups = deal_of("drg_multi_payment", 3);
    assert_multi(&mental, "per_diem", -17000);
    assert_multi(&days, "per_diem", -17000);
    assert_multi(&package, "drg", -35382); // 0.983 x (1 - 0.17 x 0.11) - 1
    assert_multi(&groups, "drg", -17000);
    ck_assert_uint_eq(mental.agreement.scope.diseases, 1u << DISEASE_MENTAL);
    ck_assert_int_eq(days.agreement.scope.days_from, 57);
    ck_assert_int_eq(days.agreement.terms.steps[0].to_day, 23);
    ck_assert_int_eq(100 * days.agreement.terms.steps[1].fen,
                     83 * days.agreement.terms.steps[0].fen);
    ck_assert_int_eq(package.agreement.terms.outlier_low[LEVEL_TWO], 0);
    ck_assert_int_eq(groups.agreement.terms.outlier_low[LEVEL_TWO], 370000);
    ck_assert_int_eq(groups.agreement.terms.outlier_high[LEVEL_TWO], 2300000);
    ck_assert_int_eq(groups.agreement.terms.outlier_high[LEVEL_THREE], 3100000);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("payment by points says what its numbers say", points),
        CLAIM("payment by head says what its numbers say", heads),
        CLAIM("one budget for a group says what its numbers say", group_budget),
        CLAIM("the four contracts of multiple payment say what its numbers say", multi_payment),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
