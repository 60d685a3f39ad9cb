// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "unit/claim.h"

#include <string.h>

TEST(day_zero) {
    int32_t day = -7;
    ck_assert(calendar_parse("2021-01-01", &day));
    ck_assert_int_eq(day, 0);
    ck_assert_int_eq(calendar_weekday(0), FRIDAY);
}

TEST(known_dates) {
    ck_assert_int_eq(calendar_day(2022, 1, 1), 365);
    ck_assert_int_eq(calendar_day(2024, 3, 1), 365 + 365 + 365 + 31 + 29);
    ck_assert_int_eq(calendar_day(1970, 1, 1), -18628);
    ck_assert_int_eq(calendar_weekday(calendar_day(1970, 1, 1)), THURSDAY);
    ck_assert_int_eq(calendar_weekday(calendar_day(2026, 10, 4)), SUNDAY);
    ck_assert_int_eq(calendar_weekday(calendar_day(2020, 2, 29)), SATURDAY);
    ck_assert_int_eq(calendar_days_of_month(2023, 2), 28);
    ck_assert_int_eq(calendar_days_of_month(2024, 2), 29);
    ck_assert_int_eq(calendar_days_of_month(2100, 2), 28);
    ck_assert_int_eq(calendar_days_of_month(2023, 12), 31);
}

TEST(there_and_back) {
    int32_t before = calendar_day(1899, 12, 31);
    for (int32_t day = before + 1; day < calendar_day(2101, 1, 1); day++) {
        int year, month, day_of_month;
        calendar_split(day, &year, &month, &day_of_month);
        ck_assert_int_eq(calendar_day(year, month, day_of_month), day);

        char text[11];
        int32_t again;
        calendar_format(day, text);
        ck_assert(calendar_parse(text, &again));
        ck_assert_int_eq(again, day);
        ck_assert_int_eq(calendar_weekday(day), (calendar_weekday(before) + 1) % 7);
        before = day;
    }
}

TEST(no_such_day) {
    static const char *const wrong[] = {"",           "2023-02-29", "2023-13-01",  "2023-00-10",
                                        "2023-04-31", "2023-1-01",  "2023/01/01",  "23-01-01",
                                        "2023-01-00", "2023-01-1x", "2023-01-011", "-023-01-01",
                                        " 023-01-01", "2023-+1-01"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        int32_t day = 41;
        ck_assert_msg(!calendar_parse(wrong[i], &day), "'%s' was read as a day", wrong[i]);
        ck_assert_int_eq(day, 41);
    }
}

TEST(spring_festival) {
    static const char *const published[] = {"2018-02-16", "2020-01-25", "2022-02-01", "2023-01-22",
                                            "2025-01-29", "2030-02-03", "2033-01-31", "2040-02-12"};
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        int32_t day = 0;
        int year, month, day_of_month;
        ck_assert(calendar_parse(published[i], &day));
        calendar_split(day, &year, &month, &day_of_month);
        ck_assert_int_eq(calendar_spring_festival(year), day);
    }
}

// A lunar year has 12 months (353 to 355 days) or 13 (383 to 385), which catches a slip in the
// table.
TEST(lunar_years) {
    for (int year = FIRST_CALENDAR_YEAR; year < LAST_CALENDAR_YEAR; year++) {
        const int days = calendar_spring_festival(year + 1) - calendar_spring_festival(year);
        ck_assert_msg((days >= 353 && days <= 355) || (days >= 383 && days <= 385),
                      "the lunar year %d has %d days", year, days);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("day 0 is Friday, 2021-01-01", day_zero),
        CLAIM("known dates have their day, weekday and length of month", known_dates),
        CLAIM("every day from 1900 to 2100 is written and read back as itself", there_and_back),
        CLAIM("a date that does not exist, or is not written as 2022-01-31, is refused",
              no_such_day),
        CLAIM("Spring Festival falls on its published days", spring_festival),
        CLAIM("every lunar year of the table has 12 or 13 months", lunar_years),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
