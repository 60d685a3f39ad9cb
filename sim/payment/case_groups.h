// SPDX-License-Identifier: MIT
// Groups of cases that DRG and DIP pay alike: weight, and the mean cost at each level of
// institution.
//
// A weight of 1 is the mean case; a group brings 1000 points for each 1 of weight. The table is
// fixed: it is of a base year, and a contract's price index brings its costs to the year that is
// cleared. An insurer's own catalogue is read from a CSV table; without one, groups are generated
// from the disease table of a model: DRG and DIP differ only in how finely.
#ifndef HXSIM_PAYMENT_CASE_GROUPS_H
#define HXSIM_PAYMENT_CASE_GROUPS_H

#include "base/money.h"
#include "config/parameters.h"
#include "config/reader.h"

#include <stdbool.h>

enum { NO_GROUP = 0xFFFF, MOST_GROUPS = 20000, NO_DISEASE = 0xFF };

typedef struct CaseGroup {
    const char *code;
    Millionths weight;          // 0: cases of it are in no group
    Fen mean_cost[LEVEL_COUNT]; // 0: none of that level, so that no case deviates there
    bool same_price;            // the same points at every institution
    uint8_t disease;            // Disease, or NO_DISEASE if it was not generated
    int line;                   // of its table
    double from, to;            // complexity
} CaseGroup;

typedef struct CaseGroups {
    CaseGroup *rows;   // generated ones in the order of disease and complexity
    uint16_t *by_code; // rows in the order of their codes
    int count;
    const char *file;                  // of the table, or NULL
    uint16_t first[DISEASE_COUNT + 1]; // generated: rows of disease i are first[i] to first[i + 1]
} CaseGroups;

// How finely groups are cut.
typedef enum Grouping { GROUPING_DRG, GROUPING_DIP, GROUPINGS } Grouping;

// Reads an insurer's table: group, weight, mean_cost_primary ... mean_cost_province, same_price.
void case_groups_read(CaseGroups *groups, const char *file, const char *named_at, Reader *reader);

// Generates the groups of a model from its disease groups, all but check-ups.
//
// DRG: one group for a disease, two (below and above its mean complexity) if its complexity spreads
// by 0.85 units or more. DIP: five, cut at 0.5 and 1.5 standard deviations on either side of the
// mean. With complexity c normal as in the model,
//
//     weight = admission_cost_weight x E[exp(slope (c - mean)) | c in the band]
//     mean cost at a level = admission_cost of the level's kind x price_level x weight
//
// where the kinds are township centre, private hospital (level 1), county general hospital, city
// hospital, hospital of another city. E is over all needs of the group, not over those admitted
// (ours: the selection differs between scenarios, and the table must not).
void case_groups_generate(CaseGroups *groups, const Parameters *parameters, Grouping grouping,
                          Arena *arena);

// Gives generated groups the weights, costs and same price of a table that has their codes, and a
// weight of 0 where it has none. Codes that are not generated are told.
void case_groups_lay(CaseGroups *generated, const CaseGroups *table, Reader *reader);

// The group of this code, or of a case of a generated table; NO_GROUP if there is none.
uint16_t case_groups_find(const CaseGroups *groups, const char *code);
uint16_t case_groups_of_case(const CaseGroups *groups, Disease disease, double complexity);

// The next dearer group of the same disease in a generated table, or the group itself.
uint16_t case_groups_dearer(const CaseGroups *groups, uint16_t group);

#endif
