// SPDX-License-Identifier: MIT
// The numbers of a contract: budget, prices, thresholds, bands.
//
// One struct for all contracts, because most terms are shared: a budget, a reserve, a prepayment
// and bands of sharing go with any way of valuing cases. The table terms_rows says which contract
// reads which; money is in whole fen, shares and ratios are in millionths.
#ifndef HXSIM_PAYMENT_TERMS_H
#define HXSIM_PAYMENT_TERMS_H

#include "base/money.h"
#include "config/entities.h"
#include "payment/case_groups.h"

#include <stdbool.h>
#include <stddef.h>

enum { MOST_BANDS = 4, MOST_DAY_STEPS = 6 };

// Contracts as bits.
enum {
    TERMS_FEE_FOR_SERVICE = 1,
    TERMS_CASE_MIX = 2,
    TERMS_PER_DIEM = 4,
    TERMS_CAPITATION = 8,
    TERMS_GLOBAL_BUDGET = 16
};

// Of costs above the entitlement F, up to `to` x F (from the band before it), the fund pays
// `share`.
typedef struct OverrunBand {
    Millionths to, share;
} OverrunBand;

// Days of a stay up to `to_day`, from the step before it, bring `fen` each.
typedef struct DayStep {
    int32_t to_day;
    Fen fen;
} DayStep;

// What differs between the institutions of one contract.
typedef struct InstitutionTerms {
    const char *id;
    Millionths coefficient; // 0: that of its level
    int64_t enrolled;
    Millionths risk;
} InstitutionTerms;

typedef struct Terms {
    bool retrospective; // the value of a point is found after the year
    Fen budget;         // a year; 0: none
    Fen reserve;        // a year
    Fen rate;           // prospective: for a case of weight 1
    Millionths prepayment;
    Millionths price_index; // mean costs of the groups, from the year of their table to this one
    Millionths coefficient[LEVEL_COUNT];
    Millionths outlier_low[LEVEL_COUNT], outlier_high[LEVEL_COUNT];
    int64_t stay_least, stay_most; // days; other stays are paid by item
    Millionths review_share;
    const CaseGroups *groups;

    Millionths keep_from; // costs below this share of F are paid as they are; 0: F always
    OverrunBand overrun[MOST_BANDS];
    int overrun_count;

    Fen per_head; // a year
    Millionths savings_kept, losses_shared, up_referrals_borne;

    DayStep steps[MOST_DAY_STEPS];
    int step_count;

    const InstitutionTerms *institutions;
    int institution_count;
} Terms;

// One term: its name, unit and bounds in a contract file, and which contracts read it. In Terms it
// is a whole number: fen ("yuan"), millionths ("share", "ratio") or days.
typedef struct TermRow {
    const char *name, *unit;
    double lowest, highest;
    unsigned needed, allowed; // TERMS_...
    bool by_level;            // one number for each level, or one for all
    size_t offset;            // in Terms
    const char *meaning;
} TermRow;

extern const TermRow term_rows[];
extern const int term_row_count;

// The terms of an institution by its id, or NULL.
const InstitutionTerms *terms_institution(const Terms *terms, const char *id);

// k of an institution: its own, or that of its level; one whole for a group of the list of the same
// price for the same disease.
Millionths terms_coefficient(const Terms *terms, const char *id, Level level, uint16_t group);

#endif
