// SPDX-License-Identifier: MIT
// The tables of a model: figures, counties, townships, institutions, origins of visitors.
//
// Each table becomes rows of the City; ids become indexes, and an id that names nothing is told
// with the nearest one that does. Townships are put in the order of their counties.
#ifndef HXSIM_CONFIG_PLACES_H
#define HXSIM_CONFIG_PLACES_H

#include "config/city.h"
#include "config/reader.h"
#include "config/table.h"

// Where a table is named: its file, and who names it ("a.cfg:3: tables.counties ").
typedef struct TableName {
    const char *file, *named_at;
} TableName;

// Each reads one table into the city. Counties come first, then townships, then the others.
void figures_read(City *city, const TableName *name, Reader *reader);
void counties_read(City *city, const TableName *name, Reader *reader);
void townships_read(City *city, const TableName *name, Reader *reader);
void institutions_read(City *city, const TableName *name, Reader *reader);
void origins_read(City *city, const TableName *name, Reader *reader);

// What the reading of every table of places shares. Opens one and checks the ids in column 0.
bool places_open(Table *table, City *city, int which, const TableName *name, const Column *columns,
                 int count, Reader *reader);

// Tells every id of a column that stands in more than one row.
void places_check_ids(Reader *reader, const Table *table, int id_column);

// Zeroed things of `size` bytes, one for each row; NULL, which the reader remembers, if they cannot
// be had.
void *places_rows(const Table *table, size_t size, Reader *reader);

// Tells it if a cell names figures that do not exist.
void places_check_source(const Row *row, const City *city, int column);

// The index of a county or township; -1 after telling that there is none of this id.
int places_county(Reader *reader, const City *city, Where where, const char *id);
int places_township(Reader *reader, const City *city, Where where, const char *id);

// The line of a table whose first cell is this id; 0 if there is none.
int places_line(const CityTable *table, const char *id);

// Tells that a county of this city has the id of one of another city, read from a file. Figures
// name counties by their ids alone.
Status places_county_twice(const City *city, const char *id, const char *other_city,
                           const char *other_file, Report *report);

#endif
