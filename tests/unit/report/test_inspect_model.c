// SPDX-License-Identifier: MIT
#include "report/inspect_model.h"
#include "report/inspect_payment.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <stdlib.h>
#include <string.h>

static const Registries registries = {.levers = fixture_levers, .lever_count = FIXTURE_LEVERS};

typedef void List(Listing *, const Registries *, Arena *);

static const char *cell(const Listing *listing, int row, int column) {
    return listing->cells[row * listing->column_count + column];
}

// The rows whose cell in this column is this text.
static int count_rows(const Listing *listing, int column, const char *text) {
    int count = 0;
    for (int row = 0; row < listing->rows; row++)
        count += strcmp(cell(listing, row, column), text) == 0;
    return count;
}

static Arena *fill(Listing *listing, List *list) {
    Arena *arena = arena_new();
    ck_assert_ptr_nonnull(arena);
    list(listing, &registries, arena);
    return arena;
}

TEST(a_row_each) {
    Listing listing;
    Arena *arena = fill(&listing, list_entities);
    ck_assert_int_eq(count_rows(&listing, 1, "conditions"), 1);
    ck_assert_int_eq(count_rows(&listing, 1, "frailty_yearly"), 1);
    arena_free(arena);

    arena = fill(&listing, list_names);
    ck_assert_int_eq(count_rows(&listing, 0, "kind"), KIND_COUNT);
    ck_assert_int_eq(count_rows(&listing, 0, "disease"), DISEASE_COUNT);
    ck_assert_int_eq(count_rows(&listing, 4, "nest city"), 3);
    ck_assert_int_eq(count_rows(&listing, 0, "age band"), AGE_BAND_COUNT);
    arena_free(arena);

    arena = fill(&listing, list_counts);
    ck_assert_int_eq(count_rows(&listing, 1, "recognised_tests"), 1);
    ck_assert_int_eq(count_rows(&listing, 1, "followup"), 1);
    arena_free(arena);

    arena = fill(&listing, list_effects);
    ck_assert_int_eq(count_rows(&listing, 0, "village_unsettled"), 1);
    arena_free(arena);
}

TEST(every_number_counts_once) {
    Listing listing;
    Arena *arena = fill(&listing, list_evidence);
    long in_sections = 0, in_all = 0;
    for (int row = 0; row < listing.rows; row++) {
        long kinds = 0;
        if (strcmp(cell(&listing, row, 0), "huaihua") != 0) continue;
        for (int column = 3; column < listing.column_count; column++)
            kinds += strtol(cell(&listing, row, column), NULL, 10);
        const long numbers = strtol(cell(&listing, row, 2), NULL, 10);
        ck_assert_int_eq(kinds, numbers);
        *(strcmp(cell(&listing, row, 1), "all") == 0 ? &in_all : &in_sections) += numbers;
    }
    ck_assert_int_eq(in_sections, PARAMETER_COUNT);
    ck_assert_int_eq(in_all, PARAMETER_COUNT);
    arena_free(arena);
}

TEST(targets_are_not_inputs) {
    Listing listing;
    Arena *arena = fill(&listing, list_targets);
    ck_assert_int_eq(count_rows(&listing, 0, "hunan-visits-per-person-2022"), 1);
    ck_assert_int_eq(count_rows(&listing, 0, "huaihua-in-city-inpatient-rate"), 1);
    ck_assert_int_eq(count_rows(&listing, 3, "≥90"), 2);
    ck_assert_int_eq(count_rows(&listing, 4, "4.4 to 6.2"), 1);
    for (int row = 0; row < listing.rows; row++) {
        const char *role = cell(&listing, row, 6);
        ck_assert(strcmp(role, "anchor") == 0 || strcmp(role, "state") == 0 ||
                  strcmp(role, "effect") == 0);
        ck_assert_int_eq(count_rows(&listing, 0, cell(&listing, row, 0)), 1);
    }
    arena_free(arena);
}

TEST(cities_share_a_row) {
    Listing listing;
    Arena *arena = fill(&listing, list_drg_groups);
    ck_assert_int_eq(count_rows(&listing, 1, "hypertension"), 1);
    for (int row = 0; row < listing.rows; row++) {
        ck_assert_ptr_nonnull(strstr(cell(&listing, row, 0), "huaihua"));
        ck_assert_ptr_nonnull(strstr(cell(&listing, row, 0), "xiangtan"));
    }
    arena_free(arena);
}

TEST(cells_stay_apart) {
    static const char *const columns[] = {"hash", "note", NULL};
    const char *wide = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    Listing listing;
    Report report;
    char *printed = NULL;
    size_t length = 0;
    report_init(&report);
    Arena *arena = arena_new();
    FILE *stream = open_memstream(&printed, &length);
    listing_init(&listing, columns, arena);
    listing_add(&listing, (const char *[]){wide, "changed"});
    ck_assert_int_eq(listing_print(&listing, LISTING_TEXT, stream, &report), STATUS_OK);
    fclose(stream);
    ck_assert_ptr_nonnull(strstr(printed, "abcdef  changed\n"));
    free(printed);
    report_free(&report);
    arena_free(arena);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("residents, names, counts and effects are listed from the lists that make them",
              a_row_each),
        CLAIM("every number of a city is counted once by the kind of its evidence",
              every_number_counts_once),
        CLAIM("targets are anchors, states and effects, each once, with their range",
              targets_are_not_inputs),
        CLAIM("a group of cases that cities inherit is listed once, with all of them",
              cities_share_a_row),
        CLAIM("a cell that is wider than its column stays apart from the next", cells_stay_apart),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
