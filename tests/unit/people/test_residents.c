// SPDX-License-Identifier: MIT
#include "people/residents.h"
#include "base/calendar.h"
#include "support/city.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

typedef struct Fixture {
    MadeUpCity made;
    Residents residents;
    Report report;
} Fixture;

static const City *begin(Fixture *fixture, uint32_t scale, uint32_t years) {
    const City *city = made_up_city(&fixture->made);
    report_init(&fixture->report);
    const Status status = residents_init(&fixture->residents, city, scale, years, &fixture->report);
    ck_assert_int_eq(status, STATUS_OK);
    return city;
}

static void end(Fixture *fixture) {
    residents_free(&fixture->residents);
    report_free(&fixture->report);
}

static const uint32_t scales[] = {1, 10, 50};

TEST(everybody_has_a_township) {
    static MadeUpCity made;
    const City *city = made_up_city(&made);
    for (int s = 0; s < 3; s++) {
        double absent = 0;
        for (int t = 0; t < MADE_UP_TOWNSHIPS; t++) {
            const Headcount heads = township_headcount(city, t, scales[s]);
            ck_assert_double_eq_tol(heads.residents,
                                    city->townships[t].residents / (double)scales[s], 0.5);
            absent += heads.absent;
        }
        ck_assert_double_eq_tol(absent, city->parameters.people.absent_insured / scales[s],
                                0.5 * MADE_UP_TOWNSHIPS);
    }
}

TEST(absent_follow_their_county) {
    static MadeUpCity made;
    const City *city = made_up_city(&made);
    double odds[MADE_UP_TOWNSHIPS];
    for (int t = 0; t < MADE_UP_TOWNSHIPS; t++) {
        const Headcount heads = township_headcount(city, t, 1);
        odds[t] = heads.absent / (double)heads.residents;
    }
    ck_assert_double_eq_tol(odds[0] / odds[1], 1, 1e-3);
    ck_assert_double_eq_tol(odds[2] / odds[3], 1, 3e-3);
    ck_assert_double_eq_tol(odds[0] / odds[2], (0.17 / 0.83) / (0.05 / 0.95), 1e-2);
}

TEST(nobody_absent) {
    static MadeUpCity made;
    City *city = made_up_city(&made);
    city->counties[0].absent_share = city->counties[1].absent_share = 0;
    ck_assert_uint_eq(township_headcount(city, 2, 1).absent, 0);
    made_up_city(&made);
    city->parameters.people.absent_insured = 0;
    ck_assert_uint_eq(township_headcount(city, 2, 1).absent, 0);
}

TEST(slots_are_enough) {
    for (int s = 0; s < 3; s++) {
        static Fixture fixture;
        const City *city = begin(&fixture, scales[s], 10);
        const Residents *residents = &fixture.residents;
        for (int t = 0; t < MADE_UP_TOWNSHIPS; t++) {
            const Headcount heads = township_headcount(city, t, scales[s]);
            const uint32_t persons = heads.residents + heads.absent;
            const uint32_t slots = residents->township_first[t + 1] - residents->township_first[t];
            const double births = 10 * city->parameters.people.births_per_1000 / 1000 * persons;
            ck_assert_uint_eq(residents->township_first[t] % TOWNSHIP_ALIGNMENT, 0);
            ck_assert_double_ge(slots, persons + 1.5 * births);
            ck_assert_double_le(slots, persons + 1.5 * births + 16 + TOWNSHIP_ALIGNMENT);
        }
        ck_assert_uint_eq(residents->slots, residents->township_first[MADE_UP_TOWNSHIPS]);
        ck_assert_uint_eq(residents->scale, scales[s]);
        end(&fixture);
    }
}

TEST(counties_hold_their_townships) {
    static Fixture fixture;
    begin(&fixture, 10, 10);
    const Residents *residents = &fixture.residents;
    ck_assert_uint_eq(residents->county_first[0], 0);
    ck_assert_uint_eq(residents->county_first[1], 2);
    ck_assert_uint_eq(residents->county_first[2], 4);
    ck_assert_uint_eq(county_first_slot(residents, 0), 0);
    ck_assert_uint_eq(county_first_slot(residents, 1), residents->township_first[2]);
    ck_assert_uint_eq(county_first_slot(residents, 2), residents->slots);
    end(&fixture);
}

TEST(slots_know_their_township) {
    static Fixture fixture;
    begin(&fixture, 10, 10);
    const Residents *residents = &fixture.residents;
    uint32_t elsewhere = 0;
    for (uint32_t person = 0; person < residents->slots; person++) {
        const int t = resident_township(residents, person);
        elsewhere += person < residents->township_first[t];
        elsewhere += person >= residents->township_first[t + 1];
    }
    ck_assert_uint_eq(elsewhere, 0);
    end(&fixture);
}

TEST(nobody_lives_yet) {
    static Fixture fixture;
    begin(&fixture, 50, 10);
    uint32_t alive = 0, due = 0;
    for (uint32_t person = 0; person < fixture.residents.slots; person++) {
        alive += fixture.residents.resident[person].alive;
        due += fixture.residents.due_day[person] != NEVER;
    }
    ck_assert_uint_eq(alive, 0);
    ck_assert_uint_eq(due, 0);
    end(&fixture);
}

// Born on each fifth day from 1900 to 2020, on every third birthday until 2040.
TEST(birthdays) {
    const int32_t first = calendar_day(1900, 3, 1), last = calendar_day(2020, 12, 31);
    uint32_t too_early = 0, too_late = 0;
    for (int32_t born = first; born < last; born += 5) {
        int year, month, day;
        calendar_split(born, &year, &month, &day);
        if (month == 2 && day == 29) continue;

        const Resident resident = {.birth_day = (uint16_t)(born + DAYS_1900_TO_2021)};
        too_early += resident_age(&resident, born) != 0;
        for (int age = 1; year + age <= 2040; age += 3) {
            const int32_t birthday = calendar_day(year + age, month, day);
            too_early += resident_age(&resident, birthday - 1) != age - 1;
            too_late += resident_age(&resident, birthday + 1) != age;
        }
    }
    ck_assert_uint_eq(too_early, 0);
    ck_assert_uint_eq(too_late, 0);
}

TEST(birth_days_begin_in_1900) {
    ck_assert_int_eq(calendar_day(1900, 1, 1), -DAYS_1900_TO_2021);
}

TEST(not_yet_born) {
    const Resident resident = {.birth_day = DAYS_1900_TO_2021 + 100};
    ck_assert_int_eq(resident_age(&resident, 50), 0);
}

TEST(free_accepts_zeroed) {
    Residents residents = {0};
    residents_free(&residents);
    residents_free(&residents);
    ck_assert_ptr_null(residents.resident);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("townships hold the residents of the table and the city's absent, at every scale",
              everybody_has_a_township),
        CLAIM("townships send away in proportion to their residents and their county's odds",
              absent_follow_their_county),
        CLAIM("a city without absent insured has none", nobody_absent),
        CLAIM("townships begin at a multiple of 64 and keep half as many slots again as births",
              slots_are_enough),
        CLAIM("counties are runs of townships", counties_hold_their_townships),
        CLAIM("every slot knows its township", slots_know_their_township),
        CLAIM("before the first population nobody lives", nobody_lives_yet),
        CLAIM("age counts a birthday on its day or the day after, never the day before", birthdays),
        CLAIM("birth day 0 is 1 January 1900", birth_days_begin_in_1900),
        CLAIM("a child not yet born is 0 years old", not_yet_born),
        CLAIM("freeing zeroed residents is harmless, twice too", free_accepts_zeroed),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
