// SPDX-License-Identifier: MIT
#include "people/clock.h"
#include "base/calendar.h"
#include "base/draw.h"
#include "people/residents.h"
#include "support/city.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

enum { DAYS = 1096, FIRST_YEAR = 2022 }; // 2022 to 2024, a leap year

// A season that is nothing's: 0.8 to 1.26, the same in no two half-months.
static double bound_of(int half) {
    return 0.8 + 0.02 * half;
}

typedef struct Fixture {
    MadeUpCity made;
    Clock clock;
    Report report;
} Fixture;

static void begin_days(Fixture *fixture, double weekend_factor, int32_t first_day, uint32_t days,
                       double season) {
    City *city = made_up_city(&fixture->made);
    city->parameters.time.weekend_factor = weekend_factor;
    for (int year = 0; year < BACKGROUND_YEAR_COUNT; year++)
        city->parameters.background[year].visits_factor = 0.7 + 0.1 * year;

    double bound[HALF_MONTHS];
    for (int half = 0; half < HALF_MONTHS; half++)
        bound[half] = season * bound_of(half);
    report_init(&fixture->report);
    const Status status =
        clock_init(&fixture->clock, city, first_day, days, bound, &fixture->report);
    ck_assert_int_eq(status, STATUS_OK);
}

static void begin_at(Fixture *fixture, double weekend_factor, int32_t first_day) {
    begin_days(fixture, weekend_factor, first_day, DAYS, 1);
}

static void begin(Fixture *fixture) {
    begin_at(fixture, 0.6, calendar_day(FIRST_YEAR, 1, 1));
}

static void end(Fixture *fixture) {
    clock_free(&fixture->clock);
    report_free(&fixture->report);
}

static double length_of(const Clock *clock, int day) {
    return (clock->begins[day + 1] - clock->begins[day]) / (double)CLOCK_UNIT;
}

// The pace that a day should have, put together from the numbers given above.
static double pace_of(int32_t date, double weekend_factor) {
    int year, month, day_of_month;
    calendar_split(date, &year, &month, &day_of_month);
    const int weekday = calendar_weekday(date);
    const int weekend = weekday == SATURDAY || weekday == SUNDAY;
    const double week = (weekend ? weekend_factor : 1) * 7 / (5 + 2 * weekend_factor);
    const int row = year < 2021 ? 0 : year > 2030 ? 9 : year - 2021;
    return bound_of(2 * month - (day_of_month <= 15 ? 2 : 1)) * week * (0.7 + 0.1 * row);
}

TEST(half_months) {
    ck_assert_int_eq(clock_half_month(1, 1), 0);
    ck_assert_int_eq(clock_half_month(1, 15), 0);
    ck_assert_int_eq(clock_half_month(1, 16), 1);
    ck_assert_int_eq(clock_half_month(2, 28), 3);
    ck_assert_int_eq(clock_half_month(12, 15), 22);
    ck_assert_int_eq(clock_half_month(12, 31), 23);
}

TEST(days_are_as_long_as_their_pace) {
    static Fixture fixture;
    begin(&fixture);
    for (int day = 0; day < DAYS; day++)
        ck_assert_double_eq_tol(length_of(&fixture.clock, day),
                                pace_of(fixture.clock.first_day + day, 0.6),
                                0.5 / CLOCK_UNIT + 1e-9);
    end(&fixture);
}

TEST(a_week_keeps_its_sum) {
    static Fixture even, uneven;
    begin_at(&even, 1.0, calendar_day(FIRST_YEAR, 3, 1));
    begin_at(&uneven, 0.31, calendar_day(FIRST_YEAR, 3, 1));
    for (int start = 0; start < 7; start++) // inside one half-month
        ck_assert_double_eq_tol(uneven.clock.begins[start + 7] - (double)uneven.clock.begins[start],
                                even.clock.begins[start + 7] - (double)even.clock.begins[start], 7);
    end(&even);
    end(&uneven);
}

TEST(years_outside_the_table) {
    static Fixture early, late;
    begin_at(&early, 0.6, calendar_day(2019, 1, 1));
    begin_at(&late, 0.6, calendar_day(2029, 1, 1));
    ck_assert_double_eq_tol(length_of(&early.clock, 5), pace_of(early.clock.first_day + 5, 0.6),
                            1e-4);
    ck_assert_double_eq_tol(length_of(&late.clock, 1000), pace_of(late.clock.first_day + 1000, 0.6),
                            1e-4);
    end(&early);
    end(&late);
}

TEST(operational_time_inverts) {
    static Fixture fixture;
    begin(&fixture);
    const Clock *clock = &fixture.clock;
    uint32_t outside_its_day = 0, late = 0, early = 0;
    for (uint64_t time = 0; time < clock->begins[DAYS]; time += 211) {
        const Moment moment = clock_moment(clock, time);
        outside_its_day +=
            time < clock->begins[moment.day] || time >= clock->begins[moment.day + 1];
        late += clock_at(clock, moment) > time;
        early += clock_at(clock, moment) + 3 < time; // 1/65536 of a day of up to 2 units
    }
    ck_assert_uint_eq(outside_its_day, 0);
    ck_assert_uint_eq(late, 0);
    ck_assert_uint_eq(early, 0);
    end(&fixture);
}

