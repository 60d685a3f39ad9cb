// SPDX-License-Identifier: MIT
#include "base/calendar.h"

#include <stdio.h>
#include <string.h>

// First day of the lunar year, month times 100 plus day of the month, as published by the Hong Kong
// Observatory (Gregorian-lunar calendar conversion table).
static const int new_year[] = {
    [2015 - FIRST_CALENDAR_YEAR] = 219, [2016 - FIRST_CALENDAR_YEAR] = 208,
    [2017 - FIRST_CALENDAR_YEAR] = 128, [2018 - FIRST_CALENDAR_YEAR] = 216,
    [2019 - FIRST_CALENDAR_YEAR] = 205, [2020 - FIRST_CALENDAR_YEAR] = 125,
    [2021 - FIRST_CALENDAR_YEAR] = 212, [2022 - FIRST_CALENDAR_YEAR] = 201,
    [2023 - FIRST_CALENDAR_YEAR] = 122, [2024 - FIRST_CALENDAR_YEAR] = 210,
    [2025 - FIRST_CALENDAR_YEAR] = 129, [2026 - FIRST_CALENDAR_YEAR] = 217,
    [2027 - FIRST_CALENDAR_YEAR] = 206, [2028 - FIRST_CALENDAR_YEAR] = 126,
    [2029 - FIRST_CALENDAR_YEAR] = 213, [2030 - FIRST_CALENDAR_YEAR] = 203,
    [2031 - FIRST_CALENDAR_YEAR] = 123, [2032 - FIRST_CALENDAR_YEAR] = 211,
    [2033 - FIRST_CALENDAR_YEAR] = 131, [2034 - FIRST_CALENDAR_YEAR] = 219,
    [2035 - FIRST_CALENDAR_YEAR] = 208, [2036 - FIRST_CALENDAR_YEAR] = 128,
    [2037 - FIRST_CALENDAR_YEAR] = 215, [2038 - FIRST_CALENDAR_YEAR] = 204,
    [2039 - FIRST_CALENDAR_YEAR] = 124, [2040 - FIRST_CALENDAR_YEAR] = 212,
};

// Days before 1 March of the year 0 in the count that `days_since_march_0` uses, for day 0 =
// 2021-01-01.
enum { DAYS_OF_ERA = 146097, YEARS_OF_ERA = 400, DAY_OF_2021 = 738096 };

// Years that begin in March put the leap day at their end: the day of such a year is (153 m + 2) /
// 5 + d - 1 with m = 0 in March; an era of 400 years has 146097 days. After H. Hinnant,
// "chrono-compatible low-level date algorithms" (days_from_civil, civil_from_days).
int32_t calendar_day(int year, int month, int day_of_month) {
    const int march_year = month <= 2 ? year - 1 : year;
    const int era = (march_year >= 0 ? march_year : march_year - YEARS_OF_ERA + 1) / YEARS_OF_ERA;
    const int year_of_era = march_year - era * YEARS_OF_ERA;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_ERA + day_of_era - DAY_OF_2021;
}

void calendar_split(int32_t day, int *year, int *month, int *day_of_month) {
    const int count = day + DAY_OF_2021;
    const int era = (count >= 0 ? count : count - DAYS_OF_ERA + 1) / DAYS_OF_ERA;
    const int day_of_era = count - era * DAYS_OF_ERA;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int march_month = (5 * day_of_year + 2) / 153;
    *day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
    *month = march_month < 10 ? march_month + 3 : march_month - 9;
    *year = year_of_era + era * YEARS_OF_ERA + (*month <= 2);
}

int calendar_days_of_month(int year, int month) {
    const int next_year = month == 12 ? year + 1 : year, next_month = month == 12 ? 1 : month + 1;
    return calendar_day(next_year, next_month, 1) - calendar_day(year, month, 1);
}

bool calendar_parse(const char *iso, int32_t *day) {
    static const char shape[] = "dddd-dd-dd";
    if (strlen(iso) != sizeof shape - 1) return false;
    for (int i = 0; shape[i]; i++)
        if (shape[i] == 'd' ? iso[i] < '0' || iso[i] > '9' : iso[i] != '-') return false;

    int year, month, day_of_month;
    if (sscanf(iso, "%4d-%2d-%2d", &year, &month, &day_of_month) != 3) return false;
    if (month < 1 || month > 12) return false;
    if (day_of_month < 1 || day_of_month > calendar_days_of_month(year, month)) return false;
    *day = calendar_day(year, month, day_of_month);
    return true;
}

void calendar_format(int32_t day, char out[11]) {
    int year, month, day_of_month;
    calendar_split(day, &year, &month, &day_of_month);
    snprintf(out, 11, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
             (unsigned)day_of_month % 100);
}

int calendar_weekday(int32_t day) {
    return ((day % DAYS_OF_WEEK) + DAYS_OF_WEEK + FRIDAY) % DAYS_OF_WEEK;
}

int32_t calendar_spring_festival(int year) {
    const int date = new_year[year - FIRST_CALENDAR_YEAR];
    return calendar_day(year, date / 100, date % 100);
}
