// SPDX-License-Identifier: MIT
#include "config/places.h"

#include "config/quantity.h"

#include <string.h>

enum { MOST_TOWNSHIPS = 4000 };

void places_check_ids(Reader *reader, const Table *table, int id_column) {
    for (int row = 1; row < table->rows; row++) {
        const char *id = table_cell(table, row, id_column);
        int earlier = 0;
        while (earlier < row && strcmp(table_cell(table, earlier, id_column), id) != 0)
            earlier++;
        if (earlier < row)
            reader_problem(reader, table_where(table, row),
                           "the id %s is there twice, the first time in line %d", id,
                           table->lines[earlier]);
    }
}

void *places_rows(const Table *table, size_t size, Reader *reader) {
    void *rows = arena_take(reader->arena, (size_t)table->rows, size);
    if (!rows) reader->status = status_first(reader->status, STATUS_NO_MEMORY);
    return rows;
}

bool places_open(Table *table, City *city, int which, const TableName *name, const Column *columns,
                 int count, Reader *reader) {
    if (!table_read(table, name->file, name->named_at, columns, count, reader)) return false;
    city->tables[which] = (CityTable){table->text.file, table->text.bytes, table->text.length};
    places_check_ids(reader, table, 0);
    return true;
}

void places_check_source(const Row *row, const City *city, int column) {
    const Figures figures = {city->figures, city->figure_count};
    figures_check_sources(row->reader, &figures, row_where(row), row_cell(row, column));
}

static int look_up(Reader *reader, Where where, const char *what, const char *id,
                   const char *const *known, size_t count) {
    if (count == 0) return -1; // their table could not be read, which was told
    for (size_t i = 0; i < count; i++)
        if (strcmp(known[i], id) == 0) return (int)i;
    reader_unknown(reader, where, what, id, known, count);
    return -1;
}

int places_county(Reader *reader, const City *city, Where where, const char *id) {
    const char *known[MOST_COUNTIES];
    for (uint32_t i = 0; i < city->county_count; i++)
        known[i] = city->counties[i].id;
    return look_up(reader, where, "county", id, known, city->county_count);
}

int places_township(Reader *reader, const City *city, Where where, const char *id) {
    const char *known[MOST_TOWNSHIPS];
    for (uint32_t i = 0; i < city->township_count; i++)
        known[i] = city->townships[i].id;
    return look_up(reader, where, "township", id, known, city->township_count);
}

// clang-format off
#define FIGURE_COLUMNS(X) \
    X(FIGURE_ID, id) X(FIGURE_VALUE, value) X(FIGURE_UNIT, unit) X(FIGURE_QUALIFIER, qualifier) \
    X(FIGURE_PERIOD, period) X(FIGURE_PLACE, place) X(FIGURE_INDICATOR, indicator) \
    X(FIGURE_KIND, kind) X(FIGURE_ROLE, role) X(FIGURE_LOW, low) X(FIGURE_HIGH, high) \
    X(FIGURE_SOURCE, source) X(FIGURE_CONFIDENCE, confidence) X(FIGURE_NOTE, note)
#define COUNTY_COLUMNS(X) \
    X(COUNTY_ID, id) X(COUNTY_ZH, name_zh) X(COUNTY_EN, name_en) \
    X(COUNTY_60, age_60_share) X(COUNTY_MINUTES, minutes_to_city) \
    X(COUNTY_ABSENT, absent_share_of_registered) X(COUNTY_MONITORED, monitored) \
    X(COUNTY_BASIS, basis) X(COUNTY_SOURCE, source)
