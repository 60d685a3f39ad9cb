// SPDX-License-Identifier: MIT
#include "payment/listed_bills.h"

#include "base/calendar.h"

#include <stdlib.h>
#include <string.h>

// A case in the order of its person's dates.
typedef struct Turn {
    const char *person;
    int32_t date;
    uint32_t index;
} Turn;

static int compare_turns(const void *a, const void *b) {
    const Turn *one = a, *other = b;
    const int persons = strcmp(one->person, other->person);
    if (persons != 0) return persons;
    if (one->date != other->date) return one->date < other->date ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

static int year_of(int32_t date) {
    int year, month, day;
    calendar_split(date, &year, &month, &day);
    return year;
}

// The rules for a charge that is in scope as a whole: what is out of scope, and the account that
// pays for it too, come after them.
static void rules_in_scope(Benefits *benefits) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        benefits->in_scope[kind] = benefits->in_catalogue[kind] = WHOLE;
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        benefits->scheme[scheme].personal_account = 0;
}

static void pay(ListedCase *one, const ListedBill *bill, Annual *annual, const Benefits *benefits,
                Fen account) {
    const InsuredCharge insured = {.charge = one->in_scope,
                                   .scheme = (uint8_t)one->cell.scheme,
                                   .kind = (uint8_t)one->cell.kind,
                                   .level = (uint8_t)one->cell.level,
                                   .away = bill->away,
                                   .managed_conditions = (uint8_t)bill->managed,
                                   .village_settled = 1,
                                   .entitled = bill->entitled};
    const Payment payment = one->cell.stay ? benefit_admission(benefits, annual, &insured)
                                           : benefit_visit(benefits, annual, &insured);
    const Fen left = one->charge - payment.fund - payment.major_illness - payment.assistance;
    one->fund = payment.fund;
    one->major_illness = payment.major_illness;
    one->assistance = payment.assistance;
    one->personal_account = fen_least(left, fen_most(account - annual->account_paid, 0));
    one->own = left - one->personal_account;
    annual->account_paid += (int32_t)one->personal_account;
}

void listed_bills_pay(ListedCase *cases, const ListedBill *bills, uint32_t count,
                      const Parameters *parameters, Reader *reader) {
    const Millionths scope_of_b = WHOLE - millionths(parameters->money.class_b_own_share);
    Turn *turns = arena_take(reader->arena, count, sizeof *turns);
    Benefits *benefits = arena_take(reader->arena, 1, sizeof *benefits);
    Fen accounts[SCHEME_COUNT];
    if (!turns || !benefits) return;
    benefits_init(benefits, parameters);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        accounts[scheme] = benefits->scheme[scheme].personal_account;
    rules_in_scope(benefits);

    for (uint32_t i = 0; i < count; i++)
        turns[i] = (Turn){bills[i].person, cases[i].cell.date, i};
    qsort(turns, count, sizeof *turns, compare_turns);
    Annual annual = {0};
    for (uint32_t i = 0; i < count; i++) {
        ListedCase *one = &cases[turns[i].index];
        const ListedBill *bill = &bills[turns[i].index];
        const bool same = i > 0 && strcmp(turns[i].person, turns[i - 1].person) == 0 &&
                          year_of(turns[i].date) == year_of(turns[i - 1].date);
        if (!same) annual = (Annual){0};
        one->in_scope = bill->class_a + fen_part(bill->class_b, scope_of_b);
        pay(one, bill, &annual, benefits, accounts[one->cell.scheme]);
    }
}
