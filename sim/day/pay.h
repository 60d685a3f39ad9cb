// SPDX-License-Identifier: MIT
// Pay: tests, bill, insurance and books of one visit or one stay, and the counters that go with it.
#ifndef HXSIM_DAY_PAY_H
#define HXSIM_DAY_PAY_H

#include "day/simulation.h"

enum { TILL_ROOM = 64 };

// One visit, paid for and not yet counted.
typedef struct PaidVisit {
    _Alignas(CACHE_LINE) VisitFlow flow;
    Bill bill;
    uint8_t presence, visitor;
    uint8_t scheme, age_band, disease, urban; // not of visitors
} PaidVisit;

// The till of one institution: its visits, and what they come to until it is closed.
typedef struct Till {
    const Facility *facility;
    uint16_t number; // of the institution
    Bill charged;
    Payment paid[SCHEME_COUNT]; // by whose payers
    Fen paid_by_visitors;
    uint32_t count;
    _Alignas(CACHE_LINE) VisitFlow flow[PRESENCES];
    PaidVisit visit[TILL_ROOM];
} Till;

void till_open(Till *till, const Simulation *simulation, uint16_t facility);

// Adds up the visits of the till, at the latest when it is full. Apart from paying, because a
// processor waits for what it has just written in pieces and reads as a whole.
void till_count(Till *till, Tally *tally);

// Books what was charged and paid, and counts the visits, at the place of the institution.
void till_close(const Simulation *simulation, Till *till, Shard *shard);

// Tests (repeated, or recognised from elsewhere), bill and payment of one visit to the institution
// of the till.
void pay_for_visit(Simulation *simulation, Shard *shard, Till *till, const Request *request,
                   const Draw *visit, unsigned age);

// Bill and payment of one stay that ended.
void pay_for_stay(Simulation *simulation, Shard *shard, const Stay *stay);

#endif
