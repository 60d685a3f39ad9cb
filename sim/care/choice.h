// SPDX-License-Identifier: MIT
// Where people go: two nested logits, for a visit and for a bed, and a draw that keeps two
// scenarios together.
//
// P(k) = P(k | nest) P(nest), with inclusive values (McFadden 1978; Train 2009, Discrete Choice
// Methods with Simulation, equations 4.4-4.5). The probabilities stand in one table per township,
// scheme, contract and class of case, rebuilt each month; a reference table without levers and
// crowding is fixed for the run.
//
// A draw takes option j from the reference p0, keeps it with probability min(1, p_j / p0_j), and
// otherwise takes an option from (p - p0)+. The law of the result is exactly p, and two scenarios
// that share the three words differ no more often than their tables must (maximal coupling;
// Thorisson 2000, section 1.4).
#ifndef HXSIM_CARE_CHOICE_H
#define HXSIM_CARE_CHOICE_H

#include "base/status.h"
#include "care/facility.h"
#include "care/route.h"
#include "config/city.h"

#include <stdint.h>

enum {
    COMPLEXITY_BANDS = 4,
    CHOICE_CLASSES = CASE_CLASS_COUNT * COMPLEXITY_BANDS * 2,
    CONTRACTS = 2,
    ALL_KINDS = (1 << KIND_COUNT) - 1
};

// Which table row a need reads: case class, band of complexity, urgent or not.
static inline unsigned choice_class(unsigned case_class, uint8_t complexity, unsigned urgent) {
    const unsigned band = (unsigned)((complexity >= 48) + (complexity >= 88) + (complexity >= 136));
    return (case_class * COMPLEXITY_BANDS + band) * 2 + urgent;
}

typedef enum ChoiceQuestion { CHOICE_OF_VISIT, CHOICE_OF_BED } ChoiceQuestion;

// Cases that city hospitals may have to leave to others (five_level_linkage): visits of the lowest
// band; stays of the two lowest bands or of the chronic class. None that is urgent.
int choice_is_listed(ChoiceQuestion question, int class);

// Complexity that stands for a band, in units.
double choice_band_complexity(int band);

// One cell: cumulative shares of the kinds, the last is SHARE_ONE; what follows is more than that,
// so that no word picks it. A need reads one cell: it fills a cache line.
enum { KIND_ROOM = CACHE_LINE / 2 / sizeof(uint16_t) };
typedef struct ChoiceCell {
    uint16_t reference[KIND_ROOM], now[KIND_ROOM];
} ChoiceCell;

_Static_assert((int)KIND_COUNT <= (int)KIND_ROOM, "a cell has room for every kind");

typedef struct ChoiceTable {
    ChoiceCell *cell; // [township + elsewhere][scheme][contract][class]
    uint32_t townships;
} ChoiceTable;

// What patients expect to pay, and what that makes of a kind's weight: exp(price weight x payment /
// dissimilarity of the nest).
typedef struct ChoicePrices {
    double own_yuan[SCHEME_COUNT][KIND_COUNT][CHOICE_CLASSES];
    double weight[SCHEME_COUNT][KIND_COUNT][CHOICE_CLASSES];
} ChoicePrices;

// Fills the weights from the payments of all kinds that treat.
void choice_weigh_prices(ChoicePrices *prices, ChoiceQuestion question, const Choice *choice);

// What moves the utilities of one township today. All arrays are by kind.
typedef struct ChoiceInputs {
    const City *city;
    const Route *route;                              // [KIND_COUNT] of the township
    int elsewhere;                                   // 1 for the row of absent insured
    const ChoicePrices *prices;                      // weighed for the same question
    double capability[KIND_COUNT][CASE_CLASS_COUNT]; // units, mean over the route
    double turned_away[KIND_COUNT];                  // share, mean over the route
    double utility_shift[KIND_COUNT];                // background and levers
    double log_listed;     // log share of listed cases that city hospitals still see
    double contract_shift; // levers, of primary care to those with a contract; not by kind
} ChoiceInputs;

// Room for the cells of every township and of absent insured; STATUS_NO_MEMORY after a report.
Status choice_table_init(ChoiceTable *table, const City *city, Report *report);
void choice_table_free(ChoiceTable *table);

// Fills the cells of one township; also into the reference where `as_reference`.
void choice_fill(ChoiceTable *table, ChoiceQuestion question, int township,
                 const ChoiceInputs *inputs, int as_reference);

// Probabilities of the kinds in one cell, before they are rounded to 1/SHARE_ONE. `p` sums to 1.
void choice_probabilities(ChoiceQuestion question, const ChoiceInputs *inputs, int scheme,
                          int contract, int class, double p[KIND_COUNT]);

static inline const ChoiceCell *choice_cell(const ChoiceTable *table, unsigned township,
                                            unsigned scheme, unsigned contract, unsigned class) {
    return &table->cell[((township * SCHEME_COUNT + scheme) * CONTRACTS + contract) *
                            CHOICE_CLASSES +
                        class];
}

// Three independent words of 15 bits for one coupled draw.
typedef struct ChoiceWords {
    uint32_t first, keep, other;
} ChoiceWords;

// Draws a kind from today's table given that it is one of `kinds` (a bit mask); KIND_NONE if none
// of them has any share. Coupled to the reference given the same condition.
Kind choice_draw_among(const ChoiceCell *cell, unsigned kinds, ChoiceWords words);

// Draws a kind from what today's table has above the reference; `first` if it has nothing.
Kind choice_draw_surplus(const ChoiceCell *cell, int first, uint32_t word);

// Inline from here, because every need comes this way.

static inline uint32_t choice_share(const uint16_t cumulative[KIND_COUNT], int kind) {
    return cumulative[kind] - (kind > 0 ? cumulative[kind - 1] : 0u);
}

// Draws a kind from today's table.
static inline Kind choice_draw(const ChoiceCell *cell, ChoiceWords words) {
    int first = 0;
    for (int k = 0; k < KIND_ROOM; k++)
        first += words.first >= cell->reference[k];
    const uint32_t p0 = choice_share(cell->reference, first), p = choice_share(cell->now, first);
    return words.keep * p0 < p * SHARE_ONE ? (Kind)first
                                           : choice_draw_surplus(cell, first, words.other);
}

#endif
