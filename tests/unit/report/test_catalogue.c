// SPDX-License-Identifier: MIT
#include "reforms/lever.h"
#include "report/catalogue.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Sections of the description of reforms that the catalogue was made from.
enum { SECTIONS = 52 };

typedef struct Reading {
    Fixture fixture;
    LeverInfo infos[MOST_REFORMS];
    Registries registries;
    Catalogue catalogue;
    Arena *arena;
    Report report;
    Status status;
} Reading;

static char *text_of(const char *file) {
    FILE *stream = fopen(file, "r");
    ck_assert_ptr_nonnull(stream);
    char *text = calloc(1, 1 << 20);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_lt(fread(text, 1, (1 << 20) - 1, stream), (1 << 20) - 1);
    fclose(stream);
    return text;
}

// Reads a copy of the catalogue in which one text has become another; NULL leaves it as it is.
static void read_with(Reading *reading, const char *old, const char *new) {
    char path[256];
    *reading = (Reading){.arena = arena_new()};
    for (int i = 0; i < lever_count; i++)
        reading->infos[i] = levers[i]->info;
    reading->registries = (Registries){.levers = reading->infos, .lever_count = lever_count};
    report_init(&reading->report);
    fixture_make(&reading->fixture);
    char *text = text_of("models/reforms.csv");
    fixture_write_text(&reading->fixture, "reforms.csv", text);
    free(text);
    if (old) fixture_replace(&reading->fixture, "reforms.csv", old, new);
    fixture_path(&reading->fixture, "reforms.csv", path);
    reading->status = catalogue_read(&reading->catalogue, path, "models/figures.csv",
                                     &reading->registries, reading->arena, &reading->report);
}

static void forget(Reading *reading) {
    report_free(&reading->report);
    arena_free(reading->arena);
    fixture_free(&reading->fixture);
}

TEST(a_row_each) {
    Reading reading;
    read_with(&reading, NULL, NULL);
    ck_assert_int_eq(reading.status, STATUS_OK);
    ck_assert_int_eq(reading.catalogue.count, SECTIONS);
    int with_lever = 0, told = 0;
    for (int i = 0; i < SECTIONS; i++) {
        const ReformEntry *entry = &reading.catalogue.entries[i];
        const char *status = catalogue_status(entry, &reading.registries, reading.arena);
        with_lever += strcmp(status, "lever") == 0;
        told += strcmp(status, "lever") == 0 || strncmp(status, "through its parts: ", 19) == 0 ||
                strncmp(status, "entry only, needed: ", 20) == 0;
        ck_assert_msg(strlen(entry->mechanism) <= 160, "%s: more than a line", entry->name);
    }
    ck_assert_int_eq(with_lever, lever_count);
    ck_assert_int_eq(told, SECTIONS);
    forget(&reading);
}

TEST(new_lever) {
    Reading reading;
    read_with(&reading, NULL, NULL);
    const ReformEntry *entry = &reading.catalogue.entries[SECTIONS - 1];
    LeverInfo one = {.name = entry->name};
    const Registries without = {0}, with = {.levers = &one, .lever_count = 1};
    ck_assert_str_ne(catalogue_status(entry, &without, reading.arena), "lever");
    ck_assert_str_eq(catalogue_status(entry, &with, reading.arena), "lever");
    forget(&reading);
}

static const struct {
    const char *old, *new, *message;
} slips[] = {
    {"\ncredit_settlement,", "\ncircuit_clinics,", "the id circuit_clinics is there twice"},
    {"yongzhou-border-regional-centres", "yongzhou-border-regional-centre",
     "\"yongzhou-border-regional-centre\" is not a known figure; did you mean "
     "\"yongzhou-border-regional-centres\"?"},
    {"\ndip_payment,", "\ndip_payments,", "the lever dip_payment is in no row; add one"},
    {",matrix_consortium; ", ",matrix; ",
     "overall_reform_package is made of matrix, which is in no row"},
    {",xupu,", ",xupo,", "green_channel_transfer is told of xupo, a place of no figure"},
};

TEST(amiss) {
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        Reading reading;
        read_with(&reading, slips[i].old, slips[i].new);
        ck_assert_int_eq(reading.status, STATUS_INVALID);
        ck_assert_msg(fixture_told(&reading.report, slips[i].message), "%s is not told",
                      slips[i].message);
        forget(&reading);
    }
}

// The first row is of a lever today; with no lever it would have to say more.
TEST(nothing_needed) {
    Reading reading;
    read_with(&reading, NULL, NULL);
    const Registries none = {0};
    const Status status =
        catalogue_read(&reading.catalogue, "models/reforms.csv", "models/figures.csv", &none,
                       reading.arena, &reading.report);
    ck_assert_int_eq(status, STATUS_INVALID);
    ck_assert(fixture_told(&reading.report, "models/reforms.csv:2: border_regional_medical_centre "
                                            "has no lever and no parts; say in the column needed"));
    forget(&reading);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("every reform of the sources has one row, every lever is in one, and what a row "
              "names is there",
              a_row_each),
        CLAIM("a new lever makes its reform one with a lever", new_lever),
        CLAIM("a name twice, and a figure, lever, part or place that is not there are told", amiss),
        CLAIM("a reform without lever and parts says what a lever would need", nothing_needed),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