#define TOWNSHIP_COLUMNS(X) \
    X(TOWNSHIP_ID, id) X(TOWNSHIP_COUNTY, county) X(TOWNSHIP_ZH, name_zh) \
    X(TOWNSHIP_EN, name_en) X(TOWNSHIP_RESIDENTS, residents) X(TOWNSHIP_URBAN, urban) \
    X(TOWNSHIP_DOCTOR, doctor_present_share) X(TOWNSHIP_TO_VILLAGE, minutes_to_village_clinic) \
    X(TOWNSHIP_TO_CENTRE, minutes_to_township_centre) \
    X(TOWNSHIP_TO_SEAT, minutes_to_county_seat) X(TOWNSHIP_TO_CITY, minutes_to_city) \
    X(TOWNSHIP_NEIGHBOUR_1, neighbour_1) X(TOWNSHIP_MINUTES_1, neighbour_1_minutes) \
    X(TOWNSHIP_NEIGHBOUR_2, neighbour_2) X(TOWNSHIP_MINUTES_2, neighbour_2_minutes) \
    X(TOWNSHIP_OTHER_SEAT, nearest_other_seat) \
    X(TOWNSHIP_OTHER_MINUTES, nearest_other_seat_minutes) X(TOWNSHIP_BASIS, basis) \
    X(TOWNSHIP_SOURCE, source)
#define ORIGIN_COLUMNS(X) \
    X(ORIGIN_ID, id) X(ORIGIN_ZH, name_zh) X(ORIGIN_EN, name_en) \
    X(ORIGIN_PROVINCE, other_province) X(ORIGIN_RESIDENTS, residents) \
    X(ORIGIN_MINUTES, minutes_to_city) X(ORIGIN_COUNTY, nearest_county) \
    X(ORIGIN_SEAT_MINUTES, minutes_to_nearest_county_seat) X(ORIGIN_BASIS, basis) \
    X(ORIGIN_SOURCE, source) X(ORIGIN_WHY, why)
// clang-format on
#define NUMBERED(number, name) number,
#define NAMED(number, name) {#name, false},
enum { FIGURE_COLUMNS(NUMBERED) FIGURE_COLUMN_COUNT };
enum { COUNTY_COLUMNS(NUMBERED) COUNTY_COLUMN_COUNT };
enum { TOWNSHIP_COLUMNS(NUMBERED) TOWNSHIP_COLUMN_COUNT };
enum { ORIGIN_COLUMNS(NUMBERED) ORIGIN_COLUMN_COUNT };
static const Column figure_columns[] = {FIGURE_COLUMNS(NAMED)};
static const Column county_columns[] = {COUNTY_COLUMNS(NAMED)};
static const Column township_columns[] = {TOWNSHIP_COLUMNS(NAMED)};

static void read_figure(const Row *row, Figure *figure) {
    *figure = (Figure){.id = row_text(row, FIGURE_ID),
                       .place = row_cell(row, FIGURE_PLACE),
                       .indicator = row_cell(row, FIGURE_INDICATOR),
                       .unit = row_text(row, FIGURE_UNIT),
                       .qualifier = row_cell(row, FIGURE_QUALIFIER),
                       .period = row_cell(row, FIGURE_PERIOD),
                       .kind = row_text(row, FIGURE_KIND),
                       .role = row_cell(row, FIGURE_ROLE),
                       .source = row_text(row, FIGURE_SOURCE),
                       .confidence = row_cell(row, FIGURE_CONFIDENCE),
                       .note = row_cell(row, FIGURE_NOTE),
                       .value = row_number(row, FIGURE_VALUE, -1e300, 1e300)};
    figure->low =
        *row_cell(row, FIGURE_LOW) ? row_number(row, FIGURE_LOW, -1e300, 1e300) : figure->value;
    figure->high =
        *row_cell(row, FIGURE_HIGH) ? row_number(row, FIGURE_HIGH, -1e300, 1e300) : figure->value;
    const EvidenceKind kind = evidence_kind(figure->kind);
    if (kind != EVIDENCE_REPORTED && kind != EVIDENCE_EXTERNAL)
        reader_problem(row->reader, row_where(row),
                       "the kind of a figure is \"reported\" or \"external\", not \"%s\"",
                       figure->kind);
}

void figures_read(City *city, const TableName *name, Reader *reader) {
    Table table;
    if (!places_open(&table, city, TABLE_FIGURES, name, figure_columns, FIGURE_COLUMN_COUNT,
                     reader))
        return;
    city->figures = places_rows(&table, sizeof *city->figures, reader);
    for (int i = 0; city->figures && i < table.rows; i++)
        read_figure(&(Row){reader, &table, i}, &city->figures[city->figure_count++]);
}

