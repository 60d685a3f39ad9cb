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

// Adds up bills, or an institution's.
static inline void bill_add(Bill *sum, const Bill *bill) {
    for (int component = 0; component < COMPONENT_COUNT; component++)
        sum->component[component] += bill->component[component];
    sum->total += bill->total;
}

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

// A stay of `days`, for a case whose mean stay here is `reference_days`: bed and nursing go with
// the days.
void bill_admission(Bill *bill, const Prices *prices, Kind kind, Disease disease, double complexity,
                    double noise, double days, double reference_days);

// Leaves these shares of services, and of drugs, consumables and tests; bed and nursing go with the
// days.
void bill_take_shares(Bill *bill, double services, double items);

// Adds the tests of a class at this kind's list price, and returns it.
Fen bill_add_test(Bill *bill, const Prices *prices, Kind kind, TestClass test);

// Takes the registration fee off (a referral inside a network), never more than the services came
// to, and returns what was waived.
Fen bill_waive_registration(Bill *bill, const Prices *prices);

// Inline from here, because every visit comes this way.

// How much dearer than the mean of its disease group a case of this complexity is: exp(slope x
// units above), by lines between steps of an eighth of a unit. They lie within (slope / 8)^2 / 8 of
// exp: 0.02 % at a slope of 0.3.
static inline double prices_complexity_ratio(const Prices *prices, Disease disease,
                                             double complexity) {
    double units = complexity - prices->complexity_mean[disease];
    if (units < -COMPLEXITY_REACH) units = -COMPLEXITY_REACH;
    if (units > COMPLEXITY_REACH) units = COMPLEXITY_REACH;

    const double place = (units + COMPLEXITY_REACH) * COMPLEXITY_STEPS_PER_UNIT;
    const int step = (int)place;
    const double *ratio = &prices->complexity_ratio[step];
    return ratio[0] + (ratio[1] - ratio[0]) * (place - step);
}

// The most that one component of a bill can be, 100 million yuan: a year's bills of a whole city
// then add up to less than 2^63 fen, whatever the prices.
static const Fen MOST_ITEM_FEN = 10000000000;

// One component of a bill, which is never negative.
static inline Fen bill_item(double fen) {
    return fen < (double)MOST_ITEM_FEN ? (Fen)(fen + 0.5) : MOST_ITEM_FEN;
}

// A visit without tests; `noise` is a factor of mean 1.
static inline void bill_visit(Bill *bill, const Prices *prices, Kind kind, Disease disease,
                              double complexity, double noise) {
    const double *fen = prices->visit[kind][disease];
    const double ratio = prices_complexity_ratio(prices, disease, complexity) * noise;
    const Fen service = bill_item(fen[COMPONENT_SERVICE] * ratio);
    const Fen drug = bill_item(fen[COMPONENT_DRUG] * ratio);
    const Fen consumable = bill_item(fen[COMPONENT_CONSUMABLE] * ratio);
    *bill = (Bill){.component = {[COMPONENT_SERVICE] = service,
                                 [COMPONENT_DRUG] = drug,
                                 [COMPONENT_CONSUMABLE] = consumable},
                   .total = service + drug + consumable};
}

#endif
