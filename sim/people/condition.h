// SPDX-License-Identifier: MIT
// Chronic conditions: who gets them, and how people move between the stages of care.
//
// Onset is a fact of the person that no scenario moves: the yearly hazard that keeps the prevalence
// of each age what it is. Detection, enrolment, control and dropping out are a continuous-time
// Markov chain over the stages; a year is exp(Q), with the rates that levers may change.
#ifndef HXSIM_PEOPLE_CONDITION_H
#define HXSIM_PEOPLE_CONDITION_H

#include "config/city.h"

// Share of persons of this sex and age (years) who have the condition.
double condition_prevalence(const ConditionRow *row, unsigned sex, int age);

// Probability that a person without the condition gets it between this age and the next birthday:
// (p(age + 1) - p(age)) / (1 - p(age)), 0 where prevalence falls.
double condition_onset(const ConditionRow *row, unsigned sex, int age);

// Shares of the stages among those who have the condition when cases end and begin at
// `turnover_rate`; share[STAGE_NONE] is 0 and the others sum to 1.
void condition_stationary(const ConditionRow *row, double share[STAGE_COUNT]);

// Probabilities of the moves of one year, exp(Q); row and column STAGE_NONE are the identity.
// Scaling and squaring of the Taylor series (Moler and Van Loan 2003, method 3,
// doi 10.1137/S00361445024180).
void condition_year(const ConditionRow *row, double moves[STAGE_COUNT][STAGE_COUNT]);

#endif
