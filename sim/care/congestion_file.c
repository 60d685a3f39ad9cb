// SPDX-License-Identifier: MIT
#include "care/congestion.h"

#include "base/disk.h"
#include "config/reader.h"
#include "config/table.h"

#include <stdio.h>
#include <string.h>

enum {
    PLACE,
    SIZE,
    LOAD,
    NO_SLOT,
    URGENT_SHARE,
    BEFORE_SHARE,
    EXTRA_SHARE,
    LIMIT,
    FREE_SHARE,
    URGENT_ELSEWHERE,
    BEFORE_ELSEWHERE,
    BEFORE_WAITS,
    REST_ELSEWHERE = BEFORE_WAITS + WAIT_POINTS,
    REST_WAITS,
    FILE_COLUMNS = REST_WAITS + WAIT_POINTS
};

static const Column columns[FILE_COLUMNS] = {
    [PLACE] = {.name = "place"},
    [SIZE] = {.name = "size"},
    [LOAD] = {.name = "load"},
    [NO_SLOT] = {.name = "no_slot"},
    [URGENT_SHARE] = {.name = "urgent_share"},
    [BEFORE_SHARE] = {.name = "before_share"},
    [EXTRA_SHARE] = {.name = "extra_share"},
    [LIMIT] = {.name = "limit_days"},
    [FREE_SHARE] = {.name = "free_share"},
    [URGENT_ELSEWHERE] = {.name = "urgent_elsewhere"},
    [BEFORE_ELSEWHERE] = {.name = "before_elsewhere"},
    [BEFORE_WAITS] = {.name = "before_waits_1"},
    {.name = "before_waits_2"},
    {.name = "before_waits_3"},
    {.name = "before_waits_5"},
    {.name = "before_waits_8"},
    {.name = "before_waits_14"},
    [REST_ELSEWHERE] = {.name = "rest_elsewhere"},
    [REST_WAITS] = {.name = "rest_waits_1"},
    {.name = "rest_waits_2"},
    {.name = "rest_waits_3"},
    {.name = "rest_waits_5"},
    {.name = "rest_waits_8"},
    {.name = "rest_waits_14"},
};

// ---- reading

// Tells a row that does not stand where it should.
static void expect(const Row *row, int column, double expected) {
    const double value = row_number(row, column, 0, 1e6);
    if (value == expected) return;
    reader_problem(row->reader, row_where(row),
                   "%s is %g where %g is expected; `hxsim tables FILE` makes a whole table",
                   columns[column].name, value, expected);
}

static void expect_place(const Row *row, const char *place) {
    if (strcmp(row_cell(row, PLACE), place) == 0) return;
    reader_problem(row->reader, row_where(row),
                   "place is %s where %s is expected; `hxsim tables FILE` makes a whole table",
                   row_cell(row, PLACE), place);
}

static void read_clinic(Congestion *congestion, const Row *row) {
    const int size = row->index / CLINIC_LOADS, load = row->index % CLINIC_LOADS;
    expect_place(row, "clinic");
    expect(row, SIZE, clinic_sizes[size]);
    expect(row, LOAD, clinic_loads[load]);
    congestion->clinic[size][load] = row_number(row, NO_SLOT, 0, 1);
}

static void read_waits(double waits[WAIT_POINTS], const Row *row, int column, double limit_days) {
    for (int i = 0; i < WAIT_POINTS; i++)
        waits[i] = wait_points[i] <= limit_days ? row_number(row, column + i, 0, 1) : 0;
}

