// SPDX-License-Identifier: MIT
// What one candidate is, one person at a time: the plain version of sim/day/candidate.c.
#include "laws/twin_need.h"

#include <math.h>

static uint8_t stored(float complexity) {
    return (uint8_t)(complexity < 0 ? 0 : complexity > 255 ? 255 : complexity + 0.5f);
}

// Complexity and acuity are two normals with the model's correlation, made from 16 bits.
static void draw_severity(const Simulation *simulation, TwinNeed *need, uint32_t word) {
    const DayTables *tables = &simulation->tables;
    const float rho = (float)simulation->city->parameters.demand.complexity_acuity_correlation;
    const float first = tables->normal[(word >> 8) & 255u], second = tables->normal[word & 255u];
    const float acuity = rho * first + sqrtf(1.0f - rho * rho) * second;
    need->complexity = stored(tables->complexity_mean[need->disease] +
                              tables->complexity_sd[need->disease] * first);
    need->urgent = acuity > tables->urgent_above[need->disease];
}

static void draw_condition_need(const Simulation *simulation, TwinNeed *need, uint32_t word16,
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

static void shift_condition_severity(const Simulation *simulation, TwinNeed *need) {
    if (need->contact == CONTACT_ACUTE) return;

    const ConditionRow *row = &simulation->city->parameters.condition[need->condition];
    const double mean =
        need->contact == CONTACT_ROUTINE ? row->routine_complexity : row->flare_complexity;
    const float shift =
        (float)mean * COMPLEXITY_UNIT - simulation->tables.complexity_mean[need->disease];
    need->complexity = stored((float)need->complexity + shift);
    if (need->contact == CONTACT_ROUTINE) need->urgent = 0;
}

TwinNeed twin_need(const Simulation *simulation, const Resident *resident, const Draw *draw,
                   double rate, int half_month, int32_t age_band) {
    const Hazards *hazards = &simulation->hazards;
    const double acute = hazard_acute(hazards, resident->frailty_permanent,
                                      resident->frailty_yearly, resident->sex, age_band);
    double rest = draw_unit(draw->word[0]) * rate - acute;
    TwinNeed need = {.contact = CONTACT_ACUTE};
    const uint32_t word16 = draw->word[1] & 0xFFFFu;
    if (rest < 0) {
        const int group =
            hazard_group(hazards->group[half_month][resident->sex][age_band], 0, word16);
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
