// SPDX-License-Identifier: MIT
// Bills by the rules of tests/unit/money/hunan.h, by hand and to the fen. A bill of 5,000.00 with
// class A 3,000 and class B 1,500 has P = 3,000 + 0.9 x 1,500 = 4,350 in scope.
#include "base/calendar.h"
#include "payment/listed_bills.h"
#include "unit/claim.h"
#include "unit/money/hunan.h"

enum { MOST = 4 };

typedef struct List {
    ListedCase cases[MOST];
    ListedBill bills[MOST];
    uint32_t count;
} List;

static void add(List *list, const char *person, Scheme scheme, int month, Fen charge, Fen a,
                Fen b) {
    const uint32_t i = list->count++;
    list->cases[i] = (ListedCase){.charge = charge,
                                  .cell = {.kind = KIND_COUNTY_GENERAL,
                                           .level = LEVEL_TWO,
                                           .scheme = (int)scheme,
                                           .stay = true,
                                           .is_dated = true,
                                           .date = calendar_day(2025, month, 1)}};
    list->bills[i] = (ListedBill){.person = person, .class_a = a, .class_b = b};
}

static void pay(List *list, Fen account_yuan) {
    Parameters parameters;
    Report report;
    report_init(&report);
    hunan_rules(&parameters);
    parameters.pool[SCHEME_EMPLOYEE].personal_account = (double)account_yuan;
    Reader reader = {.arena = arena_new(), .report = &report};
    listed_bills_pay(list->cases, list->bills, list->count, &parameters, &reader);
    arena_free(reader.arena);
    for (uint32_t i = 0; i < list->count; i++) {
        const ListedCase *one = &list->cases[i];
        ck_assert_int_eq(one->fund + one->major_illness + one->assistance + one->personal_account +
                             one->own,
                         one->charge);
    }
}

// 80 % of 4,350 - 800; and, listed first but later, with half of the deductible, 80 % of
// 1,200.01 + 0.9 x 333.33 = 1,500.01 (299.997 rounded) less 400.
TEST(second_stay) {
    List list = {.count = 0};
    add(&list, "p", SCHEME_RESIDENT, 6, yuan(2000, 0), yuan(1200, 1), yuan(333, 33));
    add(&list, "p", SCHEME_RESIDENT, 3, yuan(5000, 0), yuan(3000, 0), yuan(1500, 0));
    add(&list, "q", SCHEME_RESIDENT, 9, yuan(5000, 0), yuan(3000, 0), yuan(1500, 0));
    pay(&list, 0);
    ck_assert_int_eq(list.cases[1].in_scope, yuan(4350, 0));
    ck_assert_int_eq(list.cases[1].fund, yuan(2840, 0));
    ck_assert_int_eq(list.cases[0].in_scope, yuan(1500, 1));
    ck_assert_int_eq(list.cases[0].fund, yuan(880, 1)); // 880.008
    ck_assert_int_eq(list.cases[2].fund, yuan(2840, 0));
}

TEST(next_year) {
    List list = {.count = 0};
    add(&list, "p", SCHEME_RESIDENT, 12, yuan(5000, 0), yuan(3000, 0), yuan(1500, 0));
    add(&list, "p", SCHEME_RESIDENT, 12, yuan(5000, 0), yuan(3000, 0), yuan(1500, 0));
    list.cases[1].cell.date = calendar_day(2026, 1, 1);
    list.bills[1].away = AWAY_UNFILED;
    pay(&list, 0);
    ck_assert_int_eq(list.cases[0].fund, yuan(2840, 0));
    ck_assert_int_eq(list.cases[1].fund, yuan(2485, 0)); // 70 % of 3,550
}

// 90 % of 3,550 = 3,195; the account of 1,000 pays of the 1,805 that are left, out of scope too,
// and nothing of the visit that follows (pool: 60 % of 100 - 50).
TEST(account) {
    List list = {.count = 0};
    add(&list, "p", SCHEME_EMPLOYEE, 3, yuan(5000, 0), yuan(3000, 0), yuan(1500, 0));
    add(&list, "p", SCHEME_EMPLOYEE, 3, yuan(100, 0), yuan(100, 0), 0);
    list.cases[1].cell.stay = false;
    pay(&list, 1000);
    ck_assert_int_eq(list.cases[0].fund, yuan(3195, 0));
    ck_assert_int_eq(list.cases[0].personal_account, yuan(1000, 0));
    ck_assert_int_eq(list.cases[0].own, yuan(805, 0));
    ck_assert_int_eq(list.cases[1].fund, yuan(30, 0));
    ck_assert_int_eq(list.cases[1].own, yuan(70, 0));
}

// Level 3: P = 118,000; 65 % of 116,800 = 75,920. Of 42,080 left in scope 25,080 are above 17,000:
// 60 % = 15,048. Assistance 70 % of 27,032 = 18,922.40.
TEST(beyond_the_fund) {
    List list = {.count = 0};
    add(&list, "p", SCHEME_RESIDENT, 3, yuan(150000, 0), yuan(100000, 0), yuan(20000, 0));
    list.cases[0].cell.kind = KIND_CITY_HOSPITAL;
    list.cases[0].cell.level = LEVEL_THREE;
    list.bills[0].entitled = true;
    pay(&list, 0);
    ck_assert_int_eq(list.cases[0].fund, yuan(75920, 0));
    ck_assert_int_eq(list.cases[0].major_illness, yuan(15048, 0));
    ck_assert_int_eq(list.cases[0].assistance, yuan(18922, 40));
    ck_assert_int_eq(list.cases[0].own, yuan(40109, 60));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a person's stays are taken in the order of their dates", second_stay),
        CLAIM("deductibles begin anew on 1 January, and unfiled care is paid less", next_year),
        CLAIM("the account pays what is left of the whole charge, once", account),
        CLAIM("major-illness insurance and assistance pay of what is in scope", beyond_the_fund),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
