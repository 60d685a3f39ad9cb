// SPDX-License-Identifier: MIT
// The contracts of a run: which institutions they bind this month, what cases come to under them,
// and how each pooling area clears its year.
//
// Every stay of the insured is put to every contract that takes such cases, bound or not, so that a
// year is known under all of them: that is the yardstick by which budgets are set and institutions
// judge what one more case would bring. Cases of bound institutions are also added to the year that
// is cleared. Each county's people write to rows of their own, in whole numbers, and rows are added
// up in order.
//
// At one in n an institution has few cases, and chance would look like gain and loss: institutions
// of one kind and county then clear with the profile of all their cases, each for its own points.
//
// A case that several contracts of one reform would take belongs to the first of them. What a
// contract without a budget pays for a point, or for the value of a day, is what the area's cases
// came to for one in the year before, moved by prices.
//
// A contract of a file has its own terms. It is one pool for the city, and areas pay by what the
// items came to; which of the cases above the upper limit special-case review grants is not drawn:
// of all of them it grants a part, up to its share of the institution's cases.
//
// The fund pays an institution by item as bills come in; at the end of a month it takes back what
// the contract does not prepay, and at the end of the year it clears. These moves are the books of
// the portfolio, between funds and the operation of institutions.
#ifndef HXSIM_PAYMENT_PORTFOLIO_H
#define HXSIM_PAYMENT_PORTFOLIO_H

#include "money/ledger.h"
#include "payment/deal.h"
#include "payment/response.h"

enum { NO_SLOT = 0xFFFF, NO_DEAL = 0xFF };
enum { AREAS_OF_A_COUNTY = 2 }; // of insurance: the city level's, its own

// An institution with beds in the city.
typedef struct Slot {
    uint16_t facility;
    uint8_t kind, county, level; // Kind; Level
    uint8_t designated;
    Millionths turn; // in the order of joining
} Slot;

// What the stays of a cell came to in a year.
typedef struct Yardstick {
    ContractYear cases; // with k of one whole
    Fen charge, bed;
} Yardstick;

// What an institution charged for stays in a year.
typedef struct Billed {
    Fen charge, insured,
        in_scope; // of everybody; of those insured here, and what is in scope of it
} Billed;

// What the visits of a township's people came to in a year, those of the schemes paid by head.
typedef struct HeadYear {
    Fen charge, in_scope, fund; // at its own clinics and centre
    Fen elsewhere;              // paid by the fund at other places
    int64_t visits;
} HeadYear;

// All pools of a year together: of contracts for stays, and of those by head.
enum { CLEARED_STAYS, CLEARED_HEADS, CLEARED_PARTS };
typedef struct ClearedYear {
    Fen budget, reserve, paid, borne, budget_left, reserve_left;
    Fen items;  // what the items made the fund pay for the same cases
    Fen unpaid; // items above what was paid, at the institutions that lost
    Fen kept;   // what was paid above items, at the institutions that gained
    int64_t cases, institutions, left_with_nothing; // contracts of institutions; F = 0
} ClearedYear;

// A stay put to the contracts.
typedef struct StayClaim {
    uint16_t facility;
    uint8_t scheme, case_class, disease;
    bool coded_up;
    int32_t days;
    double complexity; // units
    Fen charge, bed, in_scope, fund;
} StayClaim;

// Background of a year against the one before, by kind, by which planners move last year's items,
// and the price of the tables of groups.
typedef struct Outlook {
    Millionths growth[KIND_COUNT], price_growth[KIND_COUNT], price_index;
    int year;
} Outlook;

// What an institution lives on, contract by contract, as it looks this month.
typedef struct Judgement {
    Incentive stays, visits;          // so far
    double bound_stays, bound_visits; // shares of its charges under contracts
    double charge, in_scope;          // of its stays
} Judgement;