static void read_county(const Row *row, County *county) {
    *county = (County){.id = row_text(row, COUNTY_ID),
                       .name_zh = row_text(row, COUNTY_ZH),
                       .name_en = row_text(row, COUNTY_EN),
                       .share_60 = row_number(row, COUNTY_60, 0, 1),
                       .minutes_to_city = row_number(row, COUNTY_MINUTES, 0, 3000),
                       .absent_share = row_number(row, COUNTY_ABSENT, 0, 0.95),
                       .monitored = (uint8_t)row_whole(row, COUNTY_MONITORED, 0, 1)};
}

void counties_read(City *city, const TableName *name, Reader *reader) {
    Table table;
    if (!places_open(&table, city, TABLE_COUNTIES, name, county_columns, COUNTY_COLUMN_COUNT,
                     reader))
        return;
    if (table.rows == 0 || table.rows > MOST_COUNTIES) {
        reader_problem(reader, (Where){table.text.file, 0}, "has %d counties; a city has 1 to %d",
                       table.rows, MOST_COUNTIES);
        return;
    }
    city->counties = places_rows(&table, sizeof *city->counties, reader);
    for (int i = 0; city->counties && i < table.rows; i++) {
        const Row row = {reader, &table, i};
        read_county(&row, &city->counties[city->county_count++]);
        places_check_source(&row, city, COUNTY_SOURCE);
    }
}

static void read_township(const Row *row, Township *township, uint8_t county) {
    *township =
        (Township){.id = row_text(row, TOWNSHIP_ID),
                   .name_zh = row_text(row, TOWNSHIP_ZH),
                   .name_en = row_text(row, TOWNSHIP_EN),
                   .county = county,
                   .urban = (uint8_t)row_whole(row, TOWNSHIP_URBAN, 0, 1),
                   .residents = (uint32_t)row_whole(row, TOWNSHIP_RESIDENTS, 1, 100000000),
                   .doctor_present_share = row_number(row, TOWNSHIP_DOCTOR, 0, 1),
                   .minutes_to_village_clinic = row_number(row, TOWNSHIP_TO_VILLAGE, 0, 3000),
                   .minutes_to_township_centre = row_number(row, TOWNSHIP_TO_CENTRE, 0, 3000),
                   .minutes_to_county_seat = row_number(row, TOWNSHIP_TO_SEAT, 0, 3000),
                   .minutes_to_city = row_number(row, TOWNSHIP_TO_CITY, 0, 3000),
                   .neighbour = {NO_TOWNSHIP, NO_TOWNSHIP},
                   .other_seat = NO_COUNTY};
}

// Ids of other places, once all townships have their index.
static void link_township(const Row *row, const City *city, Township *township) {
    static const int neighbours[2] = {TOWNSHIP_NEIGHBOUR_1, TOWNSHIP_NEIGHBOUR_2};
    static const int minutes[2] = {TOWNSHIP_MINUTES_1, TOWNSHIP_MINUTES_2};
    const Where where = row_where(row);
    for (int i = 0; i < 2; i++) {
        const char *id = row_cell(row, neighbours[i]);
        if (!*id) continue;
        const int other = places_township(row->reader, city, where, id);
        if (other < 0) continue;
        if (&city->townships[other] == township)
            reader_problem(row->reader, where, "%s cannot be its own neighbour", id);
        township->neighbour[i] = (uint16_t)other;
        township->neighbour_minutes[i] = row_number(row, minutes[i], 0, 3000);
    }
    const char *seat = row_cell(row, TOWNSHIP_OTHER_SEAT);
    if (!*seat && city->county_count > 1)
        reader_problem(row->reader, where, "nearest_other_seat is empty; name a county");
    const int county = *seat ? places_county(row->reader, city, where, seat) : -1;
    if (county < 0) return;
    if (county == township->county)
        reader_problem(row->reader, where, "nearest_other_seat is %s, its own county; name another",
                       seat);
    township->other_seat = (uint8_t)county;
    township->other_seat_minutes = row_number(row, TOWNSHIP_OTHER_MINUTES, 0, 3000);
}