// Days so short that many begin within one unit, from July to the shortest of January, and years of
// a few days, all of which begin in the only one.
TEST(short_days_invert) {
    static const uint32_t lengths[] = {2, 3, 7, 400};
    for (int i = 0; i < 40; i++) {
        static Fixture fixture;
        begin_days(&fixture, 0.4, calendar_day(FIRST_YEAR, 7, 1), lengths[i % 4], 0.06 + 0.01 * i);
        const Clock *clock = &fixture.clock;
        for (uint32_t day = 0; day < clock->days; day++) {
            ck_assert_uint_eq(clock_moment(clock, clock->begins[day]).day, day);
            ck_assert_uint_eq(clock_moment(clock, clock->begins[day + 1] - 1).day, day);
        }
        end(&fixture);
    }
}

TEST(days_begin_at_their_first_moment) {
    static Fixture fixture;
    begin(&fixture);
    for (uint16_t day = 0; day < DAYS; day++) {
        const uint32_t begins = fixture.clock.begins[day];
        const Moment first = clock_moment(&fixture.clock, begins);
        ck_assert_uint_eq(first.day, day);
        ck_assert_uint_eq(first.fraction, 0);
        if (day > 0) ck_assert_uint_eq(clock_moment(&fixture.clock, begins - 1).day, day - 1);
    }
    end(&fixture);
}

TEST(time_ends) {
    static Fixture fixture;
    begin(&fixture);
    const uint64_t last = fixture.clock.begins[DAYS];
    ck_assert_uint_eq(clock_moment(&fixture.clock, last - 1).day, DAYS - 1);
    ck_assert_uint_eq(clock_moment(&fixture.clock, last).day, NEVER);
    ck_assert_uint_eq(clock_moment(&fixture.clock, 0x100000007u).day, NEVER);
    ck_assert_uint_eq(fixture.clock.begins[DAYS + 1], UINT32_MAX); // for whoever looks one further
    end(&fixture);
}

TEST(days_without_needs) {
    static Fixture fixture;
    begin_at(&fixture, 0, calendar_day(FIRST_YEAR, 1, 1));
    uint32_t on_weekends = 0;
    for (uint64_t time = 0; time < fixture.clock.begins[DAYS]; time += 997) {
        const Moment moment = clock_moment(&fixture.clock, time);
        on_weekends += calendar_weekday(fixture.clock.first_day + moment.day) >= SATURDAY;
    }
    ck_assert_uint_eq(on_weekends, 0);
    end(&fixture);
}

TEST(free_accepts_zeroed) {
    Clock clock = {0};
    clock_free(&clock);
    clock_free(&clock);
    ck_assert_ptr_null(clock.begins);
}

// ---- the next candidate

TEST(never_twice_a_day) {
    static Fixture fixture;
    begin(&fixture);
    const double rates[] = {1e-9, 1e-7, 3e-6, 1e-4, 1e-2, 1};
    uint32_t not_later = 0, after_the_end = 0;
    for (int r = 0; r < 6; r++)
        for (uint32_t i = 0; i < 20000; i++) {
            const Draw draw = draw_at(draw_key(3, 0), i, PURPOSE_NEED, (uint32_t)r, 0);
            const Moment now = {(uint16_t)(draw.word[0] % DAYS), (uint16_t)draw.word[1]};
            const Moment next =
                next_candidate(&fixture.clock, now, rates[r], draw_exponential(draw.word[2]));
            not_later += next.day <= now.day;
            after_the_end += next.day != NEVER && next.day >= DAYS;
        }
    ck_assert_uint_eq(not_later, 0);
    ck_assert_uint_eq(after_the_end, 0);
    end(&fixture);
}

TEST(a_second_need_waits_for_tomorrow) {
    static Fixture fixture;
    begin(&fixture);
    const Moment now = {417, 12345};
    const Moment next = next_candidate(&fixture.clock, now, 1e3, 1.3);
    ck_assert_uint_eq(next.day, 418);
    ck_assert_uint_eq(next.fraction, 0);
    end(&fixture);
}

TEST(nothing_after_the_end) {
    static Fixture fixture;
    begin(&fixture);
    const Clock *clock = &fixture.clock;
    ck_assert_uint_eq(next_candidate(clock, (Moment){DAYS - 1, 7}, 1e3, 0.7).day, NEVER);
    ck_assert_uint_eq(next_candidate(clock, (Moment){NEVER, 0}, 1e-3, 0.7).day, NEVER);
    ck_assert_uint_eq(next_candidate(clock, (Moment){5, 0}, 0, 0.7).day, NEVER);
    ck_assert_uint_eq(next_candidate(clock, (Moment){5, 0}, 1e-300, 0.7).day, NEVER);
    end(&fixture);
}

