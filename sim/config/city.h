// SPDX-License-Identifier: MIT
// A city as its model files describe it: places, institutions, neighbours that send visitors, and
// every number.
//
// A City is read once, checked, and never changed afterwards; the simulation only reads it. Places
// are rows of arrays and refer to each other by index. All strings belong to the City.
#ifndef HXSIM_CONFIG_CITY_H
#define HXSIM_CONFIG_CITY_H

#include "base/status.h"
#include "config/parameters.h"

#include <stdint.h>

enum { MOST_COUNTIES = 24, NO_TOWNSHIP = 0xFFFF, NO_COUNTY = 0xFF };

// A county-level unit: county, county-level city, district.
typedef struct County {
    const char *id, *name_zh, *name_en;
    double share_60;        // of residents aged 60 and over, 0-1
    double absent_share;    // absent insured, of all registered here, 0-1
    double minutes_to_city; // from the county seat
    uint8_t monitored; // 1 if county indicators of the whole city count it, 0 for city districts
} County;

// A township or urban subdistrict: a catchment with its travel minutes. Rows are ordered by county.
typedef struct Township {
    const char *id, *name_zh, *name_en;
    uint8_t county;
    uint8_t urban;               // 0 or 1
    uint32_t residents;          // at the start
    double doctor_present_share; // of village clinics, 0-1
    double minutes_to_village_clinic, minutes_to_township_centre, minutes_to_county_seat,
        minutes_to_city;
    uint16_t neighbour[2]; // NO_TOWNSHIP if there is none
    double neighbour_minutes[2];
    uint8_t other_seat; // county whose seat is next nearest after its own, NO_COUNTY if there is
                        // one county
    double other_seat_minutes;
} Township;

// An institution. Village and private clinics are one record per township, for `sites` sites.
typedef struct Institution {
    const char *id, *name_zh, *name_en;
    uint8_t kind;         // Kind
    uint8_t county;       // NO_COUNTY for institutions outside the city
    uint16_t township;    // NO_TOWNSHIP outside the city
    uint8_t level;        // 0 ungraded, 1, 2, 3
    uint8_t diagnostics;  // 0 none, 1 laboratory and X-ray, 2 CT, 3 MRI
    uint8_t recognition;  // 1 if it takes part in mutual recognition of results
    uint8_t platform;     // 1 if it is on the population health information platform
    uint8_t courtyard;    // number of the group of township centres that it belongs to; 0 for none
    uint8_t dip_hospital; // 1 if it is designated for payment by DIP; moves nothing yet
    uint32_t beds;        // registered; 0 outside means never full
    double doctors;
    double sites;
    double capability_offset; // units, added to the kind's capability in every class
} Institution;

// A neighbouring area whose residents come here for care.
typedef struct Origin {
    const char *id, *name_zh, *name_en;
    uint8_t other_province; // 1, or 0 for another city of the province
    uint8_t nearest_county;
    double residents;
    double minutes_to_city, minutes_to_nearest_county_seat;
} Origin;

// Where a number comes from.
typedef enum EvidenceKind {
    EVIDENCE_MISSING,
    EVIDENCE_REPORTED,
    EVIDENCE_EXTERNAL,
    EVIDENCE_CALIBRATED,
    EVIDENCE_ASSUMED
} EvidenceKind;
typedef struct Evidence {
    EvidenceKind kind;
    double low,
        high; // the range of an assumed or calibrated number; equal to the value if there is none
    const char *source; // figure id, or ""
    const char *why;    // reason of an assumption, or ""
    const char *file;   // where it was given last
    int line;
    int changed; // 1 if a scenario or --set changed it
} Evidence;

// A figure of models/figures.csv.
typedef struct Figure {
    const char *id, *place, *indicator, *unit, *qualifier, *period, *kind, *role, *source, *note;
    const char *confidence;
    double value, low, high; // low and high are the value where the table gives none
} Figure;

// The tables of a model, beside those of parameters.
enum {
    TABLE_COUNTIES,
    TABLE_TOWNSHIPS,
    TABLE_FACILITIES,
    TABLE_ORIGINS,
    TABLE_FIGURES,
    TABLE_CONGESTION, // may be absent: only runs of one in n need it
    TABLE_SAMPLE,     // may be absent: only of fitted models
    CITY_TABLES
};

// The text of a table as it was read, so that a result can carry it along.
typedef struct CityTable {
    const char *file, *bytes;
    size_t length;
} CityTable;

typedef struct City {
    const char *id, *name_zh, *name_en;
    Parameters parameters;
    Evidence evidence[PARAMETER_COUNT]; // in the order of the doubles of Parameters
    County *counties;
    Township *townships;
    Institution *institutions;
    Origin *origins;
    Figure *figures;
    uint32_t county_count, township_count, institution_count, origin_count, figure_count;
    int *sample_parameter; // of fitted numbers (config/sample.h): [columns], and
    double *sample;        // [rows x (weight, columns)]
    int sample_columns, sample_rows;
    CityTable tables[CITY_TABLES];
    struct Arena *arena; // owns the strings
} City;

// Gives back all strings and rows; a zeroed city is accepted.
void city_free(City *city);

#endif
