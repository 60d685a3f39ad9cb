// SPDX-License-Identifier: MIT
// One ward of true size from day to day, in expected numbers of patients.
//
// A wave of some weeks is over before the law of a steady load holds. So each day's requests come
// in and are served, sent on or made to wait as the law of the table has it for the load at which a
// steady ward would hold as many patients as this one does now: the pointwise stationary fluid flow
// approximation of Wang, Tipper and Banerjee 1996, doi 10.1109/INFCOM.1996.493378. Those who are
// not urgent are sent on when they have waited in vain, and ask elsewhere that much later.
#ifndef HXSIM_DAY_LOAD_WARD_H
#define HXSIM_DAY_LOAD_WARD_H

#include "care/congestion.h"

#include <stdint.h>

// What a month brings; the loads of all wards of the city set it.
typedef struct WardMonth {
    double first[BED_CLASSES]; // first requests on a mean day, of residents
    double home_share;         // absent insured at home, per resident's request
    double put_off_share;      // of those not urgent, on a day of Spring Festival
    double visitors;           // requests a day
    double ratio;              // first requests per expected one
} WardMonth;

// One ward. What is counted is of this month.
typedef struct WardLoad {
    WardMonth month;
    WardCase of;             // today
    WardLaws laws;           // of about today's mix of classes
    double held[WARD_LOADS]; // patients in beds or waiting, at the loads of the table
    WardLaw law;             // today
    double patients;         // in beds or waiting, tonight
    double mix[BED_CLASSES]; // requests a day, over the last week or so
    double sent_here[BED_CLASSES], sends[BED_CLASSES]; // today: from other wards, to others
    double put_off[BED_CLASSES];                       // at this Spring Festival
    double since[BED_CLASSES][MOST_WAIT_DAYS + 1];     // requests of the last days
    double expected[BED_CLASSES];                      // first requests, before any ratio
    uint32_t asked[BED_CLASSES], again,
        sent_on;                 // counted: first requests, those sent on before, sent on
    double stay_days, stay_mean; // counted stays, and what their disease groups let expect
} WardLoad;

// What a day is like for the first requests.
typedef struct WardToday {
    uint32_t day;
    double pace; // against a mean day of the month
    uint8_t absent_at_home, festival;
    double catch_up_share; // of what was put off at the festival: is asked for today
} WardToday;

// One day of asking, coming and leaving; sent_here is known. `of` but for load and shares has been
// set.
void ward_load_day(WardLoad *ward, const Congestion *congestion, const WardToday *today);

// Requests of a day not longer than MOST_WAIT_DAYS ago.
double ward_load_asked(const WardLoad *ward, uint32_t day);

#endif
