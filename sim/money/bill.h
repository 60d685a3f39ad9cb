// SPDX-License-Identifier: MIT
// What a patient is charged, item by item, in fen.
//
// Prices are tables of mean charges by kind of institution, disease group and component, made once
// a month from the parameters and an index of that month; a bill is then a few multiplications. A
// visit's bill has no tests until they are added, each at its list price; the tests of a stay are
// part of its mean charge.
#ifndef HXSIM_MONEY_BILL_H
#define HXSIM_MONEY_BILL_H

#include "base/money.h"
#include "config/parameters.h"

typedef struct Bill {
    Fen component[COMPONENT_COUNT];
    Fen total; // the sum of the components, always
} Bill;

// Prices of a month against the parameters of the model: 1 is as they stand there. Levers multiply.
typedef struct PriceIndex {
    double visit[KIND_COUNT][COMPONENT_COUNT];
    double admission[KIND_COUNT][COMPONENT_COUNT];
} PriceIndex;

enum {
    COMPLEXITY_STEPS_PER_UNIT = 8,
    COMPLEXITY_REACH = 8, // units on either side of the mean of the group
    COMPLEXITY_STEPS = 2 * COMPLEXITY_REACH * COMPLEXITY_STEPS_PER_UNIT
};

typedef struct Prices {
    double visit[KIND_COUNT][DISEASE_COUNT][COMPONENT_COUNT]; // fen, the mean case, without tests
    double admission[KIND_COUNT][DISEASE_COUNT]
                    [COMPONENT_COUNT];             // fen, the mean case and mean stay
    double complexity_mean[DISEASE_COUNT];         // units
    double complexity_ratio[COMPLEXITY_STEPS + 2]; // of cost, by units above the mean
    Fen test[KIND_COUNT][TEST_CLASS_COUNT];        // list price
    Fen mean_visit[KIND_COUNT][DISEASE_COUNT];     // the mean case with its mean tests
    Fen mean_admission[KIND_COUNT][DISEASE_COUNT];
    Fen registration;
} Prices;

// The index of a place in a year of the background (0 is FIRST_BACKGROUND_YEAR): its price level,
// and at hospitals of county level and above the background's charge of an admission.
void price_index_init(PriceIndex *index, const Parameters *parameters, int background_year);

// Components that a model gives as shares are taken relative to the sum of the shares.
void prices_init(Prices *prices, const Parameters *parameters, const PriceIndex *index);

// How much dearer than the mean of its disease group a case of this complexity is: exp(slope x
// units above).
double prices_complexity_ratio(const Prices *prices, Disease disease, double complexity);

// A visit without tests; `noise` is a factor of mean 1.
void bill_visit(Bill *bill, const Prices *prices, Kind kind, Disease disease, double complexity,
                double noise);

// A stay of `days`, for a case whose mean stay here is `reference_days`: bed and nursing go with
// the days.
void bill_admission(Bill *bill, const Prices *prices, Kind kind, Disease disease, double complexity,
                    double noise, double days, double reference_days);

// Adds the tests of a class at this kind's list price, and returns it.
Fen bill_add_test(Bill *bill, const Prices *prices, Kind kind, TestClass test);

// Takes the tests of a class off a bill (a recognised result), never more than its tests came to,
// and returns what was saved.
Fen bill_remove_test(Bill *bill, const Prices *prices, Kind kind, TestClass test);

// Takes the registration fee off (a referral inside a network), never more than the services came
// to, and returns what was waived.
Fen bill_waive_registration(Bill *bill, const Prices *prices);

#endif
