// SPDX-License-Identifier: MIT
#include "day/need.h"

#include "base/clones.h"
#include "day/candidate.h"
#include "day/seek.h"
#include "day/wards.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { SCAN_BLOCK = TOWNSHIP_ALIGNMENT, DUE_IN_A_BLOCK = 3, CELLS_AHEAD = 8 };

static void draw_words(const Simulation *simulation, Purpose purpose, const Candidates *some,
                       uint32_t word[4][CANDIDATES_AT_ONCE]) {
    draw_batch(simulation->key, purpose, some->count, some->person, some->ordinal, some->step,
               word[0], word[1], word[2], word[3]);
}

// Their clocks go on, whatever becomes of the needs.
static void set_next_due(Simulation *simulation, const Candidates *some) {
    for (uint32_t i = 0; i < some->count; i++) {
        Resident *resident = &simulation->residents.resident[some->person[i]];
        simulation->residents.due_day[some->person[i]] = (uint16_t)some->due_day[i];
        resident->due_fraction = (uint16_t)some->due_fraction[i];
        resident->ordinal++;
    }
}

static Need need_of(const Candidates *some, uint32_t i) {
    return (Need){.disease = (uint8_t)some->disease[i],
                  .complexity = (uint8_t)some->complexity[i],
                  .urgent = (uint8_t)some->urgent[i],
                  .contact = (uint8_t)some->contact[i]};
}

// While these people seek care, memory is asked for those who come `next`.
static void seek_for_needs(Simulation *simulation, Shard *shard, const Candidates *some,
                           uint32_t word[4][CANDIDATES_AT_ONCE], const Candidates *next) {
    int64_t *count = shard->tally->count;
    uint32_t needs = 0;
    for (uint32_t i = 0; i < some->count; i++) {
        if (i < next->count)
            __builtin_prefetch(&simulation->residents.resident[next->person[i]], 1);
        if (i + CELLS_AHEAD < some->count) {
            const Need ahead = need_of(some, i + CELLS_AHEAD);
            seek_ahead(simulation, some->person[i + CELLS_AHEAD], &ahead);
        }
        if (!some->exists[i]) continue;
        needs++;
        if (simulation->residents.resident[some->person[i]].bed != NO_BED) {
            count[COUNT_IN_BED]++;
            continue;
        }
        const Draw draw = {{word[0][i], word[1][i], word[2][i], word[3][i]}};
        const Need need = need_of(some, i);
        seek_care(simulation, shard, some->person[i], (uint16_t)some->ordinal[i], &need, &draw);
    }
    count[COUNT_CANDIDATES] += some->count;
    count[COUNT_THINNED] += some->count - needs;
}

static void meet_candidates(Simulation *simulation, Shard *shard, Candidates *some,
                            const Candidates *next) {
    const Today *today = &simulation->today;
    uint32_t seek_word[4][CANDIDATES_AT_ONCE];
    candidates_load(some, &simulation->residents);
    draw_words(simulation, PURPOSE_NEED, some, some->word);
    draw_words(simulation, PURPOSE_SEEK, some, seek_word);
    candidates_weigh(some, &simulation->hazards, today->first_of_year);
    candidates_decide(some, simulation, today->half_month);
    candidates_go_on(some, &simulation->clock, today->day);
    set_next_due(simulation, some);
    seek_for_needs(simulation, shard, some, seek_word, next);
}

// Deaths of today: the person's needs end, and a stay in a bed with them.
static void bury_the_dead(Simulation *simulation, Shard *shard) {
    const Deaths *deaths = &shard->deaths;
    if (deaths->count == 0) return;

    const int day = simulation->today.day_of_year;
    for (uint32_t i = deaths->first_of_day[day]; i < deaths->first_of_day[day + 1]; i++) {
        Resident *resident = &simulation->residents.resident[deaths->person[i]];
        if (!resident->alive) continue; // died in a bed before
        resident->alive = 0;
        simulation->residents.due_day[deaths->person[i]] = NEVER;
        shard->vital.deaths++;
        shard->vital.absent_deaths += resident->absent;
        const int in_bed = resident->bed < simulation->facilities.count;
        shard->tally->count[in_bed ? COUNT_DIED_IN_BED : COUNT_DIED_ELSEWHERE]++;
        if (in_bed) give_up_bed(simulation, deaths->person[i]);
    }
}

// Bit i is set if slot i of a block is due.
#ifdef __SSE2__
static inline uint64_t due_bits(const uint16_t *due_day, uint16_t today) {
    const __m128i wanted = _mm_set1_epi16((short)today);
    const __m128i *row = (const __m128i *)(const void *)due_day;
    uint64_t bits = 0;
    for (int i = 0; i < SCAN_BLOCK / 16; i++) {
        const __m128i low = _mm_cmpeq_epi16(_mm_loadu_si128(row + 2 * i), wanted);
        const __m128i high = _mm_cmpeq_epi16(_mm_loadu_si128(row + 2 * i + 1), wanted);
        const uint32_t mask = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(low, high));
        bits |= (uint64_t)mask << (16 * i);
    }
    return bits;
}
#else
static inline uint64_t due_bits(const uint16_t *due_day, uint16_t today) {
    uint64_t bits = 0;
    for (int i = 0; i < SCAN_BLOCK; i++)
        bits |= (uint64_t)(due_day[i] == today) << i;
    return bits;
}
#endif

static inline uint32_t lowest_bit(uint64_t bits) {
    return (uint32_t)__builtin_ctzll(bits | 1ull << 63);
}

// Fills `due` with the next slots of [first, last) that are due; returns where to go on. A block seldom has more
// than a few, and these are written whether they are there or not: no branch to be guessed.
HOT_LOOP
static uint32_t scan(const uint16_t *restrict due_day, uint32_t first, uint32_t last, uint16_t today,
                     Candidates *restrict due) {
    uint32_t *person = due->person, found = 0;
    for (; first < last && found + SCAN_BLOCK <= CANDIDATES_AT_ONCE; first += SCAN_BLOCK) {
        uint64_t bits = due_bits(&due_day[first], today);
        const uint32_t count = (uint32_t)__builtin_popcountll(bits);
        for (uint32_t i = 0; i < DUE_IN_A_BLOCK; i++, bits &= bits - 1)
            person[found + i] = first + lowest_bit(bits);
        for (uint32_t i = DUE_IN_A_BLOCK; bits != 0; i++, bits &= bits - 1)
            person[found + i] = first + lowest_bit(bits);
        found += count;
    }
    due->count = found;
    return first;
}

void find_needs(Simulation *simulation, Shard *shard) {
    const Residents *residents = &simulation->residents;
    bury_the_dead(simulation, shard);

    Candidates due[2], *now = &due[0], *next = &due[1];
    memset(now->step, 0, sizeof now->step);
    memset(next->step, 0, sizeof next->step);
    const uint16_t today = (uint16_t)simulation->today.day;
    const uint32_t last = county_first_slot(residents, shard->county + 1);
    uint32_t slot = county_first_slot(residents, shard->county);
    slot = scan(residents->due_day, slot, last, today, now);
    while (now->count > 0 || slot < last) {
        slot = scan(residents->due_day, slot, last, today, next);
        meet_candidates(simulation, shard, now, next);
        Candidates *met = now;
        now = next;
        next = met;
    }
}
