// SPDX-License-Identifier: MIT
#include "support/city.h"

#include <stdio.h>
#include <string.h>

static void fill_counties(County counties[MADE_UP_COUNTIES]) {
    counties[0] = (County){.id = "hill",
                           .name_zh = "山县",
                           .name_en = "Hill County",
                           .share_60 = 0.231,
                           .absent_share = 0.17,
                           .minutes_to_city = 85,
                           .monitored = 1};
    counties[1] = (County){.id = "river",
                           .name_zh = "江区",
                           .name_en = "River District",
                           .share_60 = 0.172,
                           .absent_share = 0.05,
                           .minutes_to_city = 12,
                           .monitored = 1};
}

static const Township made_up_townships[MADE_UP_TOWNSHIPS] = {{.id = "hill-01",
                                                               .name_zh = "山城",
                                                               .name_en = "Hill Town",
                                                               .county = 0,
                                                               .urban = 1,
                                                               .residents = 31700,
                                                               .doctor_present_share = 0.95,
                                                               .minutes_to_village_clinic = 5,
                                                               .minutes_to_township_centre = 8,
                                                               .minutes_to_county_seat = 10,
                                                               .minutes_to_city = 85,
                                                               .neighbour = {1, 2},
                                                               .neighbour_minutes = {31, 78},
                                                               .other_seat = 1,
                                                               .other_seat_minutes = 88},
                                                              {.id = "hill-02",
                                                               .name_zh = "山乡",
                                                               .name_en = "Hill Village",
                                                               .county = 0,
                                                               .urban = 0,
                                                               .residents = 21900,
                                                               .doctor_present_share = 0.81,
                                                               .minutes_to_village_clinic = 12,
                                                               .minutes_to_township_centre = 28,
                                                               .minutes_to_county_seat = 62,
                                                               .minutes_to_city = 124,
                                                               .neighbour = {0, NO_TOWNSHIP},
                                                               .neighbour_minutes = {34, 0},
                                                               .other_seat = 1,
                                                               .other_seat_minutes = 119},
                                                              {.id = "river-01",
                                                               .name_zh = "江城",
                                                               .name_en = "River Town",
                                                               .county = 1,
                                                               .urban = 1,
                                                               .residents = 58300,
                                                               .doctor_present_share = 0.98,
                                                               .minutes_to_village_clinic = 5,
                                                               .minutes_to_township_centre = 9,
                                                               .minutes_to_county_seat = 11,
                                                               .minutes_to_city = 10,
                                                               .neighbour = {3, 0},
                                                               .neighbour_minutes = {22, 78},
                                                               .other_seat = 0,
                                                               .other_seat_minutes = 88},
                                                              {.id = "river-02",
                                                               .name_zh = "江乡",
                                                               .name_en = "River Village",
                                                               .county = 1,
                                                               .urban = 0,
                                                               .residents = 15400,
                                                               .doctor_present_share = 0.88,
                                                               .minutes_to_village_clinic = 9,
                                                               .minutes_to_township_centre = 21,
                                                               .minutes_to_county_seat = 33,
                                                               .minutes_to_city = 35,
                                                               .neighbour = {2, NO_TOWNSHIP},
                                                               .neighbour_minutes = {23, 0},
                                                               .other_seat = 0,
                                                               .other_seat_minutes = 97}};

// What all institutions of a kind have in common; where they stand comes later.
static Institution institution_of(Kind kind) {
    static const Institution kinds[KIND_COUNT] = {
        [KIND_VILLAGE_CLINIC] = {.level = 0, .doctors = 12, .sites = 11},
        [KIND_PRIVATE_CLINIC] = {.level = 0, .doctors = 4, .sites = 3},
        [KIND_TOWNSHIP_CENTRE] =
            {.level = 1, .diagnostics = 1, .beds = 41, .doctors = 19, .dip_hospital = 1},
        [KIND_COUNTY_GENERAL] = {.level = 2,
                                 .diagnostics = 3,
                                 .recognition = 1,
                                 .beds = 310,
                                 .doctors = 118,
                                 .dip_hospital = 1},
        [KIND_COUNTY_TCM] =
            {.level = 2, .diagnostics = 2, .beds = 140, .doctors = 53, .dip_hospital = 1},
        [KIND_COUNTY_MATERNAL] =
            {.level = 2, .diagnostics = 1, .beds = 60, .doctors = 31, .dip_hospital = 1},
        [KIND_PRIVATE_HOSPITAL] = {.level = 1,
                                   .diagnostics = 1,
                                   .beds = 70,
                                   .doctors = 17,
                                   .dip_hospital = 1,
                                   .capability_offset = -0.2},
        [KIND_CITY_HOSPITAL] = {.level = 3,
                                .diagnostics = 3,
                                .recognition = 1,
                                .platform = 1,
                                .beds = 420,
                                .doctors = 240,
                                .dip_hospital = 1,
                                .capability_offset = 0.3},
        [KIND_OUTSIDE_CITY] = {.level = 3, .diagnostics = 3},
        [KIND_OUTSIDE_PROVINCE] = {.level = 3, .diagnostics = 3},
    };
    Institution row = kinds[kind];
    row.kind = (uint8_t)kind;
    row.id = kind_entities[kind].name;
    row.name_zh = kind_entities[kind].zh;
    row.name_en = kind_entities[kind].en;
    if (row.sites <= 0) row.sites = 1;
    return row;
}

