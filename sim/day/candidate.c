// SPDX-License-Identifier: MIT
#include "day/candidate.h"

#include "base/clones.h"
#include "base/curves.h"

#include <math.h>

void candidates_load(Candidates *some, const Residents *residents) {
    for (uint32_t i = 0; i < some->count; i++) {
        const Resident *resident = &residents->resident[some->person[i]];
        some->ordinal[i] = resident->ordinal;
        some->born[i] = resident->birth_day;
        some->sex[i] = resident->sex;
        some->conditions[i] = resident->conditions;
        some->permanent[i] = resident->frailty_permanent;
        some->yearly[i] = resident->frailty_yearly;
        some->due_fraction[i] = resident->due_fraction;
    }
}

HOT_LOOP
void candidates_weigh(Candidates *restrict some, const Hazards *restrict hazards, int32_t ages_on) {
    const double *restrict permanent = hazards->frailty_permanent;
    const double *restrict yearly = hazards->frailty_yearly;
    const double *restrict acute = hazards->acute[0];
    const double *restrict first = hazards->excess_of[0], *restrict second = hazards->excess_of[1];
    const int32_t *restrict band = hazards->band_of_age;
    const uint32_t count = some->count;
    for (uint32_t i = 0; i < count; i++) {
        const int32_t row =
            some->sex[i] * AGE_BAND_COUNT + band[age_of(some->born[i], ages_on) & 127];
        const int32_t conditions = some->conditions[i];
        const double of_acute =
            permanent[some->permanent[i]] * yearly[some->yearly[i]] * acute[row];
        some->row[i] = row;
        some->acute[i] = of_acute;
        some->rate[i] = of_acute + (first[conditions & 511] + second[conditions >> 9]);
    }
}

// ---- what a candidate is

// What is left of the person's rate after the acute part picks the first condition whose part
// reaches it.
HOT_LOOP
static void pick_conditions(Candidates *restrict some, const double *restrict excess,
                            int32_t *restrict is_acute) {
    const uint32_t count = some->count;
    for (uint32_t i = 0; i < count; i++) {
        const int32_t conditions = some->conditions[i];
        double left = draw_unit(some->word[0][i]) * some->rate[i] - some->acute[i];
        double condition = 0;
        is_acute[i] = left < 0;
        for (int c = 0; c < CONDITION_COUNT; c++) {
            const double has = (conditions >> (3 * c) & 7) != STAGE_NONE ? 1 : 0;
            const double takes = left >= 0 ? has : 0;
            condition = takes > 0 ? c : condition;
            left -= takes * excess[c];
        }
        some->condition[i] = (int32_t)condition;
    }
}

HOT_LOOP
static void pick_streams(Candidates *restrict some, const Hazards *restrict hazards, int half_month,
                         const int32_t *restrict is_acute) {
    const uint32_t *restrict group = hazards->group[half_month][0][0];
    const uint32_t *restrict routine = hazards->routine[half_month][0];
    const uint32_t *restrict flare = hazards->flare[half_month][0];
    int32_t disease_of[CONDITION_COUNT];
    for (int c = 0; c < CONDITION_COUNT; c++)
        disease_of[c] = condition_disease[c];

    const uint32_t count = some->count;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t word16 = some->word[1][i] & 0xFFFFu;
        const int32_t condition = some->condition[i];
        const int32_t acute = hazard_group(group, some->row[i] * GROUP_ROOM, word16);
        const int32_t stage = some->conditions[i] >> (3 * condition) & 7;
        const int32_t row = condition * STAGE_COUNT + stage;
        const int32_t is_routine = word16 < routine[row], is_flare = word16 < flare[row];
        const int32_t one_acute = acute < DISEASE_COUNT;
        const int32_t not_acute = 1 - is_acute[i];
        some->contact[i] = not_acute * (CONTACT_FLARE - is_routine);
        some->exists[i] = is_acute[i] * one_acute + not_acute * (is_flare | is_routine);
        some->disease[i] = is_acute[i] * one_acute * acute + not_acute * disease_of[condition];
    }
}

static inline int32_t to_a_byte(float complexity) {
    const int32_t whole = (int32_t)(complexity + 0.5f);
    const int32_t capped = whole < 255 ? whole : 255;
    return capped > 0 ? capped : 0;
}

