// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "payment/agreement.h"
#include "payment/capitation.h"
#include "payment/per_diem.h"
#include "unit/claim.h"

#include <string.h>

static const char *const hill[] = {"hill"}, *const river[] = {"river"};
static const char *const county[] = {"county", "north"}, *const north[] = {"south", "north"};

static Agreement all_stays(void) {
    return (Agreement){
        .contract = &payment_per_diem, .scope = {.stays = true}, .coverage = WHOLE, .name = "one"};
}

static Cell stay(void) {
    return (Cell){.facility = "county",
                  .place = "hill",
                  .kind = KIND_COUNTY_GENERAL,
                  .level = LEVEL_TWO,
                  .scheme = SCHEME_RESIDENT,
                  .case_class = CLASS_ACUTE,
                  .disease = DISEASE_HEART,
                  .days = 30,
                  .stay = true,
                  .is_dated = true,
                  .date = calendar_day(2025, 7, 1)};
}

static bool covers(AgreementScope scope, Cell cell) {
    Agreement agreement = all_stays();
    const char *lacking;
    scope.stays = true;
    agreement.scope = scope;
    const bool covered = agreement_covers(&agreement, &cell, &lacking);
    ck_assert_ptr_null(lacking);
    return covered;
}

static AgreementScope between(int from_month, int from_day, int to_month, int to_day) {
    return (AgreementScope){.is_dated = true,
                            .from = calendar_day(2025, from_month, from_day),
                            .to = calendar_day(2025, to_month, to_day)};
}

TEST(covered) {
    Cell visit = stay();
    visit.stay = false;
    ck_assert(covers((AgreementScope){0}, stay()));
    ck_assert(!covers((AgreementScope){0}, visit));
    ck_assert(covers((AgreementScope){.facilities = {county, 2}}, stay()));
    ck_assert(!covers((AgreementScope){.facilities = {north, 2}}, stay()));
    ck_assert(covers((AgreementScope){.places = {hill, 1}}, stay()));
    ck_assert(!covers((AgreementScope){.places = {river, 1}}, stay()));
    ck_assert(covers((AgreementScope){.kinds = 1u << KIND_COUNTY_GENERAL}, stay()));
    ck_assert(!covers((AgreementScope){.kinds = 1u << KIND_COUNTY_TCM}, stay()));
    ck_assert(!covers((AgreementScope){.levels = 1u << LEVEL_THREE}, stay()));
    ck_assert(!covers((AgreementScope){.schemes = 1u << SCHEME_EMPLOYEE}, stay()));
    ck_assert(!covers((AgreementScope){.classes = 1u << CLASS_CHRONIC}, stay()));
    ck_assert(covers((AgreementScope){.classes = 1u << CLASS_CHRONIC | 1u << CLASS_ACUTE}, stay()));
    ck_assert(covers((AgreementScope){.diseases = 1u << DISEASE_HEART}, stay()));
    ck_assert(!covers((AgreementScope){.diseases = 1u << DISEASE_MENTAL}, stay()));
    ck_assert(covers((AgreementScope){.days_from = 30, .days_to = 30}, stay()));
    ck_assert(!covers((AgreementScope){.days_from = 31}, stay()));
    ck_assert(!covers((AgreementScope){.days_to = 29}, stay()));
}

TEST(days_of_force) {
    ck_assert(covers(between(7, 1, 12, 31), stay()));
    ck_assert(!covers(between(7, 2, 12, 31), stay()));
    ck_assert(covers(between(1, 1, 7, 1), stay()));
    ck_assert(!covers(between(1, 1, 6, 30), stay()));
}

TEST(lacking) {
    Agreement agreement = all_stays();
    Cell cell = stay();
    const char *what;
    cell.scheme = UNKNOWN;
    ck_assert(agreement_covers(&agreement, &cell, &what));
    ck_assert_ptr_null(what);
    agreement.scope.schemes = 1u << SCHEME_RESIDENT;
    ck_assert(!agreement_covers(&agreement, &cell, &what));
    ck_assert_str_eq(what, "scheme");
    agreement.scope.facilities = (Names){north, 2}; // not asked there
    ck_assert(!agreement_covers(&agreement, &cell, &what));
    ck_assert_ptr_null(what);
}

// Whether two scopes, each taken whole, conflict, in either order.
static bool conflict(AgreementScope one, AgreementScope other) {
    Agreement rows[2] = {all_stays(), all_stays()};
    const Agreements agreements = {.rows = rows, .count = 2};
    one.stays = other.stays = true;
    rows[0].scope = one;
    rows[1].scope = other;
    const bool found = agreements_conflict(&agreements, 1) == 0;
    rows[0].scope = other;
    rows[1].scope = one;
    ck_assert_int_eq(agreements_conflict(&agreements, 1) == 0, found);
    ck_assert_int_eq(agreements_conflict(&agreements, 0), -1);
    return found;
}

