// SPDX-License-Identifier: MIT
#include "config/places.h"

#include <string.h>

// clang-format off
#define INSTITUTION_COLUMNS(X) \
    X(ID, id) X(KIND, kind) X(COUNTY, county) X(TOWNSHIP, township) X(ZH, name_zh) \
    X(EN, name_en) X(LEVEL, level) X(BEDS, beds_registered) X(DOCTORS, doctors) X(SITES, sites) \
    X(RECOGNITION, recognition) X(PLATFORM, platform) \
    X(DIAGNOSTICS, diagnostics) X(OFFSET, capability_offset) X(DIP, dip_hospital) \
    X(BASIS, basis) X(SOURCE, source)
// clang-format on
#define NUMBERED(number, name) number,
#define NAMED(number, name) {#name, false},
enum { INSTITUTION_COLUMNS(NUMBERED) COURTYARD, COLUMN_COUNT };
static const Column columns[] = {INSTITUTION_COLUMNS(NAMED){"courtyard", true}};

static bool is_outside(uint8_t kind) {
    return kind == KIND_OUTSIDE_CITY || kind == KIND_OUTSIDE_PROVINCE;
}

static uint8_t read_kind(const Row *row) {
    const char *known[KIND_COUNT], *name = row_cell(row, KIND);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        if (strcmp(kind_entities[kind].name, name) == 0) return (uint8_t)kind;
        known[kind] = kind_entities[kind].name;
    }
    reader_unknown(row->reader, row_where(row), "kind of institution", name,
                   known + KIND_VILLAGE_CLINIC, KIND_COUNT - KIND_VILLAGE_CLINIC);
    return KIND_NONE;
}

// Inside the city an institution stands in a township; outside it stands nowhere.
static void read_place(const Row *row, const City *city, Institution *institution) {
    const char *county_id = row_cell(row, COUNTY), *township_id = row_cell(row, TOWNSHIP);
    institution->county = NO_COUNTY;
    institution->township = NO_TOWNSHIP;
    if (is_outside(institution->kind)) {
        if (*county_id || *township_id)
            reader_problem(row->reader, row_where(row),
                           "an institution outside the city has no county and no "
                           "township; leave both empty");
        return;
    }
    const int county = places_county(row->reader, city, row_where(row), county_id);
    const int township = places_township(row->reader, city, row_where(row), township_id);
    if (county < 0 || township < 0) return;
    if (city->townships[township].county != county)
        reader_problem(row->reader, row_where(row), "%s lies in %s, not in %s", township_id,
                       city->counties[city->townships[township].county].id, county_id);
    institution->county = (uint8_t)county;
    institution->township = (uint16_t)township;
}

// A table without courtyards need not name the column.
static uint8_t read_courtyard(const Row *row, uint8_t kind) {
    if (!*row_cell(row, COURTYARD)) return 0;
    const uint8_t courtyard = (uint8_t)row_whole(row, COURTYARD, 0, 255);
    if (courtyard > 0 && kind != KIND_TOWNSHIP_CENTRE)
        reader_problem(row->reader, row_where(row),
                       "courtyard is %u; only a township_centre belongs to one, leave it empty",
                       courtyard);
    return courtyard;
}

static void read_institution(const Row *row, const City *city, Institution *institution) {
    *institution = (Institution){.id = row_text(row, ID),
                                 .name_zh = row_text(row, ZH),
                                 .name_en = row_text(row, EN),
                                 .kind = read_kind(row),
                                 .level = (uint8_t)row_whole(row, LEVEL, 0, 3),
                                 .diagnostics = (uint8_t)row_whole(row, DIAGNOSTICS, 0, 3),
                                 .recognition = (uint8_t)row_whole(row, RECOGNITION, 0, 1),
                                 .platform = (uint8_t)row_whole(row, PLATFORM, 0, 1),
                                 .dip_hospital = (uint8_t)row_whole(row, DIP, 0, 1),
                                 .beds = (uint32_t)row_whole(row, BEDS, 0, 100000),
                                 .doctors = row_number(row, DOCTORS, 0, 100000),
                                 .sites = row_number(row, SITES, 0, 10000),
                                 .capability_offset = row_number(row, OFFSET, -12, 12)};
    institution->courtyard = read_courtyard(row, institution->kind);
    read_place(row, city, institution);
    places_check_source(row, city, SOURCE);
}

static bool has_institution(const City *city, uint8_t kind, int county, int township) {
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *institution = &city->institutions[i];
        if (institution->kind != kind) continue;
        if (township >= 0 ? institution->township == township : institution->county == county)
            return true;
    }
    return false;
}

// Which townships and counties lack an institution that every one of them has.
static void check_complete(const City *city, Reader *reader) {
    static const uint8_t everywhere[] = {KIND_VILLAGE_CLINIC, KIND_PRIVATE_CLINIC,
                                         KIND_TOWNSHIP_CENTRE};
    const Where where = {city->tables[TABLE_FACILITIES].file, 0};
    for (size_t k = 0; k < sizeof everywhere / sizeof *everywhere; k++)
        for (int township = 0; township < (int)city->township_count; township++)
            if (!has_institution(city, everywhere[k], -1, township))
                reader_problem(reader, where,
                               "the township %s has no %s; every township has a row for one",
                               city->townships[township].id, kind_entities[everywhere[k]].name);
    for (int county = 0; county < (int)city->county_count; county++)
        if (!has_institution(city, KIND_COUNTY_GENERAL, county, -1))
            reader_problem(reader, where,
                           "the county %s has no county_general; every county has one",
                           city->counties[county].id);
}

// A request and a test keep the number of an institution in 12 bits.
enum { MOST_INSTITUTIONS = 4095 };

void institutions_read(City *city, const TableName *name, Reader *reader) {
    Table table;
    const size_t problems = reader->report->count;
    if (!places_open(&table, city, TABLE_FACILITIES, name, columns, COLUMN_COUNT, reader)) return;
    if (table.rows > MOST_INSTITUTIONS) {
        const Where where = {city->tables[TABLE_FACILITIES].file, 0};
        reader_problem(reader, where, "%d institutions, more than the %d there is room for",
                       table.rows, MOST_INSTITUTIONS);
        return;
    }
    city->institutions = places_rows(&table, sizeof *city->institutions, reader);
    for (int i = 0; city->institutions && i < table.rows; i++)
        read_institution(&(Row){reader, &table, i}, city,
                         &city->institutions[city->institution_count++]);
    if (reader->report->count == problems)
        check_complete(city, reader); // else it would repeat them
}
