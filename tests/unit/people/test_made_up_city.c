// SPDX-License-Identifier: MIT
#include "support/city.h"
#include "unit/claim.h"

TEST(numbers_keep_their_bounds) {
    static MadeUpCity made;
    const Parameters *parameters = &made_up_city(&made)->parameters;
    const double *value = (const double *)(const void *)parameters;
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        const ParameterInfo info = parameter_info(i);
        ck_assert_msg(value[i] >= info.lowest && value[i] <= info.highest, "%s is %g", info.path,
                      value[i]);
    }
}

TEST(places_hang_together) {
    static MadeUpCity made;
    const City *city = made_up_city(&made);
    uint32_t residents = 0;
    for (uint32_t t = 0; t < city->township_count; t++) {
        const Township *row = &city->townships[t];
        residents += row->residents;
        ck_assert_uint_lt(row->county, city->county_count);
        ck_assert(t == 0 || row->county >= city->townships[t - 1].county);
        for (int i = 0; i < 2; i++)
            ck_assert(row->neighbour[i] == NO_TOWNSHIP ||
                      (row->neighbour[i] != t && row->neighbour[i] < city->township_count));
        ck_assert_uint_ne(row->other_seat, row->county);
    }
    ck_assert_uint_eq(residents, MADE_UP_RESIDENTS);
}

TEST(every_kind_of_institution) {
    static MadeUpCity made;
    const City *city = made_up_city(&made);
    ck_assert_uint_eq(city->institution_count, MADE_UP_INSTITUTIONS);
    for (Kind kind = KIND_VILLAGE_CLINIC; kind <= KIND_PRIVATE_HOSPITAL; kind++)
        for (int county = 0; county < MADE_UP_COUNTIES; county++)
            ck_assert_int_ge(made_up_institution(city, kind, county), 0);
    ck_assert_int_ge(made_up_institution(city, KIND_CITY_HOSPITAL, 1), 0);
    ck_assert_int_eq(made_up_institution(city, KIND_CITY_HOSPITAL, 0), -1);
    ck_assert_int_ge(made_up_institution(city, KIND_OUTSIDE_CITY, NO_COUNTY), 0);
    ck_assert_int_ge(made_up_institution(city, KIND_OUTSIDE_PROVINCE, NO_COUNTY), 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("every number of the made-up city lies within the bounds of the registry",
              numbers_keep_their_bounds),
        CLAIM("the made-up city's places are ordered, and refer to places there are",
              places_hang_together),
        CLAIM("the made-up city has every kind of institution", every_kind_of_institution),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