static void add_institution(MadeUpCity *made, Kind kind, uint16_t township) {
    const uint32_t number = made->city.institution_count++;
    Institution *row = &made->institutions[number];
    char *id = made->institution_ids[number];
    *row = institution_of(kind);
    snprintf(id, sizeof made->institution_ids[number], "%s-%u", row->id, number);
    row->id = id;
    row->township = township;
    row->county = township == NO_TOWNSHIP ? NO_COUNTY : made->townships[township].county;
    static const double village_sites[] = {11, 17, 9, 12};
    if (kind == KIND_VILLAGE_CLINIC) row->sites = village_sites[township];
}

static void fill_institutions(MadeUpCity *made) {
    static const Kind in_township[] = {KIND_VILLAGE_CLINIC, KIND_PRIVATE_CLINIC,
                                       KIND_TOWNSHIP_CENTRE};
    static const Kind in_county[] = {KIND_COUNTY_GENERAL, KIND_COUNTY_TCM, KIND_COUNTY_MATERNAL,
                                     KIND_PRIVATE_HOSPITAL};
    static const uint16_t seat[MADE_UP_COUNTIES] = {0, 2};
    for (int k = 0; k < 3; k++)
        for (uint16_t t = 0; t < MADE_UP_TOWNSHIPS; t++)
            add_institution(made, in_township[k], t);
    for (int k = 0; k < 4; k++)
        for (int c = 0; c < MADE_UP_COUNTIES; c++)
            add_institution(made, in_county[k], seat[c]);
    add_institution(made, KIND_CITY_HOSPITAL, seat[1]);
    add_institution(made, KIND_OUTSIDE_CITY, NO_TOWNSHIP);
    add_institution(made, KIND_OUTSIDE_PROVINCE, NO_TOWNSHIP);
}

static void fill_origins(Origin origins[MADE_UP_ORIGINS]) {
    origins[0] = (Origin){.id = "beyond",
                          .name_zh = "外省",
                          .name_en = "Beyond the Border",
                          .other_province = 1,
                          .nearest_county = 0,
                          .residents = 210000,
                          .minutes_to_city = 125,
                          .minutes_to_nearest_county_seat = 62};
    origins[1] = (Origin){.id = "next",
                          .name_zh = "邻市",
                          .name_en = "Next City",
                          .other_province = 0,
                          .nearest_county = 1,
                          .residents = 340000,
                          .minutes_to_city = 74,
                          .minutes_to_nearest_county_seat = 70};
}

City *made_up_city(MadeUpCity *made) {
    *made = (MadeUpCity){.city = {.id = "made-up",
                                  .name_zh = "虚构市",
                                  .name_en = "Made-up City",
                                  .county_count = MADE_UP_COUNTIES,
                                  .township_count = MADE_UP_TOWNSHIPS,
                                  .origin_count = MADE_UP_ORIGINS}};
    City *city = &made->city;
    city->counties = made->counties;
    city->townships = made->townships;
    city->institutions = made->institutions;
    city->origins = made->origins;
    fill_counties(made->counties);
    memcpy(made->townships, made_up_townships, sizeof made_up_townships);
    fill_institutions(made);
    fill_origins(made->origins);
    made_up_parameters(&city->parameters);
    return city;
}

int made_up_institution(const City *city, Kind kind, int county) {
    for (uint32_t i = 0; i < city->institution_count; i++)
        if (city->institutions[i].kind == kind && city->institutions[i].county == county)
            return (int)i;
    return -1;
}
