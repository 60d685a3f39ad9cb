// SPDX-License-Identifier: MIT
// A contract in force: its terms, whom it binds, from when, and with what share of the fund.
//
// A cell is where one case stands: institution, place, kind, level, scheme, class, visit or stay,
// day. Agreements say for each of these what they cover, or all. Two agreements in one cell must
// both name their coverage, and coverages must not add to more than one; what is left of a cell is
// paid by item. A case that several agreements cover is shared between them, fen for fen.
#ifndef HXSIM_PAYMENT_AGREEMENT_H
#define HXSIM_PAYMENT_AGREEMENT_H

#include "config/city.h"
#include "config/reader.h"
#include "payment/contract.h"

enum { MOST_AGREEMENTS = 256, UNKNOWN = -1 };

// Names, or none for all.
typedef struct Names {
    const char *const *names;
    int count;
} Names;

// What an agreement covers; bits of 0 and no names mean all.
typedef struct AgreementScope {
    Names facilities, places;
    uint32_t kinds, levels, schemes, classes, diseases; // bit i: Kind i and so on
    int32_t days_from, days_to;                         // of stays; 0: none
    bool visits, stays;
    bool is_dated;
    int32_t from, to; // first and last day
} AgreementScope;

typedef struct Cell {
    const char *facility, *place;                 // "" if not known
    int kind, level, scheme, case_class, disease; // UNKNOWN if not known
    int32_t days;                                 // of the stay
    bool stay;
    bool is_dated;
    int32_t date; // of the visit or discharge
} Cell;

typedef struct Agreement {
    const char *name;
    Where where;
    const PaymentContract *contract;
    Terms terms;
    AgreementScope scope;
    Millionths coverage;
    bool names_coverage;
} Agreement;

// The last row is payment by item of whatever the others leave.
typedef struct Agreements {
    Agreement *rows;
    int count;
    const Parameters *rules; // by which listed bills are paid; NULL: their payers are listed too
} Agreements;

// Reads a contract file (models/README.md, section 7.18, describes it). All that is amiss is told.
void agreements_read(Agreements *agreements, const char *file, Reader *reader);

// The same for a run of a city, whose model stands for the one that the file may name. Groups are
// those of the city; a table gives some of them its own weights and costs, and cases of the others
// are in no group.
void agreements_read_in(Agreements *agreements, const char *file, const City *city, Reader *reader);

// True if the scope takes cases of a disease with so many days.
bool scope_takes(const AgreementScope *scope, int disease, int32_t days);

// True if the agreement covers the cell. What it asks for and is not known of the cell is told in
// *lacking ("scheme"), else that is NULL.
bool agreement_covers(const Agreement *agreement, const Cell *cell, const char **lacking);

// The agreement before `index`, or -1, that shares a cell with it although one of them takes cells
// whole or their coverages add to more than one. Two of which one names institutions and the other
// places are not known to meet before a case does.
int agreements_conflict(const Agreements *agreements, int index);

// Which agreements pay a cell, and which part of each case there. The last is payment by item of
// what the others leave, if they leave anything.
typedef struct CellParts {
    struct {
        int agreement;
        CasePart part;
    } at[MOST_AGREEMENTS + 1];
    int count;
    int conflict[2];     // agreements that pay the cell twice, or UNKNOWN
    int asking;          // the agreement that asks for what is not known, or UNKNOWN
    const char *lacking; // "scheme"
} CellParts;

// Finds them; false if the cell is paid twice or something that is asked for is not known. A
// patient who is not enrolled where he is treated (`enrolled_here` false) is nobody's there by
// head.
bool agreements_of_cell(const Agreements *agreements, const Cell *cell, bool enrolled_here,
                        CellParts *parts);

// The days of a calendar year on which an agreement is in force.
Period agreement_period(const Agreement *agreement, int year);

#endif
