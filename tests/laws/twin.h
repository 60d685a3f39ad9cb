// SPDX-License-Identifier: MIT
// The day written a second time, as plainly as it can be said, for the engine to be checked
// against.
//
// One list of everybody who asks for something today, one of everybody who will, one of everybody
// in a bed and one of everybody who waits for a bed; loops over all persons and all institutions;
// no counties apart, no batches, no threads. It shares with the engine what is not the day: numbers
// and dates, money, payment, the first population and the turn of the year, the tables (choices,
// routes, prices, what parameters say) and what a candidate need is. It was written from the rules
// as they are documented, and must leave the same results to the last bit, at scale 1.
//
// The order that matters: today's requests are those that wait since yesterday, then those put down
// for today in the order in which they were put down, then new needs by slot, then visitors. In
// each of the three rounds institutions work one after another, in the order of the city's table,
// and each sees its patients in that order.
#ifndef HXSIM_TESTS_LAWS_TWIN_H
#define HXSIM_TESTS_LAWS_TWIN_H

#include "day/results.h"
#include "day/simulation.h"

// Somebody who asks one institution for a visit or a bed.
typedef struct Ask {
    uint32_t person, ordinal, step; // of the need, and within it
    uint32_t random;                // 30 bits: the place in the queue among equals
    Priority priority;
    uint16_t facility;
    uint8_t disease, complexity;
    int urgent, needs_bed, referred, flare;
    int contact;  // Contact or CONTACT_MOVED_DOWN
    Kind without; // asked if insurance at village clinics stood as before any reform
    int waited;   // days for a visit, or wards asked for a bed
    uint32_t day; // for later requests: when they are due; for those waiting for a bed: since when
} Ask;

typedef struct Asks {
    Ask *row;
    uint32_t count, room;
} Asks;

typedef struct InBed {
    Ask ask;
    uint32_t from_day, until_day;
    StayEnd end;
    int operation_level;
} InBed;

// What a person has used up of the year, and the last test.
typedef struct Year {
    Annual visits, stays; // the personal account is that of visits
    uint32_t test_day, test_place;
    int test_class;
    int death_day;          // day of this year, or -1
    int64_t urgent_minutes; // of the last need that could not wait
} Year;

typedef struct Twin {
    Simulation world; // people, institutions, tables, today; its shards stay empty
    Results *results;
    Year *year;               // [slots]
    Asks today, next_round;   // of this round, and of the next one
    Asks tomorrow, later;     // first thing tomorrow; at some day
    Asks beds, beds_tomorrow; // asked for today, and first thing tomorrow
    Asks waiting;             // for a bed
    uint8_t *has_slot; // [facilities] one is left after this round
    InBed *in_bed;
    uint32_t in_bed_count, in_bed_room;
    uint64_t visitors; // so far
    Vital vital[MOST_COUNTIES + 1];
    Tally tally[MOST_COUNTIES + 1];                   // of this month
    Ledger ledger;                                    // of this year
    Capacity capacity[MOST_COUNTIES + 1][KIND_COUNT]; // of this month
} Twin;

// Lives the whole experiment and leaves its results, which this function initialises.
Status twin_run(const Experiment *experiment, int replicate, Results *results, Report *report);

// ---- the parts, one file each

void asks_add(Asks *asks, const Ask *ask);

// Where somebody lives, for the counts: visitors count as one county more.
unsigned twin_county(const Twin *twin, uint32_t person);
int64_t *twin_count(Twin *twin, uint32_t person);

// Looks for a visit: what the need is stands in `ask`; and again, among kinds and without one
// place.
void twin_seek(Twin *twin, Ask *ask);
int twin_seek_again(const Twin *twin, Ask *ask, unsigned kinds, uint16_t not_at);

// Today's row of the choice tables, and what somebody would choose from one of them.
unsigned twin_row(const Twin *twin, uint32_t person);
const ChoiceCell *twin_cell(const Twin *twin, const ChoiceTable *table, const Ask *ask);

// Three rounds at all institutions.
void twin_visits(Twin *twin);
int twin_needs_bed(const Twin *twin, const Ask *ask);

// Beds: asking for one, and the wards' day.
void twin_ask_for_bed(Twin *twin, const Ask *ask);
void twin_wards(Twin *twin);

// A stay that begins today in the bed that was asked for, and the mean of its days.
InBed twin_planned_stay(const Twin *twin, const Ask *ask);
double twin_mean_days(const Twin *twin, const Ask *ask);

// The test that is done on a visit, or TWIN_NO_TEST.
enum { TWIN_NO_TEST = -1 };
int twin_test(Twin *twin, const Ask *ask, const Draw *draw);

// What is asked of doctors elsewhere: tests to be read; unsettled cases, 1 if they settle one or
// if they were heard on it.
void twin_send_to_be_read(Twin *twin, const Ask *ask);
int twin_settles_remotely(Twin *twin, const Ask *ask, const Draw *draw);
int twin_is_consulted(const Twin *twin, const Ask *ask);

// Tracings at primary sites: done and counted; 1 if one sends somebody on who can wait.
void twin_trace(Twin *twin, const Ask *ask);
int twin_is_alarmed(const Twin *twin, const Ask *ask);

// Minutes of those who cannot wait: the first way, where it is taken to; further ones; care in
// hand.
Kind twin_urgent_begins(Twin *twin, const Ask *ask, Kind wanted);
void twin_urgent_goes_on(Twin *twin, uint32_t person, int64_t minutes);
void twin_urgent_ends(Twin *twin, const Ask *ask);

// Bills, payments and the counts of them.
void twin_pay_visit(Twin *twin, const Ask *ask, const Draw *draw);
void twin_pay_stay(Twin *twin, const InBed *stay);

// What screening did in a county in the month that ends today.
struct ScreeningPlan;
void twin_screen(Twin *twin, int county, const struct ScreeningPlan *month);

// The end of a month: counts go to the results.
void twin_observe(Twin *twin);

enum { TWIN_BITS = 0x7FFF, ANY_CARE = ALL_KINDS & ~3u, NOWHERE = 0xFFFF, IN_QUEUE = 0xFFFE };

// Who asks, where, and the institutions of a kind in his reach.
static inline const Resident *twin_resident(const Twin *twin, const Ask *ask) {
    return is_visitor(ask->person) ? NULL : &twin->world.residents.resident[ask->person];
}

static inline int twin_is_maternal(const Ask *ask) {
    return disease_class[ask->disease] == CLASS_MATERNAL;
}

static inline const Facility *twin_facility(const Twin *twin, const Ask *ask) {
    return &twin->world.facilities.row[ask->facility];
}

static inline const Route *twin_route(const Twin *twin, const Ask *ask, Kind kind) {
    return &twin->world.routes.row[twin_row(twin, ask->person)][kind];
}

// An institution as the day has it and as the city has it.
typedef struct TwinPlace {
    const Facility *facility;
    const Institution *institution;
    Kind kind;
} TwinPlace;

static inline TwinPlace twin_place(const Twin *twin, unsigned facility) {
    const Facility *row = &twin->world.facilities.row[facility];
    return (TwinPlace){row, &twin->world.city->institutions[facility], (Kind)row->kind};
}

// A person has stepped on within a need; the count stops at its end.
static inline void twin_step(Ask *ask) {
    if (ask->step < MOST_STEPS) ask->step++;
}

// A word of 15 bits against a share.
static inline int twin_happens(uint32_t word, double share) {
    return (word & TWIN_BITS) < (uint32_t)(share * SHARE_ONE);
}

#endif
