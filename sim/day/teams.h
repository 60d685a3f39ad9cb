// SPDX-License-Identifier: MIT
// Teams of family doctors: how many of their patients they reach in a month with the hours they
// have.
//
// Two kinds of work have hours of their own: following up the signed, and following up by colour,
// of which the red come first, then the yellow, then the green. Hours that nobody needs stay in
// the clinic; wants beyond the hours are not met.
#ifndef HXSIM_DAY_TEAMS_H
#define HXSIM_DAY_TEAMS_H

#include "people/follow_up.h"
#include "reforms/effects.h"

// Residents of a county who are alive and here, on one day.
typedef struct Patients {
    double residents, signed_up;   // signed_up: with a contract
    double known, colour[COLOURS]; // with a chronic condition that is known, and by grade
} Patients;

// What teams do in a county in a month.
typedef struct TeamMonth {
    FollowUp follow_up;                 // whom they reach
    double of_signed, of_graded;        // contacts
    double home_visits;                 // of those with the graded
    double minutes;                     // of doctors
    double signed_patients, red_graded; // whom these are meant for
    double continuity;                  // utility to those with a contract, in the mean
} TeamMonth;

// `effects` are the month's mean, `years` its length; the doctors of the county's village clinics
// and township centres have `doctor_minutes` in it for public health, and no team has more.
TeamMonth team_month(const Effects *effects, int county, const Patients *patients, double years,
                     double doctor_minutes);

#endif
