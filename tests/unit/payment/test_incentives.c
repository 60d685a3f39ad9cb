// SPDX-License-Identifier: MIT
// What a contract makes worth while: signs that need no number of ours, and the margins that
// providers respond to against differences of whole settlements.
#include "payment/capitation.h"
#include "payment/case_mix.h"
#include "payment/fee_for_service.h"
#include "payment/per_diem.h"
#include "unit/claim.h"
#include "unit/payment/town.h"

#include <math.h>

enum { HOSPITALS = 3, CASES = 40 };
static const Period whole_year = {365, 365};

// A year of three hospitals, 40 cases each; `more` acts on the first hospital alone.
typedef struct More {
    Fen item;   // one test on its first case, in scope; the fund pays 60 % of it by item
    int days;   // on its first case
    int cases;  // like its first
    int volume; // every case of every hospital this many times; 0 is once
} More;

typedef struct World {
    ContractYear years[HOSPITALS];
    Clearing clearings[HOSPITALS];
    Pool pool;
    Fen others; // paid by patients and others in scope, to all
} World;

static void add(ContractYear *year, const PaymentContract *contract, const Terms *terms,
                const PaidCase *one) {
    const CaseClaim claim = contract->price(terms, one);
    contract_year_add(year, one, &claim, (CasePart){0, WHOLE});
}

static World settled(const PaymentContract *contract, const Terms *terms, More more) {
    World world = {0};
    const int times = more.volume ? more.volume : 1;
    for (int hospital = 0; hospital < HOSPITALS; hospital++) {
        ContractYear *year = &world.years[hospital];
        year->enrolled = 1000;
        year->risk = WHOLE;
        for (int i = 0; i < CASES + (hospital == 0 ? more.cases : 0); i++) {
            const bool touched = hospital == 0 && i == 0;
            PaidCase one = town_stay((hospital + i) % TOWN_GROUPS, 0);
            one.charge = one.group == TOWN_KNEE ? yuan(15100, 0) : yuan(2600 + 37 * (i % CASES), 0);
            one.in_scope = fen_part(one.charge, 900000) + (touched ? more.item : 0);
            one.fund_by_items = fen_part(fen_part(one.charge, 900000), 600000) +
                                (touched ? fen_part(more.item, 600000) : 0);
            one.charge += touched ? more.item : 0;
            one.days += touched ? more.days : 0;
            for (int k = 0; k < times; k++)
                add(year, contract, terms, &one);
        }
    }
    contract->settle(terms, whole_year, world.years, HOSPITALS, world.clearings, &world.pool);
    for (int i = 0; i < HOSPITALS; i++)
        world.others += world.years[i].in_scope - world.years[i].fund_by_items;
    return world;
}

// In-scope receipts of the first hospital: from patients and others, and from the fund.
static Fen receipts(const World *world) {
    const ContractYear *year = &world->years[0];
    return year->in_scope - year->fund_by_items + year->in_scope_by_items - year->by_items +
           world->clearings[0].paid;
}

static Fen gain(const PaymentContract *contract, const Terms *terms, More more) {
    const World base = settled(contract, terms, (More){0}), after = settled(contract, terms, more);
    return receipts(&after) - receipts(&base);
}

static Terms rate_of(Fen rate) {
    Terms terms = town_case_mix();
    terms.retrospective = false;
    terms.budget = 0;
    terms.rate = rate;
    return terms;
}

TEST(one_more_test) {
    const Terms none = {0}, rate = rate_of(yuan(5600, 0));
    const Fen price = yuan(100, 0), cost = yuan(70, 0);
    ck_assert_int_eq(gain(&payment_fee_for_service, &none, (More){.item = price}), price);
    ck_assert_int_eq(gain(&payment_drg, &rate, (More){.item = price}), 0);
    ck_assert(gain(&payment_fee_for_service, &none, (More){.item = price}) > cost);
    ck_assert(gain(&payment_drg, &rate, (More){.item = price}) < cost);
}

// A visit costs what it is charged (zero mark-up): under fee for service the loss is nothing, by
// head it is the fund's part.
TEST(one_more_visit) {
    const Terms terms = {.per_head = yuan(2000, 0), .savings_kept = WHOLE};
    const World base = settled(&payment_capitation, &terms, (More){0});
    const World after = settled(&payment_capitation, &terms, (More){.cases = 1});
    const Fen visit = after.years[0].in_scope - base.years[0].in_scope;
    const Fen fund = after.years[0].fund_by_items - base.years[0].fund_by_items;
    ck_assert(base.clearings[0].entitlement > after.years[0].fund_by_items);
    ck_assert_int_eq(receipts(&after) - receipts(&base) - visit, -fund);
    ck_assert(fund > 0);
    ck_assert_int_eq(gain(&payment_fee_for_service, &(Terms){0}, (More){.cases = 1}), visit);
}

TEST(twice_the_volume) {
    Terms terms = town_case_mix();
    terms.budget = yuan(300000, 0);
    const World once = settled(&payment_dip, &terms, (More){0});
    const World twice = settled(&payment_dip, &terms, (More){.volume = 2});
    ck_assert_int_eq(once.pool.paid, yuan(300000, 0));
    ck_assert_int_eq(twice.pool.paid, once.pool.paid);
    ck_assert_int_eq(twice.others, 2 * once.others);
    for (int i = 0; i < HOSPITALS; i++)
        ck_assert(once.clearings[i].entitlement > 0 && twice.clearings[i].entitlement > 0);
}

