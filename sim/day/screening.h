// SPDX-License-Identifier: MIT
// Screening of a month, on its last day: whom a programme sees, what it finds, and the visits that
// follow within four weeks.
//
// People are drawn each month anew; a person is told from a test by a trait that stays. Somebody
// found changes the stage of a condition and nothing else about himself, and comes with an
// appointment: demand and referrals are all that screening makes.
#ifndef HXSIM_DAY_SCREENING_H
#define HXSIM_DAY_SCREENING_H

#include "day/simulation.h"

// Residents of a county who are here, at the scale of the run.
typedef struct Eligible {
    double residents, scale;         // one stands for `scale` persons
    double untested, tested;         // for diabetes, of 35 and over
    double middle, children, elders; // of 45 to 74, 3 to 17, 60 and over
    double managed;                  // with diabetes, controlled or not
} Eligible;

// Probabilities of a month for each person of an age that is eligible, and shares of them.
typedef struct ScreeningPlan {
    int at_work;                          // 0: nothing is done this month
    double first_test, test_again, found; // for diabetes; found: of the unknown
    double places;                        // persons whom the network can still manage
    double assessed, clinical;            // risk of cancer
    double child, child_referred;
    double reached, linked, helped;           // by free clinics
    double primary_minutes, maternal_minutes; // of doctors
} ScreeningPlan;

enum {
    DIABETES_AGE = 35,
    CANCER_AGE = 45,
    CANCER_AGE_END = 75,
    CHILD_AGE = 3,
    CHILD_AGE_END = 18,
    OUTREACH_AGE = 60
};

// The ordinals of visits after a screening lie above those of needs: month and programme.
enum { SCREENED_ORDINAL = 0x8000, SCREENED_WITHIN_DAYS = 28 };

// What sends people to an institution.
typedef enum Programme {
    PROGRAMME_DIABETES,
    PROGRAMME_CANCER,
    PROGRAMME_CHILDREN,
    PROGRAMME_OUTREACH,
    PROGRAMMES
} Programme;

Eligible count_eligible(const Simulation *simulation, int county);

// `effects` are the mean of a month of so many days. Minutes are those of what can be done: nobody
// is seen twice in a month by a programme, and who is not there to be seen takes no time.
ScreeningPlan screening_plan(const Effects *effects, int county, const Eligible *eligible,
                             double days);

// Cuts it to the minutes that doctors of primary care, and of maternal and child hospitals, have
// for it.
void screening_fit(ScreeningPlan *plan, double primary_minutes, double maternal_minutes);

// Sees the people of a county. Touches nothing of another.
void screen_county(Simulation *simulation, Shard *shard, const ScreeningPlan *plan);

#endif
