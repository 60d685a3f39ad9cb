// SPDX-License-Identifier: MIT
// The clock of needs: calendar days turned into operational time, in which needs arise at an even rate.
//
// Season, weekday and the epidemic years make needs denser on some days than on others. The clock runs faster
// on those days; between two needs of a person an exponential amount of operational time passes, whatever the
// date (time change of a Poisson process; Daley and Vere-Jones 2003, section 7.4). One unit is 1/65536 of a
// mean day. Nothing that a scenario does moves the clock.
#ifndef HXSIM_PEOPLE_CLOCK_H
#define HXSIM_PEOPLE_CLOCK_H

#include "base/status.h"
#include "config/city.h"

#include <stdint.h>

enum { NEVER = 0xFFFF, CLOCK_UNIT = 65536, HALF_MONTHS = 24 };

// Half-month 0-23 of a date.
int clock_half_month(int month, int day_of_month);

typedef struct Clock {
    int32_t first_day; // calendar day (base/calendar.h) of simulated day 0
    uint32_t days;     // simulated days, warm-up included
    uint32_t *begins;  // [days + 2] operational time at which each day begins; the last is never reached
    int32_t *guess;   // day that contains each whole unit of operational time
    uint32_t guesses, steps; // at most so many days begin within a unit
    double bound[HALF_MONTHS]; // season of the densest stream in each half-month; others are thinned to it
} Clock;

// `bound` holds for each half-month the highest season of any stream (at least the mean of all).
Status clock_init(Clock *clock, const City *city, int32_t first_day, uint32_t days,
                  const double bound[HALF_MONTHS], Report *report);
void clock_free(Clock *clock);

// A moment: day and 1/65536 of the operational time of that day. NEVER is after the end.
typedef struct Moment {
    uint16_t day, fraction;
} Moment;

// Operational time of a moment.
static inline uint32_t clock_at(const Clock *clock, Moment moment) {
    const uint32_t begins = clock->begins[moment.day];
    const uint64_t length = clock->begins[moment.day + 1] - begins;
    return begins + (uint32_t)((length * moment.fraction) >> 16);
}

// The moment at which this operational time is reached.
static inline Moment clock_moment(const Clock *clock, uint64_t time) {
    if (time >= clock->begins[clock->days]) return (Moment){NEVER, 0};

    uint32_t day = (uint32_t)clock->guess[time >> 16];
    for (uint32_t step = 0; step < clock->steps; step++) // no branch on the time, which is not to be guessed
        day += time >= clock->begins[day + 1];
    const uint32_t into = (uint32_t)time - clock->begins[day];
    const uint32_t length = clock->begins[day + 1] - clock->begins[day];
    return (Moment){(uint16_t)day, (uint16_t)(((uint64_t)into << 16) / length)};
}

#endif