// One hospital alone gains by more cases what the others lose.
TEST(volume_race) {
    Terms terms = town_case_mix();
    terms.budget = yuan(300000, 0);
    const World base = settled(&payment_dip, &terms, (More){0});
    const World after = settled(&payment_dip, &terms, (More){.cases = 1});
    ck_assert(receipts(&after) > receipts(&base));
    ck_assert(after.clearings[1].paid < base.clearings[1].paid);
    ck_assert(after.clearings[2].paid < base.clearings[2].paid);
}

TEST(one_more_day) {
    const Terms terms = {.steps = {{INT32_MAX, yuan(900, 0)}}, .step_count = 1};
    const Terms dip = town_case_mix();
    PaidCase stay = town_stay(TOWN_FEVER, yuan(2600, 0));
    stay.coefficient = WHOLE;
    ck_assert(payment_per_diem.price(&terms, &stay).value > stay.in_scope);
    ck_assert(gain(&payment_per_diem, &terms, (More){.days = 1}) > 0);
    ck_assert_int_eq(gain(&payment_per_diem, &terms, (More){.days = 1}), yuan(720, 0)); // k 0.8
    ck_assert_int_eq(gain(&payment_dip, &dip, (More){.days = 1}), 0);
}

// The margin of an item against the whole settlement of 1,000 yuan more, where both are in the same
// zone; how often they were, with something from the reserve or not.
static void check_item(const PaymentContract *contract, const Terms *terms, int zones[3]) {
    const double fen = 3e-5; // of 1,000 yuan, rounded three times
    const More more = {.item = yuan(1000, 0)};
    const World base = settled(contract, terms, (More){0}), after = settled(contract, terms, more);
    const Margin margin = contract->marginal(terms, base.years, 0, base.clearings, &base.pool);
    const Margin then = contract->marginal(terms, after.years, 0, after.clearings, &after.pool);
    if (fabs(margin.item - then.item) > 0.01) return;
    ck_assert_double_eq_tol((double)gain(contract, terms, more) / (double)more.item, margin.item,
                            fen + fabs(margin.item - then.item));
    const double ratio =
        (double)base.years[0].fund_by_items / (double)(base.clearings[0].entitlement + 1);
    zones[ratio < 1 ? 0 : ratio < 1.1 ? 1 : 2]++;
}

TEST(margins_of_items) {
    int zones[3] = {0};
    check_item(&payment_fee_for_service, &(Terms){0}, zones);
    for (int thousand = 150; thousand <= 900; thousand += 5) { // F from far below A to far above
        Terms terms = town_case_mix();
        terms.budget = yuan(thousand * 1000, 0);
        check_item(&payment_dip, &terms, zones);
        town_add_bands(&terms);
        terms.reserve = yuan(1000000, 0);
        check_item(&payment_dip, &terms, zones);
        terms.reserve = 0;
        check_item(&payment_dip, &terms, zones);
    }
    ck_assert(zones[0] > 20 && zones[1] > 5 && zones[2] > 20);
    for (int rate = 3000; rate <= 9000; rate += 50) {
        Terms terms = rate_of(yuan(rate, 0));
        town_add_bands(&terms);
        terms.reserve = yuan(1000000, 0);
        check_item(&payment_drg, &terms, zones);
    }
    for (int head = 50; head <= 550; head += 10) {
        const Terms terms = {.per_head = yuan(head, 0),
                             .savings_kept = 600000,
                             .losses_shared = 400000,
                             .reserve = yuan(9000000, 0)};
        check_item(&payment_capitation, &terms, zones);
    }
}

TEST(margins_of_days_and_points) {
    const Terms days = {.steps = {{INT32_MAX, yuan(900, 0)}},
                        .step_count = 1,
                        .coefficient = {WHOLE, WHOLE, 800000, WHOLE, WHOLE}};
    const World base = settled(&payment_per_diem, &days, (More){0});
    const Margin day = payment_per_diem.marginal(&days, base.years, 0, base.clearings, &base.pool);
    ck_assert_double_eq_tol(day.day, 72000, 1e-9);

    Terms terms = town_case_mix();
    terms.budget = yuan(300000, 0);
    World world = settled(&payment_dip, &terms, (More){0});
    const Margin point = payment_dip.marginal(&terms, world.years, 0, world.clearings, &world.pool);
    const Fen before = receipts(&world);
    world.years[0].points += 1000; // one point, of some 40,000: V moves by its 40,000th part
    payment_dip.settle(&terms, whole_year, world.years, HOSPITALS, world.clearings, &world.pool);
    ck_assert_double_eq_tol((double)(receipts(&world) - before) / point.point, 1, 1e-3);
    ck_assert(point.point > 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("one more test pays under fee for service and costs inside the DRG band",
              one_more_test),
        CLAIM("by head one more visit costs the fund's part of it", one_more_visit),
        CLAIM("twice everybody's volume leaves the fund's total, and patients pay twice",
              twice_the_volume),
        CLAIM("one hospital's volume is paid by the others", volume_race),
        CLAIM("one more day pays under per diem and nothing under DIP", one_more_day),
        CLAIM("the margin of an item is the difference of two settlements, in every zone",
              margins_of_items),
        CLAIM("so are the margins of a day and of a point", margins_of_days_and_points),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
