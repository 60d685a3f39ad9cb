// SPDX-License-Identifier: MIT
// Days as numbers: day 0 is 2021-01-01, a Friday; earlier days are negative. Gregorian, no clock,
// no zone.
#ifndef HXSIM_BASE_CALENDAR_H
#define HXSIM_BASE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

// Years for which the day of Spring Festival is known; no experiment may leave them.
enum { FIRST_CALENDAR_YEAR = 2015, LAST_CALENDAR_YEAR = 2040 };

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, DAYS_OF_WEEK };

// Reads a day written as 2022-01-31, and nothing else; false if there is no such day.
bool calendar_parse(const char *iso, int32_t *day);

// Writes a day of the years 0 to 9999 as 2022-01-31.
void calendar_format(int32_t day, char out[11]);

// Year, month (1-12) and day of the month (1-31) of a day.
void calendar_split(int32_t day, int *year, int *month, int *day_of_month);

// The day of a date that exists.
int32_t calendar_day(int year, int month, int day_of_month);

// Days of a month (1-12) of a year: 28 to 31.
int calendar_days_of_month(int year, int month);

// MONDAY (0) to SUNDAY (6).
int calendar_weekday(int32_t day);

// The first day of the lunar year, FIRST_CALENDAR_YEAR to LAST_CALENDAR_YEAR.
int32_t calendar_spring_festival(int year);

#endif