TEST(intervals_are_quantiles) {
    static Fixture fixture;
    begin(&fixture);
    const Moment now = {100, 20000};
    const double rate = 2.3 / fixture.clock.begins[DAYS];
    for (uint32_t word = 1u << 28; word < 0xF0000000u; word += 0x01234567) {
        const double interval = -log((word + 0.5) / 4294967296.0) / rate;
        const Moment truth =
            clock_moment(&fixture.clock, (uint64_t)(clock_at(&fixture.clock, now) + interval));
        const Moment next = next_candidate(&fixture.clock, now, rate, draw_exponential(word));
        ck_assert_uint_eq(next.day, truth.day);
        ck_assert_int_le(abs(next.fraction - truth.fraction), 1);
    }
    end(&fixture);
}

enum { WALKERS = 30000 };

// Days on which persons with one rate have candidates, from the first day to the end.
static void count_needs(const Clock *clock, double rate, uint32_t per_day[DAYS]) {
    const DrawKey key = draw_key(20220101, 0);
    for (uint32_t person = 0; person < WALKERS; person++) {
        Moment moment = {0, 0};
        for (uint32_t ordinal = 0;; ordinal++) {
            const Draw draw = draw_at(key, person, PURPOSE_NEED, ordinal, 0);
            moment = next_candidate(clock, moment, rate, draw_exponential(draw.word[0]));
            if (moment.day == NEVER) break;
            per_day[moment.day]++;
        }
    }
}

// The share of chi-square's law above what these counts show against their expected numbers.
static double surprise(const double *count, const double *expected, int cells) {
    double chi_square = 0;
    for (int i = 0; i < cells; i++)
        chi_square += pow(count[i] - expected[i], 2) / expected[i];
    return gsl_cdf_chisq_Q(chi_square, cells);
}

static void assert_season_and_week(const uint32_t per_day[DAYS], int32_t first_day,
                                   double per_unit) {
    double half[3 * HALF_MONTHS] = {0}, half_expected[3 * HALF_MONTHS] = {0};
    double week[DAYS_OF_WEEK] = {0}, week_expected[DAYS_OF_WEEK] = {0};
    for (int day = 2; day < DAYS; day++) { // needs of day 0 wait for day 1
        int year, month, day_of_month;
        calendar_split(first_day + day, &year, &month, &day_of_month);
        const int cell = (year - FIRST_YEAR) * HALF_MONTHS + clock_half_month(month, day_of_month);
        const double expected = WALKERS * per_unit * pace_of(first_day + day, 0.6);
        half[cell] += per_day[day];
        half_expected[cell] += expected;
        week[calendar_weekday(first_day + day)] += per_day[day];
        week_expected[calendar_weekday(first_day + day)] += expected;
    }
    ck_assert_double_gt(surprise(half, half_expected, 3 * HALF_MONTHS), 1e-3);
    ck_assert_double_lt(surprise(half, half_expected, 3 * HALF_MONTHS), 1 - 1e-3);
    ck_assert_double_gt(surprise(week, week_expected, DAYS_OF_WEEK), 1e-3);
}

TEST(seasons_and_weekdays) {
    static Fixture fixture;
    begin(&fixture);
    const double per_unit = 0.017;
    static uint32_t per_day[DAYS];
    count_needs(&fixture.clock, per_unit / CLOCK_UNIT, per_day);
    assert_season_and_week(per_day, fixture.clock.first_day, per_unit);
    end(&fixture);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a month turns at its 16th, and a year has 24 halves of months", half_months),
        CLAIM("a day is as long as season, weekday and epidemic year make it",
              days_are_as_long_as_their_pace),
        CLAIM("a quiet weekend makes workdays busier and leaves the week's needs as they are",
              a_week_keeps_its_sum),
        CLAIM("years before and after the background's table take its first and last",
              years_outside_the_table),
        CLAIM("operational time leads to a moment and the moment back, to 1/65536 of a day",
              operational_time_inverts),
        CLAIM("so it does where many days begin within a unit, and in years of a few days",
              short_days_invert),
        CLAIM("each day begins at its own first moment", days_begin_at_their_first_moment),
        CLAIM("the end of time is never", time_ends),
        CLAIM("days without needs hold no moment", days_without_needs),
        CLAIM("freeing a zeroed clock is harmless, twice too", free_accepts_zeroed),
        CLAIM("nobody has two needs on one day, at any rate", never_twice_a_day),
        CLAIM("a second need of today waits for the first moment of tomorrow",
              a_second_need_waits_for_tomorrow),
        CLAIM("after the last day, and without a rate, the next need is never",
              nothing_after_the_end),
        CLAIM("the time to the next need is the exponential quantile of its word",
              intervals_are_quantiles),
        CLAIM("half a million needs fall on half-months and weekdays as chi-square allows",
              seasons_and_weekdays),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
