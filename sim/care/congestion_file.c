// SPDX-License-Identifier: MIT
#include "care/congestion.h"

#include "base/disk.h"
#include "config/reader.h"
#include "config/table.h"

#include <stdio.h>
#include <string.h>

enum { SLOTS, LOAD, NO_SLOT, FILE_COLUMNS };

static const Column columns[FILE_COLUMNS] = {
    [SLOTS] = {.name = "slots"},
    [LOAD] = {.name = "load"},
    [NO_SLOT] = {.name = "no_slot"},
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

static void read_clinic(Congestion *congestion, const Row *row) {
    const int size = row->index / CLINIC_LOADS, load = row->index % CLINIC_LOADS;
    expect(row, SLOTS, clinic_sizes[size]);
    expect(row, LOAD, clinic_loads[load]);
    congestion->clinic[size][load] = row_number(row, NO_SLOT, 0, 1);
    if (load > 0 && congestion->clinic[size][load] < congestion->clinic[size][load - 1])
        reader_problem(row->reader, row_where(row),
                       "no_slot falls from %g to %g as the load grows; `hxsim tables FILE` makes a "
                       "whole table",
                       congestion->clinic[size][load - 1], congestion->clinic[size][load]);
}

Status congestion_read(Congestion *congestion, const char *file, Report *report) {
    Reader reader = {.arena = arena_new(), .report = report};
    if (!reader.arena)
        return report_problem(report, STATUS_NO_MEMORY, "%s: no memory to read it", file);

    Table table;
    enum { ROWS = CLINIC_SIZES * CLINIC_LOADS };
    const bool whole = table_read(&table, file, "", columns, FILE_COLUMNS, &reader);
    if (whole && table.rows != ROWS)
        reader_problem(&reader, (Where){file, 0},
                       "has %d rows instead of %d; `hxsim tables FILE` makes a whole table",
                       table.rows, ROWS);
    for (int i = 0; whole && i < ROWS && reader.status == STATUS_OK; i++) {
        const Row row = {&reader, &table, i};
        read_clinic(congestion, &row);
    }
    arena_free(reader.arena);
    return reader.status;
}

// ---- writing

static void write_clinics(FILE *stream, const Congestion *congestion) {
    for (int size = 0; size < CLINIC_SIZES; size++)
        for (int load = 0; load < CLINIC_LOADS; load++)
            fprintf(stream, "%g,%g,%.4f\n", clinic_sizes[size], clinic_loads[load],
                    congestion->clinic[size][load]);
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
    return new_file_keep(&new_file, report);
}
