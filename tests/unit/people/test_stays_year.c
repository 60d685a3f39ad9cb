// SPDX-License-Identifier: MIT
#include "people/stays_year.h"
#include "unit/claim.h"

#include <string.h>

typedef struct Fixture {
    StayAccounts accounts;
    Report report;
} Fixture;

static void begin(Fixture *fixture, uint32_t persons) {
    report_init(&fixture->report);
    const Status status = stay_accounts_init(&fixture->accounts, persons, &fixture->report);
    ck_assert_int_eq(status, STATUS_OK);
}

static void end(Fixture *fixture) {
    stay_accounts_free(&fixture->accounts);
    report_free(&fixture->report);
}

// An untidy person.
static uint32_t person_of(uint32_t i) {
    return (i * 7919u) % 4999999u;
}

TEST(everybody_has_an_account) {
    Fixture fixture;
    begin(&fixture, 1000);
    for (uint32_t i = 0; i < 1000; i++) {
        StayAccount *account = stay_account(&fixture.accounts, person_of(i));
        ck_assert_ptr_nonnull(account);
        ck_assert_int_eq(account->stays, 0);
        account->stays = (int32_t)i;
        account->fund_paid_fen = -(int32_t)i;
    }
    for (uint32_t i = 0; i < 1000; i++) {
        const StayAccount *account = stay_account(&fixture.accounts, person_of(i));
        ck_assert_int_eq(account->stays, (int32_t)i);
        ck_assert_int_eq(account->fund_paid_fen, -(int32_t)i);
    }
    ck_assert_uint_eq(fixture.accounts.used, 1000);
    end(&fixture);
}

TEST(first_person_has_one_too) {
    Fixture fixture;
    begin(&fixture, 5);
    stay_account(&fixture.accounts, 0)->stays = 3;
    ck_assert_int_eq(stay_account(&fixture.accounts, 0)->stays, 3);
    ck_assert_int_eq(stay_account(&fixture.accounts, 4999999)->stays, 0);
    end(&fixture);
}

TEST(new_year_empties_all) {
    Fixture fixture;
    begin(&fixture, 300);
    for (uint32_t i = 0; i < 300; i++)
        stay_account(&fixture.accounts, person_of(i))->own_in_scope_fen = 17;
    stay_accounts_clear(&fixture.accounts);
    ck_assert_uint_eq(fixture.accounts.used, 0);
    for (uint32_t i = 0; i < 300; i++)
        ck_assert_int_eq(stay_account(&fixture.accounts, person_of(i))->own_in_scope_fen, 0);
    end(&fixture);
}

TEST(more_inpatients_than_foreseen) {
    Fixture fixture;
    begin(&fixture, 48);
    for (uint32_t i = 0; i < 9001; i++)
        stay_account(&fixture.accounts, person_of(i))->stays = (int32_t)i;
    ck_assert_uint_eq(fixture.accounts.used, 9001);
    ck_assert_uint_eq(fixture.accounts.lost, 0);
    for (uint32_t i = 0; i < 9001; i++)
        ck_assert_int_eq(stay_account(&fixture.accounts, person_of(i))->stays, (int32_t)i);
    end(&fixture);
}

TEST(free_accepts_zeroed) {
    StayAccounts accounts = {0};
    stay_accounts_free(&accounts);
    stay_accounts_free(&accounts);
    ck_assert_ptr_null(accounts.row);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each of 1,000 inpatients finds their own account again", everybody_has_an_account),
        CLAIM("the person in slot 0 has an account of their own", first_person_has_one_too),
        CLAIM("a new year empties every account", new_year_empties_all),
        CLAIM("a table for 48 inpatients takes 9,001 and finds each one's account again",
              more_inpatients_than_foreseen),
        CLAIM("freeing a zeroed table is harmless, twice too", free_accepts_zeroed),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
