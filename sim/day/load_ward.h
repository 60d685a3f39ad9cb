// SPDX-License-Identifier: MIT
// One ward of true size that lives its days, while only one in n of its patients is simulated.
//
// It is filled with patients of whom nothing is known but their class and how long they stay:
// Poisson numbers of them with the means that are expected. They lie in beds, wait and are sent on
// as those of a ward at one in one: urgent cases first, who may lie in extra beds and do not wait;
// then those who go before the rest, then the rest, by day and chance. A patient who is simulated
// stands among them and gets what somebody in his place would get; he takes no bed of theirs.
#ifndef HXSIM_DAY_LOAD_WARD_H
#define HXSIM_DAY_LOAD_WARD_H

#include "base/draw.h"
#include "care/request.h"
#include "care/ward.h"

#include <stdint.h>

enum {
    STAY_CLASSES = 1024, // equally likely factors of a stay
    STAY_RING = 256,     // more days than a stay may last
    LONGEST_WAIT = 90    // days that bed_wait_limit_days may be
};

// The classes of request that a ward tells apart.
typedef enum BedClass { BED_URGENT, BED_BEFORE, BED_REST, BED_CLASSES } BedClass;

static inline BedClass bed_class(const Request *request) {
    const uint32_t priority = request->key >> KEY_RANDOM_BITS;
    return request->urgent ? BED_URGENT : priority == PRIORITY_PLAIN ? BED_REST : BED_BEFORE;
}

// What a month brings; the loads of all wards of the city set it.
typedef struct WardMonth {
    double first[BED_CLASSES]; // first requests on a mean day, of residents
    double home_share;         // absent insured at home, per resident's request
    double put_off_share;      // of those not urgent, on a day of Spring Festival
    double visitors;           // requests a day
    double ratio;              // first requests per expected one
    double stay_days;          // mean stay, without the wait for Monday
    uint32_t open, extra;      // beds
} WardMonth;

// Those of one class who came on one day. They are alike, so that their number is enough: a place
// among them is a number between 0 and 1.
typedef struct Cohort {
    uint32_t came, served;
    uint8_t beds_left; // 1 since the day on which all of them had a bed and there was one more
} Cohort;

// One ward. What is counted is of this month.
typedef struct WardLoad {
    WardMonth month;
    uint32_t occupied, waiting;
    uint16_t leaving[STAY_RING];                  // by day
    Cohort cohort[BED_CLASSES][LONGEST_WAIT + 1]; // by day
    uint32_t queue_from[BED_CLASSES];             // the first day whose cohort has no beds left
    double sent_here[BED_CLASSES], sends[BED_CLASSES]; // today: from other wards, to others
    double put_off[BED_CLASSES];                       // at this Spring Festival
    double asking[BED_CLASSES];                        // expected today
    double expected[BED_CLASSES];                      // first requests, before any ratio
    uint32_t asked[BED_CLASSES], again,
        sent_on;                 // counted: first requests, those sent on before, sent on
    double stay_days, stay_mean; // counted stays, and what their disease groups let expect
} WardLoad;

// What a day is like for all wards.
typedef struct WardToday {
    DrawKey key;
    uint32_t day, weekday; // the latter from Monday, 0
    double pace;           // of first requests, against a mean day of the month
    uint8_t absent_at_home, festival;
    double catch_up_share;   // of what was put off at the festival: is asked for today
    double limit_days;       // that those not urgent wait
    double leave_at_weekend; // of the discharges that fall on one
    const float *stay;       // [STAY_CLASSES] factors of mean 1
} WardToday;

// One day of asking, coming and leaving of the wards with these numbers; sent_here is known.
void ward_loads_day(WardLoad *wards, const uint32_t *index, uint32_t count, const WardToday *today);

// What somebody in the place of this request is answered, who came on `since`.
WardAnswer ward_load_answer(const WardLoad *ward, const Request *request, uint32_t since,
                            uint32_t day, double limit_days);

#endif
