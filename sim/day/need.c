// SPDX-License-Identifier: MIT
#include "day/need.h"

#include "base/clones.h"
#include "base/curves.h"
#include "day/seek.h"
#include "day/wards.h"

#include <math.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { SCAN_BLOCK = TOWNSHIP_ALIGNMENT, DUE_AT_ONCE = 128, DUE_IN_A_BLOCK = 3 };

static uint8_t stored(float complexity) {
    return (uint8_t)(complexity < 0 ? 0 : complexity > 255 ? 255 : complexity + 0.5f);
}

// Complexity and acuity are two normals with the model's correlation, made from 16 bits.
static void draw_severity(const Simulation *simulation, Need *need, uint32_t word) {
    const DayTables *tables = &simulation->tables;
    const float rho = (float)simulation->city->parameters.demand.complexity_acuity_correlation;
    const float first = tables->normal[(word >> 8) & 255u], second = tables->normal[word & 255u];
    const float acuity = rho * first + sqrtf(1.0f - rho * rho) * second;
    need->complexity = stored(tables->complexity_mean[need->disease] +
                              tables->complexity_sd[need->disease] * first);
    need->urgent = acuity > tables->urgent_above[need->disease];
}

static void draw_condition_need(const Simulation *simulation, Need *need, uint32_t word16,
                                Stage stage, int half_month) {
    const Hazards *hazards = &simulation->hazards;
    const int c = need->condition;
    if (word16 < hazards->routine[half_month][c][stage])
        need->contact = CONTACT_ROUTINE;
    else if (word16 < hazards->flare[half_month][c][stage])
        need->contact = CONTACT_FLARE;
    else
        return;
    need->exists = 1;
    need->disease = condition_disease[c];
}

static void shift_condition_severity(const Simulation *simulation, Need *need) {
    if (need->contact == CONTACT_ACUTE) return;

    const ConditionRow *row = &simulation->city->parameters.condition[need->condition];
    const double mean =
        need->contact == CONTACT_ROUTINE ? row->routine_complexity : row->flare_complexity;
    const float shift = (float)mean * COMPLEXITY_UNIT -
                        simulation->tables.complexity_mean[need->disease];
    need->complexity = stored((float)need->complexity + shift);
    if (need->contact == CONTACT_ROUTINE) need->urgent = 0;
}

Need need_of(const Simulation *simulation, const Resident *resident, const Draw *draw, double rate,
             int half_month, unsigned age_band) {
    const Hazards *hazards = &simulation->hazards;
    const double acute = hazard_acute(hazards, resident->frailty_permanent,
                                      resident->frailty_yearly, resident->sex, age_band);
    double rest = draw_unit(draw->word[0]) * rate - acute;
    Need need = {.contact = CONTACT_ACUTE};
    const uint32_t word16 = draw->word[1] & 0xFFFFu;
    if (rest < 0) {
        const unsigned group =
            hazard_group(hazards->group[half_month][resident->sex][age_band], word16);
        if (group >= DISEASE_COUNT) return need;
        need.exists = 1;
        need.disease = (uint8_t)group;
    } else {
        int c = 0;
        for (; c < CONDITION_COUNT; c++) {
            if (condition_stage(resident->conditions, c) == STAGE_NONE) continue;
            need.condition = (uint8_t)c;
            rest -= hazards->excess[c];
            if (rest < 0) break;
        }
        draw_condition_need(simulation, &need, word16,
                            condition_stage(resident->conditions, need.condition), half_month);
        if (!need.exists) return need;
    }
    draw_severity(simulation, &need, draw->word[1] >> 16);
    shift_condition_severity(simulation, &need);
    return need;
}

static void set_next_due(Simulation *simulation, uint32_t person, Resident *resident, double rate,
                         double exponential) {
    const Moment now = {(uint16_t)simulation->today.day, resident->due_fraction};
    const Moment next = next_candidate(&simulation->clock, now, rate, exponential);
    simulation->residents.due_day[person] = next.day;
    resident->due_fraction = next.fraction;
    resident->ordinal++;
}

