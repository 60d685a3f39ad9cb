// SPDX-License-Identifier: MIT
#include "report/inspect_payment.h"

#include "config/reader.h"
#include "payment/registry.h"
#include "report/settle_cases.h"

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