// Complexity and acuity are two normals with the model's correlation, made from 16 bits.
HOT_LOOP
static void grade(Candidates *restrict some, const DayTables *restrict tables, float rho) {
    const float *restrict normal = tables->normal, *restrict shift = tables->condition_shift[0];
    const float *restrict mean = tables->complexity_mean, *restrict sd = tables->complexity_sd;
    const float *restrict above = tables->urgent_above;
    const float other = sqrtf(1.0f - rho * rho);
    const uint32_t count = some->count;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t word = some->word[1][i];
        const int32_t disease = some->disease[i], contact = some->contact[i];
        const float first = normal[word >> 24], second = normal[word >> 16 & 255u];
        const float acuity = rho * first + other * second;
        const float whole = (float)to_a_byte(mean[disease] + sd[disease] * first);
        const float moved = whole + shift[contact * CONDITION_COUNT + some->condition[i]];
        some->complexity[i] = to_a_byte(moved);
        some->urgent[i] = (acuity > above[disease]) * (contact != CONTACT_ROUTINE);
    }
}

void candidates_decide(Candidates *some, const Simulation *simulation, int half_month) {
    int32_t is_acute[CANDIDATES_AT_ONCE];
    pick_conditions(some, simulation->hazards.excess, is_acute);
    pick_streams(some, &simulation->hazards, half_month, is_acute);
    grade(some, &simulation->tables,
          (float)simulation->city->parameters.demand.complexity_acuity_correlation);
}

// ---- when the next one comes

// Of a number from 0 to 2^51: adding 2^52 leaves no room for a fraction.
static inline double whole_part(double x) {
    const double nearest = x + 0x1p52 - 0x1p52;
    return nearest - (nearest > x ? 1.0 : 0.0);
}

// Operational time of the next candidates; the end of the clock for those that come later.
HOT_LOOP
static void find_times(const Candidates *restrict some, double begins, double length, double end,
                       const double *restrict logarithm, double *restrict time) {
    const uint32_t count = some->count;
    for (uint32_t i = 0; i < count; i++) {
        const double now = begins + whole_part(length * some->due_fraction[i] / 65536.0);
        const double interval = -logarithm[i] / some->rate[i]; // infinite where the rate is 0
        const double next = now + whole_part(interval < end ? interval : end);
        time[i] = next < end ? next : end;
    }
}

HOT_LOOP
static void find_moments(Candidates *restrict some, const Clock *restrict clock, int32_t today,
                         const double *restrict time) {
    const uint32_t *restrict begins = clock->begins;
    const int32_t *restrict guess = clock->guess;
    const uint32_t count = some->count;
    const int32_t days = (int32_t)clock->days;
    int32_t day[CANDIDATES_AT_ONCE];
    for (uint32_t i = 0; i < count; i++)
        day[i] = guess[(int32_t)(time[i] / CLOCK_UNIT)];
    for (uint32_t step = 0; step < clock->steps; step++)
        for (uint32_t i = 0; i < count; i++)
            day[i] += time[i] >= (double)begins[day[i] + 1];
    for (uint32_t i = 0; i < count; i++) {
        const double first = (double)begins[day[i]], last = (double)begins[day[i] + 1];
        const int32_t fraction = (int32_t)((time[i] - first) * 65536.0 / (last - first));
        const int32_t next = day[i] == today ? today + 1 : day[i];
        const int32_t later = next < days;
        some->due_day[i] = later ? next : NEVER;
        some->due_fraction[i] = fraction * later * (day[i] != today);
    }
}

void candidates_go_on(Candidates *some, const Clock *clock, uint32_t today) {
    double uniform[CANDIDATES_AT_ONCE], logarithm[CANDIDATES_AT_ONCE], time[CANDIDATES_AT_ONCE];
    const double begins = clock->begins[today], end = clock->begins[clock->days];
    for (uint32_t i = 0; i < some->count; i++)
        uniform[i] = draw_unit(some->word[3][i]);
    curve_log_batch(some->count, uniform, logarithm);
    find_times(some, begins, clock->begins[today + 1] - begins, end, logarithm, time);
    find_moments(some, clock, (int32_t)today, time);
}