// A handful of people who are due, with the words of their candidates side by side: words are made, and
// memory is asked for, many at a time.
typedef struct Due {
    uint32_t count;
    uint32_t person[DUE_AT_ONCE], ordinal[DUE_AT_ONCE], step[DUE_AT_ONCE]; // every step is 0
    uint32_t need[4][DUE_AT_ONCE], seek[4][DUE_AT_ONCE];
    double uniform[DUE_AT_ONCE], exponential[DUE_AT_ONCE];
} Due;

static void draw_words(const Simulation *simulation, Due *due) {
    for (uint32_t i = 0; i < due->count; i++)
        due->ordinal[i] = simulation->residents.resident[due->person[i]].ordinal;
    draw_batch(simulation->key, PURPOSE_NEED, due->count, due->person, due->ordinal, due->step,
               due->need[0], due->need[1], due->need[2], due->need[3]);
    draw_batch(simulation->key, PURPOSE_SEEK, due->count, due->person, due->ordinal, due->step,
               due->seek[0], due->seek[1], due->seek[2], due->seek[3]);
    for (uint32_t i = 0; i < due->count; i++)
        due->uniform[i] = draw_unit(due->need[3][i]);
    curve_log_batch(due->count, due->uniform, due->exponential);
}

static void meet_candidate(Simulation *simulation, Shard *shard, const Due *due, uint32_t i) {
    const Today *today = &simulation->today;
    const Hazards *hazards = &simulation->hazards;
    const uint32_t person = due->person[i];
    Resident *resident = &simulation->residents.resident[person];
    const int age = resident_age(resident, today->first_of_year);
    const unsigned band = hazards->band_of_age[age & 127];
    const double rate = hazard_rate(hazards, resident->frailty_permanent, resident->frailty_yearly,
                                    resident->sex, band, resident->conditions);
    const Draw draw = {{due->need[0][i], due->need[1][i], due->need[2][i], due->need[3][i]}};
    const Need need = need_of(simulation, resident, &draw, rate, today->half_month, band);
    const uint16_t ordinal = resident->ordinal;
    set_next_due(simulation, person, resident, rate, -due->exponential[i]);

    int64_t *count = shard->tally->count;
    count[COUNT_CANDIDATES]++;
    if (!need.exists) {
        count[COUNT_THINNED]++;
    } else if (resident->bed != NO_BED) {
        count[COUNT_IN_BED]++;
    } else {
        const Draw seek = {{due->seek[0][i], due->seek[1][i], due->seek[2][i], due->seek[3][i]}};
        seek_care(simulation, shard, person, ordinal, &need, &seek);
    }
}

// While these people are met, memory is asked for those who come `next`.
HOT_PATH
static void meet_candidates(Simulation *simulation, Shard *shard, Due *due, const Due *next) {
    draw_words(simulation, due);
    for (uint32_t i = 0; i < due->count; i++) {
        __builtin_prefetch(&simulation->residents.resident[next->person[i]], 1);
        meet_candidate(simulation, shard, due, i);
    }
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
                     Due *restrict due) {
    uint32_t *person = due->person, found = 0;
    for (; first < last && found + SCAN_BLOCK <= DUE_AT_ONCE; first += SCAN_BLOCK) {
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

    Due due[2] = {{.count = 0}, {.count = 0}}, *now = &due[0], *next = &due[1];
    const uint16_t today = (uint16_t)simulation->today.day;
    const uint32_t last = county_first_slot(residents, shard->county + 1);
    uint32_t slot = county_first_slot(residents, shard->county);
    slot = scan(residents->due_day, slot, last, today, now);
    while (now->count > 0 || slot < last) {
        slot = scan(residents->due_day, slot, last, today, next);
        meet_candidates(simulation, shard, now, next);
        Due *met = now;
        now = next;
        next = met;
    }
}
