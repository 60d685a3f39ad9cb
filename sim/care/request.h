// SPDX-License-Identifier: MIT
// One person who asks one institution for one thing today: a visit, or a bed.
//
// A request carries what the need is, so that later steps need not draw it again: 16 bytes, sorted
// and compared by key and never by position.
#ifndef HXSIM_CARE_REQUEST_H
#define HXSIM_CARE_REQUEST_H

#include "config/entities.h"

#include <stdint.h>
#include <string.h>

// Order in a queue; lower goes first.
typedef enum Priority {
    PRIORITY_URGENT,
    PRIORITY_REFERRED,
    PRIORITY_CONTRACT,
    PRIORITY_PLAIN
} Priority;

// What kind of contact this is, for the visit budget: exactly one for each visit.
// clang-format off
#define CONTACTS(X) \
    X(CONTACT_ACUTE,     acute,     "急性首诊",   "first visits of acute needs") \
    X(CONTACT_ROUTINE,   routine,   "慢病常规",   "routine visits of chronic conditions") \
    X(CONTACT_FLARE,     flare,     "慢病发作",   "first visits of chronic flares") \
    X(CONTACT_FOLLOWUP,  followup,  "复诊",       "later visits of an episode") \
    X(CONTACT_STILL_ILL, still_ill, "未愈再诊",   "visits because still ill") \
    X(CONTACT_REFERRAL,  referral,  "转诊就诊",   "visits on referral") \
    X(CONTACT_OWN_WAY,   own_way,   "自行转院",   "visits elsewhere on one's own") \
    X(CONTACT_READMISSION, readmission, "出院后再住院", \
      "visits that lead back to a bed after discharge") \
    X(CONTACT_SCREENED,  screened,  "筛查后就诊", "visits that a screening sent people to") \
    X(CONTACT_VISITOR,   visitor,   "外来患者",   "visits of people from elsewhere")
// clang-format on
#define FIRST_OF(name, ...) name,
typedef enum Contact { CONTACTS(FIRST_OF) CONTACT_COUNT } Contact;
#undef FIRST_OF

enum { KEY_RANDOM_BITS = 30, MOST_STEPS = 250 };
// No visits: asking for a bed, coming from a bed higher up, or from the same bed on paper.
enum { CONTACT_BILLED_AGAIN = 14, CONTACT_MOVED_DOWN = 15 };
static const uint32_t VISITOR_PERSON = 0xF0000000u; // people from elsewhere are numbered from here

typedef struct Request {
    uint32_t person;
    uint32_t key; // priority in the 2 high bits, then random bits; the low 16 also decide on a bed
    uint16_t facility : 12; // asked
    uint16_t without : 4;   // Kind to be asked if village insurance stood as before any reform
    uint16_t ordinal;       // of the need
    uint8_t complexity;     // 1/32 unit
    uint8_t step;           // within the need: every hop, retry and later visit takes the next one
    uint8_t disease : 5;
    uint8_t urgent : 1;
    uint8_t needs_bed : 1; // already judged to need one
    uint8_t referred : 1;  // by an institution: filed, no new registration fee inside a network
    uint8_t contact : 4;   // Contact: what kind of visit this is
    uint8_t waited : 3;    // days so far
    uint8_t flare : 1;     // of a chronic condition: the one that its disease group belongs to
} Request;

_Static_assert(sizeof(Request) == 16, "a request is 16 bytes");
_Static_assert(KIND_COUNT <= 16, "a kind has 4 bits");

// What a request says after person and key, each field in its bits, the first in the lowest; the
// rest is 0.
static inline uint64_t request_packed(unsigned facility, unsigned without, unsigned ordinal,
                                      unsigned complexity, unsigned disease, unsigned urgent,
                                      unsigned contact) {
    const uint64_t flare = contact == CONTACT_FLARE;
    return facility | without << 12 | (uint64_t)ordinal << 16 | (uint64_t)complexity << 32 |
           (uint64_t)disease << 48 | (uint64_t)urgent << 53 | (uint64_t)contact << 56 | flare << 63;
}

// Put together in one register, because a copy of fields or of halves written one by one waits for
// all of them.
static inline Request request_from(uint32_t person, uint32_t key, uint64_t packed) {
    typedef uint64_t Halves __attribute__((vector_size(sizeof(Request))));
    const Halves halves = {person | (uint64_t)key << 32, packed};
    Request request;
    memcpy(&request, &halves, sizeof request);
    return request;
}

// 1 if this is the later part of a stay that began as another.
static inline int is_second_part(const Request *request) {
    return request->contact >= CONTACT_BILLED_AGAIN;
}

static inline void request_ask(Request *request, unsigned facility) {
    request->facility = facility & 0xFFFu;
}

static inline uint32_t request_key(Priority priority, uint32_t random) {
    return ((uint32_t)priority << KEY_RANDOM_BITS) | (random >> (32 - KEY_RANDOM_BITS));
}

static inline uint32_t request_with_priority(uint32_t key, Priority priority) {
    return ((uint32_t)priority << KEY_RANDOM_BITS) | (key & ((1u << KEY_RANDOM_BITS) - 1));
}

// The need's own latent for admission in (0, 65536): the same at every institution that sees it.
static inline uint32_t request_admission_word(const Request *request) {
    return request->key & 0xFFFFu;
}

// Requests are served in this order: a total order, because one need asks one place once.
static inline int request_before(const Request *a, const Request *b) {
    if (a->key != b->key) return a->key < b->key;
    return a->person != b->person ? a->person < b->person : a->ordinal < b->ordinal;
}

static inline int is_visitor(uint32_t person) {
    return person >= VISITOR_PERSON;
}

// Visitors have no record, only a person number and the ordinal of a need. `number` counts all of
// them; its low 16 bits are the ordinal, the rest goes into the person number, together with the
// origin, one of `origins`.
static inline uint32_t visitor_person(uint32_t origin, uint32_t origins, uint32_t number) {
    return VISITOR_PERSON + (number >> 16) * origins + origin;
}

static inline uint32_t visitor_origin(uint32_t person, uint32_t origins) {
    return (person - VISITOR_PERSON) % origins;
}

#endif
