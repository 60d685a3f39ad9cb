// SPDX-License-Identifier: MIT
#include "laws/compare.h"

#include <check.h>
#include <inttypes.h>
#include <string.h>
#include <stdio.h>

// One block of numbers of a result, and what its parts are called.
typedef struct Part {
    const char *name;
    size_t from, to; // bytes
} Part;

#define PART(type, member)                                     \
    {                                                          \
#type "." #member, offsetof(type, member),             \
            offsetof(type, member) + sizeof((type *)0)->member \
    }

static const Part tally_parts[] = {PART(Tally, visit_at),
                                   PART(Tally, stay_at),
                                   PART(Tally, visit_by_scheme),
                                   PART(Tally, visit_by_age),
                                   PART(Tally, visit_by_disease),
                                   PART(Tally, visit_by_urban),
                                   PART(Tally, stay_by_scheme),
                                   PART(Tally, stay_by_age),
                                   PART(Tally, stay_by_disease),
                                   PART(Tally, stay_by_urban),
                                   PART(Tally, contacts),
                                   PART(Tally, first_choice),
                                   PART(Tally, first_choice_away),
                                   PART(Tally, way_to_bed),
                                   PART(Tally, count),
                                   PART(Tally, village_from),
                                   PART(Tally, stay_charged_fen),
                                   {"Tally", 0, sizeof(Tally)},
                                   {NULL, 0, 0}};
static const Part heads_parts[] = {PART(Heads, stage),          PART(Heads, by_age),
                                   PART(Heads, by_scheme),      PART(Heads, by_town),
                                   {"Heads", 0, sizeof(Heads)}, {NULL, 0, 0}};
static const Part ledger_parts[] = {PART(Ledger, account),
                                    PART(Ledger, charged),
                                    PART(Ledger, paid),
                                    PART(Ledger, claims),
                                    {NULL, 0, 0}};
#define FUND_PART(name, unit, meaning) PART(FundYear, name),
static const Part fund_parts[] = {FUND_COLUMNS(FUND_PART){NULL, 0, 0}};
#define OPERATION_PART(name, meaning) PART(Operation, name),
static const Part operation_parts[] = {OPERATION_COLUMNS(OPERATION_PART){NULL, 0, 0}};
static const Part capacity_parts[] = {{"Capacity", 0, sizeof(Capacity[KIND_COUNT])}, {NULL, 0, 0}};
static const Part cleared_parts[] = {{"ClearedYear", 0, sizeof(ClearedYear[CLEARED_PARTS])},
                                     {NULL, 0, 0}};
static const Part month_parts[] = {PART(MonthResults, visits),
                                   PART(MonthResults, discharges),
                                   PART(MonthResults, bed_days),
                                   {NULL, 0, 0}};

#define COUNT_NAME(id, name, meaning) #name,
static const char *const count_names[COUNT_COUNT] = {COUNTS(COUNT_NAME)};
#undef COUNT_NAME

// What is done with each block; blocks come in the same order for any result.
typedef struct Block {
    const int64_t *one, *other;
    size_t numbers;
    const Part *parts;
    int year, month, place; // month or place -1 where there is none
} Block;

typedef struct Walk {
    void (*see)(struct Walk *walk, const Block *block);
    uint64_t differences, hash;
    char *text;
} Walk;

// ---- the blocks of a result

#define SEE(walk, type, a, b, number, part, ...)                                                 \
    (walk)->see((walk),                                                                          \
                &(Block){(const int64_t *)(const void *)(a), (const int64_t *)(const void *)(b), \
                         (number) * sizeof(type) / sizeof(int64_t), part, __VA_ARGS__})

