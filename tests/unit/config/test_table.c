// SPDX-License-Identifier: MIT
#include "config/table.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <string.h>

enum { ID, NAME, VALUE, NOTE, COLUMNS };
static const Column columns[COLUMNS] = {
    {"id", false}, {"name", false}, {"value", false}, {"note", true}};

// A table of a folder of its own, until closed.
typedef struct Open {
    Fixture fixture;
    Report report;
    Reader reader;
    Table table;
    bool is_read;
} Open;

static void open_table(Open *open, const char *text) {
    char path[256];
    fixture_make(&open->fixture);
    report_init(&open->report);
    fixture_write_text(&open->fixture, "a.csv", text);
    open->reader = (Reader){.arena = arena_new(), .report = &open->report};
    open->is_read = table_read(&open->table, fixture_path(&open->fixture, "a.csv", path), "",
                               columns, COLUMNS, &open->reader);
}

static void close_table(Open *open) {
    arena_free(open->reader.arena);
    report_free(&open->report);
    fixture_free(&open->fixture);
}

TEST(columns_by_name) {
    Open open;
    open_table(&open, "value,id,name\n3.25, a ,\"北, \"\"县\"\"\"\n-1,b,\n");
    ck_assert(open.is_read);
    ck_assert_int_eq(open.table.rows, 2);
    ck_assert_str_eq(table_cell(&open.table, 0, ID), "a");
    ck_assert_str_eq(table_cell(&open.table, 0, NAME), "北, \"县\"");
    ck_assert_str_eq(table_cell(&open.table, 1, NAME), "");
    ck_assert_str_eq(table_cell(&open.table, 1, NOTE), "");
    const Row row = {&open.reader, &open.table, 0};
    ck_assert(row_number(&row, VALUE, 0, 5) == 3.25);
    close_table(&open);
}

TEST(lines_of_rows) {
    Open open;
    open_table(&open, "id,name,value\n\na,\"one\ntwo\n\nthree\",1\n  \nb,x,2\nc,y,3");
    ck_assert(open.is_read);
    ck_assert_int_eq(open.table.rows, 3);
    const int lines[] = {3, 8, 9};
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(table_where(&open.table, i).line, lines[i]);
    ck_assert_str_eq(table_cell(&open.table, 0, NAME), "one\ntwo\n\nthree");
    close_table(&open);
}

static void expect_told(const char *text, const char *words) {
    Open open;
    open_table(&open, text);
    ck_assert_int_eq(open.reader.status, STATUS_INVALID);
    ck_assert_msg(fixture_told(&open.report, words), "'%s' tells '%s'", text,
                  open.report.messages[0]);
    close_table(&open);
}

TEST(unfit_tables) {
    expect_told("", "is empty; its first row must name the columns");
    expect_told("\n\n", "is empty");
    expect_told("id,name\na,b\n", "a.csv:1: the column value is missing");
    expect_told("id,name,value,values\na,b,1,2\n",
                "a.csv:1: \"values\" is not a known column; did you mean \"value\"?");
    expect_told("id,name,value,id\na,b,1,2\n", "a.csv:1: the column id is there twice");
    expect_told("id,name,value\n\na,b\n", "a.csv:3: this row has 2 cells, the first row 3");
    expect_told("id,name,value\na,b,1,2,3\n", "a.csv:2: this row has 5 cells, the first row 3");
    expect_told("id,name,value\na,\"b,1\n",
                "a.csv:2: a quote that opens in this row is never closed");
    expect_told("id,name,value\na,\"b\"c,1\n", "a.csv:2: the quotes of this row do not fit");
    expect_told("id,name,value,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,1,2,3,4,5,6,7,8,"
                "9,10,11,12,13\n",
                "more than 40 columns");
}

TEST(every_bad_row_is_told) {
    Open open;
    open_table(&open, "id,name,value\na\nb,x,1\nc,y\n");
    ck_assert_uint_eq(open.report.count, 2);
    ck_assert(fixture_told(&open.report, "a.csv:2: this row has 1 cells"));
    ck_assert(fixture_told(&open.report, "a.csv:4: this row has 2 cells"));
    close_table(&open);
}

TEST(cells_with_bounds) {
    Open open;
    open_table(&open, "id,name,value\na,,0.5\nb,x,7.5\n,x,-1\n");
    ck_assert(open.is_read);
    Row row = {&open.reader, &open.table, 0};
    ck_assert(row_number(&row, VALUE, 0, 1) == 0.5);
    ck_assert_str_eq(row_text(&row, NAME), "");
    ck_assert(fixture_told(&open.report, "a.csv:2: name is empty"));
    row.index = 1;
    row_number(&row, VALUE, 0, 1);
    ck_assert(fixture_told(&open.report, "a.csv:3: value is 7.5, above the highest, 1"));
    ck_assert_int_eq(row_whole(&row, VALUE, 0, 10), 0);
    ck_assert(fixture_told(&open.report, "a.csv:3: value is 7.5; write a whole number"));
    row.index = 2;
    row_number(&row, VALUE, 0, 1);
    ck_assert(fixture_told(&open.report, "a.csv:4: value is -1, below the lowest, 0"));
    close_table(&open);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("columns are found by their names, in any order, quotes and commas included",
              columns_by_name),
        CLAIM("a row knows the line on which it begins, also after long cells and empty lines",
              lines_of_rows),
        CLAIM("a table that is no table is told with its line", unfit_tables),
        CLAIM("every row of another length is told", every_bad_row_is_told),
        CLAIM("a cell that is empty or out of bounds is told with its column", cells_with_bounds),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
