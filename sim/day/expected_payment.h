// SPDX-License-Identifier: MIT
// What a patient expects to pay at each kind of institution, by which he chooses among them: the
// rules of his scheme for the mean charge of his class of case.
#ifndef HXSIM_DAY_EXPECTED_PAYMENT_H
#define HXSIM_DAY_EXPECTED_PAYMENT_H

#include "day/simulation.h"

// What the payment of a county's people depends on beside scheme, kind and class of case.
typedef struct PatientTerms {
    double filed;    // share who file care outside the city by themselves
    double referred; // share of those looking for a bed who are referred to it
    Millionths unreferred_cut, deductible_cut; // as in CountyToday
    int price_list; // of the county: people judge by the prices at home
} PatientTerms;

// Expected payment in yuan, where village clinics do not settle (0) and where they do (1).
typedef struct ExpectedPayments {
    double own[2][SCHEME_COUNT][KIND_COUNT][CHOICE_CLASSES];
} ExpectedPayments;

// PatientTerms of a county today (or of those who live elsewhere, county_count); without any lever
// where `as_reference`.
PatientTerms terms_of(const Simulation *simulation, int county, int as_reference);
int terms_are_same(const PatientTerms *one, const PatientTerms *other);

// Of what weight a disease group is in a class of case: its needs, or its needs of a bed.
double disease_weight(const DiseaseRow *row, ChoiceQuestion question);

void expected_payments_fill(ExpectedPayments *expected, const Simulation *simulation,
                            ChoiceQuestion question, const PatientTerms *terms);

#endif