TEST(meeting) {
    ck_assert(conflict((AgreementScope){0}, (AgreementScope){0}));
    ck_assert(conflict((AgreementScope){.facilities = {county, 2}},
                       (AgreementScope){.facilities = {north, 2}}));
    ck_assert(
        !conflict((AgreementScope){.places = {hill, 1}}, (AgreementScope){.places = {river, 1}}));
    ck_assert(conflict((AgreementScope){.places = {hill, 1}}, (AgreementScope){.schemes = 1}));
    ck_assert(!conflict((AgreementScope){.schemes = 1}, (AgreementScope){.schemes = 6}));
    ck_assert(!conflict((AgreementScope){.facilities = {county, 2}},
                        (AgreementScope){.places = {hill, 1}}));
    ck_assert(conflict((AgreementScope){.facilities = {county, 2}, .places = {hill, 1}},
                       (AgreementScope){.places = {hill, 1}}));
    ck_assert(conflict(between(1, 1, 6, 30), between(6, 30, 12, 31)));
    ck_assert(!conflict(between(1, 1, 6, 30), between(7, 1, 12, 31)));
    ck_assert(!conflict((AgreementScope){.diseases = 1}, (AgreementScope){.diseases = 6}));
    ck_assert(conflict((AgreementScope){.days_from = 60}, (AgreementScope){.days_to = 60}));
    ck_assert(!conflict((AgreementScope){.days_from = 60}, (AgreementScope){.days_to = 59}));
}

TEST(coverages) {
    Agreement rows[2] = {all_stays(), all_stays()};
    const Agreements agreements = {.rows = rows, .count = 2};
    rows[0].coverage = 400000;
    rows[1].coverage = 600000;
    ck_assert_int_eq(agreements_conflict(&agreements, 1), 0); // neither says that it shares
    rows[0].names_coverage = true;
    ck_assert_int_eq(agreements_conflict(&agreements, 1), 0);
    rows[1].names_coverage = true;
    ck_assert_int_eq(agreements_conflict(&agreements, 1), -1);
    rows[1].coverage++;
    ck_assert_int_eq(agreements_conflict(&agreements, 1), 0);
}

// 0.4 to the first, 0.35 to the third, which begins where the first ends; the rest by item.
TEST(parts) {
    Agreement rows[4] = {all_stays(), all_stays(), all_stays(), all_stays()};
    const Agreements agreements = {.rows = rows, .count = 4};
    const Cell cell = stay();
    CellParts parts;
    for (int i = 0; i < 4; i++)
        rows[i].names_coverage = true;
    rows[0].coverage = 400000;
    rows[1].scope.schemes = 1u << SCHEME_EMPLOYEE;
    rows[2].coverage = 350000;
    ck_assert(agreements_of_cell(&agreements, &cell, true, &parts));
    ck_assert_int_eq(parts.count, 3);
    ck_assert_int_eq(parts.at[1].agreement, 2);
    ck_assert_int_eq(parts.at[1].part.from, 400000);
    ck_assert_int_eq(parts.at[2].agreement, 3);
    ck_assert_int_eq(parts.at[2].part.from, 750000);
    ck_assert_int_eq(parts.at[2].part.to, WHOLE);

    rows[0].coverage = 650000; // nothing is left to the items
    ck_assert(agreements_of_cell(&agreements, &cell, true, &parts));
    ck_assert_int_eq(parts.count, 2);
    rows[0].coverage++;
    ck_assert(!agreements_of_cell(&agreements, &cell, true, &parts));
    ck_assert(parts.conflict[0] == 0 && parts.conflict[1] == 2);

    rows[0].coverage = 0; // as if it were not there
    ck_assert(agreements_of_cell(&agreements, &cell, true, &parts));
    ck_assert_int_eq(parts.count, 2);
    ck_assert_int_eq(parts.at[0].part.from, 0);
    rows[2].contract = &payment_capitation;
    ck_assert(agreements_of_cell(&agreements, &cell, false, &parts));
    ck_assert_int_eq(parts.count, 1);
    ck_assert_int_eq(parts.at[0].agreement, 3);
}

TEST(periods) {
    Agreement agreement = all_stays();
    ck_assert_int_eq(agreement_period(&agreement, 2024).days, 366);
    agreement.scope.is_dated = true;
    agreement.scope.from = calendar_day(2025, 7, 1);
    agreement.scope.to = calendar_day(2026, 1, 31);
    ck_assert_int_eq(agreement_period(&agreement, 2024).days, 0);
    ck_assert_int_eq(agreement_period(&agreement, 2025).days, 184);
    ck_assert_int_eq(agreement_period(&agreement, 2026).days, 31);
    ck_assert_int_eq(agreement_period(&agreement, 2026).days_of_year, 365);
    ck_assert_int_eq(agreement_period(&agreement, 2027).days, 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a contract covers what every part of its scope names", covered),
        CLAIM("the first and the last day of a contract belong to it", days_of_force),
        CLAIM("what a contract asks for and nobody knows is named, where it is asked", lacking),
        CLAIM("contracts conflict where every part of their scopes meets", meeting),
        CLAIM("contracts that share a cell say so, and add to no more than one", coverages),
        CLAIM("the parts of a cell follow each other, and what is left is paid by item", parts),
        CLAIM("a contract is in force on its own days of a year", periods),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
