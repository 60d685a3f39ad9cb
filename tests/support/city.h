// SPDX-License-Identifier: MIT
// A made-up city for tests that must not depend on model files: 2 counties, 4 townships, every kind
// of institution, 2 neighbouring areas, and numbers that are plausible but true of no place.
//
//     MadeUpCity made;
//     City *city = made_up_city(&made);
//     city->parameters.demand.level = 0.7;
//
// Everything lies inside the MadeUpCity (about 150 KB), which must not be copied, because the City
// points into it. Nothing is to be freed; the City has no arena.
//
// Rows: county 0 "hill" (townships 0, 1) is rural, county 1 "river" (townships 2, 3) holds the city
// hospital. Townships 0 and 2 are towns. made_up_institution finds an institution by kind and
// county.
#ifndef HXSIM_TESTS_SUPPORT_CITY_H
#define HXSIM_TESTS_SUPPORT_CITY_H

#include "config/city.h"

enum {
    MADE_UP_COUNTIES = 2,
    MADE_UP_TOWNSHIPS = 4,
    MADE_UP_INSTITUTIONS = 3 * MADE_UP_TOWNSHIPS + 4 * MADE_UP_COUNTIES + 3,
    MADE_UP_ORIGINS = 2,
    MADE_UP_RESIDENTS = 127300 // of all townships
};

typedef struct MadeUpCity {
    City city;
    County counties[MADE_UP_COUNTIES];
    Township townships[MADE_UP_TOWNSHIPS];
    Institution institutions[MADE_UP_INSTITUTIONS];
    Origin origins[MADE_UP_ORIGINS];
    char institution_ids[MADE_UP_INSTITUTIONS][40];
} MadeUpCity;

// Builds the city in place and returns it; it is free to be changed.
City *made_up_city(MadeUpCity *made);

// Index of the first institution of this kind in a county, or of one outside the city (NO_COUNTY);
// -1 if there is none.
int made_up_institution(const City *city, Kind kind, int county);

// The numbers alone.
void made_up_parameters(Parameters *parameters);

// Every disease group without needs and every condition without prevalence: a population that is
// never ill, to which a test adds what it is about.
void made_up_good_health(Parameters *parameters);

#endif
