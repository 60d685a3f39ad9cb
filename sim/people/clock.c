// SPDX-License-Identifier: MIT
#include "people/clock.h"

#include "base/calendar.h"

#include <stdlib.h>

int clock_half_month(int month, int day_of_month) {
    return 2 * (month - 1) + (day_of_month > 15);
}

// Mean over the week is 1, so that needs per year do not depend on the weekend's share.
static double weekday_factor(const Time *time, int32_t day) {
    const double mean = (5.0 + 2.0 * time->weekend_factor) / 7.0;
    return (calendar_weekday(day) >= 5 ? time->weekend_factor : 1.0) / mean;
}

static double visits_factor(const City *city, int year) {
    int row = year - FIRST_BACKGROUND_YEAR;
    if (row < 0) row = 0;
    if (row >= BACKGROUND_YEAR_COUNT) row = BACKGROUND_YEAR_COUNT - 1;
    return city->parameters.background[row].visits_factor;
}

static void fill_days(Clock *clock, const City *city) {
    uint32_t time = 0;
    for (uint32_t day = 0; day < clock->days; day++) {
        const int32_t date = clock->first_day + (int32_t)day;
        int year, month, day_of_month;
        calendar_split(date, &year, &month, &day_of_month);

        const double pace = clock->bound[clock_half_month(month, day_of_month)] *
                            weekday_factor(&city->parameters.time, date) *
                            visits_factor(city, year);
        clock->begins[day] = time;
        time += (uint32_t)(pace * CLOCK_UNIT + 0.5);
    }
    clock->begins[clock->days] = time;
    clock->begins[clock->days + 1] = UINT32_MAX; // no time is later than the day after the last
}

static void fill_guesses(Clock *clock) {
    uint32_t day = 0;
    for (uint32_t unit = 0; unit < clock->guesses; unit++) {
        const uint32_t before = day;
        while (day + 1 < clock->days && clock->begins[day + 1] <= unit * CLOCK_UNIT)
            day++;
        clock->guess[unit] = (int32_t)day;
        if (day - before > clock->steps) clock->steps = day - before;
    }
    if (clock->days - 1 - day > clock->steps) clock->steps = clock->days - 1 - day;
}

Status clock_init(Clock *clock, const City *city, int32_t first_day, uint32_t days,
                  const double bound[HALF_MONTHS], Report *report) {
    *clock = (Clock){.first_day = first_day, .days = days};
    for (int i = 0; i < HALF_MONTHS; i++)
        clock->bound[i] = bound[i];

    clock->begins = report_calloc(report, days + 2, sizeof *clock->begins);
    if (!clock->begins) return STATUS_NO_MEMORY;
    fill_days(clock, city);

    clock->guesses = clock->begins[days] / CLOCK_UNIT + 1;
    clock->guess = report_calloc(report, clock->guesses, sizeof *clock->guess);
    if (!clock->guess) return STATUS_NO_MEMORY;
    fill_guesses(clock);
    return STATUS_OK;
}

void clock_free(Clock *clock) {
    free(clock->begins);
    free(clock->guess);
    *clock = (Clock){0};
}