static void walk_year(Walk *walk, const Results *one, const Results *other, int y) {
    const YearResults *a = &one->year[y], *b = &other->year[y];
    const int year = one->first_year + y;
    for (int s = 0; s < one->shards; s++) {
        SEE(walk, Tally, &a->county[s], &b->county[s], 1, tally_parts, year, -1, s);
        SEE(walk, Capacity, a->capacity[s], b->capacity[s], KIND_COUNT, capacity_parts, year, -1,
            s);
    }
    for (int c = 0; c < one->counties; c++)
        SEE(walk, Heads, &a->heads[c], &b->heads[c], 1, heads_parts, year, -1, c);
    SEE(walk, Ledger, a->ledger, b->ledger, 1, ledger_parts, year, -1, -1);
    for (int f = 0; f < FUND_COUNT; f++)
        SEE(walk, FundYear, &a->fund[f], &b->fund[f], 1, fund_parts, year, -1, f);
    for (int i = 0; i < KIND_COUNT * LEDGER_COUNTIES; i++)
        SEE(walk, Operation, &a->operations->at[0][i], &b->operations->at[0][i], 1, operation_parts,
            year, -1, i);
    SEE(walk, ClearedYear, a->cleared, b->cleared, CLEARED_PARTS, cleared_parts, year, -1, -1);
    for (int m = 0; m < 12; m++)
        SEE(walk, MonthResults, &one->month[12 * y + m], &other->month[12 * y + m], 1, month_parts,
            year, m + 1, -1);
}

// ---- differences

static void tell(Walk *walk, const Block *block, size_t i) {
    const Part *part = block->parts;
    while (part->name && (i * 8 < part->from || i * 8 >= part->to))
        part++;
    const size_t index = part->name ? i - part->from / 8 : i;
    const int counted =
        part->name && part->from == offsetof(Tally, count) && block->parts == tally_parts;
    snprintf(walk->text, DIFFERENCE_TEXT,
             "%d, month %d, place %d: %s[%zu]%s%s: %" PRId64 " against %" PRId64, block->year,
             block->month, block->place, part->name ? part->name : "?", index, counted ? " " : "",
             counted ? count_names[index] : "", block->one[i], block->other[i]);
}

static void see_difference(Walk *walk, const Block *block) {
    for (size_t i = 0; i < block->numbers; i++) {
        if (block->one[i] == block->other[i]) continue;
        if (walk->differences++ == 0) tell(walk, block, i);
    }
}

uint64_t results_differ(const Results *one, const Results *other, int years,
                        char text[DIFFERENCE_TEXT]) {
    Walk walk = {.see = see_difference, .text = text};
    snprintf(text, DIFFERENCE_TEXT, "no difference");
    for (int y = 0; y < years; y++)
        walk_year(&walk, one, other, y);
    return walk.differences;
}

void assert_same_results(const Results *one, const Results *other, int years) {
    char text[DIFFERENCE_TEXT];
    const uint64_t differences = results_differ(one, other, years, text);
    ck_assert_msg(differences == 0, "%" PRIu64 " numbers differ, first %s", differences, text);
}

void assert_same_but_for(Results *one, const Results *other, Count count) {
    for (int y = 0; y < one->years; y++)
        for (int s = 0; s < one->shards; s++)
            one->year[y].county[s].count[count] = other->year[y].county[s].count[count];
    assert_same_results(one, other, one->years);
}

void assert_same_but_for_minutes(Results *one, const Results *other) {
    for (int y = 0; y < one->years; y++)
        for (int s = 0; s < one->shards; s++)
            memcpy(one->year[y].county[s].care_time, other->year[y].county[s].care_time,
                   sizeof one->year[y].county[s].care_time);
    assert_same_but_for(one, other, COUNT_TRANSFER_MINUTES);
}

// ---- sums

int64_t results_count(const Results *results, Count count) {
    int64_t sum = 0;
    for (int y = 0; y < results->years; y++)
        for (int s = 0; s < results->shards; s++)
            sum += results->year[y].county[s].count[count];
    return sum;
}

// ---- hash

static void see_hash(Walk *walk, const Block *block) {
    const unsigned char *byte = (const unsigned char *)block->one;
    for (size_t i = 0; i < block->numbers * sizeof(int64_t); i++)
        walk->hash = (walk->hash ^ byte[i]) * 1099511628211u;
}

uint64_t results_hash(const Results *results) {
    Walk walk = {.see = see_hash, .hash = 14695981039346656037u};
    for (int y = 0; y < results->years; y++)
        walk_year(&walk, results, results, y);
    return walk.hash;
}