static void read_ward(Congestion *congestion, const Row *row) {
    const int index = row->index - CLINIC_SIZES * CLINIC_LOADS;
    const WardCase ward = ward_case(index);
    WardLaw *law = &congestion->ward[index];
    expect_place(row, "ward");
    expect(row, SIZE, ward.open);
    expect(row, LOAD, ward.load);
    expect(row, URGENT_SHARE, ward.urgent_share);
    expect(row, BEFORE_SHARE, ward.before_share);
    expect(row, EXTRA_SHARE, ward.extra_share);
    expect(row, LIMIT, ward.limit_days);
    *law = (WardLaw){.free_share = row_number(row, FREE_SHARE, 0, 1)};
    law->elsewhere[BED_URGENT] = row_number(row, URGENT_ELSEWHERE, 0, 1);
    law->elsewhere[BED_BEFORE] = row_number(row, BEFORE_ELSEWHERE, 0, 1);
    law->elsewhere[BED_REST] = row_number(row, REST_ELSEWHERE, 0, 1);
    read_waits(law->waits[BED_BEFORE], row, BEFORE_WAITS, ward.limit_days);
    read_waits(law->waits[BED_REST], row, REST_WAITS, ward.limit_days);
}

Status congestion_read(Congestion *congestion, const char *file, Report *report) {
    Reader reader = {.arena = arena_new(), .report = report};
    if (!reader.arena)
        return report_problem(report, STATUS_NO_MEMORY, "%s: no memory to read it", file);

    Table table;
    enum { CLINIC_ROWS = CLINIC_SIZES * CLINIC_LOADS, ROWS = CLINIC_ROWS + WARDS };
    const bool whole = table_read(&table, file, "", columns, FILE_COLUMNS, &reader);
    if (whole && table.rows != ROWS)
        reader_problem(&reader, (Where){file, 0},
                       "has %d rows instead of %d; `hxsim tables FILE` makes a whole table",
                       table.rows, ROWS);
    for (int i = 0; whole && i < ROWS && reader.status == STATUS_OK; i++) {
        const Row row = {&reader, &table, i};
        if (i < CLINIC_ROWS)
            read_clinic(congestion, &row);
        else
            read_ward(congestion, &row);
    }
    arena_free(reader.arena);
    congestion_prepare(congestion);
    return reader.status;
}

// ---- writing

static void write_clinics(FILE *stream, const Congestion *congestion) {
    for (int size = 0; size < CLINIC_SIZES; size++)
        for (int load = 0; load < CLINIC_LOADS; load++) {
            fprintf(stream, "clinic,%g,%g,%.4f", clinic_sizes[size], clinic_loads[load],
                    congestion->clinic[size][load]);
            for (int column = URGENT_SHARE; column < FILE_COLUMNS; column++)
                fputc(',', stream);
            fputc('\n', stream);
        }
}

static void write_class(FILE *stream, const WardLaw *law, BedClass class, double limit_days) {
    fprintf(stream, ",%.4f", law->elsewhere[class]);
    for (int i = 0; i < WAIT_POINTS; i++)
        if (wait_points[i] <= limit_days)
            fprintf(stream, ",%.4f", law->waits[class][i]);
        else
            fputc(',', stream);
}

static void write_wards(FILE *stream, const Congestion *congestion) {
    for (int index = 0; index < WARDS; index++) {
        const WardCase ward = ward_case(index);
        const WardLaw *law = &congestion->ward[index];
        fprintf(stream, "ward,%g,%g,,%g,%g,%g,%g,%.4f,%.4f", ward.open, ward.load,
                ward.urgent_share, ward.before_share, ward.extra_share, ward.limit_days,
                law->free_share, law->elsewhere[BED_URGENT]);
        write_class(stream, law, BED_BEFORE, ward.limit_days);
        write_class(stream, law, BED_REST, ward.limit_days);
        fputc('\n', stream);
    }
}

Status congestion_check_place(const char *file, Report *report) {
    NewFile new_file;
    const Status status = new_file_open(&new_file, file, report);
    if (status == STATUS_OK) new_file_drop(&new_file);
    return status;
}

Status congestion_write(const Congestion *congestion, const char *file, Report *report) {
    NewFile new_file;
    const Status status = new_file_open(&new_file, file, report);
    if (status != STATUS_OK) return status;
    for (int column = 0; column < FILE_COLUMNS; column++)
        fprintf(new_file.stream, "%s%s", column ? "," : "", columns[column].name);
    fputc('\n', new_file.stream);
    write_clinics(new_file.stream, congestion);
    write_wards(new_file.stream, congestion);
    return new_file_keep(&new_file, report);
}
