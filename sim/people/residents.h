// SPDX-License-Identifier: MIT
// Everybody who lives here or is insured here, as columns; a person is a slot number for the whole run.
//
// Slots are ordered by county and township, each township begins at a multiple of 64 and ends with slots kept
// free for newborns, and a slot is never used twice. The day on which the next need is due is a column of its
// own, because every slot's is read every day; the rest is one record of half a cache line, because a visit asks
// about most of it.
#ifndef HXSIM_PEOPLE_RESIDENTS_H
#define HXSIM_PEOPLE_RESIDENTS_H

#include "base/status.h"
#include "config/city.h"
#include "people/clock.h"
#include "people/hazard.h"

#include <stdint.h>

enum { TOWNSHIP_ALIGNMENT = 64, NO_BED = 0xFFFF, DAYS_1900_TO_2021 = 44195 };

// The bits of a person. Everything here is exogenous but contract, tested, last kind and the stages of care.
//    name         bits  meaning
#define TRAITS(X)                                                                                            \
    X(conditions,  18,   "six chronic conditions, three bits each: stage")                                   \
    X(sex,         1,    "0 female, 1 male")                                                                 \
    X(scheme,      2,    "insurance scheme")                                                                 \
    X(contract,    1,    "signed with a family doctor")                                                      \
    X(tested,      1,    "for diabetes by a screening, at least once")                                        \
    X(absent,      1,    "insured here, lives elsewhere")                                                    \
    X(alive,       1,    "0 for slots not yet used and for the dead")                                        \
    X(low_income,  1,    "entitled to medical assistance")                                                   \
    X(urban,       1,    "1 if the township is a town's")                                                    \
    X(last_kind,   4,    "kind of institution of the last visit, for habit")

// The record of a person that a need asks about.
//    type      name                unit                 meaning
#define RESIDENT_FIELDS(X)                                                                                   \
    X(uint16_t, due_fraction,       "1/65536 day",       "where in the due day the next candidate lies")     \
    X(uint16_t, ordinal,            "count",             "number of the next candidate")                     \
    X(uint16_t, birth_day,          "day from 1900",     "birth date")                                       \
    X(uint16_t, bed,                "institution",       "where the person lies in a bed, or NO_BED")        \
    X(uint8_t,  frailty_permanent,  "class of 256",      "permanent part of frailty")                        \
    X(uint8_t,  frailty_yearly,     "class of 256",      "this year's part of frailty")                      \
    X(uint16_t, discharge_day,      "simulated day",     "last discharge home, 0 for none")                  \
    X(uint16_t, township,           "place",             "of the slot")                                      \
    X(uint16_t, urgent_minutes,     "minutes",           "of the last need that could not wait, so far")

// What a visit's payment and a repeated test ask about, packed without gaps. Amounts of 24 bits reach
// 167,772 yuan, the deductible of 20 bits 10,485 yuan.
#pragma pack(push, 4)
typedef struct Outpatient {
    uint32_t pool_paid_fen : 24;        // by the outpatient pool this year
    uint32_t account_paid_fen : 24;     // from the personal account this year
    uint32_t visit_deductible_fen : 20; // met this year
    uint32_t test_day : 14;             // simulated day of the last test, 0 for none
    uint32_t test_place : 12;           // institution of the last test
    uint32_t test_class : 2;
} Outpatient;
#pragma pack(pop)

typedef struct Resident {
#define TRAIT(name, bits, meaning) uint32_t name : bits;
    TRAITS(TRAIT)
#undef TRAIT
#define FIELD(type, name, unit, meaning) type name;
    RESIDENT_FIELDS(FIELD)
#undef FIELD
    Outpatient outpatient;
} Resident;

_Static_assert(sizeof(Outpatient) == 12, "a resident's outpatient account is 12 bytes");
_Static_assert(sizeof(Resident) == 32, "a resident's record is half a cache line");

typedef struct Residents {
    uint32_t slots;             // of all townships
    uint32_t scale;             // one slot stands for this many persons
    uint16_t townships, counties;
    uint32_t *township_first;   // [townships + 1] first slot
    uint32_t *township_used;    // [townships] slots used so far, from the first
    uint16_t *county_first;     // [counties + 1] first township
    uint16_t *due_day;          // [slots] simulated day of the next candidate, or NEVER
    Resident *resident;         // [slots]
} Residents;

// Lays out the slots for a city at one in `scale`; nobody is alive yet.
Status residents_init(Residents *residents, const City *city, uint32_t scale, uint32_t years,
                      Report *report);
void residents_free(Residents *residents);

// Persons of a township at the start, at this scale: residents first, then absent insured.
typedef struct Headcount {
    uint32_t residents, absent;
} Headcount;
Headcount township_headcount(const City *city, int township, uint32_t scale);

static inline uint16_t resident_township(const Residents *residents, uint32_t person) {
    return residents->resident[person].township;
}

// First slot of a county, and of the one after the last.
static inline uint32_t county_first_slot(const Residents *residents, int county) {
    return residents->township_first[residents->county_first[county]];
}

// Completed years of age on a calendar day of who was born on this day from 1900.
static inline int age_of(int32_t birth_day, int32_t calendar_day_now) {
    const int32_t lived = calendar_day_now + DAYS_1900_TO_2021 - birth_day;
    return (int)((uint32_t)(lived < 0 ? 0 : lived) * 4u / 1461u);
}

static inline int resident_age(const Resident *resident, int32_t calendar_day_now) {
    return age_of(resident->birth_day, calendar_day_now);
}

// The moment of the next candidate after `now` at `rate`, given minus the logarithm of a uniform number; never on
// today's date.
Moment next_candidate(const Clock *clock, Moment now, double rate, double exponential);

// An exponential number of mean 1 from one word.
double draw_exponential(uint32_t word);

#endif
