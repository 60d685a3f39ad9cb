// SPDX-License-Identifier: MIT
#include "report/inspect_payment.h"

#include "config/reader.h"
#include "money/fund.h"
#include "money/operation.h"
#include "payment/registry.h"
#include "report/inspect_model.h"
#include "report/settle_cases.h"

#include <string.h>

void list_contracts(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"contract", "zh", "en", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
    for (int i = 0; i < PAYMENT_CONTRACT_COUNT; i++) {
        const PaymentContract *one = payment_contracts[i];
        listing_add(listing, (const char *[]){one->name, one->about_zh, one->about_en});
    }
}

// The names of the contracts with one of these bits.
static const char *names_of(unsigned bits, Arena *arena) {
    const char *names = "";
    for (int i = 0; i < PAYMENT_CONTRACT_COUNT; i++)
        if (payment_contracts[i]->terms & bits)
            names = arena_format(arena, "%s%s%s", names, *names ? ", " : "",
                                 payment_contracts[i]->name);
    return names;
}

static const char *number(Arena *arena, double value) {
    char text[32];
    number_text(text, value);
    return arena_text(arena, text);
}

void list_terms(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"term",   "unit",     "lowest",  "highest", "of",
                                          "needed", "by level", "meaning", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
    for (int i = 0; i < term_row_count; i++) {
        const TermRow *row = &term_rows[i];
        listing_add(listing,
                    (const char *[]){row->name, row->unit, number(arena, row->lowest),
                                     number(arena, row->highest), names_of(row->allowed, arena),
                                     row->needed ? "yes" : "", row->by_level ? "yes" : "",
                                     row->meaning});
    }
}

static const char *use_of(const CaseColumn *column, unsigned bills) {
    if (!(column->known & bills)) return "unknown";
    return column->needed & bills ? "needed" : "";
}

// The columns of funds.csv and of the accounts of institutions, and who pays receipts.
void list_books(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"book", "column", "unit", "meaning", NULL};
    (void)registries;
    listing_init(listing, columns, arena);
#define FUND(name, unit, meaning) \
    listing_add(listing, (const char *[]){"fund", #name, unit, meaning});
    FUND_COLUMNS(FUND)
#undef FUND
#define OPERATION(name, meaning) \
    listing_add(listing, (const char *[]){"operation", #name, "yuan", meaning});
    OPERATION_COLUMNS(OPERATION)
#undef OPERATION
    for (int payer = 0; payer < PAYER_COUNT; payer++)
        listing_add(listing, (const char *[]){"payer", payer_name((Payer)payer), "yuan",
                                              "its part of receipts"});
}

void list_case_columns(Listing *listing, const Registries *registries, Arena *arena) {
    static const char *const columns[] = {"column", "payers listed", "by rules", "holds", NULL};
    int count = 0;
    const CaseColumn *rows = case_columns(&count);
    (void)registries;
    listing_init(listing, columns, arena);
    for (int i = 0; i < count; i++)
        listing_add(listing, (const char *[]){rows[i].name, use_of(&rows[i], BILLS_LISTED),
                                              use_of(&rows[i], BILLS_BY_RULES), rows[i].about});
}

// The row with these cells but for the city in the first, or -1.
static int find_row(const Listing *listing, const char *const *cells) {
    for (int row = 0; row < listing->rows; row++) {
        int column = 1;
        while (column < listing->column_count &&
               strcmp(listing->cells[row * listing->column_count + column], cells[column]) == 0)
            column++;
        if (column == listing->column_count) return row;
    }
    return -1;
}

// A group that is the same in several cities, because they inherit its numbers, is one row.
static void add_groups(Listing *listing, const City *city, Grouping grouping, Arena *arena) {
    CaseGroups groups;
    case_groups_generate(&groups, &city->parameters, grouping, arena);
    for (int i = 0; i < groups.count; i++) {
        const CaseGroup *group = &groups.rows[i];
        const char *cells[MOST_LISTING_COLUMNS] = {
            arena_text(arena, city->id), group->code,
            arena_format(arena, "%.6f", (double)group->weight / WHOLE)};
        for (int level = 0; level < LEVEL_COUNT; level++)
            cells[3 + level] = arena_text(arena, fen_text(group->mean_cost[level]).text);
        const int row = find_row(listing, cells);
        if (row < 0) {
            listing_add(listing, cells);
            continue;
        }
        const char **cities = &listing->cells[row * listing->column_count];
        *cities = arena_format(arena, "%s %s", *cities, cells[0]);
    }
}

static void add_drg(Listing *listing, const City *city, Arena *arena) {
    add_groups(listing, city, GROUPING_DRG, arena);
}

static void add_dip(Listing *listing, const City *city, Arena *arena) {
    add_groups(listing, city, GROUPING_DIP, arena);
}

static void list_groups(Listing *listing, const Registries *registries, AddCity *add,
                        Arena *arena) {
    static const char *const columns[] = {"city",
                                          "group",
                                          "weight",
                                          "mean_cost_primary",
                                          "mean_cost_level1",
                                          "mean_cost_level2",
                                          "mean_cost_level3",
                                          "mean_cost_province",
                                          NULL};
    listing_init(listing, columns, arena);
    inspect_add_cities(listing, registries, add, arena);
}

void list_drg_groups(Listing *listing, const Registries *registries, Arena *arena) {
    list_groups(listing, registries, add_drg, arena);
}

void list_dip_groups(Listing *listing, const Registries *registries, Arena *arena) {
    list_groups(listing, registries, add_dip, arena);
}