// Rows in the order of their counties; rows whose county is unknown are told and left out.
static int order_by_county(const Table *table, const City *city, Reader *reader,
                           int order[MOST_TOWNSHIPS]) {
    static const int unknown = -1;
    int county_of[MOST_TOWNSHIPS], count = 0;
    for (int row = 0; row < table->rows; row++) {
        const char *id = table_cell(table, row, TOWNSHIP_COUNTY);
        county_of[row] =
            city->county_count ? places_county(reader, city, table_where(table, row), id) : unknown;
    }
    for (int county = 0; county < (int)city->county_count; county++)
        for (int row = 0; row < table->rows; row++)
            if (county_of[row] == county) order[count++] = row;
    return count;
}

void townships_read(City *city, const TableName *name, Reader *reader) {
    Table table;
    int order[MOST_TOWNSHIPS];
    if (!places_open(&table, city, TABLE_TOWNSHIPS, name, township_columns, TOWNSHIP_COLUMN_COUNT,
                     reader))
        return;
    if (table.rows == 0 || table.rows > MOST_TOWNSHIPS) {
        reader_problem(reader, (Where){table.text.file, 0}, "has %d townships; a city has 1 to %d",
                       table.rows, MOST_TOWNSHIPS);
        return;
    }
    city->townships = places_rows(&table, sizeof *city->townships, reader);
    const int count = city->townships ? order_by_county(&table, city, reader, order) : 0;
    for (int i = 0; i < count; i++) {
        const Row row = {reader, &table, order[i]};
        const char *id = table_cell(&table, order[i], TOWNSHIP_COUNTY);
        const int county = places_county(reader, city, table_where(&table, order[i]), id);
        read_township(&row, &city->townships[city->township_count++], (uint8_t)county);
        places_check_source(&row, city, TOWNSHIP_SOURCE);
    }
    for (int i = 0; i < count; i++)
        link_township(&(Row){reader, &table, order[i]}, city, &city->townships[i]);
}

// The minutes are to the city by its own id: minutes_to_ and that.
void origins_read(City *city, const TableName *name, Reader *reader) {
    static const Column known[] = {ORIGIN_COLUMNS(NAMED)};
    Column columns[ORIGIN_COLUMN_COUNT];
    memcpy(columns, known, sizeof known);
    columns[ORIGIN_MINUTES].name = arena_format(reader->arena, "minutes_to_%s", city->id);

    Table table;
    if (!places_open(&table, city, TABLE_ORIGINS, name, columns, ORIGIN_COLUMN_COUNT, reader))
        return;
    city->origins = places_rows(&table, sizeof *city->origins, reader);
    for (int i = 0; city->origins && i < table.rows; i++) {
        const Row row = {reader, &table, i};
        Origin *origin = &city->origins[city->origin_count++];
        *origin = (Origin){.id = row_text(&row, ORIGIN_ID),
                           .name_zh = row_text(&row, ORIGIN_ZH),
                           .name_en = row_text(&row, ORIGIN_EN),
                           .other_province = (uint8_t)row_whole(&row, ORIGIN_PROVINCE, 0, 1),
                           .residents = row_number(&row, ORIGIN_RESIDENTS, 0, 1e9),
                           .minutes_to_city = row_number(&row, ORIGIN_MINUTES, 0, 3000),
                           .minutes_to_nearest_county_seat =
                               row_number(&row, ORIGIN_SEAT_MINUTES, 0, 3000)};
        const int county =
            places_county(reader, city, table_where(&table, i), row_cell(&row, ORIGIN_COUNTY));
        origin->nearest_county = county < 0 ? NO_COUNTY : (uint8_t)county;
        places_check_source(&row, city, ORIGIN_SOURCE);
    }
}

int places_line(const CityTable *table, const char *id) {
    const size_t length = strlen(id);
    int line = 1;
    for (const char *row = table->bytes; row; row = strchr(row, '\n'), line++) {
        row += *row == '\n';
        if (strncmp(row, id, length) == 0 && row[length] == ',') return line;
    }
    return 0;
}

Status places_county_twice(const City *city, const char *id, const char *other_city,
                           const char *other_file, Report *report) {
    const CityTable *table = &city->tables[TABLE_COUNTIES];
    return report_problem(
        report, STATUS_INVALID,
        "%s:%d: the county %s is in two cities, in %s and, by %s, in %s; call one "
        "of them otherwise",
        table->file, places_line(table, id), id, city->id, other_file, other_city);
}