typedef struct Portfolio {
    const City *city;
    Deal *deal;
    int deals, counties, slots;
    int64_t scale;     // persons that one stands for
    uint16_t *slot_of; // [institutions]
    Slot *slot;
    unsigned head_schemes; // bit i: scheme i is paid by head somewhere, some time
    uint8_t *covers;       // [deals x schemes x slots]: bit i, class i, whatever the day
    uint8_t *binds;        // [deals x slots]: this month
    Millionths (*joined)[MOST_COUNTIES]; // [deals]: institutions that have joined, this month
    bool has_last;                       // a year before this one is known

    Yardstick *now;     // [counties x deals x schemes x slots x classes]
    Yardstick *last;    // [deals x payers x slots x classes]; payers: counties, then schemes of
                        // employees
    ContractYear *year; // [counties x deals x AREAS_OF_A_COUNTY x slots]
    Billed *billed, *billed_last; // [counties + 1 x slots], the visitors' last; [slots]
    Millionths *coefficient;      // [deals x slots]
    uint16_t *lead;               // [deals]: who answers for stays elsewhere, or NO_SLOT
    ContractYear *asking;         // as year: cases for which review is asked
    Fen *budget;                  // [deals x areas]: of the months so far
    Fen *withheld;                // [deals x areas x slots]: taken back so far

    HeadYear *head, *head_last; // [townships]
    uint16_t *centre;           // [townships]: the institution that answers for it, or NO_SLOT
    uint16_t *head_of;       // [institutions]: township that it belongs to by head, or NO_TOWNSHIP
    uint8_t *head_deal;      // [townships]: contract that binds it this month, or NO_DEAL
    ContractYear *head_year; // [deals x townships]
    Fen *head_withheld;      // [deals x townships]
    Fen *charged_visits, *charged_visits_last; // [counties x institutions]; [institutions]

    ContractYear *sum; // [slots or townships], while a pool is cleared
    Clearing *clearing;
    Share *share;
    uint16_t *alike; // [slots]: slots of one kind and county stand together
    Ledger books;    // of this year
    ClearedYear cleared[CLEARED_PARTS];
    Outlook outlook;
    Judgement *judgement; // [institutions]
    Stand *stand;         // [institutions]
    Answer *answer;       // [institutions]
} Portfolio;

Status portfolio_init(Portfolio *portfolio, const City *city, const Deal *deals, int count,
                      int64_t scale, Report *report);
void portfolio_free(Portfolio *portfolio);

// ---- every case (portfolio.c)

// A stay of one of a county's people, in the city or outside, and of a visitor.
void portfolio_add_stay(Portfolio *portfolio, int county, const StayClaim *claim);
void portfolio_add_visitor(Portfolio *portfolio, uint16_t facility, Fen charge);

// What an institution charged for visits of one county's people, or of visitors.
static inline void portfolio_add_charges(Portfolio *portfolio, int county, uint16_t facility,
                                         Fen charge) {
    portfolio->charged_visits[(uint32_t)county * portfolio->city->institution_count + facility] +=
        charge;
}

// A visit of somebody of a township whose scheme is paid by head where there is such a contract.
typedef struct VisitClaim {
    uint16_t facility;
    Fen charge, in_scope, fund;
} VisitClaim;
void portfolio_add_visit(Portfolio *portfolio, uint32_t township, const VisitClaim *claim);

// ---- every month and year (portfolio_year.c)

// Which institutions are bound from now on, by the shares that have joined; the month's part of
// the budgets.
void portfolio_open_month(Portfolio *portfolio, const Outlook *outlook);

// What institutions make of it: answers move a month towards where this year's contracts lead,
// judged by last year's cases. `detection` is by county, and what one more of a stay brings by item
// by kind and county.
void portfolio_answer(Portfolio *portfolio, const double *detection,
                      Incentive by_item[KIND_COUNT][MOST_COUNTIES]);

// Takes back what is not prepaid; in December clears the year, tells of it in `cleared`, and
// makes it last year.
void portfolio_close_month(Portfolio *portfolio, bool december);

// Begins the books of a new year.
void portfolio_open_books(Portfolio *portfolio);

// The laws of a year's pools and books; `when` is told.
Status portfolio_check(const Portfolio *portfolio, const char *when, Report *report);

#endif
